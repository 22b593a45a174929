/* Resolving: the attributes of a node are collected as assignments, shorthands taken apart, sorted
 * from general to specific, and written over a copy of the parent's inherited traits and the
 * initial values of the rest. font-size goes first because em depends on it. Results are kept in a
 * hash table under (parent traits, attribute bytes). Called by every layout file. */
#include "format/property.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/expression.h"
#include "format/format.h"
#include "format/format_messages.h"
#include "format/property_shorthand.h"
#include "format/property_table.h"

enum { ASSIGNMENT_LIMIT = 160 };

struct entry {
    uint64_t hash;
    const struct traits *parent;
    const char *key; /* attribute bytes */
    size_t length;
    const struct traits *traits;
    struct entry *next;
};

struct properties {
    struct arena *arena;
    struct font_set *fonts;
    struct report *report;
    struct traits initial;
    struct entry **slots;
    size_t slot_count; /* power of two */
    size_t entry_count;
    struct buffer key; /* of the node being looked up */
    bool relaxed;
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
    struct traits *traits;
    struct assignment assignments[ASSIGNMENT_LIMIT];
    size_t count;
    int rank;         /* of what is being expanded */
    bool page_object; /* margins are margins, not indents */
    bool margin_given[SIDE_COUNT];
    bool space_given[2];
};

/* --- Values ---------------------------------------------------------------------------------- */

static bool parent_value(const struct traits *parent, const char *name, size_t length,
                         struct value *value)
{
    const struct property *property = property_table_find(name, length, false);
    if (!property)
        return false;
    const char *field = (const char *)parent + property->offset;
    *value = (struct value){.number = false};
    switch (property->type) {
    case PROPERTY_LENGTH:
    case PROPERTY_BORDER_WIDTH:
    case PROPERTY_FONT_SIZE:
        value->measure = measure_of(*(const millipoint *)(const void *)field);
        return true;
    case PROPERTY_MEASURE:
        value->measure = *(const struct measure *)(const void *)field;
        return !value->measure.automatic;
    case PROPERTY_INTEGER:
        value->number = true;
        value->amount = *(const int32_t *)(const void *)field * (int64_t)EXPRESSION_ONE;
        return true;
    default:
        return false;
    }
}

static bool evaluate(const struct resolution *resolution, const char *text, size_t length,
                     millipoint font_size, struct value *value)
{
    const struct expression_context context = {
        .font_size = font_size, .parent = resolution->parent, .parent_value = parent_value};
    return expression_evaluate(text, length, &context, value);
}

static bool is_word(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

/* A length; a plain 0 is one, too. */
static bool read_length(const struct resolution *resolution, const char *text, size_t length,
                        struct measure *measure)
{
    struct value value;
    if (!evaluate(resolution, text, length, resolution->traits->font_size, &value))
        return false;
    if (value.number && value.amount != 0)
        return false;
    *measure = value.number ? measure_of(0) : value.measure;
    return true;
}

static bool read_font_size(const struct resolution *resolution, const char *text, size_t length,
                           millipoint *size)
{
    static const struct {
        const char *name;
        millipoint size;
    } sizes[] = {{"xx-small", 6944}, {"x-small", 8333},  {"small", 10000},   {"medium", 12000},
                 {"large", 14400},   {"x-large", 17280}, {"xx-large", 20736}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        if (is_word(text, length, sizes[i].name)) {
            *size = sizes[i].size;
            return true;
        }
    }
    millipoint of_parent = resolution->parent->font_size;
    if (is_word(text, length, "larger") || is_word(text, length, "smaller")) {
        *size = text[0] == 'l' ? of_parent / 5 * 6 : of_parent / 6 * 5;
        return true;
    }
    struct value value;
    if (!evaluate(resolution, text, length, of_parent, &value) || value.number)
        return false;
    *size = measure_resolve(value.measure, of_parent);
    return *size > 0 && *size <= 10000 * MILLIPOINT_PER_POINT;
}

static bool read_font_weight(const struct resolution *resolution, const char *text, size_t length,
                             int32_t *weight)
{
    int32_t of_parent = resolution->parent->font_weight;
    struct value value;
    if (is_word(text, length, "normal"))
        *weight = 400;
    else if (is_word(text, length, "bold"))
        *weight = 700;
    else if (is_word(text, length, "bolder"))
        *weight = of_parent < 400 ? 400 : of_parent < 600 ? 700 : 900;
    else if (is_word(text, length, "lighter"))
        *weight = of_parent > 700 ? 700 : of_parent > 500 ? 400 : 100;
    else if (evaluate(resolution, text, length, 0, &value) && value.number &&
             value.amount >= 100 * (int64_t)EXPRESSION_ONE &&
             value.amount <= 900 * (int64_t)EXPRESSION_ONE)
        *weight = (int32_t)(value.amount / EXPRESSION_ONE);
    else
        return false;
    return true;
}

static bool read_line_height(const struct resolution *resolution, const char *text, size_t length,
                             struct line_height *height)
{
    struct value value;
    if (is_word(text, length, "normal")) {
        *height = (struct line_height){.factor = 1200};
        return true;
    }
    if (!evaluate(resolution, text, length, resolution->traits->font_size, &value))
        return false;
    if (value.number) {
        if (value.amount < EXPRESSION_ONE / 1000 || value.amount > 1000 * (int64_t)EXPRESSION_ONE)
            return false;
        *height = (struct line_height){.factor = (int32_t)(value.amount * 1000 / EXPRESSION_ONE)};
        return true;
    }
    *height = (struct line_height){
        .length = measure_resolve(value.measure, resolution->traits->font_size)};
    return height->length >= 0;
}

static bool read_integer(const struct resolution *resolution, const char *text, size_t length,
                         int32_t *integer)
{
    struct value value;
    if (!evaluate(resolution, text, length, 0, &value) || !value.number)
        return false;
    *integer = measure_clamp(value.amount / EXPRESSION_ONE);
    return true;
}

static bool read_strength(const struct resolution *resolution, const char *text, size_t length,
                          const char *weakest, const char *strongest, int32_t *strength)
{
    if (weakest && is_word(text, length, weakest)) {
        *strength = KEEP_AUTO;
        return true;
    }
    if (is_word(text, length, strongest)) {
        *strength = KEEP_ALWAYS;
        return true;
    }
    return read_integer(resolution, text, length, strength) && *strength >= -KEEP_ALWAYS &&
           *strength < KEEP_ALWAYS;
}

static bool read_decoration(const char *text, size_t length, int32_t *set)
{
    static const struct {
        const char *name;
        int32_t bit;
    } decorations[] = {{"underline", DECORATION_UNDERLINE},
                       {"overline", DECORATION_OVERLINE},
                       {"line-through", DECORATION_THROUGH}};
    const char *end = text + length;
    *set = 0;
    while (text < end) {
        const char *space = memchr(text, ' ', (size_t)(end - text));
        size_t size = space ? (size_t)(space - text) : (size_t)(end - text);
        bool known = !size || is_word(text, size, "none") || (size > 3 && !memcmp(text, "no-", 3));
        for (size_t i = 0; i < 3; i++) {
            if (is_word(text, size, decorations[i].name)) {
                *set |= decorations[i].bit;
                known = true;
            }
        }
        if (!known)
            return false;
        text += size + (space != NULL);
    }
    return true;
}

static bool read_baseline(const struct resolution *resolution, const char *text, size_t length,
                          struct measure *measure)
{
    int32_t *keyword = (int32_t *)(void *)(measure + 1);
    int found = keyword_find("baseline|sub|super", text, length);
    *measure = (struct measure){.automatic = found >= 0};
    *keyword = found;
    if (found >= 0)
        return true;
    *keyword = KEYWORD_BASELINE;
    return read_length(resolution, text, length, measure);
}

/* Reads the value into the field; false if it is not allowed (the field is then untouched or is
 * restored by the caller). */
static bool read_value(struct resolution *resolution, const struct property *property,
                       const char *text, size_t length, void *field)
{
    struct measure measure;
    int keyword = property->tokens ? keyword_find(property->tokens, text, length) : -1;
    switch (property->type) {
    case PROPERTY_KEYWORD:
        if (keyword >= 0)
            *(int32_t *)field = keyword;
        return keyword >= 0;
    case PROPERTY_LENGTH:
        if (keyword >= 0) {
            *(millipoint *)field = 0;
            return true;
        }
        if (!read_length(resolution, text, length, &measure))
            return false;
        *(millipoint *)field = measure_resolve(measure, resolution->traits->font_size);
        return true;
    case PROPERTY_BORDER_WIDTH:
        if (is_word(text, length, "thin") || is_word(text, length, "medium") ||
            is_word(text, length, "thick")) {
            *(millipoint *)field = text[1] == 'e' ? 1000 : text[3] == 'n' ? 500 : 2000;
            return true;
        }
        if (!read_length(resolution, text, length, &measure) || measure.length < 0)
            return false;
        *(millipoint *)field = measure.length;
        return true;
    case PROPERTY_MEASURE:
        if (keyword >= 0) {
            *(struct measure *)field = (struct measure){.automatic = true};
            return true;
        }
        return read_length(resolution, text, length, field);
    case PROPERTY_FONT_SIZE:
        return read_font_size(resolution, text, length, field);
    case PROPERTY_FONT_WEIGHT:
        return read_font_weight(resolution, text, length, field);
    case PROPERTY_LINE_HEIGHT:
        return read_line_height(resolution, text, length, field);
    case PROPERTY_COLOUR:
        return expression_colour(text, length, field);
    case PROPERTY_INTEGER:
        return read_integer(resolution, text, length, field);
    case PROPERTY_KEEP:
        return read_strength(resolution, text, length, "auto", "always", field);
    case PROPERTY_PRECEDENCE:
        return read_strength(resolution, text, length, NULL, "force", field);
    case PROPERTY_BASELINE:
        return read_baseline(resolution, text, length, field);
    case PROPERTY_DECORATION:
        return read_decoration(text, length, field);
    case PROPERTY_TEXT:
        *(const char **)field = arena_copy_bytes(resolution->properties->arena, text, length);
        return true;
    case PROPERTY_SHORTHAND:
    case PROPERTY_IGNORED:
        break;
    }
    return true;
}

/* --- Assignments ----------------------------------------------------------------------------- */

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

static bool is_inline_level(const xmlNode *node)
{
    return node && (strcmp((const char *)node->name, "inline") == 0 ||
                    strcmp((const char *)node->name, "wrapper") == 0);
}

static void collect(struct resolution *resolution, const char *name, bool is_extension,
                    const char *value)
{
    while (*value == ' ' || *value == '\n' || *value == '\t')
        value++;
    size_t length = strlen(value);
    while (length && (value[length - 1] == ' ' || value[length - 1] == '\n'))
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
    size_t size = property_table_size(property->type);
    char *field = (char *)resolution->traits + property->offset;
    char before[sizeof(struct measure) + sizeof(int32_t)];
    if (is_word(assignment->value, assignment->length, "inherit")) {
        memcpy(field, (const char *)resolution->parent + property->offset, size);
        return;
    }
    memcpy(before, field, size);
    if (read_value(resolution, property, assignment->value, assignment->length, field)) {
        note_given(resolution, property->offset);
        return;
    }
    memcpy(field, before, size);
    report_invalid(resolution, property->name, assignment->value, assignment->length);
}

/* Margins of block-level objects are indents and spaces (XSL 1.1 §5.3.2). */
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
        const struct measure *margin = &traits->margin[i == 0 ? SIDE_BEFORE : SIDE_AFTER];
        if (resolution->margin_given[i == 0 ? SIDE_BEFORE : SIDE_AFTER] && !margin->automatic &&
            !resolution->space_given[i])
            spaces[i]->minimum = spaces[i]->optimum = spaces[i]->maximum = margin->length;
    }
}

static void finish(struct resolution *resolution)
{
    struct traits *traits = resolution->traits;
    const struct traits *parent = resolution->parent;
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

/* 0: not a property; 1: of XSL; 2: an extension. xml:lang counts as of XSL. */
static int property_class(const xmlAttr *attribute, char name[64])
{
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
    if (class == 2)
        return strcmp(name, "record") == 0 || strcmp(name, "sheet") == 0 ||
               strcmp(name, "line") == 0;
    return strcmp(name, "id") == 0 || strcmp(name, "ref-id") == 0 || strcmp(name, "src") == 0 ||
           strcmp(name, "character") == 0 || strcmp(name, "xml:id") == 0;
}

static bool is_page_object(const xmlNode *node)
{
    const char *name = (const char *)node->name;
    return strcmp(name, "simple-page-master") == 0 || strncmp(name, "region-", 7) == 0;
}

static void make_key(struct properties *properties, const xmlNode *node)
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
    }
}

static uint64_t hash_bytes(const char *bytes, size_t length, const void *parent)
{
    uint64_t hash = (uint64_t)(uintptr_t)parent * 0x9E3779B97F4A7C15u ^ length;
    for (; length >= 8; bytes += 8, length -= 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        hash = (hash ^ word) * 0x9FB21C651E98DF25u;
        hash ^= hash >> 32;
    }
    for (; length; bytes++, length--)
        hash = (hash ^ (unsigned char)*bytes) * 1099511628211u;
    return hash ^ hash >> 29;
}

static void grow(struct properties *properties)
{
    size_t count = properties->slot_count * 2;
    struct entry **slots = memory_new(count, sizeof *slots);
    for (size_t i = 0; i < properties->slot_count; i++) {
        for (struct entry *entry = properties->slots[i], *next; entry; entry = next) {
            next = entry->next;
            entry->next = slots[entry->hash & (count - 1)];
            slots[entry->hash & (count - 1)] = entry;
        }
    }
    free(properties->slots);
    properties->slots = slots;
    properties->slot_count = count;
}

static struct traits *resolve_new(struct properties *properties, const xmlNode *node,
                                  const struct traits *parent)
{
    struct traits *traits = arena_alloc(properties->arena, sizeof *traits);
    *traits = properties->initial;
    memcpy(traits, parent, offsetof(struct traits, own));
    struct resolution resolution = {.properties = properties,
                                    .node = node,
                                    .parent = parent,
                                    .traits = traits,
                                    .page_object = is_page_object(node)};
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        char name[64];
        int class = property_class(attribute, name);
        if (class)
            collect(&resolution, name, class == 2, attribute_text(properties, attribute));
    }
    for (size_t i = 0; i < resolution.count; i++)
        if (resolution.assignments[i].property->type == PROPERTY_FONT_SIZE)
            apply(&resolution, &resolution.assignments[i]);
    for (size_t i = 0; i < resolution.count; i++)
        if (resolution.assignments[i].property->type != PROPERTY_FONT_SIZE)
            apply(&resolution, &resolution.assignments[i]);
    finish(&resolution);
    return traits;
}

const struct traits *property_resolve(struct properties *properties, const xmlNode *node,
                                      const struct traits *parent)
{
    make_key(properties, node);
    const char *bytes = properties->key.bytes;
    size_t length = properties->key.length;
    uint64_t hash = hash_bytes(bytes, length, parent);
    struct entry **slot = &properties->slots[hash & (properties->slot_count - 1)];
    for (struct entry *entry = *slot; entry; entry = entry->next)
        if (entry->hash == hash && entry->parent == parent && entry->length == length &&
            memcmp(entry->key, bytes, length) == 0)
            return entry->traits;
    struct entry *entry = arena_alloc(properties->arena, sizeof *entry);
    *entry = (struct entry){.hash = hash,
                            .parent = parent,
                            .key = arena_copy_bytes(properties->arena, bytes, length),
                            .length = length,
                            .traits = resolve_new(properties, node, parent),
                            .next = *slot};
    *slot = entry;
    if (++properties->entry_count > properties->slot_count)
        grow(properties);
    return entry->traits;
}

/* --- Life ------------------------------------------------------------------------------------ */

struct properties *property_new(struct arena *arena, struct font_set *fonts, struct report *report,
                                bool relaxed)
{
    struct properties *properties = memory_new(1, sizeof *properties);
    properties->arena = arena;
    properties->fonts = fonts;
    properties->report = report;
    properties->relaxed = relaxed;
    properties->slot_count = 256;
    properties->slots = memory_new(properties->slot_count, sizeof *properties->slots);
    properties->initial.font_size = 12 * MILLIPOINT_PER_POINT;
    struct resolution resolution = {.properties = properties,
                                    .parent = &properties->initial,
                                    .traits = &properties->initial,
                                    .page_object = true};
    for (size_t i = 0; i < property_table_count(); i++) {
        const struct property *property = property_table_at(i);
        if (property->initial)
            read_value(&resolution, property, property->initial, strlen(property->initial),
                       (char *)&properties->initial + property->offset);
    }
    resolution.parent = NULL;
    finish(&resolution);
    return properties;
}

void property_free(struct properties *properties)
{
    if (!properties)
        return;
    free(properties->slots);
    buffer_free(&properties->key);
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
