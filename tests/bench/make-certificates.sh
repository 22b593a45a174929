#!/bin/sh
# make-certificates.sh N > FILE.fo: a document of N certificate pages with frame, four faces and N
# different names, as one print run for the printing house.
set -eu
[ $# = 1 ] || { echo "usage: make-certificates.sh N >FILE.fo" >&2; exit 2; }
awk -v pages="$1" 'BEGIN {
    split("甲 乙 丙 丁 戊 己 庚 辛 壬 癸", stems, " "); split("子 丑 寅 卯 辰 巳 午 未 申 酉 戌 亥", branches, " ")
    print "<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" font-family=\"Times New Roman, 仿宋\" font-size=\"16pt\">"
    print "<fo:layout-master-set><fo:simple-page-master master-name=\"page\" page-width=\"297mm\" page-height=\"210mm\" margin=\"15mm\">"
    print "<fo:region-body/></fo:simple-page-master></fo:layout-master-set>"
    print "<fo:page-sequence master-reference=\"page\"><fo:flow flow-name=\"xsl-region-body\">"
    for (i = 1; i <= pages; i++) {
        name = "样例" stems[i % 10 + 1] branches[i % 12 + 1]
        print "<fo:block-container break-before=\"page\" height=\"150mm\" border=\"3pt double #8b0000\" padding=\"12mm\" start-indent=\"0pt\" end-indent=\"0pt\">"
        print "<fo:block font-family=\"小标宋\" font-size=\"36pt\" text-align=\"center\" space-after=\"20pt\">质量经理职业资格证书</fo:block>"
        printf "<fo:block>姓名：%s</fo:block><fo:block>证书编号：2024-429999-%05d</fo:block>\n", name, i
        printf "<fo:block text-indent=\"2em\" text-align=\"justify\">经审查、评定，%s同志符合质量经理职业资格条件，特发此证。</fo:block>\n", name
        print "<fo:block font-family=\"楷体\" text-align=\"end\" space-before=\"30pt\">样例质量协会</fo:block><fo:block text-align=\"end\">2024年11月30日</fo:block></fo:block-container>"
    }
    print "</fo:flow></fo:page-sequence></fo:root>"
}'
