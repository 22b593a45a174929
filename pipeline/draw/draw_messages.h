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

static const struct message MESSAGE_IMAGE_FORM = {
    .id = "pdf.image",
    .level = FINDING_ERROR,
    .chinese = "图片无法使用：{1}",
    .english = "the image cannot be used: {1}",
    .mend_chinese = "用普通的 PNG（不隔行）或 JPEG 重新保存图片",
    .mend_english = "save the image again as a plain PNG (not interlaced) or JPEG",
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
