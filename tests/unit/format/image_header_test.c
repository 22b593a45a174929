/* The head of a picture: its size, and whether its pixels are coloured. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "format/image_header.h"

/* ISO/IEC 15948 §11.2.2, table 11.1: grey, RGB, palette, grey and RGB with alpha. */
static void a_png_is_coloured_by_its_colour_type(void **state)
{
    (void)state;
    static const struct {
        unsigned char type;
        bool coloured;
    } types[] = {{0, false}, {2, true}, {3, true}, {4, false}, {6, true}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        unsigned char file[33] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0,   13, 'I',
                                  'H',  'D', 'R', 0,   0,    1,    0x9D, 0,    0, 2, 'C', 8};
        file[25] = types[i].type;
        struct image_header header;
        assert_int_equal(image_header_read(file, sizeof file, &header), IMAGE_SOUND);
        assert_int_equal(header.columns, 413);
        assert_int_equal(header.rows, 579);
        assert_int_equal(header.coloured, types[i].coloured);
    }
}

/* One component is a grey (ITU-T T.81 §B.2.2), three are colours. */
static void a_jpeg_is_coloured_by_its_components(void **state)
{
    (void)state;
    for (unsigned char components = 1; components <= 3; components += 2) {
        const unsigned char file[] = {0xFF, 0xD8,       0xFF, 0xC0, 0, 11,   8,    2, 'C', 1,
                                      0x9D, components, 1,    0x11, 0, 0xFF, 0xD9, 0, 0,   0};
        struct image_header header;
        assert_int_equal(image_header_read(file, sizeof file, &header), IMAGE_SOUND);
        assert_int_equal(header.columns, 413);
        assert_int_equal(header.rows, 579);
        assert_int_equal(header.coloured, components == 3);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_png_is_coloured_by_its_colour_type),
        cmocka_unit_test(a_jpeg_is_coloured_by_its_components),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
