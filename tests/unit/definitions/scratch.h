/* A temporary folder of definition files, and asking what was found wrong in them. */
#ifndef YINFA_TESTS_DEFINITIONS_SCRATCH_H
#define YINFA_TESTS_DEFINITIONS_SCRATCH_H

#include "../base/scratch_folder.h"

#include "base/file.h"
#include "base/finding.h"
#include "base/xml.h"

static const char definition_schemas[] = "schemas/definitions"; /* run from the top folder */
static const char *scratch_folders[3]; /* NULL-terminated, for the set readers */
static struct arena *arena;
static struct finding_list *findings;

static int scratch_begin(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    scratch_folders[0] = folder;
    xml_guard_install();
    xml_allow_folder(folder);
    xml_allow_folder("schemas");
    xml_allow_folder("stylesheets");
    xml_allow_folder("pipeline/jobs");
    arena = arena_new();
    findings = finding_list_new(arena);
    return 0;
}

static int scratch_end(void **state)
{
    arena_free(arena);
    return remove_folder(state);
}

static inline void scratch_folder(const char *name)
{
    char path[SCRATCH_PATH_SIZE];
    assert_int_equal(file_make_directory(in_folder(path, name), 0700), 0);
}

static inline void scratch_write(const char *name, const char *text)
{
    char path[SCRATCH_PATH_SIZE];
    assert_int_equal(file_write(in_folder(path, name), 0600, text, strlen(text)), 0);
}

/* What was found, for people: printed when an expectation fails. */
static inline void print_findings(void)
{
    struct buffer text = BUFFER_EMPTY;
    for (size_t i = 0; i < finding_count(findings); i++)
        finding_write_text(&text, finding_at(findings, i));
    print_error("%s", buffer_string(&text));
    buffer_free(&text);
}

/* Expects a finding of that id at the line; `word` (or NULL) must stand in its rule. */
static inline void expect_finding(const char *id, long line, const char *word)
{
    for (size_t i = 0; i < finding_count(findings); i++) {
        const struct finding *finding = finding_at(findings, i);
        if (strcmp(finding->id, id) == 0 && finding->line == line && finding->file &&
            (!word || strstr(finding->rule, word)))
            return;
    }
    print_findings();
    fail_msg("no finding %s at line %ld with \"%s\"", id, line, word ? word : "");
}

static inline void expect_count(size_t count)
{
    if (finding_count(findings) != count)
        print_findings();
    assert_int_equal(finding_count(findings), count);
}

#endif
