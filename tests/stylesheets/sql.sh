#!/bin/sh
# The SQL of a definition's element, for the sqlite3 shell: sql.sh FILE XPATH. Of the functions that only
# the program has, identity_mask() is written out and chinese_date() left away.
set -eu
xmllint --xpath "string($2)" "$1" |
    sed 's/identity_mask(\([a-z_.]*\))/(substr(\1, 1, 6) || "********" || substr(\1, 15))/g
        s/chinese_date(\([a-z_.]*\))/\1/g' | tr '"' "'"
