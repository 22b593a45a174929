#!/bin/sh
# From the October examination to the printed certificate, on samples/exam-2024: what goes back and why, who is seated,
# passes and is certified (computed a second time by tests/examination), numbers without gaps, every certificate
# verified, one voided and replaced, a lost and an altered file restored; again and elsewhere the same bytes.
. "$(dirname "$0")/common.sh"
w=$scratch/office

correct() { # workspace
    cp samples/exam-2024/corrected/*.xml samples/exam-2024/*.png samples/exam-2024/*.jpg "$1/inbox/"
}
digests() { # workspace
    (cd "$1/published" && find . -type f ! -name manifest.tsv | sort | xargs sha256sum)
}
recompute() { # workspace, files in the order in which they were taken in
    expect_status 0 "$YINFA" publish -q -w "$1" --definitions tests/examination/definitions standing exam=2024
    python3 tests/examination/recompute.py "$1" 2024 samples/exam-2024/*.xml samples/exam-2024/corrected/*.xml >"$scratch/recomputed" 2>&1 || {
        cat "$scratch/recomputed" >&2
        fail "the figures are not those of the files"
    }
    python3 tests/examination/self_test.py "$1" 2024 samples/exam-2024/*.xml samples/exam-2024/corrected/*.xml >"$scratch/self-test" 2>&1 || {
        cat "$scratch/self-test" >&2
        fail "the recomputation lets a mistake pass"
    }
    rm "$1"/published/standing-*
}

# --- the first sendings: three files go back, each with a slip; no tickets while 黄冈市 has no candidates
expect_status 0 "$YINFA" init "$w"
expect_status 0 "$YINFA" keygen -w "$w"
fill_examination_inbox "$w"
expect_status 4 "$YINFA" run -w "$w" examination exam=2024
cat "$scratch/out" "$scratch/err" >"$scratch/gate"
expect_in 黄冈市报送的报名表已退回 "$scratch/gate"
[ -z "$(ls "$w/published")" ] || fail "something was published in spite of the gate"
slips=$(ls -d "$w"/returned/*/ | wc -l)
[ "$slips" = 3 ] || fail "$slips files were returned, expected three"

# --- corrected: everybody gets a seat, and who is certified a certificate
correct "$w"
expect_status 0 "$YINFA" run -w "$w" examination exam=2024
expect_status 1 "$YINFA" run -w "$w" certificates exam=2024
for name in $(sed -n 's/.*<publish name="\([a-z-]*\)".*/\1/p' pipeline/jobs/examination.xml pipeline/jobs/certificates.xml); do
    [ "$(sql "$w" "SELECT count(*) FROM output WHERE item GLOB '$name/*' OR item = '$name'")" != 0 ] || fail "$name is not there"
done
digests "$w" >"$scratch/before"
recompute "$w"
tail -1 "$scratch/recomputed"

# --- every PDF is sound, fonts embedded
for pdf in $(find "$w/published" "$w/returned" -name '*.pdf'); do
    qpdf --check "$pdf" >"$scratch/qpdf" 2>&1 || { cat "$scratch/qpdf"; fail "qpdf: $pdf"; }
    ! grep -q WARNING "$scratch/qpdf" || fail "qpdf warns of $pdf"
    ! pdffonts "$pdf" | tail -n +3 | grep -vE 'yes +yes +yes' || fail "fonts of $pdf"
done

# --- every certificate is valid by its number, its payload and its file, and the code on it says the payload
sql "$w" "SELECT number || '|' || payload FROM certificate ORDER BY number" >"$scratch/certificates"
[ -s "$scratch/certificates" ] || fail "there is no certificate"
while IFS='|' read -r number payload; do
    pdf=$w/published/certificate-$number.pdf
    for asked in "$number" "$payload" "$pdf"; do
        expect_status 0 "$YINFA" verify -w "$w" "$asked"
    done
    [ "$(stat -c %a "$pdf")" = 600 ] || fail "$pdf may be read by others"
done <"$scratch/certificates"
number=$(sed -n '2s/|.*//p' "$scratch/certificates")
expect_status 0 "$YINFA" explain -w "$w" "$number"
expect_in "certification-application-2024-420100.xml" "$scratch/out" # the line it comes from
payload=$(sed -n '2s/^[^|]*|//p' "$scratch/certificates")
expect_status 0 "$YINFA" explain -w "$w" "$number"
expect_in "姓名拼音：" "$scratch/out" # columns by their labels in the schemas
expect_status 0 "$YINFA" explain -w "$w" "certificates/exam=2024#$number.name"
expect_in certification-application-2024- "$scratch/out"
pdftoppm -r 200 -png -singlefile "$w/published/certificate-$number.pdf" "$scratch/page"
[ "$(zbarimg -q --raw "$scratch/page.png" 2>/dev/null)" = "$payload" ] || fail "the code on certificate $number says something else"

# --- again makes nothing; another workspace with the same key, two workers: the same bytes
expect_status 0 "$YINFA" run -w "$w" examination exam=2024
[ "$(sql "$w" "SELECT made FROM run WHERE job = 'examination' ORDER BY id DESC LIMIT 1")" = 0 ] || fail "the second run made something anew"
expect_status 1 "$YINFA" run -w "$w" certificates exam=2024
[ "$(sql "$w" "SELECT made FROM run WHERE job = 'certificates' ORDER BY id DESC LIMIT 1")" = 0 ] || fail "the second run made something anew"
digests "$w" | cmp - "$scratch/before"
expect_status 0 "$YINFA" init "$scratch/other"
cp -p "$w"/keys/* "$scratch/other/keys/"
sqlite3 "$w/yinfa.db" .dump | grep '^INSERT INTO signing_key' | sqlite3 "$scratch/other/yinfa.db"
fill_examination_inbox "$scratch/other"
expect_status 4 "$YINFA" run -w "$scratch/other" examination exam=2024
correct "$scratch/other"
expect_status 0 "$YINFA" run -w "$scratch/other" -j 2 examination exam=2024
expect_status 1 "$YINFA" run -w "$scratch/other" -j 2 certificates exam=2024
digests "$scratch/other" | cmp - "$scratch/before"

# --- a lost and an altered certificate come back byte for byte, --force or not
pdf=$w/published/certificate-$number.pdf
cp "$pdf" "$scratch/printed.pdf"
rm "$pdf"
expect_status 1 "$YINFA" run -w "$w" certificates exam=2024
cmp "$pdf" "$scratch/printed.pdf"
echo altered >>"$pdf"
expect_status 1 "$YINFA" verify -w "$w" "$pdf"
expect_status 1 "$YINFA" run -w "$w" certificates exam=2024 --force
cmp "$pdf" "$scratch/printed.pdf"

# --- … and so does its copy in the archive; lost in both places it is told, kept as a finding, and told no more once
# the backup is back
kept=$w/archive/$(sha256sum <"$pdf" | cut -c1-2)/$(sha256sum <"$pdf" | cut -c1-64).pdf
rm -f "$kept"
expect_status 1 "$YINFA" run -w "$w" certificates exam=2024
cmp "$kept" "$scratch/printed.pdf"
rm -f "$kept" "$pdf"
expect_status 1 "$YINFA" run -w "$w" certificates exam=2024
expect_in "$kept" "$scratch/out"
expect_status 0 "$YINFA" list -w "$w" findings
expect_in printed.lost "$scratch/out"
cp "$scratch/printed.pdf" "$kept"
expect_status 1 "$YINFA" run -w "$w" certificates exam=2024
cmp "$pdf" "$scratch/printed.pdf"
expect_status 0 "$YINFA" list -w "$w" findings
! grep -q printed.lost "$scratch/out" || fail "a certificate that is back is still called lost"

# --- what a run has found stays when another year's comes
expect_in certificates/exam=2024/certificates.undecided "$scratch/out"
got=0
"$YINFA" run -w "$w" certificates exam=2023 >"$scratch/out" 2>&1 || got=$?
[ "$got" -le 1 ] || fail "the run of 2023 ended with $got"
expect_status 0 "$YINFA" list -w "$w" findings
expect_in certificates/exam=2024/certificates.undecided "$scratch/out"

# --- voided and issued anew: the old number stays dead, the new one is the next, everybody else keeps theirs
last=$(sql "$w" "SELECT max(serial) FROM certificate WHERE number GLOB 'CMQ2024*'")
holder=$(sql "$w" "SELECT holder FROM certificate WHERE number = '$number'")
expect_status 0 "$YINFA" publish -w "$w" certificates exam=2024 identity=masked
expect_status 0 "$YINFA" publish -w "$w" register employer=yes
expect_status 0 "$YINFA" void -w "$w" "$number" --reason 姓名有误 --date 2025-03-03
[ -z "$(ls "$w/published" | grep "^certificate-$number")" ] || fail "the voided certificate or its masked copy is still published"
expect_status 1 "$YINFA" verify -w "$w" "$payload"
expect_in 2025-03-03 "$scratch/out"
expect_status 0 "$YINFA" reissue -w "$w" "$number" --reason 更正后重新印制 --date 2025-03-04
expect_status 1 "$YINFA" run -w "$w" certificates exam=2024
expect_in "印发以后，又有2张证书发出、作废或换发" "$scratch/out" # the old number and the new one
expect_status 0 "$YINFA" publish -w "$w" register employer=yes
expect_status 1 "$YINFA" run -w "$w" certificates exam=2024
! grep -q "它还是旧的" "$scratch/out" || fail "the new register with employers is called old"
new=$(sql "$w" "SELECT number FROM certificate WHERE holder = '$holder' AND state IN ('issued', 'printed') AND number GLOB 'CMQ2024*'")
[ "$(sql "$w" "SELECT serial FROM certificate WHERE number = '$new'")" = $((last + 1)) ] || fail "$new is not the next number"
expect_status 0 "$YINFA" verify -w "$w" "$new"
[ -z "$(ls "$w/published" | grep "^certificate-$number")" ] || fail "a run put the replaced certificate back"
pdftotext -layout "$w/published/dossier-$number.pdf" "$scratch/text"
expect_in "已于2025年3月4日换发，新证书$new" "$scratch/text"
expect_status 1 "$YINFA" verify -w "$w" "$number"
expect_in "$new" "$scratch/out"
digests "$w" | grep -E 'certificate-CMQ' | grep -v "$new" >"$scratch/kept"
grep -E 'certificate-CMQ' "$scratch/before" | grep -v "$number" | while read -r line; do
    expect_in "$line" "$scratch/kept"
done

# --- what changes for all is told of three by name, the others are counted
sed 's|verification="[^"]*"|verification="https://chaxun.example/"|' samples/exam-2024/exam-session-2024.xml >"$w/inbox/exam-session-2024.xml"
expect_status 1 "$YINFA" run -w "$w" certificates exam=2024
[ "$(grep -c '（issue.changed）' "$scratch/out")" = 3 ] || fail "$(grep -c '（issue.changed）' "$scratch/out") certificates are named for one change of the session"
expect_in "另有$(($(sql "$w" "SELECT count(*) FROM certificate WHERE state = 'printed' AND number GLOB 'CMQ2024*'") - 3))张证书发出以后" "$scratch/out"

# --- an identity number that is corrected gives nobody two certificates: the first is voided, then the second is given
first=$(sql "$w" "SELECT number FROM certificate WHERE holder = '429999197908138165'")
for kind in exam-application exam-marks certification-application; do
    sed 's/429999197908138165/429999197908138181/' "samples/exam-2024/$kind-2024-420100.xml" >"$w/inbox/$kind-2024-420100.xml"
done
cp samples/exam-2024/*.png samples/exam-2024/*.jpg "$w/inbox/"
expect_status 4 "$YINFA" run -w "$w" certificates exam=2024
expect_in "更正证件号码的，不能有两张证书" "$scratch/out"
expect_in "yinfa void $first" "$scratch/out"
held() { sql "$w" "SELECT group_concat(substr(holder, 15) || state, ' ') FROM (SELECT * FROM certificate WHERE holder LIKE '4299991979081381%' ORDER BY serial)"; }
[ "$(held)" = "8165printed" ] || fail "after the correction the ledger holds $(held)"
expect_status 0 "$YINFA" void -w "$w" "$first" --reason 证件号码更正 --date 2025-03-05
expect_status 1 "$YINFA" run -w "$w" certificates exam=2024
[ "$(held)" = "8165voided 8181printed" ] || fail "after the first was voided the ledger holds $(held)"
echo "certificates: the whole run holds"
