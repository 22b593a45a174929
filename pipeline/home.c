/* The home folder is found from where the program lies, so that a checkout runs wherever it is put.
 */
#include "home.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"

static const struct message MESSAGE_NO_HOME = {
    .id = "home.missing",
    .level = FINDING_ERROR,
    .chinese = "找不到程序自带的 schemas、stylesheets 文件夹",
    .english = "the program's folders schemas and stylesheets cannot be found",
    .mend_chinese = "设置环境变量 YINFA_HOME 指向含有它们的文件夹",
    .mend_english = "set YINFA_HOME to the folder that holds them",
};

static bool is_home(const char *folder)
{
    static const char *const parts[] = {"schemas/definitions", "stylesheets", "fonts/font-set.xml"};
    struct buffer path = BUFFER_EMPTY;
    bool all = true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts && all; i++) {
        buffer_clear(&path);
        buffer_print(&path, "%s/%s", folder, parts[i]);
        all = file_exists(buffer_string(&path));
    }
    buffer_free(&path);
    return all;
}

char *home_find(void)
{
    const char *given = getenv("YINFA_HOME");
    if (given && is_home(given))
        return memory_copy(given);
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    path[length > 0 ? length : 0] = '\0';
    for (char *slash; (slash = strrchr(path, '/')) != NULL && slash != path;) {
        *slash = '\0';
        if (is_home(path))
            return memory_copy(path);
    }
    failure(&MESSAGE_NO_HOME, NULL);
    return NULL;
}
