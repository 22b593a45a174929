/* A library to be preloaded into yinfa by the scripts beside it: counts the calls that change the
 * file system (the program's own and sqlite's) and disturbs some of them.
 *
 * KILL_AT=N: the process is killed before its Nth call; those of its workers are not counted.
 *
 * FULL_AT=N: from the Nth call on, those of workers counted too, the disk is full: what needs room
 * fails with ENOSPC.
 *
 * BROKEN_AT=N: the Nth call, those of workers counted too, fails with EIO, and no other.
 *
 * CALLS=FILE: when the process ends, the number of its own calls and of all is written there.
 *
 * What goes to a terminal, a pipe or a socket is neither counted nor disturbed. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct counts {
    unsigned long own; /* of the process, without its workers */
    unsigned long all;
};

static struct counts *counts; /* shared with the workers */
static unsigned long kill_at, full_at, broken_at;
static pid_t counted_process; /* workers are not killed: their parent is */

static unsigned long asked_for(const char *name)
{
    const char *text = getenv(name);
    return text ? strtoul(text, NULL, 10) : 0;
}

__attribute__((constructor)) static void begin(void)
{
    kill_at = asked_for("KILL_AT");
    full_at = asked_for("FULL_AT");
    broken_at = asked_for("BROKEN_AT");
    counted_process = getpid();
    counts = mmap(NULL, sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (counts == MAP_FAILED)
        abort();
}

__attribute__((destructor)) static void end(void)
{
    const char *path = getenv("CALLS");
    if (!path || getpid() != counted_process)
        return;
    full_at = broken_at = 0;
    FILE *file = fopen(path, "w");
    if (file) {
        fprintf(file, "%lu %lu\n", counts->own, counts->all);
        fclose(file);
    }
}

/* Counts a call; what becomes of it: 0, or the error it fails with. */
static int disturb(bool needs_room)
{
    unsigned long call = __atomic_add_fetch(&counts->all, 1, __ATOMIC_RELAXED);
    if (getpid() == counted_process && ++counts->own == kill_at)
        kill(counted_process, SIGKILL);
    if (call == broken_at)
        return EIO;
    return full_at && call >= full_at && needs_room ? ENOSPC : 0;
}

static bool is_file(int descriptor)
{
    struct stat status;
    return fstat(descriptor, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

/* Defines NAME with the same signature, which counts where COUNTED holds. */
#define DISTURBED(type, name, parameters, arguments, counted, needs_room)                          \
    type name parameters;                                                                          \
    type name parameters                                                                           \
    {                                                                                              \
        static type(*real) parameters;                                                             \
        if (!real)                                                                                 \
            *(void **)&real = dlsym(RTLD_NEXT, #name);                                             \
        int error = (counted) ? disturb(needs_room) : 0;                                           \
        if (!error)                                                                                \
            return real arguments;                                                                 \
        errno = error;                                                                             \
        return -1;                                                                                 \
    }

DISTURBED(ssize_t, write, (int file, const void *bytes, size_t length), (file, bytes, length),
          is_file(file), true)
DISTURBED(ssize_t, pwrite, (int file, const void *bytes, size_t length, off_t at),
          (file, bytes, length, at), true, true)
DISTURBED(ssize_t, pwrite64, (int file, const void *bytes, size_t length, off64_t at),
          (file, bytes, length, at), true, true)
DISTURBED(int, fsync, (int file), (file), true, true)
DISTURBED(int, fdatasync, (int file), (file), true, true)
DISTURBED(int, syncfs, (int file), (file), true, true)
DISTURBED(int, ftruncate, (int file, off_t length), (file, length), true, length > 0)
DISTURBED(int, ftruncate64, (int file, off64_t length), (file, length), true, length > 0)
DISTURBED(int, rename, (const char *from, const char *to), (from, to), true, false)
DISTURBED(int, unlink, (const char *path), (path), true, false)
DISTURBED(int, mkdir, (const char *path, mode_t mode), (path, mode), true, true)
DISTURBED(int, mkostemp, (char *name, int flags), (name, flags), true, true)

/* A file that would be new. */
#define DISTURBED_OPEN(name)                                                                       \
    int name(const char *path, int flags, ...)                                                     \
    {                                                                                              \
        static int (*real)(const char *, int, ...);                                                \
        if (!real)                                                                                 \
            *(void **)&real = dlsym(RTLD_NEXT, #name);                                             \
        va_list arguments;                                                                         \
        va_start(arguments, flags);                                                                \
        mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;                             \
        va_end(arguments);                                                                         \
        int error = flags & O_CREAT && access(path, F_OK) != 0 ? disturb(true) : 0;                \
        if (!error)                                                                                \
            return real(path, flags, mode);                                                        \
        errno = error;                                                                             \
        return -1;                                                                                 \
    }

DISTURBED_OPEN(open)
DISTURBED_OPEN(open64)
