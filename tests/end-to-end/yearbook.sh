#!/bin/sh
# The yearbook of the assessment samples: one file for spreadsheets whose sheets are, cell by cell, the CSV tables;
# what was not sent is an empty cell, never 0; a figure leads back to the files; the same bytes again.
. "$(dirname "$0")/common.sh"
office=$scratch/office
published=$office/published

"$YINFA" init "$office" >/dev/null
cp samples/targets-2024/*.xml samples/assessment-2023/*.xml samples/assessment-2024/*.xml samples/assessment-2024/*.png \
    "$office/inbox"
expect_status 1 "$YINFA" ingest -w "$office" schemas/regions/hubei.xml "$office/inbox" # some are returned on purpose
for year in 2023 2024; do
    expect_status 0 "$YINFA" publish -w "$office" yearbook year=$year
    python3 tests/assessment/spreadsheet.py "$published/yearbook-$year.xml" stylesheets/yearbook/sheets.xml >"$scratch/found" ||
        fail "$(cat "$scratch/found")"
done

# 随州市 sent nothing: no figures, no total, no place; it is said why.
expect_in "421300,随州市,,,,,,,,,,,,,,,,," "$published/yearbook-2024-methods.csv"
expect_in "421300,随州市,,,,,,,,," "$published/yearbook-2024-coverage.csv"
expect_in ",421300,随州市,,0,0,9," "$published/yearbook-2024-ranking.csv"
expect_in "421300,随州市,企业首席质量官基本情况统计表,2024-12-20,,未报送," "$published/yearbook-2024-returns.csv"
[ "$(grep -c ',随州市,.*,没有数据' "$published/yearbook-2024-standings.csv")" = 9 ] || fail "not all of 随州市 is without data"

expect_status 0 "$YINFA" explain -w "$office" "yearbook/year=2024#420100-managers-trained.value"
expect_in "methods-return-2024-420100.xml" "$scratch/out"
expect_in "assessment-scheme-2024.xml" "$scratch/out"
expect_status 0 "$YINFA" explain -w "$office" "yearbook/year=2024#counties:420100-江岸区.managers_rate"
expect_in "methods-return-2024-420100.xml 第 5 行" "$scratch/out"

sha256sum "$published"/yearbook-2024* >"$scratch/before"
expect_status 0 "$YINFA" publish -w "$office" yearbook year=2024 --force
sha256sum -c --quiet "$scratch/before" || fail "made again, the yearbook has other bytes"

expect_status 1 "$YINFA" publish -w "$office" yearbook year=2022
expect_in "2022年度还没有接收到督察考核方案" "$scratch/out"
[ ! -e "$published/yearbook-2022.xml" ] || fail "a yearbook of nothing"
echo "yearbook: ok"
