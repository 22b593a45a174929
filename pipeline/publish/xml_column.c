/* Reads the text anew for each use: a document is read twice in a run, by the gate and when it is
 * composed. Called by composition.c and publish.c. */
#include "publish/xml_column.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "publish/publish_messages.h"

static xmlDoc *read_text(const char *text, const char *origin)
{
    struct buffer wrong = BUFFER_EMPTY;
    xmlDoc *document = xml_read_bytes(text, strlen(text), origin, &wrong);
    if (!document)
        failure(&MESSAGE_PUBLISH_COLUMN_XML, origin, buffer_string(&wrong), NULL);
    buffer_free(&wrong);
    return document;
}

int xml_column_add(xmlNode *row, const char *name, const char *text, const char *origin)
{
    xmlDoc *document = read_text(text, origin);
    if (!document)
        return -1;
    xmlNode *column = xmlNewChild(row, NULL, BAD_CAST name, NULL);
    xmlAddChild(column, xmlDocCopyNode(xmlDocGetRootElement(document), row->doc, 1));
    xmlFreeDoc(document);
    return 0;
}

/* --- The gate --------------------------------------------------------------------------------- */

struct check {
    struct coverage *coverage;
    struct finding where;
    struct finding_list *findings;
    size_t count;
};

static void check_text(struct check *check, const xmlChar *text)
{
    if (!text)
        return;
    check->where.value = (const char *)text;
    check->count += coverage_check(check->coverage, (const char *)text, strlen((const char *)text),
                                   &check->where, check->findings);
}

static void check_element(struct check *check, const xmlNode *element)
{
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
        xmlChar *value = xmlNodeListGetString(element->doc, attribute->children, 1);
        bool line =
            attribute->ns && xmlStrEqual(attribute->ns->href, BAD_CAST XML_SUBMISSION_NAMESPACE);
        if (line && value)
            check->where.line = strtol((const char *)value, NULL, 10);
        else
            check_text(check, value);
        xmlFree(value);
    }
}

int xml_column_check(const char *text, const char *origin, struct coverage *coverage,
                     const struct finding *where, struct finding_list *findings)
{
    xmlDoc *document = read_text(text, origin);
    if (!document)
        return -1;
    struct check check = {.coverage = coverage, .where = *where, .findings = findings};
    const xmlNode *root = xmlDocGetRootElement(document);
    for (const xmlNode *node = root; node; node = xml_following(node, root)) {
        if (node->type == XML_ELEMENT_NODE)
            check_element(&check, node);
        else if (node->type == XML_TEXT_NODE)
            check_text(&check, node->content);
    }
    xmlFreeDoc(document);
    return (int)check.count;
}
