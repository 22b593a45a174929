/* Images: lists of what was read so far. Files that a publication names (a handful) stay, with the
 * names they were found by, so that paths are resolved once. Pictures of the archive are another's
 * on each document: they go when there are many. The archive keeps a picture under its digest and
 * its type's name, so the few types are tried. Called by the formatter through format_fetch, by
 * product.c, and by edition.c and inclusion.c for the input digest. */
#include "publish/images.h"

#include <dirent.h>
#include <libxml/uri.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/memory.h"
#include "definitions/picture_type.h"

enum { IMAGE_SIZE_LIMIT = 64 * 1024 * 1024, PICTURE_BYTES = 16 * 1024 * 1024 };

struct image_file {
    char *path; /* resolved */
    struct buffer bytes;
    char digest[DIGEST_HEX_SIZE];
};

/* Each by itself: what was handed out stays where it is. */
struct image_list {
    struct image_file **files;
    size_t count, bytes;
};

/* What an FO calls a file. */
struct image_name {
    char *uri;
    const struct image_file *file;
};

struct images {
    char *folder;
    char **roots; /* the first is the publication's own */
    size_t root_count;
    const struct workspace *workspace;
    struct image_list own;      /* read below the roots */
    struct image_list pictures; /* of the archive */
    struct image_name *names;   /* of `own`, as they were asked for */
    size_t name_count;
};

struct images *images_open(const char *folder, const char *root, const struct workspace *workspace)
{
    struct images *images = memory_new(1, sizeof *images);
    images->folder = memory_copy(folder);
    images->workspace = workspace;
    images_allow(images, root);
    return images;
}

void images_allow(struct images *images, const char *root)
{
    for (size_t i = 0; i < images->root_count; i++)
        if (strcmp(images->roots[i], root) == 0)
            return;
    images->roots = memory_resize(images->roots, images->root_count + 1, sizeof *images->roots);
    images->roots[images->root_count++] = memory_copy(root);
}

static void file_free(struct image_file *file)
{
    free(file->path);
    buffer_free(&file->bytes);
    free(file);
}

static void list_free(struct image_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        file_free(list->files[i]);
    free(list->files);
    *list = (struct image_list){0};
}

void images_begin_document(struct images *images)
{
    if (images->pictures.bytes > PICTURE_BYTES)
        list_free(&images->pictures);
}

void images_close(struct images *images)
{
    if (!images)
        return;
    list_free(&images->own);
    list_free(&images->pictures);
    for (size_t i = 0; i < images->name_count; i++)
        free(images->names[i].uri);
    for (size_t i = 0; i < images->root_count; i++)
        free(images->roots[i]);
    free(images->names);
    free(images->folder);
    free(images->roots);
    free(images);
}

static bool is_file_below(const char *path, const char *root)
{
    struct stat status;
    size_t length = strlen(root);
    return strncmp(path, root, length) == 0 && path[length] == '/' && stat(path, &status) == 0 &&
           S_ISREG(status.st_mode);
}

static bool is_allowed(const struct images *images, const char *path)
{
    for (size_t i = 0; i < images->root_count; i++)
        if (is_file_below(path, images->roots[i]))
            return true;
    return false;
}

/* The resolved path of the file that a name relative to `folder` means; NULL if there is none or it
 * lies outside. */
static char *resolve(const struct images *images, const char *folder, const char *name)
{
    struct buffer path = BUFFER_EMPTY;
    if (*name == '/')
        buffer_text(&path, name);
    else
        buffer_print(&path, "%s/%s", folder, name);
    char *resolved = realpath(buffer_string(&path), NULL);
    buffer_free(&path);
    if (resolved && !is_allowed(images, resolved)) {
        free(resolved);
        resolved = NULL;
    }
    return resolved;
}

static struct image_file *read_file(const char *path)
{
    struct image_file *file = memory_new(1, sizeof *file);
    file->path = memory_copy(path);
    if (file_read(path, IMAGE_SIZE_LIMIT, &file->bytes) != 0) {
        file_free(file);
        return NULL;
    }
    digest_bytes(buffer_string(&file->bytes), file->bytes.length, file->digest);
    return file;
}

static const struct image_file *keep(struct image_list *list, struct image_file *file)
{
    list->files = memory_resize(list->files, list->count + 1, sizeof *list->files);
    list->files[list->count++] = file;
    list->bytes += file->bytes.length;
    return file;
}

static const struct image_file *read_own(struct images *images, const char *path)
{
    for (size_t i = 0; i < images->own.count; i++)
        if (strcmp(images->own.files[i]->path, path) == 0)
            return images->own.files[i];
    struct image_file *file = read_file(path);
    return file ? keep(&images->own, file) : NULL;
}

static const struct image_file *find_named(struct images *images, const char *uri)
{
    const char *escaped = strncmp(uri, "file://", 7) == 0 ? uri + 7 : uri;
    char *name = xmlURIUnescapeString(escaped, 0, NULL);
    char *path = name ? resolve(images, images->folder, name) : NULL;
    const struct image_file *file = path ? read_own(images, path) : NULL;
    xmlFree(name);
    free(path);
    return file;
}

static const struct image_file *fetch_file(struct images *images, const char *uri)
{
    for (size_t i = 0; i < images->name_count; i++)
        if (strcmp(images->names[i].uri, uri) == 0)
            return images->names[i].file;
    const struct image_file *file = find_named(images, uri);
    if (!file)
        return NULL;
    images->names = memory_resize(images->names, images->name_count + 1, sizeof *images->names);
    images->names[images->name_count++] = (struct image_name){memory_copy(uri), file};
    return file;
}

/* The archived picture with that digest; NULL: there is none, or its bytes are not those any more.
 */
static const struct image_file *fetch_archived(struct images *images, const char *sha256)
{
    if (!images->workspace || !digest_is_hex(sha256))
        return NULL;
    for (size_t i = 0; i < images->pictures.count; i++)
        if (strcmp(images->pictures.files[i]->digest, sha256) == 0)
            return images->pictures.files[i];
    struct image_file *file = NULL;
    for (int type = 0; type < PICTURE_TYPES && !file; type++) {
        const char *extension = picture_type_name((enum picture_type)type);
        char *path = workspace_archive_path(images->workspace, sha256, extension);
        if (file_exists(path))
            file = read_file(path);
        free(path);
    }
    if (file && strcmp(file->digest, sha256) == 0)
        return keep(&images->pictures, file);
    if (file)
        file_free(file);
    return NULL;
}

int images_fetch(void *state, const char *uri, const void **bytes, size_t *length,
                 const char **digest)
{
    static const char archive[] = "archive:";
    struct images *images = state;
    const struct image_file *file = strncmp(uri, archive, sizeof archive - 1) == 0
                                        ? fetch_archived(images, uri + sizeof archive - 1)
                                        : fetch_file(images, uri);
    if (!file)
        return -1;
    *bytes = file->bytes.bytes;
    *length = file->bytes.length;
    *digest = file->digest;
    return 0;
}

/* --- The digest ------------------------------------------------------------------------------- */

static int is_image(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return dot && (strcasecmp(dot, ".png") == 0 || strcasecmp(dot, ".jpg") == 0 ||
                   strcasecmp(dot, ".jpeg") == 0 || strcasecmp(dot, ".svg") == 0);
}

static int compare_names(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name);
}

static void digest_folder(struct images *images, const char *folder, struct digest *digest)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_image, compare_names);
    for (int i = 0; i < count; i++) {
        char *path = resolve(images, folder, entries[i]->d_name);
        const struct image_file *file = path ? read_own(images, path) : NULL;
        digest_add_text(digest, entries[i]->d_name);
        digest_add_text(digest, file ? file->digest : NULL);
        free(path);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

void images_digest(struct images *images, struct digest *digest)
{
    struct buffer common = BUFFER_EMPTY;
    buffer_print(&common, "%s/common", images->roots[0]);
    digest_folder(images, images->folder, digest);
    digest_folder(images, buffer_string(&common), digest);
    buffer_free(&common);
}
