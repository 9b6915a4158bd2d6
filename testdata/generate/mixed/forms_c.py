"""Forms of style c: tables with numbered rows, answers in ink; records of formal service in two columns."""

from ..people import COUNTY, numeric
from ..sheet import BLUE, GRAY, INK, Sheet, Style
from ..stationery import signature
from .county import Matter
from .paperforms import YELLOW, Form, answers

LABEL, HAND = Style("slim", 9), Style("hand", 15, BLUE)
WHO = (("Nachname", "{last}"), ("Vorname", "{first}"), ("geboren am", "{born}"), ("wohnhaft", "{street}, {town}"))

FORMS = {
    "antrag": Form(
        "ANTRAG - {subject}",
        "KV 50/1",
        (
            ("Wer stellt den Antrag?", (*WHO, ("tagsüber erreichbar unter", "{phone}"))),
            ("Seit wann wird Hilfe gebraucht?", (("Beginn", "{earlier}"), ("Grund", "Einkommen reicht nicht"))),
            (
                "Womit bestreiten Sie Ihren Unterhalt?",
                (("Lohn oder Rente", "{rent} EUR"), ("Sonstiges", "{small} EUR")),
            ),
            ("Wie wohnen Sie?", (("Quadratmeter", "{size}"), ("Warmmiete", "{rent}"), ("vermietet von", "{other}"))),
            ("Wohin soll gezahlt werden?", (("IBAN", "{iban}"),)),
        ),
        ("Erster Antrag", "Weiterer Antrag nach Bescheid"),
    ),
    "fuehrerschein": Form(
        "Fahrerlaubnis: Antrag an die Führerscheinstelle",
        "StVA 7",
        (
            ("Person", (*WHO, ("Geburtsname", "{last}"))),
            ("Was wird beantragt?", (("Klassen", "B, L"), ("Ausbildung bei", "Fahrschule {other}"))),
            (
                "Vorhandener Führerschein",
                (("Nummer", "{licence}"), ("erteilt am", "{earlier}"), ("durch", "Kreis Tiefenau")),
            ),
        ),
        ("Neuerteilung", "Ersterteilung", "Ersatz nach Diebstahl", "internationaler Führerschein"),
    ),
    "anhoerung": Form(
        "Anhörung als Betroffene/r (§ 55 OWiG) - Antwortbogen",
        "OA-OWi 2",
        (
            ("Angaben zu Ihrer Person (Pflichtangaben)", WHO),
            ("Vorfall", (("Tag", "{earlier}"), ("Fahrzeug", "{plate}"), ("Ort", "{street}"))),
            ("Ihre Äußerung (freiwillig)", (("Gefahren ist", "{other}"), ("Bemerkung", "Ich war an dem Tag krank"))),
        ),
        ("Ich gebe den Verstoß zu.", "Ich gebe den Verstoß nicht zu."),
    ),
    "bescheinigung": Form(
        "Bescheinigung des Vermieters",
        "KV 50/9",
        (
            ("Wer wohnt zur Miete?", WHO[:3]),
            (
                "Um welche Wohnung geht es?",
                (("Lage", "{street}"), ("Fläche in m²", "{size}"), ("bezogen am", "{earlier}")),
            ),
            ("Was wird gezahlt?", (("Kaltmiete", "{rent}"), ("Betriebskosten", "{small}"), ("Heizung", "{small}"))),
        ),
        ("Mietrückstände bestehen nicht", "Mietrückstände bestehen"),
    ),
}


def form(kind: str, matter: Matter, style: str, known: str, dpi: int) -> list[Sheet]:
    """A filled form; `known` is the file reference that stands on it, or nothing."""
    made, said = FORMS[kind], answers(matter)
    title = made.title.format(**said)
    sheets, y = [headed(title, made, matter, known, dpi)], 62.0
    row = 0
    for heading, questions in made.sections:
        if y + 10 + 9 * len(questions) > 235:
            sheets.append(Sheet(dpi))
            sheets[-1].text(18, 18, f"{title} - Rückseite", Style("slim", 9, GRAY))
            y = 26.0
        sheet = sheets[-1]
        sheet.box(18, y, 174, 7, 0.25, (214, 218, 224))
        sheet.text(20, y + 5, heading, Style("slim-bold", 11))
        y += 7
        for label, value in questions:
            row += 1
            sheet.box(18, y, 174, 9, 0.15)
            sheet.line(74, y, 74, y + 9, 0.15)
            sheet.text(20, y + 6, f"{row:02}  {label}", LABEL)
            sheet.text(77, y + 6.4, value.format(**said), HAND)
            y += 9
        y += 4
    signed(sheets[-1], ticked(sheets[-1], y + 4, made.ticks) + 8, matter)
    return sheets


def headed(title: str, made: Form, matter: Matter, known: str, dpi: int) -> Sheet:
    sheet = Sheet(dpi)
    sheet.text(105, 16, f"{COUNTY[0]} · {matter.office}", Style("slim", 10), "m")
    y = 28.0
    for line in sheet.wrapped(title, 170, Style("slim-bold", 17)):
        sheet.text(105, y, line, Style("slim-bold", 17), "m")
        y += 7.5
    sheet.text(18, 288, f"Formblatt {made.number}", Style("slim", 8, GRAY))
    sheet.box(18, 46, 80, 11, 0.2)
    sheet.text(20, 49.5, "Geschäfts-/Aktenzeichen, soweit vorhanden", Style("slim", 7.5))
    sheet.text(20, 55.5, known, HAND)
    return sheet


def ticked(sheet: Sheet, y: float, choices: tuple[str, ...]) -> float:
    """Round boxes in two columns, the first with a hook."""
    for place, text in enumerate(choices):
        x = 20 + 88 * (place % 2)
        corners = [sheet.px(value) for value in (x, y - 3.2, x + 4, y + 0.8)]
        sheet.draw.ellipse(corners, None, INK, sheet.px(0.2))
        if place == 0:
            sheet.line(x + 0.6, y - 1.4, x + 1.8, y + 0.4, 0.5, BLUE)
            sheet.line(x + 1.8, y + 0.4, x + 4.8, y - 4.4, 0.5, BLUE)
        sheet.text(x + 7, y, text, Style("slim", 10))
        y += 7 if place % 2 or place + 1 == len(choices) else 0
    return y


def signed(sheet: Sheet, y: float, matter: Matter) -> None:
    y = min(y, 252)
    sheet.text(20, y, f"{numeric(matter.date)}", HAND)
    signature(sheet, 108, y, matter.person.name)
    sheet.line(18, y + 2, 80, y + 2, 0.15)
    sheet.line(106, y + 2, 190, y + 2, 0.15)
    sheet.row(y + 6, [(18, "Datum", "l"), (106, "eigenhändige Unterschrift", "l")], Style("slim", 8))


def service_record(matter: Matter, style: str, known: str, dpi: int) -> list[Sheet]:
    """Zustellungsurkunde: addressee and sign at the left, what was done at the right, all on yellow paper."""
    sheet, text, hand = Sheet(dpi, YELLOW), Style("slim", 9.5, leading=1.4), Style("hand", 14, BLUE)
    title = matter.pick(("Postzustellungsurkunde", "Zustellungsurkunde (§ 182 ZPO)", "ZUSTELLUNGSURKUNDE"))
    sheet.text(105, 18, title, Style("slim-bold", 18), "m")
    sheet.box(16, 24, 178, 216, 0.4)
    sheet.line(86, 24, 86, 240, 0.3)
    y = labeled(sheet, 32, "Geschäftszeichen des Schriftstücks", [known], Style("courier-bold", 10.5))
    y = labeled(sheet, y, "Zustellung an", matter.person.address, hand)
    y = labeled(sheet, y, "Nach Erledigung zurück an", COUNTY, Style("slim", 11))
    labeled(sheet, y, "Auftragsnummer der Post", [str(matter.number(100_000, 999_999))], Style("courier", 10))
    steps = (
        "Ich habe das verschlossene Schriftstück in Empfang genommen und zugestellt, und zwar durch",
        "Aushändigung an die genannte Person selbst",
        "Aushändigung an eine in der Wohnung lebende erwachsene Person",
        "Aushändigung an eine im Geschäftsraum beschäftigte Person",
        "Einlegen in den Briefkasten, nachdem niemand angetroffen wurde",
        "Hinterlegung bei der Filiale; eine Nachricht wurde an der Tür angebracht",
        "Die Annahme wurde verweigert; das Schriftstück blieb am Ort zurück",
    )
    chosen, y = matter.number(1, len(steps)), 32.0
    for place, step in enumerate(steps):
        if place:
            sheet.box(90, y - 3.4, 4, 4, 0.25, (255, 255, 255))
        if place == chosen:
            sheet.text(90.4, y, "x", Style("slim-bold", 14, BLUE), said=False)
        y = sheet.paragraph(98 if place else 90, y, 92, step, text) + 5
    column = ((f"am {numeric(matter.date)}", hand), (f"um {matter.number(8, 17)}.{matter.number(10, 59)} Uhr", hand))
    for line, look in column:
        sheet.text(98, y + 6, line, look)
        y += 8
    signature(sheet, 100, y + 16, matter.somebody().name, INK)
    sheet.text(98, y + 22, "Unterschrift der zustellenden Person", Style("slim", 8))
    return [sheet]


def labeled(sheet: Sheet, y: float, label: str, lines, style: Style) -> float:
    """A small label and lines below it; gives where the next label stands."""
    sheet.text(19, y, label, Style("slim", 8))
    for place, line in enumerate(lines):
        sheet.text(19, y + 7 + 7 * place, line, style)
    return y + 14 + 7 * len(lines)
