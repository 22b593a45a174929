/* Wordings of store/. */
#ifndef YINFA_STORE_MESSAGES_H
#define YINFA_STORE_MESSAGES_H

#include "base/message.h"

static const struct message MESSAGE_STORE_SQL = {
    .id = "store.sql",
    .level = FINDING_ERROR,
    .chinese = "SQL 执行不了（{1}）：{2}",
    .english = "the SQL cannot be run ({1}): {2}",
    .mend_chinese = "改正这一处的 SQL：表名、列名是否写对，参数是否已经声明",
    .mend_english =
        "correct the SQL there: are tables and columns spelled right and parameters declared?",
};

static const struct message MESSAGE_STORE_NOT_QUERY = {
    .id = "store.not-a-query",
    .level = FINDING_ERROR,
    .chinese = "定义文件中的 SQL 只能是一条查询（{1}）：{2}",
    .english = "the SQL of a definition must be a single query ({1}): {2}",
    .mend_chinese = "只写一条 SELECT（可以用 WITH 开头），不要写修改数据的语句",
    .mend_english = "write one SELECT (WITH may begin it) and nothing that changes data",
};

static const struct message MESSAGE_STORE_DISK_FULL = {
    .id = "store.disk-full",
    .level = FINDING_ERROR,
    .chinese = "磁盘已满，数据库写不进去：{1}",
    .english = "the disk is full, the database cannot be written: {1}",
    .mend_chinese = "腾出空间后重新运行；没有写完的一步已经撤回，已完成的部分不会重做",
    .mend_english = "free some space and run again; the unfinished step was taken back, what is "
                    "done is not done again",
};

static const struct message MESSAGE_STORE_DAMAGED = {
    .id = "store.damaged",
    .level = FINDING_ERROR,
    .chinese = "数据库文件已损坏，或者不是数据库：{1}（{2}）",
    .english = "the database file is damaged or no database: {1} ({2})",
    .mend_chinese = "先把整个工作文件夹复制一份保存，再用备份恢复",
    .mend_english = "copy the whole workspace away first, then restore it from a backup",
};

static const struct message MESSAGE_STORE_BUSY = {
    .id = "store.busy",
    .level = FINDING_ERROR,
    .chinese = "数据库正被别的程序占用：{1}",
    .english = "another program holds the database: {1}",
    .mend_chinese = "关闭正在打开这个数据库的程序后重新运行",
    .mend_english = "close the program that has the database open, then run again",
};

static const struct message MESSAGE_STORE_UNREACHABLE = {
    .id = "store.unreachable",
    .level = FINDING_ERROR,
    .chinese = "数据库打不开：{1}（{2}）",
    .english = "the database cannot be opened: {1} ({2})",
    .mend_chinese = "检查文件是否存在，磁盘有没有空间，当前用户对它和它所在的文件夹有没有读写权限",
    .mend_english = "check that the file exists, that its disk has room, and that this user may "
                    "read and write it and its folder",
};

static const struct message MESSAGE_STORE_READ_ONLY = {
    .id = "store.read-only",
    .level = FINDING_ERROR,
    .chinese = "数据库是以只读方式打开的，不能写入：{1}（{2}）",
    .english = "the database is open for reading only: {1} ({2})",
    .mend_chinese = NULL,
    .mend_english = NULL,
};

static const struct message MESSAGE_STORE_INPUT_OUTPUT = {
    .id = "store.input-output",
    .level = FINDING_ERROR,
    .chinese = "读写数据库文件出错：{1}（{2}）",
    .english = "reading or writing the database file failed: {1} ({2})",
    .mend_chinese = "检查磁盘和网络盘是否正常，然后重新运行，已完成的部分不会重做",
    .mend_english =
        "check the disk or the network drive, then run again; what is done is not done again",
};

static const struct message MESSAGE_STORE_EXISTS = {
    .id = "store.exists",
    .level = FINDING_ERROR,
    .chinese = "数据库已经存在，不会覆盖：{1}",
    .english = "the database is there already and is not overwritten: {1}",
    .mend_chinese = NULL,
    .mend_english = NULL,
};

static const struct message MESSAGE_STORE_FOREIGN = {
    .id = "store.foreign",
    .level = FINDING_ERROR,
    .chinese = "这是别的程序的数据库：{1}",
    .english = "this is another program's database: {1}",
    .mend_chinese = "检查 -w 指的文件夹是否写对",
    .mend_english = "check the folder named with -w",
};

static const struct message MESSAGE_STORE_NEWER = {
    .id = "store.newer",
    .level = FINDING_ERROR,
    .chinese = "数据库是更新版本的程序建立的：{1}（数据库第 {2} 版，本程序到第 {3} 版）",
    .english =
        "a newer version of the program made the database: {1} (schema {2}, known here: {3})",
    .mend_chinese = "请使用新版本的 yinfa；本程序没有改动数据库",
    .mend_english = "use the newer yinfa; this one has changed nothing",
};

static const struct message MESSAGE_STORE_OLDER = {
    .id = "store.older",
    .level = FINDING_ERROR,
    .chinese = "数据库还是旧版本的：{1}（第 {2} 版，本程序要第 {3} 版）",
    .english = "the database still has an older schema: {1} (schema {2}, needed: {3})",
    .mend_chinese = "先运行一次 yinfa ingest，它会把数据库升级",
    .mend_english = "run yinfa ingest once; it brings the database up to date",
};

/* --- The ledger of certificates --------------------------------------------------------------- */

static const struct message MESSAGE_LEDGER_FULL = {
    .id = "ledger.full",
    .level = FINDING_ERROR,
    .chinese = "以“{1}”开头的证书编号已经用完（999999号）",
    .english = "the certificate numbers that begin with \"{1}\" are used up (999999)",
    .mend_chinese = "在印发件的 ledger 查询中换一个编号开头，例如加一个字母",
    .mend_english = "give the ledger's query another series, for example with a letter more",
};

static const struct message MESSAGE_LEDGER_UNKNOWN = {
    .id = "ledger.unknown",
    .level = FINDING_ERROR,
    .chinese = "台账中没有编号为“{1}”的证书",
    .english = "the ledger has no certificate with the number \"{1}\"",
    .mend_chinese = "核对编号；yinfa list certificates 列出全部证书",
    .mend_english = "check the number; yinfa list certificates shows them all",
};

/* 1: number, 2: day */
static const struct message MESSAGE_LEDGER_VOIDED = {
    .id = "ledger.voided",
    .level = FINDING_ERROR,
    .chinese = "证书{1}已于{2}作废，不能再次作废",
    .english = "certificate {1} was voided on {2} and cannot be voided again",
    .mend_chinese = "yinfa explain {1} 列出经过；要另发一张，用 yinfa reissue",
    .mend_english = "yinfa explain {1} tells its history; yinfa reissue gives another",
};

/* 1: number, 2: day, 3: successor */
static const struct message MESSAGE_LEDGER_REPLACED = {
    .id = "ledger.replaced",
    .level = FINDING_ERROR,
    .chinese = "证书{1}已于{2}由{3}替代",
    .english = "certificate {1} was replaced by {3} on {2}",
    .mend_chinese = "对{3}办理",
    .mend_english = "do it with {3}",
};

#endif
