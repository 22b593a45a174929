/* Two list operations; see attachment.h. Called by out_of_line.c, marker.c, block_layout.c and
 * vertical.c. */
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

void attachment_move(struct attachments *to, struct attachments *from)
{
    if (!from->first)
        return;
    if (to->last)
        to->last->next = from->first;
    else
        to->first = from->first;
    to->last = from->last;
    *from = (struct attachments){NULL, NULL};
}
