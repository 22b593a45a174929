#!/bin/sh
# The verification page in a browser: every text of verification_cases.py gets the verdict it must, nothing in the page
# reaches outside, its policy lets only its own script and style in, and it fits a telephone and a sheet of A4.
set -eu
cd "$(dirname "$0")/../.."
command -v chromium >/dev/null || { echo "verification: chromium is not installed"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() {
    echo "FAILED: $1"
    failed=$((failed + 1))
}
browse() { # arguments of chromium
    timeout 120 chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --disable-background-networking \
        --user-data-dir="$work/profile" --allow-file-access-from-files --virtual-time-budget=60000 "$@" 2>"$work/log" ||
        { tail -5 "$work/log"; return 1; }
}

python3 tests/web/verification_cases.py "$work"
xsltproc --nonet stylesheets/verification-page/verification-page.xsl "$work/data.xml" >"$work/verify.html"

# --- The policy names the digests of script and style; nothing is fetched -------------------------------
for part in script style; do
    digest=sha256-$(python3 - "$work/verify.html" $part <<'PYTHON'
import base64, hashlib, re, sys
page = open(sys.argv[1], encoding="utf-8").read()
text = re.search(f"<{sys.argv[2]}>(.*?)</{sys.argv[2]}>", page, re.S).group(1)
print(base64.b64encode(hashlib.sha256(text.encode()).digest()).decode())
PYTHON
)
    grep -q "$part-src '$digest'" "$work/verify.html" ||
        fail "stylesheets/verification-page/$part.xsl: \$$part-digest must be $digest"
done
if grep -Eno '(src|href|action)=|https?://|@import|url\(' "$work/verify.html"; then fail "the page refers to something outside"; fi

# --- Every case, asked by the link and by the form --------------------------------------------------------
page() { # file of the page
    echo '<!DOCTYPE html><meta charset="utf-8"><body><script>'
    printf 'const cases = '
    cat "$work/cases.json"
    cat <<SCRIPT
;
/* The browser's virtual time stands still while something is fetched, but not while a signature is verified:
   waiting is fetching. */
const moment = () => new Promise(done => {
    const request = new XMLHttpRequest();
    request.onloadend = done;
    request.open('GET', 'moment');
    request.send();
});
const until = async condition => {
    for (let i = 0; i < 400 && !condition(); i++) await moment();
    return condition();
};
const lines = [];
const frame = document.createElement('iframe');
frame.width = 360;
frame.height = 640;
document.body.append(frame);
const open = async address => {
    const loaded = new Promise(done => frame.onload = done);
    frame.src = address;
    await loaded;
    return frame.contentDocument;
};
onload = async () => {
    let page = await open('$1');
    for (const {name, text, state, words} of cases) {
        const result = page.getElementById('result');
        page.getElementById('text').value = text;
        page.getElementById('form').requestSubmit();
        const seen = await until(() => !result.hidden);
        const said = result.textContent, missing = words.filter(word => !said.includes(word));
        const width = page.documentElement.scrollWidth;
        if (!seen || result.className !== state || missing.length || width > 360 || result.querySelector('img'))
            lines.push('WRONG ' + name + ': ' + result.className + ' for ' + state + ', missing ' + missing + ', width ' + width);
        page.querySelector('button[type=reset]').click();
        if (!result.hidden || page.getElementById('text').value) lines.push('WRONG ' + name + ': it is not cleared');
    }
    page = await open('$1?link#' + encodeURIComponent(cases[0].text));
    if (!await until(() => page.getElementById('result').className === 'valid')) lines.push('WRONG: a link is not asked');
    frame.remove();
    document.body.innerText = lines.join('\\n') + '\\ntried ' + cases.length;
};
</script>
SCRIPT
}
page verify.html >"$work/tries.html"
: >"$work/moment"
browse --dump-dom "file://$work/tries.html" | sed 's/<br>/\n/g; s/<[^>]*>//g' >"$work/tried"
grep -q '^tried [1-9]' "$work/tried" || fail "nothing was tried: $(tail -3 "$work/tried")"
if grep WRONG "$work/tried"; then fail "verdicts are wrong"; fi

# --- An altered script does not run -----------------------------------------------------------------------
sed "s/✓ 有效/✓ 很有效/" "$work/verify.html" >"$work/forged.html"
printf '<!DOCTYPE html><body><iframe src="forged.html#YZ20240000033"></iframe><script>onload = () => {
    const page = document.querySelector("iframe").contentDocument;
    document.body.innerText = page.getElementById("result").hidden ? "refused" : "it ran"; };</script>' >"$work/forgery.html"
browse --dump-dom "file://$work/forgery.html" | grep -q '>refused<' || fail "an altered script runs"

# --- Printed: A4, the whole list, the verdict without the form ------------------------------------------------
browse --print-to-pdf="$work/print.pdf" --no-pdf-header-footer "file://$work/verify.html#YZ20240000033"
pdfinfo "$work/print.pdf" | grep -q 'Page size: .*A4' || fail "it is not printed on A4"
pdftotext -layout "$work/print.pdf" "$work/print.txt"
grep -q '✕ *已作废' "$work/print.txt" || fail "the verdict is not printed"
[ "$(grep -c '^ *YZ2023' "$work/print.txt")" = 300 ] || fail "not all voided numbers are printed"
grep -q '贴在这里' "$work/print.txt" && fail "the form is printed"

[ "$failed" = 0 ] && echo "verification: every verdict is right"
