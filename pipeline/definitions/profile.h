/* A profile: the geometry of official documents after GB/T 9704-2012 or an office's house style,
 * one <profile> of stylesheets/common/profiles.xml. The stylesheets lay pages out by that file; the
 * ruler reads it here to measure them. Lengths in 1/1000 pt; what each means, and its clause,
 * stands in the file. */
#ifndef YINFA_DEFINITIONS_PROFILE_H
#define YINFA_DEFINITIONS_PROFILE_H

#include <stdbool.h>

#include "base/finding.h"
#include "base/length.h"

struct profile {
    millipoint sheet_width, sheet_height;
    millipoint head, binding, type_width, type_height; /* 天头, 订口, 版心 */
    bool mirrored;                                     /* 订口 on the right of even pages */
    int rows, characters;                              /* of a full page, of a full row */
    millipoint pitch, cell;
    millipoint text_size, title_size, colophon_size, page_number_size, annex_label_size;
    millipoint mark_drop, order_mark_drop, minutes_mark_drop; /* from the type area's top */
    millipoint letter_mark_drop;                              /* from the sheet's top */
    int rows_below_mark, rows_below_red_rule;
    millipoint red_rule_drop;                                          /* below 发文字号 */
    millipoint letter_rule_drop, letter_rule_rise, letter_rule_length; /* from mark, sheet's foot */
    millipoint colophon_outer_rule, colophon_inner_rule;
    millipoint page_number_drop, page_number_indent;
    int seals_per_row;
    millipoint margin_tolerance, length_tolerance;
};

/* The name of the profile that holds where none is asked for. */
extern const char profile_national[];

/* Reads the profile `name` from the file at `path`, whose schema is SCHEMA_FOLDER/profile.xsd
 * (NULL: only the values read here are looked at). -1:
 * found wrong, or there is no such profile in it. */
int profile_read(const char *path, const char *schema_folder, const char *name,
                 struct finding_list *findings, struct profile *profile);

#endif
