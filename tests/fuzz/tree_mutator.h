/* Changes XML inputs of a fuzz target as trees; called from its LLVMFuzzerCustomMutator. */
#ifndef YINFA_TESTS_FUZZ_TREE_MUTATOR_H
#define YINFA_TESTS_FUZZ_TREE_MUTATOR_H

#include <stddef.h>
#include <stdint.h>

/* What the changes are made of; the lists end with NULL. */
struct tree_words {
    const char *const *elements; /* in the root's namespace */
    const char *const *values;   /* of attributes */
    const char *const *texts;
    /* An attribute's name, and a value for it or "" for one of `values`. */
    const char *(*attribute)(char *value, size_t size);
};

/* Changes the input in place; returns its new size. */
size_t tree_mutate(uint8_t *data, size_t size, size_t max_size, unsigned seed,
                   const struct tree_words *words);

/* A number below `below` (0 if that is 0), from the seed. */
size_t tree_chance(size_t below);

#endif
