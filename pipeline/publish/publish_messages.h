/* Wordings of the publish room. */
#ifndef YINFA_PUBLISH_PUBLISH_MESSAGES_H
#define YINFA_PUBLISH_PUBLISH_MESSAGES_H

#include "base/message.h"

/* --- Findings: the stylesheet ----------------------------------------------------------------- */

static const struct message MESSAGE_STYLESHEET_UNREADABLE = {
    .id = "stylesheet.unreadable",
    .level = FINDING_ERROR,
    .chinese = "样式表打不开：{1}",
    .english = "the stylesheet cannot be read: {1}",
    .mend_chinese = "检查文件是否存在、是否有读取权限，并且在 stylesheets 文件夹之内",
    .mend_english =
        "check that the file exists, may be read, and lies below the stylesheets folder",
};

static const struct message MESSAGE_STYLESHEET_INVALID = {
    .id = "stylesheet.invalid",
    .level = FINDING_ERROR,
    .chinese = "样式表有误：{1}",
    .english = "the stylesheet is wrong: {1}",
    .mend_chinese = "改正样式表的这一行",
    .mend_english = "correct this line of the stylesheet",
};

static const struct message MESSAGE_STYLESHEET_DOCTYPE = {
    .id = "stylesheet.doctype",
    .level = FINDING_ERROR,
    .chinese = "样式表中不允许使用文档类型声明（DOCTYPE）",
    .english = "a stylesheet may not have a document type declaration",
    .mend_chinese = "删去 DOCTYPE，字符请直接写出或写成 &#x…;",
    .mend_english = "remove the DOCTYPE; write characters as such or as &#x…;",
};

static const struct message MESSAGE_STYLESHEET_DOCUMENT = {
    .id = "stylesheet.document",
    .level = FINDING_ERROR,
    .chinese = "document() 只能读取 stylesheets 文件夹之内、用引号写明名称的文件：{1}",
    .english = "document() may only read a file below the stylesheets folder, named literally: {1}",
    .mend_chinese =
        "把文件放到样式表旁边，写成 document('labels.xml')（文件名用拉丁字母）；数据请用查询取得",
    .mend_english =
        "put the file beside the stylesheet and write document('labels.xml'), the name in "
        "Latin letters; data comes from queries",
};

static const struct message MESSAGE_STYLESHEET_STOPPED = {
    .id = "stylesheet.stopped",
    .level = FINDING_ERROR,
    .chinese = "样式表要求停止：{1}",
    .english = "the stylesheet asked to stop: {1}",
    .mend_chinese = "按提示改正数据或样式表，然后重新印发",
    .mend_english = "mend the data or the stylesheet as it says, then publish again",
};

static const struct message MESSAGE_STYLESHEET_SAYS = {
    .id = "stylesheet.message",
    .level = FINDING_NOTE,
    .chinese = "样式表提示：{1}",
    .english = "the stylesheet says: {1}",
    .mend_chinese = NULL,
    .mend_english = NULL,
};

static const struct message MESSAGE_STYLESHEET_EMPTY = {
    .id = "stylesheet.empty",
    .level = FINDING_ERROR,
    .chinese = "样式表没有产生任何内容",
    .english = "the stylesheet produced nothing",
    .mend_chinese = "检查样式表是否有匹配 / 的模板",
    .mend_english = "check that the stylesheet has a template that matches /",
};

static const struct message MESSAGE_STYLESHEET_UNTAGGED = {
    .id = "stylesheet.untagged",
    .level = FINDING_ERROR,
    .chinese = "pdf=“{1}”要求每一行、每一格都有结构，样式表里的 y:rows 逐批取行，做不到",
    .english =
        "pdf=\"{1}\" wants a structure of every row and cell, which y:rows, fetching rows as "
        "they are printed, cannot give",
    .mend_chinese = "用 xsl:for-each 代替 y:rows，或者去掉 pdf=",
    .mend_english = "use xsl:for-each instead of y:rows, or take pdf= away",
};

static const struct message MESSAGE_PICTURE_MISSING = {
    .id = "publication.picture-missing",
    .level = FINDING_ERROR,
    .chinese = "图片取不到：{1}",
    .english = "the picture cannot be had: {1}",
    .mend_chinese = "工作区存档中缺少这张图片或者已被改动，请连同图片重新报送",
    .mend_english = "the workspace's archive lacks the picture, or it was altered; submit the file "
                    "again together with it",
};

static const struct message MESSAGE_ROWS_INVALID = {
    .id = "stylesheet.rows",
    .level = FINDING_ERROR,
    .chinese = "y:rows 写法有误：{1}",
    .english = "y:rows is wrong: {1}",
    .mend_chinese = "写成 <y:rows query=\"查询名\" mode=\"模式名\" chunk=\"200\"/>，直接放在 "
                    "fo:table-body 之内",
    .mend_english = "write <y:rows query=\"NAME\" mode=\"NAME\" chunk=\"200\"/> directly inside "
                    "fo:table-body",
};

/* --- Findings: publications included by reference (y:publication) ------------------------------
 */

static const struct message MESSAGE_INCLUSION_UNKNOWN = {
    .id = "inclusion.unknown",
    .level = FINDING_ERROR,
    .chinese = "没有名为“{1}”的印发件，不能附上",
    .english = "there is no publication \"{1}\" to be included",
    .mend_chinese = "改正名称；可以附上的有：{2}",
    .mend_english = "correct the name; there are: {2}",
};

static const struct message MESSAGE_INCLUSION_ITSELF = {
    .id = "inclusion.itself",
    .level = FINDING_ERROR,
    .chinese = "印发件“{1}”不能附上它自己",
    .english = "the publication \"{1}\" cannot include itself",
    .mend_chinese = "改附别的印发件；可以附上的有：{2}",
    .mend_english = "include another one; there are: {2}",
};

static const struct message MESSAGE_INCLUSION_EACH = {
    .id = "inclusion.each",
    .level = FINDING_ERROR,
    .chinese = "印发件“{1}”分成许多份，不能作为一件附上",
    .english = "the publication \"{1}\" makes many documents and cannot be included as one",
    .mend_chinese = "改附合成一份的印发件；可以附上的有：{2}",
    .mend_english = "include one that makes a single document; there are: {2}",
};

static const struct message MESSAGE_INCLUSION_PAGELESS = {
    .id = "inclusion.pageless",
    .level = FINDING_ERROR,
    .chinese = "印发件“{1}”在这些参数下没有 PDF，没有可以附上的页",
    .english = "with these parameters the publication \"{1}\" makes no PDF, so it has no pages",
    .mend_chinese = "改正参数，或者改附别的印发件；可以附上的有：{2}",
    .mend_english = "correct the parameters or include another one; there are: {2}",
};

static const struct message MESSAGE_INCLUSION_NESTED = {
    .id = "inclusion.nested",
    .level = FINDING_ERROR,
    .chinese = "印发件“{1}”自己又附有别的印发件，只能附一层",
    .english = "the publication \"{1}\" includes others itself: only one level is possible",
    .mend_chinese = "把它附的印发件直接附在本件后面",
    .mend_english = "include what it includes directly",
};

static const struct message MESSAGE_INCLUSION_MANY = {
    .id = "inclusion.many",
    .level = FINDING_ERROR,
    .chinese = "附的印发件超过{1}件",
    .english = "more than {1} publications are included",
    .mend_chinese = "分成几件公文，或者把印发件合并",
    .mend_english = "make several documents of it, or join what is included",
};

static const struct message MESSAGE_INCLUSION_TREE = {
    .id = "inclusion.tree",
    .level = FINDING_ERROR,
    .chinese = "印发件“{1}”的页无法并入：它或本件的样式表没有产生完整的 fo:root，或者嵌套太深",
    .english = "the pages of \"{1}\" cannot be put in: its stylesheet or this one's did not make a "
               "whole fo:root, or it is nested too deeply",
    .mend_chinese = "检查两个样式表：fo:root 之内先要有 fo:layout-master-set",
    .mend_english = "check both stylesheets: fo:root begins with fo:layout-master-set",
};

/* --- Findings: the item ----------------------------------------------------------------------- */

static const struct message MESSAGE_PUBLISH_STYLESHEET_BROKEN = {
    .id = "publish.stylesheet-broken",
    .level = FINDING_ERROR,
    .chinese = "样式表有误，未能生成（详见 {1}）",
    .english = "not made because the stylesheet is wrong (see {1})",
    .mend_chinese = "改正样式表后重新印发",
    .mend_english = "correct the stylesheet, then publish again",
};

static const struct message MESSAGE_PUBLISH_KEY_MISSING = {
    .id = "publish.key-missing",
    .level = FINDING_ERROR,
    .chinese = "查询 {1} 的第 {2} 行没有主键 {3}，无法单独成文",
    .english = "row {2} of query {1} has no key {3}, so no document can be made of it",
    .mend_chinese = "检查该行数据，或修改 publication.xml 中的查询",
    .mend_english = "check that row's data, or the query in publication.xml",
};

static const struct message MESSAGE_PUBLISH_KEY_DOUBLED = {
    .id = "publish.key-doubled",
    .level = FINDING_ERROR,
    .chinese = "查询 {1} 有多行的主键 {2} 相同：{3}",
    .english = "query {1} has several rows with the same key {2}: {3}",
    .mend_chinese = "修改 publication.xml 中的查询，使每行的主键各不相同",
    .mend_english = "change the query in publication.xml so that each row has its own key",
};

static const struct message MESSAGE_PUBLISH_FILE_DOUBLED = {
    .id = "publish.file-doubled",
    .level = FINDING_ERROR,
    .chinese = "文件名 {1} 已被另一份文件使用（{2}）",
    .english = "the file name {1} is already taken by another document ({2})",
    .mend_chinese = "在 publication.xml 的 file 中加入能区分各份文件的 {{列名}",
    .mend_english = "add a {{column} that tells the documents apart to file= in publication.xml",
};

static const struct message MESSAGE_PUBLISH_FILE_NAME = {
    .id = "publish.file-name",
    .level = FINDING_ERROR,
    .chinese = "不能使用的文件名：{1}",
    .english = "a file name that cannot be used: {1}",
    .mend_chinese = "修改 publication.xml 中的 file：不能为空，不能含有 ..",
    .mend_english = "change file= in publication.xml: it may not be empty and may not hold ..",
};

static const struct message MESSAGE_PUBLISH_WORKER_DIED = {
    .id = "publish.worker-died",
    .level = FINDING_ERROR,
    .chinese = "生成过程意外中断（{1}），这一份没有生成，其余不受影响",
    .english = "the process that made this ended unexpectedly ({1}); this one was not made, the "
               "others are not affected",
    .mend_chinese = "重新运行；若再次发生，请保留数据并报告",
    .mend_english = "run again; if it happens again, keep the data and report it",
};

/* --- Failures --------------------------------------------------------------------------------- */

static const struct message MESSAGE_PUBLISH_COLUMN_XML = {
    .id = "publish.column-xml",
    .level = FINDING_ERROR,
    .chinese = "{1}：标明 xml 的列不是完整的 XML：{2}",
    .english = "{1}: the column said to be XML is not well-formed: {2}",
    .mend_chinese = NULL,
    .mend_english = NULL,
};

static const struct message MESSAGE_PUBLISH_COLUMN_NAME = {
    .id = "publish.column-name",
    .level = FINDING_ERROR,
    .chinese = "{1}：查询的列名“{2}”不能用作名称，请在 SQL 中用 AS 给出",
    .english = "{1}: the query's column name \"{2}\" cannot serve as a name; give one with AS",
    .mend_chinese = NULL,
    .mend_english = NULL,
};

static const struct message MESSAGE_PUBLISH_COLUMN_MISSING = {
    .id = "publish.column-missing",
    .level = FINDING_ERROR,
    .chinese = "{1}：查询没有列“{2}”",
    .english = "{1}: the query has no column \"{2}\"",
    .mend_chinese = NULL,
    .mend_english = NULL,
};

static const struct message MESSAGE_PUBLISH_QUERY_MISSING = {
    .id = "publish.query-missing",
    .level = FINDING_ERROR,
    .chinese = "出版物 {1} 没有查询“{2}”",
    .english = "publication {1} has no query \"{2}\"",
    .mend_chinese = NULL,
    .mend_english = NULL,
};

static const struct message MESSAGE_PUBLISH_WORKER = {
    .id = "publish.worker",
    .level = FINDING_ERROR,
    .chinese = "无法启动生成进程：{1}",
    .english = "a worker process cannot be started: {1}",
    .mend_chinese = NULL,
    .mend_english = NULL,
};

static const struct message MESSAGE_PUBLISH_WORKER_SAID = {
    .id = "publish.worker-said",
    .level = FINDING_ERROR,
    .chinese = "生成进程给出了无法理解的结果",
    .english = "a worker process gave a result that cannot be understood",
    .mend_chinese = NULL,
    .mend_english = NULL,
};

#endif
