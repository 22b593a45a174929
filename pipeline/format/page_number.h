/* Page numbers as printed: the format property (XSL 1.1 §7.26.1, after XSLT 1.0 §7.7.1). */
#ifndef YINFA_FORMAT_PAGE_NUMBER_H
#define YINFA_FORMAT_PAGE_NUMBER_H

enum { PAGE_NUMBER_SIZE = 64 };

/* Writes the number in the form of `format`: 1, 01, a, A, i, I, 一; NULL means 1. */
void page_number_format(unsigned number, const char *format, char label[PAGE_NUMBER_SIZE]);

#endif
