/* Large documents: beyond libharu's 32 768 pages, 32 767 elements of an array and 4095 entries of a
 * dictionary, with memory that does not grow with the marks drawn. */
#include "document.h"

#include <sys/resource.h>

#ifdef __SANITIZE_ADDRESS__ /* gcc */
#define SANITIZED
#elif defined(__has_feature) /* clang */
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif

/* A page leaves memory when it is done; the page tree goes beyond libharu's 32 768. */
static void forty_thousand_pages_take_flat_memory(void **state)
{
    (void)state;
    struct rusage before, after;
    struct document document = begin(false);
    for (unsigned page = 1; page <= 40000; page++) {
        char label[12];
        snprintf(label, sizeof label, "%u", page);
        begin_page(document.device, page, label);
        draw(document.device, "仿宋", 80000, 160000, "第");
        assert_int_equal(document.device->end_page(document.device->state), 0);
        if (page == 1000)
            getrusage(RUSAGE_SELF, &before);
    }
    end(&document, NULL);
    getrusage(RUSAGE_SELF, &after);
#ifndef SANITIZED /* AddressSanitizer keeps freed memory for a while */
    assert_true(after.ru_maxrss - before.ru_maxrss < 40 * 1024); /* kB: 1 kB a page at the most */
#endif
    assert_non_null(strstr(answer("pdfinfo '%s'"), "Pages:           40000"));
    assert_non_null(strstr(answer("pdftotext -f 39999 -l 40000 '%s' -"), "第"));
}

/* Each page names the total, which is known last; each is labelled "1", as merged certificates are.
 */
static void each_of_twenty_thousand_pages_may_have_a_place_and_a_label(void **state)
{
    (void)state;
    enum { PAGES = 20000 };
    struct document document = begin(false);
    const struct device *device = document.device;
    static unsigned ids[PAGES];
    for (unsigned page = 1; page <= PAGES; page++) {
        begin_page(device, page, "1");
        assert_int_equal(device->later(device->state, &ids[page - 1]), 0);
        assert_int_equal(device->end_page(device->state), 0);
    }
    for (unsigned page = 1; page <= PAGES; page++)
        assert_int_equal(settle_two(device, ids[page - 1]), 0);
    end(&document, NULL);
    assert_string_equal(answer("pdftotext -f 20000 '%s' - | head -n 1"), "2\n");
    assert_string_equal(answer("mutool show '%s' trailer/Root/PageLabels/Kids |"
                               " grep -o '[0-9]* 0 R' | wc -l"),
                        "79\n"); /* 20 000 / 256 */
}

static void an_element_may_have_forty_thousand_kids(void **state)
{
    (void)state;
    struct document document = begin(true);
    const struct device *device = document.device;
    for (unsigned key = 1; key <= 40000; key++) {
        if (key % 100 == 1)
            begin_page(device, key / 100 + 1, "1");
        tag(device, STRUCTURE_PARAGRAPH, key);
        draw(device, "仿宋", 80000, 160000, "段");
        end_tag(device);
        if (key % 100 == 0)
            assert_int_equal(device->end_page(device->state), 0);
    }
    end(&document, NULL);
    assert_sound();
    assert_string_equal(answer("pdfinfo -struct '%s' | grep -c '^  P'"), "40000\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forty_thousand_pages_take_flat_memory),
        cmocka_unit_test(each_of_twenty_thousand_pages_may_have_a_place_and_a_label),
        cmocka_unit_test(an_element_may_have_forty_thousand_kids),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
