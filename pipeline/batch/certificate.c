/* The verbs void and reissue: what a person decides about one certificate, by its number and with a
 * reason that stays in the ledger. A reissued certificate says what the old one said, unless the
 * row as it is now is asked for; it gets the next number of its series like any other. The old
 * one's file leaves published/ at once. */
#include <stdlib.h>
#include <string.h>

#include "base/calendar_date.h"
#include "base/clock.h"
#include "base/exit_status.h"
#include "base/utf8.h"
#include "batch/batch.h"
#include "batch/certificate_messages.h"
#include "batch/entitled.h"
#include "batch/issue.h"
#include "batch/item_name.h"
#include "batch/published_manifest.h"
#include "batch/report.h"
#include "batch/session.h"
#include "batch/withdrawn.h"
#include "store/certificate_number.h"
#include "store/ledger.h"
#include "store/store_messages.h"

/* Words that stay in the ledger and are shown again: a line of them, not only blanks. */
static bool reason_is_line(const char *reason)
{
    size_t length = strlen(reason);
    return reason[strspn(reason, " \t")] != '\0' && utf8_is_line(reason, length);
}

/* The day of the change: as given, or today; days to come cannot be known. NULL: reported, also if
 * the reason is none. */
static const char *day_of(const struct certificate_change *change, char today[CLOCK_DAY_SIZE])
{
    clock_day(today);
    const char *day = change->day ? change->day : today;
    if (!reason_is_line(change->reason))
        failure(&MESSAGE_CERTIFICATE_REASON, NULL);
    else if (!calendar_date_valid(day))
        failure(&MESSAGE_CERTIFICATE_DAY, day, NULL);
    else if (strcmp(day, today) > 0)
        failure(&MESSAGE_CERTIFICATE_DAY_TO_COME, day, today, NULL);
    else
        return day;
    return NULL;
}

/* --- The certificate as it stands --------------------------------------------------------------
 */

/* What the ledger holds of a number, in the session's arena. */
struct standing {
    struct ledger_entry entry;
    const char *name;
    const char *since; /* it was issued, or voided */
};

static int read_standing(struct session *session, const char *number, struct standing *standing)
{
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT series, holder, publication, parameters, content, content ->> '$.name',"
                    " max(issued_on, ifnull((SELECT day FROM certificate_event"
                    "  WHERE number = :number AND event = 'voided'), ''))"
                    " FROM certificate WHERE number = :number",
                    &query) != 0)
        return -1;
    query_bind_text(query, "number", number);
    int step = query_step(query);
    const char **const texts[] = {&standing->entry.series,
                                  &standing->entry.holder,
                                  &standing->entry.publication,
                                  &standing->entry.parameters,
                                  &standing->entry.content,
                                  &standing->name,
                                  &standing->since};
    *standing = (struct standing){0};
    for (size_t i = 0; step == 1 && i < sizeof texts / sizeof *texts; i++)
        *texts[i] = arena_copy(session->arena, query_text(query, i));
    query_done(query);
    if (step == 0)
        return failure(&MESSAGE_LEDGER_UNKNOWN, number, NULL);
    return step < 0 ? -1 : 0;
}

/* A change is not older than what it changes; only one that is dated ahead, and found wrong before
 * it is handed out, is changed today. */
static int check_day(const char *number, const struct standing *standing, const char *day,
                     const char *today)
{
    return strcmp(day, standing->since) < 0 && strcmp(day, today) != 0
               ? failure(&MESSAGE_CERTIFICATE_DAY_BEFORE, day, number, standing->since, NULL)
               : 0;
}

/* Takes the holder's row as it is now in place of the content. */
static int take_current(struct session *session, const char *number, struct standing *standing)
{
    struct ledger_entry *entry = &standing->entry;
    struct item_name name;
    struct parameter_values values;
    struct entitled_list list;
    if (session_settle_kinds(session) != 0 || session_need_publications(session) != 0)
        return -1;
    const struct publication *publication =
        publication_lookup(session->publications, entry->publication);
    if (!publication || !publication->ledger.query)
        return failure(&MESSAGE_ISSUE_NO_LEDGER, entry->publication, NULL);
    const char *text = arena_print(session->arena, "%s/%s", entry->publication, entry->parameters);
    if (item_name_parse(text, session->arena, &name) != 0 ||
        parameter_fit(publication->parameters, publication->parameter_count, name.parameters,
                      session->arena, session->findings, &values) != 0)
        return session_refuse(session);
    if (entitled_read(session, publication, &values, &list) != 0)
        return -1;
    for (size_t i = 0; i < list.count; i++) {
        const struct entitled *row = &list.items[i];
        if (!row->sound || strcmp(row->series, entry->series) != 0 ||
            strcmp(row->holder, entry->holder) != 0)
            continue;
        entry->content = row->content;
        standing->name = row->name;
        return 0;
    }
    return failure(&MESSAGE_CERTIFICATE_NO_ROW, number, NULL);
}

/* --- The verbs -------------------------------------------------------------------------------- */

static void print_line(struct session *session, const char *chinese, const char *english,
                       const char *number, const char *name, const char *last)
{
    struct buffer text = BUFFER_EMPTY;
    if (session->options->output == BATCH_TEXT)
        buffer_print(&text, "%s %s%s%s%s\n", message_choose(chinese, english), number,
                     name ? "  " : "", name ? name : "", last);
    report_print(&text);
}

/* The old certificate's file, if it was printed, and the manifest without it. */
static int withdraw(struct session *session)
{
    return withdrawn_remove(session) != 0 ? -1 : published_manifest_write(session);
}

static const char *withdrawn_wording(const struct session *session)
{
    return session->withdrawn ? message_choose("\n文件已从 published/ 撤下，原件留在存档",
                                               "\nits file was taken out of published/; the "
                                               "archive keeps it")
                              : "";
}

/* Who corrected the data and forgot --current hears of it before anything is printed. */
static const char *same_content_wording(void)
{
    return message_choose(
        "\n内容与原证书相同；要照改正以后的数据，请对新编号再办一次，加 --current",
        "\nit says what the old one said; for data as corrected since, reissue "
        "the new number with --current");
}

static int finish(struct session *session, int result)
{
    if (session->run > 0 && session_end_run(session, result == 0 ? "done" : "failed") != 0)
        result = -1;
    session_close(session);
    return result == 0 ? EXIT_CLEAN : EXIT_FAILED;
}

/* Runs `step` in a transaction and ends that. */
static int within(struct session *session,
                  int (*step)(struct session *, const struct certificate_change *, const char *day,
                              struct standing *, char successor[LEDGER_NUMBER_SIZE]),
                  const struct certificate_change *change, const char *day,
                  struct standing *standing, char successor[LEDGER_NUMBER_SIZE])
{
    struct store *store = session->workspace->store;
    if (store_begin(store) != 0)
        return -1;
    if (step(session, change, day, standing, successor) == 0)
        return store_commit(store);
    store_rollback(store);
    return -1;
}

static int void_it(struct session *session, const struct certificate_change *change,
                   const char *day, struct standing *standing, char successor[LEDGER_NUMBER_SIZE])
{
    (void)standing, (void)successor;
    return ledger_void(session->workspace->store, change->number, change->reason, day,
                       session->run);
}

/* The old one first: of a series a holder has at most one in force. */
static int replace_it(struct session *session, const struct certificate_change *change,
                      const char *day, struct standing *standing,
                      char successor[LEDGER_NUMBER_SIZE])
{
    struct store *store = session->workspace->store;
    struct ledger_entry *entry = &standing->entry;
    char other[LEDGER_NUMBER_SIZE];
    enum ledger_standing held;
    entry->issued_on = day;
    entry->replaces = change->number;
    entry->reason = change->reason;
    if (ledger_replace(store, change->number, change->reason, day, session->run) != 0 ||
        ledger_stand(store, entry->series, entry->holder, other, &held) != 0)
        return -1;
    if (held == LEDGER_IN_FORCE)
        return failure(&MESSAGE_CERTIFICATE_OTHER, change->number, other, NULL);
    if (issue_enter(session, entry, standing->name, successor) != 0)
        return -1;
    return ledger_succeed(store, change->number, successor);
}

/* The same change with the number as the ledger writes it, if it can be one. */
static struct certificate_change plainly(const struct certificate_change *change,
                                         char number[LEDGER_NUMBER_SIZE])
{
    struct certificate_change plain = *change;
    if (certificate_number_plain(change->number, number))
        plain.number = number;
    return plain;
}

int batch_void(const struct batch_options *options, const struct certificate_change *asked)
{
    char number[LEDGER_NUMBER_SIZE];
    const struct certificate_change plain = plainly(asked, number), *change = &plain;
    struct session session;
    struct standing standing;
    char today[CLOCK_DAY_SIZE], none[LEDGER_NUMBER_SIZE] = "";
    const char *day = day_of(change, today);
    if (!day)
        return EXIT_USAGE;
    int result = session_open(&session, options, STORE_WRITE);
    if (result == 0)
        result = read_standing(&session, change->number, &standing);
    if (result == 0)
        result = check_day(change->number, &standing, day, today);
    if (result == 0)
        result = session_begin_run(&session, "void", change->number);
    if (result == 0)
        result = within(&session, void_it, change, day, &standing, none);
    if (result == 0)
        result = withdraw(&session);
    if (result == 0)
        print_line(&session, "已作废", "voided", change->number, standing.name,
                   arena_print(session.arena, "%s%s", withdrawn_wording(&session),
                               message_choose("\n请收回证书，并再运行批次，更新分册、名录和核验页",
                                              "\ntake the certificate back, and run the job again "
                                              "for volumes, register and verification page")));
    return finish(&session, result);
}

int batch_reissue(const struct batch_options *options, const struct certificate_change *asked)
{
    char number[LEDGER_NUMBER_SIZE];
    const struct certificate_change plain = plainly(asked, number), *change = &plain;
    struct session session;
    struct standing standing;
    char today[CLOCK_DAY_SIZE], successor[LEDGER_NUMBER_SIZE];
    const char *day = day_of(change, today);
    if (!day)
        return EXIT_USAGE;
    int result = session_open(&session, options, STORE_WRITE);
    if (result == 0)
        result = read_standing(&session, change->number, &standing);
    if (result == 0)
        result = check_day(change->number, &standing, day, today);
    if (result == 0 && change->current)
        result = take_current(&session, change->number, &standing);
    if (result == 0)
        result = session_begin_run(&session, "reissue", change->number);
    if (result == 0)
        result = within(&session, replace_it, change, day, &standing, successor);
    if (result == 0)
        result = withdraw(&session);
    if (result == 0) {
        print_line(&session, "已换发，原编号", "reissued, formerly", change->number, NULL,
                   withdrawn_wording(&session));
        print_line(&session, "新编号", "new number", successor, standing.name,
                   arena_print(session.arena, "%s%s", change->current ? "" : same_content_wording(),
                               message_choose("\n请再运行批次印出，并收回原证书",
                                              "\nrun the job to print it, and take the old one "
                                              "back")));
    }
    return finish(&session, result);
}
