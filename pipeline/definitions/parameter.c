/* Parameters: fitting what is given to what is declared, and the two ways to write them: into an
 * item's name and into a file's. Called by batch/, publish/ and parameter_declaration.c. */
#include "definitions/parameter.h"

#include <string.h>

#include "base/calendar_date.h"
#include "base/utf8.h"
#include "definitions/parameter_messages.h"

/* --- Fitting ------------------------------------------------------------------------------------
 */

/* Up to 18 digits, so that it is an SQL integer; one way to write a number, so that a parameter
 * gives one item name. */
static bool is_integer(const char *value)
{
    const char *digits = value + (*value == '-');
    size_t length = strlen(digits);
    return length >= 1 && length <= 18 && strspn(digits, "0123456789") == length &&
           (digits[0] != '0' || (length == 1 && digits == value));
}

static bool is_choice(const struct parameter *parameter, const char *value)
{
    for (const char *const *choice = parameter->choices; choice && *choice; choice++)
        if (strcmp(*choice, value) == 0)
            return true;
    return false;
}

/* Names with commas between them, for a message. */
static const char *list_choices(const struct parameter *parameter, struct arena *arena)
{
    const char *list = "";
    for (const char *const *choice = parameter->choices; choice && *choice; choice++)
        list = arena_print(arena, "%s%s%s", list, *list ? message_choose("、", ", ") : "", *choice);
    return list;
}

static const char *list_parameters(const struct parameter *declared, size_t count,
                                   struct arena *arena)
{
    const char *list = count ? "" : message_choose("无", "none");
    for (size_t i = 0; i < count; i++)
        list = arena_print(arena, "%s%s%s", list, *list ? message_choose("、", ", ") : "",
                           declared[i].name);
    return list;
}

static void judge(const struct parameter *parameter, const char *value, struct arena *arena,
                  struct finding_list *findings)
{
    const char *name = parameter->name;
    if (!utf8_valid(value, strlen(value)))
        finding_report(findings, &MESSAGE_PARAMETER_TEXT, NULL, name, NULL);
    else if (parameter->type == PARAMETER_INTEGER && !is_integer(value))
        finding_report(findings, &MESSAGE_PARAMETER_INTEGER, NULL, name, value, NULL);
    else if (parameter->type == PARAMETER_DATE && !calendar_date_valid(value))
        finding_report(findings, &MESSAGE_PARAMETER_DATE, NULL, name, value, NULL);
    else if (parameter->type == PARAMETER_CHOICE && !is_choice(parameter, value))
        finding_report(findings, &MESSAGE_PARAMETER_CHOICE, NULL, name, value,
                       list_choices(parameter, arena), NULL);
}

/* Finds the declared parameter that "key=value" speaks of; its index, or `count` if there is none.
 */
static size_t find_declared(const struct parameter *declared, size_t count, const char *given)
{
    size_t length = strcspn(given, "=");
    size_t at = 0;
    while (at < count &&
           (strlen(declared[at].name) != length || memcmp(declared[at].name, given, length) != 0))
        at++;
    return at;
}

int parameter_fit(const struct parameter *declared, size_t declared_count, const char *const *given,
                  struct arena *arena, struct finding_list *findings,
                  struct parameter_values *values)
{
    size_t before = finding_count(findings);
    struct parameter_value *items = arena_new_array(arena, declared_count + 1, sizeof *items);
    for (; given && *given; given++) {
        const char *equals = strchr(*given, '=');
        if (!equals || equals == *given) {
            finding_report(findings, &MESSAGE_PARAMETER_FORM, NULL, *given, NULL);
            continue;
        }
        size_t at = find_declared(declared, declared_count, *given);
        if (at == declared_count) {
            const char *name = arena_copy_bytes(arena, *given, (size_t)(equals - *given));
            finding_report(findings, &MESSAGE_PARAMETER_UNKNOWN, NULL, name,
                           list_parameters(declared, declared_count, arena), NULL);
        } else if (items[at].value) {
            finding_report(findings, &MESSAGE_PARAMETER_DOUBLED, NULL, declared[at].name, NULL);
        } else {
            items[at].value = arena_copy(arena, equals + 1);
            judge(&declared[at], items[at].value, arena, findings);
        }
    }
    for (size_t i = 0; i < declared_count; i++) {
        items[i].name = arena_copy(arena, declared[i].name);
        if (!items[i].value && declared[i].initial)
            items[i].value = arena_copy(arena, declared[i].initial);
        if (!items[i].value)
            finding_report(findings, &MESSAGE_PARAMETER_MISSING, NULL, declared[i].name,
                           declared[i].label ? declared[i].label : declared[i].name, NULL);
    }
    *values = (struct parameter_values){items, declared_count};
    return finding_count(findings) == before ? 0 : -1;
}

const char *parameter_lookup(const struct parameter_values *values, const char *name)
{
    for (size_t i = 0; i < values->count; i++)
        if (strcmp(values->items[i].name, name) == 0)
            return values->items[i].value;
    return NULL;
}

/* --- Writing ------------------------------------------------------------------------------------
 */

static bool is_control(char byte)
{
    return (unsigned char)byte < 0x20 || byte == 0x7F;
}

static void write_encoded(struct buffer *out, const char *value)
{
    for (; *value; value++) {
        if (is_control(*value) || strchr("/#&=%", *value))
            buffer_print(out, "%%%02X", (unsigned)(unsigned char)*value);
        else
            buffer_byte(out, *value);
    }
}

void parameter_write(struct buffer *out, const struct parameter_values *values)
{
    for (size_t i = 0; i < values->count; i++) {
        if (i)
            buffer_byte(out, '&');
        buffer_text(out, values->items[i].name);
        buffer_byte(out, '=');
        write_encoded(out, values->items[i].value ? values->items[i].value : "");
    }
}

struct filling {
    const struct parameter_values *values;
    bool file_name;
    struct buffer safe; /* the value in hand, made fit for a file name */
};

static const char *look_up(void *state, const char *name, size_t length)
{
    struct filling *filling = state;
    const char *value = NULL;
    for (size_t i = 0; i < filling->values->count && !value; i++) {
        const struct parameter_value *item = &filling->values->items[i];
        if (strlen(item->name) == length && memcmp(item->name, name, length) == 0)
            value = item->value;
    }
    if (!value || !filling->file_name)
        return value;
    buffer_clear(&filling->safe);
    size_t dots = strspn(value, ".");
    for (size_t i = 0; value[i]; i++) {
        bool unsafe = i < dots || value[i] == '/' || value[i] == '\\' || is_control(value[i]);
        buffer_byte(&filling->safe, unsafe ? '_' : value[i]);
    }
    return buffer_string(&filling->safe);
}

void parameter_fill(struct buffer *out, const char *pattern, const struct parameter_values *values,
                    bool file_name)
{
    struct filling filling = {.values = values, .file_name = file_name};
    message_fill(out, pattern, look_up, &filling);
    buffer_free(&filling.safe);
}
