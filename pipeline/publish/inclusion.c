/* Inclusions: what a y:publication asks for is looked up and fitted like the parameters of a
 * command line, composed and transformed like a publication of its own, and its pages are put in by
 * included_pages.c. An item's digest must be known before it is made, and only its stylesheet knows
 * what it includes: so a stylesheet that writes y:publication is applied for a survey first, and
 * the tree is kept for whoever needs the same one next. Called by product.c, and by publish.c for
 * the gate. */
#include "publish/inclusion.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/xml.h"
#include "format/format.h"
#include "publish/included_pages.h"
#include "publish/publish_messages.h"
#include "publish/row_source.h"

enum { PARAMETERS_MOST = 64, INCLUSIONS_MOST = 99 };

static bool is_inclusion(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && node->ns &&
           strcmp((const char *)node->ns->href, YINFA_NAMESPACE) == 0 &&
           strcmp((const char *)node->name, "publication") == 0;
}

/* The next y:publication that is a child of the root, from `node` on. */
static xmlNode *find_inclusion(xmlNode *node)
{
    while (node && !is_inclusion(node))
        node = node->next;
    return node;
}

static xmlNode *first_child(xmlDoc *result)
{
    xmlNode *root = xmlDocGetRootElement(result);
    return root ? root->children : NULL;
}

/* --- Reading ---------------------------------------------------------------------------------- */

/* Where findings about a y:publication point: into the submission if the stylesheet said where. */
static struct finding place_of(const xmlNode *node, const struct stylesheet *includer,
                               const struct stylesheet_where *where, struct arena *arena)
{
    const char *file = xml_attribute(arena, node, "file");
    const char *line = xml_attribute(arena, node, "line");
    const char *annex = xml_attribute(arena, node, "annex");
    return (struct finding){
        .kind = where->kind,
        .file = file && *file ? file : stylesheet_name(includer),
        .line = file && *file ? (line ? strtol(line, NULL, 10) : 0) : xmlGetLineNo(node),
        .record = arena_print(arena, "附件%s", annex ? annex : ""),
        .label = "印发件",
        .value = xml_attribute(arena, node, "name"),
    };
}

/* "target-list、…": those that can be included, for a message. */
static const char *list_publications(const struct publication_set *set, const char *includer,
                                     struct arena *arena)
{
    const char *list = "";
    for (size_t i = 0; set && i < publication_set_count(set); i++) {
        const struct publication *publication = publication_set_at(set, i);
        if (!publication->each_query && strcmp(publication->name, includer) != 0)
            list = arena_print(arena, "%s%s%s", list, *list ? message_choose("、", ", ") : "",
                               publication->name);
    }
    return list;
}

/* Fits the y:parameter children; what is wrong is found at the inclusion's place. */
static bool read_parameters(struct inclusion *inclusion, struct arena *arena,
                            struct finding_list *findings)
{
    const char *given[PARAMETERS_MOST + 1] = {NULL};
    size_t count = 0;
    for (const xmlNode *node = xml_child(inclusion->node, "parameter");
         node && count < PARAMETERS_MOST; node = xml_next(node, "parameter")) {
        const char *name = xml_attribute(arena, node, "name");
        const char *value = xml_attribute(arena, node, "value");
        given[count++] = arena_print(arena, "%s=%s", name ? name : "", value ? value : "");
    }
    struct finding_list *wrong = finding_list_new(arena);
    const struct publication *publication = inclusion->publication;
    int fitted = parameter_fit(publication->parameters, publication->parameter_count, given, arena,
                               wrong, &inclusion->values);
    for (size_t i = 0; i < finding_count(wrong); i++) {
        struct finding finding = *finding_at(wrong, i);
        finding.kind = inclusion->where.kind;
        finding.file = inclusion->where.file;
        finding.line = inclusion->where.line;
        finding.record = inclusion->where.record;
        finding.label = "印发件的参数";
        finding_add(findings, &finding);
    }
    return fitted == 0;
}

/* The output whose pages are taken; NULL: it has none under these parameters. */
static const struct publication_output *paged_output(const struct inclusion *inclusion)
{
    const struct publication *publication = inclusion->publication;
    for (size_t i = 0; i < publication->output_count; i++)
        if (publication->outputs[i].format == OUTPUT_PDF &&
            item_has_output(&publication->outputs[i], &inclusion->values))
            return &publication->outputs[i];
    return NULL;
}

/* Looks up what is asked for; what keeps it from being included, or NULL. */
static const struct message *look_up(const struct edition *edition, const char *name,
                                     struct inclusion *inclusion)
{
    const struct publication_set *set = edition->publisher->publications;
    inclusion->publication = set && name ? publication_lookup(set, name) : NULL;
    if (!inclusion->publication)
        return &MESSAGE_INCLUSION_UNKNOWN;
    if (strcmp(name, edition->request->publication->name) == 0)
        return &MESSAGE_INCLUSION_ITSELF;
    return inclusion->publication->each_query ? &MESSAGE_INCLUSION_EACH : NULL;
}

/* Reads a y:publication; false: something is wrong with it (found). */
static bool read_inclusion(const struct edition *edition, const struct stylesheet *includer,
                           xmlNode *node, const struct stylesheet_where *where, struct arena *arena,
                           struct inclusion *inclusion)
{
    const char *annex = xml_attribute(arena, node, "annex");
    *inclusion = (struct inclusion){
        .node = node, .annex = annex ? annex : "", .where = place_of(node, includer, where, arena)};
    const char *name = inclusion->where.value ? inclusion->where.value : "";
    const struct message *wrong = look_up(edition, name, inclusion);
    if (!wrong && !read_parameters(inclusion, arena, where->findings))
        return false;
    if (!wrong && !(inclusion->output = paged_output(inclusion)))
        wrong = &MESSAGE_INCLUSION_PAGELESS;
    if (wrong) {
        finding_report(where->findings, wrong, &inclusion->where, name,
                       list_publications(edition->publisher->publications,
                                         edition->request->publication->name, arena),
                       NULL);
        return false;
    }
    char *root = edition_root(inclusion->publication);
    inclusion->stylesheet =
        edition_stylesheet(edition->publisher, inclusion->output, root,
                           &(struct stylesheet_where){.kind = inclusion->publication->name,
                                                      .findings = where->findings});
    free(root);
    inclusion->item.name = item_name(inclusion->publication, &inclusion->values, NULL, arena);
    return inclusion->stylesheet != NULL;
}

struct composition_request inclusion_request(const struct edition *edition,
                                             const struct inclusion *inclusion)
{
    const struct publisher *publisher = edition->publisher;
    return (struct composition_request){
        .store = publisher->store,
        .publication = inclusion->publication,
        .values = &inclusion->values,
        .item = &inclusion->item,
        .annex = inclusion->annex,
        .naming = inclusion->publication->names_undrawable ? publisher->coverage : NULL};
}

/* --- The survey ------------------------------------------------------------------------------- */

xmlDoc *inclusion_take_tree(struct publisher *publisher, const struct publication *publication,
                            const struct stylesheet *stylesheet, const char *rows_digest)
{
    struct surveyed_tree *kept = &publisher->surveyed;
    if (kept->by != stylesheet || kept->publication != publication ||
        strcmp(kept->rows_digest, rows_digest) != 0)
        return NULL;
    xmlDoc *tree = kept->tree;
    kept->tree = NULL;
    return tree;
}

static void keep_tree(struct publisher *publisher, const struct publication *publication,
                      const struct stylesheet *stylesheet, const char *rows_digest, xmlDoc *tree)
{
    struct surveyed_tree *kept = &publisher->surveyed;
    xmlFreeDoc(kept->tree);
    *kept = (struct surveyed_tree){.publication = publication, .by = stylesheet, .tree = tree};
    memcpy(kept->rows_digest, rows_digest, sizeof kept->rows_digest);
}

/* What one stylesheet includes. Findings are told when the item is made: a tree that came with any
 * is not kept. */
static int survey(const struct edition *edition, const struct composition_request *request,
                  struct stylesheet *stylesheet, struct arena *arena, struct inclusion_list *list)
{
    const struct stylesheet_where where = {.kind = request->publication->name,
                                           .findings = finding_list_new(arena)};
    struct composition composition;
    if (composition_read(request, true, stylesheet, arena, &composition) != 0)
        return -1;
    struct publisher *publisher = edition->publisher;
    xmlDoc *result =
        inclusion_take_tree(publisher, request->publication, stylesheet, composition.digest);
    if (!result)
        result = stylesheet_apply(stylesheet, composition.document, &where);
    bool told = finding_count(where.findings) > 0;
    xmlNode *node = result ? find_inclusion(first_child(result)) : NULL;
    for (; node && list->count < INCLUSIONS_MOST; node = find_inclusion(node->next)) {
        struct inclusion *inclusion = &list->items[list->count];
        if (read_inclusion(edition, stylesheet, node, &where, arena, inclusion))
            list->count++;
        inclusion->node = NULL; /* the tree goes */
    }
    if (told)
        xmlFreeDoc(result);
    else
        keep_tree(publisher, request->publication, stylesheet, composition.digest, result);
    composition_free(&composition);
    return 0;
}

int inclusion_survey(const struct edition *edition, const struct composition_request *request,
                     struct arena *arena, struct inclusion_list *list)
{
    const struct publication *publication = edition->request->publication;
    *list = (struct inclusion_list){0};
    for (size_t i = 0; i < publication->output_count; i++) {
        struct stylesheet *stylesheet = edition->stylesheets[i];
        if (!stylesheet || publication->outputs[i].format != OUTPUT_PDF ||
            !stylesheet_includes(stylesheet))
            continue;
        if (!list->items) /* most publications include nothing, and are made by the thousand */
            list->items = arena_new_array(arena, INCLUSIONS_MOST, sizeof *list->items);
        if (survey(edition, request, stylesheet, arena, list) != 0)
            return -1;
    }
    return 0;
}

int inclusion_digest(const struct edition *edition, const struct inclusion_list *list,
                     struct arena *arena, struct digest *rows, struct digest *stylesheets)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct inclusion *inclusion = &list->items[i];
        const struct composition_request request = inclusion_request(edition, inclusion);
        struct composition composition;
        if (composition_read(&request, false, NULL, arena, &composition) != 0)
            return -1;
        digest_add_text(rows, inclusion->item.name);
        digest_add_text(rows, composition.digest);
        digest_add_text(stylesheets, inclusion->publication->digest);
        digest_add_text(stylesheets, stylesheet_digest(inclusion->stylesheet));
        char *root = edition_root(inclusion->publication);
        struct images *images = images_open(inclusion->publication->folder, root, NULL);
        images_digest(images, stylesheets);
        images_close(images);
        free(root);
    }
    return 0;
}

/* --- Inserting -------------------------------------------------------------------------------- */

/* Puts the pages that `result` has in place of the y:publication. */
static void insert_pages(const struct edition *edition, const struct inclusion *inclusion,
                         const struct fo_source *source, const char *prefix, xmlDoc *into,
                         struct finding_list *findings)
{
    char *root = edition_root(inclusion->publication);
    char *folder = realpath(inclusion->publication->folder, NULL);
    images_allow(edition->images, root);
    const struct included_pages pages = {
        .source = source, .prefix = prefix, .folder = folder ? folder : root};
    size_t before = finding_count_level(findings, FINDING_ERROR);
    if (included_pages_insert(&pages, into, inclusion->node) != 0 &&
        finding_count_level(findings, FINDING_ERROR) == before)
        finding_report(findings, &MESSAGE_INCLUSION_TREE, &inclusion->where,
                       inclusion->publication->name, NULL);
    free(folder);
    free(root);
}

/* Makes the pages of one inclusion. */
static int insert(const struct edition *edition, const struct inclusion *inclusion,
                  const char *prefix, xmlDoc *into, struct finding_list *findings,
                  struct arena *arena)
{
    const struct composition_request request = inclusion_request(edition, inclusion);
    const struct stylesheet_where where = {.kind = inclusion->publication->name,
                                           .record = inclusion->where.record,
                                           .findings = findings};
    struct composition composition;
    if (composition_read(&request, true, inclusion->stylesheet, arena, &composition) != 0)
        return -1;
    xmlDoc *result = stylesheet_apply(inclusion->stylesheet, composition.document, &where);
    if (result && find_inclusion(first_child(result))) {
        finding_report(findings, &MESSAGE_INCLUSION_NESTED, &inclusion->where,
                       inclusion->publication->name, NULL);
    } else if (result) {
        struct row_source *rows =
            row_source_open(&request, inclusion->stylesheet, composition.document, result, &where);
        const struct fo_source source = row_source_as_source(rows);
        insert_pages(edition, inclusion, &source, prefix, into, findings);
        row_source_close(rows);
    }
    xmlFreeDoc(result);
    composition_free(&composition);
    return 0;
}

int inclusion_insert(const struct edition *edition, const struct stylesheet *includer,
                     xmlDoc *result, const struct stylesheet_where *where, struct arena *arena)
{
    int status = 0;
    size_t number = 0;
    xmlNode *next;
    for (xmlNode *node = find_inclusion(first_child(result)); node && status == 0; node = next) {
        struct inclusion inclusion;
        next = find_inclusion(node->next);
        const char *prefix = arena_print(arena, "included-%zu-", ++number);
        if (number > INCLUSIONS_MOST) {
            const struct finding place = place_of(node, includer, where, arena);
            finding_report(where->findings, &MESSAGE_INCLUSION_MANY, &place,
                           arena_print(arena, "%d", INCLUSIONS_MOST), NULL);
            return 0;
        }
        if (read_inclusion(edition, includer, node, where, arena, &inclusion))
            status = insert(edition, &inclusion, prefix, result, where->findings, arena);
    }
    return status;
}
