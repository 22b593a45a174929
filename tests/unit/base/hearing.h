/* What the program says to the terminal while a test listens. */
#ifndef YINFA_TESTS_BASE_HEARING_H
#define YINFA_TESTS_BASE_HEARING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static char said[4096]; /* between the last listen() and hear() */
static int terminal;    /* stderr, kept meanwhile */

static inline void listen(void)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    fflush(stderr);
    terminal = dup(STDERR_FILENO);
    assert_true(terminal >= 0 && dup2(fileno(file), STDERR_FILENO) >= 0);
    fclose(file);
}

static inline void hear(void)
{
    fflush(stderr);
    ssize_t length = pread(STDERR_FILENO, said, sizeof said - 1, 0);
    assert_true(dup2(terminal, STDERR_FILENO) >= 0);
    close(terminal);
    assert_true(length >= 0);
    said[length] = '\0';
}

static inline void hear_that(const char *expected)
{
    hear();
    if (!strstr(said, expected))
        fail_msg("expected \"%s\", heard: %s", expected, said);
}

#endif
