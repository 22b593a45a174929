#!/bin/sh
# The page of the register in a browser, with 20 000 entries: searches find what they must, nothing in the page reaches
# outside, its policy lets only its own script and style in, and it fits a telephone. How long the longest answer
# took is told, not judged: the machine may be busy.
. "$(dirname "$0")/common.sh"

python3 tests/web/register-data.py >"$work/data.xml"
xsltproc --nonet stylesheets/register/page.xsl "$work/data.xml" >"$work/register.html"
[ "$(grep -o '<tr data-pinyin' "$work/register.html" | wc -l)" = 20000 ] || fail "without scripts not all entries can be read"

expect_sealed "$work/register.html" stylesheets/register/page-

# No virtual time: the answers are measured.
cp tests/web/register-tries.html "$work/tries.html"
browse_in_real_time --dump-dom "file://$work/tries.html" | page_text >"$work/tried"
expect_all_tried "$work/tried" "the search answers wrongly"

[ "$failed" = 0 ] && echo "register: every search answers"
