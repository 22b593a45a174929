/* The character grid (y:character-grid): full-width characters stand in cells of one pitch, counted
 * from where the line begins; after Western text or trimmed marks the next Han character returns to
 * a cell (CLREQ §3.2.5; 28 cells a line in GB/T 9704-2012 §5.2.2). */
#ifndef YINFA_FORMAT_LINE_GRID_H
#define YINFA_FORMAT_LINE_GRID_H

#include "format/line_fit.h"
#include "format/paragraph.h"

/* Whether a character of that advance takes just one cell: it is wider than half of one, and at
 * most an eighth wider than one. False without a grid. */
bool line_grid_holds(const struct paragraph *paragraph, millipoint advance);

/* Fills up what stands between cells to whole cells, for all items of the paragraph. */
void line_grid_pad(struct paragraph *paragraph);

/* The same for a line that begins in the midst of such a piece: corrects the gap after it. */
void line_grid_start(const struct paragraph *paragraph, const struct fit_line *line,
                     millipoint *gaps);

#endif
