/* A job: pipeline/jobs/NAME.xml, an ordered list of stages with parameters. batch/ runs it. Format:
 * schemas/definitions/job.xsd. */
#ifndef YINFA_DEFINITIONS_JOB_H
#define YINFA_DEFINITIONS_JOB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/finding.h"
#include "definitions/parameter.h"

enum stage_type {
    STAGE_INGEST,  /* take in what lies at `path` */
    STAGE_GATE,    /* SQL that returns what stands in the way, worded as findings */
    STAGE_PUBLISH, /* make a publication */
    STAGE_ISSUE    /* give the certificates of a publication their numbers */
};

struct stage {
    enum stage_type type;
    const char *origin; /* file:line */

    /* STAGE_INGEST */
    const char *path; /* "inbox", or "shipped:schemas/regions/hubei.xml" below the program's home */

    /* STAGE_GATE */
    const char *id;
    enum finding_level level; /* error: the job stops here with exit status 4 */
    bool about_missing;       /* what it finds is missing; --allow-missing goes on all the same */
    const char *chinese, *english, *mend_chinese, *mend_english;
    const char *sql; /* each row is one finding; columns: line, field, value, record, file … */

    /* STAGE_PUBLISH, STAGE_ISSUE */
    const char *publication;
    const char *const *with; /* "name=value" patterns over the job's parameters, NULL-terminated */
};

struct job {
    const char *name;
    const char *title;
    const struct parameter *parameters;
    size_t parameter_count;
    const struct stage *stages;
    size_t stage_count;
};

struct job_set;

/* Reads every FOLDER/NAME.xml; see kind_set_read(). */
struct job_set *job_set_read(const char *const *folders, const char *definition_schema_folder,
                             struct finding_list *findings);
void job_set_free(struct job_set *set);
size_t job_set_count(const struct job_set *set);
const struct job *job_set_at(const struct job_set *set, size_t index);
const struct job *job_lookup(const struct job_set *set, const char *name);

#endif
