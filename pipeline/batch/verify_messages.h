/* What `verify` says of a certificate, and why. Private to verification.c and verify.c. */
#ifndef YINFA_BATCH_VERIFY_MESSAGES_H
#define YINFA_BATCH_VERIFY_MESSAGES_H

#include "base/message.h"

static const struct message VERIFY_VALID = {
    .id = "verify.valid",
    .level = FINDING_NOTE,
    .chinese = "台账里有这份证书，签名相符",
    .english = "the certificate stands in the ledger and its signature holds",
};

static const struct message VERIFY_VALID_UNSIGNED = {
    .id = "verify.valid-unsigned",
    .level = FINDING_NOTE,
    .chinese = "台账里有这份证书；发证时没有签名密钥，所以没有签名",
    .english = "the certificate stands in the ledger; it was issued without a signing key, so it "
               "bears no signature",
};

static const struct message VERIFY_VALID_FILE = {
    .id = "verify.valid-file",
    .level = FINDING_NOTE,
    .chinese = "文件与当初印制的一字节不差，台账里的签名相符",
    .english = "the file is byte for byte the one that was printed; the signature in the ledger "
               "holds",
};

static const struct message VERIFY_VOIDED = {
    .id = "verify.voided",
    .level = FINDING_WARNING,
    .chinese = "这份证书已经作废",
    .english = "the certificate was voided",
};

static const struct message VERIFY_REPLACED = {
    .id = "verify.replaced",
    .level = FINDING_WARNING,
    .chinese = "这份证书已经作废，由另一份替代",
    .english = "the certificate was voided and another one took its place",
};

static const struct message VERIFY_ALTERED_PAYLOAD = {
    .id = "verify.altered-payload",
    .level = FINDING_ERROR,
    .chinese = "签名与内容不符：二维码的文字被改动过，或者没有读全",
    .english = "the signature does not fit the text: it was altered, or not read in full",
    .mend_chinese = "重新扫一次；结果还是这样，就不是原来的证书",
    .mend_english = "scan it once more; if that says the same, it is not the certificate issued",
};

static const struct message VERIFY_ALTERED_FACTS = {
    .id = "verify.altered-facts",
    .level = FINDING_ERROR,
    .chinese = "签名是本单位密钥的，但文字与台账登记的不同",
    .english = "it is signed with a key of this office, but the ledger says something else",
    .mend_chinese = "私钥可能已经外泄：查明来路，用 yinfa keygen 换一把新的",
    .mend_english =
        "the private key may have leaked: find out where this came from, make a new key with "
        "yinfa keygen",
};

static const struct message VERIFY_ALTERED_LEDGER = {
    .id = "verify.altered-ledger",
    .level = FINDING_ERROR,
    .chinese = "台账里这一条与发证时签名的内容不符：数据库被人改动过",
    .english = "the ledger's entry is not what was signed when it was issued: somebody changed "
               "the database",
    .mend_chinese = "先把整个工作文件夹复制保存，再用备份恢复",
    .mend_english = "copy the whole workspace away first, then restore it from a backup",
};

static const struct message VERIFY_ALTERED_FILE = {
    .id = "verify.altered-file",
    .level = FINDING_ERROR,
    .chinese = "文件写着这个编号，但不是当初印制的那一份",
    .english = "the file names this number but is not the one that was printed",
    .mend_chinese = "请持有人出示原来的文件；存档的一份在工作文件夹的 archive 里",
    .mend_english = "ask for the original; the office's own copy is in archive/ of the workspace",
};

static const struct message VERIFY_UNKNOWN_NUMBER = {
    .id = "verify.unknown-number",
    .level = FINDING_ERROR,
    .chinese = "台账里没有这个编号",
    .english = "the ledger has no such number",
    .mend_chinese = "对照证书再看一遍编号；仍然没有，就不是本单位发的",
    .mend_english = "compare the number with the certificate; if it is right, it is not one of "
                    "this office",
};

static const struct message VERIFY_UNKNOWN_MISCOPIED = {
    .id = "verify.unknown-miscopied",
    .level = FINDING_ERROR,
    .chinese = "台账里没有这个编号；它的末位校验码不对，是看错或者抄错了",
    .english = "the ledger has no such number; its last digit does not fit the others: it was "
               "misread or mistyped",
    .mend_chinese = "对照证书再输入一次，或者扫二维码",
    .mend_english = "copy it from the certificate once more, or scan the QR code",
};

static const struct message VERIFY_UNKNOWN_SIGNED = {
    .id = "verify.unknown-signed",
    .level = FINDING_ERROR,
    .chinese = "签名是本单位密钥的，但台账里没有这个编号",
    .english = "it is signed with a key of this office, but the ledger has no such number",
    .mend_chinese = "看看是不是用错了工作文件夹；如果没有用错，私钥可能已经外泄，"
                    "用 yinfa keygen 换一把新的",
    .mend_english = "is this the right workspace? If it is, the private key may have leaked: make "
                    "a new one with yinfa keygen",
};

static const struct message VERIFY_UNKNOWN_KEY = {
    .id = "verify.unknown-key",
    .level = FINDING_ERROR,
    .chinese = "签名所用的密钥不是本单位的",
    .english = "the key that signed it is none of this office",
    .mend_chinese = "看看是不是别的单位发的；如果证书上写的是本单位，就是假的",
    .mend_english = "was it issued by another office? If it names this one, it is forged",
};

static const struct message VERIFY_UNKNOWN_TEXT = {
    .id = "verify.unknown-text",
    .level = FINDING_ERROR,
    .chinese = "这不是编号，也不是证书二维码的文字，或者没有贴全、被改动过",
    .english = "this is no number, and no text of a certificate's QR code, or not the whole of it, "
               "or it was altered",
    .mend_chinese = "二维码的文字以 YF1| 开头，要整段贴进来，并用单引号括起",
    .mend_english = "the text of a QR code begins with YF1|; paste it whole, in single quotes",
};

static const struct message VERIFY_UNKNOWN_FILE = {
    .id = "verify.unknown-file",
    .level = FINDING_ERROR,
    .chinese = "文件里没有证书编号：不是单张证书，或者不是这里印的",
    .english = "the file names no certificate number: it is no single certificate, or was not "
               "printed here",
    .mend_chinese = "合订本请逐张核对编号或二维码",
    .mend_english = "of a volume, verify each certificate by its number or QR code",
};

static const struct message VERIFY_UNKNOWN_PRINT = {
    .id = "verify.unknown-print",
    .level = FINDING_ERROR,
    .chinese = "台账里有这个编号，但还没有登记印制，这个文件无从比对",
    .english = "the ledger has this number but no print of it yet: there is nothing to compare "
               "the file with",
    .mend_chinese = "先把这一批印完，再核对",
    .mend_english = "let the job finish printing, then verify again",
};

/* 1: path */
static const struct message MESSAGE_VERIFY_NO_FILE = {
    .id = "verify.no-file",
    .level = FINDING_ERROR,
    .chinese = "没有“{1}”这个文件",
    .english = "there is no file “{1}”",
    .mend_chinese = "核对文件名和所在的文件夹；核验编号或者二维码的文字，不必写文件名",
    .mend_english = "check its name and folder; a number or the text of a code needs no file",
};

#endif
