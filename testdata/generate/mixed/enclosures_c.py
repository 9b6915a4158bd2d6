"""What is stapled behind letters of style c: other copies, lists and reports than in the other styles."""

from ..people import COUNTY, euros, numeric
from ..sheet import GRAY, Sheet, Style
from .county import Matter
from .enclosures import photo, plan


def page(sheet: Sheet, y: float, paragraphs: list[str], style: Style) -> None:
    for text in paragraphs:
        y = sheet.paragraph(25, y, 162, text, style) + style.line


def notice(matter: Matter, dpi: int) -> list[Sheet]:
    """A copy of our own notice; it is the first page of a document elsewhere."""
    sheet, style = Sheet(dpi), Style("helvetica", 11, leading=1.3)
    sheet.text(105, 16, COUNTY[0], Style("helvetica-bold", 15), "m")
    sheet.text(105, 22, f"Die Landrätin - {matter.office}", Style("helvetica", 10), "m")
    for place, line in enumerate(matter.person.address):
        sheet.text(25, 50 + 5.5 * place, line, style)
    rows = (f"Aktenzeichen {matter.reference.key}", f"Musterfurt, {numeric(matter.earlier(12, 40))}")
    for place, line in enumerate(rows):
        sheet.text(128, 50 + 5.5 * place, line, Style("helvetica", 9.5))
    sheet.text(25, 92, f"{matter.reference.subject}: Ablehnung", Style("helvetica-bold", 12))
    paragraphs = [
        f"Sehr geehrte/r {matter.person.name},",
        "über Ihren Antrag habe ich entschieden. Dem Antrag kann ich leider nicht entsprechen.",
        "Die im Gesetz genannten Grenzen werden überschritten. Ein Ermessen steht mir nicht zu.",
        "Gegen diesen Bescheid können Sie innerhalb eines Monats Widerspruch bei der oben genannten Stelle einlegen.",
    ]
    page(sheet, 104, paragraphs, style)
    return [sheet]


def statement(matter: Matter, dpi: int) -> list[Sheet]:
    """A list of turnovers as a bank's web page prints it."""
    sheet, style = Sheet(dpi), Style("slim", 9.5)
    sheet.text(20, 20, "Umsätze Girokonto", Style("slim-bold", 14))
    sheet.text(20, 27, f"{matter.person.name}, letzte 30 Tage", Style("slim", 9, GRAY))
    y = 36.0
    for number in range(matter.number(12, 26)):
        what = matter.pick(
            ("REWE", "Gehalt", "Dauerauftrag Miete", "Stadtwerke", "Apotheke", "Kindergeld", "Tankstelle")
        )
        if number % 2 == 0:
            sheet.box(18, y - 4.4, 174, 6.6, 0, (240, 240, 240))
        cells = [(20, numeric(matter.earlier(3, 33)), "l"), (50, what, "l")]
        sheet.row(y, [*cells, (188, f"{euros(matter.number(700, 150_000))} EUR", "r")], style)
        y += 6.6
    return [sheet]


def increase(matter: Matter, dpi: int) -> list[Sheet]:
    """A landlord's letter to the citizen, passed on to us."""
    sheet, style = Sheet(dpi), Style("bookman", 11, leading=1.35)
    landlord = matter.somebody()
    for place, line in enumerate(landlord.address):
        sheet.text(25, 20 + 5.5 * place, line, style)
    for place, line in enumerate(matter.person.address):
        sheet.text(25, 52 + 5.5 * place, line, style)
    sheet.text(187, 84, numeric(matter.earlier(40, 90)), style, "r")
    sheet.text(25, 96, "Mieterhöhung", style.bold)
    paragraphs = [
        f"Guten Tag {matter.person.name},",
        f"ab dem übernächsten Monat beträgt die Miete {matter.number(420, 890)} Euro. Sie liegt damit noch unter dem "
        "Mietspiegel.",
        "Stimmen Sie nicht zu, so haben Sie ein Recht zur Kündigung.",
        f"Mit freundlichen Grüßen {landlord.name}",
    ]
    page(sheet, 108, paragraphs, style)
    return [sheet]


def vita(matter: Matter, dpi: int) -> list[Sheet]:
    """A curriculum vitae."""
    sheet, style = Sheet(dpi), Style("gothic", 10)
    sheet.text(25, 28, "Lebenslauf", Style("gothic-bold", 20))
    y = 44.0
    lines = (
        "Grundschule Oberprobe",
        "Realschule Beispielhausen",
        "Lehre Bürokauffrau/-mann",
        "Autohaus, Buchhaltung",
        "Elternzeit",
    )
    for label, value in (
        ("Name", matter.person.name),
        ("Anschrift", matter.person.street),
        ("Ort", matter.person.town),
    ):
        sheet.row(y, [(25, label, "l"), (70, value, "l")], style)
        y += 7
    year = matter.number(1988, 2004)
    for line in lines:
        y += 9
        sheet.row(y, [(25, f"{year} - {year + 4}", "l"), (70, line, "l")], style)
        year += 4
    return [sheet]


def report(matter: Matter, dpi: int) -> list[Sheet]:
    """The second page of a school report, without a head."""
    sheet, style = Sheet(dpi), Style("school", 11)
    sheet.text(105, 24, f"Zeugnis für {matter.person.name} - Seite 2", style, "m")
    y = 40.0
    for name in ("Deutsch", "Mathematik", "Englisch", "Erdkunde", "Wirtschaft", "Sport"):
        sheet.row(
            y, [(35, name, "l"), (150, matter.pick(("sehr gut", "gut", "befriedigend", "ausreichend")), "l")], style
        )
        sheet.line(35, y + 2, 175, y + 2, 0.1)
        y += 10
    return [sheet]


BY_TYPE = {
    "widerspruch": (notice, statement, increase),
    "antrag": (statement, increase, statement),
    "bauantrag": (plan, plan, photo),
    "bewerbung": (vita, report),
    "einspruch": (notice, photo),
    "schreiben": (increase, notice, statement),
    "gerichtspost": (notice,),
}
