/* What a row of text says, by its form alone. All texts are UTF-8 without white space at their
 * ends. Private to ruler/. */
#ifndef YINFA_RULER_WORDING_H
#define YINFA_RULER_WORDING_H

#include <stdbool.h>
#include <stddef.h>

/* "2024年1月10日" and nothing else; no leading zeros (GB/T 9704 §7.3.5.4). */
bool wording_is_date(const char *text);

/* A date in some other way: Chinese digits, or leading zeros, and nothing else. */
bool wording_is_wrong_date(const char *text);

/* Ends with a date and 印发 (§7.4.3). */
bool wording_is_imprint(const char *text);

/* What a row may be that looks like a document number (§7.2.5). */
enum number_form {
    NUMBER_NONE,
    NUMBER_WRONG, /* other brackets, a leading zero, 第 */
    NUMBER_RIGHT
};

/* Looks for 代字〔2024〕1号 in the text; `part` receives the bytes of it. */
enum number_form wording_number(const char *text, size_t *begin, size_t *length);

/* 第N号 or 第N期: of orders and minutes. */
bool wording_is_serial(const char *text);

/* "— 12 —" with or without blanks; -1 if it is none. */
long wording_page_number(const char *text);

/* 附件 (0) or 附件N (N); a colon after it is let pass; -1 if it is none. */
int wording_annex_label(const char *text);

bool wording_begins(const char *text, const char *beginning);
bool wording_ends(const char *text, const char *ending);

#endif
