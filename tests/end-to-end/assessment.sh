#!/bin/sh
# The yearly assessment: the gate says who has not sent what; with --allow-missing everything is made, and every
# figure is what the files say; a correction brings the city's figures; explain leads back to file and line.
. "$(dirname "$0")/common.sh"
w=$scratch/office

fill() { # workspace
    cp samples/targets-2024/*.xml samples/assessment-2023/*.xml samples/assessment-2024/*.xml samples/assessment-2024/*.png "$1/inbox/"
}
digests() { # workspace
    (cd "$1/published" && find . -type f | sort | xargs sha256sum)
}
recompute() { # year, files in the order in which they were taken in
    python3 tests/assessment/recompute.py "$w/published" "$@" >"$scratch/recomputed" 2>&1 || {
        cat "$scratch/recomputed" >&2
        fail "the figures are not those of the files"
    }
}

# --- the gate: nothing is published while something is missing, and each thing missing is named
expect_status 0 "$YINFA" init "$w"
fill "$w"
expect_status 4 "$YINFA" run -w "$w" assessment year=2024
cat "$scratch/out" "$scratch/err" >"$scratch/gate"
for missing in 随州市没有报送企业首席质量官基本情况统计表 随州市没有报送先进质量方法推广情况 随州市没有报送质量激励政策出台情况 \
    随州市没有报送自学考试报名情况 咸宁市没有报送先进质量方法推广情况 孝感市报送的企业首席质量官基本情况统计表（cqo-return）已退回 \
    孝感市报送的自学考试报名情况（enrolment）已退回; do
    expect_in "$missing" "$scratch/gate"
done
[ "$(grep -c '^错误.*assessment.return-missing' "$scratch/gate")" = 5 ] || fail "not five missing files are named"
expect_in 黄冈市于2024年12月23日报送企业首席质量官基本情况统计表 "$scratch/gate"
expect_in 鄂州市两份报送可能对不上 "$scratch/gate"
[ -z "$(ls "$w/published")" ] || fail "something was published in spite of the gate"

# --- who is wrong gets a slip: 孝感市 two, for its two files, with its own mistakes and nobody else's
slips=$(ls -d "$w"/returned/* | sed 's/.*-20/20/' | wc -l)
[ "$slips" = 2 ] || fail "$slips files were returned, expected two of 孝感市"
slip=$(ls "$w"/returned/*cqo-return-2024-420900/slip.pdf)
pdftotext "$slip" - | tr -d ' \n\f' >"$scratch/slip"
expect_in 退回通知单孝感市：下列文件经核对有2处错误 "$scratch/slip"
wrong=$(sed -n 's/.*<credit-code>\(.*\)<.*/\1/p' samples/assessment-2024/cqo-return-2024-420900.xml | head -1)
expect_in "$wrong" "${slip%.pdf}.xml"
expect_in 超过5年 "${slip%.pdf}.xml"
! grep -qE '武汉市|襄阳市|黄冈市' "$scratch/slip" || fail "another city's mistakes are in the slip of 孝感市"

# --- with --allow-missing: all is made, with findings (1)
expect_status 1 "$YINFA" run -w "$w" assessment year=2024 --allow-missing
publications=$(sed -n 's/.*<publish name="\([a-z-]*\)".*/\1/p' pipeline/jobs/assessment.xml)
[ "$(echo "$publications" | wc -l)" -ge 7 ] || fail "the job publishes only: $publications"
for name in $publications; do
    ls "$w/published/$name"-2024* >/dev/null 2>&1 || fail "$name is not there"
done
letters=$(ls "$w"/published/assessment-letters-2024-*.pdf | wc -l)
[ "$letters" = 17 ] || fail "$letters letters for 17 cities"
digests "$w" >"$scratch/before"

# --- every figure, from the files sent in by another route
set -- samples/targets-2024/target-plan-2024.xml samples/targets-2024/enrolment-*.xml samples/assessment-2023/*.xml samples/assessment-2024/*.xml
recompute 2024 "$@"
python3 tests/assessment/self_test.py "$w/published" 2024 "$@" >"$scratch/self-test" 2>&1 || {
    cat "$scratch/self-test" >&2
    fail "the recomputation lets a wrong figure pass"
}

# --- every PDF is sound, fonts embedded; no number of a person in what is public
for pdf in "$w"/published/*.pdf "$slip"; do
    qpdf --check "$pdf" >"$scratch/qpdf" 2>&1 || { cat "$scratch/qpdf"; fail "qpdf: $pdf"; }
    ! grep -q WARNING "$scratch/qpdf" || fail "qpdf warns of $pdf"
    ! pdffonts "$pdf" | tail -n +3 | grep -vE 'yes +yes +yes' || fail "fonts of $pdf"
    ! pdftotext "$pdf" - | tr -d ' \n' | grep -oE '[^0-9A-Z]429999(19|20)[0-9]{9}[0-9X]' || fail "a person's number in $pdf"
done
! grep -hE '(^|[^0-9A-Z])429999(19|20)[0-9]{9}[0-9X]' "$w"/published/*.csv || fail "a person's number in a CSV"

# --- again makes nothing; another workspace, two workers: the same bytes
fill "$w"
expect_status 1 "$YINFA" run -w "$w" assessment year=2024 --allow-missing
[ "$(sql "$w" "SELECT made FROM run WHERE job = 'assessment' ORDER BY id DESC LIMIT 1")" = 0 ] || fail "the second run made something anew"
digests "$w" | cmp - "$scratch/before"
expect_status 0 "$YINFA" init "$scratch/other"
fill "$scratch/other"
expect_status 1 "$YINFA" run -w "$scratch/other" assessment year=2024 --allow-missing -j 2
digests "$scratch/other" | cmp - "$scratch/before"

# --- explain: three cells of three publications name their files and lines
explained() { # item, file, text of the line
    expect_status 0 "$YINFA" explain -w "$w" "$1"
    expect_in "$2" "$scratch/out"
    line=$(grep -n -m1 -- "$3" "$(find samples/assessment-2024 samples/targets-2024 -maxdepth 1 -name "$2")" | cut -d: -f1)
    grep -qE "第 ?$line ?行" "$scratch/out" || { cat "$scratch/out" >&2; fail "explain $1 does not name line $line of $2"; }
}
explained assessment-report/year=2024#cells:420700-managers-trained.value methods-return-2024-420700.xml '<methods-return'
explained cqo-statistics/year=2024#coverage:420500.large cqo-return-2024-420500.xml '<enterprise>'
explained assessment-report/year=2024#cells:420200-enrolment.numerator target-plan-2024.xml 420200

# --- the year before, under its own scheme: other thresholds, either of two conditions, nothing to compare with
expect_status 1 "$YINFA" run -w "$w" assessment year=2023 --allow-missing
recompute 2023 "$@"

# --- the corrections: 孝感市 gets its figures, total and place, all others keep theirs
cp samples/targets-2024/corrected/*.xml samples/assessment-2024/corrected/*.xml "$w/inbox/"
expect_status 4 "$YINFA" run -w "$w" assessment year=2024
cat "$scratch/out" "$scratch/err" >"$scratch/gate"
! grep -q '^错误.*孝感市' "$scratch/gate" || fail "孝感市 is still asked for"
expect_status 1 "$YINFA" run -w "$w" assessment year=2024 --allow-missing
recompute 2024 "$@" samples/targets-2024/corrected/*.xml samples/assessment-2024/corrected/*.xml
echo "assessment: the whole run holds"
