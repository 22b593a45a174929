/* Manifests: what a worker writes is read back unchanged; what is cut off or foreign is not taken.
 */
#include "desk.h"

#include "publish/edition.h"
#include "publish/manifest.h"

static const struct publication_output outputs[2];
static const struct publication publication = {
    .name = "cities", .title = "地区", .outputs = outputs, .output_count = 2};
static const struct publish_request request = {.publication = &publication, .values = &no_values};
static struct item items[] = {{.name = "cities/#甲", .key = "甲"}};
static struct publisher publisher = {.fonts_digest = "f", .program_digest = "p"};
static struct edition edition = {
    .publisher = &publisher, .request = &request, .items = {items, 1}, .stylesheet_digest = "s"};

static struct product *example(void)
{
    struct product *product = product_new(&edition, 0);
    product_set_digests(&edition, product, "rows", "stylesheets");
    product->made = true;
    product->date = "2024-01-10";
    product->outputs = arena_new_array(product->arena, 2, sizeof *product->outputs);
    product->outputs[0] = (struct publish_output){.item = "cities/#甲",
                                                  .path = "published/a\tb\\c\n.pdf",
                                                  .format = "pdf",
                                                  .size = 1234567890123,
                                                  .mode = 0600};
    memset(product->outputs[0].sha256, 'a', 64);
    product->output_count = 1;
    finding_add(product->findings, &(struct finding){.id = "a.b",
                                                     .level = FINDING_WARNING,
                                                     .line = 70000,
                                                     .record = "",
                                                     .value = "\\N",
                                                     .rule = "一\t二\n三"});
    return product;
}

/* Reads `length` bytes of a manifest; the result of manifest_read(). */
static enum manifest_end read_text(const char *text, size_t length, struct product **product)
{
    struct buffer how = BUFFER_EMPTY;
    FILE *in = fmemopen((void *)text, length, "r");
    assert_non_null(in);
    *product = product_new(&edition, 0);
    enum manifest_end got = manifest_read(in, &edition, *product, &how);
    if (got == MANIFEST_DIED)
        assert_string_equal(buffer_string(&how), "signal 9");
    buffer_free(&how);
    fclose(in);
    return got;
}

static void what_is_written_is_read_back(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY, again = BUFFER_EMPTY;
    struct product *written = example(), *got;
    manifest_write(&text, written);
    assert_int_equal(read_text(text.bytes, text.length, &got), MANIFEST_WHOLE);
    assert_true(got->made);
    assert_string_equal(got->date, "2024-01-10");
    assert_string_equal(got->item.input_digest, written->item.input_digest);
    assert_int_equal(got->output_count, 1);
    assert_string_equal(got->outputs[0].path, "published/a\tb\\c\n.pdf");
    assert_int_equal(got->outputs[0].size, 1234567890123);
    assert_int_equal(got->outputs[0].mode, 0600);
    const struct finding *finding = finding_at(got->findings, 0);
    assert_int_equal(finding->level, FINDING_WARNING);
    assert_int_equal(finding->line, 70000);
    assert_null(finding->file);
    assert_string_equal(finding->record, "");
    assert_string_equal(finding->value, "\\N");
    assert_string_equal(finding->rule, "一\t二\n三");
    manifest_write(&again, got);
    assert_string_equal(buffer_string(&again), buffer_string(&text));
    product_free(got);
    product_free(written);
    buffer_free(&text);
    buffer_free(&again);
}

static void what_is_cut_off_anywhere_is_not_taken(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    struct product *written = example(), *got;
    manifest_write(&text, written);
    for (size_t length = 1; length < text.length; length++) {
        assert_int_not_equal(read_text(text.bytes, length, &got), MANIFEST_WHOLE);
        product_free(got);
    }
    product_free(written);
    buffer_free(&text);
}

static void a_death_is_read_wherever_the_worker_was(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY, cut = BUFFER_EMPTY;
    struct product *written = example(), *got;
    manifest_write(&text, written);
    for (size_t length = 0; length < text.length - 1; length++) {
        buffer_clear(&cut);
        buffer_append(&cut, text.bytes, length);
        manifest_write_death(&cut, "cities/#甲", 9); /* the wait status of a killed process */
        assert_int_equal(read_text(cut.bytes, cut.length, &got), MANIFEST_DIED);
        product_free(got);
    }
    product_free(written);
    buffer_free(&text);
    buffer_free(&cut);
}

/* Killed after its last word but before it counted the item. */
static void a_death_behind_a_whole_product_is_passed_over(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    struct product *written = example(), *got;
    manifest_write_death(&text, "cities/#before", 9);
    manifest_write(&text, written);
    assert_int_equal(read_text(text.bytes, text.length, &got), MANIFEST_WHOLE);
    product_free(got);
    product_free(written);
    buffer_free(&text);
}

static void what_is_foreign_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "item\tother/\t1\trows\ts\t\\N\nend\n",
        "output\ta\tpdf\tx\t1\t644\n",
        "end\n",
        "item\tcities/#甲\t1\trows\ts\t\\N\noutput\ta\tpdf\tshort\t1\t644\nend\n",
        "item\tcities/#甲\t1\trows\ts\t\\N\nfinding\ta\t9\t\t\t\t1\t\t\t\t\tr\t\nend\n",
        "nonsense\n",
        "\n",
        "a\tb\tc\td\te\tf\tg\th\ti\tj\tk\tl\tm\tn\to\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct product *got;
        assert_int_equal(read_text(texts[i], strlen(texts[i]), &got), MANIFEST_FOREIGN);
        product_free(got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_back),
        cmocka_unit_test(what_is_cut_off_anywhere_is_not_taken),
        cmocka_unit_test(a_death_is_read_wherever_the_worker_was),
        cmocka_unit_test(a_death_behind_a_whole_product_is_passed_over),
        cmocka_unit_test(what_is_foreign_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
