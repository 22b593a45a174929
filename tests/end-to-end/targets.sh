#!/bin/sh
# The yearly run: samples go in, three publications come out; again makes nothing anew; a correction
# supersedes; explain leads back to file, digest and line.
. "$(dirname "$0")/common.sh"
w=$scratch/office

expect_status 0 "$YINFA" init "$w"
[ "$(stat -c %a "$w")" = 700 ] || fail "the workspace is not 0700"
[ "$(stat -c %a "$w/yinfa.db")" = 600 ] || fail "the database is not 0600"
cp samples/targets-2024/*.xml "$w/inbox/"

# --- first run: one submission is wrong on purpose, so there are findings (1), and all is published
expect_status 1 "$YINFA" run -w "$w" targets year=2024
cp "$scratch/out" "$scratch/first-run"
[ -z "$(ls "$w/inbox")" ] || fail "the inbox was not emptied"
returned=$(sql "$w" "SELECT count(*) FROM submission WHERE state = 'returned'")
[ "$returned" = 1 ] || fail "$returned submissions returned, expected 1"
for name in target-list enrolment-summary; do
    for format in pdf csv; do
        [ -s "$w/published/$name-2024.$format" ] || fail "no $name-2024.$format"
    done
done
rosters=$(ls "$w"/published/enrolment-roster-*.pdf | wc -l)
sent=$(sql "$w" "SELECT count(*) FROM current_enrolment")
[ "$rosters" = "$sent" ] || fail "$rosters rosters for $sent regions that sent"
slip=$(ls "$w"/returned/*/slip.pdf)
[ -s "$slip" ] || fail "no slip for the returned submission"
xmllint --noout "${slip%.pdf}.xml"

# --- the figures: 17 regions in the list's own order, the total from the submitted rows
pdftotext -layout "$w/published/target-list-2024.pdf" "$scratch/list.txt"
expect_in 2024年全省质量管理专业自学考试目标清单 "$scratch/list.txt"
tr -d ' ' <"$scratch/list.txt" | grep -q '^合计750$' || fail "the list's total is not 750"
expected='武汉市黄石市十堰市襄阳市宜昌市荆州市荆门市鄂州市孝感市黄冈市咸宁市随州市恩施州仙桃市天门市潜江市神农架林区'
for reader in "pdftotext $w/published/target-list-2024.pdf -" "mutool draw -q -F txt $w/published/target-list-2024.pdf"; do
    order=$($reader 2>/dev/null | tr -d '0-9. \n\f')
    case $order in *"$expected"合计*) ;; *) fail "regions in another order: $order" ;; esac
done
sum=$(awk -F, 'NR > 1 && $0 !~ /合计/ { n += $4 } END { print n }' "$w/published/target-list-2024.csv")
[ "$sum" = 750 ] || fail "the CSV's rows add up to $sum"

# --- every PDF is sound, its fonts embedded, and no page is blank
for pdf in "$w"/published/*.pdf "$slip"; do
    qpdf --check "$pdf" >"$scratch/qpdf" 2>&1 || { cat "$scratch/qpdf"; fail "qpdf: $pdf"; }
    ! grep -q WARNING "$scratch/qpdf" || fail "qpdf warns of $pdf"
    ! pdffonts "$pdf" | tail -n +3 | grep -vE 'yes +yes +yes' || fail "fonts of $pdf"
    pdftoppm -r 20 -gray "$pdf" "$scratch/page"
    for page in "$scratch"/page*.pgm; do
        [ "$(tail -c +20 "$page" | tr -d '\377' | wc -c)" -gt 100 ] || fail "a blank page in $pdf"
        rm "$page"
    done
done

# --- names with rare characters reach the roster, identity numbers are masked there
cat "$w"/published/enrolment-roster-*.csv >"$scratch/rosters.csv"
for name in $(sql "$w" "SELECT DISTINCT name FROM current_enrolment_person WHERE length(name) <> length(CAST(name AS BLOB)) / 3"); do
    expect_in "$name" "$scratch/rosters.csv"
done
! grep -hE '429999(19|20)[0-9]{2}' "$w"/published/*.csv || fail "an unmasked identity number in a public CSV"
for pdf in "$w"/published/*.pdf; do
    ! pdftotext "$pdf" - | grep -E '429999(19|20)[0-9]{2}' || fail "an unmasked identity number in $pdf"
done

# --- unmasked for filing, on demand: 0600
expect_status 0 "$YINFA" publish -w "$w" enrolment-roster year=2024 identity=full
for file in "$w"/published/enrolment-roster-*-full*; do
    [ "$(stat -c %a "$file")" = 600 ] || fail "$file is not 0600"
done
rm "$w"/published/*-full*

# --- again: nothing is made anew, every byte as before
(cd "$w/published" && sha256sum *.pdf *.csv) >"$scratch/before"
cp samples/targets-2024/*.xml "$w/inbox/"
expect_status 1 "$YINFA" run -w "$w" targets year=2024
(cd "$w/published" && sha256sum *.pdf *.csv) >"$scratch/after"
cmp "$scratch/before" "$scratch/after"
[ "$(sql "$w" "SELECT made FROM run WHERE job = 'targets' ORDER BY id DESC LIMIT 1")" = 0 ] || fail "the second run made something anew"
[ "$(sql "$w" "SELECT count(*) FROM submission WHERE state = 'returned'")" = 1 ] || fail "the same wrong file was returned as another"

# --- another workspace, the same samples: the same bytes
expect_status 0 "$YINFA" init "$scratch/other"
cp samples/targets-2024/*.xml "$scratch/other/inbox/"
expect_status 1 "$YINFA" run -w "$scratch/other" targets year=2024 -j 2
(cd "$scratch/other/published" && sha256sum *.pdf *.csv) | cmp - "$scratch/before"

# --- a published file that is altered or lost is made again, with the same bytes
echo x >>"$w/published/target-list-2024.pdf"
rm "$w/published/enrolment-summary-2024.pdf"
expect_status 1 "$YINFA" run -w "$w" targets year=2024
(cd "$w/published" && sha256sum *.pdf *.csv) | cmp - "$scratch/before"

# --- the correction supersedes; both stay on record
cp samples/targets-2024/corrected/*.xml "$w/inbox/"
expect_status 1 "$YINFA" run -w "$w" targets year=2024
first=$(sql "$w" "SELECT id FROM submission WHERE state = 'returned'")
sql "$w" "SELECT file, state FROM submission WHERE sender = (SELECT sender FROM submission WHERE id = $first) ORDER BY id" >"$scratch/history"
[ "$(wc -l <"$scratch/history")" = 2 ] || fail "the wrong file or its correction is not on record"
region=$(sql "$w" "SELECT sender FROM submission WHERE id = $first")
[ -s "$w/published/enrolment-roster-2024-$region.pdf" ] || fail "no roster for the corrected region"

# an accepted one sent again with another content: the later is current, the first is kept
good=$(ls samples/targets-2024/enrolment-420100.xml)
sed 's/sent="2024-[0-9-]*"/sent="2024-03-29"/' "$good" >"$w/inbox/enrolment-420100-again.xml"
expect_status 0 "$YINFA" ingest -w "$w" "$w/inbox"
[ "$(sql "$w" "SELECT count(*) FROM submission WHERE kind = 'enrolment' AND sender = '420100' AND state = 'accepted'")" = 2 ] || fail "both of 420100 should be on record"
[ "$(sql "$w" "SELECT count(*) FROM current_enrolment WHERE region_code = '420100'")" = 1 ] || fail "only one of 420100 is current"

# --- explain: from a cell back to file, digest, line
expect_status 0 "$YINFA" explain -w "$w" target-list/year=2024#420100.head_count
expect_in target-plan-2024.xml "$scratch/out"
digest=$(sha256sum samples/targets-2024/target-plan-2024.xml | cut -d' ' -f1)
expect_in "$digest" "$scratch/out"
line=$(grep -n 420100 samples/targets-2024/target-plan-2024.xml | head -1 | cut -d: -f1)
grep -qE "第 ($((line - 1))|$line) 行" "$scratch/out" || { cat "$scratch/out"; fail "line $line is not named"; }
expect_status 0 "$YINFA" explain -w "$w" target-list/year=2024#total.head_count
[ "$(grep -c target-plan-2024.xml "$scratch/out")" = 17 ] || fail "the total does not name its 17 lines"
expect_status 0 "$YINFA" explain -w "$w" "$first"
expect_status 0 "$YINFA" explain -w "$w" "$w/published/target-list-2024.pdf" --format=json
expect_status 0 "$YINFA" status -w "$w"
expect_status 0 "$YINFA" list -w "$w" findings --format=json
expect_status 3 "$YINFA" explain -w "$w" target-list/year=2024#999999.head_count
echo "targets: the whole run holds"
