/* Stylesheet files: read as bytes (for the digest), parsed without DTD, entities or network, and
 * prepared before libxslt sees them:
 *  - a formatting object that stands directly inside an XSLT instruction gets y:sheet="FILE"; its
 *    line is kept by libxslt, so format/ can name stylesheet and line in a finding;
 *  - document() must name its file literally, so that the closure, and with it the input digest, is
 *    known before anything runs;
 *  - for each y:rows a template is added that leads from "/" to the rows in its mode, because
 *    libxslt always begins at "/".
 * libxslt's loader hook carries no state of ours: the closure being read is a static here. */
#include "publish/stylesheet_loader.h"

#include <libxml/parser.h>
#include <libxml/uri.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/xslt.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/xml.h"
#include "format/format.h"
#include "publish/publish_messages.h"

enum { STYLESHEET_SIZE_LIMIT = 8 * 1024 * 1024 };

static struct stylesheet_closure *current; /* being read; NULL while applying */
static struct diagnostics *current_diagnostics;
static const struct stylesheet_closure *allowed; /* while applying: what document() may read */

/* --- The closure ------------------------------------------------------------------------------ */

static bool closure_holds(const struct stylesheet_closure *closure, const char *path)
{
    for (size_t i = 0; closure && i < closure->file_count; i++)
        if (strcmp(closure->files[i].path, path) == 0)
            return true;
    return false;
}

static void closure_add(struct stylesheet_closure *closure, const char *path, const char *root,
                        const struct buffer *bytes)
{
    if (closure_holds(closure, path))
        return;
    closure->files = memory_resize(closure->files, closure->file_count + 1, sizeof *closure->files);
    struct stylesheet_file *file = &closure->files[closure->file_count++];
    struct buffer name = BUFFER_EMPTY;
    diagnostics_write_name(&name, root, path);
    file->path = memory_copy(path);
    file->name = memory_copy(buffer_string(&name));
    buffer_free(&name);
    digest_bytes(buffer_string(bytes), bytes->length, file->sha256);
}

static void closure_add_rows(struct stylesheet_closure *closure, const xmlChar *query,
                             const xmlChar *mode)
{
    closure->rows = memory_resize(closure->rows, closure->rows_count + 1, sizeof *closure->rows);
    closure->rows[closure->rows_count++] = (struct stylesheet_rows){
        memory_copy((const char *)query), mode ? memory_copy((const char *)mode) : NULL};
}

void stylesheet_closure_free(struct stylesheet_closure *closure)
{
    for (size_t i = 0; i < closure->file_count; i++) {
        free(closure->files[i].path);
        free(closure->files[i].name);
    }
    for (size_t i = 0; i < closure->rows_count; i++) {
        free(closure->rows[i].query);
        free(closure->rows[i].mode);
    }
    free(closure->files);
    free(closure->rows);
    *closure = (struct stylesheet_closure){0};
}

/* --- Opening ---------------------------------------------------------------------------------- */

/* The resolved local path a URI stands for, if it lies where stylesheets may; the caller frees. */
static char *allowed_path(const char *uri)
{
    if (!xml_is_allowed(uri))
        return NULL;
    char *unescaped =
        xmlURIUnescapeString(strncmp(uri, "file://", 7) == 0 ? uri + 7 : uri, 0, NULL);
    char *resolved = unescaped ? realpath(unescaped, NULL) : NULL;
    xmlFree(unescaped);
    return resolved;
}

static xmlDoc *parse(const struct buffer *bytes, const char *uri, xmlDict *dictionary)
{
    if (bytes->length > STYLESHEET_SIZE_LIMIT)
        return NULL;
    xmlParserCtxt *context = xmlNewParserCtxt();
    if (!context)
        return NULL;
    if (dictionary) {
        /* libxslt compares names by pointer: an included file must share its dictionary */
        xmlDictFree(context->dict);
        context->dict = dictionary;
        xmlDictReference(dictionary);
    }
    xmlDoc *document = xmlCtxtReadMemory(context, buffer_string(bytes), (int)bytes->length, uri,
                                         NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA);
    if (document && (!context->wellFormed || !context->nsWellFormed)) {
        xmlFreeDoc(document);
        document = NULL;
    }
    xmlFreeParserCtxt(context);
    return document;
}

/* Reads a file below the allowed folders into `bytes`; its resolved path, or NULL. */
static char *read_allowed(const char *uri, struct buffer *bytes)
{
    char *path = allowed_path(uri);
    if (path && file_read(path, STYLESHEET_SIZE_LIMIT, bytes) != 0) {
        free(path);
        path = NULL;
    }
    return path;
}

/* --- Marking ---------------------------------------------------------------------------------- */

static bool in_namespace(const xmlNode *element, const char *name_space)
{
    return element && element->type == XML_ELEMENT_NODE && element->ns &&
           strcmp((const char *)element->ns->href, name_space) == 0;
}

/* An attribute value template is read for { }: a brace in a file name is doubled. */
static void mark_sheet(xmlNode *element, const char *name)
{
    xmlNs *ns = xmlSearchNsByHref(element->doc, element, BAD_CAST YINFA_NAMESPACE);
    if (!ns || !ns->prefix)
        ns = xmlNewNs(element, BAD_CAST YINFA_NAMESPACE, BAD_CAST "yinfa-format");
    if (!ns || xmlHasNsProp(element, BAD_CAST "sheet", BAD_CAST YINFA_NAMESPACE))
        return;
    struct buffer value = BUFFER_EMPTY;
    for (const char *at = name; *at; at++) {
        if (*at == '{' || *at == '}')
            buffer_byte(&value, *at);
        buffer_byte(&value, *at);
    }
    xmlNewNsProp(element, ns, BAD_CAST "sheet", BAD_CAST buffer_string(&value));
    buffer_free(&value);
}

/* document('literal') and nothing else: adds the file to the closure. `at` is after the "(". */
static bool take_document(const char *at, const xmlNode *node)
{
    at += strspn(at, " \t\r\n");
    const char *end = *at == '\'' || *at == '"' ? strchr(at + 1, *at) : NULL;
    if (!end || end[1 + strspn(end + 1, " \t\r\n")] != ')')
        return false;
    char *literal = strndup(at + 1, (size_t)(end - at - 1));
    xmlChar *uri = literal ? xmlBuildURI(BAD_CAST literal, node->doc->URL) : NULL;
    struct buffer bytes = BUFFER_EMPTY;
    char *path = uri ? read_allowed((const char *)uri, &bytes) : NULL;
    if (path)
        closure_add(current, path, current_diagnostics->root, &bytes);
    buffer_free(&bytes);
    bool taken = path != NULL;
    free(path);
    xmlFree(uri);
    free(literal);
    return taken;
}

static bool is_name_character(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9') || character == '-' || character == '_' ||
           character == '.' || character == ':' || (unsigned char)character >= 0x80;
}

/* Looks for calls of document() in an expression. */
static void check_expression(const char *value, const xmlNode *node)
{
    static const char name[] = "document";
    for (const char *at = value; (at = strstr(at, name)) != NULL;) {
        bool begins = at == value || !is_name_character(at[-1]);
        at += sizeof name - 1;
        const char *open = at + strspn(at, " \t\r\n");
        if (begins && *open == '(' && !take_document(open + 1, node))
            diagnostics_report(current_diagnostics, &MESSAGE_STYLESHEET_DOCUMENT, node, value);
    }
}

static void check_expressions(const xmlNode *element)
{
    bool instruction = in_namespace(element, (const char *)XSLT_NAMESPACE);
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
        xmlChar *value = xmlNodeGetContent((const xmlNode *)attribute);
        if (value && (instruction || strchr((const char *)value, '{')))
            check_expression((const char *)value, element);
        xmlFree(value);
    }
}

void stylesheet_loader_rows_mode(struct buffer *out, const char *mode)
{
    buffer_print(out, "yinfa-rows%s%s", mode ? "-" : "", mode ? mode : "");
}

/* <xsl:template match="/" mode="yinfa-rows-M"><xsl:apply-templates select="/data/rows/row"
 * mode="M"/></xsl:template> at the end of the stylesheet. */
static void add_rows_template(xmlNode *root, const char *mode)
{
    struct buffer start = BUFFER_EMPTY;
    stylesheet_loader_rows_mode(&start, mode);
    xmlNode *template = xmlNewChild(root, root->ns, BAD_CAST "template", NULL);
    xmlNewNsProp(template, NULL, BAD_CAST "match", BAD_CAST "/");
    xmlNewNsProp(template, NULL, BAD_CAST "mode", BAD_CAST buffer_string(&start));
    xmlNode *apply = xmlNewChild(template, root->ns, BAD_CAST "apply-templates", NULL);
    xmlNewNsProp(apply, NULL, BAD_CAST "select", BAD_CAST "/data/rows/row");
    if (mode)
        xmlNewNsProp(apply, NULL, BAD_CAST "mode", BAD_CAST mode);
    buffer_free(&start);
}

static void take_rows(const xmlNode *element)
{
    xmlChar *query = xmlGetNoNsProp(element, BAD_CAST "query");
    xmlChar *mode = xmlGetNoNsProp(element, BAD_CAST "mode");
    if (!query || xmlValidateNCName(query, 0) != 0)
        diagnostics_report(current_diagnostics, &MESSAGE_ROWS_INVALID, element, "query");
    else if (mode && xmlValidateNCName(mode, 0) != 0)
        diagnostics_report(current_diagnostics, &MESSAGE_ROWS_INVALID, element, "mode");
    else
        closure_add_rows(current, query, mode);
    xmlFree(query);
    xmlFree(mode);
}

/* The parser's own limit on depth (256) bounds the recursion. */
static void mark_element(xmlNode *element, const char *name)
{
    check_expressions(element);
    if (in_namespace(element, FO_NAMESPACE) &&
        in_namespace(element->parent, (const char *)XSLT_NAMESPACE))
        mark_sheet(element, name);
    if (in_namespace(element, YINFA_NAMESPACE) && strcmp((const char *)element->name, "rows") == 0)
        take_rows(element);
    if (in_namespace(element, YINFA_NAMESPACE) &&
        strcmp((const char *)element->name, "publication") == 0)
        current->includes = true;
    for (xmlNode *child = element->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            mark_element(child, name);
}

static void mark(xmlDoc *document, const char *name)
{
    size_t before = current->rows_count;
    xmlNode *root = xmlDocGetRootElement(document);
    mark_element(root, name);
    if (in_namespace(root, (const char *)XSLT_NAMESPACE))
        for (size_t i = before; i < current->rows_count; i++)
            add_rows_template(root, current->rows[i].mode);
}

/* --- The loader ------------------------------------------------------------------------------- */

static xmlDoc *read_stylesheet(const char *uri, xmlDict *dictionary)
{
    struct buffer bytes = BUFFER_EMPTY;
    struct buffer name = BUFFER_EMPTY;
    char *path = read_allowed(uri, &bytes);
    xmlDoc *document = path ? parse(&bytes, uri, dictionary) : NULL;
    diagnostics_write_name(&name, current_diagnostics->root, path ? path : uri);
    if (!path) {
        struct finding where = {.kind = current_diagnostics->kind, .file = buffer_string(&name)};
        finding_report(current_diagnostics->findings, &MESSAGE_STYLESHEET_UNREADABLE, &where,
                       buffer_string(&name), NULL);
    } else if (document && (document->intSubset || !xmlDocGetRootElement(document))) {
        diagnostics_report(current_diagnostics, &MESSAGE_STYLESHEET_DOCTYPE,
                           xmlDocGetRootElement(document), NULL);
        xmlFreeDoc(document);
        document = NULL;
    }
    if (document) {
        closure_add(current, path, current_diagnostics->root, &bytes);
        mark(document, buffer_string(&name));
    }
    free(path);
    buffer_free(&name);
    buffer_free(&bytes);
    return document;
}

/* document(): only what the closure holds. */
static xmlDoc *read_document(const char *uri, xmlDict *dictionary)
{
    struct buffer bytes = BUFFER_EMPTY;
    char *path = allowed_path(uri);
    xmlDoc *document = NULL;
    if (path && closure_holds(allowed, path) && file_read(path, STYLESHEET_SIZE_LIMIT, &bytes) == 0)
        document = parse(&bytes, uri, dictionary);
    free(path);
    buffer_free(&bytes);
    return document;
}

static xmlDoc *load(const xmlChar *uri, xmlDict *dictionary, int options, void *context,
                    xsltLoadType type)
{
    (void)options;
    (void)context;
    if (type == XSLT_LOAD_DOCUMENT)
        return read_document((const char *)uri, dictionary);
    return current ? read_stylesheet((const char *)uri, dictionary) : NULL;
}

static int may_read(xsltSecurityPrefs *preferences, xsltTransformContext *transform,
                    const char *value)
{
    (void)preferences;
    (void)transform;
    return xml_is_allowed(value) ? 1 : 0;
}

void stylesheet_loader_install(void)
{
    static xsltSecurityPrefs *preferences;
    if (preferences)
        return;
    preferences = xsltNewSecurityPrefs();
    xsltSetSecurityPrefs(preferences, XSLT_SECPREF_READ_FILE, may_read);
    xsltSetSecurityPrefs(preferences, XSLT_SECPREF_WRITE_FILE, xsltSecurityForbid);
    xsltSetSecurityPrefs(preferences, XSLT_SECPREF_CREATE_DIRECTORY, xsltSecurityForbid);
    xsltSetSecurityPrefs(preferences, XSLT_SECPREF_READ_NETWORK, xsltSecurityForbid);
    xsltSetSecurityPrefs(preferences, XSLT_SECPREF_WRITE_NETWORK, xsltSecurityForbid);
    xsltSetDefaultSecurityPrefs(preferences);
    xsltSetLoaderFunc(load);
}

xmlDoc *stylesheet_loader_read(const char *path, struct stylesheet_closure *closure,
                               struct diagnostics *diagnostics)
{
    current = closure;
    current_diagnostics = diagnostics;
    xmlChar *uri = xmlPathToURI(BAD_CAST path);
    xmlDoc *document = uri ? read_stylesheet((const char *)uri, NULL) : NULL;
    xmlFree(uri);
    return document;
}

void stylesheet_loader_end(void)
{
    current = NULL;
    current_diagnostics = NULL;
}

void stylesheet_loader_allow(const struct stylesheet_closure *closure)
{
    allowed = closure;
}
