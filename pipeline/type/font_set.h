/* The font set: which faces there are, which families they serve, and in which order they are tried
 * for a character. Read from fonts/font-set.xml and, after it, from an office's own definition file
 * whose files and families come first. Fonts are never looked for in the system: a file is known by
 * its SHA-256, so output is the same on every machine. */
#ifndef YINFA_TYPE_FONT_SET_H
#define YINFA_TYPE_FONT_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/finding.h"
#include "base/length.h"

struct font_set;
struct font_face;

/* Reads the definition (with its own XSD) and maps the files in `folder`; `office_definition` and
 * `office_folder` may be NULL. A file is taken for the one defined by its size; its digest is
 * compared by font_set_entry(). Mistakes and missing files go to `findings`: drawing with another
 * face than the one defined would be a wrong document. Returns NULL if anything was found; freed
 * with font_set_free(). */
struct font_set *font_set_read(const char *definition, const char *folder,
                               const char *office_definition, const char *office_folder,
                               struct finding_list *findings);
void font_set_free(struct font_set *set);

/* The order of faces to try for one font-family list, weight and style: made once, then kept and
 * borrowed; two equal requests give the same pointer. `family` is the XSL-FO font-family value, a
 * comma-separated list of names or aliases ("Times New Roman, 仿宋"); a name that the set does not
 * know is skipped and reported through `unknown` (may be NULL; borrowed, first such name). Every
 * chain ends with the set's last-resort faces, so it is never empty. `bold` chooses a bold face if
 * the family declares one; nothing is synthesised. */
struct font_chain;
const struct font_chain *font_set_chain(struct font_set *set, const char *family, bool bold,
                                        bool italic, const char **unknown);

/* The face that draws `code_point`, the first in the chain with a glyph whose outline is not empty
 * (white space needs no outline), and its glyph id in `glyph`. Punctuation shared by Han and Latin
 * (“ ” ‘ ’ — … ·) is taken from the first Han face of the chain when `han_context` is true.
 * Combining and variation selectors are looked up with their base: `variation` is the selector
 * after the character (U+E0100… or U+FE00…) or 0. NULL if no face of the chain can draw it. */
struct font_face *font_chain_face(const struct font_chain *chain, uint32_t code_point,
                                  uint32_t variation, bool han_context, uint32_t *glyph);

/* Whether a face of the chain is the family's bold or italic one; if not where it should be, the
 * caller may draw it fatter or slanted (y:font-synthesis). */
bool font_chain_is_bold(const struct font_chain *chain, const struct font_face *face);
bool font_chain_is_italic(const struct font_chain *chain, const struct font_face *face);

/* The first face of the chain (for strut metrics: nominal ascent and descent). */
struct font_face *font_chain_first(const struct font_chain *chain);

/* The names of all families, comma-separated: a font-family list by which every face may serve.
 * Borrowed. */
const char *font_set_families(struct font_set *set);

/* SHA-256 over the definitions, which hold the digest of every file: part of an output's input
 * digest. Writes 64 hexadecimal digits and NUL. */
void font_set_digest(const struct font_set *set, char hex[65]);

/* What `yinfa fonts` lists: one entry per face of the definition, in its order. */
struct font_entry {
    const char *name;    /* face name in the definition, "fandol-fang" */
    const char *file;    /* file name */
    unsigned index;      /* face index within a collection */
    const char *package; /* Debian package it comes from; NULL for an office's own */
    const char *licence;
    const char *families; /* families it serves, comma-separated */
    bool present;         /* the file is there and its digest matches */
};
size_t font_set_count(const struct font_set *set);
struct font_entry font_set_entry(struct font_set *set, size_t index);

#endif
