/* The names by which everything printed can be asked about:
 *
 *   publication/parameters                      a publication, or all its items in mode each
 *   publication/parameters#key                  mode each: one item; else a row of its rows query
 *   publication/parameters#key.column           a cell
 *   publication/parameters#query:key.column     a cell of another query of it
 *   publication/parameters#each/key.column      mode each: a cell within an item
 *   publication/parameters#each.column          mode each: a cell of the row it is made for
 *
 * Of a publication without parameters, the '/' before '#' may be left out. */
#ifndef YINFA_BATCH_ITEM_NAME_H
#define YINFA_BATCH_ITEM_NAME_H

#include "base/arena.h"

struct item_name {
    const char *publication;
    const char *const *parameters; /* "key=value", decoded, NULL-terminated */
    const char *each; /* before the '/' after '#', or the whole when there is no '/'; may be NULL */
    const char *query;  /* before ':'; NULL = the rows query */
    const char *key;    /* the row's key; NULL = none named */
    const char *column; /* NULL = none named */
};

/* Takes the name apart; strings are copied into `arena`. Whether a lone "#key" means an item or a
 * row is for the caller, who knows the publication's mode: it stands in `key`, and in `each` only
 * if a '/' followed it. -1 if it is no item name (neither '/' nor '#'). */
int item_name_parse(const char *text, struct arena *arena, struct item_name *name);

#endif
