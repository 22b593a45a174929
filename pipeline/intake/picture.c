/* Pictures. A name that came in a file never becomes a path: it is opened in its folder by openat()
 * without following links, after it was found to be plain. The type is told by the bytes, not by
 * the name; of PNG and JPEG the head and the end are read, an SVG is parsed under the guards that
 * hold for every drawing. Called by attachment.c. */
#include "intake/picture.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "format/image_header.h"
#include "format/svg.h"
#include "intake/attachment_messages.h"

static const size_t size_limit = (size_t)PICTURE_LIMIT_MIB << 20;

bool picture_name_is_plain(const char *name)
{
    size_t length = strlen(name);
    if (length == 0 || length > PICTURE_NAME_SIZE || name[0] == '.' || !utf8_valid(name, length))
        return false;
    for (const char *at = name; *at; at++)
        if ((unsigned char)*at < 0x20 || *at == 0x7F || *at == '/' || *at == '\\')
            return false;
    return true;
}

/* --- Judging ---------------------------------------------------------------------------------- */

static void set_fault(struct picture *picture, const struct message *fault, const char *reason)
{
    picture->fault = fault;
    picture->reason = reason;
}

static uint32_t read32(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* Whether the chunks of a PNG go on to IEND (ISO/IEC 15948 §5.6); a file that was cut off is short
 * of it. */
static bool png_ends(const struct buffer *file)
{
    const unsigned char *bytes = (const unsigned char *)file->bytes;
    size_t at = 8;
    while (file->length - at >= 12) {
        uint32_t size = read32(bytes + at);
        if (size > file->length - at - 12)
            return false;
        if (memcmp(bytes + at + 4, "IEND", 4) == 0)
            return true;
        at += (size_t)size + 12;
    }
    return false;
}

/* Whether a JPEG has its end marker (ITU-T T.81 §B.1.1.3), which programs may put things behind. */
static bool jpeg_ends(const struct buffer *file)
{
    for (size_t at = file->length; at >= 4; at--)
        if (memcmp(file->bytes + at - 2, "\xFF\xD9", 2) == 0)
            return true;
    return false;
}

static struct picture_size size_of(const struct image_header *header)
{
    bool sideways = header->rotation % 180 != 0;
    return (struct picture_size){.columns = sideways ? header->rows : header->columns,
                                 .rows = sideways ? header->columns : header->rows,
                                 .coloured = header->coloured};
}

static void judge_bitmap(struct arena *arena, struct picture *picture)
{
    bool whole =
        picture->type == PICTURE_PNG ? png_ends(&picture->bytes) : jpeg_ends(&picture->bytes);
    struct image_header header;
    switch (image_header_read(buffer_string(&picture->bytes), picture->bytes.length, &header)) {
    case IMAGE_SOUND:
        picture->size = size_of(&header);
        if (!whole)
            set_fault(picture, &MESSAGE_ATTACHMENT_DAMAGED, NULL);
        break;
    case IMAGE_OTHER:
        set_fault(picture, &MESSAGE_ATTACHMENT_DAMAGED, NULL);
        break;
    case IMAGE_TOO_LARGE:
        set_fault(picture, &MESSAGE_ATTACHMENT_PIXELS,
                  arena_print(arena, "%u×%u", header.columns, header.rows));
        break;
    case IMAGE_CMYK:
        set_fault(picture, &MESSAGE_ATTACHMENT_CMYK, NULL);
        break;
    case IMAGE_INTERLACED:
        set_fault(picture, &MESSAGE_ATTACHMENT_INTERLACED, NULL);
        break;
    }
}

/* Markup is an SVG or nothing. */
static void judge_drawing(struct arena *arena, struct picture *picture)
{
    struct buffer wrong = BUFFER_EMPTY;
    xmlDoc *document =
        xml_read_bytes(buffer_string(&picture->bytes), picture->bytes.length, "svg", &wrong);
    const xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
    if (!root)
        set_fault(picture, &MESSAGE_ATTACHMENT_MARKUP, arena_copy(arena, buffer_string(&wrong)));
    else if (svg_is(root))
        picture->type = PICTURE_SVG;
    xmlFreeDoc(document);
    buffer_free(&wrong);
}

static bool begins(const struct buffer *bytes, const char *start, size_t length)
{
    return bytes->length >= length && memcmp(bytes->bytes, start, length) == 0;
}

static bool is_markup(const struct buffer *bytes)
{
    size_t at = begins(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
    while (at < bytes->length && bytes->bytes[at] && strchr(" \t\r\n", bytes->bytes[at]))
        at++;
    return at < bytes->length && bytes->bytes[at] == '<';
}

/* Finds digest, type and faults of the bytes. */
static void judge(struct arena *arena, struct picture *picture)
{
    const struct buffer *bytes = &picture->bytes;
    digest_bytes(buffer_string(bytes), bytes->length, picture->sha256);
    if (begins(bytes, "\x89PNG\r\n\x1a\n", 8))
        picture->type = PICTURE_PNG;
    else if (begins(bytes, "\xFF\xD8\xFF", 3))
        picture->type = PICTURE_JPEG;
    if (picture->type != PICTURE_TYPES)
        judge_bitmap(arena, picture);
    else if (is_markup(bytes))
        judge_drawing(arena, picture);
}

/* --- Reading ---------------------------------------------------------------------------------- */

static void read_bytes(struct arena *arena, int descriptor, struct picture *picture)
{
    static char block[64 * 1024];
    for (;;) {
        ssize_t got = read(descriptor, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            set_fault(picture, &MESSAGE_ATTACHMENT_UNREADABLE, arena_copy(arena, strerror(errno)));
        if (got <= 0)
            return;
        buffer_append(&picture->bytes, block, (size_t)got);
        if (picture->bytes.length > size_limit) { /* it grew while it was read */
            set_fault(picture, &MESSAGE_ATTACHMENT_SIZE,
                      arena_print(arena, "%d", PICTURE_LIMIT_MIB));
            return;
        }
    }
}

/* Reads what was opened; a FIFO did not block, and is none of ours. */
static void read_open(struct arena *arena, int descriptor, struct picture *picture)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        set_fault(picture, &MESSAGE_ATTACHMENT_UNREADABLE, arena_copy(arena, strerror(errno)));
    else if (!S_ISREG(status.st_mode))
        set_fault(picture, &MESSAGE_ATTACHMENT_SPECIAL, NULL);
    else if ((uintmax_t)status.st_size > size_limit)
        set_fault(picture, &MESSAGE_ATTACHMENT_SIZE, arena_print(arena, "%d", PICTURE_LIMIT_MIB));
    else
        read_bytes(arena, descriptor, picture);
    if (!picture->fault)
        judge(arena, picture);
}

bool picture_read_beside(struct arena *arena, const char *folder, const char *name,
                         struct picture *picture)
{
    *picture = (struct picture){.type = PICTURE_TYPES};
    int place = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (place < 0)
        return false;
    int descriptor = openat(place, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    int error = errno;
    close(place);
    if (descriptor < 0 && error == ENOENT)
        return false;
    if (descriptor < 0) { /* a link is ELOOP, a socket ENXIO */
        bool special = error == ELOOP || error == ENXIO;
        set_fault(picture, special ? &MESSAGE_ATTACHMENT_SPECIAL : &MESSAGE_ATTACHMENT_UNREADABLE,
                  special ? NULL : arena_copy(arena, strerror(error)));
        return true;
    }
    read_open(arena, descriptor, picture);
    close(descriptor);
    return true;
}

/* --- The archive ------------------------------------------------------------------------------ */

bool picture_read_archived(struct arena *arena, const struct workspace *workspace,
                           const char *sha256, struct picture *picture)
{
    for (int type = 0; type < PICTURE_TYPES; type++) {
        *picture = (struct picture){.type = PICTURE_TYPES};
        char *path =
            workspace_archive_path(workspace, sha256, picture_type_name((enum picture_type)type));
        bool there = file_exists(path) && file_read(path, size_limit, &picture->bytes) == 0;
        free(path);
        if (there)
            judge(arena, picture);
        if (there && strcmp(picture->sha256, sha256) == 0)
            return true;
        picture_free(picture);
    }
    return false;
}

int picture_archive(const struct workspace *workspace, const struct picture *picture)
{
    char *path =
        workspace_archive_path(workspace, picture->sha256, picture_type_name(picture->type));
    int result = 0;
    if (!file_exists(path)) {
        char *folder = memory_copy(path);
        *strrchr(folder, '/') = '\0';
        if (!file_exists(folder))
            result = file_make_directory(folder, 0700);
        if (result == 0)
            result = file_write(path, 0400, picture->bytes.bytes, picture->bytes.length);
        free(folder);
    }
    free(path);
    return result;
}

void picture_free(struct picture *picture)
{
    buffer_free(&picture->bytes);
}
