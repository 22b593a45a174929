/* Wordings about certificates: issuing, voiding, replacing, keeping what was printed. */
#ifndef YINFA_BATCH_CERTIFICATE_MESSAGES_H
#define YINFA_BATCH_CERTIFICATE_MESSAGES_H

#include "base/message.h"

/* --- Findings: a row that cannot be issued ---------------------------------------------------- */

static const struct message MESSAGE_ISSUE_EMPTY = {
    .id = "issue.empty",
    .level = FINDING_ERROR,
    .chinese = "应发证书的这一行没有 {1}，不能编号，全部证书都没有编号",
    .english = "this row of those entitled has no {1}: no number can be given, and none was",
    .mend_chinese = "补上这项数据，再运行一次",
    .mend_english = "supply it, then run again",
};

static const struct message MESSAGE_ISSUE_SERIES = {
    .id = "issue.series",
    .level = FINDING_ERROR,
    .chinese = "“{1}”不能作为证书编号的开头：只用大写字母、数字和连字符，最多16个",
    .english = "\"{1}\" cannot begin a certificate's number: capitals, digits and hyphens, 16 at "
               "the most",
    .mend_chinese = "修改 publication.xml 中 ledger 的查询",
    .mend_english = "change the ledger's query in publication.xml",
};

static const struct message MESSAGE_ISSUE_DATE = {
    .id = "issue.date",
    .level = FINDING_ERROR,
    .chinese = "发证日期“{1}”不是日期，应写成 2024-12-20 这样",
    .english = "the day of issue \"{1}\" is no date; it is written like 2024-12-20",
    .mend_chinese = "改正这项数据，再运行一次",
    .mend_english = "correct it, then run again",
};

static const struct message MESSAGE_ISSUE_DOUBLED = {
    .id = "issue.doubled",
    .level = FINDING_ERROR,
    .chinese = "同一个持证人在应发证书中出现两次，不能确定以哪一行为准，全部证书都没有编号",
    .english = "the holder is entitled twice and it cannot be told by which row: no number was "
               "given to anyone",
    .mend_chinese = "查明重复的原因，去掉一处，再运行一次",
    .mend_english = "see why, take one away, then run again",
};

/* --- Findings: what was issued and no longer fits ----------------------------------------------
 */

/* 1: number */
static const struct message MESSAGE_ISSUE_VOIDED = {
    .id = "issue.voided",
    .level = FINDING_NOTE,
    .chinese = "证书{1}已经作废，没有另发",
    .english = "certificate {1} was voided; no other was issued",
    .mend_chinese = "应当补发的，运行 yinfa reissue {1} --reason 原因",
    .mend_english = "if there is to be another: yinfa reissue {1} --reason TEXT",
};

/* 1: number, 2: columns */
static const struct message MESSAGE_ISSUE_CHANGED = {
    .id = "issue.changed",
    .level = FINDING_WARNING,
    .chinese = "证书{1}发出以后数据改了（{2}），证书没有变",
    .english = "the data changed ({2}) after certificate {1} was issued; the certificate did not",
    .mend_chinese = "证书应当改的，运行 yinfa reissue {1} --current --reason 原因，换发一张",
    .mend_english = "if it is to follow: yinfa reissue {1} --current --reason TEXT",
};

/* 1: how many, 2: columns */
static const struct message MESSAGE_ISSUE_CHANGED_MORE = {
    .id = "issue.changed-more",
    .level = FINDING_WARNING,
    .chinese = "另有{1}张证书发出以后，同样的数据也改了（{2}），证书没有变",
    .english = "the same data ({2}) changed after {1} more certificates were issued; the "
               "certificates did not",
    .mend_chinese = "证书应当改的，逐张换发；只影响以后所发证书的，不必处理",
    .mend_english = "reissue those that are to follow; what is meant for later ones needs nothing",
};

/* 1: number */
static const struct message MESSAGE_ISSUE_LEFT_OVER = {
    .id = "issue.left-over",
    .level = FINDING_WARNING,
    .chinese = "证书{1}的持证人按现在的数据不再应当得到证书，证书仍然有效",
    .english = "by the present data the holder of certificate {1} is no longer entitled; it is "
               "still in force",
    .mend_chinese = "应当作废的，运行 yinfa void {1} --reason 原因；数据有误的，请改正",
    .mend_english = "void it with yinfa void {1} --reason TEXT, or correct the data",
};

/* 1: path in the archive */
static const struct message MESSAGE_PRINTED_LOST = {
    .id = "printed.lost",
    .level = FINDING_ERROR,
    .chinese = "已印发的证书不再重做，而存档中它的文件不见了或被改动过：{1}",
    .english = "a printed certificate is not made again, and its file in the archive is missing or "
               "altered: {1}",
    .mend_chinese = "从备份中恢复这个文件，再运行一次",
    .mend_english = "restore the file from a backup, then run again",
};

/* --- Failures --------------------------------------------------------------------------------- */

static const struct message MESSAGE_ISSUE_NO_LEDGER = {
    .id = "issue.no-ledger",
    .level = FINDING_ERROR,
    .chinese = "印发件“{1}”不是证书，不能编号发证",
    .english = "publication \"{1}\" is no certificate: it cannot be issued",
    .mend_chinese = "在它的 publication.xml 中写上 ledger，或者改批次的 issue",
    .mend_english = "give its publication.xml a ledger, or change the job's issue",
};

static const struct message MESSAGE_CERTIFICATE_DAY = {
    .id = "certificate.day",
    .level = FINDING_ERROR,
    .chinese = "--date 的“{1}”不是日期",
    .english = "\"{1}\", given with --date, is no date",
    .mend_chinese = "写成 2024-12-20 这样",
    .mend_english = "write it like 2024-12-20",
};

/* 1: day, 2: today */
static const struct message MESSAGE_CERTIFICATE_DAY_TO_COME = {
    .id = "certificate.day-to-come",
    .level = FINDING_ERROR,
    .chinese = "--date 的{1}还没有到，今天是{2}",
    .english = "{1}, given with --date, has not come: today is {2}",
    .mend_chinese = "写作废或换发的日期，今天办理的不用写 --date",
    .mend_english = "give the day on which it was done; without --date it is today",
};

/* 1: day, 2: number, 3: since when */
static const struct message MESSAGE_CERTIFICATE_DAY_BEFORE = {
    .id = "certificate.day-before",
    .level = FINDING_ERROR,
    .chinese = "--date 的{1}早于证书{2}的发证或作废日期{3}",
    .english = "{1}, given with --date, is before certificate {2} was issued or voided, {3}",
    .mend_chinese = "写{3}或以后的日期；今天办理的不用写 --date",
    .mend_english = "give {3} or a later day; without --date it is today",
};

static const struct message MESSAGE_CERTIFICATE_REASON = {
    .id = "certificate.reason",
    .level = FINDING_ERROR,
    .chinese = "--reason 是空的，或者含有换行、控制字符",
    .english = "--reason is empty, or holds line ends or control characters",
    .mend_chinese = "用一行文字写明原因，例如 --reason 遗失补发",
    .mend_english = "say why in one line, such as --reason lost",
};

/* 1: number */
static const struct message MESSAGE_CERTIFICATE_NO_ROW = {
    .id = "certificate.no-row",
    .level = FINDING_ERROR,
    .chinese = "按现在的数据，证书{1}的持证人不应当得到证书，不能照现在的数据换发",
    .english = "by the present data the holder of certificate {1} is not entitled: it cannot be "
               "reissued from them",
    .mend_chinese = "先改正数据；内容不变的，去掉 --current 再运行",
    .mend_english = "correct the data first; to keep the content, run it without --current",
};

/* 1: number, 2: the other's */
static const struct message MESSAGE_CERTIFICATE_OTHER = {
    .id = "certificate.other",
    .level = FINDING_ERROR,
    .chinese = "证书{1}的持证人已有同类的有效证书{2}，不能再发",
    .english = "the holder of certificate {1} already has {2} of the same series in force",
    .mend_chinese = "要换发的，对{2}办理",
    .mend_english = "if that is to be replaced, reissue {2}",
};

/* 1: file and line, 2: column */
static const struct message MESSAGE_ISSUE_COLUMN = {
    .id = "issue.column",
    .level = FINDING_ERROR,
    .chinese = "{1}：ledger 说的列“{2}”，查询中没有",
    .english = "{1}: the query has no column \"{2}\", which the ledger names",
    .mend_chinese = "在查询中用 AS 给出这一列，或者改 ledger",
    .mend_english = "give the column with AS, or change the ledger",
};

static const struct message MESSAGE_PRINTED_CHANGING = {
    .id = "printed.changing",
    .level = FINDING_ERROR,
    .chinese = "刚印发的文件正被别的程序改动：{1}",
    .english = "a file just published is being changed by another program: {1}",
    .mend_chinese = "关闭占用该文件的程序，再运行一次",
    .mend_english = "close the program that holds it, then run again",
};

#endif
