/* A workspace for tests of intake/: a scratch folder, the shipped kinds, and what became of the
 * files that were taken in. */
#ifndef TESTS_INTAKE_DESK_H
#define TESTS_INTAKE_DESK_H

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/progress.h"
#include "base/xml.h"
#include "intake/intake.h"
#include "../base/hearing.h"

enum { DESK_RESULTS = 64 };

struct desk {
    char folder[64]; /* scratch; the workspace is its "office" */
    struct arena *arena;
    struct workspace *workspace;
    struct kind_set *kinds;
    struct intake *intake;
    struct intake_result results[DESK_RESULTS]; /* of the last desk_take() */
    size_t count;
    struct buffer text; /* the findings of the last desk_take(), as the terminal shows them */
};

static void desk_report(void *state, const struct intake_result *result,
                        const struct finding_list *findings)
{
    struct desk *desk = state;
    assert_true(desk->count < DESK_RESULTS);
    desk->results[desk->count++] = *result;
    for (size_t i = 0; i < finding_count(findings); i++)
        finding_write_text(&desk->text, finding_at(findings, i));
}

static const char *desk_path(struct desk *desk, const char *name)
{
    return arena_print(desk->arena, "%s/%s", desk->folder, name);
}

static void desk_reopen(struct desk *desk)
{
    intake_close(desk->intake);
    workspace_close(desk->workspace);
    desk->workspace = NULL;
    assert_int_equal(workspace_open(desk_path(desk, "office"), STORE_WRITE, &desk->workspace), 0);
    desk->intake = intake_open(desk->workspace, desk->kinds);
    assert_non_null(desk->intake);
}

static void desk_open(struct desk *desk)
{
    *desk = (struct desk){.arena = arena_new()};
    strcpy(desk->folder, "/tmp/yinfa-intake-XXXXXX");
    assert_non_null(mkdtemp(desk->folder));
    xml_guard_install();
    xml_allow_folder("schemas");
    const char *folders[] = {"schemas", NULL};
    struct finding_list *mistakes = finding_list_new(desk->arena);
    desk->kinds = kind_set_read(folders, "schemas/definitions", mistakes);
    assert_non_null(desk->kinds);
    assert_int_equal(workspace_create(desk_path(desk, "office")), 0);
    desk_reopen(desk);
}

/* Goes on with the kinds of these folders (NULL-terminated) instead of the shipped ones. */
static inline void desk_use_kinds(struct desk *desk, const char *const *folders)
{
    intake_close(desk->intake); /* it looks at the kinds as long as it is open */
    desk->intake = NULL;
    kind_set_free(desk->kinds);
    desk->kinds = kind_set_read(folders, "schemas/definitions", finding_list_new(desk->arena));
    assert_non_null(desk->kinds);
    desk_reopen(desk);
}

static void desk_close(struct desk *desk)
{
    intake_close(desk->intake);
    workspace_close(desk->workspace);
    kind_set_free(desk->kinds);
    buffer_free(&desk->text);
    const char *command =
        arena_print(desk->arena, "chmod -R u+rwX %s && rm -r %s", desk->folder, desk->folder);
    assert_int_equal(system(command), 0);
    arena_free(desk->arena);
}

/* Setup and teardown of a test whose state is a desk. */
static inline int desk_setup(void **state)
{
    struct desk *desk = memory_new(1, sizeof *desk);
    desk_open(desk);
    *state = desk;
    return 0;
}

static inline int desk_teardown(void **state)
{
    file_set_fault(NULL);
    desk_close(*state);
    free(*state);
    return 0;
}

/* Copies a file while the workspace is closed: its database is whole then. */
static inline void desk_copy(struct desk *desk, const char *from, const char *to)
{
    intake_close(desk->intake);
    workspace_close(desk->workspace);
    desk->intake = NULL;
    desk->workspace = NULL;
    assert_int_equal(file_copy(desk_path(desk, from), desk_path(desk, to), 0600, true, NULL), 0);
    desk_reopen(desk);
}

/* Keeps the database as it is now, for desk_restore(). */
static inline void desk_keep(struct desk *desk)
{
    desk_copy(desk, "office/yinfa.db", "kept.db");
}

/* Undoes all that was taken in since desk_keep(): what the archive holds and the database knows
 * nothing of does no harm. */
static inline void desk_restore(struct desk *desk)
{
    desk_copy(desk, "kept.db", "office/yinfa.db");
}

/* Takes in these paths, as one run. */
static inline void desk_take_all(struct desk *desk, const char *const *paths, size_t count)
{
    desk->count = 0;
    buffer_clear(&desk->text);
    assert_int_equal(intake_run(desk->intake, paths, count, desk_report, desk), 0);
}

/* Takes in one path; what became of it. */
static inline enum intake_state desk_take(struct desk *desk, const char *path)
{
    desk_take_all(desk, &path, 1);
    return desk->count ? desk->results[desk->count - 1].state : INTAKE_UNCHANGED;
}

/* Writes a file into the scratch folder; its path. */
static inline const char *desk_write(struct desk *desk, const char *name, const void *bytes,
                                     size_t length)
{
    const char *path = desk_path(desk, name);
    assert_int_equal(file_write(path, 0600, bytes, length), 0);
    return path;
}

/* Compares the findings of the last desk_take() with a golden, or writes it (REGEN=1). */
static inline void desk_compare(struct desk *desk, const char *golden)
{
    if (getenv("REGEN")) {
        assert_int_equal(file_write(golden, 0644, buffer_string(&desk->text), desk->text.length),
                         0);
        return;
    }
    struct buffer wanted = BUFFER_EMPTY;
    assert_int_equal(file_read(golden, 1 << 20, &wanted), 0);
    if (strcmp(buffer_string(&wanted), buffer_string(&desk->text)) != 0)
        print_message("%s:\n%s", golden, buffer_string(&desk->text));
    assert_string_equal(buffer_string(&wanted), buffer_string(&desk->text));
    buffer_free(&wanted);
}

/* --- Failures of the file system -----------------------------------------------------------------
 */

static long desk_until_fault; /* operations; 0 = none fails */

static inline int desk_fault(const char *operation, const char *subject)
{
    (void)operation, (void)subject;
    return desk_until_fault > 0 && --desk_until_fault == 0 ? EIO : 0;
}

/* An empty workspace in the place of the one at hand. */
static inline void desk_renew(struct desk *desk)
{
    const char *office = desk_path(desk, "office");
    intake_close(desk->intake);
    workspace_close(desk->workspace);
    desk->intake = NULL;
    desk->workspace = NULL;
    assert_int_equal(
        system(arena_print(desk->arena, "chmod -R u+rwX %s && rm -r %s", office, office)), 0);
    assert_int_equal(workspace_create(office), 0);
    desk_reopen(desk);
}

/* Lets each file operation of taking in a path fail in turn, each time in a new workspace.
 * `prepare` gives the path; `go_on` takes in again and asserts what must hold then. */
static inline void desk_fail_each(struct desk *desk, const char *(*prepare)(struct desk *desk),
                                  void (*go_on)(struct desk *desk, const char *path))
{
    bool reached_end = false;
    listen();
    for (long at = 1; !reached_end && at < 200; at++) {
        const char *path = prepare(desk);
        desk_until_fault = at;
        file_set_fault(desk_fault);
        int result = intake_run(desk->intake, &path, 1, desk_report, desk);
        reached_end = desk_until_fault > 0;
        file_set_fault(NULL);
        assert_int_equal(result, reached_end ? 0 : -1);
        desk->count = 0;
        go_on(desk, path);
        desk_renew(desk);
    }
    hear();
    assert_true(reached_end);
}

static inline int64_t desk_number(struct desk *desk, const char *sql)
{
    return store_integer(desk->workspace->store, sql, NULL, 0, -1);
}

#endif
