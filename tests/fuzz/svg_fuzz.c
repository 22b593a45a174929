/* Fuzz target: the bytes of a picture, which the formatter takes for SVG, PNG or JPEG by what they
 * begin with. Run by `make fuzz`. */
#include <libxml/parser.h>

#include "formatting.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char DOCUMENT[] =
    "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'><fo:layout-master-set>"
    "<fo:simple-page-master master-name='p' page-width='300pt' page-height='300pt'>"
    "<fo:region-body/></fo:simple-page-master></fo:layout-master-set>"
    "<fo:page-sequence master-reference='p'><fo:flow flow-name='xsl-region-body'><fo:block>"
    "<fo:external-graphic src='url(picture.svg)'/>"
    "<fo:external-graphic src='url(picture.svg)' content-width='50pt' content-height='80pt'/>"
    "</fo:block></fo:flow></fo:page-sequence></fo:root>";

static xmlDoc *document;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    formatting_prepare();
    document = xmlReadMemory(DOCUMENT, sizeof DOCUMENT - 1, "fuzz.fo", NULL, XML_PARSE_NONET);
    return document ? 0 : -1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    formatting_run(document, data, size);
    return 0;
}
