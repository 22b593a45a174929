#!/usr/bin/env python3
"""make-guilloche.py FOLDER: the guilloche of the certificates as SVG files, stylesheets/common/guilloche-*.svg.

A file each for what is drawn more than once (a piece of an edge, lying and upright, a corner) and for the rosette in the ground. One unit is a
point, and coordinates are whole or half ones wherever the curve allows: they become short numbers in the PDF, and all
four files together take less than 4 KB there. tests/certificates/run.sh holds the checked-in files to what comes out here.
"""

import math
import sys

PERIOD = 40
PIECE = 240  # of an edge, whole periods: three along the sheet, two up it
BAND = 24    # an edge's width
CORNER = 52
GROUND = 340
DARK, MIDDLE, LIGHT, FAINT = "#8a6d1f", "#b3924a", "#cdb87f", "#efe6cd"


def number(value, step):
    return f"{round(value / step) * step:g}"


def strand(amplitude, phase, upright):
    """A wave along the middle of the band: cubic curves from crest to trough, as near to a sine as they come."""
    half, middle = PERIOD / 2, BAND / 2
    reach = round(half * 0.364 * 2) / 2
    x, side = -phase, 1
    while x + half <= 0:
        x, side = x + half, -side

    def at(along, across):
        return f"{across:g} {along:g}" if upright else f"{along:g} {across:g}"

    parts = ["M" + at(x, middle - side * amplitude)]
    while x < PIECE:
        here, there = middle - side * amplitude, middle + side * amplitude
        parts.append(f"C{at(x + reach, here)} {at(x + half - reach, there)} {at(x + half, there)}")
        x, side = x + half, -side
    return "".join(parts)


def edge(upright):
    waves = {}
    for amplitude, phase, colour in ((10, 0, DARK), (10, 10, DARK), (10, 20, DARK), (10, 30, DARK),
                                     (5, 5, MIDDLE), (5, 25, MIDDLE)):
        waves.setdefault(colour, []).append(strand(amplitude, phase, upright))
    paths = "".join(f'<path d="{"".join(curves)}" stroke="{colour}"/>\n' for colour, curves in waves.items())
    width, height = (BAND, PIECE) if upright else (PIECE, BAND)
    return (f'<clipPath id="edge"><rect width="{width}" height="{height}"/></clipPath>\n'
            f'<g clip-path="url(#edge)">\n{paths}</g>\n')


def ellipses(middle, long_radius, short_radius, count, step):
    """Ellipses about one middle, each turned a little further."""
    kappa = 4 / 3 * (math.sqrt(2) - 1)
    unit = [(1, 0), (1, kappa), (kappa, 1), (0, 1), (-kappa, 1), (-1, kappa), (-1, 0),
            (-1, -kappa), (-kappa, -1), (0, -1), (kappa, -1), (1, -kappa), (1, 0)]
    parts = []
    for i in range(count):
        angle = math.pi * i / count
        points = []
        for u, v in unit:
            x, y = u * long_radius, v * short_radius
            points.append((middle + x * math.cos(angle) - y * math.sin(angle),
                           middle + x * math.sin(angle) + y * math.cos(angle)))
        texts = [f"{number(x, step)} {number(y, step)}" for x, y in points]
        parts.append("M" + texts[0])
        for at in range(1, len(texts), 3):
            parts.append("C" + " ".join(texts[at:at + 3]))
        parts.append("Z")
    return "".join(parts)


def corner():
    middle = CORNER / 2
    return (f'<circle cx="{middle:g}" cy="{middle:g}" r="25.5" fill="#ffffff" stroke="{LIGHT}"/>\n'
            f'<path d="{ellipses(middle, 25, 11, 8, 0.5)}" stroke="{DARK}"/>\n'
            f'<path d="{ellipses(middle, 12, 5, 4, 0.5)}" stroke="{MIDDLE}"/>\n')


def ground():
    middle = GROUND / 2
    return f'<path d="{ellipses(middle, 168, 66, 15, 1)}" stroke="{FAINT}" stroke-width="0.5"/>\n'


def drawing(width, height, art):
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- Made by tests/certificates/make-guilloche.py. -->\n'
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
            f'viewBox="0 0 {width} {height}">\n<g fill="none" stroke-width="0.35">\n{art}</g>\n</svg>\n')


def main():
    folder = sys.argv[1]
    files = {"edge": (PIECE, BAND, edge(False)), "upright": (BAND, PIECE, edge(True)),
             "corner": (CORNER, CORNER, corner()), "ground": (GROUND, GROUND, ground())}
    for name, (width, height, art) in files.items():
        with open(f"{folder}/guilloche-{name}.svg", "w", encoding="utf-8", newline="\n") as file:
            file.write(drawing(width, height, art))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: make-guilloche.py FOLDER")
    main()
