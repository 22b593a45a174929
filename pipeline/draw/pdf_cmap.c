/* Two small streams tell readers what a font's codes mean: the encoding (code → CID; the CID is
 * what the font program calls the glyph) and ToUnicode (code → text). Caller: pdf_font.c. */
#include "draw/pdf_cmap.h"

#include "base/utf8.h"
#include "draw/pdf_number.h"
#include "draw/pdf_utf16.h"

enum { ENTRIES_PER_BLOCK = 100 }; /* as many as a block may hold (ISO 32000-1 §9.7.5.4) */

/* --- Their text ------------------------------------------------------------------------------- */

static const char cmap_head[] = "/CIDInit /ProcSet findresource begin\n"
                                "12 dict begin\n"
                                "begincmap\n";

static const char cmap_tail[] = "endcmap\n"
                                "CMapName currentdict /CMap defineresource pop\n"
                                "end\nend\n";

static void put_cmap_names(struct buffer *out, const char *registry, const char *ordering,
                           const char *name, int type)
{
    buffer_text(out, cmap_head);
    buffer_print(out,
                 "/CIDSystemInfo << /Registry (%s) /Ordering (%s) /Supplement 0 >> def\n"
                 "/CMapName /%s def\n/CMapType %d def\n",
                 registry, ordering, name, type);
    if (type == 1)
        buffer_text(out, "/WMode 0 def\n");
    buffer_text(out, "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
}

static void put_code(struct buffer *out, unsigned code, const char *behind)
{
    buffer_byte(out, '<');
    pdf_number_code(out, code);
    buffer_byte(out, '>');
    buffer_text(out, behind);
}

/* Runs of codes whose CIDs follow each other are one range; a range stays within one first byte. */
static void put_encoding(struct buffer *out, const struct pdf_font *font, const uint16_t *cid)
{
    put_cmap_names(out, "Adobe", "Identity", "Yinfa-H", 1);
    int ranges = 0;
    struct buffer block = BUFFER_EMPTY;
    for (unsigned code = pdf_font_code_after(font, 0); code;) {
        unsigned last = code, next;
        while ((next = pdf_font_code_after(font, last)) == last + 1 && cid[next] == cid[last] + 1 &&
               (next & 0xFF00) == (code & 0xFF00))
            last = next;
        put_code(&block, code, " ");
        put_code(&block, last, " ");
        pdf_number_put(&block, cid[code], 0);
        buffer_byte(&block, '\n');
        code = next;
        if (++ranges == ENTRIES_PER_BLOCK || !code) {
            pdf_number_put(out, ranges, 0);
            buffer_text(out, " begincidrange\n");
            buffer_append(out, block.bytes, block.length);
            buffer_text(out, "endcidrange\n");
            buffer_clear(&block);
            ranges = 0;
        }
    }
    buffer_free(&block);
    buffer_text(out, cmap_tail);
}

/* What readers may not be given (ISO 19005-2 §6.2.11.7.2) is left out; U+200B if that was all. */
static void put_characters(struct buffer *wide, const char *text, size_t length)
{
    buffer_clear(wide);
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t used = utf8_decode(text + at, length - at, &code_point);
        if (code_point && code_point != 0xFEFF && code_point != 0xFFFE)
            pdf_utf16_append(wide, text + at, used);
        at += used;
    }
    if (wide->length == 0)
        buffer_append(wide, "\x20\x0B", 2);
}

static void put_to_unicode(struct buffer *out, const struct pdf_font *font)
{
    struct buffer wide = BUFFER_EMPTY;
    size_t left = pdf_font_code_count(font), in_block = 0;
    put_cmap_names(out, "Adobe", "UCS", "Adobe-Identity-UCS", 2);
    for (unsigned code = pdf_font_code_after(font, 0); code;
         code = pdf_font_code_after(font, code)) {
        size_t length;
        const char *text = pdf_font_text(font, code, &length);
        if (in_block == 0) {
            in_block = left < ENTRIES_PER_BLOCK ? left : (size_t)ENTRIES_PER_BLOCK;
            left -= in_block;
            buffer_print(out, "%zu beginbfchar\n", in_block);
        }
        put_characters(&wide, text, length);
        put_code(out, code, " <");
        for (size_t unit = 0; unit + 1 < wide.length; unit += 2)
            pdf_number_code(out, (unsigned)(unsigned char)wide.bytes[unit] << 8 |
                                     (unsigned char)wide.bytes[unit + 1]);
        buffer_text(out, ">\n");
        if (--in_block == 0)
            buffer_text(out, "endbfchar\n");
    }
    buffer_free(&wide);
    buffer_text(out, cmap_tail);
}

/* --- Writing ---------------------------------------------------------------------------------- */

unsigned pdf_cmap_write_encoding(struct pdf_file *file, const struct pdf_font *font,
                                 const uint16_t *cid)
{
    struct buffer text = BUFFER_EMPTY;
    unsigned number = pdf_file_reserve(file);
    HPDF_Dict dictionary = pdf_dictionary(file);
    pdf_put_name(dictionary, "Type", "CMap");
    pdf_put_name(dictionary, "CMapName", "Yinfa-H");
    pdf_put_object(dictionary, "CIDSystemInfo", pdf_font_system_info(file));
    pdf_put_number(dictionary, "WMode", 0);
    put_encoding(&text, font, cid);
    pdf_write_stream(file, number, dictionary, text.bytes, text.length, PDF_DEFLATED_ONCE);
    buffer_free(&text);
    return number;
}

unsigned pdf_cmap_write_to_unicode(struct pdf_file *file, const struct pdf_font *font)
{
    struct buffer text = BUFFER_EMPTY;
    unsigned number = pdf_file_reserve(file);
    put_to_unicode(&text, font);
    pdf_write_stream(file, number, pdf_dictionary(file), text.bytes, text.length,
                     PDF_DEFLATED_ONCE);
    buffer_free(&text);
    return number;
}
