/* y:qr-code, our extension element at inline level: a QR code (GB/T 18284, ISO/IEC 18004) drawn as
 * vectors.
 *
 *   <y:qr-code content="https://…" width="25mm" error-correction="M" quiet-zone="4" color="#000"/>
 *
 * `content` is the text, encoded as UTF-8; `width` or `height` the length of a side with the quiet
 * zone, 20 mm if neither is given; `error-correction` L, M, Q or H (7, 15, 25, 30 % may be lost),
 * M if it is not given; `quiet-zone` the blank modules around, 4 as the standard wants it. Modules
 * are drawn in `color`, on background-color if there is one. Spaces, borders, padding, alignment
 * and id are as on fo:external-graphic; where no alternative text is given the content is it. */
#ifndef YINFA_FORMAT_QR_CODE_H
#define YINFA_FORMAT_QR_CODE_H

#include "format/paragraph.h"

void qr_code_add(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
                 const struct run_style *style);

#endif
