/* check-format of an item: the publication's checked outputs are made again in memory, by the same
 * stylesheets and fonts as when they are published, and measured. Nothing is written, neither files
 * nor the item's state. */
#include <stdio.h>
#include <string.h>

#include "base/exit_status.h"
#include "base/progress.h"
#include "batch/batch.h"
#include "batch/batch_messages.h"
#include "batch/item_name.h"
#include "batch/report.h"
#include "batch/session.h"
#include "publish/item.h"
#include "ruler/ruler.h"

struct checking {
    struct session *session;
    const char *item; /* only this one; NULL: all */
    size_t measured;
    bool broken;
};

static bool is_asked_for(void *state, const struct publish_item *item)
{
    const struct checking *checking = state;
    return !checking->item || strcmp(checking->item, item->name) == 0;
}

static void print_report(void *state, const struct publish_item *item,
                         const struct ruler_report *report)
{
    struct checking *checking = state;
    struct buffer text = BUFFER_EMPTY;
    if (checking->session->options->output == BATCH_JSON)
        ruler_write_json(&text, report, item->name);
    else
        ruler_write_text(&text, report, item->name);
    report_print(&text);
    checking->measured++;
    checking->broken = checking->broken || !ruler_is_held(report, FINDING_WARNING);
}

/* What kept an item from being made, and what the formatter found. */
static void print_findings(void *state, const struct publish_item *item, bool made,
                           const struct publish_output *outputs, size_t output_count,
                           const char *date, const struct finding_list *findings)
{
    struct checking *checking = state;
    (void)item, (void)made, (void)outputs, (void)output_count, (void)date;
    report_findings(findings, 0, BATCH_TEXT, stderr);
    checking->broken = checking->broken || finding_count_level(findings, FINDING_ERROR) > 0;
}

static bool is_checked(const struct publication *publication)
{
    for (size_t i = 0; i < publication->output_count; i++)
        if (publication->outputs[i].checked)
            return true;
    return false;
}

static int check(struct session *session, const char *what, struct checking *checking)
{
    struct item_name name;
    struct parameter_values values;
    if (item_name_parse(what, session->arena, &name) != 0)
        return failure(&MESSAGE_NO_ITEM, what, NULL);
    if (session_need_publisher(session) != 0)
        return -1;
    const struct publication *publication =
        publication_lookup(session->publications, name.publication);
    if (!publication)
        return failure(&MESSAGE_NO_PUBLICATION, name.publication, NULL);
    if (!is_checked(publication))
        return failure(&MESSAGE_NOT_CHECKED, name.publication, NULL);
    if (parameter_fit(publication->parameters, publication->parameter_count, name.parameters,
                      session->arena, session->findings, &values) != 0)
        return session_refuse(session);
    bool whole = publication->each_query && !name.key && !name.each;
    const char *key = publication->each_query ? (name.each ? name.each : name.key) : NULL;
    checking->item = whole ? NULL : item_name(publication, &values, key, session->arena);
    const struct publish_request request = {.publication = publication,
                                            .values = &values,
                                            .folder = "published",
                                            .wanted = is_asked_for,
                                            .done = print_findings,
                                            .measured = print_report,
                                            .state = checking};
    if (publish_run(session->publisher, &request) != 0)
        return -1;
    return checking->measured || checking->broken ? 0 : failure(&MESSAGE_NO_ITEM, what, NULL);
}

int batch_check_format(const struct batch_options *options, const char *what)
{
    struct session session;
    struct checking checking = {.session = &session};
    int result = session_open(&session, options, STORE_READ);
    progress_set_quiet(true); /* items are measured, not made */
    if (result == 0)
        result = check(&session, what, &checking);
    session_close(&session);
    return result != 0 ? EXIT_FAILED : checking.broken ? EXIT_FINDINGS : EXIT_CLEAN;
}
