/* Certificate numbers as people type and paste them: in small letters, in the full-width forms of
 * an input method, with blanks within. Pure functions. */
#ifndef YINFA_STORE_CERTIFICATE_NUMBER_H
#define YINFA_STORE_CERTIFICATE_NUMBER_H

#include "store/ledger.h"

/* The number as the ledger writes it (capitals, digits and hyphens), in `plain`, which is returned;
 * NULL: the text holds anything else, or nothing, or too much. */
const char *certificate_number_plain(const char *text, char plain[LEDGER_NUMBER_SIZE]);

#endif
