"""Letter papers of style a: the usual ones, after DIN 5008 or as people remember it."""

from ..people import numeric, written
from ..sheet import GRAY, Sheet, Style
from ..stationery import (
    LEFT,
    RIGHT,
    addressed,
    footer,
    information_block,
    letterhead_company,
    letterhead_office,
    marks,
    reference_line,
    signature,
)
from .flow import Flow, Letter

COLORS = ((20, 96, 84), (150, 40, 36), (32, 62, 130), (196, 110, 20))


def end(flow: Flow, letter: Letter, role: str = "") -> None:
    """Closing, signature, enclosures."""
    flow.need(28)
    flow.line(letter.closing)
    signature(flow.sheet, flow.left, flow.y + 7, letter.signer)
    flow.y += 14
    flow.line(letter.signer)
    if role:
        flow.line(role)
    if letter.enclosures:
        flow.y += flow.style.line
        flow.need(flow.style.line * 2)
        flow.line("Anlagen", flow.style.bold)
        for name in letter.enclosures:
            flow.line(name)


def signs(letter: Letter, ours: str, theirs: str = "Unser Zeichen:") -> list[tuple[str, str]]:
    rows = [(ours, letter.ours)] if letter.ours else []
    rows += [(theirs, letter.theirs)] if letter.theirs else []
    return rows + letter.marks


def tidy(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A citizen with a word processor: sender at the right, information block."""
    style = Style(("sans", "serif")[int(chance.integers(0, 2))], 11)

    def running(sheet: Sheet, number: int) -> None:
        sheet.text(LEFT, 22, f"{letter.signer}, Schreiben vom {numeric(letter.date)}", Style(style.face, 9))

    flow = Flow(dpi, style, 109, running=running)
    y = 16.0
    for line in letter.sender:
        flow.sheet.text(RIGHT, y, line, style, "r")
        y += style.line
    addressed(flow.sheet, letter.sender[:3], letter.recipient, style, letter.note)
    block = signs(letter, "Ihr Zeichen:", "Mein Zeichen:") + [("Datum:", numeric(letter.date))]
    information_block(flow.sheet, block, style)
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter)
    flow.numbered("Seite {n} von {of}", RIGHT, 264)
    return flow.sheets


def typed(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A citizen with a typewriter, who counts pages between dashes."""
    style = Style("mono", 10.5)
    flow = Flow(dpi, style, 18, next_top=32)
    for line in letter.sender:
        flow.line(line)
    flow.y += 8
    for line in letter.recipient:
        flow.line(line)
    flow.y += 6
    flow.sheet.text(RIGHT, flow.y, f"{letter.sender[2][6:]}, den {numeric(letter.date)}", style, "r")
    flow.y += 10
    subject = list(letter.subject)
    if letter.ours:
        subject.append(f"Aktenzeichen {letter.ours}")
    flow.subject(subject, style)
    flow.body(letter)
    end(flow, letter)
    flow.numbered("- {n} -", 105, 20, "m", first=False, size=10.5)
    return flow.sheets


def lawyer(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """Rechtsanwälte: name over the sheet, the partners in small print at the right."""
    style = Style("serif", 11)

    def running(sheet: Sheet, number: int) -> None:
        sheet.text(LEFT, 20, f"Seite {number} zum Schreiben vom {written(letter.date)}", Style("serif", 9))
        sheet.line(LEFT, 22, RIGHT, 22, 0.15)

    flow = Flow(dpi, style, 112, right=178, running=running)
    sheet = flow.sheet
    sheet.text(LEFT, 20, letter.sender[0], Style("serif-bold", 18))
    sheet.line(LEFT, 24, RIGHT, 24, 0.4)
    for row, line in enumerate((letter.signer, "Rechtsanwalt", *letter.sender[1:])):
        sheet.text(RIGHT, 30 + row * 4, line, Style("serif", 8, GRAY), "r")
    addressed(sheet, letter.sender[:3], letter.recipient, style, letter.note)
    information_block(
        sheet, signs(letter, "Ihr Zeichen:") + [("Datum:", numeric(letter.date))], Style("serif", 10.5)
    )
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter, "Rechtsanwalt")
    return flow.sheets


def firm(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A company's paper with a colored mark and small print at the foot."""
    style = Style("sans", 10.5)
    color = COLORS[int(chance.integers(0, len(COLORS)))]

    def running(sheet: Sheet, number: int) -> None:
        sheet.text(LEFT, 20, letter.sender[0], Style("sans-bold", 10, color))
        sheet.text(RIGHT, 20, numeric(letter.date), Style("sans", 9), "r")

    flow = Flow(dpi, style, 104, bottom=252, running=running)
    letterhead_company(flow.sheet, letter.sender[0], "Immer für Sie da", color)
    addressed(flow.sheet, letter.sender[:3], letter.recipient, style, letter.note)
    information_block(flow.sheet, signs(letter, "Ihr Zeichen:") + [("Datum:", numeric(letter.date))], style)
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter)
    footer(flow.sheets[0], [letter.sender[:3], ["Telefon 030 23125-800", "post@firma.example"]])
    flow.numbered("Seite {n} von {of}", RIGHT, 261)
    return flow.sheets


def office(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """Another public body: head with a shield, reference line, running head with the sign."""
    style = Style("sans", 10.5)

    def running(sheet: Sheet, number: int) -> None:
        sheet.text(LEFT, 22, f"{letter.sender[0]}, Schreiben vom {numeric(letter.date)}", Style("sans", 9))

    flow = Flow(dpi, style, 114, running=running)
    letterhead_office(flow.sheet, letter.sender[0], letter.sender[-1], [*letter.sender[1:3], "Telefon 030 23125-0"])
    addressed(flow.sheet, letter.sender[:3], letter.recipient, style, letter.note)
    columns = [
        ("Ihr Zeichen, Ihre Nachricht vom", letter.ours or "-"),
        ("Unser Zeichen", letter.theirs or "-"),
        ("Bearbeitet von", letter.signer.split()[-1]),
        ("Datum", numeric(letter.date)),
    ]
    reference_line(flow.sheet, columns, style)
    marks(flow.sheet)
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter)
    flow.numbered("Seite {n} von {of}", RIGHT, 264)
    return flow.sheets


def court(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A court: its name large, its own sign and ours in the block."""
    style = Style("serif", 11)

    def running(sheet: Sheet, number: int) -> None:
        sheet.text(105, 20, f"- {number} -", Style("serif", 11), "m")

    flow = Flow(dpi, style, 108, running=running)
    flow.sheet.text(LEFT, 20, letter.sender[0], Style("serif-bold", 17))
    flow.sheet.text(LEFT, 26, letter.sender[-1], Style("serif", 11))
    flow.sheet.line(LEFT, 30, RIGHT, 30, 0.3)
    addressed(flow.sheet, letter.sender[:3], letter.recipient, style, letter.note)
    block = [("Geschäftszeichen:", letter.theirs)]
    block += [("Ihr Zeichen:", letter.ours)] if letter.ours else []
    information_block(flow.sheet, [*block, ("Datum:", numeric(letter.date))], style)
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter, "Urkundsbeamtin der Geschäftsstelle")
    return flow.sheets


def mail(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """An e-mail, printed: the user's name on top, header lines, no signature."""
    style = Style("sans", 10.5)
    flow = Flow(dpi, style, 22, next_top=24)
    flow.line("Poststelle", Style("sans-bold", 12))
    flow.sheet.line(LEFT, flow.y - 3, RIGHT, flow.y - 3, 0.6)
    flow.y += 4
    address = letter.signer.lower().replace(" ", ".").translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
    for label, value in (
        ("Von:", f"{letter.signer} <{address}@post.example>"),
        ("Gesendet:", f"{written(letter.date)} 08:{int(chance.integers(10, 59))}"),
        ("An:", "poststelle@musterland.example"),
        ("Betreff:", " ".join(letter.subject) + (f", Az. {letter.ours}" if letter.ours else "")),
    ):
        for row, part in enumerate(flow.sheet.wrapped(value, 130, style)):
            flow.sheet.row(flow.y, [(LEFT, label if row == 0 else "", "l"), (55, part, "l")], style)
            flow.y += style.line
    flow.y += style.line
    flow.body(letter)
    flow.need(20)
    flow.line(letter.closing)
    for line in (letter.signer, *letter.sender[1:]):
        flow.line(line)
    for name in letter.enclosures:
        flow.line(f"Anlage: {name}")
    flow.numbered("{n}", 105, 285, "m", size=9)
    return flow.sheets


LAYOUTS = {
    "citizen": (tidy, tidy, typed, typed, mail),
    "lawyer": (lawyer,),
    "firm": (firm,),
    "office": (office,),
    "court": (court,),
}
