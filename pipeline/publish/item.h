/* The items of a publication: one in all, or in mode each one per row of its `each` query. Knows
 * how they are named, what their queries are bound to and what their files are called. */
#ifndef YINFA_PUBLISH_ITEM_H
#define YINFA_PUBLISH_ITEM_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/finding.h"
#include "definitions/publication.h"
#include "store/store.h"

struct item {
    const char *name; /* "enrolment-roster/year=2024#420100" */
    const char *key;  /* mode each; else NULL */
    const struct parameter_value
        *columns;        /* mode each: the row, one entry per column that is not NULL */
    const bool *numbers; /* whether the column held an integer */
    size_t column_count;
    const struct message *fault; /* it cannot be made, and why; NULL: it can */
    const char *fault_arguments[3];
};

struct item_list {
    struct item *items; /* in the arena */
    size_t count;
};

/* Lists the items, in the order of the each query. Rows without a key, with a key that came before
 * or with a file name that is taken are listed with their fault. -1: reported. */
int item_list_read(struct store *store, const struct publication *publication,
                   const struct parameter_values *values, struct arena *arena,
                   struct item_list *list);

/* "publication/a=1&b=2#key", the key (NULL: none) encoded as parameter values are; in the arena. */
const char *item_name(const struct publication *publication, const struct parameter_values *values,
                      const char *key, struct arena *arena);

/* Binds parameters as the publication declares them: integers as integers. */
void item_bind_parameters(struct query *query, const struct publication *publication,
                          const struct parameter_values *values);

/* Prepares a query of the publication and binds the parameters and the item's columns (a column
 * comes before a parameter of the same name). `item` may be NULL. -1: reported. */
int item_query(struct store *store, const struct publication *publication,
               const struct parameter_values *values, const struct item *item,
               const struct publication_query *definition, struct query **query);

/* Whether this output is to be made under these parameters (when=). */
bool item_has_output(const struct publication_output *output,
                     const struct parameter_values *values);

/* Whether the items are certificates of the ledger under these parameters, each named by its
 * number. */
bool item_is_certificate(const struct publication *publication,
                         const struct parameter_values *values);

/* The file name of an output of the item, relative to the folder of the request; in the arena. */
const char *item_file(const struct publication_output *output,
                      const struct parameter_values *values, const struct item *item,
                      struct arena *arena);

#endif
