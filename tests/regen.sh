#!/bin/sh
# make regen: rewrites the golden files from what the program does now and shows the difference. Look at
# every line of it (and at the pages it speaks of) before committing.
set -eu
cd "$(dirname "$0")/.."
BUILD=${1:-build}
export BUILD
for script in tests/layout/run.sh tests/lint/run.sh tests/stylesheets/run.sh; do
    [ -f "$script" ] && REGEN=1 sh "$script"
done
git --no-pager diff --stat -- tests
git --no-pager diff -- tests
