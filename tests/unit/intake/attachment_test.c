/* Attachments: pictures beside a submission are archived with it and drawn from there; each thing
 * that can be wrong with one is told at its line; nothing a file says leads out of its folder. */
#include "desk.h"

/* A PNG and the frame of a JPEG, of one pixel. */
static const unsigned char png[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0,    0, 0, 13,
                                    'I',  'H', 'D', 'R', 0,    0,    0,    1,    0,    0, 0, 1,
                                    8,    2,   0,   0,   0,    0x90, 0x77, 0x53, 0xDE, 0, 0, 0,
                                    0,    'I', 'E', 'N', 'D',  0xAE, 0x42, 0x60, 0x82};
static const unsigned char jpeg[] = {0xFF, 0xD8, 0xFF, 0xC0, 0, 11,   8,    0, 1, 0,
                                     1,    1,    1,    0x11, 0, 0xFF, 0xD9, 0, 0, 0};
static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";

static int setup(void **state)
{
    desk_setup(state);
    struct desk *desk = *state;
    xml_allow_folder("tests/definitions/schemas");
    const char *folders[] = {"tests/definitions/schemas", "schemas", NULL};
    desk_use_kinds(desk, folders);
    assert_int_equal(file_make_directory(desk_path(desk, "in"), 0700), 0);
    return 0;
}

static const char *digest_of(struct desk *desk, const void *bytes, size_t length)
{
    char hex[DIGEST_HEX_SIZE];
    digest_bytes(bytes, length, hex);
    return arena_copy(desk->arena, hex);
}

/* One picture element on a line of its own. */
static const char *picture(struct desk *desk, const char *file, const char *sha256)
{
    return arena_print(desk->arena, "<picture file='%s' sha256='%s' caption='题'/>\n", file,
                       sha256);
}

/* Writes FOLDER/album.xml; its first picture stands on line 2. */
static const char *write_album(struct desk *desk, const char *folder, const char *pictures)
{
    const char *text =
        arena_print(desk->arena, "<album xmlns='urn:yinfa:album' name='a'>\n%s</album>", pictures);
    return desk_write(desk, arena_print(desk->arena, "%s/album.xml", folder), text, strlen(text));
}

static const char *archived(struct desk *desk, const char *sha256, const char *extension)
{
    return arena_print(desk->arena, "%s/office/archive/%.2s/%s.%s", desk->folder, sha256, sha256,
                       extension);
}

static void pictures_are_archived_with_the_submission_that_names_them(void **state)
{
    struct desk *desk = *state;
    const char *one = digest_of(desk, png, sizeof png), *two = digest_of(desk, jpeg, sizeof jpeg);
    const char *three = digest_of(desk, svg, strlen(svg));
    desk_write(desk, "in/one.png", png, sizeof png);
    desk_write(desk, "in/二.jpg", jpeg, sizeof jpeg);
    desk_write(desk, "in/three", svg, strlen(svg));
    const char *album =
        write_album(desk, "in",
                    arena_print(desk->arena, "%s%s<page>%s</page>%s", picture(desk, "one.png", one),
                                picture(desk, "二.jpg", two), picture(desk, "three", three),
                                picture(desk, "one.png", one)));
    if (desk_take(desk, album) != INTAKE_ACCEPTED)
        print_message("%s", buffer_string(&desk->text));
    assert_int_equal(desk->results[0].state, INTAKE_ACCEPTED);
    const char *const paths[] = {archived(desk, one, "png"), archived(desk, two, "jpeg"),
                                 archived(desk, three, "svg")};
    for (size_t i = 0; i < 3; i++) {
        struct stat status;
        assert_int_equal(stat(paths[i], &status), 0);
        assert_int_equal(status.st_mode & 0777, 0400);
    }
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM attachment"), 3);
    assert_int_equal(desk_number(desk, "SELECT line FROM attachment WHERE type = 'svg'"), 4);
    assert_int_equal(desk_number(desk, "SELECT line FROM attachment WHERE file = 'one.png'"), 2);
    assert_int_equal(desk_number(desk, "SELECT size FROM attachment WHERE type = 'jpeg'"),
                     sizeof jpeg);
    assert_true(file_exists(desk_path(desk, "in/one.png"))); /* not the program's to move */
}

static void returned_with(struct desk *desk, const char *file, const char *sha256, const char *id,
                          const char *detail)
{
    const char *album = write_album(desk, "in", picture(desk, file, sha256));
    enum intake_state become = desk_take(desk, album);
    bool told = strstr(buffer_string(&desk->text), id) &&
                strstr(buffer_string(&desk->text), detail) &&
                strstr(buffer_string(&desk->text), "album.xml 第2行：错误［题］");
    if (!told)
        print_message("%s: %s", file, buffer_string(&desk->text));
    assert_true(told);
    assert_int_equal(become, INTAKE_RETURNED);
}

static void what_is_wrong_with_a_picture_is_told_at_its_line(void **state)
{
    struct desk *desk = *state;
    const char *none = digest_of(desk, "", 0), *right = digest_of(desk, png, sizeof png);
    unsigned char interlaced[sizeof png];
    memcpy(interlaced, png, sizeof png);
    interlaced[28] = 1;
    unsigned char vast[sizeof png];
    memcpy(vast, png, sizeof png);
    vast[16] = 0x7F;
    static const char doctype[] = "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg "
                                  "xmlns='http://www.w3.org/2000/svg'>&a;</svg>";
    desk_write(desk, "in/one.png", png, sizeof png);
    desk_write(desk, "in/interlaced.png", interlaced, sizeof interlaced);
    desk_write(desk, "in/vast.png", vast, sizeof vast);
    desk_write(desk, "in/cut.png", png, 20);
    desk_write(desk, "in/cut.jpg", jpeg, 4);
    desk_write(desk, "in/endless.png", png, sizeof png - 12);
    desk_write(desk, "in/endless.jpg", jpeg, 15);
    desk_write(desk, "in/empty.png", "", 0);
    desk_write(desk, "in/words.png", "words", 5);
    desk_write(desk, "in/other.svg", "<html/>", 7);
    desk_write(desk, "in/broken.svg", "<svg", 4);
    desk_write(desk, "in/doctype.svg", doctype, strlen(doctype));
    desk_write(desk, "secret.png", png, sizeof png);
    assert_int_equal(symlink("one.png", desk_path(desk, "in/link.png")), 0);
    assert_int_equal(symlink("../secret.png", desk_path(desk, "in/out.png")), 0);
    assert_int_equal(mkdir(desk_path(desk, "in/folder.png"), 0700), 0);
    assert_int_equal(mkfifo(desk_path(desk, "in/pipe.png"), 0600), 0);
    assert_int_equal(truncate(desk_write(desk, "in/large.png", png, sizeof png), 33 << 20), 0);

    returned_with(desk, "missing.png", right, "attachment.missing", "missing.png");
    returned_with(desk, "one.png", none, "attachment.digest", right);
    returned_with(desk, "../secret.png", right, "attachment.name", "../secret.png");
    returned_with(desk, "/etc/hostname", right, "attachment.name", "/etc/hostname");
    returned_with(desk, "..", right, "attachment.name", "..");
    returned_with(desk, ".hidden", right, "attachment.name", ".hidden");
    returned_with(desk, "a\\b.png", right, "attachment.name", "a\\b.png");
    returned_with(desk, "", right, "attachment.name", "图片文件");
    returned_with(desk, "link.png", right, "attachment.special-file", "link.png");
    returned_with(desk, "out.png", right, "attachment.special-file", "out.png");
    returned_with(desk, "folder.png", right, "attachment.special-file", "folder.png");
    returned_with(desk, "pipe.png", right, "attachment.special-file", "pipe.png");
    returned_with(desk, "large.png", right, "attachment.too-large", "32 MiB");
    returned_with(desk, "empty.png", none, "attachment.type", "PNG、JPEG、SVG");
    returned_with(desk, "words.png", digest_of(desk, "words", 5), "attachment.type", "words.png");
    returned_with(desk, "other.svg", digest_of(desk, "<html/>", 7), "attachment.type", "SVG");
    returned_with(desk, "broken.svg", digest_of(desk, "<svg", 4), "attachment.markup", "SVG");
    returned_with(desk, "doctype.svg", digest_of(desk, doctype, strlen(doctype)),
                  "attachment.markup", "ENTITY");
    returned_with(desk, "cut.png", digest_of(desk, png, 20), "attachment.damaged", "cut.png");
    returned_with(desk, "cut.jpg", digest_of(desk, jpeg, 4), "attachment.damaged", "cut.jpg");
    returned_with(desk, "endless.png", digest_of(desk, png, sizeof png - 12), "attachment.damaged",
                  "不完整");
    returned_with(desk, "endless.jpg", digest_of(desk, jpeg, 15), "attachment.damaged", "不完整");
    returned_with(desk, "vast.png", digest_of(desk, vast, sizeof vast), "attachment.pixels", "×1");
    returned_with(desk, "interlaced.png", digest_of(desk, interlaced, sizeof interlaced),
                  "attachment.interlaced", "interlaced.png");
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM attachment"), 0);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM album_picture"), 0);
}

static void a_picture_that_came_before_need_not_come_again(void **state)
{
    struct desk *desk = *state;
    const char *right = digest_of(desk, png, sizeof png);
    const char *file = desk_write(desk, "in/one.png", png, sizeof png);
    assert_int_equal(desk_take(desk, write_album(desk, "in", picture(desk, "one.png", right))),
                     INTAKE_ACCEPTED);
    assert_int_equal(file_remove(file), 0);
    const char *again = arena_print(desk->arena, "%s%s", picture(desk, "one.png", right),
                                    picture(desk, "two.png", right));
    assert_int_equal(desk_take(desk, write_album(desk, "in", again)), INTAKE_ACCEPTED);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM attachment WHERE submission = 2"), 2);
    /* one that lies there decides all the same: it was changed, and its digest was not */
    desk_write(desk, "in/one.png", jpeg, sizeof jpeg);
    returned_with(desk, "one.png", right, "attachment.digest", digest_of(desk, jpeg, sizeof jpeg));
}

/* What the archive holds is believed only as long as it has its digest. */
static void a_damaged_archive_is_not_believed(void **state)
{
    struct desk *desk = *state;
    const char *right = digest_of(desk, png, sizeof png);
    const char *file = desk_write(desk, "in/one.png", png, sizeof png);
    assert_int_equal(desk_take(desk, write_album(desk, "in", picture(desk, "one.png", right))),
                     INTAKE_ACCEPTED);
    assert_int_equal(file_remove(file), 0);
    const char *path = archived(desk, right, "png");
    assert_int_equal(file_write(path, 0400, "other", 5), 0);
    returned_with(desk, "two.png", right, "attachment.missing", "two.png");
}

static void a_returned_submission_finds_the_picture_that_came_later(void **state)
{
    struct desk *desk = *state;
    const char *right = digest_of(desk, png, sizeof png);
    returned_with(desk, "one.png", right, "attachment.missing", "one.png");
    int64_t returned = desk->results[0].submission;
    desk_write(desk, "in/one.png", png, sizeof png);
    desk->count = 0;
    assert_int_equal(intake_retry(desk->intake, returned, desk_report, desk), 0);
    assert_int_equal(desk->results[0].state, INTAKE_ACCEPTED);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM attachment"), 1);
}

static void pictures_leave_the_inbox_with_the_submission_that_is_accepted(void **state)
{
    struct desk *desk = *state;
    const char *inbox = desk_path(desk, "office/inbox");
    const char *right = digest_of(desk, png, sizeof png);
    desk_write(desk, "office/inbox/one.png", png, sizeof png);
    desk_write(desk, "office/inbox/stray.SVG", svg, strlen(svg));
    write_album(desk, "office/inbox", picture(desk, "one.png", digest_of(desk, "", 0)));
    assert_int_equal(desk_take(desk, inbox), INTAKE_RETURNED);
    assert_int_equal(desk->count, 1); /* a picture is no submission */
    assert_false(file_exists(desk_path(desk, "office/inbox/album.xml")));
    assert_true(file_exists(desk_path(desk, "office/inbox/one.png"))); /* the mended one wants it */
    write_album(desk, "office/inbox", picture(desk, "one.png", right));
    assert_int_equal(desk_take(desk, inbox), INTAKE_ACCEPTED);
    assert_false(file_exists(desk_path(desk, "office/inbox/one.png")));
    /* sent once more, both go */
    desk_write(desk, "office/inbox/one.png", png, sizeof png);
    write_album(desk, "office/inbox", picture(desk, "one.png", right));
    assert_int_equal(desk_take(desk, inbox), INTAKE_UNCHANGED);
    assert_false(file_exists(desk_path(desk, "office/inbox/one.png")));
    assert_false(file_exists(desk_path(desk, "office/inbox/album.xml")));
    assert_true(file_exists(desk_path(desk, "office/inbox/stray.SVG")));
}

static const char *write_album_of_one(struct desk *desk)
{
    desk_write(desk, "in/one.png", png, sizeof png);
    return write_album(desk, "in", picture(desk, "one.png", digest_of(desk, png, sizeof png)));
}

/* Where it was registered before the failure, any run ends it. */
static void the_picture_is_archived(struct desk *desk, const char *album)
{
    bool registered = desk_number(desk, "SELECT count(*) FROM submission") == 1;
    const char *next = registered ? desk_path(desk, "elsewhere") : album;
    desk_reopen(desk);
    assert_int_equal(intake_run(desk->intake, &next, 1, desk_report, desk), 0);
    desk->count = 0;
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM submission WHERE state = 'accepted'"),
                     1);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM attachment"), 1);
    assert_true(file_exists(archived(desk, digest_of(desk, png, sizeof png), "png")));
}

/* After each possible failure the next run, of another folder even, ends with the picture archived
 * and the submission accepted. */
static void a_failure_at_any_file_operation_loses_no_picture(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(mkdir(desk_path(desk, "elsewhere"), 0700), 0);
    desk_fail_each(desk, write_album_of_one, the_picture_is_archived);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, desk_teardown)
        TEST(pictures_are_archived_with_the_submission_that_names_them),
        TEST(what_is_wrong_with_a_picture_is_told_at_its_line),
        TEST(a_picture_that_came_before_need_not_come_again),
        TEST(a_damaged_archive_is_not_believed),
        TEST(a_returned_submission_finds_the_picture_that_came_later),
        TEST(pictures_leave_the_inbox_with_the_submission_that_is_accepted),
        TEST(a_failure_at_any_file_operation_loses_no_picture),
    };
    progress_set_quiet(true);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
