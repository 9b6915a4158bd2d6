"""Letter papers of style d: put together from heads, address fields, blocks of signs, footers and page numbers."""

from dataclasses import dataclass, field
from datetime import date

import numpy

from ..people import MONTHS, numeric, written
from ..scan import generator
from ..sheet import BLUE, GRAY, INK, Sheet, Style
from ..stationery import signature
from .flow import Flow

DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
COLORS = ((0, 74, 124), (150, 20, 30), (20, 110, 60), (70, 70, 70), (190, 90, 0), (84, 40, 110), (0, 120, 130))
INKS = (BLUE, (20, 20, 60), (40, 40, 44), (16, 60, 120))


def dated(day: date, form: str) -> str:
    return {
        "numeric": numeric(day), "written": written(day), "short": f"{day.day:02}.{day.month:02}.{day.year % 100}",
        "bare": f"{day.day}.{day.month}.{day.year}", "month": f"{day.day}. {MONTHS[day.month - 1][:3]}. {day.year}".replace("Mai.", "Mai"),
        "iso": day.isoformat(), "day": f"{DAYS[day.weekday()]}, {written(day)}",
    }[form]  # fmt: skip


@dataclass
class Table:
    """Goods (name, quantity, unit, price, sum), then sums (label, value), the last of them the one to pay."""

    goods: list[tuple[str, str, str, str, str]]
    sums: list[tuple[str, str]]
    look: str = "columns"


@dataclass
class Paper:
    """What somebody's letters look like."""

    face: str
    size: float
    leading: float
    color: tuple
    head: str
    info: str
    subject: str
    number: str
    foot: str
    date: str
    place: str
    left: float = 25
    right: float = 188
    separator: str = " · "
    window: bool = True
    folds: bool = False
    hand: bool = False


@dataclass
class Note:
    """What is to be written: all of it but where it stands."""

    sender: list[str]
    recipient: list[str]
    day: date
    subject: list[str]
    salutation: list[str]
    parts: list
    closing: list[str]
    signer: str
    signs: list[tuple[str, str]]
    """Labels and values beside or below the address, without the day."""
    role: str = ""
    enclosures: list[str] = field(default_factory=list)
    label: str = "Anlagen"
    note: str = ""
    extra: list[str] = field(default_factory=list)
    """Lines of the head: telephone, opening hours."""
    small: list[list[str]] = field(default_factory=list)
    """Columns at the foot."""
    signed: bool = True
    dateless: bool = False
    """The day stands among the signs already."""


def room(sheet: Sheet, matter) -> tuple[float, float] | None:
    """An empty place for the mailroom's stamp, as a clerk looks for one: above at the right first."""
    pixels = numpy.asarray(sheet.image.convert("L"))
    paper = numpy.median(pixels)
    places = [(x, y) for y in (8, 14, 30, 38, 46, 62, 72) for x in (142, 128, 116, 82, 24)]
    places += [(x, y) for y in (255, 240, 225, 266, 210) for x in (138, 80, 25)]
    for x, y in places:
        part = pixels[sheet.px(y) : sheet.px(y + 32), sheet.px(x) : sheet.px(x + 62)]
        if part.size and (abs(part.astype(int) - paper) < 12).mean() > 0.9995:
            return x, y
    return None


class Pen(Flow):
    """Text over pages, in print or by hand."""

    ink: Paper | None = None
    sway = None

    def line(self, text: str, style: Style | None = None) -> None:
        style = style or self.style
        self.need(style.line)
        if self.ink and self.ink.hand and self.sway is not None:
            scribble(self.sheet, self.left + float(self.sway.uniform(-1, 1)), self.y, text, style, self.sway)
        else:
            self.sheet.text(self.left, self.y, text, style)
        self.y += style.line

    def ledger(self, table: Table) -> None:
        """Goods and sums in one of four looks."""
        step, sheet = self.style.line * 1.22, self.sheet
        bold, left, right = self.style.bold, self.left, self.right
        self.need(step * min(8, len(table.goods) + len(table.sums) + 2))
        sheet = self.sheet
        if table.goods:
            if table.look == "shaded":
                sheet.box(left, self.y - 4.6, right - left, 6.6, 0, (222, 228, 234))
            self.cells(("Pos", "Bezeichnung", "Menge", "Einzelpreis", "Gesamt"), bold, table.look)
            if table.look in ("columns", "grid"):
                sheet.line(left, self.y - step + 1.8, right, self.y - step + 1.8, 0.3)
            for place, row in enumerate(table.goods, 1):
                self.need(step)
                name, quantity, unit, price, total = row
                self.cells((str(place), name, f"{quantity} {unit}", price, total), self.style, table.look)
                if table.look == "grid":
                    self.sheet.line(left, self.y - step + 1.8, right, self.y - step + 1.8, 0.1, GRAY)
            self.y += 1.5
        self.need(step * len(table.sums))
        sheet = self.sheet
        if table.goods and table.look != "plain":
            sheet.line(left + (right - left) * 0.45, self.y - 4.3, right, self.y - 4.3, 0.25)
        place = left + (right - left) * 0.46 if table.goods else left + 4
        end = right - 1 if table.goods or table.look == "shaded" else left + 112
        for number, (label, value) in enumerate(table.sums):
            last = number + 1 == len(table.sums)
            style = bold if last else self.style
            if last and table.look == "shaded":
                sheet.box(place - 2, self.y - 4.4, end - place + 3, 6.2, 0, (222, 228, 234))
            if last and table.look in ("columns", "grid"):
                sheet.line(place, self.y - 4.3, end, self.y - 4.3, 0.2)
            sheet.row(self.y, [(place, label, "l"), (end, value, "r")], style)
            self.y += step
        self.y += self.style.line * 0.8

    def cells(self, row: tuple, style: Style, look: str) -> None:
        place, name, quantity, price, total = row
        left, wide = self.left, self.right - self.left
        if look == "plain":
            cells = [(left, name, "l"), (self.right - 1, total, "r")]
        else:
            while self.sheet.width(name, style) > wide * 0.47:
                name = name.rsplit(" ", 1)[0] if " " in name else name[:-1]
            cells = [(left + 1, place, "l"), (left + 11, name, "l"), (left + wide * 0.68, quantity, "r")]
            cells += [(left + wide * 0.84, price, "r"), (self.right - 1, total, "r")]
        self.sheet.row(self.y, cells, style)
        self.y += self.style.line * 1.22


def scribble(sheet: Sheet, x: float, y: float, text: str, style: Style, chance) -> None:
    """Words by hand: none quite on the line."""
    for word in text.split():
        sheet.text(x, y + float(chance.normal(0, 0.35)), word, style, said=False)
        x += sheet.width(word + " ", style) + float(chance.uniform(-0.2, 0.9))
    sheet.lines.append(text)


def stack(sheet: Sheet, x: float, y: float, lines: list[str], style: Style, anchor: str = "l") -> float:
    for text in lines:
        sheet.text(x, y, text, style, anchor)
        y += style.line
    return y


def fitted(sheet: Sheet, text: str, style: Style, width: float) -> Style:
    """The style, smaller where the text would be too wide."""
    while sheet.width(text, style) > width and style.size > 6:
        style = Style(style.face, style.size - 0.5, style.color, style.leading)
    return style


def draw(note: Note, paper: Paper, dpi: int, seed: str) -> list[Sheet]:
    """The letter on its paper."""
    chance = generator("pen " + seed)
    ink = INKS[int(chance.integers(0, len(INKS)))] if paper.hand else INK
    style = Style(paper.face, paper.size, ink, paper.leading)
    base = paper.face.split("-")[0]
    bottom = 284 if not note.small or paper.foot == "none" else 258
    bottom -= 8 if paper.number.startswith("foot") else 0
    running = lambda sheet, number: None  # noqa: E731
    if paper.number == "running":
        text = f"{note.sender[0]}"[:60]

        def running(sheet: Sheet, number: int) -> None:
            stack(sheet, paper.left, 16, [f"Seite {number} zum Schreiben vom {dated(note.day, paper.date)}, {text}"], Style(base, 8.5, GRAY))
            sheet.line(paper.left, 18, paper.right, 18, 0.15, GRAY)

    flow = Pen(dpi, style, 90, 30 if paper.number in ("running", "top", "topright") else 24, bottom, paper.left, paper.right, running)
    flow.ink, flow.sway = paper, chance
    sheet = flow.sheet
    below = head(sheet, note, paper, style)
    y = address(sheet, note, paper, style, below)
    flow.y = signs(sheet, note, paper, style, y, below, chance)
    subject(flow, note, paper, style)
    for line in note.salutation:
        flow.line(line)
    if note.salutation:
        flow.y += style.line
    for place, part in enumerate(note.parts):
        if isinstance(part, Table):
            flow.ledger(part)
        elif place and place + 1 == len(note.parts):
            # The last words go with the name, as most people see to it.
            lines = len(flow.sheet.wrapped(part, flow.right - flow.left, style))
            flow.need(style.line * (lines + 1 + len(note.closing)) + (24 if note.signed else 6))
            flow.paragraph(part)
        else:
            flow.paragraph(part)
    closing(flow, note, paper, style, chance)
    foot(flow, note, paper, base)
    numbers(flow, note, paper, base)
    return flow.sheets


def head(sheet: Sheet, note: Note, paper: Paper, style: Style) -> float:
    """Who writes; gives the last line's place."""
    base, color = paper.face.split("-")[0], paper.color
    left, right = paper.left, paper.right
    name, rest = note.sender[0], note.sender[1:]
    bold = fitted(sheet, name, Style(base + "-bold", 15, color), right - left - 24)
    fine = Style(base, 8.5, GRAY, 1.3)
    if paper.head == "mark":
        sheet.box(left, 12, 11, 11, 0, color)
        sheet.box(left + 3, 15, 11, 11, 0.4, (255, 255, 255))
        sheet.text(left + 18, 19, name, bold)
        return stack(sheet, left + 18, 25, [paper.separator.join([*rest, *note.extra[:1]])], fitted(sheet, paper.separator.join([*rest, *note.extra[:1]]), fine, right - left - 20))
    if paper.head == "middle":
        sheet.text(105, 18, name, bold, "m")
        line = paper.separator.join(rest)
        sheet.text(105, 24, line, fine, "m")
        sheet.line(left, 28, right, 28, 0.3, color)
        return 28
    if paper.head == "right":
        sheet.text(right, 17, name, bold, "r")
        return stack(sheet, right, 23, [*rest, *note.extra], fine, "r")
    if paper.head == "band":
        sheet.box(0, 0, 210, 20, 0, color)
        sheet.text(left, 13, name, Style(bold.face, bold.size, (255, 255, 255)))
        return stack(sheet, left, 26, [paper.separator.join([*rest, *note.extra[:1]])], fitted(sheet, paper.separator.join([*rest, *note.extra[:1]]), fine, right - left))
    if paper.head == "stripe":
        sheet.line(left, 10, right, 10, 1.2, color)
        sheet.text(left, 18, name, bold)
        return stack(sheet, left, 23.5, rest, fine)
    if paper.head == "spaced":
        spaced = name.upper()
        sheet.text(105, 16, spaced, fitted(sheet, spaced, Style(base, 13, color), 160), "m")
        sheet.line(60, 19, 150, 19, 0.2, color)
        return stack(sheet, 105, 24, [paper.separator.join(rest)], fitted(sheet, paper.separator.join(rest), fine, 165), "m")
    plain = Style(paper.face, min(paper.size, 17), style.color, paper.leading)
    if paper.head == "own-right":
        wide = max(sheet.width(line, plain) for line in note.sender)
        return stack(sheet, min(140, right - wide), 18, note.sender, plain)
    if paper.head == "own-line":
        line = ", ".join(note.sender)
        fit = fitted(sheet, line, plain, right - left)
        sheet.text(left, 16, line, fit)
        sheet.line(left, 18.5, right, 18.5, 0.2)
        return 19
    if paper.head == "own-middle":
        sheet.text(105, 16, name, fitted(sheet, name, Style(base + "-bold", 14), 160), "m")
        sheet.text(105, 22, " - ".join(rest), fitted(sheet, " - ".join(rest), Style(base, 9.5), right - left), "m")
        return 23
    return stack(sheet, left, 18, note.sender, plain)


def address(sheet: Sheet, note: Note, paper: Paper, style: Style, below: float) -> float:
    """The address field; gives the place below it."""
    plain = Style(paper.face, min(paper.size, 17), style.color, paper.leading)
    y = max(48.0, below + 7)
    if paper.window:
        line = paper.separator.join(note.sender[:3])
        small = fitted(sheet, line, Style(paper.face, 7), 92)
        sheet.text(paper.left, y, line, small)
        if paper.separator != " - ":
            sheet.line(paper.left, y + 1, paper.left + sheet.width(line, small), y + 1, 0.12)
        y += 8
    if note.note:
        sheet.text(paper.left, y, note.note, plain.bold if not paper.hand else plain)
        y += plain.line * 1.2
    return max(stack(sheet, paper.left, y, note.recipient, plain), 84.0 if paper.window else 0)


def signs(sheet: Sheet, note: Note, paper: Paper, style: Style, y: float, below: float, chance) -> float:
    """The day and the signs; gives where the subject stands."""
    base = paper.face.split("-")[0]
    day, rows = dated(note.day, paper.date), list(note.signs)
    size = 9.0 if not paper.hand else paper.size
    label, value = Style(paper.face, size - (1 if not paper.hand else 0), style.color if paper.hand else (60, 60, 60)), Style(paper.face, size, style.color)
    lead = 1.5 if not paper.hand else paper.leading
    town = note.sender[2][6:] if len(note.sender) > 2 else ""
    with_day = rows + ([] if note.dateless else [("Datum", day)])
    top = max(46.0, below + 6)
    if paper.info in ("beside", "table", "above", "inline") and with_day:
        wide = max(sheet.width(one, label) for one, _ in with_day)
        values = max(sheet.width(one, value) for _, one in with_day)
        step = value.size * lead * 25.4 / 72
        if paper.info == "beside":
            x = min(122.0, 197 - wide - values - 4)
            for name, text in with_day:
                sheet.row(top, [(x, name, "l")], label)
                sheet.text(x + wide + 4, top, text, value, said=False)
                sheet.lines[-1] += " " + text
                top += step
        elif paper.info == "inline":
            x = min(122.0, 197 - wide - values - 3)
            for name, text in with_day:
                sheet.text(x, top, f"{name.rstrip(':')}: {text}", value)
                top += step
        elif paper.info == "above":
            x = min(130.0, 197 - max(wide, values))
            for name, text in with_day:
                sheet.text(x, top, name, Style(paper.face, 7, (80, 80, 80)))
                sheet.text(x, top + 4.2, text, value)
                top += 9.6
        else:
            wide = max(sheet.width(one, value) for one, _ in with_day)
            x, high = min(118.0, 196 - wide - values - 10), 7.0
            for name, text in with_day:
                sheet.box(x, top - 4.8, 196 - x, high, 0.2)
                sheet.line(x + wide + 5, top - 4.8, x + wide + 5, top - 4.8 + high, 0.15)
                sheet.row(top, [(x + 2, name, "l"), (x + wide + 7, text, "l")], value)
                top += high
        return max(y, top) + 9
    if paper.info in ("line", "frame") and with_day:
        y = max(y + 6, 90.0)
        gaps = [max(sheet.width(name, Style(paper.face, 7)), sheet.width(text, value)) + 8 for name, text in with_day]
        space = paper.right - paper.left
        if sum(gaps) - 8 > space:
            for name, text in with_day:
                sheet.text(paper.left, y, f"{name.rstrip(':')}: {text}", value)
                y += value.line * 1.15
            return y + 8
        x, grow = paper.left, (space - sum(gaps) + 8) / max(1, len(gaps) - 1)
        xs = []
        for gap in gaps:
            xs.append(x)
            x += gap + grow
        xs[-1] = min(xs[-1], paper.right - gaps[-1] + 8)
        sheet.row(y, [(one, name, "l") for one, (name, _) in zip(xs, with_day)], Style(paper.face, 7, (80, 80, 80)))
        sheet.row(y + 4.4, [(one, text, "l") for one, (_, text) in zip(xs, with_day)], value)
        if paper.info == "frame":
            sheet.line(paper.left, y - 4, paper.right, y - 4, 0.2)
            sheet.line(paper.left, y + 7, paper.right, y + 7, 0.2)
        return y + 17
    # The day stands alone, signs in a line or in lines above the subject.
    plain = Style(paper.face, min(paper.size, 17), style.color, paper.leading)
    y = max(y + 5, 78.0 if not paper.hand else 0)
    if not note.dateless:
        text = {"town": f"{town}, {day}", "den": f"{town}, den {day}", "bare": day}[paper.place] if town else day
        if paper.info.endswith("left"):
            sheet.text(paper.left, y, text, plain)
        else:
            sheet.text(paper.right, y, text, plain, "r")
        y += plain.line * 1.6
    for name, text in rows:
        sheet.text(paper.left, y, f"{name.rstrip(':')}: {text}", plain)
        y += plain.line
    return y + (7 if rows else 5)


def subject(flow: Pen, note: Note, paper: Paper, style: Style) -> None:
    """The subject as this writer sets it off."""
    lines, look = [one for one in note.subject if one], paper.subject
    if not lines:
        return
    bold = style if paper.hand else style.bold
    if look == "betreff":
        lines = [f"Betreff: {lines[0]}", *lines[1:]]
    elif look == "betr":
        lines = [f"Betr.: {lines[0]}", *lines[1:]]
    elif look == "large":
        bold = Style(bold.face, style.size + 2.5, style.color if paper.hand else paper.color, style.leading)
    elif look == "plain":
        bold = style
    for text in lines:
        for part in flow.sheet.wrapped(text, flow.right - flow.left, bold):
            flow.line(part, bold)
            if look in ("under", "plain") or paper.hand:
                y = flow.y - bold.line + 1.3
                flow.sheet.line(flow.left, y, flow.left + flow.sheet.width(part, bold), y, 0.25, style.color)
    flow.y += style.line


def closing(flow: Pen, note: Note, paper: Paper, style: Style, chance) -> None:
    ends = [one for one in note.closing if one]
    flow.need(style.line * len(ends) + (24 if note.signed else 6))
    for line in ends:
        flow.line(line)
    if note.signed:
        signature(flow.sheet, flow.left + 3, flow.y + 7, note.signer, style.color if paper.hand else INKS[int(chance.integers(0, 4))])
        flow.y += 14 if not paper.hand else 12
        if not paper.hand:
            for line in (note.signer, note.role):
                if line:
                    flow.line(line)
    if note.enclosures:
        flow.y += 3
        fine = style if paper.hand else Style(style.face, style.size - 1.5, style.color, style.leading)
        flow.need(fine.line * min(3, 1 + len(note.enclosures)))
        if int(chance.integers(0, 2)) or paper.hand:
            text = f"{note.label}: " + ", ".join(note.enclosures)
            for part in flow.sheet.wrapped(text, flow.right - flow.left, fine):
                flow.line(part, fine)
        else:
            flow.line(note.label + ":", fine)
            for name in note.enclosures:
                flow.line(name, fine)


def foot(flow: Pen, note: Note, paper: Paper, base: str) -> None:
    """Small print on the first sheet, or on each."""
    if not note.small or paper.foot == "none":
        return
    face = Style(base if base not in ("hand",) else "sans", 7.8, (70, 70, 70), 1.25)
    for sheet in flow.sheets if paper.foot.endswith("all") else flow.sheets[:1]:
        if paper.foot.startswith("columns"):
            sheet.line(paper.left, 266, paper.right, 266, 0.15, GRAY)
            widths = [max(sheet.width(text, face) for text in column) for column in note.small]
            gap = (paper.right - paper.left - sum(widths)) / max(1, len(widths) - 1) if len(widths) > 1 else 0
            span = paper.right - paper.left
            starts = [sum(widths[:place]) + gap * place for place in range(len(widths))]
            if gap < 4:
                starts, widths = [span * place / len(widths) for place in range(len(widths))], [span / len(widths) - 3] * len(widths)
            for row in range(max(len(one) for one in note.small)):
                for place, column in enumerate(note.small):
                    if row < len(column):
                        fit = fitted(sheet, column[row], face, widths[place] + 0.1)
                        sheet.text(paper.left + starts[place], 270.5 + 3.7 * row, column[row], fit)
        else:
            lines = [paper.separator.join(column) for column in note.small]
            for row, text in enumerate(lines):
                sheet.text(105, 272 + 4.2 * row, text, fitted(sheet, text, face, 182), "m")


def numbers(flow: Pen, note: Note, paper: Paper, base: str) -> None:
    """Page numbers in the ways people have; some have none."""
    of = len(flow.sheets)
    if of == 1 or paper.number in ("none", "running"):
        return
    base = "slant" if paper.hand else base
    low = 262.5 if note.small and paper.foot != "none" else 288
    for number, sheet in enumerate(flow.sheets, 1):
        if paper.number == "top" and number > 1:
            sheet.text(105, 16, f"- {number} -", Style(base, 10), "m")
        elif paper.number == "topright" and number > 1:
            sheet.text(paper.right, 16, f"Blatt {number}", Style(base, 9.5), "r")
        elif paper.number == "foot":
            sheet.text(paper.right, low, f"Seite {number}/{of}", Style(base, 8.5), "r")
        elif paper.number == "foot-of":
            sheet.text(105, low, f"Seite {number} von {of}", Style(base, 8.5), "m")
        elif paper.number == "foot-bare":
            sheet.text(105, low, f"{number}", Style(base, 10), "m")
        elif paper.number == "foot-turn" and number < of:
            sheet.text(paper.right, low, "...", Style(base, 12), "r")


FACES = {
    "org": ("sans", "sans", "helvetica", "deja", "condensed", "slim", "gothic", "times", "serif", "narrow", "school"),
    "law": ("times", "serif", "palatino", "bookman", "sans", "dserif"),
    "own": ("sans", "times", "serif", "deja", "courier", "mono", "bookman", "dserif", "school", "helvetica"),
}
INFOS = {
    "office": ("beside", "above", "line", "inline", "frame", "table"),
    "court": ("beside", "inline", "above", "line"),
    "lawyer": ("beside", "line", "inline", "frame", "date"),
    "firm": ("beside", "above", "line", "inline", "table", "frame"),
    "practice": ("inline", "date", "date-left", "beside"),
    "stranger": ("above", "beside", "inline", "line"),
    "party": ("date", "inline", "date-left"),
    "citizen": ("date", "date", "date-left", "inline", "beside"),
}


def chosen(group: str, seed: str) -> Paper:
    """The paper of this writer: the same name has the same."""
    chance = generator("paper " + seed)
    pick = lambda values: values[int(chance.integers(0, len(values)))]  # noqa: E731
    own = group == "citizen"
    face = pick(FACES["own" if own else "law" if group in ("lawyer", "court") else "org"])
    paper = Paper(
        face=face,
        size=pick((10, 10.5, 11, 11, 12)) if face not in ("deja", "dserif", "gothic", "bookman", "courier", "mono") else pick((9.5, 10, 10.5)),
        leading=pick((1.18, 1.22, 1.28, 1.35)),
        color=INK if own else pick(COLORS),
        head=pick(("own-left", "own-left", "own-right", "own-line", "own-middle") if own else ("mark", "middle", "right", "band", "stripe", "spaced")),
        info=pick(INFOS[group]),
        subject=pick(("bold", "bold", "betreff", "betr", "under", "plain") if own else ("bold", "bold", "large", "betreff", "under")),
        number=pick(("none", "none", "top", "foot-bare", "foot", "topright", "foot-turn") if own else ("running", "top", "topright", "foot", "foot-of", "foot-bare", "none")),
        foot="none" if own else pick(("columns", "columns-all", "lines", "none", "columns")),
        date=pick(("numeric", "numeric", "written", "short", "bare", "month") if own else ("numeric", "numeric", "written", "written", "bare", "day" if group in ("stranger", "party") else "numeric")),
        place=pick(("town", "den", "town", "bare")),
        left=pick((22, 24, 25, 25, 28)),
        right=pick((182, 186, 188, 190)),
        separator=pick((" · ", ", ", " - ", " | ")),
        window=not own or pick((True, False)),
    )
    if group in ("court", "office", "lawyer") and paper.head == "band":
        paper.head = "stripe"
    if own and pick((True, False, False, False)):
        paper.hand, paper.face = True, pick(("hand", "hand", "slant"))
        paper.size, paper.leading = (15, 1.55) if paper.face == "hand" else (12.5, 1.7)
        paper.head, paper.info = pick(("own-left", "own-right")), pick(("date", "date-left"))
        paper.window, paper.subject = False, "under"
    if paper.head == "own-line" or paper.head == "own-middle" or (own and paper.window):
        pass
    return paper
