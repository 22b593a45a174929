#!/bin/sh
# make-cards.sh N > FILE: a list of N invented names with numbers, the submission that the bench's
# certificates and its large table are made from.
set -eu
[ $# = 1 ] || { echo "usage: make-cards.sh N >FILE" >&2; exit 2; }
awk -v cards="$1" 'BEGIN {
    split("甲 乙 丙 丁 戊 己 庚 辛 壬 癸", stems, " "); split("子 丑 寅 卯 辰 巳 午 未 申 酉 戌 亥", branches, " ")
    print "<cards xmlns=\"urn:yinfa:card\">"
    for (i = 1; i <= cards; i++)
        printf "<card number=\"2024-%07d\" name=\"样例%s%s\"/>\n", i, stems[i % 10 + 1], branches[i % 12 + 1]
    print "</cards>"
}'
