/* Wordings of base/signature.c. */
#ifndef YINFA_BASE_SIGNATURE_MESSAGES_H
#define YINFA_BASE_SIGNATURE_MESSAGES_H

#include "base/message.h"

static const struct message MESSAGE_KEY_OPEN_TO_OTHERS = {
    .id = "signature.key-open-to-others",
    .level = FINDING_ERROR,
    .chinese = "别的用户也能读私钥文件，不能用它签名：{1}",
    .english = "others than its owner may read the private key; nothing is signed with it: {1}",
    .mend_chinese = "如果没有被人取走，运行 chmod 600 {1}；如有怀疑，用 yinfa keygen 换一把新的",
    .mend_english = "if nobody has taken it, run chmod 600 {1}; in doubt make a new one with "
                    "yinfa keygen",
};

static const struct message MESSAGE_KEY_UNREADABLE = {
    .id = "signature.key-unreadable",
    .level = FINDING_ERROR,
    .chinese = "私钥文件读不出来，或者里面不是 P-256 私钥：{1}",
    .english = "the file of the private key is missing or holds no P-256 key: {1}",
    .mend_chinese = "从备份恢复这个文件；没有备份就用 yinfa keygen 换一把新的，已签的证书仍然有效",
    .mend_english = "restore the file from a backup; without one, make a new key with yinfa "
                    "keygen: what is signed stays valid",
};

#endif
