/* The real font set, read once for all tests of a program: setup and teardown of the group. */
#ifndef YINFA_TESTS_TYPE_REAL_FONTS_H
#define YINFA_TESTS_TYPE_REAL_FONTS_H

#include "base/arena.h"
#include "base/finding.h"
#include "base/xml.h"
#include "type/font_set.h"

static struct arena *arena;
static struct finding_list *font_findings; /* what reading it found */
static struct font_set *fonts;

static inline int read_fonts(void **state)
{
    (void)state;
    xml_guard_install();
    xml_allow_folder("fonts");
    arena = arena_new();
    font_findings = finding_list_new(arena);
    fonts = font_set_read("fonts/font-set.xml", "fonts/files", NULL, NULL, font_findings);
    return fonts ? 0 : -1;
}

static inline int free_fonts(void **state)
{
    (void)state;
    font_set_free(fonts);
    arena_free(arena);
    return 0;
}

#endif
