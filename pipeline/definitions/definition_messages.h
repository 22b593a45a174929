/* Wordings of definitions/: mistakes in kinds, publications and jobs beyond what their XSDs can
 * say. */
#ifndef YINFA_DEFINITIONS_DEFINITION_MESSAGES_H
#define YINFA_DEFINITIONS_DEFINITION_MESSAGES_H

#include "base/message.h"

static const struct message MESSAGE_DEFINITION_FOLDER = {
    .id = "definition.folder",
    .level = FINDING_ERROR,
    .chinese = "文件夹打不开：{1}",
    .english = "the folder cannot be opened: {1}",
    .mend_chinese = "检查文件夹的权限",
    .mend_english = "check the folder's permissions",
};

static const struct message MESSAGE_DEFINITION_NAME = {
    .id = "definition.name",
    .level = FINDING_ERROR,
    .chinese = "name 写的是“{1}”，与所在的文件夹或文件名“{2}”不同",
    .english = "the name \"{1}\" differs from that of the folder or file, \"{2}\"",
    .mend_chinese = "两处改成同一个名称",
    .mend_english = "give both the same name",
};

static const struct message MESSAGE_DEFINITION_DOUBLED = {
    .id = "definition.doubled",
    .level = FINDING_ERROR,
    .chinese = "“{1}”重复了，前面已经用过",
    .english = "\"{1}\" is there already",
    .mend_chinese = "换一个名称，或者删去一处",
    .mend_english = "take another name or delete one of the two",
};

static const struct message MESSAGE_DEFINITION_SQL_NAME = {
    .id = "definition.sql-name",
    .level = FINDING_ERROR,
    .chinese = "“{1}”不能作为名称：只能用小写字母、数字和下划线，以字母开头",
    .english = "\"{1}\" is no name: lower-case letters, digits and underscores, a letter first",
    .mend_chinese = "改名，例如 head_count",
    .mend_english = "rename it, for example head_count",
};

static const struct message MESSAGE_DEFINITION_RESERVED = {
    .id = "definition.reserved",
    .level = FINDING_ERROR,
    .chinese = "“{1}”是程序自己用的名称",
    .english = "\"{1}\" is a name the program uses itself",
    .mend_chinese = "换一个名称",
    .mend_english = "take another name",
};

static const struct message MESSAGE_DEFINITION_SQL_EMPTY = {
    .id = "definition.sql-empty",
    .level = FINDING_ERROR,
    .chinese = "没有写 SQL",
    .english = "there is no SQL",
    .mend_chinese = "写上一条 SELECT 查询",
    .mend_english = "write a SELECT",
};

static const struct message MESSAGE_DEFINITION_TEXT_EMPTY = {
    .id = "definition.text-empty",
    .level = FINDING_ERROR,
    .chinese = "“{1}”不能是空的",
    .english = "\"{1}\" must not be empty",
    .mend_chinese = "填写内容",
    .mend_english = "fill it in",
};

static const struct message MESSAGE_DEFINITION_FILE_MISSING = {
    .id = "definition.file-missing",
    .level = FINDING_ERROR,
    .chinese = "找不到文件：{1}",
    .english = "the file is not there: {1}",
    .mend_chinese = "检查文件名；文件应当放在定义文件旁边",
    .mend_english = "check its name; it belongs beside the definition",
};

static const struct message MESSAGE_DEFINITION_INNER_PATH = {
    .id = "definition.inner-path",
    .level = FINDING_ERROR,
    .chinese = "文件名“{1}”不行：不能以 / 开头，不能有 .. 和反斜杠",
    .english = "the file name \"{1}\" will not do: no leading /, no .. and no backslash",
    .mend_chinese = "写定义文件旁边的文件名",
    .mend_english = "name a file beside the definition",
};

/* --- Kinds ------------------------------------------------------------------------------------ */

static const struct message MESSAGE_KIND_PATH = {
    .id = "definition.kind-path",
    .level = FINDING_ERROR,
    .chinese = "路径写法不对：“{1}”",
    .english = "the path \"{1}\" is not well formed",
    .mend_chinese = "只能逐层写元素名，最后可以是属性，例如 region/@code；“.”指元素本身",
    .mend_english =
        "element names step by step, an attribute last, as in region/@code; \".\" is the element",
};

/* 1: path, 2: schema */
static const struct message MESSAGE_KIND_RECORD_NESTS = {
    .id = "definition.kind-record-nests",
    .level = FINDING_ERROR,
    .chinese = "按结构文件 {2}，“{1}”所指的元素可以互相嵌套，不能作记录",
    .english =
        "by the schema {2} the elements that “{1}” leads to may stand inside each other, so they "
        "cannot be records",
    .mend_chinese = "改用从根元素写起的路径，或改结构文件，使其不嵌套",
    .mend_english = "write the path from the root, or change the schema so that they do not nest",
};

static const struct message MESSAGE_KIND_PATH_UNKNOWN = {
    .id = "definition.kind-path-unknown",
    .level = FINDING_ERROR,
    .chinese = "结构文件 {2} 中没有“{1}”",
    .english = "there is no \"{1}\" in the schema {2}",
    .mend_chinese = "检查路径中的名称是否与结构文件一致",
    .mend_english = "check the path's names against the schema",
};

static const struct message MESSAGE_KIND_NAMESPACE = {
    .id = "definition.kind-namespace",
    .level = FINDING_ERROR,
    .chinese = "名称空间“{1}”与结构文件的 targetNamespace“{2}”不同",
    .english = "the namespace \"{1}\" differs from the schema's targetNamespace \"{2}\"",
    .mend_chinese = "两处改成一样",
    .mend_english = "make both the same",
};

static const struct message MESSAGE_KIND_ROOT = {
    .id = "definition.kind-root",
    .level = FINDING_ERROR,
    .chinese = "结构文件 {2} 中没有根元素“{1}”",
    .english = "the schema {2} declares no root element \"{1}\"",
    .mend_chinese = "检查 root 写的名称",
    .mend_english = "check what root says",
};

static const struct message MESSAGE_KIND_ROOT_DOUBLED = {
    .id = "definition.kind-root-doubled",
    .level = FINDING_ERROR,
    .chinese = "“{1}”与报送种类“{2}”的根元素和名称空间相同，收到的文件分不清是哪一种",
    .english = "root and namespace of \"{1}\" are those of kind \"{2}\": a file could be either",
    .mend_chinese = "改用自己的名称空间",
    .mend_english = "use a namespace of its own",
};

static const struct message MESSAGE_KIND_PARENT = {
    .id = "definition.kind-parent",
    .level = FINDING_ERROR,
    .chinese = "前面没有名为“{1}”的表",
    .english = "there is no table \"{1}\" above",
    .mend_chinese = "parent 写同一文件中在它之前的表",
    .mend_english = "parent names a table that stands above in this file",
};

static const struct message MESSAGE_KIND_PARENT_RECORD = {
    .id = "definition.kind-parent-record",
    .level = FINDING_ERROR,
    .chinese = "记录“{1}”不在上级表的记录“{2}”之内",
    .english = "the record \"{1}\" does not lie within the parent's \"{2}\"",
    .mend_chinese = "record 从根元素写起，并以上级表的 record 开头",
    .mend_english = "write record from the root, beginning with the parent's record",
};

static const struct message MESSAGE_KIND_LABEL = {
    .id = "definition.kind-label",
    .level = FINDING_ERROR,
    .chinese = "label 写的“{1}”不是表“{2}”的列",
    .english = "the label \"{1}\" is no column of table \"{2}\"",
    .mend_chinese = "label 写本表中能叫出一条记录的列，例如 name",
    .mend_english = "label is a column whose value names a record, for example name",
};

static const struct message MESSAGE_KIND_ATTACHMENT_TABLE = {
    .id = "definition.kind-attachment-table",
    .level = FINDING_ERROR,
    .chinese = "本种类没有名为“{1}”的表",
    .english = "this kind has no table \"{1}\"",
    .mend_chinese = "table 写同一文件中每行说明一幅图的表",
    .mend_english = "table names the table of this file whose rows name a picture each",
};

static const struct message MESSAGE_KIND_ATTACHMENT_COLUMN = {
    .id = "definition.kind-attachment-column",
    .level = FINDING_ERROR,
    .chinese = "“{1}”不是表“{2}”的列",
    .english = "\"{1}\" is no column of table \"{2}\"",
    .mend_chinese = "file 写文件名所在的列，digest 写SHA-256校验值所在的列",
    .mend_english = "file is the column with the file's name, digest the one with its SHA-256",
};

static const struct message MESSAGE_KIND_RULE_NAME = {
    .id = "definition.kind-rule-id",
    .level = FINDING_ERROR,
    .chinese = "规则编号“{1}”应当以“{2}.”开头，后面有名称",
    .english = "the rule id \"{1}\" must begin with \"{2}.\" and a name must follow",
    .mend_chinese = "例如 enrolment.total",
    .mend_english = "for example enrolment.total",
};

static const struct message MESSAGE_KIND_AFTER = {
    .id = "definition.kind-after",
    .level = FINDING_ERROR,
    .chinese = "没有名为“{1}”的报送种类",
    .english = "there is no kind named \"{1}\"",
    .mend_chinese = "检查 after 写的名称",
    .mend_english = "check what after says",
};

static const struct message MESSAGE_KIND_CYCLE = {
    .id = "definition.kind-cycle",
    .level = FINDING_ERROR,
    .chinese = "after 绕成了圈：{1}",
    .english = "the after of kinds go round in a circle: {1}",
    .mend_chinese = "去掉圈中的一个 after",
    .mend_english = "take one after out of the circle",
};

/* --- Publications and jobs -------------------------------------------------------------------- */

static const struct message MESSAGE_DEFINITION_NO_QUERY = {
    .id = "definition.no-query",
    .level = FINDING_ERROR,
    .chinese = "没有名为“{1}”的查询",
    .english = "there is no query named \"{1}\"",
    .mend_chinese = "改成本文件中某个 query 的 name",
    .mend_english = "name a query of this file",
};

static const struct message MESSAGE_DEFINITION_QUERY_MIXED = {
    .id = "definition.query-mixed",
    .level = FINDING_ERROR,
    .chinese = "查询“{1}”既有文字又有子元素",
    .english = "the query \"{1}\" has both text and child elements",
    .mend_chinese = "有 origin 时，把查询放进 sql 元素里",
    .mend_english = "where there is an origin, put the query into an sql element",
};

static const struct message MESSAGE_DEFINITION_NO_PARAMETER = {
    .id = "definition.no-parameter",
    .level = FINDING_ERROR,
    .chinese = "没有声明名为“{1}”的参数",
    .english = "no parameter \"{1}\" is declared",
    .mend_chinese = "改成已声明的参数，或者加一个 parameter",
    .mend_english = "use a declared parameter or declare this one",
};

static const struct message MESSAGE_DEFINITION_BRACES = {
    .id = "definition.braces",
    .level = FINDING_ERROR,
    .chinese = "“{1}”中的花括号不成对或者是空的",
    .english = "the braces in \"{1}\" do not pair or are empty",
    .mend_chinese = "写成 {{year} 这样",
    .mend_english = "write {{year}",
};

static const struct message MESSAGE_DEFINITION_FILE_PATTERN = {
    .id = "definition.file-pattern",
    .level = FINDING_ERROR,
    .chinese = "“{1}”不能作为输出文件名：不能有 / 和反斜杠，不能以点开头",
    .english = "\"{1}\" is no file name: no / or backslash in it, no dot first",
    .mend_chinese = "例如 target-list-{{year}.pdf",
    .mend_english = "for example target-list-{{year}.pdf",
};

static const struct message MESSAGE_DEFINITION_OUTPUT_STYLESHEET = {
    .id = "definition.output-stylesheet",
    .level = FINDING_ERROR,
    .chinese = "{1} 输出要写 stylesheet，不写 query 和 column",
    .english = "{1} output takes a stylesheet, no query and no column",
    .mend_chinese = "补上样式表；只有 csv 用 query 和 column",
    .mend_english = "name the stylesheet; only csv takes query and column",
};

static const struct message MESSAGE_DEFINITION_OUTPUT_PDF = {
    .id = "definition.output-pdf",
    .level = FINDING_ERROR,
    .chinese = "属性 pdf、check 说的是 PDF 文件，{1} 输出没有",
    .english = "the attributes pdf and check are about PDF files; {1} output has none",
    .mend_chinese = "去掉 pdf=、check=",
    .mend_english = "take pdf= and check= away",
};

static const struct message MESSAGE_DEFINITION_OUTPUT_CSV = {
    .id = "definition.output-csv",
    .level = FINDING_ERROR,
    .chinese = "csv 输出要写 query 和至少一个 column，不写 stylesheet",
    .english = "csv output takes a query and at least one column, no stylesheet",
    .mend_chinese =
        "例如 <output format=\"csv\" query=\"rows\" file=\"rows.csv\"><column …/></output>",
    .mend_english =
        "as in <output format=\"csv\" query=\"rows\" file=\"rows.csv\"><column …/></output>",
};

static const struct message MESSAGE_DEFINITION_MODE = {
    .id = "definition.mode",
    .level = FINDING_ERROR,
    .chinese = "“{1}”不是文件权限",
    .english = "\"{1}\" is no file mode",
    .mend_chinese = "写四位八进制数：0600 只给自己，0644 别人可读",
    .mend_english = "four octal digits: 0600 for the owner alone, 0644 for others to read",
};

static const struct message MESSAGE_PROFILE_MISSING = {
    .id = "definition.profile-missing",
    .level = FINDING_ERROR,
    .chinese = "没有版式“{1}”",
    .english = "there is no profile \"{1}\"",
    .mend_chinese = "用文件中有的版式名称，例如 national",
    .mend_english = "use the name of a profile in the file, such as national",
};

static const struct message MESSAGE_PROFILE_VALUE = {
    .id = "definition.profile-value",
    .level = FINDING_ERROR,
    .chinese = "版式“{1}”没有写 {2} 的 {3}",
    .english = "profile \"{1}\" does not say {3} of {2}",
    .mend_chinese = "照 national 补上",
    .mend_english = "add it as national has it",
};

static const struct message MESSAGE_DEFINITION_WHEN = {
    .id = "definition.when",
    .level = FINDING_ERROR,
    .chinese = "when 写的“{1}”不对",
    .english = "\"{1}\" will not do for when",
    .mend_chinese = "写成“参数=值”，值是该参数可选的值之一，例如 identity=full",
    .mend_english = "write parameter=value with a value that may be chosen, as in identity=full",
};

static const struct message MESSAGE_DEFINITION_LEDGER_EACH = {
    .id = "definition.ledger-each",
    .level = FINDING_ERROR,
    .chinese = "有 ledger 的印发件要逐张印：没有写 each",
    .english = "a publication with a ledger is printed one by one: there is no each",
    .mend_chinese = "加上 each，它的 query 从表 certificate 取证书，key 是证书编号所在的列",
    .mend_english = "add an each whose query reads the table certificate and whose key is the "
                    "column with the number",
};

static const struct message MESSAGE_DEFINITION_LEDGER_QUERY = {
    .id = "definition.ledger-query",
    .level = FINDING_ERROR,
    .chinese = "ledger 与 each 不能用同一个查询“{1}”",
    .english = "ledger and each cannot have the same query \"{1}\"",
    .mend_chinese = "ledger 的查询说明谁应当得到证书；each 的查询从表 certificate 取已编号的证书",
    .mend_english =
        "the ledger's query says who is to have a certificate; that of each reads those "
        "that have a number from the table certificate",
};

static const struct message MESSAGE_DEFINITION_CHOICES = {
    .id = "definition.choices",
    .level = FINDING_ERROR,
    .chinese = "参数“{1}”：type=\"choice\" 与 choices 要一起写，choices 不能是空的",
    .english = "parameter \"{1}\": type=\"choice\" and a choices that is not empty go together",
    .mend_chinese = "例如 type=\"choice\" choices=\"masked full\"",
    .mend_english = "for example type=\"choice\" choices=\"masked full\"",
};

static const struct message MESSAGE_DEFINITION_DEFAULT = {
    .id = "definition.default",
    .level = FINDING_ERROR,
    .chinese = "参数“{1}”的默认值“{2}”不合它自己的类型",
    .english = "the default \"{2}\" of parameter \"{1}\" does not fit its own type",
    .mend_chinese = "改默认值，或者改 type、choices",
    .mend_english = "change the default, or type and choices",
};

static const struct message MESSAGE_JOB_INGEST = {
    .id = "definition.job-ingest",
    .level = FINDING_ERROR,
    .chinese = "ingest 的 path 不能写“{1}”",
    .english = "an ingest cannot have the path \"{1}\"",
    .mend_chinese =
        "写 inbox，或者 shipped: 加程序所带文件的路径，例如 shipped:schemas/regions/hubei.xml",
    .mend_english = "inbox, or shipped: and a file that comes with the program, as in "
                    "shipped:schemas/regions/hubei.xml",
};

#endif
