/* Metadata. The same values stand in the information dictionary and in XMP, as PDF/A wants; dates
 * come from the data or are left out. The packet says what the document claims to be, and declares
 * the properties that are not of a predefined schema: the number under which it was issued, and the
 * claim of PDF/UA. */
#include "draw/pdf_metadata.h"

#include <stdio.h>
#include <string.h>

#include "base/calendar_date.h"
#include "base/xml.h"
#include "draw/srgb_profile.h"

/* A date of the data, taken apart. */
struct moment {
    char day[11];  /* "2024-01-10" */
    char time[9];  /* "00:00:00" if only the day is given */
    char shift[7]; /* from UTC: "+08:00" unless said, since documents are dated in China */
};

/* Whether `text` begins with `pattern`, in which 9 stands for a digit. */
static bool matches(const char *text, const char *pattern)
{
    for (; *pattern; text++, pattern++)
        if (*pattern == '9' ? *text < '0' || *text > '9' : *text != *pattern)
            return false;
    return true;
}

/* Reads "2024-01-10", "2024-01-10T08:30:00" with or without "Z" or "+08:00". Anything else is no
 * date: the document then bears none. */
static bool read_moment(const char *text, struct moment *moment)
{
    if (!text || !matches(text, "9999-99-99"))
        return false;
    snprintf(moment->day, sizeof moment->day, "%s", text);
    snprintf(moment->time, sizeof moment->time, "00:00:00");
    snprintf(moment->shift, sizeof moment->shift, "+08:00");
    if (!calendar_date_valid(moment->day))
        return false;
    text += 10;
    if (*text == '\0')
        return true;
    if (!matches(text, "T99:99:99") || strncmp(text, "T24", 3) >= 0 || text[4] > '5' ||
        text[7] > '5')
        return false;
    snprintf(moment->time, sizeof moment->time, "%s", text + 1);
    text += 9;
    if (strcmp(text, "Z") == 0)
        snprintf(moment->shift, sizeof moment->shift, "+00:00");
    else if (strlen(text) == 6 && (matches(text, "+99:99") || matches(text, "-99:99")))
        snprintf(moment->shift, sizeof moment->shift, "%s", text);
    else
        return *text == '\0';
    return true;
}

/* ISO 32000-1 §7.9.4: D:20240110083000+08'00'. */
static void put_pdf_date(struct buffer *out, const struct moment *moment)
{
    const char *day = moment->day, *time = moment->time;
    buffer_print(out, "D:%.4s%.2s%.2s%.2s%.2s%.2s%.3s'%.2s'", day, day + 5, day + 8, time, time + 3,
                 time + 6, moment->shift, moment->shift + 4);
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
    struct moment moment;
    if (read_moment(options->date, &moment)) {
        struct buffer date = BUFFER_EMPTY;
        put_pdf_date(&date, &moment);
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

/* ISO 19005-2 §6.6.2.3.3: a property outside the predefined schemas is described in the packet; in
 * a description of its own and before the property, where readers of one pass (PDFBox) look for it.
 */
static const char number_schema[] =
    "<rdf:li rdf:parseType=\"Resource\">\n"
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
    "</rdf:li>\n";

/* The claim of PDF/UA-1 (ISO 14289-1 §5) is itself such a property to PDF/A-2. */
static const char accessible_schema[] =
    "<rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>part of ISO 14289 that the document "
    "conforms to</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li>\n";

static bool has_schemas(const struct pdf_options *options)
{
    return options->number || options->claims.accessible;
}

static void put_schemas(struct buffer *out, const struct pdf_options *options)
{
    if (!has_schemas(options))
        return;
    buffer_text(out, "<rdf:Description rdf:about=\"\""
                     " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                     " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                     " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
                     "<pdfaExtension:schemas><rdf:Bag>");
    if (options->number)
        buffer_text(out, number_schema);
    if (options->claims.accessible)
        buffer_text(out, accessible_schema);
    buffer_text(out, "</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n");
}

static void put_claims(struct buffer *out, const struct pdf_claims *claims)
{
    static const char *const parts[] = {"2", "2", "1"}, *const levels[] = {"U", "A", "B"};
    put_simple(out, "pdfaid:part", parts[claims->archive]);
    put_simple(out, "pdfaid:conformance", levels[claims->archive]);
    if (claims->accessible)
        put_simple(out, "pdfuaid:part", "1");
}

static void put_dates(struct buffer *out, const char *date)
{
    static const char *const elements[] = {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"};
    struct moment moment;
    bool dated = read_moment(date, &moment);
    for (size_t i = 0; dated && i < 3; i++)
        buffer_print(out, "<%s>%sT%s%s</%s>\n", elements[i], moment.day, moment.time, moment.shift,
                     elements[i]);
}

static void put_packet(struct buffer *out, const struct pdf_options *options)
{
    buffer_text(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                     "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                     "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    put_schemas(out, options);
    buffer_text(out, "<rdf:Description rdf:about=\"\""
                     " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                     " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                     " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                     " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"");
    if (options->claims.accessible)
        buffer_text(out, " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"");
    if (options->number)
        buffer_text(out, " xmlns:yinfa=\"urn:yinfa:document#\"");
    buffer_text(out, ">\n");
    put_claims(out, &options->claims);
    put_simple(out, "dc:format", "application/pdf");
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
    put_dates(out, options->date);
    put_simple(out, "yinfa:number", options->number);
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
    pdf_write_stream(file, number, dictionary, packet.bytes, packet.length, PDF_PLAIN);
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
    pdf_write_stream(file, profile_number, profile, bytes, length, PDF_DEFLATED_ONCE);

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
