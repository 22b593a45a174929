/* Wordings of intake/ about files as such and about XML below the schema: what came in could not be
 * read, is too large, is hostile or not well-formed. What an XSD says stands in schema_messages.h.
 */
#ifndef YINFA_INTAKE_MESSAGES_H
#define YINFA_INTAKE_MESSAGES_H

#include "base/message.h"

/* --- The file ------------------------------------------------------------------------------- */

static const struct message MESSAGE_INTAKE_EMPTY = {
    .id = "intake.empty-file",
    .level = FINDING_ERROR,
    .chinese = "文件是空的（0字节）",
    .english = "the file is empty (0 bytes)",
    .mend_chinese = "多半是导出或传送时出了错，请重新导出并报送",
    .mend_english = "most likely exporting or sending it failed: export it and send it again",
};

static const struct message MESSAGE_INTAKE_FOLDER = {
    .id = "intake.folder",
    .level = FINDING_ERROR,
    .chinese = "这是文件夹，不是文件",
    .english = "this is a folder, not a file",
    .mend_chinese = "把其中的 XML 文件直接放进收件夹；文件夹里的文件夹不会打开",
    .mend_english =
        "put its XML files into the inbox themselves; folders in folders are not opened",
};

static const struct message MESSAGE_INTAKE_SPECIAL = {
    .id = "intake.special-file",
    .level = FINDING_ERROR,
    .chinese = "这不是普通文件（是管道、设备或套接字）",
    .english = "this is no regular file (a pipe, device or socket)",
    .mend_chinese = "请报送普通的 XML 文件；要从标准输入读取的，文件名写 -",
    .mend_english = "send a regular XML file; to read standard input give - as its name",
};

static const struct message MESSAGE_INTAKE_UNREADABLE = {
    .id = "intake.unreadable",
    .level = FINDING_ERROR,
    .chinese = "文件读不出来：{1}",
    .english = "the file cannot be read: {1}",
    .mend_chinese = "检查文件是否存在、当前用户有没有读取权限、存储介质是否完好，然后重新报送",
    .mend_english = "check that it exists, that this user may read it and that its disk is sound, "
                    "then send it again",
};

static const struct message MESSAGE_INTAKE_TOO_LARGE = {
    .id = "intake.too-large",
    .level = FINDING_ERROR,
    .chinese = "文件超过大小上限（{1} MiB）",
    .english = "the file exceeds the size limit ({1} MiB)",
    .mend_chinese = "请分成几件报送；照片等附件不要写进 XML",
    .mend_english = "split it into several; photographs and other attachments do not go into XML",
};

static const struct message MESSAGE_INTAKE_NAME = {
    .id = "intake.file-name",
    .level = FINDING_NOTE,
    .chinese = "文件名过长，或者含有控制字符、不是UTF-8的字符，收存时改为“{1}”",
    .english =
        "the file's name is too long or holds control or malformed characters; it is kept as "
        "\"{1}\"",
    .mend_chinese = "不影响接收；以后请用简短、没有特殊字符的文件名",
    .mend_english = "it is taken all the same; please use short, plain names",
};

static const struct message MESSAGE_INTAKE_MORE = {
    .id = "intake.more-findings",
    .level = FINDING_ERROR,
    .chinese = "问题太多，只列出前{1}条，另有{2}条没有列出",
    .english = "too many findings: the first {1} are listed, {2} more are not",
    .mend_chinese =
        "先改正已列出的，重新报送后会列出其余的；同样的错误反复出现的，多半是导出程序有误",
    .mend_english =
        "mend these first, the rest will be listed when it is sent again; the same mistake "
        "over and over mostly comes from the exporting program",
};

static const struct message MESSAGE_INTAKE_RULE_FAILED = {
    .id = "intake.rule-failed",
    .level = FINDING_ERROR,
    .chinese = "规则“{1}”无法核对，多半是文件中的某个数大得不合理",
    .english =
        "the rule \"{1}\" could not be checked, most likely because of an absurdly large number",
    .mend_chinese = "请检查文件中的数值；数值无误的，请与程序维护人员联系",
    .mend_english =
        "check the numbers in the file; if they are right, ask whoever maintains the rules",
};

/* --- Kind ----------------------------------------------------------------------------------- */

static const struct message MESSAGE_INTAKE_UNKNOWN_KIND = {
    .id = "intake.unknown-kind",
    .level = FINDING_ERROR,
    .chinese = "不认识的报送种类：根元素是“{1}”，名称空间是“{2}”",
    .english = "unknown kind of submission: the root element is \"{1}\" in namespace \"{2}\"",
    .mend_chinese = "请用下发的模板填报，不要改动根元素和名称空间；可以报送的种类：{3}",
    .mend_english = "use the template as handed out, root element and namespace unchanged; kinds "
                    "that are taken: {3}",
};

/* --- Hostile or outlandish XML --------------------------------------------------------------- */

static const struct message MESSAGE_INTAKE_DOCTYPE = {
    .id = "intake.doctype",
    .level = FINDING_ERROR,
    .chinese = "文件中有 DOCTYPE 声明，出于安全一律不接收",
    .english = "the file has a DOCTYPE declaration, which is never taken, for safety",
    .mend_chinese = "删去 <!DOCTYPE …> 和其中的实体定义，用到实体的地方直接写内容",
    .mend_english =
        "remove <!DOCTYPE …> with its entities and write their text where they are used",
};

static const struct message MESSAGE_INTAKE_ENCODING = {
    .id = "intake.encoding",
    .level = FINDING_ERROR,
    .chinese = "不接收这种编码：{1}",
    .english = "this encoding is not taken: {1}",
    .mend_chinese = "请另存为 UTF-8（也可以用 GB18030、GBK、GB2312 或 UTF-16），第一行的 encoding "
                    "要与实际编码一致",
    .mend_english = "save it as UTF-8 (GB18030, GBK, GB2312 and UTF-16 are taken too); encoding in "
                    "the first line must say what it is",
};

static const struct message MESSAGE_INTAKE_DEPTH = {
    .id = "intake.depth",
    .level = FINDING_ERROR,
    .chinese = "元素嵌套超过{1}层",
    .english = "elements are nested more than {1} deep",
    .mend_chinese = "正常的报送文件没有这么多层，请用下发的模板重新填报",
    .mend_english = "no proper submission is that deep: use the template as handed out",
};

static const struct message MESSAGE_INTAKE_ATTRIBUTES = {
    .id = "intake.attributes",
    .level = FINDING_ERROR,
    .chinese = "一个元素的属性超过{1}个",
    .english = "an element has more than {1} attributes",
    .mend_chinese = "正常的报送文件没有这么多属性，请用下发的模板重新填报",
    .mend_english = "no proper submission has that many: use the template as handed out",
};

static const struct message MESSAGE_INTAKE_TAG_LENGTH = {
    .id = "intake.tag-length",
    .level = FINDING_ERROR,
    .chinese = "一个标记（尖括号之间）超过{1}字节",
    .english = "a tag (between angle brackets) is longer than {1} bytes",
    .mend_chinese = "长的内容请写在元素里，不要写进属性；附件不要写进 XML",
    .mend_english = "long content belongs into elements, attachments do not go into XML",
};

static const struct message MESSAGE_INTAKE_TEXT_LENGTH = {
    .id = "intake.text-length",
    .level = FINDING_ERROR,
    .chinese = "一个元素的内容超过{1}字节",
    .english = "the content of an element is longer than {1} bytes",
    .mend_chinese = "照片、扫描件等附件不要写进 XML，请作为单独的文件报送",
    .mend_english = "photographs, scans and the like are sent as files beside the XML, not in it",
};

static const struct message MESSAGE_INTAKE_PREFIX = {
    .id = "intake.namespace",
    .level = FINDING_ERROR,
    .chinese = "用了没有声明的名称空间前缀，或者名称空间写得不对（{1}）",
    .english = "a namespace prefix is not declared, or a namespace is wrong ({1})",
    .mend_chinese = "删去前缀（冒号和它前面的字母），或者按模板声明名称空间",
    .mend_english =
        "remove the prefix and its colon, or declare the namespace as the template does",
};

static const struct message MESSAGE_INTAKE_NOT_WELL_FORMED = {
    .id = "intake.not-well-formed",
    .level = FINDING_ERROR,
    .chinese = "不是格式正确的 XML：{1}；此处以后的内容没有检查",
    .english = "this is not well-formed XML: {1}; what follows was not checked",
    .mend_chinese = "请改正这一行后重新报送；不熟悉 XML 的，请用模板重新导出",
    .mend_english = "mend this line and send it again, or export it anew with the template",
};

/* --- Failures ------------------------------------------------------------------------------- */

static const struct message MESSAGE_INTAKE_SCHEMA = {
    .id = "intake.schema",
    .level = FINDING_ERROR,
    .chinese = "结构文件用不了：{1}（{2}）",
    .english = "the schema cannot be used: {1} ({2})",
    .mend_chinese = "检查这个 XSD 文件",
    .mend_english = "check this XSD",
};

static const struct message MESSAGE_INTAKE_COLUMN_TYPE = {
    .id = "intake.column-type",
    .level = FINDING_ERROR,
    .chinese = "种类“{1}”的 {2}.{3} 在数据库中的类型是 {4}，定义中改成了 {5}；已有数据不能这样改",
    .english =
        "kind \"{1}\": {2}.{3} has the type {4} in the database and {5} in the definition; what "
        "is stored cannot be changed so",
    .mend_chinese = "把定义改回原来的类型，或者用新的列名",
    .mend_english = "change the definition back, or give the column another name",
};

static const struct message MESSAGE_INTAKE_ARCHIVE = {
    .id = "intake.archive",
    .level = FINDING_ERROR,
    .chinese = "存档的文件读不出来：{1}（{2}）",
    .english = "an archived file cannot be read: {1} ({2})",
    .mend_chinese = "从备份恢复 archive 文件夹后重新运行",
    .mend_english = "restore the folder archive from a backup, then run again",
};

static const struct message MESSAGE_INTAKE_NO_SUBMISSION = {
    .id = "intake.no-submission",
    .level = FINDING_ERROR,
    .chinese = "没有收件号为{1}的退回件",
    .english = "there is no returned submission {1}",
    .mend_chinese = "用 yinfa list submissions 查看收件号",
    .mend_english = "see yinfa list submissions",
};

#endif
