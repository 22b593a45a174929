#!/bin/sh
# Tests of stylesheets/ and pipeline/jobs/ without the program: their SQL runs in sqlite3 on a small year
# (schema.sql, data.sql) and is held against figures computed here with awk; the stylesheets run in
# xsltproc, and what a reader would read is held against golden/*.txt. Charts (charts/*.xml) are measured
# against their data. REGEN=1 rewrites the goldens, and tests/layout/charts.fo.
set -eu
cd "$(dirname "$0")"
home=../..
for tool in sqlite3 xmllint xsltproc python3 tidy; do
    command -v "$tool" >/dev/null || { echo "stylesheets: $tool is not installed"; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0 passed=0

verdict() { # NAME EXPECTED-FILE FOUND-FILE
    if diff -u "$2" "$3" >"$work/difference"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $1"
        sed 's/^/    /' "$work/difference"
    fi
}
equal() { # NAME EXPECTED FOUND
    printf '%s\n' "$2" >"$work/expected"
    printf '%s\n' "$3" >"$work/found"
    verdict "$1" "$work/expected" "$work/found"
}
golden() { # NAME FOUND-FILE
    [ -z "${REGEN:-}" ] || cp "$2" "golden/$1"
    verdict "golden/$1" "golden/$1" "$2"
}
new_database() { rm -f "$1"; cat schema.sql data.sql | sqlite3 -bail -batch "$1"; }
query() { # DATABASE PUBLICATION XPATH name=value...: the rows, '|' between columns
    database=$1 definition=$2 xpath=$3
    shift 3
    sh sql.sh "$definition" "$xpath" | sh run-query.sh "$database" list "$@"
}
named() { printf "//*[local-name()='query'][@name='%s']%s" "$1" "${2:-}"; }
sql() { named "$1" "/*[local-name()='sql']"; }
origin() { named "$1" "/*[local-name()='origin']"; }
compose() { # DATABASE NAME STYLESHEET name=value...: writes $work/data.xml and prints the result
    database=$1 publication=$2 stylesheet=$3
    shift 3
    sh data-document.sh "$database" "$home/stylesheets/$publication/publication.xml" "$@" >"$work/data.xml"
    xsltproc --nonet "$home/stylesheets/$publication/$stylesheet" "$work/data.xml"
}

year=$work/year.db
new_database "$year"
target_list=$home/stylesheets/target-list/publication.xml
summary=$home/stylesheets/enrolment-summary/publication.xml
roster=$home/stylesheets/enrolment-roster/publication.xml
slip=$home/stylesheets/return-slip/publication.xml
job=$home/pipeline/jobs/targets.xml

# --- Definitions keep to their schemas ---------------------------------------------------------------
for definition in "$home"/stylesheets/*/publication.xml "$home"/stylesheets/common/profiles.xml \
    "$home"/pipeline/jobs/*.xml; do
    schema=$home/schemas/definitions/$(xmllint --xpath 'local-name(/*)' "$definition" | sed 's/s$//').xsd
    equal "$definition is valid" "" "$(xmllint --noout --schema "$schema" "$definition" 2>&1 |
        grep -v ' validates$' || true)"
done
equal "every query says its order" "" "$(for definition in "$home"/stylesheets/*/publication.xml; do
    for name in $(xmllint --xpath "//*[local-name()='query']/@name" "$definition" |
            sed 's/.*name="\([^"]*\)".*/\1/'); do
        sh sql.sh "$definition" "$(named "$name")" | grep -q 'ORDER BY' || echo "$definition $name"
    done
done)"

# --- The slip calls the kinds what their definitions call them ------------------------------------------
for kind in "$home"/schemas/*/kind.xml; do
    name=$(xmllint --xpath 'string(/*/@name)' "$kind")
    equal "the slip's word for $name" "$(xmllint --xpath "string(/*/*[local-name()='title'])" "$kind")" \
        "$(xmllint --xpath "string(/kinds/kind[@name='$name'])" "$home/stylesheets/return-slip/kinds.xml")"
done

# --- Target list ---------------------------------------------------------------------------------
sqlite3 -batch "$year" "SELECT * FROM target WHERE submission = 3 ORDER BY ordinal" |
    awk -F'|' '{ print $2 "|" $5 "|" $5 "|" $6 "|" $7; sum += $7 } END { print "␀|total|␀|合计|" sum }' >"$work/expected"
query "$year" "$target_list" "$(sql targets)" year=2024 >"$work/found"
verdict "target list: list order, total added up" "$work/expected" "$work/found"
equal "target list: a cell leads to its line" "3|12" \
    "$(query "$year" "$target_list" "$(origin targets)" year=2024 key=420200)"
equal "target list: the total leads to all lines" "9" \
    "$(query "$year" "$target_list" "$(origin targets)" year=2024 key=total | wc -l | tr -d ' ')"
equal "target list: another year has its own" "1|420100|420100|武汉市|9
␀|total|␀|合计|9" "$(query "$year" "$target_list" "$(sql targets)" year=2023)"

# --- Summary -------------------------------------------------------------------------------------
# The figures anew from the bare tables: shares compared as fractions, rounding in whole numbers.
{
    sqlite3 -batch "$year" "SELECT 'target', ordinal, region_code, region_name, head_count FROM target
                            WHERE submission = 3 ORDER BY ordinal"
    sqlite3 -batch "$year" "SELECT 'sent', sender, id, sent FROM submission AS s JOIN enrolment AS e
                            ON e.submission = s.id WHERE period = '2024' AND superseded_by IS NULL"
    sqlite3 -batch "$year" "SELECT 'person', submission, major FROM enrolment_person"
} | awk -F'|' '
    $1 == "target" { n++; code[n] = $3; name[n] = $4; target[n] = $5 }
    $1 == "sent"   { id[$2] = $3; day[$2] = $4 }
    $1 == "person" { count[$2]++; if ($3 ~ /专科/) lower[$2]++; else higher[$2]++ }
    function rate(part, whole) { p = int((part * 2000 + whole) / (2 * whole)); return int(p / 10) "." p % 10 }
    END {
        for (i = 1; i <= n; i++) {
            sum += target[i]
            if (!(code[i] in id)) {
                print i "|" code[i] "|" target[i] "|␀|␀|␀|␀|␀|␀|␀"
                continue
            }
            s = id[code[i]]; place = 1
            for (k = 1; k <= n; k++)
                if ((code[k] in id) && count[id[code[k]]] * target[i] > count[s] * target[k]) place++
            print i "|" code[i] "|" target[i] "|" lower[s]+0 "|" higher[s]+0 "|" count[s]+0 "|" \
                rate(count[s]+0, target[i]) "|" count[s] - target[i] "|" place "|" day[code[i]]
            a += lower[s]; b += higher[s]; c += count[s]
        }
        print "␀|total|" sum "|" a "|" b "|" c "|" rate(c, sum) "|" c - sum "|␀|␀"
    }' >"$work/expected"
query "$year" "$summary" "$(sql regions)" year=2024 | cut -d'|' -f1,2,5-12 >"$work/found"
verdict "summary: figures, shares, ranks" "$work/expected" "$work/found"
equal "summary: what became of each region" "420100|sent|0|␀
420200|sent|0|␀
420600|sent|1|逾期，更正退回
420500|returned|0|退回未重报
420300|sent|1|逾期
420700|sent|0|␀
420400|missing|0|未报送
420800|sent|0|␀
420900|sent|0|␀
total|␀|0|␀" "$(query "$year" "$summary" "$(sql regions)" year=2024 | cut -d'|' -f2,13-15)"
equal "summary: a region leads to its target, its report, its persons" "3|15
13|2
13|17
13|24" "$(query "$year" "$summary" "$(origin regions)" year=2024 key=420300)"
equal "summary: the total leads to every target and report" "16" \
    "$(query "$year" "$summary" "$(origin regions)" year=2024 key=total | wc -l | tr -d ' ')"

# --- Roster --------------------------------------------------------------------------------------
equal "roster: one for every region that sent, in the list's order" \
    "420100 420200 420600 420300 420700 420800 420900" \
    "$(query "$year" "$roster" "$(named regions)" year=2024 | cut -d'|' -f1 | tr '\n' ' ' | sed 's/ $//')"
sqlite3 -batch "$year" "SELECT ordinal, name, identity_number, major, employer, post FROM enrolment_person
                        WHERE submission = 19 ORDER BY ordinal" >"$work/expected"
query "$year" "$roster" "$(sql persons)" year=2024 code=420700 identity=full >"$work/found"
verdict "roster: full numbers on demand, from the corrected report" "$work/expected" "$work/found"
awk -F'|' -v OFS='|' '{ $3 = substr($3, 1, 6) "********" substr($3, 15); print }' "$work/expected" >"$work/masked"
query "$year" "$roster" "$(sql persons)" year=2024 code=420700 identity=masked >"$work/found"
verdict "roster: numbers masked unless asked for" "$work/masked" "$work/found"
equal "roster: an unknown choice is masked too" "4" \
    "$(query "$year" "$roster" "$(sql persons)" year=2024 code=420700 identity= | grep -c '\*\*\*\*\*\*\*\*')"
equal "roster: by major" "质量管理与认证（专科）|5
质量管理工程（专升本）|3" "$(query "$year" "$roster" "$(sql majors)" year=2024 code=420100)"
equal "roster: a person leads to the line" "19|24" \
    "$(query "$year" "$roster" "$(origin persons)" year=2024 code=420700 key=2)"
equal "roster: full numbers are for the owner only" "0600 0600" \
    "$(xmllint --xpath "//*[local-name()='output'][@when='identity=full']/@mode" "$roster" |
        tr -d '\n' | sed 's/ *mode="\([0-9]*\)"/\1 /g; s/ $//')"

# --- Gates ---------------------------------------------------------------------------------------
gate() { # DATABASE ID YEAR
    query "$1" "$job" "//*[local-name()='gate'][@id='$2']/*[local-name()='sql']" "year=$3"
}
equal "gate: the plan is there" "" "$(gate "$year" targets.plan-missing 2024)"
equal "gate: no plan" "target-plan|2025" "$(gate "$year" targets.plan-missing 2025)"
equal "gate: one plan" "" "$(gate "$year" targets.plan-doubled 2024)"
equal "gate: the total is right" "" "$(gate "$year" targets.plan-total 2024)"
equal "gate: all senders are on the list" "" "$(gate "$year" targets.region-not-listed 2024)"
equal "gate: late senders" "enrolment|e600.xml|2|襄阳市|2024-04-12|2024-03-31
enrolment|e300.xml|2|十堰市|2024-04-02|2024-03-31" "$(gate "$year" targets.late 2024)"
equal "gate: returned and not sent again" "enrolment|e500.xml|宜昌市|15" \
    "$(gate "$year" targets.returned 2024)"
equal "gate: nothing sent" "enrolment|神农架林区" "$(gate "$year" targets.missing 2024)"
wrong=$work/wrong.db
new_database "$wrong"
sqlite3 -batch "$wrong" "UPDATE submission SET superseded_by = NULL WHERE id = 2;
    UPDATE target_plan SET total = 116 WHERE submission = 3;
    UPDATE target_plan SET total = NULL WHERE submission = 2;
    DELETE FROM target WHERE region_code = '420900';"
equal "gate: two plans in force" "target-plan|2024|2|plan-old.xml、plan.xml" \
    "$(gate "$wrong" targets.plan-doubled 2024)"
equal "gate: totals that are not the sum" "target-plan|plan-old.xml|2|␀|1
target-plan|plan.xml|2|116|111" "$(gate "$wrong" targets.plan-total 2024)"
equal "gate: a sender who is not on the list" "enrolment|e900.xml|2|孝感市|420900|2" \
    "$(gate "$wrong" targets.region-not-listed 2024)"

# --- Pages: what a reader reads ------------------------------------------------------------------------
page() { # GOLDEN DATABASE PUBLICATION name=value...
    golden=$1 database=$2 publication=$3
    shift 3
    compose "$database" "$publication" "$publication.xsl" "$@" >"$work/page.fo"
    xsltproc --nonet text.xsl "$work/page.fo" >"$work/page.txt"
    golden "$golden" "$work/page.txt"
    equal "$golden: every table is as wide as the type area" "" \
        "$(xsltproc --nonet table-widths.xsl "$work/page.fo")"
}
page target-list.txt "$year" target-list year=2024
page enrolment-summary.txt "$year" enrolment-summary year=2024
page enrolment-roster.txt "$year" enrolment-roster year=2024 identity=masked code=420100
page enrolment-roster-full.txt "$year" enrolment-roster year=2024 identity=full code=420700
page enrolment-roster-empty.txt "$year" enrolment-roster year=2024 identity=masked code=420800
page return-slip.txt "$year" return-slip submission=15
page return-slip-unknown.txt "$year" return-slip submission=24
compose "$year" return-slip return-slip-xml.xsl submission=15 >"$work/slip.xml"
golden return-slip.xml "$work/slip.xml"

nothing=$work/nothing.db
new_database "$nothing"
sqlite3 -batch "$nothing" "DELETE FROM submission WHERE kind = 'enrolment'"
page enrolment-summary-nothing.txt "$nothing" enrolment-summary year=2024
complete=$work/complete.db
new_database "$complete"
sqlite3 -batch "$complete" "DELETE FROM target WHERE region_code NOT IN ('420100', '420700')"
page enrolment-summary-complete.txt "$complete" enrolment-summary year=2024

for publication in target-list enrolment-summary; do
    compose "$year" "$publication" "$publication.xsl" year=2025 >/dev/null 2>"$work/refusal" &&
        status=0 || status=$?
    equal "$publication: refuses a year without a list" "10 2025年度还没有接收到目标清单" \
        "$status $(grep -o '2025年度还没有接收到目标清单' "$work/refusal")"
done

# --- Charts ---------------------------------------------------------------------------------------------
for data in charts/*.xml; do
    xsltproc --nonet charts/charts.xsl "$data" >"$work/$(basename "$data" .xml).fo"
    equal "$data: bars, points and shades are those of the values, all in words too" "" \
        "$(python3 charts/check-charts.py "$data" "$work/$(basename "$data" .xml).fo")"
done
# As the formatter lays it out: tests/layout/charts.trace.
[ -z "${REGEN:-}" ] || cp "$work/every.fo" "$home/tests/layout/charts.fo"
verdict "charts: one of each kind" "$home/tests/layout/charts.fo" "$work/every.fo"
equal "tile map: every city-level division once, none on another" \
    "$(grep -o 'code="[0-9]*" level="\(prefecture\|direct\)"' "$home/schemas/regions/hubei.xml" |
        cut -d'"' -f2 | sort) 17" \
    "$(grep -o '<tile code="[0-9]*"' "$home/stylesheets/common/chart-tiles.xml" | cut -d'"' -f2 | sort) $(
        grep -o 'column=.*' "$home/stylesheets/common/chart-tiles.xml" | sort -u | wc -l | tr -d ' ')"
no_chart() { # NAME WORDS CHART: nothing is drawn, the message says why
    printf '<charts>%s</charts>' "$3" >"$work/chart.xml"
    xsltproc --nonet charts/charts.xsl "$work/chart.xml" >/dev/null 2>"$work/refusal" && status=0 || status=$?
    equal "$1" "10 $2" "$status $(grep -o "$2" "$work/refusal")"
}
no_chart "charts: a value below zero" "“图1”中“武汉市”的数值“-3”不是大于或等于0的数" \
    '<bars title="图1"><datum label="武汉市" value="-3"/></bars>'
no_chart "charts: a value that is no number" "“图1”中“武汉市”的数值“—”不是大于或等于0的数" \
    '<bars title="图1"><datum label="武汉市" value="—"/></bars>'
no_chart "charts: seven series" "“图1”有7个系列" \
    "<stacked title=\"图1\">$(for part in 1 2 3 4 5 6 7; do
        printf '<datum label="武汉市" series="%s" value="1"/>' "$part"
    done)</stacked>"
no_chart "charts: more periods than have room" "“图1”的时间点太多" \
    "<lines title=\"图1\">$(for year in $(seq 1980 2024); do
        printf '<datum label="%s" series="全省" value="100.0"/>' "$year"
    done)</lines>"
no_chart "charts: a region without a tile" "“图1”中“全省”的代码“total”不在区块图上" \
    '<map title="图1"><datum label="全省" code="total" value="1"/></map>'
no_chart "charts: five limits" "“图1”分级界限多于4个" '<map title="图1" limits="1 2 3 4 5"/>'

# --- Official documents -------------------------------------------------------------------------------
# FOUND-FILE holds every word of DOCUMENT (an official document or its data document).
every_word() { # NAME DOCUMENT FOUND-FILE
    equal "$1: every word is there" "" "$(python3 official-document/every-word.py "$2" "$3")"
}
page_of_document() { # NAME DATA-DOCUMENT: its HTML, held by a reader of HTML, by links and by words
    xsltproc --nonet "$documents/html.xsl" "$2" >"$work/page.html"
    equal "$1: sound HTML" "" "$(tidy -e -q -utf8 "$work/page.html" 2>&1 || true)"
    equal "$1: nothing from elsewhere, no dead link" "" \
        "$(python3 official-document/check-html.py "$work/page.html" "$work/page.txt")"
    every_word "$1" "$2" "$work/page.txt"
}
pages_of_document() { # NAME DATA-DOCUMENT: what a reader reads on its pages, in $work/page.txt
    xsltproc --nonet "$documents/official-document.xsl" "$2" >"$work/page.fo"
    xsltproc --nonet text.xsl "$work/page.fo" | sed "s/$(printf '\342\200\213')//g" >"$work/page.txt" # U+200B
    every_word "$1" "$2" "$work/page.txt"
}
everything=official-document/everything.xml
documents=$home/stylesheets/official-document
xsltproc --nonet "$documents/text.xsl" "$everything" >"$work/page.txt"
golden official-document.txt "$work/page.txt"
every_word official-document.txt "$everything" "$work/page.txt"
page_of_document official-document.html "$everything"
sed 's/></>\n</g' "$work/page.html" | sed '/<style>/,/<\/style>/d' >"$work/body.html"
golden official-document.html "$work/body.html"
for format in general letter order minutes; do
    sed "s/ sample=\"yes\"/& format=\"$format\"/" "$everything" >"$work/$format.xml"
    pages_of_document "official-document-$format.txt" "$work/$format.xml"
    golden "official-document-$format.txt" "$work/page.txt"
done
sed 's/ sample="yes"/& draft="yes"/' "$everything" >"$work/draft.xml"
pages_of_document "a draft" "$work/draft.xml"
equal "a draft: said to be one, without number, date and seal" "1 0 0 0" \
    "$(for piece in （征求意见稿） 样质强办〔2024〕1号 2024年1月10日 样章; do grep -c "$piece" "$work/page.txt" || true; done |
        tr '\n' ' ' | sed 's/ $//')"
for sample in "$home"/samples/documents/*.xml; do
    name=$(basename "$sample" .xml)
    { echo '<data publication="official-document"><query name="document"><row><content>'
      sed 's/<?xml[^>]*?>//' "$sample"
      echo '</content></row></query></data>'; } >"$work/$name.xml"
    xsltproc --nonet "$documents/text.xsl" "$work/$name.xml" >"$work/page.txt"
    every_word "$name as text" "$sample" "$work/page.txt"
    page_of_document "$name as HTML" "$work/$name.xml"
    pages_of_document "$name on pages" "$work/$name.xml"
done

# What depends on room is reckoned before anything is laid out: the size of the mark, who it names, where the
# recipients stand.
short_document() { # ORGANS TITLE-LENGTH RECIPIENTS [attributes of the document]: a data document
    awk -v organs="$1" -v title="$2" -v recipients="$3" -v attributes="${4:-}" 'BEGIN {
        printf "<data publication=\"official-document\"><query name=\"document\"><row number=\"样质〔2024〕1号\"><content>"
        printf "<official-document xmlns=\"urn:yinfa:official-document\" id=\"short\" genre=\"通知\" %s><head>", attributes
        for (i = 1; i <= organs; i++) printf "<issuer>样例省第%d质量管理办公室</issuer>", i
        printf "<document-number>样质〔2024〕1号</document-number></head><body><title>关于"
        for (i = 5; i < title; i++) printf "质"
        printf "的通知</title>"
        for (i = 1; i <= recipients; i++) printf "<recipient>样例省第%d质量管理协会</recipient>", i
        print "<text><paragraph>特此通知。</paragraph></text></body></official-document></content></row></query></data>"
    }'
}
mark_of() { # ORGANS TITLE-LENGTH RECIPIENTS: size, whether 文件 stands beside a list, where the recipients stand
    short_document "$@" >"$work/short.xml"
    xsltproc --nonet "$documents/official-document.xsl" "$work/short.xml" >"$work/short.fo"
    printf '%s %s %s\n' "$(grep -o 'font-size="[0-9.]*pt"[^>]*color="#ff0000"\|color="#ff0000"[^>]*font-size="[0-9.]*pt"' \
        "$work/short.fo" | head -1 | sed 's/.*font-size="\([0-9.]*pt\)".*/\1/')" \
        "$(if grep -q '<fo:block text-align="end">文件' "$work/short.fo"; then echo list; else echo text; fi)" \
        "$(if grep -q '主送：' "$work/short.fo"; then echo 版记; else echo 主体; fi)"
}
equal "mark: one organ, as large as one line holds" "31.5pt text 主体" "$(mark_of 1 20 1)"
equal "mark: two organs, a list as wide as the type area" "30.5pt list 主体" "$(mark_of 2 20 1)"
equal "mark: twelve organs, smaller, so that there is text on page 1" "18.5pt list 主体" "$(mark_of 12 20 1)"
equal "mark: twelve organs and a long title: the recipients go below" "16pt list 版记" "$(mark_of 12 88 20)"
equal "mark: so many that no list leaves room: the lead organ alone" "31.5pt text 主体" "$(mark_of 30 20 1)"
sed 's/<data publication="official-document">/&<parameter name="profile" value="house"\/>/' "$work/short.xml" >"$work/house.xml"
equal "profile: a house style has its own margins and rows" "27mm 33pt" \
    "$(xsltproc --nonet "$documents/official-document.xsl" "$work/house.xml" |
        grep -o 'margin-left="27mm"\|line-height="33pt"' | sort -u | sed 's/.*="\(.*\)"/\1/' | sort | tr '\n' ' ' | sed 's/ $//')"

refused() { # NAME DATA-DOCUMENT WORDS: the stylesheet says so and makes nothing
    xsltproc --nonet "$documents/official-document.xsl" "$2" >/dev/null 2>"$work/refusal" && status=0 || status=$?
    equal "$1" "10 $3" "$status $(grep -o "$3" "$work/refusal")"
}
sed 's/value="house"/value="nowhere"/' "$work/house.xml" >"$work/refused.xml"
refused "an unknown profile is no page at all" "$work/refused.xml" "没有名为“nowhere”的版式"
sed 's/<row .*<\/row>//' "$work/short.xml" >"$work/refused.xml"
refused "no such document" "$work/refused.xml" "没有接收到标识为"
sed 's/<row .*<\/row>/&&/' "$work/short.xml" >"$work/refused.xml"
refused "two documents of one identifier" "$work/refused.xml" "的公文不止一份"

# --- Letters to the assessed cities ---------------------------------------------------------------------
# A data document a case, then many drawn by lot: what must hold whatever the figures are.
letters=$home/stylesheets/assessment-letters
text_of_letters() { # FOLDER DATA-DOCUMENT…: what a reader reads on the pages of each, in FOLDER
    folder=$1
    shift
    mkdir -p "$folder"
    for data in "$@"; do
        xsltproc --nonet "$letters/assessment-letters.xsl" "$data" | xsltproc --nonet text.xsl - |
            sed "s/$(printf '\342\200\213')//g" >"$folder/$(basename "$data" .xml).txt" # U+200B
    done
}
text_of_letters "$work/letters" assessment-letters/*.xml
for data in assessment-letters/*.xml; do
    name=$(basename "$data" .xml)
    golden "assessment-letter-$name.txt" "$work/letters/$name.txt"
    xsltproc --nonet "$letters/html.xsl" "$data" >"$work/page.html"
    equal "letter, $name: sound HTML" "" "$(tidy -e -q -utf8 "$work/page.html" 2>&1 || true)"
    equal "letter, $name: nothing from elsewhere" "" \
        "$(python3 official-document/check-html.py "$work/page.html" "$work/html.txt")"
done
mkdir "$work/lots"
python3 assessment-letters/by_lot.py "$work/lots" 80
text_of_letters "$work/lots.text" "$work"/lots/*.xml
equal "letters: sections in sequence, none empty, no mark left over" "" \
    "$(python3 assessment-letters/faults.py "$work"/letters/*.txt "$work"/lots.text/*.txt)"

# --- Bonus points ---------------------------------------------------------------------------------------
for case in some nothing; do
    xsltproc --nonet "$home/stylesheets/bonus-points/bonus-points.xsl" "bonus-points/$case.xml" >"$work/page.fo"
    xsltproc --nonet text.xsl "$work/page.fo" | sed "s/$(printf '\342\200\213')//g" >"$work/page.txt" # U+200B
    golden "bonus-points-$case.txt" "$work/page.txt"
    equal "bonus points, $case: every table is as wide as a page laid sideways" "" \
        "$(xsltproc --nonet table-widths.xsl "$work/page.fo" | grep -v ': 225 mm' || true)"
done

# --- The assessment report: a sentence for every case that figures can make ---------------------------------
report=$home/stylesheets/assessment-report/assessment-report.xsl
python3 assessment-report/cases.py "$work/report" 60
for case in full missing nothing first short one exempt none-apply; do
    xsltproc --nonet "$report" "$work/report/$case.xml" >"$work/page.fo"
    xsltproc --nonet text.xsl "$work/page.fo" >"$work/report/$case.txt"
    golden "assessment-report-$case.txt" "$work/report/$case.txt"
    equal "report, $case: every table upright is as wide as the type area" "" \
        "$(xsltproc --nonet table-widths.xsl "$work/page.fo" | grep -v NaN || true)"
done
for case in "$work"/report/lot-*.xml; do
    xsltproc --nonet "$report" "$case" | xsltproc --nonet text.xsl - >"${case%.xml}.txt"
done
equal "report, of any figures: no mark left over, nothing counted that is not there" "" "$(cd "$work/report" && grep -n \
    '[、，；：][、，；。）]\|（）\|《》\|（[、，；]\|。。\|第名\|有0[个项]\|NaN\|[^0-9]-[0-9]\| |  | ' ./*.txt | head -5 || true)"
equal "report: no column of a year before that was not assessed" "0" "$(grep -c '| 2023年' golden/assessment-report-first.txt || true)"
xsltproc --nonet "$report" - 2>"$work/refusal" >/dev/null <<'XML' &&
<data publication="assessment-report"><parameter name="year" value="2025"/><query name="scheme"/></data>
XML
    status=0 || status=$?
equal "report: refuses a year without a scheme" "10 2025年度还没有接收到督察考核方案" \
    "$status $(grep -o '2025年度还没有接收到督察考核方案' "$work/refusal")"

# --- The summary of advanced methods ------------------------------------------------------------------------
for case in full missing nothing first; do
    xsltproc --nonet "$home/stylesheets/methods-summary/methods-summary.xsl" "methods-summary/$case.xml" >"$work/page.fo"
    xsltproc --nonet text.xsl "$work/page.fo" >"$work/page.txt"
    golden "methods-summary-$case.txt" "$work/page.txt"
    equal "methods, $case: no mark left over, nothing empty" "" \
        "$(grep -n '[、，；：][、，；。）]\|（）\|《》\|（[、，；]\|。。\|NaN\| |  | ' "$work/page.txt" || true)"
    equal "methods, $case: every table is as wide as the type area" "" \
        "$(xsltproc --nonet table-widths.xsl "$work/page.fo" | grep -v NaN || true)"
done
sed '/<query name="targets">/,/<\/query>/d' methods-summary/full.xml >"$work/no-targets.xml"
xsltproc --nonet "$home/stylesheets/methods-summary/methods-summary.xsl" "$work/no-targets.xml" 2>"$work/refusal" >/dev/null &&
    status=0 || status=$?
equal "methods: refuses a scheme that asks for none of the targets" "10 没有先进质量方法的指标" \
    "$status $(grep -o '没有先进质量方法的指标' "$work/refusal")"

# --- Registers of chief quality officers --------------------------------------------------------------------
# xsltproc does not stream: y:rows stands for what README.md says it stands for.
cp -r "$home/stylesheets/common" "$home/stylesheets/cqo-statistics" "$home/stylesheets/cqo-compliance" "$work"
for list in "$work"/cqo-*/list.xsl; do
    sed 's|<y:rows query="\([a-z]*\)" mode="\([a-z]*\)".*/>|<xsl:apply-templates select="/data/query[@name = '"'\1'"']/row" mode="\2"/>|' \
        "$list" >"$work/list.xsl" && mv "$work/list.xsl" "$list"
done
for case in cqo-statistics/some cqo-compliance/some cqo-compliance/nothing; do
    publication=${case%/*} name="${case%/*}-${case#*/}"
    xsltproc --nonet "$work/$publication/$publication.xsl" "$case.xml" >"$work/page.fo"
    xsltproc --nonet text.xsl "$work/page.fo" >"$work/page.txt"
    golden "$name.txt" "$work/page.txt"
    equal "$name: no mark left over" "" "$(grep -n '[、，；：][、，；。）]\|（）\|。。\|NaN' "$work/page.txt" || true)"
    equal "$name: every table is as wide as its page, or fills it by shares" "" \
        "$(xsltproc --nonet table-widths.xsl "$work/page.fo" | grep -v ': 225 mm\|NaN' || true)"
done
for publication in cqo-statistics cqo-compliance; do
    for missing in assessment-scheme cqo-return; do
        { echo '<data><parameter name="year" value="2025"/><query name="scheme">'
          [ "$missing" = assessment-scheme ] || echo '<row/>'
          echo '</query></data>'; } >"$work/refused.xml"
        xsltproc --nonet "$work/$publication/$publication.xsl" "$work/refused.xml" >/dev/null 2>"$work/refusal" &&
            status=0 || status=$?
        equal "$publication: refuses a year without $missing" "10 2025年度还没有接收到 $missing" \
            "$status $(grep -o '2025年度还没有接收到' "$work/refusal") $(grep -o "$missing" "$work/refusal")"
    done
done

# --- The examination day ------------------------------------------------------------------------------------
cp -r "$home"/stylesheets/admission-tickets "$home"/stylesheets/seat-plan "$home"/stylesheets/door-lists \
    "$home"/stylesheets/fee-statement "$work"
sed 's|<y:rows query="list" mode="list".*/>|<xsl:apply-templates select="/data/query[@name = '"'list'"']/row" mode="list"/>|' \
    "$home/stylesheets/fee-statement/list.xsl" >"$work/fee-statement/list.xsl"
for case in admission-tickets/admission-tickets:ticket seat-plan/seat-plan:seats door-lists/door-lists:room \
    door-lists/sign-in:room fee-statement/fee-statement:fees; do
    stylesheet=${case%:*} name=${case#*/}
    name=${name%:*}
    xsltproc --nonet "$work/$stylesheet.xsl" "examination/${case#*:}.xml" >"$work/page.fo"
    xsltproc --nonet text.xsl "$work/page.fo" >"$work/page.txt"
    golden "$name.txt" "$work/page.txt"
    equal "$name: no mark left over" "" "$(grep -n '[、，；：][、，；：。）]\|（）\|。。\|NaN' "$work/page.txt" || true)"
    equal "$name: every table is as wide as its page, or fills it by shares" "" \
        "$(xsltproc --nonet table-widths.xsl "$work/page.fo" | grep -v ': 170 mm\|: 156 mm\|NaN' || true)"
    sed '/<query name="sitting">/,/<\/query>/d' "examination/${case#*:}.xml" >"$work/refused.xml"
    xsltproc --nonet "$work/$stylesheet.xsl" "$work/refused.xml" >/dev/null 2>"$work/refusal" && status=0 || status=$?
    equal "$name: refuses a year without an examination" "10 2024年度还没有接收到考试安排" \
        "$status $(grep -o '2024年度还没有接收到考试安排' "$work/refusal")"
done
# text.xsl passes over what stands outside the flow: the invigilator's part.
equal "admission tickets: the part to cut off says who sits where" "2024WH11205|第12考场5号|阿卜杜克里木江·买买提热依木江·样例艾力" \
    "$(xsltproc --nonet "$work/admission-tickets/admission-tickets.xsl" examination/ticket.xml |
        xmllint --xpath "//*[local-name() = 'static-content']//*[local-name() = 'block']/text()" - |
        grep -e 2024WH -e 考场5号 -e 阿卜杜 | paste -sd '|')"
# No seat before the first or behind the last, whatever the desks in a rank: the query of a room of 1 to 99 seats.
for columns in 1 4 5 6 10; do
    equal "seat plan: each seat of a room stands once, in ranks of $columns" "" "$(seq 1 99 | while read -r seats; do
        sqlite3 -bail -batch :memory: ".parameter set :exam \"'2024'\"" ".parameter set :site_code \"'A'\"" \
            ".parameter set :columns $columns" \
            "CREATE TABLE current_exam_site (submission_period, submission, ordinal, code);
             CREATE TABLE current_exam_room (submission, parent, number, seats);
             CREATE TABLE current_exam_seat (period, site_code, room, seat, name, admission_number);
             INSERT INTO current_exam_site VALUES ('2024', 1, 1, 'A');
             INSERT INTO current_exam_room VALUES (1, 1, 7, $seats);
             INSERT INTO current_exam_seat VALUES ('2024', 'A', 7, 1, 'x', 'y');" \
            "SELECT $seats WHERE (SELECT group_concat(seat) FROM (SELECT seat FROM (
             $(sh sql.sh "$home/stylesheets/seat-plan/publication.xml" "$(sql desks)")
             ) WHERE seat IS NOT NULL ORDER BY seat))
             IS NOT (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $seats)
                     SELECT group_concat(i) FROM n)"
    done)"
done

# --- The examination's results --------------------------------------------------------------------------------
for publication in pass-list register mark-notices mark-analysis; do
    cp -r "$home/stylesheets/$publication" "$work"
    for stylesheet in "$work/$publication"/*.xsl; do
        sed 's|<y:rows query="\([a-z]*\)" mode="\([a-z]*\)".*/>|<xsl:apply-templates select="/data/query[@name = '"'\1'"']/row" mode="\2"/>|' \
            "$stylesheet" >"$work/list.xsl" && mv "$work/list.xsl" "$stylesheet"
    done
done
result() { # GOLDEN PUBLICATION DATA SED-SCRIPT: the page of the altered data
    sed "$4" "examination/$3.xml" >"$work/data.xml"
    xsltproc --nonet "$work/$2/$2.xsl" "$work/data.xml" >"$work/page.fo"
    xsltproc --nonet text.xsl "$work/page.fo" | sed "s/$(printf '\342\200\213')//g" >"$work/page.txt" # U+200B
    golden "$1.txt" "$work/page.txt"
    equal "$1: no mark left over" "" "$(grep -n '[、，；：][、，；：。）]\|（）\|。。\|NaN\| |  | ' "$work/page.txt" || true)"
    equal "$1: every table is as wide as the type area" "" "$(xsltproc --nonet table-widths.xsl "$work/page.fo" | grep -v NaN || true)"
}
result pass-list pass-list passed ''
result pass-list-nobody pass-list passed 's/passed="3"/passed="0"/; /<query name="passed">/,/<\/query>/d'
# What a notice says of each result; who has no marks has no tables of them.
without='/<query name="modules">/,/<\/query>/d; /<query name="questions">/,/<\/query>/d; s/ choice="[^"]*" open="[^"]*" total="[^"]*"//'
result mark-notice-passed mark-notices notice ''
result mark-notice-passed-early mark-notices notice 's/eligible="1"/eligible="0"/'
result mark-notice-failed mark-notices notice 's/state="passed"/state="failed"/; s/points="40"/points="9.5"/; s/ choice="60.5"/ choice="30"/
    s/total="100.5"/total="70"/; s/choice_below="0"/choice_below="1"/; s/total_below="0"/total_below="1"/'
result mark-notice-failed-part mark-notices notice 's/state="passed"/state="failed"/; s/points="40"/points="60"/; s/ choice="60.5"/ choice="80.5"/
    s/points="15"/points="7"/; s/points="12"/points="3.5"/; s/ open="40"/ open="23.5"/; s/total="100.5"/total="104"/; s/open_below="0"/open_below="1"/'
result mark-notice-absent mark-notices notice "$without; s/state=\"passed\"/state=\"absent\"/"
result mark-notice-breach mark-notices notice "$without; s/state=\"passed\"/state=\"breach\" breach=\"携带手机进入考场\"/"
result mark-notice-no-marks mark-notices notice "$without; s/state=\"passed\"/state=\"no-marks\"/"
result mark-analysis mark-analysis analysis ''
result mark-analysis-nobody mark-analysis analysis 's/sat="3"/sat="0"/'
equal "mark analysis: the pass marks are in the words of their charts, and of no other" "1 1 2" \
    "$(xsltproc --nonet "$work/mark-analysis/mark-analysis.xsl" examination/analysis.xml >"$work/page.fo"
    for words in 总分各分数段人数。单位：人。合格线15分。 论述题各分数段人数。单位：人。合格线8分。 合格线; do
        xmllint --xpath "count(//@*[local-name() = 'alternate-text'][contains(., '$words')])" "$work/page.fo"
    done | paste -sd ' ')"
for case in pass-list:passed mark-analysis:analysis; do
    sed '/<query name="session">/,/<\/query>/d' "examination/${case#*:}.xml" >"$work/refused.xml"
    xsltproc --nonet "$work/${case%:*}/${case%:*}.xsl" "$work/refused.xml" >/dev/null 2>"$work/refusal" && status=0 || status=$?
    equal "${case%:*}: refuses a year without an examination" "10 2024年度还没有接收到考试安排" \
        "$status $(grep -o '2024年度还没有接收到考试安排' "$work/refusal")"
done
result register register register ''
result register-without-employers register register 's/name="employer" value="yes"/name="employer" value="no"/; s/ employer="[^"]*"//'
result register-nobody register register 's/entries="3"/entries="0"/'

# --- Certificates -----------------------------------------------------------------------------------------------
for publication in certificates certificate-volumes dossiers appointment-certificates; do
    cp -r "$home/stylesheets/$publication" "$work"
done
sheet() { # GOLDEN PUBLICATION DATA SED-SCRIPT: the sheet of the altered data; art and codes are no words, micro-text stands once
    sed "$4" "certificates/$3.xml" >"$work/data.xml"
    xsltproc --nonet "$work/$2/$2.xsl" "$work/data.xml" >"$work/page.fo"
    xsltproc --nonet text.xsl "$work/page.fo" | grep -v '^ *$\|^［］$' |
        sed 's/^\([A-Z: ]* · \)\1.*/\1…/; s/^\([A-Z]*[0-9]* \)\1.*/\1…/' >"$work/page.txt"
    golden "$1.txt" "$work/page.txt"
    equal "$1: no mark left over" "" "$(grep -n '[、，；：][、，；：。）]\|（）\|。。\|NaN' "$work/page.txt" || true)"
}
sheet certificate certificates certificate ''
# One body, whose seal is set by hand, no photograph, nowhere to verify.
sheet certificate-one-body certificates certificate 's/body_1_seal="sample"//; /body_2/d; s/photo_sha256="[^"]*"//; /verification/d'
seals() { # what body 1 says of its seal: the words drawn in seals
    sed "s/body_1_seal=\"sample\"/$1/; /body_2/d" certificates/certificate.xml |
        xsltproc --nonet "$work/certificates/certificates.xsl" - |
        xmllint --xpath "//*[local-name() = 'svg'][*[local-name() = 'title']]//*[local-name() = 'text']" - 2>/dev/null |
        sed 's/<[^>]*>//g' | tr -d ' \n'
}
equal "certificates: a seal is a sample's" 样例质量协会样章 "$(seals 'body_1_seal="sample"')"
equal "certificates: a seal without 样章 where the session says so" 样例质量协会 "$(seals 'body_1_seal="drawn"')"
equal "certificates: no seal where the session says so" "" "$(seals 'body_1_seal="none"')"
equal "certificates: no seal where the session says nothing" "" "$(seals '')"
sheet certificate-volume certificate-volumes volume ''
sheet certificate-volume-overprint certificate-volumes volume 's/name="overprint" value="no"/name="overprint" value="yes"/'
for offset in 30.5 -31 far; do
    equal "volumes: no offset of $offset" "10 在 -30 至 30 之间" "$(
        sed "s/name=\"offset_x\" value=\"0\"/name=\"offset_x\" value=\"$offset\"/" certificates/volume.xml |
            xsltproc --nonet "$work/certificate-volumes/certificate-volumes.xsl" - >/dev/null 2>"$work/refusal" && status=0 || status=$?
        echo "$status $(grep -o '在 -30 至 30 之间' "$work/refusal")")"
done
sheet dossier dossiers dossier ''
equal "dossier: every table is as wide as the type area" "" "$(xsltproc --nonet table-widths.xsl "$work/page.fo" | grep -v NaN || true)"
ended() { # what the altered dossier says behind the certificate's number and day
    sed "s/number=\"CMQ20240000028\"/& $1/" certificates/dossier.xml | xsltproc --nonet "$work/dossiers/dossiers.xsl" - |
        xsltproc --nonet text.xsl - | sed '1,/^证书编号/d'
}
equal "dossier: a voided certificate is called so" "证书状态 | 已于2025年3月3日作废（持证人申请注销）" \
    "$(ended 'ended="2025-03-03" ended_reason="持证人申请注销"')"
equal "dossier: a certificate names what replaces it, and what it replaced" "证书状态 | 已于2025年3月4日换发，新证书CMQ20240000382（遗失补发）
补发换发 | 代替原证书CMQ20230000019" \
    "$(ended 'ended="2025-03-04" ended_reason="遗失补发" replaced_by="CMQ20240000382" replaces="CMQ20230000019"')"
sheet appointment-certificate appointment-certificates appointment ''
equal "appointment certificate: without a post no brackets for it" "" \
    "$(sed 's/post="[^"]*"//' certificates/appointment.xml |
        xsltproc --nonet "$work/appointment-certificates/appointment-certificates.xsl" - | grep '现任职务\|（）' || true)"

echo "stylesheets: $passed passed, $failed failed"
[ "$failed" = 0 ]
