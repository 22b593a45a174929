#!/bin/sh
# The verification page in a browser: every text of verification_cases.py gets the verdict it must, nothing in the page
# reaches outside, its policy lets only its own script and style in, and it fits a telephone and a sheet of A4.
. "$(dirname "$0")/common.sh"

python3 tests/web/verification_cases.py "$work"
xsltproc --nonet stylesheets/verification-page/verification-page.xsl "$work/data.xml" >"$work/verify.html"

expect_sealed "$work/verify.html" stylesheets/verification-page/

# --- Every case, asked by the link and by the form --------------------------------------------------------
try() { # folder of verify.html and cases.json: each case has its verdict, its words, and room on a telephone
    cp tests/web/verification-tries.html "$1/tries.html"
    : >"$1/moment"
    browse --dump-dom "file://$1/tries.html" | page_text >"$1/tried"
    expect_all_tried "$1/tried" "verdicts are wrong"
}
try "$work"

# --- An altered script does not run -----------------------------------------------------------------------
sed "s/✓ 有效/✓ 很有效/" "$work/verify.html" >"$work/forged.html"
printf '<!DOCTYPE html><body><iframe src="forged.html#YZ20240000033"></iframe><script>onload = () => {
    const page = document.querySelector("iframe").contentDocument;
    document.body.innerText = page.getElementById("result").hidden ? "refused" : "it ran"; };</script>' >"$work/forgery.html"
browse --dump-dom "file://$work/forgery.html" | grep -q '>refused<' || fail "an altered script runs"

# --- A photograph, in a browser that reads codes (this one does not: a stand-in, let in without the policy) ----------
{
    echo '<!DOCTYPE html><meta charset="utf-8"><script>
    window.BarcodeDetector = class {
        static async getSupportedFormats() { return ["qr_code"]; }
        async detect(image) { return image.width === 7 ? [{rawValue: "YZ20240000033"}] : []; }
    };</script>'
    sed 's/<meta http-equiv="Content-Security-Policy"[^>]*>//; s/<!DOCTYPE html>//' "$work/verify.html"
} >"$work/picture.html"
cp tests/web/verification-picture.html "$work/pictures.html"
browse --dump-dom "file://$work/pictures.html" | grep -q '>false voided unreadable<' || fail "a photograph is not read"

# --- An older browser verifies all the same; one that fails says that it cannot, and calls no certificate altered ------
said_after() { # script that the browser runs first: what the page then says of a good code
    {
        printf '<!DOCTYPE html><meta charset="utf-8"><script>%s</script>' "$1"
        sed 's/<meta http-equiv="Content-Security-Policy"[^>]*>//; s/<!DOCTYPE html>//' "$work/verify.html"
    } >"$work/stand-in.html"
    good=$(python3 -c 'import json, sys, urllib.parse
print(urllib.parse.quote(next(case["text"] for case in json.load(open(sys.argv[1])) if case["name"] == "good")))' "$work/cases.json")
    browse --dump-dom "file://$work/stand-in.html#$good" | grep -o '<[^>]*id="result"[^>]*>' | sed 's/.*class="\([a-z]*\)".*/\1/'
}
older='delete String.prototype.replaceAll; delete Element.prototype.replaceChildren; delete Array.prototype.flatMap;'
[ "$(said_after "$older")" = valid ] || fail "an older browser does not verify: $(said_after "$older")"
failing='crypto.subtle.importKey = () => { throw new Error("no"); };'
[ "$(said_after "$failing")" = unable ] || fail "a browser that cannot verify says: $(said_after "$failing")"

# --- Printed: A4, the whole list, the verdict without the form ------------------------------------------------
browse --print-to-pdf="$work/print.pdf" --no-pdf-header-footer "file://$work/verify.html#YZ20240000033"
pdfinfo "$work/print.pdf" | grep -q 'Page size: .*A4' || fail "it is not printed on A4"
pdftotext -layout "$work/print.pdf" "$work/print.txt"
grep -q '✕ *已作废' "$work/print.txt" || fail "the verdict is not printed"
[ "$(grep -c '^ *YZ2023' "$work/print.txt")" = 300 ] || fail "not all voided numbers are printed"
grep -q '贴在这里' "$work/print.txt" && fail "the form is printed"

# --- What the program itself signs and publishes: a certificate, one with a key retired since, one voided ----------
office=$work/office
yinfa() {
    "${BUILD:-build}/yinfa" "$@" >>"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
}
issue() { # year
    {
        echo "<diploma-list xmlns='urn:yinfa:diploma-list' year='$1'>"
        echo "<person name='张三' identity-number='429999199001010015' completed='$1-12-20'/>"
        echo "<person name='阿依古丽·买买提' identity-number='42999919900101004X' completed='$1-12-20'/>"
        echo "</diploma-list>"
    } >"$office/inbox/$1.xml"
    yinfa keygen -w "$office"
    yinfa run -w "$office" --definitions tests/definitions diplomas year="$1"
}
yinfa init "$office"
issue 2023
issue 2024
yinfa void -w "$office" "$(sqlite3 "$office/yinfa.db" 'SELECT max(number) FROM certificate')" --reason 重复发证 --date=2025-01-31
yinfa publish -w "$office" verification-page
sqlite3 "$office/yinfa.db" "SELECT json_group_array(json_object('name', number, 'text', payload,
      'state', iif(c.state = 'voided', 'voided', 'valid'),
      'words', json_array(number, content ->> '\$.name', iif(retired_on, '停用', ''),
                          iif(c.state = 'voided', '2025年1月31日', ''))))
    FROM certificate AS c JOIN signing_key AS k ON k.id = c.key" >"$office/published/cases.json"
try "$office/published"

[ "$failed" = 0 ] && echo "verification: every verdict is right"
