/* The profile after ICC.1:2001-04: header, nine tags. Colorants are sRGB's primaries adapted to D50
 * (Bradford), as s15Fixed16; the curve is the sRGB transfer function at 256 points. */
#include "draw/srgb_profile.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/buffer.h"

enum { CURVE_POINTS = 256, TAG_COUNT = 9, HEADER_SIZE = 128 };

static struct buffer profile = BUFFER_EMPTY;

static void put16(uint32_t value)
{
    buffer_byte(&profile, (char)(value >> 8 & 0xFF));
    buffer_byte(&profile, (char)(value & 0xFF));
}

static void put32(uint32_t value)
{
    put16(value >> 16);
    put16(value & 0xFFFF);
}

static void set32(size_t at, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        profile.bytes[at + (size_t)i] = (char)(value >> (24 - 8 * i) & 0xFF);
}

static void put_xyz(uint32_t x, uint32_t y, uint32_t z)
{
    buffer_append(&profile, "XYZ \0\0\0\0", 8);
    put32(x);
    put32(y);
    put32(z);
}

/* IEC 61966-2-1 §5.2: linear light for a component. */
static double linear(double component)
{
    return component <= 0.04045 ? component / 12.92 : pow((component + 0.055) / 1.055, 2.4);
}

static void put_curve(void)
{
    buffer_append(&profile, "curv\0\0\0\0", 8);
    put32(CURVE_POINTS);
    for (int i = 0; i < CURVE_POINTS; i++)
        put16((uint32_t)floor(linear(i / (double)(CURVE_POINTS - 1)) * 65535 + 0.5));
}

static void put_description(const char *text)
{
    uint32_t length = (uint32_t)strlen(text) + 1;
    buffer_append(&profile, "desc\0\0\0\0", 8);
    put32(length);
    buffer_append(&profile, text, length);
    for (int i = 0; i < 4 + 4 + 2 + 1 + 67; i++) /* no Unicode, no ScriptCode description */
        buffer_byte(&profile, 0);
}

static void put_text(const char *text)
{
    buffer_append(&profile, "text\0\0\0\0", 8);
    buffer_append(&profile, text, strlen(text) + 1);
}

static void put_header(void)
{
    for (int i = 0; i < HEADER_SIZE; i++)
        buffer_byte(&profile, 0);
    memcpy(profile.bytes + 8, "\x02\x10\0\0mntrRGB XYZ ", 16);
    memcpy(profile.bytes + 24, "\x07\xD0\0\x01\0\x01\0\0\0\0\0\0acsp", 16); /* 2000-01-01 */
    set32(68, 0xF6D6);                                                      /* illuminant D50 */
    set32(72, 0x10000);
    set32(76, 0xD32D);
}

/* Pads to a multiple of four and notes the tag's place in the table. */
static void note_tag(size_t index, const char *signature, size_t start)
{
    size_t entry = HEADER_SIZE + 4 + 12 * index;
    memcpy(profile.bytes + entry, signature, 4);
    set32(entry + 4, (uint32_t)start);
    set32(entry + 8, (uint32_t)(profile.length - start));
    while (profile.length % 4)
        buffer_byte(&profile, 0);
}

static void make(void)
{
    static const char *const curves[] = {"rTRC", "gTRC", "bTRC"};
    put_header();
    put32(TAG_COUNT);
    for (int i = 0; i < 12 * TAG_COUNT; i++)
        buffer_byte(&profile, 0);
    size_t start = profile.length;
    put_description("sRGB IEC61966-2.1");
    note_tag(0, "desc", start);
    start = profile.length;
    put_text("No copyright, use freely");
    note_tag(1, "cprt", start);
    start = profile.length;
    put_xyz(0xF351, 0x10000, 0x116CC); /* white point D65 */
    note_tag(2, "wtpt", start);
    start = profile.length;
    put_xyz(0x6FA2, 0x38F5, 0x390); /* 0.43607 0.22249 0.01392 */
    note_tag(3, "rXYZ", start);
    start = profile.length;
    put_xyz(0x6299, 0xB785, 0x18DA); /* 0.38515 0.71687 0.09708 */
    note_tag(4, "gXYZ", start);
    start = profile.length;
    put_xyz(0x24A0, 0xF84, 0xB6CF); /* 0.14307 0.06061 0.71410 */
    note_tag(5, "bXYZ", start);
    start = profile.length;
    put_curve();
    size_t length = profile.length - start;
    for (size_t i = 0; i < 3; i++) { /* one curve for all three */
        size_t entry = HEADER_SIZE + 4 + 12 * (6 + i);
        memcpy(profile.bytes + entry, curves[i], 4);
        set32(entry + 4, (uint32_t)start);
        set32(entry + 8, (uint32_t)length);
    }
    set32(0, (uint32_t)profile.length);
}

const void *srgb_profile(size_t *length)
{
    if (!profile.length)
        make();
    *length = profile.length;
    return profile.bytes;
}
