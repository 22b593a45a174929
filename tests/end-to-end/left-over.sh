#!/bin/sh
# What the data name no more does not stay among the published files: whoever prints or sends a whole folder would give a
# seat to somebody who left, or two tickets to one person. What another run still names stays, and so does what was
# published into another folder.
. "$(dirname "$0")/common.sh"
w=$scratch/office
city=samples/exam-2024/exam-application-2024-429005.xml # 潜江市, 6 candidates

take_in() { # paths: warnings are no matter here
    "$YINFA" ingest -w "$w" "$@" >"$scratch/out" 2>&1 || [ $? = 1 ] || fail "$(cat "$scratch/out")"
}
tickets() { ls "$1" | grep -c '^admission-ticket-2024QJ' || true; }

expect_status 0 "$YINFA" init "$w"
cp samples/exam-2024/*.png samples/exam-2024/*.jpg "$w/inbox/"
cp samples/targets-2024/00-regions-samples.xml samples/exam-2024/exam-session-2024.xml \
    samples/exam-2024/membership-2024.xml samples/exam-2024/exam-application-2024-4290*.xml "$w/inbox/"
take_in schemas/regions/hubei.xml "$w/inbox"
expect_status 0 "$YINFA" publish -w "$w" admission-tickets exam=2024
expect_status 0 "$YINFA" publish -w "$w" admission-tickets exam=2024 -o "$scratch/elsewhere"
[ "$(tickets "$w/published")" = 6 ] || fail "$(tickets "$w/published") tickets of 6 candidates"
all=$(sql "$w" "SELECT count(*) FROM item WHERE publication = 'admission-tickets'")

# --- the last candidate leaves
python3 - "$city" "$scratch/fewer.xml" <<'PYTHON'
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
before, _, after = text.rpartition("<candidate>")
text = before + after.partition("</candidate>")[2]
text = re.sub(r"(<summary[^>]*>)6", r"\g<1>5", text)
open(sys.argv[2], "w", encoding="utf-8").write(text)
PYTHON
cp samples/exam-2024/*.png samples/exam-2024/*.jpg "$scratch/"
take_in "$scratch/fewer.xml"

# One worker of several knows its own share only: it withdraws nothing.
expect_status 0 "$YINFA" publish -w "$w" admission-tickets exam=2024 --shard 1/2
expect_status 0 "$YINFA" publish -w "$w" admission-tickets exam=2024 --shard 2/2
[ "$(tickets "$w/published")" = 6 ] || fail "a share of the work took files away"

expect_status 0 "$YINFA" publish -w "$w" admission-tickets exam=2024
expect_in "撤下数据中已不再有的文件 1 个" "$scratch/out"
[ "$(tickets "$w/published")" = 5 ] || fail "$(tickets "$w/published") tickets of 5 candidates"
[ "$(grep -c 'admission-ticket-2024QJ' "$w/published/manifest.tsv")" = 5 ] || fail "the manifest names what was withdrawn"
[ "$(tickets "$scratch/elsewhere")" = 6 ] || fail "files in another folder were taken away"
expect_status 0 "$YINFA" publish -w "$w" admission-tickets exam=2024 -o "$scratch/elsewhere"
[ "$(tickets "$scratch/elsewhere")" = 5 ] || fail "the other folder keeps a ticket of nobody"
[ "$(sql "$w" "SELECT count(*) FROM item WHERE publication = 'admission-tickets'")" = $((all - 1)) ] ||
    fail "the item of nobody is remembered"

# --- back again: made anew; and nothing more to withdraw
cp "$city" "$scratch/again.xml"
echo '<!-- again -->' >>"$scratch/again.xml"
take_in "$scratch/again.xml"
expect_status 0 "$YINFA" publish -w "$w" admission-tickets exam=2024 -j 2
[ "$(tickets "$w/published")" = 6 ] || fail "the ticket did not come back"
! grep -q 撤下 "$scratch/out" || fail "something was withdrawn that the data name"

# --- killed between the files and the database: the next run ends the work
rm "$w"/published/admission-ticket-2024QJ*"$(ls "$w/published" | sed -n 's/^admission-ticket-2024QJ//p' | tail -1)"
take_in "$scratch/fewer.xml"
expect_status 0 "$YINFA" publish -w "$w" admission-tickets exam=2024
[ "$(grep -c 'admission-ticket-2024QJ' "$w/published/manifest.tsv")" = 5 ] || fail "the manifest names a file that is not there"
