#!/bin/sh
# Chief quality officers' appointment certificates on the assessment's samples: one a term, whatever year's run comes
# first, each verified and with its own PDF.
. "$(dirname "$0")/common.sh"
w=$scratch/office

expect_status 0 "$YINFA" init "$w"
expect_status 0 "$YINFA" keygen -w "$w"
cp samples/targets-2024/00-regions-samples.xml "$w/inbox/"
find samples/assessment-2023 samples/assessment-2024 -maxdepth 1 -type f ! -name '*.md' -exec cp {} "$w/inbox/" \;
expect_status 1 "$YINFA" run -w "$w" appointments year=2024 # some files are returned on purpose
expect_status 0 "$YINFA" run -w "$w" appointments year=2023
expect_status 0 "$YINFA" run -w "$w" appointments year=2024
expect_in "新编号 0 张" "$scratch/out"
[ "$(sql "$w" "SELECT count(DISTINCT content ->> '$.year') FROM certificate")" = 2 ] || fail "not both years issued certificates"
[ -z "$(sql "$w" "SELECT holder FROM certificate WHERE state IN ('issued', 'printed') GROUP BY holder HAVING count(*) > 1")" ] || fail "somebody has two certificates for one term"
[ "$(ls "$w/published" | grep -c '^appointment-certificate-CQO')" = "$(sql "$w" "SELECT count(*) FROM certificate WHERE state = 'printed'")" ] || fail "not one PDF a certificate"
number=$(sql "$w" "SELECT max(number) FROM certificate")
expect_status 0 "$YINFA" verify -w "$w" "$w/published/appointment-certificate-$number.pdf"
expect_status 0 "$YINFA" explain -w "$w" "$number"
expect_in "cqo-return-2024-" "$scratch/out"
identity=$(sql "$w" "SELECT content ->> '$.identity_number' FROM certificate WHERE number = '$number'")
! grep -q "$identity" "$scratch/out" || fail "explain shows a whole identity number"
echo "appointments: one certificate a term"
