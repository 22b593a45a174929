#!/bin/sh
# The lint goldens: CASE.findings is what the program says of CASE.xml. REGEN=1 rewrites them.
set -eu
cd "$(dirname "$0")/../.."
exec "${BUILD:-build}/unit/intake/lint_test"
