#!/bin/sh
# A newcomer's mistakes: every one is answered with what is wrong and how to go on, and the right exit
# status; nothing is made.
. "$(dirname "$0")/common.sh"
w=$scratch/office
expect_status 2 "$YINFA"
expect_status 2 "$YINFA" frobnicate
expect_in frobnicate "$scratch/err"
expect_status 0 "$YINFA" --help
for verb in init ingest publish run status list explain retry format check-format fonts; do
    expect_in "yinfa $verb" "$scratch/out"
done
for verb in init ingest publish run status list explain retry format check-format fonts; do
    expect_status 0 "$YINFA" "$verb" --help
    expect_in 例： "$scratch/out"
    expect_status 0 "$YINFA" "$verb" --lang=en -h
    expect_in Example: "$scratch/out"
    expect_status 2 "$YINFA" "$verb" --no-such-option
done
expect_status 2 "$YINFA" init
expect_status 2 "$YINFA" init a b
expect_status 2 "$YINFA" ingest
expect_status 2 "$YINFA" status -j 3
expect_status 2 "$YINFA" publish -j zero x
expect_status 2 "$YINFA" publish --shard 3/2 x
expect_status 3 "$YINFA" status -w "$scratch/nowhere"
expect_status 0 "$YINFA" init "$w"
expect_status 3 "$YINFA" init "$w"
expect_status 0 "$YINFA" status -w "$w"
expect_status 0 "$YINFA" list -w "$w"
for what in submissions findings items outputs runs kinds publications jobs; do
    expect_status 0 "$YINFA" list -w "$w" "$what"
    expect_status 0 "$YINFA" list -w "$w" "$what" --format=json
done
expect_status 3 "$YINFA" list -w "$w" nonsense
expect_status 2 "$YINFA" run -w "$w" no-such-job
expect_in no-such-job "$scratch/err"
expect_status 2 "$YINFA" run -w "$w" targets
expect_in year "$scratch/err"
expect_status 2 "$YINFA" run -w "$w" targets year=二零二四
expect_status 2 "$YINFA" run -w "$w" targets year=2024 colour=red
expect_status 2 "$YINFA" run -w "$w" targets year=2024 --allow-missing
expect_in "没有查缺报的关口" "$scratch/err"
expect_status 2 "$YINFA" publish -w "$w" no-such-publication
expect_status 3 "$YINFA" explain -w "$w" nonsense
expect_status 3 "$YINFA" explain -w "$w" 99
# no plan was sent: the gate stops the job, nothing is published
expect_status 4 "$YINFA" run -w "$w" targets year=2024
[ -z "$(ls "$w/published")" ] || fail "something was published behind a closed gate"
expect_status 3 "$YINFA" format "$scratch/nowhere.fo" -o "$scratch/x.pdf" || true
[ ! -e "$scratch/x.pdf" ] || fail "a PDF from nothing"
expect_status 2 "$YINFA" check-format
expect_status 2 "$YINFA" check-format a b
expect_status 2 "$YINFA" check-format -o x a.fo
expect_status 3 "$YINFA" check-format "$scratch/nowhere.fo"
expect_in "既不是文件" "$scratch/err"
expect_status 3 "$YINFA" check-format notice
expect_status 3 "$YINFA" check-format -w "$w" no-such-publication/year=2024
expect_status 3 "$YINFA" check-format -w "$w" target-list/year=2024
expect_in 'check="official-document"' "$scratch/err"
expect_status 1 "$YINFA" check-format -w "$w" official-document/document=unknown
expect_status 0 "$YINFA" fonts
expect_status 0 "$YINFA" fonts --check 王喆𬱖
expect_status 1 "$YINFA" fonts --check "$(printf '\363\260\200\200')"
expect_in U+F0000 "$scratch/out"

# --- what is there and no file is written to, not replaced
mkfifo "$scratch/pipe"
cat "$scratch/pipe" >"$scratch/start" &
expect_status 0 "$YINFA" format tests/layout/list.fo -o "$scratch/pipe" --trace
wait
[ -p "$scratch/pipe" ] || fail "a pipe was replaced by a file"
expect_in 'page 1 "' "$scratch/start"
echo "usage: every mistake is answered"
