"""Forms filled in by hand: ours for applications and hearings, a landlord's certificate, the record of formal service."""

from dataclasses import dataclass

from .. import forms
from ..people import COUNTY, euros, numeric
from ..sheet import BLUE, GRAY, INK, Sheet, Style
from ..stationery import LEFT, RIGHT, letterhead_office, signature
from .county import Matter, iban

YELLOW = (252, 226, 96)
"""The paper of the record of formal service (ZustVV, annex 1)."""


@dataclass(frozen=True)
class Form:
    """A form's title, its number, and its questions by section; `{name}` stands for an answer."""

    title: str
    number: str
    sections: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    ticks: tuple[str, ...] = ()


PERSON = (("Familienname", "{last}"), ("Vorname", "{first}"), ("Geburtsdatum", "{born}"), ("Telefon", "{phone}"))
HOME = (("Straße, Hausnummer", "{street}"), ("Postleitzahl, Ort", "{town}"))

FORMS = {
    ("antrag", "a"): Form(
        "Antrag auf {subject}",
        "50-117",
        (
            ("1. Angaben zur Person", PERSON + HOME),
            ("2. Wohnung", (("Monatliche Miete", "{rent}"), ("Heizkosten", "{small}"), ("Vermieter", "{other}"))),
            ("3. Bankverbindung", (("IBAN", "{iban}"), ("Kontoinhaber", "{name}"))),
            ("4. Einkommen", (("Arbeitgeber", "{other}"), ("Nettolohn", "{rent}"), ("Kindergeld", "{small}"))),
        ),
        ("Mietwohnung", "Eigenheim", "Heim"),
    ),
    ("antrag", "b"): Form(
        "Erklärung zum Antrag: {subject}",
        "So-22",
        (
            ("A Antragstellende Person", PERSON + HOME),
            ("B Weitere Personen im Haushalt", (("Name", "{other}"), ("Verhältnis", "Kind"), ("Einkommen", "keines"))),
            ("C Ausgaben", (("Kaltmiete", "{rent}"), ("Strom", "{small}"), ("Versicherungen", "{small}"))),
            ("D Überweisung an", (("Konto", "{iban}"),)),
        ),
        ("erstmalig", "Verlängerung", "Änderung"),
    ),
    ("fuehrerschein", "a"): Form(
        "Antrag auf Erteilung einer Fahrerlaubnis",
        "36-004",
        (
            ("1. Antragsteller", PERSON + HOME),
            ("2. Beantragte Klassen", (("Klasse", "B"), ("Fahrschule", "{other}"), ("Sehtest vom", "{earlier}"))),
            ("3. Bisherige Fahrerlaubnis", (("Führerscheinnummer", "{licence}"), ("ausgestellt am", "{earlier}"))),
        ),
        ("Ersterteilung", "Erweiterung", "Umtausch"),
    ),
    ("fuehrerschein", "b"): Form(
        "Umtausch eines alten Führerscheins in den Kartenführerschein",
        "FE 12",
        (
            ("A Inhaberin oder Inhaber", PERSON + HOME),
            ("B Alter Führerschein", (("Listennummer", "{licence}"), ("Behörde", "Stadt Neu-Vorlage"), ("vom", "{earlier}"))),
        ),
        ("Pflichtumtausch", "Verlust", "Namensänderung"),
    ),
    ("anhoerung", "a"): Form(
        "Anhörungsbogen",
        "32-050",
        (
            ("Ihnen wird vorgeworfen", (("Kennzeichen", "{plate}"), ("Tatzeit", "{earlier}, 14:05 Uhr"), ("Tatort", "{street}"))),
            ("Angaben zur Person", PERSON + HOME),
            ("Äußerung zur Sache", (("Ich war", "nicht der Fahrer"), ("Fahrer war", "{other}"))),
        ),
        ("Der Verstoß wird zugegeben", "Der Verstoß wird nicht zugegeben"),
    ),
    ("anhoerung", "b"): Form(
        "Anhörung im Bußgeldverfahren - Rückantwort",
        "OWi 3",
        (
            ("I Zur Person", PERSON + HOME),
            ("II Zum Fahrzeug", (("Amtliches Kennzeichen", "{plate}"), ("Halter", "{name}"), ("Führer", "{other}"))),
        ),
        ("Ich räume den Vorwurf ein", "Ich bestreite den Vorwurf"),
    ),
    ("bescheinigung", "a"): Form(
        "Mietbescheinigung",
        "50-121",
        (
            ("Mieter", PERSON[:2] + HOME),
            ("Vermieter", (("Name", "{other}"), ("Einzug am", "{earlier}"), ("Wohnfläche", "{size} m²"))),
            ("Miete", (("Grundmiete", "{rent}"), ("Nebenkosten", "{small}"), ("Rückstände", "keine"))),
        ),
        ("Die Miete wird überwiesen", "bar bezahlt"),
    ),
    ("bescheinigung", "b"): Form(
        "Bescheinigung des Arbeitgebers",
        "So-30",
        (
            ("A Beschäftigte Person", PERSON[:3]),
            ("B Arbeitsverhältnis", (("Betrieb", "{other}"), ("beschäftigt seit", "{earlier}"), ("Brutto im Monat", "{rent}"))),
        ),
        ("unbefristet", "befristet"),
    ),
}


def answers(matter: Matter) -> dict[str, str]:
    first, last = matter.person.name.split(" ", 1)
    return {
        "first": first,
        "last": last,
        "name": matter.person.name,
        "other": matter.somebody().name,
        "born": f"{matter.number(1, 28):02}.{matter.number(1, 12):02}.{matter.number(1948, 2006)}",
        "phone": matter.person.phone,
        "street": matter.person.street,
        "town": matter.person.town,
        "rent": f"{matter.number(380, 2400)},00",
        "small": f"{matter.number(30, 190)},50",
        "iban": iban(matter.chance),
        "size": str(matter.number(36, 110)),
        "earlier": numeric(matter.earlier(200, 3000)),
        "licence": f"B{matter.number(100, 999)}K{matter.number(1000, 9999)}",
        "plate": f"MUS-{matter.pick('ABKLT')}{matter.pick('EHJNR')} {matter.number(10, 999)}",
        "subject": matter.reference.subject,
    }


def form(kind: str, matter: Matter, style: str, known: str, dpi: int) -> list[Sheet]:
    """A filled form of one or two pages; `known` is the file reference that stands on it, or nothing."""
    made, said = FORMS[kind, style], answers(matter)
    draw = boxed if style == "a" else ruled
    return draw(made, said, matter, known, dpi)


def boxed(made: Form, said: dict, matter: Matter, known: str, dpi: int) -> list[Sheet]:
    """Style a: our form with shaded headings and boxes; the reference as a barcode or in ink."""
    sheet = Sheet(dpi)
    letterhead_office(sheet, COUNTY[0], matter.office, [f"Vordruck {made.number}", "Stand 01/2026"])
    sheet.text(LEFT, 42, f"Aktenzeichen: {known}", Style("sans", 10))
    if known and matter.maybe(0.6):
        sheet.barcode("code128", f"AZ:{known}", 118, 36, 0.29, 10)
    sheet.text(LEFT, 57, made.title.format(**said), Style("sans-bold", 15))
    sheets, y = [sheet], 62.0
    for place, (heading, questions) in enumerate(made.sections):
        if y > 200:
            sheets.append(Sheet(dpi))
            sheets[-1].text(LEFT, 20, f"{made.title.format(**said)}, {matter.person.name}", Style("sans", 8))
            y = 28.0
        forms.heading(sheets[-1], y, heading)
        y += 8
        for pair in range(0, len(questions), 2):
            row = questions[pair : pair + 2]
            y = forms.cells(sheets[-1], y, [(label, value.format(**said), 1 / len(row)) for label, value in row])
        y += 4
    y = forms.ticks(sheets[-1], y + 2, [(text, number == 0) for number, text in enumerate(made.ticks)])
    forms_end(sheets[-1], y + 12, matter)
    if len(sheets) > 1:
        for number, one in enumerate(sheets, 1):
            one.text(RIGHT, 288, f"Seite {number} von {len(sheets)}", Style("sans", 7.5), "r")
    return sheets


def ruled(made: Form, said: dict, matter: Matter, known: str, dpi: int) -> list[Sheet]:
    """Style b: questions at the left, answers on rules, the title in capitals at the right."""
    sheet, label, hand = Sheet(dpi), Style("deja", 8.5), Style("serif-italic", 13, BLUE)
    sheet.text(RIGHT, 18, f"{made.number} / 2026", Style("deja", 7.5, GRAY), "r")
    sheet.text(20, 18, f"{COUNTY[0]} - {matter.office}", Style("deja", 9))
    y = 34.0
    for line in sheet.wrapped(made.title.format(**said), 168, Style("deja-bold", 14)):
        sheet.text(20, y, line, Style("deja-bold", 14))
        y += 7
    if known:
        sheet.text(20, y + 4, "Aktenzeichen (falls bekannt)", label)
        sheet.text(85, y + 4, known, hand)
    sheets, y = [sheet], y + 16
    for heading, questions in made.sections:
        if y > 215:
            sheets.append(Sheet(dpi))
            y = 26.0
        sheets[-1].text(20, y, heading, Style("deja-bold", 10))
        sheets[-1].line(20, y + 1.5, RIGHT, y + 1.5, 0.5)
        y += 9
        for text, value in questions:
            sheets[-1].text(22, y, text, label)
            sheets[-1].text(85, y, value.format(**said), hand)
            sheets[-1].line(82, y + 1.2, RIGHT, y + 1.2, 0.1)
            y += 9.5
        y += 4
    for place, text in enumerate(made.ticks):
        sheets[-1].box(22, y - 3, 3.5, 3.5, 0.2)
        if place == 0:
            sheets[-1].text(22.4, y, "X", Style("sans-bold", 10, BLUE), said=False)
        sheets[-1].text(29, y, text, label)
        y += 7
    forms_end(sheets[-1], y + 10, matter)
    return sheets


def forms_end(sheet: Sheet, y: float, matter: Matter) -> None:
    y = min(y, 270)
    sheet.text(LEFT, y, f"Musterfurt, {numeric(matter.date)}", Style("serif-italic", 13, BLUE))
    signature(sheet, 100, y, matter.person.name)
    sheet.row(y + 6, [(LEFT, "Ort, Datum", "l"), (96, "Unterschrift", "l")], Style("sans", 7.5))


def service_record(matter: Matter, style: str, known: str, dpi: int) -> list[Sheet]:
    """Zustellungsurkunde: what the carrier did with our letter, on yellow paper; it comes back without a letter."""
    sheet = Sheet(dpi, YELLOW)
    face, left = ("sans", 20) if style == "a" else ("deja", 26)
    text, hand = Style(face, 9), Style("serif-italic", 13, BLUE)
    sheet.text(left, 20, "Zustellungsurkunde", Style(face + "-bold", 16))
    sheet.box(left, 26, 170 if style == "a" else 160, 34, 0.3, (255, 255, 255))
    label = "Aktenzeichen" if style == "a" else "1.1 Aktenzeichen / Geschäftsnummer"
    sheet.text(left + 2, 31, label, Style(face, 7.5))
    sheet.text(left + 2, 37, known, Style("mono", 11))
    sheet.text(left + 2, 45, "Absender: Landkreis Musterland, Kreisstraße 1, 00815 Musterfurt", text)
    sheet.text(left + 2, 54, f"Weitersenden innerhalb des Bezirks   Zustellauftrag {matter.number(10_000, 99_999)}", text)
    y = 72.0
    sheet.text(left, y, "Adressat:", text)
    for line in matter.person.address:
        sheet.text(left + 30, y, line, hand)
        y += 7
    y += 6
    steps = (
        "Das mit umseitiger Anschrift versehene Schriftstück habe ich in meiner Eigenschaft als Postbediensteter",
        "dem Adressaten persönlich übergeben",
        "in den zur Wohnung gehörenden Briefkasten eingelegt",
        "einem erwachsenen Familienangehörigen übergeben",
        "durch Niederlegung zugestellt, weil die Übergabe nicht möglich war",
    )
    chosen = matter.number(1, 5)
    for number, step in enumerate(steps):
        if number:
            sheet.box(left + 2, y - 3, 3.5, 3.5, 0.25, (255, 255, 255))
        if number == chosen:
            sheet.line(left + 1.5, y - 3.5, left + 6, y + 1, 0.5, BLUE)
            sheet.line(left + 6, y - 3.5, left + 1.5, y + 1, 0.5, BLUE)
        sheet.text(left + (9 if number else 0), y, step, text)
        y += 9
    sheet.text(left, y + 12, f"Zugestellt am {numeric(matter.date)}, {matter.number(8, 17)}:20 Uhr", hand)
    signature(sheet, left + 90, y + 12, matter.somebody().name, INK)
    sheet.text(left, y + 22, "Datum, Uhrzeit, Unterschrift des Zustellers", Style(face, 7.5))
    return [sheet]
