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

enum { SAID_SLOTS = 4096 }; /* power of two; at most half are used, then repetition is possible */
/* How many of one kind are listed; how many more there were is said at the end. */
enum { WARNING_LIMIT = 200, ERROR_LIMIT = 1000 };
enum { KIND_LIMIT = 64 };

struct report {
    struct finding_list *findings;
    const char *file;
    uint64_t said[SAID_SLOTS];
    size_t said_count;
    unsigned long reported;
    struct {
        const struct message *message;
        size_t count;
    } kinds[KIND_LIMIT];
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

unsigned long report_count(const struct report *report)
{
    return report->reported;
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

static size_t limit_of(const struct message *message)
{
    return message->level == FINDING_ERROR ? ERROR_LIMIT : WARNING_LIMIT;
}

/* How often findings of this kind came, to be counted up; NULL once there are too many kinds. */
static size_t *count_of(struct report *report, const struct message *message)
{
    for (size_t i = 0; i < KIND_LIMIT; i++) {
        if (!report->kinds[i].message)
            report->kinds[i].message = message;
        if (strcmp(report->kinds[i].message->id, message->id) == 0)
            return &report->kinds[i].count;
    }
    return NULL;
}

void report_end(struct report *report)
{
    for (size_t i = 0; i < KIND_LIMIT && report->kinds[i].message; i++) {
        size_t count = report->kinds[i].count, limit = limit_of(report->kinds[i].message);
        if (count <= limit)
            continue;
        char more[32];
        snprintf(more, sizeof more, "%zu", count - limit);
        const struct finding where = {.file = report->file};
        finding_report(report->findings, &MESSAGE_MORE_OF_KIND, &where,
                       report->kinds[i].message->id, more, NULL);
    }
}

/* `everywhere`: once for its arguments, not for each line and record. */
static void say(struct report *report, const struct message *message, const struct finding *where,
                bool everywhere, va_list list)
{
    const char *arguments[ARGUMENTS] = {NULL, NULL, NULL};
    for (size_t i = 0; i < ARGUMENTS; i++) {
        arguments[i] = va_arg(list, const char *);
        if (!arguments[i])
            break;
    }
    char number[32];
    snprintf(number, sizeof number, "%ld", where->line);
    uint64_t hash = mix(14695981039346656037u, message->id);
    if (!everywhere)
        hash = mix(mix(mix(hash, where->record), number), where->file);
    for (size_t i = 0; i < ARGUMENTS; i++)
        hash = mix(hash, arguments[i]);
    if (said(report, hash))
        return;
    size_t *count = count_of(report, message);
    if (count)
        ++*count;
    finding_report(report->findings, message, where, arguments[0], arguments[1], arguments[2],
                   NULL);
}

/* What every finding does first. True if that was all: so many of its kind are listed that it is
 * only counted, for looking up where it stands would cost the reader of a hostile document minutes.
 */
static bool is_only_counted(struct report *report, const struct message *message)
{
    report->failed = report->failed || message->level == FINDING_ERROR;
    report->reported++;
    size_t *count = count_of(report, message);
    if (!count || *count < limit_of(message))
        return false;
    ++*count;
    return true;
}

static void say_at(struct report *report, const struct message *message, const xmlNode *node,
                   bool everywhere, va_list list)
{
    if (is_only_counted(report, message))
        return;
    if (node && node->type != XML_ELEMENT_NODE)
        node = node->parent;
    struct finding where = {.file = extension(node, "sheet"), .record = extension(node, "record")};
    if (!where.file)
        where.file = report->file;
    const char *line = extension(node, "line");
    where.line = line ? strtol(line, NULL, 10) : node ? xmlGetLineNo(node) : 0;
    say(report, message, &where, everywhere, list);
}

void report_at(struct report *report, const struct message *message, const xmlNode *node, ...)
{
    va_list list;
    va_start(list, node);
    say_at(report, message, node, false, list);
    va_end(list);
}

void report_first(struct report *report, const struct message *message, const xmlNode *node, ...)
{
    va_list list;
    va_start(list, node);
    say_at(report, message, node, true, list);
    va_end(list);
}

void report_line(struct report *target, const struct message *message, long line, ...)
{
    if (is_only_counted(target, message))
        return;
    const struct finding where = {.file = target->file, .line = line};
    va_list list;
    va_start(list, line);
    say(target, message, &where, false, list);
    va_end(list);
}

void report_points(millipoint length, char text[REPORT_POINTS_SIZE])
{
    snprintf(text, REPORT_POINTS_SIZE, "%d.%03d", length / 1000, abs(length % 1000));
}

void report_excess(struct report *target, const struct message *message, long line,
                   millipoint excess)
{
    char points[REPORT_POINTS_SIZE];
    report_points(excess, points);
    report_line(target, message, line, points, NULL);
}
