#!/bin/sh
# All tests, one after the other, each a program or script that ends with 0 or says what is wrong.
# Called by `make test` with the build folder; the closing line counts them.
set -u
cd "$(dirname "$0")/.."
BUILD=${1:-build}
export BUILD
passed=0
failed=0
log=$BUILD/test.log
mkdir -p "$BUILD"

check() { # name, command…
    name=$1
    shift
    if "$@" >"$log" 2>&1; then
        passed=$((passed + 1))
        echo "  ok    $name"
    else
        failed=$((failed + 1))
        echo "  FAIL  $name"
        sed 's/^/        /' "$log" | tail -60
    fi
}

check rooms sh tests/rooms.sh
for program in "$BUILD"/unit/*/*_test; do
    [ -x "$program" ] && check "unit $(basename "$(dirname "$program")")/$(basename "$program" _test)" "$program"
done
for script in tests/samples/check.sh tests/stylesheets/run.sh tests/web/*.sh tests/certificates/run.sh tests/layout/run.sh tests/spec/run.sh tests/lint/run.sh \
    tests/pdfa/run.sh tests/docbook/run.sh tests/hostile/run.sh tests/end-to-end/*.sh; do
    [ -f "$script" ] && [ "${script##*/}" != common.sh ] && check "$(dirname "${script#tests/}")/$(basename "$script" .sh)" sh "$script"
done
# Every 12th call here; `make crash` kills before each.
check crash/run env CRASH_STEP="${CRASH_STEP:-12}" sh tests/crash/run.sh
check crash/full-disk sh tests/crash/full-disk.sh "${DISK_STEP:-120}" 2
check crash/full-size sh tests/crash/full-size.sh 200 5
echo "tests: $passed passed, $failed failed"
[ "$failed" = 0 ]
