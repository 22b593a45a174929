/* Wordings of attachment.c and picture.c: what keeps a picture that a submission names from being
 * taken. {1} as each says, {2} the file's name. */
#ifndef YINFA_INTAKE_ATTACHMENT_MESSAGES_H
#define YINFA_INTAKE_ATTACHMENT_MESSAGES_H

#include "base/message.h"

static const struct message MESSAGE_ATTACHMENT_NAME = {
    .id = "attachment.name",
    .level = FINDING_ERROR,
    .chinese = "图片文件名不能用：只写文件名，不带文件夹，不以点开头，不超过200字节",
    .english = "this name cannot be used: a file's name alone, without folders, no dot first, at "
               "most 200 bytes",
    .mend_chinese = "把图片与 XML 放在同一个文件夹里，这里只写它的文件名",
    .mend_english = "put the picture into the same folder as the XML and write only its name here",
};

static const struct message MESSAGE_ATTACHMENT_MISSING = {
    .id = "attachment.missing",
    .level = FINDING_ERROR,
    .chinese = "与 XML 同一文件夹里没有这个文件",
    .english = "there is no such file in the folder of the XML",
    .mend_chinese = "把图片放到 XML 旁边，与 XML 一起报送；文件名的大小写也要一致",
    .mend_english = "put the picture beside the XML and send both together; capitals matter",
};

static const struct message MESSAGE_ATTACHMENT_NO_FOLDER = {
    .id = "attachment.no-folder",
    .level = FINDING_ERROR,
    .chinese = "从标准输入读来的 XML 旁边没有文件，图片无从取得",
    .english = "XML read from standard input has no files beside it, so the picture cannot be had",
    .mend_chinese = "把 XML 和图片放进同一个文件夹，按文件报送",
    .mend_english = "put the XML and its pictures into one folder and send it as a file",
};

static const struct message MESSAGE_ATTACHMENT_SPECIAL = {
    .id = "attachment.special-file",
    .level = FINDING_ERROR,
    .chinese = "这不是普通文件（是文件夹、链接、管道或设备）",
    .english = "this is no regular file (a folder, link, pipe or device)",
    .mend_chinese = "换成图片文件本身",
    .mend_english = "put the picture itself there",
};

static const struct message MESSAGE_ATTACHMENT_UNREADABLE = {
    .id = "attachment.unreadable",
    .level = FINDING_ERROR,
    .chinese = "图片读不出来：{1}",
    .english = "the picture cannot be read: {1}",
    .mend_chinese = "检查当前用户有没有读取权限、存储介质是否完好",
    .mend_english = "check that this user may read it and that its disk is sound",
};

static const struct message MESSAGE_ATTACHMENT_SIZE = {
    .id = "attachment.too-large",
    .level = FINDING_ERROR,
    .chinese = "图片文件超过大小上限（{1} MiB）",
    .english = "the picture exceeds the size limit ({1} MiB)",
    .mend_chinese = "降低分辨率或改用 JPEG；印在A4纸上每英寸300点足够",
    .mend_english = "lower its resolution or use JPEG; 300 dots an inch are enough on A4",
};

static const struct message MESSAGE_ATTACHMENT_DIGEST = {
    .id = "attachment.digest",
    .level = FINDING_ERROR,
    .chinese = "文件“{2}”的SHA-256校验值不是这一个，而是{1}",
    .english = "the SHA-256 of \"{2}\" is not this one but {1}",
    .mend_chinese =
        "先核对是不是要用的那幅图：图对的，把校验值改成上面的值；图不对的，换成原来的图",
    .mend_english = "make sure it is the picture that is meant: if it is, write the digest given "
                    "above; if not, put the right picture there",
};

static const struct message MESSAGE_ATTACHMENT_TYPE = {
    .id = "attachment.type",
    .level = FINDING_ERROR,
    .chinese = "不是可以用的图片；可以用：{1}",
    .english = "this is no picture that can be used; these can: {1}",
    .mend_chinese = "另存为其中一种类型；改扩展名没有用",
    .mend_english = "save it as one of these; changing the name does not help",
};

static const struct message MESSAGE_ATTACHMENT_DAMAGED = {
    .id = "attachment.damaged",
    .level = FINDING_ERROR,
    .chinese = "图片文件已损坏或者不完整",
    .english = "the picture is damaged or incomplete",
    .mend_chinese = "重新导出或传送",
    .mend_english = "export or send it again",
};

static const struct message MESSAGE_ATTACHMENT_PIXELS = {
    .id = "attachment.pixels",
    .level = FINDING_ERROR,
    .chinese = "图片的像素太多（{1}）",
    .english = "the picture has too many pixels ({1})",
    .mend_chinese = "降低分辨率；印在A4纸上每英寸300点足够",
    .mend_english = "lower its resolution; 300 dots an inch are enough on A4",
};

static const struct message MESSAGE_ATTACHMENT_CMYK = {
    .id = "attachment.cmyk",
    .level = FINDING_ERROR,
    .chinese = "图片是印刷四色（CMYK）的，印不准颜色",
    .english = "the picture is in printing colours (CMYK), which would come out wrong",
    .mend_chinese = "另存为 RGB 或灰度的 JPEG",
    .mend_english = "save it as a JPEG in RGB or grey",
};

static const struct message MESSAGE_ATTACHMENT_INTERLACED = {
    .id = "attachment.interlaced",
    .level = FINDING_ERROR,
    .chinese = "PNG 图片是隔行存储的，不支持",
    .english = "the PNG is interlaced, which is not supported",
    .mend_chinese = "另存为不隔行的 PNG",
    .mend_english = "save it without interlacing",
};

static const struct message MESSAGE_ATTACHMENT_MARKUP = {
    .id = "attachment.markup",
    .level = FINDING_ERROR,
    .chinese = "SVG 图片读不出来：{1}",
    .english = "the SVG cannot be read: {1}",
    .mend_chinese = "重新导出；不要用 DOCTYPE 定义实体",
    .mend_english = "export it again, without a DOCTYPE that defines entities",
};

#endif
