#!/bin/sh
# make-fo.sh FOLDER [make-book.py options]: a DocBook book in FOLDER and what docbook-xsl's FO stylesheets
# make of it with the settings its users turn on for FOP: book.fo. PROFILE chooses them:
#   print  (default) sides of a sheet differ, bookmarks and document information for FOP, draft watermark
#   plain  none of that
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
shift
python3 "$here/make-book.py" "$@" "$folder"
case ${PROFILE:-print} in
print) settings="--param double.sided 1 --param fop1.extensions 1 --stringparam draft.mode yes" ;;
plain) settings="" ;;
esac
sheets=docbook-xsl
grep -q 'http://docbook.org/ns/docbook' "$folder/book.xml" && sheets=docbook-xsl-ns
# shellcheck disable=SC2086 # the settings are meant to be split
xsltproc --nonet --novalid $settings \
    --stringparam paper.type A4 --stringparam use.svg 1 --stringparam draft.watermark.image draft.png \
    --stringparam body.font.family "Times New Roman, 宋体" --stringparam title.font.family "Arial, 黑体" \
    --stringparam monospace.font.family "Courier New, 宋体" --stringparam symbol.font.family "" \
    --stringparam section.autolabel 1 --stringparam admon.graphics 0 \
    --stringparam callout.graphics 0 --stringparam callout.unicode 1 \
    "/usr/share/xml/docbook/stylesheet/$sheets/fo/docbook.xsl" "$folder/book.xml" >"$folder/book.fo" 2>"$folder/xsltproc.log" ||
    { cat "$folder/xsltproc.log" >&2; exit 1; }
