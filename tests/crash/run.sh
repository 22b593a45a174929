#!/bin/sh
# Killed at any instant, the next run ends with the same bytes as an undisturbed one, no submission and
# no certificate number is lost or doubled, and nothing half-written stays. The jobs `targets` and
# `diplomas` (tests/definitions: it issues and prints certificates) on a tiny workspace are killed before
# every one of their calls that change the file system, then simply run again. So is `void` of a printed
# certificate, whose file is gone from published/ in the end and in the archive still.
#   CRASH_STEP=7 CRASH_JOBS=diplomas sh tests/crash/run.sh    every 7th call of one job only
. "$(dirname "$0")/common.sh"
step=${CRASH_STEP:-1}

mkdir "$scratch/targets" "$scratch/diplomas"
cp samples/targets-2024/00-regions-samples.xml samples/targets-2024/target-plan-2024.xml "$scratch/targets/"
sh tests/bench/make-enrolment.sh 3 >"$scratch/targets/enrolment.xml"
echo '<enrolment xmlns="urn:yinfa:enrolment"/>' >"$scratch/targets/wrong.xml"
cp samples/documents/report-flow.png "$scratch/targets/" # a picture, and a submission that names it
digest=$(sha256sum <"$scratch/targets/report-flow.png" | cut -c1-64)
echo "<album xmlns='urn:yinfa:album' name='a'><picture file='report-flow.png' sha256='$digest'/></album>" >"$scratch/targets/album.xml"
cat >"$scratch/diplomas/list.xml" <<'X'
<diploma-list xmlns="urn:yinfa:diploma-list" year="2024">
  <person name="样例甲" identity-number="429999199001010015" completed="2024-06-30"/>
  <person name="样例乙" identity-number="429999199001010023" completed="2024-06-30"/>
</diploma-list>
X
expect_status 0 "$YINFA" init "$scratch/empty"
expect_status 0 "$YINFA" keygen -w "$scratch/empty" # one key for all: the same text is signed the same way

start() { # a workspace with the job's submissions waiting, or with what it is about printed
    rm -rf "$1"
    if [ "$job" = void ]; then
        cp -a "$scratch/printed" "$1"
    else
        cp -a "$scratch/empty" "$1"
        cp "$scratch/$job"/* "$1/inbox/"
    fi
}

run() { # workspace
    if [ "$job" = void ]; then
        "$YINFA" void -w "$1" JY20240000010 --reason 材料不实 --date=2024-09-01
    else
        "$YINFA" run -q --definitions tests/definitions -w "$1" "$job" year=2024
    fi
}

again() { # workspace: what a clerk does next; a second void is refused if the first was entered
    if [ "$job" = void ]; then
        run "$1" || [ $? = 3 ] || return 3
        (job=diplomas && run "$1")
    else
        run "$1"
    fi
}

storm() { # job, status of an undisturbed run
    job=$1
    start "$scratch/reference"
    export LD_PRELOAD="$scratch/disturbance.so"
    CALLS=$scratch/count expect_status "$2" run "$scratch/reference"
    unset LD_PRELOAD
    [ "$job" != void ] || again "$scratch/reference" >"$scratch/out" 2>&1
    outcome "$scratch/reference" >"$scratch/expected"
    read -r calls _ <"$scratch/count"
    [ "$calls" -gt 30 ] || fail "only $calls calls counted"
    n=1
    tried=0
    while [ "$n" -le "$calls" ]; do
        start "$scratch/killed"
        status=0
        (export KILL_AT=$n LD_PRELOAD="$scratch/disturbance.so" && run "$scratch/killed") >/dev/null 2>&1 || status=$?
        [ "$status" = 137 ] || fail "$job was not killed at call $n (ended with $status)"
        status=0
        again "$scratch/killed" >"$scratch/out" 2>&1 || status=$?
        [ "$status" -le 1 ] || { cat "$scratch/out"; fail "after a kill of $job at call $n of $calls the next run ended with $status"; }
        expect_outcome "$scratch/killed" "a kill of $job at call $n of $calls"
        tried=$((tried + 1))
        n=$((n + step))
    done
    echo "crash: $job: $tried kills over $calls calls, the same outcome each time"
}

job=diplomas
start "$scratch/printed"
expect_status 0 run "$scratch/printed"
for job in ${CRASH_JOBS:-targets diplomas void}; do
    storm "$job" $([ "$job" = targets ] && echo 1 || echo 0) # of targets one file is returned
done
