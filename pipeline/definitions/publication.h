/* A publication: stylesheets/NAME/publication.xml beside its stylesheets. Says which parameters it
 * takes, which rows it is made of, what files come out. Used by publish/ and batch/. Format:
 * schemas/definitions/publication.xsd. */
#ifndef YINFA_DEFINITIONS_PUBLICATION_H
#define YINFA_DEFINITIONS_PUBLICATION_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/finding.h"
#include "definitions/parameter.h"

struct publication_query {
    const char *name;
    const char *sql;    /* declared parameters as :name; in mode each also the row's columns */
    const char *origin; /* file:line */
    const char *key; /* column that names a row in "item#key.column"; NULL: rows cannot be named */
    const char *xml; /* column whose text is XML, a child element of the row; NULL: none */
    const char *origin_sql; /* SQL returning submission, line (and optional text) for :key and the
                             * parameters: where a row's figures come from; NULL: the row's own
                             * columns `submission` and `line` */
    const char *origin_origin; /* file:line of origin_sql */
};

struct csv_column {
    const char *name;  /* column of the query */
    const char *title; /* head cell, Chinese */
};

enum output_format { OUTPUT_PDF, OUTPUT_CSV, OUTPUT_HTML, OUTPUT_XML, OUTPUT_TEXT };

struct publication_output {
    enum output_format format;
    const char *stylesheet; /* path; NULL for csv */
    const char *query;      /* csv: the query whose rows are written */
    const char
        *file;       /* pattern with {parameter} and, in mode each, {column}: "roster-{year}.pdf" */
    mode_t mode;     /* 0644 unless said */
    const char *pdf; /* pdf: what it is to conform to, "2a,ua1"; NULL: as always */
    bool checked;    /* pdf: the pages are held against GB/T 9704 (check=) */
    const char *when_name;  /* made only if this parameter … */
    const char *when_value; /* … has this value; NULL: always */
    const struct csv_column *columns;
    size_t column_count;
};

/* Where the ledger's numbers for a publication of certificates come from; its items are named by
 * these numbers (each/@key), and once printed are not made again. */
struct publication_ledger {
    const char *query;     /* who is entitled, in the order of the numbers; NULL: no certificates */
    const char *series;    /* columns of that query: the number's beginning, */
    const char *holder;    /* who is to have at most one of a series, */
    const char *date;      /* and the day of issue */
    const char *when_name; /* only with this parameter … */
    const char *when_value; /* … at this value is what is printed the certificate; NULL: always */
};

struct publication {
    const char *name;
    const char *title;     /* pattern: "2024年…目标清单" comes from data or {parameter} */
    bool names_undrawable; /* a character no font can draw is shown as ［U+XXXX］, not refused */
    const char *folder;    /* where publication.xml lies */
    const char *digest;    /* SHA-256 of publication.xml */
    const struct parameter *parameters;
    size_t parameter_count;
    const struct publication_query *queries;
    size_t query_count;
    const char *rows_query; /* the query that "item#key.column" speaks of by default */
    const char *each_query; /* mode each: one item per row of this query; NULL: one item in all */
    const char *each_key;   /* … named by this column */
    struct publication_ledger ledger;
    const char *date_query;                 /* the output's date: first row of this query … */
    const char *date_column;                /* … this column; NULL: none */
    const char *title_query, *title_column; /* document title likewise; NULL: `title` */
    const struct publication_output *outputs;
    size_t output_count;
};

struct publication_set;

/* Reads every FOLDER/NAME/publication.xml; see kind_set_read(). */
struct publication_set *publication_set_read(const char *const *folders,
                                             const char *definition_schema_folder,
                                             struct finding_list *findings);
void publication_set_free(struct publication_set *set);
size_t publication_set_count(const struct publication_set *set);
const struct publication *publication_set_at(const struct publication_set *set, size_t index);
const struct publication *publication_lookup(const struct publication_set *set, const char *name);

const struct publication_query *publication_query_lookup(const struct publication *publication,
                                                         const char *name);

#endif
