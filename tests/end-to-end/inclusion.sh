#!/bin/sh
# A publication that includes another by reference (y:publication): its pages are those of the other,
# numbered on, in the other's own look; it is made anew when the other's rows or stylesheet change; what
# cannot be included is told where it was asked for.
. "$(dirname "$0")/common.sh"
office=$scratch/office
own=$scratch/own
sheets=$own/stylesheets
mkdir -p "$sheets/letter" "$sheets/long"

# letter: a page of its own, then what its parameters ask for as annex 2; an id and masters named as in
# the included ones, so that a clash would show.
publication() { # name, parameters
    cat <<X
<publication xmlns="urn:yinfa:publication" name="$1">
  <title>$1</title>${2:-}
  <query name="one">SELECT 1 AS one</query>
  <output format="pdf" stylesheet="$1.xsl" file="$1.pdf"/>
</publication>
X
}
stylesheet() { # what stands in fo:root behind the masters
    cat <<X
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:y="urn:yinfa:format">
  <xsl:template match="/data">
    <fo:root font-family="仿宋" font-size="16pt">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="tables" page-width="148mm" page-height="210mm" margin="20mm"><fo:region-body/></fo:simple-page-master>
      </fo:layout-master-set>
$1
    </fo:root>
  </xsl:template>
${2:-}
</xsl:stylesheet>
X
}
publication letter '<parameter name="name" type="text" label="附什么"/><parameter name="year" type="text" label="年度"/>' >"$sheets/letter/publication.xml"
stylesheet '<fo:page-sequence master-reference="tables"><fo:flow flow-name="xsl-region-body"><fo:block id="top">来信第<fo:page-number/>页，末页<fo:page-number-citation ref-id="end"/></fo:block></fo:flow></fo:page-sequence>
      <y:publication name="{parameter[@name = '"'name'"']/@value}" annex="2" file="letter.xml" line="57">
        <xsl:if test="parameter[@name = '"'year'"']/@value != '"''"'"><y:parameter name="year" value="{parameter[@name = '"'year'"']/@value}"/></xsl:if>
      </y:publication>
      <fo:page-sequence master-reference="tables"><fo:flow flow-name="xsl-region-body"><fo:block id="end">信末第<fo:page-number/>页</fo:block></fo:flow></fo:page-sequence>' >"$sheets/letter/letter.xsl"

# long: rows fetched as the pages fill, an id that letter has too, a picture of its own, another size.
publication long '' | sed 's|<query.*|<query name="numbers">WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n != 300) SELECT n FROM n ORDER BY n</query>|' >"$sheets/long/publication.xml"
stylesheet '<fo:page-sequence master-reference="tables" font-size="20pt"><fo:flow flow-name="xsl-region-body"><fo:block id="top">长表附件<xsl:value-of select="@annex"/>，见<fo:page-number-citation ref-id="top"/>页<fo:external-graphic src="mark.png" content-width="5mm" y:alternate-text="红点"/></fo:block>
        <fo:table table-layout="fixed" width="100%"><fo:table-column column-width="100%"/><fo:table-body><y:rows query="numbers" mode="n" chunk="70"/></fo:table-body></fo:table></fo:flow></fo:page-sequence>' \
    '<xsl:template match="row" mode="n"><fo:table-row><fo:table-cell><fo:block>行<xsl:value-of select="@n"/>；</fo:block></fo:table-cell></fo:table-row></xsl:template>' >"$sheets/long/long.xsl"
python3 - "$sheets/long/mark.png" <<'X'
import struct, sys, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
open(sys.argv[1], "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
                              + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b""))
X

expect_status 0 "$YINFA" init "$office"
expect_status 0 "$YINFA" ingest -q -w "$office" schemas/regions/hubei.xml samples/targets-2024/00-regions-samples.xml samples/targets-2024/target-plan-2024.xml
publish() { # status, parameters…
    wanted=$1
    shift
    expect_status "$wanted" "$YINFA" publish -q -w "$office" --definitions "$own" "$@"
}

# The list by itself and as an annex: the same pages but for 附件2 instead of the document's number.
publish 0 target-list year=2024
publish 0 letter name=target-list year=2024
text() { pdftotext -enc UTF-8 -layout "$office/published/$1" - | tr -d ' \f'; }
text target-list-2024.pdf >"$scratch/alone"
text letter.pdf >"$scratch/letter"
expect_in 来信第1页，末页 "$scratch/letter"
expect_in 信末第 "$scratch/letter"
grep -q '〔2024〕.*附件$' "$scratch/alone" || fail "the list by itself does not carry the document's number"
grep -qx 附件2 "$scratch/letter" || fail "the annex does not say 附件2"
grep -v '附件$' "$scratch/alone" | grep -v '^—[0-9]*—$' | sort >"$scratch/alone-rows"
sort "$scratch/letter" >"$scratch/letter-rows"
lost=$(comm -23 "$scratch/alone-rows" "$scratch/letter-rows" | grep -c . || true)
[ "$lost" = 0 ] || fail "$lost lines of the list are not in the letter"
pages=$(pdfinfo "$office/published/target-list-2024.pdf" | sed -n 's/^Pages: *//p')
all=$(pdfinfo "$office/published/letter.pdf" | sed -n 's/^Pages: *//p')
[ "$all" = $((pages + 2)) ] || fail "$all pages, expected $pages and 2"
grep -q "^—$((pages + 1))—$" "$scratch/letter" || fail "the annex's pages are not numbered on"
pdftotext -bbox -f 2 -l 2 "$office/published/letter.pdf" - | grep '>—<' | head -1 | sed 's/.*xMin="\([0-9]*\).*/\1/' >"$scratch/number-at"
[ "$(cat "$scratch/number-at")" -lt 200 ] || fail "the page number of an even page does not stand at the left"
grep -q "末页$all" "$scratch/letter" || fail "the last page is not cited as $all"
pdfinfo "$office/published/letter.pdf" | grep -q "^Page size: *419" || fail "the letter's own page is not A5"
pdfinfo -f 2 -l 2 "$office/published/letter.pdf" | grep -q "(A4)" || fail "the list's page is not A4"

# Up to date, and made anew when what it includes has changed.
expect_status 0 "$YINFA" publish -w "$office" --definitions "$own" letter name=target-list year=2024
expect_in "未变 1 件" "$scratch/out"
expect_status 0 "$YINFA" explain -w "$office" --definitions "$own" "letter/name=target-list&year=2024"
expect_in "并入：target-list/year=2024" "$scratch/out"
expect_in "没有变化" "$scratch/out"
sed 's/>100</>101</; s/>750</>751</' samples/targets-2024/target-plan-2024.xml >"$scratch/plan.xml"
cmp -s "$scratch/plan.xml" samples/targets-2024/target-plan-2024.xml && fail "the plan was not changed"
expect_status 0 "$YINFA" ingest -q -w "$office" "$scratch/plan.xml"
expect_status 0 "$YINFA" explain -w "$office" --definitions "$own" "letter/name=target-list&year=2024"
expect_in "数据变了" "$scratch/out"
expect_status 0 "$YINFA" publish -w "$office" --definitions "$own" letter name=target-list year=2024
expect_in "新做 1 件" "$scratch/out"

# Streamed rows arrive whole, names do not clash, its picture is found; a change to its stylesheet counts.
publish 0 letter name=long year=
text letter.pdf >"$scratch/letter"
expect_in 长表附件2，见2页 "$scratch/letter"
n=1
while [ "$n" -le 300 ]; do
    grep -qx "行$n；" "$scratch/letter" || fail "row $n of the included table is missing"
    n=$((n + 1))
done
pdfimages -list "$office/published/letter.pdf" | grep -q "image" || fail "the included picture is not drawn"
cp "$office/published/letter.pdf" "$scratch/first.pdf"
expect_status 0 "$YINFA" publish -q --force -w "$office" --definitions "$own" letter name=long year=
cmp -s "$scratch/first.pdf" "$office/published/letter.pdf" || fail "made twice, not the same bytes"
sed -i 's/长表附件/长长表附件/' "$sheets/long/long.xsl"
expect_status 0 "$YINFA" explain -w "$office" --definitions "$own" "letter/name=long&year="
expect_in "样式或定义变了" "$scratch/out"

# What cannot be included is told where the submission asked for it.
refused() { # name, year, finding
    publish 1 letter name="$1" year="$2"
    expect_in "letter.xml 第57行" "$scratch/out"
    expect_in "［附件2］" "$scratch/out"
    expect_in "（$3）" "$scratch/out"
}
refused no-such-thing '' inclusion.unknown
refused letter 2024 inclusion.itself
refused enrolment-roster 2024 inclusion.each
refused target-list '' parameter.missing
refused target-list abc parameter.integer
publish 1 letter name=target-list year=1999
expect_in "1999年度还没有接收到目标清单" "$scratch/out"

# A publication that includes others itself: one level only.
mkdir -p "$sheets/outer"
publication outer '' >"$sheets/outer/publication.xml"
stylesheet '<y:publication name="letter"><y:parameter name="name" value="long"/><y:parameter name="year" value=""/></y:publication>' >"$sheets/outer/outer.xsl"
publish 1 outer
expect_in "（inclusion.nested）" "$scratch/out"

# An official document with the list as its annex 3.
expect_status 0 "$YINFA" ingest -q -w "$office" samples/documents/everything.xml
"$YINFA" publish -q -w "$office" official-document document=everything >"$scratch/out" 2>&1 || [ $? = 1 ] || fail "official-document"
[ -s "$office/published/official-document-everything-national.pdf" ] || fail "the official document was not made" # its format is judged elsewhere
text official-document-everything-national.pdf >"$scratch/document"
expect_in 附件3 "$scratch/document"
expect_in 合计751 "$scratch/document"
grep -q '号附件' "$scratch/document" && fail "an annex that is bound in carries a document number"
expect_status 0 "$YINFA" explain -w "$office" official-document/document=everything
expect_in "并入：target-list/year=2024" "$scratch/out"
sed 's/name="year" value="2024"/name="year" value="second"/' samples/documents/everything.xml >"$scratch/everything.xml"
line=$(grep -n 'publication name="target-list"' "$scratch/everything.xml" | cut -d: -f1)
cp samples/documents/*.png "$scratch/"
expect_status 0 "$YINFA" ingest -q -w "$office" "$scratch/everything.xml"
publish 1 official-document document=everything
expect_in "everything.xml 第$line行：错误［附件3］“印发件的参数”" "$scratch/out"

# More than anyone wants is not attempted.
mkdir -p "$sheets/many"
publication many '' >"$sheets/many/publication.xml"
stylesheet "$(yes '<y:publication name="target-list"><y:parameter name="year" value="2024"/></y:publication>' | head -n 100)" >"$sheets/many/many.xsl"
publish 1 many
expect_in "（inclusion.many）" "$scratch/out"

# The gate looks at the included rows too: a character no font can draw.
sqlite3 "$office/yinfa.db" "UPDATE target SET region_name = region_name || char(0x10FFFD) WHERE ordinal = 1"
publish 4 letter name=target-list year=2024
expect_in "U+10FFFD" "$scratch/out"
echo "inclusion: as an annex, up to date, streamed, refused, gated"
