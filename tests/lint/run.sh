#!/bin/sh
# The lint goldens: CASE.findings is what the program says of CASE.xml, official-document/CASE.findings
# what it says of samples/documents/broken/CASE.xml. REGEN=1 rewrites them.
set -eu
cd "$(dirname "$0")/../.."
"${BUILD:-build}/unit/intake/lint_test"
"${BUILD:-build}/unit/intake/documents_test"
