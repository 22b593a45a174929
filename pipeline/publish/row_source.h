/* The FO source of a publication: walks the result tree, and where the stylesheet wrote
 *     <y:rows query="persons" mode="row" chunk="200"/>
 * inside an fo:table-body gives the formatter the table rows that the stylesheet's templates of
 * that mode make of the query's rows, a chunk at a time. Memory does not grow with the rows. Within
 * the templates the data document is there as ever; position() counts within the chunk, so totals
 * and numbers come from SQL window functions. */
#ifndef YINFA_PUBLISH_ROW_SOURCE_H
#define YINFA_PUBLISH_ROW_SOURCE_H

#include "format/fo_source.h"
#include "publish/composition.h"

struct row_source;

/* All arguments stay the caller's. `result` is what `stylesheet` made of `data`; `data` is changed
 * while rows are read (an element /data/rows comes and goes). Freed with row_source_close(). */
struct row_source *row_source_open(const struct composition_request *request,
                                   struct stylesheet *stylesheet, xmlDoc *data,
                                   const xmlDoc *result, const struct stylesheet_where *where);
void row_source_close(struct row_source *source);

struct fo_source row_source_as_source(struct row_source *source);

/* Whether the source ended early because of something found (findings tell): the item fails, not
 * the run. */
bool row_source_found(const struct row_source *source);

#endif
