/* Destinations by name (ISO 32000-1 §12.3.2): places that links and bookmarks lead to, which may
 * come before or after them. Each is one indirect object, [page /XYZ null y null], so that no name
 * tree is needed. Private to draw/. */
#ifndef YINFA_DRAW_PDF_DESTINATION_H
#define YINFA_DRAW_PDF_DESTINATION_H

#include "base/length.h"
#include "draw/pdf_file.h"

struct pdf_destinations;

struct pdf_destinations *pdf_destinations_new(struct pdf_file *file);
void pdf_destinations_free(struct pdf_destinations *destinations);

/* The object number of the place with this name, reserved when it is first asked for. */
unsigned pdf_destination_of(struct pdf_destinations *destinations, const char *name);

/* The name stands on the page with that object number, `y` above its lower edge. The first place of
 * a name counts. */
void pdf_destination_place(struct pdf_destinations *destinations, const char *name, unsigned page,
                           millipoint y);

/* The place as a new array, when all are known; what never came is the `first_page`. For bookmarks:
 * some readers take no reference there. */
HPDF_Array pdf_destination_array(struct pdf_destinations *destinations, const char *name,
                                 unsigned first_page);

/* Writes the destinations that were asked for; those whose place never came lead to `first_page`,
 * since a link must lead somewhere. */
void pdf_destinations_write(struct pdf_destinations *destinations, unsigned first_page);

#endif
