"""What is stapled behind letters of style d. The words before the colon of each docstring name it in lists."""

from ..people import COUNTY, MONTHS, euros, numeric
from ..sheet import GRAY, Sheet, Style
from ..stationery import signature
from .county import Matter
from .enclosures import photo as picture

NAMES = ("Kopie Ihres Schreibens", "Kontoauszüge", "Personalausweis (Kopie)", "Nachweise", "Fotos")


def text(sheet: Sheet, y: float, paragraphs: list[str], style: Style, left: float = 24, wide: float = 164) -> float:
    for one in paragraphs:
        y = sheet.paragraph(left, y, wide, one, style) + style.line * 0.8
    return y


def notice(matter: Matter, dpi: int) -> list[Sheet]:
    """Bescheid (Kopie): our own notice, one or two pages."""
    sheet, style = Sheet(dpi), Style("narrow", 11.5, leading=1.3)
    sheet.text(186, 18, COUNTY[0], Style("narrow-bold", 16), "r")
    sheet.text(186, 24, matter.office, Style("narrow", 11), "r")
    for place, line in enumerate(matter.person.address):
        sheet.text(24, 52 + 5.4 * place, line, style)
    for place, (label, value) in enumerate((("Aktenzeichen", matter.reference.key), ("Datum", numeric(matter.earlier(18, 50))), ("Zimmer", "2.14"))):
        sheet.row(52 + 5.4 * place, [(130, label, "l"), (158, value, "l")], Style("narrow", 10))
    sheet.text(24, 96, f"Bescheid - {matter.reference.subject}", Style("narrow-bold", 12.5))
    y = text(sheet, 108, [
        f"Guten Tag {matter.person.name},",
        "auf Ihren Antrag hin habe ich den Sachverhalt geprüft. Ich lehne den Antrag ab.",
        "Begründung: Die gesetzlichen Voraussetzungen sind nach den mir vorliegenden Unterlagen nicht erfüllt. Mit Schreiben aus dem Vormonat hatte ich Ihnen Gelegenheit gegeben, sich zu äußern. Eine Antwort ist nicht eingegangen.",
        "Die Kosten für dieses Verfahren werden nicht erhoben.",
    ], style)  # fmt: skip
    legal = "Rechtsbehelfsbelehrung: Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch erhoben werden."
    if matter.maybe(0.4):
        sheet.text(186, 284, "Seite 1 von 2", Style("narrow", 8.5), "r")
        second = Sheet(dpi)
        text(second, 26, [legal, "Der Widerspruch ist schriftlich oder zur Niederschrift beim Landkreis Musterland einzulegen.", "Im Auftrag"], style)
        second.text(186, 284, "Seite 2 von 2", Style("narrow", 8.5), "r")
        return [sheet, second]
    text(sheet, y, [legal, "Im Auftrag"], style)
    return [sheet]


def statement(matter: Matter, dpi: int) -> list[Sheet]:
    """Kontoauszug: as the machine in the bank prints it."""
    sheet, style = Sheet(dpi), Style("mono", 9.5)
    sheet.text(20, 20, "Sparbank Altenrode", Style("helvetica-bold", 13))
    sheet.text(190, 20, f"Kontoauszug {matter.number(3, 11)}/2026   Blatt 1", Style("mono", 9), "r")
    sheet.text(20, 30, matter.person.name.upper(), style)
    y, balance = 42.0, matter.number(5_000, 190_000)
    sheet.row(y, [(20, "Alter Kontostand", "l"), (188, euros(balance) + "+", "r")], style)
    for _ in range(matter.number(8, 20)):
        y += 6.4
        what = matter.pick(("KARTENZAHLUNG SUPERMARKT", "GEHALT/RENTE", "MIETE", "STROM ABSCHLAG", "DROGERIE", "BARGELDAUSZAHLUNG", "KINDERGELD", "TELEFON"))
        sheet.row(y, [(20, numeric(matter.earlier(3, 40))[:6], "l"), (40, what, "l"), (188, euros(matter.number(500, 90_000)) + matter.pick("--+"), "r")], style)
    y += 9
    sheet.row(y, [(20, "Neuer Kontostand", "l"), (188, euros(matter.number(900, 120_000)) + "+", "r")], style)
    return [sheet]


def wages(matter: Matter, dpi: int) -> list[Sheet]:
    """Lohnabrechnung: a payslip in a grid."""
    sheet, style = Sheet(dpi), Style("condensed", 9)
    sheet.text(20, 18, f"Verdienstabrechnung {MONTHS[(matter.date.month - 2) % 12]} 2026", Style("condensed-bold", 12))
    sheet.text(20, 26, f"Pers.-Nr. {matter.number(100, 9999)}   {matter.person.name}   StKl. {matter.number(1, 6)}", style)
    y = 36.0
    for label in ("Grundvergütung", "Überstunden 25 %", "VWL Arbeitgeber", "Gesamt-Brutto", "Lohnsteuer", "Krankenversicherung", "Pflegeversicherung", "Rentenversicherung", "Arbeitslosenvers.", "Netto-Verdienst", "Überweisung"):
        sheet.box(18, y - 4.6, 174, 6.6, 0.1)
        sheet.row(y, [(21, label, "l"), (188, euros(matter.number(900, 280_000)), "r")], style)
        y += 6.6
    return [sheet]


def utilities(matter: Matter, dpi: int) -> list[Sheet]:
    """Nebenkostenabrechnung: from a landlord to the citizen."""
    sheet, style, landlord = Sheet(dpi), Style("sans", 10.5), matter.somebody()
    for place, line in enumerate(landlord.address):
        sheet.text(24, 18 + 5 * place, line, style)
    for place, line in enumerate(matter.person.address):
        sheet.text(24, 44 + 5 * place, line, style)
    sheet.text(24, 76, "Betriebskostenabrechnung für das Jahr 2025", style.bold)
    y = 88.0
    for label in ("Grundsteuer", "Wasser/Abwasser", "Müllabfuhr", "Versicherung", "Hausstrom", "Summe", "Vorauszahlungen", "Nachzahlung"):
        sheet.row(y, [(24, label, "l"), (150, euros(matter.number(3_000, 90_000)) + " EUR", "r")], style)
        y += 6.5
    sheet.text(24, y + 8, "Bitte überweisen Sie die Nachzahlung innerhalb von vier Wochen.", style)
    return [sheet]


def identity(matter: Matter, dpi: int) -> list[Sheet]:
    """Ausweiskopie: a card on an otherwise empty page."""
    sheet = Sheet(dpi)
    sheet.box(50, 60, 86, 54, 0.4, (226, 234, 240))
    sheet.box(54, 74, 24, 30, 0.2, (150, 150, 150))
    sheet.text(54, 68, "PERSONALAUSWEIS", Style("helvetica-bold", 9))
    first, last = matter.person.name.split(" ", 1)
    for place, line in enumerate((last.upper(), first.upper(), f"{matter.number(10, 28)}.0{matter.number(1, 9)}.{matter.number(1950, 2003)}", "DEUTSCH", "MUSTERFURT")):
        sheet.text(82, 78 + 6 * place, line, Style("helvetica", 8.5))
    return [sheet]


def photo(matter: Matter, dpi: int) -> list[Sheet]:
    """Foto: taken on the spot."""
    return picture(matter, dpi)


def lease(matter: Matter, dpi: int) -> list[Sheet]:
    """Mietvertrag (Auszug): a page from the middle."""
    sheet, style = Sheet(dpi), Style("times", 10.5, leading=1.25)
    text(sheet, 24, [
        "§ 3 Mietzins. (1) Die monatliche Miete beträgt "f"{matter.number(380, 900)},00 EUR. (2) Neben der Miete sind Vorauszahlungen auf die Betriebskosten zu leisten.",
        "§ 4 Zahlung. Die Miete ist spätestens am dritten Werktag eines Monats kostenfrei auf das Konto des Vermieters zu zahlen.",
        "§ 5 Dauer. Das Mietverhältnis läuft auf unbestimmte Zeit. Die Kündigung muss schriftlich bis zum dritten Werktag eines Monats zugehen.",
        "§ 6 Tierhaltung. Kleintiere dürfen gehalten werden. Andere Tiere bedürfen der Zustimmung.",
        "§ 7 Hausordnung. Die Hausordnung ist Bestandteil dieses Vertrages.",
    ], style)  # fmt: skip
    sheet.text(105, 284, "2", style, "m")
    return [sheet]


def mandate(matter: Matter, dpi: int) -> list[Sheet]:
    """Vollmacht: for the lawyer, as the client signed it."""
    sheet, style = Sheet(dpi), Style("bookman", 10.5, leading=1.35)
    sheet.text(105, 34, "V O L L M A C H T", Style("bookman-bold", 15), "m")
    y = text(sheet, 52, [
        "Den Rechtsanwälten wird hiermit in Sachen wegen Verwaltungsrecht Vollmacht erteilt, insbesondere zur Prozessführung, zur Vertretung in sonstigen Verfahren und bei außergerichtlichen Verhandlungen aller Art, zur Einlegung und Rücknahme von Rechtsmitteln sowie zur Akteneinsicht.",
        "Zustellungen werden nur an die Bevollmächtigten erbeten. Die Vollmacht umfasst die Befugnis, Untervollmacht zu erteilen sowie Gelder in Empfang zu nehmen.",
        f"{matter.person.town[6:]}, {numeric(matter.earlier(3, 14))}",
    ], style)  # fmt: skip
    signature(sheet, 30, y + 12, matter.somebody().name)
    sheet.text(24, y + 20, "(Unterschrift)", Style("bookman", 8))
    return [sheet]


def vita(matter: Matter, dpi: int) -> list[Sheet]:
    """Lebenslauf: in a table with a photograph's place."""
    sheet, style = Sheet(dpi), Style("condensed", 10.5)
    sheet.text(25, 26, "LEBENSLAUF", Style("condensed-bold", 16))
    sheet.box(150, 20, 32, 42, 0.3, (205, 205, 205))
    y, year = 46.0, matter.number(1990, 2008)
    for heading, lines in (
        ("Persönliches", (matter.person.name, f"{matter.person.street}, {matter.person.town}", "verheiratet, zwei Kinder")),
        ("Schule", ("Grundschule Mustertal", "Realschule Oberprobe, mittlere Reife")),
        ("Beruf", ("Ausbildung Verwaltungsfachangestellte/r", "Stadt Altenrode, Bürgerbüro", "Elternzeit", "Sachbearbeitung Vergabestelle")),
        ("Sonstiges", ("Führerschein B", "Englisch (B2), MS Office")),
    ):
        sheet.text(25, y, heading, style.bold)
        for line in lines:
            sheet.row(y, [(70, line, "l")], style)
            y += 7
        year += 4
        y += 5
    return [sheet]


def testimonial(matter: Matter, dpi: int) -> list[Sheet]:
    """Arbeitszeugnis: from a former employer."""
    sheet, style = Sheet(dpi), Style("palatino", 11, leading=1.35)
    sheet.text(105, 40, "Zwischenzeugnis", Style("palatino-bold", 18), "m")
    text(sheet, 60, [
        f"{matter.person.name} ist seit dem {numeric(matter.earlier(900, 2400))} in unserem Hause beschäftigt.",
        "Zu den Aufgaben gehören die Bearbeitung der eingehenden Post, die Führung der Ablage, die Kontrolle von Rechnungen und die Beratung am Telefon.",
        "Die übertragenen Arbeiten werden stets zu unserer vollen Zufriedenheit erledigt. Das Verhalten gegenüber Vorgesetzten und Kollegen ist jederzeit einwandfrei.",
        "Dieses Zeugnis wird auf eigenen Wunsch ausgestellt.",
    ], style)  # fmt: skip
    return [sheet]


def drawing(matter: Matter, dpi: int) -> list[Sheet]:
    """Bauzeichnung: plan or section with measures."""
    sheet, style = Sheet(dpi), Style("condensed", 8)
    sheet.box(10, 10, 190, 277, 0.6)
    x, y = matter.number(30, 50), matter.number(50, 80)
    wide, high = matter.number(90, 120), matter.number(70, 110)
    sheet.box(x, y, wide, high, 0.9)
    for part in (0.3, 0.62):
        sheet.line(x + wide * part, y, x + wide * part, y + high * 0.7, 0.6)
    sheet.line(x, y + high * 0.7, x + wide, y + high * 0.7, 0.6)
    for place, name in enumerate(("Wohnen 28,4 m²", "Flur", "Bad 7,9 m²")):
        sheet.text(x + wide * (0.15 + 0.31 * place), y + high * 0.35, name, style, "m")
    sheet.line(x, y + high + 10, x + wide, y + high + 10, 0.2)
    sheet.text(x + wide / 2, y + high + 9, f"{wide / 10:.2f}".replace(".", ","), style, "m")
    sheet.box(110, 250, 90, 37, 0.4)
    for place, line in enumerate((matter.pick(("Grundriss EG", "Schnitt B-B", "Ansicht Nord", "Lageplan")), "Maßstab 1:100", f"Datum {numeric(matter.earlier(10, 60))}")):
        sheet.text(113, 258 + 8 * place, line, Style("condensed", 9.5))
    return [sheet]


def claim(matter: Matter, dpi: int) -> list[Sheet]:
    """Klageschrift (Abschrift): what a lawyer wrote to the court."""
    sheet, style = Sheet(dpi), Style("times", 11.5, leading=1.4)
    text(sheet, 26, [
        "Abschrift",
        "An das Gericht",
        f"K l a g e  des/der {matter.person.name}, {matter.person.street}, - Klagepartei -, gegen den Landkreis Musterland, - Beklagter -.",
        "Wir werden beantragen, den Beklagten unter Aufhebung des angefochtenen Bescheides zu verpflichten, dem Antrag stattzugeben.",
        "Begründung: Die Klagepartei wohnt im Kreisgebiet. Den Antrag stellte sie rechtzeitig. Das Vorverfahren blieb ohne Erfolg.",
        "Beglaubigte und einfache Abschrift anbei.",
    ], style, 34, 150)  # fmt: skip
    return [sheet]


def delivery(matter: Matter, dpi: int) -> list[Sheet]:
    """Lieferschein / Stundenzettel: signed for on the spot."""
    sheet, style = Sheet(dpi), Style("sans", 10)
    sheet.text(22, 24, matter.pick(("Lieferschein", "Arbeitsnachweis", "Stundenzettel")), Style("sans-bold", 15))
    sheet.text(22, 34, f"Nr. L{matter.number(1000, 9999)}   Empfänger: Landkreis Musterland", style)
    y = 48.0
    for _ in range(matter.number(3, 8)):
        sheet.row(y, [(22, numeric(matter.earlier(8, 30)), "l"), (56, matter.pick(("Montage", "Lieferung", "Kleinteile", "Fahrt")), "l"), (170, f"{matter.number(1, 9)},0", "r")], style)
        sheet.line(22, y + 2, 172, y + 2, 0.1)
        y += 8
    sheet.text(22, y + 14, "Ware / Leistung erhalten:", style)
    signature(sheet, 76, y + 14, matter.somebody().name)
    return [sheet]


BY_TYPE = {
    "widerspruch": (notice, statement, wages, utilities),
    "widerspruch-anwalt": (mandate, notice),
    "antrag": (statement, wages, lease, utilities, identity),
    "bauantrag": (drawing, drawing, photo, drawing),
    "bewerbung": (vita, testimonial),
    "einspruch": (notice, photo),
    "schreiben": (statement, wages, utilities),
    "amtshilfe": (),
    "vollmacht": (identity,),
    "ladung": (claim,),
    "rechnung": (delivery,),
    "kuendigung": (lease,),
}
