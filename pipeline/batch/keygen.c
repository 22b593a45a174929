/* keygen: the key that certificates are signed with, made anew; the one before it is retired. */
#include <string.h>

#include "base/clock.h"
#include "base/exit_status.h"
#include "batch/batch.h"
#include "batch/report.h"
#include "batch/session.h"
#include "store/certificate_signer.h"

static void print_renewal(const char *id, const char *retired, const char *day)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_print(&text,
                 message_choose("新密钥 %s，从现在起用它签名（登记日期 %s）。\n"
                                "私钥在 keys/%s.pem，只有本用户能读：请另存一份，不要外传。\n",
                                "new key %s signs from now on (made on %s).\n"
                                "Its private half is keys/%s.pem, readable by this user only: "
                                "keep a copy, give it to nobody.\n"),
                 id, day, id);
    if (*retired)
        buffer_print(&text,
                     message_choose("原来的密钥 %s 停用；它签过的证书仍然有效。keys/%s.pem "
                                    "不再需要，可以销毁。\n",
                                    "key %s is retired; what it signed stays valid. "
                                    "keys/%s.pem is no longer needed and may be destroyed.\n"),
                     retired, retired);
    buffer_text(&text, message_choose("请重新印发核验页：yinfa publish verification-page\n",
                                      "Publish the verification page anew: yinfa publish "
                                      "verification-page\n"));
    report_print(&text);
}

int batch_keygen(const struct batch_options *options)
{
    struct session session;
    char id[SIGNING_KEY_ID_SIZE], retired[SIGNING_KEY_ID_SIZE], day[CLOCK_DAY_SIZE];
    clock_day(day);
    int result = session_open(&session, options, STORE_WRITE);
    if (result == 0)
        result = certificate_signer_renew(session.workspace, day, id, retired);
    if (result == 0)
        print_renewal(id, retired, day);
    session_close(&session);
    return result == 0 ? EXIT_CLEAN : EXIT_FAILED;
}
