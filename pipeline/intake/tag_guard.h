/* A look at the raw bytes before libxml2 gets them. libxml2 2.9 compares each attribute of a tag
 * with all before it (40 000 of them take 12 s), so a tag with too many must not reach it. Private
 * to intake/.
 *
 * The guard reads bytes as ASCII, which is right for UTF-8 and for GBK and GB18030 (whose second
 * bytes are never < > " ' = ! ? - [ ]); UTF-16 is read by code units. Other encodings are refused.
 */
#ifndef YINFA_INTAKE_TAG_GUARD_H
#define YINFA_INTAKE_TAG_GUARD_H

#include <stdbool.h>
#include <stddef.h>

enum {
    TAG_GUARD_ATTRIBUTES = 64,   /* of one element */
    TAG_GUARD_LENGTH = 64 * 1024 /* code units between < and > */
};

enum tag_guard_verdict { TAG_GUARD_PASS, TAG_GUARD_TOO_MANY_ATTRIBUTES, TAG_GUARD_TAG_TOO_LONG };

enum tag_guard_state {
    GUARD_TEXT,
    GUARD_OPEN,      /* after "<" */
    GUARD_TAG,       /* in a start or end tag */
    GUARD_QUOTE,     /* in an attribute value */
    GUARD_BANG,      /* after "<!": comment, CDATA section or DOCTYPE */
    GUARD_COMMENT,   /* to --> */
    GUARD_CDATA,     /* to ]]> */
    GUARD_PROCESSING /* to ?> */
};

/* Zeroed to begin with; `unit` is set by the caller: 1 = bytes, 2 = UTF-16. */
struct tag_guard {
    enum tag_guard_state state;
    int unit;
    bool big_endian;
    unsigned char half; /* the first byte of a code unit that a block's end has cut */
    bool has_half;
    unsigned char quote;
    size_t attributes, length;
    unsigned char last, before_last;
};

/* Looks at the next `length` bytes. Stores how many of them may go to the parser: all, unless the
 * verdict is another than pass. */
enum tag_guard_verdict tag_guard_look(struct tag_guard *guard, const unsigned char *bytes,
                                      size_t length, size_t *passed);

#endif
