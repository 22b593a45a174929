/* Structure tags of blocks, inlines and graphics; lists, tables and footnotes tag themselves.
 * Callers: the layout of those objects. */
#include "format/structure.h"

#include <string.h>

#include "format/format_messages.h"
#include "format/inline_layout.h"
#include "format/object.h"

/* The extension attribute under which other formatters take the description of a graphic. */
#define FOX_NAMESPACE "http://xmlgraphics.apache.org/fop/extensions"

struct role {
    const char *name;
    enum structure_type type;
    int level;      /* of headings */
    bool is_inline; /* may stand within a line */
};

static const struct role roles[] = {
    {"artifact", STRUCTURE_ARTIFACT, 0, true},   {"P", STRUCTURE_PARAGRAPH, 0, false},
    {"H1", STRUCTURE_HEADING, 1, false},         {"H2", STRUCTURE_HEADING, 2, false},
    {"H3", STRUCTURE_HEADING, 3, false},         {"H4", STRUCTURE_HEADING, 4, false},
    {"H5", STRUCTURE_HEADING, 5, false},         {"H6", STRUCTURE_HEADING, 6, false},
    {"Part", STRUCTURE_PART, 0, false},          {"Art", STRUCTURE_ARTICLE, 0, false},
    {"Sect", STRUCTURE_SECTION, 0, false},       {"Div", STRUCTURE_DIVISION, 0, false},
    {"BlockQuote", STRUCTURE_QUOTE, 0, false},   {"Caption", STRUCTURE_CAPTION, 0, false},
    {"TOC", STRUCTURE_CONTENTS, 0, false},       {"TOCI", STRUCTURE_CONTENTS_ITEM, 0, false},
    {"Index", STRUCTURE_INDEX, 0, false},        {"Note", STRUCTURE_NOTE, 0, true},
    {"Span", STRUCTURE_SPAN, 0, true},           {"Quote", STRUCTURE_INLINE_QUOTE, 0, true},
    {"Reference", STRUCTURE_REFERENCE, 0, true}, {"BibEntry", STRUCTURE_BIBLIOGRAPHY, 0, true},
    {"Code", STRUCTURE_CODE, 0, true},
};

/* Case aside: stylesheets write "h1" as well. */
static const struct role *role_of(const struct traits *traits)
{
    for (size_t i = 0; traits->role && i < sizeof roles / sizeof *roles; i++)
        if (xmlStrcasecmp((const xmlChar *)roles[i].name, (const xmlChar *)traits->role) == 0)
            return &roles[i];
    return NULL;
}

/* Letters, then subtags of at most eight letters and digits each. */
const char *structure_language(const char *language)
{
    size_t length = 0;
    bool first = true;
    if (!language || strcmp(language, "none") == 0)
        return NULL;
    for (const char *at = language; *at; at++) {
        bool letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z');
        bool digit = *at >= '0' && *at <= '9';
        if (*at == '-' && length > 0) {
            length = 0;
            first = false;
        } else if (!(letter || (digit && !first)) || ++length > 8) {
            return NULL;
        }
    }
    return length > 0 ? language : NULL;
}

/* The language, if it is another than that of `around`. */
static const char *language_beside(struct arena *arena, const char *language, const char *around)
{
    language = structure_language(language);
    if (!language || (around && strcmp(language, around) == 0))
        return NULL;
    return arena_copy(arena, language);
}

static struct structure_tag *new_tag(struct formatter *formatter, struct arena *arena,
                                     enum structure_type type)
{
    return (struct structure_tag *)formatter_tag(formatter, arena, type);
}

/* Whether it stands in lines: markers and floats stand elsewhere. */
static bool takes_room(const xmlNode *node)
{
    enum object object = object_of(node);
    return inline_is_level(node) && object != OBJECT_MARKER && object != OBJECT_FLOAT;
}

/* Whether text or something that stands in lines is among the children. */
static bool has_lines(const struct formatter *formatter, const xmlNode *node)
{
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, node, child)) != NULL)
        if (child->type == XML_ELEMENT_NODE ? takes_room(child) : object_is_text(child))
            return true;
    return false;
}

const struct structure_tag *structure_of_block(struct formatter *formatter, struct arena *arena,
                                               const xmlNode *node, const struct traits *traits)
{
    const struct role *role = role_of(traits);
    if (!role && !has_lines(formatter, node))
        return NULL;
    struct structure_tag *tag = new_tag(formatter, arena, role ? role->type : STRUCTURE_PARAGRAPH);
    if (tag) {
        tag->level = role ? role->level : 0;
        tag->language = language_beside(arena, traits->language, formatter->language);
    }
    return tag;
}

const struct structure_tag *structure_of_inline(struct formatter *formatter, struct arena *arena,
                                                const struct traits *traits,
                                                const struct traits *parent)
{
    const struct role *role = role_of(traits);
    const char *language = language_beside(arena, traits->language, parent->language);
    if (!language && !(role && role->is_inline))
        return NULL;
    struct structure_tag *tag =
        new_tag(formatter, arena, role && role->is_inline ? role->type : STRUCTURE_SPAN);
    if (tag)
        tag->language = language;
    return tag;
}

/* The attribute's value, copied; NULL if it is absent. */
static const char *described(struct arena *arena, const xmlNode *node, const char *name,
                             const char *space)
{
    xmlChar *value = xmlGetNsProp(node, (const xmlChar *)name, (const xmlChar *)space);
    const char *copy = arena_copy(arena, (char *)value);
    xmlFree(value);
    return copy;
}

const struct structure_tag *structure_of_graphic(struct formatter *formatter, struct arena *arena,
                                                 const xmlNode *node, const struct traits *traits,
                                                 const char *title)
{
    const char *alternative = described(arena, node, "alternate-text", YINFA_NAMESPACE);
    if (!alternative)
        alternative = described(arena, node, "alt-text", FOX_NAMESPACE);
    if (!alternative && !role_of(traits))
        alternative = traits->role;
    if (!alternative)
        alternative = arena_copy(arena, title);
    bool shown = alternative && *alternative;
    struct structure_tag *tag =
        new_tag(formatter, arena, shown ? STRUCTURE_FIGURE : STRUCTURE_ARTIFACT);
    if (tag && shown)
        tag->alternative = alternative;
    const char *source = property_attribute(node, "src");
    if (formatter->request->accessible && tag && !alternative && !role_of(traits))
        report_first(formatter->report, &MESSAGE_GRAPHIC_UNDESCRIBED, node,
                     source ? source : (const char *)node->name, NULL);
    return tag;
}
