/* What a document says of itself. fo:declarations may hold an XMP packet (ISO 16684-1) or its
 * rdf:RDF alone, as other formatters take it: dc:title, dc:creator, dc:description and pdf:Keywords
 * are read from it. Without a title there, the fo:title (XSL 1.1 §6.4.20) of the first page
 * sequence is it. */
#ifndef YINFA_FORMAT_DOCUMENT_INFORMATION_H
#define YINFA_FORMAT_DOCUMENT_INFORMATION_H

#include "format/formatter.h"

/* Reads fo:declarations; what is found goes into `information`, in the run's arena. */
void document_information_read(struct formatter *formatter, const xmlNode *declarations,
                               struct document_information *information);

/* Reads the fo:title of a page sequence, if there is no title yet. */
void document_information_read_title(struct formatter *formatter, const xmlNode *page_sequence,
                                     struct document_information *information);

#endif
