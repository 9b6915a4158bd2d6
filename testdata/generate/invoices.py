"""Mail of creditors: invoices, credit notes and reminders, on paper and as PDF from a computer."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .people import COUNTY, Case, euros, numeric
from .sheet import FACES, FONTS, HEIGHT, Sheet, Style
from .stationery import (
    LEFT,
    RIGHT,
    Document,
    addressed,
    body,
    footer,
    information_block,
    letterhead_company,
    page_number,
    stamp,
    subject,
)

GOODS = (
    ("Kopierpapier A4, 80 g/m², Karton", 2395),
    ("Ordner breit, grau, 10 Stück", 1890),
    ("Trennstreifen, 100 Stück", 349),
    ("Briefumschläge DIN lang mit Fenster, 1000 Stück", 2180),
    ("Toner schwarz, 8.000 Seiten", 7450),
    ("Tischrechner mit Druckwerk", 5495),
    ("Stehsammler, 6 Stück", 1275),
    ("Etiketten 70 x 36 mm, 2400 Stück", 1640),
    ("Aktendeckel blau, 50 Stück", 1120),
    ("Heftstreifen, 25 Stück", 298),
    ("Locher, 40 Blatt", 2790),
    ("Anfahrt und Montage", 6900),
)
COLORS = ((20, 96, 84), (150, 40, 36), (32, 62, 130), (196, 110, 20))
COUNTY_OFFICE = [COUNTY[0], "Kämmerei – Rechnungseingang", *COUNTY[1:]]


@dataclass(frozen=True)
class Item:
    quantity: int
    name: str
    cents: int

    @property
    def total(self) -> int:
        return self.quantity * self.cents


class Bill:
    """The numbers of one invoice; sums are computed in cents, tax is 19 percent."""

    def __init__(self, case: Case, items: int):
        self.case = case
        start = case.number(0, len(GOODS))
        chosen = [GOODS[(start + place) % len(GOODS)] for place in range(items)]
        self.items = [Item(case.number(1, 9), name, cents) for name, cents in chosen]
        self.number = f"RE-2026-{case.number(10000, 99999)}"
        self.order = f"B-2026-{case.number(1000, 9999)}"
        self.net = sum(item.total for item in self.items)
        self.tax = round(self.net * 19 / 100)
        self.gross = self.net + self.tax

    @property
    def fields(self) -> dict[str, str]:
        creditor = self.case.creditor
        return {
            "invoiceNumber": self.number,
            "invoiceDate": self.case.date.isoformat(),
            "amount": f"{self.gross / 100:.2f}",
            "iban": creditor.iban,
            "supplier": creditor.number,
            "orderNumber": self.order,
        }


def paper(case: Case, dpi: int, slogan: str = "Wir liefern, was Verwaltung braucht.") -> Sheet:
    """The creditor's letter paper with the county as recipient and bank data at the foot."""
    sheet, creditor = Sheet(dpi), case.creditor
    letterhead_company(sheet, creditor.name, slogan, COLORS[int(creditor.number) % len(COLORS)])
    addressed(sheet, [creditor.name, "Gewerbering 8", "00816 Beispielhausen"], COUNTY_OFFICE, Style("sans", 10.5))
    footer(
        sheet,
        [
            [creditor.name, "Gewerbering 8", "00816 Beispielhausen"],
            ["Telefon 030 23125-800", "rechnung@lieferant.example"],
            ["Musterbank Beispielhausen", f"IBAN {creditor.spaced_iban}"],
            [f"USt-IdNr. {creditor.vat}"],
        ],
    )
    return sheet


def table(sheet: Sheet, y: float, items: list[Item], first: int = 1) -> float:
    """Position, quantity, name, single price and sum; gives the y below."""
    style = Style("sans", 9.5)
    sheet.box(LEFT, y - 4.6, RIGHT - LEFT, 6.6, 0, (228, 232, 236))
    sheet.row(
        y,
        [
            (27, "Pos.", "l"),
            (50, "Menge", "r"),
            (56, "Bezeichnung", "l"),
            (163, "Einzelpreis", "r"),
            (188, "Gesamt", "r"),
        ],
        style.bold,
    )
    for place, item in enumerate(items, first):
        y += 7
        sheet.row(
            y,
            [
                (27, str(place), "l"),
                (50, str(item.quantity), "r"),
                (56, item.name, "l"),
                (163, euros(item.cents), "r"),
                (188, euros(item.total), "r"),
            ],
            style,
        )
        sheet.line(LEFT, y + 2, RIGHT, y + 2, 0.1, (170, 170, 170))
    return y + 8


def sums(sheet: Sheet, y: float, bill: Bill) -> float:
    style = Style("sans", 10)
    lines = (("Nettobetrag", bill.net), ("zzgl. 19 % Umsatzsteuer", bill.tax), ("Rechnungsbetrag", bill.gross))
    for label, cents in lines:
        last = label == "Rechnungsbetrag"
        sheet.row(y, [(118, label, "l"), (188, f"{euros(cents)} EUR", "r")], style.bold if last else style)
        y += 6
    sheet.line(118, y - 4, RIGHT, y - 4, 0.4)
    return y + 4


def invoice(case: Case, items: int = 5, dpi: int = 300, stamped: bool = False) -> Document:
    """Rechnung; a long one gets a second page that carries the sums."""
    bill, first = Bill(case, items), paper(case, dpi)
    block = [
        ("Rechnungsnummer:", bill.number),
        ("Rechnungsdatum:", numeric(case.date)),
        ("Bestellnummer:", bill.order),
        ("Kundennummer:", "40815"),
    ]
    information_block(first, block, Style("sans", 10.5))
    y = subject(first, 103, [f"Rechnung {bill.number}"], Style("sans", 12))
    y = body(first, y - 2, ["für unsere Lieferung berechnen wir Ihnen:"], Style("sans", 10.5))
    split = len(bill.items) if items <= 8 else 9
    y = table(first, y, bill.items[:split])
    sheets, last = [first], first
    if items > 8:
        page_number(first, 1, 2)
        last = paper(case, dpi)
        sheets.append(last)
        last.text(LEFT, 96, f"Rechnung {bill.number} vom {numeric(case.date)}", Style("sans", 10))
        y = table(last, 105, bill.items[split:], split + 1)
        page_number(last, 2, 2)
    closing(last, sums(last, y, bill), case)
    if stamped:
        stamp(first, 88, 71, "17. Nov. 2026", "Kämmerei", 6)
    return Document("rechnung", sheets, bill.fields)


def closing(sheet: Sheet, y: float, case: Case) -> None:
    due = numeric(case.date + timedelta(days=30))
    body(
        sheet,
        y + 2,
        [
            f"Bitte überweisen Sie den Betrag ohne Abzug bis zum {due} auf das unten genannte Konto. Das "
            "Lieferdatum entspricht dem Datum des Lieferscheins."
        ],
        Style("sans", 10),
    )


def credit_note(case: Case, dpi: int = 300) -> Document:
    """Gutschrift"""
    bill, sheet = Bill(case, 2), paper(case, dpi)
    number = bill.number.replace("RE", "GS")
    information_block(
        sheet,
        [("Gutschrift Nr.:", number), ("Datum:", numeric(case.date)), ("Kundennummer:", "40815")],
        Style("sans", 10.5),
    )
    y = subject(sheet, 103, [f"Gutschrift {number}"], Style("sans", 12))
    y = body(sheet, y - 2, ["für die zurückgenommene Ware schreiben wir Ihnen gut:"], Style("sans", 10.5))
    y = table(sheet, y, bill.items)
    sheet.row(y, [(118, "Gutschriftbetrag", "l"), (188, f"{euros(bill.gross)} EUR", "r")], Style("sans-bold", 10))
    body(
        sheet,
        y + 12,
        ["Der Betrag wird mit der nächsten Lieferung verrechnet. Er enthält 19 % Umsatzsteuer."],
        Style("sans", 10),
    )
    return Document(
        "gutschrift",
        [sheet],
        {
            "invoiceNumber": number,
            "invoiceDate": case.date.isoformat(),
            "amount": f"{bill.gross / 100:.2f}",
            "iban": case.creditor.iban,
            "supplier": case.creditor.number,
        },
    )


def reminder(case: Case, dpi: int = 300) -> Document:
    """Mahnung"""
    bill, sheet = Bill(case, 3), paper(case, dpi)
    old = numeric(case.earlier(45))
    information_block(
        sheet,
        [("Rechnungsnummer:", bill.number), ("Datum:", numeric(case.date)), ("Kundennummer:", "40815")],
        Style("sans", 10.5),
    )
    y = subject(sheet, 103, ["2. Mahnung"], Style("sans", 13))
    y = body(
        sheet,
        y,
        [
            "Sehr geehrte Damen und Herren,",
            f"unser Schreiben vom {old} ist leider ohne Antwort geblieben. Der folgende Betrag steht noch offen:",
        ],
        Style("sans", 10.5),
    )
    for label, value in (
        ("Offener Betrag", f"{euros(bill.gross)} EUR"),
        ("Mahngebühr", "5,00 EUR"),
        ("Gesamtbetrag", f"{euros(bill.gross + 500)} EUR"),
    ):
        sheet.row(y, [(LEFT + 5, label, "l"), (120, value, "r")], Style("sans", 10.5))
        y += 6.5
    body(
        sheet,
        y + 6,
        [
            "Bitte begleichen Sie den Gesamtbetrag innerhalb von zehn Tagen. Andernfalls müssen wir Verzugszinsen "
            "berechnen und das gerichtliche Mahnverfahren einleiten.",
            "Haben Sie inzwischen gezahlt, betrachten Sie dieses Schreiben bitte als gegenstandslos.",
            "Mit freundlichen Grüßen",
            case.creditor.name,
        ],
        Style("sans", 10.5),
    )
    return Document(
        "mahnung",
        [sheet],
        {
            "invoiceNumber": bill.number,
            "amount": f"{(bill.gross + 500) / 100:.2f}",
            "iban": case.creditor.iban,
            "supplier": case.creditor.number,
        },
    )


class PrintedSheet(Sheet):
    """A sheet that also records what is written where, so that a PDF can be made without pixels."""

    is_scanned = False

    def __init__(self, dpi: int = 72):
        super().__init__(dpi)
        self.written: list[tuple] = []

    def text(self, x, y, text, style=Style(), anchor="l", said=True):
        super().text(x, y, text, style, anchor, said)
        self.written.append((x, y, text, style, anchor))


def born_digital(path: Path, case: Case, items: int = 4) -> Document:
    """Write an invoice as a PDF with real text, as accounting programs make it."""
    bill, sheet = Bill(case, items), PrintedSheet()
    sheet.text(LEFT, 21, case.creditor.name, Style("sans-bold", 17))
    addressed(sheet, [case.creditor.name, "00816 Beispielhausen"], COUNTY_OFFICE, Style("sans", 10.5))
    information_block(
        sheet,
        [("Rechnungsnummer:", bill.number), ("Rechnungsdatum:", numeric(case.date)), ("Bestellnummer:", bill.order)],
        Style("sans", 10.5),
    )
    y = subject(sheet, 103, [f"Rechnung {bill.number}"], Style("sans", 12))
    y = sums(sheet, table(sheet, y, bill.items), bill)
    closing(sheet, y, case)
    footer(sheet, [[case.creditor.name], [f"IBAN {case.creditor.spaced_iban}"], [], [f"USt-IdNr. {case.creditor.vat}"]])
    print_pdf(path, sheet)
    return Document("rechnung", [sheet], bill.fields)


def print_pdf(path: Path, sheet: PrintedSheet) -> None:
    rl_config.useA85 = 0
    canvas = Canvas(str(path), pagesize=(210 * mm, HEIGHT * mm), invariant=1, pageCompression=1)
    for face in sorted({style.face for _, _, _, style, _ in sheet.written}):
        pdfmetrics.registerFont(TTFont(face, str(FONTS / FACES[face])))
    draw = {"l": canvas.drawString, "r": canvas.drawRightString, "m": canvas.drawCentredString}
    for x, y, text, style, anchor in sheet.written:
        canvas.setFont(style.face, style.size)
        draw[anchor](x * mm, (HEIGHT - y) * mm, text)
    canvas.showPage()
    canvas.save()
