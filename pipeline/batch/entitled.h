/* Who is to have a certificate: the rows of the query that a publication's <ledger> names, each
 * judged before any number is given. issue.c enters them, certificate.c looks one up again. */
#ifndef YINFA_BATCH_ENTITLED_H
#define YINFA_BATCH_ENTITLED_H

#include "batch/session.h"

struct entitled {
    const char *series, *holder, *date; /* as the ledger takes them */
    const char *content;                /* the whole row, a JSON object */
    const char *name;                   /* its column `name`; NULL: it has none */
    bool sound;                         /* false: a finding says what is wrong with it */
};

struct entitled_list {
    struct entitled *items; /* in the session's arena */
    size_t count;
    bool sound; /* every one of them */
};

/* Reads them in the query's order. What is wrong with a row (no holder, a date that is none, a
 * holder named twice …) becomes an error in the session's findings. -1: a failure, reported. */
int entitled_read(struct session *session, const struct publication *publication,
                  const struct parameter_values *values, struct entitled_list *list);

#endif
