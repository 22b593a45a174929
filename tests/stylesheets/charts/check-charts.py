#!/usr/bin/python3
"""Holds drawn charts to their data, by reading the SVG back.

    check-charts.py DATA.xml CHARTS.fo     one line a finding

DATA.xml is what charts.xsl drew. Of every chart: each number stands in it as text and in its alternate text; no text
runs into another or out of the drawing; nothing is coloured, thinner than 0.5 pt or smaller than 7.5 pt. Bars, points
and tiles are measured: their lengths, heights and shades must be those of the values, and what has no value has none."""

import sys
import xml.etree.ElementTree as tree

SVG = "{http://www.w3.org/2000/svg}"
FO = "{http://www.w3.org/1999/XSL/Format}"
ALTERNATE = "{urn:yinfa:format}alternate-text"
WORDS = {"missing": "未报送", "returned": "退回未重报", "not-applicable": "不适用", "unranked": "不排名"}
BAR, SWATCH, TILE = "8", "18", ("50", "46")
TOLERANCE = 0.001

findings = []


def want(condition, chart, words):
    if not condition:
        findings.append(f"{chart.get('title')}: {words}")


def said(datum, name="value"):
    """What stands for a value."""
    state = "state" if name == "value" else name + "_state"
    return datum.get(name) or WORDS.get(datum.get(state), "无数据")


def near(one, other):
    return abs(one - other) <= TOLERANCE * max(1, abs(other))


def width_of(text, size):
    """As the fonts have it: the percent sign is 0.83 em, the point a quarter."""
    return size * sum({".": 0.25, "%": 0.83}.get(letter, 0.5 if letter.isascii() else 1) for letter in text)


def boxes(svg):
    """Left, top, right, bottom of every text, as it is inked."""
    size = float(svg.get("font-size"))
    for text in svg.iter(SVG + "text"):
        if text.text:
            x, y, width = float(text.get("x")), float(text.get("y")), width_of(text.text, size)
            left = x - {"start": 0, "middle": width / 2, "end": width}[text.get("text-anchor", "start")]
            yield text.text, left, y - 0.8 * size, left + width, y + 0.1 * size


def judge_texts(chart, svg):
    places = list(boxes(svg))
    width, height = float(svg.get("width")[:-2]), float(svg.get("height")[:-2])
    for number, (text, left, top, right, bottom) in enumerate(places):
        want(left >= -0.5 and top >= -0.5 and right <= width + 0.5 and bottom <= height + 0.5, chart,
             f"“{text}” leaves the drawing")
        for other, left2, top2, right2, bottom2 in places[:number]:
            want(left >= right2 or left2 >= right or top >= bottom2 or top2 >= bottom, chart,
                 f"“{text}” and “{other}” overlap")


def judge_print(chart, svg):
    want(float(svg.get("font-size")) >= 7.5, chart, "small type")
    for element in svg.iter():
        want(float(element.get("stroke-width", "1")) >= 0.5, chart, "a thin line")
        for colour in (element.get("fill", "none"), element.get("stroke", "none")):
            want(colour == "none" or colour[1:3] == colour[3:5] == colour[5:7], chart, f"colour {colour}")


def judge_words(chart, svg, alternate):
    drawn = [text.text for text in svg.iter(SVG + "text")]
    want(alternate.startswith(chart.get("title")), chart, "the alternate text does not begin with the title")
    for name in ("value", "previous") if chart.get("previous-name") else ("value",):
        words = [said(datum, name) for datum in chart]
        for word in words:
            known = chart.tag != "stacked" or word not in ("未报送", "不适用")  # said once of a whole
            want(drawn.count(word) >= words.count(word) or not known, chart, f"“{word}” is not drawn")
            want(word in drawn, chart, f"“{word}” is not drawn at all")
            want(word in alternate, chart, f"“{word}” is not in the alternate text")
    want((chart.get("division-name") or "") in alternate, chart, "the dividing line is not in the alternate text")
    for datum in chart:
        want(datum.get("label") in alternate, chart, f"“{datum.get('label')}” is not in the alternate text")


def bars(svg):
    """The bars: rectangles without a line, not the swatches of the legend, from left to right."""
    return sorted((float(rect.get("y")), float(rect.get("x")), float(rect.get("width"))) for rect in svg.iter(SVG + "rect")
                  if rect.get("height") == BAR and rect.get("stroke") is None)


def judge_bars(chart, svg):
    names = ("value", "previous") if chart.get("previous-name") else ("value",)
    found = bars(svg)
    if len(names) > 1:
        found = [bar for bar in found if bar[2] != float(SWATCH) or bar[0] > 10]
    values = [float(datum.get(name)) for datum in chart for name in names if float(datum.get(name) or 0) > 0]
    want(len(found) == len(values), chart, f"{len(found)} bars for {len(values)} values")
    for (_, _, length), value in zip(found, values):
        want(near(length / found[0][2], value / values[0]), chart, f"the bar of {value} is {length} long")
    if chart.get("division"):
        judge_division(chart, svg, [bar[0] + float(BAR) / 2 for bar in found])


def judge_division(chart, svg, middles):
    """The dashed line lies between the right bars, its words behind its end; every datum has a bar."""
    lines = [path.get("d")[1:].replace("H", " ").split() for path in svg.iter(SVG + "path")
             if path.get("stroke-dasharray") and "H" in path.get("d")]
    want(len(lines) == 1, chart, f"{len(lines)} dividing lines")
    for _, y, right in lines:
        band = middles[1] - middles[0]
        want(near(float(y), middles[0] + band * (float(chart.get("division")) - 0.5)), chart, f"the dividing line is at {y}")
        words = [float(text.get("x")) for text in svg.iter(SVG + "text") if text.text == chart.get("division-name")]
        want(len(words) == 1 and words[0] > float(right), chart, "the dividing line is not named behind its end")


def judge_stacked(chart, svg):
    found = [bar for bar in bars(svg) if bar[0] > 10]  # the legend stands above
    scale = None
    for label in dict.fromkeys(datum.get("label") for datum in chart):
        parts = [datum.get("value") for datum in chart if datum.get("label") == label]
        if chart.get("shares") and None in parts:
            continue
        values = [float(part) for part in parts if part and float(part) > 0]
        drawn, found = found[:len(values)], found[len(values):]
        want(len({bar[0] for bar in drawn}) <= 1 and len(drawn) == len(values), chart, f"{label} is not one bar")
        for number, ((_, left, length), value) in enumerate(zip(drawn, values)):
            if scale is None or chart.get("shares"):
                scale = scale if number else length / value
            want(near(length, scale * value), chart, f"{label}: the part {value} is {length} long")
            want(near(left, drawn[0][1] + sum(bar[2] for bar in drawn[:number])), chart, f"{label}: a gap in the bar")
    want(not found, chart, "a bar too many")


def judge_lines(chart, svg):
    marks = [mark.get("transform")[10:-1].split() for mark in svg.iter(SVG + "g") if mark.get("transform")]
    order = dict.fromkeys(datum.get("series") for datum in chart)
    for series in order:
        values = [float(datum.get("value")) for datum in chart if datum.get("series") == series and datum.get("value")]
        points, marks = [tuple(map(float, mark)) for mark in marks[:len(values)]], marks[len(values) + 1:]  # + legend
        order[series] = list(zip(values, points))
        want(points == sorted(points), chart, f"{series} runs backwards")
    pairs = [pair for points in order.values() for pair in points]
    spread = [pair for pair in pairs if pair[0] != pairs[0][0]]
    for value, (_, y) in spread:
        slope = (spread[0][1][1] - pairs[0][1][1]) / (spread[0][0] - pairs[0][0])
        want(slope < 0 and near(y - pairs[0][1][1], slope * (value - pairs[0][0])), chart, f"{value} stands at {y}")
    want(not marks, chart, "a point too many")


def judge_map(chart, svg):
    tiles = [rect.get("fill") for rect in svg.iter(SVG + "rect")
             if (rect.get("width"), rect.get("height")) == TILE and rect.get("stroke") and rect.get("fill") != "none"]
    want(len(tiles) == 17, chart, f"{len(tiles)} tiles")
    if not chart.get("limits"):
        return
    limits = [float(limit) for limit in chart.get("limits").split()]
    names = [text.text for text in svg.iter(SVG + "text")][0:34:2]
    shades = {}
    for datum in chart:
        tile = [shade for name, shade in zip(names, tiles) if datum.get("label").startswith(name)]
        want(len(tile) == 1, chart, f"{datum.get('label')} has {len(tile)} tiles")
        kind = sum(float(datum.get("value")) >= limit for limit in limits) if datum.get("value") else -1
        shades.setdefault(kind, set()).update(tile)
    want(all(len(shade) == 1 for shade in shades.values()), chart, f"shades {shades}")
    greys = [min(shades[kind]) for kind in sorted(shades) if kind >= 0]
    want(greys == sorted(set(greys), reverse=True), chart, f"higher is not darker: {greys}")


def main(data, drawn):
    charts = list(tree.parse(data).getroot())
    figures = list(tree.parse(drawn).iter(FO + "instream-foreign-object"))
    want(len(charts) == len(figures), charts[0], f"{len(figures)} drawings for {len(charts)} charts")
    for chart, figure in zip(charts, figures):
        svg = figure.find(SVG + "svg")
        judge_texts(chart, svg)
        judge_print(chart, svg)
        judge_words(chart, svg, figure.get(ALTERNATE))
        {"bars": judge_bars, "stacked": judge_stacked, "lines": judge_lines, "map": judge_map}[chart.tag](chart, svg)
    print("\n".join(findings), end="\n" if findings else "")


main(*sys.argv[1:])
