#!/bin/sh
# The sheets of the sample examination's certificates: each file bears its own number and a code that says what the
# ledger holds; a volume holds them all, with cover and list; on sheets that are printed already, what is filled in
# stands exactly where the certificate has it, or as much further as the offsets say.
. "$(dirname "$0")/common.sh"
office=$scratch/office
published=$office/published

issue_sample_certificates "$office"

certificates=$(sql "$office" "SELECT count(*) FROM certificate")
[ "$certificates" -gt 0 ] || fail "no certificate was issued"
sql "$office" "SELECT number, payload FROM certificate ORDER BY number LIMIT 3" >"$scratch/issued"
while IFS='|' read -r number payload; do
    pdftoppm -r 150 -gray -png -singlefile "$published/certificate-$number.pdf" "$scratch/page"
    zbarimg -q --raw "$scratch/page.png" >"$scratch/code" 2>/dev/null
    [ "$(cat "$scratch/code")" = "$payload" ] || fail "the code on $number does not say $payload"
    pdftotext -raw "$published/certificate-$number.pdf" "$scratch/text"
    expect_in "Certificate Number $number" "$scratch/text"
done <"$scratch/issued"

pages() { pdfinfo "$1" | awk '/^Pages/ { print $2 }'; }
expect_status 0 "$YINFA" publish -w "$office" certificate-volumes exam=2024 overprint=yes
overprint=$published/certificate-volume-2024-000001-000200-overprint.pdf
whole=$published/certificate-volume-2024-000001-000200.pdf
[ "$(pages "$overprint")" = "$certificates" ] || fail "not one sheet a certificate"
[ "$(pages "$whole")" -ge $((certificates + 2)) ] || fail "no cover, no list"

# Every word of the overprint stands in the whole certificate at the same place (PDF points).
words() { # file, first page, dx, dy: one word a line with its place, moved back
    pdftotext -f "$2" -l "$2" -bbox "$1" - | awk -F'"' -v dx="$3" -v dy="$4" '/<word/ {
        split($9, text, /[<>]/); printf "%.2f %.2f %s\n", $2 - dx, $4 - dy, text[2] }' | sort -u
}
words "$whole" $(($(pages "$whole") - certificates + 1)) 0 0 >"$scratch/whole"
words "$overprint" 1 0 0 >"$scratch/filled"
[ "$(wc -l <"$scratch/filled")" -ge 8 ] || fail "the overprint is empty"
comm -23 "$scratch/filled" "$scratch/whole" >"$scratch/moved"
[ ! -s "$scratch/moved" ] || fail "not where the certificate has it: $(cat "$scratch/moved")"

expect_status 0 "$YINFA" publish -w "$office" certificate-volumes exam=2024 overprint=yes offset_x=10 offset_y=-5
words "$overprint" 1 28.3465 -14.1732 >"$scratch/shifted"
awk 'NR == FNR { at[$3] = at[$3] " " $1 "," $2; next }
     { split(at[$3], places, " "); near = 0
       for (i in places) { split(places[i], p, ","); if ((p[1] - $1) ^ 2 + (p[2] - $2) ^ 2 < 0.01) near = 1 }
       if (!near) print }' "$scratch/filled" "$scratch/shifted" >"$scratch/moved"
[ ! -s "$scratch/moved" ] || fail "not moved by the offsets: $(cat "$scratch/moved")"
expect_status 1 "$YINFA" publish -w "$office" certificate-volumes exam=2024 overprint=yes offset_x=far
expect_in "offset_x" "$scratch/out"

# Volumes of another size do not pass for the same, and there is none of no size.
expect_status 0 "$YINFA" publish -w "$office" certificate-volumes exam=2024 size=5
[ -f "$published/certificate-volume-2024-000006-000010.pdf" ] || fail "no volume of the second five"
[ "$(pages "$published/certificate-volume-2024-000001-000005.pdf")" = 7 ] || fail "the first five are not five sheets, cover and list"
expect_status 1 "$YINFA" publish -w "$office" certificate-volumes exam=2024 size=0
expect_in "size 至少为1" "$scratch/out"
