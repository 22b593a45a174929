/* The enumeration tokens of all properties we know, in one list, so that the property table can
 * name a property's tokens as they stand in the Recommendation: "start|center|end". */
#ifndef YINFA_FORMAT_KEYWORD_H
#define YINFA_FORMAT_KEYWORD_H

#include <stdbool.h>
#include <stddef.h>

#define KEYWORD_LIST(X)                                                                            \
    X(AUTO, "auto")                                                                                \
    X(NONE, "none")                                                                                \
    X(ALL, "all")                                                                                  \
    X(NORMAL, "normal")                                                                            \
    X(START, "start")                                                                              \
    X(CENTER, "center")                                                                            \
    X(END, "end")                                                                                  \
    X(JUSTIFY, "justify")                                                                          \
    X(LEFT, "left")                                                                                \
    X(RIGHT, "right")                                                                              \
    X(INSIDE, "inside")                                                                            \
    X(OUTSIDE, "outside")                                                                          \
    X(RELATIVE, "relative")                                                                        \
    X(ITALIC, "italic")                                                                            \
    X(OBLIQUE, "oblique")                                                                          \
    X(BACKSLANT, "backslant")                                                                      \
    X(TRUE, "true")                                                                                \
    X(FALSE, "false")                                                                              \
    X(IGNORE, "ignore")                                                                            \
    X(PRESERVE, "preserve")                                                                        \
    X(TREAT_AS_SPACE, "treat-as-space")                                                            \
    X(TREAT_AS_ZERO_WIDTH_SPACE, "treat-as-zero-width-space")                                      \
    X(IGNORE_IF_BEFORE_LINEFEED, "ignore-if-before-linefeed")                                      \
    X(IGNORE_IF_AFTER_LINEFEED, "ignore-if-after-linefeed")                                        \
    X(IGNORE_IF_SURROUNDING_LINEFEED, "ignore-if-surrounding-linefeed")                            \
    X(WRAP, "wrap")                                                                                \
    X(NO_WRAP, "no-wrap")                                                                          \
    X(LINE_HEIGHT, "line-height")                                                                  \
    X(FONT_HEIGHT, "font-height")                                                                  \
    X(MAX_HEIGHT, "max-height")                                                                    \
    X(COLUMN, "column")                                                                            \
    X(PAGE, "page")                                                                                \
    X(EVEN_PAGE, "even-page")                                                                      \
    X(ODD_PAGE, "odd-page")                                                                        \
    X(BEFORE, "before")                                                                            \
    X(AFTER, "after")                                                                              \
    X(SOLID, "solid")                                                                              \
    X(DASHED, "dashed")                                                                            \
    X(DOTTED, "dotted")                                                                            \
    X(DOUBLE, "double")                                                                            \
    X(GROOVE, "groove")                                                                            \
    X(RIDGE, "ridge")                                                                              \
    X(INSET, "inset")                                                                              \
    X(OUTSET, "outset")                                                                            \
    X(HIDDEN, "hidden")                                                                            \
    X(COLLAPSE, "collapse")                                                                        \
    X(COLLAPSE_WITH_PRECEDENCE, "collapse-with-precedence")                                        \
    X(SEPARATE, "separate")                                                                        \
    X(FIXED, "fixed")                                                                              \
    X(ABSOLUTE, "absolute")                                                                        \
    X(STATIC, "static")                                                                            \
    X(VISIBLE, "visible")                                                                          \
    X(ERROR_IF_OVERFLOW, "error-if-overflow")                                                      \
    X(SCROLL, "scroll")                                                                            \
    X(DISCARD, "discard")                                                                          \
    X(RETAIN, "retain")                                                                            \
    X(FORCE, "force")                                                                              \
    X(BASELINE, "baseline")                                                                        \
    X(SUB, "sub")                                                                                  \
    X(SUPER, "super")                                                                              \
    X(SPACE, "space")                                                                              \
    X(RULE, "rule")                                                                                \
    X(DOTS, "dots")                                                                                \
    X(USE_CONTENT, "use-content")                                                                  \
    X(REFERENCE_AREA, "reference-area")                                                            \
    X(UNIFORM, "uniform")                                                                          \
    X(NON_UNIFORM, "non-uniform")                                                                  \
    X(SCALE_TO_FIT, "scale-to-fit")                                                                \
    X(SCALE_DOWN_TO_FIT, "scale-down-to-fit")                                                      \
    X(SCALE_UP_TO_FIT, "scale-up-to-fit")                                                          \
    X(EVEN, "even")                                                                                \
    X(ODD, "odd")                                                                                  \
    X(END_ON_EVEN, "end-on-even")                                                                  \
    X(END_ON_ODD, "end-on-odd")                                                                    \
    X(NO_FORCE, "no-force")                                                                        \
    X(ANY, "any")                                                                                  \
    X(FIRST, "first")                                                                              \
    X(LAST, "last")                                                                                \
    X(REST, "rest")                                                                                \
    X(ONLY, "only")                                                                                \
    X(BLANK, "blank")                                                                              \
    X(NOT_BLANK, "not-blank")                                                                      \
    X(BALANCE, "balance")                                                                          \
    X(TITLE, "title")                                                                              \
    X(BEFORE_EVEN, "before-even")                                                                  \
    X(AUTO_ODD, "auto-odd")                                                                        \
    X(AUTO_EVEN, "auto-even")                                                                      \
    X(UNDERLINE, "underline")                                                                      \
    X(OVERLINE, "overline")                                                                        \
    X(LINE_THROUGH, "line-through")                                                                \
    X(LR_TB, "lr-tb")                                                                              \
    X(LR, "lr")                                                                                    \
    X(STRICT, "strict")                                                                            \
    X(LOOSE, "loose")                                                                              \
    X(ANYWHERE, "anywhere")                                                                        \
    X(SPACE_ALL, "space-all")                                                                      \
    X(SPACE_FIRST, "space-first")                                                                  \
    X(TRIM_START, "trim-start")                                                                    \
    X(DOT, "dot")                                                                                  \
    X(CIRCLE, "circle")                                                                            \
    X(OPEN_DOT, "open dot")                                                                        \
    X(OPEN_CIRCLE, "open circle")                                                                  \
    X(UNDER, "under")                                                                              \
    X(OVER, "over")                                                                                \
    X(WAVY, "wavy")                                                                                \
    X(WEIGHT, "weight")                                                                            \
    X(STYLE, "style")                                                                              \
    X(WEIGHT_STYLE, "weight style")                                                                \
    X(TRIM_BOTH, "trim-both")                                                                      \
    X(IDEOGRAPH_ALPHA, "ideograph-alpha")                                                          \
    X(IDEOGRAPH_NUMERIC, "ideograph-numeric")                                                      \
    X(INSERT, "insert")                                                                            \
    X(REPLACE, "replace")                                                                          \
    X(FORCE_END, "force-end")                                                                      \
    X(CAPITALIZE, "capitalize")                                                                    \
    X(UPPERCASE, "uppercase")                                                                      \
    X(LOWERCASE, "lowercase")                                                                      \
    X(NO_AUTOSPACE, "no-autospace")                                                                \
    X(INTER_CHARACTER, "inter-character")                                                          \
    X(INTER_WORD, "inter-word")                                                                    \
    X(ALLOW_END, "allow-end")                                                                      \
    X(SHOW, "show")                                                                                \
    X(HIDE, "hide")                                                                                \
    X(USE_FONT_METRICS, "use-font-metrics")                                                        \
    X(REPEAT, "repeat")                                                                            \
    X(REPEAT_X, "repeat-x")                                                                        \
    X(REPEAT_Y, "repeat-y")                                                                        \
    X(NO_REPEAT, "no-repeat")                                                                      \
    X(SMALL_CAPS, "small-caps")                                                                    \
    X(CONSIDER_SHIFTS, "consider-shifts")                                                          \
    X(DISREGARD_SHIFTS, "disregard-shifts")                                                        \
    X(BEFORE_EDGE, "before-edge")                                                                  \
    X(TEXT_BEFORE_EDGE, "text-before-edge")                                                        \
    X(MIDDLE, "middle")                                                                            \
    X(CENTRAL, "central")                                                                          \
    X(AFTER_EDGE, "after-edge")                                                                    \
    X(TEXT_AFTER_EDGE, "text-after-edge")                                                          \
    X(IDEOGRAPHIC, "ideographic")                                                                  \
    X(ALPHABETIC, "alphabetic")                                                                    \
    X(HANGING, "hanging")                                                                          \
    X(MATHEMATICAL, "mathematical")                                                                \
    X(USE_SCRIPT, "use-script")                                                                    \
    X(NO_CHANGE, "no-change")                                                                      \
    X(RESET_SIZE, "reset-size")                                                                    \
    X(INDEFINITE, "indefinite")                                                                    \
    X(TOP, "top")                                                                                  \
    X(BOTTOM, "bottom")                                                                            \
    X(UP, "up")                                                                                    \
    X(DOWN, "down")                                                                                \
    X(BOTH, "both")

#define KEYWORD_ENUM(name, text) KEYWORD_##name,
enum keyword { KEYWORD_LIST(KEYWORD_ENUM) KEYWORD_COUNT };
#undef KEYWORD_ENUM

/* Whether `length` bytes of text are one of the `allowed` tokens. */
bool keyword_is_token(const char *allowed, const char *text, size_t length);

/* The keyword for `length` bytes of text if it is one of `allowed` ("auto|none"), else -1. */
int keyword_find(const char *allowed, const char *text, size_t length);

#endif
