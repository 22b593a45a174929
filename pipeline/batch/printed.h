/* Printed certificates: the files of one are kept in the archive under their digests and noted in
 * certificate_file; from then on the item is not made again, and what is missing or altered among
 * the published files is put back from there, byte for byte. */
#ifndef YINFA_BATCH_PRINTED_H
#define YINFA_BATCH_PRINTED_H

#include "batch/session.h"

/* Whether that item is a certificate that was printed. */
bool printed_has(struct session *session, const char *item);

/* Keeps the files just made for the certificate with that number and marks it as printed, in the
 * open transaction. `folder`: where they were published, as outputs name it. The archive is not
 * synced: before the transaction ends printed_sync() is called. -1: reported. */
int printed_keep(struct session *session, const struct publish_item *item, const char *folder,
                 const struct publish_output *outputs, size_t count);
int printed_sync(struct session *session);

/* A file of a printed item, as the ledger knows it. */
struct printed_file {
    struct publish_output output; /* its place in the folder asked about */
    bool recorded;                /* in table output */
};

/* The files of a printed item, those missing or altered in `folder` or in the archive put back,
 * each from the other; `*files` in the session's arena. What both have lost is an error in the
 * findings. -1: reported. */
int printed_restore(struct session *session, const char *item, const char *folder,
                    struct finding_list *findings, struct printed_file **files, size_t *count);

#endif
