/* The office's key: who has none signs nothing, a new one takes the place of the old one at once or
 * not at all, and what it signs holds for whoever reads the public half in the database. */
#include "../base/scratch_folder.h"

#include <errno.h>

#include "base/file.h"
#include "store/certificate_payload.h"
#include "store/certificate_signer.h"

static struct workspace *workspace;
static const struct certificate_facts facts = {.number = "JY20240000010",
                                               .name = "张三",
                                               .issued_on = "2024-12-20",
                                               .identity = "42999919900101004X"};

static int make_workspace(void **state)
{
    if (make_folder(state) != 0 || workspace_create(folder) != 0)
        return -1;
    return workspace_open(folder, STORE_WRITE, &workspace);
}

static int remove_workspace(void **state)
{
    workspace_close(workspace);
    return remove_folder(state);
}

static int64_t count(const char *condition)
{
    char sql[96];
    snprintf(sql, sizeof sql, "SELECT count(*) FROM signing_key WHERE %s", condition);
    return store_integer(workspace->store, sql, NULL, 0, -1);
}

static void who_has_no_key_signs_nothing(void **state)
{
    (void)state;
    struct certificate_signer *signer = NULL;
    assert_int_equal(certificate_signer_open(workspace, &signer), -1);
    assert_null(signer);
}

static void what_is_signed_holds_for_the_public_key_in_the_database(void **state)
{
    (void)state;
    char id[SIGNING_KEY_ID_SIZE], retired[SIGNING_KEY_ID_SIZE], signature[SIGNATURE_SIZE];
    assert_int_equal(certificate_signer_renew(workspace, "2024-01-10", id, retired), 0);
    assert_string_equal(retired, "");
    struct certificate_signer *signer;
    assert_int_equal(certificate_signer_open(workspace, &signer), 0);
    assert_string_equal(certificate_signer_key(signer), id);
    struct buffer text = BUFFER_EMPTY;
    assert_int_equal(certificate_signer_sign(signer, &facts, &text, signature), 0);

    struct arena *arena = arena_new();
    struct certificate_payload payload;
    size_t length;
    assert_true(certificate_payload_read(text.bytes, arena, &payload, &length));
    assert_string_equal(payload.identity_tail, "004X");
    assert_string_equal(payload.key, id);
    assert_string_equal(payload.signature, signature);
    struct query *query;
    assert_int_equal(
        store_query(workspace->store, __func__, "SELECT public_key FROM signing_key", &query), 0);
    assert_int_equal(query_step(query), 1);
    assert_true(signature_verify(query_text(query, 0), text.bytes, length, signature));
    query_done(query);
    arena_free(arena);
    buffer_free(&text);
    certificate_signer_close(signer);
}

static void what_cannot_stand_in_a_code_is_refused(void **state)
{
    (void)state;
    char id[SIGNING_KEY_ID_SIZE], retired[SIGNING_KEY_ID_SIZE], signature[SIGNATURE_SIZE];
    assert_int_equal(certificate_signer_renew(workspace, "2024-01-10", id, retired), 0);
    struct certificate_signer *signer;
    assert_int_equal(certificate_signer_open(workspace, &signer), 0);
    struct certificate_facts wrong[5] = {facts, facts, facts, facts, facts};
    wrong[0].name = "张|三";
    wrong[1].name = NULL;
    wrong[2].issued_on = "2024-12-32";
    wrong[3].identity = "004X"; /* the tail would be all of it */
    wrong[4].identity = NULL;
    struct buffer text = BUFFER_EMPTY;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(certificate_signer_sign(signer, &wrong[i], &text, signature), -1);
    assert_int_equal(text.length, 0);
    buffer_free(&text);
    certificate_signer_close(signer);
}

static void one_key_signs_at_a_time(void **state)
{
    (void)state;
    char first[SIGNING_KEY_ID_SIZE], second[SIGNING_KEY_ID_SIZE], retired[SIGNING_KEY_ID_SIZE];
    assert_int_equal(certificate_signer_renew(workspace, "2024-01-10", first, retired), 0);
    assert_int_equal(certificate_signer_renew(workspace, "2024-01-10", second, retired), 0);
    assert_string_equal(retired, first);
    assert_int_equal(count("retired_on IS NULL"), 1);
    assert_int_equal(count("retired_on = '2024-01-10'"), 1);
    struct certificate_signer *signer;
    assert_int_equal(certificate_signer_open(workspace, &signer), 0);
    assert_string_equal(certificate_signer_key(signer), second);
    certificate_signer_close(signer);
}

static int no_space(const char *operation, const char *path)
{
    (void)path;
    return strcmp(operation, "write") == 0 ? ENOSPC : 0;
}

static void a_key_that_cannot_be_written_changes_nothing(void **state)
{
    (void)state;
    char first[SIGNING_KEY_ID_SIZE], second[SIGNING_KEY_ID_SIZE], retired[SIGNING_KEY_ID_SIZE];
    assert_int_equal(certificate_signer_renew(workspace, "2024-01-10", first, retired), 0);
    file_set_fault(no_space);
    assert_int_equal(certificate_signer_renew(workspace, "2024-01-11", second, retired), -1);
    file_set_fault(NULL);
    assert_int_equal(count("retired_on IS NULL"), 1);
    assert_int_equal(count("1"), 1);
    struct certificate_signer *signer;
    assert_int_equal(certificate_signer_open(workspace, &signer), 0);
    assert_string_equal(certificate_signer_key(signer), first);
    certificate_signer_close(signer);
}

static void a_file_that_holds_another_key_is_refused(void **state)
{
    (void)state;
    char id[SIGNING_KEY_ID_SIZE], retired[SIGNING_KEY_ID_SIZE], name[32];
    assert_int_equal(certificate_signer_renew(workspace, "2024-01-10", id, retired), 0);
    snprintf(name, sizeof name, "keys/%s.pem", id);
    char *path = workspace_path(workspace, name);
    struct signing_key *other = signing_key_generate();
    assert_int_equal(signing_key_write(other, path), 0);
    struct certificate_signer *signer = NULL;
    assert_int_equal(certificate_signer_open(workspace, &signer), -1);
    assert_int_equal(file_remove(path), 0);
    assert_int_equal(certificate_signer_open(workspace, &signer), -1);
    assert_null(signer);
    signing_key_free(other);
    free(path);
}

#define TRIAL(test) cmocka_unit_test_setup_teardown(test, make_workspace, remove_workspace)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(who_has_no_key_signs_nothing),
        TRIAL(what_is_signed_holds_for_the_public_key_in_the_database),
        TRIAL(what_cannot_stand_in_a_code_is_refused),
        TRIAL(one_key_signs_at_a_time),
        TRIAL(a_key_that_cannot_be_written_changes_nothing),
        TRIAL(a_file_that_holds_another_key_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
