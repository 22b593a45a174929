/* Wordings of store/workspace.c. */
#ifndef YINFA_STORE_WORKSPACE_MESSAGES_H
#define YINFA_STORE_WORKSPACE_MESSAGES_H

#include "base/message.h"

static const struct message MESSAGE_WORKSPACE_NONE = {
    .id = "workspace.none",
    .level = FINDING_ERROR,
    .chinese = "这里不是工作文件夹：{1}",
    .english = "this is no workspace: {1}",
    .mend_chinese = "用 -w 指明工作文件夹，或者用 yinfa init 文件夹 新建一个",
    .mend_english = "name the workspace with -w, or make one with yinfa init FOLDER",
};

static const struct message MESSAGE_WORKSPACE_NO_PERMISSION = {
    .id = "workspace.no-permission",
    .level = FINDING_ERROR,
    .chinese = "没有权限使用工作文件夹：{1}（{2}）",
    .english = "no permission to use the workspace: {1} ({2})",
    .mend_chinese = "请用建立它的用户运行；工作文件夹里有个人信息，只对该用户开放",
    .mend_english =
        "run as the user who made it; it holds personal data and is open to that user only",
};

static const struct message MESSAGE_WORKSPACE_LOCKED = {
    .id = "workspace.locked",
    .level = FINDING_ERROR,
    .chinese = "工作文件夹正在使用：{1}（进程号 {2}）",
    .english = "the workspace is in use: {1} (process {2})",
    .mend_chinese = "等那个 yinfa 运行完再试",
    .mend_english = "wait until that yinfa has finished, then try again",
};

static const struct message MESSAGE_WORKSPACE_EXISTS = {
    .id = "workspace.exists",
    .level = FINDING_ERROR,
    .chinese = "这里已经有一个工作文件夹，不会覆盖：{1}",
    .english = "there is a workspace already and it is not overwritten: {1}",
    .mend_chinese = "直接使用它，或者另选一个文件夹",
    .mend_english = "use it, or choose another folder",
};

static const struct message MESSAGE_WORKSPACE_NOT_EMPTY = {
    .id = "workspace.not-empty",
    .level = FINDING_ERROR,
    .chinese = "文件夹里已有别的文件：{1}（例如 {2}）",
    .english = "the folder holds other files already: {1} (for example {2})",
    .mend_chinese = "另选一个空文件夹，或者一个还不存在的文件夹名",
    .mend_english = "choose an empty folder, or a name that does not exist yet",
};

static const struct message MESSAGE_WORKSPACE_UNREADABLE = {
    .id = "workspace.unreadable",
    .level = FINDING_ERROR,
    .chinese = "文件夹打不开：{1}（{2}）",
    .english = "the folder cannot be opened: {1} ({2})",
    .mend_chinese = "检查文件夹名是否写对、当前用户有没有权限",
    .mend_english = "check the folder's name and this user's permissions",
};

#endif
