/* Intake: files in, rows or findings out. Three steps, one streaming pass:
 *   register   archive the bytes under their digest before anything else, give the file a number;
 *   validate   SAX pass: hostile-XML limits, XSD (xmlSchemaValidateStream), into TEMP staging
 * tables; normalise  business rules over staging and store, then INSERT … SELECT or roll back. One
 * transaction a submission. batch/ calls it; the returned slip is batch's. */
#ifndef YINFA_INTAKE_INTAKE_H
#define YINFA_INTAKE_INTAKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/finding.h"
#include "definitions/kind.h"
#include "store/workspace.h"

struct intake;

/* Makes or checks the tables of every kind (kind_tables.c) and compiles the XSDs on first use. The
 * workspace must be open for writing. NULL: reported. Freed with intake_close(). */
struct intake *intake_open(struct workspace *workspace, const struct kind_set *kinds);
void intake_close(struct intake *intake);

enum intake_state {
    INTAKE_ACCEPTED,
    INTAKE_RETURNED,
    INTAKE_UNCHANGED,     /* these bytes were accepted before and are current: nothing done */
    INTAKE_STILL_RETURNED /* these bytes were returned before, with the same findings */
};

/* What became of one file. */
struct intake_result {
    const char *file;   /* as given */
    int64_t submission; /* its row; 0 if it could not even be registered */
    enum intake_state state;
    int64_t supersedes;             /* the submission it superseded; 0 = none */
    size_t errors, warnings, notes; /* findings stored with it */
};

/* Called once per file when its fate is known. The findings are those of this file. */
typedef void intake_report(void *state, const struct intake_result *result,
                           const struct finding_list *findings);

/* Takes in `count` paths: files, "-" (stdin), or folders (read one level, sorted by bytes; names
 * that begin with '.' and pictures are passed over; a sub-folder in it is a finding). All are
 * registered first, then validated by kind rank and order. Files that lie in the workspace's inbox
 * are moved out of it to accepted/ or returned/; others are copied there. Returns 0, or -1 on a
 * failure of the program (the files not yet done stay where they are; the next run takes them up).
 */
int intake_run(struct intake *intake, const char *const *paths, size_t count, intake_report *report,
               void *report_state);

/* Validates a returned submission again from the archive (yinfa retry): the plan may have arrived
 * in the meantime. */
int intake_retry(struct intake *intake, int64_t submission, intake_report *report,
                 void *report_state);

#endif
