/* The decision about one submission: examined, then taken or returned, in one transaction. Private
 * to intake/. */
#ifndef YINFA_INTAKE_DECISION_H
#define YINFA_INTAKE_DECISION_H

#include <libxml/xmlschemas.h>

#include "intake/intake.h"
#include "intake/register.h"

/* What is to be decided. */
struct candidate {
    const struct arrival *arrival;
    xmlSchema *schema;      /* of its kind; NULL: kind not known */
    const char *kind_names; /* of all kinds, for one who sent an unknown one */
    int64_t submission;     /* its row; 0: a row is made, unless the outcome is `former`'s */
    int64_t former;         /* a returned row of the same bytes to compare with; 0 = none */
};

/* Examines and decides; findings are added to `examination`, what became of it stands in `result`
 * (state, submission, supersedes, counts). When the outcome is that of `former`, nothing is changed
 * and the state is INTAKE_STILL_RETURNED. -1: reported, and nothing is changed. */
int decision_make(struct workspace *workspace, const struct candidate *candidate,
                  struct examination *examination, struct intake_result *result);

#endif
