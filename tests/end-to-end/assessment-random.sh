#!/bin/sh
# Whatever the cities send, what is published is what the files say: two years of figures that nobody chose, from the
# extremes (all, nothing, none reached, one city alone) to anything between. SEEDS="…" takes others.
. "$(dirname "$0")/common.sh"

for seed in ${SEEDS:-1 2 4 6}; do
    files=$scratch/files-$seed
    w=$scratch/office-$seed
    python3 tests/samples/make-random-assessment.py "$seed" "$files"
    expect_status 0 "$YINFA" init "$w"
    cp "$files"/* "$w/inbox/"
    for year in 2023 2024; do
        # a finding or more, warnings for what is missing; but nothing that cannot be made, except statistics of nobody
        expect_status 1 "$YINFA" run -w "$w" assessment year="$year" --allow-missing
        failed=$(sed -n 's/.*没有做成 \([0-9]*\) 件.*/\1/p' "$scratch/out" "$scratch/err")
        [ "$failed" = "$([ "$seed" = 2 ] && echo 2 || echo 0)" ] || { cat "$scratch/out" "$scratch/err" >&2; fail "seed $seed: $failed publications could not be made"; }
        set -- "$files/target-plan-2024.xml"
        for file in "$files"/enrolment-*.xml "$files"/*-20[0-9][0-9].xml "$files"/*-20[0-9][0-9]-4*.xml; do
            [ -f "$file" ] && set -- "$@" "$file"
        done
        python3 tests/assessment/recompute.py "$w/published" "$year" "$@" >"$scratch/recomputed" 2>&1 || {
            cat "$scratch/recomputed" >&2
            fail "seed $seed, $year: the figures are not those of the files"
        }
    done
    for pdf in "$w"/published/*.pdf; do
        qpdf --check "$pdf" >"$scratch/qpdf" 2>&1 || { cat "$scratch/qpdf" >&2; fail "seed $seed: $pdf"; }
    done
    rm -rf "$w"
done
echo "assessment-random: every figure holds"
