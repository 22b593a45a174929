/* A session: what one verb has open — workspace, definitions, fonts, publisher, intake — each
 * opened when first asked for, all closed together. Every file of batch/ works on one. */
#ifndef YINFA_BATCH_SESSION_H
#define YINFA_BATCH_SESSION_H

#include "base/arena.h"
#include "base/finding.h"
#include "batch/batch.h"
#include "definitions/job.h"
#include "definitions/kind.h"
#include "definitions/publication.h"
#include "intake/intake.h"
#include "publish/publisher.h"
#include "store/certificate_signer.h"
#include "store/workspace.h"

struct session {
    const struct batch_options *options;
    struct arena *arena;           /* lives as long as the session */
    struct finding_list *findings; /* of definitions, gates and items; printed by the verb */
    struct workspace *workspace;   /* in the mode the verb asked for */
    struct workspace *reader;      /* read-only, the publisher's */
    struct kind_set *kinds;
    struct publication_set *publications;
    struct job_set *jobs;
    struct font_set *fonts;
    struct publisher *publisher;
    struct intake *intake;
    struct certificate_signer *signer;
    int64_t run;               /* row of table run; 0 = none */
    size_t accepted, returned; /* submissions of this session */
    size_t made, kept, failed; /* items of this session */
    size_t printed;            /* among those kept: certificates that are not made again */
    size_t restored;           /* files of these put back, from the archive or into it */
    size_t issued;             /* certificates that were given numbers */
    size_t withdrawn;          /* files of certificates out of force taken out of published/ */
    size_t left_over;          /* … of items that are named no more */
};

/* Opens the workspace in `mode`. 0, or -1 reported; in both cases session_close() is to be called.
 */
int session_open(struct session *session, const struct batch_options *options,
                 enum store_mode mode);
void session_close(struct session *session);

/* Each returns 0 when the part is there, or -1 after the mistakes in the definitions were printed.
 */
int session_need_kinds(struct session *session);
int session_need_publications(struct session *session);
int session_need_jobs(struct session *session);
int session_need_publisher(struct session *session); /* also publications and fonts */
int session_need_intake(struct session *session);    /* also kinds */
int session_need_signer(struct session *session);    /* the office's key; none yet: reported */

/* Brings tables and views of the kinds up to date where kind.xml files changed since they were
 * made; the session is open for writing. */
int session_settle_kinds(struct session *session);

/* Prints what was found in definitions or parameters; -1, for returning. */
int session_refuse(struct session *session);

/* Path of a file that comes with the program or a definitions folder ("schemas/regions/hubei.xml"):
 * the first that exists; NULL if none. In the session's arena. */
const char *session_shipped(struct session *session, const char *name);

/* A path of the table output: below the workspace, or absolute as it is. In the session's arena. */
const char *session_path(struct session *session, const char *path);

/* Begins the row of table `run`; an unfinished run of the same job and parameters is taken up. */
int session_begin_run(struct session *session, const char *job, const char *parameters);

/* Writes state and counts of the run. */
int session_end_run(struct session *session, const char *state);

#endif
