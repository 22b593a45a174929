/* Reading claims: a comma list in which PDF/A levels exclude each other. Callers: the command line,
 * publications. */
#include <string.h>

#include "draw/pdf.h"

enum { CLAIM_COUNT = 4 };

bool pdf_claims_read(const char *text, struct pdf_claims *claims)
{
    static const char *const names[CLAIM_COUNT] = {
        [PDF_ARCHIVE_2U] = "2u", [PDF_ARCHIVE_2A] = "2a", [PDF_ARCHIVE_1B] = "1b", "ua1"};
    bool archive_named = false;
    *claims = (struct pdf_claims){.archive = PDF_ARCHIVE_2U};
    for (;;) {
        size_t length = strcspn(text, ","), i = 0;
        while (i < CLAIM_COUNT && (strlen(names[i]) != length || strncmp(names[i], text, length)))
            i++;
        bool accessible = i == CLAIM_COUNT - 1;
        if (i == CLAIM_COUNT || (accessible ? claims->accessible : archive_named))
            return false; /* unknown, or said twice */
        if (accessible) {
            claims->accessible = true;
        } else {
            claims->archive = (enum pdf_archive)i;
            archive_named = true;
        }
        if (text[length] == '\0')
            break;
        text += length + 1;
    }
    return !(claims->accessible && claims->archive == PDF_ARCHIVE_1B);
}
