# Shared by the scripts of disturbed runs (sourced): the library that disturbs, and all that must come out the same.
. "$(dirname "$0")/../end-to-end/common.sh"
# A sanitized program wants its runtime before any preloaded library; the counting one may come first.
export ASAN_OPTIONS="verify_asan_link_order=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
gcc -std=c11 -D_GNU_SOURCE -shared -fPIC -O1 -o "$scratch/disturbance.so" tests/crash/disturbance.c -ldl

outcome() { # workspace
    (cd "$1" && find published returned accepted archive -type f | sort | xargs sha256sum)
    sql "$1" "SELECT id, kind, sender, period, file, sha256, state, superseded_by, place FROM submission ORDER BY id"
    sql "$1" "SELECT * FROM attachment"
    sql "$1" "SELECT count(*) FROM finding WHERE submission IS NOT NULL"
    sql "$1" "SELECT * FROM current_enrolment_person ORDER BY 1, 2"
    sql "$1" "SELECT name, state, input_digest FROM item ORDER BY name"
    sql "$1" "SELECT path, sha256 FROM output ORDER BY path"
    sql "$1" "SELECT * FROM certificate ORDER BY number"
    sql "$1" "SELECT number, event, reason, day FROM certificate_event ORDER BY id"
    sql "$1" "SELECT * FROM certificate_file ORDER BY item, file"
    (cd "$1" && ls -A inbox tmp && find . -name '.yinfa-*')
}

# Whether a disturbed run that was gone on with came to the outcome in $scratch/expected.
expect_outcome() { # workspace, what was done to it
    [ "$(sql "$1" 'PRAGMA integrity_check')" = ok ] || fail "the database is damaged after $2"
    outcome "$1" >"$scratch/got"
    cmp -s "$scratch/expected" "$scratch/got" || {
        diff "$scratch/expected" "$scratch/got" | head -20
        fail "another outcome after $2"
    }
}
