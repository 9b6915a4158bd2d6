"""Application forms: boxes, ticks, ink in capitals, and our file reference as Code 128."""

from .people import COUNTY, Case, numeric
from .sheet import BLUE, INK, Sheet, Style
from .stationery import LEFT, RIGHT, Document, letterhead_office, signature, stamp

LABEL = Style("sans", 7.5)
HAND = Style("serif-italic", 14, BLUE)
SHADE = (232, 236, 240)


def heading(sheet: Sheet, y: float, text: str) -> None:
    sheet.box(LEFT, y, RIGHT - LEFT, 6.5, 0, SHADE)
    sheet.text(LEFT + 2, y + 4.8, text, Style("sans-bold", 10.5))


def cells(sheet: Sheet, y: float, fields: list[tuple[str, str, float]], height: float = 11.5) -> float:
    """A row of boxes (label, what was written in, share of the width); gives the y below."""
    x = LEFT
    for label, value, share in fields:
        width = (RIGHT - LEFT) * share
        sheet.box(x, y, width, height, 0.2)
        sheet.text(x + 1.5, y + 3.4, label, LABEL)
        sheet.text(x + 3, y + 9.4, value, HAND)
        x += width
    return y + height


def ticks(sheet: Sheet, y: float, choices: list[tuple[str, bool]]) -> float:
    """Boxes to tick, some of them crossed by hand."""
    x = LEFT + 2
    for text, chosen in choices:
        sheet.box(x, y, 4, 4, 0.25)
        if chosen:
            sheet.line(x - 0.6, y - 0.5, x + 4.4, y + 4.6, 0.5, BLUE)
            sheet.line(x - 0.4, y + 4.4, x + 4.8, y - 0.7, 0.5, BLUE)
        sheet.text(x + 6, y + 3.5, text, Style("sans", 10))
        x += sheet.width(text, Style("sans", 10)) + 16
    return y + 8


def form(case: Case, dpi: int = 300, stamped: bool = False) -> Document:
    """An application form of one page (Antragsvordruck)."""
    sheet, key = Sheet(dpi), case.reference.key
    letterhead_office(sheet, COUNTY[0], case.office, ["Vordruck 50-117", "Stand 01/2026"])
    sheet.text(LEFT, 42, f"Aktenzeichen: {key}", Style("sans", 10))
    sheet.barcode("code128", f"AZ:{key}", 118, 36, 0.29, 10)
    sheet.text(146, 49.5, f"AZ:{key}", Style("mono", 8), "m")
    sheet.text(LEFT, 55.5, f"Antrag auf {case.reference.subject}", Style("sans-bold", 16))
    filled(sheet, case)
    if stamped:
        stamp(sheet, 128, 240, "17. Nov. 2026", "Bürgerbüro", 5)
    return Document("antrag", [sheet], {"fileReference": key})


def filled(sheet: Sheet, case: Case) -> None:
    """The questions and a citizen's answers."""
    person = case.person
    first, last = person.name.split()
    heading(sheet, 60, "1. Angaben zur Person")
    y = cells(sheet, 68, [("Familienname", last, 0.5), ("Vorname", first, 0.5)])
    born = f"{case.number(1, 28):02}.{case.number(1, 12):02}.{case.number(1951, 2004)}"
    y = cells(
        sheet, y, [("Geburtsdatum", born, 0.3), ("Geburtsort", "Musterfurt", 0.4), ("Telefon", person.phone, 0.3)]
    )
    y = cells(sheet, y, [("Straße, Hausnummer", person.street, 0.55), ("Postleitzahl, Ort", person.town, 0.45)])
    y = ticks(sheet, y + 3, [("ledig", False), ("verheiratet", True), ("verwitwet", False), ("geschieden", False)])
    heading(sheet, y + 2, "2. Angaben zum Haushalt")
    y = cells(
        sheet,
        y + 10,
        [
            ("Personen im Haushalt", str(case.number(1, 6)), 0.3),
            ("davon Kinder", "1", 0.2),
            ("Wohnfläche in m²", str(case.number(38, 96)), 0.25),
            ("Baujahr", "1974", 0.25),
        ],
    )
    y = cells(
        sheet,
        y,
        [
            ("Monatliche Miete", f"{case.number(380, 790)},00", 0.34),
            ("Heizkosten", "84,50", 0.33),
            ("Einzug am", "01.04.2019", 0.33),
        ],
    )
    y = ticks(sheet, y + 3, [("Mietwohnung", True), ("Eigenheim", False), ("Untermiete", False)])
    heading(sheet, y + 2, "3. Bankverbindung")
    y = cells(sheet, y + 10, [("IBAN", case.creditor.spaced_iban, 0.6), ("Kontoinhaber", person.name, 0.4)])
    heading(sheet, y + 2, "4. Erklärung")
    oath = (
        "Ich versichere, dass die vorstehenden Angaben vollständig und wahr sind. Mir ist bekannt, dass ich "
        "Änderungen unverzüglich mitteilen muss und zu Unrecht erhaltene Leistungen zu erstatten habe."
    )
    y = sheet.paragraph(LEFT, y + 14, RIGHT - LEFT, oath, Style("sans", 9))
    sheet.text(LEFT, y + 9, f"Musterfurt, {numeric(case.date)}", HAND)
    signature(sheet, 96, y + 9, person.name)
    sheet.line(LEFT, y + 11, 80, y + 11, 0.2, INK)
    sheet.line(92, y + 11, 126, y + 11, 0.2, INK)
    sheet.row(y + 15, [(LEFT, "Ort, Datum", "l"), (92, "Unterschrift", "l")], LABEL)
