/* Metadata. The same values stand in the information dictionary and in XMP, as PDF/A wants; dates
 * come from the data or are left out. The packet claims PDF/A-2u and declares the one property that
 * is not of a predefined schema: the number under which the document was issued. */
#include "draw/pdf_metadata.h"

#include <string.h>

#include "base/xml.h"
#include "draw/srgb_profile.h"

/* "2024-01-10" or "2024-01-10T08:00:00…" as D:YYYYMMDDHHmmSS+08'00' (ISO 32000-1 §7.9.4): dates of
 * documents are days in China. */
static void put_pdf_date(struct buffer *out, const char *date)
{
    bool time = strlen(date) >= 19;
    buffer_print(out, "D:%.4s%.2s%.2s", date, date + 5, date + 8);
    if (time)
        buffer_print(out, "%.2s%.2s%.2s", date + 11, date + 14, date + 17);
    else
        buffer_text(out, "000000");
    buffer_text(out, "+08'00'");
}

static void put_xmp_date(struct buffer *out, const char *date)
{
    bool time = strlen(date) >= 19;
    buffer_print(out, "%.10sT%.8s+08:00", date, time ? date + 11 : "00:00:00");
}

static bool has_date(const struct pdf_options *options)
{
    return options->date && strlen(options->date) >= 10;
}

unsigned pdf_write_information(struct pdf_file *file, const struct pdf_options *options)
{
    HPDF_Dict information = pdf_dictionary(file);
    const char *const keys[] = {"Title", "Author", "Subject", "Keywords"};
    const char *const values[] = {options->title, options->author, options->subject,
                                  options->keywords};
    for (size_t i = 0; i < 4; i++)
        if (values[i])
            pdf_put_text(file, information, keys[i], values[i]);
    pdf_put_text(file, information, "Creator", "yinfa");
    pdf_put_text(file, information, "Producer", "yinfa");
    if (has_date(options)) {
        struct buffer date = BUFFER_EMPTY;
        put_pdf_date(&date, options->date);
        pdf_put_object(information, "CreationDate", pdf_string(file, date.bytes));
        pdf_put_object(information, "ModDate", pdf_string(file, date.bytes));
        buffer_free(&date);
    }
    unsigned number = pdf_file_reserve(file);
    pdf_write(file, number, information);
    return number;
}

/* --- XMP
 * ---------------------------------------------------------------------------------------------- */

static void put_alternative(struct buffer *out, const char *element, const char *text)
{
    if (!text)
        return;
    buffer_print(out, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">", element);
    xml_escape(out, text);
    buffer_print(out, "</rdf:li></rdf:Alt></%s>\n", element);
}

static void put_simple(struct buffer *out, const char *element, const char *text)
{
    if (!text)
        return;
    buffer_print(out, "<%s>", element);
    xml_escape(out, text);
    buffer_print(out, "</%s>\n", element);
}

/* ISO 19005-2 §6.6.2.3.3: a property outside the predefined schemas is described in the packet. */
static const char number_schema[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>yinfa</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>urn:yinfa:document#</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>yinfa</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>number</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Text</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>external</pdfaProperty:category>\n"
    "<pdfaProperty:description>number under which the document was "
    "issued</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static void put_dates(struct buffer *out, const struct pdf_options *options)
{
    static const char *const elements[] = {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"};
    for (size_t i = 0; has_date(options) && i < 3; i++) {
        buffer_print(out, "<%s>", elements[i]);
        put_xmp_date(out, options->date);
        buffer_print(out, "</%s>\n", elements[i]);
    }
}

static void put_packet(struct buffer *out, const struct pdf_options *options)
{
    buffer_text(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                     "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                     "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                     "<rdf:Description rdf:about=\"\""
                     " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                     " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                     " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                     " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                     " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                     " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                     " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\""
                     " xmlns:yinfa=\"urn:yinfa:document#\">\n"
                     "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>U</pdfaid:conformance>\n"
                     "<dc:format>application/pdf</dc:format>\n");
    put_alternative(out, "dc:title", options->title);
    put_alternative(out, "dc:description", options->subject);
    if (options->author) {
        buffer_text(out, "<dc:creator><rdf:Seq><rdf:li>");
        xml_escape(out, options->author);
        buffer_text(out, "</rdf:li></rdf:Seq></dc:creator>\n");
    }
    put_simple(out, "pdf:Keywords", options->keywords);
    buffer_text(out,
                "<pdf:Producer>yinfa</pdf:Producer>\n<xmp:CreatorTool>yinfa</xmp:CreatorTool>\n");
    put_dates(out, options);
    if (options->number) {
        put_simple(out, "yinfa:number", options->number);
        buffer_text(out, number_schema);
    }
    buffer_text(out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
}

unsigned pdf_write_metadata(struct pdf_file *file, const struct pdf_options *options)
{
    struct buffer packet = BUFFER_EMPTY;
    put_packet(&packet, options);
    HPDF_Dict dictionary = pdf_dictionary(file);
    pdf_put_name(dictionary, "Type", "Metadata");
    pdf_put_name(dictionary, "Subtype", "XML");
    unsigned number = pdf_file_reserve(file);
    pdf_write_stream(file, number, dictionary, packet.bytes, packet.length, false);
    buffer_free(&packet);
    return number;
}

unsigned pdf_write_output_intent(struct pdf_file *file)
{
    size_t length;
    const void *bytes = srgb_profile(&length);
    HPDF_Dict profile = pdf_dictionary(file);
    pdf_put_number(profile, "N", 3);
    unsigned profile_number = pdf_file_reserve(file);
    pdf_write_stream(file, profile_number, profile, bytes, length, true);

    HPDF_Dict intent = pdf_dictionary(file);
    pdf_put_name(intent, "Type", "OutputIntent");
    pdf_put_name(intent, "S", "GTS_PDFA1");
    pdf_put_object(intent, "OutputConditionIdentifier", pdf_string(file, "sRGB IEC61966-2.1"));
    pdf_put_object(intent, "Info", pdf_string(file, "sRGB IEC61966-2.1"));
    pdf_put_reference(file, intent, "DestOutputProfile", profile_number);
    unsigned number = pdf_file_reserve(file);
    pdf_write(file, number, intent);
    return number;
}
