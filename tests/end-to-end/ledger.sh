#!/bin/sh
# The ledger of certificates: numbers run without a gap and are never used again, what was printed is
# never made again, and a person's decisions stay on record with their reasons.
. "$(dirname "$0")/common.sh"
w=$scratch/office
own="--definitions $scratch/own"
cp -R tests/definitions "$scratch/own"

list() { # year, then lines of name and number: a list of those who completed
    echo "<diploma-list xmlns='urn:yinfa:diploma-list' year='$1'>"
    while read -r name number day; do
        echo "<person name='$name' identity-number='$number' completed='${day:-$1-06-30}'/>"
    done
    echo "</diploma-list>"
}
run() { # status, then options
    wanted=$1
    shift
    expect_status "$wanted" "$YINFA" run -w "$w" $own diplomas year=2024 "$@"
}
numbers() {
    sql "$w" "SELECT group_concat(number || ' ' || state, '; ') FROM (SELECT * FROM certificate ORDER BY series, serial)"
}
expect_numbers() {
    [ "$(numbers)" = "$1" ] || fail "the ledger holds $(numbers), expected $1"
}
archived() { # number
    digest=$(sql "$w" "SELECT pdf_sha256 FROM certificate WHERE number = '$1'")
    find "$w/archive" -name "$digest.pdf"
}
expect_withdrawn() { # number: out of force, its file is in the archive and nowhere among what is published
    [ -z "$(ls "$w/published" | grep "$1")" ] || fail "a file of $1 is still published"
    ! grep -q "diploma-$1.pdf" "$w/published/manifest.tsv" || fail "the manifest still names $1"
    [ "$(sql "$w" "SELECT count(*) FROM output WHERE path GLOB 'published/*$1*'")" = 0 ] || fail "an output of $1 is on record"
    [ -f "$(archived "$1")" ] || fail "the archive has lost $1"
}
files() {
    (cd "$w/published" && sha256sum diploma-*.pdf)
}

expect_status 0 "$YINFA" init "$w"
printf '%s\n' '样例甲 429999199001010015' '样例乙 429999199001010023' '样例丙 429999199001010031' | list 2024 >"$w/inbox/a.xml"

# without a key nothing is issued; with one the whole list is
run 3
expect_in "yinfa keygen" "$scratch/err"
expect_numbers ""
expect_status 0 "$YINFA" keygen -w "$w"
cp -a "$w" "$scratch/second"
run 0
expect_in "新编号 3 张，已有 0 张" "$scratch/out"
expect_numbers "JY20240000010 printed; JY20240000028 printed; JY20240000036 printed"
files >"$scratch/first"
[ "$(sql "$w" "SELECT count(*) FROM certificate AS c JOIN output AS o ON o.sha256 = c.pdf_sha256 WHERE o.path LIKE '%' || c.number || '.pdf'")" = 3 ] || fail "a certificate does not hold the digest of its PDF"
[ "$(find "$w/archive" -name '*.pdf' -perm 400 | wc -l)" = 3 ] || fail "the archive does not hold the three PDFs"
run 0
expect_in "新编号 0 张，已有 3 张" "$scratch/out"
expect_in "新做 0 件，未变 3 件" "$scratch/out"

# two workers print the same; and while the archive takes nothing (files stand where its folders would),
# no certificate counts as printed
w=$scratch/second
for folder in 0 1 2 3 4 5 6 7 8 9 a b c d e f; do
    for name in 0 1 2 3 4 5 6 7 8 9 a b c d e f; do
        [ -e "$w/archive/$folder$name" ] || : >"$w/archive/$folder$name"
    done
done
run 3 -j 2
[ "$(sql "$w" "SELECT count(*), sum(state = 'issued'), count(pdf_sha256) FROM certificate")" = "3|3|0" ] || fail "a certificate counts as printed that is not in the archive"
find "$w/archive" -size 0 -delete
run 0 -j 2
expect_in "新编号 0 张，已有 3 张" "$scratch/out"
files | cmp - "$scratch/first" || fail "two workers print other bytes"
w=$scratch/office

# a printed certificate is not made again: not for a new stylesheet, not when forced
sed -i 's/结业证书/改版证书/' "$scratch/own/stylesheets/diplomas/diploma.xsl"
run 0
run 0 --force
expect_in "3 张不再重做，--force 也不重做" "$scratch/out"
files | cmp - "$scratch/first" || fail "a printed certificate was made again"
expect_status 0 "$YINFA" explain -w "$w" $own diplomas/year=2024\&overprint=no#JY20240000010
expect_in "已印发的证书不再重做" "$scratch/out"

# what is missing or altered is put back from the archive, byte for byte, also with two workers
rm "$w/published/diploma-JY20240000010.pdf"
chmod u+w "$w/published/diploma-JY20240000028.pdf"
echo x >>"$w/published/diploma-JY20240000028.pdf"
run 0 -j 2
expect_in "补回已印发的证书文件 2 个" "$scratch/out"
files | cmp - "$scratch/first" || fail "what was put back differs"
[ "$(stat -c %a "$w/published/diploma-JY20240000010.pdf")" = 600 ] || fail "what was put back may be read by others"
expect_status 0 "$YINFA" publish -w "$w" $own diplomas year=2024 -o "$scratch/elsewhere"
(cd "$scratch/elsewhere" && sha256sum diploma-*.pdf) | cmp - "$scratch/first" || fail "another folder got other bytes"
# … and what the archive has lost is told, not made again
kept=$(find "$w/archive" -name '*.pdf' | sort | head -1)
mv "$kept" "$scratch/kept.pdf"
lost=$(cd "$w/published" && sha256sum diploma-*.pdf | grep "$(basename "$kept" .pdf)" | cut -c67-)
rm "$w/published/$lost"
run 1
expect_in "存档中它的文件不见了" "$scratch/out"
[ ! -e "$w/published/$lost" ] || fail "a certificate the archive has lost was made again"
mv "$scratch/kept.pdf" "$kept"
run 0
files | cmp - "$scratch/first"

# overprints are no certificates: they follow the stylesheet
expect_status 0 "$YINFA" publish -w "$w" $own diplomas year=2024 overprint=yes
sed -i 's/改版证书/又改版证书/' "$scratch/own/stylesheets/diplomas/diploma.xsl"
expect_status 0 "$YINFA" publish -w "$w" $own diplomas year=2024 overprint=yes
expect_in "新做 3 件" "$scratch/out"

# voided: with a reason, once, and no second one by itself
expect_status 2 "$YINFA" void -w "$w" JY20240000028
expect_status 2 "$YINFA" void -w "$w" JY20240000028 --reason 材料不实 --date=2024-13-01
expect_status 2 "$YINFA" void -w "$w" JY20240000028 --reason 材料不实 --date=2026-01-02
expect_in "2026-01-02还没有到" "$scratch/err"
for reason in "  " "材料
不实" "$(printf '有效\033[8m')" "$(printf 'a\377')"; do
    expect_status 2 "$YINFA" void -w "$w" JY20240000028 --reason "$reason"
    expect_in "换行、控制字符" "$scratch/err"
done
expect_status 3 "$YINFA" void -w "$w" JY20240000028 --reason 材料不实 --date=2024-06-29
expect_in "早于证书JY20240000028的发证或作废日期2024-06-30" "$scratch/err"
expect_status 3 "$YINFA" void -w "$w" JY20240000029 --reason 材料不实
expect_in "没有编号为“JY20240000029”的证书" "$scratch/err"
expect_status 0 "$YINFA" void -w "$w" JY20240000028 --reason 材料不实 --date=2024-08-01
expect_in "已从 published/ 撤下" "$scratch/out"
expect_withdrawn JY20240000028
expect_status 3 "$YINFA" void -w "$w" JY20240000028 --reason 再次
expect_in "已于2024-08-01作废" "$scratch/err"
run 0
expect_in "证书JY20240000028已经作废，没有另发" "$scratch/out"
expect_numbers "JY20240000010 printed; JY20240000028 voided; JY20240000036 printed"
expect_withdrawn JY20240000028
expect_status 1 "$YINFA" verify -w "$w" "$(archived JY20240000028)" # its bytes are known, and say so
expect_in "作废日期：2024-08-01" "$scratch/out"

# lost: the same content under the next number
expect_status 0 "$YINFA" reissue -w "$w" $own JY20240000036 --reason 遗失补发 --date=2024-09-01
expect_in "JY20240000044" "$scratch/out"
expect_in "内容与原证书相同" "$scratch/out"
expect_withdrawn JY20240000036
run 0
expect_withdrawn JY20240000036
expect_numbers "JY20240000010 printed; JY20240000028 voided; JY20240000036 replaced; JY20240000044 printed"
[ "$(sql "$w" "SELECT replaced_by || replaces || (old.content = new.content) || new.issued_on FROM (SELECT replaced_by, content FROM certificate WHERE number = 'JY20240000036') AS old, (SELECT replaces, content, issued_on FROM certificate WHERE number = 'JY20240000044') AS new")" = JY20240000044JY2024000003612024-09-01 ] || fail "the two do not name each other"
expect_status 3 "$YINFA" reissue -w "$w" $own JY20240000036 --reason 再次
expect_in "由JY20240000044替代" "$scratch/err"

# the data change: what was issued stays and is told; --current takes the new row; who is no longer
# entitled keeps a certificate until a person voids it; a newcomer gets the next number
printf '%s\n' '样例甲甲 429999199001010015' '样例丁 42999919900101004X' | list 2024 >"$w/inbox/b.xml"
run 1
expect_in "证书JY20240000010发出以后数据改了（name）" "$scratch/out"
expect_in "证书JY20240000044的持证人按现在的数据不再应当得到证书" "$scratch/out"
expect_numbers "JY20240000010 printed; JY20240000028 voided; JY20240000036 replaced; JY20240000044 printed; JY20240000052 printed"
expect_status 3 "$YINFA" reissue -w "$w" $own JY20240000044 --reason 换发 --current
expect_in "不能照现在的数据换发" "$scratch/err"
expect_status 0 "$YINFA" reissue -w "$w" $own JY20240000010 --reason 改名 --current
! grep -q "内容与原证书相同" "$scratch/out" || fail "the new row is called the old content"
[ "$(sql "$w" "SELECT content ->> '$.name' FROM certificate WHERE replaces = 'JY20240000010'")" = 样例甲甲 ] || fail "the new row was not taken"
run 1

# a list that cannot be issued whole gives no number at all
n=$(numbers)
printf '%s\n' '样例戊 429999199001010058' '样例己 429999199001010066 2024-6-30' '样例戊 429999199001010058' | list 2024 >"$w/inbox/c.xml"
run 4
expect_in "“2024-6-30”不是日期" "$scratch/out"
expect_in "出现两次" "$scratch/out"
expect_numbers "$n"
printf '%s\n' '样例戊 429999199001010058' '样例㐀𠀀󰀀 429999199001010066' | list 2024 >"$w/inbox/d.xml"
run 4 # a character no font has
expect_numbers "$n"

# nothing in the ledger can be changed or removed behind its back
for statement in "DELETE FROM certificate" "UPDATE certificate SET content = '{}'" "UPDATE certificate SET serial = serial + 100" \
    "UPDATE certificate SET pdf_sha256 = 'x' WHERE state = 'printed'"; do
    ! sqlite3 "$w/yinfa.db" "$statement" 2>/dev/null || fail "the ledger let itself be changed: $statement"
done

# list, status, explain
expect_status 0 "$YINFA" list -w "$w" certificates
expect_in "材料不实" "$scratch/out"
expect_in "已换发" "$scratch/out" # in words; JSON has the names
! grep -q 429999199001010015 "$scratch/out" || fail "the list shows a whole identity number"
expect_status 0 "$YINFA" list -w "$w" certificates --format=json
expect_in '"replaced_by":"JY20240000044"' "$scratch/out"
expect_status 0 "$YINFA" status -w "$w"
expect_in "待印" "$scratch/out"
expect_status 0 "$YINFA" explain -w "$w" $own JY20240000036
expect_in "遗失补发" "$scratch/out"
expect_in "a.xml 第 4 行" "$scratch/out"
echo "ledger: gapless, printed once, with its history"
