/* What can only be judged with all kinds read: who comes after whom, and what two kinds may not
 * share. Private to definitions/. */
#ifndef YINFA_DEFINITIONS_KIND_ORDER_H
#define YINFA_DEFINITIONS_KIND_ORDER_H

#include "definitions/definition.h"
#include "definitions/kind.h"

enum kind_visit { VISIT_NOT_YET, VISIT_UNDER_WAY, VISIT_DONE };

/* A kind with what is needed to speak of it. */
struct kind_entry {
    struct kind kind;
    const struct definition *definition;
    const long *after_lines; /* beside kind.after */
    const long *table_lines; /* beside kind.tables */
    long root_line;
    enum kind_visit visit; /* of the walk that sets the rank */
    bool usable;           /* its file was valid; if not, its name is known and nothing else */
};

/* Checks the kinds against each other and sets their ranks. */
void kind_order_set(struct kind_entry *entries, size_t count);

#endif
