/* Line-break classes and widths of characters in Simplified Chinese text (CLREQ §3.1, GB/T
 * 15834-2011; ICU's line-break property for everything that has no rule of its own). */
#ifndef YINFA_FORMAT_CHARACTER_CLASS_H
#define YINFA_FORMAT_CHARACTER_CLASS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum character_class {
    CLASS_HAN,        /* a Han character and what breaks like one */
    CLASS_OPEN,       /* full-width opening mark: blank on its left half */
    CLASS_CLOSE,      /* full-width closing mark: blank on its right half */
    CLASS_COMMA,      /* ， 、 ； ： ．: blank on the right half */
    CLASS_STOP,       /* 。 ？ ！ */
    CLASS_INTERPUNCT, /* · : half an em */
    CLASS_CONNECTOR,  /* ～ and a single —: one em, centred */
    CLASS_DASH,       /* one half of —— */
    CLASS_ELLIPSIS,   /* one half of …… */
    CLASS_SOLIDUS,    /* ／ */
    CLASS_NONSTARTER, /* 々 and other characters never at line start */
    CLASS_LETTER,
    CLASS_DIGIT,
    CLASS_PREFIX,  /* ￥ $ № */
    CLASS_POSTFIX, /* % ‰ ℃ */
    CLASS_WESTERN_OPEN,
    CLASS_WESTERN_CLOSE, /* also . , ; : ! ? */
    CLASS_HYPHEN,
    CLASS_SLASH,
    CLASS_SPACE,
    CLASS_GLUE,        /* no-break space: has width */
    CLASS_JOINER,      /* word joiner: has none */
    CLASS_ZERO_SPACE,  /* U+200B: a break opportunity */
    CLASS_SOFT_HYPHEN, /* the same, and a hyphen if the line ends there */
    CLASS_WIDE_SPACE,  /* U+3000 */
    CLASS_FIXED_SPACE, /* em space, thin space …: a break opportunity follows */
    CLASS_COMBINING,
    CLASS_INVISIBLE, /* direction marks and the like: nothing is drawn */
    CLASS_OBJECT,    /* an inline graphic, a leader, a page number */
    CLASS_COUNT
};

/* How strict line starts and ends are: y:line-break. */
enum line_break_mode {
    LINE_BREAK_NORMAL,  /* CLREQ's GB-style, and …… not at line start */
    LINE_BREAK_STRICT,  /* also —— not at line start */
    LINE_BREAK_LOOSE,   /* CLREQ's basic: …… ～ 々 may start a line, ／ may end one */
    LINE_BREAK_ANYWHERE /* between any two characters */
};

struct character {
    uint32_t code_point;
    enum character_class class;
    bool apart; /* — or … that begins another unit of two */
};

/* The class; `han_context` decides the characters that Han and Latin share (“ ” ‘ ’ — … ·). */
enum character_class character_classify(uint32_t code_point, bool han_context);

/* Whether the character is one of those whose face and class depend on the context. */
bool character_is_shared(uint32_t code_point);

/* Whether the character speaks for Han or for Latin around it: 1 Han, -1 Latin letter or digit, 0
 * neither. */
int character_script(uint32_t code_point);

/* The letter in upper or lower case, as far as one code point says it. */
uint32_t character_upper(uint32_t code_point);
uint32_t character_lower(uint32_t code_point);

/* Whether a line may end between the two. `before` is the character before `left`, for the rules
 * that need three (0 if there is none). */
bool character_may_break(uint32_t before, struct character left, struct character right,
                         enum line_break_mode mode);

/* Whether the letters at the start of `text` are the sign of a unit (mm, kW, ℃ …) that stays on the
 * line with the number before it; `count` code points of the word. */
bool character_is_unit(const uint32_t *word, size_t count);

/* Full-width marks of which half an em is blank. */
bool character_blank_before(enum character_class class);
bool character_blank_after(enum character_class class);

/* The width of spaces that faces seldom have (U+2000 … U+200A, U+205F, U+3000), in 1/1000 em; 0:
 * none of those. */
int character_space_width(uint32_t code_point);

/* The advance by rule in 1/1000 em (500 or 1000) for marks of Han context; 0: as the face has it.
 */
int character_rule_width(struct character character);

#endif
