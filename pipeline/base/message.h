/* Messages: the Chinese and English wording of everything the program says about data or about
 * itself. Each room keeps its own messages as constants beside the code that raises them
 * (ROOM/ROOM_messages.h), so that a wording and its cause stand in one room.
 *
 * Placeholders in a wording: {1} … {9} are the arguments of the call; {label}, {value} are the
 * finding's own. A doubled brace {{ is a brace. */
#ifndef YINFA_BASE_MESSAGE_H
#define YINFA_BASE_MESSAGE_H

#include "base/buffer.h"

enum finding_level {
    FINDING_NOTE, /* something was done for the sender and is reported, e.g. a corrected bracket */
    FINDING_WARNING, /* 一般, 可以: the data is taken */
    FINDING_ERROR    /* 应当, 必须: the submission or output is not taken */
};

enum language { LANGUAGE_CHINESE, LANGUAGE_ENGLISH };

struct message {
    const char *id;           /* stable, dotted, lower case: "intake.not-well-formed" */
    enum finding_level level; /* for findings; failures are always errors */
    const char *chinese;      /* the rule, or what is wrong */
    const char *english;
    const char *mend_chinese; /* how to mend it; NULL where nothing can be said */
    const char *mend_english;
};

/* The language of all text for people, Chinese until set. main sets it once from --lang. */
void message_set_language(enum language language);
enum language message_language(void);

/* `chinese` or `english` by the language set; falls back to the one that is not NULL. */
const char *message_choose(const char *chinese, const char *english);

/* A lookup of a named placeholder: returns the value (borrowed), or NULL if there is none. */
typedef const char *message_lookup(void *state, const char *name, size_t length);

/* Appends `wording` with each {name} replaced by what `lookup` returns; an unknown name is kept as
 * it stands, braces included, so that a mistake in a definition shows. */
void message_fill(struct buffer *out, const char *wording, message_lookup *lookup, void *state);

/* Reports a failure of the program (not of the data) once, where it is known, on stderr as
 * "yinfa: …", and returns -1, so that a caller can write `return failure(&MESSAGE, path, NULL)`.
 * The arguments after the message are NUL-terminated strings ending with NULL: {1}, {2} … */
int failure(const struct message *message, ...) __attribute__((sentinel));

/* How many failures were reported so far in this process. */
unsigned long failure_count(void);

#endif
