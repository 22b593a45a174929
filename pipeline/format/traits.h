/* Traits: the resolved properties of one formatting object (XSL 1.1 §5). One struct for all
 * objects; the property table (property_table.c) says which field each property fills. Fields
 * before `own` are inherited, those after it are not. Directions are those of writing mode lr-tb,
 * the only one there is. */
#ifndef YINFA_FORMAT_TRAITS_H
#define YINFA_FORMAT_TRAITS_H

#include <stdbool.h>
#include <stdint.h>

#include "format/device.h"
#include "format/keyword.h"
#include "format/measure.h"

enum { KEEP_AUTO = 0, KEEP_ALWAYS = 1000000 }; /* integers of the Recommendation lie between */
enum { TEXT_ALIGN_CHARACTER = 1000 }; /* text_align from here on: a character, from U+0001 */
enum { SPACE_FORCE = 1000000 };       /* precedence "force" */

enum side { SIDE_BEFORE, SIDE_AFTER, SIDE_START, SIDE_END, SIDE_COUNT };

struct space {
    millipoint minimum, optimum, maximum;
    int32_t precedence;     /* SPACE_FORCE = force */
    int32_t conditionality; /* KEYWORD_DISCARD or KEYWORD_RETAIN */
};

struct border {
    millipoint width; /* as specified; 0 in effect if style is none: border_width() */
    int32_t style;    /* enum keyword */
    struct colour colour;
};

enum { DECORATION_UNDERLINE = 1, DECORATION_OVERLINE = 2, DECORATION_THROUGH = 4 };

struct keep {
    int32_t line, column, page; /* strengths */
};

/* line-height: a factor of the font size (inherited as such) or a length. */
struct line_height {
    millipoint length; /* if factor is 0 */
    int32_t factor;    /* 1/1000 */
};

struct traits {
    /* Inherited. */
    const char *font_family;
    const struct font_chain *chain; /* from family, weight and style; set by property.c */
    millipoint font_size;
    int32_t font_weight; /* 100 … 900 */
    int32_t font_style;
    int32_t font_variant;
    struct colour color;
    struct line_height line_height;
    int32_t line_stacking;
    int32_t shift_adjustment; /* line-height-shift-adjustment */
    int32_t text_decoration;  /* of the object and those around it: XSL 1.1 §7.17.4 */
    int32_t text_align, text_align_last;
    struct measure text_indent, last_line_end_indent;
    struct measure start_indent, end_indent;
    struct measure distance_between_starts, label_separation;
    int32_t linefeed_treatment, white_space_treatment, white_space_collapse, wrap_option;
    int32_t widows, orphans;
    struct keep keep_together;
    int32_t display_align;
    int32_t border_collapse;
    millipoint border_separation_block, border_separation_inline;
    int32_t empty_cells;
    int32_t visibility;
    millipoint letter_spacing, word_spacing;
    int32_t text_transform;
    const char *language;         /* with the country: what others look at */
    const char *spoken, *country; /* as given: properties language (or xml:lang) and country */
    int32_t leader_alignment, leader_pattern, rule_style;
    struct measure leader_pattern_width, leader_minimum, leader_optimum, leader_maximum;
    millipoint rule_thickness;
    int32_t relative_align;
    int32_t caption_side;
    int32_t text_wrap; /* how lines are chosen */
    int32_t line_break, spacing_trim, autospace, text_justify, hanging;
    int32_t font_synthesis;
    int32_t emphasis, emphasis_position, decoration_style;
    millipoint line_grid;      /* distance between the grid's lines; 0 = no grid */
    millipoint character_grid; /* width of the cells that full-width characters fill; 0 = no grid */

    /* Not inherited. */
    int32_t own; /* marks the place */
    int32_t break_before, break_after;
    struct keep keep_with_next, keep_with_previous;
    struct space space_before, space_after, space_start, space_end;
    struct border border[SIDE_COUNT];
    struct measure padding[SIDE_COUNT];
    int32_t border_retain[SIDE_COUNT]; /* conditionality of border and padding: before, after */
    int32_t padding_retain[SIDE_COUNT];
    struct measure margin[SIDE_COUNT];
    struct colour background;
    const char *background_image;       /* as written; NULL or "none": none */
    const struct area *background_tile; /* the image, laid out; NULL: none */
    int32_t background_repeat;
    struct measure background_position[2]; /* across, down; percentages as CSS2 §14.2.1 says */
    struct measure width, height;          /* inline-/block-progression-dimension .optimum */
    struct measure minimum_height, minimum_width, maximum_height, maximum_width;
    struct measure content_width, content_height;
    int32_t scaling;
    int32_t reference_orientation; /* of this object's own area: what is inside turns with it */
    int32_t absolute_position, relative_position;
    struct measure top, right, bottom, left;
    int32_t overflow;
    struct measure baseline_shift, alignment_adjust;
    int32_t alignment_baseline, dominant_baseline;
    struct measure column_width;
    int32_t column_number, columns_spanned, rows_spanned, columns_repeated;
    int32_t starts_row, ends_row;
    int32_t table_layout;
    int32_t table_omit_header, table_omit_footer;
    int32_t diagonal; /* of a cell, from corner to corner */
    struct border diagonal_line;
    const char *role;
    /* Page masters and sequences. */
    const char *master_name, *master_reference, *region_name, *flow_name, *format;
    struct measure page_width, page_height, extent;
    int32_t precedence;
    int32_t odd_or_even, page_position, blank_or_not_blank;
    int32_t page_follows; /* a blank page or another */
    const char *maximum_repeats, *initial_page_number;
    int32_t force_page_count;
    int32_t column_count;
    struct measure column_gap;
    int32_t span;
    int32_t block_fill;  /* what is free of the column stands before the block */
    int32_t float_place; /* property float */
};

/* The width a border takes: none for style none and hidden. */
static inline millipoint border_width(const struct border *border)
{
    return border->style == KEYWORD_NONE || border->style == KEYWORD_HIDDEN ? 0 : border->width;
}

/* By how many degrees anticlockwise the content of a reference area is turned: 0, 90, 180, 270. */
static inline int traits_rotation(const struct traits *traits)
{
    int degrees = traits->reference_orientation % 360;
    return degrees < 0 ? degrees + 360 : degrees;
}

/* The strength of a keep where columns and pages end alike. */
static inline int32_t keep_strength(const struct keep *keep)
{
    return keep->column > keep->page ? keep->column : keep->page;
}

/* What text, rules and marks are drawn in: nothing if visibility is hidden. */
static inline struct colour traits_ink(const struct traits *traits)
{
    struct colour ink = traits->color;
    ink.none |= traits->visibility != KEYWORD_VISIBLE;
    return ink;
}

/* The distance between baselines that the traits ask for. */
static inline millipoint traits_line_height(const struct traits *traits)
{
    const struct line_height *height = &traits->line_height;
    return height->factor ? measure_clamp((int64_t)traits->font_size * height->factor / 1000)
                          : height->length;
}

#endif
