/* The business rules of a kind over what is staged and what is stored. Private to intake/. */
#ifndef YINFA_INTAKE_RULES_H
#define YINFA_INTAKE_RULES_H

#include "intake/examination.h"
#include "store/store.h"

/* Runs every rule; each row it returns is a finding. A rule that cannot be run on
 * these values is a finding too, and does not keep the others from running. */
void rules_run(struct examination *examination, struct store *store, int64_t submission,
               const char *sender, const char *period);

#endif
