/* Fuzz target: a whole XSL-FO document. Half the inputs are changed as trees (tree_mutator.c), with
 * the formatter's own properties and tokens, for
 * bytes changed blindly are seldom XML. Run by `make fuzz`. */
#include <libxml/parser.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "format/property_table.h"
#include "formatting.h"
#include "tree_mutator.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);

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

static const char *const OBJECTS[] = {"basic-link",
                                      "bidi-override",
                                      "block",
                                      "block-container",
                                      "bookmark",
                                      "bookmark-title",
                                      "bookmark-tree",
                                      "character",
                                      "conditional-page-master-reference",
                                      "external-graphic",
                                      "float",
                                      "footnote",
                                      "footnote-body",
                                      "initial-property-set",
                                      "inline",
                                      "inline-container",
                                      "instream-foreign-object",
                                      "leader",
                                      "list-block",
                                      "list-item",
                                      "list-item-body",
                                      "list-item-label",
                                      "marker",
                                      "page-number",
                                      "page-number-citation",
                                      "page-number-citation-last",
                                      "page-sequence",
                                      "region-after",
                                      "region-before",
                                      "region-body",
                                      "region-end",
                                      "region-start",
                                      "retrieve-marker",
                                      "retrieve-table-marker",
                                      "simple-page-master",
                                      "static-content",
                                      "table",
                                      "table-and-caption",
                                      "table-body",
                                      "table-caption",
                                      "table-cell",
                                      "table-column",
                                      "table-footer",
                                      "table-header",
                                      "table-row",
                                      "wrapper",
                                      NULL};

static const char *const VALUES[] = {"0",
                                     "1",
                                     "-1",
                                     "2",
                                     "3",
                                     "7",
                                     "100",
                                     "2147483647",
                                     "0pt",
                                     "1pt",
                                     "-3pt",
                                     "40pt",
                                     "1000pt",
                                     "1e9pt",
                                     "-1e9pt",
                                     "0.1em",
                                     "-2em",
                                     "9em",
                                     "50%",
                                     "100%",
                                     "-20%",
                                     "1000%",
                                     "always",
                                     "auto",
                                     "all",
                                     "none",
                                     "page",
                                     "a",
                                     "p",
                                     "inherit",
                                     "1pt + 2em",
                                     "proportional-column-width(1)",
                                     "red",
                                     "solid",
                                     "url(a)",
                                     "body-start()",
                                     "label-end()",
                                     "from-parent()",
                                     "",
                                     "中文",
                                     NULL};

static const char *const TEXTS[] = {"中",
                                    "文字排版，“引号”——……",
                                    "word",
                                    "a long-ish word 2024年",
                                    " ",
                                    "\xc2\xa0",
                                    "\xe2\x80\x8b",
                                    "\xc2\xad",
                                    "𠀀",
                                    "e\xcc\x81",
                                    "\n",
                                    "（（（",
                                    NULL};

/* One of the tokens "a|b|c", copied into `value`. */
static void any_token(const char *tokens, char *value, size_t size)
{
    size_t count = 1;
    for (const char *at = tokens; *at; at++)
        count += *at == '|';
    const char *at = tokens;
    for (size_t skip = tree_chance(count); skip; skip--)
        at = strchr(at, '|') + 1;
    snprintf(value, size, "%.*s", (int)strcspn(at, "|"), at);
}

static const char *any_property(char *value, size_t size)
{
    const struct property *property = property_table_at(tree_chance(property_table_count()));
    value[0] = '\0';
    if (property->tokens && tree_chance(2))
        any_token(property->tokens, value, size);
    return property->name;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    static const struct tree_words words = {OBJECTS, VALUES, TEXTS, any_property};
    return tree_mutate(data, size, max_size, seed, &words);
}
