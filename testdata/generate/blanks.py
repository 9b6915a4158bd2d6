"""Sheets with nothing on them but traces of paper and scanner, and sheets with as little on them as people write."""

import math
import random
from typing import Callable, NamedTuple

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from .sheet import FACES, FONTS, HEIGHT, WIDTH

PAPERS = [(252, 251, 248)] * 4 + [(246, 240, 222), (228, 226, 220)]
COLORED = [(250, 240, 140), (250, 205, 215), (200, 235, 205), (195, 220, 245)]
PENS = {"black": (22, 22, 26), "blue": (30, 50, 160), "red": (190, 30, 40), "green": (20, 120, 60)}
MARKERS = [(250, 245, 110), (180, 250, 150), (255, 170, 210), (255, 200, 120)]
WORDS = "Widerspruch Bescheid Antrag Unterlagen Wohngeld Frist Landkreis bitte prüfen Anlage erledigt".split()


class Drawn(NamedTuple):
    image: Image.Image
    dpi: int
    kind: str


class Side:
    """A sheet to draw on, in millimeters."""

    def __init__(self, chance: random.Random, dpi: int, paper: tuple):
        self.chance, self.dpi, self.unit, self.paper = chance, dpi, dpi / 25.4, paper
        self.image = Image.new("RGB", (round(WIDTH * self.unit), round(HEIGHT * self.unit)), paper)

    @property
    def draw(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image)

    def points(self, *lengths: float) -> list[int]:
        return [round(length * self.unit) for length in lengths]

    def line(self, points: list[tuple], color: tuple, width: float):
        pixels = [tuple(self.points(*point)) for point in points]
        self.draw.line(pixels, fill=color, width=max(1, round(width * self.unit)), joint="curve")

    def text(self, x: float, y: float, text: str, points: float, color: tuple):
        font = ImageFont.truetype(str(FONTS / FACES["sans"]), max(6, round(points / 72 * self.dpi)))
        self.draw.text(self.points(x, y), text, font=font, fill=color)

    def pen(self, hue: str, strength: float) -> tuple:
        """A pen's color, thinned to a share of its contrast."""
        return tuple(round(paper + (ink - paper) * strength) for paper, ink in zip(self.paper, PENS[hue]))

    def scribble(self, x: float, y: float, width: float, height: float, color: tuple, stroke: float):
        turns, points = self.chance.randint(3, 6), []
        for step in range(14 * turns + 1):
            part = step / (14 * turns)
            angle = 2 * math.pi * turns * part
            points.append((x + width * part + height / 4 * math.sin(angle), y + height / 2 * math.sin(angle + part)))
        self.line(points, color, stroke)

    def darken(self, mask: numpy.ndarray):
        """Multiplies by what the sheet still reflects, 0...1."""
        mask = mask if mask.ndim == 3 else mask[:, :, None]
        self.image = Image.fromarray(numpy.clip(numpy.asarray(self.image, numpy.float32) * mask, 0, 255).astype("uint8"))


def shine_through(side: Side):
    back = Side(side.chance, side.dpi, (255, 255, 255))
    y = 25.0
    while y < HEIGHT * 0.8:
        back.text(22, y, " ".join(side.chance.choices(WORDS, k=side.chance.randint(2, 9))), 11, (0, 0, 0))
        y += 5
    # Paper scatters what shines through it.
    gray = back.image.convert("L").transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    gray = gray.filter(ImageFilter.GaussianBlur(side.chance.uniform(0.12, 0.3) * side.unit))
    side.darken(1 - side.chance.uniform(0.04, 0.22) * (1 - numpy.asarray(gray, numpy.float32) / 255))


def holes(side: Side):
    """ISO 838: 80 mm apart, 12 mm from the edge."""
    x, tone, radius = side.chance.choice([11, 199]), side.chance.choice([20, 60, 140, 200]), 2.8
    for y in (HEIGHT / 2 - 40, HEIGHT / 2 + 40):
        side.draw.ellipse(side.points(x - radius, y - radius, x + radius, y + radius), fill=(tone,) * 3)


def staple(side: Side):
    x, y, angle = side.chance.uniform(8, 14), side.chance.uniform(6, 12), side.chance.uniform(-0.9, 0.9)
    across, down = 5 * math.cos(angle), 5 * math.sin(angle)
    for shift, tone, width in ((0.5, 190, 0.9), (0, 80, 0.5)):
        ends = [(x - across + shift, y - down + shift), (x + across + shift, y + down + shift)]
        side.line(ends, (tone,) * 3, width)


def folded_corner(side: Side):
    length, tone = side.chance.uniform(6, 20), side.chance.choice([30, 90, 150, 220])
    side.draw.polygon([(0, 0), (side.points(length)[0], 0), (0, side.points(length)[0])], fill=(tone,) * 3)


def dust(side: Side):
    for _ in range(side.chance.randint(20, 300)):
        x, y, radius = side.chance.uniform(0, 210), side.chance.uniform(0, 297), side.chance.uniform(0.04, 0.2)
        side.draw.ellipse(side.points(x - radius, y - radius, x + radius, y + radius), fill=(90,) * 3)


def black_border(side: Side):
    width = side.chance.uniform(1, 12)
    left, top, right, bottom = side.points(0, 0, WIDTH, HEIGHT)
    x, y = side.points(WIDTH - width, HEIGHT - width)
    side.draw.rectangle([x, top, right, bottom], fill=(12, 12, 12))
    side.draw.rectangle([left, y, right, bottom], fill=(12, 12, 12))


def askew(side: Side):
    tone = side.chance.choice([0, 30, 60, 110])
    side.image = side.image.rotate(side.chance.uniform(-4, 4), Image.Resampling.BICUBIC, fillcolor=(tone,) * 3)


def streak(side: Side):
    x, tone = side.chance.uniform(3, 207), side.chance.choice([40, 120, 190, 220])
    side.line([(x, -1), (x, HEIGHT + 1)], (tone,) * 3, side.chance.choice([0.1, 0.2]))


def fold(side: Side):
    y, depth = round(HEIGHT / 3 * side.unit), side.chance.uniform(0.05, 0.35)
    mask = numpy.ones((side.image.height, side.image.width), numpy.float32)
    mask[y : y + round(0.8 * side.unit)] = 1 - depth
    side.darken(mask)


def yellowed(side: Side):
    y, x = numpy.mgrid[0 : side.image.height, 0 : side.image.width].astype(numpy.float32)
    edge = numpy.minimum(numpy.minimum(x, x[:, ::-1]), numpy.minimum(y, y[::-1])) / side.unit
    depth = side.chance.uniform(0.1, 0.3) * numpy.exp(-edge / side.chance.uniform(15, 60))
    side.darken(1 - depth[:, :, None] * numpy.array([0.5, 0.8, 1.5], numpy.float32))


def nothing(side: Side):
    pass


def stamp(side: Side):
    color = side.pen(side.chance.choice(["blue", "red", "black"]), side.chance.uniform(0.45, 0.9))
    x, y = side.chance.uniform(25, 120), side.chance.uniform(25, 260)
    side.draw.rectangle(side.points(x, y, x + 35, y + 12), outline=color, width=side.points(0.5)[0])
    side.text(x + 2, y + 2, "Eingegangen", 10, color)


def signature(side: Side):
    color = side.pen(side.chance.choice(["blue", "black"]), side.chance.uniform(0.6, 0.95))
    place = side.chance.uniform(25, 120), side.chance.uniform(25, 260)
    side.scribble(*place, side.chance.uniform(25, 50), 8, color, side.chance.uniform(0.3, 0.6))


def pencil(side: Side):
    color = side.pen("black", side.chance.uniform(0.3, 0.45))
    place = side.chance.uniform(25, 120), side.chance.uniform(25, 260)
    side.scribble(*place, side.chance.uniform(20, 50), 6, color, side.chance.uniform(0.35, 0.6))


def short_line(side: Side):
    words = " ".join(side.chance.choices(WORDS, k=side.chance.randint(2, 5)))
    side.text(side.chance.uniform(22, 90), side.chance.uniform(25, 260), words, 8, side.pen("black", 0.8))


def page_number(side: Side):
    text = side.chance.choice(["2", "4", "12", "- 2 -", "Seite 2 von 3"])
    side.text(side.chance.choice([30, 105, 170]), side.chance.choice([12, 278]), text, 10, side.pen("black", 0.9))


def marker(side: Side):
    color = tuple(a * b // 255 for a, b in zip(side.chance.choice(MARKERS), side.paper))
    x, y = side.chance.uniform(25, 120), side.chance.uniform(25, 260)
    side.draw.rectangle(side.points(x, y, x + side.chance.uniform(20, 60), y + 5), fill=color)


def tick(side: Side):
    color = side.pen(side.chance.choice(list(PENS)), side.chance.uniform(0.55, 0.95))
    x, y, size = side.chance.uniform(25, 150), side.chance.uniform(25, 260), side.chance.uniform(3.5, 6)
    side.line([(x, y), (x + 0.4 * size, y + 0.5 * size), (x + size, y - 0.6 * size)], color, 0.5)


TRACES: list[Callable] = [
    nothing, shine_through, holes, staple, folded_corner, dust, black_border, askew, streak, fold, yellowed,
]  # fmt: skip
CONTENTS: list[Callable] = [stamp, signature, pencil, short_line, page_number, marker, tick]
OVERLAID: list[Callable] = [nothing, holes, dust, streak, fold, staple]


def drawn(number: int, is_blank: bool) -> Drawn:
    """The page of a number, always the same: each kind in three resolutions; bitonal, gray and color in turn."""
    chance = random.Random(f"{is_blank} {number}")
    kinds = TRACES if is_blank else CONTENTS
    kind, dpi = kinds[number % len(kinds)], (150, 200, 300)[number // len(kinds) % 3]
    mode = ("RGB", "L", "1")[(number // len(kinds) // 3 + number) % 3]
    if mode == "1" and kind in (pencil, marker):
        mode = "RGB"
    if mode == "L" and kind is marker:
        mode = "RGB"
    side = Side(chance, dpi, chance.choice(PAPERS + COLORED * is_blank))
    if is_blank and chance.random() < 0.3:
        chance.choice(TRACES)(side)
    if not is_blank:
        chance.choice(OVERLAID)(side)
    kind(side)
    image = side.image.filter(ImageFilter.GaussianBlur(0.5 * dpi / 300)).convert("RGB" if mode == "RGB" else "L")
    noise = numpy.random.default_rng(number).normal(0, chance.choice([1, 2, 4]), numpy.asarray(image).shape)
    image = Image.fromarray(numpy.clip(numpy.asarray(image) + noise, 0, 255).astype("uint8"))
    if mode == "1":
        level = sum(side.paper) / 3 * 0.6
        image = image.point(lambda gray: 255 if gray > level else 0).convert("1", dither=Image.Dither.NONE)
    return Drawn(image, dpi, kind.__name__.replace("_", " "))
