/* Wordings of batch/. */
#ifndef YINFA_BATCH_MESSAGES_H
#define YINFA_BATCH_MESSAGES_H

#include "base/message.h"

static const struct message MESSAGE_NO_PUBLICATION = {
    .id = "batch.no-publication",
    .level = FINDING_ERROR,
    .chinese = "没有名为“{1}”的印发件",
    .english = "there is no publication named \"{1}\"",
    .mend_chinese = "用 yinfa list publications 查看可用的名称",
    .mend_english = "yinfa list publications shows the names",
};

static const struct message MESSAGE_NO_JOB = {
    .id = "batch.no-job",
    .level = FINDING_ERROR,
    .chinese = "没有名为“{1}”的批次",
    .english = "there is no job named \"{1}\"",
    .mend_chinese = "用 yinfa list jobs 查看可用的名称",
    .mend_english = "yinfa list jobs shows the names",
};

static const struct message MESSAGE_NOTHING_TO_MISS = {
    .id = "batch.nothing-to-miss",
    .level = FINDING_ERROR,
    .chinese = "批次“{1}”没有查缺报的关口，用不着 --allow-missing",
    .english = "job \"{1}\" has no gate for what is missing: --allow-missing has nothing to allow",
    .mend_chinese = "去掉 --allow-missing 再运行",
    .mend_english = "run it without --allow-missing",
};

static const struct message MESSAGE_NO_ITEMS = {
    .id = "batch.no-items",
    .level = FINDING_WARNING,
    .chinese = "“{1}”没有可印发的内容（{2}）",
    .english = "\"{1}\" has nothing to publish ({2})",
    .mend_chinese = "核对参数；数据要先接收，例如 yinfa list submissions",
    .mend_english = "check the parameters; the data must be taken in first: yinfa list submissions",
};

static const struct message MESSAGE_NO_SHIPPED_FILE = {
    .id = "batch.no-shipped-file",
    .level = FINDING_ERROR,
    .chinese = "随程序提供的文件找不到：{1}（{2}）",
    .english = "a file that comes with the program is missing: {1} ({2})",
    .mend_chinese = "检查程序安装是否完整",
    .mend_english = "check that the program is installed completely",
};

static const struct message MESSAGE_NO_ITEM = {
    .id = "batch.no-item",
    .level = FINDING_ERROR,
    .chinese = "“{1}”不是已知的印发件、单元格、收件号、证书编号或文件",
    .english = "\"{1}\" is no known item, cell, submission, certificate or file",
    .mend_chinese = "写法：印发件/参数#行.栏，例如 target-list/year=2024#420100.head_count；"
                    "或收件号，例如 7；或 published 中的文件名",
    .mend_english = "write publication/parameters#row.column, e.g. "
                    "target-list/year=2024#420100.head_count; or a submission number, e.g. 7; or a "
                    "file in published",
};

static const struct message MESSAGE_NOT_CHECKED = {
    .id = "batch.not-checked",
    .level = FINDING_ERROR,
    .chinese = "印发件“{1}”没有按公文格式检查的文件",
    .english = "no output of publication \"{1}\" is checked against the format of documents",
    .mend_chinese = "在 publication.xml 的 output 上写 check=\"official-document\"",
    .mend_english = "write check=\"official-document\" on an output in publication.xml",
};

static const struct message MESSAGE_NO_ROW = {
    .id = "batch.no-row",
    .level = FINDING_ERROR,
    .chinese = "“{1}”中没有“{2}”这一行",
    .english = "\"{1}\" has no row \"{2}\"",
    .mend_chinese = "该印发件可用的行：{3}",
    .mend_english = "rows of this publication: {3}",
};

static const struct message MESSAGE_NO_COLUMN = {
    .id = "batch.no-column",
    .level = FINDING_ERROR,
    .chinese = "“{1}”中没有“{2}”这一栏",
    .english = "\"{1}\" has no column \"{2}\"",
    .mend_chinese = "可用的栏：{3}",
    .mend_english = "columns: {3}",
};

static const struct message MESSAGE_UNKNOWN_LIST = {
    .id = "batch.unknown-list",
    .level = FINDING_ERROR,
    .chinese = "不能列出“{1}”",
    .english = "cannot list \"{1}\"",
    .mend_chinese =
        "可列出：submissions findings items outputs certificates runs kinds publications jobs",
    .mend_english =
        "one of: submissions findings items outputs certificates runs kinds publications jobs",
};

#endif
