/* The workspace: its folders are made private whatever the umask, the database under a temporary
 * name first, so that a folder either is a workspace or can be made into one by asking again. One
 * writer at a time: flock() on `lock`, which also holds that writer's process id for the message to
 * the second one; the kernel drops the lock when its holder dies, so there is nothing stale to
 * mend. The lock descriptor is inherited by forked workers on purpose: as long as one of them
 * writes, no other writer comes in. */
#include "store/workspace.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "store/workspace_messages.h"

static const char *const sub_folders[] = {"inbox",     "archive", "accepted", "returned",
                                          "published", "keys",    "tmp"};
enum { SUB_FOLDERS = sizeof sub_folders / sizeof *sub_folders, MAXIMUM_DEPTH = 8 };
/* How long to wait for the lock: nanoseconds a time; a second for a writer that may be about to
 * end, ten for what is left of one that has. */
enum { LOCK_PAUSE = 20000000, LOCK_PAUSES_FOR_WRITER = 50, LOCK_PAUSES = 500 };

static const char temporary_prefix[] = ".yinfa-"; /* base/file.c writes under such names */

char *workspace_path(const struct workspace *workspace, const char *name)
{
    struct buffer path = BUFFER_EMPTY;
    buffer_print(&path, "%s/%s", workspace->folder, name);
    return path.bytes;
}

char *workspace_archive_path(const struct workspace *workspace, const char *sha256,
                             const char *extension)
{
    struct buffer path = BUFFER_EMPTY;
    buffer_print(&path, "%s/archive/%.2s/%s.%s", workspace->folder, sha256, sha256, extension);
    return path.bytes;
}

static bool is_temporary(const char *name)
{
    return strncmp(name, temporary_prefix, strlen(temporary_prefix)) == 0;
}

/* --- Left-over temporary files ------------------------------------------------------------------
 */

static bool is_folder(DIR *parent, const struct dirent *entry)
{
    if (entry->d_type != DT_UNKNOWN)
        return entry->d_type == DT_DIR; /* a symbolic link is none: it may lead out */
    struct stat status;
    return fstatat(dirfd(parent), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISDIR(status.st_mode);
}

/* Removes what writers that were killed left behind. Only the holder of the lock may. */
static int remove_temporaries(const char *folder, int depth)
{
    DIR *directory = opendir(folder);
    if (!directory)
        return failure(&MESSAGE_WORKSPACE_UNREADABLE, folder, strerror(errno), NULL);
    int result = 0;
    const struct dirent *entry;
    while (result == 0 && (entry = readdir(directory)) != NULL) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
            continue;
        bool inner = is_folder(directory, entry);
        if (!inner && !is_temporary(name))
            continue;
        struct buffer path = BUFFER_EMPTY;
        buffer_print(&path, "%s/%s", folder, name);
        if (!inner)
            result = file_remove(path.bytes);
        else if (depth < MAXIMUM_DEPTH)
            result = remove_temporaries(path.bytes, depth + 1);
        buffer_free(&path);
    }
    closedir(directory);
    return result;
}

/* --- The lock -----------------------------------------------------------------------------------
 */

static void locked_by_other(int descriptor, const char *folder)
{
    char holder[24] = "?";
    ssize_t got = pread(descriptor, holder, sizeof holder - 1, 0);
    holder[got > 0 ? strspn(holder, "0123456789") : 1] = '\0';
    failure(&MESSAGE_WORKSPACE_LOCKED, folder, holder, NULL);
}

/* This process's id, for who finds the lock taken. */
static int write_holder(int descriptor)
{
    char holder[24];
    int length = snprintf(holder, sizeof holder, "%ld\n", (long)getpid());
    return ftruncate(descriptor, 0) == 0 && pwrite(descriptor, holder, (size_t)length, 0) == length
               ? 0
               : -1;
}

/* Whether the writer that wrote its process id into the lock is gone: then only workers of it hold
 * the lock still, which were killed with it and are about to end. */
static bool holder_is_gone(int descriptor)
{
    char holder[24] = "";
    ssize_t length = pread(descriptor, holder, sizeof holder - 1, 0);
    long process = length > 0 ? strtol(holder, NULL, 10) : 0;
    return process > 0 && kill((pid_t)process, 0) != 0 && errno == ESRCH;
}

/* flock() that waits only for a killed writer and what it leaves behind. 0, or -1 with errno. */
static int lock_file(int descriptor)
{
    const struct timespec pause = {.tv_nsec = LOCK_PAUSE};
    for (int i = 0;; i++) {
        int status;
        do {
            status = flock(descriptor, LOCK_EX | LOCK_NB);
        } while (status != 0 && errno == EINTR);
        if (status == 0 || errno != EWOULDBLOCK || i == LOCK_PAUSES)
            return status;
        if (i >= LOCK_PAUSES_FOR_WRITER && !holder_is_gone(descriptor)) {
            errno = EWOULDBLOCK;
            return -1;
        }
        nanosleep(&pause, NULL);
    }
}

/* Takes the writer's lock; its descriptor, or -1: reported. */
static int take_lock(const char *folder)
{
    struct buffer path = BUFFER_EMPTY;
    buffer_print(&path, "%s/lock", folder);
    int descriptor = open(path.bytes, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        file_failed("open", path.bytes);
    } else if (lock_file(descriptor) != 0 || write_holder(descriptor) != 0) {
        if (errno == EWOULDBLOCK)
            locked_by_other(descriptor, folder);
        else
            file_failed("lock", path.bytes);
        close(descriptor);
        descriptor = -1;
    }
    buffer_free(&path);
    return descriptor;
}

/* --- Making one ---------------------------------------------------------------------------------
 */

/* Whether a new workspace may hold this already: what an init that was killed has left. */
static bool is_own(const char *name)
{
    if (strcmp(name, "lock") == 0 || is_temporary(name))
        return true;
    for (size_t i = 0; i < SUB_FOLDERS; i++)
        if (strcmp(name, sub_folders[i]) == 0)
            return true;
    return false;
}

/* Refuses a folder with other things in it. */
static int refuse_foreign(const char *folder)
{
    DIR *directory = opendir(folder);
    if (!directory)
        return failure(&MESSAGE_WORKSPACE_UNREADABLE, folder, strerror(errno), NULL);
    int result = 0;
    const struct dirent *entry;
    while (result == 0 && (entry = readdir(directory)) != NULL) {
        const char *name = entry->d_name;
        if (strcmp(name, "yinfa.db") == 0)
            result = failure(&MESSAGE_WORKSPACE_EXISTS, folder, NULL);
        else if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0 && !is_own(name))
            result = failure(&MESSAGE_WORKSPACE_NOT_EMPTY, folder, name, NULL);
    }
    closedir(directory);
    return result;
}

/* Sub-folders, then the database under a temporary name, then its own: from here on it is one. */
static int fill(const struct workspace *workspace)
{
    int result = remove_temporaries(workspace->folder, 0);
    for (size_t i = 0; i < SUB_FOLDERS && result == 0; i++) {
        char *path = workspace_path(workspace, sub_folders[i]);
        result = file_make_directory(path, 0700);
        free(path);
    }
    char *temporary = workspace_path(workspace, ".yinfa-new.db");
    char *database = workspace_path(workspace, "yinfa.db");
    struct store *store = NULL;
    if (result == 0)
        result = store_open(temporary, STORE_CREATE, &store);
    store_close(store);
    if (result == 0)
        result = file_move(temporary, database);
    free(temporary);
    free(database);
    return result;
}

/* `folder` without trailing slashes, the caller frees. */
static char *without_slashes(const char *folder)
{
    char *copy = memory_copy(*folder ? folder : ".");
    for (size_t length = strlen(copy); length > 1 && copy[length - 1] == '/'; length--)
        copy[length - 1] = '\0';
    return copy;
}

int workspace_create(const char *folder)
{
    struct workspace workspace = {.folder = without_slashes(folder), .lock = -1};
    int result = file_make_directory(workspace.folder, 0700);
    if (result == 0)
        result = refuse_foreign(workspace.folder);
    if (result == 0 && chmod(workspace.folder, 0700) != 0) /* an empty one that was there */
        result = failure(&MESSAGE_WORKSPACE_NO_PERMISSION, workspace.folder, strerror(errno), NULL);
    if (result == 0) {
        workspace.lock = take_lock(workspace.folder);
        result = workspace.lock < 0 ? -1 : fill(&workspace);
    }
    if (workspace.lock >= 0)
        close(workspace.lock);
    free(workspace.folder);
    return result;
}

/* --- Opening one --------------------------------------------------------------------------------
 */

/* Says clearly what keeps the database from being opened, before sqlite says it in general. */
static int check_access(const char *folder, const char *database, enum store_mode mode)
{
    int wanted = mode == STORE_READ ? R_OK : R_OK | W_OK;
    if (access(database, wanted) == 0 && access(folder, wanted | X_OK) == 0)
        return 0;
    if (errno == ENOENT || errno == ENOTDIR)
        return failure(&MESSAGE_WORKSPACE_NONE, folder, NULL);
    return failure(&MESSAGE_WORKSPACE_NO_PERMISSION, folder, strerror(errno), NULL);
}

/* Staging tables may outgrow memory; they hold personal data, so they spill into the workspace and
 * not into /tmp. sqlite unlinks such a file as soon as it has opened it. */
static void keep_temporaries_inside(const struct workspace *workspace)
{
    char *path = workspace_path(workspace, "tmp");
    sqlite3_free(sqlite3_temp_directory);
    sqlite3_temp_directory = sqlite3_mprintf("%s", path);
    free(path);
}

/* What only the writer does: the lock, the tidying, folders that were deleted by hand. */
static int prepare_writer(struct workspace *workspace)
{
    workspace->lock = take_lock(workspace->folder);
    if (workspace->lock < 0)
        return -1;
    for (size_t i = 0; i < SUB_FOLDERS; i++) {
        char *path = workspace_path(workspace, sub_folders[i]);
        int made = file_exists(path) ? 0 : file_make_directory(path, 0700);
        free(path);
        if (made != 0)
            return -1;
    }
    keep_temporaries_inside(workspace);
    return remove_temporaries(workspace->folder, 0);
}

int workspace_open(const char *folder, enum store_mode mode, struct workspace **result)
{
    struct workspace *workspace = memory_new(1, sizeof *workspace);
    workspace->folder = without_slashes(folder);
    workspace->lock = -1;
    char *database = workspace_path(workspace, "yinfa.db");
    int opened = check_access(workspace->folder, database, mode);
    if (opened == 0 && mode != STORE_READ)
        opened = prepare_writer(workspace);
    if (opened == 0)
        opened = store_open(database, mode, &workspace->store);
    free(database);
    if (opened == 0) {
        *result = workspace;
        return 0;
    }
    workspace_close(workspace);
    return -1;
}

void workspace_close(struct workspace *workspace)
{
    if (!workspace)
        return;
    store_close(workspace->store);
    /* Closed, not unlocked: unlocking would take the lock from a parent that shares it. */
    if (workspace->lock >= 0)
        close(workspace->lock);
    free(workspace->folder);
    free(workspace);
}

/* By what it is, not by its name: a folder may be reached by several. */
bool workspace_is_inbox(const struct workspace *workspace, const char *folder)
{
    char *inbox = workspace_path(workspace, "inbox");
    struct stat one, other;
    bool same = folder && stat(inbox, &one) == 0 && stat(folder, &other) == 0 &&
                one.st_dev == other.st_dev && one.st_ino == other.st_ino;
    free(inbox);
    return same;
}
