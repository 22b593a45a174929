/* Each shorthand is a few tokens handed on under other names; a table says which function takes
 * which shorthand apart. */
#include "format/property_shorthand.h"

#include <stdio.h>
#include <string.h>

#include "format/expression.h"
#include "format/keyword.h"

#define BORDER_STYLES "none|hidden|dotted|dashed|solid|double|groove|ridge|inset|outset"

enum { TOKEN_LIMIT = 8, NAME_SIZE = 64 };

struct token {
    const char *text;
    size_t length;
};

struct shorthand {
    const char *name;
    const char *value;
    size_t length;
    bool inline_level;
    property_emit *emit;
    void *state;
};

static bool is(struct token token, const char *word)
{
    return strlen(word) == token.length && memcmp(token.text, word, token.length) == 0;
}

static void give(const struct shorthand *shorthand, const char *name, struct token token)
{
    shorthand->emit(shorthand->state, name, token.text, token.length);
}

static void give_text(const struct shorthand *shorthand, const char *name, const char *value)
{
    shorthand->emit(shorthand->state, name, value, strlen(value));
}

/* Splits at white space outside parentheses; how many tokens, or TOKEN_LIMIT + 1 if too many. */
static size_t split(const struct shorthand *shorthand, struct token tokens[TOKEN_LIMIT])
{
    size_t count = 0;
    int depth = 0;
    const char *end = shorthand->value + shorthand->length, *start = NULL;
    for (const char *at = shorthand->value; at <= end; at++) {
        bool space = at == end || (!depth && strchr(" \t\r\n", *at));
        if (space && start) {
            if (count == TOKEN_LIMIT)
                return TOKEN_LIMIT + 1;
            tokens[count++] = (struct token){start, (size_t)(at - start)};
            start = NULL;
        }
        if (at == end || space)
            continue;
        if (!start)
            start = at;
        depth += (*at == '(') - (*at == ')');
    }
    return count;
}

/* Gives values for top, right, bottom, left as CSS shorthands of one to four values do. */
static bool four_sides(const struct shorthand *shorthand, const char *pattern)
{
    static const char *const sides[4] = {"top", "right", "bottom", "left"};
    static const size_t choice[5][4] = {
        {0}, {0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
    struct token tokens[TOKEN_LIMIT];
    size_t count = split(shorthand, tokens);
    if (count < 1 || count > 4)
        return false;
    for (size_t i = 0; i < 4; i++) {
        char name[NAME_SIZE];
        /* The patterns are constants of this file with one %s. */
        const char *hole = strstr(pattern, "%s");
        snprintf(name, sizeof name, "%.*s%s%s", (int)(hole - pattern), pattern, sides[i], hole + 2);
        give(shorthand, name, tokens[choice[count][i]]);
    }
    return true;
}

static bool expand_padding(const struct shorthand *shorthand)
{
    return four_sides(shorthand, "padding-%s");
}

static bool expand_margin(const struct shorthand *shorthand)
{
    return four_sides(shorthand, "margin-%s");
}

static bool expand_border_part(const struct shorthand *shorthand)
{
    const char *part = strrchr(shorthand->name, '-');
    return four_sides(shorthand, strcmp(part, "-width") == 0   ? "border-%s-width"
                                 : strcmp(part, "-style") == 0 ? "border-%s-style"
                                                               : "border-%s-color");
}

static void give_border(const struct shorthand *shorthand, const char *side, const char *part,
                        struct token token)
{
    char name[NAME_SIZE];
    snprintf(name, sizeof name, "border-%s-%s", side, part);
    give(shorthand, name, token);
}

static bool border_sides(const struct shorthand *shorthand, const char *const *sides, size_t count)
{
    struct token tokens[TOKEN_LIMIT], width = {"medium", 6}, style = {"none", 4},
                                      colour = {"currentcolor", 12};
    size_t tokens_count = split(shorthand, tokens);
    if (tokens_count < 1 || tokens_count > 3)
        return false;
    for (size_t i = 0; i < tokens_count; i++) {
        struct colour ignored;
        if (keyword_find(BORDER_STYLES, tokens[i].text, tokens[i].length) >= 0)
            style = tokens[i];
        else if (expression_colour(tokens[i].text, tokens[i].length, &ignored))
            colour = tokens[i];
        else
            width = tokens[i];
    }
    for (size_t i = 0; i < count; i++) {
        give_border(shorthand, sides[i], "width", width);
        give_border(shorthand, sides[i], "style", style);
        give_border(shorthand, sides[i], "color", colour);
    }
    return true;
}

static bool expand_border(const struct shorthand *shorthand)
{
    static const char *const all[4] = {"top", "right", "bottom", "left"};
    const char *side = strchr(shorthand->name, '-');
    const char *one[1] = {side ? side + 1 : ""};
    return side ? border_sides(shorthand, one, 1) : border_sides(shorthand, all, 4);
}

/* One or two places, "left top" or "10pt 20%"; a lone one leaves the other in the middle. */
static bool give_position(const struct shorthand *shorthand, const struct token *tokens,
                          size_t count)
{
    struct token across = {"center", 6}, down = across;
    bool turned = is(tokens[0], "top") || is(tokens[0], "bottom") ||
                  (count == 2 && (is(tokens[1], "left") || is(tokens[1], "right")));
    if (turned) {
        down = tokens[0];
        if (count == 2)
            across = tokens[1];
    } else {
        across = tokens[0];
        if (count == 2)
            down = tokens[1];
    }
    give(shorthand, "background-position-horizontal", across);
    give(shorthand, "background-position-vertical", down);
    return true;
}

static bool expand_background_position(const struct shorthand *shorthand)
{
    struct token tokens[TOKEN_LIMIT];
    size_t count = split(shorthand, tokens);
    return count >= 1 && count <= 2 && give_position(shorthand, tokens, count);
}

/* Colour, image, repetition, attachment and position in any order; what is not named is reset. */
static bool expand_background(const struct shorthand *shorthand)
{
    struct token tokens[TOKEN_LIMIT], places[2];
    struct colour ignored;
    size_t count = split(shorthand, tokens), place_count = 0;
    if (count < 1 || count > TOKEN_LIMIT)
        return false;
    give_text(shorthand, "background-color", "transparent");
    give_text(shorthand, "background-image", "none");
    give_text(shorthand, "background-repeat", "repeat");
    for (size_t i = 0; i < count; i++) {
        if (is(tokens[i], "none") || is(tokens[i], "scroll") || is(tokens[i], "fixed"))
            continue;
        if (expression_colour(tokens[i].text, tokens[i].length, &ignored))
            give(shorthand, "background-color", tokens[i]);
        else if (tokens[i].length > 4 && memcmp(tokens[i].text, "url(", 4) == 0)
            give(shorthand, "background-image", tokens[i]);
        else if (keyword_is_token("repeat|repeat-x|repeat-y|no-repeat", tokens[i].text,
                                  tokens[i].length))
            give(shorthand, "background-repeat", tokens[i]);
        else if (place_count < 2)
            places[place_count++] = tokens[i];
        else
            return false;
    }
    return !place_count || give_position(shorthand, places, place_count);
}

static bool expand_position(const struct shorthand *shorthand)
{
    struct token value = {shorthand->value, shorthand->length};
    bool relative = is(value, "relative"), flows = relative || is(value, "static");
    if (!flows && !is(value, "absolute") && !is(value, "fixed"))
        return false;
    give_text(shorthand, "relative-position", relative ? "relative" : "static");
    if (flows)
        give_text(shorthand, "absolute-position", "auto");
    else
        give(shorthand, "absolute-position", value);
    return true;
}

/* Of a page: one length, width and height, or a word; "landscape" turns the A4 that is the default.
 */
static bool expand_size(const struct shorthand *shorthand)
{
    struct token tokens[TOKEN_LIMIT];
    size_t count = split(shorthand, tokens);
    if (count < 1 || count > 2)
        return false;
    bool landscape = is(tokens[0], "landscape");
    if (landscape || is(tokens[0], "portrait") || is(tokens[0], "auto")) {
        give_text(shorthand, "page-width", landscape ? "297mm" : "210mm");
        give_text(shorthand, "page-height", landscape ? "210mm" : "297mm");
        return count == 1;
    }
    give(shorthand, "page-width", tokens[0]);
    give(shorthand, "page-height", tokens[count - 1]);
    return true;
}

/* What is not named is reset; then [style variant weight]* size[/line-height] family */
static bool expand_font(const struct shorthand *shorthand)
{
    give_text(shorthand, "font-style", "normal");
    give_text(shorthand, "font-variant", "normal");
    give_text(shorthand, "font-weight", "normal");
    give_text(shorthand, "line-height", "normal");
    const char *at = shorthand->value, *end = at + shorthand->length;
    while (at < end) {
        while (at < end && *at == ' ')
            at++;
        const char *start = at;
        while (at < end && *at != ' ')
            at++;
        struct token token = {start, (size_t)(at - start)};
        if (is(token, "normal"))
            continue;
        if (is(token, "italic") || is(token, "oblique")) {
            give(shorthand, "font-style", token);
        } else if (is(token, "small-caps")) {
            give(shorthand, "font-variant", token);
        } else if (is(token, "bold") || is(token, "bolder") || is(token, "lighter") ||
                   (token.length == 3 && memcmp(token.text + 1, "00", 2) == 0)) {
            give(shorthand, "font-weight", token);
        } else {
            const char *slash = memchr(start, '/', token.length);
            struct token size = {start, slash ? (size_t)(slash - start) : token.length};
            give(shorthand, "font-size", size);
            if (slash)
                give(shorthand, "line-height", (struct token){slash + 1, (size_t)(at - slash - 1)});
            while (at < end && *at == ' ')
                at++;
            if (at == end)
                return false;
            give(shorthand, "font-family", (struct token){at, (size_t)(end - at)});
            return true;
        }
    }
    return false;
}

static bool expand_white_space(const struct shorthand *shorthand)
{
    struct token value = {shorthand->value, shorthand->length};
    bool pre = is(value, "pre"), nowrap = is(value, "nowrap");
    if (!pre && !nowrap && !is(value, "normal"))
        return false;
    give_text(shorthand, "linefeed-treatment", pre ? "preserve" : "treat-as-space");
    give_text(shorthand, "white-space-collapse", pre ? "false" : "true");
    give_text(shorthand, "white-space-treatment",
              pre ? "preserve" : "ignore-if-surrounding-linefeed");
    give_text(shorthand, "wrap-option", pre || nowrap ? "no-wrap" : "wrap");
    return true;
}

static bool expand_vertical_align(const struct shorthand *shorthand)
{
    static const char *const edges[][2] = {
        {"baseline", "baseline"}, {"top", "before-edge"},   {"text-top", "text-before-edge"},
        {"middle", "middle"},     {"bottom", "after-edge"}, {"text-bottom", "text-after-edge"}};
    struct token value = {shorthand->value, shorthand->length};
    const char *edge = NULL;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        if (is(value, edges[i][0]))
            edge = edges[i][1];
    give_text(shorthand, "alignment-baseline", edge ? edge : "baseline");
    if (edge)
        give_text(shorthand, "baseline-shift", "baseline");
    else
        give(shorthand, "baseline-shift", value);
    return true;
}

/* A keep in the directions that matter to a block: lines may part. */
static void give_keep(const struct shorthand *shorthand, const char *keep, const char *strength)
{
    char name[NAME_SIZE];
    snprintf(name, sizeof name, "%s.within-column", keep);
    give_text(shorthand, name, strength);
    snprintf(name, sizeof name, "%s.within-page", keep);
    give_text(shorthand, name, strength);
}

static bool expand_page_break(const struct shorthand *shorthand)
{
    struct token value = {shorthand->value, shorthand->length};
    bool before = strcmp(shorthand->name, "page-break-before") == 0;
    bool inside = strcmp(shorthand->name, "page-break-inside") == 0, avoid = is(value, "avoid");
    const char *kind = avoid || is(value, "auto") ? "auto"
                       : inside                   ? NULL
                       : is(value, "always")      ? "page"
                       : is(value, "left")        ? "even-page"
                       : is(value, "right")       ? "odd-page"
                                                  : NULL;
    if (!kind)
        return false;
    give_keep(shorthand,
              inside   ? "keep-together"
              : before ? "keep-with-previous"
                       : "keep-with-next",
              avoid ? "always" : "auto");
    if (!inside)
        give_text(shorthand, before ? "break-before" : "break-after", kind);
    return true;
}

static bool expand_components(const struct shorthand *shorthand)
{
    static const char *const spaces[] = {".minimum", ".optimum", ".maximum"};
    static const char *const keeps[] = {".within-page", ".within-column", ".within-line"};
    bool keep = strncmp(shorthand->name, "keep", 4) == 0;
    struct token value = {shorthand->value, shorthand->length};
    for (size_t i = 0; i < (keep && !shorthand->inline_level ? 2 : 3); i++) {
        char name[NAME_SIZE];
        snprintf(name, sizeof name, "%s%s", shorthand->name, keep ? keeps[i] : spaces[i]);
        give(shorthand, name, value);
    }
    return true;
}

static bool expand_separation(const struct shorthand *shorthand)
{
    struct token tokens[TOKEN_LIMIT];
    size_t count = split(shorthand, tokens);
    if (count < 1 || count > 2)
        return false;
    give(shorthand, "border-separation.inline-progression-direction", tokens[0]);
    give(shorthand, "border-separation.block-progression-direction", tokens[count - 1]);
    return true;
}

#define SIDES(kind, part)                                                                          \
    kind "-top" part "|" kind "-right" part "|" kind "-bottom" part "|" kind "-left" part
#define BORDER(side)     "border-" side "-width|border-" side "-style|border-" side "-color"
#define COMPONENTS(name) name ".minimum|" name ".optimum|" name ".maximum"
#define KEEPS(name)      name ".within-column|" name ".within-page"
#define EDGE(side)                                                                                 \
    {                                                                                              \
        "border-" side, BORDER(side), expand_border                                                \
    }

/* Each shorthand, and all the properties it sets: those take `inherit` one by one. */
static const struct {
    const char *name, *parts;
    bool (*expand)(const struct shorthand *shorthand);
} shorthands[] = {
    {"font", "font-style|font-variant|font-weight|font-size|line-height|font-family", expand_font},
    {"white-space", "linefeed-treatment|white-space-collapse|white-space-treatment|wrap-option",
     expand_white_space},
    {"vertical-align", "alignment-baseline|baseline-shift", expand_vertical_align},
    {"space-before", COMPONENTS("space-before"), expand_components},
    {"space-after", COMPONENTS("space-after"), expand_components},
    {"space-start", COMPONENTS("space-start"), expand_components},
    {"space-end", COMPONENTS("space-end"), expand_components},
    {"leader-length", COMPONENTS("leader-length"), expand_components},
    {"keep-together", KEEPS("keep-together"), expand_components},
    {"keep-with-next", KEEPS("keep-with-next"), expand_components},
    {"keep-with-previous", KEEPS("keep-with-previous"), expand_components},
    {"page-break-before", KEEPS("keep-with-previous") "|break-before", expand_page_break},
    {"page-break-after", KEEPS("keep-with-next") "|break-after", expand_page_break},
    {"page-break-inside", KEEPS("keep-together"), expand_page_break},
    {"border", BORDER("top") "|" BORDER("right") "|" BORDER("bottom") "|" BORDER("left"),
     expand_border},
    EDGE("top"),
    EDGE("bottom"),
    EDGE("left"),
    EDGE("right"),
    EDGE("before"),
    EDGE("after"),
    EDGE("start"),
    EDGE("end"),
    {"border-width", SIDES("border", "-width"), expand_border_part},
    {"border-style", SIDES("border", "-style"), expand_border_part},
    {"border-color", SIDES("border", "-color"), expand_border_part},
    {"padding", SIDES("padding", ""), expand_padding},
    {"margin", SIDES("margin", ""), expand_margin},
    {"background",
     "background-color|background-image|background-repeat|background-position-horizontal|"
     "background-position-vertical",
     expand_background},
    {"background-position", "background-position-horizontal|background-position-vertical",
     expand_background_position},
    {"position", "relative-position|absolute-position", expand_position},
    {"size", "page-width|page-height", expand_size},
    {"border-separation",
     "border-separation.inline-progression-direction|"
     "border-separation.block-progression-direction",
     expand_separation},
    {"border-spacing",
     "border-separation.inline-progression-direction|"
     "border-separation.block-progression-direction",
     expand_separation},
};

/* Hands the value on to every property of the list. */
static void give_all(const struct shorthand *shorthand, const char *parts)
{
    while (parts) {
        const char *end = strchr(parts, '|');
        char name[NAME_SIZE];
        snprintf(name, sizeof name, "%.*s", end ? (int)(end - parts) : (int)strlen(parts), parts);
        give(shorthand, name, (struct token){shorthand->value, shorthand->length});
        parts = end ? end + 1 : NULL;
    }
}

bool property_shorthand_expand(const char *name, const char *value, size_t length,
                               bool inline_level, property_emit *emit, void *state)
{
    struct shorthand shorthand = {.name = name,
                                  .value = value,
                                  .length = length,
                                  .inline_level = inline_level,
                                  .emit = emit,
                                  .state = state};
    for (size_t i = 0; i < sizeof shorthands / sizeof *shorthands; i++) {
        if (strcmp(shorthands[i].name, name) != 0)
            continue;
        if (length != 7 || memcmp(value, "inherit", 7) != 0)
            return shorthands[i].expand(&shorthand);
        give_all(&shorthand, shorthands[i].parts);
        return true;
    }
    return false;
}

int property_shorthand_rank(const char *name)
{
    if (keyword_is_token("border|font|padding|margin|background", name, strlen(name)))
        return 0;
    if (keyword_is_token("border-width|border-style|border-color", name, strlen(name)))
        return 1;
    for (size_t i = 0; i < sizeof shorthands / sizeof *shorthands; i++)
        if (strcmp(shorthands[i].name, name) == 0)
            return 2;
    for (const char *at = name; (at = strchr(at, '-')) != NULL; at++)
        if (keyword_is_token("top|bottom|left|right", at + 1, strcspn(at + 1, "-")))
            return 4;
    return keyword_is_token("width|height", name, strlen(name)) ? 4 : 3;
}
