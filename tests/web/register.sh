#!/bin/sh
# The page of the register in a browser, with 20 000 entries: searches find what they must, nothing in the page reaches
# outside, its policy lets only its own script and style in, and it fits a telephone. How long the longest answer
# took is told, not judged: the machine may be busy.
set -eu
cd "$(dirname "$0")/../.."
command -v chromium >/dev/null || { echo "register: chromium is not installed"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() {
    echo "FAILED: $1"
    failed=$((failed + 1))
}

python3 tests/web/register-data.py >"$work/data.xml"
xsltproc --nonet stylesheets/register/page.xsl "$work/data.xml" >"$work/register.html"
[ "$(grep -o '<tr data-pinyin' "$work/register.html" | wc -l)" = 20000 ] || fail "without scripts not all entries can be read"

for part in script style; do
    digest=sha256-$(python3 - "$work/register.html" $part <<'PYTHON'
import base64, hashlib, re, sys
page = open(sys.argv[1], encoding="utf-8").read()
text = re.search(f"<{sys.argv[2]}>(.*?)</{sys.argv[2]}>", page, re.S).group(1)
print(base64.b64encode(hashlib.sha256(text.encode()).digest()).decode())
PYTHON
)
    grep -q "$part-src '$digest'" "$work/register.html" ||
        fail "stylesheets/register/page-$part.xsl: \$$part-digest must be $digest"
done
if grep -Eno '(src|href|action)=|https?://|@import|url\(' "$work/register.html"; then fail "the page refers to something outside"; fi

# No virtual time: the answers are measured.
cp tests/web/register-tries.html "$work/tries.html"
timeout 120 chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --disable-background-networking \
    --user-data-dir="$work/profile" --allow-file-access-from-files --dump-dom "file://$work/tries.html" 2>"$work/log" |
    sed 's/<br>/\n/g; s/<[^>]*>//g' >"$work/tried"
grep '^tried [1-9]' "$work/tried" || fail "nothing was tried: $(tail -5 "$work/tried" "$work/log")"
if grep WRONG "$work/tried"; then fail "the search answers wrongly"; fi

[ "$failed" = 0 ] && echo "register: every search answers"
