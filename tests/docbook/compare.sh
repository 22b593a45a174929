#!/bin/sh
# make docbook: the big book beside Apache FOP, the pages side by side as pictures in BUILD/docbook, and
# the page counts that FOP comes to for the books of run.sh (fop-pages.txt is written anew).
set -eu
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-build}
out=$BUILD/docbook
mkdir -p "$out"
awk -v folder="$PWD/fonts/files" -f tests/compare-fop/fop_configuration.awk fonts/font-set.xml >"$out/fop.xml"

with_fop() { # folder: book.fo to fop.pdf
    FOP_OPTS=-Xmx3g fop -q -c "$out/fop.xml" "$1/book.fo" "$1/fop.pdf" >"$1/fop.log" 2>&1 || { tail -3 "$1/fop.log" >&2; return 1; }
}

pages() {
    pdfinfo "$1" | awk '$1 == "Pages:" { print $2 }'
}

: >"$out/fop-pages.txt"
while read -r profile version chapters rest; do
    PROFILE=$profile sh tests/docbook/make-fo.sh "$out/small" --chapters "$chapters" --version "$version"
    with_fop "$out/small"
    echo "$profile $version $chapters $(pages "$out/small/fop.pdf")" >>"$out/fop-pages.txt"
done <tests/docbook/fop-pages.txt
cp "$out/fop-pages.txt" tests/docbook/fop-pages.txt

sh tests/docbook/make-fo.sh "$out/big" --chapters "${CHAPTERS:-12}"
with_fop "$out/big"
"$BUILD/yinfa" format "$out/big/book.fo" -o "$out/big/yinfa.pdf" || [ $? = 1 ]
echo "pages: yinfa $(pages "$out/big/yinfa.pdf"), FOP $(pages "$out/big/fop.pdf")"

# Contact sheets of ten pages: ours above, FOP's below.
first=1
last=$(pages "$out/big/yinfa.pdf")
while [ "$first" -le "$last" ]; do
    rm -f "$out"/page-*.ppm
    for of in yinfa fop; do
        pdftoppm -r 45 -f "$first" -l "$((first + 9))" "$out/big/$of.pdf" "$out/page-$of"
        pnmcat -lr "$out"/page-$of-*.ppm >"$out/page-row-$of.ppm" 2>/dev/null || cp "$out/page-row-yinfa.ppm" "$out/page-row-fop.ppm"
    done
    pnmcat -tb "$out/page-row-yinfa.ppm" "$out/page-row-fop.ppm" | pnmtopng >"$out/$(printf 'pages-%03d.png' "$first")" 2>/dev/null
    first=$((first + 10))
done
rm -f "$out"/page-*.ppm
echo "pictures: $out/pages-*.png (ours above)"
