#!/bin/sh
# Whatever is wrong with a submission, it comes back with its slip, the database as it was, the exit
# status 1; and nothing that is wrong with one touches another.
. "$(dirname "$0")/common.sh"
w=$scratch/office
expect_status 0 "$YINFA" init "$w"
cp samples/targets-2024/*.xml "$w/inbox/"
expect_status 1 "$YINFA" run -w "$w" targets year=2024

rows() { # every row of every kind's tables
    for table in region_list region region_name target_plan target enrolment enrolment_person enrolment_count; do
        sql "$w" "SELECT '$table', * FROM $table"
    done | sha256sum
}
before=$(rows)

mkdir "$scratch/wrong"
cp samples/targets-2024/broken/* "$scratch/wrong/"
: >"$scratch/wrong/empty.xml"
mkdir "$scratch/wrong/folder.xml"
ln -s "$scratch/nowhere" "$scratch/wrong/unreadable.xml"
mkfifo "$scratch/wrong/pipe.xml"

for file in "$scratch"/wrong/*; do
    name=$(basename "$file" .xml)
    count=$(sql "$w" "SELECT count(*) FROM submission WHERE state = 'returned'")
    expect_status 1 timeout 20 "$YINFA" ingest -w "$w" "$file"
    [ "$(rows)" = "$before" ] || fail "$name changed the database"
    [ "$(sql "$w" "SELECT count(*) FROM submission WHERE state = 'returned'")" = $((count + 1)) ] || fail "$name was not returned"
    expect_in 办法 "$scratch/out"
    id=$(sql "$w" "SELECT max(id) FROM submission")
    slip=$(sql "$w" "SELECT path FROM output WHERE item = 'return-slip/submission=$id' AND format = 'pdf'")
    [ -s "$w/$slip" ] || fail "$name has no slip"
    qpdf --check "$w/$slip" >/dev/null || fail "the slip of $name"
    xmllint --noout "$w/${slip%.pdf}.xml" || fail "the XML slip of $name"
    errors=$(sql "$w" "SELECT count(*) FROM finding WHERE submission = $id AND level = 'error'")
    [ "$errors" -ge 1 ] || fail "$name has no error on record"
    if [ -f "$file" ] && [ ! -L "$file" ] && [ -s "$file" ]; then
        cmp "$file" "$(dirname "$w/$slip")/$(basename "$file")" || fail "$name is not kept beside its slip"
    fi
done

# all findings of a file, not the first only
cat >"$scratch/many.xml" <<'X'
<target-plan xmlns="urn:yinfa:target-plan" year="2025">
  <title>2025年目标清单</title><task>参加自学考试的人数</task>
  <document-number>鄂质强办函【2025】1号</document-number><issuer>样例办公室</issuer>
  <issued>2025-01-10</issued><deadline>2024-03-31</deadline>
  <target><region code="420100">武汉市</region><head-count>-5</head-count></target>
  <target><region code="420100">武汉市</region><head-count></head-count></target>
  <target><region code="999999">不存在市</region><head-count>7</head-count></target>
  <total>750</total>
</target-plan>
X
expect_status 1 "$YINFA" ingest -w "$w" "$scratch/many.xml"
id=$(sql "$w" "SELECT max(id) FROM submission")
found=$(sql "$w" "SELECT count(DISTINCT line || rule_id) FROM finding WHERE submission = $id AND level = 'error'")
[ "$found" -ge 5 ] || { cat "$scratch/out"; fail "only $found findings in a file with six mistakes"; }

# one bad file among good ones costs only itself
expect_status 0 "$YINFA" init "$scratch/mixed"
mkdir "$scratch/both"
cp samples/targets-2024/00-regions-samples.xml samples/targets-2024/target-plan-2024.xml samples/targets-2024/enrolment-420100.xml "$scratch/both/"
echo '<enrolment' >"$scratch/both/enrolment-420200.xml"
cp schemas/regions/hubei.xml "$scratch/both/0-hubei.xml"
expect_status 1 "$YINFA" ingest -w "$scratch/mixed" "$scratch/both"
[ "$(sql "$scratch/mixed" "SELECT count(*) FROM submission WHERE state = 'accepted'")" = 4 ] || { cat "$scratch/out"; fail "a bad file cost a good one"; }
echo "returned: every wrong submission comes back"
