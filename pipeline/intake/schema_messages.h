/* Wordings for what an XSD finds, one for each thing that can be wrong (W3C XML Schema Part 1,
 * Appendix C; libxml2's error codes in schema_finding.c). */
#ifndef YINFA_INTAKE_SCHEMA_MESSAGES_H
#define YINFA_INTAKE_SCHEMA_MESSAGES_H

#include "base/message.h"

static const struct message MESSAGE_SCHEMA_UNEXPECTED = {
    .id = "schema.unexpected-element",
    .level = FINDING_ERROR,
    .chinese = "这里不应当有元素“{1}”，应当是{2}",
    .english = "the element \"{1}\" does not belong here; expected: {2}",
    .mend_chinese = "检查元素名称有没有写错、前后顺序是否与模板一致、前面有没有漏写",
    .mend_english =
        "check its spelling, the order of elements against the template, and whether one "
        "was left out before it",
};

static const struct message MESSAGE_SCHEMA_UNEXPECTED_END = {
    .id = "schema.unexpected-element",
    .level = FINDING_ERROR,
    .chinese = "这里不应当有元素“{1}”",
    .english = "the element \"{1}\" does not belong here",
    .mend_chinese = "删去它，或者检查元素名称和顺序是否与模板一致",
    .mend_english = "remove it, or check name and order of elements against the template",
};

static const struct message MESSAGE_SCHEMA_MISSING = {
    .id = "schema.missing-element",
    .level = FINDING_ERROR,
    .chinese = "“{1}”中缺少{2}",
    .english = "{2} is missing in \"{1}\"",
    .mend_chinese = "按模板补上",
    .mend_english = "add it as in the template",
};

static const struct message MESSAGE_SCHEMA_ATTRIBUTE_MISSING = {
    .id = "schema.missing-attribute",
    .level = FINDING_ERROR,
    .chinese = "缺少属性“{1}”",
    .english = "the attribute \"{1}\" is missing",
    .mend_chinese = "在这个元素的开始标记中补上 {1}=\"…\"",
    .mend_english = "add {1}=\"…\" to the start tag",
};

static const struct message MESSAGE_SCHEMA_ATTRIBUTE_UNEXPECTED = {
    .id = "schema.unexpected-attribute",
    .level = FINDING_ERROR,
    .chinese = "不应当有属性“{1}”",
    .english = "the attribute \"{1}\" does not belong here",
    .mend_chinese = "删去它，或者检查属性名称有没有写错",
    .mend_english = "remove it, or check its spelling",
};

static const struct message MESSAGE_SCHEMA_TEXT = {
    .id = "schema.unexpected-text",
    .level = FINDING_ERROR,
    .chinese = "这个元素里只能有下级元素，不能直接写文字",
    .english = "this element holds elements only, no text of its own",
    .mend_chinese = "删去元素之间多余的文字，或者把它写进相应的元素",
    .mend_english = "remove the text between the elements, or put it into the right one",
};

static const struct message MESSAGE_SCHEMA_CHILDREN = {
    .id = "schema.unexpected-children",
    .level = FINDING_ERROR,
    .chinese = "这个元素里只能写内容，不能有下级元素",
    .english = "this element holds text only, no elements",
    .mend_chinese = "删去其中的元素标记，只留内容",
    .mend_english = "remove the tags inside and leave the text",
};

static const struct message MESSAGE_SCHEMA_EMPTY = {
    .id = "schema.empty",
    .level = FINDING_ERROR,
    .chinese = "没有填写",
    .english = "it is not filled in",
    .mend_chinese = "请补填",
    .mend_english = "fill it in",
};

static const struct message MESSAGE_SCHEMA_INTEGER = {
    .id = "schema.integer",
    .level = FINDING_ERROR,
    .chinese = "应当是整数",
    .english = "it must be a whole number",
    .mend_chinese = "只用半角数字，不写“人”等单位，不加空格和千分位逗号",
    .mend_english = "digits only, no unit, no space and no separator of thousands",
};

static const struct message MESSAGE_SCHEMA_NEGATIVE = {
    .id = "schema.negative",
    .level = FINDING_ERROR,
    .chinese = "不能是负数",
    .english = "it must not be negative",
    .mend_chinese = "请核对数值，去掉负号",
    .mend_english = "check the number and remove the sign",
};

static const struct message MESSAGE_SCHEMA_DECIMAL = {
    .id = "schema.decimal",
    .level = FINDING_ERROR,
    .chinese = "应当是数值",
    .english = "it must be a number",
    .mend_chinese = "只用半角数字和小数点，不写单位和千分位逗号",
    .mend_english = "digits and a point only, no unit and no separator of thousands",
};

static const struct message MESSAGE_SCHEMA_DATE = {
    .id = "schema.date",
    .level = FINDING_ERROR,
    .chinese = "应当是真实的日期，写成2024-03-25的形式",
    .english = "it must be a real date, written as 2024-03-25",
    .mend_chinese = "年四位、月日各两位，中间用半角连字符；检查该月有没有这一天",
    .mend_english = "four digits, two and two, with hyphens; check that the month has such a day",
};

static const struct message MESSAGE_SCHEMA_PATTERN = {
    .id = "schema.pattern",
    .level = FINDING_ERROR,
    .chinese = "写法不符合规定的格式（{1}）",
    .english = "it has not the form laid down ({1})",
    .mend_chinese = "对照模板的写法更正；检查有没有全角数字、多余的空格、漏位或多位",
    .mend_english =
        "write it as in the template; look for full-width digits, spaces, too few or too "
        "many characters",
};

static const struct message MESSAGE_SCHEMA_ENUMERATION = {
    .id = "schema.enumeration",
    .level = FINDING_ERROR,
    .chinese = "只能填规定的值：{1}",
    .english = "only these values are allowed: {1}",
    .mend_chinese = "从中选一个，照原样填写",
    .mend_english = "choose one and write it exactly so",
};

static const struct message MESSAGE_SCHEMA_LENGTH = {
    .id = "schema.length",
    .level = FINDING_ERROR,
    .chinese = "长度应当是{1}个字",
    .english = "it must have {1} characters",
    .mend_chinese = "检查有没有漏字或多字",
    .mend_english = "look for missing or additional characters",
};

static const struct message MESSAGE_SCHEMA_TOO_SHORT = {
    .id = "schema.too-short",
    .level = FINDING_ERROR,
    .chinese = "至少要有{1}个字",
    .english = "it must have at least {1} characters",
    .mend_chinese = "请写完整",
    .mend_english = "write it in full",
};

static const struct message MESSAGE_SCHEMA_TOO_LONG = {
    .id = "schema.too-long",
    .level = FINDING_ERROR,
    .chinese = "不能超过{1}个字",
    .english = "it must have at most {1} characters",
    .mend_chinese = "请写得简短些；检查有没有把别的内容写了进来",
    .mend_english = "shorten it; see whether something else got into it",
};

static const struct message MESSAGE_SCHEMA_TOO_SMALL = {
    .id = "schema.too-small",
    .level = FINDING_ERROR,
    .chinese = "数值过小，下限是{1}",
    .english = "it is too small; the limit is {1}",
    .mend_chinese = "请核对数值",
    .mend_english = "check it",
};

static const struct message MESSAGE_SCHEMA_TOO_LARGE = {
    .id = "schema.too-large",
    .level = FINDING_ERROR,
    .chinese = "数值过大，上限是{1}",
    .english = "it is too large; the limit is {1}",
    .mend_chinese = "请核对数值",
    .mend_english = "check it",
};

static const struct message MESSAGE_SCHEMA_DIGITS = {
    .id = "schema.digits",
    .level = FINDING_ERROR,
    .chinese = "位数过多，最多{1}位",
    .english = "it has too many digits; at most {1}",
    .mend_chinese = "请核对数值，小数按规定的位数四舍五入",
    .mend_english = "check it and round it as laid down",
};

static const struct message MESSAGE_SCHEMA_FRACTION = {
    .id = "schema.fraction",
    .level = FINDING_ERROR,
    .chinese = "小数位数过多，小数点后最多{1}位",
    .english = "it has too many decimals; at most {1}",
    .mend_chinese = "请核对数值，小数按规定的位数四舍五入",
    .mend_english = "check it and round it as laid down",
};

static const struct message MESSAGE_SCHEMA_DOUBLED = {
    .id = "schema.doubled",
    .level = FINDING_ERROR,
    .chinese = "与前面的重复了，这一项不能重复",
    .english = "it stands above already and must not be there twice",
    .mend_chinese = "删去重复的一条，或者更正写错的一条",
    .mend_english = "remove one of the two, or mend the one that is wrong",
};

static const struct message MESSAGE_SCHEMA_INVALID = {
    .id = "schema.invalid",
    .level = FINDING_ERROR,
    .chinese = "不符合结构文件的规定（{1}）",
    .english = "it is not as the schema says ({1})",
    .mend_chinese = "对照模板检查这一行",
    .mend_english = "compare this line with the template",
};

#endif
