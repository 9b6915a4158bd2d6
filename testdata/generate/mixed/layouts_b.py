"""Letter papers of style b, held out: other places, other labels, other habits than those of style a."""

from ..people import numeric, written
from ..sheet import BLUE, GRAY, Sheet, Style
from ..stationery import signature
from .flow import Flow, Letter

COLORS = ((96, 24, 96), (0, 92, 140), (120, 90, 20), (60, 60, 60))


def end(flow: Flow, letter: Letter, role: str = "") -> None:
    flow.need(24)
    flow.line(letter.closing)
    flow.y += 10
    signature(flow.sheet, flow.left + 4, flow.y - 2, letter.signer)
    flow.line(f"({letter.signer})")
    if role:
        flow.line(role)
    if letter.enclosures:
        flow.y += 4
        flow.need(flow.style.line * 2)
        flow.paragraph("Anlg.: " + "; ".join(letter.enclosures), Style(flow.style.face, 9))


def lined(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A citizen: sender in one ruled line, everything at the left, the subject after its word."""
    style = Style("deja", 10)
    flow = Flow(dpi, style, 42, next_top=28, bottom=262, left=22, right=188)
    flow.sheet.text(105, 20, " * ".join(letter.sender), Style("deja", 8.5), "m")
    flow.sheet.line(22, 23, 188, 23, 0.3)
    for line in ([letter.note] if letter.note else []) + letter.recipient:
        flow.line(line)
    flow.y += 10
    flow.line(written(letter.date))
    flow.y += 6
    if letter.ours:
        flow.line(f"Ihr Az.: {letter.ours}")
    for label, value in letter.marks:
        flow.line(f"{label} {value}")
    first, *others = letter.subject
    flow.subject([f"Betreff: {first}", *others])
    flow.body(letter)
    end(flow, letter)
    flow.numbered("{n}/{of}", 105, 280, "m")
    return flow.sheets


def inked(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A citizen by hand: no subject line, the matter is told in the text, no page numbers."""
    style = Style("serif-italic", 13, BLUE, leading=1.4)
    flow = Flow(dpi, style, 24, next_top=26, bottom=268, left=30, right=194)
    flow.sheet.text(194, 24, f"{letter.sender[2][6:]}, {letter.date.day}.{letter.date.month}.{letter.date.year}", style, "r")
    for line in letter.sender:
        flow.line(line)
    flow.y += 10
    for line in letter.recipient:
        flow.line(line)
    flow.y += 12
    flow.paragraph(letter.salutation)
    first = letter.paragraphs[0]
    if letter.ours:
        first = f"es geht um mein Aktenzeichen {letter.ours}. " + first[0].upper() + first[1:]
    for part in (first, *letter.paragraphs[1:]):
        flow.paragraph(part) if isinstance(part, str) else flow.table(part)
    flow.need(30)
    flow.line(letter.closing)
    signature(flow.sheet, flow.left, flow.y + 8, letter.signer)
    flow.y += 16
    flow.line(letter.signer)
    return flow.sheets


def lawyer(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A chancery: centered head, its sign to be quoted, the parties before the matter."""
    style = Style("sans", 10.5, leading=1.35)

    def running(sheet: Sheet, number: int) -> None:
        sheet.text(105, 18, f"- {number} -", Style("sans", 10), "m")

    flow = Flow(dpi, style, 104, next_top=32, left=30, running=running)
    sheet = flow.sheet
    sheet.text(105, 18, letter.sender[0].upper(), Style("sans", 15), "m")
    sheet.text(105, 24, "Fachanwälte für Verwaltungs- und Sozialrecht", Style("sans-italic", 9), "m")
    sheet.text(105, 29, " | ".join(letter.sender[1:]), Style("sans", 8, GRAY), "m")
    y = 50.0
    for line in ([letter.note] if letter.note else []) + letter.recipient:
        sheet.text(30, y, line, style)
        y += 5
    sheet.text(190, 50, written(letter.date), style, "r")
    sheet.text(30, 88, f"Unser Zeichen: {letter.theirs} (bitte stets angeben)", Style("sans", 9))
    if letter.ours:
        sheet.text(30, 93, f"Dortiges Aktenzeichen: {letter.ours}", Style("sans", 9))
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter, "Fachanwältin")
    return flow.sheets


def firm(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A firm: its name at the right, contacts and signs in a column at the side, sheets counted as Blatt."""
    style = Style("deja", 9.5, leading=1.35)
    color = COLORS[int(chance.integers(0, len(COLORS)))]

    def running(sheet: Sheet, number: int) -> None:
        sheet.text(190, 18, letter.sender[0], Style("deja-bold", 9, color), "r")

    flow = Flow(dpi, style, 96, next_top=30, bottom=268, left=20, right=150, running=running)
    sheet = flow.sheet
    sheet.box(120, 10, 70, 3, 0, color)
    sheet.text(190, 24, letter.sender[0], Style("deja-bold", 16, color), "r")
    y = 46.0
    for line in letter.recipient:
        sheet.text(20, y, line, style)
        y += 5
    y = 46.0
    rows = [*letter.sender[1:], "Fon 030 23125-840", "", numeric(letter.date)]
    rows += [f"Ihr Zeichen {letter.ours}"] if letter.ours else []
    rows += [f"Vorgang {letter.theirs}"] if letter.theirs else []
    for line in [*rows, *(f"{label} {value}" for label, value in letter.marks)]:
        sheet.text(156, y, line, Style("deja", 7.5))
        y += 4.2
    flow.subject(letter.subject, Style("deja-bold", 11, color))
    flow.body(letter)
    end(flow, letter)
    flow.numbered("Blatt {n}", 20, 283, "l")
    return flow.sheets


def office(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """Another public body: centered head, a column that tells who is in charge."""
    style = Style("serif", 11.5)

    def running(sheet: Sheet, number: int) -> None:
        sheet.text(185, 20, f"Seite {number} des Schreibens vom {numeric(letter.date)}", Style("serif", 10), "r")

    flow = Flow(dpi, style, 118, next_top=34, left=24, right=185, running=running)
    sheet = flow.sheet
    sheet.text(105, 18, letter.sender[0].upper(), Style("serif-bold", 16), "m")
    sheet.text(105, 24, letter.sender[-1], Style("serif-italic", 11), "m")
    sheet.line(24, 28, 185, 28, 0.6)
    y = 52.0
    for line in ([letter.note] if letter.note else []) + letter.recipient:
        sheet.text(24, y, line, style)
        y += 5.2
    y = 44.0
    rows = [("Auskunft erteilt", letter.signer.split()[-1]), ("Zimmer", str(int(chance.integers(100, 399))))]
    rows += [("Mein Zeichen", letter.theirs)] if letter.theirs else []
    rows += [("Ihr Zeichen", letter.ours)] if letter.ours else []
    for label, value in [*rows, ("Ort, Datum", f"Prüfingen, {numeric(letter.date)}")]:
        sheet.text(125, y, label, Style("serif", 8, GRAY))
        sheet.text(125, y + 4.4, value, Style("serif", 10.5))
        y += 11
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter)
    return flow.sheets


def court(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A court of style b: everything at the left, its sign above the name, page numbers below."""
    style = Style("sans", 11)
    flow = Flow(dpi, style, 100, next_top=28, left=28, right=185)
    sheet = flow.sheet
    sheet.text(28, 18, f"Aktenzeichen: {letter.theirs}", Style("sans", 10))
    sheet.text(28, 27, letter.sender[0], Style("sans-bold", 14))
    sheet.text(28, 32, letter.sender[-1], Style("sans", 10))
    sheet.text(185, 27, written(letter.date), Style("sans", 10), "r")
    y = 50.0
    for line in ([letter.note] if letter.note else []) + letter.recipient:
        sheet.text(28, y, line, style)
        y += 5
    if letter.ours:
        sheet.text(28, 90, f"Zu Ihrem Zeichen: {letter.ours}", style)
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter, "Justizangestellte")
    flow.numbered("Seite {n}/{of}", 185, 275)
    return flow.sheets


def mail(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """An e-mail as another program prints it: header lines below each other, page and time at the foot."""
    style = Style("deja", 9.5)
    flow = Flow(dpi, style, 20, next_top=20, bottom=272, left=16, right=196)
    subject = " ".join(letter.subject)
    for label, value in (
        ("Betreff:", subject),
        ("Von:", f"\"{letter.signer}\" <postfach{int(chance.integers(100, 999))}@brief.example>"),
        ("Datum:", f"{numeric(letter.date)}, 1{int(chance.integers(0, 9))}:{int(chance.integers(10, 59))}"),
        ("An:", "info@musterland.example"),
    ):
        for part in flow.sheet.wrapped(f"{label} {value}", 178, style):
            flow.line(part, style)
    flow.y += 8
    flow.body(letter)
    flow.need(20)
    flow.line(letter.closing)
    flow.line(letter.signer)
    if letter.ours:
        flow.line(f"(Aktenzeichen {letter.ours})")
    for line in letter.sender[1:]:
        flow.line(line)
    for number, one in enumerate(flow.sheets, 1):
        one.text(16, 287, f"{number} von {len(flow.sheets)}", Style("deja", 7.5))
        one.text(196, 287, f"{numeric(letter.date)}, 09:14", Style("deja", 7.5), "r")
    return flow.sheets


LAYOUTS = {
    "citizen": (lined, lined, inked, mail),
    "lawyer": (lawyer,),
    "firm": (firm,),
    "office": (office,),
    "court": (court,),
}
