/* The rules by name, and the list that measurements are entered in. Private to ruler/. */
#ifndef YINFA_RULER_RULES_H
#define YINFA_RULER_RULES_H

#include "ruler/ruler.h"

/* In the order of the standard; rules.c says each one's clause, level and wording. */
enum rule {
    RULE_SHEET,
    RULE_PAGE_TEXT,
    RULE_HEAD_MARGIN,
    RULE_BINDING_MARGIN,
    RULE_TYPE_AREA,
    RULE_TEXT_SIZE,
    RULE_ROWS,
    RULE_ROW_PITCH,
    RULE_CHARACTERS,
    RULE_MARK,
    RULE_MARK_TOP,
    RULE_MARK_CENTRE,
    RULE_NUMBER,
    RULE_NUMBER_PLACE,
    RULE_NUMBER_ALIGN,
    RULE_RED_RULE_PLACE,
    RULE_RED_RULE_LENGTH,
    RULE_TITLE,
    RULE_TITLE_SIZE,
    RULE_TITLE_PLACE,
    RULE_TITLE_CENTRE,
    RULE_TITLE_SHAPE,
    RULE_RECIPIENT,
    RULE_RECIPIENT_PLACE,
    RULE_BODY_FIRST_PAGE,
    RULE_DATE,
    RULE_DATE_PLACE,
    RULE_SIGNATURE_PAGE,
    RULE_SEAL_PLACE,
    RULE_SEAL_OVER_DATE,
    RULE_SEAL_APART,
    RULE_ANNEX_LABEL,
    RULE_ANNEX_ORDER,
    RULE_ANNEX_TITLE,
    RULE_COLOPHON_PAGE,
    RULE_COLOPHON_FOOT,
    RULE_COLOPHON_RULE_LENGTH,
    RULE_COLOPHON_RULE_THICKNESS,
    RULE_COLOPHON_SIZE,
    RULE_COLOPHON_INDENT,
    RULE_PAGE_NUMBER,
    RULE_PAGE_NUMBER_DROP,
    RULE_PAGE_NUMBER_SIDE,
    RULE_LANDSCAPE,
    RULE_LETTER_RULES,
    RULE_LETTER_RULE_LENGTH,
    RULE_LETTER_COLOPHON,
    RULE_COUNT
};

extern const struct format_rule format_rules[RULE_COUNT];

/* Measurements being taken. */
struct ruling {
    const struct profile *profile;
    struct arena *arena;
    struct measured {
        struct measurement *items;
        size_t count, capacity;
    } measured[RULE_COUNT];
};

/* Enters a length: held if it is `wanted` within `tolerance`. Pages are entered in ascending order
 * for each rule; of several entries for one page the worst stays. */
void ruling_length(struct ruling *ruling, enum rule rule, unsigned page, millipoint found,
                   millipoint wanted, millipoint tolerance);

/* … held if it is from `least` to `most`, within the profile's tolerance of lengths. */
void ruling_range(struct ruling *ruling, enum rule rule, unsigned page, millipoint found,
                  millipoint least, millipoint most);

/* … that is a count of rows or characters, held from `least` to `most`. */
void ruling_count(struct ruling *ruling, enum rule rule, unsigned page, int found, int least,
                  int most);

/* … that is a yes or no, told in words of the language set (`message_choose`). */
void ruling_words(struct ruling *ruling, enum rule rule, unsigned page, bool held,
                  const char *found, const char *wanted);

/* Adds a word to what was entered last for the rule: "1.5 mm（下）". */
void ruling_remark(struct ruling *ruling, enum rule rule, const char *word);

#endif
