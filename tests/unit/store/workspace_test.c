/* The workspace: private, one writer at a time, tidied by the next, refused in clear words. */
#include "../base/hearing.h"
#include "../base/scratch_folder.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/file.h"
#include "store/workspace.h"

static char office[SCRATCH_PATH_SIZE];

static int name_office(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    in_folder(office, "office");
    return 0;
}

static const char *below(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", office, name);
    return path;
}

static void it_is_private_whatever_the_umask(void **state)
{
    (void)state;
    static const char *const folders[] = {"",         "inbox",     "archive", "accepted",
                                          "returned", "published", "keys",    "tmp"};
    const mode_t masks[] = {0, 0777};
    for (size_t i = 0; i < 2; i++) {
        snprintf(office, sizeof office, "%s/office%zu", folder, i);
        mode_t before = umask(masks[i]);
        int made = workspace_create(office);
        umask(before);
        assert_int_equal(made, 0);
        struct stat status;
        for (size_t j = 0; j < sizeof folders / sizeof *folders; j++) {
            assert_int_equal(stat(below(folders[j]), &status), 0);
            assert_int_equal(status.st_mode & 07777, 0700);
        }
        assert_int_equal(stat(below("yinfa.db"), &status), 0);
        assert_int_equal(status.st_mode & 07777, 0600);
        struct workspace *workspace = NULL;
        assert_int_equal(workspace_open(office, STORE_WRITE, &workspace), 0);
        char *path = workspace_path(workspace, "inbox");
        assert_string_equal(path, below("inbox"));
        free(path);
        workspace_close(workspace);
    }
}

static void nothing_is_overwritten(void **state)
{
    (void)state;
    assert_int_equal(workspace_create(office), 0);
    listen();
    assert_int_equal(workspace_create(office), -1);
    hear_that("已经有一个工作文件夹");
    in_folder(office, "other");
    assert_int_equal(file_make_directory(office, 0755), 0);
    assert_int_equal(file_write(below("letter.txt"), 0600, "x", 1), 0);
    listen();
    assert_int_equal(workspace_create(office), -1);
    hear_that("letter.txt");
    struct stat status;
    assert_int_equal(stat(office, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0755);
}

static int stop_at, operations;

static int stop(const char *operation, const char *path)
{
    (void)operation, (void)path;
    if (++operations == stop_at)
        _exit(9);
    return 0;
}

static void an_init_killed_at_any_step_can_be_repeated(void **state)
{
    (void)state;
    int killed = 0;
    for (stop_at = 1;; stop_at++) {
        snprintf(office, sizeof office, "%s/office%d", folder, stop_at);
        pid_t child = fork();
        if (child == 0) {
            file_set_fault(stop);
            _exit(workspace_create(office) == 0 ? 0 : 1);
        }
        int status = 0;
        waitpid(child, &status, 0);
        struct workspace *workspace = NULL;
        if (WEXITSTATUS(status) == 0)
            break;
        assert_int_equal(WEXITSTATUS(status), 9);
        killed++;
        if (!file_exists(below("yinfa.db")))
            assert_int_equal(workspace_create(office), 0);
        assert_int_equal(workspace_open(office, STORE_WRITE, &workspace), 0);
        assert_int_equal(store_integer(workspace->store, "SELECT count(*) FROM run", NULL, 0, -1),
                         0);
        workspace_close(workspace);
        assert_false(file_exists(below(".yinfa-new.db")));
    }
    assert_true(killed > 8);
}

static void one_writer_at_a_time_and_the_second_hears_whose_turn_it_is(void **state)
{
    (void)state;
    assert_int_equal(workspace_create(office), 0);
    int ready[2];
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        struct workspace *own = NULL;
        if (workspace_open(office, STORE_WRITE, &own) == 0 && write(ready[1], "x", 1) == 1)
            pause();
        _exit(1);
    }
    char byte, holder[32];
    close(ready[1]);
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    struct workspace *writer = NULL, *reader = NULL;
    listen();
    assert_int_equal(workspace_open(office, STORE_WRITE, &writer), -1);
    snprintf(holder, sizeof holder, "进程号 %ld", (long)child);
    hear_that(holder);
    assert_int_equal(workspace_open(office, STORE_READ, &reader), 0); /* readers need no turn */
    assert_int_equal(reader->lock, -1);
    workspace_close(reader);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    assert_int_equal(workspace_open(office, STORE_WRITE, &writer), 0); /* nothing stale is left */
    workspace_close(writer);
}

/* Workers hold the lock with their writer. Killed with it, they may end a moment later: the next
 * run waits for them instead of asking the clerk to. */
static void the_next_writer_waits_for_the_workers_of_a_killed_one(void **state)
{
    (void)state;
    assert_int_equal(workspace_create(office), 0);
    pid_t child = fork();
    if (child == 0) {
        struct workspace *own = NULL;
        if (workspace_open(office, STORE_WRITE, &own) != 0)
            _exit(1);
        if (fork() == 0) {
            usleep(200000);
            _exit(0);
        }
        kill(getpid(), SIGKILL);
    }
    waitpid(child, NULL, 0);
    struct workspace *writer = NULL;
    assert_int_equal(workspace_open(office, STORE_WRITE, &writer), 0);
    workspace_close(writer);
}

static void the_next_writer_removes_what_a_killed_one_left(void **state)
{
    (void)state;
    assert_int_equal(workspace_create(office), 0);
    assert_int_equal(file_make_directory(below("archive/ab"), 0700), 0);
    const char *const left[] = {".yinfa-aaaaaa", "archive/ab/.yinfa-bbbbbb", "inbox/.yinfa-cccccc"};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(file_write(below(left[i]), 0600, "x", 1), 0);
    assert_int_equal(file_write(below("inbox/.hidden.xml"), 0600, "x", 1), 0);
    char outside[96];
    snprintf(outside, sizeof outside, "%s/.yinfa-outside", folder);
    assert_int_equal(file_write(outside, 0600, "x", 1), 0);
    assert_int_equal(symlink(folder, below("tmp/link")), 0);

    struct workspace *workspace = NULL;
    assert_int_equal(workspace_open(office, STORE_READ, &workspace), 0);
    workspace_close(workspace);
    assert_true(file_exists(below(left[0]))); /* a reader touches nothing */
    assert_int_equal(workspace_open(office, STORE_WRITE, &workspace), 0);
    workspace_close(workspace);
    for (size_t i = 0; i < 3; i++)
        assert_false(file_exists(below(left[i])));
    assert_true(file_exists(below("inbox/.hidden.xml")));
    assert_true(file_exists(outside)); /* links are not followed */
}

static void what_is_no_workspace_or_not_ours_is_said(void **state)
{
    (void)state;
    struct workspace *workspace = NULL;
    listen();
    assert_int_equal(workspace_open(office, STORE_WRITE, &workspace), -1);
    hear_that("不是工作文件夹");
    listen();
    assert_int_equal(workspace_open(folder, STORE_READ, &workspace), -1);
    hear_that("不是工作文件夹");
    assert_int_equal(workspace_create(office), 0);
    assert_int_equal(chmod(office, 0), 0);
    pid_t child = fork(); /* permissions bind only those who are not root */
    if (child == 0) {
        if (geteuid() == 0 && (chmod(folder, 0755) != 0 || setuid(65534) != 0))
            _exit(2);
        listen();
        int refused = workspace_open(office, STORE_WRITE, &workspace) == -1;
        hear();
        _exit(refused && strstr(said, "没有权限") ? 0 : 1);
    }
    int status = 1;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
}

#define WORKSPACE_TEST(test) cmocka_unit_test_setup_teardown(test, name_office, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORKSPACE_TEST(it_is_private_whatever_the_umask),
        WORKSPACE_TEST(nothing_is_overwritten),
        WORKSPACE_TEST(an_init_killed_at_any_step_can_be_repeated),
        WORKSPACE_TEST(one_writer_at_a_time_and_the_second_hears_whose_turn_it_is),
        WORKSPACE_TEST(the_next_writer_waits_for_the_workers_of_a_killed_one),
        WORKSPACE_TEST(the_next_writer_removes_what_a_killed_one_left),
        WORKSPACE_TEST(what_is_no_workspace_or_not_ours_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
