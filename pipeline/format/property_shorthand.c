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
                                      colour = {"black", 5};
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

static bool expand_background(const struct shorthand *shorthand)
{
    struct token tokens[TOKEN_LIMIT];
    struct colour ignored;
    if (split(shorthand, tokens) != 1)
        return false;
    if (is(tokens[0], "none"))
        give_text(shorthand, "background-color", "transparent");
    else if (expression_colour(tokens[0].text, tokens[0].length, &ignored))
        give(shorthand, "background-color", tokens[0]);
    else
        return false;
    return true;
}

/* [style weight]* size[/line-height] family */
static bool expand_font(const struct shorthand *shorthand)
{
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
    struct token value = {shorthand->value, shorthand->length};
    if (is(value, "top") || is(value, "middle") || is(value, "bottom") || is(value, "text-top") ||
        is(value, "text-bottom"))
        return true; /* everything stands on one baseline */
    give(shorthand, "baseline-shift", value);
    return true;
}

static bool expand_page_break(const struct shorthand *shorthand)
{
    struct token value = {shorthand->value, shorthand->length};
    bool before = strcmp(shorthand->name, "page-break-before") == 0;
    bool inside = strcmp(shorthand->name, "page-break-inside") == 0;
    if (is(value, "avoid")) {
        give_text(shorthand,
                  inside   ? "keep-together.within-page"
                  : before ? "keep-with-previous.within-page"
                           : "keep-with-next.within-page",
                  "always");
        return true;
    }
    const char *kind = is(value, "always")  ? "page"
                       : is(value, "left")  ? "even-page"
                       : is(value, "right") ? "odd-page"
                       : is(value, "auto")  ? "auto"
                                            : NULL;
    if (!kind)
        return false;
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

static const struct {
    const char *name;
    bool (*expand)(const struct shorthand *shorthand);
} shorthands[] = {
    {"font", expand_font},
    {"white-space", expand_white_space},
    {"vertical-align", expand_vertical_align},
    {"space-before", expand_components},
    {"space-after", expand_components},
    {"space-start", expand_components},
    {"space-end", expand_components},
    {"leader-length", expand_components},
    {"keep-together", expand_components},
    {"keep-with-next", expand_components},
    {"keep-with-previous", expand_components},
    {"page-break-before", expand_page_break},
    {"page-break-after", expand_page_break},
    {"page-break-inside", expand_page_break},
    {"border", expand_border},
    {"border-top", expand_border},
    {"border-bottom", expand_border},
    {"border-left", expand_border},
    {"border-right", expand_border},
    {"border-before", expand_border},
    {"border-after", expand_border},
    {"border-start", expand_border},
    {"border-end", expand_border},
    {"border-width", expand_border_part},
    {"border-style", expand_border_part},
    {"border-color", expand_border_part},
    {"padding", expand_padding},
    {"margin", expand_margin},
    {"background", expand_background},
    {"border-separation", expand_separation},
    {"border-spacing", expand_separation},
};

bool property_shorthand_expand(const char *name, const char *value, size_t length,
                               bool inline_level, property_emit *emit, void *state)
{
    struct shorthand shorthand = {.name = name,
                                  .value = value,
                                  .length = length,
                                  .inline_level = inline_level,
                                  .emit = emit,
                                  .state = state};
    for (size_t i = 0; i < sizeof shorthands / sizeof *shorthands; i++)
        if (strcmp(shorthands[i].name, name) == 0)
            return shorthands[i].expand(&shorthand);
    return false;
}

int property_shorthand_rank(const char *name)
{
    if (strcmp(name, "border") == 0 || strcmp(name, "font") == 0 || strcmp(name, "padding") == 0 ||
        strcmp(name, "margin") == 0)
        return 0;
    if (strcmp(name, "border-width") == 0 || strcmp(name, "border-style") == 0 ||
        strcmp(name, "border-color") == 0)
        return 1;
    for (size_t i = 0; i < sizeof shorthands / sizeof *shorthands; i++)
        if (strcmp(shorthands[i].name, name) == 0)
            return 2;
    return 3;
}
