/* Issuing: who is entitled is read and judged first; then, in one transaction, each who has no
 * certificate of the series gets the next number, so that a run that is killed has issued all or
 * none. A certificate that was voided is not made good here, a second one is asked for by name
 * (yinfa reissue); what was issued and no longer fits the data is told and left as it is. Called by
 * run.c; issue_enter() by certificate.c too. */
#include "batch/issue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/exit_status.h"
#include "base/json.h"
#include "batch/certificate_messages.h"
#include "batch/column_label.h"
#include "batch/entitled.h"
#include "batch/report.h"

/* One change of the data, in how many certificates: what all rows have from one place, such as the
 * session, changes in all of them. */
struct same_change {
    const char *columns;
    size_t count;
    struct same_change *next;
};

enum { TOLD_SINGLY = 3 }; /* certificates of one change, by name; the others are counted */

struct issuing {
    struct session *session;
    const struct publication *publication;
    const char *parameters;
    struct same_change *changes;
    size_t made, kept;
    char first[LEDGER_NUMBER_SIZE], last[LEDGER_NUMBER_SIZE]; /* of those made */
};

/* --- What no longer fits ---------------------------------------------------------------------- */

static void tell(struct issuing *issuing, const struct message *message, const char *name,
                 const char *number, const char *what)
{
    finding_report(issuing->session->findings, message,
                   &(struct finding){.kind = issuing->publication->name, .record = name}, number,
                   what, NULL);
}

/* How many certificates have the same change, with this one. */
static size_t count_change(struct issuing *issuing, const char *columns)
{
    struct same_change *change = issuing->changes;
    while (change && strcmp(change->columns, columns) != 0)
        change = change->next;
    if (!change) {
        change = arena_alloc(issuing->session->arena, sizeof *change);
        *change = (struct same_change){.columns = arena_copy(issuing->session->arena, columns),
                                       .next = issuing->changes};
        issuing->changes = change;
    }
    return ++change->count;
}

/* The changes in more certificates than were told one by one. */
static void tell_changes(struct issuing *issuing)
{
    for (struct same_change *change = issuing->changes; change; change = change->next) {
        char more[24];
        if (change->count <= TOLD_SINGLY)
            continue;
        snprintf(more, sizeof more, "%zu", change->count - TOLD_SINGLY);
        tell(issuing, &MESSAGE_ISSUE_CHANGED_MORE, NULL, more, change->columns);
    }
}

/* The columns in which the certificate's content differs from the row of today; where a row came
 * from is not a difference. */
static int tell_changed(struct issuing *issuing, const struct entitled *entitled,
                        const char *number)
{
    struct query *query;
    if (store_query(
            issuing->session->workspace->store, __func__,
            "SELECT was.key,"
            " (SELECT kind FROM submission WHERE id = certificate.content ->> '$.submission')"
            " FROM certificate,"
            " json_each(certificate.content) AS was JOIN json_each(:content) AS is_now"
            " ON is_now.key = was.key AND is_now.value IS NOT was.value"
            " WHERE number = :number AND certificate.content <> :content"
            " AND was.key NOT IN ('submission', 'line')",
            &query) != 0)
        return -1;
    query_bind_text(query, "number", number);
    query_bind_text(query, "content", entitled->content);
    struct buffer changed = BUFFER_EMPTY;
    int step;
    while ((step = query_step(query)) == 1)
        buffer_print(&changed, "%s%s", changed.length ? message_choose("、", ", ") : "",
                     column_label(issuing->session, query_text(query, 1), query_text(query, 0)));
    query_done(query);
    if (step == 0 && changed.length &&
        count_change(issuing, buffer_string(&changed)) <= TOLD_SINGLY)
        tell(issuing, &MESSAGE_ISSUE_CHANGED, entitled->name, number, buffer_string(&changed));
    buffer_free(&changed);
    return step < 0 ? -1 : 0;
}

/* Certificates in force whose holders are no longer among the entitled. */
static int tell_left_over(struct issuing *issuing, const struct entitled_list *list)
{
    struct buffer holders = BUFFER_EMPTY;
    struct json json = json_begin(&holders);
    json_array_begin(&json, NULL);
    for (size_t i = 0; i < list->count; i++) {
        struct buffer both = BUFFER_EMPTY;
        buffer_print(&both, "%s %s", list->items[i].series, list->items[i].holder);
        json_text(&json, NULL, buffer_string(&both));
        buffer_free(&both);
    }
    json_array_end(&json);
    struct query *query;
    int step = store_query(issuing->session->workspace->store, __func__,
                           "SELECT number, content ->> '$.name' FROM certificate"
                           " WHERE publication = :publication AND parameters = :parameters"
                           " AND state IN ('issued', 'printed')"
                           " AND series || ' ' || holder NOT IN"
                           " (SELECT value FROM json_each(:holders)) ORDER BY number",
                           &query);
    if (step == 0) {
        query_bind_text(query, "publication", issuing->publication->name);
        query_bind_text(query, "parameters", issuing->parameters);
        query_bind_text(query, "holders", buffer_string(&holders));
        while ((step = query_step(query)) == 1)
            tell(issuing, &MESSAGE_ISSUE_LEFT_OVER, query_text(query, 1), query_text(query, 0),
                 NULL);
        query_done(query);
    }
    buffer_free(&holders);
    return step;
}

/* --- Numbers ---------------------------------------------------------------------------------- */

/* The identity number of which the QR code tells the end, in the session's arena: the content's, or
 * what the holder is known by. NULL: reported. */
static const char *identity_of(struct session *session, const struct ledger_entry *entry)
{
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT coalesce(:content ->> '$.identity_number', :holder)", &query) != 0)
        return NULL;
    query_bind_text(query, "content", entry->content);
    query_bind_text(query, "holder", entry->holder);
    const char *identity =
        query_step(query) == 1 ? arena_copy(session->arena, query_text(query, 0)) : NULL;
    query_done(query);
    return identity;
}

int issue_enter(struct session *session, const struct ledger_entry *entry, const char *name,
                char number[LEDGER_NUMBER_SIZE])
{
    struct store *store = session->workspace->store;
    const char *identity = identity_of(session, entry);
    int64_t serial;
    if (!identity || session_need_signer(session) != 0 ||
        ledger_next_number(store, entry->series, number, &serial) != 0)
        return -1;
    const struct certificate_facts facts = {
        .number = number, .name = name, .issued_on = entry->issued_on, .identity = identity};
    struct buffer payload = BUFFER_EMPTY;
    char signature[SIGNATURE_SIZE];
    int result = certificate_signer_sign(session->signer, &facts, &payload, signature);
    if (result == 0) {
        const struct ledger_seal seal = {.payload = buffer_string(&payload),
                                         .signature = signature,
                                         .key = certificate_signer_key(session->signer)};
        result = ledger_enter(store, entry, number, serial, &seal, session->run);
    }
    buffer_free(&payload);
    return result;
}

static int enter(struct issuing *issuing, const struct entitled *entitled)
{
    const struct ledger_entry entry = {.series = entitled->series,
                                       .holder = entitled->holder,
                                       .publication = issuing->publication->name,
                                       .parameters = issuing->parameters,
                                       .content = entitled->content,
                                       .issued_on = entitled->date};
    if (issue_enter(issuing->session, &entry, entitled->name, issuing->last) != 0)
        return -1;
    if (issuing->made++ == 0)
        memcpy(issuing->first, issuing->last, sizeof issuing->first);
    return 0;
}

static int issue_to(struct issuing *issuing, const struct entitled *entitled)
{
    char number[LEDGER_NUMBER_SIZE];
    enum ledger_standing standing;
    if (ledger_stand(issuing->session->workspace->store, entitled->series, entitled->holder, number,
                     &standing) != 0)
        return -1;
    if (standing == LEDGER_NONE)
        return enter(issuing, entitled);
    issuing->kept++;
    if (standing == LEDGER_IN_FORCE)
        return tell_changed(issuing, entitled, number);
    tell(issuing, &MESSAGE_ISSUE_VOIDED, entitled->name, number, NULL);
    return 0;
}

/* All or nothing. */
static int issue_all(struct issuing *issuing, const struct entitled_list *list)
{
    struct store *store = issuing->session->workspace->store;
    if (store_begin(store) != 0)
        return -1;
    int result = 0;
    for (size_t i = 0; i < list->count && result == 0; i++)
        result = issue_to(issuing, &list->items[i]);
    if (result == 0) {
        tell_changes(issuing);
        result = tell_left_over(issuing, list);
    }
    if (result == 0 && issuing->made)
        return store_commit(store);
    store_rollback(store);
    return result;
}

static void print_issued(const struct issuing *issuing)
{
    if (issuing->session->options->output == BATCH_JSON)
        return;
    struct buffer text = BUFFER_EMPTY;
    buffer_print(&text,
                 message_choose("发证（%s）：新编号 %zu 张，已有 %zu 张\n",
                                "issued (%s): %zu given numbers, %zu had one\n"),
                 issuing->publication->name, issuing->made, issuing->kept);
    if (issuing->made)
        buffer_print(
            &text,
            message_choose("  第一张 %s，最后一张 %s\n", "  the first is %s, the last is %s\n"),
            issuing->first, issuing->last);
    report_print(&text);
}

/* The parameters without those that stand at their defaults: how it is printed (masked or not, with
 * or without what a later version adds) does not tell one issue from another. */
static void write_chosen(struct buffer *out, struct arena *arena,
                         const struct publication *publication,
                         const struct parameter_values *values)
{
    struct parameter_value *chosen = arena_new_array(arena, values->count + 1, sizeof *chosen);
    size_t count = 0;
    for (size_t i = 0; i < values->count; i++) {
        const char *initial = publication->parameters[i].initial; /* in order of declaration */
        if (!initial || strcmp(initial, values->items[i].value) != 0)
            chosen[count++] = values->items[i];
    }
    parameter_write(out, &(struct parameter_values){chosen, count});
}

int issue_certificates(struct session *session, const struct publication *publication,
                       const struct parameter_values *values)
{
    struct entitled_list list;
    if (!publication->ledger.query)
        return failure(&MESSAGE_ISSUE_NO_LEDGER, publication->name, NULL);
    if (entitled_read(session, publication, values, &list) != 0)
        return -1;
    if (!list.sound)
        return EXIT_STOPPED;
    struct buffer parameters = BUFFER_EMPTY;
    write_chosen(&parameters, session->arena, publication, values);
    struct issuing issuing = {
        .session = session, .publication = publication, .parameters = buffer_string(&parameters)};
    int result = issue_all(&issuing, &list);
    buffer_free(&parameters);
    session->issued += issuing.made;
    if (result == 0 && issuing.made) /* stored views may read the ledger */
        result = publisher_refresh(session->publisher);
    if (result == 0)
        print_issued(&issuing);
    return result;
}
