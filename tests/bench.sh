#!/bin/sh
# make bench: how long the runs that matter take, beside whatever peer is installed. Whole processes,
# medians; the tests never assert times. Names of parts as further arguments run only those:
#   formatter  documents from FO to PDF, beside Apache FOP     batch  publications from the database
#   ingest     submissions into the database
#   assessment a year's supervision assessment with 5 000 enterprises
#   certificates  an examination's certificates, from the ledger to files and print volumes
# BENCH_ROWS=1000000 makes the large tables that large (a plain FO file of them takes 8 GB).
set -eu
cd "$(dirname "$0")/.."
BUILD=${1:-build}
[ $# = 0 ] || shift
parts=${*:-formatter batch ingest assessment certificates}
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

# One FO file with yinfa and with each peer that reads FO and is installed.
beside() { # label, runs, file.fo
    row "yinfa format: $1" "$2" "$YINFA" format -q "$3" "$scratch/yinfa.pdf"
    command -v fop >/dev/null 2>&1 && row "fop, the same file and fonts" 1 env FOP_OPTS=-Xmx4g fop -q -c "$scratch/fop.xml" "$3" "$scratch/fop.pdf"
    return 0
}

size() { # label, bytes, documents
    awk -v label="$1" -v bytes="$2" -v documents="$3" 'BEGIN { printf "%-58s %8.1f KB each\n", label, bytes / documents / 1000 }'
}

formatter() {
    rows=${BENCH_ROWS:-100000}
    awk -v folder="$PWD/fonts/files" -f tests/compare-fop/fop_configuration.awk fonts/font-set.xml >"$scratch/fop.xml"

    echo "== documents: XSL-FO file to PDF file, one process each"
    cat >"$scratch/page.fo" <<'X'
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Times New Roman, 仿宋" font-size="16pt">
 <fo:layout-master-set><fo:simple-page-master master-name="p" page-width="210mm" page-height="297mm" margin="37mm 26mm 35mm 28mm"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
 <fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">
  <fo:block font-family="小标宋" font-size="22pt" text-align="center">质量经理职业资格证书</fo:block>
  <fo:block text-indent="2em" text-align="justify">经审查、评定，王样例同志符合质量经理职业资格条件，特发此证。证书编号2024-429999-00017，发证日期2024年11月30日。</fo:block>
 </fo:flow></fo:page-sequence></fo:root>
X
    beside "one page" 15 "$scratch/page.fo"
    if [ -f tests/bench/make-gongwen.sh ]; then
        sh tests/bench/make-gongwen.sh >"$scratch/gongwen.fo"
        beside "公文 of 12 pages" 9 "$scratch/gongwen.fo"
    fi
    sh tests/bench/make-certificates.sh 1000 >"$scratch/certificates.fo"
    beside "1000 certificates in one document" 5 "$scratch/certificates.fo"
    size "yinfa, a certificate" "$(wc -c <"$scratch/yinfa.pdf")" 1000
    if [ -f /usr/share/xml/docbook/stylesheet/docbook-xsl/fo/docbook.xsl ]; then
        sh tests/docbook/make-fo.sh "$scratch/book" --chapters 12 >/dev/null
        beside "a DocBook book of some 200 pages" 3 "$scratch/book/book.fo"
    fi

    echo "== a table of $rows rows and eight columns, its head on every page"
    sh tests/bench/make-cards.sh "$rows" >"$scratch/cards.xml"
    "$YINFA" init "$scratch/register" >/dev/null
    "$YINFA" ingest -q -w "$scratch/register" --definitions tests/bench/definitions "$scratch/cards.xml" >/dev/null
    row "yinfa publish register (rows from the database)" 1 "$YINFA" publish -q -w "$scratch/register" --definitions tests/bench/definitions register --force
    sh tests/bench/make-table.sh "$rows" >"$scratch/table.fo"
    row "yinfa format (the whole FO file in memory)" 1 "$YINFA" format -q "$scratch/table.fo" "$scratch/yinfa.pdf"
    sh tests/bench/make-table.sh "$((rows / 20))" >"$scratch/table.fo"
    beside "a table of $((rows / 20)) rows" 1 "$scratch/table.fo"
}

batch() {
    echo "== target list: one publication from the database, PDF and CSV"
    "$YINFA" init "$scratch/office" >/dev/null
    cp samples/targets-2024/*.xml "$scratch/office/inbox/"
    "$YINFA" run -q -w "$scratch/office" targets year=2024 >/dev/null 2>&1 || [ $? = 1 ]
    row "yinfa publish target-list --force" 9 "$YINFA" publish -q -w "$scratch/office" target-list year=2024 --force
    row "yinfa run targets (nothing to make)" 9 "$YINFA" run -q -w "$scratch/office" targets year=2024
    row "yinfa publish enrolment-roster --force (15 files)" 5 "$YINFA" publish -q -w "$scratch/office" enrolment-roster year=2024 --force
    row "yinfa publish enrolment-roster --force -j 2" 5 "$YINFA" publish -q -w "$scratch/office" enrolment-roster year=2024 --force -j 2

    echo "== one-page documents: 1000 rows of the database to 1000 PDF files, in one run"
    D=tests/bench/definitions
    sh tests/bench/make-cards.sh 1000 >"$scratch/cards.xml"
    "$YINFA" init "$scratch/cards" >/dev/null
    "$YINFA" ingest -q -w "$scratch/cards" --definitions "$D" "$scratch/cards.xml" >/dev/null
    row "yinfa publish cards --force (1000 files)" 3 "$YINFA" publish -q -w "$scratch/cards" --definitions "$D" cards --force
    row "yinfa publish cards --force -j 2" 3 "$YINFA" publish -q -w "$scratch/cards" --definitions "$D" cards --force -j 2
    size "size" "$(du -sb "$scratch/cards/published" | cut -f1)" 1000
    if gcc -std=c11 -O2 -o "$scratch/haru" tests/bench/haru_certificates.c -lhpdf -lm; then
        mkdir "$scratch/haru-files"
        row "libharu's own way, 100 such files (words placed by hand)" 1 "$scratch/haru" "$scratch/haru-files" 100 fonts/files
        size "size" "$(cat "$scratch"/haru-files/*.pdf | wc -c)" 100
    fi
}

ingest() {
    echo "== ingest: an enrolment file with N persons (constant memory; rules and database included)"
    for persons in 10000 100000; do
        sh tests/bench/make-enrolment.sh "$persons" >"$scratch/enrolment-$persons.xml"
        bytes=$(wc -c <"$scratch/enrolment-$persons.xml")
        "$YINFA" init "$scratch/ingest-$persons" >/dev/null
        cp schemas/regions/hubei.xml samples/targets-2024/00-regions-samples.xml samples/targets-2024/target-plan-2024.xml "$scratch/ingest-$persons/inbox/"
        "$YINFA" ingest -q -w "$scratch/ingest-$persons" "$scratch/ingest-$persons/inbox" >/dev/null
        cat >"$scratch/ingest.sh" <<S
rm -rf "$scratch/work"; cp -a "$scratch/ingest-$persons" "$scratch/work"
exec "$YINFA" ingest -q -w "$scratch/work" "$scratch/enrolment-$persons.xml"
S
        row "yinfa ingest $persons persons ($((bytes / 1000000)) MB)" 3 sh "$scratch/ingest.sh"
        row "xmllint --stream --schema, the same file" 3 xmllint --stream --noout --schema schemas/enrolment/enrolment.xsd "$scratch/enrolment-$persons.xml"
    done
}

assessment() {
    echo "== supervision assessment: 17 cities, some 5000 enterprises with their chief quality officers"
    python3 tests/samples/make-assessment.py 2024 "$scratch/year" --enterprises 5000
    w=$scratch/assessment
    "$YINFA" init "$w" >/dev/null
    cp samples/targets-2024/*.xml samples/assessment-2023/*.xml "$scratch"/year/*.xml "$scratch"/year/*.png "$w/inbox/"
    cp -a "$w" "$scratch/filled"
    cat >"$scratch/take-in.sh" <<S
rm -rf "$scratch/work"; cp -a "$scratch/filled" "$scratch/work"
"$YINFA" ingest -q -w "$scratch/work" schemas/regions/hubei.xml "$scratch/work/inbox" >/dev/null || [ \$? = 1 ]
S
    row "yinfa ingest, everything" 3 sh "$scratch/take-in.sh"
    "$YINFA" run -q -w "$w" assessment year=2024 --allow-missing >/dev/null 2>&1 || [ $? = 1 ]
    for name in assessment-report cqo-statistics cqo-compliance methods-summary assessment-letters yearbook; do
        row "yinfa publish $name --force" 3 "$YINFA" publish -q -w "$w" "$name" year=2024 --force
    done
    row "yinfa run assessment (nothing to make)" 3 "$YINFA" run -q -w "$w" assessment year=2024 --allow-missing
}

# Printed certificates are never made again: their masked copies are, which are drawn the same way.
certificates() {
    python3 tests/samples/make-exam.py 2024 "$scratch/exam" --previous --candidates 1800
    w=$scratch/certificates
    "$YINFA" init "$w" >/dev/null
    "$YINFA" keygen -q -w "$w" >/dev/null 2>&1
    cp "$scratch"/exam/* samples/targets-2024/00-regions-samples.xml "$w/inbox/"
    "$YINFA" run -q -w "$w" certificates exam=2024 >/dev/null 2>&1 || [ $? = 1 ]
    count=$(find "$w/published" -name 'certificate-CMQ*' | wc -l)
    echo "== certificates: photograph, guilloche, seals, signed code; $count files in a run, from the database"
    row "yinfa publish certificates" 3 "$YINFA" publish -q -w "$w" certificates exam=2024 identity=masked --force
    row "yinfa publish certificates -j 2" 3 "$YINFA" publish -q -w "$w" certificates exam=2024 identity=masked --force -j 2
    size "size" "$(cat "$w"/published/certificate-*-masked.pdf | wc -c)" "$count"
    sqlite3 -readonly "$w/yinfa.db" "SELECT content ->> '$.photo_sha256' FROM certificate" >"$scratch/photographs"
    size "size of the photographs in them" "$(cd "$w/archive" && while read -r name; do find . -type f -name "$name*" -exec cat {} +; done <"$scratch/photographs" | wc -c)" "$count"
    row "yinfa publish certificate-volumes (200 in a file)" 3 "$YINFA" publish -q -w "$w" certificate-volumes exam=2024 --force
    size "size" "$(cat "$w"/published/certificate-volume-*.pdf | wc -c)" "$count"
    row "yinfa publish dossiers" 3 "$YINFA" publish -q -w "$w" dossiers exam=2024 --force
    row "yinfa run certificates (nothing to make)" 3 "$YINFA" run -q -w "$w" certificates exam=2024
}

for part in $parts; do
    $part
done
