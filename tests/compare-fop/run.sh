#!/bin/sh
# Formats every tests/layout/*.fo with yinfa and with Apache FOP and says, feature by feature, how far
# the two agree. FOP is a peer, not the rule: where it departs from the Recommendation, or lacks what the
# file is about, departures.txt says so, and what is listed at the end is ours to mend.
#   BUILD=build sh tests/compare-fop/run.sh            all files (make compare-fop)
#   BUILD=build sh tests/compare-fop/run.sh table…     files whose names begin so; prints what differs
# Both read the same FO with the same fonts. CLREQ's refinements, which FOP does not know, are turned off
# at the root (spacing between Han and Latin, trimmed punctuation); a file that sets them itself departs.
# FOP's PDF is kept by the digest of what it read; what has changed is formatted in one Java machine.
build=${BUILD:-build}
here=$(dirname "$0")
YINFA_HOME=${YINFA_HOME:-$(cd "$here/../.." && pwd)}
export YINFA_HOME
work=$build/compare-fop
mkdir -p "$work" || exit 3
only=${1:-}

for program in fop java mutool pdftotext sha256sum; do
    command -v "$program" >/dev/null || {
        echo "compare-fop needs $program (apt-get install fop openjdk-17-jdk-headless mupdf-tools poppler-utils)" >&2
        exit 3
    }
done
awk -v folder="$YINFA_HOME/fonts/files" -f "$here/fop_configuration.awk" \
    "$YINFA_HOME/fonts/font-set.xml" >"$work/fop.xml" || exit 3

# Characters of a PDF in reading order, one line a page: what pdftotext says, without its white space.
characters() {
    pdftotext "$1" - 2>/dev/null | tr -d ' \t\n' | sed 's/\xc2\xa0//g' | tr '\f' '\n'
}

# Words of a PDF with page, place and direction.
words() {
    mutool draw -q -F stext -o - "$1" 2>/dev/null | awk -f "$here/words.awk"
}

# Both look for images beside the FO, and yinfa follows no links out of that folder.
for beside in "$here"/../layout/*/; do
    cp -R "$beside" "$work/"
done
# What FOP reads, and the names of those that are not as they were.
: >"$work/changed"
for source in "$here"/../layout/"$only"*.fo; do
    made=$work/$(basename "$source" .fo)
    # FOP refuses attributes of a namespace it does not know.
    sed -E 's| y:[a-z-]+="[^"]*"||g' "$source" >"$made.fop.fo"
    digest=$(cat "$made.fop.fo" "$work/fop.xml" | sha256sum | cut -c1-24)
    [ "$digest" = "$(cat "$made.digest" 2>/dev/null)" ] && continue
    echo "$digest" >"$made.digest"
    if grep -q 'images/' "$source"; then
        rm -f "$made.fop.pdf"
        timeout 60 fop -q -c "$work/fop.xml" "$made.fop.fo" "$made.fop.pdf" >"$made.fop.log" 2>&1
    else
        echo "$made.fop" >>"$work/changed"
    fi
done
if [ -s "$work/changed" ]; then
    jars=$(for jar in batik-all commons-io commons-logging fontbox2 fop xml-apis-ext xmlgraphics-commons; do
        printf '/usr/share/java/%s.jar:' "$jar"
    done)
    java -Djava.awt.headless=true -cp "$jars" \
        -Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.SimpleLog \
        "$here/FormatAll.java" "$work/fop.xml" <"$work/changed" || exit 3
fi

: >"$work/verdicts"
for source in "$here"/../layout/"$only"*.fo; do
    name=$(basename "$source" .fo)
    made=$work/$name
    sed 's|<fo:root |<fo:root xmlns:plain="urn:yinfa:format" plain:text-autospace="no-autospace" plain:text-spacing-trim="space-all" |' \
        "$source" >"$made.yinfa.fo"
    rm -f "$made.yinfa.pdf"
    case $name in *-relaxed) option=--relaxed ;; *) option= ;; esac
    "$build/yinfa" format "$made.yinfa.fo" $option -o "$made.yinfa.pdf" >"$made.yinfa.log" 2>&1
    if [ ! -s "$made.yinfa.pdf" ] && [ ! -s "$made.fop.pdf" ]; then
        echo "$name both-refuse" >>"$work/verdicts"
    elif [ ! -s "$made.yinfa.pdf" ]; then
        echo "$name yinfa-refuses" >>"$work/verdicts"
    elif [ ! -s "$made.fop.pdf" ]; then
        echo "$name fop-refuses" >>"$work/verdicts"
    else
        characters "$made.yinfa.pdf" >"$made.yinfa.text"
        characters "$made.fop.pdf" >"$made.fop.text"
        words "$made.yinfa.pdf" >"$made.yinfa.words"
        words "$made.fop.pdf" >"$made.fop.words"
        verdict=$name
        [ "$(wc -l <"$made.yinfa.text")" -eq "$(wc -l <"$made.fop.text")" ] || verdict="$verdict pages"
        cmp -s "$made.yinfa.text" "$made.fop.text" || verdict="$verdict order"
        awk -f "$here/boxes.awk" "$made.yinfa.words" "$made.fop.words" >"$made.boxes" ||
            verdict="$verdict boxes"
        echo "$verdict" >>"$work/verdicts"
        [ -n "$only" ] && sed "s/^/$name: /" "$made.boxes"
    fi
done
awk -f "$here/table.awk" "$here/departures.txt" "$work/verdicts"
