"""Forms of style d: three designs (cells, comb boxes, a print of an online application), and two records of service."""

from ..people import COUNTY, numeric
from ..sheet import BLUE, GRAY, INK, Sheet, Style
from ..stationery import shield, signature
from .county import Matter
from .paperforms import YELLOW, answers

PERSON = (
    (("Familienname", "{last}"), ("Vorname(n)", "{first}"), ("Geburtsdatum", "{born}"), ("Straße, Haus-Nr.", "{street}"), ("PLZ, Wohnort", "{town}"), ("Telefon (freiwillig)", "{phone}")),
    (("Name", "{last}"), ("Rufname", "{first}"), ("Geb.-Datum", "{born}"), ("Anschrift", "{street}, {town}")),
    (("Vor- und Zuname", "{name}"), ("geboren", "{born}"), ("Wohnanschrift", "{street}"), ("Ort", "{town}"), ("Rückfragen unter", "{phone}")),
)

# Each: title, sections of questions, choices.
FORMS = {
    "antrag": (
        ("Antrag auf Leistungen: {subject}", (
            ("Antragstellerin / Antragsteller", PERSON[0]),
            ("Haushalt und Wohnung", (("Personen im Haushalt", "{few}"), ("Gesamtmiete", "{rent} EUR"), ("Wohnfläche", "{size} qm"), ("Vermieter/in", "{other}"))),
            ("Einkünfte im Monat", (("Rente / Lohn", "{rent} EUR"), ("andere Einkünfte", "{small} EUR"))),
            ("Bankverbindung", (("IBAN", "{iban}"), ("Kontoinhaber/in", "{name}"))),
        ), ("Erstantrag", "Folgeantrag", "Änderungsmitteilung")),
        ("{subject} - Hauptantrag", (
            ("A. Wer beantragt die Leistung?", PERSON[1]),
            ("B. Für welche Zeit?", (("ab dem", "{begin}"), ("Anlass", "Einkommen weggefallen"))),
            ("C. Vermögen", (("Bargeld und Guthaben", "{small} EUR"), ("Kraftfahrzeug", "nein"), ("Grundbesitz", "nein"))),
            ("D. Auszahlung", (("auf das Konto", "{iban}"),)),
        ), ("ja, ich habe die Hinweise gelesen", "Ich wünsche ein Gespräch")),
        ("Antrag - {subject} (vereinfachtes Verfahren)", (
            ("1 Ihre Daten", PERSON[2]),
            ("2 Ihre Situation", (("Familienstand", "geschieden"), ("Kinder", "{few}"), ("Warmmiete", "{rent} EUR"), ("Krankenkasse", "BKK Ostermoor"))),
            ("3 Unterstützung durch andere", (("Name", "{other}"), ("Betrag", "{small} EUR"))),
        ), ("Neuantrag", "Weiterbewilligung")),
    ),
    "fuehrerschein": (
        ("Antrag auf Erteilung / Erweiterung einer Fahrerlaubnis", (
            ("Angaben zur Person", PERSON[0]),
            ("Beantragte Klasse(n)", (("Klasse", "A2, B"), ("Fahrschule", "Fahrschule {other}"), ("Sehtest vom", "{earlier}"), ("Erste-Hilfe-Kurs am", "{earlier}"))),
        ), ("Ersterteilung", "Erweiterung", "begleitetes Fahren ab 17", "Neuerteilung nach Entzug")),
        ("Umtausch in den EU-Kartenführerschein", (
            ("Inhaber/in", PERSON[1]),
            ("Bisheriges Dokument", (("Führerschein-Nr.", "{licence}"), ("Ausstellungstag", "{earlier}"), ("ausstellende Behörde", "Stadt Altenrode"))),
            ("Abholung", (("wird abgeholt durch", "{other}"),)),
        ), ("Pflichtumtausch", "freiwilliger Umtausch")),
        ("Ersatzführerschein - Antrag bei Verlust oder Diebstahl", (
            ("Wer beantragt?", PERSON[2]),
            ("Was ist passiert?", (("Datum des Verlusts", "{begin}"), ("Umstände", "Geldbörse im Zug verloren"), ("Nummer, falls bekannt", "{licence}"))),
        ), ("Verlust", "Diebstahl, angezeigt bei der Polizei")),
    ),
    "anhoerung": (
        ("Anhörungsbogen zur Ordnungswidrigkeit", (
            ("Tatvorwurf", (("Kennzeichen", "{plate}"), ("Tattag, Uhrzeit", "{begin}, 17:42 Uhr"), ("Tatort", "{street}"))),
            ("1. Angaben zur Person", PERSON[0][:5]),
            ("2. Angaben zur Sache", (("Verantwortlich war", "{other}"), ("Begründung", "Fahrzeug war verliehen"))),
        ), ("Ich äußere mich nicht", "Der Verstoß wird eingeräumt", "Der Verstoß wird bestritten")),
        ("Äußerung im Rahmen der Anhörung (§ 55 OWiG)", (
            ("Betroffene Person", PERSON[1]),
            ("Stellungnahme", (("zum Vorwurf vom", "{begin}"), ("Ich erkläre", "Das Schild war zugewachsen"), ("Zeuge", "{other}"))),
        ), ("Vorwurf wird anerkannt", "Vorwurf wird nicht anerkannt")),
        ("Rückantwort zum Anhörungsschreiben / Verwarnung", (
            ("Meine Personalien", PERSON[2]),
            ("Fahrzeug und Fahrer/in", (("amtl. Kennzeichen", "{plate}"), ("gefahren von", "{other}"))),
            ("Bemerkungen", (("Text", "Bitte Foto zusenden"),)),
        ), ("Fahrer/in war ich", "Fahrer/in war eine andere Person")),
    ),
    "bescheinigung": (
        ("Verdienstbescheinigung (vom Arbeitgeber auszufüllen)", (
            ("Arbeitnehmer/in", (("Name, Vorname", "{last}, {first}"), ("geb. am", "{born}"))),
            ("Beschäftigung", (("als", "Küchenhilfe"), ("seit", "{earlier}"), ("Stunden je Woche", "{few}5"), ("Brutto monatlich", "{rent} EUR"), ("Netto monatlich", "{rent} EUR"))),
            ("Arbeitgeber", (("Firma / Inhaber", "{other}"), ("Ort", "00816 Beispielhausen"))),
        ), ("unbefristet", "befristet", "geringfügig")),
        ("Mietbescheinigung zur Vorlage beim Leistungsträger", (
            ("Mieterin / Mieter", PERSON[0][:2] + PERSON[0][3:5]),
            ("Wohnung", (("Größe", "{size} m²"), ("Zimmer", "{few}"), ("Bezugsdatum", "{earlier}"))),
            ("Kosten", (("Nettokaltmiete", "{rent} EUR"), ("Nebenkosten", "{small} EUR"), ("Heizkosten", "{small} EUR"))),
            ("Vermieterin / Vermieter", (("Name", "{other}"),)),
        ), ("Miete ist bezahlt", "Rückstand besteht")),
        ("Bescheinigung der Pflegeperson / des Pflegedienstes", (
            ("Pflegebedürftige Person", PERSON[1]),
            ("Bestätigt wird", (("Pflegegrad", "{few}"), ("gepflegt seit", "{earlier}"), ("Stunden je Woche", "1{few}"), ("durch", "{other}"))),
        ), ("häusliche Pflege", "Tagespflege")),
    ),
}  # fmt: skip


def form(kind: str, matter: Matter, known: str, dpi: int) -> tuple[str, list[Sheet]]:
    """A filled form and the name of its design."""
    title, sections, choices = matter.pick(FORMS[kind])
    said = answers(matter) | {"few": str(matter.number(1, 5)), "begin": numeric(matter.earlier(14, 60))}
    draw = matter.pick((celled, combed, online) if kind in ("antrag", "fuehrerschein") else (celled, combed, dotted))
    sections = [(head, [(label, value.format(**said)) for label, value in rows]) for head, rows in sections]
    return draw.__name__, draw(title.format(**said), sections, choices, matter, known, dpi)


def hand(matter: Matter) -> Style:
    color = matter.pick((BLUE, (20, 20, 60), (30, 30, 34)))
    return Style("hand", 14.5, color) if matter.maybe(0.6) else Style("slant", 11.5, color)


def celled(title, sections, choices, matter: Matter, known: str, dpi: int) -> list[Sheet]:
    """Cells with small labels in their upper corner, two in a row."""
    sheet, pen = Sheet(dpi), hand(matter)
    shield(sheet, 18, 10)
    sheet.text(36, 17, COUNTY[0], Style("sans-bold", 12))
    sheet.text(36, 22.5, matter.office, Style("sans", 10))
    sheet.text(192, 14, f"F {matter.office[:2].upper()}-{len(title)}  08/25", Style("sans", 7, GRAY), "r")
    y = 36.0
    for line in sheet.wrapped(title, 172, Style("sans-bold", 14)):
        sheet.text(18, y, line, Style("sans-bold", 14))
        y += 6.5
    sheet.box(122, 18, 70, 11, 0.3)
    sheet.text(124, 21.5, "Aktenzeichen", Style("sans", 6.5))
    sheet.text(124, 27.2, known, Style("mono", 11) if matter.maybe(0.5) else Style(pen.face, 12.5, pen.color))
    sheets, y = [sheet], y + 2
    for head, rows in sections:
        if y + 8 + 11 * ((len(rows) + 1) // 2) > 240:
            sheets.append(Sheet(dpi))
            sheets[-1].text(192, 14, f"Blatt {len(sheets)} zu: {title[:60]}", Style("sans", 7.5), "r")
            y = 20.0
        sheet = sheets[-1]
        sheet.box(18, y, 174, 6.5, 0, (40, 60, 90))
        sheet.text(20, y + 4.7, head, Style("sans-bold", 9.5, (255, 255, 255)))
        y += 6.5
        place = 0
        while place < len(rows):
            pair = rows[place : place + 2]
            if any(sheet.width(value, pen) > 82 for _, value in pair):
                pair = rows[place : place + 1]
            wide = 174 / len(pair)
            for column, (label, value) in enumerate(pair):
                x = 18 + wide * column
                sheet.box(x, y, wide, 11.5, 0.2)
                sheet.text(x + 1.5, y + 3, label, Style("sans", 6.8))
                sheet.text(x + 3, y + 9.4, value, pen)
            y += 11.5
            place += len(pair)
        y += 4
    return finished(sheets, y, choices, matter, pen, "sans")


def combed(title, sections, choices, matter: Matter, known: str, dpi: int) -> list[Sheet]:
    """Answers in capitals, each letter in a box of its own where they are short."""
    sheet, pen = Sheet(dpi), Style("courier-bold", 12, (24, 30, 90))
    label = Style("helvetica", 8.5)
    sheet.text(105, 15, f"{COUNTY[0]} - {matter.office}", Style("helvetica", 9), "m")
    y = 25.0
    for line in sheet.wrapped(title, 170, Style("helvetica-bold", 15)):
        sheet.text(105, y, line, Style("helvetica-bold", 15), "m")
        y += 7
    y += 2
    sheet.text(18, y + 3, matter.pick(("Az.:", "Geschäftszeichen:", "Ihr Aktenzeichen (siehe Anschreiben):")), label)
    sheet.text(86, y + 3, known, Style("courier-bold", 12) if matter.maybe(0.5) else pen)
    sheet.line(84, y + 4.5, 150, y + 4.5, 0.15)
    sheets, y = [sheet], y + 12
    for number, (head, rows) in enumerate(sections, 1):
        if y + 8 + 9 * len(rows) > 244:
            sheets.append(Sheet(dpi))
            sheets[-1].text(105, 15, f"- {len(sheets)} -", label, "m")
            y = 26.0
        sheet = sheets[-1]
        sheet.text(18, y, head, Style("helvetica-bold", 10.5))
        sheet.line(18, y + 1.8, 192, y + 1.8, 0.4)
        y += 8.5
        for name, value in rows:
            sheet.text(18, y, name, label)
            text = value.upper()
            if len(text) <= 22:
                for place in range(max(len(text), 16)):
                    sheet.box(70 + 5.4 * place, y - 4.6, 5.4, 6.4, 0.12)
                    if place < len(text) and text[place] != " ":
                        sheet.text(72.7 + 5.4 * place, y, text[place], pen, "m", said=False)
                sheet.lines.append(text)
            else:
                sheet.box(70, y - 4.6, 122, 6.4, 0.12)
                sheet.text(72, y, text, fits(sheet, text, pen, 118))
            y += 8.8
        y += 3
    return finished(sheets, y, choices, matter, Style("hand", 14, (24, 30, 90)), "helvetica")


def fits(sheet: Sheet, text: str, style: Style, wide: float) -> Style:
    while sheet.width(text, style) > wide:
        style = Style(style.face, style.size - 0.5, style.color)
    return style


def dotted(title, sections, choices, matter: Matter, known: str, dpi: int) -> list[Sheet]:
    """An old typed form: questions with dotted lines."""
    sheet, pen, face = Sheet(dpi), hand(matter), Style("times", 11.5)
    sheet.text(24, 20, COUNTY[0], face.bold)
    sheet.text(24, 25.5, f"{matter.office}, {COUNTY[1]}, {COUNTY[2]}", Style("times", 10))
    sheet.text(24, 38, f"Mein Zeichen: {known}", face)
    y = 52.0
    for line in sheet.wrapped(title, 160, Style("times-bold", 14)):
        sheet.text(24, y, line, Style("times-bold", 14))
        y += 7
    sheets, y = [sheet], y + 5
    for head, rows in sections:
        if y + 10 + 10 * len(rows) > 240:
            sheets.append(Sheet(dpi))
            y = 24.0
        sheet = sheets[-1]
        sheet.text(24, y, head, face.bold)
        y += 9
        for name, value in rows:
            sheet.text(28, y, name + ":", face)
            x = 28 + sheet.width(name + ": ", face) + 3
            dots = "." * int((186 - x) / sheet.width(".", face))
            sheet.text(x, y + 0.8, dots, Style("times", 11.5, GRAY), said=False)
            sheet.text(max(x + 2, 74), y - 0.4, value, pen)
            y += 10
        y += 2
    return finished(sheets, y, choices, matter, pen, "times")


def online(title, sections, choices, matter: Matter, known: str, dpi: int) -> list[Sheet]:
    """What the county's web page sends to the mailroom's printer: no ink at all but a name."""
    sheet, face = Sheet(dpi), Style("deja", 9.5, leading=1.5)
    sheet.box(0, 0, 210, 14, 0, (0, 84, 140))
    sheet.text(20, 9, "Serviceportal Landkreis Musterland", Style("deja-bold", 11, (255, 255, 255)))
    y = 28.0
    for line in sheet.wrapped(title, 170, Style("deja-bold", 14)):
        sheet.text(20, y, line, Style("deja-bold", 14))
        y += 7
    rows = [("Eingegangen am", numeric(matter.date)), ("Vorgangsnummer", f"OZG-{matter.number(100_000, 999_999)}"), ("Zuständig", matter.office)]
    rows += [("Aktenzeichen", known)] if known else []
    sheets, y = [sheet], y + 4
    for head, lines in [("Übersicht", rows), *sections, ("Art des Antrags", [("Auswahl", choices[0])])]:
        if y + 12 + 6 * len(lines) > 276:
            sheets.append(Sheet(dpi))
            y = 24.0
        sheet = sheets[-1]
        sheet.text(20, y, head, Style("deja-bold", 10.5, (0, 84, 140)))
        y += 7
        for name, value in lines:
            sheet.row(y, [(20, name, "l"), (88, value, "l")], face)
            sheet.line(20, y + 1.9, 190, y + 1.9, 0.08, GRAY)
            y += 6.2
        y += 5
    sheets[-1].text(20, min(y + 2, 280), "Dieser Antrag wurde elektronisch gestellt und ist ohne Unterschrift gültig.", Style("deja", 8.5))
    for number, one in enumerate(sheets, 1):
        one.text(190, 291, f"{number} / {len(sheets)}", Style("deja", 7.5), "r")
    return sheets


def finished(sheets: list[Sheet], y: float, choices, matter: Matter, pen: Style, base: str) -> list[Sheet]:
    """Choices with a cross, place, day and name."""
    sheet, chosen, face = sheets[-1], matter.number(0, len(choices)), Style(base, 9.5)
    if y + 7 * len(choices) + 24 > 285:
        sheet, y = Sheet(sheet.dpi), 24.0
        sheets.append(sheet)
    for place, text in enumerate(choices):
        sheet.box(20, y, 4, 4, 0.25)
        if place == chosen:
            sheet.line(20, y, 24, y + 4, 0.5, pen.color)
            sheet.line(24, y, 20, y + 4, 0.5, pen.color)
        sheet.text(28, y + 3.4, text, face)
        y += 6.6
    y += 13
    sheet.text(20, y, f"{matter.person.town[6:]}, {numeric(matter.date)}", pen)
    signature(sheet, 112, y, matter.person.name, pen.color)
    sheet.line(18, y + 2, 84, y + 2, 0.15)
    sheet.line(108, y + 2, 190, y + 2, 0.15)
    sheet.row(y + 6, [(18, "Ort, Datum", "l"), (108, "Unterschrift", "l")], Style(base, 7.5))
    return sheets


WAYS = (
    ("persönlich übergeben", "dem Adressaten in der Wohnung übergeben"),
    ("einer erwachsenen Familienangehörigen übergeben", "Ersatzzustellung an Mitbewohner"),
    ("in den zur Wohnung gehörenden Briefkasten eingelegt", "Einlegung in den Hausbriefkasten"),
    ("bei der Postfiliale niedergelegt, Mitteilung hinterlassen", "Niederlegung, Benachrichtigung hinterlassen"),
)


def service_record(matter: Matter, known: str, dpi: int) -> tuple[str, list[Sheet]]:
    make = matter.pick((numbered, carrier))
    return make.__name__, make(matter, known, dpi)


def numbered(matter: Matter, known: str, dpi: int) -> list[Sheet]:
    """After the official pattern: numbered fields in boxes above, the steps below; some have a second side."""
    sheet, text, pen = Sheet(dpi, YELLOW), Style("narrow", 9.5), hand(matter)
    sheet.text(18, 16, "Zustellungsurkunde", Style("narrow-bold", 17))
    sheet.box(18, 22, 84, 22, 0.3)
    sheet.text(20, 26, matter.pick(("1.1 Aktenzeichen", "1.1 Geschäftsnummer / Aktenzeichen")), Style("narrow", 8))
    sheet.text(20, 32, known, Style("mono-bold", 11))
    sheet.text(20, 37, "1.2 Ggf. weitere Kennz.", Style("narrow", 8))
    sheet.text(20, 42, matter.pick(("", "1. Mahnung", "Bescheid", "Anhörung")), Style("mono", 9.5))
    sheet.box(102, 22, 90, 22, 0.3)
    sheet.text(104, 26, "1.5 Absender / zurück an", Style("narrow", 8))
    for place, line in enumerate(COUNTY):
        sheet.text(104, 31.5 + 4.8 * place, line, Style("narrow", 10.5))
    sheet.box(18, 44, 174, 28, 0.3)
    sheet.text(20, 48, "1.3 Adressat (Name, Anschrift)", Style("narrow", 8))
    for place, line in enumerate(matter.person.address):
        sheet.text(24, 54.5 + 6 * place, line, Style("mono", 11))
    sheet.box(18, 72, 174, 8, 0.3)
    sheet.text(20, 77.3, f"1.4  [ ] Weitersenden nicht verlangt     1.6 Auftragsnummer {matter.number(1_000_000, 9_999_999)}", text)
    y = 90.0
    sheet.text(18, y, "2   Das oben bezeichnete Schriftstück habe ich in meiner Eigenschaft als Postbediensteter", Style("narrow-bold", 10))
    chosen = matter.number(0, len(WAYS))
    for place, (way, _) in enumerate(WAYS):
        y += 11
        sheet.text(18, y, f"{place + 5}.1", text)
        sheet.box(28, y - 3.6, 4.2, 4.2, 0.3, (255, 255, 255))
        if place == chosen:
            sheet.text(28.6, y, "X", Style("sans-bold", 12, pen.color), said=False)
        sheet.text(36, y, way, Style("narrow", 10.5))
    y += 16
    sheet.box(18, y, 174, 34, 0.3)
    sheet.text(20, y + 5, "13 Datum, ggf. Uhrzeit, Unterschrift", Style("narrow", 8))
    sheet.text(24, y + 16, f"{numeric(matter.date)}   {matter.number(8, 18)}:{matter.number(10, 59)}", pen)
    signature(sheet, 108, y + 17, matter.somebody().name, pen.color)
    sheet.text(20, y + 30, f"Name des Zustellers: {matter.somebody().name}", text)
    if matter.maybe(0.3):
        second = Sheet(dpi, YELLOW)
        second.text(18, 18, "Zustellungsurkunde - Seite 2", Style("narrow-bold", 11))
        second.text(18, 28, f"Aktenzeichen: {known}", text)
        second.paragraph(18, 40, 172, "Hinweise für den Zusteller: Die Urkunde ist vollständig auszufüllen und unverzüglich an den Auftraggeber zurückzuleiten. Bei der Niederlegung ist die schriftliche Mitteilung in der bei gewöhnlichen Briefen üblichen Weise abzugeben.", Style("narrow", 10))
        return [sheet, second]
    return [sheet]


def carrier(matter: Matter, known: str, dpi: int) -> list[Sheet]:
    """A private carrier's: a head with its name, lines of print, everything else in ink."""
    sheet, text, pen = Sheet(dpi, YELLOW), Style("helvetica", 10, leading=1.5), hand(matter)
    sheet.text(190, 16, matter.pick(("Nordkurier Zustelldienst", "CityPost Musterland", "Brief24 Logistik")), Style("helvetica-bold", 12), "r")
    sheet.text(22, 28, matter.pick(("Postzustellungsurkunde", "URKUNDE ÜBER DIE ZUSTELLUNG", "Zustellungsurkunde gemäß § 182 ZPO")), Style("helvetica-bold", 15))
    rows = (("Auftraggeber:", ", ".join(COUNTY)), ("Az. des Auftraggebers:", known), ("Empfänger:", matter.person.name), ("", matter.person.street), ("", matter.person.town))
    y = 44.0
    for label, value in rows:
        sheet.text(22, y, label, text) if label else None
        sheet.text(70, y, value, text if label != "Az. des Auftraggebers:" else text.bold)
        y += 7
    sheet.line(22, y, 190, y, 0.3)
    y += 10
    sheet.text(22, y, "Ich habe heute das Schriftstück zugestellt durch", text)
    chosen = matter.number(0, len(WAYS))
    for place, (_, way) in enumerate(WAYS):
        y += 9
        sheet.draw.ellipse([sheet.px(v) for v in (24, y - 3.6, 28, y + 0.4)], (255, 255, 255), INK, 2)
        if place == chosen:
            sheet.line(24.4, y - 2, 26, y + 0.2, 0.6, pen.color)
            sheet.line(26, y + 0.2, 30, y - 5, 0.6, pen.color)
        sheet.text(34, y, way, text)
    y += 20
    sheet.text(22, y, matter.person.town[6:], pen)
    sheet.text(74, y, numeric(matter.date), pen)
    signature(sheet, 132, y, matter.somebody().name, pen.color)
    sheet.line(20, y + 2, 190, y + 2, 0.2)
    sheet.row(y + 6, [(22, "Ort", "l"), (74, "Tag der Zustellung", "l"), (132, "Zusteller/in", "l")], Style("helvetica", 7.5))
    return [sheet]
