/* draw/pdf: the device that writes PDF, and the only user of libharu (its object layer; fonts, xref
 * and page tree are written as decisions say: each finished page leaves memory as it is done). */
#ifndef YINFA_DRAW_PDF_H
#define YINFA_DRAW_PDF_H

#include <stdbool.h>
#include <stddef.h>

#include "format/device.h"

/* Takes the file's bytes in order; -1 stops the document (already reported). */
typedef int pdf_sink(void *state, const void *bytes, size_t length);

struct pdf_options {
    const char *title;    /* document information and XMP; UTF-8 */
    const char *author;   /* may be NULL */
    const char *subject;  /* may be NULL */
    const char *keywords; /* may be NULL */
    const char *date;     /* ISO 8601 date or date-time from the data, "2024-01-10"; NULL = none */
    const char *language; /* BCP 47, "zh-CN" */
    const char *number; /* document or certificate number for XMP (verify reads it); may be NULL */
    bool tagged;        /* write the structure tree */
};

struct pdf_device;

/* Begins a document of PDF 1.7 claiming PDF/A-2u; `options` are copied. */
struct pdf_device *pdf_open(pdf_sink *sink, void *sink_state, const struct pdf_options *options);

/* The device to draw on; borrowed. */
const struct device *pdf_as_device(struct pdf_device *pdf);

/* Writes what remains (fonts, metadata, structure, xref; /ID from the content's digest) and frees
 * the device. -1 if anything failed on the way (reported once). */
int pdf_close(struct pdf_device *pdf);

/* Frees the device without finishing the document. */
void pdf_abandon(struct pdf_device *pdf);

#endif
