#!/bin/sh
# Golden layouts: each CASE.fo is formatted to a trace and its findings, and compared with CASE.trace;
# a case whose name ends in -relaxed is formatted with --relaxed.
#   BUILD=build sh tests/layout/run.sh            compare; prints differences, exit 1 if any
#   BUILD=build REGEN=1 sh tests/layout/run.sh    rewrite the goldens (look at them before committing)
yinfa=${BUILD:-build}/yinfa
folder=$(dirname "$0")
YINFA_HOME=${YINFA_HOME:-$(cd "$folder/../.." && pwd)}
export YINFA_HOME
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
for source in "$folder"/*.fo; do
    name=$(basename "$source" .fo)
    case $name in
    *-relaxed) option=--relaxed ;;
    *-accessible) option=--pdf=ua1 ;;
    *) option= ;;
    esac
    # Findings follow the marks; the file's path is cut from them so that they read the same anywhere.
    "$yinfa" format "$source" $option -o - --trace >"$work/$name.trace" 2>"$work/findings"
    status=$?
    sed "s|[^ ]*$name\\.fo|$name.fo|g" "$work/findings" >>"$work/$name.trace"
    echo "exit $status" >>"$work/$name.trace"
    if [ -n "${REGEN:-}" ]; then
        cp "$work/$name.trace" "$folder/$name.trace"
    elif diff -u "$folder/$name.trace" "$work/$name.trace"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
done
[ -n "${REGEN:-}" ] && exit 0
echo "layout: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
