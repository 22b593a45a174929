#!/usr/bin/env python3
"""Makes what tests/web/verification.sh tries on the verification page: rows for the page, and texts with what the
page must say of each. The keys and signatures are OpenSSL's own, so that the page is held against another's work.

    verification_cases.py FOLDER   writes data.xml, cases.json into it
"""
import base64
import hashlib
import json
import pathlib
import subprocess
import sys
from xml.sax.saxutils import quoteattr

folder = pathlib.Path(sys.argv[1])


def openssl(*arguments, stdin=None):
    return subprocess.run(["openssl", *arguments], input=stdin, check=True, capture_output=True).stdout


class Key:
    def __init__(self, name):
        self.path = folder / f"{name}.pem"
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", str(self.path))
        public = openssl("pkey", "-in", str(self.path), "-pubout", "-outform", "DER")
        self.public = base64.b64encode(public).decode()
        self.id = hashlib.sha256(public).hexdigest()[:8]

    def sign(self, number, name, issued_on="2025-03-10", tail="001X", key=None):
        text = f"YF1|{number}|{name}|{issued_on}|{tail}|{key or self.id}"
        return f"{text}|{self.signature(text)}"

    def signature(self, text):
        der = openssl("dgst", "-sha256", "-sign", str(self.path), stdin=text.encode())
        raw, at = b"", 2
        for _ in range(2):  # two INTEGERs: tag, length, bytes
            length = der[at + 1]
            raw += der[at + 2:at + 2 + length].lstrip(b"\0").rjust(32, b"\0")
            at += 2 + length
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")


retired, live, foreign = Key("retired"), Key("live"), Key("foreign")
ended = [("YZ20240000025", "2025-04-01", "YZ20240000041"), ("YZ20240000033", "2025-12-31", None)]
ended += [(f"YZ2023{serial:06d}0", "2024-05-06", None) for serial in range(300)]


def row(**columns):
    return "<row " + " ".join(f"{name}={quoteattr(value)}" for name, value in columns.items() if value) + "/>"


(folder / "data.xml").write_text(
    '<data publication="verification-page"><query name="keys">'
    + row(id=retired.id, public_key=retired.public, made_on="2024-01-02", retired_on="2025-02-03")
    + row(id=live.id, public_key=live.public, made_on="2025-02-03")
    + '</query><query name="ended">'
    + "".join(row(number=number, ended_on=day, replaced_by=successor) for number, day, successor in ended)
    + '</query><query name="standing">' + row(last_day="2025-12-31") + "</query></data>")

good = live.sign("YZ20240000017", "阿依古丽·买买提")
fields = good.split("|")


def altered(index, value):
    return "|".join(fields[:index] + [value] + fields[index + 1:])


def neighbour(character):
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return letters[letters.index(character) ^ 1]


def turned(index):  # one character of the signature, the last one in bits that say nothing
    signature = fields[6]
    at = index % len(signature)
    return altered(6, signature[:at] + neighbour(signature[at]) + signature[at + 1:])


cases = [  # name, text, state, words that must be said
    ("good", good, "valid", ["✓ 有效", "阿依古丽·买买提", "YZ20240000017", "2025年3月10日", "001X", "逐项核对"]),
    ("pasted with blanks", f" \n{good}\r\n ", "valid", ["✓ 有效"]),
    ("behind what a scanner says of itself", "]Q2\\000026" + good, "valid", ["✓ 有效"]),
    ("one character long", live.sign("YZ20240000050", "丁"), "valid", ["丁"]),
    ("rare characters", live.sign("YZ20240000068", "𬭬㐱𰻝"), "valid", ["𬭬㐱𰻝"]),
    ("a name of markup", live.sign("YZ20240000076", "<img src=x onerror=alert(1)>&lt;"), "valid",
     ["<img src=x onerror=alert(1)>&lt;"]),
    ("old key after rotation", retired.sign("YZ20240000084", "张三"), "valid", ["2025年2月3日停用", "仍然有效"]),
    ("replaced", live.sign(ended[0][0], "李四"), "voided", ["✕ 已作废", "2025年4月1日", "由YZ20240000041替代"]),
    ("voided", retired.sign(ended[1][0], "李四"), "voided", ["2025年12月31日", "没有替代"]),
    ("number of a voided one", ended[1][0], "voided", ["2025年12月31日"]),
    ("number of a voided one as it is typed", "ｙｚ2024 0000 033", "voided", ["YZ20240000033", "2025年12月31日"]),
    ("number of a good one", "YZ20240000017", "unreadable", ["？ 无法识别", "只有编号不能证明"]),
    ("altered number", altered(1, "YZ20240000018"), "altered", ["✕ 被改动"]),
    ("altered to a voided number", altered(1, ended[1][0]), "altered", ["✕ 被改动"]),
    ("altered name", altered(2, "阿依古丽·买买堤"), "altered", ["✕ 被改动"]),
    ("altered date", altered(3, "2025-03-11"), "altered", ["✕ 被改动"]),
    ("altered tail", altered(4, "0011"), "altered", ["✕ 被改动"]),
    ("altered key to an older one", altered(5, retired.id), "altered", ["✕ 被改动"]),
    ("altered key to none", altered(5, "00000000"), "foreign", ["✕ 无效：密钥不对", "00000000"]),
    ("altered signature", turned(0), "altered", ["✕ 被改动"]),
    ("altered last character", turned(-1), "altered", ["✕ 被改动"]),
    ("signature of another", altered(6, live.sign("YZ20240000050", "丁").rsplit("|", 1)[1]), "altered", []),
    ("zero signature", altered(6, "A" * 86), "altered", []),
    ("another's key", foreign.sign("YZ20240000017", "阿依古丽·买买提"), "foreign", ["不是发证单位的"]),
    ("another's key in our name", foreign.sign("YZ20240000017", "阿依古丽·买买提", key=live.id), "altered", []),
    ("another's key on a voided number", foreign.sign(ended[1][0], "李四"), "foreign", []),
    ("no such day", live.sign("YZ20240000017", "张三", issued_on="2025-02-29"), "unreadable", []),
    ("a bar in the name", live.sign("YZ20240000017", "张|三"), "unreadable", []),
    ("a line end in the name", live.sign("YZ20240000017", "张\n三"), "unreadable", []),
    ("another form", "YF2" + good[3:], "unreadable", []),
    ("cut short", good[:-1], "unreadable", []),
    ("one character more", good + "A", "unreadable", []),
    ("nothing", "", "unreadable", []),
    ("an address", "https://example.org/?q=1", "unreadable", []),
    ("bars", "|" * 600, "unreadable", []),
    ("a million characters", "YF1|" + "好" * 1000000, "unreadable", []),
]
(folder / "cases.json").write_text(json.dumps(
    [{"name": name, "text": text, "state": state, "words": words} for name, text, state, words in cases]))
