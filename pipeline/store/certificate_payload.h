/* What the QR code of a certificate says, one line of text:
 *   YF1|number|name|issued on|last four characters of the identity number|key|signature
 * The signature is over everything before the last bar (base/signature.h). No field holds a bar or
 * a control character, so the text has one reading only. Nothing else of the identity number is in
 * it, no digest either: one could be guessed through. Pure functions; tests/web holds the page
 * stylesheets/verification-page to the same form. */
#ifndef YINFA_STORE_CERTIFICATE_PAYLOAD_H
#define YINFA_STORE_CERTIFICATE_PAYLOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"

enum { CERTIFICATE_TAIL = 4 }; /* characters of the identity number */

/* Fields are NUL-terminated UTF-8, borrowed. */
struct certificate_payload {
    const char *number;    /* at most 40 bytes */
    const char *name;      /* at most 160 bytes, which forty characters outside the BMP take */
    const char *issued_on; /* YYYY-MM-DD */
    const char *identity_tail;
    const char *key;       /* id of the signing key */
    const char *signature; /* NULL until it is signed */
};

/* What the first field that cannot stand in a payload is called, in the language set; NULL: all
 * can. The signature is not looked at. */
const char *certificate_payload_fault(const struct certificate_payload *payload);

/* Appends the text up to the key, which is what is signed; the caller then appends a bar and the
 * signature. Nothing may be at fault. */
void certificate_payload_write(struct buffer *out, const struct certificate_payload *payload);

/* Where the payload begins in a text that was scanned or pasted: some readers put a mark of the
 * character set or of the symbology before it. The text itself if there is none in it. */
const char *certificate_payload_begin(const char *text);

/* Takes a text apart; the fields live in `arena`. False: it is no payload. `signed_length` is how
 * many bytes the signature covers. Says nothing on whether the signature holds. */
bool certificate_payload_read(const char *text, struct arena *arena,
                              struct certificate_payload *payload, size_t *signed_length);

#endif
