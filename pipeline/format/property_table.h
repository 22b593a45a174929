/* The one table of properties: name, type, where its value lives in struct traits, initial value,
 * allowed tokens. Whether a property is inherited follows from its place in the struct. */
#ifndef YINFA_FORMAT_PROPERTY_TABLE_H
#define YINFA_FORMAT_PROPERTY_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum property_type {
    PROPERTY_KEYWORD,      /* int32_t: enum keyword */
    PROPERTY_LENGTH,       /* millipoint; no percentages */
    PROPERTY_THICKNESS,    /* millipoint, not negative */
    PROPERTY_BORDER_WIDTH, /* millipoint, not negative; thin, medium, thick */
    PROPERTY_MEASURE,      /* struct measure; tokens mean automatic */
    PROPERTY_EXTENT,       /* the same, not negative */
    PROPERTY_PLACE,        /* struct measure; the three tokens mean 0%, 50%, 100% */
    PROPERTY_FONT_SIZE,    /* millipoint; percentages and em of the parent's size, names */
    PROPERTY_FONT_WEIGHT,  /* int32_t */
    PROPERTY_LINE_HEIGHT,  /* struct line_height */
    PROPERTY_COLOUR,       /* struct colour */
    PROPERTY_INTEGER,      /* int32_t; one of the tokens, if there are any */
    PROPERTY_POSITIVE,     /* int32_t, 1 or more: other numbers are rounded to that */
    PROPERTY_KEEP,         /* int32_t: KEEP_AUTO, 1 …, KEEP_ALWAYS */
    PROPERTY_PRECEDENCE,   /* int32_t: number or force */
    PROPERTY_ALIGN,        /* int32_t: a keyword, or TEXT_ALIGN_CHARACTER + a code point */
    PROPERTY_DECORATION,   /* int32_t: the parent's set of lines, more or fewer */
    PROPERTY_TEXT,         /* const char *, in the formatter's arena */
    PROPERTY_SHORTHAND,    /* expanded by property_shorthand.c */
    PROPERTY_UNSUPPORTED,  /* takes only the tokens; any other value is refused */
    PROPERTY_IGNORED       /* known, no trait: `tokens` says why */
};

struct property {
    const char *name;
    enum property_type type;
    size_t offset;       /* into struct traits */
    const char *initial; /* parsed once; NULL: zero */
    const char *tokens;  /* "auto|none"; NULL: none */
};

/* The property with that name in no namespace, or (extension) in YINFA_NAMESPACE; NULL if unknown.
 */
const struct property *property_table_find(const char *name, size_t length, bool extension);

/* All of them, for initial values and for tests. */
size_t property_table_count(void);
const struct property *property_table_at(size_t index);

/* The size of the field a property of that type fills; 0 if it fills none. */
size_t property_table_size(enum property_type type);

#endif
