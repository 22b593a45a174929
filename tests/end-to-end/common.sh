# Shared by the end-to-end scripts (sourced): a scratch folder, the program, and plain assertions that
# say what they expected. Each script runs the real program on real files.
set -eu
cd "$(dirname "$0")/../.."
YINFA=${BUILD:-build}/yinfa
scratch=$(mktemp -d)
trap 'chmod -R u+rwX "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT
export SOURCE_DATE_EPOCH=1767225600 # what is recorded in the database; outputs never show it

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

expect_status() { # wanted, command…: runs it, output to $scratch/out
    wanted=$1
    shift
    got=0
    "$@" >"$scratch/out" 2>"$scratch/err" || got=$?
    [ "$got" = "$wanted" ] || {
        cat "$scratch/out" "$scratch/err" >&2
        fail "$* ended with $got, expected $wanted"
    }
}

expect_in() { # text, file
    grep -qF -- "$1" "$2" || {
        cat "$2" >&2
        fail "“$1” is not in $2"
    }
}

fill_examination_inbox() { # workspace: the samples of the examination
    cp samples/targets-2024/00-regions-samples.xml samples/exam-2024/*.xml samples/exam-2024/*.png samples/exam-2024/*.jpg "$1/inbox"
}

issue_sample_certificates() { # workspace: made, with a key, the job done; some are returned on purpose
    "$YINFA" init "$1" >/dev/null
    "$YINFA" keygen -w "$1" >/dev/null
    fill_examination_inbox "$1"
    expect_status 1 "$YINFA" run -w "$1" certificates exam=2024
}

sql() { # workspace, statement
    sqlite3 -readonly "$1/yinfa.db" "$2"
}
