/* Checked heap allocation. A batch item is a transaction, so running out of memory may end the
 * process (exit status 3, message on stderr): the next run resumes. Every room may call this. */
#ifndef YINFA_BASE_MEMORY_H
#define YINFA_BASE_MEMORY_H

#include <stddef.h>

/* Called once when the program begins: what one document gave back is kept for the next, where the
 * system would take the pages back and clear them again, some hundred a document. */
void memory_prepare(void);

/* Allocates `count` zeroed objects of `size` bytes; never returns NULL; checks count × size for
 * overflow. The caller releases with free(). */
void *memory_new(size_t count, size_t size);

/* Grows or shrinks to `count` objects of `size` bytes, contents kept, new bytes not zeroed; never
 * returns NULL. The old pointer is dead afterwards; the caller releases the new one with free(). */
void *memory_resize(void *old, size_t count, size_t size);

/* A NUL-terminated copy of `text`; the caller releases it with free(). */
char *memory_copy(const char *text);

#endif
