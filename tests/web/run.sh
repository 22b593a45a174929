#!/bin/sh
# The HTML of documents in a browser: on a telephone nothing is wider than the screen, and what is printed
# lies within the margins of the profile. One browser opens all pages at once, in frames; a page beside
# them measures and writes what it found into itself.
. "$(dirname "$0")/common.sh"

for sample in samples/documents/*.xml tests/stylesheets/official-document/everything.xml; do
    name=$(basename "$sample" .xml)
    case $sample in
    samples/*)
        { echo '<data publication="official-document"><query name="document"><row><content>'
          sed 's/<?xml[^>]*?>//' "$sample"
          echo '</content></row></query></data>'; } >"$work/data.xml" ;;
    *) name=data-$name; cp "$sample" "$work/data.xml" ;;
    esac
    xsltproc --nonet stylesheets/official-document/html.xsl "$work/data.xml" >"$work/$name.html"
    names="${names:-} $name"
done

# --- A telephone of 360 pixels: the page itself never moves sideways; only a wide table does ------------
{
    echo '<!DOCTYPE html><body>'
    for name in $names; do
        echo "<iframe src='$name.html' id='$name' width='360' height='640'></iframe>"
    done
    cat <<'SCRIPT'
<script>
onload = () => {
    const lines = [];
    for (const frame of document.querySelectorAll('iframe')) {
        const page = frame.contentDocument, root = page.documentElement;
        const inTable = element => element.closest('.wide') !== null;
        const wide = [...page.body.querySelectorAll('*')].filter(element =>
            !inTable(element) && element.getBoundingClientRect().right > 360.5);
        lines.push(`${frame.id} ${root.scrollWidth} ${wide.map(element => element.className || element.tagName)}`);
        frame.remove();
    }
    document.body.innerText = lines.join('\n') + '\nmeasured';
};
</script>
SCRIPT
} >"$work/telephone.html"
browse --dump-dom "file://$work/telephone.html" | page_text >"$work/widths"
grep -q measured "$work/widths" || fail "nothing was measured"
for name in $names; do
    grep -q "^$name 360 *$" "$work/widths" || fail "wider than a telephone: $(grep "^$name " "$work/widths")"
done

# --- Printed: A4, within 天头 37, 订口 28, 切口 26, 地脚 35 mm --------------------------------------------
for name in notice data-everything; do
    browse --print-to-pdf="$work/print.pdf" --no-pdf-header-footer "file://$work/$name.html"
    pdfinfo "$work/print.pdf" | grep -q 'Page size: .*A4' || fail "$name is not printed on A4"
    pdftotext -bbox "$work/print.pdf" - | awk -v name="$name" '
        /<word/ {
            gsub(/[a-zA-Z]+="|"/, "")
            if ($2 < 79 || $4 > 523 || $3 < 100 || $5 > 750) # the boxes of fonts are higher than their ink
                print name, "prints outside the margins:", $0
        }' >"$work/outside"
    [ ! -s "$work/outside" ] || fail "$(head -3 "$work/outside")"
done

[ "$failed" = 0 ] && echo "web: all pages hold"
