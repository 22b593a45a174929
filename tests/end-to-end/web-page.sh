#!/bin/sh
# A document as HTML: its pictures are in the file, byte by byte; what it leads to lies beside it; the same
# bytes every time.
. "$(dirname "$0")/common.sh"
office=$scratch/office
mkdir "$scratch/in"
cp samples/documents/report.xml samples/documents/report-flow.png samples/documents/report-rate.svg \
    samples/documents/forwarding-notice.xml samples/targets-2024/target-plan-2024.xml \
    samples/targets-2024/00-regions-samples.xml schemas/regions/hubei.xml "$scratch/in/"
expect_status 0 "$YINFA" init "$office"
expect_status 0 "$YINFA" ingest -q -w "$office" "$scratch/in"
for document in report forwarding-notice; do
    expect_status 0 "$YINFA" publish -q -w "$office" official-document document=$document
done

report=$office/published/official-document-report-national.html
for picture in report-flow.png report-rate.svg; do
    base64 -w 0 "samples/documents/$picture" >"$scratch/encoded"
    grep -qFf "$scratch/encoded" "$report" || fail "$picture is not in the HTML"
done
! grep -q archive: "$report" || fail "a picture is named in the HTML and not there"

grep -o 'href="[^#"]*"' "$office/published/official-document-forwarding-notice-national.html" |
    sed 's/href="//; s/"//' >"$scratch/links"
[ -s "$scratch/links" ] || fail "the included publication is not linked"
while read -r link; do
    [ -s "$office/published/$link" ] || fail "$link does not lie beside the HTML"
done <"$scratch/links"

cp "$report" "$scratch/before.html"
expect_status 0 "$YINFA" publish -q --force -w "$office" official-document document=report
cmp "$report" "$scratch/before.html" || fail "another HTML the second time"
