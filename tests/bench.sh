#!/bin/sh
# make bench: how long the runs that matter take, beside whatever peer is installed. Whole processes,
# medians; the tests never assert times.
set -eu
cd "$(dirname "$0")/.."
BUILD=${1:-build}
YINFA=$PWD/$BUILD/yinfa
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
gcc -std=c11 -D_GNU_SOURCE -O1 -o "$scratch/measure" tests/bench/measure.c

row() { # label, runs, command…
    label=$1
    runs=$2
    shift 2
    "$scratch/measure" "$runs" "$@" | awk -F'\t' -v label="$label" '{ printf "%-58s %8.3f s CPU %8.3f s wall %8.1f MB\n", label, $1, $2, $3 }'
}

echo "== target list: one publication from the database, PDF and CSV"
"$YINFA" init "$scratch/office" >/dev/null
cp samples/targets-2024/*.xml "$scratch/office/inbox/"
"$YINFA" run -q -w "$scratch/office" targets year=2024 >/dev/null 2>&1 || [ $? = 1 ]
row "yinfa publish target-list --force" 9 "$YINFA" publish -q -w "$scratch/office" target-list year=2024 --force
row "yinfa run targets (nothing to make)" 9 "$YINFA" run -q -w "$scratch/office" targets year=2024
row "yinfa publish enrolment-roster --force (15 files)" 5 "$YINFA" publish -q -w "$scratch/office" enrolment-roster year=2024 --force
row "yinfa publish enrolment-roster --force -j 2" 5 "$YINFA" publish -q -w "$scratch/office" enrolment-roster year=2024 --force -j 2

echo "== ingest: an enrolment file with N persons (constant memory; rules and database included)"
for persons in 10000 100000; do
    sh tests/bench/make-enrolment.sh "$persons" >"$scratch/enrolment-$persons.xml"
    size=$(wc -c <"$scratch/enrolment-$persons.xml")
    "$YINFA" init "$scratch/ingest-$persons" >/dev/null
    cp schemas/regions/hubei.xml samples/targets-2024/00-regions-samples.xml samples/targets-2024/target-plan-2024.xml "$scratch/ingest-$persons/inbox/"
    "$YINFA" ingest -q -w "$scratch/ingest-$persons" "$scratch/ingest-$persons/inbox" >/dev/null
    cat >"$scratch/ingest.sh" <<S
rm -rf "$scratch/work"; cp -a "$scratch/ingest-$persons" "$scratch/work"
exec "$YINFA" ingest -q -w "$scratch/work" "$scratch/enrolment-$persons.xml"
S
    row "yinfa ingest $persons persons ($((size / 1000000)) MB)" 3 sh "$scratch/ingest.sh"
    row "xmllint --stream --schema, the same file" 3 xmllint --stream --noout --schema schemas/enrolment/enrolment.xsd "$scratch/enrolment-$persons.xml"
done

echo "== one-page documents: XSL-FO file to PDF file, one process each"
cat >"$scratch/page.fo" <<'X'
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Times New Roman, 仿宋" font-size="16pt">
 <fo:layout-master-set><fo:simple-page-master master-name="p" page-width="210mm" page-height="297mm" margin="37mm 26mm 35mm 28mm"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
 <fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">
  <fo:block font-family="小标宋" font-size="22pt" text-align="center">质量经理职业资格证书</fo:block>
  <fo:block text-indent="2em" text-align="justify">经审查、评定，王样例同志符合质量经理职业资格条件，特发此证。证书编号2024-429999-00017，发证日期2024年11月30日。</fo:block>
 </fo:flow></fo:page-sequence></fo:root>
X
row "yinfa format (one page)" 15 "$YINFA" format "$scratch/page.fo" "$scratch/page.pdf"
if command -v fop >/dev/null 2>&1; then
    row "fop (one page, its base fonts)" 3 fop -q "$scratch/page.fo" "$scratch/fop.pdf"
fi


echo "== one-page documents: 1000 rows of the database to 1000 PDF files, in one run"
D=tests/bench/definitions
awk 'BEGIN {
    split("甲 乙 丙 丁 戊 己 庚 辛 壬 癸", stems, " "); split("子 丑 寅 卯 辰 巳 午 未 申 酉 戌 亥", branches, " ")
    print "<cards xmlns=\"urn:yinfa:card\">"
    for (i = 1; i <= 1000; i++)
        printf "<card number=\"2024-%05d\" name=\"样例%s%s\"/>\n", i, stems[i % 10 + 1], branches[i % 12 + 1]
    print "</cards>"
}' >"$scratch/cards.xml"
"$YINFA" init "$scratch/cards" >/dev/null
"$YINFA" ingest -q -w "$scratch/cards" --definitions "$D" "$scratch/cards.xml" >/dev/null
row "yinfa publish cards --force (1000 files)" 3 "$YINFA" publish -q -w "$scratch/cards" --definitions "$D" cards --force
row "yinfa publish cards --force -j 2" 3 "$YINFA" publish -q -w "$scratch/cards" --definitions "$D" cards --force -j 2
du -sb "$scratch/cards/published" | awk '{ printf "%-58s %8.1f KB each\n", "size", $1 / 1000 / 1000 }'
