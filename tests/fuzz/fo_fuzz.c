/* Fuzz target: a whole XSL-FO document. Half the inputs are changed as trees (fo_mutator.c), for
 * bytes changed blindly are seldom XML. Run by `make fuzz`. */
#include <libxml/parser.h>
#include <limits.h>

#include "formatting.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    formatting_prepare();
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > INT_MAX)
        return 0;
    xmlDoc *document = xmlReadMemory((const char *)data, (int)size, "fuzz.fo", NULL,
                                     XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA |
                                         XML_PARSE_NOENT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!document)
        return 0;
    formatting_run(document, NULL, 0);
    xmlFreeDoc(document);
    return 0;
}
