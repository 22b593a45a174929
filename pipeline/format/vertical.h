/* The vertical list: the stream of boxes, spaces, break opportunities and frames that block layout
 * pushes and columns are filled from. Layout never needs to know where pages end, and the page
 * builder never needs to know what is in a box. */
#ifndef YINFA_FORMAT_VERTICAL_H
#define YINFA_FORMAT_VERTICAL_H

#include "format/area.h"
#include "format/attachment.h"
#include "format/chunk.h"

/* Strengths of break opportunities beside the integers of keeps. */
enum { BREAK_FREE = 0, BREAK_WIDOW = KEEP_ALWAYS - 1, BREAK_KEPT = KEEP_ALWAYS };

enum element_kind {
    ELEMENT_BOX,      /* unbreakable, unless `split` can take it apart */
    ELEMENT_ABSOLUTE, /* an area placed from the reference area's corner, out of the flow */
    ELEMENT_BESIDE,   /* an area beside what follows: it takes no height and parts no spaces */
    ELEMENT_SPACE,
    ELEMENT_BREAK,  /* an opportunity, at a strength: the weaker, the better to break */
    ELEMENT_FORCE,  /* a forced break */
    ELEMENT_SPAN,   /* from here on over all columns, or one column again (property span) */
    ELEMENT_SNAP,   /* what follows stands at a multiple of `height` from the column's top */
    ELEMENT_ANCHOR, /* nothing but what is attached */
    ELEMENT_FILL,   /* the free height of the column: what follows ends at its foot */
    ELEMENT_OPEN,   /* a frame begins */
    ELEMENT_CLOSE   /* the frame ends */
};

struct marker;
struct marker_table;
struct frame;

/* Lays out a frame's head or foot for one piece of it, knowing which markers the piece has
 * (fo:retrieve-table-marker); `piece_first`, `piece_last`: the piece begins or ends the frame. The
 * area is made in `arena`; a height other than that of frame->head or ->foot leaves the difference
 * empty. */
typedef struct area *frame_again(struct frame *frame, bool head, struct marker_table *seen,
                                 bool piece_first, bool piece_last, struct arena *arena);

/* Something that goes around what stands between OPEN and CLOSE, on every page it reaches. */
struct frame {
    millipoint x, width;   /* border box, from the column's left */
    const struct box *box; /* may be NULL */
    const struct structure_tag *tag;
    const char *id;
    struct area *head, *foot;    /* a table's, laid out; may be NULL; at each page unless omitted */
    bool omit_head, omit_foot;   /* at breaks */
    bool begun;                  /* a fragment stands on an earlier page */
    bool reference;              /* what is placed absolutely inside counts from its content */
    millipoint moved_x, moved_y; /* relative-position */
    const struct marker *markers; /* of the object; may be NULL */
    frame_again *again;           /* NULL: head and foot are the same on each page */
    void *again_state;
    struct marker_table *seen; /* with `again`: between pieces, what is carried */
    struct chunk *chunk;       /* that the frame lives in; held until CLOSE is placed */
};

/* Vertical rules shared by consecutive table rows: drawn through as one. */
struct rule_set {
    size_t count;
    struct area **rules; /* AREA_RULE, height 0 */
};

struct element;

/* Takes a box apart so that `head` is at most `available` high and holds something; false if all
 * of it fits, or it is better left whole. `filled`: something stands above it in the column. With
 * `tail` NULL it only makes the area of the whole. */
typedef bool element_split(const struct element *element, millipoint available, bool filled,
                           struct element *head, struct element *tail);

struct element {
    enum element_kind kind;
    int32_t strength;    /* BREAK; FORCE: the keyword of break-before; SPAN: KEYWORD_ALL or NONE */
    millipoint height;   /* BOX; SNAP: the distance between the lines of the grid, more than 0 */
    long line;           /* of the FO node, 0 = not known */
    struct chunk *chunk; /* held by the element; NULL in lists that are placed whole */
    struct attachment *attached; /* BOX, ANCHOR: a list; may be NULL */
    union {
        struct {
            struct area *area;
            const struct rule_set *rules; /* table rows; may be NULL */
            struct area *closing;         /* drawn at the foot if the box ends its fragment */
            struct area *broken;          /* the same where the fragment is broken there */
            struct area *opening; /* drawn at the top if a broken fragment goes on with it */
            element_split *split; /* may be NULL */
            millipoint worth;     /* with split: room worth filling with a part though the
                                   * box is not too high for the next column */
            void *content;        /* for split */
        } box;
        struct space space;
        struct frame *frame;
    } of;
};

struct vertical_list;

/* Called when boxes came in, so that full pages can leave. -1 stops the document. */
typedef int vertical_drain(void *state, struct vertical_list *list);

struct vertical_list {
    struct element *elements;
    size_t count, capacity;
    size_t dropped;         /* room before the elements, to be used again */
    struct chunk *chunk;    /* what layout allocates from; NULL: */
    struct arena *arena;    /* a list that is placed whole takes its caller's arena */
    bool streaming;         /* elements hold their chunks; the list is drained by pages */
    millipoint height;      /* of a column: what no unbreakable box should exceed; 0 = no limit */
    millipoint page_height; /* of the page, also in lists inside others: boxes higher than a part of
                             * it should be splittable; 0 = not on a page */
    int64_t pushed;         /* heights of all boxes pushed so far */
    uint64_t boxes;         /* number of them */
    int32_t together;       /* keep-together around the place being laid out */
    int32_t keep_next;      /* keep-with-next of what ended last */
    bool stopped;           /* the device or source failed: push nothing more */
    struct attachments *pending; /* taken by the next box; NULL: the list has no pages */
    vertical_drain *drain;
    void *drain_state;
};

/* An empty list that pages are filled from: it allocates from chunks that come and go. */
void vertical_begin_streaming(struct vertical_list *list);

/* An empty list that is placed whole, its areas in `arena`. */
void vertical_begin(struct vertical_list *list, struct arena *arena);
void vertical_end(struct vertical_list *list);

struct arena *vertical_arena(struct vertical_list *list);

struct element *vertical_push_box(struct vertical_list *list, struct area *area, millipoint height,
                                  long line);
void vertical_push_space(struct vertical_list *list, const struct space *space);
void vertical_push_break(struct vertical_list *list, int32_t strength);

/* A forced break before or after an object. A break before an object's first child stands before
 * the object, one after its last child after it, so that no frame is left behind on a page without
 * content. Lists without pages have none. KEYWORD_BEFORE_EVEN goes to the page that the object
 * begins on, whichever that comes to be, and breaks if its number is odd. */
void vertical_push_force_before(struct vertical_list *list, int32_t keyword);
void vertical_push_force_after(struct vertical_list *list, int32_t keyword);

/* A list item's label: stands where the next box begins. */
void vertical_push_beside(struct vertical_list *list, struct area *area);

/* What follows stands on a line of a grid with that distance between lines (lists with pages only:
 * others do not know where in a column they stand). */
void vertical_push_snap(struct vertical_list *list, millipoint pitch);

/* What follows ends at the column's foot, whatever height is free stands before it, and lines of a
 * grid are counted from there (lists with pages only). */
void vertical_push_fill(struct vertical_list *list);

/* What follows spans all columns, or stands in one again. */
void vertical_push_span(struct vertical_list *list, bool all);
void vertical_push_absolute(struct vertical_list *list, struct area *area);
struct frame *vertical_open(struct vertical_list *list, millipoint x, millipoint width,
                            const struct box *box, const struct structure_tag *tag);
void vertical_close(struct vertical_list *list, struct frame *frame);

/* Copies of another list's elements, each holding `chunk`. */
void vertical_append(struct vertical_list *list, const struct vertical_list *from,
                     struct chunk *chunk);

/* The opportunity between two block-level objects, from the keeps of both and around them. */
void vertical_push_keep(struct vertical_list *list, int32_t keep_with_previous);

/* Ends a unit (a paragraph, a row): what is still pending is anchored, full pages leave, and a new
 * chunk begins when this one is full. */
void vertical_flush(struct vertical_list *list);

/* Drops the first `count` elements, releasing their chunks. */
void vertical_drop(struct vertical_list *list, size_t count);

#endif
