/* Wordings of base/file.c. */
#ifndef YINFA_BASE_FILE_MESSAGES_H
#define YINFA_BASE_FILE_MESSAGES_H

#include "base/message.h"

static const struct message MESSAGE_FILE_OPERATION = {
    .id = "file.operation",
    .level = FINDING_ERROR,
    .chinese = "文件操作失败（{1}）：{2}：{3}",
    .english = "file operation failed ({1}): {2}: {3}",
    .mend_chinese = "检查磁盘空间、文件夹是否存在以及权限，然后重新运行，已完成的部分不会重做",
    .mend_english = "check disk space, that the folder exists and its permissions, then run again; "
                    "what is done is not done again",
};

/* The fault that every office meets once: in its own words. */
static const struct message MESSAGE_FILE_DISK_FULL = {
    .id = "file.disk-full",
    .level = FINDING_ERROR,
    .chinese = "文件夹{1}所在的磁盘已满，写不进去：{2}",
    .english = "the disk of folder {1} is full, it cannot be written: {2}",
    .mend_chinese = "腾出空间后重新运行；没有写完的文件已经撤回，已完成的部分不会重做",
    .mend_english = "free some space and run again; an unfinished file was taken back, what is "
                    "done is not done again",
};

static const struct message MESSAGE_FILE_TOO_LARGE = {
    .id = "file.too-large",
    .level = FINDING_ERROR,
    .chinese = "文件超过大小上限：{1}（上限 {2} 字节）",
    .english = "the file exceeds the size limit: {1} (limit {2} bytes)",
    .mend_chinese = NULL,
    .mend_english = NULL,
};

#endif
