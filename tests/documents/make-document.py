#!/usr/bin/env python3
"""Writes one valid official document, decided by its seed alone: make-document.py SEED > FILE.

For the property test (tests/end-to-end/documents.sh): whatever is asked of them in kind `official-document`,
the pages must hold GB/T 9704. Every optional element is there or not; titles have 5 to 90 characters,
1 to 12 organs issue it, 0 to 9 annexes follow, the body has one line to about 60 pages. Seed 1 is the
smallest of everything, seed 2 the largest, every other one anything between. No rule of kind.xml finds
fault with what is written here: numbers run on, sums are right, dates follow each other.
"""
import datetime
import hashlib
import pathlib
import random
import sys
from xml.sax.saxutils import escape, quoteattr

# The picture that figures show; it must lie beside the document.
FIGURE = pathlib.Path(__file__).parents[2] / "samples/documents/report-flow.png"

DOWNWARD = ["通知", "意见", "通报", "决定", "公告", "通告", "公报", "批复", "决议"]
UPWARD = ["报告", "请示", "议案"]
OF_FORMAT = {"letter": ["函"], "order": ["命令"], "minutes": ["纪要"]}

PLACES = ["样例省", "样例市", "样例新区"]
OFFICES = ["市场监督管理局", "发展和改革委员会", "教育局", "财政局", "人力资源和社会保障局", "工业和信息化局", "商务局",
           "科学技术局", "交通运输局", "国有资产监督管理委员会", "统计局", "总工会", "文化和旅游局", "卫生健康委员会", "税务局",
           "质量强省工作领导小组办公室"]
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"

SUBJECTS = ["各有关单位", "各级质量工作主管部门", "企业", "各质量协会", "检验检测机构", "质量专家组", "首席质量官",
            "各市、州", "认证机构", "生产企业和销售单位"]
MANNERS = ["应当", "要", "可以", "必须", "要按照规定", "应当结合实际", "要会同有关部门", "应当在职责范围内"]
DEEDS = ["开展质量管理体系升级行动", "推广应用先进质量管理方法", "健全质量责任制度", "组织质量改进活动", "公布监督抽查结果",
         "解决质量管理中的突出问题", "培养质量专业人才", "加强计量、标准、认证认可和检验检测能力建设", "做好政府质量奖评审的服务工作",
         "建立产品质量追溯制度", "推行“质量安全总监”和“首席质量官”制度", "落实《样例省质量促进条例》规定的各项要求",
         "排查产品质量安全风险", "组织职工参加质量管理专业自学考试", "引导中小企业夯实质量管理基础"]
RESULTS = ["不断提高产品、工程和服务质量", "切实防范质量安全事故", "为高质量发展提供支撑", "确保各项任务落到实处", "形成可复制的经验",
           "不得增加企业负担", "并及时报告进展情况", "推动质量工作再上新台阶"]
TITLE_WORDS = {1: ["等"], 2: ["开展", "推进", "加强", "企业", "质量", "全省", "工作"], 3: ["质量奖", "质量月", "产业链", "全过程"],
               4: ["质量管理", "首席质量", "监督抽查", "有关事项", "品牌培育", "体系认证"], 5: ["首席质量官", "高质量发展", "竞争力提升"],
               6: ["质量提升行动", "先进管理方法", "专业自学考试"]}


class Chooser(random.Random):
    """Draws from random() only, whose sequence Python promises for a seed; the smallest and the largest
    document take always the first or the last choice."""

    def __init__(self, seed):
        super().__init__(seed)
        self.fixed = {1: 0.0, 2: 1.0}.get(seed)

    def share(self):
        return self.random() if self.fixed is None else self.fixed

    def between(self, low, high):
        return min(high, low + int(self.share() * (high - low + 1)))

    def maybe(self, chance=0.5):
        return self.random() < chance if self.fixed is None else self.fixed == 1.0

    def of(self, choices):
        """Words vary even in the smallest and the largest document."""
        return choices[int(self.random() * len(choices))]


def chinese_day(day):
    return f"{day.year}年{day.month}月{day.day}日"


def person(draw):
    return draw.of(SURNAMES) + "样例"


def organs(draw, count):
    """`count` different organs."""
    names = [place + office for place in PLACES for office in OFFICES]
    return [names.pop(int(draw.random() * len(names))) for _ in range(count)]


def clause(draw):
    if draw.random() < 0.15:
        year = draw.of([2021, 2022, 2023])
        return (f"{year}年全省培训质量管理人员{1000 + int(draw.random() * 9000)}人次，合格率"
                f"{80 + int(draw.random() * 200) / 10:.1f}%")
    return draw.of(SUBJECTS) + draw.of(MANNERS) + draw.of(DEEDS)


def sentence(draw):
    return clause(draw) + ("，" + draw.of(RESULTS) if draw.random() < 0.7 else "") + "。"


def words(draw, length):
    """A title's words of exactly so many characters."""
    chosen = ""
    while len(chosen) < length:
        left = length - len(chosen)
        sizes = [size for size in TITLE_WORDS if 1 < size <= left and left - size != 1] or [left]
        chosen += draw.of(TITLE_WORDS[draw.of(sizes)])
    return chosen


def title(draw, genre, issuers):
    """关于…的GENRE of 5 to 90 characters, before it the organs where there is room."""
    length = max(draw.between(5, 90), len(genre) + 4)
    lead = issuers[0] if draw.maybe() and len(issuers[0]) + len(genre) + 6 < length else ""
    return f"{lead}关于{words(draw, length - len(lead) - len(genre) - 3)}的{genre}"


class Writer:
    """One document, element by element; a line of XML each, so that no white space comes into texts."""

    def __init__(self, draw, seed):
        self.draw = draw
        self.seed = seed
        self.lines = []
        self.day = datetime.date(2023, 1, 3) + datetime.timedelta(days=int(draw.random() * 700))
        self.notes = 0
        self.answers = False
        self.disclosure = None
        self.recipients = []

    def add(self, depth, text):
        self.lines.append("  " * depth + text)

    def element(self, depth, name, text, **attributes):
        given = "".join(f" {key.rstrip('_').replace('_', '-')}={quoteattr(str(value))}"
                        for key, value in attributes.items() if value is not None)
        self.add(depth, f"<{name}{given}>{escape(text)}</{name}>")

    # ------------------------------------------------------------ inline text
    def running(self, length):
        """Sentences of about `length` characters, as XML with inline elements here and there."""
        draw, parts, size = self.draw, [], 0
        while True:
            text = sentence(draw)
            size += len(text)
            kind = draw.random()
            if kind < 0.04:
                text = f"<emphasis>{text[:-1]}</emphasis>。"
            elif kind < 0.06 and self.notes < 60:
                self.notes += 1
                text = f"{clause(draw)}<footnote>{sentence(draw)}</footnote>，{draw.of(RESULTS)}。"
            elif kind < 0.08:
                due = self.day + datetime.timedelta(days=20 + int(draw.random() * 200))
                text = f'{draw.of(SUBJECTS)}应当于<deadline date="{due}">{chinese_day(due)}</deadline>前完成。'
            elif kind < 0.10:
                text = "检测面积不少于200m<superscript>2</superscript>，CO<subscript>2</subscript>浓度不高于0.1%。"
            elif kind < 0.12:
                text = f"<unbroken>{draw.of(TITLE_WORDS[5])}</unbroken>的要求应当落实到每一个环节。"
            parts.append(text)
            if size >= length:
                return "".join(parts)

    # ------------------------------------------------------------ blocks
    def list(self, depth):
        draw = self.draw
        count = 2 + int(draw.random() * 6)
        self.add(depth, f'<list marker="{draw.of(["number", "bracket", "circle", "none"])}">')
        for index in range(count):
            ending = "。" if index == count - 1 else "；"
            self.element(depth + 1, "item", clause(draw) + ending)
        self.add(depth, "</list>")

    def table(self, depth, longest):
        draw = self.draw
        figures = 1 + int(draw.random() * 4)
        rows = 1 + int(draw.random() * longest)
        self.add(depth, "<table>")
        if draw.maybe(0.7):
            self.element(depth + 1, "caption", words(draw, 6 + int(draw.random() * 12)) + "情况")
        if draw.maybe(0.5):
            self.element(depth + 1, "unit", draw.of(["人", "家", "万元", "批次"]))
        self.add(depth + 1, '<column width="16"/>')
        self.add(depth + 1, '<column width="3*" align="start"/>')
        for _ in range(figures):
            self.add(depth + 1, f'<column width="{draw.of(["1*", "22"])}" align="end"/>')
        if draw.maybe(0.5):
            self.row(depth + 1, "header", [("序号", ' rows="2"'), ("单位", ' rows="2"'), ("数量", f' columns="{figures}"')])
            self.row(depth + 1, "header", [(f"第{index + 1}类", "") for index in range(figures)])
        else:
            self.row(depth + 1, "header", [("序号", ""), ("单位", "")] + [(f"第{index + 1}类", "") for index in range(figures)])
        sums = [0] * figures
        for number in range(1, rows + 1):
            counts = [int(draw.random() * 3000) for _ in range(figures)]
            sums = [total + count for total, count in zip(sums, counts)]
            self.row(depth + 1, "row", [(str(number), ""), (draw.of(PLACES) + draw.of(OFFICES), "")] + [(str(count), "") for count in counts])
        if draw.maybe(0.6):
            self.row(depth + 1, "row", [("合计", ' columns="2"')] + [(str(total), "") for total in sums])
        if draw.maybe(0.4):
            self.element(depth + 1, "table-note", sentence(draw))
        self.add(depth, "</table>")

    def figure(self, depth):
        digest = hashlib.sha256(FIGURE.read_bytes()).hexdigest()
        width = self.draw.of(["", ' width="90"', ' width="156"'])
        self.add(depth, f'<figure file="{FIGURE.name}" sha256="{digest}"{width}>')
        if self.draw.maybe(0.8):
            self.element(depth + 1, "caption", words(self.draw, 10) + "流程")
        self.element(depth + 1, "description", "流程图")
        self.add(depth, "</figure>")

    def recommendations(self, depth):
        """Each headed by the program, so nothing inside counts headings of the first level."""
        for _ in range(1 + int(self.draw.random() * 5)):
            self.add(depth, "<recommendation>")
            self.element(depth + 1, "subject", f"关于{words(self.draw, 8 + int(self.draw.random() * 12))}的建议")
            self.element(depth + 1, "status", self.draw.of(["吸收采纳", "列入计划", "留作参考"]))
            self.paragraph(depth + 1)
            self.add(depth, "</recommendation>")

    def row(self, depth, name, cells):
        self.add(depth, f"<{name}>" + "".join(f"<cell{spans}>{escape(text)}</cell>" for text, spans in cells) + f"</{name}>")

    def paragraph(self, depth, level=None):
        draw = self.draw
        attribute = f' level="{level}"' if level else ""
        lead = f"<lead>{draw.of(DEEDS)}。</lead>" if level and draw.maybe(0.6) else ""
        self.add(depth, f"<paragraph{attribute}>{lead}{self.running(20 + int(draw.random() * draw.random() * 500))}</paragraph>")

    def text(self, depth, length, longest_table, answers=False):
        """About `length` characters: sections, their paragraphs, lists, tables and figures; numbers in order."""
        draw = self.draw
        self.add(depth, "<text>")
        start = len(self.lines)
        self.add(depth + 1, f"<paragraph>{self.running(min(length, 120))}</paragraph>")

        if answers:
            self.recommendations(depth + 1)

        def size():
            return sum(len(line) for line in self.lines[start:])

        while size() < length:
            self.element(depth + 1, "heading", draw.of(DEEDS), level=1)
            for _ in range(1 + int(draw.random() * 4)):
                if draw.random() < 0.6:
                    self.paragraph(depth + 1, 2)
                else:
                    self.element(depth + 1, "heading", draw.of(DEEDS), level=2)
                    self.paragraph(depth + 1)
                for _ in range(int(draw.random() * 4)):
                    self.paragraph(depth + 1, 3)
                    if draw.random() < 0.3:
                        self.paragraph(depth + 1, 4)
                        self.paragraph(depth + 1, 4)
                if draw.random() < 0.15:
                    self.list(depth + 1)
                if draw.random() < 0.08:
                    self.table(depth + 1, longest_table)
                if draw.random() < 0.05:
                    self.figure(depth + 1)
                if size() >= length:
                    break
        # A text ends with words: they stand with the signature on its page.
        if not self.lines[-1].lstrip().startswith("<paragraph"):
            self.add(depth + 1, f"<paragraph>{sentence(draw)}</paragraph>")
        self.add(depth, "</text>")

    # ------------------------------------------------------------ the document
    def document(self):
        draw = self.draw
        form = draw.of(["general"] * 6 + ["letter"] * 2 + ["order", "minutes"])
        if draw.fixed is not None:
            form = ["letter", "general"][int(draw.fixed)]
        upward = form == "general" and draw.fixed is None and draw.random() < 0.25
        genre = draw.of(UPWARD if upward else OF_FORMAT.get(form, DOWNWARD))
        most = {"general": 5 if upward else 12, "letter": 3}.get(form, 1)
        issuers = organs(draw, draw.between(1, most))
        sign = draw.of(["样质", "样市监", "样工信联", "样政办发"])
        draft = form == "general" and not upward and draw.fixed is None and draw.random() < 0.1

        self.lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        attributes = {"id": f"random-{self.seed}", "genre": genre, "sample": "yes"}
        if draw.maybe(0.3):
            attributes["format"] = form
        if draft:
            attributes["draft"] = "yes"
        self.add(0, '<official-document xmlns="urn:yinfa:official-document"'
                 + "".join(f' {key}="{value}"' for key, value in attributes.items()) + ">")
        self.head(form, issuers, sign, upward, draft)
        self.body(form, genre, issuers, draft)
        if not draft and form != "order":
            self.colophon(form, issuers)
        self.add(0, "</official-document>")
        return "\n".join(self.lines) + "\n"

    def head(self, form, issuers, sign, upward, draft):
        draw = self.draw
        self.add(1, "<head>")
        secret = form != "order" and not draft and draw.maybe(0.2)
        self.disclosure = "不予公开" if secret else draw.of(["主动公开", "依申请公开", "不予公开"])
        if secret:
            self.element(2, "copy-number", f"{1 + int(draw.random() * 999):06}")
            self.element(2, "secrecy", "", level=draw.of(["秘密", "机密"]), period=draw.of(["1年", "5年", "10年"]))
        if form != "order" and draw.maybe(0.3):
            self.element(2, "urgency", draw.of(["特急", "加急"]))
        for name in issuers:
            self.element(2, "issuer", name)
        if form == "minutes":
            self.element(2, "mark", issuers[0] + "会议纪要")
        elif form == "order":
            self.element(2, "mark", issuers[0] + "令")
        elif form == "general" and draw.maybe(0.2):
            self.element(2, "mark", "", organs=draw.of(["all", "lead"]) if draw.fixed is None else "all")
        if not draft:
            number = 400 + self.seed
            self.element(2, "document-number", f"第{number}号" if form == "order" else f"{sign}〔{self.day.year}〕{number}号")
        if upward:
            for name in issuers:
                self.element(2, "signer", person(draw), organ=name)
        self.answers = form in ("general", "letter") and draw.maybe(0.1)
        if self.answers:
            self.element(2, "proposal", "", class_=draw.of("ABC"), number=f"第{1 + int(draw.random() * 999):03}号")
        self.add(1, "</head>")

    def body(self, form, genre, issuers, draft):
        draw = self.draw
        self.add(1, "<body>")
        if form != "order":
            self.element(2, "title", title(draw, genre, issuers))
        if form in ("general", "letter") and (genre in UPWARD + ["函", "批复", "通知"] or draw.maybe(0.8)):
            self.recipients = organs(draw, 1 if genre in UPWARD else draw.between(1, 6))
            for name in self.recipients:
                self.element(2, "recipient", name)
        longest = 60 if form == "general" else 4
        pages = longest ** draw.share()
        self.text(2, 20 if draw.fixed == 0.0 else int(pages * 680), 40, self.answers)
        annexes = draw.between(0, 9) if draw.fixed is not None else int(draw.random() * draw.random() * 10)
        titles = [words(draw, 6 + int(draw.random() * 24)) + "表" for _ in range(annexes)]
        if draw.maybe():
            for index, name in enumerate(titles):
                self.element(2, "annex-note", name, number=index + 1 if annexes > 1 else None)
        self.signature(form, issuers, draft)
        if form in ("general", "letter") and not draft and (genre == "请示" or draw.maybe()):
            public = ["此件公开发布"] if self.disclosure == "主动公开" else []
            self.element(2, "note", draw.of(public + [f"联系人：{person(draw)}，联系电话：000-00000000"]))
        if form == "minutes":
            self.attendance()
        for index, name in enumerate(titles):
            self.annex(index + 1 if annexes > 1 else None, name)
        if form == "general" and genre == "通知" and draw.maybe(0.6):
            self.forwarded()
        self.add(1, "</body>")

    def forwarded(self):
        """A whole document passed on, in general format and sealed, with neither annexes nor colophon."""
        draw = self.draw
        name = organs(draw, 1)
        earlier = self.day - datetime.timedelta(days=5 + int(draw.random() * 20))
        self.add(2, "<forwarded>")
        self.add(3, f'<official-document id="random-{self.seed}-forwarded" genre="意见" format="letter" sample="yes">')
        self.add(4, "<head>")
        self.element(5, "issuer", name[0])
        self.element(5, "document-number", f"样政办函〔{earlier.year}〕{1 + int(draw.random() * 99)}号")
        self.add(4, "</head>")
        self.add(4, "<body>")
        self.element(5, "title", title(draw, "意见", name))
        self.element(5, "recipient", organs(draw, 1)[0])
        self.text(5, 100 + int(draw.random() * 2000), 20)
        self.add(5, "<signature>")
        self.element(6, "date", str(earlier))
        self.add(5, "</signature>")
        self.add(4, "</body>")
        self.add(3, "</official-document>")
        self.add(2, "</forwarded>")

    def signature(self, form, issuers, draft):
        draw = self.draw
        if draft or form == "minutes":
            return
        sealed = None if form == "order" else draw.of([None, "yes", "no"])
        self.add(2, "<signature" + (f' sealed="{sealed}"' if sealed else "") + ">")
        if form == "order":
            self.element(3, "signatory", person(draw), title=draw.of(["省长", "市长", "主任"]))
        elif draw.maybe(0.3):
            for name in issuers:
                self.element(3, "organ", name)
        self.element(3, "date", str(self.day))
        self.add(2, "</signature>")

    def attendance(self):
        draw = self.draw
        self.add(2, "<attendance>")
        for name, fewest in (("present", 1), ("absent", 0), ("observer", 0)):
            for _ in range(draw.between(fewest, 9)):
                self.element(3, name, draw.of(PLACES) + draw.of(OFFICES) + person(draw))
        self.add(2, "</attendance>")

    def annex(self, number, name):
        draw = self.draw
        sort = draw.of(["text", "table", "table", "landscape", "apart"])
        given = (f' number="{number}"' if number else "") + (' orientation="landscape"' if sort == "landscape" else "")
        self.add(2, f"<annex{given}>")
        self.element(3, "title", name)
        if sort == "text":
            self.text(3, 100 + int(draw.random() * 3000), 20)
        elif sort != "apart":
            self.add(3, "<text>")
            self.table(4, 70)
            self.add(3, "</text>")
        self.add(2, "</annex>")

    def colophon(self, form, issuers):
        draw = self.draw
        if form == "letter" and not draw.maybe(0.8):
            return
        self.add(1, "<colophon>")
        if form == "letter" or draw.maybe():
            self.element(2, "disclosure", self.disclosure)
        if draw.maybe(0.6):
            for name in organs(draw, draw.between(1, 8)):
                if name not in self.recipients:
                    self.element(2, "copy-to", name)
        if form != "letter":
            self.element(2, "printing-organ", issuers[0] + "办公室" if not issuers[0].endswith("办公室") else issuers[0])
            self.element(2, "printing-date", str(self.day + datetime.timedelta(days=int(draw.random() * 4))))
        self.add(1, "</colophon>")


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdigit():
        sys.exit("usage: make-document.py SEED > FILE")
    seed = int(sys.argv[1])
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(Writer(Chooser(seed), seed).document())


if __name__ == "__main__":
    main()
