"""What a city sends: its officers, its methods by county, its policies."""
import hashlib
import struct
import zlib

from . import words
from .chance import Chance
from .cities import called, counties, office
from .enterprises import training
from .page import Page


def sent(year, city, kind):
    if year == 2024 and city.code == "421100" and kind == "cqo-return":
        return "2024-12-23"  # three days late
    if year == 2024 and city.code == "420500":
        return "2024-12-20"  # on the last day
    return Chance("sent", year, city.code).day(f"{year}-12-09", f"{year}-12-19")


def city_page(kind, year, city, day):
    page = Page(kind, year=year, sent=day)
    page.element("region", city.name, code=city.code)
    page.element("office", office(city))
    return page


def write_officer(page, officer, year):
    page.open("officer")
    page.element("name", officer["name"])
    page.element("identity-number", officer["number"])
    page.element("education", officer["education"])
    page.element("quality-years", officer["quality_years"] - (2024 - year))
    page.element("qualification", officer["qualification"])
    page.element("post", officer["post"])
    page.element("appointed", officer["appointed"])
    page.open("term")
    page.element("from", officer["term"][0])
    page.element("until", officer["term"][1])
    page.close("term")
    hours = training(officer, year)
    page.open("training")
    page.element("initial-hours", hours["initial_hours"], year=hours["initial_year"])
    page.element("continuing-hours", hours["continuing_hours"])
    page.element("class-2-hours", hours["class_2_hours"])
    page.close("training")
    if officer["exclusion"]:
        page.element("exclusion", officer["exclusion"])
    page.close("officer")


def write_cqo_return(path, year, city, enterprises, day):
    page = city_page("cqo-return", year, city, day)
    officers = 0
    for enterprise in sorted(enterprises, key=lambda one: one["order"]):
        page.open("enterprise")
        page.element("name", enterprise["name"])
        page.element("credit-code", enterprise["code"])
        page.element("scale", enterprise["scale"])
        for name, awarded in enterprise["awards"]:
            page.element("award", name=name, year=awarded)
        if enterprise["officer"] and (year == 2024 or enterprise["officer_in_2023"]):
            officers += 1
            write_officer(page, enterprise["officer"], year)
        page.close("enterprise")
    page.open("summary")
    page.element("enterprises", len(enterprises))
    page.element("officers", officers)
    page.close("summary")
    page.write(path)


def shares(total, weights):
    """Whole numbers in proportion to weights whose sum is the total (largest remainder)."""
    whole = [total * weight // sum(weights) for weight in weights]
    order = sorted(range(len(weights)), key=lambda place: (-(total * weights[place] % sum(weights)), place))
    for place in order[:total - sum(whole)]:
        whole[place] += 1
    return whole


def unequal_shares(chance, part, wholes):
    """Of each whole a part, about in proportion; the parts add up."""
    parts = shares(part, wholes) if sum(wholes) else [0] * len(wholes)
    for _ in wholes:
        giver, taker = chance.below(len(wholes)), chance.below(len(wholes))
        moved = min(parts[giver] // 20, wholes[taker] - parts[taker])
        parts[giver] -= moved
        parts[taker] += moved
    return parts


def methods_totals(year, city, large):
    """What a city with so many 规模以上企业 in 2024 did in the year: a little less in 2023."""
    chance = Chance("work", city.code)
    totals = {"enterprises": large + chance.between(1, 4)}
    for name, per_enterprise in (("quality-groups", 9), ("six-sigma", 1), ("suggestions", 140), ("lectures", 1)):
        totals[name] = large * per_enterprise + chance.below(large * per_enterprise + 2)
    if (year, city.code) == (2024, "420700"):
        totals["enterprises"] = max(0, large - 1)  # 鄂州市 contradicts its own cqo-return
    if year == 2023:
        before = Chance("work", year, city.code)
        totals = {name: -(-total * before.between(75, 105) // 100) for name, total in totals.items()}
        if city.code == "421000":
            totals["suggestions"] //= 3  # three times as many in 2024: worth a question
    return totals


def write_methods_return(path, year, city, large, day):
    chance = Chance("methods", year, city.code)
    names = counties(city)
    weights = [chance.between(60, 180) for _ in names]
    columns = {name: shares(total, weights if name == "enterprises" else [chance.between(20, 180) for _ in names])
               for name, total in methods_totals(year, city, large).items()}
    rates = (("managers", "managers-trained", city.managers), ("shop-floor", "shop-floor-trained", city.shop_floor),
             ("quality-staff", "quality-staff-qualified", city.quality_staff), ("platforms", "platforms-able", city.platforms))
    for all_name, part_name, (part, whole) in rates:
        if year == 2023:
            whole = whole * 19 // 20 if whole > 30 else whole
            part = part * chance.between(80, 92) // 100
        columns[all_name] = shares(whole, weights)
        columns[part_name] = unequal_shares(chance, part, columns[all_name])
    page = city_page("methods-return", year, city, day)
    order = ("enterprises managers managers-trained shop-floor shop-floor-trained quality-staff quality-staff-qualified "
             "platforms platforms-able quality-groups six-sigma suggestions lectures").split()
    for place, name in enumerate(names):
        page.open("district", name=name)
        for column in order:
            page.element(column, columns[column][place])
        page.close("district")
    page.open("summary")
    for column in order:
        page.element(column, sum(columns[column]))
    page.close("summary")
    page.write(path)


def scan(width, height, seed):
    """A PNG that looks like a typed page from afar: bars for words. Stored, not deflated, so that no version of a
    compressor changes its bytes."""
    chance = Chance("scan", seed)
    rows = [bytearray(b"\xff" * (width // 8)) for _ in range(height)]
    for top in range(height // 8, height * 7 // 8, 14):
        column = width // 8 // 8
        while column < width // 8 * 7 // 8:
            length = chance.between(2, 6)
            for y in range(top, top + 6):
                for x in range(column, min(column + length, width // 8 * 7 // 8)):
                    rows[y][x] = 0
            column += length + 1
    raw = b"".join(b"\0" + bytes(row) for row in rows)
    blocks = b"\x78\x01"
    for start in range(0, len(raw), 65535):
        part = raw[start:start + 65535]
        blocks += struct.pack("<BHH", start + 65535 >= len(raw), len(part), len(part) ^ 0xFFFF) + part
    blocks += struct.pack(">I", zlib.adler32(raw))

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", blocks) + chunk(b"IEND", b"")


def write_policy_return(folder, year, city, day):
    page = city_page("policy-return", year, city, day)
    chance = Chance("policies", year, city.code)
    first = chance.below(len(words.POLICIES))
    for number in range(city.policies if year == 2024 else min(city.policies, chance.between(0, 2))):
        kind, title, clause = words.POLICIES[(first + number) % len(words.POLICIES)]
        document = f"样{city.short}质强办〔{year}〕{chance.between(2, 9) + 10 * number}号"
        page.open("policy")
        page.element("type", kind)
        page.element("title", title.format(city=called(city)))
        page.element("document-number", document)
        page.element("issuer", office(city))
        page.element("issued", chance.day(f"{year}-02-01", f"{year}-11-30"))
        page.element("clause", clause)
        page.element("evidence", f"{document}原文及印发稿")
        if (year, city.code) == (2024, "420100") and number < 2:
            name = f"policy-{year}-{city.code}-{number + 1}.png"
            picture = scan(400, 560, number)
            (folder / name).write_bytes(picture)
            page.element("scan", file=name, sha256=hashlib.sha256(picture).hexdigest())
        page.close("policy")
    page.write(folder / f"policy-return-{year}-{city.code}.xml")
