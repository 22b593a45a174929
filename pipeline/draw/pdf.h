/* draw/pdf: the device that writes PDF, and the only user of libharu (its object layer; fonts, xref
 * and page tree are written as decisions say: each finished page leaves memory as it is done). */
#ifndef YINFA_DRAW_PDF_H
#define YINFA_DRAW_PDF_H

#include <stdbool.h>
#include <stddef.h>

#include "format/device.h"

/* Takes the file's bytes in order; -1 stops the document (already reported). */
typedef int pdf_sink(void *state, const void *bytes, size_t length);

/* The levels of PDF/A (ISO 19005) a document may claim. */
enum pdf_archive {
    PDF_ARCHIVE_2U, /* the default: every character can be extracted */
    PDF_ARCHIVE_2A, /* and the structure is complete */
    PDF_ARCHIVE_1B  /* PDF 1.4 as it looks: nothing transparent, no structure, no compressed objects
                     */
};

struct pdf_claims {
    enum pdf_archive archive;
    bool accessible; /* PDF/UA-1 (ISO 14289-1) as well; not with 1b, which lacks what it needs */
};

/* Reads a comma list of "2u", "2a", "1b" (one of them at most) and "ua1", such as "2a,ua1". False:
 * it is none; not reported. */
bool pdf_claims_read(const char *text, struct pdf_claims *claims);

/* Whether they promise a complete structure. */
static inline bool pdf_claims_structure(const struct pdf_claims *claims)
{
    return claims->archive == PDF_ARCHIVE_2A || claims->accessible;
}

/* The texts are what holds if the document says nothing of itself: device.h, information(). */
struct pdf_options {
    const char *title;    /* document information and XMP; UTF-8 */
    const char *author;   /* may be NULL */
    const char *subject;  /* may be NULL */
    const char *keywords; /* may be NULL */
    const char *date;     /* ISO 8601 date or date-time from the data, "2024-01-10"; NULL = none */
    const char *language; /* BCP 47, "zh-CN" */
    const char *number; /* document or certificate number for XMP (verify reads it); may be NULL */
    struct pdf_claims claims;
    bool tagged; /* write the structure tree; 2a and ua1 want it, 1b goes without */
};

struct pdf_device;

/* Begins a document; `options` are copied. */
struct pdf_device *pdf_open(pdf_sink *sink, void *sink_state, const struct pdf_options *options);

/* The device to draw on; borrowed. */
const struct device *pdf_as_device(struct pdf_device *pdf);

/* Writes what remains (fonts, metadata, structure, xref; /ID from the content's digest) and frees
 * the device. -1 if anything failed on the way (reported once). */
int pdf_close(struct pdf_device *pdf);

/* Frees the device without finishing the document. */
void pdf_abandon(struct pdf_device *pdf);

#endif
