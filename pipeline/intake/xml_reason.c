/* libxml2 has some 200 codes for what is not well-formed (XML 1.0, 5th edition); those that happen
 * to files which people or export programs make have words of their own here, the rest libxml2's.
 */
#include "intake/xml_reason.h"

#include <string.h>

#include "base/buffer.h"
#include "base/message.h"

static const struct reason {
    int code;
    const char *chinese, *english; /* {1}, {2}: the error's strings */
} reasons[] = {
    {XML_ERR_DOCUMENT_EMPTY, "开头不是 XML", "it does not begin as XML"},
    {XML_ERR_DOCUMENT_START, "开头不是 XML", "it does not begin as XML"},
    {XML_ERR_DOCUMENT_END, "根元素之后还有内容，或者文件不完整",
     "there is more after the root element, or the file is cut off"},
    {XML_ERR_TAG_NAME_MISMATCH, "开始标记“{1}”与结束标记“{2}”不配对",
     "the start tag \"{1}\" and the end tag \"{2}\" do not match"},
    {XML_ERR_TAG_NOT_FINISHED, "文件不完整，元素“{1}”没有结束标记",
     "the file is cut off: the element \"{1}\" is not ended"},
    {XML_ERR_INVALID_CHAR, "有 XML 不允许的字符（控制字符、空字节，或者编码有误）",
     "there is a character that XML forbids (a control character, a NUL byte, or the encoding is "
     "wrong)"},
    {XML_ERR_INVALID_ENCODING, "字符的编码有误，与第一行声明的编码不一致",
     "the characters are not in the encoding that the first line declares"},
    {XML_I18N_CONV_FAILED, "字符的编码有误，与第一行声明的编码不一致",
     "the characters are not in the encoding that the first line declares"},
    {XML_ERR_UNKNOWN_ENCODING, "第一行声明的编码不存在", "the declared encoding does not exist"},
    {XML_ERR_UNSUPPORTED_ENCODING, "第一行声明的编码不存在",
     "the declared encoding does not exist"},
    {XML_ERR_UNDECLARED_ENTITY, "用了没有定义的实体“&{1};”", "the entity \"&{1};\" is not defined"},
    {XML_WAR_UNDECLARED_ENTITY, "用了没有定义的实体“&{1};”", "the entity \"&{1};\" is not defined"},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, "“&”没有写成“&amp;”", "an & is not written as &amp;"},
    {XML_ERR_NAME_REQUIRED, "“<”或“&”没有写成“&lt;”“&amp;”，或者缺少名称",
     "a < or & is not written as &lt; or &amp;, or a name is missing"},
    {XML_ERR_ATTRIBUTE_REDEFINED, "属性“{1}”写了两次", "the attribute \"{1}\" is there twice"},
    {XML_ERR_LT_IN_ATTRIBUTE, "属性值中有“<”，或者漏了引号",
     "there is a < in an attribute's value, or a quote is missing"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, "属性值没有用引号括起来", "an attribute's value is not quoted"},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, "属性值的引号没有结束", "an attribute's quote is not closed"},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "属性“{1}”没有值", "the attribute \"{1}\" has no value"},
    {XML_ERR_SPACE_REQUIRED, "属性之间缺少空格", "a space is missing between attributes"},
    {XML_ERR_GT_REQUIRED, "标记缺少“>”", "a tag lacks its >"},
    {XML_ERR_LTSLASH_REQUIRED, "结束标记写得不对", "an end tag is not written as one"},
    {XML_ERR_COMMENT_NOT_FINISHED, "注释没有结束", "a comment is not ended"},
    {XML_ERR_CDATA_NOT_FINISHED, "CDATA 没有结束", "a CDATA section is not ended"},
    {XML_ERR_PI_NOT_FINISHED, "处理指令没有结束", "a processing instruction is not ended"},
    {XML_ERR_XMLDECL_NOT_FINISHED, "第一行的 XML 声明没有写完",
     "the XML declaration is not finished"},
    {XML_ERR_RESERVED_XML_NAME, "XML 声明前面有空行或其他内容",
     "something stands before the XML declaration"},
    {XML_ERR_INVALID_CHARREF, "字符引用（&#…;）写得不对", "a character reference (&#…;) is wrong"},
    {XML_ERR_NAME_TOO_LONG, "名称过长", "a name is too long"},
};

struct strings {
    const char *first, *second;
};

static const char *lookup_string(void *state, const char *name, size_t length)
{
    const struct strings *strings = state;
    if (length != 1)
        return NULL;
    return name[0] == '1' ? strings->first : name[0] == '2' ? strings->second : NULL;
}

/* libxml2's own sentence without its line end. */
static void append_said(struct buffer *out, const char *said)
{
    buffer_append(out, said, strcspn(said, "\r\n"));
}

const char *xml_reason(struct arena *arena, const xmlError *error)
{
    struct buffer out = BUFFER_EMPTY;
    struct strings strings = {error->str1 ? error->str1 : "?", error->str2 ? error->str2 : "?"};
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons && !out.length; i++)
        if (reasons[i].code == error->code)
            message_fill(&out, message_choose(reasons[i].chinese, reasons[i].english),
                         lookup_string, &strings);
    if (!out.length)
        append_said(&out, error->message ? error->message : "?");
    const char *copy = arena_copy(arena, buffer_string(&out));
    buffer_free(&out);
    return copy;
}
