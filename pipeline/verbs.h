/* Verbs that read files rather than a workspace; main's table names them. Each returns the exit
 * status. */
#ifndef YINFA_VERBS_H
#define YINFA_VERBS_H

#include "options.h"

int verb_format(const struct options *options);       /* verb_format.c */
int verb_fonts(const struct options *options);        /* verb_fonts.c */
int verb_check_format(const struct options *options); /* verb_check_format.c */

/* Reads the font set as the options say; NULL: reported. The caller frees it. (verb_fonts.c) */
struct font_set;
struct font_set *verb_read_fonts(const struct options *options);

#endif
