/* Messages: choosing a language, filling placeholders, reporting failures. The language and the
 * failure count are the only globals of the program besides the file layer's fault hook. */
#include "base/message.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static enum language current_language = LANGUAGE_CHINESE;
static unsigned long failures_reported;

void message_set_language(enum language language)
{
    current_language = language;
}

enum language message_language(void)
{
    return current_language;
}

const char *message_choose(const char *chinese, const char *english)
{
    const char *wanted = current_language == LANGUAGE_ENGLISH ? english : chinese;
    const char *other = current_language == LANGUAGE_ENGLISH ? chinese : english;
    return wanted ? wanted : other;
}

void message_fill(struct buffer *out, const char *wording, message_lookup *lookup, void *state)
{
    for (const char *at = wording; *at;) {
        const char *close;
        if (at[0] == '{' && at[1] == '{') {
            buffer_byte(out, '{');
            at += 2;
        } else if (at[0] == '{' && (close = strchr(at, '}')) != NULL) {
            const char *value = lookup(state, at + 1, (size_t)(close - at - 1));
            if (value)
                buffer_text(out, value);
            else
                buffer_append(out, at, (size_t)(close - at + 1));
            at = close + 1;
        } else {
            buffer_byte(out, *at++);
        }
    }
}

struct numbered {
    const char *values[9]; /* {1} is values[0] */
    size_t count;
};

static const char *lookup_numbered(void *state, const char *name, size_t length)
{
    const struct numbered *numbered = state;
    if (length != 1 || name[0] < '1' || name[0] > '9')
        return NULL;
    size_t index = (size_t)(name[0] - '1');
    return index < numbered->count ? numbered->values[index] : NULL;
}

int failure(const struct message *message, ...)
{
    struct numbered numbered = {{NULL}, 0};
    va_list arguments;
    va_start(arguments, message);
    for (const char *value; (value = va_arg(arguments, const char *)) != NULL;)
        if (numbered.count < 9)
            numbered.values[numbered.count++] = value;
    va_end(arguments);

    struct buffer text = BUFFER_EMPTY;
    buffer_text(&text, "yinfa: ");
    message_fill(&text, message_choose(message->chinese, message->english), lookup_numbered,
                 &numbered);
    const char *mend = message_choose(message->mend_chinese, message->mend_english);
    if (mend) {
        buffer_text(&text, message_choose("。办法：", ". To mend: "));
        message_fill(&text, mend, lookup_numbered, &numbered);
    }
    buffer_byte(&text, '\n');
    fwrite(text.bytes, 1, text.length, stderr);
    buffer_free(&text);
    failures_reported++;
    return -1;
}

unsigned long failure_count(void)
{
    return failures_reported;
}
