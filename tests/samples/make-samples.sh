#!/bin/sh
# Writes the enrolment samples: samples/targets-2024/enrolment-CODE.xml, corrected/ and the enrolments in
# broken/. All persons are invented: names are drawn from lists, identity numbers are of region 429999,
# which GB/T 2260 assigns to no place. The same bytes each time: the only chance is a fixed sequence.
# Run from anywhere; tests/samples/check.sh holds the result to what it should be.
set -eu
cd "$(dirname "$0")/../../samples/targets-2024"
mkdir -p corrected broken
rm -f enrolment-*.xml corrected/enrolment-*.xml broken/enrolment-*.xml

# name: code, region, office's 市/州/林区 word, day of sending, persons, count in the wrong first sending
awk '
# --- a fixed sequence (Park and Miller, minimal standard: every product stays below 2^53)
function draw(below) { seed = (seed * 16807) % 2147483647; return int(seed / 2147483647 * below) }
function one_of(list, count) { return list[1 + draw(count)] }

# --- identity numbers: GB 11643, ISO 7064 MOD 11-2
function check_digit(digits,   i, sum) {
    for (i = 1; i <= 17; i++) sum += substr(digits, i, 1) * weight[i]
    return substr("10X98765432", sum % 11 + 1, 1)
}
function identity_number(   year, month, day, digits) {
    do {
        year = 1968 + draw(35)
        month = 1 + draw(12)
        day = 1 + draw(month == 2 ? 28 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31)
        digits = sprintf("429999%04d%02d%02d%03d", year, month, day, 1 + draw(999))
    } while (digits in used)
    used[digits] = 1
    return digits check_digit(digits)
}

function person_name(   name) {
    if (rare_next <= rare_count && draw(16) == 0) return rare[rare_next++]
    do {
        name = one_of(surname, surname_count) one_of(first, first_count) one_of(second, second_count)
    } while (name in named)
    named[name] = 1
    return name
}

function employer_name(place,   trade) {
    if (draw(40) == 0)
        return place "样例检验检测认证技术服务股份有限公司第二分公司质量管理与标准化部"
    if (draw(9) == 0)
        return place one_of(institution, institution_count)
    trade = one_of(trade_list, trade_count)
    return (draw(3) ? place : "") "样例" one_of(word, word_count) trade one_of(form, form_count)
}

function person(major, place) {
    return sprintf("  <person>\n    <name>%s</name>\n    <identity-number>%s</identity-number>\n    <major>%s</major>\n    <employer>%s</employer>\n    <post>%s</post>\n  </person>\n",
                   person_name(), identity_number(), major, employer_name(place), one_of(post, post_count))
}

# One file: persons of both majors mixed, as they came in.
function enrolment(file, code, region, office, sent, junior, senior, total,   left, major, place) {
    place = region
    sub(/土家族苗族自治州$/, "", place)
    sub(/林区$|市$/, "", place)
    head(file, code, region, office, 2024, sent)
    body = ""
    left[1] = junior
    left[2] = senior
    while (left[1] + left[2] > 0) {
        major = draw(left[1] + left[2]) < left[1] ? 1 : 2
        left[major]--
        body = body person(majors[major], place)
    }
    printf "%s", body >file
    tail(file, junior, senior, total)
}
function head(file, code, region, office, year, sent) {
    printf "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<enrolment xmlns=\"urn:yinfa:enrolment\" year=\"%d\" sent=\"%s\">\n", year, sent >file
    printf "  <region code=\"%s\">%s</region>\n  <office>%s</office>\n", code, region, office >file
}
function tail(file, junior, senior, total) {
    printf "  <summary>\n    <count major=\"%s\">%d</count>\n    <count major=\"%s\">%d</count>\n    <total>%d</total>\n  </summary>\n</enrolment>\n", majors[1], junior, majors[2], senior, total >file
    close(file)
}
function entry(name, number, major, employer, post) {
    return sprintf("  <person><name>%s</name><identity-number>%s</identity-number><major>%s</major><employer>%s</employer><post>%s</post></person>\n", name, number, major, employer, post)
}
# A small wrong file: its persons are given, its summary is what is said.
function wrong(name, year, sent, persons, junior, senior, total,   file) {
    file = "broken/enrolment-" name ".xml"
    head(file, "420200", "黄石市", "黄石市质量强市工作委员会办公室", year, sent)
    printf "%s", persons >file
    tail(file, junior, senior, total)
}

BEGIN {
    seed = 20240110
    split("7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2", weight, " ")
    split("质量管理与认证（专科） 质量管理工程（专升本）", majors, " ")
    # common surnames, the commonest several times; some of two characters
    surname_count = split("王 王 李 李 张 张 刘 刘 陈 陈 杨 黄 黄 赵 周 吴 徐 孙 胡 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文 欧阳 上官 司徒 诸葛", surname, " ")
    first_count = split("雨 思 梓 子 文 晓 建 志 家 明 永 秀 春 雪 佳 俊 浩 宇 嘉 晨 欣 若 静 海 玉 丽 立 国 德 世 启 景 楚 江 汉 荆 安 克 仲 绍 令 怀 承 维 敬 凤 桂 金 兰 少", first, " ")
    second_count = split("涵 轩 彤 萱 豪 杰 琳 敏 锋 霞 莲 梅 松 柏 泉 辉 琪 瑶 琴 颖 婷 悦 妍 航 博 睿 渊 哲 彬 超 鹏 波 涛 峰 岚 菲 蓉 芸 霖 昱 炜 炎 远 民 生 荣 芳 英 萍 亮", second, " ")
    # GB 18030 level 3 (𬱖 U+2CC56, 𡐓 U+21413, 𠅤 U+20164, 㛃, 䶮), beyond GB 2312 (喆 堃 昇 玥 …), names with a dot
    rare_count = split("王𬱖 陈喆 迪丽努尔·样例江 李䶮 周昇 张堃 赵玥瑶 刘㛃 阿依夏木·样例提 胡𡐓 吴𠅤 孙玥 黄喆涵 徐昇平 马依拉·样例汗 郭䶮 何堃元 扎西·样例多吉 高珺 林翀 宋𬱖然 谢燚 罗赟 郑玥", rare, " ")
    rare_next = 1
    institution_count = split("样例质量技术监督检验所 样例计量测试研究院 样例特种设备检验中心 样例纤维检验所 样例标准化研究所 样例职业技术学校", institution, " ")
    word_count = split("精工 宏远 长江 三鑫 明德 恒信 楚风 华盛 新源 正泰行 博雅 绿野 金桥 天和 瑞丰", word, " ")
    trade_count = split("机械 食品 纺织 电子 汽车零部件 建材 医药 化工 光电 检测 农业科技 包装 钢构 磁材料", trade_list, " ")
    form_count = split("厂 有限公司 有限公司 有限责任公司 股份有限公司 集团有限公司", form, " ")
    post_count = split("质量部经理 质量部副经理 质量工程师 质量工程师 检验员 检验员 内审员 计量管理员 标准化专员 化验室主任 首席质量官 QC小组组长 品管主管 体系工程师 质量负责人 技术负责人 车间主任 工艺员 职工 职工 副总经理 质量安全部部长兼体系运行负责人", post, " ")
}

{ enrolment("enrolment-" $1 ".xml", $1, $2, $2 == "恩施土家族苗族自治州" ? "恩施州质量强州工作委员会办公室" : $2 "质量强" $3 "工作委员会办公室",
            $4, $5, $6, $7) }

END {
    # the persons of 孝感市 were right, their total was not
    while ((getline line <"enrolment-420900.xml") > 0) {
        sub(/sent="2024-03-27"/, "sent=\"2024-03-30\"", line)
        sub(/<total>44</, "<total>41<", line)
        print line >"corrected/enrolment-420900.xml"
    }
    close("corrected/enrolment-420900.xml")

    # somebody of 武汉市, to be sent in by 黄石市 too
    while ((getline line <"enrolment-420100.xml") > 0 && !taken) {
        if (line ~ /<name>/) { name = line; gsub(/ *<\/?name>/, "", name) }
        if (line ~ /<identity-number>/) { taken = line; gsub(/ *<\/?identity-number>/, "", taken) }
    }

    a = entry("田样例", "429999199001010015", majors[1], "黄石样例机床厂", "检验员")
    b = entry("石样例", "429999199001010023", majors[2], "黄石样例食品有限公司", "质量部经理")
    wrong("wrong-year", 2023, "2023-03-25", a b, 1, 1, 2)
    wrong("person-in-two-regions", 2024, "2024-03-25", a b entry(name, taken, majors[1], "黄石样例光电有限公司", "内审员"), 2, 1, 3)
    wrong("person-twice", 2024, "2024-03-25", a b entry("田样例", "429999199001010015", majors[2], "黄石样例机床厂", "检验员"), 1, 2, 3)
    wrong("bad-identity-number", 2024, "2024-03-25", \
        entry("甲样例", "429999199001010014", majors[1], "样例机床厂", "检验员") \
        entry("乙样例", "429999199002300014", majors[1], "样例机床厂", "检验员") \
        entry("丙样例", "42999919900101001", majors[1], "样例机床厂", "检验员") \
        entry("丁样例", "42999919900101004x", majors[2], "样例机床厂", "检验员") \
        entry("戊样例", "009999199001010012", majors[2], "样例机床厂", "检验员") \
        entry("己样例", "99999919900101001" check_digit("99999919900101001"), majors[2], "样例机床厂", "检验员") \
        entry("庚样例", "429999900101001", majors[1], "样例机床厂", "检验员") \
        entry("辛样例", "429999 19900101 0015", majors[1], "样例机床厂", "检验员") \
        entry("壬样例", "42999920991231001" check_digit("42999920991231001"), majors[1], "样例机床厂", "检验员"), 6, 3, 9)
    wrong("bad-names", 2024, "2024-03-25", \
        entry("田　例", "429999199001010015", majors[1], "样例机床厂", "检验员") \
        entry("石\356\240\225例", "429999199001010023", majors[2], "样例机床厂", "检验员") \
        entry("王？", "42999919900101004X", majors[2], "样例机床厂", "检验员") \
        entry("扎西•样例", "42999919900101005" check_digit("42999919900101005"), majors[2], "样例机床厂", "检验员") \
        entry("", "42999919900101006" check_digit("42999919900101006"), majors[2], "样例机床厂", "检验员"), 1, 4, 5)
    wrong("empty-entries", 2024, "2024-03-25", a entry("石样例", "429999199001010023", majors[2], "", " "), 1, 1, 2)
    wrong("unknown-major", 2024, "2024-03-25", a entry("石样例", "429999199001010023", "质量管理工程(专升本)", "样例机床厂", "检验员"), 1, 1, 2)
    wrong("counts", 2024, "2024-03-25", a b, 2, 1, 3)
    wrong("impossible-date", 2024, "2024-02-30", a b, 1, 1, 2)
}' <<'LIST'
420100 武汉市 市 2024-03-25 63 45 108
420200 黄石市 市 2024-03-26 22 19 41
420300 十堰市 市 2024-03-22 30 22 52
420600 襄阳市 市 2024-03-29 33 29 62
420500 宜昌市 市 2024-03-28 31 24 55
421000 荆州市 市 2024-03-31 21 17 38
420800 荆门市 市 2024-03-20 18 12 30
420700 鄂州市 市 2024-03-25 14 8 22
420900 孝感市 市 2024-03-27 23 18 44
421100 黄冈市 市 2024-04-08 20 15 35
421200 咸宁市 市 2024-03-29 20 17 37
422800 恩施土家族苗族自治州 州 2024-03-28 16 11 27
429004 仙桃市 市 2024-03-18 13 7 20
429006 天门市 市 2024-03-29 7 4 11
429005 潜江市 市 2024-03-26 9 8 17
429021 神农架林区 区 2024-03-21 6 0 6
LIST
