"""What is stapled behind a letter: copies that begin like letters of their own, tables, plans, photographs."""

from ..certificates import photograph
from ..people import COUNTY, euros, numeric
from ..sheet import Sheet, Style
from ..stationery import LEFT, RIGHT, addressed, body, letterhead_office, reference_line, subject
from .county import Matter


def notice(matter: Matter, dpi: int) -> list[Sheet]:
    """A copy of our own notice: it looks like the first page of a document, and is none here."""
    sheet, style = Sheet(dpi), Style("sans", 10.5)
    letterhead_office(sheet, COUNTY[0], matter.office, ["Kreisstraße 1", "00815 Musterfurt"])
    addressed(sheet, list(COUNTY), matter.person.address, style)
    columns = [("Unser Zeichen", matter.reference.key), ("Datum", numeric(matter.earlier(12, 40)))]
    reference_line(sheet, columns, style)
    if matter.maybe(0.5):
        sheet.text(160, 60, "KOPIE", Style("sans-bold", 20, (120, 120, 120)))
    y = subject(sheet, 112, [f"Bescheid über {matter.reference.subject}"], style)
    body(
        sheet,
        y,
        [
            f"Guten Tag {matter.person.name},",
            "Ihren Antrag lehnen wir ab.",
            "Begründung: Die Voraussetzungen liegen nach den vorgelegten Unterlagen nicht vor.",
            "Rechtsbehelfsbelehrung: Gegen diesen Bescheid kann innerhalb eines Monats Widerspruch erhoben werden.",
        ],
        style,
    )
    return [sheet]


def statement(matter: Matter, dpi: int) -> list[Sheet]:
    """An account statement (Kontoauszug)."""
    sheet, style = Sheet(dpi), Style("mono", 9)
    sheet.text(LEFT, 24, "Musterbank Beispielhausen", Style("sans-bold", 13))
    sheet.text(LEFT, 32, f"Kontoauszug {matter.number(1, 12)}/2026   Blatt 1   {matter.person.name}", style)
    sheet.line(LEFT, 35, RIGHT, 35, 0.2)
    y = 42.0
    for _ in range(matter.number(10, 24)):
        text = matter.pick(("Lohn/Gehalt", "Miete", "Lastschrift Strom", "Kartenzahlung", "Rechnung Telefon", "Bargeld"))
        day = matter.earlier(30, 60)
        sheet.row(
            y,
            [(LEFT, numeric(day)[:6], "l"), (48, text, "l"), (RIGHT, euros(matter.number(900, 180_000)), "r")],
            style,
        )
        y += 6
    return [sheet]


def payslip(matter: Matter, dpi: int) -> list[Sheet]:
    """A payslip (Lohnabrechnung)."""
    sheet, style = Sheet(dpi), Style("sans", 9)
    sheet.box(LEFT, 16, RIGHT - LEFT, 18, 0.3)
    sheet.text(LEFT + 3, 23, "Entgeltabrechnung September 2026", Style("sans-bold", 12))
    sheet.text(LEFT + 3, 30, f"{matter.person.name}   Personalnummer {matter.number(1000, 9999)}", style)
    y = 44.0
    for label in ("Grundlohn", "Zuschläge", "Gesamtbrutto", "Lohnsteuer", "Rentenversicherung", "Auszahlungsbetrag"):
        sheet.row(y, [(LEFT + 3, label, "l"), (RIGHT - 3, euros(matter.number(4_000, 290_000)), "r")], style)
        sheet.line(LEFT, y + 2, RIGHT, y + 2, 0.1)
        y += 8
    return [sheet]


def photo(matter: Matter, dpi: int) -> list[Sheet]:
    sheet = Sheet(dpi)
    sheet.paste(photograph(matter, sheet.px(150), sheet.px(100)), 30, 40)
    if matter.maybe(0.5):
        sheet.text(30, 150, f"Foto {matter.number(1, 4)}, aufgenommen am {numeric(matter.earlier(20, 50))}", Style("sans", 10))
    return [sheet]


def plan(matter: Matter, dpi: int) -> list[Sheet]:
    """A site plan or a section (Bauvorlagen): lines, measures, a title block at the lower right."""
    sheet, style = Sheet(dpi), Style("narrow", 8)
    title = matter.pick(("Lageplan 1:500", "Grundriss Erdgeschoss 1:100", "Schnitt A-A 1:100", "Ansicht Süd 1:100"))
    sheet.box(12, 12, 186, 273, 0.5)
    for _ in range(matter.number(5, 9)):
        x, y = matter.number(25, 110), matter.number(30, 150)
        width, height = matter.number(20, 70), matter.number(15, 60)
        sheet.box(x, y, width, height, 0.35)
        sheet.text(x + width / 2, y - 1.5, f"{width / 8:.2f}".replace(".", ","), style, "m")
    sheet.box(118, 245, 80, 40, 0.4)
    for row, line in enumerate((title, f"Bauherr: {matter.person.name}", matter.person.street, f"Blatt {matter.number(1, 6)}")):
        sheet.text(121, 252 + row * 8, line, Style("sans", 9))
    return [sheet]


def certificate(matter: Matter, dpi: int) -> list[Sheet]:
    """A testimonial (Zeugnis) behind an application for a job."""
    sheet, style = Sheet(dpi), Style("serif", 12)
    sheet.text(105, 50, "Zeugnis", Style("serif-bold", 24), "m")
    body(
        sheet,
        75,
        [
            f"{matter.person.name} war vom {numeric(matter.earlier(900, 1500))} bis {numeric(matter.earlier(60, 400))} bei "
            "uns tätig und hat alle Aufgaben zu unserer vollen Zufriedenheit erledigt.",
            "Wir wünschen für den weiteren Weg alles Gute.",
        ],
        style,
    )
    return [sheet]


def contract(matter: Matter, dpi: int) -> list[Sheet]:
    """A page out of a lease (Mietvertrag), without beginning or end."""
    sheet, style = Sheet(dpi), Style("serif", 10)
    sheet.text(105, 16, "- 3 -", style, "m")
    body(
        sheet,
        28,
        [
            "§ 5 Miete und Nebenkosten: Die Miete ist monatlich im Voraus zu zahlen. Über die Nebenkosten wird jährlich "
            "abgerechnet.",
            "§ 6 Kündigung: Für die Kündigung gelten die gesetzlichen Fristen. Sie bedarf der Schriftform.",
            "§ 7 Schönheitsreparaturen: Die Mieterin übernimmt die laufenden Schönheitsreparaturen.",
            "§ 8 Betreten der Mietsache: Die Vermieterin darf die Räume nach Anmeldung betreten.",
        ],
        style,
    )
    return [sheet]


BY_TYPE = {
    "widerspruch": (notice, statement, photo),
    "antrag": (statement, payslip, contract),
    "bauantrag": (plan, plan, plan, photo),
    "bewerbung": (certificate, certificate),
    "einspruch": (photo, notice),
    "schreiben": (notice, statement),
    "gerichtspost": (notice,),
    "kuendigung": (contract,),
}
