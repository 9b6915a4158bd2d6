"""Letter papers of style c, never tuned on: form A and form B, blocks at the right, private letters, prints of e-mails.

Those of firms, doctors and council groups are in `layouts_c_trade`.
"""

from ..people import numeric, written
from ..sheet import BLUE, GRAY, Sheet, Style
from ..stationery import signature
from . import layouts_c_trade
from .flow import Flow, Letter
from .layouts_c_trade import column, end, window


def plain(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A citizen without a window: sender above at the left, place and day at the right, then the matter."""
    style = Style(("bookman", "palatino")[int(chance.integers(0, 2))], 11, leading=1.3)

    def running(sheet: Sheet, number: int) -> None:
        sheet.text(190, 16, f"Blatt {number}", Style(style.face, 9.5), "r")

    flow = Flow(dpi, style, 108, next_top=28, bottom=262, left=26, right=190, running=running)
    column(flow.sheet, 26, 20, letter.sender, style)
    column(flow.sheet, 26, 52, ([letter.note] if letter.note else []) + letter.recipient, style)
    flow.sheet.text(190, 92, f"{letter.sender[2][6:]}, {written(letter.date)}", style, "r")
    marks = [f"Ihr Zeichen {letter.ours}"] if letter.ours else []
    flow.subject([f"Betr.: {letter.subject[0]}", *letter.subject[1:], *marks])
    flow.body(letter)
    end(flow, letter)
    return flow.sheets


def windowed(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A citizen with a template of form A: the address high, what belongs to the matter at the right."""
    style = Style("gothic", 10, leading=1.35)
    flow = Flow(dpi, style, 98, next_top=26, bottom=256, left=25, right=186)
    sheet = flow.sheet
    sheet.text(25, 16, letter.sender[0], Style("gothic-bold", 14))
    sheet.line(25, 19, 186, 19, 0.25, GRAY)
    window(sheet, letter, style, 25, 31)
    rows = [*letter.sender[1:], "", f"Datum: {numeric(letter.date)}"]
    rows += [f"Az. bei Ihnen: {letter.ours}"] if letter.ours else []
    column(sheet, 128, 32, rows, Style("gothic", 9, leading=1.35))
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter)
    flow.numbered("Seite {n} von {of}", 25, 284, "l", size=8)
    return flow.sheets


def ballpoint(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A citizen by hand: what it is about stands underlined above the text."""
    style = Style("hand", 16, BLUE, leading=1.5)
    flow = Flow(dpi, style, 26, next_top=32, bottom=250, left=24, right=192)
    flow.sheet.text(192, 26, f"{letter.sender[2][6:]}, am {numeric(letter.date)}", style, "r")
    flow.y = column(flow.sheet, 24, 26, letter.sender[:3], style) + 5
    flow.y = column(flow.sheet, 24, flow.y, letter.recipient, style) + 5
    for line in [*letter.subject, *([f"Aktenzeichen {letter.ours}"] if letter.ours else [])]:
        for part in flow.sheet.wrapped(line, 168, style):
            flow.line(part)
            above = flow.y - style.line + 1.4
            flow.sheet.line(24, above, 24 + flow.sheet.width(part, style), above, 0.3, BLUE)
    flow.y += 5
    flow.body(letter)
    flow.need(26)
    flow.line(letter.closing)
    signature(flow.sheet, 26, flow.y + 6, letter.signer)
    if letter.enclosures:
        flow.y += 16
        flow.line("Dabei: " + ", ".join(letter.enclosures))
    return flow.sheets


def webmail(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """An e-mail as a browser prints it: the subject as a heading, senders in gray, an address at the foot."""
    style = Style("helvetica", 10, leading=1.35)
    flow = Flow(dpi, style, 24, next_top=24, bottom=270, left=18, right=192)
    flow.subject([" ".join(letter.subject)], Style("helvetica-bold", 14))
    flow.sheet.line(18, flow.y - 5, 192, flow.y - 5, 0.3, GRAY)
    local = "".join(part[0] for part in letter.signer.lower().split()) + str(int(chance.integers(1950, 2004)))
    flow.line(f"{letter.signer} <{local}@mailbox.example>", Style("helvetica-bold", 10))
    when = f"{written(letter.date)} um {int(chance.integers(6, 23)):02}:{int(chance.integers(10, 59))} Uhr"
    for line in (f"an poststelle@musterland.example, am {when}", f"Ihr Zeichen: {letter.ours}" if letter.ours else ""):
        if line:
            flow.line(line, Style("helvetica", 9, GRAY))
    flow.y += 6
    flow.body(letter)
    flow.need(26)
    for line in (letter.closing, letter.signer, ", ".join(letter.sender[1:])):
        flow.line(line)
    if letter.enclosures:
        flow.y += 5
        flow.line("Anhang: " + ", ".join(f"{name}.pdf" for name in letter.enclosures), Style("helvetica", 9))
    for number, one in enumerate(flow.sheets, 1):
        link = f"https://mail.mailbox.example/druck?id={int(chance.integers(10_000, 99_999))}"
        one.text(18, 288, f"{link}   {number}/{len(flow.sheets)}", Style("helvetica", 7))
    return flow.sheets


def chambers(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """Lawyers: the name at the right, partners and accounts in a column, the signs in a ruled row."""
    style = Style("palatino", 11, leading=1.3)

    def running(sheet: Sheet, number: int) -> None:
        sheet.text(24, 18, f"{letter.theirs}   -   Seite {number}", Style("palatino", 9))

    flow = Flow(dpi, style, 118, next_top=30, left=24, right=148, running=running)
    sheet = flow.sheet
    sheet.text(190, 18, letter.sender[0], Style("palatino-bold", 14), "r")
    sheet.line(24, 22, 190, 22, 0.6)
    partners = [
        letter.signer,
        "Fachgebiet Verwaltungsrecht",
        "",
        *letter.sender[1:],
        "",
        "Anderkonto auf Anfrage",
        "Fach 17 beim LG",
    ]
    column(sheet, 156, 50, partners, Style("slim", 8.5, GRAY, 1.3))
    window(sheet, letter, style, 24, 47)
    signs = [
        ("Unser Zeichen", letter.theirs or "-"),
        ("Ihr Zeichen", letter.ours or "-"),
        ("Datum", numeric(letter.date)),
    ]
    cells(sheet, 24, 95, 124, signs, "palatino")
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter, "Unterzeichnet für die Kanzlei")
    return flow.sheets


def counsel(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A single lawyer or an association: a plain head in the middle, signs in lines before the matter."""
    style = Style("school", 10.5, leading=1.35)
    flow = Flow(dpi, style, 106, next_top=28, left=28, right=182)
    sheet = flow.sheet
    sheet.text(105, 20, letter.sender[0], Style("school-bold", 13), "m")
    sheet.text(105, 26, " - ".join(letter.sender[1:]), Style("school", 9), "m")
    column(sheet, 28, 48, ([letter.note] if letter.note else []) + letter.recipient, style)
    sheet.text(182, 84, f"{letter.sender[2][6:]}, den {numeric(letter.date)}", style, "r")
    signs = [f"Bei uns: {letter.theirs}" if letter.theirs else "", f"Bei Ihnen: {letter.ours}" if letter.ours else ""]
    column(sheet, 28, 90, [line for line in signs if line], Style("school", 9.5))
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter)
    flow.numbered("- {n} -", 105, 284, "m", first=False)
    return flow.sheets


def cells(sheet: Sheet, x: float, y: float, width: float, signs: list[tuple[str, str]], face: str) -> None:
    """A reference line in a frame: small labels, values below."""
    step = width / len(signs)
    sheet.line(x, y, x + width, y, 0.2)
    sheet.line(x, y + 11, x + width, y + 11, 0.2)
    places = [x + step * place + (2 if place else 0) for place in range(len(signs))]
    sheet.row(y + 4, [(place, label, "l") for place, (label, _) in zip(places, signs)], Style(face, 7.5))
    sheet.row(y + 9, [(place, value, "l") for place, (_, value) in zip(places, signs)], Style(face, 9.5))


def authority(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """Another public body with a head at the left and who is in charge at the right."""
    style = Style("helvetica", 11, leading=1.3)

    def running(sheet: Sheet, number: int) -> None:
        sheet.text(25, 18, f"- {number} -", Style("helvetica", 10))

    flow = Flow(dpi, style, 106, next_top=30, left=25, right=188, running=running)
    sheet = flow.sheet
    sheet.box(25, 10, 4, 16, 0, (70, 90, 120))
    sheet.text(32, 17, letter.sender[0], Style("helvetica-bold", 15))
    sheet.text(32, 24, letter.sender[-1], Style("helvetica", 10))
    window(sheet, letter, style, 25, 48)
    rows = [letter.sender[1], letter.sender[2], f"Es bearbeitet Sie: {letter.signer}"]
    rows += [f"Durchwahl -{int(chance.integers(100, 999))}", f"Datum {numeric(letter.date)}"]
    rows += [f"Geschäftszeichen {letter.theirs}"] if letter.theirs else []
    rows += [f"zu Ihrem Zeichen {letter.ours}"] if letter.ours else []
    column(sheet, 125, 48, rows, Style("slim", 10, leading=1.35))
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter)
    return flow.sheets


def agency(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """Another public body with its head in the middle and a ruled line of signs."""
    style = Style("school", 11, leading=1.25)
    flow = Flow(dpi, style, 118, next_top=28, left=24, right=186)
    sheet = flow.sheet
    for place, line in enumerate((letter.sender[0], letter.sender[-1], " · ".join(letter.sender[1:3]))):
        sheet.text(
            105, 16 + 6 * place, line, Style("school-bold" if place == 0 else "school", 14 - 3 * min(place, 1)), "m"
        )
    column(sheet, 24, 50, letter.recipient, style)
    signs = [
        ("Ihr Zeichen", letter.ours or "ohne"),
        ("Mein Zeichen", letter.theirs or "ohne"),
        ("Tag", numeric(letter.date)),
    ]
    cells(sheet, 24, 95, 162, signs, "school")
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter)
    flow.numbered("Seite {n} von insgesamt {of}", 24, 284, "l")
    return flow.sheets


def chamber(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A court: its name at the right, its sign in a block below, the matter in the middle of the sheet."""
    style = Style("school", 11.5, leading=1.3)
    flow = Flow(dpi, style, 122, next_top=30, bottom=256, left=26, right=184)
    sheet = flow.sheet
    sheet.text(184, 18, letter.sender[0], Style("school-bold", 15), "r")
    sheet.text(184, 24, letter.sender[-1], Style("school", 11), "r")
    column(sheet, 26, 50, ([letter.note] if letter.note else []) + letter.recipient, style)
    rows = [*letter.sender[1:3], "", f"Az.: {letter.theirs}", f"Datum: {numeric(letter.date)}"]
    rows += [f"Dortiges Az.: {letter.ours}"] if letter.ours else []
    column(sheet, 130, 44, rows, Style("school", 10, leading=1.35))
    y = 102.0
    for line in letter.subject:
        for part in sheet.wrapped(line, 150, Style("school-bold", 12)):
            sheet.text(105, y, part, Style("school-bold", 12), "m")
            y += 5.5
    flow.y = max(flow.y, y + 6)
    flow.body(letter)
    end(flow, letter, "Justizbeschäftigte")
    for number, one in enumerate(flow.sheets[1:], 2):
        one.text(105, 18, f"{number}", style, "m")
        one.text(184, 18, letter.theirs, Style("school", 9), "r")
    return flow.sheets


LAYOUTS = {
    "citizen": (plain, windowed, plain, ballpoint, webmail),
    "lawyer": (chambers, counsel),
    "office": (authority, agency),
    "court": (chamber,),
} | layouts_c_trade.LAYOUTS
STAMPS = {"plain-c": (126, 14), "windowed-c": (128, 64), "counsel-c": (124, 50), "agency-c": (124, 60)}
"""Where the mailroom finds room for its stamp."""
