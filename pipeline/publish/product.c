/* Products: digests, then composing, formatting, drawing. The outputs of an item appear together:
 * all are written under temporary names first, and renamed when the last one is whole. Called by
 * publish.c and workers.c. */
#include "publish/product.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/pdf.h"
#include "format/format.h"
#include "publish/csv.h"
#include "publish/embedding.h"
#include "publish/inclusion.h"
#include "publish/measuring.h"
#include "publish/publish_messages.h"
#include "publish/row_source.h"

/* --- Digests ---------------------------------------------------------------------------------- */

struct product *product_new(const struct edition *edition, size_t index)
{
    struct arena *arena = arena_new();
    struct product *product = arena_alloc(arena, sizeof *product);
    product->arena = arena;
    product->findings = finding_list_new(arena);
    product->item.name = edition->items.items[index].name;
    product->item.key = edition->items.items[index].key;
    product->item.fonts_digest = edition->publisher->fonts_digest;
    product->item.program_digest = edition->publisher->program_digest;
    product_set_digests(edition, product, "", edition->stylesheet_digest);
    return product;
}

void product_free(struct product *product)
{
    if (!product)
        return;
    composition_free(&product->composition);
    arena_free(product->arena);
}

void product_set_digests(const struct edition *edition, struct product *product,
                         const char *rows_digest, const char *stylesheet_digest)
{
    char *input = arena_alloc(product->arena, DIGEST_HEX_SIZE);
    product->item.rows_digest = arena_copy(product->arena, rows_digest);
    product->item.stylesheet_digest = arena_copy(product->arena, stylesheet_digest);
    struct digest *digest = digest_new();
    digest_add_text(digest, rows_digest);
    digest_add_text(digest, stylesheet_digest);
    digest_add_text(digest, edition->publisher->fonts_digest);
    digest_add_text(digest, edition->publisher->program_digest);
    digest_finish(digest, input);
    product->item.input_digest = input;
}

bool product_is_sound(const struct product *product)
{
    return finding_count_level(product->findings, FINDING_ERROR) == 0;
}

/* --- Composing -------------------------------------------------------------------------------- */

static struct composition_request request_for(const struct edition *edition, size_t index)
{
    const struct publication *publication = edition->request->publication;
    return (struct composition_request){
        .store = edition->publisher->store,
        .publication = publication,
        .values = edition->request->values,
        .item = &edition->items.items[index],
        .naming = publication->names_undrawable ? edition->publisher->coverage : NULL};
}

/* Faults of the item itself, and of the stylesheets: told in full with the first item. */
static void take_faults(const struct edition *edition, size_t index, struct product *product)
{
    const struct item *item = &edition->items.items[index];
    const struct finding where = {.kind = edition->request->publication->name, .record = item->key};
    if (item->fault)
        finding_report(product->findings, item->fault, &where, item->fault_arguments[0],
                       item->fault_arguments[1], item->fault_arguments[2], NULL);
    size_t first = 0;
    while (!edition_has(edition, first))
        first++;
    if (index == first)
        for (size_t i = 0; i < finding_count(edition->findings); i++)
            finding_add(product->findings, finding_at(edition->findings, i));
    else if (finding_count_level(edition->findings, FINDING_ERROR))
        finding_report(product->findings, &MESSAGE_PUBLISH_STYLESHEET_BROKEN, &where,
                       edition->items.items[first].name, NULL);
}

/* The stylesheet whose data document is needed first; NULL: none is needed. */
static const struct stylesheet *first_stylesheet(const struct edition *edition)
{
    for (size_t i = 0; i < edition->request->publication->output_count; i++)
        if (edition->stylesheets[i])
            return edition->stylesheets[i];
    return NULL;
}

/* The names of what is included, each once. */
static const char *const *names_of(const struct inclusion_list *list, struct arena *arena)
{
    const char **names = arena_new_array(arena, list->count + 1, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        size_t at = 0;
        while (at < count && strcmp(names[at], list->items[i].item.name) != 0)
            at++;
        if (at == count)
            names[count++] = list->items[i].item.name;
    }
    return names;
}

/* The digests of what was composed, and of what it includes. */
static int set_digests(const struct edition *edition, const struct composition_request *request,
                       struct product *product)
{
    struct inclusion_list list;
    if (inclusion_survey(edition, request, product->arena, &list) != 0)
        return -1;
    const char *own = product->composition.digest;
    if (!list.count) {
        product_set_digests(edition, product, own, edition->stylesheet_digest);
        return 0;
    }
    char rows_hex[DIGEST_HEX_SIZE], stylesheets_hex[DIGEST_HEX_SIZE];
    struct digest *rows = digest_new(), *stylesheets = digest_new();
    digest_add_text(rows, own);
    digest_add_text(stylesheets, edition->stylesheet_digest);
    int status = inclusion_digest(edition, &list, product->arena, rows, stylesheets);
    digest_finish(rows, rows_hex);
    digest_finish(stylesheets, stylesheets_hex);
    product_set_digests(edition, product, rows_hex, stylesheets_hex);
    product->item.included = names_of(&list, product->arena);
    return status;
}

int product_compose(const struct edition *edition, size_t index, bool build,
                    struct product *product)
{
    take_faults(edition, index, product);
    struct composition_request request = request_for(edition, index);
    product->composed_for = first_stylesheet(edition);
    composition_free(&product->composition);
    if (composition_read(&request, build && product->composed_for && product_is_sound(product),
                         product->composed_for, product->arena, &product->composition) != 0)
        return -1;
    product->date = product->composition.date;
    return set_digests(edition, &request, product);
}

/* The data document for a stylesheet: the one composed with the digest, unless this stylesheet
 * streams rows that the other does not, or the other way round. */
static xmlDoc *data_for(const struct composition_request *request,
                        const struct stylesheet *stylesheet, struct product *product)
{
    bool streaming = stylesheet_is_streaming(stylesheet) ||
                     (product->composed_for && stylesheet_is_streaming(product->composed_for));
    if (product->composition.document && (stylesheet == product->composed_for || !streaming))
        return product->composition.document;
    composition_free(&product->composition);
    product->composed_for = stylesheet;
    if (composition_read(request, true, stylesheet, product->arena, &product->composition) != 0)
        return NULL;
    return product->composition.document;
}

/* --- Outputs ---------------------------------------------------------------------------------- */

/* One output on its way. */
struct printing {
    const struct edition *edition;
    struct product *product;
    struct composition_request request;
    struct stylesheet_where where;
    const struct publication_output *output;
    struct stylesheet *stylesheet;
    struct file_writer *writer; /* NULL: the output is measured only */
};

static int write_pdf_bytes(void *state, const void *bytes, size_t length)
{
    return file_writer_write(state, bytes, length);
}

/* What the formatter found, with publication and item where it knows of neither. */
static void take_findings(struct printing *printing, const struct finding_list *found)
{
    for (size_t i = 0; i < finding_count(found); i++) {
        struct finding finding = *finding_at(found, i);
        if (!finding.kind)
            finding.kind = printing->where.kind;
        if (!finding.record)
            finding.record = printing->where.record;
        finding_add(printing->product->findings, &finding);
    }
}

/* Something is wrong with the stylesheet as a whole. */
static void find_in_stylesheet(struct printing *printing, const struct message *message,
                               const char *value)
{
    finding_report(printing->product->findings, message,
                   &(struct finding){.kind = printing->where.kind,
                                     .record = printing->where.record,
                                     .file = stylesheet_name(printing->stylesheet)},
                   value, NULL);
}

/* What the definition wants the PDF to conform to; false: the stylesheet cannot give it (found). */
static bool read_claims(struct printing *printing, bool tagged, struct pdf_claims *claims)
{
    const char *wanted = printing->output->pdf;
    if (!wanted || !pdf_claims_read(wanted, claims)) /* the schema lets through what can be read */
        *claims = (struct pdf_claims){.archive = PDF_ARCHIVE_2U};
    bool structured = pdf_claims_structure(claims);
    if (structured && !tagged)
        find_in_stylesheet(printing, &MESSAGE_STYLESHEET_UNTAGGED, wanted);
    return !structured || tagged;
}

/* Formats onto the device, and measures what is to be checked; 0 also when something was found. */
static int format_onto(struct printing *printing, struct row_source *source,
                       const struct device *device, bool accessible)
{
    const struct product *product = printing->product;
    struct measuring measuring;
    if (printing->output->checked)
        device = measuring_begin(&measuring, device);
    struct finding_list *found = finding_list_new(product->arena);
    const struct format_request request = {.source = row_source_as_source(source),
                                           .fonts = printing->edition->publisher->fonts,
                                           .device = device,
                                           .findings = found,
                                           .file = stylesheet_name(printing->stylesheet),
                                           .accessible = accessible,
                                           .lasting = printing->edition->publisher->lasting,
                                           .fetch = images_fetch,
                                           .fetch_state = printing->edition->images};
    struct format_result result = {0};
    int formatted = format_document(&request, &result);
    take_findings(printing, found);
    if (printing->output->checked) {
        if (formatted == 0 && product_is_sound(product))
            measuring_tell(&measuring, printing->edition, &product->item,
                           stylesheet_name(printing->stylesheet), product->arena,
                           product->findings);
        measuring_end(&measuring);
    }
    return formatted == 0 || row_source_found(source) ? 0 : -1;
}

/* Formats onto a PDF, or where nothing is to be written onto marks alone. */
static int draw(struct printing *printing, struct row_source *source)
{
    const struct publish_request *order = printing->edition->request;
    struct pdf_options options = {.title = printing->product->composition.title,
                                  .date = printing->product->composition.date,
                                  .language = "zh-CN",
                                  .number = item_is_certificate(order->publication, order->values)
                                                ? printing->product->item.key
                                                : NULL,
                                  .tagged = !stylesheet_is_streaming(printing->stylesheet)};
    if (!read_claims(printing, options.tagged, &options.claims))
        return 0;
    bool accessible = pdf_claims_structure(&options.claims);
    if (!printing->writer)
        return format_onto(printing, source, NULL, accessible);
    struct pdf_device *pdf = pdf_open(write_pdf_bytes, printing->writer, &options);
    if (!pdf)
        return -1;
    int status = format_onto(printing, source, pdf_as_device(pdf), accessible);
    if (status == 0 && product_is_sound(printing->product))
        return pdf_close(pdf);
    pdf_abandon(pdf);
    return status;
}

static int write_pdf(struct printing *printing, xmlDoc *data, xmlDoc *result)
{
    if (inclusion_insert(printing->edition, printing->stylesheet, result, &printing->where,
                         printing->product->arena) != 0)
        return -1;
    if (!product_is_sound(printing->product))
        return 0; /* found */
    struct row_source *source =
        row_source_open(&printing->request, printing->stylesheet, data, result, &printing->where);
    int status = draw(printing, source);
    row_source_close(source);
    return status;
}

static int write_serialised(struct printing *printing, xmlDoc *result)
{
    struct buffer text = BUFFER_EMPTY;
    if (printing->output->format == OUTPUT_HTML)
        embedding_resolve(printing->edition->images, result, stylesheet_name(printing->stylesheet),
                          &printing->where);
    int status = stylesheet_serialise(printing->stylesheet, result, &text);
    if (status != 0)
        find_in_stylesheet(printing, &MESSAGE_STYLESHEET_EMPTY, NULL);
    else
        status = file_writer_write(printing->writer, buffer_string(&text), text.length);
    buffer_free(&text);
    return product_is_sound(printing->product) ? status : 0;
}

static int write_transformed(struct printing *printing)
{
    xmlDoc *data = data_for(&printing->request, printing->stylesheet, printing->product);
    if (!data)
        return -1;
    const struct edition *edition = printing->edition;
    xmlDoc *result =
        inclusion_take_tree(edition->publisher, edition->request->publication, printing->stylesheet,
                            printing->product->composition.digest);
    if (!result)
        result = stylesheet_apply(printing->stylesheet, data, &printing->where);
    if (!result)
        return 0; /* found */
    int status = printing->output->format == OUTPUT_PDF ? write_pdf(printing, data, result)
                                                        : write_serialised(printing, result);
    xmlFreeDoc(result);
    return status;
}

/* --- Files ------------------------------------------------------------------------------------ */

static const char *const format_names[] = {[OUTPUT_PDF] = "pdf",
                                           [OUTPUT_CSV] = "csv",
                                           [OUTPUT_HTML] = "html",
                                           [OUTPUT_XML] = "xml",
                                           [OUTPUT_TEXT] = "text"};

/* Makes the folder of the edition and those a file name leads into. */
static int make_folders(const struct edition *edition, const char *file, struct arena *arena)
{
    if (file_make_directory(edition->folder, 0755) != 0)
        return -1;
    for (const char *slash = strchr(file, '/'); slash; slash = strchr(slash + 1, '/'))
        if (file_make_directory(
                arena_print(arena, "%s/%.*s", edition->folder, (int)(slash - file), file), 0755) !=
            0)
            return -1;
    return 0;
}

/* Writes one output under its temporary name and notes what it will be. */
static int write_output(struct printing *printing, struct publish_output *described)
{
    const struct edition *edition = printing->edition;
    struct arena *arena = printing->product->arena;
    const char *file =
        item_file(printing->output, edition->request->values, printing->request.item, arena);
    if (make_folders(edition, file, arena) != 0 ||
        file_writer_open(arena_print(arena, "%s/%s", edition->folder, file), printing->output->mode,
                         &printing->writer) != 0)
        return -1;
    *described = (struct publish_output){.item = printing->product->item.name,
                                         .path = arena_print(arena, "%s/%s", edition->known, file),
                                         .format = format_names[printing->output->format],
                                         .mode = printing->output->mode};
    return printing->output->format == OUTPUT_CSV
               ? csv_write(&printing->request, printing->output, printing->writer)
               : write_transformed(printing);
}

/* Gives all files their names, or removes all. */
static int finish_files(struct product *product, struct file_writer **writers, bool commit)
{
    int status = 0;
    for (size_t i = 0; i < product->output_count; i++) {
        if (!commit || status != 0) {
            file_writer_abandon(writers[i]);
            continue;
        }
        product->outputs[i].size = file_writer_size(writers[i]);
        status = file_writer_commit(writers[i], false, product->outputs[i].sha256);
    }
    if (!commit || status != 0)
        product->output_count = 0;
    product->made = commit && status == 0;
    return status;
}

int product_make(const struct edition *edition, size_t index, struct product *product)
{
    const struct publication *publication = edition->request->publication;
    struct printing printing = {.edition = edition,
                                .product = product,
                                .request = request_for(edition, index),
                                .where = {.kind = publication->name,
                                          .record = product->item.key,
                                          .findings = product->findings}};
    struct file_writer **writers = memory_new(publication->output_count + 1, sizeof *writers);
    images_begin_document(edition->images);
    product->outputs =
        arena_new_array(product->arena, publication->output_count + 1, sizeof *product->outputs);
    int status = 0;
    for (size_t i = 0; i < publication->output_count && status == 0 && product_is_sound(product);
         i++) {
        if (!item_has_output(&publication->outputs[i], edition->request->values))
            continue;
        printing.output = &publication->outputs[i];
        printing.stylesheet = edition->stylesheets[i];
        printing.writer = NULL;
        if (edition->request->measured) {
            status = printing.output->checked ? write_transformed(&printing) : 0;
            continue;
        }
        status = write_output(&printing, &product->outputs[product->output_count]);
        writers[product->output_count++] = printing.writer;
    }
    if (status != 0 || !product_is_sound(product) || edition->request->measured)
        finish_files(product, writers, false);
    else
        status = finish_files(product, writers, true);
    composition_free(&product->composition);
    free(writers);
    return status;
}
