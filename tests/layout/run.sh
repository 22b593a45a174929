#!/bin/sh
# Golden layouts: each CASE.fo is formatted to a trace and its findings, and compared with CASE.trace.
#   sh tests/layout/run.sh PATH/TO/yinfa          compare; prints differences, exit 1 if any
#   sh tests/layout/run.sh PATH/TO/yinfa --regen  rewrite the goldens (look at them before committing)
yinfa=$1
mode=${2:-}
folder=$(dirname "$0")
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
for source in "$folder"/*.fo; do
    name=$(basename "$source" .fo)
    # Findings follow the marks; the file's path is cut from them so that they read the same anywhere.
    "$yinfa" format "$source" -o - --trace >"$work/$name.trace" 2>"$work/findings"
    status=$?
    sed "s|[^ ]*$name\\.fo|$name.fo|g" "$work/findings" >>"$work/$name.trace"
    echo "exit $status" >>"$work/$name.trace"
    if [ "$mode" = --regen ]; then
        cp "$work/$name.trace" "$folder/$name.trace"
    elif diff -u "$folder/$name.trace" "$work/$name.trace"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
done
[ "$mode" = --regen ] && exit 0
echo "layout: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
