/* Collecting: white space is treated as XSL 1.1 §7.16 says, with two Chinese rules: a line feed
 * between two wide characters is nothing, and a typed space between Han and Western text gives way
 * to the automatic one. Then every character gets its class, which for “ ” — · needs to know what
 * kind of paragraph this is. */
#include "format/paragraph.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "format/latin_break.h"

struct paragraph *paragraph_new(struct formatter *formatter)
{
    struct paragraph *paragraph = memory_new(1, sizeof *paragraph);
    paragraph->formatter = formatter;
    paragraph->latin = latin_break_new();
    return paragraph;
}

struct paragraph *paragraph_spare(struct paragraph *paragraph)
{
    if (!paragraph->spare)
        paragraph->spare = paragraph_new(paragraph->formatter);
    return paragraph->spare;
}

void paragraph_free(struct paragraph *paragraph)
{
    if (!paragraph)
        return;
    paragraph_free(paragraph->spare);
    free(paragraph->characters);
    free(paragraph->items);
    free(paragraph->fits);
    buffer_free(&paragraph->text);
    latin_break_free(paragraph->latin);
    free(paragraph);
}

void paragraph_begin(struct paragraph *paragraph, struct arena *arena,
                     const struct run_style *strut, const xmlNode *node, millipoint width)
{
    paragraph->arena = arena;
    paragraph->strut = strut;
    paragraph->block = strut->traits;
    paragraph->node = node;
    paragraph->width = width;
    paragraph->pitch = strut->traits->character_grid > 0 ? strut->traits->character_grid : 0;
    paragraph->count = paragraph->item_count = 0;
    paragraph->has_han = paragraph->has_latin = false;
    buffer_clear(&paragraph->text);
}

static struct paragraph_character *add(struct paragraph *paragraph, uint32_t code,
                                       const struct run_style *style)
{
    if (paragraph->count == paragraph->capacity) {
        paragraph->capacity = paragraph->capacity ? paragraph->capacity * 2 : 128;
        paragraph->characters = memory_resize(paragraph->characters, paragraph->capacity,
                                              sizeof *paragraph->characters);
    }
    struct paragraph_character *character = &paragraph->characters[paragraph->count++];
    *character = (struct paragraph_character){.code = code, .style = style};
    return character;
}

static bool is_wide(uint32_t code)
{
    return code < CODE_OBJECT && code >= 0x2E80 && character_script(code) == 1;
}

static bool is_word_character(uint32_t code)
{
    return code < 0x2E80 && character_script(code) == -1;
}

/* Removes the collapsible space at the end if what now follows leaves it no room. */
static void settle_space(struct paragraph *paragraph, uint32_t next)
{
    if (paragraph->count < 2)
        return;
    const struct paragraph_character *space = &paragraph->characters[paragraph->count - 1];
    uint32_t before = paragraph->characters[paragraph->count - 2].code;
    if (space->code != ' ' || space->preserved)
        return;
    bool nothing = space->linefeed && is_wide(before) && is_wide(next);
    bool automatic = space->style->autospace && space->style->traits->autospace != KEYWORD_INSERT &&
                     ((is_wide(before) && is_word_character(next)) ||
                      (is_word_character(before) && is_wide(next)));
    if (nothing || automatic)
        paragraph->count--;
}

/* The last thing that stands in the line, inline boxes passed over; 0 at the line's start. */
static const struct paragraph_character *last_in_line(const struct paragraph *paragraph)
{
    for (size_t i = paragraph->count; i-- > 0;) {
        const struct paragraph_character *character = &paragraph->characters[i];
        if (character->code == CODE_BREAK)
            return NULL;
        if (character->code != CODE_OPEN && character->code != CODE_CLOSE)
            return character;
    }
    return NULL;
}

static void add_space(struct paragraph *paragraph, const struct run_style *style, bool linefeed)
{
    const struct traits *traits = style->traits;
    bool collapse = traits->white_space_collapse == KEYWORD_TRUE;
    if (collapse) {
        const struct paragraph_character *last = last_in_line(paragraph);
        if (!last || (last->code == ' ' && !last->preserved))
            return;
    }
    struct paragraph_character *character = add(paragraph, ' ', style);
    character->class = CLASS_SPACE;
    character->linefeed = linefeed;
    character->preserved = !collapse;
}

static void drop_trailing_space(struct paragraph *paragraph)
{
    while (paragraph->count && paragraph->characters[paragraph->count - 1].code == ' ' &&
           !paragraph->characters[paragraph->count - 1].preserved)
        paragraph->count--;
}

static void add_linefeed(struct paragraph *paragraph, const struct run_style *style)
{
    switch (style->traits->linefeed_treatment) {
    case KEYWORD_PRESERVE:
        drop_trailing_space(paragraph);
        add(paragraph, CODE_BREAK, style);
        break;
    case KEYWORD_IGNORE:
        break;
    case KEYWORD_TREAT_AS_ZERO_WIDTH_SPACE:
        add(paragraph, 0x200B, style)->class = CLASS_ZERO_SPACE;
        break;
    default:
        add_space(paragraph, style, true);
    }
}

/* The character as text-transform wants it (XSL 1.1 §7.17.6). */
static uint32_t transform(const struct paragraph *paragraph, const struct run_style *style,
                          uint32_t code)
{
    switch (style->traits->text_transform) {
    case KEYWORD_UPPERCASE:
        return character_upper(code);
    case KEYWORD_LOWERCASE:
        return character_lower(code);
    case KEYWORD_CAPITALIZE: {
        const struct paragraph_character *last = last_in_line(paragraph);
        bool inside =
            last && (is_word_character(last->code) || last->code == 0x27 || last->code == 0x2019);
        return inside ? code : character_upper(code);
    }
    default:
        return code;
    }
}

void paragraph_add_text(struct paragraph *paragraph, const struct run_style *style,
                        const char *text, size_t length, const xmlNode *node)
{
    for (size_t at = 0; at < length;) {
        uint32_t code;
        at += utf8_decode(text + at, length - at, &code);
        if (code == '\n') {
            add_linefeed(paragraph, style);
            continue;
        }
        if (code == ' ' || code == '\t' || code == '\r') {
            add_space(paragraph, style, false);
            continue;
        }
        settle_space(paragraph, code);
        code = transform(paragraph, style, code);
        int script = character_script(code);
        paragraph->has_han |= script == 1;
        paragraph->has_latin |= script == -1 && !(code >= '0' && code <= '9');
        add(paragraph, code, style)->of.node = node;
    }
}

void paragraph_add_object(struct paragraph *paragraph, const struct run_style *style,
                          struct paragraph_object *object)
{
    struct paragraph_character *character = add(paragraph, CODE_OBJECT, style);
    character->class = CLASS_OBJECT;
    character->of.object = object;
}

void paragraph_add_box(struct paragraph *paragraph, const struct run_style *style,
                       const struct inline_box *box, bool opens)
{
    add(paragraph, opens ? CODE_OPEN : CODE_CLOSE, style)->of.box = box;
}

void paragraph_tie(struct paragraph *paragraph, size_t from)
{
    while (from < paragraph->count && (paragraph->characters[from].code == CODE_OPEN ||
                                       paragraph->characters[from].code == CODE_CLOSE))
        from++;
    if (from < paragraph->count)
        paragraph->characters[from].tied = true;
}

void paragraph_add_attachment(struct paragraph *paragraph, const struct run_style *style,
                              struct attachment *attachment)
{
    struct inline_box *box = arena_alloc(paragraph->arena, sizeof *box);
    box->attached = attachment;
    paragraph_add_box(paragraph, style, box, true);
    paragraph_add_box(paragraph, style, box, false);
}

bool paragraph_is_empty(const struct paragraph *paragraph)
{
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct paragraph_character *character = &paragraph->characters[i];
        bool edge = character->code == CODE_OPEN || character->code == CODE_CLOSE;
        const struct inline_box *box = character->of.box;
        if (edge ? box->box || box->attached || box->makes_line
                 : character->code != ' ' || character->preserved)
            return false;
    }
    return true;
}
