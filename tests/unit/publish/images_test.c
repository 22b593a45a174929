/* Images: read below the stylesheets folder and from the archive, and nowhere else. */
#include "desk.h"

#include "publish/images.h"

static int shelf_open(void **state)
{
    struct desk *desk = *state = desk_new("stylesheets");
    if (!desk)
        return -1;
    desk_write(desk, "outside.png", "secret");
    desk_write(desk, "stylesheets/form/mark.png", "mark");
    desk_write(desk, "stylesheets/form/公 章.png", "seal");
    desk_write(desk, "stylesheets/common/line.jpg", "line");
    desk_write(desk, "stylesheets-not/other.png", "other");
    return symlink("../../outside.png", desk_path(desk, "stylesheets/form/link.png"));
}

static struct images *shelf(struct desk *desk)
{
    return images_open(desk_path(desk, "stylesheets/form"), desk->stylesheets, NULL);
}

static void assert_fetched(struct images *images, const char *uri, const char *expected)
{
    const void *bytes;
    const char *digest;
    size_t length;
    assert_int_equal(images_fetch(images, uri, &bytes, &length, &digest), 0);
    assert_int_equal(length, strlen(expected));
    assert_memory_equal(bytes, expected, length);
    assert_int_equal(strlen(digest), 64);
}

static void images_below_the_stylesheets_are_read(void **state)
{
    struct desk *desk = *state;
    struct images *images = shelf(desk);
    assert_fetched(images, "mark.png", "mark");
    assert_fetched(images, "../common/line.jpg", "line");
    assert_fetched(images, "%E5%85%AC%20%E7%AB%A0.png", "seal");
    assert_fetched(images, "公 章.png", "seal");
    assert_fetched(images, arena_print(desk->arena, "file://%s/form/mark.png", desk->stylesheets),
                   "mark");
    images_close(images);
}

static void everything_else_is_refused(void **state)
{
    struct desk *desk = *state;
    struct images *images = shelf(desk);
    const char *const refused[] = {"../../outside.png",
                                   "link.png",
                                   "/etc/passwd",
                                   "file:///etc/passwd",
                                   "http://example.invalid/a.png",
                                   "../../stylesheets-not/other.png",
                                   "missing.png",
                                   "",
                                   ".",
                                   "%2e%2e/%2e%2e/outside.png"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        const void *bytes;
        const char *digest;
        size_t length;
        assert_int_equal(images_fetch(images, refused[i], &bytes, &length, &digest), -1);
    }
    images_close(images);
}

/* archive:SHA256 is a picture of the workspace's archive, and only as long as its bytes have that
 * digest. */
static void archived_pictures_are_read_by_their_digest(void **state)
{
    struct desk *desk = *state;
    char right[DIGEST_HEX_SIZE], wrong[DIGEST_HEX_SIZE];
    digest_bytes("archived", 8, right);
    digest_bytes("another", 7, wrong);
    desk_write(desk, arena_print(desk->arena, "archive/%.2s/%s.svg", right, right), "archived");
    desk_write(desk, arena_print(desk->arena, "archive/%.2s/%s.png", wrong, wrong), "altered");
    struct workspace workspace = {.folder = desk->folder};
    struct images *images =
        images_open(desk_path(desk, "stylesheets/form"), desk->stylesheets, &workspace);
    assert_fetched(images, arena_print(desk->arena, "archive:%s", right), "archived");
    const char *const refused[] = {arena_print(desk->arena, "archive:%s", wrong),
                                   arena_print(desk->arena, "archive:%.63s", right),
                                   arena_print(desk->arena, "archive:%s/../x", right),
                                   "archive:", "archive:../../outside.png"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        const void *bytes;
        const char *digest;
        size_t length;
        assert_int_equal(images_fetch(images, refused[i], &bytes, &length, &digest), -1);
    }
    images_begin_document(images); /* little is kept, so nothing goes */
    assert_fetched(images, arena_print(desk->arena, "archive:%s", right), "archived");
    images_close(images);
}

/* What was read of the archive goes when it is much, and is read again when it is asked for. */
static void archived_pictures_are_released_when_they_are_many(void **state)
{
    struct desk *desk = *state;
    struct workspace workspace = {.folder = desk->folder};
    struct images *images =
        images_open(desk_path(desk, "stylesheets/form"), desk->stylesheets, &workspace);
    enum { LARGE = 10 * 1024 * 1024 };
    char *large = memory_new(LARGE + 1, 1), *uris[2];
    for (int i = 0; i < 2; i++) {
        char sha256[DIGEST_HEX_SIZE];
        memset(large, 'a' + i, LARGE);
        digest_bytes(large, LARGE, sha256);
        desk_write(desk, arena_print(desk->arena, "archive/%.2s/%s.png", sha256, sha256), large);
        uris[i] = arena_print(desk->arena, "archive:%s", sha256);
        images_begin_document(images);
        assert_fetched(images, uris[i], large);
    }
    images_begin_document(images);
    for (size_t i = 0; i < 2; i++) {
        desk_write(desk, arena_print(desk->arena, "archive/%.2s/%s.png", uris[i] + 8, uris[i] + 8),
                   "altered");
        const void *bytes;
        const char *digest;
        size_t length;
        assert_int_equal(images_fetch(images, uris[i], &bytes, &length, &digest), -1);
    }
    free(large);
    images_close(images);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(images_below_the_stylesheets_are_read, shelf_open,
                                        desk_close),
        cmocka_unit_test_setup_teardown(everything_else_is_refused, shelf_open, desk_close),
        cmocka_unit_test_setup_teardown(archived_pictures_are_read_by_their_digest, shelf_open,
                                        desk_close),
        cmocka_unit_test_setup_teardown(archived_pictures_are_released_when_they_are_many,
                                        shelf_open, desk_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
