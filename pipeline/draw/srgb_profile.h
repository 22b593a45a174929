/* An ICC profile for sRGB (IEC 61966-2-1), version 2.1, made from the published figures. For the
 * output intent of PDF/A. Private to draw/. */
#ifndef YINFA_DRAW_SRGB_PROFILE_H
#define YINFA_DRAW_SRGB_PROFILE_H

#include <stddef.h>

/* The profile's bytes, made once per process; borrowed. */
const void *srgb_profile(size_t *length);

#endif
