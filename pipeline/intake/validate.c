/* The pass. libxml2's pull parser reads through read_block(), where tag_guard.c looks at the bytes
 * first; its SAX2 events come here and then, through xmlSchemaSAXPlug(), to the XSD validator.
 * There is no tree. Two things follow from that order:
 *   - the validator judges an element's text after end_element() was called here, so an element is
 *     left (leave()) only when the next event comes, and its path and line still stand for the
 * error;
 *   - libxml2's errors have no line of their own in this mode, so the levels keep each element's.
 * A refusal stops the parser; a fatal XML error ends the input instead, since the parser may not be
 * stopped from within an error. Called by intake.c. */
#include "intake/validate.h"

#include <errno.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "intake/fragment.h"
#include "intake/intake_messages.h"
#include "intake/schema_finding.h"
#include "intake/tag_guard.h"
#include "intake/xml_reason.h"

enum { VALUE_SIZE = 4096 }; /* of a wrong value kept; findings show less */

struct level {
    const struct staging_step *step;
    long line;
    size_t path_length; /* of the path up to and with this element */
    struct buffer text; /* directly in it; where `gathers`, also that of the elements in it */
    bool gathers;       /* a column wants its text, or that of an element around it */
    bool kept;          /* stands in the fragment */
};

struct pass {
    struct examination *examination;
    struct staging *staging;
    struct arena *arena;
    xmlParserCtxt *parser;
    int descriptor;
    struct tag_guard guard;
    bool begun; /* the first block was read */

    struct level levels[VALIDATE_DEPTH + 1]; /* [1] is the root */
    size_t depth;
    bool ended; /* the innermost element has ended and is left at the next event */
    struct buffer path;
    struct fragment fragment;   /* of the column of type xml whose element is open */
    struct buffer name;         /* "@name" of an attribute being looked up */
    const xmlChar **attributes; /* of the start tag at hand: five each, as SAX2 gives them */
    int attribute_count;

    struct validate_root *detected; /* only look for the root element */
    bool cut;                       /* no more of the file is wanted */
    bool failed;                    /* the program has failed */
};

static long current_line(const struct pass *pass)
{
    return pass->parser && pass->parser->input ? pass->parser->input->line : 0;
}

/* --- Ending early ------------------------------------------------------------------------------
 */

static const char *path_here(struct pass *pass)
{
    return pass->depth ? arena_copy(pass->arena, buffer_string(&pass->path)) : NULL;
}

static const char *record_here(struct pass *pass)
{
    return pass->staging ? arena_copy(pass->arena, staging_record(pass->staging)) : NULL;
}

/* Says why, once, and takes no more of the file. */
static void refuse(struct pass *pass, const struct message *message, const char *first)
{
    if (!pass->cut && pass->examination) {
        struct spot spot = {
            .line = current_line(pass), .record = record_here(pass), .path = path_here(pass)};
        examination_report(pass->examination, message, &spot, first, NULL, NULL);
    }
    pass->cut = true;
}

/* The same from an event of the parser. */
static void refuse_and_stop(struct pass *pass, const struct message *message, const char *first)
{
    refuse(pass, message, first);
    xmlStopParser(pass->parser);
}

static const char *limit_text(struct pass *pass, long limit)
{
    return arena_print(pass->arena, "%ld", limit);
}

/* --- Bytes -------------------------------------------------------------------------------------
 */

/* From the first bytes: how wide code units are (XML 1.0, Appendix F). False: neither ASCII-like
 * nor UTF-16. */
static bool find_unit(struct tag_guard *guard, const unsigned char *bytes, size_t length)
{
    static const unsigned char zero[2];
    guard->unit = 1;
    if (length < 4)
        return true;
    if (memcmp(bytes, zero, 2) == 0 || memcmp(bytes + 2, zero, 2) == 0 || bytes[0] == 0x4C)
        return false; /* UCS-4; EBCDIC */
    bool big = (bytes[0] == 0xFE && bytes[1] == 0xFF) || (bytes[0] == 0 && bytes[1] == '<');
    bool little = (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == '<' && bytes[1] == 0);
    guard->unit = big || little ? 2 : 1;
    guard->big_endian = big;
    return true;
}

static int guarded(struct pass *pass, const unsigned char *bytes, size_t length)
{
    size_t passed;
    switch (tag_guard_look(&pass->guard, bytes, length, &passed)) {
    case TAG_GUARD_PASS:
        break;
    case TAG_GUARD_TOO_MANY_ATTRIBUTES:
        refuse(pass, &MESSAGE_INTAKE_ATTRIBUTES, limit_text(pass, TAG_GUARD_ATTRIBUTES));
        break;
    case TAG_GUARD_TAG_TOO_LONG:
        refuse(pass, &MESSAGE_INTAKE_TAG_LENGTH, limit_text(pass, TAG_GUARD_LENGTH));
        break;
    }
    return (int)passed;
}

static int read_block(void *state, char *block, int size)
{
    struct pass *pass = state;
    if (pass->cut || pass->failed || size <= 0)
        return 0;
    size_t got = 0;
    while (got < (size_t)size) {
        ssize_t part = read(pass->descriptor, block + got, (size_t)size - got);
        if (part < 0 && errno == EINTR)
            continue;
        if (part < 0) {
            failure(&MESSAGE_INTAKE_ARCHIVE, pass->examination ? pass->examination->file : "?",
                    strerror(errno), NULL);
            pass->failed = true;
            return -1;
        }
        if (part == 0)
            break;
        got += (size_t)part;
    }
    const unsigned char *bytes = (const unsigned char *)block;
    if (!pass->begun && !find_unit(&pass->guard, bytes, got)) {
        refuse(pass, &MESSAGE_INTAKE_ENCODING, "UCS-4/EBCDIC");
        return 0;
    }
    pass->begun = true;
    return guarded(pass, bytes, got);
}

static int close_nothing(void *state)
{
    (void)state; /* the descriptor is read_file()'s */
    return 0;
}

/* --- Elements ----------------------------------------------------------------------------------
 */

static void leave(struct pass *pass)
{
    if (!pass->ended)
        return;
    pass->ended = false;
    pass->depth--;
    size_t length = pass->depth ? pass->levels[pass->depth].path_length : 0;
    pass->path.length = length;
    if (pass->path.bytes)
        pass->path.bytes[length] = '\0';
}

static void begin_document(void *state)
{
    struct pass *pass = state;
    static const char *const taken[] = {"UTF-8",    "UTF8",     "UTF-16", "UTF-16LE",
                                        "UTF-16BE", "GBK",      "GB2312", "GB18030",
                                        "CP936",    "US-ASCII", "ASCII"};
    const char *encoding = (const char *)pass->parser->encoding;
    if (!encoding)
        encoding = (const char *)pass->parser->input->encoding;
    for (size_t i = 0; encoding && i < sizeof taken / sizeof *taken; i++)
        if (strcasecmp(encoding, taken[i]) == 0)
            return;
    if (encoding)
        refuse_and_stop(pass, &MESSAGE_INTAKE_ENCODING, encoding);
}

static void refuse_doctype(void *state, const xmlChar *name, const xmlChar *external,
                           const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    refuse_and_stop(state, &MESSAGE_INTAKE_DOCTYPE, NULL);
}

/* The element's name becomes the path's last step; the root is "". Names of another namespace than
 * the kind's get a colon before them, so that they lead nowhere. */
static void enter_path(struct pass *pass, const char *name, bool foreign)
{
    if (pass->depth > 1) {
        if (pass->depth > 2)
            buffer_byte(&pass->path, '/');
        if (foreign)
            buffer_byte(&pass->path, ':');
        buffer_text(&pass->path, name);
    }
    pass->levels[pass->depth].path_length = pass->path.length;
}

static void stage_attributes(struct pass *pass, const struct level *level)
{
    for (int i = 0; level->step && i < pass->attribute_count; i++) {
        const xmlChar **attribute = pass->attributes + 5 * i;
        if (attribute[1])
            continue; /* with a prefix: not the kind's */
        buffer_clear(&pass->name);
        buffer_byte(&pass->name, '@');
        buffer_text(&pass->name, (const char *)attribute[0]);
        staging_value(pass->staging, staging_attribute(level->step, pass->name.bytes),
                      (const char *)attribute[3], (size_t)(attribute[4] - attribute[3]),
                      level->line);
    }
}

static void begin_element(void *state, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *name_space, int namespace_count,
                          const xmlChar **namespaces, int attribute_count, int defaulted,
                          const xmlChar **attributes)
{
    (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted;
    struct pass *pass = state;
    if (pass->cut)
        return;
    if (pass->detected) {
        pass->detected->name = arena_copy(pass->arena, (const char *)name);
        pass->detected->name_space = arena_copy(pass->arena, (const char *)name_space);
        pass->cut = true;
        xmlStopParser(pass->parser);
        return;
    }
    leave(pass);
    if (pass->depth == VALIDATE_DEPTH) {
        refuse_and_stop(pass, &MESSAGE_INTAKE_DEPTH, limit_text(pass, VALIDATE_DEPTH));
        return;
    }
    const struct staging_step *outer = pass->depth ? pass->levels[pass->depth].step : NULL;
    struct level *level = &pass->levels[++pass->depth];
    const struct kind *kind = pass->examination->kind;
    bool foreign = kind && (!name_space || strcmp((const char *)name_space, kind->name_space) != 0);
    enter_path(pass, (const char *)name, foreign);
    level->line = current_line(pass);
    buffer_clear(&level->text);
    pass->attributes = attributes;
    pass->attribute_count = attribute_count;
    level->step = NULL;
    level->gathers = pass->depth > 1 && pass->levels[pass->depth - 1].gathers;
    level->kept = false;
    if (!pass->staging || foreign)
        return;
    level->step = pass->depth == 1 ? staging_root(pass->staging)
                                   : staging_child(pass->staging, outer, (const char *)name);
    level->gathers |= staging_wants_text(level->step);
    staging_open(pass->staging, level->step, level->line);
    stage_attributes(pass, level);
    level->kept = pass->fragment.depth || staging_wants_fragment(level->step);
    if (level->kept)
        fragment_begin(&pass->fragment, (const char *)name, kind->name_space, level->line,
                       attributes, attribute_count);
}

static void end_fragment(struct pass *pass, const struct level *level, const char *name)
{
    if (level->kept && fragment_end(&pass->fragment, name))
        staging_fragment(pass->staging, level->step, buffer_string(&pass->fragment.text),
                         pass->fragment.text.length, level->line);
}

/* A column's text is that of the whole element, with what stands in its children (as string() of
 * XPath has it) but for asides. */
static void gather(struct pass *pass, const struct level *level, const char *name)
{
    struct level *outer = pass->depth > 1 ? &pass->levels[pass->depth - 1] : NULL;
    if (!outer || !outer->gathers || !level->text.length ||
        kind_is_aside(pass->examination->kind, name))
        return;
    if (outer->text.length + level->text.length > VALIDATE_TEXT)
        refuse_and_stop(pass, &MESSAGE_INTAKE_TEXT_LENGTH, limit_text(pass, VALIDATE_TEXT));
    else
        buffer_append(&outer->text, buffer_string(&level->text), level->text.length);
}

static void end_element(void *state, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *name_space)
{
    (void)prefix, (void)name_space;
    struct pass *pass = state;
    if (pass->cut)
        return;
    leave(pass);
    struct level *level = &pass->levels[pass->depth];
    pass->attribute_count = 0;
    gather(pass, level, (const char *)name);
    end_fragment(pass, level, (const char *)name);
    if (pass->staging && level->step) {
        staging_value(pass->staging, level->step, buffer_string(&level->text), level->text.length,
                      level->line);
        if (staging_close(pass->staging, level->step) != 0) {
            pass->failed = true;
            xmlStopParser(pass->parser);
        }
    }
    pass->ended = true;
}

static void text(void *state, const xmlChar *bytes, int length)
{
    struct pass *pass = state;
    if (pass->cut || length < 0)
        return;
    leave(pass);
    struct level *level = &pass->levels[pass->depth];
    if (level->text.length + (size_t)length > VALIDATE_TEXT)
        refuse_and_stop(pass, &MESSAGE_INTAKE_TEXT_LENGTH, limit_text(pass, VALIDATE_TEXT));
    else
        buffer_append(&level->text, bytes, (size_t)length);
    if (level->kept)
        fragment_text(&pass->fragment, (const char *)bytes, (size_t)length);
    if (pass->fragment.text.length > FRAGMENT_SIZE)
        refuse_and_stop(pass, &MESSAGE_INTAKE_TEXT_LENGTH, limit_text(pass, FRAGMENT_SIZE));
}

/* --- Errors ------------------------------------------------------------------------------------
 */

/* Of the parser. Warnings aside, all but those of namespaces are fatal (XML 1.0, §1.2). */
static void xml_error(void *state, xmlError *error)
{
    struct pass *pass = state;
    if (pass->cut || error->level < XML_ERR_ERROR)
        return;
    if (pass->detected) {
        pass->cut = error->domain != XML_FROM_NAMESPACE;
        return;
    }
    if (error->domain == XML_FROM_NAMESPACE) {
        struct spot spot = {
            .line = current_line(pass), .record = record_here(pass), .path = path_here(pass)};
        examination_report(pass->examination, &MESSAGE_INTAKE_PREFIX, &spot,
                           error->str1 ? arena_copy(pass->arena, error->str1) : "?", NULL, NULL);
        return;
    }
    if (error->code == XML_ERR_USER_STOP)
        return;
    long line = error->line > 0 ? error->line : current_line(pass);
    struct spot spot = {.line = line, .record = record_here(pass), .path = path_here(pass)};
    examination_report(pass->examination, &MESSAGE_INTAKE_NOT_WELL_FORMED, &spot,
                       xml_reason(pass->arena, error), NULL, NULL);
    pass->cut = true;
}

static const char *attribute_value(void *state, const char *name)
{
    const struct pass *pass = state;
    for (int i = 0; i < pass->attribute_count; i++) {
        const xmlChar **attribute = pass->attributes + 5 * i;
        if (strcmp((const char *)attribute[0], name) == 0)
            return arena_copy_bytes(pass->arena, (const char *)attribute[3],
                                    (size_t)(attribute[4] - attribute[3]));
    }
    return NULL;
}

/* Of the validator. Beyond the limit of findings they only count. */
static void schema_error(void *state, xmlError *error)
{
    struct pass *pass = state;
    if (pass->cut || pass->depth == 0)
        return;
    if (examination_is_full(pass->examination, FINDING_ERROR))
        return;
    const struct level *level = &pass->levels[pass->depth];
    struct spot spot = {
        .line = level->line,
        .record = record_here(pass),
        .path = arena_copy(pass->arena, buffer_string(&pass->path)),
        .value = arena_copy_bytes(pass->arena, buffer_string(&level->text), level->text.length)};
    schema_finding_report(pass->examination, error, &spot, attribute_value, pass);
}

/* --- The pass ----------------------------------------------------------------------------------
 */

static void parse(struct pass *pass, xmlSchema *schema)
{
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startDocument = begin_document,
                             .internalSubset = refuse_doctype,
                             .startElementNs = begin_element,
                             .endElementNs = end_element,
                             .characters = text,
                             .ignorableWhitespace = text,
                             .cdataBlock = text};
    pass->parser = xmlCreateIOParserCtxt(&handler, pass, read_block, close_nothing, pass,
                                         XML_CHAR_ENCODING_NONE);
    xmlSchemaValidCtxt *validator = schema ? xmlSchemaNewValidCtxt(schema) : NULL;
    if (!pass->parser || (schema && !validator)) {
        pass->failed = true; /* out of memory, or the first read failed and has told */
    } else {
        /* There are no entities but XML's own five, doctypes being refused; without NOENT & would
         * come as "&#38;" in attributes. */
        xmlCtxtUseOptions(pass->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
        xmlSetStructuredErrorFunc(pass, xml_error);
        xmlSchemaSAXPlugPtr plug = NULL;
        if (validator) {
            xmlSchemaSetValidStructuredErrors(validator, schema_error, pass);
            plug = xmlSchemaSAXPlug(validator, &pass->parser->sax, &pass->parser->userData);
        }
        xmlParseDocument(pass->parser);
        if (plug)
            xmlSchemaSAXUnplug(plug);
        xmlSetStructuredErrorFunc(NULL, NULL);
    }
    xmlSchemaFreeValidCtxt(validator);
    xmlFreeParserCtxt(pass->parser);
    pass->parser = NULL;
}

static int read_file(struct pass *pass, const char *path, xmlSchema *schema)
{
    pass->descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (pass->descriptor < 0)
        return failure(&MESSAGE_INTAKE_ARCHIVE, path, strerror(errno), NULL);
    parse(pass, schema);
    close(pass->descriptor);
    for (size_t i = 0; i <= VALIDATE_DEPTH; i++)
        buffer_free(&pass->levels[i].text);
    buffer_free(&pass->path);
    buffer_free(&pass->name);
    buffer_free(&pass->fragment.text);
    return pass->failed ? -1 : 0;
}

struct validate_root validate_detect(struct arena *arena, const char *path)
{
    struct validate_root root = {NULL, NULL};
    struct pass *pass = arena_alloc(arena, sizeof *pass);
    pass->arena = arena;
    pass->detected = &root;
    (void)read_file(pass, path,
                    NULL); /* a file that cannot be read is told of when it is validated */
    return root;
}

int validate_file(struct examination *examination, const char *path, xmlSchema *schema,
                  struct staging *staging)
{
    struct pass *pass = arena_alloc(examination->arena, sizeof *pass);
    pass->examination = examination;
    pass->arena = examination->arena;
    pass->staging = staging;
    if (read_file(pass, path, schema) != 0)
        return -1;
    return pass->cut ? VALIDATE_CUT : VALIDATE_WHOLE;
}
