/* Wordings of base/xml.c: mistakes in the program's own definition files. */
#ifndef YINFA_BASE_XML_MESSAGES_H
#define YINFA_BASE_XML_MESSAGES_H

#include "base/message.h"

static const struct message MESSAGE_DEFINITION_INVALID = {
    .id = "definition.invalid",
    .level = FINDING_ERROR,
    .chinese = "定义文件有误：{1}",
    .english = "the definition file is wrong: {1}",
    .mend_chinese = "按 schemas/definitions 中的格式改正这一行",
    .mend_english = "correct this line after the schema in schemas/definitions",
};

static const struct message MESSAGE_DEFINITION_UNREADABLE = {
    .id = "definition.unreadable",
    .level = FINDING_ERROR,
    .chinese = "定义文件打不开",
    .english = "the definition file cannot be read",
    .mend_chinese = "检查文件是否存在、是否有读取权限",
    .mend_english = "check that the file exists and may be read",
};

#endif
