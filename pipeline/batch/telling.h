/* What explain says, fact by fact: lines of text for a clerk, or members of one JSON object. */
#ifndef YINFA_BATCH_TELLING_H
#define YINFA_BATCH_TELLING_H

#include "base/json.h"
#include "batch/session.h"

/* One fact in the text ("label：value" on a line) or a member of the JSON object. */
struct telling {
    struct buffer text;
    struct json json;
    enum batch_output output;
};

/* `value` NULL: null in JSON, nothing in the text. */
void tell(struct telling *telling, const char *name, const char *chinese, const char *value);

/* The current row's column under its name. */
void tell_column(struct telling *telling, struct query *query, size_t column, const char *chinese);

/* The file, digest and line of one contributing record, among "sources". -1: reported. */
int tell_source(struct session *session, struct telling *telling, int64_t submission, int64_t line);

/* A certificate of the ledger by its number: its content, its history and the record it came from.
 * 1: told; 0: there is none of that number; -1: reported. */
int explain_certificate(struct session *session, const char *number, struct telling *telling);

#endif
