/* A font set definition as read from XML: files, faces, families. Private to type/; font_set.c
 * asks. */
#ifndef YINFA_TYPE_FONT_DEFINITION_H
#define YINFA_TYPE_FONT_DEFINITION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/finding.h"

/* Which characters a face is asked for. */
enum font_service {
    FONT_SERVES_HAN,   /* everything it has */
    FONT_SERVES_LATIN, /* Latin, Greek, Cyrillic, ASCII; not the marks of Han text within Han text
                        */
    FONT_SERVES_DIGITS /* 0–9 only */
};

struct font_file {
    const char *name;
    const char *folder;  /* where it lies */
    const char *package; /* NULL: an office's own */
    const char *licence;
    const char *sha256;
    uint64_t size; /* bytes */
};

struct font_face_definition {
    const char *name;
    const struct font_file *file;
    unsigned index; /* within a collection */
    enum font_service service;
    bool private_use;    /* serves private-use characters (外字); they mean nothing elsewhere */
    int ascent, descent; /* nominal, 1/1000 em */
    const char *stated;  /* the definition file … */
    long line;           /* … and line that declare it */
};

struct font_use {
    const struct font_face_definition *face;
    bool bold, italic;
};

struct font_family {
    const char *name;
    const char *aliases; /* comma-separated; may be NULL */
    struct font_use *uses;
    size_t use_count;
};

struct font_definition {
    struct font_file *files;
    size_t file_count;
    struct font_face_definition *faces;
    size_t face_count;
    struct font_family *families;
    size_t family_count;
    struct font_family last_resort; /* nameless; no uses if the file has none */
    char sha256[65];                /* of the definition file */
};

/* Reads `path` (form: fonts/font-set.xsd in `schema_folder`) into `arena`; font files lie in
 * `folder`. Faces named in families but not in the file are looked up in `base` (may be NULL). -1:
 * findings. */
int font_definition_read(const char *path, const char *schema_folder, const char *folder,
                         const struct font_definition *base, struct arena *arena,
                         struct finding_list *findings, struct font_definition *definition);

#endif
