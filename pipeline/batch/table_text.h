/* A query's rows as text for a clerk (columns aligned by display width) or as JSON objects, one a
 * line. status and list print with it. */
#ifndef YINFA_BATCH_TABLE_TEXT_H
#define YINFA_BATCH_TABLE_TEXT_H

#include "batch/session.h"

struct table_column {
    const char *name;    /* JSON key; the query's columns in the same order */
    const char *chinese; /* head */
};

/* Runs `sql` and appends its rows to `out`. Returns the number of rows, or -1 reported. */
long table_text(struct session *session, const char *sql, const struct table_column *columns,
                size_t column_count, struct buffer *out);

#endif
