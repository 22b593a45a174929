#!/bin/sh
# The SQL of a definition's element, for the sqlite3 shell: sql.sh FILE XPATH. identity_mask(), which
# only the program has, is written out.
set -eu
xmllint --xpath "string($2)" "$1" |
    sed 's/identity_mask(\([a-z_.]*\))/(substr(\1, 1, 6) || "********" || substr(\1, 15))/g' | tr '"' "'"
