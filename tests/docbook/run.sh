#!/bin/sh
# FO that others' stylesheets make: a DocBook book with every common element (make-book.py), through
# Debian's docbook-xsl, formatted. Nothing may be refused or taken as invalid, every block of the flows
# must stand on the pages in its order (check-text.py), and the page count must be near the one that
# Apache FOP came to (fop-pages.txt, written by compare.sh). Called by `make test`.
set -u
cd "$(dirname "$0")/../.."
yinfa=$PWD/${BUILD:-build}/yinfa
YINFA_HOME=$PWD
export YINFA_HOME
# FOP hyphenates English, sets Chinese without its spacing rules and gives lines of mixed faces other heights.
near=4 # per cent
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
failed=0

fail() { # what is wrong
    echo "FAIL $*"
    failed=1
}

while read -r profile version chapters wanted; do
    name="$profile, DocBook $version"
    PROFILE=$profile sh tests/docbook/make-fo.sh "$work" --chapters "$chapters" --version "$version" || { fail "$name: no FO"; continue; }
    rm -f "$work/book.pdf"
    "$yinfa" format "$work/book.fo" -o "$work/book.pdf" --lang=en >"$work/messages" 2>&1
    status=$?
    if [ "$status" -gt 1 ] || [ ! -f "$work/book.pdf" ]; then
        fail "$name: exit status $status"
        grep -v 'to mend' "$work/messages" | sed 's/^[^:]*:[0-9]*: //' | sort | uniq -c | sort -rn | head -20
        continue
    fi
    # Fonts that it asks for and no free set has, and pictures that it does not describe, are docbook-xsl's own.
    grep -v 'to mend' "$work/messages" | grep -v 'font-unknown\|graphic-undescribed' && fail "$name: see above"
    python3 tests/docbook/check-text.py "$work/book.fo" "$work/book.pdf" >"$work/order" || { fail "$name:"; cat "$work/order"; }
    pages=$(pdfinfo "$work/book.pdf" | awk '$1 == "Pages:" { print $2 }')
    echo "$pages $wanted $near" | awk '{ off = $1 - $2; if (off < 0) off = -off; exit !(off <= 2 || off * 100 <= $2 * $3) }' ||
        fail "$name: $pages pages, FOP has $wanted"
    echo "$name: $pages pages (FOP $wanted), $(cat "$work/order")"
done <tests/docbook/fop-pages.txt
exit "$failed"
