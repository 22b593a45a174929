/* Wordings of base/xml.c: mistakes in the program's own definition files. */
#ifndef YINFA_BASE_XML_MESSAGES_H
#define YINFA_BASE_XML_MESSAGES_H

#include "base/message.h"

static const struct message MESSAGE_DEFINITION_INVALID = {
    .id = "definition.invalid",
    .level = FINDING_ERROR,
    .chinese = "XML 有误：{1}",
    .english = "the XML is wrong: {1}",
    .mend_chinese = "改正文件的这一行；定义文件的格式见 schemas/definitions",
    .mend_english = "correct this line; the form of definition files stands in schemas/definitions",
};

static const struct message MESSAGE_DEFINITION_UNREADABLE = {
    .id = "definition.unreadable",
    .level = FINDING_ERROR,
    .chinese = "文件打不开",
    .english = "the file cannot be read",
    .mend_chinese = "检查文件是否存在、是否有读取权限",
    .mend_english = "check that the file exists and may be read",
};

static const struct message MESSAGE_ENTITY_OUTSIDE = {
    .id = "definition.entity-outside",
    .level = FINDING_ERROR,
    .chinese = "实体 {1} 要从另外的文件“{2}”读取，这里不允许",
    .english = "entity {1} would be read from another file, \"{2}\", which is not allowed",
    .mend_chinese = "把实体的文字直接写进文件",
    .mend_english = "write the entity's text into the file itself",
};

#endif
