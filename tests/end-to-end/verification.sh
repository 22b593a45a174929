#!/bin/sh
# Signed certificates: no key, no certificate; each code on the sheets is read by a scanner and verified; what is
# altered, voided, strange or signed with a retired key is told apart; a ledger that was tampered with is found out.
. "$(dirname "$0")/common.sh"
office=$scratch/office

verdict() { # wanted word, exit status, words, what is verified
    expect_status "$2" "$YINFA" verify -w "$office" "$4"
    [ "$(head -1 "$scratch/out")" = "$1" ] || fail "$(cat "$scratch/out") — expected $1"
    expect_in "$3" "$scratch/out"
}
payload() {
    sql "$office" "SELECT payload FROM certificate WHERE number = '$1'"
}

"$YINFA" init "$office" >/dev/null
fill_examination_inbox "$office"

# --- Without a key nothing is issued, and nothing drawn before that is told ----------------------------------
expect_status 4 "$YINFA" run -w "$office" certificates exam=2024
expect_in "yinfa keygen" "$scratch/out"
[ -z "$(ls "$office/published")" ] || fail "something was published without a key"
[ "$(sql "$office" 'SELECT count(*) FROM certificate')" = 0 ] || fail "certificates without a key"

expect_status 0 "$YINFA" keygen -w "$office"
first=$(sql "$office" 'SELECT id FROM signing_key')
[ "$(stat -c %a "$office/keys/$first.pem")" = 600 ] || fail "the private key is not 0600"
grep -qF "$(sed -n 2p "$office/keys/$first.pem")" "$scratch/out" && fail "the private key is shown"

# A key that others may read signs nothing.
chmod 644 "$office/keys/$first.pem"
expect_status 3 "$YINFA" run -w "$office" certificates exam=2024
expect_in "chmod 600" "$scratch/err"
chmod 600 "$office/keys/$first.pem"
expect_status 1 "$YINFA" run -w "$office" certificates exam=2024 # warnings on purpose
issued=$(sql "$office" 'SELECT count(*) FROM certificate')
[ "$issued" -gt 10 ] || fail "only $issued certificates"

# --- A scanner reads every fifth sheet and the longest name; OpenSSL's own tool agrees with the signature --------
for number in $(sql "$office" "SELECT number FROM certificate WHERE serial % 5 = 0
                               OR number = (SELECT number FROM certificate ORDER BY length(payload) DESC LIMIT 1)"); do
    pdftoppm -r 150 -gray -png -singlefile "$office/published/certificate-$number.pdf" "$scratch/sheet"
    text=$(zbarimg -q --raw "$scratch/sheet.png" 2>/dev/null) || fail "the code of $number cannot be read"
    [ "$text" = "$(payload "$number")" ] || fail "the code of $number says “$text”"
    verdict 有效 0 "证书编号：$number" "$text"
    verdict 有效 0 "签名相符" "$number"
    last=$text
done
sql "$office" "SELECT public_key FROM signing_key" | base64 -d >"$scratch/public.der"
python3 - "$last" "$scratch" <<'PYTHON'
import base64, sys
text, scratch = sys.argv[1:]
signed, signature = text.rsplit("|", 1)
raw = base64.urlsafe_b64decode(signature + "==")
def integer(number):
    number = number.lstrip(b"\0")
    number = b"\0" + number if number[0] & 0x80 else number
    return b"\x02" + bytes([len(number)]) + number
body = integer(raw[:32]) + integer(raw[32:])
open(scratch + "/signed", "wb").write(signed.encode())
open(scratch + "/signature", "wb").write(b"\x30" + bytes([len(body)]) + body)
PYTHON
openssl pkey -pubin -inform DER -in "$scratch/public.der" -out "$scratch/public.pem"
openssl dgst -sha256 -verify "$scratch/public.pem" -signature "$scratch/signature" "$scratch/signed" >/dev/null ||
    fail "OpenSSL does not verify the signature"

# --- Nothing of the identity number but its end -----------------------------------------------------------
[ "$(sql "$office" "SELECT count(*) FROM certificate WHERE instr(payload, substr(holder, 1, 14)) > 0
     OR payload NOT LIKE '%|' || substr(holder, 15) || '|%'")" = 0 ] || fail "a payload tells more than the last four"

# --- Altered, strange, unreadable ---------------------------------------------------------------------------
number=$(sql "$office" "SELECT min(number) FROM certificate")
name=$(sql "$office" "SELECT content ->> '\$.name' FROM certificate WHERE number = '$number'")
other=$(sql "$office" "SELECT max(number) FROM certificate")
text=$(payload "$number")
altered() { printf %s "$text" | sed "$1"; }
verdict 被改动 1 "签名与内容不符" "$(altered "s/$number/$other/")"
verdict 被改动 1 "签名与内容不符" "$(altered "s/$name/张三/")"
verdict 被改动 1 "签名与内容不符" "$(altered 's/|2025-/|2026-/')"
verdict 被改动 1 "签名与内容不符" "$(altered 's/|\(....\)|\([0-9a-f]\{8\}\)|/|0000|\2|/')"
verdict 被改动 1 "签名与内容不符" "$(altered 's/|\([^|]\)\([^|]*\)$/|\2\1/')"
verdict 查无此证 1 "不是本单位的" "$(altered "s/|$first|/|00000000|/")"
verdict 查无此证 1 "YF1|" "$(altered 's/^YF1/YF2/')"
verdict 查无此证 1 "YF1|" "$(printf '%0100000d' 0 | tr 0 '|')"
verdict 查无此证 1 "校验码不对" "${number%?}$(((${number#"${number%?}"} + 1) % 10))"
verdict 查无此证 1 "没有这个编号" X
verdict 查无此证 1 "YF1|" ""
expect_status 3 "$YINFA" verify -w "$office" nothing.pdf
expect_in "没有“nothing.pdf”这个文件" "$scratch/err"
verdict 查无此证 1 "没有证书编号" README.md
expect_status 0 "$YINFA" verify -w "$office" "  $text" --format=json
python3 -c 'import json, sys; found = json.load(sys.stdin); assert found["verdict"] == "valid", found' <"$scratch/out"

# --- As it is typed, pasted and scanned: blanks and marks about it, small letters, an input method's forms; and a
#     signature that anybody can make of one that holds, but which says nothing else
verdict 有效 0 "签名相符" "$(printf '\357\273\277\343\200\200%s\343\200\200' "$text")"
verdict 有效 0 "签名相符" "\\000026$text"
verdict 有效 0 "签名相符" "$(printf ' %s ' "$number" | tr A-Z a-z)"
verdict 有效 0 "签名相符" "$(printf %s "$number" | sed 's/0/０/g; s/M/Ｍ/')"
verdict 有效 0 "签名相符" "$(python3 - "$text" <<'PYTHON'
import base64, sys
text, signature = sys.argv[1].rsplit("|", 1)
order = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
raw = base64.urlsafe_b64decode(signature + "==")
mirrored = raw[:32] + (order - int.from_bytes(raw[32:], "big")).to_bytes(32, "big")
print(text + "|" + base64.urlsafe_b64encode(mirrored).decode().rstrip("="))
PYTHON
)"

# --- A file may say what it likes: none of it comes onto the screen but what can be a number
printf '%%PDF-1.4\n<yinfa:number>\033[2J有效</yinfa:number>' >"$scratch/evil.pdf"
verdict 查无此证 1 "没有证书编号" "$scratch/evil.pdf"
grep -q "$(printf '\033')" "$scratch/out" && fail "a file's control characters reach the screen"
expect_status 2 "$YINFA" void -w "$office" "$number" --reason "$(printf '\033[2J遗失')"
expect_status 2 "$YINFA" void -w "$office" "$number" --reason "  "

# --- The file: as printed, with one byte more, as a number that was never printed ------------------------------
sheet=$scratch/sheet.pdf # a copy: the published one goes when it is voided
cp "$office/published/certificate-$number.pdf" "$sheet"
verdict 有效 0 "一字节不差" "$sheet"
cp "$sheet" "$scratch/altered.pdf"
echo >>"$scratch/altered.pdf"
verdict 被改动 1 "证书编号：$number" "$scratch/altered.pdf"
sed "s/$number/${number%?}X/" "$sheet" >"$scratch/strange.pdf"
verdict 查无此证 1 "证书编号：${number%?}X" "$scratch/strange.pdf"

# --- Voided, and replaced by another: the number, the code and the file all say so -----------------------------
expect_status 0 "$YINFA" void -w "$office" "$number" --reason 姓名有误 --date=2025-03-01
verdict 已作废 1 "作废日期：2025-03-01" "$number"
expect_in "原因：姓名有误" "$scratch/out"
expect_status 0 "$YINFA" reissue -w "$office" "$number" --reason 更正姓名 --date=2025-03-02
successor=$(sql "$office" "SELECT replaced_by FROM certificate WHERE number = '$number'")
for what in "$number" "$text" "$sheet"; do
    verdict 已作废 1 "替代它的证书：$successor" "$what"
done
verdict 有效 0 "签名相符" "$(payload "$successor")"

# --- A new key: the old one signs no more, what it signed stays valid -----------------------------------------
expect_status 0 "$YINFA" keygen -w "$office"
expect_in "$first" "$scratch/out"
[ "$(sql "$office" 'SELECT count(*) FROM signing_key WHERE retired_on IS NULL')" = 1 ] || fail "not one key signs"
verdict 有效 0 "此前的签名仍然有效" "$(payload "$other")"
expect_status 0 "$YINFA" publish -w "$office" verification-page
for key in $(sql "$office" 'SELECT public_key FROM signing_key'); do
    expect_in "$key" "$office/published/verify.html"
done
[ "$(stat -c %a "$office/published/verify.html")" = 644 ] || fail "the page is not for the public"
expect_in "<td>$number</td><td>2025-03-01</td><td>$successor</td>" "$office/published/verify.html"
grep -qF "姓名有误" "$office/published/verify.html" && fail "the page tells a reason"
grep -qF "$name" "$office/published/verify.html" && fail "the page names a holder"

# --- A ledger that somebody changed ---------------------------------------------------------------------------
for table in certificate certificate_event signing_key; do
    ! sqlite3 "$office/yinfa.db" "DELETE FROM $table" 2>/dev/null || fail "$table let itself be emptied"
done
ended=$(sql "$office" "SELECT max(number) FROM certificate WHERE state = 'printed'")
expect_status 0 "$YINFA" void -w "$office" "$ended" --reason 材料不实
! sqlite3 "$office/yinfa.db" "UPDATE certificate SET state = 'printed' WHERE number = '$ended'" 2>/dev/null || fail "a voided certificate came back into force"
guard=$(sql "$office" "SELECT sql FROM sqlite_schema WHERE name = 'certificate_ended'")
sqlite3 "$office/yinfa.db" "DROP TRIGGER certificate_ended; UPDATE certificate SET state = 'printed' WHERE number = '$ended'"
verdict 被改动 1 "数据库被人改动过" "$ended"
sqlite3 "$office/yinfa.db" "UPDATE certificate SET state = 'voided' WHERE number = '$ended'; $guard"
sqlite3 "$office/yinfa.db" "DROP TRIGGER certificate_unchanged;
    UPDATE certificate SET content = json_set(content, '\$.name', '张三') WHERE number = '$number'"
verdict 被改动 1 "数据库被人改动过" "$number"
sqlite3 "$office/yinfa.db" "UPDATE certificate SET payload = replace(payload, '$name', '张三') WHERE number = '$number'"
verdict 被改动 1 "数据库被人改动过" "$number"
verdict 被改动 1 "与台账登记的不同" "$text"
echo "verification: ok"
