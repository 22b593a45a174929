/* Links: no border, printed with the page, described in words for those who do not see them.
 * Caller: the PDF device. */
#include "draw/pdf_link.h"

/* A URI is ASCII (ISO 32000-1 §12.6.4.7): other bytes are percent-encoded (RFC 3987 §3.1). */
static void put_uri(struct buffer *out, const char *uri)
{
    for (; *uri; uri++) {
        unsigned char byte = (unsigned char)*uri;
        if (byte <= 0x20 || byte >= 0x7F)
            buffer_print(out, "%%%02X", byte);
        else
            buffer_byte(out, (char)byte);
    }
}

static HPDF_Array rectangle(struct pdf_file *file, const struct link *link, millipoint top)
{
    HPDF_Array array = pdf_array(file);
    pdf_add_length(array, link->x / 1000.0);
    pdf_add_length(array, ((int64_t)top - link->y - link->height) / 1000.0);
    pdf_add_length(array, ((int64_t)link->x + link->width) / 1000.0);
    pdf_add_length(array, ((int64_t)top - link->y) / 1000.0);
    return array;
}

void pdf_link_put_action(struct pdf_file *file, HPDF_Dict dictionary, const char *uri)
{
    HPDF_Dict action = pdf_dictionary(file);
    struct buffer encoded = BUFFER_EMPTY;
    put_uri(&encoded, uri);
    pdf_put_name(action, "S", "URI");
    pdf_put_object(action, "URI", pdf_string(file, buffer_string(&encoded)));
    pdf_put_object(dictionary, "A", action);
    buffer_free(&encoded);
}

void pdf_link_write(struct pdf_file *file, unsigned number, const struct link *link, millipoint top,
                    unsigned destination, int structure_parent)
{
    HPDF_Dict annotation = pdf_dictionary(file);
    HPDF_Array border = pdf_array(file);
    for (int i = 0; i < 3; i++)
        pdf_add_number(border, 0);
    pdf_put_name(annotation, "Type", "Annot");
    pdf_put_name(annotation, "Subtype", "Link");
    pdf_put_object(annotation, "Rect", rectangle(file, link, top));
    pdf_put_object(annotation, "Border", border);
    pdf_put_number(annotation, "F", 4); /* printed (ISO 19005-2 §6.3.2) */
    /* Described in words (ISO 14289-1 §7.18.5). */
    bool outside = link->kind == LINK_URI;
    const char *target = outside ? link->uri : link->destination;
    pdf_put_text(file, annotation, "Contents", link->alternative ? link->alternative : target);
    if (outside)
        pdf_link_put_action(file, annotation, link->uri);
    else
        pdf_put_reference(file, annotation, "Dest", destination);
    if (structure_parent >= 0)
        pdf_put_number(annotation, "StructParent", structure_parent);
    pdf_write(file, number, annotation);
}
