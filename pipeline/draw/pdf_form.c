/* Forms. A place is a form XObject that the page names before it is written, so that even a page
 * with something unknown on it leaves memory at once. */
#include "draw/pdf_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

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

static void write_form(struct pdf_forms *forms, unsigned object, const struct pdf_content *content,
                       enum pdf_packing packing)
{
    enum { FAR = 14400 }; /* the largest page PDF allows, points */
    struct pdf_file *file = forms->file;
    HPDF_Dict dictionary = pdf_dictionary(file);
    HPDF_Array box = pdf_array(file);
    pdf_add_number(box, -FAR);
    pdf_add_number(box, -FAR);
    pdf_add_number(box, FAR);
    pdf_add_number(box, FAR);
    pdf_put_name(dictionary, "Type", "XObject");
    pdf_put_name(dictionary, "Subtype", "Form");
    pdf_put_object(dictionary, "BBox", box);
    pdf_put_object(dictionary, "Resources", pdf_content_resources(content, file, forms->fonts));
    pdf_write_stream(file, object, dictionary, buffer_string(&content->operators),
                     content->operators.length, packing);
}

/* --- Art
 * ------------------------------------------------------------------------------------------------
 */

unsigned pdf_form_of_art(const struct pdf_forms *forms, const char *key)
{
    for (size_t i = 0; i < forms->art_count; i++)
        if (strcmp(forms->art[i].key, key) == 0)
            return forms->art[i].object;
    return 0;
}

unsigned pdf_form_add_art(struct pdf_forms *forms, const char *key,
                          const struct pdf_content *content)
{
    unsigned object = pdf_file_reserve(forms->file);
    forms->art = memory_resize(forms->art, forms->art_count + 1, sizeof *forms->art);
    forms->art[forms->art_count++] = (struct art){memory_copy(key), object};
    write_form(forms, object, content, PDF_DEFLATED_ONCE);
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
