/* How wide the gaps of one line become: justification in CLREQ's order (§3.5). */
#ifndef YINFA_FORMAT_LINE_JUSTIFY_H
#define YINFA_FORMAT_LINE_JUSTIFY_H

#include "format/line_build.h"

struct justified {
    millipoint x;        /* where the first item stands, in the block */
    millipoint slack;    /* blank behind a line that is not justified */
    millipoint leader;   /* added to each leader */
    millipoint overfull; /* by how much the line is too long, else 0 */
};

/* Fills, for each item of the line, the gap after it and what is shared out between its letters
 * (only in distributed text and y:text-justify="inter-character"). */
struct justified line_justify(const struct paragraph *paragraph, const struct line_request *request,
                              millipoint *gaps, millipoint *letters);

#endif
