/* The whole document read by eye: which format it is in, and where its elements (GB/T 9704 §7.1)
 * stand. What was not found is NULL or has no rows; whether it had to be there, the rules say.
 * Private to ruler/. */
#ifndef YINFA_RULER_DOCUMENT_READING_H
#define YINFA_RULER_DOCUMENT_READING_H

#include "ruler/page_reading.h"

enum document_format { FORMAT_GENERAL, FORMAT_LETTER, FORMAT_ORDER, FORMAT_MINUTES };

/* Rows that follow one another on one page. */
struct row_span {
    const struct row *first;
    size_t count;
};

/* What begins on a page of its own: the document, an annex, a document that is passed on. */
enum part_kind { PART_DOCUMENT, PART_ANNEX, PART_FORWARDED };

struct part {
    enum part_kind kind;
    size_t first, last;         /* pages */
    int annex_number;           /* 0: it has none */
    const struct row *date_row; /* of 成文日期, the last one of the part; NULL: none */
    struct row date;            /* … without what stands beside it */
    size_t date_page;
    bool date_wrong; /* the row looks like a date but has not the form of one */
};

struct document_reading {
    struct page_reading *pages;
    size_t page_count;
    enum document_format format;
    bool draft; /* 征求意见稿: may lack number and date */
    struct part *parts;
    size_t part_count;
    /* on page 1 */
    struct mark_box mark, mark_ink; /* all its rows together */
    size_t mark_rows;
    const struct row *number;
    bool number_right;
    bool upward;                              /* 签发人 stands beside the number: 上行文 */
    const struct level_rule *red_rule;        /* below the number */
    const struct level_rule *letter_rules[4]; /* of each double rule the upper and the lower line */
    size_t letter_rule_count;
    struct row_span title, recipients;
    const struct row *body; /* the first row of the body on page 1 */
    /* 版记 */
    size_t colophon_page;
    struct row_span colophon;                /* its rows of text */
    const struct row *imprint;               /* 印发机关 and date */
    const struct level_rule *colophon_rules; /* its rules, from top to bottom */
    size_t colophon_rule_count;
};

/* Reads all pages; everything lives in `arena`, marks are borrowed. There is at least one page. */
void document_read(const struct marks *marks, const struct profile *profile, struct arena *arena,
                   struct document_reading *document);

#endif
