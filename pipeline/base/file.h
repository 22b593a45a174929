/* Files: reading whole, writing all or nothing, copying with a digest. Every call that changes the
 * file system goes through here, so that the crash tests can stop the program before any of them
 * (the fault hook). Failures are reported once, here, and return -1. */
#ifndef YINFA_BASE_FILE_H
#define YINFA_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buffer.h"
#include "base/digest.h"

/* Reads the whole regular file into `content` (appended). -1 if it cannot be read, is not a regular
 * file, or is larger than `limit` bytes. */
int file_read(const char *path, size_t limit, struct buffer *content);

/* Whether something stands at `path`. */
bool file_exists(const char *path);

/* Makes a directory with `mode` (umask not applied); one that is there already is success. */
int file_make_directory(const char *path, mode_t mode);

/* An output being written under a temporary name beside its final one. */
struct file_writer;

/* Starts writing what will become `path` with `mode`. A device or a pipe that stands there is
 * written to as it is, never replaced. -1: reported, *writer untouched. The caller ends it with
 * file_writer_commit() or file_writer_abandon(). */
int file_writer_open(const char *path, mode_t mode, struct file_writer **writer);

/* Appends bytes, buffered. A write error is kept and returned by every later call. */
int file_writer_write(struct file_writer *writer, const void *bytes, size_t length);

/* Bytes written so far. */
uint64_t file_writer_size(const struct file_writer *writer);

/* Flushes, syncs if `sync`, renames into place, syncs the directory if `sync`, frees the writer.
 * With sync = false the caller must call file_sync_system() before it relies on the file. Stores
 * the content's SHA-256 in `hex` unless NULL. On failure nothing stands at the final name. */
int file_writer_commit(struct file_writer *writer, bool sync, char hex[DIGEST_HEX_SIZE]);

/* Gives up: removes the temporary file, frees the writer. NULL is allowed. */
void file_writer_abandon(struct file_writer *writer);

/* Writes a whole file at once through a writer, synced. */
int file_write(const char *path, mode_t mode, const void *bytes, size_t length);

/* Copies a file all or nothing, `sync` as in file_writer_commit(). `hex` receives the digest of the
 * bytes copied unless NULL. */
int file_copy(const char *from, const char *to, mode_t mode, bool sync, char hex[DIGEST_HEX_SIZE]);

/* Tells of the operation on the path that errno says failed, a full disk in its own words; -1. For
 * the few who call the system themselves. */
int file_failed(const char *operation, const char *path);

/* Renames within one file system and syncs the target's directory. */
int file_move(const char *from, const char *to);

/* Removes a file; one that is not there is success. */
int file_remove(const char *path);

/* syncfs() on the file system that holds `directory`: one call for a batch of unsynced commits. */
int file_sync_system(const char *directory);

/* The SHA-256 and size of a regular file, read in blocks. `size` may be NULL. Says nothing and
 * returns -1 with errno set if the file cannot be read: callers word the finding. */
int file_digest(const char *path, char hex[DIGEST_HEX_SIZE], uint64_t *size);

/* Called with the operation's name ("open", "write", "fsync", "rename", "mkdir", "unlink",
 * "syncfs") and path before each operation that changes the file system; a hook may end the process
 * or return an errno value to make the operation fail. For tests; NULL = none. */
typedef int file_fault(const char *operation, const char *path);
void file_set_fault(file_fault *hook);

#endif
