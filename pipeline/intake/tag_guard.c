/* The guard's scanner: a small state machine that knows just enough XML to tell tags from what only
 * looks like them (comments, CDATA sections, processing instructions, quoted values). It need not
 * judge well-formedness: libxml2 does, on the same bytes. Called by validate.c for every block
 * read. */
#include "intake/tag_guard.h"

#include <string.h>

/* Remembers the last two units, by which the ends --> ]]> ?> are known. */
static void remember(struct tag_guard *guard, unsigned char unit)
{
    guard->before_last = guard->last;
    guard->last = unit;
}

static void enter(struct tag_guard *guard, enum tag_guard_state state)
{
    guard->state = state;
    guard->last = guard->before_last = 0;
}

static enum tag_guard_verdict in_tag(struct tag_guard *guard, unsigned char unit)
{
    if (++guard->length > TAG_GUARD_LENGTH)
        return TAG_GUARD_TAG_TOO_LONG;
    if (guard->state == GUARD_QUOTE) {
        if (unit == guard->quote)
            guard->state = GUARD_TAG;
    } else if (unit == '>') {
        guard->state = GUARD_TEXT;
    } else if (unit == '"' || unit == '\'') {
        guard->quote = unit;
        guard->state = GUARD_QUOTE;
    } else if (unit == '=' && ++guard->attributes > TAG_GUARD_ATTRIBUTES) {
        return TAG_GUARD_TOO_MANY_ATTRIBUTES;
    }
    return TAG_GUARD_PASS;
}

/* One code unit; those above ASCII come as 0x80. */
static enum tag_guard_verdict look_at(struct tag_guard *guard, unsigned char unit)
{
    switch (guard->state) {
    case GUARD_TEXT:
        if (unit == '<')
            guard->state = GUARD_OPEN;
        return TAG_GUARD_PASS;
    case GUARD_OPEN:
        guard->attributes = guard->length = 0;
        enter(guard, unit == '!' ? GUARD_BANG : unit == '?' ? GUARD_PROCESSING : GUARD_TAG);
        return guard->state == GUARD_TAG ? in_tag(guard, unit) : TAG_GUARD_PASS;
    case GUARD_TAG:
    case GUARD_QUOTE:
        return in_tag(guard, unit);
    case GUARD_BANG: /* a DOCTYPE is refused as soon as libxml2 sees it: no more to know of it */
        enter(guard, unit == '-' ? GUARD_COMMENT : unit == '[' ? GUARD_CDATA : GUARD_TEXT);
        return TAG_GUARD_PASS;
    case GUARD_COMMENT:
        if (unit == '>' && guard->last == '-' && guard->before_last == '-')
            guard->state = GUARD_TEXT;
        break;
    case GUARD_CDATA:
        if (unit == '>' && guard->last == ']' && guard->before_last == ']')
            guard->state = GUARD_TEXT;
        break;
    case GUARD_PROCESSING:
        if (unit == '>' && guard->last == '?')
            guard->state = GUARD_TEXT;
        break;
    }
    remember(guard, unit);
    return TAG_GUARD_PASS;
}

static enum tag_guard_verdict look_at_bytes(struct tag_guard *guard, const unsigned char *bytes,
                                            size_t length, size_t *passed)
{
    for (size_t i = 0; i < length; i++) {
        if (guard->state == GUARD_TEXT) { /* most of a file is not in tags */
            const unsigned char *open = memchr(bytes + i, '<', length - i);
            if (!open)
                break;
            i = (size_t)(open - bytes);
        }
        enum tag_guard_verdict verdict = look_at(guard, bytes[i]);
        if (verdict != TAG_GUARD_PASS) {
            *passed = i;
            return verdict;
        }
    }
    return TAG_GUARD_PASS;
}

static enum tag_guard_verdict look_at_utf16(struct tag_guard *guard, const unsigned char *bytes,
                                            size_t length, size_t *passed)
{
    for (size_t i = 0; i < length; i++) {
        if (!guard->has_half) {
            guard->half = bytes[i];
            guard->has_half = true;
            continue;
        }
        guard->has_half = false;
        unsigned char high = guard->big_endian ? guard->half : bytes[i];
        unsigned char low = guard->big_endian ? bytes[i] : guard->half;
        enum tag_guard_verdict verdict = look_at(guard, high ? 0x80 : low);
        if (verdict != TAG_GUARD_PASS) {
            *passed = i;
            return verdict;
        }
    }
    return TAG_GUARD_PASS;
}

enum tag_guard_verdict tag_guard_look(struct tag_guard *guard, const unsigned char *bytes,
                                      size_t length, size_t *passed)
{
    *passed = length;
    return guard->unit == 2 ? look_at_utf16(guard, bytes, length, passed)
                            : look_at_bytes(guard, bytes, length, passed);
}
