/* Options are read by getopt_long for all verbs alike; then each one given is held against the
 * verb's list, so that a mistyped wish is refused instead of silently dropped. */
#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/message.h"
#include "base/progress.h"

/* The letter is what struct verb.accepted holds; h, L (--lang) and q (--quiet) every verb takes. */
static const struct option long_options[] = {
    {"workspace", required_argument, NULL, 'w'},
    {"output", required_argument, NULL, 'o'},
    {"jobs", required_argument, NULL, 'j'},
    {"shard", required_argument, NULL, 'S'},
    {"force", no_argument, NULL, 'F'},
    {"allow-missing", no_argument, NULL, 'm'},
    {"format", required_argument, NULL, 'f'},
    {"definitions", required_argument, NULL, 'D'},
    {"fonts", required_argument, NULL, 'T'},
    {"check", required_argument, NULL, 'c'},
    {"trace", no_argument, NULL, 't'},
    {"relaxed", no_argument, NULL, 'r'},
    {"pdf", required_argument, NULL, 'p'},
    {"reason", required_argument, NULL, 'R'},
    {"date", required_argument, NULL, 'd'},
    {"current", no_argument, NULL, 'u'},
    {"lang", required_argument, NULL, 'L'},
    {"quiet", no_argument, NULL, 'q'},
    {"help", no_argument, NULL, 'h'},
    {NULL, 0, NULL, 0},
};

static const struct message MESSAGE_OPTION_UNKNOWN = {
    .id = "usage.option",
    .level = FINDING_ERROR,
    .chinese = "不认识的选项，或选项缺少内容：{1}",
    .english = "unknown option, or its value is missing: {1}",
    .mend_chinese = "yinfa {2} --help 列出可用的选项",
    .mend_english = "yinfa {2} --help lists the options",
};

static const struct message MESSAGE_OPTION_NOT_TAKEN = {
    .id = "usage.option-not-taken",
    .level = FINDING_ERROR,
    .chinese = "yinfa {2} 没有选项 --{1}",
    .english = "yinfa {2} does not take --{1}",
    .mend_chinese = "yinfa {2} --help 列出可用的选项",
    .mend_english = "yinfa {2} --help lists the options",
};

static const struct message MESSAGE_OPTION_VALUE = {
    .id = "usage.option-value",
    .level = FINDING_ERROR,
    .chinese = "选项 --{1} 的内容不对：“{2}”，应为 {3}",
    .english = "the value of --{1} is wrong: \"{2}\"; it must be {3}",
    .mend_chinese = NULL,
    .mend_english = NULL,
};

/* A whole number from 1 to `limit`; 0 if it is none. */
static unsigned read_number(const char *text, unsigned limit)
{
    char *end;
    unsigned long number = strtoul(text, &end, 10);
    return *text >= '0' && *text <= '9' && *end == '\0' && number <= limit ? (unsigned)number : 0;
}

static int wrong_value(const char *name, const char *value, const char *expected)
{
    return failure(&MESSAGE_OPTION_VALUE, name, value, expected, NULL);
}

static int read_shard(struct options *options, const char *value)
{
    unsigned shard, shards;
    char rest;
    if (sscanf(value, "%9u/%9u%c", &shard, &shards, &rest) != 2 || shard < 1 || shard > shards)
        return wrong_value("shard", value, "K/N");
    options->batch.shard = shard;
    options->batch.shards = shards;
    return 0;
}

static int add_definitions(struct options *options, const char *value)
{
    for (size_t i = 0; i < MAXIMUM_DEFINITIONS; i++) {
        if (!options->definitions[i]) {
            options->definitions[i] = value;
            return 0;
        }
    }
    return wrong_value("definitions", value, "≤ 13");
}

static int set(struct options *options, int letter, const char *value)
{
    switch (letter) {
    case 'w':
        options->batch.workspace = value;
        return 0;
    case 'o':
        options->batch.output_folder = value;
        return 0;
    case 'j':
        options->batch.workers = read_number(value, 256);
        return options->batch.workers ? 0 : wrong_value("jobs", value, "1 … 256");
    case 'S':
        return read_shard(options, value);
    case 'F':
        options->batch.force = true;
        return 0;
    case 'm':
        options->batch.allow_missing = true;
        return 0;
    case 'f':
        if (strcmp(value, "json") != 0 && strcmp(value, "text") != 0)
            return wrong_value("format", value, "text, json");
        options->batch.output = strcmp(value, "json") == 0 ? BATCH_JSON : BATCH_TEXT;
        return 0;
    case 'D':
        return add_definitions(options, value);
    case 'T':
        options->batch.font_definition = value;
        return 0;
    case 'c':
        options->check = value;
        return 0;
    case 'R':
        options->reason = value; /* certificate.c looks at it */
        return 0;
    case 'd':
        options->date = value;
        return 0;
    case 'u':
        options->current = true;
        return 0;
    case 't':
        options->trace = true;
        return 0;
    case 'r':
        options->relaxed = true;
        return 0;
    case 'p':
        return pdf_claims_read(value, &options->claims)
                   ? 0
                   : wrong_value("pdf", value, "2u, 2a, ua1, 2a,ua1, 1b");
    case 'L':
        if (strcmp(value, "zh") != 0 && strcmp(value, "en") != 0)
            return wrong_value("lang", value, "zh, en");
        message_set_language(strcmp(value, "en") == 0 ? LANGUAGE_ENGLISH : LANGUAGE_CHINESE);
        return 0;
    case 'q':
        options->quiet = true;
        progress_set_quiet(true);
        return 0;
    default:
        options->help = true;
        return 0;
    }
}

static const char *long_name(int letter)
{
    for (const struct option *option = long_options; option->name; option++)
        if (option->val == letter)
            return option->name;
    return "?";
}

int options_read(const struct verb *verb, int argument_count, char **arguments,
                 struct options *options)
{
    *options = (struct options){.batch = {.workspace = "."}};
    optind = 1;
    opterr = 0;
    int letter;
    while ((letter = getopt_long(argument_count, arguments, ":w:o:j:f:qh", long_options, NULL)) !=
           -1) {
        if (letter == '?' || letter == ':')
            return failure(&MESSAGE_OPTION_UNKNOWN, arguments[optind - 1], verb->name, NULL);
        if (!strchr("hLq", letter) && !strchr(verb->accepted, letter))
            return failure(&MESSAGE_OPTION_NOT_TAKEN, long_name(letter), verb->name, NULL);
        if (set(options, letter, optarg) != 0)
            return -1;
    }
    options->operand_count = (size_t)(argument_count - optind);
    options->operands = memory_new(options->operand_count + 1, sizeof *options->operands);
    for (size_t i = 0; i < options->operand_count; i++)
        options->operands[i] = arguments[optind + (int)i];
    options->batch.definitions = options->definitions;
    return 0;
}

void options_free(struct options *options)
{
    free(options->operands);
    options->operands = NULL;
}
