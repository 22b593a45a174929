/* Resolving: the attributes of a node are collected as assignments, shorthands taken apart, sorted
 * from general to specific, and written over a copy of the parent's inherited traits and the
 * initial values of the rest. font-size goes first because em depends on it. Results are kept
 * under (parent traits, attribute bytes), from document to document but where there was something
 * to say, which is said again in each, or an image was opened, which goes with its document. Called
 * by every layout file. */
#include "format/property.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/format.h"
#include "format/format_messages.h"
#include "format/property_cache.h"
#include "format/property_shorthand.h"
#include "format/property_table.h"
#include "format/property_value.h"

enum { ASSIGNMENT_LIMIT = 160 };

struct properties {
    struct arena *arena;
    struct font_set *fonts;
    struct report *report;
    struct traits initial;
    struct property_cache *cache;
    struct buffer key; /* of the node being looked up */
    unsigned document; /* number of the one being formatted */
    bool relaxed;
    property_open_image *open_image;
    void *open_state;
};

struct assignment {
    const struct property *property;
    const char *value;
    size_t length;
    int rank;
};

/* The node being resolved. */
struct resolution {
    struct properties *properties;
    const xmlNode *node;
    const struct traits *parent;
    const struct traits *column; /* of the table column, or NULL */
    struct traits *traits;
    struct assignment assignments[ASSIGNMENT_LIMIT];
    size_t count;
    int rank;         /* of what is being expanded */
    bool page_object; /* margins are margins, not indents */
    bool margin_given[SIDE_COUNT];
    bool space_given[2];
};

/* --- Assignments ----------------------------------------------------------------------------- */

static struct property_reading reading_of(const struct resolution *resolution,
                                          const struct property *property)
{
    return (struct property_reading){.property = property,
                                     .arena = resolution->properties->arena,
                                     .parent = resolution->parent,
                                     .column = resolution->column,
                                     .own = resolution->traits};
}

static void report_invalid(struct resolution *resolution, const char *name, const char *value,
                           size_t length)
{
    if (!resolution->node)
        return;
    char *copy = arena_copy_bytes(resolution->properties->arena, value, length);
    report_at(resolution->properties->report, &MESSAGE_PROPERTY_INVALID, resolution->node, name,
              copy, NULL);
}

static void assign(struct resolution *resolution, const struct property *property,
                   const char *value, size_t length, int rank)
{
    if (resolution->count == ASSIGNMENT_LIMIT)
        return; /* more than every property there is on one object: repeated shorthands only */
    size_t at = resolution->count++;
    while (at > 0 && resolution->assignments[at - 1].rank > rank) {
        resolution->assignments[at] = resolution->assignments[at - 1];
        at--;
    }
    resolution->assignments[at] = (struct assignment){property, value, length, rank};
}

static void assign_part(void *state, const char *name, const char *value, size_t length)
{
    struct resolution *resolution = state;
    const struct property *property = property_table_find(name, strlen(name), false);
    if (property)
        assign(resolution, property, value, length, resolution->rank);
}

static bool is_inherit(const char *value, size_t length)
{
    return length == 7 && memcmp(value, "inherit", 7) == 0;
}

static bool is_inline_level(const xmlNode *node)
{
    return node && (strcmp((const char *)node->name, "inline") == 0 ||
                    strcmp((const char *)node->name, "wrapper") == 0);
}

static void collect(struct resolution *resolution, const char *name, bool is_extension,
                    const char *value)
{
    value += strspn(value, " \t\r\n");
    size_t length = strlen(value);
    while (length && strchr(" \t\r\n", value[length - 1]))
        length--;
    const struct property *property = property_table_find(name, strlen(name), is_extension);
    if (!property) {
        const struct message *message = resolution->properties->relaxed
                                            ? &MESSAGE_PROPERTY_UNKNOWN_RELAXED
                                            : &MESSAGE_PROPERTY_UNKNOWN;
        report_at(resolution->properties->report, message, resolution->node, name, NULL);
        return;
    }
    if (property->type == PROPERTY_IGNORED)
        return;
    if (property->type == PROPERTY_UNSUPPORTED) {
        if (!keyword_is_token(property->tokens, value, length) && !is_inherit(value, length))
            report_at(resolution->properties->report,
                      resolution->properties->relaxed ? &MESSAGE_PROPERTY_UNSUPPORTED_RELAXED
                                                      : &MESSAGE_PROPERTY_UNSUPPORTED,
                      resolution->node, name,
                      arena_copy_bytes(resolution->properties->arena, value, length), NULL);
        return;
    }
    resolution->rank = property_shorthand_rank(name);
    if (property->type != PROPERTY_SHORTHAND)
        assign(resolution, property, value, length, resolution->rank);
    else if (!property_shorthand_expand(name, value, length, is_inline_level(resolution->node),
                                        assign_part, resolution))
        report_invalid(resolution, name, value, length);
}

static void note_given(struct resolution *resolution, size_t offset)
{
    for (int side = 0; side < SIDE_COUNT; side++)
        if (offset == offsetof(struct traits, margin) + (size_t)side * sizeof(struct measure))
            resolution->margin_given[side] = true;
    if (offset == offsetof(struct traits, space_before.optimum))
        resolution->space_given[0] = true;
    if (offset == offsetof(struct traits, space_after.optimum))
        resolution->space_given[1] = true;
}

static void apply(struct resolution *resolution, const struct assignment *assignment)
{
    const struct property *property = assignment->property;
    const struct property_reading reading = reading_of(resolution, property);
    size_t size = property_table_size(property->type);
    char *field = (char *)resolution->traits + property->offset;
    char before[sizeof(struct measure)];
    const void *taken =
        is_inherit(assignment->value, assignment->length)
            ? (const char *)resolution->parent + property->offset
            : property_value_taken(&reading, property, assignment->value, assignment->length);
    if (taken) {
        memcpy(field, taken, size);
        note_given(resolution, property->offset);
        return;
    }
    memcpy(before, field, size);
    if (property_value_read(&reading, property, assignment->value, assignment->length, field)) {
        note_given(resolution, property->offset);
        return;
    }
    memcpy(field, before, size);
    report_invalid(resolution, property->name, assignment->value, assignment->length);
}

/* Margins of block-level objects are indents and spaces, kept at the edges of pages (XSL 1.1
 * §5.3.2). */
static void margins_to_indents(struct resolution *resolution)
{
    struct traits *traits = resolution->traits;
    const struct {
        enum side side;
        struct measure *indent;
        const struct measure *inherited;
    } ends[2] = {{SIDE_START, &traits->start_indent, &resolution->parent->start_indent},
                 {SIDE_END, &traits->end_indent, &resolution->parent->end_indent}};
    for (size_t i = 0; i < 2; i++) {
        enum side side = ends[i].side;
        if (!resolution->margin_given[side] || traits->margin[side].automatic)
            continue;
        struct measure sum = *ends[i].inherited;
        const struct measure *padding = &traits->padding[side], *margin = &traits->margin[side];
        sum.length = measure_clamp((int64_t)sum.length + margin->length + padding->length +
                                   border_width(&traits->border[side]));
        sum.percent = measure_clamp((int64_t)sum.percent + margin->percent + padding->percent);
        *ends[i].indent = sum;
    }
    struct space *spaces[2] = {&traits->space_before, &traits->space_after};
    for (int i = 0; i < 2; i++) {
        enum side side = i == 0 ? SIDE_BEFORE : SIDE_AFTER;
        const struct measure *margin = &traits->margin[side];
        if (!resolution->margin_given[side] || margin->automatic || resolution->space_given[i])
            continue;
        if (margin->percent) /* spaces are lengths, and the width is not known here */
            report_invalid(resolution, i == 0 ? "margin-top" : "margin-bottom", "%", 1);
        spaces[i]->minimum = spaces[i]->optimum = spaces[i]->maximum = margin->length;
        spaces[i]->conditionality = KEYWORD_RETAIN;
    }
}

/* "zh" and "CN" are "zh-CN"; a language that names its region already stays. */
static void join_language(struct resolution *resolution)
{
    struct traits *traits = resolution->traits;
    const char *spoken = traits->spoken, *country = traits->country;
    traits->language = spoken;
    if (!spoken || strchr(spoken, '-') || !country || strcmp(country, "none") == 0)
        return;
    char joined[32];
    snprintf(joined, sizeof joined, "%.15s-%.15s", spoken, country);
    traits->language = arena_copy(resolution->properties->arena, joined);
}

static void open_background(struct resolution *resolution)
{
    const struct properties *properties = resolution->properties;
    struct traits *traits = resolution->traits;
    const char *value = traits->background_image;
    if (value && strcmp(value, "none") != 0 && properties->open_image && resolution->node)
        traits->background_tile =
            properties->open_image(properties->open_state, resolution->node, value, traits);
}

static void finish(struct resolution *resolution)
{
    struct traits *traits = resolution->traits;
    const struct traits *parent = resolution->parent;
    if (parent && (traits->spoken != parent->spoken || traits->country != parent->country))
        join_language(resolution);
    if (!resolution->page_object)
        margins_to_indents(resolution);
    if (parent && traits->font_family == parent->font_family &&
        traits->font_weight == parent->font_weight && traits->font_style == parent->font_style &&
        parent->chain)
        return;
    const char *unknown = NULL;
    traits->chain =
        font_set_chain(resolution->properties->fonts, traits->font_family,
                       traits->font_weight >= 600, traits->font_style != KEYWORD_NORMAL, &unknown);
    if (unknown && resolution->node)
        report_at(resolution->properties->report, &MESSAGE_FONT_UNKNOWN, resolution->node, unknown,
                  NULL);
}

/* --- The cache ------------------------------------------------------------------------------- */

static const char *attribute_text(struct properties *properties, const xmlAttr *attribute)
{
    const xmlNode *text = attribute->children;
    if (!text)
        return "";
    if (!text->next && text->content)
        return (const char *)text->content;
    xmlChar *joined = xmlNodeListGetString(attribute->doc, attribute->children, 1);
    const char *copy = arena_copy(properties->arena, joined ? (const char *)joined : "");
    xmlFree(joined);
    return copy;
}

/* Attributes of extension elements that say what these are, not how they look. */
static bool is_own(const xmlAttr *attribute)
{
    const xmlNs *space = attribute->parent->ns;
    if (!space || strcmp((const char *)space->href, YINFA_NAMESPACE) != 0)
        return false;
    const char *name = (const char *)attribute->name;
    return strcmp(name, "content") == 0 || strcmp(name, "error-correction") == 0 ||
           strcmp(name, "quiet-zone") == 0;
}

/* 0: not a property; 1: of XSL; 2: an extension. xml:lang counts as of XSL. */
static int property_class(const xmlAttr *attribute, char name[64])
{
    if (is_own(attribute))
        return 0;
    size_t length = strlen((const char *)attribute->name);
    const char *prefix = "";
    if (length > 58)
        length = 58; /* longer than any there is: not found */
    int class = 1;
    if (attribute->ns) {
        if (strcmp((const char *)attribute->ns->href, YINFA_NAMESPACE) == 0)
            class = 2;
        else if (strcmp((const char *)attribute->ns->href,
                        "http://www.w3.org/XML/1998/namespace") == 0)
            prefix = "xml:";
        else
            return 0;
    }
    size_t at = strlen(prefix);
    memcpy(name, prefix, at);
    memcpy(name + at, attribute->name, length);
    name[at + length] = '\0';
    return class;
}

/* Attributes that differ from node to node and are no traits. */
static bool is_individual(const char *name, int class)
{
    static const char *const individual[] = {"id",
                                             "ref-id",
                                             "src",
                                             "character",
                                             "internal-destination",
                                             "external-destination",
                                             "marker-class-name",
                                             "xml:id"};
    if (class == 2)
        return strcmp(name, "alternate-text") == 0 || strcmp(name, "record") == 0 ||
               strcmp(name, "sheet") == 0 || strcmp(name, "line") == 0;
    for (size_t i = 0; i < sizeof individual / sizeof *individual; i++)
        if (name[0] == individual[i][0] && strcmp(name, individual[i]) == 0)
            return true;
    return false;
}

static bool is_page_object(const xmlNode *node)
{
    const char *name = (const char *)node->name;
    return strcmp(name, "simple-page-master") == 0 || strncmp(name, "region-", 7) == 0;
}

static void make_key(struct properties *properties, const xmlNode *node,
                     const struct traits *column)
{
    struct buffer *key = &properties->key;
    buffer_clear(key);
    buffer_byte(key, is_page_object(node) ? 'p' : is_inline_level(node) ? 'i' : 'b');
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        char name[64];
        int class = property_class(attribute, name);
        if (!class || is_individual(name, class))
            continue;
        const char *value = attribute_text(properties, attribute);
        buffer_byte(key, (char)('0' + class));
        buffer_append(key, name, strlen(name) + 1);
        buffer_append(key, value, strlen(value) + 1);
        if (column && strstr(value, "from-table-column"))
            buffer_append(key, (const char *)&column, sizeof(const struct traits *));
    }
}

/* Applies what others depend on first: em on the font size, borders on the colour. */
static void apply_all(struct resolution *resolution)
{
    for (size_t i = 0; i < resolution->count; i++)
        if (resolution->assignments[i].property->type == PROPERTY_FONT_SIZE)
            apply(resolution, &resolution->assignments[i]);
    for (size_t i = 0; i < resolution->count; i++)
        if (resolution->assignments[i].property->offset == offsetof(struct traits, color))
            apply(resolution, &resolution->assignments[i]);
    for (int side = 0; side < SIDE_COUNT; side++)
        resolution->traits->border[side].colour = resolution->traits->color;
    for (size_t i = 0; i < resolution->count; i++)
        if (resolution->assignments[i].property->type != PROPERTY_FONT_SIZE &&
            resolution->assignments[i].property->offset != offsetof(struct traits, color))
            apply(resolution, &resolution->assignments[i]);
}

static struct traits *resolve_new(struct properties *properties, const xmlNode *node,
                                  const struct traits *parent, const struct traits *column)
{
    struct traits *traits = arena_alloc(properties->arena, sizeof *traits);
    *traits = properties->initial;
    memcpy(traits, parent, offsetof(struct traits, own));
    struct resolution resolution = {.properties = properties,
                                    .node = node,
                                    .parent = parent,
                                    .column = column,
                                    .traits = traits,
                                    .page_object = is_page_object(node)};
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        char name[64];
        int class = property_class(attribute, name);
        if (class)
            collect(&resolution, name, class == 2, attribute_text(properties, attribute));
    }
    apply_all(&resolution);
    finish(&resolution);
    open_background(&resolution);
    return traits;
}

const struct traits *property_resolve_in_column(struct properties *properties, const xmlNode *node,
                                                const struct traits *parent,
                                                const struct traits *column)
{
    make_key(properties, node, column);
    struct property_place *place = property_cache_at(properties->cache, parent, &properties->key);
    if (place->traits && (!place->document || place->document == properties->document))
        return place->traits;
    unsigned long reported = report_count(properties->report);
    const struct traits *traits = resolve_new(properties, node, parent, column);
    bool lasts = report_count(properties->report) == reported && !traits->background_tile;
    *place = (struct property_place){traits, lasts ? 0 : properties->document};
    return traits;
}

const struct traits *property_resolve(struct properties *properties, const xmlNode *node,
                                      const struct traits *parent)
{
    return property_resolve_in_column(properties, node, parent, NULL);
}

/* --- Life ------------------------------------------------------------------------------------ */

struct properties *property_new(struct font_set *fonts)
{
    struct properties *properties = memory_new(1, sizeof *properties);
    properties->arena = arena_new();
    properties->fonts = fonts;
    properties->cache = property_cache_new(properties->arena);
    properties->initial.font_size = 12 * MILLIPOINT_PER_POINT;
    struct resolution resolution = {.properties = properties,
                                    .parent = &properties->initial,
                                    .traits = &properties->initial,
                                    .page_object = true};
    for (size_t i = 0; i < property_table_count(); i++) {
        const struct property *property = property_table_at(i);
        const struct property_reading reading = reading_of(&resolution, property);
        if (property->initial)
            property_value_read(&reading, property, property->initial, strlen(property->initial),
                                (char *)&properties->initial + property->offset);
    }
    resolution.parent = NULL;
    finish(&resolution);
    return properties;
}

void property_begin(struct properties *properties, struct report *report, bool relaxed)
{
    properties->report = report;
    properties->relaxed = relaxed;
    properties->open_image = NULL;
    properties->open_state = NULL;
    properties->document++;
}

size_t property_bytes(const struct properties *properties)
{
    return arena_used(properties->arena);
}

void property_set_opener(struct properties *properties, property_open_image *open, void *state)
{
    properties->open_image = open;
    properties->open_state = state;
}

void property_free(struct properties *properties)
{
    if (!properties)
        return;
    property_cache_free(properties->cache);
    buffer_free(&properties->key);
    arena_free(properties->arena);
    free(properties);
}

const struct traits *property_initial(const struct properties *properties)
{
    return &properties->initial;
}

const char *property_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (!attribute->ns && strcmp((const char *)attribute->name, name) == 0)
            return attribute->children && attribute->children->content
                       ? (const char *)attribute->children->content
                       : "";
    return NULL;
}
