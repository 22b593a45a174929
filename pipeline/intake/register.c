/* Registering. Each file is copied once, into tmp/, which gives its digest; then the copy is
 * renamed to its place in the archive, or dropped when the archive has these bytes already. A kill
 * between the rename and the row leaves an archived file without a row, which the next run finds
 * and uses.
 *
 * Bytes that came before get no second row here: whether they are current, outdated or were
 * returned is judged when their turn comes (intake.c). Nor does a file that cannot be read and was
 * returned for that before. */
#include "intake/register.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "intake/intake_messages.h"

enum { BLOCK_SIZE = 64 * 1024 };

/* --- Names -------------------------------------------------------------------------------------
 */

/* The last part of a path made safe: no control characters, well-formed UTF-8, of limited length,
 * no leading dot. What stands before a long name's extension is cut, not the extension. */
static const char *safe_name(struct arena *arena, const char *path, bool *changed)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    struct buffer out = BUFFER_EMPTY;
    size_t length = strlen(name);
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t taken = utf8_decode(name + at, length - at, &code_point);
        bool bad = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
                   code_point == 0xFFFD || (code_point >= 0x200B && code_point <= 0x200F) ||
                   (code_point >= 0x2028 && code_point <= 0x202E) || (at == 0 && name[0] == '.');
        if (bad)
            buffer_byte(&out, '_');
        else
            buffer_append(&out, name + at, taken);
        at += taken;
    }
    if (!out.length)
        buffer_text(&out, "_");
    const char *copy = arena_copy(arena, out.bytes);
    if (out.length >= REGISTER_NAME_SIZE) {
        const char *dot = strrchr(out.bytes, '.');
        const char *extension = dot && strlen(dot) <= 8 ? dot : "";
        size_t kept = REGISTER_NAME_SIZE - 1 - strlen(extension);
        while (kept && ((unsigned char)out.bytes[kept] & 0xC0) == 0x80)
            kept--;
        copy = arena_print(arena, "%.*s%s", (int)kept, out.bytes, extension);
    }
    buffer_free(&out);
    *changed = strcmp(copy, name) != 0;
    return copy;
}

char *register_archive_path(const struct workspace *workspace, const char *sha256)
{
    return workspace_archive_path(workspace, sha256, "xml");
}

/* --- Rows --------------------------------------------------------------------------------------
 */

int64_t register_row(struct store *store, const struct arrival *arrival)
{
    char now[CLOCK_TIMESTAMP_SIZE], size[24];
    clock_timestamp(now);
    snprintf(size, sizeof size, "%lld", (long long)arrival->size);
    const char *values[] = {arrival->name, arrival->sha256, size, now, arrival->folder};
    return store_run(store,
                     "INSERT INTO submission (file, sha256, size, state, registered_at, folder)"
                     " VALUES (?1, ?2, ?3, 'registered', ?4, ?5)",
                     values, 5);
}

/* Whether a row is needed: not when the bytes, or the name of what cannot be read, came before. */
static int64_t came_before(struct store *store, const struct arrival *arrival)
{
    const char *values[] = {arrival->sha256, arrival->name};
    return store_integer(store,
                         "SELECT count(*) FROM submission WHERE sha256 = ?1"
                         " AND (sha256 != '' OR file = ?2)",
                         values, 2, -1);
}

static struct arrival *add(struct arrivals *arrivals)
{
    arrivals->items = memory_resize(arrivals->items, arrivals->count + 1, sizeof *arrivals->items);
    struct arrival *arrival = &arrivals->items[arrivals->count];
    *arrival = (struct arrival){.order = arrivals->count};
    arrivals->count++;
    return arrival;
}

static void set_refused(struct arrival *arrival, const struct message *message, const char *reason)
{
    arrival->refused = message;
    arrival->reason = reason;
    arrival->sha256[0] = '\0';
}

/* What a run that was killed has registered and not decided. */
static int add_undecided(struct store *store, struct arrivals *arrivals)
{
    struct query *query;
    if (store_query(store, __func__,
                    "SELECT id, file, sha256, size, folder FROM submission"
                    " WHERE state = 'registered'"
                    " ORDER BY id",
                    &query) != 0)
        return -1;
    int step;
    while ((step = query_step(query)) == 1) {
        struct arrival *arrival = add(arrivals);
        arrival->submission = query_integer(query, 0);
        arrival->name = arena_copy(arrivals->arena, query_text(query, 1));
        snprintf(arrival->sha256, sizeof arrival->sha256, "%s", query_text(query, 2));
        arrival->size = query_integer(query, 3);
        arrival->folder = arena_copy(arrivals->arena, query_text(query, 4));
        if (!arrival->sha256[0])
            set_refused(arrival, &MESSAGE_INTAKE_UNREADABLE, "-");
    }
    query_done(query);
    return step;
}

/* The undecided row of the same bytes under the same name, if this path has not been taken up yet.
 */
static struct arrival *find_undecided(const struct arrivals *arrivals,
                                      const struct arrival *arrival)
{
    for (size_t i = 0; i < arrivals->count; i++) {
        struct arrival *other = &arrivals->items[i];
        if (other->submission && !other->given && strcmp(other->sha256, arrival->sha256) == 0 &&
            strcmp(other->name, arrival->name) == 0)
            return other;
    }
    return NULL;
}

/* --- Bytes -------------------------------------------------------------------------------------
 */

/* Copies all of `descriptor`. 1: refused (set in the arrival); -1: the program failed. */
static int copy_bytes(struct arena *arena, int descriptor, struct file_writer *writer,
                      struct arrival *arrival)
{
    static char block[BLOCK_SIZE];
    const int64_t limit = (int64_t)REGISTER_LIMIT_MIB << 20;
    for (;;) {
        ssize_t got = read(descriptor, block, sizeof block);
        if (got == 0)
            return 0;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            set_refused(arrival, &MESSAGE_INTAKE_UNREADABLE, arena_copy(arena, strerror(errno)));
            return 1;
        }
        arrival->size += got;
        if (arrival->size > limit) {
            set_refused(arrival, &MESSAGE_INTAKE_TOO_LARGE,
                        arena_print(arena, "%d", REGISTER_LIMIT_MIB));
            return 1;
        }
        if (file_writer_write(writer, block, (size_t)got) != 0)
            return -1;
    }
}

/* Renames the copy to its place in the archive, or drops it if the archive has these bytes. */
static int put_into_archive(const struct workspace *workspace, const char *copy, const char *sha256)
{
    char *path = register_archive_path(workspace, sha256);
    int result = 0;
    if (file_exists(path)) {
        result = file_remove(copy);
    } else {
        char *folder = memory_copy(path);
        *strrchr(folder, '/') = '\0';
        if (!file_exists(folder))
            result = file_make_directory(folder, 0700);
        if (result == 0)
            result = file_move(copy, path);
        free(folder);
    }
    free(path);
    return result;
}

static int archive(const struct workspace *workspace, struct arena *arena, int descriptor,
                   struct arrival *arrival)
{
    char *copy = workspace_path(workspace, "tmp/incoming.xml");
    struct file_writer *writer;
    int result = file_writer_open(copy, 0400, &writer);
    if (result == 0) {
        int copied = copy_bytes(arena, descriptor, writer, arrival);
        if (copied != 0) {
            file_writer_abandon(writer);
            result = copied < 0 ? -1 : 0;
        } else {
            result = file_writer_commit(writer, true, arrival->sha256);
            if (result == 0)
                result = put_into_archive(workspace, copy, arrival->sha256);
        }
    }
    free(copy);
    return result;
}

/* Opens what can be read as a file; -1: refused, set in the arrival. A FIFO must not block. */
static int open_arrival(struct arena *arena, const char *path, struct arrival *arrival)
{
    struct stat status;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0 || fstat(descriptor, &status) != 0) {
        if (errno == ENXIO)
            set_refused(arrival, &MESSAGE_INTAKE_SPECIAL, NULL); /* a socket */
        else
            set_refused(arrival, &MESSAGE_INTAKE_UNREADABLE, arena_copy(arena, strerror(errno)));
    } else if (S_ISDIR(status.st_mode)) {
        set_refused(arrival, &MESSAGE_INTAKE_FOLDER, NULL);
    } else if (!S_ISREG(status.st_mode)) {
        set_refused(arrival, &MESSAGE_INTAKE_SPECIAL, NULL);
    } else if (status.st_size > (off_t)REGISTER_LIMIT_MIB << 20) {
        set_refused(arrival, &MESSAGE_INTAKE_TOO_LARGE,
                    arena_print(arena, "%d", REGISTER_LIMIT_MIB));
        arrival->size = status.st_size;
    } else {
        arrival->modified = status.st_mtim;
        return descriptor;
    }
    if (descriptor >= 0)
        close(descriptor);
    return -1;
}

/* --- Paths -------------------------------------------------------------------------------------
 */

/* The resolved folder that holds `path`; NULL if it is not there. */
static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t length = slash ? (size_t)(slash - path) + (slash == path) : 0;
    char *resolved = realpath(slash ? arena_copy_bytes(arena, path, length) : ".", NULL);
    const char *folder = arena_copy(arena, resolved);
    free(resolved);
    return folder;
}

static int register_file(struct workspace *workspace, const char *path, struct arrivals *arrivals)
{
    struct arena *arena = arrivals->arena;
    struct arrival arrival = {.given = arena_copy(arena, path)};
    bool standard_input = strcmp(path, "-") == 0;
    arrival.name = safe_name(arena, standard_input ? "stdin.xml" : path, &arrival.renamed);
    arrival.renamed = arrival.renamed && !standard_input;
    arrival.folder = standard_input ? NULL : folder_of(arena, path);
    int descriptor = standard_input ? STDIN_FILENO : open_arrival(arena, path, &arrival);
    if (descriptor >= 0) {
        int result = archive(workspace, arena, descriptor, &arrival);
        if (!standard_input) {
            close(descriptor);
            arrival.inbox = workspace_is_inbox(workspace, arrival.folder) ? arrival.given : NULL;
        }
        if (result != 0)
            return -1;
    }
    struct arrival *undecided = find_undecided(arrivals, &arrival);
    if (undecided) {
        int64_t submission = undecided->submission;
        size_t order = undecided->order;
        *undecided = arrival;
        undecided->submission = submission;
        undecided->order = order;
        return 0;
    }
    int64_t before = came_before(workspace->store, &arrival);
    if (before < 0)
        return -1;
    if (before == 0) {
        arrival.submission = register_row(workspace->store, &arrival);
        if (arrival.submission < 0)
            return -1;
    }
    struct arrival *added = add(arrivals);
    arrival.order = added->order;
    *added = arrival;
    return 0;
}

static int by_bytes(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

/* Pictures lie beside the submissions that name them, and are none themselves. */
static bool is_picture_name(const char *name)
{
    static const char *const endings[] = {".png", ".jpg", ".jpeg", ".svg"};
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot && i < sizeof endings / sizeof *endings; i++)
        if (strcasecmp(dot, endings[i]) == 0)
            return true;
    return false;
}

/* The files of a folder in byte order, but not hidden ones and pictures. -1: not a folder that can
 * be read. */
static int list_folder(struct arena *arena, const char *folder, char ***names, size_t *count)
{
    DIR *directory = opendir(folder);
    if (!directory)
        return -1;
    const struct dirent *entry;
    while ((entry = readdir(directory)) != NULL) {
        if (entry->d_name[0] == '.' || is_picture_name(entry->d_name))
            continue;
        *names = memory_resize(*names, *count + 1, sizeof **names);
        size_t length = strlen(folder);
        (*names)[(*count)++] = arena_print(
            arena, "%s%s%s", folder, length && folder[length - 1] == '/' ? "" : "/", entry->d_name);
    }
    closedir(directory);
    if (*count)
        qsort(*names, *count, sizeof **names, by_bytes);
    return 0;
}

/* A path that ends with ".xml" is meant as a file: as a folder it is a finding. */
static bool is_meant_as_folder(const char *path)
{
    struct stat status;
    size_t length = strlen(path);
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode) &&
           !(length > 4 && strcmp(path + length - 4, ".xml") == 0);
}

int register_paths(struct workspace *workspace, const char *const *paths, size_t count,
                   struct arrivals *arrivals)
{
    if (add_undecided(workspace->store, arrivals) != 0)
        return -1;
    int result = 0;
    for (size_t i = 0; i < count && result == 0; i++) {
        char **names = NULL;
        size_t name_count = 0;
        if (strcmp(paths[i], "-") != 0 && is_meant_as_folder(paths[i]) &&
            list_folder(arrivals->arena, paths[i], &names, &name_count) == 0) {
            for (size_t j = 0; j < name_count && result == 0; j++)
                result = register_file(workspace, names[j], arrivals);
            free(names);
        } else {
            result = register_file(workspace, paths[i], arrivals);
        }
    }
    return result;
}
