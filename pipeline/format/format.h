/* The formatter: XSL-FO (W3C XSL 1.1) with Chinese typesetting (CLREQ) from a source to a device.
 * It opens no files, knows no database and no PDF. publish/ calls it for publications, main for
 * `yinfa format`. */
#ifndef YINFA_FORMAT_FORMAT_H
#define YINFA_FORMAT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/finding.h"
#include "format/device.h"
#include "format/fo_source.h"
#include "type/font_set.h"

/* Namespaces of formatting objects and of our extension properties and elements. */
#define FO_NAMESPACE    "http://www.w3.org/1999/XSL/Format"
#define YINFA_NAMESPACE "urn:yinfa:format"

/* Fetches the bytes an external-graphic's src names; the caller decides what may be read. Returns 0
 * and borrowed bytes good until the document ends, or -1 without reporting. */
typedef int format_fetch(void *state, const char *uri, const void **bytes, size_t *length,
                         const char **digest);

struct lasting;

struct format_request {
    struct fo_source source;
    struct font_set *fonts;
    const struct device *device;
    struct finding_list *findings; /* data and FO findings; see below */
    const char *file;              /* what findings call the FO: file or stylesheet name */
    bool accessible; /* a complete structure is promised: a graphic without words is a finding */
    bool relaxed;    /* unsupported properties warn instead of refusing */
    struct lasting *lasting; /* what is kept from one document to the next, all with these fonts
                              * (format/lasting.h); NULL: nothing is */
    format_fetch *fetch;     /* NULL: no images */
    void *fetch_state;
};

struct format_result {
    unsigned pages;
    bool failed; /* an error finding was added: the output must not be issued */
};

/* Formats the document onto the device. Returns 0 when the run went through (see result->failed),
 * -1 when the device or the source failed (already reported).
 *
 * Findings carry the nearest y:record and y:sheet attribute around the node (publish/ writes them)
 * as record and file, and the node's line. Errors: an unknown fo: object or property, invalid
 * nesting, a character that no font can draw, text that overflows where it may not. Warnings: an
 * invalid value of a known property (the initial or inherited value is used), a keep that could not
 * be met. Foreign-namespace elements and attributes are ignored (XSL 1.1 §4.2 allows it). */
int format_document(const struct format_request *request, struct format_result *result);

#endif
