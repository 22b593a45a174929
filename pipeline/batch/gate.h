/* Gates of a job: what must hold before anything of it is published. */
#ifndef YINFA_BATCH_GATE_H
#define YINFA_BATCH_GATE_H

#include "batch/session.h"

/* Runs the gate's query; each row becomes a finding of the stage's level, in the session's
 * findings. 0 when the query ran, -1 on a failure. */
int gate_check(struct session *session, const struct stage *stage,
               const struct parameter_values *values);

#endif
