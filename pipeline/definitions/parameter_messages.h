/* Wordings of definitions/parameter.c: what is wrong with parameters given on the command line or
 * by a job. {1} the parameter, {2} its label or what was given. */
#ifndef YINFA_DEFINITIONS_PARAMETER_MESSAGES_H
#define YINFA_DEFINITIONS_PARAMETER_MESSAGES_H

#include "base/message.h"

static const struct message MESSAGE_PARAMETER_FORM = {
    .id = "parameter.form",
    .level = FINDING_ERROR,
    .chinese = "“{1}”不是“参数=值”",
    .english = "\"{1}\" is not parameter=value",
    .mend_chinese = "例如 year=2024，等号两边不留空格",
    .mend_english = "for example year=2024, without spaces around the sign",
};

static const struct message MESSAGE_PARAMETER_UNKNOWN = {
    .id = "parameter.unknown",
    .level = FINDING_ERROR,
    .chinese = "没有名为“{1}”的参数；可用的参数：{2}",
    .english = "there is no parameter \"{1}\"; there are: {2}",
    .mend_chinese = "改正参数名",
    .mend_english = "correct the name",
};

static const struct message MESSAGE_PARAMETER_DOUBLED = {
    .id = "parameter.doubled",
    .level = FINDING_ERROR,
    .chinese = "参数“{1}”写了两次",
    .english = "the parameter \"{1}\" is given twice",
    .mend_chinese = "只留一个",
    .mend_english = "leave only one",
};

static const struct message MESSAGE_PARAMETER_MISSING = {
    .id = "parameter.missing",
    .level = FINDING_ERROR,
    .chinese = "缺少参数“{1}”（{2}）",
    .english = "the parameter \"{1}\" ({2}) is missing",
    .mend_chinese = "加上 {1}=值",
    .mend_english = "add {1}=VALUE",
};

static const struct message MESSAGE_PARAMETER_INTEGER = {
    .id = "parameter.integer",
    .level = FINDING_ERROR,
    .chinese = "参数“{1}”要填整数，不能填“{2}”",
    .english = "the parameter \"{1}\" is a whole number, not \"{2}\"",
    .mend_chinese = "只写数字，前面不加 0，例如 2024",
    .mend_english = "digits only, no leading zeros, for example 2024",
};

static const struct message MESSAGE_PARAMETER_DATE = {
    .id = "parameter.date",
    .level = FINDING_ERROR,
    .chinese = "参数“{1}”要填日期，不能填“{2}”",
    .english = "the parameter \"{1}\" is a date, not \"{2}\"",
    .mend_chinese = "写成 2024-03-31 这样",
    .mend_english = "as in 2024-03-31",
};

static const struct message MESSAGE_PARAMETER_CHOICE = {
    .id = "parameter.choice",
    .level = FINDING_ERROR,
    .chinese = "参数“{1}”不能填“{2}”，只能填：{3}",
    .english = "the parameter \"{1}\" cannot be \"{2}\", only one of: {3}",
    .mend_chinese = "选其中一个",
    .mend_english = "choose one of them",
};

static const struct message MESSAGE_PARAMETER_TEXT = {
    .id = "parameter.text",
    .level = FINDING_ERROR,
    .chinese = "参数“{1}”的值不是 UTF-8 文字",
    .english = "the value of parameter \"{1}\" is not UTF-8 text",
    .mend_chinese = "检查终端的编码是否为 UTF-8",
    .mend_english = "check that the terminal's encoding is UTF-8",
};

#endif
