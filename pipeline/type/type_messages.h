/* Wordings of type/. */
#ifndef YINFA_TYPE_MESSAGES_H
#define YINFA_TYPE_MESSAGES_H

#include "base/message.h"

static const struct message MESSAGE_FONT_REFERENCE = {
    .id = "font.reference",
    .level = FINDING_ERROR,
    .chinese = "字体集中没有名为“{1}”的{2}",
    .english = "the font set has no {2} named \"{1}\"",
    .mend_chinese = "先用 file 或 face 元素声明它，或改正名称",
    .mend_english = "declare it with a file or face element, or correct the name",
};

static const struct message MESSAGE_FONT_MISSING = {
    .id = "font.missing",
    .level = FINDING_ERROR,
    .chinese = "字体文件缺失或与定义不符：{1}",
    .english = "a font file is missing or not the one defined: {1}",
    .mend_chinese = "运行 make fonts 取得字体；单位自备的字体核对 size 和 sha256",
    .mend_english = "make fonts fetches the fonts; for an office's own, check size and sha256",
};

static const struct message MESSAGE_FONT_UNREADABLE = {
    .id = "font.unreadable",
    .level = FINDING_ERROR,
    .chinese = "字体文件无法使用：{1}（第 {2} 个字面）",
    .english = "the font file cannot be used: {1} (face {2})",
    .mend_chinese = "删除该文件后运行 make fonts 重新取得；单位自备的字体核对格式和 index",
    .mend_english = "remove the file and run make fonts to fetch it again; for an office's own, "
                    "check its format and index",
};

static const struct message MESSAGE_FONT_SUBSET = {
    .id = "font.subset",
    .level = FINDING_ERROR,
    .chinese = "无法从字体“{1}”取出用到的字形",
    .english = "the glyphs used cannot be taken out of font \"{1}\"",
    .mend_chinese = NULL,
    .mend_english = NULL,
};

static const struct message MESSAGE_CHARACTER_NOT_DRAWABLE = {
    .id = "font.character",
    .level = FINDING_ERROR,
    .chinese = "“{1}”（{2}）没有任何字体能画出",
    .english = "no font can draw \"{1}\" ({2})",
    .mend_chinese = "核对是否写错；确为人名用字的，请在 fonts 中加入含有该字的字体",
    .mend_english =
        "check the spelling; if it is right, add a font that has the character to fonts",
};

static const struct message MESSAGE_CHARACTER_MALFORMED = {
    .id = "font.malformed",
    .level = FINDING_ERROR,
    .chinese = "含有不是文字的字节或控制字符（{1}）",
    .english = "a byte that is no text, or a control character ({1})",
    .mend_chinese = "删除它，或以 UTF-8 重新保存",
    .mend_english = "remove it, or save the text as UTF-8 again",
};

#endif
