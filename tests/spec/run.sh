#!/bin/sh
# The typesetting rules in prose (*.md beside this), with their examples run: an example is a fenced
# block of FO, the fenced block after it says what must come out.
#   ```fo 180            content of a flow 180 pt wide, in 仿宋 10/14 pt unless it says otherwise
#   ```行                the lines' texts
#   ```位                each character of the lines and where it stands, in pt from the left edge
#   ```字                the face of each run and its text
#   ```迹                marks of the trace that are no text
# Called by tests/run.sh.  sh tests/spec/run.sh [FILE.md…]
set -u
folder=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$folder/../.." && pwd)
yinfa=$(cd "$root" && cd "$(dirname "${BUILD:-build}/yinfa")" && pwd)/yinfa
YINFA_HOME=${YINFA_HOME:-$root}
export YINFA_HOME
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT

# Runs the examples of the files named; prints what differs; counts in $passed and $failed.
examine() {
    passed=0
    failed=0
    rm -rf "$work/examples"
    mkdir "$work/examples"
    LC_ALL=C awk -v folder="$work/examples" -f "$folder/split.awk" "$@" || exit 3
    for example in "$work"/examples/*.fo; do
        name=${example%.fo}
        "$yinfa" format "$example" -o "$name.trace" --trace 2>"$name.findings"
        LC_ALL=C awk -v kind="$(cat "$name.kind")" -f "$folder/read.awk" "$name.trace" >"$name.got"
        sed 's/^[^:]*: *//' "$name.findings" >>"$name.got"
        if diff -u "$name.expected" "$name.got" >"$name.diff"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            cat "$name.where" "$name.diff"
        fi
    done
}

[ $# -gt 0 ] || set -- "$folder"/*.md
examine "$@"
echo "spec: $passed examples hold, $failed do not"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] || exit 1

# A rule that does not hold must be seen.
printf '```fo 100\n<fo:block>一二三</fo:block>\n```\n```行\n一二\n三\n```\n' >"$work/wrong.md"
examine "$work/wrong.md" >/dev/null
[ "$failed" = 1 ] || {
    echo "spec: a wrong example was let pass"
    exit 1
}
