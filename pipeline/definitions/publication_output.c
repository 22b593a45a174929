/* Outputs of a publication: which files come out, by which stylesheet or query. Called by
 * publication.c. */
#include "definitions/publication_output.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "definitions/definition_messages.h"
#include "definitions/parameter_declaration.h"

static enum output_format format_of(const char *name)
{
    static const char *const names[] = {"pdf", "csv", "html", "xml", "text"};
    enum output_format format = OUTPUT_PDF;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            format = (enum output_format)i;
    return format;
}

static mode_t read_mode(const struct definition *definition, const xmlNode *node)
{
    const char *text = definition_attribute(definition, node, "mode");
    if (!text)
        return 0644;
    size_t length = strlen(text);
    if (length < 3 || length > 4 || strspn(text, "01234567") != length ||
        (length == 4 && text[0] != '0')) {
        definition_mistake(definition, node, &MESSAGE_DEFINITION_MODE, text, NULL);
        return 0600;
    }
    return (mode_t)strtoul(text, NULL, 8);
}

void publication_when_read(const struct definition *definition, const xmlNode *node,
                           const struct publication *publication, const char **name,
                           const char **value)
{
    const char *when = definition_attribute(definition, node, "when");
    if (!when)
        return;
    const char *equals = strchr(when, '=');
    *name = arena_copy_bytes(definition->arena, when, strcspn(when, "="));
    *value = equals ? equals + 1 : "";
    const struct parameter *parameter =
        parameter_declaration_lookup(publication->parameters, publication->parameter_count, *name);
    struct arena *scratch = arena_new();
    struct parameter_values values;
    const char *given[] = {when, NULL};
    if (!equals || !parameter ||
        parameter_fit(parameter, 1, given, scratch, finding_list_new(scratch), &values) != 0)
        definition_mistake(definition, node, &MESSAGE_DEFINITION_WHEN, when, NULL);
    arena_free(scratch);
}

static void read_file(const struct definition *definition, const xmlNode *node,
                      const struct publication *publication, struct publication_output *output)
{
    output->file = definition_attribute(definition, node, "file");
    if (!*output->file || output->file[0] == '.' || strpbrk(output->file, "/\\"))
        definition_mistake(definition, node, &MESSAGE_DEFINITION_FILE_PATTERN, output->file, NULL);
    parameter_declaration_check_pattern(definition, node, output->file, publication->parameters,
                                        publication->parameter_count,
                                        publication->each_query != NULL);
}

static void read_columns(const struct definition *definition, const xmlNode *output_node,
                         struct publication_output *output)
{
    size_t count = definition_count(output_node, "column");
    struct csv_column *columns = arena_new_array(definition->arena, count + 1, sizeof *columns);
    for (const xmlNode *node = xml_child(output_node, "column"); node;
         node = xml_next(node, "column")) {
        struct csv_column column = {definition_attribute(definition, node, "name"),
                                    definition_attribute(definition, node, "title")};
        for (size_t i = 0; i < output->column_count; i++)
            if (strcmp(columns[i].name, column.name) == 0)
                definition_mistake(definition, node, &MESSAGE_DEFINITION_DOUBLED, column.name,
                                   NULL);
        columns[output->column_count++] = column;
    }
    output->columns = columns;
}

static void check_csv(const struct definition *definition, const xmlNode *node,
                      const struct publication *publication, const char *stylesheet,
                      const struct publication_output *output)
{
    if (stylesheet || !output->query || output->column_count == 0)
        definition_mistake(definition, node, &MESSAGE_DEFINITION_OUTPUT_CSV, NULL, NULL);
    else if (!publication_query_lookup(publication, output->query))
        definition_mistake(definition, node, &MESSAGE_DEFINITION_NO_QUERY, output->query, NULL);
}

static void read_stylesheet(const struct definition *definition, const xmlNode *node,
                            const char *format, const char *stylesheet,
                            struct publication_output *output)
{
    if (!stylesheet || output->query || output->column_count) {
        definition_mistake(definition, node, &MESSAGE_DEFINITION_OUTPUT_STYLESHEET, format, NULL);
        return;
    }
    if (!definition_is_inner_path(stylesheet)) {
        definition_mistake(definition, node, &MESSAGE_DEFINITION_INNER_PATH, stylesheet, NULL);
        return;
    }
    output->stylesheet = arena_print(definition->arena, "%s/%s", definition->folder, stylesheet);
    if (!file_exists(output->stylesheet))
        definition_mistake(definition, node, &MESSAGE_DEFINITION_FILE_MISSING, output->stylesheet,
                           NULL);
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Whether both outputs could be made in one run under the same name. */
static bool collide(const struct publication_output *a, const struct publication_output *b)
{
    if (strcmp(a->file, b->file) != 0)
        return false;
    return !a->when_name || !b->when_name || !same_text(a->when_name, b->when_name) ||
           same_text(a->when_value, b->when_value);
}

static struct publication_output read_output(const struct definition *definition,
                                             const xmlNode *node,
                                             const struct publication *publication)
{
    const char *format = definition_attribute(definition, node, "format");
    const char *stylesheet = definition_attribute(definition, node, "stylesheet");
    struct publication_output output = {
        .format = format_of(format),
        .query = definition_attribute(definition, node, "query"),
        .pdf = definition_attribute(definition, node, "pdf"),
        .checked = definition_attribute(definition, node, "check") != NULL,
        .mode = read_mode(definition, node),
    };
    if ((output.pdf || output.checked) && output.format != OUTPUT_PDF)
        definition_mistake(definition, node, &MESSAGE_DEFINITION_OUTPUT_PDF, format, NULL);
    publication_when_read(definition, node, publication, &output.when_name, &output.when_value);
    read_file(definition, node, publication, &output);
    read_columns(definition, node, &output);
    if (output.format == OUTPUT_CSV)
        check_csv(definition, node, publication, stylesheet, &output);
    else
        read_stylesheet(definition, node, format, stylesheet, &output);
    return output;
}

void publication_output_read(const struct definition *definition, struct publication *publication)
{
    size_t count = definition_count(definition->root, "output");
    struct publication_output *outputs =
        arena_new_array(definition->arena, count + 1, sizeof *outputs);
    for (const xmlNode *node = xml_child(definition->root, "output"); node;
         node = xml_next(node, "output")) {
        struct publication_output output = read_output(definition, node, publication);
        for (size_t i = 0; i < publication->output_count; i++)
            if (collide(&outputs[i], &output))
                definition_mistake(definition, node, &MESSAGE_DEFINITION_DOUBLED, output.file,
                                   NULL);
        outputs[publication->output_count++] = output;
    }
    publication->outputs = outputs;
}
