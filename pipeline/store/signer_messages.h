/* Wordings of store/certificate_signer.c. */
#ifndef YINFA_STORE_SIGNER_MESSAGES_H
#define YINFA_STORE_SIGNER_MESSAGES_H

#include "base/message.h"

static const struct message MESSAGE_SIGNER_NO_KEY = {
    .id = "signer.no-key",
    .level = FINDING_ERROR,
    .chinese = "工作文件夹里还没有签名密钥，证书不能编号：{1}",
    .english = "the workspace has no signing key yet; no certificate gets a number: {1}",
    .mend_chinese = "先运行 yinfa keygen -w {1}，再重新运行这一批",
    .mend_english = "run yinfa keygen -w {1} first, then the job again",
};

static const struct message MESSAGE_SIGNER_OTHER_KEY = {
    .id = "signer.other-key",
    .level = FINDING_ERROR,
    .chinese = "私钥文件 {1} 里不是密钥 {2}，而是 {3}",
    .english = "the file {1} does not hold key {2} but {3}",
    .mend_chinese = "从备份恢复原来的文件；没有备份就用 yinfa keygen 换一把新的",
    .mend_english = "restore the file from a backup; without one, make a new key with yinfa keygen",
};

static const struct message MESSAGE_SIGNER_FIELD = {
    .id = "signer.field",
    .level = FINDING_ERROR,
    .chinese = "证书 {1}（{2}）的{3}不能写进二维码：空缺、太长，或者含有竖线“|”和控制字符",
    .english = "certificate {1} ({2}): {3} cannot stand in the QR code: it is missing, too long, "
               "or holds a bar \"|\" or a control character",
    .mend_chinese = "在报送的数据里改正这一项，重新收件后再运行",
    .mend_english = "correct it in the submission, take that in again, then run again",
};

#endif
