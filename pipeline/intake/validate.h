/* One pass over a submission's bytes: hostile-XML limits, well-formedness, the kind's XSD, and its
 * values into staging, all at once and in memory that does not grow with the file. Private to
 * intake/. */
#ifndef YINFA_INTAKE_VALIDATE_H
#define YINFA_INTAKE_VALIDATE_H

#include <libxml/xmlschemas.h>

#include "intake/examination.h"
#include "intake/staging.h"

enum {
    VALIDATE_DEPTH = 64,        /* elements in elements */
    VALIDATE_TEXT = 1024 * 1024 /* bytes of text directly in one element */
};

/* What the root element of a file is; strings in the arena, NULL where there is none. Says nothing:
 * validate_file() finds the same on its way. */
struct validate_root {
    const char *name_space, *name;
};
struct validate_root validate_detect(struct arena *arena, const char *path);

enum validate_outcome {
    VALIDATE_WHOLE = 0, /* read to the end; there may be findings */
    VALIDATE_CUT = 1    /* ended early: not well-formed, or a limit was passed; a finding says so */
};

/* Reads the file at `path` into findings and, unless `staging` is NULL, rows. `schema` may be NULL
 * when the kind is not known. Returns an outcome, or -1 on a failure of the program (reported). */
int validate_file(struct examination *examination, const char *path, xmlSchema *schema,
                  struct staging *staging);

#endif
