/* XSD errors into findings. libxml2 gives a code, and all else only in its English sentence: which
 * attribute, which elements were expected, the limit of a facet. That sentence is taken apart here
 * and nowhere else (its forms are held by tests/unit/intake):
 *
 *   Element '{ns}NAME', attribute 'NAME': [facet 'pattern'] The value 'V' is not accepted by the
 * pattern 'P'. Element '{ns}NAME': The attribute 'NAME' is required but missing. Element
 * '{ns}NAME': This element is not expected. Expected is one of ( {ns}A, {ns}B ). Element
 * '{ns}NAME': Missing child element(s). Expected is ( {ns}A ).
 *
 * A value can hold quotes and anything else, so values are never read from the sentence. */
#include "intake/schema_finding.h"

#include <stdbool.h>
#include <string.h>

#include "intake/schema_messages.h"

/* The text between the first `before` and the next `after` behind it, in the arena; NULL: not
 * there. */
static const char *between(struct arena *arena, const char *text, const char *before,
                           const char *after)
{
    const char *start = text ? strstr(text, before) : NULL;
    if (!start)
        return NULL;
    start += strlen(before);
    const char *end = strstr(start, after);
    return end ? arena_copy_bytes(arena, start, (size_t)(end - start)) : NULL;
}

/* The text in the last pair of quotes before the closing full stop. */
static const char *last_quoted(struct arena *arena, const char *text)
{
    const char *end = strrchr(text, '\'');
    if (!end)
        return "?";
    const char *start = end;
    while (start > text && start[-1] != '\'')
        start--;
    return arena_copy_bytes(arena, start, (size_t)(end - start));
}

/* A name without its {namespace}. */
static const char *local(const char *name)
{
    const char *close = strrchr(name, '}');
    return close ? close + 1 : name;
}

static const char *last_step(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *step = slash ? slash + 1 : path;
    return step + (*step == ':'); /* validate.c marks a foreign namespace so */
}

static const char *parent_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? arena_copy_bytes(arena, path, (size_t)(slash - path)) : "";
}

static const char *joined(struct arena *arena, const char *path, const char *name)
{
    return *path ? arena_print(arena, "%s/%s", path, name) : name;
}

/* --- Expected elements -------------------------------------------------------------------------
 */

/* The label of exactly this path: that of an enclosing element would mislead here. */
static const char *own_label(const struct kind *kind, struct arena *arena, const char *path)
{
    const char *label = kind_label_lookup(kind, path);
    const char *above = *path ? kind_label_lookup(kind, parent_of(arena, path)) : NULL;
    return label && label != above ? label : NULL;
}

/* "( {ns}summary, {ns}person )" as “汇总”（summary）或“报名人员”（person）. NULL: nothing is named.
 */
static const char *expected(struct examination *examination, const char *text, const char *parent)
{
    struct arena *arena = examination->arena;
    const char *list = between(arena, text, "( ", " )");
    struct buffer out = BUFFER_EMPTY;
    while (list && *list) {
        const char *end = strstr(list, ", ");
        size_t length = end ? (size_t)(end - list) : strlen(list);
        const char *name = local(arena_copy_bytes(arena, list, length));
        const char *label = own_label(examination->kind, arena, joined(arena, parent, name));
        if (out.length)
            buffer_text(&out, message_choose("或", " or "));
        if (label)
            buffer_print(&out, message_choose("“%s”（%s）", "%s (%s)"), label, name);
        else
            buffer_print(&out, message_choose("“%s”", "%s"), name);
        list += length + (end ? 2 : 0);
    }
    const char *copy = out.length ? arena_copy(arena, out.bytes) : NULL;
    buffer_free(&out);
    return copy;
}

static void report_content(struct examination *examination, const char *text, struct spot spot)
{
    struct arena *arena = examination->arena;
    spot.value = NULL;
    if (strstr(text, "Missing child element")) {
        const char *names = expected(examination, text, spot.path);
        const char *label = kind_label_lookup(examination->kind, spot.path);
        examination_report(examination, &MESSAGE_SCHEMA_MISSING, &spot,
                           label ? label : last_step(spot.path), names ? names : "?", NULL);
        return;
    }
    const char *names = expected(examination, text, parent_of(arena, spot.path));
    examination_report(examination,
                       names ? &MESSAGE_SCHEMA_UNEXPECTED : &MESSAGE_SCHEMA_UNEXPECTED_END, &spot,
                       last_step(spot.path), names, NULL);
}

/* --- Values ------------------------------------------------------------------------------------
 */

static bool is_blank(const char *value)
{
    return value && value[strspn(value, " \t\r\n")] == '\0';
}

/* What a value of the wrong type should have been: by the type's name where it is one of XML
 * Schema's own, else by the type of the column it goes to. */
static const struct message *type_message(const struct examination *examination, const char *text,
                                          const struct spot *spot)
{
    const struct kind_column *column = examination_column(examination->kind, spot->path, NULL);
    if (strstr(text, "'xs:date'") || (column && column->type == COLUMN_DATE))
        return &MESSAGE_SCHEMA_DATE;
    if (strstr(text, "nteger'") || strstr(text, "'xs:int'") || strstr(text, "'xs:long'") ||
        (column && column->type == COLUMN_INTEGER)) {
        bool digits = spot->value && spot->value[0] == '-' && spot->value[1] &&
                      spot->value[1 + strspn(spot->value + 1, "0123456789")] == '\0';
        return digits ? &MESSAGE_SCHEMA_NEGATIVE : &MESSAGE_SCHEMA_INTEGER;
    }
    if (strstr(text, "'xs:decimal'") || (column && column->type == COLUMN_DECIMAL))
        return &MESSAGE_SCHEMA_DECIMAL;
    return NULL;
}

static const struct message *facet_message(int code)
{
    switch (code) {
    case XML_SCHEMAV_CVC_LENGTH_VALID:
        return &MESSAGE_SCHEMA_LENGTH;
    case XML_SCHEMAV_CVC_MINLENGTH_VALID:
        return &MESSAGE_SCHEMA_TOO_SHORT;
    case XML_SCHEMAV_CVC_MAXLENGTH_VALID:
        return &MESSAGE_SCHEMA_TOO_LONG;
    case XML_SCHEMAV_CVC_MININCLUSIVE_VALID:
    case XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID:
        return &MESSAGE_SCHEMA_TOO_SMALL;
    case XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID:
    case XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID:
        return &MESSAGE_SCHEMA_TOO_LARGE;
    case XML_SCHEMAV_CVC_TOTALDIGITS_VALID:
        return &MESSAGE_SCHEMA_DIGITS;
    case XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID:
        return &MESSAGE_SCHEMA_FRACTION;
    case XML_SCHEMAV_CVC_PATTERN_VALID:
        return &MESSAGE_SCHEMA_PATTERN;
    case XML_SCHEMAV_CVC_ENUMERATION_VALID:
        return &MESSAGE_SCHEMA_ENUMERATION;
    default:
        return NULL;
    }
}

/* The facet's own limit: libxml2 ends its sentence with it in quotes, an enumeration in braces. */
static const char *facet_limit(struct arena *arena, int code, const char *text)
{
    if (code != XML_SCHEMAV_CVC_ENUMERATION_VALID)
        return last_quoted(arena, text);
    const char *open = strstr(text, "set {");
    const char *close = strrchr(text, '}');
    if (!open || !close || close <= open)
        return "?";
    return arena_copy_bytes(arena, open + strlen("set {"),
                            (size_t)(close - open) - strlen("set {"));
}

static void report_value(struct examination *examination, int code, const char *text,
                         const struct spot *spot)
{
    const struct message *message = facet_message(code);
    if (is_blank(spot->value)) {
        examination_report(examination, &MESSAGE_SCHEMA_EMPTY, spot, NULL, NULL, NULL);
        return;
    }
    /* A date or number has been given a pattern as well: what it should be says more. */
    if (!message || code == XML_SCHEMAV_CVC_PATTERN_VALID) {
        const struct message *typed = type_message(examination, text, spot);
        if (typed) {
            examination_report(examination, typed, spot, NULL, NULL, NULL);
            return;
        }
    }
    if (message)
        examination_report(examination, message, spot, facet_limit(examination->arena, code, text),
                           NULL, NULL);
    else
        examination_report(examination, &MESSAGE_SCHEMA_INVALID, spot,
                           arena_print(examination->arena, "XSD %d", code), NULL, NULL);
}

/* libxml2 may say of one value first which facet and then that the type is not met. */
static bool is_repeated(const struct examination *examination, int code, const struct spot *spot)
{
    size_t count = finding_count(examination->findings);
    const struct finding *last = count ? finding_at(examination->findings, count - 1) : NULL;
    bool of_type = code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1 ||
                   code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2 ||
                   code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3 ||
                   code == XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2 || facet_message(code) != NULL;
    return of_type && last && last->line == spot->line && last->path &&
           strncmp(last->id, "schema.", 7) == 0 && strcmp(last->path, spot->path) == 0;
}

/* -----------------------------------------------------------------------------------------------
 */

void schema_finding_report(struct examination *examination, const xmlError *error,
                           const struct spot *where, schema_attribute_lookup *attribute,
                           void *state)
{
    struct arena *arena = examination->arena;
    const char *text = error->message ? error->message : "";
    struct spot spot = *where;
    const char *name;
    switch (error->code) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
        report_content(examination, text, spot);
        return;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
        name = between(arena, text, "The attribute '", "'");
        name = name ? local(name) : "?";
        spot.path = joined(arena, spot.path, arena_print(arena, "@%s", name));
        spot.value = NULL;
        examination_report(examination, &MESSAGE_SCHEMA_ATTRIBUTE_MISSING, &spot, name, NULL, NULL);
        return;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
    case XML_SCHEMAV_CVC_TYPE_3_1_1:
        name = between(arena, text, "attribute '", "'");
        name = name ? local(name) : "?";
        spot.value = attribute(state, name);
        examination_report(examination, &MESSAGE_SCHEMA_ATTRIBUTE_UNEXPECTED, &spot, name, NULL,
                           NULL);
        return;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
        spot.value = NULL;
        examination_report(examination, &MESSAGE_SCHEMA_TEXT, &spot, NULL, NULL, NULL);
        return;
    case XML_SCHEMAV_CVC_TYPE_3_1_2:
        spot.value = NULL;
        examination_report(examination, &MESSAGE_SCHEMA_CHILDREN, &spot, NULL, NULL, NULL);
        return;
    case XML_SCHEMAV_CVC_IDC:
        examination_report(examination, &MESSAGE_SCHEMA_DOUBLED, &spot, NULL, NULL, NULL);
        return;
    default:
        break;
    }
    name = between(arena, text, "', attribute '", "':");
    if (name) {
        name = local(name);
        spot.path = joined(arena, spot.path, arena_print(arena, "@%s", name));
        spot.value = attribute(state, name);
    }
    if (!is_repeated(examination, error->code, &spot))
        report_value(examination, error->code, text, &spot);
}
