/* The payload's form, held the same way when it is written and when it is read. A text to be read
 * may be anything somebody pasted: its length is looked at before anything else. */
#include "store/certificate_payload.h"

#include <string.h>

#include "base/calendar_date.h"
#include "base/message.h"
#include "base/signature.h"
#include "base/utf8.h"

enum {
    NUMBER_LIMIT = 40, /* bytes */
    NAME_LIMIT = 160,
    FIELDS = 7,
    TEXT_LIMIT = 512
};

#define FORM "YF1"

/* Of one line, and without the bar that divides. */
static bool is_plain(const char *text, size_t limit)
{
    size_t length = strnlen(text, limit + 1);
    return length > 0 && length <= limit && !memchr(text, '|', length) &&
           utf8_is_line(text, length);
}

static bool is_of(const char *text, size_t length, const char *characters)
{
    return strnlen(text, length + 1) == length && strspn(text, characters) == length;
}

const char *certificate_payload_fault(const struct certificate_payload *payload)
{
    if (!is_plain(payload->number, NUMBER_LIMIT))
        return message_choose("证书编号", "the number");
    if (!is_plain(payload->name, NAME_LIMIT))
        return message_choose("姓名", "the name");
    if (!calendar_date_valid(payload->issued_on))
        return message_choose("发证日期", "the date of issue");
    if (!is_of(payload->identity_tail, CERTIFICATE_TAIL, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        return message_choose("证件号码末四位", "the end of the identity number");
    if (!is_of(payload->key, SIGNING_KEY_ID_SIZE - 1, "0123456789abcdef"))
        return message_choose("密钥号", "the key");
    return NULL;
}

void certificate_payload_write(struct buffer *out, const struct certificate_payload *payload)
{
    buffer_print(out, "%s|%s|%s|%s|%s|%s", FORM, payload->number, payload->name, payload->issued_on,
                 payload->identity_tail, payload->key);
}

const char *certificate_payload_begin(const char *text)
{
    const char *found = strstr(text, FORM "|");
    return found ? found : text;
}

bool certificate_payload_read(const char *text, struct arena *arena,
                              struct certificate_payload *payload, size_t *signed_length)
{
    if (strnlen(text, TEXT_LIMIT + 1) > TEXT_LIMIT)
        return false;
    const char *fields[FIELDS] = {text};
    size_t count = 1;
    char *copy = arena_copy(arena, text);
    fields[0] = copy;
    for (char *bar = copy; (bar = strchr(bar, '|')) != NULL; count++) {
        *bar++ = '\0';
        if (count == FIELDS)
            return false;
        fields[count] = bar;
    }
    if (count != FIELDS || strcmp(fields[0], FORM) != 0)
        return false;
    *payload = (struct certificate_payload){.number = fields[1],
                                            .name = fields[2],
                                            .issued_on = fields[3],
                                            .identity_tail = fields[4],
                                            .key = fields[5],
                                            .signature = fields[6]};
    *signed_length = (size_t)(fields[6] - copy) - 1;
    return certificate_payload_fault(payload) == NULL &&
           is_of(payload->signature, SIGNATURE_SIZE - 1,
                 "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
