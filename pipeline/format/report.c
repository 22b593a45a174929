/* Looks up the tree for y:record and y:sheet, and remembers digests of what was said, so that a
 * stylesheet mistake that comes back on a million rows is one finding for each record at most, and
 * never more than a bounded number in all. */
#include "format/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/format.h"
#include "format/format_messages.h"

enum { SAID_SLOTS = 4096 };   /* power of two; at most half are used, then repetition is possible */
enum { WARNING_LIMIT = 200 }; /* of one kind; how many more there were is said at the end */
enum { KIND_LIMIT = 32 };

struct report {
    struct finding_list *findings;
    const char *file;
    uint64_t said[SAID_SLOTS];
    size_t said_count;
    struct {
        const struct message *message;
        size_t count;
    } warnings[KIND_LIMIT];
    bool failed;
};

struct report *report_new(struct finding_list *findings, const char *file)
{
    struct report *report = memory_new(1, sizeof *report);
    report->findings = findings;
    report->file = file;
    return report;
}

void report_free(struct report *report)
{
    free(report);
}

bool report_failed(const struct report *report)
{
    return report->failed;
}

static const char *extension(const xmlNode *node, const char *name)
{
    for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
        for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
            if (attribute->ns && attribute->children &&
                strcmp((const char *)attribute->name, name) == 0 &&
                strcmp((const char *)attribute->ns->href, YINFA_NAMESPACE) == 0)
                return (const char *)attribute->children->content;
    return NULL;
}

static uint64_t mix(uint64_t hash, const char *text)
{
    for (; text && *text; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    return (hash ^ 0xff) * 1099511628211u;
}

/* Whether this was said before; remembers it. */
static bool said(struct report *report, uint64_t hash)
{
    hash |= 1; /* 0 marks an empty slot */
    size_t slot = (size_t)(hash >> 20) % SAID_SLOTS;
    while (report->said[slot] && report->said[slot] != hash)
        slot = (slot + 1) % SAID_SLOTS;
    if (report->said[slot])
        return true;
    if (report->said_count < SAID_SLOTS / 2) {
        report->said[slot] = hash;
        report->said_count++;
    }
    return false;
}

enum { ARGUMENTS = 3 };

/* Counts a warning; false once there are more of its kind than are listed. */
static bool is_listed(struct report *report, const struct message *message)
{
    if (message->level == FINDING_ERROR)
        return true;
    for (size_t i = 0; i < KIND_LIMIT; i++) {
        if (!report->warnings[i].message)
            report->warnings[i].message = message;
        if (strcmp(report->warnings[i].message->id, message->id) == 0)
            return ++report->warnings[i].count <= WARNING_LIMIT;
    }
    return true;
}

void report_end(struct report *report)
{
    for (size_t i = 0; i < KIND_LIMIT && report->warnings[i].message; i++) {
        size_t count = report->warnings[i].count;
        if (count <= WARNING_LIMIT)
            continue;
        char more[32];
        snprintf(more, sizeof more, "%zu", count - WARNING_LIMIT);
        const struct finding where = {.file = report->file};
        finding_report(report->findings, &MESSAGE_MORE_WARNINGS, &where,
                       report->warnings[i].message->id, more, NULL);
    }
}

static void say(struct report *report, const struct message *message, const struct finding *where,
                va_list list)
{
    const char *arguments[ARGUMENTS] = {NULL, NULL, NULL};
    for (size_t i = 0; i < ARGUMENTS; i++) {
        arguments[i] = va_arg(list, const char *);
        if (!arguments[i])
            break;
    }
    if (message->level == FINDING_ERROR)
        report->failed = true;
    char number[32];
    snprintf(number, sizeof number, "%ld", where->line);
    uint64_t hash =
        mix(mix(mix(mix(14695981039346656037u, message->id), where->record), number), where->file);
    for (size_t i = 0; i < ARGUMENTS; i++)
        hash = mix(hash, arguments[i]);
    if (!said(report, hash) && is_listed(report, message))
        finding_report(report->findings, message, where, arguments[0], arguments[1], arguments[2],
                       NULL);
}

void report_at(struct report *target, const struct message *message, const xmlNode *node, ...)
{
    if (node && node->type != XML_ELEMENT_NODE)
        node = node->parent;
    struct finding where = {.file = extension(node, "sheet"), .record = extension(node, "record")};
    if (!where.file)
        where.file = target->file;
    const char *line = extension(node, "line");
    where.line = line ? strtol(line, NULL, 10) : node ? xmlGetLineNo(node) : 0;
    va_list list;
    va_start(list, node);
    say(target, message, &where, list);
    va_end(list);
}

void report_line(struct report *target, const struct message *message, long line, ...)
{
    const struct finding where = {.file = target->file, .line = line};
    va_list list;
    va_start(list, line);
    say(target, message, &where, list);
    va_end(list);
}
