"""What people write, style c, never tuned on: written without knowing the rules or the other styles' results.

The wordings are in `words_c_citizens`, `words_c_bodies` and `words_c_trade`; here are names, signs and manners.
"""

from .flow import Letter
from .words_c_bodies import BODIES, COURTLY, LEGAL, OFFICIAL
from .words_c_citizens import CIRCUMSTANCES, CITIZENS, HOUSE
from .words_c_trade import BUSINESS, CLINICAL, TRADE

WORDS = CITIZENS | BODIES | TRADE
POOLS = {
    "citizen": CIRCUMSTANCES, "lawyer": LEGAL, "court": COURTLY, "office": OFFICIAL, "stranger": BUSINESS,
    "party": OFFICIAL, "firm": BUSINESS, "practice": CLINICAL, "bauantrag": HOUSE,
}  # fmt: skip
POOLS |= {
    name: WORDS[name].body for name in ("vollmacht", "bewerbung", "auskunftsersuchen", "kuendigung", "ratsanfrage")
}
"""What long letters go on with, by type or else by writer."""

COURTS = (
    ["Verwaltungsgericht Kranzow", "Am Alten Hafen 2", "00841 Kranzow", "6. Kammer"],
    ["Sozialgericht Kranzow", "Kaiserplatz 17", "00841 Kranzow", "Geschäftsstelle"],
    ["Landessozialgericht", "Brunnenweg 5", "00850 Hohenlinde", "8. Senat"],
    ["Amtsgericht Tiefenau", "Gerichtsstraße 1", "00844 Tiefenau", "Zivilabteilung"],
    ["Oberverwaltungsgericht", "Brunnenweg 11", "00850 Hohenlinde", "1. Senat"],
)
SIGNS = {
    "Verwaltungsgericht Kranzow": ("{part} K {number}/{year}", "{part} A {number}/{year}", "{part} B {number}/{year}"),
    "Sozialgericht Kranzow": ("S {part} SO {number}/{year}", "S {part} AS {number}/{year} ER"),
    "Landessozialgericht": ("L {part} SO {number}/{year}", "L {part} SO {number}/{year} B ER"),
    "Amtsgericht Tiefenau": ("{part} C {number}/{year}", "{part} OWi {number}/{year}"),
    "Oberverwaltungsgericht": ("{part} A {number}/{year}", "{part} LA {number}/{year}"),
    "Kanzlei Amselgrund Rechtsanwälte PartG mbB": ("{number}/{year}AM05", "{number}-{year}/am/sk"),
    "Rechtsanwältin Dr. Veronika Hagedorn": ("VH {number}/{year}", "{number}/{year}"),
    "Sozialverband Sonnenseite e. V., Rechtsabteilung": ("Mitgl.-Nr. {number}{part}", "RB-{part}/{number}"),
}
"""Signs as their writers make them; the others' are made as in the other styles."""
OFFICES = (
    ["Landkreis Tiefenau", "Schlossberg 4", "00844 Tiefenau", "Amt für Soziales und Integration"],
    ["Polizeiinspektion Kranzow", "Wallstraße 30", "00841 Kranzow", "Sachbereich Verkehr"],
    ["Landesverwaltungsamt", "Brunnenweg 40", "00850 Hohenlinde", "Referat 405"],
    ["Samtgemeinde Moorheide", "Kirchplatz 6", "00847 Moorheide", "Die Samtgemeindebürgermeisterin"],
    ["Agentur für Arbeit Kranzow", "Bahnhofsallee 1", "00841 Kranzow", "Operativer Service"],
)
STRANGERS = (
    ["Allgemeine Assekuranz Hohenlinde", "Versicherungsring 1", "00850 Hohenlinde", "Kundenservice"],
    ["Stadtwerke Tiefenau", "Talweg 2", "00844 Tiefenau", "Kundenzentrum"],
    ["Netzwerk Glasfaser Nord GmbH", "Kabelweg 12", "00841 Kranzow", "Vertrieb"],
    ["Sparbank Kranzow", "Markt 20", "00841 Kranzow", "Filiale am Markt"],
)
LAWYERS = (
    ["Kanzlei Amselgrund Rechtsanwälte PartG mbB", "Stadtgraben 8", "00841 Kranzow", "Tel. 030 23125-410"],
    ["Rechtsanwältin Dr. Veronika Hagedorn", "Am Wehr 3", "00844 Tiefenau", "Tel. 030 23125-455"],
    ["Sozialverband Sonnenseite e. V., Rechtsabteilung", "Gartenhof 1", "00815 Musterfurt", "Tel. 030 23125-477"],
)
PARTIES = (
    ["Fraktion Lebenswertes Musterland", "Marktgasse 5", "00815 Musterfurt", "im Kreistag Musterland"],
    ["Unabhängige Wählergemeinschaft UWG", "Dorfplatz 2", "00817 Oberprobe", "Kreistagsfraktion"],
)
PRACTICES = (
    ["Gemeinschaftspraxis am Stadttor", "Torstraße 9", "00815 Musterfurt", "Allgemeinmedizin - Hausärzte"],
    ["Dr. med. Emine Wachtelau", "Seeweg 21", "00816 Beispielhausen", "Fachärztin für Neurologie"],
    ["Reha-Klinik Moorheide", "Kurpark 1", "00847 Moorheide", "Abteilung Orthopädie"],
)
ENCLOSURES = (
    "Bescheid in Kopie",
    "Lohnzettel 07-09",
    "Auszüge Girokonto",
    "Fotos",
    "Attest",
    "Ausweiskopie",
    "Vollmacht",
)
NOTES = {
    "citizen": ("", "", "Einwurf-Einschreiben", "Persönlich abgegeben"),
    "lawyer": ("", "Vorab per Fax", "Per beA"),
}
SALUTATIONS = {
    "citizen": (
        "Sehr geehrte Damen und Herren,",
        "Guten Tag,",
        "Sehr geehrte Frau Landrätin,",
        "Liebes Amt,",
        "Hallo,",
    ),
    "lawyer": ("Sehr geehrte Damen und Herren,", "Sehr geehrte Kolleginnen und Kollegen,"),
    "office": ("Sehr geehrte Damen und Herren,", "Sehr geehrte Kolleginnen und Kollegen,", ""),
    "court": ("Sehr geehrte Damen und Herren,", ""),
    "party": ("Sehr geehrte Frau Landrätin,", "Sehr geehrte Landrätin,"),
}
CLOSINGS = {
    "citizen": ("Mit freundlichen Grüßen", "Viele Grüße", "Hochachtungsvoll", "Mit freundlichem Gruß", "MfG"),
    "lawyer": ("Mit freundlichen kollegialen Grüßen", "Hochachtungsvoll"),
    "office": ("Im Auftrag", "Mit freundlichen Grüßen, im Auftrag", "Im Auftrage"),
    "court": ("Mit freundlichen Grüßen", "Auf Anordnung"),
    "practice": ("Mit kollegialem Gruß", "Mit freundlicher Empfehlung"),
}
RECIPIENTS = (
    ("An den", "{0}", "{1}", "{2}", "{3}"),
    ("Kreisverwaltung Musterland", "{1}", "{2}", "{3}"),
    ("{0}", "Die Landrätin", "{1}", "{2}", "{3}"),
    ("{0} - {1}", "{2}", "{3}"),
)


def polish(letter: Letter, writer: str, matter) -> None:
    """Gives a letter the manners of its writer, who addresses us in one of many ways."""
    polite = ("Sehr geehrte Damen und Herren,", "Guten Tag,")
    letter.salutation = matter.pick(SALUTATIONS.get(writer, polite))
    letter.closing = matter.pick(CLOSINGS.get(writer, ("Mit freundlichen Grüßen", "Freundliche Grüße")))
    letter.note = matter.pick(NOTES.get(writer, ("",)))
    if len(letter.recipient) == 4:
        letter.recipient = [line.format(*letter.recipient) for line in matter.pick(RECIPIENTS)]
    if writer == "court" and letter.paragraphs[0][0].isupper():
        letter.salutation = ""
    if not letter.salutation:
        letter.paragraphs[0] = letter.paragraphs[0][:1].upper() + letter.paragraphs[0][1:]


BILLS = (
    {
        "number": "Rechnungs-Nr.", "date": "Datum", "order": "Ihr Auftrag", "net": "Summe netto", "tax": "MwSt. 19 %",
        "gross": "Gesamtsumme brutto", "bank": "Unser Konto bei der Sparbank Kranzow: {iban}", "vat": "UID: {vat}",
        "open": "Zu zahlen", "numbering": "R26-{0:05}", "claim": "Offene Rechnung", "fee": "Mahnkosten",
        "goods": ("Kopierpapier A4, 40 Kartons", "Ordner breit, 200 Stück", "Toner schwarz, 6 Stück", "Fracht"),
    },
    {
        "number": "Rechnungsnr.", "date": "Rechnungsdatum", "order": "Bestell-Nr.", "net": "Nettosumme",
        "tax": "Mehrwertsteuer (19 %)", "gross": "Endbetrag", "bank": "IBAN für Ihre Zahlung: {iban}",
        "vat": "USt-ID {vat}", "open": "Gesamtforderung", "numbering": "{0:06}-26", "claim": "Hauptforderung",
        "fee": "Mahngebühr", "goods": ("Monteur, 14 Stunden", "Kleinmaterial", "Pumpe 3/4 Zoll", "Kilometergeld"),
    },
    {
        "number": "Rg.-Nr.", "date": "Rg.-Datum", "order": "Auftragsnummer", "net": "Warenwert netto",
        "tax": "19,00 % USt", "gross": "Rechnungsbetrag gesamt", "bank": "Bank: {iban}", "vat": "Umsatzsteuer-ID {vat}",
        "open": "Saldo zu unseren Gunsten", "numbering": "90{0:05}", "claim": "Rechnungsbetrag", "fee": "Spesen",
        "goods": ("Miete Container 7 m³", "Abfuhr Grünschnitt", "Streusalz, 2 t lose", "Räumdienst laut Liste", "Maut"),
    },
)  # fmt: skip
