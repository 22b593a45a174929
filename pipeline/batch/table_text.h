/* A query's rows as text for a clerk (columns aligned by display width) or as JSON objects, one a
 * line. status and list print with it. */
#ifndef YINFA_BATCH_TABLE_TEXT_H
#define YINFA_BATCH_TABLE_TEXT_H

#include "batch/session.h"

struct table_column {
    const char *name;    /* JSON key; the query's columns in the same order */
    const char *chinese; /* head */
};

/* What a clerk reads for a column's value; the value itself where it is read as it stands. */
typedef const char *(*table_wording)(const char *column, const char *value);

/* Runs `sql` and appends its rows to `out`: as text by `wording`, in JSON the values. Returns the
 * number of rows, or -1 reported. */
long table_text(struct session *session, const char *sql, const struct table_column *columns,
                size_t column_count, table_wording wording, struct buffer *out);

#endif
