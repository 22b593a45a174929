/* Batch: jobs as ordered, resumable stages over intake and publish; the one writer of item state;
 * the returned slips; what status, list, explain and retry tell. main calls it, one function a
 * verb. Each returns the exit status: 0 clean, 1 findings, 3 failure, 4 stopped at a gate. */
#ifndef YINFA_BATCH_BATCH_H
#define YINFA_BATCH_BATCH_H

#include <stdbool.h>
#include <stddef.h>

enum batch_output { BATCH_TEXT, BATCH_JSON };

struct batch_options {
    const char *workspace; /* -w, "." by default */
    const char *home; /* the program's folder: schemas/, stylesheets/, pipeline/jobs/, fonts/ */
    const char *const *definitions; /* further homes, searched first (--definitions) */
    const char *output_folder;      /* -o; NULL = published/ */
    const char *font_definition;    /* --fonts; NULL = WORKSPACE/fonts/font-set.xml if there */
    unsigned workers;               /* -j */
    unsigned shard, shards;         /* --shard K/N */
    bool force;                     /* --force: make even what is up to date */
    bool allow_missing;             /* --allow-missing: what was not sent in stops no job */
    enum batch_output output;       /* --format=json */
};

int batch_ingest(const struct batch_options *options, const char *const *paths, size_t count);
int batch_publish(const struct batch_options *options, const char *publication,
                  const char *const *parameters);
int batch_run(const struct batch_options *options, const char *job, const char *const *parameters);
int batch_status(const struct batch_options *options);
int batch_list(const struct batch_options *options, const char *what); /* NULL: everything */
int batch_explain(const struct batch_options *options, const char *item);
int batch_check_format(const struct batch_options *options, const char *item);
int batch_retry(const struct batch_options *options);

/* What is decided about a certificate. */
struct certificate_change {
    const char *number, *reason;
    const char *day; /* NULL: today */
    bool current;    /* reissue: with the holder's row as it is now, not with the old content */
};
int batch_void(const struct batch_options *options, const struct certificate_change *change);
int batch_reissue(const struct batch_options *options, const struct certificate_change *change);
int batch_keygen(const struct batch_options *options);
int batch_verify(const struct batch_options *options, const char *what); /* 1 unless it is valid */

#endif
