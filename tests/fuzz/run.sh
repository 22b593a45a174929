#!/bin/sh
# Fuzzes for FUZZ_SECONDS each (600; 3600 before a release): `make fuzz`, or with the targets' names as
# arguments. Seeds are the layout samples, their drawings and a list of expressions; what was learnt is
# kept in BUILD/corpus. A finding ends the run with 1 and stays in BUILD/findings: minimise it, mend it,
# and keep it in tests/hostile/found.
set -u
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-build/fuzz}
seconds=${FUZZ_SECONDS:-600}
mkdir -p "$BUILD/findings" "$BUILD/seeds/fo" "$BUILD/seeds/svg" "$BUILD/seeds/expression"

cp tests/layout/*.fo tests/hostile/found/*.fo "$BUILD/seeds/fo/" 2>/dev/null
# Drawings stand inside the samples, one in each.
for file in tests/layout/svg-*.fo; do
    xmllint --xpath '(//*[local-name()="svg"])[1]' "$file" >"$BUILD/seeds/svg/$(basename "$file" .fo).svg" 2>/dev/null
done
find tests samples stylesheets \( -name '*.svg' -o -name '*.png' -o -name '*.jpg' \) -size -16k -exec cp {} "$BUILD/seeds/svg/" \;
number=0
while read -r expression; do
    number=$((number + 1))
    printf '%s' "$expression" >"$BUILD/seeds/expression/$number"
done <tests/fuzz/expressions.txt
# Names and tokens that the targets know, for changes that mean something.
sed -n 's/.*{"\([a-z.-]*\)".*/"\1"/p' pipeline/format/object.c pipeline/format/property_table.c | sort -u >"$BUILD/fo.dict"
sed -n '/^static const char \*const/,/NULL/p' tests/fuzz/svg_fuzz.c | LC_ALL=C grep -ao '"[ -~]*"' | tr -d '\\' | sort -u >"$BUILD/svg.dict"
sed 's/^/"/; s/$/"/' tests/fuzz/expressions.txt >"$BUILD/expression.dict"

failed=0
for target in ${*:-expression svg fo}; do
    mkdir -p "$BUILD/corpus/$target"
    echo "fuzz: $target for $seconds s"
    "$BUILD/${target}_fuzz" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=3000 -max_len=16384 -print_final_stats=1 \
        -dict="$BUILD/$target.dict" -artifact_prefix="$BUILD/findings/$target-" -verbosity=0 \
        "$BUILD/corpus/$target" "$BUILD/seeds/$target" >"$BUILD/$target.log" 2>&1 || {
        failed=1
        tail -60 "$BUILD/$target.log"
    }
    grep -E 'stat::(number_of_executed_units|average_exec_per_sec|peak_rss_mb)' "$BUILD/$target.log"
done
[ "$failed" = 0 ] && echo "fuzz: nothing found"
exit "$failed"
