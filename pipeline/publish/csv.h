/* CSV after RFC 4180: UTF-8 with a byte order mark (spreadsheets take it for GBK otherwise), CRLF,
 * a head line. Called by produce.c. */
#ifndef YINFA_PUBLISH_CSV_H
#define YINFA_PUBLISH_CSV_H

#include "base/file.h"
#include "publish/composition.h"

/* Writes the output's query row by row. -1: reported. */
int csv_write(const struct composition_request *request, const struct publication_output *output,
              struct file_writer *writer);

/* Appends one cell. Text is quoted where the format needs it. A text that a spreadsheet would run
 * as a formula (it begins with = + - @, their full-width forms, TAB or CR) gets an apostrophe in
 * front, unless it is a number; so does text of digits that a spreadsheet would spoil as a number:
 * more than 15 of them (an identity number would end in zeros), or a leading zero. */
void csv_cell(struct buffer *line, const char *text);

#endif
