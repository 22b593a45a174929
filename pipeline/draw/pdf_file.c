/* The PDF file: everything that knows libharu's object layer stands here and in pdf_file.h. libharu
 * writes a reference through a proxy of an object that carries the number; such a carrier is made
 * once per number referred to. libharu's own document, page and font modules are not used: they
 * hold every page in memory and cannot write the fonts we need. */
#include "draw/pdf_file.h"

#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"
#include "draw/draw_messages.h"
#include "draw/pdf_deflate.h"
#include "draw/pdf_utf16.h"

/* Where an object stands (ISO 32000-1 §7.5.8.3). */
struct location {
    uint64_t place;  /* offset in the file, or number of its object stream; 0 = not written */
    uint32_t index;  /* within the object stream */
    bool compressed; /* it is in an object stream */
};

enum { OBJECTS_PER_STREAM = 200 };

struct pdf_file {
    pdf_sink *sink;
    void *sink_state;
    bool modern; /* PDF 1.7 with object and cross-reference streams; else PDF 1.4 */
    HPDF_Error_Rec error;
    HPDF_MMgr memory;
    HPDF_Stream serialised;     /* reused for every object */
    struct location *locations; /* of object n at [n] */
    HPDF_Null *carriers;        /* of number n at [n]; NULL = never referred to */
    unsigned count;             /* objects reserved; numbers run from 1 */
    unsigned capacity;
    uint64_t position; /* bytes written */
    struct digest *digest;
    bool failed;
    struct buffer deflated;
    struct buffer gathered;       /* objects waiting for their object stream */
    struct buffer gathered_index; /* their numbers and places in it */
    uint32_t gathered_count;
    unsigned gathered_number; /* the stream's own */
};

static void put(struct pdf_file *file, const void *bytes, size_t length)
{
    if (file->failed)
        return;
    digest_add(file->digest, bytes, length);
    file->position += length;
    file->failed = file->sink(file->sink_state, bytes, length) != 0;
}

static void put_string(struct pdf_file *file, const char *text)
{
    put(file, text, strlen(text));
}

/* Reports the first failure. */
static void fail(struct pdf_file *file, unsigned long reason)
{
    char number[24];
    if (file->failed)
        return;
    snprintf(number, sizeof number, "0x%04lX", reason);
    failure(&MESSAGE_PDF_OBJECT, number, NULL);
    file->failed = true;
}

/* Looks at libharu's sticky error. */
static void check(struct pdf_file *file)
{
    if (file->error.error_no != HPDF_OK)
        fail(file, file->error.error_no);
}

/* libharu's memory is checked like ours: its constructors never return NULL. */
static void *HPDF_STDCALL allocate(HPDF_UINT size)
{
    return memory_new(1, size);
}

static void HPDF_STDCALL release(void *block)
{
    free(block);
}

struct pdf_file *pdf_file_new(pdf_sink *sink, void *sink_state, enum pdf_archive archive)
{
    struct pdf_file *file = memory_new(1, sizeof *file);
    file->sink = sink;
    file->sink_state = sink_state;
    file->modern = archive != PDF_ARCHIVE_1B;
    HPDF_Error_Init(&file->error, NULL);
    file->memory = HPDF_MMgr_New(&file->error, 0, allocate, release);
    file->serialised = HPDF_MemStream_New(file->memory, 4096);
    file->digest = digest_new();
    put_string(file, file->modern ? "%PDF-1.7\n" : "%PDF-1.4\n");
    put_string(file, "%\xE5\x8D\xB0\xE5\x8F\x91\n"); /* 印发: the bytes say: binary */
    return file;
}

void pdf_file_free(struct pdf_file *file)
{
    char hex[DIGEST_HEX_SIZE];
    for (unsigned number = 1; number <= file->count; number++)
        if (file->carriers[number])
            HPDF_FreeMem(file->memory, file->carriers[number]);
    HPDF_Stream_Free(file->serialised);
    HPDF_MMgr_Free(file->memory);
    digest_finish(file->digest, hex);
    buffer_free(&file->deflated);
    free(file->locations);
    buffer_free(&file->gathered);
    buffer_free(&file->gathered_index);
    free(file->carriers);
    free(file);
}

bool pdf_file_failed(const struct pdf_file *file)
{
    return file->failed;
}

bool pdf_file_is_modern(const struct pdf_file *file)
{
    return file->modern;
}

unsigned pdf_file_reserve(struct pdf_file *file)
{
    if (file->count + 2 > file->capacity) {
        unsigned capacity = file->capacity ? file->capacity * 2 : 64;
        file->locations = memory_resize(file->locations, capacity, sizeof *file->locations);
        file->carriers = memory_resize(file->carriers, capacity, sizeof(HPDF_Null));
        file->capacity = capacity;
    }
    file->count++;
    file->locations[file->count] = (struct location){0, 0, false};
    file->carriers[file->count] = NULL;
    return file->count;
}

/* --- Objects
 * -------------------------------------------------------------------------------------------- */

HPDF_Dict pdf_dictionary(struct pdf_file *file)
{
    return HPDF_Dict_New(file->memory);
}

HPDF_Array pdf_array(struct pdf_file *file)
{
    return HPDF_Array_New(file->memory);
}

void *pdf_string(struct pdf_file *file, const char *ascii)
{
    return HPDF_String_New(file->memory, ascii, NULL);
}

void *pdf_binary(struct pdf_file *file, const void *bytes, size_t length)
{
    return HPDF_Binary_New(file->memory, (HPDF_BYTE *)(uintptr_t)bytes, (HPDF_UINT)length);
}

void pdf_put_name(HPDF_Dict dictionary, const char *key, const char *name)
{
    HPDF_Dict_AddName(dictionary, key, name);
}

void pdf_put_number(HPDF_Dict dictionary, const char *key, int number)
{
    HPDF_Dict_AddNumber(dictionary, key, number);
}

void pdf_put_real(HPDF_Dict dictionary, const char *key, double number)
{
    HPDF_Dict_AddReal(dictionary, key, (HPDF_REAL)number);
}

void pdf_put_boolean(HPDF_Dict dictionary, const char *key, bool value)
{
    HPDF_Dict_AddBoolean(dictionary, key, value);
}

void pdf_put_text(struct pdf_file *file, HPDF_Dict dictionary, const char *key, const char *text)
{
    struct buffer wide = BUFFER_EMPTY;
    pdf_utf16_text(&wide, text);
    HPDF_Dict_Add(dictionary, key, pdf_binary(file, wide.bytes, wide.length));
    buffer_free(&wide);
}

static void *reference(struct pdf_file *file, unsigned number)
{
    HPDF_Null *carrier = &file->carriers[number];
    if (!*carrier) {
        *carrier = HPDF_Null_New(file->memory);
        (*carrier)->header.obj_id = number | HPDF_OTYPE_INDIRECT;
    }
    return *carrier; /* libharu puts a proxy in its place when it is added */
}

void pdf_put_reference(struct pdf_file *file, HPDF_Dict dictionary, const char *key,
                       unsigned number)
{
    HPDF_Dict_Add(dictionary, key, reference(file, number));
}

void pdf_add_reference(struct pdf_file *file, HPDF_Array array, unsigned number)
{
    HPDF_Array_Add(array, reference(file, number));
}

void pdf_put_object(HPDF_Dict dictionary, const char *key, void *object)
{
    HPDF_Dict_Add(dictionary, key, object);
}

void pdf_add_number(HPDF_Array array, int number)
{
    HPDF_Array_AddNumber(array, number);
}

void pdf_add_length(HPDF_Array array, double points)
{
    HPDF_Array_AddReal(array, (HPDF_REAL)points);
}

void pdf_add_null(struct pdf_file *file, HPDF_Array array)
{
    HPDF_Array_Add(array, HPDF_Null_New(file->memory));
}

void pdf_add_name(HPDF_Array array, const char *name)
{
    HPDF_Array_AddName(array, name);
}

void pdf_add_object(HPDF_Array array, void *object)
{
    HPDF_Array_Add(array, object);
}

/* --- Writing
 * ---------------------------------------------------------------------------------------------- */

/* A document without object streams may be of any length, but its table holds ten digits. */
enum { TABLE_DIGITS = 10 };
static const uint64_t table_end = UINT64_C(10000000000);

static void begin_object(struct pdf_file *file, unsigned number)
{
    char head[32];
    if (!file->modern && file->position >= table_end)
        fail(file, HPDF_FILE_IO_ERROR);
    file->locations[number].place = file->position;
    snprintf(head, sizeof head, "%u 0 obj\n", number);
    put_string(file, head);
}

/* The value of an object in PDF syntax, as libharu writes it, appended to `out`. */
static void serialise(struct pdf_file *file, void *object, struct buffer *out)
{
    HPDF_MemStream_FreeData(file->serialised);
    HPDF_Obj_WriteValue(object, file->serialised, NULL);
    HPDF_UINT blocks = HPDF_MemStream_GetBufCount(file->serialised);
    for (HPDF_UINT block = 0; block < blocks; block++) {
        HPDF_UINT length = 0;
        const HPDF_BYTE *bytes = HPDF_MemStream_GetBufPtr(file->serialised, block, &length);
        buffer_append(out, bytes, length);
    }
}

static void put_value(struct pdf_file *file, void *object)
{
    struct buffer value = BUFFER_EMPTY;
    serialise(file, object, &value);
    put(file, buffer_string(&value), value.length);
    buffer_free(&value);
}

/* Writes the objects gathered so far as one compressed object stream (§7.5.7): a tagged document is
 * mostly small dictionaries, which deflate to a tenth. */
static void write_gathered(struct pdf_file *file)
{
    if (file->gathered_count == 0)
        return;
    struct buffer content = BUFFER_EMPTY;
    buffer_append(&content, file->gathered_index.bytes, file->gathered_index.length);
    buffer_append(&content, file->gathered.bytes, file->gathered.length);
    HPDF_Dict dictionary = pdf_dictionary(file);
    pdf_put_name(dictionary, "Type", "ObjStm");
    pdf_put_number(dictionary, "N", (int)file->gathered_count);
    pdf_put_number(dictionary, "First", (int)file->gathered_index.length);
    file->gathered_count = 0;
    buffer_clear(&file->gathered);
    buffer_clear(&file->gathered_index);
    pdf_write_stream(file, file->gathered_number, dictionary, content.bytes, content.length,
                     PDF_DEFLATED);
    buffer_free(&content);
}

/* A small object begins: at the end of what is gathered, or by itself. */
static void begin_small(struct pdf_file *file, unsigned number)
{
    if (!file->modern) {
        begin_object(file, number);
        return;
    }
    if (file->gathered_count == 0)
        file->gathered_number = pdf_file_reserve(file);
    file->locations[number] =
        (struct location){file->gathered_number, file->gathered_count++, true};
    buffer_print(&file->gathered_index, "%u %zu ", number, file->gathered.length);
}

static void end_small(struct pdf_file *file)
{
    buffer_byte(&file->gathered, '\n');
    if (!file->modern) {
        put(file, file->gathered.bytes, file->gathered.length);
        put_string(file, "endobj\n");
        buffer_clear(&file->gathered);
    } else if (file->gathered_count == OBJECTS_PER_STREAM) {
        write_gathered(file);
    }
    check(file);
}

void pdf_write(struct pdf_file *file, unsigned number, void *object)
{
    begin_small(file, number);
    serialise(file, object, &file->gathered);
    HPDF_Obj_Free(file->memory, object);
    end_small(file);
}

void pdf_write_syntax(struct pdf_file *file, unsigned number, const struct buffer *value)
{
    begin_small(file, number);
    buffer_append(&file->gathered, buffer_string(value), value->length);
    end_small(file);
}

void pdf_write_stream(struct pdf_file *file, unsigned number, HPDF_Dict dictionary,
                      const void *bytes, size_t length, enum pdf_packing packing)
{
    const struct buffer *deflated = &file->deflated;
    if (packing == PDF_DEFLATED_ONCE && length <= PDF_DEFLATE_MOST_KEPT)
        deflated = pdf_deflate_kept(bytes, length);
    else if (packing != PDF_PLAIN &&
             pdf_deflate(bytes, length, PDF_DEFLATE_QUICK, &file->deflated) != 0)
        deflated = NULL;
    if (packing != PDF_PLAIN && deflated) {
        bytes = deflated->bytes;
        length = deflated->length;
        pdf_put_name(dictionary, "Filter", "FlateDecode");
    }
    if (!deflated || length > INT_MAX)
        fail(file, HPDF_ZLIB_ERROR);
    pdf_put_number(dictionary, "Length", (int)(length & INT_MAX));
    begin_object(file, number);
    put_value(file, dictionary);
    put_string(file, "\nstream\n");
    put(file, bytes, length);
    put_string(file, "\nendstream\nendobj\n");
    HPDF_Obj_Free(file->memory, dictionary);
    check(file);
}

/* The digest so far without ending it: everything before the table decides the /ID. */
static void identity(struct pdf_file *file, unsigned char bytes[16])
{
    char hex[DIGEST_HEX_SIZE];
    digest_finish(file->digest, hex);
    file->digest = digest_new();
    for (size_t i = 0; i < 16; i++) {
        unsigned value = 0;
        sscanf(hex + 2 * i, "%2x", &value);
        bytes[i] = (unsigned char)value;
    }
}

static void put_big_endian(struct buffer *out, uint64_t value, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        buffer_byte(out, (char)(value >> shift & 0xFF));
}

/* The entries of the cross-reference stream (§7.5.8.3): type, place in 5 bytes, index in 2. */
static void put_locations(const struct pdf_file *file, struct buffer *out)
{
    put_big_endian(out, 0, 1);
    put_big_endian(out, 0, 5);
    put_big_endian(out, 0xFFFF, 2);
    for (unsigned number = 1; number <= file->count; number++) {
        const struct location *location = &file->locations[number];
        put_big_endian(out, location->compressed ? 2 : location->place ? 1 : 0, 1);
        put_big_endian(out, location->place, 5);
        put_big_endian(out, location->place ? location->index : 0xFFFF, 2);
    }
}

/* What the trailer of a table and the dictionary of a cross-reference stream both say. */
static void put_trailer_entries(struct pdf_file *file, HPDF_Dict dictionary, unsigned catalog,
                                unsigned information, const unsigned char id[16])
{
    HPDF_Array ids = pdf_array(file);
    for (int i = 0; i < 2; i++)
        pdf_add_object(ids, pdf_binary(file, (void *)(uintptr_t)id, 16));
    pdf_put_number(dictionary, "Size", (int)file->count + 1);
    pdf_put_reference(file, dictionary, "Root", catalog);
    pdf_put_reference(file, dictionary, "Info", information);
    pdf_put_object(dictionary, "ID", ids);
}

/* The cross-reference stream is an object itself, with the number `own`. */
static void write_stream_of_locations(struct pdf_file *file, unsigned own, HPDF_Dict dictionary)
{
    struct buffer entries = BUFFER_EMPTY;
    HPDF_Array widths = pdf_array(file);
    file->locations[own].place = file->position;
    put_locations(file, &entries);
    pdf_add_number(widths, 1);
    pdf_add_number(widths, 5);
    pdf_add_number(widths, 2);
    pdf_put_name(dictionary, "Type", "XRef");
    pdf_put_object(dictionary, "W", widths);
    pdf_write_stream(file, own, dictionary, entries.bytes, entries.length, PDF_DEFLATED);
    buffer_free(&entries);
}

/* The table of PDF 1.4 (§7.5.4): lines of exactly 20 bytes. */
static void write_table_of_locations(struct pdf_file *file, HPDF_Dict dictionary)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_print(&text, "xref\n0 %u\n%0*d 65535 f \n", file->count + 1, TABLE_DIGITS, 0);
    for (unsigned number = 1; number <= file->count; number++) {
        uint64_t place = file->locations[number].place;
        buffer_print(&text, place ? "%0*" PRIu64 " 00000 n \n" : "%0*" PRIu64 " 65535 f \n",
                     TABLE_DIGITS, place);
    }
    buffer_text(&text, "trailer\n");
    serialise(file, dictionary, &text);
    buffer_byte(&text, '\n');
    put(file, text.bytes, text.length);
    HPDF_Obj_Free(file->memory, dictionary);
    buffer_free(&text);
}

void pdf_write_trailer(struct pdf_file *file, unsigned catalog, unsigned information)
{
    unsigned char id[16];
    char start[48];
    write_gathered(file);
    identity(file, id);
    unsigned own = file->modern ? pdf_file_reserve(file) : 0;
    HPDF_Dict dictionary = pdf_dictionary(file);
    put_trailer_entries(file, dictionary, catalog, information, id);
    snprintf(start, sizeof start, "startxref\n%" PRIu64 "\n%%%%EOF\n", file->position);
    if (file->modern)
        write_stream_of_locations(file, own, dictionary);
    else
        write_table_of_locations(file, dictionary);
    put_string(file, start);
    check(file);
}
