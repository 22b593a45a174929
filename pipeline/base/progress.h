/* Progress of a batch on stderr: on a terminal one line rewritten with rate and time left, else a
 * plain line when a stage begins and ends. Silent with --quiet. */
#ifndef YINFA_BASE_PROGRESS_H
#define YINFA_BASE_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct progress;

/* Whether progress is shown at all; true until main sets it. */
void progress_set_quiet(bool quiet);

/* Begins a stage named for people; total 0 = not known. The caller ends it with progress_end(). */
struct progress *progress_begin(const char *stage, size_t total);
void progress_step(struct progress *progress, size_t done);
void progress_end(struct progress *progress);

#endif
