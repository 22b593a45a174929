#!/bin/sh
# The lint goldens: CASE.findings is what the program says of CASE.xml, KIND/CASE.findings what it says of
# the broken sample CASE.xml of that kind. REGEN=1 rewrites them.
set -eu
cd "$(dirname "$0")/../.."
"${BUILD:-build}/unit/intake/lint_test"
"${BUILD:-build}/unit/intake/kinds_test"
