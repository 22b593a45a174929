/* The PDF device: each call of the formatter goes to the part that knows — content, fonts,
 * structure, images, forms, pages. A finished page is written at once; at the end come the fonts
 * (their glyphs are known only then), the trees, and the cross-reference stream. Caller: the
 * formatter, through device.h. */
#include "draw/pdf.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/pdf_content.h"
#include "draw/pdf_destination.h"
#include "draw/pdf_file.h"
#include "draw/pdf_font.h"
#include "draw/pdf_form.h"
#include "draw/pdf_image.h"
#include "draw/pdf_link.h"
#include "draw/pdf_metadata.h"
#include "draw/pdf_opaque.h"
#include "draw/pdf_outline.h"
#include "draw/pdf_pages.h"
#include "draw/pdf_structure.h"

struct pdf_device {
    struct device device;
    struct pdf_options options; /* strings owned */
    struct pdf_file *file;
    struct pdf_fonts *fonts;
    struct pdf_images *images;
    struct pdf_shadings *shadings;
    struct pdf_forms *forms;
    struct pdf_pages *pages;
    struct pdf_destinations *destinations;
    struct pdf_outline *outline;
    struct pdf_structure *structure; /* NULL: untagged */
    struct pdf_content content;      /* of the current page */
    struct pdf_content form_content; /* of the art being recorded, or a place being settled */
    struct pdf_content *current;     /* one of the two */
    unsigned page;                   /* object number of the current page */
    int structure_parent;            /* of the current page; -1: none */
    unsigned font_resources;         /* object number, shared by all pages */
    bool skipping;                   /* within art the document has already */
    char *recording;                 /* key of the art being recorded; NULL: none */
    struct group art;                /* the same, and where it is placed */
};

static int status(const struct pdf_device *pdf)
{
    return pdf_file_failed(pdf->file) ? -1 : 0;
}

static const char *copy_or_null(const char *text)
{
    return text ? memory_copy(text) : NULL;
}

/* --- Information -------------------------------------------------------------------------------
 */

static void replace(const char **owned, const char *told)
{
    if (!told)
        return;
    free((void *)(uintptr_t)*owned);
    *owned = memory_copy(told);
}

static int information(void *state, const struct document_information *told)
{
    struct pdf_device *pdf = state;
    replace(&pdf->options.title, told->title);
    replace(&pdf->options.author, told->author);
    replace(&pdf->options.subject, told->subject);
    replace(&pdf->options.keywords, told->keywords);
    replace(&pdf->options.language, told->language);
    return 0;
}

/* --- Pages
 * ------------------------------------------------------------------------------------------------
 */

static int begin_page(void *state, const struct page_geometry *page)
{
    struct pdf_device *pdf = state;
    pdf->page = pdf_pages_begin(pdf->pages, page);
    pdf->structure_parent =
        pdf->structure ? pdf_structure_page(pdf->structure, pdf->page, page->height) : -1;
    pdf_content_begin(&pdf->content, page->height);
    pdf->current = &pdf->content;
    return status(pdf);
}

static int end_page(void *state)
{
    struct pdf_device *pdf = state;
    if (pdf->structure)
        pdf_structure_pause(pdf->structure, &pdf->content.operators);
    pdf_pages_end(pdf->pages, &pdf->content.operators,
                  pdf_content_resources(&pdf->content, pdf->file, pdf->font_resources),
                  pdf->structure_parent);
    return status(pdf);
}

/* --- Marks
 * -------------------------------------------------------------------------------------------------
 */

/* Opens marked content for a mark on the page; art is tagged where it is placed. */
static void mark(struct pdf_device *pdf, bool decoration)
{
    if (pdf->structure && pdf->current == &pdf->content)
        pdf_structure_mark(pdf->structure, decoration, &pdf->content.operators);
}

/* A run on a page or in a form; opaque where the document wants it. */
static int put_run(struct pdf_device *pdf, struct pdf_content *content, const struct glyph_run *run)
{
    if (pdf_file_is_modern(pdf->file) || run->transparency <= 0)
        return pdf_content_glyphs(content, pdf->fonts, run);
    struct glyph_run opaque = *run;
    opaque.colour = pdf_opaque_colour(run->colour, run->transparency);
    opaque.transparency = 0;
    return opaque.colour.none ? 0 : pdf_content_glyphs(content, pdf->fonts, &opaque);
}

static int glyphs(void *state, const struct glyph_run *run)
{
    struct pdf_device *pdf = state;
    if (pdf->skipping)
        return 0;
    mark(pdf, false);
    if (pdf->structure)
        pdf_structure_label(pdf->structure, run->text, run->length);
    return put_run(pdf, pdf->current, run);
}

static int path(void *state, const struct path *drawn)
{
    struct pdf_device *pdf = state;
    if (pdf->skipping)
        return 0;
    mark(pdf, true);
    if (pdf_file_is_modern(pdf->file)) {
        pdf_content_path(pdf->current, pdf->shadings, drawn);
        return status(pdf);
    }
    struct pdf_opaque_path opaque;
    pdf_opaque_path_make(&opaque, drawn);
    pdf_content_path(pdf->current, pdf->shadings, &opaque.path);
    pdf_opaque_path_free(&opaque);
    return status(pdf);
}

static int image(void *state, const struct image *placed)
{
    struct pdf_device *pdf = state;
    if (pdf->skipping)
        return 0;
    unsigned object = pdf_image_of(pdf->images, placed);
    if (!object)
        return status(pdf) == 0 ? 1 : -1;
    mark(pdf, true);
    pdf_content_image(pdf->current, object, placed);
    return status(pdf);
}

static int begin_clip(void *state, const struct path *clip)
{
    struct pdf_device *pdf = state;
    if (pdf->structure && pdf->current == &pdf->content) /* q … Q may not cross marked content */
        pdf_structure_pause(pdf->structure, &pdf->content.operators);
    if (!pdf->skipping)
        pdf_content_clip(pdf->current, clip);
    return 0;
}

static int end_clip(void *state)
{
    struct pdf_device *pdf = state;
    if (pdf->structure && pdf->current == &pdf->content)
        pdf_structure_pause(pdf->structure, &pdf->content.operators);
    if (!pdf->skipping)
        pdf_content_restore(pdf->current);
    return 0;
}

static int begin_tag(void *state, const struct structure_tag *tag)
{
    struct pdf_device *pdf = state;
    if (pdf->structure)
        pdf_structure_begin(pdf->structure, tag, &pdf->content.operators);
    return 0;
}

static int end_tag(void *state)
{
    struct pdf_device *pdf = state;
    if (pdf->structure)
        pdf_structure_end(pdf->structure, &pdf->content.operators);
    return 0;
}

/* --- Forms
 * --------------------------------------------------------------------------------------------------
 */

static void place_art(struct pdf_device *pdf, unsigned object, const struct group *group)
{
    mark(pdf, true);
    pdf_content_form(&pdf->content, object, group->x, group->y, group->unit);
}

static int begin_group(void *state, const struct group *group)
{
    struct pdf_device *pdf = state;
    unsigned known = pdf_form_of_art(pdf->forms, group->key);
    if (known) {
        place_art(pdf, known, group);
        pdf->skipping = true;
        return 1;
    }
    pdf->recording = memory_copy(group->key);
    pdf->art = *group;
    pdf_content_begin_form(&pdf->form_content, 0);
    pdf->current = &pdf->form_content;
    return 0;
}

static int end_group(void *state)
{
    struct pdf_device *pdf = state;
    pdf->skipping = false;
    pdf->current = &pdf->content;
    if (pdf->recording)
        place_art(
            pdf,
            pdf_form_add_art(pdf->forms, pdf->recording, !pdf->art.is_single, &pdf->form_content),
            &pdf->art);
    free(pdf->recording);
    pdf->recording = NULL;
    return status(pdf);
}

/* The place is a form at the page's origin: the run that settles it says where it stands. */
static int later(void *state, unsigned *id)
{
    struct pdf_device *pdf = state;
    mark(pdf, false);
    pdf_content_form(&pdf->content, pdf_form_reserve_place(pdf->forms, pdf->content.top, id), 0,
                     pdf->content.top, MILLIPOINT_PER_POINT);
    return status(pdf);
}

static int settle(void *state, unsigned id, const struct glyph_run *run)
{
    struct pdf_device *pdf = state;
    pdf_content_begin_form(&pdf->form_content, pdf_form_place_height(pdf->forms, id));
    int result = put_run(pdf, &pdf->form_content, run);
    pdf_form_settle_place(pdf->forms, id, &pdf->form_content);
    return result ? result : status(pdf);
}

/* --- Links
 * ---------------------------------------------------------------------------------------------------
 */

static int link_area(void *state, const struct link *link)
{
    struct pdf_device *pdf = state;
    unsigned object = pdf_file_reserve(pdf->file);
    unsigned destination = link->kind == LINK_DESTINATION
                               ? pdf_destination_of(pdf->destinations, link->destination)
                               : 0;
    int parent = pdf->structure ? pdf_structure_annotation(pdf->structure, object) : -1;
    pdf_link_write(pdf->file, object, link, pdf->content.top, destination, parent);
    pdf_pages_add_annotation(pdf->pages, object);
    return status(pdf);
}

static int bookmark(void *state, const struct bookmark *entry)
{
    struct pdf_device *pdf = state;
    pdf_outline_add(pdf->outline, entry);
    return 0;
}

static int destination(void *state, const char *name, millipoint y)
{
    struct pdf_device *pdf = state;
    pdf_destination_place(pdf->destinations, name, pdf->page, pdf->content.top - y);
    return 0;
}

/* --- Beginning and ending
 * ------------------------------------------------------------------------------------ */

struct pdf_device *pdf_open(pdf_sink *sink, void *sink_state, const struct pdf_options *options)
{
    struct pdf_device *pdf = memory_new(1, sizeof *pdf);
    pdf->options = (struct pdf_options){.title = copy_or_null(options->title),
                                        .author = copy_or_null(options->author),
                                        .subject = copy_or_null(options->subject),
                                        .keywords = copy_or_null(options->keywords),
                                        .date = copy_or_null(options->date),
                                        .language = copy_or_null(options->language),
                                        .number = copy_or_null(options->number),
                                        .claims = options->claims};
    pdf->file = pdf_file_new(sink, sink_state, options->claims.archive);
    pdf->fonts = pdf_fonts_new(options->claims.archive == PDF_ARCHIVE_2A);
    pdf->images = pdf_images_new(pdf->file);
    pdf->shadings = pdf_shadings_new(pdf->file);
    pdf->pages = pdf_pages_new(pdf->file);
    pdf->destinations = pdf_destinations_new(pdf->file);
    pdf->outline = pdf_outline_new(pdf->file, pdf->destinations);
    bool tagged = options->tagged && pdf_file_is_modern(pdf->file);
    pdf->structure = tagged ? pdf_structure_new(pdf->file) : NULL;
    pdf->font_resources = pdf_file_reserve(pdf->file);
    pdf->forms = pdf_forms_new(pdf->file, pdf->font_resources);
    pdf->current = &pdf->content;
    pdf->device = (struct device){.state = pdf,
                                  .whole_structure = options->claims.accessible ||
                                                     options->claims.archive == PDF_ARCHIVE_2A,
                                  .information = information,
                                  .begin_page = begin_page,
                                  .end_page = end_page,
                                  .glyphs = glyphs,
                                  .path = path,
                                  .image = image,
                                  .begin_clip = begin_clip,
                                  .end_clip = end_clip,
                                  .begin_tag = begin_tag,
                                  .end_tag = end_tag,
                                  .begin_group = begin_group,
                                  .end_group = end_group,
                                  .link = link_area,
                                  .bookmark = bookmark,
                                  .destination = destination,
                                  .later = later,
                                  .settle = settle};
    return pdf;
}

const struct device *pdf_as_device(struct pdf_device *pdf)
{
    return &pdf->device;
}

static void write_catalog(struct pdf_device *pdf)
{
    struct pdf_file *file = pdf->file;
    HPDF_Dict catalog = pdf_dictionary(file), viewer = pdf_dictionary(file);
    HPDF_Array intents = pdf_array(file);
    unsigned number = pdf_file_reserve(file);
    pdf_put_name(catalog, "Type", "Catalog");
    pdf_pages_write(pdf->pages, catalog);
    unsigned first_page = pdf_pages_object(pdf->pages, 0);
    if (first_page) { /* without a page there is no place to lead to */
        pdf_outline_write(pdf->outline, first_page, catalog);
        pdf_destinations_write(pdf->destinations, first_page);
    }
    if (pdf->options.language)
        pdf_put_object(catalog, "Lang", pdf_string(file, pdf->options.language));
    pdf_put_boolean(viewer, "DisplayDocTitle", true);
    pdf_put_object(catalog, "ViewerPreferences", viewer);
    if (pdf->structure) {
        HPDF_Dict mark_info = pdf_dictionary(file);
        pdf_put_boolean(mark_info, "Marked", true);
        pdf_put_object(catalog, "MarkInfo", mark_info);
        pdf_put_reference(file, catalog, "StructTreeRoot", pdf_structure_write(pdf->structure));
    }
    pdf_add_reference(file, intents, pdf_write_output_intent(file));
    pdf_put_object(catalog, "OutputIntents", intents);
    pdf_put_reference(file, catalog, "Metadata", pdf_write_metadata(file, &pdf->options));
    unsigned information = pdf_write_information(file, &pdf->options);
    pdf_write(file, number, catalog);
    pdf_write_trailer(file, number, information);
}

int pdf_close(struct pdf_device *pdf)
{
    pdf_forms_finish(pdf->forms);
    int result = pdf_fonts_write(pdf->fonts, pdf->file, pdf->font_resources);
    if (result == 0) {
        write_catalog(pdf);
        result = status(pdf);
    }
    pdf_abandon(pdf);
    return result;
}

void pdf_abandon(struct pdf_device *pdf)
{
    const char *const texts[] = {pdf->options.title,    pdf->options.author, pdf->options.subject,
                                 pdf->options.keywords, pdf->options.date,   pdf->options.language,
                                 pdf->options.number};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        free((void *)(uintptr_t)texts[i]);
    free(pdf->recording);
    pdf_content_free(&pdf->content);
    pdf_content_free(&pdf->form_content);
    pdf_forms_free(pdf->forms);
    pdf_structure_free(pdf->structure);
    pdf_outline_free(pdf->outline);
    pdf_destinations_free(pdf->destinations);
    pdf_pages_free(pdf->pages);
    pdf_images_free(pdf->images);
    pdf_shadings_free(pdf->shadings);
    pdf_fonts_free(pdf->fonts);
    pdf_file_free(pdf->file);
    free(pdf);
}
