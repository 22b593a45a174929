#!/bin/sh
# The samples are what samples/README.md says: valid, invented, 17 regions with 750 candidates, one
# region missing, one late, one total wrong; the generators make what is committed, and good numbers.
set -eu
cd "$(dirname "$0")/../.."
samples=samples/targets-2024
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
    echo "FAILED: $*" >&2
    exit 1
}
equal() { # what, got, expected
    [ "$2" = "$3" ] || fail "$1: $2, expected $3"
}
valid() { # kind, file…
    kind=$1
    shift
    xmllint --noout --schema "schemas/$kind/$kind.xsd" "$@" 2>"$scratch/errors" || {
        grep -v ' validates$' "$scratch/errors" >&2
        fail "not valid as $kind"
    }
}
value() { # XPath with local names, file
    xmllint --xpath "string($1)" "$2"
}

# --- form
valid regions schemas/regions/hubei.xml "$samples/00-regions-samples.xml"
valid target-plan "$samples/target-plan-2024.xml"
valid enrolment "$samples"/enrolment-*.xml "$samples"/corrected/*.xml
for definition in schemas/*/kind.xml; do
    xmllint --noout --schema schemas/definitions/kind.xsd "$definition" 2>"$scratch/errors" || {
        cat "$scratch/errors" >&2
        fail "$definition"
    }
done

# --- every element and attribute of a kind has its Chinese label
for schema in schemas/regions/regions.xsd schemas/target-plan/target-plan.xsd schemas/enrolment/enrolment.xsd; do
    declared=$(value "count(//*[local-name()='element' or local-name()='attribute'][@name])" "$schema")
    labelled=$(value "count(//*[local-name()='element' or local-name()='attribute'][@name][*/*[local-name()='documentation'][lang('zh')][normalize-space()]])" "$schema")
    equal "labels in $schema" "$labelled" "$declared"
done

# --- the divisions of Hubei and the plan
city_level=$(value "count(//*[@level='prefecture' or @level='direct'])" schemas/regions/hubei.xml)
equal "city-level units of Hubei" "$city_level" 17
equal "county-level units of Hubei" "$(value "count(//*[@level='county' or @level='direct'])" schemas/regions/hubei.xml)" 103
plan=$samples/target-plan-2024.xml
equal "regions in the plan" "$(value "count(//*[local-name()='target'])" "$plan")" 17
equal "sum of the targets" "$(value "sum(//*[local-name()='head-count'])" "$plan")" 750
equal "total of the plan" "$(value "//*[local-name()='total']" "$plan")" 750

# --- who sent, who not, who late, whose total is wrong
missing='' late='' wrong=''
for code in $(sed -n 's/.*<region code="\([0-9]*\)".*/\1/p' "$plan"); do
    grep -q "code=\"$code\" level=\"\(prefecture\|direct\)\"" schemas/regions/hubei.xml || fail "$code is no city-level unit"
    file=$samples/enrolment-$code.xml
    [ -f "$file" ] || {
        missing="$missing $code"
        continue
    }
    equal "code in $file" "$(value "//*[local-name()='region']/@code" "$file")" "$code"
    persons=$(grep -c '<person>' "$file")
    equal "sum of the counts in $file" "$(value "sum(//*[local-name()='count'])" "$file")" "$persons"
    [ "$(value "//*[local-name()='total']" "$file")" = "$persons" ] || wrong="$wrong $code"
    sent=$(value '/*/@sent' "$file" | tr -d -)
    [ "$sent" -le 20240331 ] || late="$late $code"
done
equal "missing" "$missing" " 421300"
equal "late" "$late" " 421100"
equal "wrong total" "$wrong" " 420900"
corrected=$samples/corrected/enrolment-420900.xml
equal "corrected total" "$(value "//*[local-name()='total']" "$corrected")" "$(grep -c '<person>' "$corrected")"

# --- identity numbers: region 429999, a birth date in reach, the check character, nobody twice
numbers() {
    sed -n 's/.*<identity-number>\([^<]*\)<.*/\1/p' "$@"
}
check_numbers() { # what; numbers on stdin
    awk -v what="$1" '
        BEGIN { split("7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2", weight, " ") }
        function wrong(why) { print what ": " $0 " " why; bad = 1; exit }
        length($0) != 18 || $0 !~ /^429999(19|20)[0-9]+[0-9X]$/ { wrong("is not of region 429999") }
        { month = substr($0, 11, 2) + 0; day = substr($0, 13, 2) + 0 }
        month < 1 || month > 12 || day < 1 || day > 31 { wrong("has no real date") }
        { sum = 0
          for (i = 1; i <= 17; i++) sum += substr($0, i, 1) * weight[i]
          if (substr("10X98765432", sum % 11 + 1, 1) != substr($0, 18)) wrong("has a wrong check character")
          if ($0 in seen) wrong("stands there twice")
          seen[$0] = 1
          count++ }
        END { if (bad || !count) exit 1; print count }' || fail "$1"
}
persons=$(numbers "$samples"/enrolment-*.xml | check_numbers samples) || fail "$persons"
[ "$persons" -ge 500 ] || fail "only $persons persons"
sh tests/bench/make-enrolment.sh 5000 >"$scratch/bench.xml"
valid enrolment "$scratch/bench.xml"
made=$(numbers "$scratch/bench.xml" | check_numbers bench) || fail "$made"
equal "persons for the bench" "$made" 5000

# --- employers and the like are marked as invented
! grep -hE '<employer>[^<]' "$samples"/enrolment-*.xml | grep -v 样例 || fail "an employer without 样例"
for character in 𬱖 𡐓 𠅤 㛃 䶮 喆 堃 昇 玥 ·; do
    grep -hq "<name>[^<]*$character" "$samples"/enrolment-*.xml || fail "no name with $character"
done

# --- the generator makes what is committed
mkdir -p "$scratch/tree/tests/samples" "$scratch/tree/$samples"
cp tests/samples/make-samples.sh "$scratch/tree/tests/samples/"
sh "$scratch/tree/tests/samples/make-samples.sh"
(cd "$scratch/tree" && find "$samples" -name '*.xml') | while read -r file; do
    cmp "$scratch/tree/$file" "$file" || fail "$file is not what the generator makes"
done

# --- the supervision assessment: valid, as the generator makes it, invented numbers with right check digits
for year in 2023 2024; do
    python3 tests/samples/make-assessment.py "$year" "$scratch/assessment-$year"
    diff -r -x broken "$scratch/assessment-$year" "samples/assessment-$year" >&2 || fail "samples/assessment-$year is not what the generator makes"
done
for kind in assessment-scheme cqo-return methods-return policy-return award-application; do
    valid "$kind" $(find samples/assessment-202? -name "$kind-*.xml" -not -path '*/broken/*')
    schema=schemas/$kind/$kind.xsd
    declared=$(value "count(//*[local-name()='element' or local-name()='attribute'][@name])" "$schema")
    labelled=$(value "count(//*[local-name()='element' or local-name()='attribute'][@name][*/*[local-name()='documentation'][lang('zh')][normalize-space()]])" "$schema")
    equal "labels in $schema" "$labelled" "$declared"
done
officers=$(numbers samples/assessment-2024/cqo-return-2024-42????.xml samples/assessment-2024/cqo-return-2024-420600-2.xml | check_numbers assessment-2024) || fail "$officers"
numbers samples/assessment-2023/cqo-return-*.xml | check_numbers assessment-2023 >/dev/null || fail "identity numbers of 2023"
numbers samples/assessment-202?/*.xml samples/assessment-2024/corrected/*.xml | grep -v ^429999 && fail "an identity number of a region that exists"
python3 - samples/assessment-202?/*.xml samples/assessment-2024/corrected/*.xml <<'PYTHON' || fail "credit codes"
import re, sys
sys.path.insert(0, "tests/assessment")
from submissions import credit_code_right
wrong = [(file, code) for file in sys.argv[1:] for code in re.findall("<credit-code>([^<]*)<", open(file, encoding="utf-8").read())
         if code[:8] != "91429999" or not credit_code_right(code)]
if [file for file, _ in wrong] != ["samples/assessment-2024/cqo-return-2024-420900.xml"]:  # 孝感市's, on purpose
    sys.exit(f"wrong: {wrong}")
PYTHON
! grep -h '<name>' samples/assessment-202?/cqo-return-*.xml | grep -E '(公司|厂)<' | grep -v 样例 || fail "an enterprise without 样例"
equal "senders of 2024" "$(ls samples/assessment-2024 | sed -n 's/^\([a-z]*\)-return-2024-4[0-9-]*.xml/\1/p' | sort | uniq -c | xargs)" "17 cqo 15 methods 16 policy"
equal "late in 2024" "$(grep -l 'sent="2024-12-2[1-9]"' samples/assessment-2024/*.xml | xargs -n1 basename)" cqo-return-2024-421100.xml
equal "enterprises of the normal size" "$(cat samples/assessment-2024/cqo-return-2024-42????.xml samples/assessment-2024/cqo-return-2024-420600-2.xml | grep -c "<enterprise>")" 307

# --- the examination: the same
python3 tests/samples/make-exam.py 2024 "$scratch/exam-2024" --previous
diff -r -x broken "$scratch/exam-2024" samples/exam-2024 >&2 || fail "samples/exam-2024 is not what the generator makes"
python3 tests/samples/make-exam.py 2024 "$scratch/exam-large" --previous --candidates 400
for kind in exam-session membership exam-application exam-marks certification-application; do
    valid "$kind" $(find samples/exam-2024 "$scratch/exam-large" -name "$kind-*.xml" -not -path '*/broken/*')
    schema=schemas/$kind/$kind.xsd
    declared=$(value "count(//*[local-name()='element' or local-name()='attribute'][@name])" "$schema")
    labelled=$(value "count(//*[local-name()='element' or local-name()='attribute'][@name][*/*[local-name()='documentation'][lang('zh')][normalize-space()]])" "$schema")
    equal "labels in $schema" "$labelled" "$declared"
done
cp samples/exam-2024/exam-application-2024-*.xml "$scratch/"
cp samples/exam-2024/corrected/exam-application-2024-*.xml "$scratch/"
candidates=$(numbers "$scratch"/exam-application-2024-*.xml | check_numbers exam-2024) || fail "$candidates"
equal "candidates of 2024" "$candidates" 62
large=$(numbers "$scratch"/exam-large/exam-application-2024-*.xml | check_numbers exam-large) || fail "$large"
equal "candidates of the larger one" "$large" 400
numbers samples/exam-2024/*.xml | grep -v ^429999 && fail "an identity number of a region that exists"
! grep -h '<phone>' samples/exam-2024/exam-application-*.xml | grep -v '>000' || fail "a telephone number that may exist"
! grep -h '<employer>' samples/exam-2024/exam-application-*.xml | grep -v 样例 || fail "an employer without 样例"
for character in 玥 阿卜杜克里木江·买买提热依木江·样例艾力 𬱖 䶮 㛃 𡐓 𫖯; do
    grep -hq "<name>[^<]*$character" samples/exam-2024/exam-application-2024-*.xml samples/exam-2024/corrected/*.xml || fail "no name with $character"
done
echo "samples: $persons persons of 16 regions, $officers officers of the assessment, $candidates candidates, as described"
