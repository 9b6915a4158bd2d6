"""Letter papers of style c for firms, doctors, council groups and those whose mail went astray, and their bills."""

from ..people import numeric, written
from ..sheet import GRAY, Sheet, Style
from ..stationery import signature
from .flow import Flow, Letter

COLORS = ((168, 28, 60), (24, 110, 120), (90, 70, 140), (40, 40, 40), (30, 120, 50))


def column(sheet: Sheet, x: float, y: float, lines: list[str], style: Style) -> float:
    """Lines below each other; gives the next base line."""
    for line in lines:
        sheet.text(x, y, line, style)
        y += style.line
    return y


def window(sheet: Sheet, letter: Letter, style: Style, x: float, y: float) -> None:
    """What shows through a window: the sender in one small line, the note, the recipient."""
    sheet.text(x, y, ", ".join(letter.sender[:3]), Style("slim", 7, GRAY))
    lines = ([letter.note] if letter.note else []) + letter.recipient
    column(sheet, x, y + 7, lines, Style(style.face, style.size))


def end(flow: Flow, letter: Letter, role: str = "") -> None:
    """Closing, a name in ink, the same in print, and what is enclosed as a list."""
    flow.need(30)
    flow.line(letter.closing)
    signature(flow.sheet, flow.left + 2, flow.y + 7, letter.signer)
    flow.y += 15
    for line in (f"gez. {letter.signer}" if letter.closing.startswith("Im ") else letter.signer, role):
        if line:
            flow.line(line)
    if letter.enclosures:
        flow.y += 4
        flow.need(flow.style.line * (1 + len(letter.enclosures)))
        flow.line(f"Beigefügt ({len(letter.enclosures)}):", Style(flow.style.face, 9))
        for name in letter.enclosures:
            flow.line(f"- {name}", Style(flow.style.face, 9))


def trade(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A firm: a round mark and its name in the middle, signs in lines at the right, small print at the lower left."""
    style, color = Style("gothic", 10, leading=1.35), COLORS[int(chance.integers(0, len(COLORS)))]

    def running(sheet: Sheet, number: int) -> None:
        sheet.text(105, 16, f"{letter.sender[0]}, Seite {number}", Style("gothic", 8, color), "m")

    flow = Flow(dpi, style, 104, next_top=28, left=25, right=185, running=running)
    sheet = flow.sheet
    corners = [sheet.px(value) for value in (99, 8, 111, 20)]
    sheet.draw.ellipse(corners, color)
    sheet.text(105, 27, letter.sender[0], Style("gothic-bold", 13, color), "m")
    window(sheet, letter, style, 25, 48)
    rows = [f"Datum {numeric(letter.date)}", f"Es schreibt Ihnen {letter.signer}"]
    rows += [f"Unser Vorgang {letter.theirs}"] if letter.theirs else []
    rows += [f"Betrifft Ihr Zeichen {letter.ours}"] if letter.ours else []
    column(sheet, 125, 50, rows, Style("gothic", 8.5, leading=1.4))
    flow.subject(letter.subject, Style("gothic-bold", 11))
    flow.body(letter)
    end(flow, letter)
    column(
        sheet, 25, 272, [" · ".join(letter.sender), "Handelsregister Kranzow HRA 2210"], Style("slim", 7.5, GRAY, 1.4)
    )
    return flow.sheets


def brief(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A small firm: typed below its stamp, no window, the day after the place."""
    style = Style("courier", 10.5, leading=1.2)
    flow = Flow(dpi, style, 92, next_top=26, left=24, right=190)
    sheet = flow.sheet
    name = Style("helvetica-bold", 10, leading=1.5)
    sheet.box(24, 12, sheet.width(letter.sender[0], name) + 8, 24, 0.5)
    column(sheet, 28, 19, letter.sender[:3], name)
    column(sheet, 24, 50, letter.recipient, style)
    sheet.text(190, 42, f"{letter.sender[2][6:]}, {numeric(letter.date)}", style, "r")
    signs = [f"Ihr Zeichen: {letter.ours}"] if letter.ours else []
    signs += [f"Unser Zeichen: {letter.theirs}"] if letter.theirs else []
    flow.y = column(sheet, 24, 84, signs, style) + 5
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter)
    flow.numbered("Seite {n}", 24, 284, "l", first=False)
    return flow.sheets


def surgery(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A doctor: the practice in a frame above, the day at the right, all of it on half a sheet."""
    style = Style("palatino", 11, leading=1.35)
    flow = Flow(dpi, style, 92, next_top=26, bottom=252, left=28, right=182)
    sheet = flow.sheet
    sheet.box(28, 10, 154, 22, 0.3)
    sheet.text(105, 18, letter.sender[0], Style("palatino-bold", 14), "m")
    sheet.text(105, 24, letter.sender[-1], Style("palatino-italic", 11), "m")
    sheet.text(
        105, 29, f"{letter.sender[1]}, {letter.sender[2]} - Sprechzeiten nach Vereinbarung", Style("palatino", 8.5), "m"
    )
    column(sheet, 28, 44, letter.recipient, style)
    sheet.text(182, 44, numeric(letter.date), style, "r")
    signs = [f"Ihr Aktenzeichen {letter.ours}"] if letter.ours else []
    signs += [f"Pat.-Nr. {letter.theirs}"] if letter.theirs else []
    column(sheet, 28, 80, signs, Style("palatino", 9.5))
    flow.subject(letter.subject, Style("palatino-bold", 13))
    flow.body(letter)
    end(flow, letter, "Ärztin / Arzt")
    return flow.sheets


def group(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A group in the council: a colored band, its name in it, the day below."""
    style, color = Style("helvetica", 11, leading=1.35), COLORS[int(chance.integers(0, len(COLORS)))]
    flow = Flow(dpi, style, 100, next_top=26, left=28, right=186)
    sheet = flow.sheet
    sheet.box(0, 0, 210, 22, 0, color)
    sheet.text(28, 14, letter.sender[0], Style("helvetica-bold", 16, (255, 255, 255)))
    column(sheet, 140, 34, [*letter.sender[1:], letter.signer], Style("helvetica", 8.5, GRAY))
    column(sheet, 28, 48, letter.recipient, style)
    sheet.text(28, 86, f"Musterfurt, {written(letter.date)}", style)
    flow.subject(letter.subject, Style("helvetica-bold", 12, color))
    flow.body(letter)
    end(flow, letter, "für die Fraktion")
    flow.numbered("{n}", 186, 16, "r", first=False)
    return flow.sheets


def service(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A company's or an authority's mass letter: a window, a gray box with what to ask where."""
    style = Style("helvetica", 10, leading=1.35)
    flow = Flow(dpi, style, 104, next_top=28, left=22, right=180)
    sheet = flow.sheet
    sheet.text(186, 20, letter.sender[0], Style("helvetica-bold", 15), "r")
    window(sheet, letter, style, 22, 48)
    sheet.box(124, 42, 62, 46, 0, (232, 232, 232))
    rows = [
        letter.sender[-1],
        *letter.sender[1:3],
        "",
        "Sie erreichen uns unter",
        "030 23125-990",
        numeric(letter.date),
    ]
    rows += [f"Zeichen {letter.theirs}"] if letter.theirs else []
    column(sheet, 127, 49, rows, Style("helvetica", 8.5, leading=1.5))
    flow.subject(letter.subject)
    flow.body(letter)
    end(flow, letter)
    return flow.sheets


class Ledger(Flow):
    """Tables of bills: a shaded head and numbered rows where there are goods, sums below a rule."""

    def table(self, rows: list[tuple[str, str]]) -> None:
        step = self.style.line * 1.25
        goods = rows[:-3]
        self.need(step * (len(rows) + 2))
        if goods:
            self.sheet.box(self.left, self.y - 4.4, self.right - self.left, 6.2, 0, (226, 228, 232))
            self.cells("Pos.", "Bezeichnung", "Betrag in EUR")
        for number, (label, value) in enumerate(goods, 1):
            self.cells(str(number), label, value)
        self.sheet.line(self.left, self.y - 4.2, self.right, self.y - 4.2, 0.25)
        for label, value in rows[len(goods) :]:
            self.cells("", label, value)
        self.y += self.style.line

    def cells(self, place: str, label: str, value: str) -> None:
        row = [(self.left + 2, place, "l"), (self.left + 16, label, "l"), (self.right - 2, value, "r")]
        self.sheet.row(self.y, row, self.style)
        self.y += self.style.line * 1.25


def dated(letter: Letter) -> list[tuple[str, str]]:
    """The numbers of a bill; reminders have no day among them."""
    has_day = any("atum" in label for label, _ in letter.marks)
    return letter.marks if has_day else [*letter.marks, ("Datum", numeric(letter.date))]


def bill(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A bill with its numbers in a framed table at the right."""
    style, color = Style("helvetica", 10, leading=1.3), COLORS[int(chance.integers(0, len(COLORS)))]
    flow = Ledger(dpi, style, 106, next_top=28, left=22, right=188)
    sheet = flow.sheet
    sheet.text(22, 20, letter.sender[0], Style("helvetica-bold", 17, color))
    sheet.text(22, 26, f"{letter.sender[1]}, {letter.sender[2]}", Style("helvetica", 8.5, GRAY))
    window(sheet, letter, style, 22, 48)
    rows = dated(letter)
    for place, (label, value) in enumerate(rows):
        sheet.box(116, 46 + 8 * place, 72, 8, 0.2)
        sheet.row(51.5 + 8 * place, [(118, label, "l"), (186, value, "r")], Style("helvetica", 9))
    flow.subject(letter.subject, Style("helvetica-bold", 14, color))
    flow.body(letter)
    end(flow, letter)
    return flow.sheets


def account(letter: Letter, chance, dpi: int) -> list[Sheet]:
    """A bill from a program of the trade: narrow letters, its numbers in one line above the matter."""
    style = Style("slim", 11, leading=1.3)
    flow = Ledger(dpi, style, 108, next_top=28, left=25, right=180)
    sheet = flow.sheet
    sheet.text(180, 18, letter.sender[0], Style("slim-bold", 16), "r")
    column(sheet, 140, 25, [*letter.sender[1:3], "Telefon 030 23125-870"], Style("slim", 8.5, GRAY))
    column(sheet, 25, 52, letter.recipient, style)
    sheet.line(25, 90, 180, 90, 0.3)
    rows = dated(letter)
    sheet.row(
        95,
        [(25 + 52 * place, f"{label}: {value}", "l") for place, (label, value) in enumerate(rows)],
        Style("slim-bold", 10),
    )
    flow.subject(letter.subject, Style("slim-bold", 13))
    flow.body(letter)
    end(flow, letter)
    flow.numbered("Seite {n} / {of}", 25, 284, "l")
    return flow.sheets


LAYOUTS = {
    "firm": (trade, brief),
    "practice": (surgery,),
    "party": (group,),
    "stranger": (service,),
    "rechnung": (bill, account),
    "mahnung": (bill, account),
}
