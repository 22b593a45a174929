#!/bin/sh
# Killed at any instant, the next run ends with the same bytes as an undisturbed one, no submission is
# lost or doubled, and nothing half-written stays. The job `targets` on a tiny workspace is killed before
# every one of its calls that change the file system, then simply run again.
#   CRASH_STEP=7 sh tests/crash/run.sh    every 7th call only
. "$(dirname "$0")/../end-to-end/common.sh"
step=${CRASH_STEP:-1}
# A sanitized program wants its runtime before any preloaded library; the counting one may come first.
export ASAN_OPTIONS="verify_asan_link_order=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
gcc -std=c11 -D_GNU_SOURCE -shared -fPIC -O1 -o "$scratch/killer.so" tests/crash/killer.c -ldl

mkdir "$scratch/in"
cp samples/targets-2024/00-regions-samples.xml samples/targets-2024/target-plan-2024.xml "$scratch/in/"
sh tests/bench/make-enrolment.sh 3 >"$scratch/in/enrolment.xml"
echo '<enrolment xmlns="urn:yinfa:enrolment"/>' >"$scratch/in/wrong.xml"
cp samples/documents/report-flow.png "$scratch/in/" # a picture, and a submission that names it
digest=$(sha256sum <"$scratch/in/report-flow.png" | cut -c1-64)
echo "<album xmlns='urn:yinfa:album' name='a'><picture file='report-flow.png' sha256='$digest'/></album>" >"$scratch/in/album.xml"
expect_status 0 "$YINFA" init "$scratch/empty"

start() { # a workspace with the submissions waiting
    rm -rf "$1"
    cp -a "$scratch/empty" "$1"
    cp "$scratch"/in/* "$1/inbox/"
}

outcome() { # all that must come out the same
    (cd "$1" && find published returned accepted archive -type f | sort | xargs sha256sum)
    sql "$1" "SELECT id, kind, sender, period, file, sha256, state, superseded_by, place FROM submission ORDER BY id"
    sql "$1" "SELECT * FROM attachment"
    sql "$1" "SELECT count(*) FROM finding WHERE submission IS NOT NULL"
    sql "$1" "SELECT * FROM current_enrolment_person ORDER BY 1, 2"
    sql "$1" "SELECT name, state, input_digest FROM item ORDER BY name"
    sql "$1" "SELECT path, sha256 FROM output ORDER BY path"
    (cd "$1" && ls -A inbox tmp && find . -name '.yinfa-*')
}

start "$scratch/reference"
KILL_AT=0 KILL_COUNT=$scratch/count expect_status 1 env LD_PRELOAD="$scratch/killer.so" "$YINFA" run -q --definitions tests/definitions -w "$scratch/reference" targets year=2024
outcome "$scratch/reference" >"$scratch/expected"
calls=$(cat "$scratch/count")
[ "$calls" -gt 50 ] || fail "only $calls calls counted"

n=1
tried=0
while [ "$n" -le "$calls" ]; do
    start "$scratch/killed"
    status=0
    KILL_AT=$n LD_PRELOAD=$scratch/killer.so "$YINFA" run -q --definitions tests/definitions -w "$scratch/killed" targets year=2024 >/dev/null 2>&1 || status=$?
    [ "$status" = 137 ] || fail "not killed at call $n (ended with $status)"
    status=0
    "$YINFA" run -q --definitions tests/definitions -w "$scratch/killed" targets year=2024 >"$scratch/out" 2>&1 || status=$?
    [ "$status" -le 1 ] || { cat "$scratch/out"; fail "after a kill at call $n of $calls the next run ended with $status"; }
    [ "$(sql "$scratch/killed" 'PRAGMA integrity_check')" = ok ] || fail "the database is damaged after a kill at call $n"
    outcome "$scratch/killed" >"$scratch/got"
    cmp -s "$scratch/expected" "$scratch/got" || {
        diff "$scratch/expected" "$scratch/got" | head -20
        fail "another outcome after a kill at call $n of $calls"
    }
    tried=$((tried + 1))
    n=$((n + step))
done
echo "crash: $tried kills over $calls calls, the same outcome each time"
