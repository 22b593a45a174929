/* Type 0 fonts: one per face used. The page shows 2-byte codes in order of first use; at the end
 * the glyphs are subset, and the program and its CMaps are written. */
#include "draw/pdf_font.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "draw/draw_messages.h"
#include "draw/pdf_cmap.h"
#include "draw/pdf_number.h"
#include "type/font_subset.h"

enum { FULL_WIDTH = 1000 * PDF_WIDTH_PARTS };

/* A glyph's first text has a code from FIRST_CODE on; further texts of it have codes below while
 * there are any, since readers that extract by CID (mupdf) go by the highest code. */
enum { FIRST_CODE = 256, MOST_CODES = 65535, FIRST_SLOTS = 256 };

struct used_glyph {
    uint32_t glyph;
    int width;     /* as pdf_font_width() */
    size_t text;   /* where its text begins in pdf_font.texts */
    size_t length; /* bytes; 0 = the code is not given */
};

struct pdf_font {
    struct pdf_font *next;
    bool private_refused;
    struct font_face *face;
    unsigned number;
    struct used_glyph *used; /* of code c at [c] */
    size_t capacity;
    unsigned next_code, next_further; /* codes to give: first texts, further texts */
    size_t count;                     /* codes given */
    uint16_t *slots;                  /* hash table of codes by glyph; 0 = free */
    size_t slot_count;                /* a power of two, more than twice the codes */
    struct buffer texts;
};

struct pdf_fonts {
    bool private_refused;
    struct pdf_font *first; /* in order of first use */
    struct pdf_font **last;
    unsigned count;
    struct pdf_font *recent; /* the one asked for last: runs of one face follow each other */
};

struct pdf_fonts *pdf_fonts_new(bool private_refused)
{
    struct pdf_fonts *fonts = memory_new(1, sizeof *fonts);
    fonts->private_refused = private_refused;
    fonts->last = &fonts->first;
    return fonts;
}

void pdf_fonts_free(struct pdf_fonts *fonts)
{
    for (struct pdf_font *font = fonts->first; font;) {
        struct pdf_font *next = font->next;
        free(font->used);
        free(font->slots);
        buffer_free(&font->texts);
        free(font);
        font = next;
    }
    free(fonts);
}

struct pdf_font *pdf_font_of(struct pdf_fonts *fonts, struct font_face *face)
{
    if (fonts->recent && fonts->recent->face == face)
        return fonts->recent;
    struct pdf_font *font = fonts->first;
    while (font && font->face != face)
        font = font->next;
    if (!font) {
        font = memory_new(1, sizeof *font);
        font->face = face;
        font->private_refused = fonts->private_refused;
        font->number = ++fonts->count;
        font->capacity = FIRST_CODE * 2;
        font->used = memory_new(font->capacity, sizeof *font->used);
        font->next_code = FIRST_CODE;
        font->next_further = 1;
        *fonts->last = font;
        fonts->last = &font->next;
    }
    return fonts->recent = font;
}

unsigned pdf_font_number(const struct pdf_font *font)
{
    return font->number;
}

int pdf_font_width(const struct pdf_font *font, unsigned code)
{
    return font->used[code].width;
}

unsigned pdf_font_code_after(const struct pdf_font *font, unsigned code)
{
    for (code++; code < font->next_code; code++)
        if (font->used[code].length)
            return code;
    return 0;
}

size_t pdf_font_code_count(const struct pdf_font *font)
{
    return font->count;
}

const char *pdf_font_text(const struct pdf_font *font, unsigned code, size_t *length)
{
    *length = font->used[code].length;
    return font->texts.bytes + font->used[code].text;
}

static int width_of(struct font_face *face, uint32_t glyph)
{
    int64_t units = (int64_t)font_face_advance_units(face, glyph) * FULL_WIDTH;
    int64_t em = font_face_units_per_em(face);
    return (int)((units >= 0 ? units + em / 2 : units - em / 2) / em);
}

/* The slot of a glyph's code with this text, or the free one where it belongs; `*known` tells
 * whether the glyph has another text already. */
static uint16_t *slot_of(const struct pdf_font *font, uint32_t glyph, const char *text,
                         size_t length, bool *known)
{
    size_t mask = font->slot_count - 1, at = glyph * UINT32_C(2654435761) >> 8 & mask;
    *known = false;
    for (; font->slots[at]; at = (at + 1) & mask) {
        const struct used_glyph *used = &font->used[font->slots[at]];
        if (used->glyph != glyph)
            continue;
        if (used->length == length && memcmp(font->texts.bytes + used->text, text, length) == 0)
            break;
        *known = true;
    }
    return &font->slots[at];
}

static void widen_slots(struct pdf_font *font)
{
    bool known;
    font->slot_count = font->slot_count ? font->slot_count * 2 : FIRST_SLOTS;
    free(font->slots);
    font->slots = memory_new(font->slot_count, sizeof *font->slots);
    for (unsigned code = pdf_font_code_after(font, 0); code;
         code = pdf_font_code_after(font, code)) {
        const struct used_glyph *used = &font->used[code];
        *slot_of(font, used->glyph, font->texts.bytes + used->text, used->length, &known) =
            (uint16_t)code;
    }
}

static unsigned new_code(struct pdf_font *font, bool further)
{
    if (further && font->next_further < FIRST_CODE)
        return font->next_further++;
    if (font->next_code > MOST_CODES) {
        failure(&MESSAGE_TOO_MANY_GLYPHS, font_face_name(font->face), NULL);
        return 0;
    }
    if (font->next_code == font->capacity) {
        font->used = memory_resize(font->used, font->capacity * 2, sizeof *font->used);
        memset(font->used + font->capacity, 0, font->capacity * sizeof *font->used);
        font->capacity *= 2;
    }
    return font->next_code++;
}

/* Whether the text may be given to readers; reported if not. */
static bool is_allowed(const struct pdf_font *font, const char *text, size_t length)
{
    uint32_t code_point;
    for (size_t at = 0; font->private_refused && at < length;) {
        at += utf8_decode(text + at, length - at, &code_point);
        if ((code_point >= 0xE000 && code_point <= 0xF8FF) || code_point >= 0xF0000) {
            char name[16];
            snprintf(name, sizeof name, "U+%04X", (unsigned)code_point);
            failure(&MESSAGE_PDF_PRIVATE, name, NULL);
            return false;
        }
    }
    return true;
}

unsigned pdf_font_code(struct pdf_font *font, uint32_t glyph, const char *text, size_t length)
{
    if (length == 0) { /* PDF/A wants a character for every code: U+200B */
        text = "\xE2\x80\x8B";
        length = 3;
    }
    if (font->count * 2 >= font->slot_count)
        widen_slots(font);
    bool known;
    uint16_t *slot = slot_of(font, glyph, text, length, &known);
    if (*slot)
        return *slot;
    unsigned code = is_allowed(font, text, length) ? new_code(font, known) : 0;
    if (!code)
        return 0;
    font->used[code] =
        (struct used_glyph){glyph, width_of(font->face, glyph), font->texts.length, length};
    buffer_append(&font->texts, text, length);
    font->count++;
    return *slot = (uint16_t)code;
}

/* --- The dictionaries
 * ----------------------------------------------------------------------------------------- */

struct cid_width {
    unsigned cid;
    int width;
};

static int by_cid(const void *a, const void *b)
{
    const struct cid_width *x = a, *y = b;
    return (x->cid > y->cid) - (x->cid < y->cid);
}

/* /W in groups of consecutive CIDs, with two decimals: text in faces of 2048 units an em needs no
 * corrections then. What is one em wide is left to /DW. Returns its object number. */
static unsigned write_widths(struct pdf_file *file, const struct pdf_font *font,
                             const uint16_t *cid)
{
    struct cid_width *all = memory_new(font->count, sizeof *all);
    size_t count = 0;
    for (unsigned code = pdf_font_code_after(font, 0); code; code = pdf_font_code_after(font, code))
        if (font->used[code].width != FULL_WIDTH)
            all[count++] = (struct cid_width){cid[code], font->used[code].width};
    qsort(all, count, sizeof *all, by_cid);
    struct buffer array = BUFFER_EMPTY;
    buffer_byte(&array, '[');
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && all[i].cid == all[i - 1].cid) /* two codes of one glyph */
            continue;
        if (i == 0 || all[i].cid != all[i - 1].cid + 1) {
            buffer_text(&array, i == 0 ? "" : "]");
            pdf_number_put(&array, all[i].cid, 0);
            buffer_byte(&array, '[');
        } else {
            buffer_byte(&array, ' ');
        }
        pdf_number_put(&array, all[i].width, 2);
    }
    buffer_text(&array, count ? "]]" : "]");
    free(all);
    unsigned number = pdf_file_reserve(file);
    pdf_write_syntax(file, number, &array);
    buffer_free(&array);
    return number;
}

HPDF_Dict pdf_font_system_info(struct pdf_file *file)
{
    HPDF_Dict info = pdf_dictionary(file);
    pdf_put_object(info, "Registry", pdf_string(file, "Adobe"));
    pdf_put_object(info, "Ordering", pdf_string(file, "Identity"));
    pdf_put_number(info, "Supplement", 0);
    return info;
}

/* ABCDEF+Name: six letters from the program's digest (ISO 32000-1 §9.6.4). */
static void put_base_name(struct buffer *out, const struct font_program *program)
{
    char hex[DIGEST_HEX_SIZE];
    digest_bytes(program->bytes, program->length, hex);
    for (size_t i = 0; i < 6; i++)
        buffer_byte(out, (char)('A' + (hex[2 * i] * 16 + hex[2 * i + 1]) % 26));
    buffer_print(out, "+%.100s", program->postscript_name);
}

static unsigned write_program(struct pdf_file *file, const struct font_program *program)
{
    unsigned number = pdf_file_reserve(file);
    HPDF_Dict dictionary = pdf_dictionary(file);
    if (program->cff)
        pdf_put_name(dictionary, "Subtype", "CIDFontType0C");
    else
        pdf_put_number(dictionary, "Length1", (int)program->length);
    pdf_write_stream(file, number, dictionary, program->bytes, program->length, PDF_DEFLATED_ONCE);
    return number;
}

/* The CIDs that the program holds, a bit each (ISO 19005-1 §6.3.5). Those of a TrueType program are
 * its glyphs, parts of composites among them. */
static unsigned write_cid_set(struct pdf_file *file, const struct pdf_font *font,
                              const struct font_program *program, const uint16_t *cid)
{
    static const size_t most_bytes = 65536 / 8;
    unsigned char *bits = memory_new(most_bytes, 1);
    unsigned highest = program->cff ? 0 : program->glyph_count - 1;
    bits[0] = 0x80; /* .notdef */
    for (unsigned glyph = 1; glyph <= highest; glyph++)
        bits[glyph / 8] |= (unsigned char)(0x80 >> glyph % 8);
    for (unsigned code = pdf_font_code_after(font, 0); code;
         code = pdf_font_code_after(font, code)) {
        bits[cid[code] / 8] |= (unsigned char)(0x80 >> cid[code] % 8);
        highest = cid[code] > highest ? cid[code] : highest;
    }
    unsigned number = pdf_file_reserve(file);
    pdf_write_stream(file, number, pdf_dictionary(file), bits, highest / 8 + 1, PDF_DEFLATED);
    free(bits);
    return number;
}

/* `cid_set` 0: none is wanted. */
static unsigned write_descriptor(struct pdf_file *file, const struct font_program *program,
                                 const char *base_name, unsigned program_number, unsigned cid_set)
{
    unsigned number = pdf_file_reserve(file);
    HPDF_Dict descriptor = pdf_dictionary(file);
    HPDF_Array box = pdf_array(file);
    for (size_t i = 0; i < 4; i++)
        pdf_add_number(box, program->box[i]);
    pdf_put_name(descriptor, "Type", "FontDescriptor");
    pdf_put_name(descriptor, "FontName", base_name);
    pdf_put_number(descriptor, "Flags", (int)program->flags);
    pdf_put_object(descriptor, "FontBBox", box);
    pdf_put_number(descriptor, "ItalicAngle", program->italic_angle);
    pdf_put_number(descriptor, "Ascent", program->ascent);
    pdf_put_number(descriptor, "Descent", program->descent);
    pdf_put_number(descriptor, "CapHeight", program->cap_height);
    pdf_put_number(descriptor, "StemV", program->stem_v);
    pdf_put_reference(file, descriptor, program->cff ? "FontFile3" : "FontFile2", program_number);
    if (cid_set)
        pdf_put_reference(file, descriptor, "CIDSet", cid_set);
    pdf_write(file, number, descriptor);
    return number;
}

static unsigned write_descendant(struct pdf_file *file, struct pdf_font *font,
                                 const struct font_program *program, const uint16_t *cid,
                                 const char *base_name)
{
    unsigned cid_set = pdf_file_is_modern(file) ? 0 : write_cid_set(file, font, program, cid);
    unsigned descriptor =
        write_descriptor(file, program, base_name, write_program(file, program), cid_set);
    unsigned number = pdf_file_reserve(file);
    HPDF_Dict descendant = pdf_dictionary(file);
    pdf_put_name(descendant, "Type", "Font");
    pdf_put_name(descendant, "Subtype", program->cff ? "CIDFontType0" : "CIDFontType2");
    pdf_put_name(descendant, "BaseFont", base_name);
    pdf_put_object(descendant, "CIDSystemInfo", pdf_font_system_info(file));
    pdf_put_reference(file, descendant, "FontDescriptor", descriptor);
    pdf_put_number(descendant, "DW", 1000);
    pdf_put_reference(file, descendant, "W", write_widths(file, font, cid));
    if (!program->cff)
        pdf_put_name(descendant, "CIDToGIDMap", "Identity");
    pdf_write(file, number, descendant);
    return number;
}

/* The subset of the glyphs used, ascending and each once as the subsetter wants them; their CIDs by
 * code. */
static int ascending(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static const struct font_program *subset(struct pdf_font *font, uint16_t *cid)
{
    uint32_t *glyphs = memory_new(font->count, sizeof *glyphs);
    size_t used = 0, count = 0;
    for (unsigned code = pdf_font_code_after(font, 0); code; code = pdf_font_code_after(font, code))
        glyphs[used++] = font->used[code].glyph;
    qsort(glyphs, used, sizeof *glyphs, ascending);
    for (size_t i = 0; i < used; i++)
        if (i == 0 || glyphs[i] != glyphs[count - 1])
            glyphs[count++] = glyphs[i];
    const struct font_program *program = font_subset(font->face, glyphs, count);
    for (unsigned code = pdf_font_code_after(font, 0); program && code;
         code = pdf_font_code_after(font, code)) {
        const uint32_t *found =
            bsearch(&font->used[code].glyph, glyphs, count, sizeof *glyphs, ascending);
        cid[code] = program->cid[found - glyphs];
    }
    free(glyphs);
    return program;
}

static int write_font(struct pdf_font *font, struct pdf_file *file, HPDF_Dict fonts)
{
    uint16_t *cid = memory_new(font->next_code, sizeof *cid); /* of code c at [c] */
    const struct font_program *program = subset(font, cid);
    if (!program) {
        free(cid);
        return -1;
    }
    struct buffer name = BUFFER_EMPTY;
    put_base_name(&name, program);
    unsigned descendant = write_descendant(file, font, program, cid, buffer_string(&name));
    unsigned number = pdf_file_reserve(file);
    HPDF_Dict dictionary = pdf_dictionary(file);
    HPDF_Array descendants = pdf_array(file);
    pdf_add_reference(file, descendants, descendant);
    pdf_put_name(dictionary, "Type", "Font");
    pdf_put_name(dictionary, "Subtype", "Type0");
    pdf_put_name(dictionary, "BaseFont", buffer_string(&name));
    pdf_put_reference(file, dictionary, "Encoding", pdf_cmap_write_encoding(file, font, cid));
    pdf_put_object(dictionary, "DescendantFonts", descendants);
    pdf_put_reference(file, dictionary, "ToUnicode", pdf_cmap_write_to_unicode(file, font));
    pdf_write(file, number, dictionary);

    buffer_clear(&name);
    buffer_print(&name, "F%u", font->number);
    pdf_put_reference(file, fonts, buffer_string(&name), number);
    buffer_free(&name);
    free(cid);
    return 0;
}

int pdf_fonts_write(struct pdf_fonts *fonts, struct pdf_file *file, unsigned number)
{
    HPDF_Dict dictionary = pdf_dictionary(file);
    int result = 0;
    for (struct pdf_font *font = fonts->first; font && result == 0; font = font->next)
        result = write_font(font, file, dictionary);
    pdf_write(file, number, dictionary);
    return result;
}
