/* Findings of the formatter: where a node stands (record, sheet, line) and each thing said once. */
#ifndef YINFA_FORMAT_REPORT_H
#define YINFA_FORMAT_REPORT_H

#include <libxml/tree.h>

#include "base/finding.h"
#include "base/length.h"

struct report;

/* `file` is what findings call the FO unless a y:sheet attribute names a stylesheet. */
struct report *report_new(struct finding_list *findings, const char *file);
void report_free(struct report *report);

/* Whether an error was reported. */
bool report_failed(const struct report *report);

/* How often something was reported so far, told or only counted. */
unsigned long report_count(const struct report *report);

/* Reports at a node: record and file from the nearest y:record and y:sheet around it. Arguments as
 * of finding_report(), at most three. The same message with the same arguments at the same line and
 * record is said once. */
void report_at(struct report *report, const struct message *message, const xmlNode *node, ...)
    __attribute__((sentinel));

/* The same for what is said once wherever it comes from: at the first node, of each list of
 * arguments.
 */
void report_first(struct report *report, const struct message *message, const xmlNode *node, ...)
    __attribute__((sentinel));

/* Says of which warnings there were more than are listed. */
void report_end(struct report *report);

/* Reports where only the line is known any more. */
void report_line(struct report *report, const struct message *message, long line, ...)
    __attribute__((sentinel));

/* Reports by how much something is too large: the message's first argument, in points. */
void report_excess(struct report *report, const struct message *message, long line,
                   millipoint excess);

/* Writes a length in points with three decimals, for messages. */
enum { REPORT_POINTS_SIZE = 16 };
void report_points(millipoint length, char text[REPORT_POINTS_SIZE]);

#endif
