#!/bin/sh
# Running text of official documents, forty of them, every fourth on a grid of 22 × 28: no line begins or ends with a mark that may not
# stand there, every full line ends at the edge, none goes beyond, no paragraph ends with a lone
# character. The PDF, read by another program, holds the words in order.
. "$(dirname "$0")/common.sh"

# Right edge of the type area: 210 − 26 mm.
judge() { # seed
    grid=
    [ $(($1 % 4)) != 0 ] || grid='y:character-grid="156mm div 28" y:line-grid="225mm div 22"'
    sh tests/bench/make-gongwen.sh 28 "$1" | sed "s/text-align=\"justify\"/& $grid/" >"$scratch/document.fo"
    expect_status 0 "$YINFA" format "$scratch/document.fo" -o "$scratch/trace" --trace
    LC_ALL=C awk -v right="${2:-521575}" -f tests/line-ends.awk "$scratch/trace" >"$scratch/judged"
}

seed=1
while [ "$seed" -le 40 ]; do
    judge "$seed" || {
        cat "$scratch/judged" >&2
        fail "typesetting, document $seed"
    }
    seed=$((seed + 1))
done

# The judge itself: another edge must displease it.
if judge 1 520000; then fail "the judge lets lines beyond the edge pass"; fi
expect_in "beyond the edge" "$scratch/judged"

expect_status 0 "$YINFA" format "$scratch/document.fo" -o "$scratch/document.pdf"
pdftotext -raw "$scratch/document.pdf" - | tr -d ' \n\f' >"$scratch/words"
sed -n 's/<fo:block text-indent="2em">\(.*\)<\/fo:block>/\1/p' "$scratch/document.fo" |
    tr -d ' \n' >"$scratch/source"
tail -c "$(wc -c <"$scratch/source")" "$scratch/words" | cmp - "$scratch/source" ||
    fail "the PDF's words are not the document's"
