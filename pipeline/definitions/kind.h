/* A submission kind: schemas/NAME/kind.xml beside its XSD. Says how a file of that kind is known,
 * who sent it and for which period, which tables its elements go to, and which business rules hold.
 * Read and checked here; used by intake/. Format: schemas/definitions/kind.xsd. */
#ifndef YINFA_DEFINITIONS_KIND_H
#define YINFA_DEFINITIONS_KIND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/digest.h"
#include "base/finding.h"
#include "definitions/picture_type.h"

/* COLUMN_XML keeps the element whole, as XML text. */
enum column_type { COLUMN_TEXT, COLUMN_INTEGER, COLUMN_DECIMAL, COLUMN_DATE, COLUMN_XML };

struct kind_column {
    const char *name;
    enum column_type type;
    const char *path;  /* relative to the table's record: "name", "reporter/office", "@code",
                        * "region/@code", "." ; child axis only */
    bool key;          /* part of the natural key, by which rows are named in explain */
    const char *label; /* Chinese, from the schema's xs:documentation of what path leads to */
    bool personal;     /* identity numbers and the like: masked in findings and logs */
};

struct kind_table {
    const char *name;   /* SQL name; the program adds submission, line, ordinal (and parent) */
    const char *record; /* element path from the root, "." = the root, "person", "targets/target";
                         * "//heading" = at any depth */
    const char
        *label; /* what a clerk calls a record: a column's name whose value names it, or NULL */
    int parent; /* index of the table whose record encloses this one; -1 = none */
    const struct kind_column *columns;
    size_t column_count;
};

/* A query with a name, which says once what several others would each have to say. One over the
 * file at hand is read by rules as staged_NAME; it is made once, when all is staged. A stored one
 * is the database's view current_NAME, for rules, gates and publications; it may read the tables of
 * any kind. */
struct kind_view {
    const char *name; /* SQL name, as a table's */
    const char *sql;
    const char *origin; /* "schemas/official-document/kind.xml:57", for error messages */
    long line;          /* in kind.xml */
};

/* Pictures that lie beside the file: each row of `table` names one. */
struct kind_attachment {
    const struct kind_table *table;
    const struct kind_column *file;   /* its name */
    const struct kind_column *digest; /* its SHA-256, lower-case hexadecimal */
    bool types[PICTURE_TYPES];        /* which are taken */
};

struct kind_rule {
    const char *id; /* "enrolment.total" */
    enum finding_level level;
    const char *chinese, *english; /* placeholders: columns of the query's row, {value}, {label} */
    const char *mend_chinese, *mend_english; /* may be NULL */
    const char *sql;
    const char *origin; /* "schemas/enrolment/kind.xml:57", for error messages */
};

struct kind_label {
    const char *path; /* element path below the root, "person/id-number", "person/@no"; "" = root */
    const char *label;
};

struct kind {
    const char *name;
    const char *title;         /* Chinese */
    const char *root;          /* local name of the root element */
    const char *name_space;    /* its namespace */
    const char *schema_path;   /* the XSD */
    const char *sender_path;   /* child-only path from the root to who sends; NULL: one sender */
    const char *period_path;   /* … to the period; NULL: no period */
    const char *digest;        /* SHA-256 of kind.xml and the XSD */
    const char *const *asides; /* names of elements that are no part of the text around them */
    size_t aside_count;
    const struct kind_table *tables;
    size_t table_count;
    const struct kind_view *views; /* one may read those before it */
    size_t view_count;
    const struct kind_view *stored_views;
    size_t stored_view_count;
    const struct kind_attachment *attachments;
    size_t attachment_count;
    const struct kind_rule *rules;
    size_t rule_count;
    const struct kind_label *labels; /* sorted by path (strcmp) */
    size_t label_count;
    const char *const *after; /* names of kinds that must be normalised before this one */
    size_t after_count;
    int rank; /* 0 = depends on nothing; ingest goes by rank, then arrival */
};

/* All kinds below the folders, in name order. */
struct kind_set;

/* Reads every FOLDER/NAME/kind.xml of `folders` (NULL-terminated; the workspace's own schemas/ may
 * come first). Mistakes go to `findings`, each with file and line; NULL if anything was found.
 * Freed with kind_set_free(), which frees all strings too. */
struct kind_set *kind_set_read(const char *const *folders, const char *definition_schema_folder,
                               struct finding_list *findings);
void kind_set_free(struct kind_set *set);

/* SHA-256 over all kind.xml below the folders, by which a database made from them is known; cheap,
 * since none is read as XML. Of a set, it is that of the files it was read from. False if one
 * cannot be read. */
bool kind_definitions_digest(const char *const *folders, char hex[DIGEST_HEX_SIZE]);
const char *kind_set_digest(const struct kind_set *set);

size_t kind_set_count(const struct kind_set *set);
const struct kind *kind_set_at(const struct kind_set *set, size_t index);
const struct kind *kind_lookup(const struct kind_set *set, const char *name);
const struct kind *kind_lookup_root(const struct kind_set *set, const char *name_space,
                                    const char *local_name);

/* The column that a rule or gate means by `field`: "table.column", or a column's name alone (the
 * first table that has it); its table is stored unless `table` is NULL. NULL if there is none. */
const struct kind_column *kind_column_lookup(const struct kind *kind, const char *field,
                                             const struct kind_table **table);

/* Whether elements of that name are asides. */
bool kind_is_aside(const struct kind *kind, const char *name);

/* The label of an element path below the root; the last known ancestor's if the path itself has
 * none; NULL if nothing is known. A path that begins with "//" ends like the one meant. */
const char *kind_label_lookup(const struct kind *kind, const char *path);

#endif
