/* Images: a list of files read so far (a publication has a handful). The archive keeps a picture
 * under its digest and its type's name, so the few types are tried. Called by the formatter through
 * format_fetch, and by edition.c and inclusion.c for the input digest. */
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

enum { IMAGE_SIZE_LIMIT = 64 * 1024 * 1024 };

struct image_file {
    char *path; /* resolved */
    struct buffer bytes;
    char digest[DIGEST_HEX_SIZE];
};

struct images {
    char *folder;
    char **roots; /* the first is the publication's own */
    size_t root_count;
    const struct workspace *workspace;
    struct image_file **files; /* each by itself: what was handed out stays where it is */
    size_t count;
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

void images_close(struct images *images)
{
    if (!images)
        return;
    for (size_t i = 0; i < images->count; i++) {
        free(images->files[i]->path);
        buffer_free(&images->files[i]->bytes);
        free(images->files[i]);
    }
    for (size_t i = 0; i < images->root_count; i++)
        free(images->roots[i]);
    free(images->files);
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

static const struct image_file *read_image(struct images *images, const char *path)
{
    for (size_t i = 0; i < images->count; i++)
        if (strcmp(images->files[i]->path, path) == 0)
            return images->files[i];
    struct image_file *file = memory_new(1, sizeof *file);
    if (file_read(path, IMAGE_SIZE_LIMIT, &file->bytes) != 0) {
        buffer_free(&file->bytes);
        free(file);
        return NULL;
    }
    file->path = memory_copy(path);
    digest_bytes(buffer_string(&file->bytes), file->bytes.length, file->digest);
    images->files = memory_resize(images->files, images->count + 1, sizeof *images->files);
    images->files[images->count] = file;
    return images->files[images->count++];
}

static const struct image_file *fetch_file(struct images *images, const char *uri)
{
    if (strncmp(uri, "file://", 7) == 0)
        uri += 7;
    char *name = xmlURIUnescapeString(uri, 0, NULL);
    char *path = name ? resolve(images, images->folder, name) : NULL;
    const struct image_file *file = path ? read_image(images, path) : NULL;
    xmlFree(name);
    free(path);
    return file;
}

/* The archived picture with that digest; NULL: there is none, or its bytes are not those any more.
 */
static const struct image_file *fetch_archived(struct images *images, const char *sha256)
{
    if (!images->workspace || !digest_is_hex(sha256))
        return NULL;
    const struct image_file *file = NULL;
    for (int type = 0; type < PICTURE_TYPES && !file; type++) {
        const char *extension = picture_type_name((enum picture_type)type);
        char *path = workspace_archive_path(images->workspace, sha256, extension);
        if (file_exists(path))
            file = read_image(images, path);
        free(path);
    }
    return file && strcmp(file->digest, sha256) == 0 ? file : NULL;
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
        const struct image_file *file = path ? read_image(images, path) : NULL;
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
