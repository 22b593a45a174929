/* Progress on stderr. The clock is used here only: nothing that is published depends on it. A line
 * is rewritten at most ten times a second, so that showing progress costs nothing measurable. */
#include "base/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/message.h"

struct progress {
    char *stage;
    size_t total; /* 0 = not known */
    size_t done;
    double began; /* seconds, monotonic */
    double shown;
    bool terminal;
};

static bool quiet;

void progress_set_quiet(bool value)
{
    quiet = value;
}

static double now(void)
{
    struct timespec time;
    if (clock_gettime(CLOCK_MONOTONIC, &time) != 0)
        return 0;
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

struct progress *progress_begin(const char *stage, size_t total)
{
    struct progress *progress = memory_new(1, sizeof *progress);
    progress->stage = memory_copy(stage);
    progress->total = total;
    progress->began = progress->shown = now();
    progress->terminal = isatty(STDERR_FILENO) == 1;
    if (!quiet && !progress->terminal)
        fprintf(stderr, "%s …\n", stage);
    return progress;
}

void progress_step(struct progress *progress, size_t done)
{
    progress->done = done;
    double time = now();
    if (quiet || !progress->terminal || time - progress->shown < 0.1)
        return;
    progress->shown = time;
    double rate = time > progress->began ? (double)done / (time - progress->began) : 0;
    if (progress->total && rate > 0)
        fprintf(stderr,
                message_choose("\r\033[K%s %zu/%zu，每秒 %.0f，还需 %.0f 秒",
                               "\r\033[K%s %zu/%zu, %.0f per second, %.0f s left"),
                progress->stage, done, progress->total, rate,
                (double)(progress->total - done) / rate);
    else
        fprintf(stderr, "\r\033[K%s %zu", progress->stage, done);
}

void progress_end(struct progress *progress)
{
    double seconds = now() - progress->began;
    if (!quiet && progress->terminal)
        fprintf(stderr,
                message_choose("\r\033[K%s：%zu，用时 %.1f 秒\n", "\r\033[K%s: %zu in %.1f s\n"),
                progress->stage, progress->done, seconds);
    free(progress->stage);
    free(progress);
}
