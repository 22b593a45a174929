/* A library to be preloaded into yinfa by tests/crash/run.sh: counts the calls that change the file
 * system (the program's own and sqlite's) and kills the process before the KILL_AT-th of them. With
 * KILL_AT=0 it only counts and writes the number to the file KILL_COUNT when the process ends. */
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static unsigned long calls;
static unsigned long kill_at;
static pid_t counted_process; /* workers are not killed: their parent is */

__attribute__((constructor)) static void begin(void)
{
    const char *text = getenv("KILL_AT");
    kill_at = text ? strtoul(text, NULL, 10) : 0;
    counted_process = getpid();
}

__attribute__((destructor)) static void end(void)
{
    const char *path = getenv("KILL_COUNT");
    if (!path || getpid() != counted_process)
        return;
    FILE *file = fopen(path, "w");
    if (file) {
        fprintf(file, "%lu\n", calls);
        fclose(file);
    }
}

static void count(void)
{
    if (getpid() == counted_process && ++calls == kill_at)
        kill(counted_process, SIGKILL);
}

/* Defines NAME with the same signature, counting before the real one. */
#define COUNTED(type, name, parameters, arguments)                                                 \
    type name parameters;                                                                          \
    type name parameters                                                                           \
    {                                                                                              \
        static type(*real) parameters;                                                             \
        if (!real)                                                                                 \
            *(void **)&real = dlsym(RTLD_NEXT, #name);                                             \
        count();                                                                                   \
        return real arguments;                                                                     \
    }

COUNTED(ssize_t, write, (int file, const void *bytes, size_t length), (file, bytes, length))
COUNTED(ssize_t, pwrite, (int file, const void *bytes, size_t length, off_t at),
        (file, bytes, length, at))
COUNTED(ssize_t, pwrite64, (int file, const void *bytes, size_t length, off64_t at),
        (file, bytes, length, at))
COUNTED(int, fsync, (int file), (file))
COUNTED(int, fdatasync, (int file), (file))
COUNTED(int, syncfs, (int file), (file))
COUNTED(int, ftruncate, (int file, off_t length), (file, length))
COUNTED(int, ftruncate64, (int file, off64_t length), (file, length))
COUNTED(int, rename, (const char *from, const char *to), (from, to))
COUNTED(int, unlink, (const char *path), (path))
COUNTED(int, mkdir, (const char *path, mode_t mode), (path, mode))
COUNTED(int, mkostemp, (char *name, int flags), (name, flags))
