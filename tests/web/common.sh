# Shared by the scripts of pages in a browser (sourced): Chromium without a screen, a scratch folder, and checks that
# are counted, so that one run tells all that is wrong.
set -eu
cd "$(dirname "$0")/../.."
command -v chromium >/dev/null || { echo "web: chromium is not installed"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

fail() {
    echo "FAILED: $1"
    failed=$((failed + 1))
}

browse_in_real_time() { # arguments of chromium
    timeout 120 chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --disable-background-networking \
        --user-data-dir="$work/profile" --allow-file-access-from-files "$@" 2>"$work/browser.log" ||
        { tail -5 "$work/browser.log"; return 1; }
}

browse() { # arguments of chromium: what a page waits for comes at once, up to a minute
    browse_in_real_time --virtual-time-budget=60000 "$@"
}

page_text() { # the source of a page on standard input, as lines of text
    sed 's/<br>/\n/g; s/<[^>]*>//g'
}

expect_all_tried() { # file of page_text, what is tried: the page says “tried N”, and WRONG in each line that is
    grep '^tried [1-9]' "$1" || fail "nothing was tried: $(cat "$1" "$work/browser.log" | tail -5)"
    if grep WRONG "$1"; then fail "$2"; fi
}

expect_sealed() { # page, prefix of its stylesheets: the policy names script and style by digest; nothing is fetched
    for part in script style; do
        digest=sha256-$(python3 - "$1" $part <<'PYTHON'
import base64, hashlib, re, sys
page = open(sys.argv[1], encoding="utf-8").read()
text = re.search(f"<{sys.argv[2]}>(.*?)</{sys.argv[2]}>", page, re.S).group(1)
print(base64.b64encode(hashlib.sha256(text.encode()).digest()).decode())
PYTHON
)
        grep -q "$part-src '$digest'" "$1" || fail "$2$part.xsl: \$$part-digest must be $digest"
    done
    if grep -Eno '(src|href|action)=|https?://|@import|url\(' "$1"; then fail "the page refers to something outside"; fi
}
