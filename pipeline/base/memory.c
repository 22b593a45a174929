/* Checked heap allocation: the contract stands in memory.h. Exits rather than unwinding, because
 * a half-written item is discarded by its transaction and an allocation that fails in the middle
 * of unwinding helps nobody. */
#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void memory_prepare(void)
{
#ifdef __GLIBC__
    (void)mallopt(M_TRIM_THRESHOLD, 16 * 1024 * 1024);
    (void)mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
#endif
}

static _Noreturn void out_of_memory(void)
{
    static const char text[] = "yinfa: 内存不足 (out of memory)\n";
    fwrite(text, 1, sizeof text - 1, stderr);
    exit(3);
}

void *memory_new(size_t count, size_t size)
{
    void *block = calloc(count ? count : 1, size ? size : 1);
    if (!block)
        out_of_memory();
    return block;
}

void *memory_resize(void *old, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        out_of_memory();
    size_t bytes = count * size;
    void *block = realloc(old, bytes ? bytes : 1);
    if (!block)
        out_of_memory();
    return block;
}

char *memory_copy(const char *text)
{
    size_t length = strlen(text) + 1;
    char *copy = memory_new(length, 1);
    memcpy(copy, text, length);
    return copy;
}
