"""Text that runs over as many pages as it needs, on letter paper that knows its own continuation pages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from ..sheet import Sheet, Style
from ..stationery import LEFT, RIGHT


@dataclass
class Letter:
    """What somebody writes to the county; the layout decides where it stands."""

    sender: list[str]
    recipient: list[str]
    date: date
    subject: list[str]
    paragraphs: list
    """Text, or a list of rows (label, value) for a small table."""
    ours: str = ""
    """Our file reference, as the writer knows it."""
    theirs: str = ""
    """The writer's own sign."""
    marks: list[tuple[str, str]] = field(default_factory=list)
    """Other labels and values: customer's number, telephone."""
    salutation: str = "Sehr geehrte Damen und Herren,"
    closing: str = "Mit freundlichen Grüßen"
    signer: str = ""
    enclosures: list[str] = field(default_factory=list)
    note: str = ""
    """The note above the recipient, as `Einschreiben`."""


class Flow:
    """Lines on sheets: begins a new sheet when one is full; `running` draws the head of each sheet after the first."""

    def __init__(
        self,
        dpi: int,
        style: Style,
        top: float,
        next_top: float = 36,
        bottom: float = 255,
        left: float = LEFT,
        right: float = RIGHT,
        running: Callable[[Sheet, int], None] | None = None,
    ):
        self.dpi, self.style, self.next_top, self.bottom = dpi, style, next_top, bottom
        self.left, self.right, self.running = left, right, running
        self.sheets = [Sheet(dpi)]
        self.y = top

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    def need(self, height: float) -> None:
        """Begin a new sheet unless `height` millimeters are free."""
        if self.y + height > self.bottom:
            self.sheets.append(Sheet(self.dpi))
            self.y = self.next_top
            if self.running:
                self.running(self.sheet, len(self.sheets))

    def line(self, text: str, style: Style | None = None) -> None:
        style = style or self.style
        self.need(style.line)
        self.sheet.text(self.left, self.y, text, style)
        self.y += style.line

    def paragraph(self, text: str, style: Style | None = None) -> None:
        """Text and the empty line after it; two lines at least stay together."""
        style = style or self.style
        lines = self.sheet.wrapped(text, self.right - self.left, style)
        self.need(style.line * min(2, len(lines)))
        for line in lines:
            self.line(line, style)
        self.y += style.line

    def table(self, rows: list[tuple[str, str]]) -> None:
        for label, value in rows:
            self.need(self.style.line * 1.2)
            self.sheet.row(self.y, [(self.left + 4, label, "l"), (self.left + 105, value, "r")], self.style)
            self.y += self.style.line * 1.2
        self.y += self.style.line

    def body(self, letter: Letter) -> None:
        """Salutation and paragraphs."""
        if letter.salutation:
            self.paragraph(letter.salutation)
        for part in letter.paragraphs:
            self.paragraph(part) if isinstance(part, str) else self.table(part)

    def subject(self, lines: list[str], style: Style | None = None) -> None:
        style = style or self.style.bold
        for text in lines:
            for part in self.sheet.wrapped(text, self.right - self.left, style):
                self.line(part, style)
        self.y += self.style.line

    def numbered(self, text: str, x: float, y: float, anchor: str = "r", first: bool = True, size: float = 9) -> None:
        """Write page numbers once all sheets are there; `text` has {n} and {of}."""
        if len(self.sheets) == 1:
            return
        for number, sheet in enumerate(self.sheets, 1):
            if first or number > 1:
                line = text.format(n=number, of=len(self.sheets))
                sheet.text(x, y, line, Style(self.style.face.split("-")[0], size), anchor)
