/* verify: what a certificate is worth, told to whoever asks at the counter. */
#include <string.h>

#include "base/exit_status.h"
#include "base/file.h"
#include "base/json.h"
#include "base/utf8.h"
#include "batch/batch.h"
#include "batch/report.h"
#include "batch/session.h"
#include "batch/verification.h"
#include "batch/verify_messages.h"

/* Indices are those of enum verdict. */
static const char *const verdicts[] = {"valid", "voided", "altered", "unknown"};
static const char *const verdicts_chinese[] = {"有效", "已作废", "被改动", "查无此证"};

static void print_json(struct buffer *out, const struct verification *found)
{
    struct json json = json_begin(out);
    json_object_begin(&json, NULL);
    json_text(&json, "verdict", verdicts[found->verdict]);
    json_text(&json, "id", found->why->id);
    json_text(&json, "number", found->number);
    json_text(&json, "name", found->name);
    json_text(&json, "issued_on", found->issued_on);
    json_text(&json, "ended_on", found->ended_on);
    json_text(&json, "reason", found->reason);
    json_text(&json, "replaced_by", found->replaced_by);
    json_text(&json, "key", found->key);
    json_text(&json, "key_retired_on", found->key_retired_on);
    json_text(&json, "why", message_choose(found->why->chinese, found->why->english));
    json_text(&json, "mend", message_choose(found->why->mend_chinese, found->why->mend_english));
    json_object_end(&json);
    buffer_byte(out, '\n');
}

static void print_fact(struct buffer *out, const char *chinese, const char *english,
                       const char *value)
{
    if (value)
        buffer_print(out, "%s%s%s\n", message_choose(chinese, english), message_choose("：", ": "),
                     value);
}

static void print_text(struct buffer *out, const struct verification *found)
{
    buffer_print(out, "%s\n",
                 message_choose(verdicts_chinese[found->verdict], verdicts[found->verdict]));
    print_fact(out, "证书编号", "number", found->number);
    print_fact(out, "姓名", "name", found->name);
    print_fact(out, "发证日期", "issued on", found->issued_on);
    print_fact(out, "作废日期", "voided on", found->ended_on);
    print_fact(out, "原因", "reason", found->reason);
    print_fact(out, "替代它的证书", "replaced by", found->replaced_by);
    print_fact(out, "签名密钥", "key", found->key);
    print_fact(out, "该密钥停用日期（此前的签名仍然有效）",
               "key retired on (what it signed stays valid)", found->key_retired_on);
    print_fact(out, "说明", "why", message_choose(found->why->chinese, found->why->english));
    print_fact(out, "办法", "mend",
               message_choose(found->why->mend_chinese, found->why->mend_english));
}

/* Without the blanks about it; in the arena. */
static const char *trimmed(struct arena *arena, const char *text)
{
    size_t length = strlen(text), begin = length, end = 0;
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t used = utf8_decode(text + at, length - at, &code_point);
        if (!utf8_is_blank(code_point)) {
            begin = begin < at ? begin : at;
            end = at + used;
        }
        at += used;
    }
    return arena_copy_bytes(arena, text + begin, end > begin ? end - begin : 0);
}

/* A text with bars is a payload (no file name has them by custom), what exists is a file. */
static int verify(struct session *session, const char *what, struct verification *result)
{
    struct store *store = session->workspace->store;
    const char *text = trimmed(session->arena, what);
    size_t length = strlen(text);
    if (strchr(text, '|'))
        return verification_of_payload(store, text, session->arena, result);
    bool named_so = length > 4 && strcasecmp(text + length - 4, ".pdf") == 0;
    bool exists = file_exists(what);
    if (!exists && (named_so || strchr(text, '/')))
        return failure(&MESSAGE_VERIFY_NO_FILE, text, NULL);
    if (exists)
        return verification_of_file(store, what, session->arena, result);
    return verification_of_number(store, text, session->arena, result);
}

int batch_verify(const struct batch_options *options, const char *what)
{
    struct session session;
    struct verification found;
    int result = session_open(&session, options, STORE_READ);
    if (result == 0)
        result = verify(&session, what, &found);
    if (result == 0) {
        struct buffer text = BUFFER_EMPTY;
        if (options->output == BATCH_JSON)
            print_json(&text, &found);
        else
            print_text(&text, &found);
        report_print(&text);
        result = found.verdict == VERDICT_VALID ? EXIT_CLEAN : EXIT_FINDINGS;
    } else {
        result = EXIT_FAILED;
    }
    session_close(&session);
    return result;
}
