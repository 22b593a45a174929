/* Properties of XSL 1.1 §7 and our extensions (§8 of design: named after CSS Text), by name. The
 * table is looked up only when an attribute list is seen for the first time (property.c), by a
 * linear search. */
#include "format/property_table.h"

#include <string.h>

#include "format/traits.h"

#define AT(field)       offsetof(struct traits, field)
#define BORDER(side, f) (AT(border) + (side) * sizeof(struct border) + offsetof(struct border, f))
#define OF(array, side) (AT(array) + (side) * sizeof((struct traits *)0)->array[0])

#define BASELINES                                                                                  \
    "baseline|before-edge|text-before-edge|middle|central|after-edge|text-after-edge|"             \
    "ideographic|alphabetic|hanging|mathematical"
#define STYLES "none|hidden|dotted|dashed|solid|double|groove|ridge|inset|outset"

#define BORDER_SIDE(name, side)                                                                    \
    {"border-" name "-width", PROPERTY_BORDER_WIDTH, BORDER(side, width), "medium", NULL},         \
        {"border-" name "-style", PROPERTY_KEYWORD, BORDER(side, style), "none", STYLES},          \
        {"border-" name "-color", PROPERTY_COLOUR, BORDER(side, colour), NULL, NULL},              \
        {"border-" name "-width.length", PROPERTY_BORDER_WIDTH, BORDER(side, width), "medium",     \
         NULL},                                                                                    \
        {"border-" name "-width.conditionality", PROPERTY_KEYWORD, OF(border_retain, side),        \
         "discard", "discard|retain"},                                                             \
        {"padding-" name, PROPERTY_EXTENT, OF(padding, side), "0pt", NULL},                        \
        {"padding-" name ".length", PROPERTY_EXTENT, OF(padding, side), "0pt", NULL},              \
    {                                                                                              \
        "padding-" name ".conditionality", PROPERTY_KEYWORD, OF(padding_retain, side), "discard",  \
            "discard|retain"                                                                       \
    }

#define ABSOLUTE_SIDE(name, side)                                                                  \
    {"border-" name "-width", PROPERTY_BORDER_WIDTH, BORDER(side, width), NULL, NULL},             \
        {"border-" name "-style", PROPERTY_KEYWORD, BORDER(side, style), NULL, STYLES},            \
        {"border-" name "-color", PROPERTY_COLOUR, BORDER(side, colour), NULL, NULL},              \
        {"padding-" name, PROPERTY_EXTENT, OF(padding, side), NULL, NULL},                         \
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
    {name, PROPERTY_EXTENT, AT(field), "auto", "auto"},                                            \
        {name ".optimum", PROPERTY_EXTENT, AT(field), NULL, "auto"},                               \
        {name ".minimum", PROPERTY_EXTENT, AT(least), NULL, "auto"},                               \
    {                                                                                              \
        name ".maximum", PROPERTY_EXTENT, AT(most), NULL, "auto"                                   \
    }

/* Components of a space where nothing in our lines gives way. */
#define ELASTIC(name)                                                                              \
    IGNORED(name ".minimum", "the optimum is used"),                                               \
        IGNORED(name ".maximum", "the optimum is used"),                                           \
        IGNORED(name ".conditionality", "the optimum is used"),                                    \
        IGNORED(name ".precedence", "the optimum is used")

#define SHORTHAND(name)                                                                            \
    {                                                                                              \
        name, PROPERTY_SHORTHAND, 0, NULL, NULL                                                    \
    }
#define UNSUPPORTED(name, tokens)                                                                  \
    {                                                                                              \
        name, PROPERTY_UNSUPPORTED, 0, NULL, tokens                                                \
    }
#define IGNORED(name, reason)                                                                      \
    {                                                                                              \
        name, PROPERTY_IGNORED, 0, NULL, reason                                                    \
    }
/* Different on every node: read from it where it is needed (property_attribute). */
#define OF_NODE(name)                                                                              \
    {                                                                                              \
        name, PROPERTY_IGNORED, 0, NULL, "read from the node"                                      \
    }
#define SILENT(name) IGNORED(name, "paper does not speak")
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
    {"font-variant", PROPERTY_KEYWORD, AT(font_variant), "normal", "normal|small-caps"},
    UNSUPPORTED("font-stretch", "normal"),
    IGNORED("font-selection-strategy",
            "every character has the first font of the list that draws it"),
    UNSUPPORTED("font-size-adjust", "none"),
    {"color", PROPERTY_COLOUR, AT(color), "black", NULL},
    IGNORED("color-profile-name", "colours are sRGB"),
    IGNORED("rendering-intent", "colours are sRGB"),
    TEXT("language", spoken),
    TEXT("xml:lang", spoken),

    /* Lines (§7.16). */
    {"line-height", PROPERTY_LINE_HEIGHT, AT(line_height), "normal", NULL},
    {"line-height.optimum", PROPERTY_LINE_HEIGHT, AT(line_height), NULL, NULL},
    ELASTIC("line-height"),
    {"line-height-shift-adjustment", PROPERTY_KEYWORD, AT(shift_adjustment), "consider-shifts",
     "consider-shifts|disregard-shifts"},
    {"line-stacking-strategy", PROPERTY_KEYWORD, AT(line_stacking), "max-height",
     "line-height|font-height|max-height"},
    {"text-align", PROPERTY_ALIGN, AT(text_align), "start",
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
    {"letter-spacing.optimum", PROPERTY_LENGTH, AT(letter_spacing), NULL, "normal"},
    ELASTIC("letter-spacing"),
    {"word-spacing", PROPERTY_LENGTH, AT(word_spacing), "0pt", "normal"},
    {"word-spacing.optimum", PROPERTY_LENGTH, AT(word_spacing), NULL, "normal"},
    ELASTIC("word-spacing"),
    {"text-transform", PROPERTY_KEYWORD, AT(text_transform), "none",
     "none|capitalize|uppercase|lowercase"},
    {"text-decoration", PROPERTY_DECORATION, AT(text_decoration), NULL, NULL},
    {"baseline-shift", PROPERTY_MEASURE, AT(baseline_shift), "baseline", "baseline|sub|super"},
    {"alignment-baseline", PROPERTY_KEYWORD, AT(alignment_baseline), "auto", "auto|" BASELINES},
    {"alignment-adjust", PROPERTY_MEASURE, AT(alignment_adjust), "auto", "auto|" BASELINES},
    {"dominant-baseline", PROPERTY_KEYWORD, AT(dominant_baseline), "auto",
     "auto|use-script|no-change|reset-size|ideographic|alphabetic|hanging|mathematical|central|"
     "middle|text-after-edge|text-before-edge"},
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
    {"widows", PROPERTY_POSITIVE, AT(widows), "2", NULL},
    {"orphans", PROPERTY_POSITIVE, AT(orphans), "2", NULL},
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
    {"background-image", PROPERTY_TEXT, AT(background_image), NULL, NULL},
    {"background-repeat", PROPERTY_KEYWORD, AT(background_repeat), "repeat",
     "repeat|repeat-x|repeat-y|no-repeat"},
    SHORTHAND("background-position"),
    {"background-position-horizontal", PROPERTY_PLACE, AT(background_position[0]), "0%",
     "left|center|right"},
    {"background-position-vertical", PROPERTY_PLACE, AT(background_position[1]), "0%",
     "top|center|bottom"},
    IGNORED("background-attachment", "nothing scrolls on paper"),

    /* Dimensions and position (§7.6, 7.15). */
    DIMENSION("width", width, minimum_width, maximum_width),
    DIMENSION("inline-progression-dimension", width, minimum_width, maximum_width),
    DIMENSION("height", height, minimum_height, maximum_height),
    DIMENSION("block-progression-dimension", height, minimum_height, maximum_height),
    {"min-height", PROPERTY_EXTENT, AT(minimum_height), "auto", "auto"},
    {"min-width", PROPERTY_EXTENT, AT(minimum_width), "auto", "auto"},
    {"max-height", PROPERTY_EXTENT, AT(maximum_height), "auto", "auto|none"},
    {"max-width", PROPERTY_EXTENT, AT(maximum_width), "auto", "auto|none"},
    {"content-width", PROPERTY_EXTENT, AT(content_width), "auto",
     "auto|scale-to-fit|scale-down-to-fit|scale-up-to-fit"},
    {"content-height", PROPERTY_EXTENT, AT(content_height), "auto",
     "auto|scale-to-fit|scale-down-to-fit|scale-up-to-fit"},
    {"scaling", PROPERTY_KEYWORD, AT(scaling), "uniform", "uniform|non-uniform"},
    {"absolute-position", PROPERTY_KEYWORD, AT(absolute_position), "auto", "auto|absolute|fixed"},
    SHORTHAND("position"),
    {"relative-position", PROPERTY_KEYWORD, AT(relative_position), "static", "static|relative"},
    {"top", PROPERTY_MEASURE, AT(top), "auto", "auto"},
    {"right", PROPERTY_MEASURE, AT(right), "auto", "auto"},
    {"bottom", PROPERTY_MEASURE, AT(bottom), "auto", "auto"},
    {"left", PROPERTY_MEASURE, AT(left), "auto", "auto"},
    {"overflow", PROPERTY_KEYWORD, AT(overflow), "auto",
     "visible|hidden|scroll|error-if-overflow|auto"},
    {"display-align", PROPERTY_KEYWORD, AT(display_align), "auto", "auto|before|center|after"},
    {"relative-align", PROPERTY_KEYWORD, AT(relative_align), "before", "before|baseline"},
    {"reference-orientation", PROPERTY_INTEGER, AT(reference_orientation), "0",
     "0|90|180|270|-90|-180|-270"},
    UNSUPPORTED("writing-mode", "lr-tb|lr"),
    {"visibility", PROPERTY_KEYWORD, AT(visibility), "visible", "visible|hidden|collapse"},

    /* Lists, tables (§7.28, 7.30). */
    {"provisional-distance-between-starts", PROPERTY_MEASURE, AT(distance_between_starts), "24pt",
     NULL},
    {"provisional-label-separation", PROPERTY_MEASURE, AT(label_separation), "6pt", NULL},
    {"border-collapse", PROPERTY_KEYWORD, AT(border_collapse), "collapse",
     "collapse|collapse-with-precedence|separate"},
    SHORTHAND("border-separation"),
    SHORTHAND("border-spacing"),
    {"border-separation.block-progression-direction", PROPERTY_THICKNESS,
     AT(border_separation_block), "0pt", NULL},
    {"border-separation.inline-progression-direction", PROPERTY_THICKNESS,
     AT(border_separation_inline), "0pt", NULL},
    {"caption-side", PROPERTY_KEYWORD, AT(caption_side), "before",
     "before|after|start|end|top|bottom|left|right"},
    {"empty-cells", PROPERTY_KEYWORD, AT(empty_cells), "show", "show|hide"},
    {"column-width", PROPERTY_EXTENT, AT(column_width), "auto", "auto"},
    {"column-number", PROPERTY_POSITIVE, AT(column_number), NULL, NULL},
    {"number-columns-spanned", PROPERTY_POSITIVE, AT(columns_spanned), "1", NULL},
    {"number-rows-spanned", PROPERTY_POSITIVE, AT(rows_spanned), "1", NULL},
    {"number-columns-repeated", PROPERTY_POSITIVE, AT(columns_repeated), "1", NULL},
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
    {"leader-pattern-width", PROPERTY_EXTENT, AT(leader_pattern_width), "use-font-metrics",
     "use-font-metrics"},
    SHORTHAND("leader-length"),
    {"leader-length.minimum", PROPERTY_EXTENT, AT(leader_minimum), "0pt", NULL},
    {"leader-length.optimum", PROPERTY_EXTENT, AT(leader_optimum), "12pt", NULL},
    {"leader-length.maximum", PROPERTY_EXTENT, AT(leader_maximum), "100%", NULL},
    {"rule-style", PROPERTY_KEYWORD, AT(rule_style), "solid",
     "none|dotted|dashed|solid|double|groove|ridge"},
    {"rule-thickness", PROPERTY_THICKNESS, AT(rule_thickness), "1pt", NULL},

    /* Pages (§7.27). */
    TEXT("master-name", master_name),
    TEXT("master-reference", master_reference),
    TEXT("region-name", region_name),
    TEXT("flow-name", flow_name),
    TEXT("format", format),
    {"page-width", PROPERTY_EXTENT, AT(page_width), "210mm", "auto|indefinite"},
    {"page-height", PROPERTY_EXTENT, AT(page_height), "297mm", "auto|indefinite"},
    {"extent", PROPERTY_EXTENT, AT(extent), "0pt", NULL},
    {"precedence", PROPERTY_KEYWORD, AT(precedence), "false", "true|false"},
    {"odd-or-even", PROPERTY_KEYWORD, AT(odd_or_even), "any", "odd|even|any"},
    {"page-position", PROPERTY_KEYWORD, AT(page_position), "any", "only|first|last|rest|any"},
    {"blank-or-not-blank", PROPERTY_KEYWORD, AT(blank_or_not_blank), "any", "blank|not-blank|any"},
    TEXT("maximum-repeats", maximum_repeats),
    TEXT("initial-page-number", initial_page_number),
    {"force-page-count", PROPERTY_KEYWORD, AT(force_page_count), "auto",
     "auto|even|odd|end-on-even|end-on-odd|no-force"},
    SHORTHAND("size"),
    {"column-count", PROPERTY_POSITIVE, AT(column_count), "1", NULL},
    {"column-gap", PROPERTY_EXTENT, AT(column_gap), "12pt", NULL},

    /* Floats (§7.19) and markers (§7.25). */
    {"float", PROPERTY_KEYWORD, AT(float_place), "none",
     "before|start|end|left|right|inside|outside|none"},
    IGNORED("clear", "floats do not stand beside text"),
    IGNORED("intrusion-displace", "floats do not stand beside text"),
    OF_NODE("marker-class-name"),
    OF_NODE("retrieve-class-name"),
    OF_NODE("retrieve-position"),
    OF_NODE("retrieve-boundary"),
    OF_NODE("retrieve-position-within-table"),
    OF_NODE("retrieve-boundary-within-table"),

    /* Others. */
    TEXT("role", role),

    /* What leads and what is led to (§7.23, 7.30). */
    OF_NODE("id"),
    OF_NODE("ref-id"),
    OF_NODE("src"),
    OF_NODE("character"),
    OF_NODE("internal-destination"),
    OF_NODE("external-destination"),
    OF_NODE("starting-state"),
    UNSUPPORTED("destination-placement-offset", "0pt|0"),
    IGNORED("show-destination", "the reader's program decides where it opens a document"),
    IGNORED("indicate-destination", "the reader's program decides how it shows a place"),
    IGNORED("target-presentation-context", "links lead to documents"),
    IGNORED("target-processing-context", "links lead to documents"),
    IGNORED("target-stylesheet", "links lead to documents"),
    {"page-citation-strategy", PROPERTY_UNSUPPORTED, 0, NULL, "all"},
    IGNORED("source-document", "says where the text came from"),
    IGNORED("content-type", "the bytes say what they are"),

    /* Writing in other directions and scripts. */
    UNSUPPORTED("direction", "ltr"),
    UNSUPPORTED("unicode-bidi", "normal|embed|bidi-override"),
    UNSUPPORTED("glyph-orientation-horizontal", "0deg|0"),
    UNSUPPORTED("glyph-orientation-vertical", "auto|0deg|0"),
    TEXT("country", country),
    IGNORED("script", "every character has a script of its own"),
    IGNORED("hyphenate", "there are no patterns: words part at soft hyphens"),
    IGNORED("hyphenation-character", "there are no patterns"),
    IGNORED("hyphenation-keep", "there are no patterns"),
    IGNORED("hyphenation-ladder-count", "there are no patterns"),
    IGNORED("hyphenation-push-character-count", "there are no patterns"),
    IGNORED("hyphenation-remain-character-count", "there are no patterns"),
    UNSUPPORTED("score-spaces", "true"),
    UNSUPPORTED("suppress-at-line-break", "auto"),
    UNSUPPORTED("treat-as-word-space", "auto"),
    UNSUPPORTED("text-altitude", "use-font-metrics"),
    UNSUPPORTED("text-depth", "use-font-metrics"),
    UNSUPPORTED("text-shadow", "none"),

    /* What pages on paper have not. */
    UNSUPPORTED("z-index", "auto"),
    UNSUPPORTED("clip", "auto"),
    IGNORED("media-usage", "pages are pages"),
    IGNORED("scaling-method", "the viewer or printer scales"),
    IGNORED("scale-option", "of fo:scaling-value-citation"),
    IGNORED("intrinsic-scale-value", "of fo:scaling-value-citation"),
    UNSUPPORTED("allowed-height-scale", "any"),
    UNSUPPORTED("allowed-width-scale", "any"),
    UNSUPPORTED("grouping-separator", ""),
    UNSUPPORTED("grouping-size", "0"),
    IGNORED("letter-value", "numbering by letters is alphabetic"),
    IGNORED("border-before-precedence", "conflicts are settled by width and style"),
    IGNORED("border-after-precedence", "conflicts are settled by width and style"),
    IGNORED("border-start-precedence", "conflicts are settled by width and style"),
    IGNORED("border-end-precedence", "conflicts are settled by width and style"),
    IGNORED("xml:space", "white space is treated as the properties say"),
    IGNORED("xml:base", "names of images are relative to the stylesheet"),
    IGNORED("xml:id", "ids are in the property id"),

    /* Objects that are refused by name: their properties say nothing elsewhere. */
    IGNORED("index-key", "of fo:index-range-begin and the like"),
    IGNORED("index-class", "of fo:index-range-begin and the like"),
    IGNORED("ref-index-key", "of fo:index-key-reference"),
    IGNORED("page-number-treatment", "of fo:index-key-reference"),
    IGNORED("merge-ranges-across-index-key-references", "of fo:index-page-citation-list"),
    IGNORED("merge-sequential-page-numbers", "of fo:index-page-citation-list"),
    IGNORED("merge-pages-across-index-key-references", "of fo:index-page-citation-list"),
    IGNORED("change-bar-class", "of fo:change-bar-begin"),
    IGNORED("change-bar-color", "of fo:change-bar-begin"),
    IGNORED("change-bar-offset", "of fo:change-bar-begin"),
    IGNORED("change-bar-placement", "of fo:change-bar-begin"),
    IGNORED("change-bar-style", "of fo:change-bar-begin"),
    IGNORED("change-bar-width", "of fo:change-bar-begin"),
    IGNORED("flow-map-name", "of fo:flow-map"),
    IGNORED("flow-name-reference", "of fo:flow-name-specifier"),
    IGNORED("region-name-reference", "of fo:region-name-specifier"),
    UNSUPPORTED("flow-map-reference", ""),
    IGNORED("active-state", "of fo:multi-property-set"),
    IGNORED("auto-restore", "of fo:multi-switch"),
    IGNORED("case-name", "of fo:multi-case"),
    IGNORED("case-title", "of fo:multi-case"),
    IGNORED("switch-to", "of fo:multi-toggle"),

    /* Aural properties (§7.7): paper does not speak. */
    SILENT("azimuth"),
    SILENT("cue"),
    SILENT("cue-after"),
    SILENT("cue-before"),
    SILENT("elevation"),
    SILENT("pause"),
    SILENT("pause-after"),
    SILENT("pause-before"),
    SILENT("pitch"),
    SILENT("pitch-range"),
    SILENT("play-during"),
    SILENT("richness"),
    SILENT("speak"),
    SILENT("speak-header"),
    SILENT("speak-numeral"),
    SILENT("speak-punctuation"),
    SILENT("speech-rate"),
    SILENT("stress"),
    SILENT("voice-family"),
    SILENT("volume"),
};

/* Extension properties; y:record, y:sheet and y:line say where a node comes from (report.c). */
static const struct property extensions[] = {
    {"line-break", PROPERTY_KEYWORD, AT(line_break), "auto", "auto|normal|strict|loose|anywhere"},
    {"text-wrap", PROPERTY_KEYWORD, AT(text_wrap), "normal", "normal|balance|title"},
    {"text-spacing-trim", PROPERTY_KEYWORD, AT(spacing_trim), "auto",
     "auto|normal|space-all|space-first|trim-start|trim-both"},
    {"text-autospace", PROPERTY_KEYWORD, AT(autospace), "normal",
     "normal|no-autospace|ideograph-alpha|ideograph-numeric|insert|replace"},
    {"text-justify", PROPERTY_KEYWORD, AT(text_justify), "auto",
     "auto|inter-character|inter-word|none"},
    {"font-synthesis", PROPERTY_KEYWORD, AT(font_synthesis), "none",
     "none|weight|style|weight style"},
    {"text-emphasis", PROPERTY_KEYWORD, AT(emphasis), "none",
     "none|dot|circle|open dot|open circle"},
    {"text-emphasis-position", PROPERTY_KEYWORD, AT(emphasis_position), "under", "under|over"},
    {"text-decoration-style", PROPERTY_KEYWORD, AT(decoration_style), "solid",
     "solid|double|dotted|dashed|wavy"},
    {"line-grid", PROPERTY_LENGTH, AT(line_grid), "0pt", "none"},
    {"hanging-punctuation", PROPERTY_KEYWORD, AT(hanging), "none",
     "none|first|allow-end|force-end"},
    {"character-grid", PROPERTY_LENGTH, AT(character_grid), "0pt", "none"},
    {"page-follows", PROPERTY_KEYWORD, AT(page_follows), "any", "any|blank|not-blank"},
    {"block-fill", PROPERTY_KEYWORD, AT(block_fill), "none", "none|before|before-even"},
    {"diagonal", PROPERTY_KEYWORD, AT(diagonal), "none", "none|down|up|both"},
    {"diagonal-width", PROPERTY_BORDER_WIDTH, AT(diagonal_line.width), "0.5pt", NULL},
    {"diagonal-style", PROPERTY_KEYWORD, AT(diagonal_line.style), "solid",
     "solid|dashed|dotted|double"},
    {"diagonal-color", PROPERTY_COLOUR, AT(diagonal_line.colour), "black", NULL},
    TEXT("role", role),
    OF_NODE("alternate-text"),
    OF_NODE("record"),
    OF_NODE("sheet"),
    OF_NODE("line"),
};

enum { PROPERTY_COUNT = sizeof properties / sizeof *properties };
enum { EXTENSION_COUNT = sizeof extensions / sizeof *extensions };

const struct property *property_table_find(const char *name, size_t length, bool extension)
{
    const struct property *table = extension ? extensions : properties;
    size_t count = extension ? EXTENSION_COUNT : PROPERTY_COUNT;
    for (size_t i = 0; length && i < count; i++)
        if (table[i].name[0] == name[0] && strncmp(table[i].name, name, length) == 0 &&
            table[i].name[length] == '\0')
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
    case PROPERTY_POSITIVE:
    case PROPERTY_KEEP:
    case PROPERTY_PRECEDENCE:
    case PROPERTY_ALIGN:
    case PROPERTY_DECORATION:
        return sizeof(int32_t);
    case PROPERTY_LENGTH:
    case PROPERTY_THICKNESS:
    case PROPERTY_BORDER_WIDTH:
    case PROPERTY_FONT_SIZE:
        return sizeof(millipoint);
    case PROPERTY_MEASURE:
    case PROPERTY_EXTENT:
    case PROPERTY_PLACE:
        return sizeof(struct measure);
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
