"""Portraits of nobody, made of simple shapes: PNG by zlib, and baseline JPEG (ITU-T T.81), whole numbers only, so that
the bytes are the same everywhere. 二寸 at 300 dpi is 413 pixels wide and 579 (49 mm) to 626 (53 mm) high."""
import hashlib
import math
import struct
import zlib
from typing import NamedTuple

WIDTH = 413

# name, height, background, skin, hair, coat, long hair, glasses
PORTRAITS = [
    ("photo-1.png", 579, (255, 255, 255), (240, 205, 175), (35, 30, 30), (40, 60, 110), False, False),
    ("photo-2.png", 626, (110, 170, 225), (232, 190, 155), (60, 40, 25), (90, 90, 95), True, False),
    ("photo-3.jpg", 600, (255, 255, 255), (245, 215, 190), (25, 25, 30), (120, 30, 40), True, True),
    ("photo-4.png", 579, (205, 55, 55), (225, 180, 145), (120, 120, 120), (30, 30, 35), False, True),
    ("photo-5.jpg", 579, (110, 170, 225), (238, 200, 170), (45, 30, 20), (60, 95, 70), False, False),
    ("photo-6.png", 610, (255, 255, 255), (230, 185, 150), (80, 50, 30), (200, 195, 180), True, False),
]
MEN, WOMEN = (0, 3, 4), (1, 2, 5)
TOO_SMALL = ("photo-too-small.png", 413, *PORTRAITS[0][2:])  # 一寸, for a file that goes back


class Photo(NamedTuple):
    file: str
    content: bytes
    sha256: str


def ellipse(centre_x, centre_y, radius_x, radius_y):
    """The part of row y that is inside: from, until."""
    def span(y):
        rest = radius_y * radius_y - (y - centre_y) ** 2
        if rest <= 0:
            return 0, 0
        half = math.isqrt(rest * radius_x * radius_x // (radius_y * radius_y))
        return centre_x - half, centre_x + half
    return span


def rectangle(left, top, right, bottom):
    return lambda y: (left, right) if top <= y < bottom else (0, 0)


def rows(width, height, background, skin, hair, coat, long_hair, glasses):
    """The picture as rows of (red, green, blue)."""
    middle, eyes = width // 2, height * 42 // 100
    shapes = []
    if long_hair:
        shapes.append((ellipse(middle, eyes + 20, 128, 190), hair))
    shapes += [
        (ellipse(middle, height + 40, 195, 210), coat),
        (rectangle(middle - 38, eyes + 90, middle + 38, eyes + 175), skin),
        (ellipse(middle, eyes + 172, 38, 26), skin),
        (ellipse(middle, eyes - 30, 108, 120), hair),
        (ellipse(middle, eyes + 15, 96, 126), skin),
        (ellipse(middle, eyes - 88, 88, 44), hair),
    ]
    dark = (40, 35, 35)
    for side in (-40, 40):
        if glasses:
            shapes += [(ellipse(middle + side, eyes, 30, 24), dark), (ellipse(middle + side, eyes, 26, 20), skin)]
        shapes.append((ellipse(middle + side, eyes, 9, 7), dark))
    shapes.append((ellipse(middle, eyes + 78, 30, 7), (190, 90, 90)))
    for y in range(height):
        row = [background] * width
        for span, colour in shapes:
            left, right = span(y)
            left, right = max(left, 0), min(right, width)
            if left < right:
                row[left:right] = [colour] * (right - left)
        yield row


# --- PNG

def png(picture):
    height, width = len(picture), len(picture[0])

    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
    scanlines = b"".join(b"\0" + bytes(value for pixel in row for value in pixel) for row in picture)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"pHYs", struct.pack(">IIB", 11811, 11811, 1)) + chunk(b"IDAT", zlib.compress(scanlines, 9)) + chunk(b"IEND", b""))


# --- JPEG: three components without subsampling, one quantiser, and Huffman tables in which the commonest symbol has one
# bit and every other one the same number of bits (5 for DC, 9 for AC).

SCALE = 13
COSINES = [[round(math.cos((2 * x + 1) * u * math.pi / 16) * (math.sqrt(1 / 8) if u == 0 else 0.5) * (1 << SCALE))
            for x in range(8)] for u in range(8)]
ZIGZAG = sorted(((u, v) for u in range(8) for v in range(8)), key=lambda at: (sum(at), at[1] if sum(at) % 2 else at[0]))
QUANTISER = [8 if place == 0 else 12 + 2 * sum(at) for place, at in enumerate(ZIGZAG)]
DC_SYMBOLS = list(range(12))
AC_SYMBOLS = [0x00, 0xF0] + [run << 4 | size for run in range(16) for size in range(1, 11)]


def codes(symbols, bits):
    """Code and its length: 0 for the first symbol, 1 and a number for the others."""
    return {symbol: (0, 1) if place == 0 else ((1 << bits - 1) + place - 1, bits) for place, symbol in enumerate(symbols)}


DC_CODES, AC_CODES = codes(DC_SYMBOLS, 5), codes(AC_SYMBOLS, 9)


class Bits:
    def __init__(self):
        self.bytes = bytearray()
        self.value = self.count = 0

    def add(self, value, count):
        self.value = self.value << count | value
        self.count += count
        while self.count >= 8:
            self.count -= 8
            byte = self.value >> self.count & 255
            self.bytes.append(byte)
            if byte == 255:
                self.bytes.append(0)
        self.value &= (1 << self.count) - 1

    def coefficient(self, table, run, value):
        size = abs(value).bit_length()
        self.add(*table[run << 4 | size])
        if size:
            self.add(value if value > 0 else value + (1 << size) - 1, size)


def coefficients(block):
    """The quantised DCT of 64 samples in zigzag order; a flat block has only its first."""
    first = block[0]
    if block.count(first) == 64:
        return [nearest((first - 128) * 8, QUANTISER[0])] + [0] * 63
    across = [[sum(COSINES[u][x] * (block[8 * y + x] - 128) for x in range(8)) for u in range(8)] for y in range(8)]
    return [nearest(sum(COSINES[v][y] * across[y][u] for y in range(8)), QUANTISER[place] << 2 * SCALE)
            for place, (u, v) in enumerate(ZIGZAG)]


def nearest(value, step):
    return (2 * value + step) // (2 * step)


def luminance_and_colour(pixel):
    """ITU-T T.871, in 65536ths."""
    red, green, blue = pixel
    return ((19595 * red + 38470 * green + 7471 * blue + 32768) >> 16,
            min(255, ((-11059 * red - 21709 * green + 32768 * blue + 32768) >> 16) + 128),
            min(255, ((32768 * red - 27439 * green - 5329 * blue + 32768) >> 16) + 128))


def jpeg(picture):
    height, width = len(picture), len(picture[0])
    converted = {}
    samples = [[converted.setdefault(pixel, luminance_and_colour(pixel)) for pixel in row] for row in picture]
    bits, before = Bits(), [0, 0, 0]
    for top in range(0, height, 8):
        lines = [samples[min(y, height - 1)] for y in range(top, top + 8)]
        for left in range(0, width, 8):
            columns = [min(x, width - 1) for x in range(left, left + 8)]
            for component in range(3):
                values = coefficients([line[x][component] for line in lines for x in columns])
                bits.coefficient(DC_CODES, 0, values[0] - before[component])
                before[component] = values[0]
                run = 0
                for value in values[1:]:
                    if value == 0:
                        run += 1
                        continue
                    for _ in range(run // 16):
                        bits.add(*AC_CODES[0xF0])
                    bits.coefficient(AC_CODES, run % 16, value)
                    run = 0
                if run:
                    bits.add(*AC_CODES[0x00])
    bits.add(127, 7)  # T.81 F.1.2.3: filled up with ones

    def segment(marker, content):
        return struct.pack(">BBH", 255, marker, len(content) + 2) + content

    def table(number, symbols, length):
        return segment(0xC4, bytes([number]) + bytes(1 if place == 1 else len(symbols) - 1 if place == length else 0
                                                     for place in range(1, 17)) + bytes(symbols))
    return (b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\1" + struct.pack(">HHBB", 300, 300, 0, 0))
            + segment(0xDB, bytes([0] + QUANTISER))
            + segment(0xC0, struct.pack(">BHHB", 8, height, width, 3) + b"\1\x11\0\2\x11\0\3\x11\0")
            + table(0x00, DC_SYMBOLS, 5) + table(0x10, AC_SYMBOLS, 9)
            + segment(0xDA, b"\3\1\0\2\0\3\0\0\x3f\0") + bytes(bits.bytes) + b"\xff\xd9")


def portrait(name, height, *colours, width=WIDTH):
    picture = list(rows(width, height, *colours))
    content = png(picture) if name.endswith(".png") else jpeg(picture)
    return Photo(name, content, hashlib.sha256(content).hexdigest())
