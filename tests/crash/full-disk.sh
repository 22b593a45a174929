#!/bin/sh
# A disk that fills up, or one call that fails, while certificates are issued, signed, printed, kept and listed: the run
# says what is full and ends; with room again the next one comes to the files, numbers and entries of an undisturbed one,
# byte for byte. The job `certificates` on the sample examination, whose submissions are taken in already.
#   full-disk.sh [STEP [FIRST]]    disturbs every STEPth of its calls that change the file system (1), from the FIRSTth on
. "$(dirname "$0")/common.sh"
step=${1:-1}
first=${2:-1}

# --- everything before the first number: what was sent in, and what no certificate is needed for
ready=$scratch/ready
expect_status 0 "$YINFA" init "$ready"
expect_status 0 "$YINFA" keygen -w "$ready"
fill_examination_inbox "$ready"
expect_status 1 "$YINFA" ingest -q -w "$ready" schemas/regions/hubei.xml "$ready/inbox"
cp samples/exam-2024/corrected/* samples/exam-2024/*.png samples/exam-2024/*.jpg "$ready/inbox/"
expect_status 0 "$YINFA" ingest -q -w "$ready" "$ready/inbox"
for name in pass-list mark-notices mark-analysis; do
    expect_status 0 "$YINFA" publish -q -w "$ready" "$name" exam=2024
done

run() { # workspace, what stands before the program…
    workspace=$1
    shift
    env "$@" "$YINFA" run -q -w "$workspace" -j 2 certificates exam=2024
}

# --- undisturbed: 1, for one application is undecided
cp -a "$ready" "$scratch/reference"
expect_status 1 run "$scratch/reference" LD_PRELOAD="$scratch/disturbance.so" CALLS="$scratch/count"
outcome "$scratch/reference" >"$scratch/expected"
read -r _ calls <"$scratch/count"
[ "$calls" -gt 500 ] || fail "only $calls calls counted"
numbers=$(sql "$scratch/reference" "SELECT count(*) FROM certificate")

# --- disturbed, then gone on with
tried=0
n=$first
while [ "$n" -le "$calls" ]; do
    for disturbance in FULL_AT BROKEN_AT; do
        rm -rf "$scratch/disturbed"
        cp -a "$ready" "$scratch/disturbed"
        status=0
        run "$scratch/disturbed" LD_PRELOAD="$scratch/disturbance.so" "$disturbance=$n" >"$scratch/out" 2>"$scratch/err" || status=$?
        case $disturbance:$status in
        FULL_AT:3)
            grep -qE '磁盘(已满|有没有空间)' "$scratch/err" && grep -qF "$scratch/disturbed" "$scratch/err" || {
                cat "$scratch/err"
                fail "it is not said which folder is full from call $n on"
            } ;;
        BROKEN_AT:3) [ -s "$scratch/err" ] || fail "nothing is said of the fault at call $n" ;;
        *:1) outcome "$scratch/disturbed" | cmp -s "$scratch/expected" - || fail "a fault at call $n ($disturbance) goes unnoticed" ;;
        *) cat "$scratch/out" "$scratch/err"; fail "with a fault at call $n ($disturbance) the run ended with $status" ;;
        esac
        given=$(sql "$scratch/disturbed" "SELECT count(*) FROM certificate")
        [ "$given" = 0 ] || [ "$given" = "$numbers" ] || fail "$given of $numbers numbers were given after call $n ($disturbance)"
        expect_status 1 run "$scratch/disturbed"
        expect_outcome "$scratch/disturbed" "a fault at call $n of $calls ($disturbance)"
        tried=$((tried + 1))
    done
    n=$((n + step))
done
echo "full-disk: $tried faults over $calls calls, the same outcome each time"
