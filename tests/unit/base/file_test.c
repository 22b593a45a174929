/* What base/file.h promises: an output is there whole or not at all, whatever fails on the way. */
#include "scratch_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static char target[SCRATCH_PATH_SIZE];

static int name_target(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    in_folder(target, "out.txt");
    return 0;
}

static size_t entries(void)
{
    size_t count = 0;
    DIR *directory = opendir(folder);
    assert_non_null(directory);
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;)
        count += entry->d_name[0] != '.' || strncmp(entry->d_name, ".yinfa-", 7) == 0;
    closedir(directory);
    return count;
}

static const char *failing_operation;

static int fail_operation(const char *operation, const char *path)
{
    (void)path;
    return strcmp(operation, failing_operation) == 0 ? ENOSPC : 0;
}

static void a_file_is_written_whole_with_its_digest_and_mode(void **state)
{
    (void)state;
    struct file_writer *writer;
    char hex[DIGEST_HEX_SIZE];
    assert_int_equal(file_writer_open(target, 0600, &writer), 0);
    assert_false(file_exists(target));
    assert_int_equal(file_writer_write(writer, "abc", 3), 0);
    assert_int_equal(file_writer_size(writer), 3);
    assert_int_equal(file_writer_commit(writer, true, hex), 0);
    /* FIPS 180-4, example B.1 */
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    struct stat status;
    assert_int_equal(stat(target, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_int_equal(status.st_size, 3);
}

static void whatever_operation_fails_the_old_file_stays_and_nothing_is_left_over(void **state)
{
    (void)state;
    static const char *const operations[] = {"open", "write", "fsync", "rename"};
    assert_int_equal(file_write(target, 0644, "old", 3), 0);
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        failing_operation = operations[i];
        file_set_fault(fail_operation);
        assert_int_equal(file_write(target, 0644, "new!", 4), -1);
        file_set_fault(NULL);
        struct buffer content = BUFFER_EMPTY;
        assert_int_equal(file_read(target, 100, &content), 0);
        assert_string_equal(buffer_string(&content), "old");
        buffer_free(&content);
        assert_int_equal(entries(), 1);
    }
}

static void an_abandoned_file_leaves_nothing(void **state)
{
    (void)state;
    struct file_writer *writer;
    assert_int_equal(file_remove(target), 0);
    assert_int_equal(file_writer_open(target, 0600, &writer), 0);
    assert_int_equal(file_writer_write(writer, "x", 1), 0);
    file_writer_abandon(writer);
    assert_int_equal(entries(), 0);
    assert_int_equal(file_remove(target), 0); /* one that is not there is success */
}

/* A file renamed over /dev/null or a pipe would put an end to it. */
static void a_pipe_is_written_to_and_stays_a_pipe(void **state)
{
    (void)state;
    char pipe_path[SCRATCH_PATH_SIZE], got[8] = {0};
    struct stat status;
    in_folder(pipe_path, "pipe");
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    int reader = open(pipe_path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
    assert_true(reader >= 0);
    assert_int_equal(file_write(pipe_path, 0644, "12345", 5), 0);
    assert_int_equal(read(reader, got, sizeof got), 5);
    assert_string_equal(got, "12345");
    close(reader);
    assert_int_equal(stat(pipe_path, &status), 0);
    assert_true(S_ISFIFO(status.st_mode));
    assert_int_equal(file_remove(pipe_path), 0);
    assert_int_equal(entries(), 0);
}

static void only_regular_files_within_the_limit_are_read(void **state)
{
    (void)state;
    struct buffer content = BUFFER_EMPTY;
    char hex[DIGEST_HEX_SIZE];
    assert_int_equal(file_read(folder, 100, &content), -1);
    assert_int_equal(file_digest(folder, hex, NULL), -1);
    assert_int_equal(errno, EISDIR);
    assert_int_equal(file_digest("/dev/null", hex, NULL), -1);
    assert_int_equal(file_write(target, 0644, "12345", 5), 0);
    assert_int_equal(file_read(target, 4, &content), -1);
    buffer_clear(&content);
    assert_int_equal(file_read(target, 5, &content), 0);
    assert_int_equal(content.length, 5);
    buffer_free(&content);
}

static void a_copy_has_the_bytes_and_digest_of_the_original(void **state)
{
    (void)state;
    char copy[SCRATCH_PATH_SIZE], from_hex[DIGEST_HEX_SIZE], to_hex[DIGEST_HEX_SIZE];
    in_folder(copy, "copy");
    char *large = malloc(200000);
    assert_non_null(large);
    for (size_t i = 0; i < 200000; i++)
        large[i] = (char)(i * 7);
    assert_int_equal(file_write(target, 0644, large, 200000), 0);
    free(large);
    assert_int_equal(file_copy(target, copy, 0400, true, to_hex), 0);
    uint64_t size;
    assert_int_equal(file_digest(target, from_hex, &size), 0);
    assert_string_equal(from_hex, to_hex);
    assert_int_equal(size, 200000);
    assert_int_equal(file_remove(copy), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_written_whole_with_its_digest_and_mode),
        cmocka_unit_test(whatever_operation_fails_the_old_file_stays_and_nothing_is_left_over),
        cmocka_unit_test(an_abandoned_file_leaves_nothing),
        cmocka_unit_test(a_pipe_is_written_to_and_stays_a_pipe),
        cmocka_unit_test(only_regular_files_within_the_limit_are_read),
        cmocka_unit_test(a_copy_has_the_bytes_and_digest_of_the_original),
    };
    return cmocka_run_group_tests(tests, name_target, remove_folder);
}
