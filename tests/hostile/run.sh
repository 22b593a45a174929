#!/bin/sh
# Hostile XSL-FO: every case of make-case.py and every file in found/ (what the fuzzers found once) is
# formatted within bounded time and memory. It must end by itself with 0 or 1, say why when it refuses,
# and lose no text. Called by `make test`; case names as arguments run only those.
set -u
cd "$(dirname "$0")/../.."
yinfa=$PWD/${BUILD:-build}/yinfa
YINFA_HOME=$PWD
export YINFA_HOME
seconds=${HOSTILE_SECONDS:-20}
kilobytes=${HOSTILE_KILOBYTES:-3000000}
# The sanitizers reserve terabytes of addresses and are slower.
if nm -D "$yinfa" 2>/dev/null | grep -q __asan_; then
    kilobytes=unlimited
    seconds=$((seconds * 5))
fi
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

fail() { # case, what is wrong
    echo "FAIL $1: $2"
    head -c 400 "$work/message" 2>/dev/null | sed 's/^/        /'
    failed=$((failed + 1))
}

# Formats file $1 to $2 (with options after) within the limits; the status is in $status.
formatted() {
    source=$1
    target=$2
    shift 2
    (
        ulimit -t "$seconds"
        ulimit -c 0
        [ "$kilobytes" = unlimited ] || ulimit -v "$kilobytes"
        exec timeout $((seconds * 3)) "$yinfa" format "$source" -o "$target" --lang=en "$@"
    ) >"$work/message" 2>&1
    status=$?
}

judge() { # case, file, expectation
    formatted "$2" "$work/out.pdf"
    if [ "$status" -gt 1 ]; then
        fail "$1" "exit status $status"
        return
    fi
    if [ "$(wc -c <"$work/message")" -gt 2000000 ]; then
        fail "$1" "the messages are $(wc -c <"$work/message") bytes long"
        return
    fi
    if [ ! -f "$work/out.pdf" ] && ! [ -s "$work/message" ]; then
        fail "$1" "no document, and nothing says why"
        return
    fi
    case $3 in
    refuse)
        if [ -f "$work/out.pdf" ] || [ "$status" != 1 ]; then
            fail "$1" "it should have been refused"
            return
        fi
        ;;
    text*)
        formatted "$2" "$work/out.trace" --trace
        shown=$(python3 tests/hostile/make-case.py count "$work/out.trace" 2>/dev/null || echo none)
        wanted=${3#text }
        case $wanted in
        *+) [ "$shown" != none ] && [ "$shown" -ge "${wanted%+}" ] ;;
        *) [ "$shown" = "$wanted" ] ;;
        esac || { fail "$1" "the pages show $shown characters, not $wanted"; return; }
        ;;
    esac
    passed=$((passed + 1))
}

for name in ${*:-$(python3 tests/hostile/make-case.py list)}; do
    expected=$(python3 tests/hostile/make-case.py make "$name" "$work") || { fail "$name" "cannot be made"; continue; }
    began=$(date +%s)
    judge "$name" "$work/$name.fo" "$expected"
    took=$(($(date +%s) - began))
    [ "$took" -lt 4 ] || echo "slow $name: $took s"
    rm -rf "${work:?}"/*
done
if [ $# = 0 ]; then
    for file in tests/hostile/found/*.fo; do
        [ -f "$file" ] || continue
        judge "found/$(basename "$file")" "$file" survive
        rm -rf "${work:?}"/*
    done
fi
echo "hostile: $passed passed, $failed failed"
[ "$failed" = 0 ]
