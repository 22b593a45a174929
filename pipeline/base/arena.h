/* Arena: many small allocations that die together, one arena per submission and one per document.
 * Nothing allocated from an arena outlives it except by copy into another. */
#ifndef YINFA_BASE_ARENA_H
#define YINFA_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* A new, empty arena; the caller releases it with arena_free(). */
struct arena *arena_new(void);

/* Releases the arena and everything allocated from it. NULL is allowed. */
void arena_free(struct arena *arena);

/* Forgets everything allocated but keeps the first block for reuse. */
void arena_reset(struct arena *arena);

/* `count` zeroed objects of `size` bytes, aligned for any type. Never NULL. */
void *arena_new_array(struct arena *arena, size_t count, size_t size);

/* One zeroed object of `size` bytes, aligned for any type. Never NULL. */
void *arena_alloc(struct arena *arena, size_t size);

/* A NUL-terminated copy of `length` bytes of `text`. */
char *arena_copy_bytes(struct arena *arena, const char *text, size_t length);

/* A copy of a NUL-terminated string; NULL stays NULL. */
char *arena_copy(struct arena *arena, const char *text);

/* printf into the arena. */
char *arena_print(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes handed out since the last reset (for tests of constant memory). */
size_t arena_used(const struct arena *arena);

#endif
