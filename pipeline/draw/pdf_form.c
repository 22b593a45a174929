/* Forms. A place is a form XObject that the page names before it is written, so that even a page
 * with something unknown on it leaves memory at once. Art made of paths alone says the same in any
 * document: its compressed operators last as long as the process, so that a guilloche is drawn and
 * deflated for the first of ten thousand certificates. */
#include "draw/pdf_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/pdf_deflate.h"

struct art {
    char *key;
    unsigned object;
};

struct place {
    unsigned object;
    millipoint height; /* of its page */
    bool written;
};

struct pdf_forms {
    struct pdf_file *file;
    unsigned fonts;
    struct art *art;
    size_t art_count;
    struct place *places; /* of id n at [n - 1] */
    size_t place_count, place_capacity;
};

struct pdf_forms *pdf_forms_new(struct pdf_file *file, unsigned fonts)
{
    struct pdf_forms *forms = memory_new(1, sizeof *forms);
    forms->file = file;
    forms->fonts = fonts;
    return forms;
}

void pdf_forms_free(struct pdf_forms *forms)
{
    for (size_t i = 0; i < forms->art_count; i++)
        free(forms->art[i].key);
    free(forms->art);
    free(forms->places);
    free(forms);
}

/* The dictionary of a form with these resources. */
static HPDF_Dict form_of(struct pdf_file *file, HPDF_Dict resources)
{
    enum { FAR = 14400 }; /* the largest page PDF allows, points */
    HPDF_Dict dictionary = pdf_dictionary(file);
    HPDF_Array box = pdf_array(file);
    pdf_add_number(box, -FAR);
    pdf_add_number(box, -FAR);
    pdf_add_number(box, FAR);
    pdf_add_number(box, FAR);
    pdf_put_name(dictionary, "Type", "XObject");
    pdf_put_name(dictionary, "Subtype", "Form");
    pdf_put_object(dictionary, "BBox", box);
    pdf_put_object(dictionary, "Resources", resources);
    return dictionary;
}

static void write_form(struct pdf_forms *forms, unsigned object, const struct pdf_content *content,
                       enum pdf_packing packing)
{
    HPDF_Dict resources = pdf_content_resources(content, forms->file, forms->fonts);
    pdf_write_stream(forms->file, object, form_of(forms->file, resources),
                     buffer_string(&content->operators), content->operators.length, packing);
}

/* --- Art
 * ------------------------------------------------------------------------------------------------
 */

enum { LASTING = 64 };

/* Art that the documents of this process share. */
struct lasting_art {
    char *key;
    bool modern;            /* PDF/A-1 knows no transparency: its marks may differ */
    struct buffer deflated; /* operators */
    unsigned long used;     /* when last asked for; 0 = free */
};

static struct lasting_art lasting[LASTING];
static unsigned long asked;

static struct lasting_art *find_lasting(const char *key, bool modern)
{
    for (size_t i = 0; i < LASTING; i++)
        if (lasting[i].used && lasting[i].modern == modern && strcmp(lasting[i].key, key) == 0)
            return &lasting[i];
    return NULL;
}

/* In the place of what was not asked for the longest. NULL: it cannot be deflated. */
static struct lasting_art *make_last(const char *key, bool modern, const struct buffer *operators)
{
    struct lasting_art *art = &lasting[0];
    for (size_t i = 1; i < LASTING; i++)
        if (lasting[i].used < art->used)
            art = &lasting[i];
    free(art->key);
    art->key = memory_copy(key);
    art->modern = modern;
    art->used = 0;
    int refused = pdf_deflate(buffer_string(operators), operators->length, PDF_DEFLATE_THOROUGH,
                              &art->deflated);
    return refused ? NULL : art;
}

static void write_lasting(struct pdf_forms *forms, unsigned object, struct lasting_art *art)
{
    HPDF_Dict dictionary = form_of(forms->file, pdf_dictionary(forms->file));
    art->used = ++asked;
    pdf_put_name(dictionary, "Filter", "FlateDecode");
    pdf_write_stream(forms->file, object, dictionary, buffer_string(&art->deflated),
                     art->deflated.length, PDF_PLAIN);
}

static unsigned new_art(struct pdf_forms *forms, const char *key)
{
    unsigned object = pdf_file_reserve(forms->file);
    forms->art = memory_resize(forms->art, forms->art_count + 1, sizeof *forms->art);
    forms->art[forms->art_count++] = (struct art){memory_copy(key), object};
    return object;
}

unsigned pdf_form_of_art(struct pdf_forms *forms, const char *key)
{
    for (size_t i = 0; i < forms->art_count; i++)
        if (strcmp(forms->art[i].key, key) == 0)
            return forms->art[i].object;
    struct lasting_art *art = find_lasting(key, pdf_file_is_modern(forms->file));
    if (!art)
        return 0;
    unsigned object = new_art(forms, key);
    write_lasting(forms, object, art);
    return object;
}

unsigned pdf_form_add_art(struct pdf_forms *forms, const char *key, bool lasts,
                          const struct pdf_content *content)
{
    unsigned object = new_art(forms, key);
    struct lasting_art *art = NULL;
    if (lasts && pdf_content_stands_alone(content))
        art = make_last(key, pdf_file_is_modern(forms->file), &content->operators);
    if (art)
        write_lasting(forms, object, art);
    else
        write_form(forms, object, content, lasts ? PDF_DEFLATED_ONCE : PDF_DEFLATED);
    return object;
}

/* --- Places
 * --------------------------------------------------------------------------------------------- */

unsigned pdf_form_reserve_place(struct pdf_forms *forms, millipoint height, unsigned *id)
{
    if (forms->place_count == forms->place_capacity) {
        forms->place_capacity = forms->place_capacity ? forms->place_capacity * 2 : 16;
        forms->places = memory_resize(forms->places, forms->place_capacity, sizeof *forms->places);
    }
    unsigned object = pdf_file_reserve(forms->file);
    forms->places[forms->place_count++] = (struct place){object, height, false};
    *id = (unsigned)forms->place_count;
    return object;
}

millipoint pdf_form_place_height(const struct pdf_forms *forms, unsigned id)
{
    return forms->places[id - 1].height;
}

void pdf_form_settle_place(struct pdf_forms *forms, unsigned id, const struct pdf_content *content)
{
    struct place *place = &forms->places[id - 1];
    if (place->written)
        return;
    place->written = true;
    write_form(forms, place->object, content, PDF_PLAIN); /* some dozen bytes */
}

void pdf_forms_finish(struct pdf_forms *forms)
{
    struct pdf_content nothing = {.operators = BUFFER_EMPTY};
    for (size_t i = 0; i < forms->place_count; i++)
        pdf_form_settle_place(forms, (unsigned)i + 1, &nothing);
}
