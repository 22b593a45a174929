/* Wordings of draw/. */
#ifndef YINFA_DRAW_MESSAGES_H
#define YINFA_DRAW_MESSAGES_H

#include "base/message.h"

static const struct message MESSAGE_PDF_OBJECT = {
    .id = "pdf.object",
    .level = FINDING_ERROR,
    .chinese = "PDF 对象无法写出（libharu 错误 {1}）",
    .english = "a PDF object could not be written (libharu error {1})",
    .mend_chinese = NULL,
    .mend_english = NULL,
};

static const struct message MESSAGE_PDF_PRIVATE = {
    .id = "pdf.private",
    .level = FINDING_ERROR,
    .chinese = "{1} 是私用区的自造字，PDF/A-2a 要求每个字都有公认的含义，不能用",
    .english = "{1} is a private use character; PDF/A-2a wants text whose meaning everyone knows",
    .mend_chinese = "换成正式编码的字，或者改用 2u",
    .mend_english = "use a character with a code of its own, or claim 2u",
};

static const struct message MESSAGE_TOO_MANY_GLYPHS = {
    .id = "pdf.too-many-glyphs",
    .level = FINDING_ERROR,
    .chinese = "一份文件中字体“{1}”用到的字形超过 65535 个",
    .english = "one document uses more than 65535 glyphs of font \"{1}\"",
    .mend_chinese = "把文件分成几份",
    .mend_english = "split the document",
};

#endif
