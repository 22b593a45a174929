/* What the fuzz targets share: a font set read once, and a document formatted to nowhere. */
#ifndef YINFA_TESTS_FUZZ_FORMATTING_H
#define YINFA_TESTS_FUZZ_FORMATTING_H

#include <libxml/tree.h>
#include <stddef.h>
#include <stdint.h>

/* Reads the font set of the current folder and silences libxml2; ends the program if there is none.
 */
void formatting_prepare(void);

/* Formats to a trace and, if no error was found, to PDF, both thrown away. `picture` is what every
 * external-graphic gets (NULL: nothing can be fetched). Ends the program if a device fails: hostile
 * input must lead to findings, not to failures. */
void formatting_run(const xmlDoc *document, const uint8_t *picture, size_t length);

#endif
