/* Arena: a chain of blocks, each twice the size of the one before up to a limit; an object larger
 * than a block gets a block of its own. Alignment is that of max_align_t. Memory is cleared as it
 * is handed out: clearing whole blocks touched memory that small arenas never used. */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Under AddressSanitizer what is not handed out may not be touched, so that a pointer kept over
 * arena_reset() is found. */
#ifndef __has_feature
#define __has_feature(feature) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(address, size)   ((void)(address), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
#endif

enum { FIRST_BLOCK = 8 * 1024, LARGEST_BLOCK = 256 * 1024 };

struct block {
    struct block *previous;
    size_t capacity; /* bytes in data */
    size_t used;     /* bytes of data handed out */
    _Alignas(max_align_t) unsigned char data[];
};

struct arena {
    struct block *last; /* the block new objects come from */
    size_t used;        /* bytes handed out since the last reset */
};

static struct block *block_new(struct block *previous, size_t capacity)
{
    struct block *block = memory_resize(NULL, 1, sizeof *block + capacity);
    block->previous = previous;
    block->capacity = capacity;
    block->used = 0;
    ASAN_POISON_MEMORY_REGION(block->data, capacity);
    return block;
}

struct arena *arena_new(void)
{
    struct arena *arena = memory_new(1, sizeof *arena);
    arena->last = block_new(NULL, FIRST_BLOCK);
    return arena;
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    for (struct block *block = arena->last; block;) {
        struct block *previous = block->previous;
        free(block);
        block = previous;
    }
    free(arena);
}

void arena_reset(struct arena *arena)
{
    while (arena->last->previous) {
        struct block *block = arena->last;
        arena->last = block->previous;
        free(block);
    }
    ASAN_POISON_MEMORY_REGION(arena->last->data, arena->last->capacity);
    arena->last->used = 0;
    arena->used = 0;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t alignment = _Alignof(max_align_t);
    if (size > SIZE_MAX - 2 * alignment - sizeof(struct block))
        return memory_new(size, SIZE_MAX); /* cannot be met: reports and exits */
    size_t rounded = (size + alignment - 1) / alignment * alignment;
    struct block *block = arena->last;
    if (block->capacity - block->used < rounded) {
        size_t capacity = block->capacity < LARGEST_BLOCK ? block->capacity * 2 : LARGEST_BLOCK;
        if (capacity < rounded)
            capacity = rounded;
        block = arena->last = block_new(block, capacity);
    }
    void *object = block->data + block->used;
    ASAN_UNPOISON_MEMORY_REGION(object, size);
    memset(object, 0, size);
    block->used += rounded;
    arena->used += rounded;
    return object;
}

void *arena_new_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        return memory_new(count, size); /* cannot be met: reports and exits */
    return arena_alloc(arena, count * size);
}

char *arena_copy_bytes(struct arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX)
        return memory_new(length, 2); /* cannot be met: reports and exits */
    char *copy = arena_alloc(arena, length + 1);
    if (length)
        memcpy(copy, text, length);
    return copy;
}

char *arena_copy(struct arena *arena, const char *text)
{
    return text ? arena_copy_bytes(arena, text, strlen(text)) : NULL;
}

char *arena_print(struct arena *arena, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) {
        va_end(again);
        return arena_copy(arena, "");
    }
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

size_t arena_used(const struct arena *arena)
{
    return arena->used;
}
