#!/bin/sh
# GB/T 9704 by the ruler, on the finished pages, with another program's raster at 0.1 mm a pixel: 天头 37 ± 1
# and 订口 28 ± 1 (§5.2.1), type area 156 × 225, page number's dash 7 mm below it, odd pages at the right,
# even pages at the left, one character (14 pt) in from the edge (§7.5), nothing outside.
. "$(dirname "$0")/common.sh"
w=$scratch/office
expect_status 0 "$YINFA" init "$w"
cp samples/targets-2024/*.xml "$w/inbox/"
expect_status 1 "$YINFA" run -q -w "$w" targets year=2024

# Grey pixels in a rectangle of the page: page, left, top, width, height, in 0.1 mm.
ink() {
    pdftoppm -r 254 -gray -f "$1" -l "$1" -x "$2" -y "$3" -W "$4" -H "$5" "$pdf" >"$scratch/crop"
    tail -c +"$(($(head -3 "$scratch/crop" | wc -c) + 1))" "$scratch/crop" | tr -d '\377' | wc -c
}
blank() { # what, then as ink
    what=$1
    shift
    [ "$(ink "$@")" = 0 ] || fail "$what: ink where there may be none (page $1 of $pdf)"
}
marked() {
    what=$1
    shift
    [ "$(ink "$@")" -gt 0 ] || fail "$what: nothing there (page $1 of $pdf)"
}

for pdf in "$w"/published/target-list-2024.pdf "$w"/published/enrolment-summary-2024.pdf \
    "$w"/published/enrolment-roster-2024-420100.pdf; do
    pages=$(pdfinfo "$pdf" | awk '/^Pages/ { print $2 }')
    page=1
    while [ "$page" -le "$pages" ]; do
        blank "above the type area" "$page" 0 0 2100 368
        marked "first row at the top edge" "$page" 275 368 1570 22
        blank "left of the type area" "$page" 0 0 276 2970
        blank "right of the type area" "$page" 1844 0 256 2970
        blank "between type area and page number" "$page" 0 2623 2100 37
        blank "below the page number" "$page" 0 2745 2100 225
        # — 1 — ends (odd) or begins (even) one character of 14 pt = 4.94 mm inside the type area
        if [ $((page % 2)) = 1 ]; then
            blank "blank of one character at the right" "$page" 1792 2660 308 90
            blank "above the right dash" "$page" 1755 2660 37 27
            marked "the right dash 7 mm below" "$page" 1755 2687 37 8
            blank "odd page: nothing at the left" "$page" 0 2660 1500 90
        else
            blank "blank of one character at the left" "$page" 0 2660 328 90
            blank "above the left dash" "$page" 328 2660 37 27
            marked "the left dash 7 mm below" "$page" 328 2687 37 8
            blank "even page: nothing at the right" "$page" 700 2660 1400 90
        fi
        page=$((page + 1))
    done
done

# Row pitch of running text: (225 mm − 16 pt) / 21 = 29.609 pt; three rows of the target list's head
# (附件, blank, title) put the title's row two pitches below the first.
pdf=$w/published/target-list-2024.pdf
marked "annex mark in row 1" 1 280 370 900 58
blank "row 2 is empty" 1 0 432 2100 130
marked "title in row 3" 1 300 579 1500 78
echo "ruler: margins, page numbers and rows are where the standard has them"
