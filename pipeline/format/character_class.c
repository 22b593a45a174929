/* The pair table is written as what a class forbids on its own before and after it, and a few rules
 * for pairs; that is shorter than a matrix and says why. UAX #14 as ICU has it is the base, but
 * its classes for “ ” — · … ～ ／ are wrong for Chinese and are set here. */
#include "format/character_class.h"

#include <unicode/uchar.h>

/* --- Classes --------------------------------------------------------------------------------- */

bool character_is_shared(uint32_t code_point)
{
    switch (code_point) {
    case 0x00B7: /* · */
    case 0x2013: /* – */
    case 0x2014: /* — */
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201C: /* “ */
    case 0x201D: /* ” */
    case 0x2025: /* ‥ */
    case 0x2026: /* … */
    case 0x2027: /* ‧ */
    case 0x22EF: /* ⋯ */
        return true;
    default:
        return false;
    }
}

static enum character_class shared_class(uint32_t code_point, bool han_context)
{
    switch (code_point) {
    case 0x2018:
    case 0x201C:
        return han_context ? CLASS_OPEN : CLASS_WESTERN_OPEN;
    case 0x2019:
    case 0x201D:
        return han_context ? CLASS_CLOSE : CLASS_WESTERN_CLOSE;
    case 0x2013:
        return han_context ? CLASS_CONNECTOR : CLASS_HYPHEN;
    case 0x2014:
        return han_context ? CLASS_DASH : CLASS_HYPHEN;
    case 0x00B7:
    case 0x2027:
        return han_context ? CLASS_INTERPUNCT : CLASS_LETTER;
    default:
        return CLASS_ELLIPSIS;
    }
}

/* Full-width marks and Han signs with a class of their own; -1: none. */
static int mark_class(uint32_t code_point)
{
    switch (code_point) {
    case 0x3001: /* 、 */
    case 0xFF0C: /* ， */
    case 0xFF1B: /* ； */
    case 0xFF1A: /* ： */
    case 0xFF0E: /* ． */
        return CLASS_COMMA;
    case 0x3002: /* 。 */
    case 0xFF1F: /* ？ */
    case 0xFF01: /* ！ */
        return CLASS_STOP;
    case 0x30FB: /* ・ */
        return CLASS_INTERPUNCT;
    case 0xFF5E: /* ～ */
    case 0x301C: /* 〜 */
        return CLASS_CONNECTOR;
    case 0x2E3A: /* ⸺ */
        return CLASS_DASH;
    case 0xFF0F: /* ／ */
        return CLASS_SOLIDUS;
    case 0xFF05: /* ％ */
    case 0x2103: /* ℃ */
        return CLASS_POSTFIX;
    case 0xFFE5: /* ￥ */
    case 0xFF04: /* ＄ */
        return CLASS_PREFIX;
    case 0x3000:
        return CLASS_WIDE_SPACE;
    case 0x00AD:
        return CLASS_SOFT_HYPHEN;
    case 0x2060:
    case 0xFEFF:
        return CLASS_JOINER;
    default:
        return character_space_width(code_point) ? CLASS_FIXED_SPACE : -1;
    }
}

static bool is_wide(uint32_t code_point)
{
    int width = u_getIntPropertyValue((UChar32)code_point, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

static bool is_invisible(uint32_t code_point)
{
    return u_hasBinaryProperty((UChar32)code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

static enum character_class class_of_property(uint32_t code_point)
{
    switch (u_getIntPropertyValue((UChar32)code_point, UCHAR_LINE_BREAK)) {
    case U_LB_IDEOGRAPHIC:
    case U_LB_H2:
    case U_LB_H3:
    case U_LB_JL:
    case U_LB_JV:
    case U_LB_JT:
    case U_LB_E_BASE:
    case U_LB_E_MODIFIER:
        return CLASS_HAN;
    case U_LB_OPEN_PUNCTUATION:
        return is_wide(code_point) ? CLASS_OPEN : CLASS_WESTERN_OPEN;
    case U_LB_CLOSE_PUNCTUATION:
    case U_LB_CLOSE_PARENTHESIS:
        return is_wide(code_point) ? CLASS_CLOSE : CLASS_WESTERN_CLOSE;
    case U_LB_EXCLAMATION:
    case U_LB_INFIX_NUMERIC:
        return CLASS_WESTERN_CLOSE;
    case U_LB_NONSTARTER:
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
        return CLASS_NONSTARTER;
    case U_LB_NUMERIC:
        return CLASS_DIGIT;
    case U_LB_PREFIX_NUMERIC:
        return CLASS_PREFIX;
    case U_LB_POSTFIX_NUMERIC:
        return CLASS_POSTFIX;
    case U_LB_HYPHEN:
    case U_LB_BREAK_AFTER:
        return CLASS_HYPHEN;
    case U_LB_BREAK_SYMBOLS:
        return CLASS_SLASH;
    case U_LB_SPACE:
        return CLASS_SPACE;
    case U_LB_GLUE:
        return CLASS_GLUE;
    case U_LB_WORD_JOINER:
        return CLASS_JOINER;
    case U_LB_ZWSPACE:
        return CLASS_ZERO_SPACE;
    case U_LB_COMBINING_MARK:
    case U_LB_ZWJ:
        return is_invisible(code_point) ? CLASS_INVISIBLE : CLASS_COMBINING;
    case U_LB_AMBIGUOUS: /* ① and its like */
        return CLASS_HAN;
    default:
        return is_wide(code_point) ? CLASS_HAN : CLASS_LETTER;
    }
}

static enum character_class ascii_class(uint32_t code_point)
{
    if ((code_point >= 'a' && code_point <= 'z') || (code_point >= 'A' && code_point <= 'Z'))
        return CLASS_LETTER;
    if (code_point >= '0' && code_point <= '9')
        return CLASS_DIGIT;
    return code_point == '"' || code_point == '\'' ? CLASS_LETTER : class_of_property(code_point);
}

enum character_class character_classify(uint32_t code_point, bool han_context)
{
    if (code_point >= 0x4E00 && code_point <= 0x9FFF)
        return CLASS_HAN;
    if (code_point < 0x80)
        return ascii_class(code_point);
    if (character_is_shared(code_point))
        return shared_class(code_point, han_context);
    int mark = mark_class(code_point);
    return mark >= 0 ? (enum character_class)mark : class_of_property(code_point);
}

int character_script(uint32_t code_point)
{
    if (code_point >= 0x4E00 && code_point <= 0x9FFF)
        return 1;
    if (code_point < 0x80)
        return (code_point | 0x20) >= 'a' && (code_point | 0x20) <= 'z' ? -1
               : code_point >= '0' && code_point <= '9'                 ? -1
                                                                        : 0;
    if (character_is_shared(code_point))
        return 0;
    if (is_wide(code_point))
        return 1;
    return u_isalpha((UChar32)code_point) ? -1 : 0;
}

uint32_t character_upper(uint32_t code_point)
{
    return (uint32_t)u_toupper((UChar32)code_point);
}

uint32_t character_lower(uint32_t code_point)
{
    return (uint32_t)u_tolower((UChar32)code_point);
}

/* --- Pairs ----------------------------------------------------------------------------------- */

#define SET(class) (1u << (class))

/* Between these and what stands before them no line ends, in any mode. */
static const uint32_t bound = SET(CLASS_COMBINING) | SET(CLASS_INVISIBLE) | SET(CLASS_SPACE) |
                              SET(CLASS_GLUE) | SET(CLASS_JOINER) | SET(CLASS_ZERO_SPACE) |
                              SET(CLASS_SOFT_HYPHEN) | SET(CLASS_WIDE_SPACE) |
                              SET(CLASS_FIXED_SPACE);

/* After these it may, in every mode. */
static const uint32_t parting =
    SET(CLASS_ZERO_SPACE) | SET(CLASS_SOFT_HYPHEN) | SET(CLASS_WIDE_SPACE) | SET(CLASS_FIXED_SPACE);

/* Never at line start in any mode but `anywhere`. */
static const uint32_t never_first =
    SET(CLASS_CLOSE) | SET(CLASS_COMMA) | SET(CLASS_STOP) | SET(CLASS_INTERPUNCT) |
    SET(CLASS_CONNECTOR) | SET(CLASS_SOLIDUS) | SET(CLASS_NONSTARTER) | SET(CLASS_POSTFIX) |
    SET(CLASS_WESTERN_CLOSE) | SET(CLASS_HYPHEN) | SET(CLASS_SLASH) | SET(CLASS_ELLIPSIS);

/* May start a line in mode `loose`. */
static const uint32_t loose_first =
    SET(CLASS_ELLIPSIS) | SET(CLASS_CONNECTOR) | SET(CLASS_NONSTARTER);

/* Never at line end. */
static const uint32_t never_last = SET(CLASS_OPEN) | SET(CLASS_PREFIX) | SET(CLASS_WESTERN_OPEN) |
                                   SET(CLASS_SOLIDUS) | SET(CLASS_SLASH);

/* May end a line in mode `loose`. */
static const uint32_t loose_last = SET(CLASS_SOLIDUS) | SET(CLASS_SLASH);

/* What a Western word is made of. */
static const uint32_t word = SET(CLASS_LETTER) | SET(CLASS_DIGIT) | SET(CLASS_POSTFIX) |
                             SET(CLASS_WESTERN_CLOSE) | SET(CLASS_SLASH) | SET(CLASS_COMBINING);
static const uint32_t word_next =
    SET(CLASS_LETTER) | SET(CLASS_DIGIT) | SET(CLASS_PREFIX) | SET(CLASS_WESTERN_OPEN);

/* Measure words and units that stay with the number before them. */
static bool follows_number(uint32_t code_point)
{
    switch (code_point) {
    case 0x5E74: /* 年 */
    case 0x6708: /* 月 */
    case 0x65E5: /* 日 */
    case 0x65F6: /* 时 */
    case 0x5206: /* 分 */
    case 0x53F7: /* 号 */
    case 0x671F: /* 期 */
    case 0x6B21: /* 次 */
    case 0x5C4A: /* 届 */
    case 0x4E2A: /* 个 */
    case 0x9879: /* 项 */
    case 0x6761: /* 条 */
    case 0x4EF6: /* 件 */
    case 0x4EFD: /* 份 */
    case 0x5BB6: /* 家 */
    case 0x9875: /* 页 */
    case 0x5341: /* 十 */
    case 0x767E: /* 百 */
    case 0x5343: /* 千 */
    case 0x4E07: /* 万 */
    case 0x4EBF: /* 亿 */
    case 0x5143: /* 元 */
    case 0x4EBA: /* 人 */
    case 0x5C81: /* 岁 */
    case 0x540D: /* 名 */
    case 0x5B66: /* 学, of 学时 */
        return true;
    default: /* ㎏ ㎡ … */
        return code_point >= 0x3380 && code_point <= 0x33DF;
    }
}

static bool is_han_numeral(uint32_t code_point)
{
    static const uint32_t numerals[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D,
                                        0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343};
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
        if (numerals[i] == code_point)
            return true;
    return false;
}

static bool is_wide_digit(uint32_t code_point)
{
    return code_point >= 0xFF10 && code_point <= 0xFF19;
}

static bool stay_together(uint32_t before, struct character left, struct character right)
{
    enum character_class a = left.class, b = right.class;
    bool counts = a == CLASS_DIGIT || is_wide_digit(left.code_point);
    if (counts && (follows_number(right.code_point) || is_wide_digit(right.code_point)))
        return true;
    if (left.code_point == 0x7B2C && /* 第3届, 第三届 */
        (b == CLASS_DIGIT || is_han_numeral(right.code_point) || is_wide_digit(right.code_point)))
        return true;
    if (b == CLASS_DIGIT && (left.code_point == 0x3015 || a == CLASS_HYPHEN)) /* 〔2024〕1号 */
        return true;
    if ((a == CLASS_DASH || a == CLASS_ELLIPSIS) && a == b)
        return !right.apart;
    if (a == CLASS_SPACE && b == CLASS_DIGIT && before >= 'A' && before <= 'Z')
        return true; /* GB/T 9704 */
    return (SET(a) & word) && (SET(b) & word_next);
}

bool character_may_break(uint32_t before, struct character left, struct character right,
                         enum line_break_mode mode)
{
    enum character_class a = left.class, b = right.class;
    if ((SET(b) & bound) || a == CLASS_GLUE || a == CLASS_JOINER)
        return false;
    if (mode == LINE_BREAK_ANYWHERE || (SET(a) & parting))
        return true;
    bool loose = mode == LINE_BREAK_LOOSE;
    uint32_t first = loose ? never_first & ~loose_first : never_first;
    if (mode == LINE_BREAK_STRICT)
        first |= SET(CLASS_DASH);
    bool inside = a == b && (a == CLASS_DASH || a == CLASS_ELLIPSIS);
    if (((SET(b) & first) && !inside) || (SET(a) & (loose ? never_last & ~loose_last : never_last)))
        return false;
    return !stay_together(before, left, right);
}

bool character_is_unit(const uint32_t *text, size_t count)
{
    static const char *const units[] = {"m",   "mm", "cm",  "dm",  "km", "nm", "g",   "kg",  "mg",
                                        "t",   "L",  "mL",  "ml",  "s",  "ms", "h",   "min", "A",
                                        "mA",  "V",  "kV",  "W",   "kW", "MW", "kWh", "Hz",  "kHz",
                                        "MHz", "Pa", "kPa", "MPa", "N",  "kN", "J",   "kJ",  "K",
                                        "mol", "dB", "lx",  "hm",  "ha", "GB", "MB",  "KB",  "pt"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t at = 0;
        while (at < count && units[i][at] && text[at] == (unsigned char)units[i][at])
            at++;
        if (at == count && !units[i][at])
            return true;
    }
    return false;
}

/* --- Widths ---------------------------------------------------------------------------------- */

bool character_blank_before(enum character_class class)
{
    return class == CLASS_OPEN;
}

bool character_blank_after(enum character_class class)
{
    return class == CLASS_CLOSE || class == CLASS_COMMA || class == CLASS_STOP;
}

int character_space_width(uint32_t code_point)
{
    static const int widths[] = {500, 1000, 500, 1000, 333, 250, 167, 500, 250, 200, 100};
    if (code_point >= 0x2000 && code_point <= 0x200A)
        return widths[code_point - 0x2000];
    return code_point == 0x3000 ? 1000 : code_point == 0x205F ? 222 : 0;
}

int character_rule_width(struct character character)
{
    switch (character.class) {
    case CLASS_OPEN:
    case CLASS_CLOSE:
    case CLASS_COMMA:
    case CLASS_STOP:
    case CLASS_DASH:
        return character.code_point == 0x2E3A ? 2000 : 1000;
    case CLASS_CONNECTOR:
        return character.code_point == 0x2013 ? 500 : 1000;
    case CLASS_INTERPUNCT:
        return 500;
    case CLASS_ELLIPSIS:
        return 1000;
    default:
        return 0;
    }
}
