/* Home: the folder that holds schemas/, stylesheets/, pipeline/jobs/ and fonts/. */
#ifndef YINFA_HOME_H
#define YINFA_HOME_H

/* $YINFA_HOME, or the nearest folder above the executable with those sub-folders; NULL if there is
 * none (reported). The caller frees it. */
char *home_find(void);

#endif
