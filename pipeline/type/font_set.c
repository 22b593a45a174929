/* The font set: two definitions (the program's, and an office's before it) become one list of
 * faces; chains are made for each font-family list asked for and kept. A chain look-up is a short
 * walk over faces whose answers are cached, so it costs the same for the millionth name as for the
 * tenth. */
#include "type/font_set.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/memory.h"
#include "type/font_program.h"

struct chain_entry {
    struct font_face *face;
    enum font_service service;
    bool bold, italic;
};

struct font_chain {
    struct font_chain *next;
    char *family; /* the request */
    bool bold, italic;
    char *unknown; /* first family name that the set does not know; NULL: none */
    size_t count;
    struct chain_entry entries[]; /* room for every face of the set */
};

struct font_set {
    struct arena *arena;
    struct font_definition own;    /* the program's */
    struct font_definition office; /* the office's; empty if there is none */
    struct font_face *faces;       /* office's, then own, in the order of definition */
    size_t face_count;
    struct font_chain *chains;
};

static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? arena_copy_bytes(arena, path, (size_t)(slash - path)) : ".";
}

struct font_set *font_set_read(const char *definition, const char *folder,
                               const char *office_definition, const char *office_folder,
                               struct finding_list *findings)
{
    struct font_set *set = memory_new(1, sizeof *set);
    set->arena = arena_new();
    const char *schemas = folder_of(set->arena, definition);
    int result =
        font_definition_read(definition, schemas, folder, NULL, set->arena, findings, &set->own);
    if (result == 0 && office_definition)
        result = font_definition_read(office_definition, schemas, office_folder, &set->own,
                                      set->arena, findings, &set->office);
    if (result != 0) {
        font_set_free(set);
        return NULL;
    }
    set->face_count = set->office.face_count + set->own.face_count;
    set->faces = memory_new(set->face_count, sizeof *set->faces);
    for (size_t i = 0; i < set->face_count; i++)
        set->faces[i].definition = i < set->office.face_count
                                       ? &set->office.faces[i]
                                       : &set->own.faces[i - set->office.face_count];
    for (size_t i = 0; i < set->face_count; i++)
        if (font_face_open(&set->faces[i], findings) != 0)
            result = -1;
    if (result == 0)
        return set;
    font_set_free(set);
    return NULL;
}

void font_set_free(struct font_set *set)
{
    if (!set)
        return;
    for (size_t i = 0; i < set->face_count; i++)
        font_face_close(&set->faces[i]);
    while (set->chains) {
        struct font_chain *chain = set->chains;
        set->chains = chain->next;
        free(chain->family);
        free(chain->unknown);
        free(chain);
    }
    free(set->faces);
    arena_free(set->arena);
    free(set);
}

/* --- Chains ---------------------------------------------------------------------------------- */

static struct font_face *face_of(struct font_set *set,
                                 const struct font_face_definition *definition)
{
    for (size_t i = 0; i < set->face_count; i++)
        if (set->faces[i].definition == definition)
            return &set->faces[i];
    return NULL;
}

static void chain_add(struct font_set *set, struct font_chain *chain, const struct font_use *use)
{
    struct font_face *face = face_of(set, use->face);
    for (size_t i = 0; i < chain->count; i++)
        if (chain->entries[i].face == face)
            return;
    chain->entries[chain->count++] = (struct chain_entry){
        .face = face, .service = use->face->service, .bold = use->bold, .italic = use->italic};
}

/* The family's faces that match the weight and style best, then its others. */
static void chain_add_family(struct font_set *set, struct font_chain *chain,
                             const struct font_family *family)
{
    static const bool prefer_same[][2] = {
        {true, true}, {true, false}, {false, true}, {false, false}};
    for (size_t pass = 0; pass < 4; pass++) {
        for (size_t i = 0; i < family->use_count; i++) {
            const struct font_use *use = &family->uses[i];
            bool same_weight = use->bold == chain->bold, same_style = use->italic == chain->italic;
            if (same_weight == prefer_same[pass][0] && same_style == prefer_same[pass][1])
                chain_add(set, chain, use);
        }
    }
}

static bool name_is(const char *name, size_t length, const char *wanted)
{
    return strlen(wanted) == length && strncasecmp(name, wanted, length) == 0;
}

/* Takes the next name off a comma-separated list, without quotes and surrounding space. */
static const char *next_name(const char **list, size_t *length)
{
    static const char around[] = " \t\r\n'\",";
    const char *start = *list + strspn(*list, around);
    if (!*start)
        return NULL;
    const char *end = start + strcspn(start, ",");
    *list = end;
    while (end > start && strchr(around, end[-1]))
        end--;
    *length = (size_t)(end - start);
    return start;
}

static bool family_has_name(const struct font_family *family, const char *name, size_t length)
{
    if (name_is(name, length, family->name))
        return true;
    const char *aliases = family->aliases ? family->aliases : "";
    size_t alias_length;
    for (const char *alias; (alias = next_name(&aliases, &alias_length)) != NULL;)
        if (alias_length == length && strncasecmp(alias, name, length) == 0)
            return true;
    return false;
}

static bool chain_add_name(struct font_set *set, struct font_chain *chain, const char *name,
                           size_t length)
{
    const struct font_definition *definitions[] = {&set->office, &set->own};
    const char *canonical = NULL;
    bool found = false;
    for (size_t d = 0; d < 2; d++) /* an alias of either names the family in both */
        for (size_t i = 0; i < definitions[d]->family_count && !canonical; i++)
            if (family_has_name(&definitions[d]->families[i], name, length))
                canonical = definitions[d]->families[i].name;
    for (size_t d = 0; canonical && d < 2; d++) {
        for (size_t i = 0; i < definitions[d]->family_count; i++) {
            const struct font_family *family = &definitions[d]->families[i];
            if (strcmp(family->name, canonical) == 0) {
                chain_add_family(set, chain, family);
                found = true;
            }
        }
    }
    return found;
}

static struct font_chain *chain_new(struct font_set *set, const char *family, bool bold,
                                    bool italic)
{
    struct font_chain *chain =
        memory_new(1, sizeof *chain + set->face_count * sizeof *chain->entries);
    chain->family = memory_copy(family);
    chain->bold = bold;
    chain->italic = italic;
    const char *list = family;
    size_t length;
    for (const char *name; (name = next_name(&list, &length)) != NULL;) {
        if (!chain_add_name(set, chain, name, length) && !chain->unknown) {
            chain->unknown = memory_new(length + 1, 1);
            memcpy(chain->unknown, name, length);
        }
    }
    chain_add_family(set, chain, &set->office.last_resort);
    chain_add_family(set, chain, &set->own.last_resort);
    chain->next = set->chains;
    set->chains = chain;
    return chain;
}

const struct font_chain *font_set_chain(struct font_set *set, const char *family, bool bold,
                                        bool italic, const char **unknown)
{
    struct font_chain *chain = set->chains;
    while (chain &&
           (chain->bold != bold || chain->italic != italic || strcmp(chain->family, family) != 0))
        chain = chain->next;
    if (!chain)
        chain = chain_new(set, family, bold, italic);
    if (unknown)
        *unknown = chain->unknown;
    return chain;
}

/* Marks that Han and Latin text share and that belong to the Han face within Han text. */
static bool is_shared_mark(uint32_t code_point)
{
    return code_point == 0xB7 || code_point == 0x2014 || code_point == 0x2015 ||
           code_point == 0x2018 || code_point == 0x2019 || code_point == 0x201C ||
           code_point == 0x201D || code_point == 0x2026 || code_point == 0x2E3A;
}

/* A private-use character means what one office's font says; another font's picture is a wrong one.
 */
static bool is_private_use(uint32_t code_point)
{
    return (code_point >= 0xE000 && code_point <= 0xF8FF) || code_point >= 0xF0000;
}

static bool may_serve(const struct chain_entry *entry, uint32_t code_point, bool han_context)
{
    if (is_private_use(code_point) && !entry->face->definition->private_use)
        return false;
    switch (entry->service) {
    case FONT_SERVES_DIGITS:
        return code_point >= '0' && code_point <= '9';
    case FONT_SERVES_LATIN:
        return code_point < 0x2E80 && !(han_context && is_shared_mark(code_point));
    case FONT_SERVES_HAN:
        break;
    }
    return true;
}

struct font_face *font_chain_face(const struct font_chain *chain, uint32_t code_point,
                                  uint32_t variation, bool han_context, uint32_t *glyph)
{
    for (size_t i = 0; i < chain->count; i++) {
        if (!may_serve(&chain->entries[i], code_point, han_context))
            continue;
        uint32_t found = font_face_glyph(chain->entries[i].face, code_point, variation);
        if (found) {
            *glyph = found;
            return chain->entries[i].face;
        }
    }
    return NULL;
}

static const struct chain_entry *entry_of(const struct font_chain *chain,
                                          const struct font_face *face)
{
    for (size_t i = 0; i < chain->count; i++)
        if (chain->entries[i].face == face)
            return &chain->entries[i];
    return NULL;
}

bool font_chain_is_bold(const struct font_chain *chain, const struct font_face *face)
{
    const struct chain_entry *entry = entry_of(chain, face);
    return entry && entry->bold;
}

bool font_chain_is_italic(const struct font_chain *chain, const struct font_face *face)
{
    const struct chain_entry *entry = entry_of(chain, face);
    return entry && entry->italic;
}

struct font_face *font_chain_first(const struct font_chain *chain)
{
    for (size_t i = 0; i < chain->count; i++)
        if (chain->entries[i].service != FONT_SERVES_DIGITS)
            return chain->entries[i].face;
    return chain->entries[0].face;
}

/* --- What is in it --------------------------------------------------------------------------- */

void font_set_digest(const struct font_set *set, char hex[65])
{
    struct digest *digest = digest_new();
    digest_add_text(digest, set->own.sha256);
    digest_add_text(digest, set->office.sha256);
    digest_finish(digest, hex);
}

size_t font_set_count(const struct font_set *set)
{
    return set->face_count;
}

static const char *families_of(struct font_set *set, const struct font_face_definition *face)
{
    const struct font_definition *definitions[] = {&set->office, &set->own};
    const char *names = "";
    for (size_t d = 0; d < 2; d++)
        for (size_t i = 0; i < definitions[d]->family_count; i++)
            for (size_t u = 0; u < definitions[d]->families[i].use_count; u++)
                if (definitions[d]->families[i].uses[u].face == face)
                    names = arena_print(set->arena, "%s%s%s", names, *names ? ", " : "",
                                        definitions[d]->families[i].name);
    return names;
}

const char *font_set_families(struct font_set *set)
{
    const struct font_definition *definitions[] = {&set->office, &set->own};
    const char *names = "";
    for (size_t d = 0; d < 2; d++)
        for (size_t i = 0; i < definitions[d]->family_count; i++)
            names = arena_print(set->arena, "%s%s%s", names, *names ? "," : "",
                                definitions[d]->families[i].name);
    return names;
}

struct font_entry font_set_entry(struct font_set *set, size_t index)
{
    const struct font_face_definition *face = set->faces[index].definition;
    const char *path = arena_print(set->arena, "%s/%s", face->file->folder, face->file->name);
    char hex[DIGEST_HEX_SIZE];
    bool present = file_digest(path, hex, NULL) == 0 && strcmp(hex, face->file->sha256) == 0;
    return (struct font_entry){.name = face->name,
                               .file = face->file->name,
                               .index = face->index,
                               .package = face->file->package,
                               .licence = face->file->licence,
                               .families = families_of(set, face),
                               .present = present};
}
