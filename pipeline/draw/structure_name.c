/* Names of structure types; called by the devices. */
#include "draw/structure_name.h"

const char *structure_name(enum structure_type type)
{
    static const char *const names[] = {[STRUCTURE_ARTIFACT] = "Artifact",
                                        [STRUCTURE_PARAGRAPH] = "P",
                                        [STRUCTURE_HEADING] = "H",
                                        [STRUCTURE_SPAN] = "Span",
                                        [STRUCTURE_TABLE] = "Table",
                                        [STRUCTURE_TABLE_HEAD] = "THead",
                                        [STRUCTURE_TABLE_BODY] = "TBody",
                                        [STRUCTURE_TABLE_ROW] = "TR",
                                        [STRUCTURE_TABLE_HEADER_CELL] = "TH",
                                        [STRUCTURE_TABLE_CELL] = "TD",
                                        [STRUCTURE_LIST] = "L",
                                        [STRUCTURE_LIST_ITEM] = "LI",
                                        [STRUCTURE_LIST_LABEL] = "Lbl",
                                        [STRUCTURE_LIST_BODY] = "LBody",
                                        [STRUCTURE_FIGURE] = "Figure",
                                        [STRUCTURE_LINK] = "Link",
                                        [STRUCTURE_NOTE] = "Note",
                                        [STRUCTURE_DIVISION] = "Div",
                                        [STRUCTURE_TABLE_FOOT] = "TFoot",
                                        [STRUCTURE_CAPTION] = "Caption",
                                        [STRUCTURE_REFERENCE] = "Reference",
                                        [STRUCTURE_SECTION] = "Sect",
                                        [STRUCTURE_QUOTE] = "BlockQuote",
                                        [STRUCTURE_CONTENTS] = "TOC",
                                        [STRUCTURE_CONTENTS_ITEM] = "TOCI",
                                        [STRUCTURE_PART] = "Part",
                                        [STRUCTURE_ARTICLE] = "Art",
                                        [STRUCTURE_INDEX] = "Index",
                                        [STRUCTURE_INLINE_QUOTE] = "Quote",
                                        [STRUCTURE_BIBLIOGRAPHY] = "BibEntry",
                                        [STRUCTURE_CODE] = "Code"};
    return names[type];
}
