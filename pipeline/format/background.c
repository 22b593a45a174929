/* One tile is laid out and painted again and again. So many tiles that nobody could tell them apart
 * are a mistake: then the image stands once. Called by property.c (through formatter) and
 * painter.c.
 */
#include "format/background.h"

#include "format/format_messages.h"
#include "format/graphic.h"

enum { TILE_LIMIT = 20000, TILE_LEAST = 2 * MILLIPOINT_PER_POINT };

const struct area *background_open(void *state, const xmlNode *node, const char *value,
                                   const struct traits *traits)
{
    struct formatter *formatter = state;
    struct graphic graphic;
    if (!graphic_open(formatter, formatter->arena, node, value, &graphic))
        return NULL;
    struct area *tile = NULL;
    if (graphic.width > 0 && graphic.height > 0)
        tile = graphic_area(formatter, formatter->arena, node, &graphic, traits, graphic.width,
                            graphic.height);
    graphic_close(&graphic);
    bool repeats = traits->background_repeat != KEYWORD_NO_REPEAT;
    if (tile && repeats && (tile->width < TILE_LEAST || tile->height < TILE_LEAST))
        report_at(formatter->report, &MESSAGE_BACKGROUND_SMALL, node, value, NULL);
    return tile;
}

/* Where tiles begin along one axis, and how many there are to cover it. */
struct row {
    int64_t first;
    int64_t count;
};

static struct row row_of(struct measure place, millipoint room, millipoint tile, bool repeats)
{
    struct row row = {.first = measure_resolve(place, room - tile), .count = 1};
    if (!repeats)
        return row;
    row.first %= tile;
    if (row.first > 0)
        row.first -= tile;
    row.count = (room - row.first + tile - 1) / tile;
    return row;
}

struct area *background_area(struct arena *arena, const struct box *box, millipoint width,
                             millipoint height)
{
    static const struct structure_tag artifact = {
        .type = STRUCTURE_ARTIFACT, .columns = 1, .rows = 1};
    const struct traits *traits = box->backdrop;
    const struct area *tile = traits->background_tile;
    struct area *area = area_new(arena, AREA_BLOCK);
    area->x = border_width(&box->border[SIDE_START]);
    area->y = border_width(&box->border[SIDE_BEFORE]);
    area->width = width - area->x - border_width(&box->border[SIDE_END]);
    area->height = height - area->y - border_width(&box->border[SIDE_AFTER]);
    area->clip = true;
    area->tag = &artifact;
    if (area->width <= 0 || area->height <= 0)
        return area;
    int32_t repeat = traits->background_repeat;
    bool is_small = tile->width < TILE_LEAST || tile->height < TILE_LEAST;
    bool across = !is_small && (repeat == KEYWORD_REPEAT || repeat == KEYWORD_REPEAT_X);
    bool down = !is_small && (repeat == KEYWORD_REPEAT || repeat == KEYWORD_REPEAT_Y);
    struct row columns = row_of(traits->background_position[0], area->width, tile->width, across);
    struct row rows = row_of(traits->background_position[1], area->height, tile->height, down);
    int64_t count = columns.count * rows.count;
    for (int64_t i = 0; i < count && i < TILE_LIMIT; i++) {
        struct area *again = area_new(arena, AREA_REPEATED);
        again->x = measure_clamp(columns.first + i % columns.count * tile->width);
        again->y = measure_clamp(rows.first + i / columns.count * tile->height);
        again->first = again->last = (struct area *)tile;
        area_append(area, again);
    }
    return area;
}
