"""Enclosures: a certificate in a frame, a page with a photograph, a typed note on gray paper."""

import numpy
from PIL import Image, ImageDraw, ImageFilter

from .people import Case, numeric, written
from .scan import generator
from .sheet import GRAY, Sheet, Style
from .stationery import LEFT, RIGHT, Document, body, signature, subject


def certificate(case: Case, dpi: int = 300) -> Document:
    """Bescheinigung: a school confirms that somebody attends it."""
    sheet = Sheet(dpi)
    sheet.box(14, 14, 182, 269, 0.9)
    sheet.box(16, 16, 178, 265, 0.3)
    sheet.text(105, 46, "Bescheinigung", Style("serif-bold", 30), "m")
    sheet.text(105, 58, "zur Vorlage beim Landkreis Musterland", Style("serif", 13), "m")
    style = Style("serif", 13, leading=1.5)
    y = body(
        sheet,
        84,
        [
            f"Hiermit wird bescheinigt, dass {case.person.name}, wohnhaft {case.person.street} in "
            f"{case.person.town}, im Schuljahr 2026/2027 unsere Schule besucht.",
            "Der Unterricht endet voraussichtlich am 14. Juli 2027. Die Bescheinigung dient der Vorlage beim "
            f"zuständigen Amt im Verfahren {case.reference.subject}.",
            f"Aktenzeichen des Amtes: {case.reference.key}",
        ],
        style,
    )
    sheet.text(LEFT, y + 10, f"Mustertal, {written(case.date)}", style)
    signature(sheet, 128, y + 24, "Schule " + case.name)
    sheet.line(122, y + 28, 182, y + 28, 0.2)
    sheet.text(152, y + 33, "Schulleitung", Style("serif", 10), "m")
    seal(sheet, 60, y + 24)
    return Document("bescheinigung", [sheet], {"fileReference": case.reference.key})


def seal(sheet: Sheet, x: float, y: float) -> None:
    """A round seal of an invented school, in violet."""
    color = (84, 50, 130)
    for radius, width in ((14, 0.6), (9.5, 0.3)):
        corners = [sheet.px(x - radius), sheet.px(y - radius), sheet.px(x + radius), sheet.px(y + radius)]
        sheet.draw.ellipse(corners, None, color, sheet.px(width))
    sheet.text(x, y - 1, "Grundschule", Style("sans-bold", 7.5, color), "m")
    sheet.text(x, y + 3, "Mustertal", Style("sans-bold", 7.5, color), "m")


def photographed(case: Case, dpi: int = 300) -> Document:
    """A report with a photograph of a building site."""
    sheet, style = Sheet(dpi), Style("sans", 10.5)
    sheet.text(LEFT, 20, "Ingenieurbüro Lotrecht", Style("sans-bold", 15))
    sheet.text(LEFT, 26, "Prüfbericht zur Ortsbesichtigung", Style("sans", 11))
    sheet.line(LEFT, 30, RIGHT, 30, 0.4)
    sheet.row(38, [(LEFT, f"Ihr Zeichen: {case.reference.key}", "l"), (RIGHT, numeric(case.date), "r")], style)
    y = subject(sheet, 50, [f"Bericht zum Vorhaben {case.reference.subject}"], style)
    y = body(
        sheet,
        y,
        [
            "Bei der Besichtigung am Vormittag war der Rohbau bis zur Decke über dem Erdgeschoss fertig. Die "
            "Abstände zur Grenze wurden mit dem Bandmaß nachgemessen und stimmen mit dem Lageplan überein.",
            "Bild 1 zeigt die Ansicht von der Straße.",
        ],
        style,
    )
    sheet.paste(photograph(case, sheet.px(150), sheet.px(95)), LEFT, y - 3)
    sheet.text(LEFT, y + 98, "Bild 1: Ansicht von Süden, trocken, 8 °C", Style("sans-italic", 9))
    body(
        sheet,
        y + 110,
        ["Mängel wurden nicht festgestellt. Die nächste Besichtigung ist vor dem Aufsetzen des Dachstuhls vorgesehen."],
        style,
    )
    return Document("", [sheet], {"fileReference": case.reference.key})


def photograph(case: Case, width: int, height: int) -> Image.Image:
    """A picture of a house under a cloudy sky, soft and grainy as photographs are."""
    chance = generator("photo " + case.name)
    clouds = Image.fromarray(chance.integers(0, 256, (9, 14)).astype(numpy.uint8)).resize(
        (width, height), Image.Resampling.BICUBIC
    )
    sky = Image.merge("RGB", [clouds.point(lambda level, base=base: base + level // 5) for base in (138, 166, 200)])
    draw = ImageDraw.Draw(sky)
    draw.polygon(
        [(0, height * 0.72), (width * 0.4, height * 0.66), (width, height * 0.74), (width, height), (0, height)],
        (96, 112, 70),
    )
    draw.rectangle([width * 0.28, height * 0.42, width * 0.72, height * 0.8], (186, 150, 122))
    draw.polygon(
        [(width * 0.25, height * 0.43), (width * 0.5, height * 0.2), (width * 0.75, height * 0.43)], (120, 70, 58)
    )
    for x in (0.34, 0.46, 0.6):
        draw.rectangle([width * x, height * 0.5, width * (x + 0.06), height * 0.62], (52, 62, 78))
    draw.rectangle([width * 0.47, height * 0.66, width * 0.54, height * 0.8], (74, 52, 40))
    for x in (0.1, 0.17, 0.85):
        draw.ellipse([width * (x - 0.06), height * 0.4, width * (x + 0.06), height * 0.72], (58, 86, 50))
    pixels = numpy.asarray(sky.filter(ImageFilter.GaussianBlur(3)), numpy.float32)
    grain = chance.standard_normal(pixels.shape[:2], dtype=numpy.float32)[:, :, None] * 5
    return Image.fromarray(numpy.clip(pixels + grain, 0, 255).astype(numpy.uint8))


def memo(case: Case, dpi: int = 300) -> Document:
    """A typed note (Aktennotiz) on recycled paper."""
    sheet, style = Sheet(dpi), Style("mono", 11, leading=1.35)
    sheet.text(LEFT, 26, "Aktennotiz", Style("mono-bold", 16))
    sheet.line(LEFT, 29, RIGHT, 29, 0.3, GRAY)
    body(
        sheet,
        42,
        [
            f"Az. {case.reference.key}",
            f"Anruf am {numeric(case.date)} gegen 10:15 Uhr.",
            "Die Anruferin bittet darum, den Termin in der kommenden Woche auf den Nachmittag zu verlegen. Sie "
            "bringt die fehlenden Nachweise mit.",
            "Zum Vorgang nehmen, Wiedervorlage in zwei Wochen.",
        ],
        style,
    )
    return Document("", [sheet], {"fileReference": case.reference.key})
