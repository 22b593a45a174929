/* Parameter declarations. A default is judged by parameter_fit() like a value that is given, so the
 * two cannot differ. Called by publication.c and job.c. */
#include "definitions/parameter_declaration.h"

#include <string.h>

#include "definitions/definition_messages.h"

/* The blank-separated words of `text`, NULL-terminated. */
static const char *const *split_words(struct arena *arena, const char *text)
{
    static const char blank[] = " \t\r\n";
    const char **words = arena_new_array(arena, strlen(text) / 2 + 2, sizeof *words);
    size_t count = 0;
    for (const char *at = text + strspn(text, blank); *at; at += strspn(at, blank)) {
        size_t length = strcspn(at, blank);
        words[count++] = arena_copy_bytes(arena, at, length);
        at += length;
    }
    return words;
}

static enum parameter_type type_of(const char *name)
{
    static const char *const names[] = {"text", "integer", "date", "choice"};
    enum parameter_type type = PARAMETER_TEXT;
    for (size_t i = 0; name && i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            type = (enum parameter_type)i;
    return type;
}

static void check_default(const struct definition *definition, const xmlNode *node,
                          const struct parameter *parameter)
{
    struct arena *scratch = arena_new();
    const char *given[] = {arena_print(scratch, "%s=%s", parameter->name, parameter->initial),
                           NULL};
    struct parameter_values values;
    if (parameter_fit(parameter, 1, given, scratch, finding_list_new(scratch), &values) != 0)
        definition_mistake(definition, node, &MESSAGE_DEFINITION_DEFAULT, parameter->name,
                           parameter->initial);
    arena_free(scratch);
}

static struct parameter read_parameter(const struct definition *definition, const xmlNode *node)
{
    const char *choices = definition_attribute(definition, node, "choices");
    struct parameter parameter = {
        .name = definition_attribute(definition, node, "name"),
        .type = type_of(definition_attribute(definition, node, "type")),
        .label = definition_attribute(definition, node, "label"),
        .initial = definition_attribute(definition, node, "default"),
        .choices = choices ? split_words(definition->arena, choices) : NULL,
    };
    if (!definition_is_sql_name(parameter.name))
        definition_mistake(definition, node, &MESSAGE_DEFINITION_SQL_NAME, parameter.name, NULL);
    bool has_choices = parameter.choices && parameter.choices[0];
    if ((parameter.type == PARAMETER_CHOICE) != has_choices || (choices && !has_choices))
        definition_mistake(definition, node, &MESSAGE_DEFINITION_CHOICES, parameter.name, NULL);
    else if (parameter.initial)
        check_default(definition, node, &parameter);
    return parameter;
}

const struct parameter *parameter_declaration_read(const struct definition *definition,
                                                   size_t *count)
{
    struct parameter *parameters = arena_new_array(
        definition->arena, definition_count(definition->root, "parameter") + 1, sizeof *parameters);
    size_t put = 0;
    for (const xmlNode *node = xml_child(definition->root, "parameter"); node;
         node = xml_next(node, "parameter")) {
        struct parameter parameter = read_parameter(definition, node);
        if (parameter_declaration_lookup(parameters, put, parameter.name))
            definition_mistake(definition, node, &MESSAGE_DEFINITION_DOUBLED, parameter.name, NULL);
        parameters[put++] = parameter;
    }
    *count = put;
    return parameters;
}

const struct parameter *parameter_declaration_lookup(const struct parameter *parameters,
                                                     size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(parameters[i].name, name) == 0)
            return &parameters[i];
    return NULL;
}

void parameter_declaration_check_pattern(const struct definition *definition, const xmlNode *node,
                                         const char *pattern, const struct parameter *parameters,
                                         size_t count, bool open)
{
    for (const char *at = pattern; (at = strchr(at, '{')) != NULL;) {
        if (at[1] == '{') { /* a brace itself, see base/message.h */
            at += 2;
            continue;
        }
        size_t length = strcspn(at + 1, "{}");
        if (length == 0 || at[1 + length] != '}') {
            definition_mistake(definition, node, &MESSAGE_DEFINITION_BRACES, pattern, NULL);
            return;
        }
        const char *name = arena_copy_bytes(definition->arena, at + 1, length);
        if (!open && !parameter_declaration_lookup(parameters, count, name))
            definition_mistake(definition, node, &MESSAGE_DEFINITION_NO_PARAMETER, name, NULL);
        at += length + 2;
    }
}
