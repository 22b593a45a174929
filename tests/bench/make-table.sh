#!/bin/sh
# make-table.sh N > FILE.fo: a ruled table of N rows and eight columns with its head on every page.
set -eu
[ $# = 1 ] || { echo "usage: make-table.sh N >FILE.fo" >&2; exit 2; }
awk -v rows="$1" 'function cell(text) { return "<fo:table-cell border=\"0.5pt solid black\" padding=\"1pt\"><fo:block>" text "</fo:block></fo:table-cell>" }
BEGIN {
    split("甲 乙 丙 丁 戊 己 庚 辛 壬 癸", stems, " ")
    print "<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" font-family=\"Times New Roman, 仿宋\" font-size=\"9pt\">"
    print "<fo:layout-master-set><fo:simple-page-master master-name=\"page\" page-width=\"297mm\" page-height=\"210mm\" margin=\"20mm\"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>"
    print "<fo:page-sequence master-reference=\"page\"><fo:flow flow-name=\"xsl-region-body\"><fo:table table-layout=\"fixed\" width=\"100%\" border-collapse=\"collapse\">"
    print "<fo:table-column column-width=\"16mm\"/><fo:table-column column-width=\"proportional-column-width(1)\" number-columns-repeated=\"7\"/>"
    head = cell("序号") cell("地区") cell("计划") cell("完成") cell("完成率") cell("上年") cell("增减") cell("备注")
    print "<fo:table-header><fo:table-row>" head "</fo:table-row></fo:table-header><fo:table-body>"
    for (i = 1; i <= rows; i++)
        print "<fo:table-row>" cell(i) cell("样例" stems[i % 10 + 1] "市") cell(100 + i % 400) cell(90 + i * 7 % 420) \
            cell(i * 7 % 1000 / 10 "%") cell(80 + i * 3 % 300) cell(i % 50 - 25) cell("按计划执行") "</fo:table-row>"
    print "</fo:table-body></fo:table></fo:flow></fo:page-sequence></fo:root>"
}'
