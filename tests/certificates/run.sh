#!/bin/sh
# The art of the certificates is what its generator draws.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 make-guilloche.py "$work"
for file in "$work"/guilloche-*.svg; do
    cmp -s "$file" "../../stylesheets/common/${file##*/}" || {
        echo "certificates: stylesheets/common/${file##*/} is not what make-guilloche.py draws"
        exit 1
    }
done
echo "certificates: the guilloche is as drawn"
