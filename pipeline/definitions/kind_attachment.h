/* <attachment> of kind.xml: pictures that lie beside a submission. Private to definitions/. */
#ifndef YINFA_DEFINITIONS_KIND_ATTACHMENT_H
#define YINFA_DEFINITIONS_KIND_ATTACHMENT_H

#include "definitions/definition.h"
#include "definitions/kind.h"

/* Reads them into `kind`, which has its tables; mistakes go to the definition's findings. */
void kind_attachment_read(const struct definition *definition, struct kind *kind);

#endif
