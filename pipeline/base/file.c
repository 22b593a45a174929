/* Files: all-or-nothing writes are a temporary file in the target's own folder, synced, renamed
 * over the final name, and the folder synced, so that after a crash at any instant the final name
 * holds either nothing, the old bytes or the new ones. Temporary names begin with ".yinfa-" and may
 * be removed by anyone who holds the workspace lock. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_messages.h"
#include "base/memory.h"

enum { BLOCK_SIZE = 64 * 1024 };

static file_fault *fault_hook;

void file_set_fault(file_fault *hook)
{
    fault_hook = hook;
}

/* Asks the fault hook; true with errno set when the operation is to fail. */
static bool faulted(const char *operation, const char *path)
{
    int error = fault_hook ? fault_hook(operation, path) : 0;
    if (error)
        errno = error;
    return error != 0;
}

static char *folder_of(const char *path)
{
    char *copy = memory_copy(path);
    char *folder = memory_copy(dirname(copy));
    free(copy);
    return folder;
}

int file_failed(const char *operation, const char *path)
{
    int error = errno;
    if (error != ENOSPC && error != EDQUOT)
        return failure(&MESSAGE_FILE_OPERATION, operation, path, strerror(error), NULL);
    char *folder = folder_of(path);
    failure(&MESSAGE_FILE_DISK_FULL, folder, path, NULL);
    free(folder);
    return -1;
}

/* --- Reading ---------------------------------------------------------------------------------- */

static int open_regular(const char *path, struct stat *status)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return -1;
    if (fstat(descriptor, status) != 0 || !S_ISREG(status->st_mode)) {
        int error = S_ISDIR(status->st_mode) ? EISDIR : EINVAL;
        close(descriptor);
        errno = error;
        return -1;
    }
    return descriptor;
}

static ssize_t read_block(int descriptor, char *block)
{
    ssize_t got;
    do {
        got = read(descriptor, block, BLOCK_SIZE);
    } while (got < 0 && errno == EINTR);
    return got;
}

int file_read(const char *path, size_t limit, struct buffer *content)
{
    struct stat status = {0};
    int descriptor = open_regular(path, &status);
    if (descriptor < 0)
        return file_failed("open", path);
    size_t start = content->length;
    char block[BLOCK_SIZE];
    ssize_t got;
    while ((got = read_block(descriptor, block)) > 0) {
        buffer_append(content, block, (size_t)got);
        if (content->length - start > limit) {
            char number[24];
            snprintf(number, sizeof number, "%zu", limit);
            close(descriptor);
            return failure(&MESSAGE_FILE_TOO_LARGE, path, number, NULL);
        }
    }
    int result = got < 0 ? file_failed("read", path) : 0;
    close(descriptor);
    return result;
}

bool file_exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

int file_digest(const char *path, char hex[DIGEST_HEX_SIZE], uint64_t *size)
{
    struct stat status = {0};
    int descriptor = open_regular(path, &status);
    if (descriptor < 0)
        return -1;
    struct digest *digest = digest_new();
    uint64_t total = 0;
    char block[BLOCK_SIZE];
    ssize_t got;
    while ((got = read_block(descriptor, block)) > 0) {
        digest_add(digest, block, (size_t)got);
        total += (uint64_t)got;
    }
    int error = errno;
    close(descriptor);
    digest_finish(digest, hex);
    if (size)
        *size = total;
    errno = error;
    return got < 0 ? -1 : 0;
}

/* --- Writing -------------------------------------------------------------------------------------
 */

struct file_writer {
    int descriptor;
    char *path;      /* final name */
    char *temporary; /* name while writing, same folder; NULL: the path is written to as it is */
    struct digest *digest;
    uint64_t size;
    bool failed; /* a write failed and was reported */
    size_t used; /* bytes waiting in block */
    char *block;
};

static void writer_free(struct file_writer *writer)
{
    char hex[DIGEST_HEX_SIZE];
    if (writer->digest)
        digest_finish(writer->digest, hex);
    free(writer->path);
    free(writer->temporary);
    free(writer->block);
    free(writer);
}

/* Whether the path is a device, a pipe or the like: a file renamed over it would put an end to it.
 */
static bool is_special(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

/* Opens the temporary file, or the path itself if it is special. */
static int open_for_writing(struct file_writer *writer, mode_t mode)
{
    if (faulted("open", writer->path))
        return -1;
    if (is_special(writer->path))
        return open(writer->path, O_WRONLY | O_CLOEXEC);
    char *folder = folder_of(writer->path);
    struct buffer name = BUFFER_EMPTY;
    buffer_print(&name, "%s/.yinfa-XXXXXX", folder);
    free(folder);
    writer->temporary = memory_copy(buffer_string(&name));
    buffer_free(&name);
    int descriptor = mkostemp(writer->temporary, O_CLOEXEC);
    if (descriptor >= 0 && fchmod(descriptor, mode) != 0) {
        int error = errno;
        close(descriptor);
        unlink(writer->temporary);
        errno = error;
        return -1;
    }
    return descriptor;
}

int file_writer_open(const char *path, mode_t mode, struct file_writer **result)
{
    struct file_writer *writer = memory_new(1, sizeof *writer);
    writer->block = memory_resize(NULL, BLOCK_SIZE, 1);
    writer->path = memory_copy(path);
    writer->descriptor = open_for_writing(writer, mode);
    if (writer->descriptor < 0) {
        file_failed("open", path);
        writer_free(writer);
        return -1;
    }
    writer->digest = digest_new();
    *result = writer;
    return 0;
}

static int writer_flush(struct file_writer *writer)
{
    size_t at = 0;
    while (at < writer->used && !writer->failed) {
        ssize_t put = faulted("write", writer->path)
                          ? -1
                          : write(writer->descriptor, writer->block + at, writer->used - at);
        if (put >= 0)
            at += (size_t)put;
        else if (errno != EINTR)
            writer->failed = true;
    }
    writer->used = 0;
    return writer->failed ? file_failed("write", writer->path) : 0;
}

int file_writer_write(struct file_writer *writer, const void *bytes, size_t length)
{
    if (writer->failed)
        return -1;
    digest_add(writer->digest, bytes, length);
    writer->size += length;
    const char *from = bytes;
    while (length) {
        size_t room = BLOCK_SIZE - writer->used;
        size_t part = length < room ? length : room;
        memcpy(writer->block + writer->used, from, part);
        writer->used += part;
        from += part;
        length -= part;
        if (writer->used == BLOCK_SIZE && writer_flush(writer) != 0)
            return -1;
    }
    return 0;
}

uint64_t file_writer_size(const struct file_writer *writer)
{
    return writer->size;
}

static int sync_folder(const char *path)
{
    char *folder = folder_of(path);
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int result = descriptor < 0 || faulted("fsync", folder) ? -1 : fsync(descriptor);
    if (result != 0)
        file_failed("fsync", folder);
    if (descriptor >= 0)
        close(descriptor);
    free(folder);
    return result;
}

/* Puts the finished temporary file in its place. */
static int writer_rename(struct file_writer *writer)
{
    int closed = close(writer->descriptor);
    writer->descriptor = -1;
    if (closed == 0 && !writer->temporary)
        return 0;
    if (closed != 0 || faulted("rename", writer->path) ||
        rename(writer->temporary, writer->path) != 0)
        return file_failed("rename", writer->path);
    return 0;
}

int file_writer_commit(struct file_writer *writer, bool sync, char hex[DIGEST_HEX_SIZE])
{
    sync = sync && writer->temporary; /* what is written to as it is cannot be synced */
    if (writer->failed || writer_flush(writer) != 0) {
        file_writer_abandon(writer);
        return -1;
    }
    if (sync && (faulted("fsync", writer->path) || fsync(writer->descriptor) != 0)) {
        file_failed("fsync", writer->path);
        file_writer_abandon(writer);
        return -1;
    }
    if (writer_rename(writer) != 0) {
        file_writer_abandon(writer);
        return -1;
    }
    int result = sync ? sync_folder(writer->path) : 0;
    if (hex) {
        digest_finish(writer->digest, hex);
        writer->digest = NULL;
    }
    writer_free(writer);
    return result;
}

void file_writer_abandon(struct file_writer *writer)
{
    if (!writer)
        return;
    if (writer->descriptor >= 0)
        close(writer->descriptor);
    if (writer->temporary)
        unlink(writer->temporary);
    writer_free(writer);
}

int file_write(const char *path, mode_t mode, const void *bytes, size_t length)
{
    struct file_writer *writer;
    if (file_writer_open(path, mode, &writer) != 0)
        return -1;
    if (file_writer_write(writer, bytes, length) != 0) {
        file_writer_abandon(writer);
        return -1;
    }
    return file_writer_commit(writer, true, NULL);
}

int file_copy(const char *from, const char *to, mode_t mode, bool sync, char hex[DIGEST_HEX_SIZE])
{
    struct stat status = {0};
    int source = open_regular(from, &status);
    if (source < 0)
        return file_failed("open", from);
    struct file_writer *writer;
    if (file_writer_open(to, mode, &writer) != 0) {
        close(source);
        return -1;
    }
    char block[BLOCK_SIZE];
    ssize_t got;
    int result = 0;
    while (result == 0 && (got = read_block(source, block)) != 0)
        result =
            got < 0 ? file_failed("read", from) : file_writer_write(writer, block, (size_t)got);
    close(source);
    if (result == 0)
        return file_writer_commit(writer, sync, hex);
    file_writer_abandon(writer);
    return -1;
}

/* --- Folders and names
 * ---------------------------------------------------------------------------- */

int file_make_directory(const char *path, mode_t mode)
{
    struct stat status;
    if (faulted("mkdir", path))
        return file_failed("mkdir", path);
    if (mkdir(path, mode) == 0)
        return chmod(path, mode) == 0 ? sync_folder(path) : file_failed("mkdir", path);
    int error = errno;
    if (error == EEXIST && stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return 0;
    errno = error;
    return file_failed("mkdir", path);
}

int file_move(const char *from, const char *to)
{
    if (faulted("rename", to) || rename(from, to) != 0)
        return file_failed("rename", to);
    return sync_folder(to);
}

int file_remove(const char *path)
{
    if (faulted("unlink", path) || (unlink(path) != 0 && errno != ENOENT))
        return file_failed("unlink", path);
    return 0;
}

int file_sync_system(const char *directory)
{
    int descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int result = descriptor < 0 || faulted("syncfs", directory) ? -1 : syncfs(descriptor);
    if (result != 0)
        file_failed("syncfs", directory);
    if (descriptor >= 0)
        close(descriptor);
    return result;
}
