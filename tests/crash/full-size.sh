#!/bin/sh
# A whole examination, killed with SIGKILL at random instants and started again, ends with the files, numbers and
# entries of an undisturbed one, byte for byte: nothing lost, nothing doubled, nothing half-written.
#   full-size.sh [CANDIDATES [KILLS [SEED]]]     10000 20 1; `make test` runs it with 200 candidates and 5 kills
# From the inbox on, with two workers, one job after the other; the instants are drawn over the time that the
# undisturbed run took, and the same with the same seed, as far as a machine goes twice at the same speed.
. "$(dirname "$0")/../end-to-end/common.sh"
candidates=${1:-10000}
kills=${2:-20}
seed=${3:-1}

python3 tests/samples/make-exam.py 2024 "$scratch/in" --previous --candidates "$candidates"
cp samples/targets-2024/00-regions-samples.xml "$scratch/in/"
expect_status 0 "$YINFA" init "$scratch/filled"
expect_status 0 "$YINFA" keygen -w "$scratch/filled"
cp "$scratch"/in/* "$scratch/filled/inbox/"

work() { # workspace, what stands before the program…: both jobs; the status of the first that did not end well
    workspace=$1
    shift
    for job in examination certificates; do
        ended=0
        "$@" "$YINFA" run -w "$workspace" "$job" exam=2024 -j 2 >>"$scratch/out" 2>&1 || ended=$?
        [ "$ended" -le 1 ] || return "$ended"
    done
}

outcome() { # all that must come out the same
    (cd "$1" && find published returned accepted archive -type f | sort | xargs sha256sum)
    sql "$1" "SELECT id, kind, sender, period, file, sha256, state, superseded_by FROM submission ORDER BY id"
    sql "$1" "SELECT * FROM certificate ORDER BY number"
    sql "$1" "SELECT number, event, reason, day FROM certificate_event ORDER BY number, id"
    sql "$1" "SELECT name, state, input_digest FROM item ORDER BY name"
    sql "$1" "SELECT path, sha256 FROM output ORDER BY path"
    (cd "$1" && ls -A inbox tmp && find . -name '.yinfa-*')
}

# --- undisturbed, and how long it takes; with a terminal the progress names done, all, rate and seconds left
cp -a "$scratch/filled" "$scratch/reference"
began=$(date +%s%N)
work "$scratch/reference" || { tail -20 "$scratch/out" >&2; fail "the undisturbed run ended with $?"; }
took=$((($(date +%s%N) - began) / 1000000))
outcome "$scratch/reference" >"$scratch/expected"
certificates=$(sql "$scratch/reference" "SELECT count(*) FROM certificate")
files=$(find "$scratch/reference/published" -type f | wc -l)
[ "$certificates" -gt $((candidates / 4)) ] || fail "only $certificates certificates of $candidates candidates"
echo "full-size: $candidates candidates, $certificates certificates, $files files in $((took / 1000)).$((took / 100 % 10)) s"

cp -a "$scratch/filled" "$scratch/shown"
TERM=dumb script -qec "'$YINFA' run -w '$scratch/shown' certificates exam=2024 -j 2" "$scratch/typescript" >/dev/null 2>&1 || [ $? = 1 ] || fail "with a terminal the run ended otherwise"
rm -rf "$scratch/shown"
[ "$candidates" -lt 1000 ] || grep -qE '[0-9]+/[0-9]+，每秒 [0-9]+，还需 [0-9]+ 秒' "$scratch/typescript" || fail "no progress with rate and time left"

# --- killed and started again, until it comes to its end; then anew, until there were enough kills
killed=0
runs=0
tries=0
while [ "$killed" -lt "$kills" ]; do
    rm -rf "$scratch/killed"
    cp -a "$scratch/filled" "$scratch/killed"
    runs=$((runs + 1))
    while :; do
        seconds=9999
        if [ "$killed" -lt "$kills" ]; then
            # on average a quarter of the whole: every part of the work is come by, and the work comes on. Drawn
            # anew for each try: one instant may lie behind the end of what is left to do.
            tries=$((tries + 1))
            seconds=$(awk -v seed="$seed" -v try="$tries" -v took="$took" \
                'BEGIN { srand(seed * 1000 + try); rand(); printf "%.3f", 0.02 + rand() * took / 2 / 1000 }')
        fi
        status=0
        work "$scratch/killed" timeout -s KILL "$seconds" || status=$?
        [ "$(sql "$scratch/killed" 'PRAGMA integrity_check')" = ok ] || fail "the database is damaged after kill $killed"
        [ "$status" != 0 ] || break
        [ "$status" = 137 ] || { tail -20 "$scratch/out" >&2; fail "after kill $killed the next run ended with $status"; }
        killed=$((killed + 1))
        doubled=$(sql "$scratch/killed" "SELECT count(*) - count(DISTINCT series || serial) FROM certificate" 2>/dev/null || echo 0)
        [ "$doubled" = 0 ] || fail "numbers stand twice after kill $killed"
    done
    outcome "$scratch/killed" >"$scratch/got"
    cmp -s "$scratch/expected" "$scratch/got" || {
        diff "$scratch/expected" "$scratch/got" | head -20 >&2
        fail "another outcome after $killed kills"
    }
done
echo "full-size: $killed kills in $runs runs, the same outcome each time"
