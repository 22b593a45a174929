#!/bin/sh
# The house's law: an #include may only point down this list (design: the layout of folders shows the
# way of the data), and each outside library has one room that knows it.
#   main → batch → publish → intake → ruler → draw → format → type, store, definitions → base
set -eu
cd "$(dirname "$0")/.."
failed=0

allowed() { # rooms that a file of room $1 may include from
    case $1 in
    base) echo "base" ;;
    store) echo "store base" ;;
    definitions) echo "definitions base" ;;
    type) echo "type base" ;;
    format) echo "format type base" ;;
    draw) echo "draw format type base" ;;
    ruler) echo "ruler draw format type definitions base" ;;
    intake) echo "intake format store definitions base" ;; # format: can a picture be drawn?
    publish) echo "publish ruler draw format type store definitions base" ;;
    batch) echo "batch publish intake ruler draw format type store definitions base" ;;
    main) echo "main batch publish intake ruler draw format type store definitions base" ;;
    esac
}

for file in pipeline/*.[ch] pipeline/*/*.[ch]; do
    room=$(basename "$(dirname "$file")")
    [ "$room" = pipeline ] && room=main
    for included in $(sed -n 's/^#include "\(.*\)"$/\1/p' "$file"); do
        case $included in */*) target=${included%%/*} ;; *) target=main ;; esac
        case " $(allowed "$room") " in
        *" $target "*) ;;
        *) echo "rooms: $file includes \"$included\": $room may not look up to $target"; failed=1 ;;
        esac
    done
done

only() { # header pattern, room
    for file in $(grep -lE "^#include <$1" pipeline/*.[ch] pipeline/*/*.[ch] || true); do
        case $file in
        pipeline/$2/*) ;;
        *) echo "rooms: $file includes <$1…>, which only $2/ may know"; failed=1 ;;
        esac
    done
}
only 'sqlite3' store
only 'libxslt|libexslt' publish
only 'hpdf' draw
only 'hb' type
only 'unicode/(uchar|ubrk)' format # characters and line breaks
only 'unicode/uregex' store        # regular expressions
only 'unicode/utrans' store        # how names are read
only 'cmocka' none

for file in pipeline/*.c pipeline/*/*.c; do
    lines=$(wc -l <"$file")
    [ "$lines" -le 650 ] || { echo "rooms: $file has $lines lines: it is two files"; failed=1; }
    head -1 "$file" | grep -q '^/\* ' || { echo "rooms: $file does not say at its head what it is"; failed=1; }
done
[ "$failed" = 0 ] && echo "rooms: every include points down"
exit "$failed"
