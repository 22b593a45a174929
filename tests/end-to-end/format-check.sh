#!/bin/sh
# Official documents by the ruler: check-format measures FO files and items, publishing measures what it
# makes, and an independent ruler (tests/ruler/independent_ruler.py: mutool, pdftotext, raster) finds the same
# millimetres in the PDF. Without text where text must be, the check fails.
. "$(dirname "$0")/common.sh"

same() { # FO file: our millimetres against the independent ones
    expect_status 0 "$YINFA" format "$1" -o "$scratch/x.pdf"
    expect_status 0 "$YINFA" check-format "$1" --format=json
    cp "$scratch/out" "$scratch/x.json"
    expect_status 0 python3 tests/ruler/independent_ruler.py "$scratch/x.pdf" "$scratch/x.json"
}
same tests/ruler/notice.fo
expect_in "20 rules measured twice, 0 differences" "$scratch/out"

# --- what is broken is said with page and millimetres, in both languages
sed 's/space-before="4mm"/space-before="6mm"/' tests/ruler/notice.fo >"$scratch/broken.fo"
expect_status 1 "$YINFA" check-format "$scratch/broken.fo"
expect_in "不符 §7.2.7 红色分隔线距发文字号：第 1 页 6.00 mm（应为 4.00 ± 0.50 mm）" "$scratch/out"
expect_status 1 "$YINFA" check-format --lang=en "$scratch/broken.fo"
expect_in "BROKEN §7.2.7 from the document number to the red rule: page 1 6.00 mm" "$scratch/out"

# --- a document without text is no document
cat >"$scratch/empty.fo" <<'FO'
<root xmlns="http://www.w3.org/1999/XSL/Format"><layout-master-set>
<simple-page-master master-name="page" page-width="210mm" page-height="297mm"><region-body/></simple-page-master>
</layout-master-set><page-sequence master-reference="page"><flow flow-name="xsl-region-body"><block/></flow>
</page-sequence></root>
FO
expect_status 1 "$YINFA" check-format "$scratch/empty.fo"
for missing in 每一面都有内容 首页有红色的发文机关标志 发文字号形如 首页有标题 首页显示正文 有成文日期; do
    expect_in "$missing" "$scratch/out"
done

# --- every sample: published, checked as an item, and measured by both rulers
w=$scratch/office
expect_status 0 "$YINFA" init "$w"
cp samples/targets-2024/*.xml "$w/inbox/"
expect_status 1 "$YINFA" run -q -w "$w" targets year=2024
expect_status 0 "$YINFA" ingest -q -w "$w" samples/documents/*.xml
measured=0
for id in $(sql "$w" "SELECT id FROM current_official_document ORDER BY id"); do
    item=official-document/document=$id
    expect_status 0 "$YINFA" publish -q -w "$w" official-document document="$id"
    expect_status 0 "$YINFA" check-format -w "$w" "$item" --format=json
    cp "$scratch/out" "$scratch/x.json"
    expect_status 0 python3 tests/ruler/independent_ruler.py \
        "$w/published/official-document-$id-national.pdf" "$scratch/x.json"
    measured=$((measured + 1))
done
[ "$measured" -ge 20 ] || fail "only $measured samples were measured"

# --- checking writes nothing
before=$(find "$w" -type f | sort | xargs sha256sum)
expect_status 0 "$YINFA" check-format -w "$w" official-document/document=notice
[ "$before" = "$(find "$w" -type f | sort | xargs sha256sum)" ] || fail "check-format changed the workspace"
echo "format-check: $measured samples hold GB/T 9704 by two rulers"
