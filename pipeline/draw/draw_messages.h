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
    .id = "pdf.image-form",
    .level = FINDING_ERROR,
    .chinese = "图片（SHA-256 以 {1} 开头）既不是不隔行的 PNG，也不是普通的 JPEG",
    .english = "the image whose SHA-256 begins with {1} is neither a PNG without interlacing nor a "
               "plain JPEG",
    .mend_chinese = "把图片重新存为不隔行的 PNG，或者 JPEG",
    .mend_english = "save the image again as a PNG without interlacing, or as a JPEG",
};

static const struct message MESSAGE_IMAGE_SIZE = {
    .id = "pdf.image-size",
    .level = FINDING_ERROR,
    .chinese = "图片（SHA-256 以 {1} 开头）的长宽不合理，或者像素太多",
    .english = "the image whose SHA-256 begins with {1} has an impossible size or too many pixels",
    .mend_chinese = "把图片缩小后重新保存",
    .mend_english = "scale the image down and save it again",
};

static const struct message MESSAGE_IMAGE_DAMAGED = {
    .id = "pdf.image-damaged",
    .level = FINDING_ERROR,
    .chinese = "图片（SHA-256 以 {1} 开头）已损坏，数据不完整",
    .english = "the image whose SHA-256 begins with {1} is damaged: its data are incomplete",
    .mend_chinese = "换一份完好的图片文件",
    .mend_english = "replace it by an undamaged file",
};

static const struct message MESSAGE_IMAGE_CMYK = {
    .id = "pdf.image-cmyk",
    .level = FINDING_ERROR,
    .chinese =
        "图片（SHA-256 以 {1} 开头）是印刷四色（CMYK）的，归档用的 PDF/A 文件里只能用 RGB 或灰度",
    .english = "the image whose SHA-256 begins with {1} is CMYK; a PDF/A file with an sRGB intent "
               "takes RGB or grey only",
    .mend_chinese = "把图片转为 RGB 后重新保存",
    .mend_english = "convert the image to RGB and save it again",
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
