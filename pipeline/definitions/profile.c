/* Profiles: the schema has seen that every value is there and has its form, so that reading them is
 * one table of places. Called by the verb check-format and by publish/ for outputs that are
 * checked.
 */
#include "definitions/profile.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "definitions/definition_messages.h"

const char profile_national[] = "national";

/* Where a length stands: an attribute of a child element; of several children of that name, the one
 * whose name attribute says so. */
struct place {
    const char *element, *name, *attribute;
    size_t offset; /* in struct profile */
};

#define PLACE(element, name, attribute, member)                                                    \
    {                                                                                              \
        element, name, attribute, offsetof(struct profile, member)                                 \
    }

static const struct place lengths[] = {
    PLACE("sheet", NULL, "width", sheet_width),
    PLACE("sheet", NULL, "height", sheet_height),
    PLACE("type-area", NULL, "head", head),
    PLACE("type-area", NULL, "binding", binding),
    PLACE("type-area", NULL, "width", type_width),
    PLACE("type-area", NULL, "height", type_height),
    PLACE("grid", NULL, "pitch", pitch),
    PLACE("grid", NULL, "cell", cell),
    PLACE("element", "text", "size", text_size),
    PLACE("element", "title", "size", title_size),
    PLACE("element", "colophon", "size", colophon_size),
    PLACE("element", "page-number", "size", page_number_size),
    PLACE("element", "annex-label", "size", annex_label_size),
    PLACE("mark", NULL, "drop", mark_drop),
    PLACE("order", NULL, "mark-drop", order_mark_drop),
    PLACE("minutes", NULL, "mark-drop", minutes_mark_drop),
    PLACE("letter", NULL, "mark-drop", letter_mark_drop),
    PLACE("red-rule", NULL, "below-number", red_rule_drop),
    PLACE("letter", NULL, "rule-below-mark", letter_rule_drop),
    PLACE("letter", NULL, "rule-above-foot", letter_rule_rise),
    PLACE("letter", NULL, "rule-length", letter_rule_length),
    PLACE("colophon", NULL, "outer-rule", colophon_outer_rule),
    PLACE("colophon", NULL, "inner-rule", colophon_inner_rule),
    PLACE("page-number", NULL, "drop", page_number_drop),
    PLACE("page-number", NULL, "indent", page_number_indent),
    PLACE("tolerance", NULL, "margins", margin_tolerance),
    PLACE("tolerance", NULL, "lengths", length_tolerance),
};

static const struct place counts[] = {
    PLACE("grid", NULL, "rows", rows),
    PLACE("grid", NULL, "characters", characters),
    PLACE("rows", NULL, "below-mark", rows_below_mark),
    PLACE("rows", NULL, "below-red-rule", rows_below_red_rule),
    PLACE("seal", NULL, "per-row", seals_per_row),
};

/* "156mm", "29.609pt": at most three digits on either side of the point, as the schema wants. */
static millipoint length_of(const char *text)
{
    char *end;
    int64_t thousandths = strtol(text, &end, 10) * 1000;
    if (*end == '.')
        for (int64_t unit = 100; *++end >= '0' && *end <= '9'; unit /= 10)
            thousandths += (*end - '0') * unit;
    return (millipoint)(strcmp(end, "mm") == 0 ? (thousandths * 720 + 127) / 254 : thousandths);
}

/* The attribute at a place; NULL if there is none. */
static char *read_text(const xmlNode *profile, const struct place *place, struct arena *arena)
{
    const xmlNode *node = xml_child(profile, place->element);
    while (node && place->name) {
        const char *name = xml_attribute(arena, node, "name");
        if (name && strcmp(name, place->name) == 0)
            break;
        node = xml_next(node, place->element);
    }
    return node ? xml_attribute(arena, node, place->attribute) : NULL;
}

static const xmlNode *find_profile(const xmlDoc *document, const char *name, struct arena *arena)
{
    const xmlNode *node = xml_child(xmlDocGetRootElement(document), "profile");
    while (node && strcmp(xml_attribute(arena, node, "name"), name) != 0)
        node = xml_next(node, "profile");
    return node;
}

static int mistake(const struct place *place, const char *name, const struct finding *where,
                   struct finding_list *findings)
{
    finding_report(findings, &MESSAGE_PROFILE_VALUE, where, name,
                   place->name ? place->name : place->element, place->attribute, NULL);
    return -1;
}

static int read_values(const xmlNode *node, const char *name, const struct finding *where,
                       struct arena *arena, struct finding_list *findings, struct profile *profile)
{
    char *base = (char *)profile;
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        const char *text = read_text(node, &lengths[i], arena);
        if (!text)
            return mistake(&lengths[i], name, where, findings);
        *(millipoint *)(void *)(base + lengths[i].offset) = length_of(text);
    }
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        const char *text = read_text(node, &counts[i], arena);
        if (!text)
            return mistake(&counts[i], name, where, findings);
        *(int *)(void *)(base + counts[i].offset) = (int)strtol(text, NULL, 10);
    }
    const struct place mirrored = {"type-area", NULL, "mirrored", 0};
    const char *text = read_text(node, &mirrored, arena);
    profile->mirrored = text && strcmp(text, "yes") == 0;
    return 0;
}

int profile_read(const char *path, const char *schema_folder, const char *name,
                 struct finding_list *findings, struct profile *profile)
{
    struct arena *arena = arena_new();
    const struct finding where = {.file = arena_copy(arena, path)};
    xmlDoc *document = xml_read_definition(
        path, schema_folder ? arena_print(arena, "%s/profile.xsd", schema_folder) : NULL, findings);
    const xmlNode *node = document ? find_profile(document, name, arena) : NULL;
    int status = -1;
    *profile = (struct profile){0};
    if (node)
        status = read_values(node, name, &where, arena, findings, profile);
    else if (document)
        finding_report(findings, &MESSAGE_PROFILE_MISSING, &where, name, NULL);
    xmlFreeDoc(document);
    arena_free(arena);
    return status;
}
