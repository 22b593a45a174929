#!/bin/sh
# Writes an official document of running text as XSL-FO: invented sentences of a fixed vocabulary, with
# quotations, book titles, dates, figures, units, Western names, dashes and ellipses, in the measures of
# GB/T 9704-2012 (22 lines of 28 characters a page). The same arguments give the same bytes.
#   sh tests/bench/make-gongwen.sh [PARAGRAPHS] [SEED] >gongwen.fo
# Called by tests/end-to-end/typesetting.sh and by whoever wants the time of twelve pages:
#   sh tests/bench/make-gongwen.sh >/tmp/gongwen.fo; time yinfa format /tmp/gongwen.fo -o /tmp/gongwen.pdf
exec awk -v paragraphs="${1:-26}" -v seed="${2:-1}" '
function random(below) {
    seed = (seed * 16807) % 2147483647
    return seed % below
}
function pick(words, count) { return words[1 + random(count)] }
function phrase(    kind) {
    kind = random(26)
    if (kind == 0) return "“" pick(noun, nouns) pick(verb, verbs) "”"
    if (kind == 1) return "《" pick(noun, nouns) pick(noun, nouns) "办法》"
    if (kind == 2) return (2000 + random(25)) "年" (1 + random(12)) "月" (1 + random(28)) "日前"
    if (kind == 3) return (1 + random(99)) "%的" pick(noun, nouns)
    if (kind == 4) return pick(verb, verbs) "QC小组" (10 + random(90)) "学时培训"
    if (kind == 5) return "（" pick(noun, nouns) "、" pick(noun, nouns) "）"
    if (kind == 6) return "——" pick(noun, nouns)
    if (kind == 7) return "GB/T " (9000 + random(999)) "—" (2000 + random(25))
    if (kind == 8) return pick(noun, nouns) "等" (3 + random(40)) "项……"
    if (kind == 9) return "ISO 9001 standard " pick(noun, nouns)
    return pick(verb, verbs) pick(noun, nouns)
}
function sentence(    text, i, count) {
    count = 2 + random(5)
    for (i = 0; i < count; i++)
        text = text (i ? (random(4) ? "，" : random(3) ? "、" : "；") : "") phrase() phrase()
    return text (random(9) ? "。" : random(2) ? "！" : "？")
}
BEGIN {
    nouns = split("质量管理 企业 标准 认证 检验 计量 品牌 小组活动 主管部门 产品 服务 工作方案 卓越绩效 首席质量官 市州 考核 指标 成果 责任 监督抽查 人才队伍 中小企业 数据 报告 社会组织", noun, " ")
    verbs = split("推进 落实 开展 完善 加强 提升 组织 报送 汇总 审核 公布 建立健全 指导 督促 总结推广 严格执行 深入实施 统筹", verb, " ")
    print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    print "<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" xmlns:y=\"urn:yinfa:format\" xml:lang=\"zh-CN\" font-family=\"仿宋\" font-size=\"16pt\" line-height=\"29pt\" text-align=\"justify\">"
    print "<fo:layout-master-set><fo:simple-page-master master-name=\"page\" page-width=\"210mm\" page-height=\"297mm\" margin-top=\"37mm\" margin-bottom=\"35mm\" margin-left=\"28mm\" margin-right=\"26mm\"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>"
    print "<fo:page-sequence master-reference=\"page\"><fo:flow flow-name=\"xsl-region-body\">"
    print "<fo:block font-family=\"小标宋\" font-size=\"22pt\" line-height=\"32pt\" text-align=\"center\" space-after=\"29pt\">关于开展质量提升行动的通知</fo:block>"
    for (p = 0; p < paragraphs; p++) {
        text = ""
        for (s = 2 + random(5); s > 0; s--)
            text = text sentence()
        print "<fo:block text-indent=\"2em\">" text "</fo:block>"
    }
    print "</fo:flow></fo:page-sequence></fo:root>"
}'
