/* Properties of XSL 1.1 §7 and our extensions (§8 of design: named after CSS Text), by name. The
 * table is looked up only when an attribute list is seen for the first time (property.c), by a
 * linear search. */
#include "format/property_table.h"

#include <string.h>

#include "format/traits.h"

#define AT(field)       offsetof(struct traits, field)
#define BORDER(side, f) (AT(border) + (side) * sizeof(struct border) + offsetof(struct border, f))
#define OF(array, side) (AT(array) + (side) * sizeof((struct traits *)0)->array[0])

#define STYLES "none|hidden|dotted|dashed|solid|double|groove|ridge|inset|outset"

#define BORDER_SIDE(name, side)                                                                    \
    {"border-" name "-width", PROPERTY_BORDER_WIDTH, BORDER(side, width), "medium", NULL},         \
        {"border-" name "-style", PROPERTY_KEYWORD, BORDER(side, style), "none", STYLES},          \
        {"border-" name "-color", PROPERTY_COLOUR, BORDER(side, colour), "black", NULL},           \
        {"border-" name "-width.length", PROPERTY_BORDER_WIDTH, BORDER(side, width), "medium",     \
         NULL},                                                                                    \
        {"border-" name "-width.conditionality", PROPERTY_KEYWORD, OF(border_retain, side),        \
         "discard", "discard|retain"},                                                             \
        {"padding-" name, PROPERTY_MEASURE, OF(padding, side), "0pt", NULL},                       \
        {"padding-" name ".length", PROPERTY_MEASURE, OF(padding, side), "0pt", NULL},             \
    {                                                                                              \
        "padding-" name ".conditionality", PROPERTY_KEYWORD, OF(padding_retain, side), "discard",  \
            "discard|retain"                                                                       \
    }

#define ABSOLUTE_SIDE(name, side)                                                                  \
    {"border-" name "-width", PROPERTY_BORDER_WIDTH, BORDER(side, width), NULL, NULL},             \
        {"border-" name "-style", PROPERTY_KEYWORD, BORDER(side, style), NULL, STYLES},            \
        {"border-" name "-color", PROPERTY_COLOUR, BORDER(side, colour), NULL, NULL},              \
        {"padding-" name, PROPERTY_MEASURE, OF(padding, side), NULL, NULL},                        \
    {                                                                                              \
        "margin-" name, PROPERTY_MEASURE, OF(margin, side), "0pt", "auto"                          \
    }

#define SPACE(name, side)                                                                          \
    {"space-" name ".minimum", PROPERTY_LENGTH, AT(space_##side.minimum), "0pt", NULL},            \
        {"space-" name ".optimum", PROPERTY_LENGTH, AT(space_##side.optimum), "0pt", NULL},        \
        {"space-" name ".maximum", PROPERTY_LENGTH, AT(space_##side.maximum), "0pt", NULL},        \
        {"space-" name ".precedence", PROPERTY_PRECEDENCE, AT(space_##side.precedence), "0",       \
         NULL},                                                                                    \
        {"space-" name ".conditionality", PROPERTY_KEYWORD, AT(space_##side.conditionality),       \
         "discard", "discard|retain"},                                                             \
    {                                                                                              \
        "space-" name, PROPERTY_SHORTHAND, 0, NULL, NULL                                           \
    }

#define KEEP(name, field)                                                                          \
    {name, PROPERTY_SHORTHAND, 0, NULL, NULL},                                                     \
        {name ".within-line", PROPERTY_KEEP, AT(field.line), "auto", NULL},                        \
        {name ".within-column", PROPERTY_KEEP, AT(field.column), "auto", NULL},                    \
    {                                                                                              \
        name ".within-page", PROPERTY_KEEP, AT(field.page), "auto", NULL                           \
    }

#define DIMENSION(name, field, least, most)                                                        \
    {name, PROPERTY_MEASURE, AT(field), "auto", "auto"},                                           \
        {name ".optimum", PROPERTY_MEASURE, AT(field), NULL, "auto"},                              \
        {name ".minimum", PROPERTY_MEASURE, AT(least), NULL, "auto"},                              \
    {                                                                                              \
        name ".maximum", PROPERTY_MEASURE, AT(most), NULL, "auto"                                  \
    }

#define SHORTHAND(name)                                                                            \
    {                                                                                              \
        name, PROPERTY_SHORTHAND, 0, NULL, NULL                                                    \
    }
#define UNSUPPORTED(name, tokens)                                                                  \
    {                                                                                              \
        name, PROPERTY_UNSUPPORTED, 0, NULL, tokens                                                \
    }
#define IGNORED(name)                                                                              \
    {                                                                                              \
        name, PROPERTY_IGNORED, 0, NULL, NULL                                                      \
    }
#define TEXT(name, field)                                                                          \
    {                                                                                              \
        name, PROPERTY_TEXT, AT(field), NULL, NULL                                                 \
    }

static const struct property properties[] = {
    /* Fonts (§7.9) and colour. */
    {"font-family", PROPERTY_TEXT, AT(font_family), "serif", NULL},
    {"font-size", PROPERTY_FONT_SIZE, AT(font_size), "12pt", NULL},
    {"font-weight", PROPERTY_FONT_WEIGHT, AT(font_weight), "400", NULL},
    {"font-style", PROPERTY_KEYWORD, AT(font_style), "normal", "normal|italic|oblique|backslant"},
    SHORTHAND("font"),
    {"color", PROPERTY_COLOUR, AT(color), "black", NULL},
    TEXT("language", language),
    TEXT("xml:lang", language),

    /* Lines (§7.16). */
    {"line-height", PROPERTY_LINE_HEIGHT, AT(line_height), "normal", NULL},
    {"line-stacking-strategy", PROPERTY_KEYWORD, AT(line_stacking), "max-height",
     "line-height|font-height|max-height"},
    {"text-align", PROPERTY_KEYWORD, AT(text_align), "start",
     "start|center|end|justify|inside|outside|left|right"},
    {"text-align-last", PROPERTY_KEYWORD, AT(text_align_last), "relative",
     "relative|start|center|end|justify|inside|outside|left|right"},
    {"text-indent", PROPERTY_MEASURE, AT(text_indent), "0pt", NULL},
    {"last-line-end-indent", PROPERTY_MEASURE, AT(last_line_end_indent), "0pt", NULL},
    {"linefeed-treatment", PROPERTY_KEYWORD, AT(linefeed_treatment), "treat-as-space",
     "ignore|preserve|treat-as-space|treat-as-zero-width-space"},
    {"white-space-treatment", PROPERTY_KEYWORD, AT(white_space_treatment),
     "ignore-if-surrounding-linefeed",
     "ignore|preserve|ignore-if-before-linefeed|ignore-if-after-linefeed|"
     "ignore-if-surrounding-linefeed"},
    {"white-space-collapse", PROPERTY_KEYWORD, AT(white_space_collapse), "true", "true|false"},
    {"wrap-option", PROPERTY_KEYWORD, AT(wrap_option), "wrap", "wrap|no-wrap"},
    SHORTHAND("white-space"),
    {"letter-spacing", PROPERTY_LENGTH, AT(letter_spacing), "0pt", "normal"},
    {"text-decoration", PROPERTY_DECORATION, AT(text_decoration), NULL, NULL},
    {"baseline-shift", PROPERTY_BASELINE, AT(baseline_shift), "baseline", "baseline|sub|super"},
    SHORTHAND("vertical-align"),

    /* Indents, spaces, keeps and breaks (§7.10, 7.20). */
    {"start-indent", PROPERTY_MEASURE, AT(start_indent), "0pt", NULL},
    {"end-indent", PROPERTY_MEASURE, AT(end_indent), "0pt", NULL},
    SPACE("before", before),
    SPACE("after", after),
    SPACE("start", start),
    SPACE("end", end),
    KEEP("keep-together", keep_together),
    KEEP("keep-with-next", keep_with_next),
    KEEP("keep-with-previous", keep_with_previous),
    {"break-before", PROPERTY_KEYWORD, AT(break_before), "auto",
     "auto|column|page|even-page|odd-page"},
    {"break-after", PROPERTY_KEYWORD, AT(break_after), "auto",
     "auto|column|page|even-page|odd-page"},
    SHORTHAND("page-break-before"),
    SHORTHAND("page-break-after"),
    SHORTHAND("page-break-inside"),
    {"widows", PROPERTY_INTEGER, AT(widows), "2", NULL},
    {"orphans", PROPERTY_INTEGER, AT(orphans), "2", NULL},
    {"span", PROPERTY_KEYWORD, AT(span), "none", "none|all"},

    /* Borders, padding, background, margins (§7.8). */
    BORDER_SIDE("before", SIDE_BEFORE),
    BORDER_SIDE("after", SIDE_AFTER),
    BORDER_SIDE("start", SIDE_START),
    BORDER_SIDE("end", SIDE_END),
    ABSOLUTE_SIDE("top", SIDE_BEFORE),
    ABSOLUTE_SIDE("bottom", SIDE_AFTER),
    ABSOLUTE_SIDE("left", SIDE_START),
    ABSOLUTE_SIDE("right", SIDE_END),
    SHORTHAND("border"),
    SHORTHAND("border-top"),
    SHORTHAND("border-bottom"),
    SHORTHAND("border-left"),
    SHORTHAND("border-right"),
    SHORTHAND("border-before"),
    SHORTHAND("border-after"),
    SHORTHAND("border-start"),
    SHORTHAND("border-end"),
    SHORTHAND("border-width"),
    SHORTHAND("border-style"),
    SHORTHAND("border-color"),
    SHORTHAND("padding"),
    SHORTHAND("margin"),
    SHORTHAND("background"),
    {"background-color", PROPERTY_COLOUR, AT(background), "transparent", NULL},

    /* Dimensions and position (§7.6, 7.15). */
    DIMENSION("width", width, minimum_width, maximum_width),
    DIMENSION("inline-progression-dimension", width, minimum_width, maximum_width),
    DIMENSION("height", height, minimum_height, maximum_height),
    DIMENSION("block-progression-dimension", height, minimum_height, maximum_height),
    {"min-height", PROPERTY_MEASURE, AT(minimum_height), "auto", "auto"},
    {"min-width", PROPERTY_MEASURE, AT(minimum_width), "auto", "auto"},
    {"max-height", PROPERTY_MEASURE, AT(maximum_height), "auto", "auto|none"},
    {"max-width", PROPERTY_MEASURE, AT(maximum_width), "auto", "auto|none"},
    {"content-width", PROPERTY_MEASURE, AT(content_width), "auto",
     "auto|scale-to-fit|scale-down-to-fit|scale-up-to-fit"},
    {"content-height", PROPERTY_MEASURE, AT(content_height), "auto",
     "auto|scale-to-fit|scale-down-to-fit|scale-up-to-fit"},
    {"scaling", PROPERTY_KEYWORD, AT(scaling), "uniform", "uniform|non-uniform"},
    {"absolute-position", PROPERTY_KEYWORD, AT(absolute_position), "auto", "auto|absolute|fixed"},
    {"position", PROPERTY_KEYWORD, AT(absolute_position), NULL, "static|absolute|fixed"},
    {"top", PROPERTY_MEASURE, AT(top), "auto", "auto"},
    {"right", PROPERTY_MEASURE, AT(right), "auto", "auto"},
    {"bottom", PROPERTY_MEASURE, AT(bottom), "auto", "auto"},
    {"left", PROPERTY_MEASURE, AT(left), "auto", "auto"},
    {"overflow", PROPERTY_KEYWORD, AT(overflow), "auto",
     "visible|hidden|scroll|error-if-overflow|auto"},
    {"display-align", PROPERTY_KEYWORD, AT(display_align), "auto", "auto|before|center|after"},
    {"relative-align", PROPERTY_KEYWORD, AT(relative_align), "before", "before|baseline"},
    {"reference-orientation", PROPERTY_INTEGER, AT(reference_orientation), "0", NULL},
    UNSUPPORTED("writing-mode", "lr-tb|lr"),
    UNSUPPORTED("background-image", "none"),
    {"visibility", PROPERTY_KEYWORD, AT(visibility), "visible", "visible|hidden|collapse"},

    /* Lists, tables (§7.28, 7.30). */
    {"provisional-distance-between-starts", PROPERTY_MEASURE, AT(distance_between_starts), "24pt",
     NULL},
    {"provisional-label-separation", PROPERTY_MEASURE, AT(label_separation), "6pt", NULL},
    {"border-collapse", PROPERTY_KEYWORD, AT(border_collapse), "collapse",
     "collapse|collapse-with-precedence|separate"},
    SHORTHAND("border-separation"),
    SHORTHAND("border-spacing"),
    {"border-separation.block-progression-direction", PROPERTY_LENGTH, AT(border_separation_block),
     "0pt", NULL},
    {"border-separation.inline-progression-direction", PROPERTY_LENGTH,
     AT(border_separation_inline), "0pt", NULL},
    {"empty-cells", PROPERTY_KEYWORD, AT(empty_cells), "show", "show|hide"},
    {"column-width", PROPERTY_MEASURE, AT(column_width), "auto", "auto"},
    {"column-number", PROPERTY_INTEGER, AT(column_number), "0", NULL},
    {"number-columns-spanned", PROPERTY_INTEGER, AT(columns_spanned), "1", NULL},
    {"number-rows-spanned", PROPERTY_INTEGER, AT(rows_spanned), "1", NULL},
    {"number-columns-repeated", PROPERTY_INTEGER, AT(columns_repeated), "1", NULL},
    {"starts-row", PROPERTY_KEYWORD, AT(starts_row), "false", "true|false"},
    {"ends-row", PROPERTY_KEYWORD, AT(ends_row), "false", "true|false"},
    {"table-layout", PROPERTY_KEYWORD, AT(table_layout), "auto", "auto|fixed"},
    {"table-omit-header-at-break", PROPERTY_KEYWORD, AT(table_omit_header), "false", "true|false"},
    {"table-omit-footer-at-break", PROPERTY_KEYWORD, AT(table_omit_footer), "false", "true|false"},

    /* Leaders (§7.22). */
    {"leader-alignment", PROPERTY_KEYWORD, AT(leader_alignment), "none",
     "none|reference-area|page"},
    {"leader-pattern", PROPERTY_KEYWORD, AT(leader_pattern), "space",
     "space|rule|dots|use-content"},
    {"leader-pattern-width", PROPERTY_MEASURE, AT(leader_pattern_width), "use-font-metrics",
     "use-font-metrics"},
    SHORTHAND("leader-length"),
    {"leader-length.minimum", PROPERTY_MEASURE, AT(leader_minimum), "0pt", NULL},
    {"leader-length.optimum", PROPERTY_MEASURE, AT(leader_optimum), "12pt", NULL},
    {"leader-length.maximum", PROPERTY_MEASURE, AT(leader_maximum), "100%", NULL},
    {"rule-style", PROPERTY_KEYWORD, AT(rule_style), "solid", STYLES},
    {"rule-thickness", PROPERTY_LENGTH, AT(rule_thickness), "1pt", NULL},

    /* Pages (§7.27). */
    TEXT("master-name", master_name),
    TEXT("master-reference", master_reference),
    TEXT("region-name", region_name),
    TEXT("flow-name", flow_name),
    TEXT("format", format),
    {"page-width", PROPERTY_MEASURE, AT(page_width), "210mm", "auto|indefinite"},
    {"page-height", PROPERTY_MEASURE, AT(page_height), "297mm", "auto|indefinite"},
    {"extent", PROPERTY_MEASURE, AT(extent), "0pt", NULL},
    {"precedence", PROPERTY_KEYWORD, AT(precedence), "false", "true|false"},
    {"odd-or-even", PROPERTY_KEYWORD, AT(odd_or_even), "any", "odd|even|any"},
    {"page-position", PROPERTY_KEYWORD, AT(page_position), "any", "only|first|last|rest|any"},
    {"blank-or-not-blank", PROPERTY_KEYWORD, AT(blank_or_not_blank), "any", "blank|not-blank|any"},
    TEXT("maximum-repeats", maximum_repeats),
    TEXT("initial-page-number", initial_page_number),
    {"force-page-count", PROPERTY_KEYWORD, AT(force_page_count), "auto",
     "auto|even|odd|end-on-even|end-on-odd|no-force"},
    {"column-count", PROPERTY_INTEGER, AT(column_count), "1", NULL},
    {"column-gap", PROPERTY_MEASURE, AT(column_gap), "12pt", NULL},

    /* Floats (§7.19) and markers (§7.25). */
    {"float", PROPERTY_KEYWORD, AT(float_place), "none",
     "before|start|end|left|right|inside|outside|none"},
    IGNORED("clear"), /* there are no side floats */
    IGNORED("marker-class-name"),
    IGNORED("retrieve-class-name"),
    IGNORED("retrieve-position"),
    IGNORED("retrieve-boundary"),
    IGNORED("retrieve-position-within-table"),
    IGNORED("retrieve-boundary-within-table"),

    /* Others. */
    TEXT("role", role),

    /* Different on every node: read from the node where they are needed (property_attribute). */
    IGNORED("id"),
    IGNORED("ref-id"),
    IGNORED("src"),
    IGNORED("character"),

    /* Known and without effect on pages on paper in lr-tb. */
    IGNORED("country"),
    IGNORED("script"),
    IGNORED("source-document"),
    IGNORED("content-type"),
    IGNORED("alignment-adjust"),
    IGNORED("alignment-baseline"),
    IGNORED("dominant-baseline"),
    UNSUPPORTED("font-stretch", "normal"),
    UNSUPPORTED("font-variant", "normal"),
    IGNORED("font-selection-strategy"),
    IGNORED("font-size-adjust"),
    IGNORED("hyphenate"),
    IGNORED("hyphenation-character"),
    IGNORED("hyphenation-keep"),
    IGNORED("hyphenation-ladder-count"),
    IGNORED("hyphenation-push-character-count"),
    IGNORED("hyphenation-remain-character-count"),
    IGNORED("line-height-shift-adjustment"),
    IGNORED("score-spaces"),
    IGNORED("suppress-at-line-break"),
    IGNORED("treat-as-word-space"),
    IGNORED("text-altitude"),
    IGNORED("text-depth"),
    UNSUPPORTED("text-shadow", "none"),
    UNSUPPORTED("text-transform", "none"),
    UNSUPPORTED("word-spacing", "normal|0pt|0"),
    IGNORED("intrusion-displace"),
    IGNORED("media-usage"),
    IGNORED("rendering-intent"),
    IGNORED("reference-orientation-text"),
    IGNORED("scaling-method"),
    IGNORED("show-destination"),
    IGNORED("index-key"),
    IGNORED("index-class"),
    UNSUPPORTED("z-index", "auto"),
    UNSUPPORTED("clip", "auto"),
    UNSUPPORTED("caption-side", "before|top"),
    IGNORED("grouping-separator"),
    IGNORED("grouping-size"),
    IGNORED("letter-value"),
    UNSUPPORTED("glyph-orientation-horizontal", "0deg|0"),
    UNSUPPORTED("glyph-orientation-vertical", "auto|0deg"),
    UNSUPPORTED("direction", "ltr"),
    UNSUPPORTED("unicode-bidi", "normal"),
    UNSUPPORTED("relative-position", "static"),
    IGNORED("xml:space"),
    IGNORED("xml:base"),
    IGNORED("xml:id"),
};

/* Extension properties; y:record, y:sheet and y:line say where a node comes from (report.c). */
static const struct property extensions[] = {
    {"line-break", PROPERTY_KEYWORD, AT(line_break), "auto", "auto|normal|strict|loose|anywhere"},
    {"text-spacing-trim", PROPERTY_KEYWORD, AT(spacing_trim), "normal",
     "normal|space-all|space-first|trim-start"},
    {"text-autospace", PROPERTY_KEYWORD, AT(autospace), "normal", "normal|no-autospace"},
    {"text-justify", PROPERTY_KEYWORD, AT(text_justify), "auto",
     "auto|inter-character|inter-word|none"},
    {"hanging-punctuation", PROPERTY_KEYWORD, AT(hanging), "none", "none|allow-end"},
    TEXT("role", role),
    IGNORED("record"),
    IGNORED("sheet"),
    IGNORED("line"),
};

enum { PROPERTY_COUNT = sizeof properties / sizeof *properties };
enum { EXTENSION_COUNT = sizeof extensions / sizeof *extensions };

const struct property *property_table_find(const char *name, size_t length, bool extension)
{
    const struct property *table = extension ? extensions : properties;
    size_t count = extension ? EXTENSION_COUNT : PROPERTY_COUNT;
    for (size_t i = 0; i < count; i++)
        if (strlen(table[i].name) == length && memcmp(table[i].name, name, length) == 0)
            return &table[i];
    return NULL;
}

size_t property_table_count(void)
{
    return PROPERTY_COUNT + EXTENSION_COUNT;
}

const struct property *property_table_at(size_t index)
{
    return index < PROPERTY_COUNT ? &properties[index] : &extensions[index - PROPERTY_COUNT];
}

size_t property_table_size(enum property_type type)
{
    switch (type) {
    case PROPERTY_KEYWORD:
    case PROPERTY_FONT_WEIGHT:
    case PROPERTY_INTEGER:
    case PROPERTY_KEEP:
    case PROPERTY_PRECEDENCE:
    case PROPERTY_DECORATION:
        return sizeof(int32_t);
    case PROPERTY_LENGTH:
    case PROPERTY_BORDER_WIDTH:
    case PROPERTY_FONT_SIZE:
        return sizeof(millipoint);
    case PROPERTY_MEASURE:
        return sizeof(struct measure);
    case PROPERTY_BASELINE:
        return sizeof(struct measure) + sizeof(int32_t);
    case PROPERTY_LINE_HEIGHT:
        return sizeof(struct line_height);
    case PROPERTY_COLOUR:
        return sizeof(struct colour);
    case PROPERTY_TEXT:
        return sizeof(const char *);
    case PROPERTY_SHORTHAND:
    case PROPERTY_UNSUPPORTED:
    case PROPERTY_IGNORED:
        break;
    }
    return 0;
}
