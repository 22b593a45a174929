#!/bin/sh
# What an examination publishes for everybody to read holds no whole identity number and no telephone number of a
# candidate, in whatever format; what holds them, only its owner reads.
. "$(dirname "$0")/common.sh"
office=$scratch/office
published=$office/published

issue_sample_certificates "$office"
cp samples/exam-2024/corrected/* "$office/inbox"
expect_status 1 "$YINFA" run -w "$office" certificates exam=2024 # one application is undecided
expect_status 0 "$YINFA" run -w "$office" examination exam=2024
expect_status 0 "$YINFA" publish -w "$office" register employer=yes

sql "$office" "SELECT identity_number FROM exam_candidate UNION SELECT phone FROM exam_candidate" |
    grep -E '^[0-9]{11,17}[0-9X]?$' >"$scratch/secrets"
[ "$(wc -l <"$scratch/secrets")" -gt 100 ] || fail "there are too few numbers to look for"

# Its text, what its head says of it too, without the places where lines end.
text_of() {
    case $1 in
    *.pdf) pdftotext -raw "$1" - && pdfinfo "$1" && pdfinfo -meta "$1" && pdfinfo -struct-text "$1" ;;
    *) cat "$1" ;;
    esac 2>/dev/null | tr -d ' \n\f'
}
public=0 private=0
for file in "$published"/*; do
    if [ "$(stat -c %a "$file")" = 600 ]; then
        private=$((private + 1))
        continue
    fi
    public=$((public + 1))
    text_of "$file" >"$scratch/text"
    [ -s "$scratch/text" ] || fail "$file has no text"
    if grep -oFf "$scratch/secrets" "$scratch/text" | head -3; then :; fi >"$scratch/told"
    [ ! -s "$scratch/told" ] || fail "$(basename "$file") is for everybody and tells $(cat "$scratch/told")"
done
for name in pass-list-2024.pdf pass-list-2024.csv register.pdf register.csv register.html mark-analysis-2024.pdf verify.html; do
    [ "$(stat -c %a "$published/$name")" = 644 ] || fail "$name is not for everybody"
done
[ "$public" -ge 12 ] && [ "$private" -ge 100 ] || fail "only $public public and $private private files were made"

# That the search finds what is there: a notice holds its candidate's number.
text_of "$(find "$published" -name 'mark-notice-*.pdf' | sort | head -1)" >"$scratch/text"
grep -qFf "$scratch/secrets" "$scratch/text" || fail "a notice without its number: the search finds nothing"
