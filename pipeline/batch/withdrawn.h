/* Files that leave the folder of what is published. Outside of a transaction; -1: reported. */
#ifndef YINFA_BATCH_WITHDRAWN_H
#define YINFA_BATCH_WITHDRAWN_H

#include "batch/session.h"

/* Takes the files of certificates out of force (voided, replaced), copies with masked numbers too,
 * out of published/; counted in session->withdrawn. The bytes of what was printed stay in the
 * archive; what was published into another folder is not touched. */
int withdrawn_remove(struct session *session);

/* Of a publication that makes an item for each row: begin before it is published, note each item
 * that its rows name, and when all of them were met take the files of the others out of `folder`
 * and forget those items; counted in session->left_over. Printed certificates are not touched. */
int withdrawn_begin(struct session *session);
int withdrawn_note(struct session *session, const char *item);
int withdrawn_unnamed(struct session *session, const struct publication *publication,
                      const struct parameter_values *values, const char *folder);

#endif
