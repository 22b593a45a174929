/* A paragraph: the inline content of a block between two block-level things, collected character by
 * character, turned into unbreakable items, fitted into lines, and pushed as boxes. */
#ifndef YINFA_FORMAT_PARAGRAPH_H
#define YINFA_FORMAT_PARAGRAPH_H

#include "base/buffer.h"
#include "format/character_class.h"
#include "format/formatter.h"

/* An fo:inline with borders, padding, background, an id or a link. */
struct inline_box {
    const struct box *box;      /* may be NULL */
    const char *id;             /* may be NULL */
    bool makes_line;            /* though nothing stands in it */
    millipoint ascent, descent; /* of its content area */
    const struct structure_tag *tag;
    const struct link_target *link;    /* may be NULL */
    millipoint space_start, space_end; /* outside its edges */
    millipoint moved_x, moved_y;       /* relative-position */
    struct attachment *attached;       /* goes with the line it comes to stand in; may be NULL */
};

/* How a piece of text is set: traits plus what comes from the inlines around it. */
struct run_style {
    const struct traits *traits;
    const struct run_style *outer; /* of the text around an inline; NULL for a block's */
    millipoint size;
    millipoint shift;           /* of the baseline, up */
    millipoint ascent, descent; /* of the font, nominal */
    millipoint above, below;    /* what it takes of its line, from the line's baseline */
    millipoint leading;         /* line-height less ascent and descent */
    int32_t decoration;
    enum line_break_mode mode;
    const struct run_style *kept; /* of the outermost inline around, or this one, inside which no
                                   * line ends; NULL if there is none */
    bool autospace;               /* between Han and Western */
};

/* Code points beyond Unicode stand for what is no character. */
enum {
    CODE_OBJECT = 0x110000, /* an area of its own: graphic, leader, page number */
    CODE_OPEN,              /* an inline box begins, ends */
    CODE_CLOSE,
    CODE_BREAK /* a preserved line feed */
};

enum inside_word { INSIDE_NONE, INSIDE_WORD, INSIDE_WORD_BREAK };

struct paragraph_character {
    uint32_t code;
    uint8_t class; /* enum character_class */
    bool han_context;
    bool linefeed;  /* a space that came of a line feed */
    bool preserved; /* a space that may not be collapsed */
    bool apart;     /* — or … that begins another unit of two */
    bool tied;      /* no line ends before it */
    uint8_t inside; /* enum inside_word: of a Western run, and not its first character */
    const struct run_style *style;
    union {
        struct paragraph_object *object; /* CODE_OBJECT */
        const struct inline_box *box;    /* CODE_OPEN, CODE_CLOSE */
        const xmlNode *node;             /* characters: for findings */
    } of;
};

/* Something in a line that is no text; made by inline_layout.c, drawn by line_build.c. */
struct paragraph_object {
    struct area *area; /* NULL for leaders */
    millipoint width;
    millipoint ascent, descent; /* of the object above and below its baseline */
    millipoint stretch, shrink; /* leaders */
    bool leader;
    const struct area *content; /* of a leader: repeated along it; may be NULL */
};

enum item_kind { ITEM_GLYPHS, ITEM_OBJECT, ITEM_OPEN, ITEM_CLOSE };

/* The order in which gaps give way (CLREQ §3.5.3) and grow. */
enum gap_class {
    GAP_NONE,
    GAP_WORD,
    GAP_INTERPUNCT,
    GAP_BRACKET,
    GAP_COMMA,
    GAP_AUTOSPACE,
    GAP_STOP,
    GAP_CLASS_COUNT
};

struct item {
    uint8_t kind;    /* enum item_kind */
    uint8_t gap;     /* enum gap_class of the gap after it */
    bool spread;     /* the gap may grow without limit: between Han characters */
    bool space;      /* the gap is a typed space: draw its glyph */
    bool soft;       /* a hyphen, drawn only if the line ends with it */
    bool fixed;      /* the gap never grows: inside —— and …… */
    bool cell;       /* a character that fills a cell of the grid */
    bool emphasised; /* takes emphasis marks: no punctuation, no space */
    bool mark;       /* a full-width mark */
    millipoint pad;  /* of the gap: what fills up a cell */
    const struct run_style *style;
    struct font_face *face;
    const struct glyph *glyphs;
    uint32_t glyph_count;
    uint32_t text, length; /* bytes in the paragraph's text */
    union {
        struct paragraph_object *object;
        const struct inline_box *box;
    } of;
};

struct paragraph {
    struct formatter *formatter;
    struct arena *arena;           /* of the unit being laid out */
    const struct traits *block;    /* the block's */
    const struct run_style *strut; /* the block's own text */
    const xmlNode *node;           /* the block, for findings */
    millipoint width;              /* of its lines: what percentages refer to */
    millipoint pitch;              /* of the character grid; 0: none */
    struct paragraph_character *characters;
    size_t count, capacity;
    struct item *items;
    struct fit_item *fits;
    size_t item_count, item_capacity;
    struct buffer text;    /* UTF-8 of the glyph items */
    const char *kept_text; /* its copy in the arena */
    bool has_han, has_latin;
    struct latin_break *latin;
    struct paragraph *spare; /* for what is laid out while this one is being collected */
};

struct paragraph *paragraph_new(struct formatter *formatter);
void paragraph_free(struct paragraph *paragraph);

/* Another one, for text that is met while this one is being collected; it lives as long. */
struct paragraph *paragraph_spare(struct paragraph *paragraph);

/* Begins collecting; whatever was collected is dropped. */
void paragraph_begin(struct paragraph *paragraph, struct arena *arena,
                     const struct run_style *strut, const xmlNode *node, millipoint width);

void paragraph_add_text(struct paragraph *paragraph, const struct run_style *style,
                        const char *text, size_t length, const xmlNode *node);
void paragraph_add_object(struct paragraph *paragraph, const struct run_style *style,
                          struct paragraph_object *object);
void paragraph_add_box(struct paragraph *paragraph, const struct run_style *style,
                       const struct inline_box *box, bool opens);

/* No line ends before the first thing in the line that was added since there were `from`
 * characters.
 */
void paragraph_tie(struct paragraph *paragraph, size_t from);

/* Something that goes with the line, taking no room in it. */
void paragraph_add_attachment(struct paragraph *paragraph, const struct run_style *style,
                              struct attachment *attachment);

/* Whether there is anything to set: content other than collapsible space and inlines that cannot be
 * seen. */
bool paragraph_is_empty(const struct paragraph *paragraph);

/* A blank at the end of the last line: last-line-end-indent; may be negative. After
 * paragraph_make_items(). */
void paragraph_add_end_indent(struct paragraph *paragraph, millipoint width);

/* Turns what was collected into items (paragraph_items.c). No item is wider than `width` unless it
 * is a single glyph or an object. */
void paragraph_make_items(struct paragraph *paragraph, millipoint width);

#endif
