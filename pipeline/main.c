/* yinfa 印发 — the command table. Each verb is one row: its name, the options it takes, the
 * function that does it, and what --help says. Exit status: 0 clean, 1 findings, 2 usage, 3
 * failure, 4 stopped at a gate. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/exit_status.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/xml.h"
#include "batch/batch.h"
#include "home.h"
#include "options.h"
#include "store/workspace.h"
#include "verbs.h"

static const struct message MESSAGE_UNKNOWN_VERB = {
    .id = "usage.verb",
    .level = FINDING_ERROR,
    .chinese = "没有命令“{1}”",
    .english = "there is no command \"{1}\"",
    .mend_chinese = "yinfa --help 列出所有命令",
    .mend_english = "yinfa --help lists all commands",
};

static const struct message MESSAGE_OPERANDS = {
    .id = "usage.operands",
    .level = FINDING_ERROR,
    .chinese = "用法：yinfa {1}",
    .english = "usage: yinfa {1}",
    .mend_chinese = "yinfa {2} --help 有说明和例子",
    .mend_english = "yinfa {2} --help explains it with an example",
};

static int run_init(const struct options *options);
static int run_ingest(const struct options *options);
static int run_publish(const struct options *options);
static int run_job(const struct options *options);
static int run_status(const struct options *options);
static int run_list(const struct options *options);
static int run_explain(const struct options *options);
static int run_retry(const struct options *options);
static int run_void(const struct options *options);
static int run_reissue(const struct options *options);
static int run_keygen(const struct options *options);
static int run_verify(const struct options *options);

static const struct verb verbs[] = {
    {"init", "", run_init, "init DIR", "建立工作区", "make a workspace",
     "在 DIR 建立数据库和 inbox、accepted、returned、published 等文件夹。\n"
     "例：yinfa init 2024年度\n",
     "Makes the database and the folders inbox, accepted, returned, published … in DIR.\n"
     "Example: yinfa init office-2024\n"},
    {"ingest", "wfDT", run_ingest, "ingest [-w DIR] PATH...", "收件：登记、校验、入库",
     "take in submissions: register, validate, normalise",
     "PATH 是文件、文件夹（只读一层）或 -（标准输入）。合格的入库；不合格的连同退回单放在\n"
     "returned/，数据库不变。全部接收返回 0，有退回或提醒返回 1。\n"
     "例：yinfa ingest -w 2024年度 inbox/*.xml\n",
     "PATH is a file, a folder (one level) or - (standard input). What is right goes into the\n"
     "database; what is not goes to returned/ with its slip, the database as before. Ends with 0 "
     "if\n"
     "all were taken, 1 if something was returned or warned of.\n"
     "Example: yinfa ingest -w office-2024 inbox/*.xml\n"},
    {"publish", "wojSFfDT", run_publish,
     "publish [-w DIR] NAME [key=value...] [-o DIR] [-j N] [--shard K/N] [--force]", "印发一种文件",
     "make a publication",
     "只重做数据、样式或字体变了的；--force 全部重做。\n"
     "例：yinfa publish -w 2024年度 target-list year=2024\n",
     "Makes only what changed (rows, stylesheets, fonts); --force makes everything.\n"
     "Example: yinfa publish -w office-2024 target-list year=2024\n"},
    {"run", "wojFmfDT", run_job,
     "run [-w DIR] JOB [key=value...] [-j N] [--force] [--allow-missing]",
     "执行整个批次，可中断后续做", "run a whole job; it can be taken up again",
     "依次收件、把关、印发。没有过关返回 4，什么都不印发。\n"
     "--allow-missing：有单位缺报也往下做，缺什么在印发件中写明。\n"
     "例：yinfa run -w 2024年度 targets year=2024\n",
     "Ingests, checks the gates, publishes. Ends with 4 if a gate stops it; then nothing is\n"
     "published. --allow-missing goes on although some have not sent what was due; what is made\n"
     "names them.\nExample: yinfa run -w office-2024 targets year=2024\n"},
    {"status", "wfD", run_status, "status [-w DIR] [--format=json]", "现在到哪一步了",
     "where does the work stand", "例：yinfa status -w 2024年度\n",
     "Example: yinfa status -w office-2024\n"},
    {"list", "wfD", run_list, "list [-w DIR] [WHAT] [--format=json]", "列出收件、问题、印发件等",
     "list submissions, findings, items …",
     "WHAT：submissions findings items outputs certificates runs kinds publications jobs\n"
     "例：yinfa list -w 2024年度 findings\n",
     "WHAT: submissions findings items outputs certificates runs kinds publications jobs\n"
     "Example: yinfa list -w office-2024 findings\n"},
    {"explain", "wfDT", run_explain, "explain [-w DIR] ITEM [--format=json]",
     "这个数、这份文件从哪里来", "where a figure or a file comes from",
     "ITEM：印发件/参数#行.栏，或收件号、证书编号，或印发的文件。不在第一张表里的，写明\n"
     "查询的名称：#查询:行.栏；一行一份的，写明是哪一份：#份/行.栏。\n"
     "例：yinfa explain -w 2024年度 target-list/year=2024#420100.head_count\n",
     "ITEM: publication/parameters#row.column, the number of a submission or a certificate, or a\n"
     "published file. A cell of another query than the rows: #query:row.column; of one item among\n"
     "many: #item/row.column.\n"
     "Example: yinfa explain -w office-2024 target-list/year=2024#420100.head_count\n"},
    {"retry", "wfDT", run_retry, "retry [-w DIR]", "重新校验退回的收件",
     "validate returned submissions again",
     "例如先到的名单因计划未到被退回，计划到后运行。\n例：yinfa retry -w 2024年度\n",
     "For instance after the plan has arrived that a returned list needed.\n"
     "Example: yinfa retry -w office-2024\n"},
    {"void", "wRd", run_void, "void [-w DIR] NUMBER --reason TEXT [--date=YYYY-MM-DD]",
     "作废一张证书", "take a certificate out of force",
     "编号不再使用；原因和日期留在台账，核验页列出。不写 --date 为今天。\n"
     "例：yinfa void -w 2024年度 CMQ20240000010 --reason 提交的材料不实\n",
     "The number is not used again; reason and day stay in the ledger and the verification page\n"
     "lists it. Without --date it is today.\n"
     "Example: yinfa void -w office-2024 CMQ20240000010 --reason 'false papers'\n"},
    {"reissue", "wRdufDT", run_reissue,
     "reissue [-w DIR] NUMBER --reason TEXT [--date=YYYY-MM-DD] [--current]", "换发、补发一张证书",
     "replace a certificate by one with a new number",
     "原证书作废，新证书接下一个编号，内容不变；--current：照现在的数据（例如改正了姓名）。\n"
     "例：yinfa reissue -w 2024年度 CMQ20240000010 --reason 遗失补发\n"
     "例：yinfa reissue -w 2024年度 CMQ20240000010 --current --reason 姓名更正\n",
     "The old one is no longer in force; the new one has the next number and the same content, or\n"
     "with --current that of the data as they are now (a corrected name, for instance).\n"
     "Example: yinfa reissue -w office-2024 CMQ20240000010 --reason lost\n"
     "Example: yinfa reissue -w office-2024 CMQ20240000010 --current --reason 'name corrected'\n"},
    {"keygen", "w", run_keygen, "keygen [-w DIR]", "生成证书签名密钥",
     "make the key that certificates are signed with",
     "私钥写入 keys/，只有本用户能读；公钥登记在数据库，印在核验页上。已有密钥的，旧密钥停用，它\n"
     "签过的证书仍然有效。\n例：yinfa keygen -w 2024年度\n",
     "The private half goes to keys/, readable by this user only; the public half into the\n"
     "database and onto the verification page. A key before it is retired; what that signed stays\n"
     "valid.\nExample: yinfa keygen -w office-2024\n"},
    {"verify", "wf", run_verify, "verify [-w DIR] NUMBER|TEXT|FILE.pdf [--format=json]",
     "核验一份证书", "verify a certificate",
     "编号、二维码的文字（以 YF1| 开头，用单引号括起）或证书文件。有效返回 0；已作废、被改动、\n"
     "查无此证返回 1。\n例：yinfa verify -w 2024年度 证书.pdf\n",
     "Its number, the text of its QR code (begins with YF1|, in single quotes) or its file. Ends\n"
     "with 0 if it is valid, with 1 if it is voided, altered or unknown.\n"
     "Example: yinfa verify -w office-2024 certificate.pdf\n"},
    {"format", "otrpT", verb_format,
     "format IN.fo -o OUT.pdf [--pdf=2u|2a|ua1|1b] [--trace] [--relaxed]",
     "单独使用排版器，XSL-FO 变成 PDF", "the formatter alone: XSL-FO to PDF",
     "也可写 yinfa format IN.fo OUT.pdf；--trace 写出排版结果的文字记录，- 是标准输出。\n"
     "--pdf 是归档和无障碍的级别：2u（PDF/A-2u，不写就是它）、2a、ua1（PDF/UA-1）、1b，可写\n"
     "--pdf=2a,ua1。1b 里没有透明，也没有结构。\n"
     "例：yinfa format 通知.fo -o 通知.pdf\n",
     "yinfa format IN.fo OUT.pdf works too; --trace writes the marks as text, - is standard "
     "output.\n"
     "--pdf says what to conform to: 2u (PDF/A-2u, the default), 2a, ua1 (PDF/UA-1), 1b, or\n"
     "--pdf=2a,ua1. In 1b nothing is transparent and nothing tagged.\n"
     "Example: yinfa format notice.fo -o notice.pdf\n"},
    {"check-format", "wfDT", verb_check_format, "check-format [-w DIR] ITEM|IN.fo [--format=json]",
     "公文成品按 GB/T 9704 逐条量", "measure an official document's pages against GB/T 9704",
     "ITEM：印发件/参数，照印发时重做一遍（不写文件）；或 FO 文件。按成品上的墨迹量天头、订口、\n"
     "行数、字数、红线、页码、版记等，逐条列出量得的毫米数。全部符合返回 0，有不符返回 1。\n"
     "例：yinfa check-format -w 2024年度 official-document/document=notice-2024-1\n",
     "ITEM: publication/parameters, made again as when published (nothing is written); or an FO\n"
     "file. Margins, rows, characters, red rule, page numbers, colophon … are measured from the\n"
     "marks on the pages, rule by rule in millimetres. Ends with 0 if all rules hold, else with "
     "1.\n"
     "Example: yinfa check-format -w office-2024 official-document/document=notice-2024-1\n"},
    {"fonts", "cfT", verb_fonts, "fonts [--check TEXT|FILE] [--format=json]",
     "列出字体，查哪些字画不出来", "the font set, and which characters it cannot draw",
     "例：yinfa fonts --check 名单.txt\n", "Example: yinfa fonts --check names.txt\n"},
};

enum { VERB_COUNT = sizeof verbs / sizeof *verbs };

/* --- Verbs that are one call of batch/ or store/
 * ------------------------------------------------------- */

static int usage_of(const char *name)
{
    for (size_t i = 0; i < VERB_COUNT; i++)
        if (strcmp(verbs[i].name, name) == 0)
            failure(&MESSAGE_OPERANDS, verbs[i].usage, name, NULL);
    return EXIT_USAGE;
}

static int run_init(const struct options *options)
{
    if (options->operand_count != 1)
        return usage_of("init");
    if (workspace_create(options->operands[0]) != 0)
        return EXIT_FAILED;
    if (!options->quiet)
        printf(
            message_choose("工作区已建立：%s\n把收到的 XML 放进 %s/inbox，然后运行批次。\n",
                           "workspace made: %s\nput what came in into %s/inbox, then run a job.\n"),
            options->operands[0], options->operands[0]);
    return EXIT_CLEAN;
}

static int run_ingest(const struct options *options)
{
    if (options->operand_count == 0)
        return usage_of("ingest");
    return batch_ingest(&options->batch, options->operands, options->operand_count);
}

static int run_publish(const struct options *options)
{
    if (options->operand_count == 0)
        return usage_of("publish");
    return batch_publish(&options->batch, options->operands[0], options->operands + 1);
}

static int run_job(const struct options *options)
{
    if (options->operand_count == 0)
        return usage_of("run");
    return batch_run(&options->batch, options->operands[0], options->operands + 1);
}

static int run_status(const struct options *options)
{
    return options->operand_count == 0 ? batch_status(&options->batch) : usage_of("status");
}

static int run_list(const struct options *options)
{
    if (options->operand_count > 1)
        return usage_of("list");
    return batch_list(&options->batch, options->operands[0]);
}

static int run_explain(const struct options *options)
{
    if (options->operand_count != 1)
        return usage_of("explain");
    return batch_explain(&options->batch, options->operands[0]);
}

static int run_retry(const struct options *options)
{
    return options->operand_count == 0 ? batch_retry(&options->batch) : usage_of("retry");
}

static int run_keygen(const struct options *options)
{
    return options->operand_count == 0 ? batch_keygen(&options->batch) : usage_of("keygen");
}

static int run_verify(const struct options *options)
{
    if (options->operand_count != 1)
        return usage_of("verify");
    return batch_verify(&options->batch, options->operands[0]);
}

static int run_change(const struct options *options, const char *verb,
                      int (*change)(const struct batch_options *,
                                    const struct certificate_change *))
{
    if (options->operand_count != 1 || !options->reason)
        return usage_of(verb);
    const struct certificate_change wanted = {.number = options->operands[0],
                                              .reason = options->reason,
                                              .day = options->date,
                                              .current = options->current};
    return change(&options->batch, &wanted);
}

static int run_void(const struct options *options)
{
    return run_change(options, "void", batch_void);
}

static int run_reissue(const struct options *options)
{
    return run_change(options, "reissue", batch_reissue);
}

/* --- The table at work
 * -------------------------------------------------------------------------------- */

static void print_overview(FILE *out)
{
    fputs(message_choose("yinfa 印发——从收到的 XML 到印发的公文、名单和统计表\n\n",
                         "yinfa — from the XML that came in to the documents that are issued\n\n"),
          out);
    for (size_t i = 0; i < VERB_COUNT; i++)
        fprintf(out, "  yinfa %s\n      %s\n", verbs[i].usage,
                message_choose(verbs[i].chinese, verbs[i].english));
    fputs(message_choose(
              "\n各命令都可用 --help（说明和例子）、--lang=en、--quiet、-w "
              "工作区（默认为当前文件夹）。\n"
              "返回值：0 正常；1 有退回或提醒；2 用法不对；3 程序失败；4 没有过关，未印发。\n",
              "\nEvery command takes --help (with an example), --lang=zh|en, --quiet; -w is the "
              "workspace.\nExit status: 0 clean, 1 findings, 2 usage, 3 failure, 4 stopped at a "
              "gate.\n"),
          out);
}

static int run_verb(const struct verb *verb, int argument_count, char **arguments)
{
    struct options options;
    if (options_read(verb, argument_count, arguments, &options) != 0) {
        return EXIT_USAGE;
    }
    int status = EXIT_CLEAN;
    char *home = NULL;
    if (options.help) {
        printf("yinfa %s\n%s\n\n%s", verb->usage, message_choose(verb->chinese, verb->english),
               message_choose(verb->help_chinese, verb->help_english));
    } else if ((home = home_find()) == NULL) {
        status = EXIT_FAILED;
    } else {
        options.batch.home = home;
        status = verb->run(&options);
    }
    free(home);
    options_free(&options);
    return status;
}

int main(int argument_count, char **arguments)
{
    setlocale(LC_ALL, "C");
    memory_prepare();
    for (int i = 1; i < argument_count; i++) /* before anything is said */
        if (strcmp(arguments[i], "--lang=en") == 0)
            message_set_language(LANGUAGE_ENGLISH);
    if (argument_count < 2) {
        print_overview(stderr);
        return EXIT_USAGE;
    }
    if (strcmp(arguments[1], "--help") == 0 || strcmp(arguments[1], "-h") == 0 ||
        strcmp(arguments[1], "help") == 0 || strcmp(arguments[1], "--lang=en") == 0) {
        print_overview(stdout);
        return EXIT_CLEAN;
    }
    xml_guard_install();
    for (size_t i = 0; i < VERB_COUNT; i++)
        if (strcmp(arguments[1], verbs[i].name) == 0)
            return run_verb(&verbs[i], argument_count - 1, arguments + 1);
    failure(&MESSAGE_UNKNOWN_VERB, arguments[1], NULL);
    return EXIT_USAGE;
}
