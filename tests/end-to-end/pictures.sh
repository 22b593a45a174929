#!/bin/sh
# Pictures beside a submission, from the folder to the page: archived by digest, drawn from the archive,
# explained; read from standard input there are none; a picture that was replaced makes a new document.
. "$(dirname "$0")/common.sh"
office=$scratch/office
definitions="--definitions tests/definitions"
mkdir "$scratch/in"
cp samples/documents/report-flow.png samples/documents/report-rate.svg "$scratch/in/"
flow=$(sha256sum <"$scratch/in/report-flow.png" | cut -c1-64)
rate=$(sha256sum <"$scratch/in/report-rate.svg" | cut -c1-64)
album() { # digest of the second picture
    printf '<album xmlns="urn:yinfa:album" name="walk">\n<picture file="report-flow.png" sha256="%s" caption="流程"/>\n<page>\n<picture file="report-rate.svg" sha256="%s" caption="合格率"/></page>\n</album>\n' "$flow" "$1"
}

expect_status 0 "$YINFA" init "$office"
album 0000000000000000000000000000000000000000000000000000000000000000 >"$scratch/in/album.xml"
expect_status 1 "$YINFA" ingest -w "$office" $definitions "$scratch/in"
expect_in "album.xml 第4行：错误［合格率］“校验值”填的是“0000" "$scratch/out"
expect_in "而是$rate（attachment.digest）" "$scratch/out"
expect_in "接收 0 件，退回 1 件" "$scratch/out" # the pictures in the folder are no submissions

album "$rate" >"$scratch/in/album.xml"
expect_status 0 "$YINFA" ingest -w "$office" $definitions "$scratch/in"
expect_status 0 "$YINFA" explain -w "$office" $definitions 2
expect_in "图片：report-flow.png（第 2 行），png" "$scratch/out"
expect_in "图片：report-rate.svg（第 4 行），svg" "$scratch/out"
expect_in "$rate" "$scratch/out"
expect_status 0 "$YINFA" explain --format=json -w "$office" $definitions 2
expect_in '"attachments":[{"file":"report-flow.png","line":2,"type":"png"' "$scratch/out"

# Drawn from the archive: the folder may be gone.
rm -r "$scratch/in"
expect_status 0 "$YINFA" publish -q -w "$office" $definitions album name=walk
pdfimages -list "$office/published/walk.pdf" | grep -q ' 1024 *237 ' || fail "the PNG is not in the PDF"
pdftotext "$office/published/walk.pdf" - | grep -q 2023 || fail "the SVG's text is not in the PDF"

# A picture that the archive has lost is a finding, not a gap.
chmod -R u+w "$office/archive"
mv "$office/archive/$(echo "$flow" | cut -c1-2)/$flow.png" "$scratch/lost.png"
expect_status 1 "$YINFA" publish -q --force -w "$office" $definitions album name=walk
expect_in "archive:$flow" "$scratch/out"
mv "$scratch/lost.png" "$office/archive/$(echo "$flow" | cut -c1-2)/$flow.png"

# From standard input: what the archive has is there, all else is nowhere.
album "$rate" | sed 's/name="walk"/name="again"/' >"$scratch/again.xml"
expect_status 0 "$YINFA" ingest -q -w "$office" $definitions - <"$scratch/again.xml"
sed 's/sha256="[0-9a-f]*"/sha256="0000000000000000000000000000000000000000000000000000000000000000"/' "$scratch/again.xml" >"$scratch/other.xml"
expect_status 1 "$YINFA" ingest -q -w "$office" $definitions - <"$scratch/other.xml"
expect_in "（attachment.no-folder）" "$scratch/out"

# Cut off on its way: told when it comes. Whole, but with no picture inside: found when it is drawn, and
# nothing is issued.
mkdir "$scratch/in"
head -c 20000 samples/documents/report-flow.png >"$scratch/in/report-flow.png"
flow=$(sha256sum <"$scratch/in/report-flow.png" | cut -c1-64)
album "$rate" | sed 's/name="walk"/name="hollow"/' >"$scratch/in/album.xml"
expect_status 1 "$YINFA" ingest -q -w "$office" $definitions "$scratch/in/album.xml"
expect_in "第2行：错误［流程］“图片文件”填的是“report-flow.png”：图片文件已损坏或者不完整（attachment.damaged）" "$scratch/out"
{ head -c 33 samples/documents/report-flow.png && tail -c 12 samples/documents/report-flow.png; } >"$scratch/in/report-flow.png"
flow=$(sha256sum <"$scratch/in/report-flow.png" | cut -c1-64)
album "$rate" | sed 's/name="walk"/name="hollow"/' >"$scratch/in/album.xml"
expect_status 0 "$YINFA" ingest -q -w "$office" $definitions "$scratch/in/album.xml"
expect_status 1 "$YINFA" publish -q -w "$office" $definitions album name=hollow
expect_in "（format.image-damaged）" "$scratch/out"
[ ! -e "$office/published/hollow.pdf" ] || fail "a document with a hollow picture was issued"
echo "pictures: archived, drawn, explained, refused"
