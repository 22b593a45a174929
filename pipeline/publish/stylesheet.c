/* Stylesheets: compiled once, applied with limits. A template recursion, a runaway loop and a
 * message that asks to stop all end in findings, never in a half result. EXSLT: common, math, sets
 * and strings, without what depends on clock or chance. Called by compose.c, row_source.c,
 * publish.c. */
#include "publish/stylesheet.h"

#include <libexslt/exslt.h>
#include <libexslt/exsltconfig.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"
#include "publish/diagnostics.h"
#include "publish/publish_messages.h"
#include "publish/stylesheet_loader.h"

enum { TEMPLATE_DEPTH = 1000, TEMPLATE_VARIABLES = 15000 };
#define XPATH_OPERATIONS 1000000000UL /* per application: minutes, not for ever */

struct stylesheet {
    xsltStylesheet *compiled;
    struct stylesheet_closure closure;
    xmlDoc **documents; /* that document() gave, for the applications to come */
    size_t document_count;
    char *root;
    char digest[DIGEST_HEX_SIZE];
};

void stylesheet_install(void)
{
    static bool installed;
    if (installed)
        return;
    installed = true;
    xmlLineNumbersDefault(1);
    exsltCommonRegister();
    exsltMathRegister();
    exsltSetsRegister();
    exsltStrRegister();
    xsltUnregisterExtModuleFunction(BAD_CAST "random", EXSLT_MATH_NAMESPACE);
    stylesheet_loader_install();
}

static void digest_closure(struct stylesheet *stylesheet)
{
    struct digest *digest = digest_new();
    for (size_t i = 0; i < stylesheet->closure.file_count; i++) {
        digest_add_text(digest, stylesheet->closure.files[i].name);
        digest_add_text(digest, stylesheet->closure.files[i].sha256);
    }
    digest_finish(digest, stylesheet->digest);
}

struct stylesheet *stylesheet_read(const char *path, const char *root,
                                   const struct stylesheet_where *where)
{
    struct stylesheet *stylesheet = memory_new(1, sizeof *stylesheet);
    stylesheet->root = memory_copy(root);
    struct diagnostics diagnostics = {
        .findings = where->findings, .kind = where->kind, .sheet = path, .root = stylesheet->root};
    size_t before = finding_count_level(where->findings, FINDING_ERROR);
    diagnostics_begin(&diagnostics);
    xmlDoc *source = stylesheet_loader_read(path, &stylesheet->closure, &diagnostics);
    if (source)
        stylesheet->compiled = xsltParseStylesheetDoc(source);
    if (source && !stylesheet->compiled)
        xmlFreeDoc(source);
    stylesheet_loader_end();
    diagnostics_end(&diagnostics);
    bool found = finding_count_level(where->findings, FINDING_ERROR) != before;
    if (!found && (!stylesheet->compiled || stylesheet->compiled->errors)) {
        finding_report(where->findings, &MESSAGE_STYLESHEET_INVALID,
                       &(struct finding){.kind = where->kind, .file = path}, "?", NULL);
        found = true;
    }
    if (found) {
        stylesheet_free(stylesheet);
        return NULL;
    }
    digest_closure(stylesheet);
    return stylesheet;
}

void stylesheet_free(struct stylesheet *stylesheet)
{
    if (!stylesheet)
        return;
    for (size_t i = 0; i < stylesheet->document_count; i++)
        xmlFreeDoc(stylesheet->documents[i]);
    free(stylesheet->documents);
    xsltFreeStylesheet(stylesheet->compiled);
    stylesheet_closure_free(&stylesheet->closure);
    free(stylesheet->root);
    free(stylesheet);
}

const char *stylesheet_digest(const struct stylesheet *stylesheet)
{
    return stylesheet->digest;
}

const char *stylesheet_name(const struct stylesheet *stylesheet)
{
    return stylesheet->closure.files[0].name;
}

bool stylesheet_streams(const struct stylesheet *stylesheet, const char *query)
{
    for (size_t i = 0; i < stylesheet->closure.rows_count; i++)
        if (strcmp(stylesheet->closure.rows[i].query, query) == 0)
            return true;
    return false;
}

bool stylesheet_streams_in(const struct stylesheet *stylesheet, const char *query, const char *mode)
{
    for (size_t i = 0; i < stylesheet->closure.rows_count; i++) {
        const struct stylesheet_rows *rows = &stylesheet->closure.rows[i];
        bool same_mode = rows->mode && mode ? strcmp(rows->mode, mode) == 0 : rows->mode == mode;
        if (same_mode && strcmp(rows->query, query) == 0)
            return true;
    }
    return false;
}

bool stylesheet_is_streaming(const struct stylesheet *stylesheet)
{
    return stylesheet->closure.rows_count > 0;
}

bool stylesheet_includes(const struct stylesheet *stylesheet)
{
    return stylesheet->closure.includes;
}

/* --- Documents --------------------------------------------------------------------------------
 */

/* libxslt looks for what document() names among those the transformation has, and frees at its end
 * all but what it was given to begin with (`main`): so each file is parsed once for all. */
static void give_documents(const struct stylesheet *stylesheet, xsltTransformContext *transform)
{
    for (size_t i = 0; i < stylesheet->document_count; i++) {
        xsltDocument *given = xsltNewDocument(transform, stylesheet->documents[i]);
        if (given)
            given->main = 1;
    }
}

static void keep_documents(struct stylesheet *stylesheet, xsltTransformContext *transform)
{
    for (xsltDocument *read = transform->docList; read; read = read->next) {
        if (read->main)
            continue;
        stylesheet->documents =
            memory_resize(stylesheet->documents, stylesheet->document_count + 1, sizeof(xmlDoc *));
        stylesheet->documents[stylesheet->document_count++] = read->doc;
        read->main = 1;
    }
}

/* --- Application ------------------------------------------------------------------------------ */

static xmlDoc *apply(struct stylesheet *stylesheet, xmlDoc *data, const char *start_mode,
                     bool may_be_empty, const struct stylesheet_where *where)
{
    xsltTransformContext *transform = xsltNewTransformContext(stylesheet->compiled, data);
    if (!transform)
        return NULL;
    transform->maxTemplateDepth = TEMPLATE_DEPTH;
    transform->maxTemplateVars = TEMPLATE_VARIABLES;
    transform->opLimit = XPATH_OPERATIONS;
    if (start_mode)
        transform->mode = xmlDictLookup(transform->dict, BAD_CAST start_mode, -1);

    struct diagnostics diagnostics = {.findings = where->findings,
                                      .kind = where->kind,
                                      .record = where->record,
                                      .sheet = stylesheet->closure.files[0].path,
                                      .root = stylesheet->root};
    size_t before = finding_count_level(where->findings, FINDING_ERROR);
    diagnostics_begin(&diagnostics);
    diagnostics_listen(&diagnostics, transform);
    stylesheet_loader_allow(&stylesheet->closure);
    give_documents(stylesheet, transform);
    xmlDoc *result =
        xsltApplyStylesheetUser(stylesheet->compiled, data, NULL, NULL, NULL, transform);
    stylesheet_loader_allow(NULL);
    keep_documents(stylesheet, transform);
    bool well = transform->state == XSLT_STATE_OK;
    diagnostics_end(&diagnostics);
    xsltFreeTransformContext(transform);

    bool found = finding_count_level(where->findings, FINDING_ERROR) != before;
    if (!found && (!result || !well || (!may_be_empty && !result->children))) {
        finding_report(where->findings, &MESSAGE_STYLESHEET_EMPTY,
                       &(struct finding){.kind = where->kind,
                                         .record = where->record,
                                         .file = stylesheet_name(stylesheet)},
                       NULL);
        found = true;
    }
    if (found) {
        xmlFreeDoc(result);
        return NULL;
    }
    return result;
}

xmlDoc *stylesheet_apply(struct stylesheet *stylesheet, xmlDoc *data,
                         const struct stylesheet_where *where)
{
    return apply(stylesheet, data, NULL, false, where);
}

xmlDoc *stylesheet_apply_rows(struct stylesheet *stylesheet, xmlDoc *data, const char *mode,
                              const struct stylesheet_where *where)
{
    struct buffer start = BUFFER_EMPTY;
    stylesheet_loader_rows_mode(&start, mode);
    xmlDoc *result = apply(stylesheet, data, buffer_string(&start), true, where);
    buffer_free(&start);
    return result;
}

int stylesheet_serialise(struct stylesheet *stylesheet, xmlDoc *result, struct buffer *out)
{
    xmlChar *text = NULL;
    int length = 0;
    if (xsltSaveResultToString(&text, &length, result, stylesheet->compiled) != 0)
        return -1;
    if (text)
        buffer_append(out, text, (size_t)length);
    xmlFree(text);
    return 0;
}
