/* Manifests of workers: written item by item, read back by the process that started the worker.
 * Called by workers.c. */
#include "publish/manifest.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

/* --- Writing ---------------------------------------------------------------------------------- */

static void write_field(struct buffer *out, const char *text)
{
    buffer_byte(out, '\t');
    if (!text)
        buffer_text(out, "\\N");
    for (; text && *text; text++) {
        if (*text == '\t')
            buffer_text(out, "\\t");
        else if (*text == '\n')
            buffer_text(out, "\\n");
        else if (*text == '\\')
            buffer_text(out, "\\\\");
        else
            buffer_byte(out, *text);
    }
}

static void write_output(struct buffer *out, const struct publish_output *output)
{
    buffer_text(out, "output");
    write_field(out, output->path);
    write_field(out, output->format);
    write_field(out, output->sha256);
    buffer_print(out, "\t%" PRIu64 "\t%o\n", output->size, output->mode);
}

static void write_finding(struct buffer *out, const struct finding *finding)
{
    buffer_text(out, "finding");
    write_field(out, finding->id);
    buffer_print(out, "\t%d", (int)finding->level);
    write_field(out, finding->kind);
    write_field(out, finding->file);
    write_field(out, finding->sha256);
    buffer_print(out, "\t%ld", finding->line);
    write_field(out, finding->record);
    write_field(out, finding->path);
    write_field(out, finding->label);
    write_field(out, finding->value);
    write_field(out, finding->rule);
    write_field(out, finding->mend);
    buffer_byte(out, '\n');
}

void manifest_write(struct buffer *out, const struct product *product)
{
    buffer_text(out, "item");
    write_field(out, product->item.name);
    buffer_print(out, "\t%d", product->made ? 1 : 0);
    write_field(out, product->item.rows_digest);
    write_field(out, product->item.stylesheet_digest);
    write_field(out, product->date);
    buffer_byte(out, '\n');
    for (size_t i = 0; i < product->output_count; i++)
        write_output(out, &product->outputs[i]);
    for (size_t i = 0; i < finding_count(product->findings); i++)
        write_finding(out, finding_at(product->findings, i));
    buffer_text(out, "end\n");
}

void manifest_write_status(struct buffer *out, int status)
{
    if (WIFSIGNALED(status))
        buffer_print(out, "signal %d", WTERMSIG(status));
    else
        buffer_print(out, "exit %d", WEXITSTATUS(status));
}

/* The line feed ends a line that the worker may have begun. */
void manifest_write_death(struct buffer *out, const char *name, int status)
{
    buffer_text(out, "\ndied");
    write_field(out, name);
    buffer_byte(out, '\t');
    manifest_write_status(out, status);
    buffer_byte(out, '\n');
}

/* --- Reading ---------------------------------------------------------------------------------- */

enum { FIELDS_MOST = 13 };

/* Undoes write_field() in place; NULL for an absent field. */
static char *unescape(char *field)
{
    if (strcmp(field, "\\N") == 0)
        return NULL;
    char *to = field;
    for (const char *from = field; *from; from++) {
        if (*from == '\\' && from[1]) {
            from++;
            *to++ = *from == 't' ? '\t' : *from == 'n' ? '\n' : *from;
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
    return field;
}

/* Cuts a line into its fields; how many, 0 if there are too many. */
static size_t cut(char *line, char *fields[FIELDS_MOST])
{
    size_t count = 0;
    line[strcspn(line, "\n")] = '\0';
    for (char *at = line; at;) {
        if (count == FIELDS_MOST)
            return 0;
        fields[count++] = at;
        at = strchr(at, '\t');
        if (at)
            *at++ = '\0';
    }
    for (size_t i = 0; i < count; i++)
        fields[i] = unescape(fields[i]);
    return count;
}

static int take_item(const struct edition *edition, struct product *product, char **fields)
{
    if (!fields[1] || strcmp(fields[1], product->item.name) != 0 || !fields[2] || !fields[3] ||
        !fields[4])
        return -1;
    product->made = fields[2][0] == '1';
    product_set_digests(edition, product, fields[3], fields[4]);
    product->date = arena_copy(product->arena, fields[5]);
    size_t most = edition->request->publication->output_count;
    product->outputs = arena_new_array(product->arena, most + 1, sizeof *product->outputs);
    return 0;
}

static int take_output(const struct edition *edition, struct product *product, char **fields)
{
    if (product->output_count >= edition->request->publication->output_count || !fields[1] ||
        !fields[2] || !fields[3] || strlen(fields[3]) != DIGEST_HEX_SIZE - 1 || !fields[4] ||
        !fields[5])
        return -1;
    struct publish_output *output = &product->outputs[product->output_count++];
    output->item = product->item.name;
    output->path = arena_copy(product->arena, fields[1]);
    output->format = arena_copy(product->arena, fields[2]);
    memcpy(output->sha256, fields[3], DIGEST_HEX_SIZE);
    output->size = strtoull(fields[4], NULL, 10);
    output->mode = (unsigned)strtoul(fields[5], NULL, 8);
    return 0;
}

static int take_finding(struct product *product, char **fields)
{
    if (!fields[1] || !fields[2] || fields[2][0] < '0' || fields[2][0] > '0' + FINDING_ERROR ||
        !fields[6] || !fields[11])
        return -1;
    const struct finding finding = {.id = fields[1],
                                    .level = (enum finding_level)(fields[2][0] - '0'),
                                    .kind = fields[3],
                                    .file = fields[4],
                                    .sha256 = fields[5],
                                    .line = strtol(fields[6], NULL, 10),
                                    .record = fields[7],
                                    .path = fields[8],
                                    .label = fields[9],
                                    .value = fields[10],
                                    .rule = fields[11],
                                    .mend = fields[12]};
    finding_add(product->findings, &finding);
    return 0;
}

/* One line of a product; -1 = not a manifest. */
static int take_line(const struct edition *edition, struct product *product, char **fields,
                     size_t count)
{
    if (count == 6 && strcmp(fields[0], "item") == 0)
        return take_item(edition, product, fields);
    if (!product->outputs)
        return -1; /* no item line came first */
    if (count == 6 && strcmp(fields[0], "output") == 0)
        return take_output(edition, product, fields);
    if (count == 13 && strcmp(fields[0], "finding") == 0)
        return take_finding(product, fields);
    return -1;
}

/* A line that cannot be understood is the last a worker wrote if "died" follows. */
enum manifest_end manifest_read(FILE *in, const struct edition *edition, struct product *product,
                                struct buffer *how)
{
    char *line = NULL;
    size_t size = 0;
    bool foreign = false;
    enum manifest_end end = MANIFEST_CUT;
    ssize_t length;
    while (end == MANIFEST_CUT && (length = getline(&line, &size, in)) > 0 &&
           line[length - 1] == '\n') {
        char *fields[FIELDS_MOST] = {NULL};
        size_t count = cut(line, fields);
        if (count == 3 && fields[0] && fields[1] && fields[2] && strcmp(fields[0], "died") == 0) {
            /* A worker that died behind its last word died at an item that was read whole. */
            bool here = strcmp(fields[1], product->item.name) == 0;
            buffer_text(how, here ? fields[2] : "");
            foreign = false;
            end = here ? MANIFEST_DIED : MANIFEST_CUT;
        } else if (count == 1 && fields[0] && strcmp(fields[0], "end") == 0) {
            end = foreign || !product->outputs ? MANIFEST_FOREIGN : MANIFEST_WHOLE;
        } else if (count == 0 || !fields[0] || take_line(edition, product, fields, count) != 0) {
            foreign = true;
        }
    }
    free(line);
    return end == MANIFEST_CUT && foreign ? MANIFEST_FOREIGN : end;
}
