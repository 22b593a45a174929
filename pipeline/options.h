/* The command line: one set of options for all verbs, each verb naming those it takes. Used by main
 * and the verb files beside it. */
#ifndef YINFA_OPTIONS_H
#define YINFA_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "batch/batch.h"
#include "draw/pdf.h"

enum { MAXIMUM_DEFINITIONS = 13 };

struct options {
    struct batch_options batch;
    const char *definitions[MAXIMUM_DEFINITIONS + 1]; /* what batch.definitions points to */
    const char *check;        /* fonts --check TEXT|FILE; NULL = not given */
    const char *reason;       /* void, reissue --reason TEXT; NULL = not given */
    const char *date;         /* void, reissue --date=; NULL = not given */
    bool current;             /* reissue --current */
    bool trace;               /* format --trace */
    bool relaxed;             /* format --relaxed */
    struct pdf_claims claims; /* format --pdf */
    bool quiet;
    bool help;
    const char **operands; /* what is left, NULL-terminated; owned */
    size_t operand_count;
};

/* A verb of the command table. */
struct verb {
    const char *name;
    const char *accepted; /* letters of the options it takes, see options.c */
    int (*run)(const struct options *options);
    const char *usage;   /* "ingest [-w DIR] PATH..." */
    const char *chinese; /* one line: what it does */
    const char *english;
    const char *help_chinese; /* the rest of --help, with an example */
    const char *help_english;
};

/* Reads the arguments after the verb. 0, or -1 after saying what is wrong. The caller releases with
 * options_free(). --lang takes effect at once. */
int options_read(const struct verb *verb, int argument_count, char **arguments,
                 struct options *options);
void options_free(struct options *options);

#endif
