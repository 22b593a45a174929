/* XML reading and the guard around libxml2: the contract stands in xml.h. The entity loader is
 * libxml2's single gate for opening anything by name (entities, schema imports, stylesheet
 * includes, document()), so refusing there covers every way in. */
#include "base/xml.h"

#include <libxml/entities.h>
#include <libxml/hash.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/uri.h>
#include <libxml/xmlschemas.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "base/xml_messages.h"

enum { ALLOWED_FOLDERS = 16 };

static char *allowed_folders[ALLOWED_FOLDERS]; /* resolved paths ending with '/' */
static size_t allowed_count;

/* --- The guard -----------------------------------------------------------------------------------
 */

void xml_allow_folder(const char *folder)
{
    char *resolved = realpath(folder, NULL);
    if (!resolved)
        return; /* a folder that is not there allows nothing */
    size_t length = strlen(resolved);
    char *prefix = memory_new(length + 2, 1);
    memcpy(prefix, resolved, length);
    prefix[length] = '/';
    free(resolved);
    for (size_t i = 0; i < allowed_count; i++) {
        if (strcmp(allowed_folders[i], prefix) == 0) {
            free(prefix);
            return;
        }
    }
    if (allowed_count < ALLOWED_FOLDERS)
        allowed_folders[allowed_count++] = prefix;
    else
        free(prefix);
}

/* The local path a libxml2 URL stands for; NULL for any scheme but file. The caller frees it. */
static char *local_path(const char *url)
{
    const char *path = url;
    if (strncmp(url, "file://", 7) == 0)
        path = url + 7;
    else if (strstr(url, "://"))
        return NULL;
    char *unescaped = xmlURIUnescapeString(path, 0, NULL);
    if (!unescaped)
        return NULL;
    char *resolved = realpath(unescaped, NULL);
    xmlFree(unescaped);
    return resolved;
}

bool xml_is_allowed(const char *url)
{
    char *path = local_path(url);
    bool allowed = false;
    for (size_t i = 0; path && i < allowed_count && !allowed; i++)
        allowed = strncmp(path, allowed_folders[i], strlen(allowed_folders[i])) == 0;
    free(path);
    return allowed;
}

static xmlParserInput *load_allowed(const char *url, const char *id, xmlParserCtxt *context)
{
    (void)id;
    if (!url || !xml_is_allowed(url))
        return NULL;
    return xmlNewInputFromFile(context, url);
}

void xml_guard_install(void)
{
    xmlInitParser();
    xmlSetExternalEntityLoader(load_allowed);
}

/* --- Definition files ---------------------------------------------------------------------------
 */

struct report {
    struct finding_list *findings;
    const char *file;
};

static void collect_error(void *state, xmlError *error)
{
    struct report *report = state;
    struct buffer said = BUFFER_EMPTY;
    buffer_text(&said, error->message ? error->message : "?");
    while (said.length &&
           (said.bytes[said.length - 1] == '\n' || said.bytes[said.length - 1] == ' '))
        said.bytes[--said.length] = '\0';
    struct finding where = {.file = error->file ? error->file : report->file, .line = error->line};
    finding_report(report->findings, &MESSAGE_DEFINITION_INVALID, &where, buffer_string(&said),
                   NULL);
    buffer_free(&said);
}

/* Compiled schemas of definition files, kept for the process: there are four or five of them. */
struct compiled {
    char *path;
    xmlSchema *schema;
};
static struct compiled compiled_schemas[8];
static size_t compiled_count;

static xmlSchema *schema_at(const char *path, struct report *report)
{
    for (size_t i = 0; i < compiled_count; i++)
        if (strcmp(compiled_schemas[i].path, path) == 0)
            return compiled_schemas[i].schema;
    struct report own = {report->findings, path};
    xmlSchemaParserCtxt *context = xmlSchemaNewParserCtxt(path);
    if (!context)
        return NULL;
    xmlSchemaSetParserStructuredErrors(context, collect_error, &own);
    xmlSchema *schema = xmlSchemaParse(context);
    xmlSchemaFreeParserCtxt(context);
    if (schema && compiled_count < sizeof compiled_schemas / sizeof *compiled_schemas)
        compiled_schemas[compiled_count++] = (struct compiled){memory_copy(path), schema};
    return schema;
}

static int validate(xmlDoc *document, const char *schema_path, struct report *report)
{
    xmlSchema *schema = schema_at(schema_path, report);
    if (!schema)
        return -1;
    xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt(schema);
    if (!context)
        return -1;
    xmlSchemaSetValidStructuredErrors(context, collect_error, report);
    int result = xmlSchemaValidateDoc(context, document);
    xmlSchemaFreeValidCtxt(context);
    return result == 0 ? 0 : -1;
}

static void refuse_if_outside(void *payload, void *state, const xmlChar *name)
{
    const xmlEntity *entity = payload;
    struct report *report = state;
    if (entity->etype == XML_EXTERNAL_GENERAL_PARSED_ENTITY)
        finding_report(report->findings, &MESSAGE_ENTITY_OUTSIDE,
                       &(struct finding){.file = report->file}, (const char *)name,
                       entity->SystemID ? (const char *)entity->SystemID : "?", NULL);
}

/* libxml2 says nothing when the guard keeps it from an entity's file: its text would be missing. */
static void refuse_entities_outside(const xmlDoc *document, struct report *report)
{
    if (document->intSubset && document->intSubset->entities)
        xmlHashScan(document->intSubset->entities, refuse_if_outside, report);
}

xmlDoc *xml_read_definition(const char *path, const char *schema_path,
                            struct finding_list *findings)
{
    struct report report = {findings, path};
    size_t before = finding_count(findings);
    xmlParserCtxt *context = xmlNewParserCtxt();
    if (!context)
        return NULL;
    xmlSetStructuredErrorFunc(&report, collect_error);
    /* Entities a document declares itself are put in their places: a reference left standing would
     * be text lost without a word. libxml2 bounds how much they may grow. */
    xmlDoc *document = xmlCtxtReadFile(context, path, NULL,
                                       XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA |
                                           XML_PARSE_NOENT);
    if (document && !context->nsWellFormed)
        collect_error(&report, &context->lastError);
    xmlFreeParserCtxt(context);
    if (document)
        refuse_entities_outside(document, &report);
    if (document && schema_path && finding_count(findings) == before)
        if (validate(document, schema_path, &report) != 0 && finding_count(findings) == before)
            finding_report(findings, &MESSAGE_DEFINITION_UNREADABLE,
                           &(struct finding){.file = schema_path}, NULL);
    xmlSetStructuredErrorFunc(NULL, NULL);
    if (!document && finding_count(findings) == before)
        finding_report(findings, &MESSAGE_DEFINITION_UNREADABLE, &(struct finding){.file = path},
                       NULL);
    if (finding_count(findings) != before) {
        xmlFreeDoc(document);
        return NULL;
    }
    return document;
}

/* --- Documents from outside
 * ------------------------------------------------------------------------ */

/* Keeps the first thing said. */
static void keep_error(void *state, xmlError *error)
{
    struct buffer *wrong = state;
    if (wrong->length || error->level < XML_ERR_ERROR)
        return;
    buffer_text(wrong, error->message ? error->message : "?");
    while (wrong->length &&
           (wrong->bytes[wrong->length - 1] == '\n' || wrong->bytes[wrong->length - 1] == ' '))
        wrong->bytes[--wrong->length] = '\0';
    buffer_print(wrong, " (%d)", error->line);
}

xmlDoc *xml_read_bytes(const void *bytes, size_t length, const char *name, struct buffer *wrong)
{
    xmlParserCtxt *context = length <= INT_MAX ? xmlNewParserCtxt() : NULL;
    if (!context)
        return NULL;
    xmlSetStructuredErrorFunc(wrong, keep_error);
    xmlDoc *document = xmlCtxtReadMemory(context, bytes, (int)length, name, NULL,
                                         XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA);
    if (document && document->intSubset && document->intSubset->entities)
        buffer_text(wrong, "<!ENTITY");
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlFreeParserCtxt(context);
    if (!wrong->length)
        return document;
    xmlFreeDoc(document);
    return NULL;
}

/* --- Small look-ups
 * -------------------------------------------------------------------------------- */

static xmlNode *named(xmlNode *node, const char *local_name)
{
    for (; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, local_name) == 0)
            return node;
    return NULL;
}

xmlNode *xml_child(const xmlNode *parent, const char *local_name)
{
    return named(parent->children, local_name);
}

xmlNode *xml_next(const xmlNode *node, const char *local_name)
{
    return named(node->next, local_name);
}

xmlNode *xml_following(const xmlNode *node, const xmlNode *root)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

char *xml_attribute(struct arena *arena, const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    char *copy = arena_copy(arena, (const char *)value);
    xmlFree(value);
    return copy;
}

char *xml_text(struct arena *arena, const xmlNode *node)
{
    static const char white_space[] = " \t\r\n";
    xmlChar *content = xmlNodeGetContent(node);
    const char *text = content ? (const char *)content : "";
    text += strspn(text, white_space);
    size_t length = strlen(text);
    while (length && strchr(white_space, text[length - 1]))
        length--;
    char *copy = arena_copy_bytes(arena, text, length);
    xmlFree(content);
    return copy;
}

void xml_escape(struct buffer *out, const char *text)
{
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        at += utf8_decode(text + at, length - at, &code_point);
        bool forbidden =
            (code_point < 0x20 && code_point != '\t' && code_point != '\n' && code_point != '\r') ||
            code_point == 0xFFFE || code_point == 0xFFFF;
        if (code_point == '&')
            buffer_text(out, "&amp;");
        else if (code_point == '<')
            buffer_text(out, "&lt;");
        else if (code_point == '>')
            buffer_text(out, "&gt;");
        else if (code_point == '"')
            buffer_text(out, "&quot;");
        else
            buffer_code_point(out, forbidden ? 0xFFFD : code_point);
    }
}
