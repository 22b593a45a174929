/* What a verb prints on stdout: findings and their summary, as text for a clerk or as JSON. */
#ifndef YINFA_BATCH_REPORT_H
#define YINFA_BATCH_REPORT_H

#include <stdio.h>

#include "base/finding.h"
#include "batch/batch.h"
#include "intake/intake.h"

/* Prints the findings from index `from` on to `to`. */
void report_findings(const struct finding_list *findings, size_t from, enum batch_output output,
                     FILE *to);

/* One line for what became of a file, then its findings. */
void report_submission(const struct intake_result *result, const struct finding_list *findings,
                       enum batch_output output);

/* The last line of an ingest: how many were taken, how many returned. */
void report_totals(size_t accepted, size_t returned, size_t unchanged, enum batch_output output);

/* Writes the buffer to stdout and frees it. */
void report_print(struct buffer *text);

#endif
