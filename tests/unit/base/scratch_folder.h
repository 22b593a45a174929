/* A folder of its own for a test or for all of a program, below /tmp: make_folder and remove_folder
 * are its setup and teardown. */
#ifndef YINFA_TESTS_BASE_SCRATCH_FOLDER_H
#define YINFA_TESTS_BASE_SCRATCH_FOLDER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

enum { SCRATCH_PATH_SIZE = 160 };

static char folder[64];

static inline int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/yinfa-test-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

/* Removes what is in it too, and what was made unreadable. */
static inline int remove_folder(void **state)
{
    (void)state;
    char command[SCRATCH_PATH_SIZE];
    snprintf(command, sizeof command, "chmod -R u+rwX '%s'; rm -rf '%s'", folder, folder);
    return system(command);
}

/* Writes the path of `name` in the folder into `path`; returns it. */
static inline char *in_folder(char path[SCRATCH_PATH_SIZE], const char *name)
{
    assert_in_range(snprintf(path, SCRATCH_PATH_SIZE, "%s/%s", folder, name), 1,
                    SCRATCH_PATH_SIZE - 1);
    return path;
}

#endif
