#!/bin/sh
# The examination from the applications to the day: nobody without a seat, nothing printed before all gates hold, a
# ticket a candidate, fees that add up to what the files say, and nothing in public that may not be there.
. "$(dirname "$0")/common.sh"
w=$scratch/office

# --- nothing has come in: no ticket is printed, and that is said
expect_status 0 "$YINFA" init "$scratch/empty"
expect_status 1 "$YINFA" publish -w "$scratch/empty" admission-tickets exam=2024
expect_in '“admission-tickets”没有可印发的内容（exam=2024）' "$scratch/out"

# --- the gates: no examination; applications sent back; fewer seats than candidates
expect_status 0 "$YINFA" init "$w"
expect_status 4 "$YINFA" run -w "$w" examination exam=2024
cat "$scratch/out" "$scratch/err" >"$scratch/gate"
expect_in 2024年度的考试安排（exam-session）还没有接收 "$scratch/gate"
fill_examination_inbox "$w"
expect_status 4 "$YINFA" run -w "$w" examination exam=2024
cat "$scratch/out" "$scratch/err" >"$scratch/gate"
expect_in 黄冈市报送的报名表已退回 "$scratch/gate"
sed 's/\(<room number="2" seats=\)"2"/\1"1"/' samples/exam-2024/exam-session-2024.xml >"$w/inbox/fewer-seats.xml"
expect_status 4 "$YINFA" run -w "$w" examination exam=2024 --allow-missing
cat "$scratch/out" "$scratch/err" >"$scratch/gate"
expect_in 潜江市报名6人，考点座位只有5个，有1人没有座位 "$scratch/gate"
[ -z "$(ls "$w/published")" ] || fail "something was published in spite of the gates"
sed 's/<exam-session /<!-- again --><exam-session /' samples/exam-2024/exam-session-2024.xml >"$w/inbox/seats-again.xml"

# --- all there: a ticket a candidate, two lists and a plan a site
cp samples/exam-2024/corrected/*.xml "$w/inbox/"
expect_status 0 "$YINFA" run -w "$w" examination exam=2024
for expected in 62:admission-ticket 7:seat-plan 7:door-list 7:sign-in; do
    made=$(ls "$w/published/${expected#*:}"-2024*.pdf | wc -l)
    [ "$made" = "${expected%%:*}" ] || fail "$made files of ${expected#*:}, expected ${expected%%:*}"
done

# --- fees: what the files in force say, added up here
stated=$(for file in samples/exam-2024/exam-application-2024-*.xml; do
    corrected=samples/exam-2024/corrected/$(basename "$file")
    [ ! -e "$corrected" ] || file=$corrected
    sed -n 's|.*<fee>\([0-9]*\)</fee>.*|\1|p' "$file"
done | awk '{ fees += $1 } END { print NR "," fees }')
expect_in "合计,,,,$stated" "$w/published/fee-statement-2024.csv"
grep -q "^total,合计,.*,$stated," "$w/published/fee-statement-cities-2024.csv" || fail "the cities' fees do not add up to $stated"

# --- each seat once, the same on ticket, plan and door
for name in "$w"/published/admission-ticket-*.pdf; do
    number=$(basename "$name" .pdf | sed 's/admission-ticket-//')
    pdftotext -layout "$name" - | grep -q "$number" || fail "$name does not show its number"
    echo "$number"
done | sort >"$scratch/tickets"
for list in seat-plan door-list sign-in; do
    for file in "$w/published/$list"-2024-*.pdf; do
        pdftotext "$file" -
    done | grep -o '^2024[A-Z]*[0-9]*$' | sort -u >"$scratch/listed"
    cmp -s "$scratch/tickets" "$scratch/listed" || fail "$list does not hold the numbers of the tickets"
done

# --- what anybody may read holds no whole identity number and no telephone; the rest is its owner's alone
find "$w/published" -type f -perm -o=r >"$scratch/public"
! grep -E '/(admission-ticket|sign-in|fee-statement)' "$scratch/public" || fail "a file with personal data is open to all"
while read -r file; do
    case $file in
    *.pdf) pdftotext "$file" - ;;
    *) cat "$file" ;;
    esac
done <"$scratch/public" >"$scratch/words"
! grep -qE '429999[0-9]{11}|000000000[0-9]{2}' "$scratch/words" || fail "a public list holds an identity number or a telephone"

# --- again: nothing to do; explain leads back to file and line
expect_status 0 "$YINFA" run -w "$w" examination exam=2024
expect_in 新做0件 "$(tr -d ' ' <"$scratch/out" >"$scratch/again"; echo "$scratch/again")"
expect_status 0 "$YINFA" explain -w "$w" 'fee-statement/exam=2024#429005.amount'
expect_in exam-application-2024-429005.xml "$scratch/out"
number=$(grep QJ "$scratch/tickets" | tail -1) # the last seat of 潜江市: room 2, one rank, second file
for cell in "admission-tickets/exam=2024#$number/$number" "door-lists/exam=2024&form=door#QJ1/$number" \
    "seat-plan/exam=2024&columns=6#QJ1/2-0-1"; do
    expect_status 0 "$YINFA" explain -w "$w" "$cell.name"
    expect_in exam-application-2024-429005.xml "$scratch/out"
done

# --- names as long as the schema allows (200 characters): a ticket stays one page, nothing sticks out
python3 - samples/exam-2024/exam-session-2024.xml "$w/inbox/long-names.xml" <<'PYTHON'
import re, sys
source, target = sys.argv[1:]
longer = lambda found: (found[0] + "，样例大道与滨湖路交叉口往北三百米" * 12)[:200]
text = open(source, encoding="utf-8").read()
text, head = re.subn("(?<=<title>)[^<]*|(?<=<organiser>)[^<]*", longer, text, count=2)
text, sites = re.subn(r"(?<=<name>)[^<]*(?=</name>\s*<address>)|(?<=<address>)[^<]*", longer, text)
assert (head, sites) == (2, 14)
open(target, "w", encoding="utf-8").write(text)
PYTHON
expect_status 0 "$YINFA" run -w "$w" examination exam=2024
for name in "$w"/published/admission-ticket-*.pdf; do
    pdfinfo "$name" | grep -q '^Pages: *1$' || fail "$name has more than its page"
done

# --- a city sends again after the tickets went out: one has withdrawn, one is new, who by the order of all would sit first;
# the others keep number and ticket, the new one takes the seat that is free
mkdir "$scratch/resent"
cp samples/exam-2024/*.png samples/exam-2024/*.jpg "$scratch/resent"
python3 - samples/exam-2024/exam-application-2024-429005.xml >"$scratch/resent/sent-again.xml" <<'PYTHON'
import hashlib, re, sys
text = open(sys.argv[1], encoding="utf-8").read()
order = lambda number: hashlib.sha256(f"2024:{number}".encode()).hexdigest()
first = min(map(order, re.findall("<identity-number>(.*)</identity-number>", text)))
for serial in range(1, 1000, 2):
    body = f"42999919740405{serial:03}"
    number = body + "10X98765432"[sum(int(d) * 2 ** (17 - i) for i, d in enumerate(body)) % 11]
    if order(number) < first:
        break
withdrawn = re.search("(?s)<name>林永萍</name>.*?</identity-number>", text).group()
new = re.sub("林永萍", "林后报", withdrawn).replace("Yongping", "Houbao")
print(text.replace(withdrawn, re.sub("[0-9]{17}[0-9X]", number, new)))
PYTHON
seats() { # admission and identity number of everybody
    expect_status 0 "$YINFA" publish -q -w "$w" --definitions tests/examination/definitions standing exam=2024
    awk -F, 'NR > 1 { print $9 "," $3 "," $4 }' "$w/published/standing-2024-seats.csv" | tr -d "'\r" | sort
}
cp "$scratch"/resent/* "$w/inbox/"
freed=$(seats | sed -n 's/,.*,林永萍$//p')
sha256sum "$w"/published/admission-ticket-*.pdf | grep -v "$freed" >"$scratch/before"
expect_status 0 "$YINFA" run -w "$w" examination exam=2024
sha256sum "$w"/published/admission-ticket-*.pdf | grep -v "$freed" | cmp "$scratch/before" - || fail "another candidate's ticket has changed"
pdftotext "$w/published/admission-ticket-$freed.pdf" - | grep -q 林后报 || fail "the new candidate has no ticket"
PYTHONPATH=tests/examination python3 - samples/exam-2024/*.xml samples/exam-2024/corrected/*.xml "$scratch/resent/sent-again.xml" >"$scratch/seats" <<'PYTHON'
import sys
from examination import Examination, Inbox
for one in Examination(Inbox(sys.argv[1:]), "2024").candidates:
    print(one.seat.admission_number, one.number, one.name, sep=",")
PYTHON
seats >"$scratch/seated"
sort "$scratch/seats" | diff - "$scratch/seated" >&2 || fail "the seats are not those of the files"

# --- one more has withdrawn, and a site has another code: each ticket that is nobody's any more is named, once, and gone
rm "$scratch"/resent/*.xml
python3 - samples/exam-2024/exam-application-2024-429005.xml "$scratch/resent/fewer.xml" samples/exam-2024/exam-session-2024.xml \
    "$scratch/resent/recoded.xml" <<'PYTHON'
import re, sys
read = lambda path: open(path, encoding="utf-8").read()
applications, fewer, session, recoded = sys.argv[1:]
text = re.sub("(?s)  <candidate>\\s*<name>林永萍</name>.*?</candidate>\\n", "", read(applications))
open(fewer, "w", encoding="utf-8").write(text.replace("<summary>6<", "<summary>5<"))
open(recoded, "w", encoding="utf-8").write(read(session).replace('code="YC1"', 'code="YC7"'))
PYTHON
cp "$scratch"/resent/* "$w/inbox/"
expect_status 1 "$YINFA" run -w "$w" examination exam=2024
void=$(grep -c '（examination.ticket-void）' "$scratch/out")
[ "$void" = 11 ] || fail "$void tickets are called void, expected one of 潜江市 and ten of 宜昌市"
expect_in "准考证${freed}已经印过，现在没有考生用这个号码" "$scratch/out"
[ ! -e "$w/published/admission-ticket-$freed.pdf" ] || fail "a ticket that is nobody's is still published"
expect_status 0 "$YINFA" run -w "$w" examination exam=2024

# --- a session with fewer seats after the examination: no list leaves anybody out for that
sed '/code="QJ1"/,/<.site>/s/seats="[0-9]*"/seats="2"/' samples/exam-2024/exam-session-2024.xml >"$w/inbox/taken-away.xml"
expect_status 0 "$YINFA" keygen -w "$w"
expect_status 4 "$YINFA" run -w "$w" certificates exam=2024
expect_in "潜江市报名5人，考点座位只有4个：有1人没有准考证号" "$scratch/out"
