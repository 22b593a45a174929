/* Written by hand from the parser's events: there is no tree to serialise, and what libxml2's
 * writer would add (encoding, checks, a state machine) was done by the parser already. Called by
 * validate.c. */
#include "intake/fragment.h"

#include <string.h>

#include "base/xml.h"

/* XML 1.0 §2.4 and §3.3.3: what would not come back as it was. */
static void append_escaped(struct buffer *out, const char *bytes, size_t length, bool attribute)
{
    size_t kept = 0;
    for (size_t i = 0; i < length; i++) {
        const char *escape = NULL;
        switch (bytes[i]) {
        case '&':
            escape = "&amp;";
            break;
        case '<':
            escape = "&lt;";
            break;
        case '>':
            escape = "&gt;";
            break;
        case '"':
            escape = attribute ? "&quot;" : NULL;
            break;
        case '\t':
            escape = attribute ? "&#9;" : NULL;
            break;
        case '\n':
            escape = attribute ? "&#10;" : NULL;
            break;
        case '\r':
            escape = "&#13;";
            break;
        default:
            break;
        }
        if (!escape)
            continue;
        buffer_append(out, bytes + kept, i - kept);
        buffer_text(out, escape);
        kept = i + 1;
    }
    buffer_append(out, bytes + kept, length - kept);
}

static void append_attribute(struct buffer *out, const char *name, const char *value, size_t length)
{
    buffer_byte(out, ' ');
    buffer_text(out, name);
    buffer_text(out, "=\"");
    append_escaped(out, value, length, true);
    buffer_byte(out, '"');
}

static void close_tag(struct fragment *fragment)
{
    if (fragment->tag_open)
        buffer_byte(&fragment->text, '>');
    fragment->tag_open = false;
}

void fragment_begin(struct fragment *fragment, const char *name, const char *name_space, long line,
                    const xmlChar **attributes, int attribute_count)
{
    struct buffer *out = &fragment->text;
    close_tag(fragment);
    if (fragment->depth == 0)
        buffer_clear(out);
    buffer_byte(out, '<');
    buffer_text(out, name);
    if (fragment->depth == 0) {
        append_attribute(out, "xmlns", name_space, strlen(name_space));
        append_attribute(out, "xmlns:s", XML_SUBMISSION_NAMESPACE,
                         sizeof XML_SUBMISSION_NAMESPACE - 1);
    }
    buffer_print(out, " s:line=\"%ld\"", line);
    for (int i = 0; i < attribute_count; i++) {
        const xmlChar **attribute = attributes + 5 * i;
        if (!attribute[1])
            append_attribute(out, (const char *)attribute[0], (const char *)attribute[3],
                             (size_t)(attribute[4] - attribute[3]));
    }
    fragment->tag_open = true;
    fragment->depth++;
}

void fragment_text(struct fragment *fragment, const char *bytes, size_t length)
{
    if (fragment->depth == 0 || length == 0)
        return;
    close_tag(fragment);
    append_escaped(&fragment->text, bytes, length, false);
}

bool fragment_end(struct fragment *fragment, const char *name)
{
    if (fragment->depth == 0)
        return false;
    if (fragment->tag_open) {
        buffer_text(&fragment->text, "/>");
        fragment->tag_open = false;
    } else {
        buffer_text(&fragment->text, "</");
        buffer_text(&fragment->text, name);
        buffer_byte(&fragment->text, '>');
    }
    return --fragment->depth == 0;
}
