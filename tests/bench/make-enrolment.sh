#!/bin/sh
# make-enrolment.sh N > FILE: an enrolment of N invented persons of one region, for measuring ingest. The
# identity numbers are of region 429999, all different, with right check digits (up to 14 million); year,
# region and majors fit samples/targets-2024.
set -eu
[ $# = 1 ] || { echo "usage: make-enrolment.sh N >FILE" >&2; exit 2; }
awk -v persons="$1" 'BEGIN {
    split("7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2", weight, " ")
    split("质量管理与认证（专科） 质量管理工程（专升本）", major, " ")
    surnames = split("王 李 张 刘 陈 杨 黄 赵 周 吴 徐 孙 胡 朱 高 林 何 郭 罗", surname, " ")
    middles = split("雨 思 梓 晓 建 志 家 明 永 秀 春 佳 俊", middle, " ")
    lasts = split("涵 轩 彤 杰 琳 敏 锋 霞 梅 松 泉", last, " ")
    posts = split("检验员 质量工程师 内审员 计量管理员 质量部经理 职工 化验室主任", post, " ")
    firms = split("样例精工机械厂 样例宏远食品有限公司 样例三鑫汽车零部件股份有限公司 样例计量测试研究院", firm, " ")
    print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    print "<enrolment xmlns=\"urn:yinfa:enrolment\" year=\"2024\" sent=\"2024-03-25\">"
    print "  <region code=\"420100\">武汉市</region>"
    print "  <office>武汉市质量强市工作委员会办公室</office>"
    for (n = 0; n < persons; n++) {
        # sequence number, day, month and year count up like the wheels of a meter
        day = int(n / 999)
        month = int(day / 28)
        year = int(month / 12)
        digits = sprintf("429999%04d%02d%02d%03d", 1960 + year, month % 12 + 1, day % 28 + 1, n % 999 + 1)
        sum = 0
        for (i = 1; i <= 17; i++) sum += substr(digits, i, 1) * weight[i]
        chosen = n % 5 < 3 ? 1 : 2
        count[chosen]++
        printf "  <person>\n    <name>%s%s%s</name>\n    <identity-number>%s%s</identity-number>\n    <major>%s</major>\n    <employer>%s</employer>\n    <post>%s</post>\n  </person>\n",
            surname[n % surnames + 1], middle[n % middles + 1], last[n % lasts + 1],
            digits, substr("10X98765432", sum % 11 + 1, 1), major[chosen], firm[n % firms + 1], post[n % posts + 1]
    }
    printf "  <summary>\n    <count major=\"%s\">%d</count>\n    <count major=\"%s\">%d</count>\n    <total>%d</total>\n  </summary>\n</enrolment>\n",
        major[1], count[1], major[2], count[2], persons
}'
