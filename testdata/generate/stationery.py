"""Letter paper after DIN 5008, form B: the frame that every letter, notice and invoice is written into.

Places in millimeters from the top left corner: address field (20, 45) of 85 x 45, information block at x 125,
reference line at y 98.5, fold marks at 105 and 210, punch mark at 148.5, left margin 25, last line at 257.
"""

from dataclasses import dataclass, field
from math import sin

import numpy
from PIL import Image, ImageDraw, ImageFont

from .people import COUNTY, Person
from .scan import generator
from .sheet import BLUE, FACES, FONTS, GRAY, INK, Sheet, Style

LEFT, RIGHT, LAST_LINE = 25.0, 190.0, 257.0


@dataclass
class Document:
    """A document (Schriftstück): its sides, and what a good system finds on them.

    `type` is empty where no profile knows the kind: a person must look at it. `route` is told where the type and the
    fields do not tell it.
    """

    type: str
    sheets: list[Sheet]
    fields: dict[str, str] = field(default_factory=dict)
    route: str = ""


def addressed(sheet: Sheet, sender: list[str], recipient: list[str], style: Style, note: str = "") -> None:
    """The address field: return address in small print, note line, then the recipient."""
    small = Style(style.face, 7)
    sheet.text(LEFT, 49, " · ".join(sender), small)
    sheet.line(LEFT, 50, LEFT + sheet.width(" · ".join(sender), small), 50, 0.15)
    if note:
        sheet.text(LEFT, 57, note, style.bold)
    y = 64.0
    for line in recipient:
        sheet.text(LEFT, y, line, style)
        y += style.line


def information_block(sheet: Sheet, lines: list[tuple[str, str]], style: Style) -> None:
    """The block at the right: label and value on one line each."""
    small = Style(style.face, style.size - 1.5)
    y = 53.0
    for label, value in lines:
        sheet.row(y, [(125, label, "l"), (156, value, "l")], small)
        y += small.line * 1.08


def reference_line(sheet: Sheet, columns: list[tuple[str, str]], style: Style) -> None:
    """The reference line (Bezugszeichenzeile): small labels, values below."""
    places = (25.0, 75.0, 126.0, 163.0)
    small = Style("sans" if style.face == "sans" else style.face, 7.5)
    sheet.row(96.5, [(x, label, "l") for x, (label, _) in zip(places, columns)], small)
    sheet.row(101, [(x, value, "l") for x, (_, value) in zip(places, columns)], Style(style.face, 10))


def marks(sheet: Sheet) -> None:
    for y, length in ((105, 5), (148.5, 7), (210, 5)):
        sheet.line(4, y, 4 + length, y, 0.12, GRAY)


def body(sheet: Sheet, y: float, paragraphs: list[str], style: Style, right: float = RIGHT) -> float:
    """Paragraphs with an empty line between them; gives the next base line."""
    for text in paragraphs:
        y = sheet.paragraph(LEFT, y, right - LEFT, text, style) + style.line
    return y


def subject(sheet: Sheet, y: float, lines: list[str], style: Style) -> float:
    """The subject in bold; two empty lines follow."""
    for line in lines:
        for part in sheet.wrapped(line, RIGHT - LEFT, style.bold):
            sheet.text(LEFT, y, part, style.bold)
            y += style.line
    return y + style.line


def to_county(office: str) -> list[str]:
    return [COUNTY[0], office, *COUNTY[1:]]


def signature(sheet: Sheet, x: float, y: float, name: str, color: tuple = BLUE) -> None:
    """A name in ink: a tall first letter, a run of hasty arches, and a stroke back below it all."""
    chance = generator("signature " + name)
    points = [(x, y - 1), (x + 2.2, y - 8 - chance.uniform(0, 2)), (x + 3.4, y - 6), (x + 1.4, y + 1.8)]
    pen = x + 4.5
    for arch in range(int(chance.integers(5, 9))):
        height = chance.uniform(0.8, 2.6) * (2.3 if arch == 3 else 1)
        width = chance.uniform(0.9, 2.4)
        points += [(pen, y + chance.uniform(-0.5, 0.4)), (pen + width * 0.6, y - height)]
        pen += width
    points += [(pen + 7, y - chance.uniform(0, 2)), (pen - 6, y + 2.4), (x + 6, y + 3)]
    path = [(sheet.px(px), sheet.px(py)) for px, py in smooth(points)]
    sheet.draw.line(path, color, max(2, sheet.px(0.38)), joint="curve")


def smooth(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A Catmull-Rom curve through the points."""
    path = []
    for a, b, c, d in zip(points, points[1:], points[2:], points[3:]):
        for step in range(16):
            t = step / 16
            path.append(
                tuple(
                    0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3)
                    for p, q, r, s in zip(a, b, c, d)
                )
            )
    return path


def stamp(sheet: Sheet, x: float, y: float, day: str, office: str = "Poststelle", angle: float = 4.0) -> None:
    """The date stamp (Eingangsstempel) in blue: half transparent, a little askew, unevenly inked."""
    size = (sheet.px(58), sheet.px(25))
    ink = Image.new("L", size, 0)
    draw = ImageDraw.Draw(ink)
    border = sheet.px(0.6)
    draw.rounded_rectangle([border, border, size[0] - border, size[1] - border], sheet.px(1.5), None, 225, border)
    lines = (("Landkreis Musterland", 10, 6.5), ("Eingegangen", 11, 12), (day, 13, 18), (office, 8.5, 22.5))
    for text, points, row in lines:
        face = ImageFont.truetype(str(FONTS / FACES["sans-bold"]), round(points / 72 * sheet.dpi))
        draw.text((size[0] / 2, sheet.px(row)), text, 225, face, anchor="ms")
    chance = generator(f"stamp {day} {x} {y}")
    patches = Image.fromarray(chance.integers(165, 255, (9, 20)).astype(numpy.uint8)).resize(
        size, Image.Resampling.BICUBIC
    )
    ink = Image.fromarray((numpy.asarray(ink, numpy.uint16) * numpy.asarray(patches) // 255).astype(numpy.uint8))
    ink = ink.rotate(angle, Image.Resampling.BICUBIC, expand=True)
    picture = Image.merge("RGBA", [Image.new("L", ink.size, level) for level in (36, 58, 158)] + [ink])
    sheet.paste(picture, x, y)
    sheet.lines += [text for text, _, _ in lines]


def letterhead_person(sheet: Sheet, person: Person, face: str) -> None:
    """A citizen's letter: name and address at the top right, nothing more."""
    style = Style(face, 10.5)
    y = 16.0
    for line in (*person.address, f"Tel. {person.phone}"):
        sheet.text(RIGHT, y, line, style.bold if line == person.name else style, "r")
        y += style.line


def letterhead_company(sheet: Sheet, name: str, slogan: str, color: tuple) -> None:
    """A company's letter: a mark, the name, a colored rule."""
    sheet.box(LEFT, 14, 13, 13, 0, color)
    sheet.text(LEFT + 6.5, 23.5, name[0], Style("sans-bold", 24, (255, 255, 255)), "m", said=False)
    sheet.text(LEFT + 17, 21, name, Style("sans-bold", 17, color))
    sheet.text(LEFT + 17, 26.5, slogan, Style("sans", 9, GRAY))
    sheet.line(LEFT, 32, RIGHT, 32, 0.5, color)


def letterhead_office(sheet: Sheet, name: str, office: str, lines: list[str]) -> None:
    """A public body's letter: a shield that belongs to nobody, name, office and opening hours."""
    shield(sheet, LEFT, 12)
    sheet.text(LEFT + 17, 18, name, Style("sans-bold", 15))
    sheet.text(LEFT + 17, 24, office, Style("sans", 12))
    for row, line in enumerate(lines):
        sheet.text(RIGHT, 15 + 4 * row, line, Style("sans", 8, GRAY), "r")
    sheet.line(LEFT, 33, RIGHT, 33, 0.3)


def shield(sheet: Sheet, x: float, y: float) -> None:
    """Arms of the invented county: a wave over a sheaf of three bars."""
    outline = [(x, y), (x + 13, y), (x + 13, y + 9), (x + 6.5, y + 17), (x, y + 9)]
    sheet.draw.polygon([(sheet.px(px), sheet.px(py)) for px, py in outline], (210, 225, 214), INK, sheet.px(0.4))
    wave = [(x + 1 + step / 4, y + 5 + sin(step / 4 * 1.7)) for step in range(45)]
    sheet.draw.line([(sheet.px(px), sheet.px(py)) for px, py in wave], (20, 92, 60), sheet.px(0.8))
    for bar in (4.4, 6.5, 8.6):
        sheet.line(x + bar, y + 8, x + bar, y + 12, 0.8, (20, 92, 60))


def footer(sheet: Sheet, columns: list[list[str]]) -> None:
    """Small print in up to four columns below the last text line."""
    style = Style("sans", 7.5, (84, 84, 84))
    sheet.line(LEFT, 265, RIGHT, 265, 0.15, GRAY)
    for number in range(max(len(column) for column in columns)):
        cells = [
            (LEFT + 42 * place, column[number], "l") for place, column in enumerate(columns) if number < len(column)
        ]
        sheet.row(269 + number * 3.2, cells, style)


def page_number(sheet: Sheet, number: int, of: int, face: str = "sans") -> None:
    sheet.text(RIGHT, 262, f"Seite {number} von {of}", Style(face, 9), "r")


def enclosures(sheet: Sheet, y: float, names: list[str], style: Style) -> None:
    sheet.text(LEFT, y, "Anlagen", style.bold)
    for row, name in enumerate(names, 1):
        sheet.text(LEFT, y + row * style.line, name, style)
