/* One list for all states: status and list print them, explain_certificate.c tells one. */
#include "batch/wording.h"

#include <string.h>

#include "base/message.h"

const char *wording_find(const struct wording *wordings, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(wordings[i].name, name) == 0)
            return message_choose(wordings[i].chinese, wordings[i].english);
    return name;
}

const char *wording_of_state(const char *name)
{
    static const struct wording states[] = {
        {"registered", "待处理", "waiting"},
        {"accepted", "已接收", "accepted"},
        {"returned", "已退回", "returned"},
        {"superseded", "已被取代", "superseded"},
        {"running", "在运行", "running"},
        {"done", "完成", "done"},
        {"stopped", "停在关口", "stopped at a gate"},
        {"failed", "没有做成", "failed"},
        {"issued", "已编号，待印", "issued, not yet printed"},
        {"printed", "有效，已印发", "in force, printed"},
        {"voided", "已作废", "voided"},
        {"replaced", "已换发", "replaced"},
        {"note", "说明", "note"},
        {"warning", "提醒", "warning"},
        {"error", "错误", "error"},
    };
    return wording_find(states, sizeof states / sizeof *states, name);
}
