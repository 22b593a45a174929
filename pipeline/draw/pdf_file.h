/* The PDF file being written: numbered objects leave for the sink as they are done; only their
 * offsets stay. Objects are libharu's (dictionaries, arrays, strings), which also serialise
 * themselves; the cross-reference stream or table is written here (ISO 32000-1 §7.5). Private to
 * draw/. */
#ifndef YINFA_DRAW_PDF_FILE_H
#define YINFA_DRAW_PDF_FILE_H

#include <hpdf.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "draw/pdf.h"

struct pdf_file;

/* Begins the file: header with the binary comment. Freed with pdf_file_free(). */
struct pdf_file *pdf_file_new(pdf_sink *sink, void *sink_state, enum pdf_archive archive);
void pdf_file_free(struct pdf_file *file);

/* Whether anything failed so far (reported once). */
bool pdf_file_failed(const struct pdf_file *file);

/* Whether the file may hold what PDF 1.5 and later brought (PDF/A-2), or is PDF 1.4 in which
 * nothing is transparent, images have at most 8 bits, and CIDFonts list their CIDs (PDF/A-1). */
bool pdf_file_is_modern(const struct pdf_file *file);

/* The number of an object to be written later. */
unsigned pdf_file_reserve(struct pdf_file *file);

/* New objects; they belong to the caller until they are added to another or written. */
HPDF_Dict pdf_dictionary(struct pdf_file *file);
HPDF_Array pdf_array(struct pdf_file *file);

/* A plain ASCII string in parentheses. */
void *pdf_string(struct pdf_file *file, const char *ascii);

/* Bytes in hexadecimal. */
void *pdf_binary(struct pdf_file *file, const void *bytes, size_t length);

/* Entries. A reference names an object by number; text is UTF-8 and written as UTF-16BE. */
void pdf_put_name(HPDF_Dict dictionary, const char *key, const char *name);
void pdf_put_number(HPDF_Dict dictionary, const char *key, int number);
void pdf_put_real(HPDF_Dict dictionary, const char *key, double number);
void pdf_put_boolean(HPDF_Dict dictionary, const char *key, bool value);
void pdf_put_text(struct pdf_file *file, HPDF_Dict dictionary, const char *key, const char *text);
void pdf_put_reference(struct pdf_file *file, HPDF_Dict dictionary, const char *key,
                       unsigned number);
void pdf_put_object(HPDF_Dict dictionary, const char *key, void *object);
void pdf_add_number(HPDF_Array array, int number);
void pdf_add_length(HPDF_Array array, double points);
void pdf_add_null(struct pdf_file *file, HPDF_Array array);
void pdf_add_name(HPDF_Array array, const char *name);
void pdf_add_reference(struct pdf_file *file, HPDF_Array array, unsigned number);
void pdf_add_object(HPDF_Array array, void *object);

/* Writes an object under its reserved number and frees it. */
void pdf_write(struct pdf_file *file, unsigned number, void *object);

/* Writes an object that is in PDF syntax already: for those of which there are very many, and for
 * arrays beyond the 32 767 elements that libharu takes. */
void pdf_write_syntax(struct pdf_file *file, unsigned number, const struct buffer *value);

enum pdf_packing {
    PDF_PLAIN,        /* as it is */
    PDF_DEFLATED,     /* with FlateDecode */
    PDF_DEFLATED_ONCE /* the same, for what may return in the process's next document */
};

/* Writes a stream object: `dictionary` gets Length (and Filter when deflated) and is freed. */
void pdf_write_stream(struct pdf_file *file, unsigned number, HPDF_Dict dictionary,
                      const void *bytes, size_t length, enum pdf_packing packing);

/* Writes what is gathered, the cross-reference stream or table and the trailer; /ID is the digest
 * of all bytes before them. */
void pdf_write_trailer(struct pdf_file *file, unsigned catalog, unsigned information);

#endif
