/* The list operation of attachment.h. Called by block_text.c and
 * footnote_layout.c. */
#include "format/attachment.h"

#include <stddef.h>

void attachment_append(struct attachments *attachments, struct attachment *attachment)
{
    if (attachments->last)
        attachments->last->next = attachment;
    else
        attachments->first = attachment;
    attachments->last = attachment;
}
