"""Letters of citizens, courts and authorities: objection, application, cancellation, inquiry, notice, court mail."""

from .people import COUNTY, Case, numeric, written
from .sheet import Sheet, Style
from .stationery import (
    LEFT,
    RIGHT,
    Document,
    addressed,
    body,
    enclosures,
    footer,
    information_block,
    letterhead_office,
    letterhead_person,
    marks,
    page_number,
    reference_line,
    signature,
    stamp,
    subject,
    to_county,
)

DETAILS = {
    "Wohngeld": "die Miete in Höhe von 712,00 Euro monatlich nicht vollständig angerechnet worden",
    "Bauantrag Einfamilienhaus": "der Abstand zur nördlichen Grundstücksgrenze mit 2,40 Metern falsch gemessen worden",
    "Fahrerlaubnis": "das ärztliche Gutachten vom Sommer nicht berücksichtigt worden",
    "Kleinkläranlage": "die vorhandene Dichtheitsprüfung des Behälters übersehen worden",
}


def citizen_letter(
    case: Case,
    face: str,
    heading: list[str],
    paragraphs: list[str],
    dpi: int,
    stamped: bool,
    block: bool,
    attached: list[str] = (),
) -> Sheet:
    """One page of a citizen's letter to the county, with our file reference as "Ihr Zeichen"."""
    sheet, style = Sheet(dpi), Style(face, 11)
    letterhead_person(sheet, case.person, face)
    addressed(sheet, case.person.address, to_county(case.office), style)
    if block:
        information_block(sheet, [("Ihr Zeichen:", case.reference.key), ("Datum:", numeric(case.date))], style)
    else:
        sheet.text(RIGHT, 98, f"{case.person.town[6:]}, {written(case.date)}", style, "r")
        sheet.text(LEFT, 98, f"Ihr Zeichen: {case.reference.key}", style)
    y = subject(sheet, 109, heading, style)
    y = body(sheet, y, ["Sehr geehrte Damen und Herren,", *paragraphs, "Mit freundlichen Grüßen"], style)
    signature(sheet, LEFT, y + 3, case.person.name)
    sheet.text(LEFT, y + 12, case.person.name, style)
    if attached:
        enclosures(sheet, y + 22, attached, style)
    if stamped:
        stamp(sheet, 128, 66, "17. Nov. 2026")
    return sheet


def objection(case: Case, face: str = "serif", dpi: int = 300, stamped: bool = True, block: bool = False) -> Document:
    """Widerspruch"""
    notice = numeric(case.earlier(case.number(9, 24)))
    detail = DETAILS.get(case.reference.subject, "ein Teil meiner Nachweise offenbar nicht berücksichtigt worden")
    paragraphs = [
        f"hiermit lege ich gegen Ihren Bescheid vom {notice} form- und fristgerecht Widerspruch ein. Der Bescheid ist "
        "mir am darauffolgenden Mittwoch mit der Post zugegangen.",
        f"Zur Begründung trage ich vor: In der Angelegenheit {case.reference.subject} ist {detail}. Die Unterlagen "
        "hatte ich bereits im September persönlich in Ihrem Bürgerbüro abgegeben. Eine Eingangsbestätigung liegt mir "
        "vor und kann auf Wunsch nachgereicht werden.",
        "Ich beantrage, den Bescheid aufzuheben und über meinen Antrag neu zu entscheiden. Bis dahin bitte ich, die "
        "Vollziehung auszusetzen. Sollten noch weitere Angaben nötig sein, bin ich werktags nach 16 Uhr unter der oben "
        "genannten Nummer zu erreichen.",
        "Bitte bestätigen Sie mir den Eingang dieses Schreibens schriftlich.",
    ]
    heading = [f"Widerspruch gegen den Bescheid vom {notice}", f"Aktenzeichen {case.reference.key}"]
    sheet = citizen_letter(case, face, heading, paragraphs, dpi, stamped, block)
    return Document("widerspruch", [sheet], {"fileReference": case.reference.key})


def application(case: Case, face: str = "sans", dpi: int = 300, stamped: bool = True) -> Document:
    """Antrag, two pages: the letter and a page of reasons."""
    first = citizen_letter(
        case,
        face,
        [f"Antrag auf {NEEDS.get(case.reference.subject, case.reference.subject)}"],
        [
            f"hiermit beantrage ich die Weiterbewilligung der Leistung ab dem 1. Dezember 2026. Der bisherige Bescheid "
            f"läuft am 30. November 2026 aus. Unser Vorgang wird bei Ihnen unter dem Aktenzeichen {case.reference.key} "
            "geführt.",
            "An meinen Wohnverhältnissen hat sich seit dem letzten Jahr nichts geändert. Mein Einkommen ist wegen der "
            "verkürzten Arbeitszeit um etwa ein Zehntel gesunken; die Abrechnungen der letzten drei Monate füge ich "
            "bei.",
            "Die ausführliche Begründung und die Aufstellung meiner Ausgaben finden Sie auf der folgenden Seite.",
        ],
        dpi,
        stamped,
        block=True,
        attached=["3 Lohnabrechnungen", "1 Mietbescheinigung", "1 Kontoauszug"],
    )
    page_number(first, 1, 2, face)
    return Document("antrag", [first, reasons(case, face, dpi)], {"fileReference": case.reference.key})


NEEDS = {"Wohngeld": "Wohngeld (Mietzuschuss)", "Schulbegleitung": "Schulbegleitung im Schuljahr 2026/2027"}
EXPENSES = (
    ("Kaltmiete", "545,00"),
    ("Betriebskosten", "112,50"),
    ("Heizkosten", "86,00"),
    ("Strom", "61,30"),
    ("Fahrtkosten zur Arbeit", "49,00"),
    ("Haftpflichtversicherung", "7,85"),
)


def reasons(case: Case, face: str, dpi: int) -> Sheet:
    """The second page: reasons and a small table of expenses."""
    sheet, style = Sheet(dpi), Style(face, 11)
    sheet.text(
        LEFT, 24, f"{case.person.name}, Schreiben vom {numeric(case.date)}, Az. {case.reference.key}", Style(face, 9)
    )
    y = body(
        sheet,
        38,
        [
            "Begründung im Einzelnen",
            "Wir wohnen zu dritt in einer Wohnung mit 68 Quadratmetern. Die Wohnung liegt im zweiten Obergeschoss "
            "und wird mit Fernwärme geheizt. Seit dem Frühjahr betreue ich meine Mutter an zwei Tagen in der Woche "
            "und arbeite deshalb nur noch dreißig Stunden.",
            "Die monatlichen Ausgaben unseres Haushalts setzen sich so zusammen:",
        ],
        style,
    )
    for name, amount in EXPENSES:
        sheet.row(y, [(LEFT + 5, name, "l"), (120, amount + " Euro", "r")], style)
        sheet.line(LEFT + 5, y + 1.6, 120, y + 1.6, 0.1)
        y += 7
    sheet.row(y, [(LEFT + 5, "Summe", "l"), (120, "861,65 Euro", "r")], style.bold)
    y = body(
        sheet,
        y + 12,
        [
            "Größere Anschaffungen sind nicht geplant. Ersparnisse oberhalb der Freigrenze bestehen nicht. Ein "
            "Kraftfahrzeug ist auf mich nicht zugelassen.",
            "Ich versichere, dass meine Angaben vollständig und richtig sind. Änderungen teile ich unaufgefordert mit.",
        ],
        style,
    )
    signature(sheet, LEFT, y + 4, case.person.name + " 2")
    page_number(sheet, 2, 2, face)
    return sheet


def cancellation(case: Case, face: str = "mono", dpi: int = 300, stamped: bool = False) -> Document:
    """Kündigung"""
    paragraphs = [
        "hiermit kündige ich das Vertragsverhältnis über die Räume im Erdgeschoss der Außenstelle fristgerecht zum "
        "28. Februar 2027, hilfsweise zum nächstmöglichen Zeitpunkt.",
        "Die Schlüssel übergebe ich am letzten Werktag des Monats. Bitte nennen Sie mir rechtzeitig einen Termin für "
        "die gemeinsame Begehung und teilen Sie mir mit, wohin ich die Zählerstände melden soll.",
        "Ich bitte um eine schriftliche Bestätigung der Kündigung.",
    ]
    heading = ["Kündigung des Mietvertrages", f"Aktenzeichen {case.reference.key}"]
    sheet = citizen_letter(case, face, heading, paragraphs, dpi, stamped, block=False)
    return Document("kuendigung", [sheet], {"fileReference": case.reference.key})


def inquiry(case: Case, face: str = "deja", dpi: int = 300, stamped: bool = True) -> Document:
    """A plain letter that asks how the matter stands (Sachstandsanfrage)."""
    paragraphs = [
        f"vor acht Wochen habe ich Ihnen in der Sache {case.reference.subject} alle verlangten Unterlagen geschickt. "
        "Seither habe ich nichts mehr gehört.",
        "Ich wüsste gern, ob noch etwas fehlt und wann ich mit einer Antwort rechnen kann. Ein kurzer Anruf genügt.",
    ]
    sheet = citizen_letter(case, face, [f"Sachstandsanfrage zu {case.reference.key}"], paragraphs, dpi, stamped, True)
    return Document("schreiben", [sheet], {"fileReference": case.reference.key})


def notice(case: Case, dpi: int = 300) -> Document:
    """Bescheid, two pages, from our own office: it comes back as an enclosure or as a copy for the file."""
    first, style = Sheet(dpi), Style("sans", 10.5)
    letterhead_office(
        first,
        COUNTY[0],
        case.office,
        ["Kreisstraße 1", "00815 Musterfurt", "Telefon 030 23125-0", "www.musterland.example"],
    )
    addressed(first, list(COUNTY), case.person.address, style)
    reference_line(
        first,
        [
            ("Ihr Zeichen, Ihre Nachricht vom", numeric(case.earlier(20))),
            ("Unser Zeichen", case.reference.key),
            ("Telefon", "030 23125-417"),
            ("Datum", numeric(case.date)),
        ],
        style,
    )
    marks(first)
    y = subject(first, 112, [f"Bescheid über {case.reference.subject}"], style)
    salutation = f"Guten Tag {case.person.name},"
    body(first, y, [salutation, *DECISION], style)
    page_number(first, 1, 2)
    second = Sheet(dpi)
    second.text(LEFT, 22, f"Bescheid vom {numeric(case.date)}, Az. {case.reference.key}", Style("sans", 9))
    y = body(second, 36, REMEDY, style)
    second.text(LEFT, y, "Im Auftrag", style)
    signature(second, LEFT, y + 12, "Sachbearbeitung " + case.name)
    second.text(LEFT, y + 20, case.somebody().name, style)
    page_number(second, 2, 2)
    return Document("bescheid", [first, second], {"fileReference": case.reference.key})


DECISION = [
    "auf Ihren Antrag ergeht folgender Bescheid:",
    "1. Dem Antrag wird für die Zeit vom 1. Dezember 2026 bis zum 30. November 2027 entsprochen.",
    "2. Der monatliche Betrag wird auf 214,00 Euro festgesetzt und jeweils zum Ersten des Monats überwiesen.",
    "3. Diese Entscheidung ergeht kostenfrei.",
    "Gründe: Die Voraussetzungen liegen nach den vorgelegten Unterlagen vor. Das anrechenbare Einkommen unterschreitet "
    "die maßgebliche Grenze. Bei der Berechnung wurden die Angaben aus den Monaten Juli bis September zugrunde gelegt.",
    "Änderungen in Ihren persönlichen oder wirtschaftlichen Verhältnissen müssen Sie uns unverzüglich mitteilen.",
]
REMEDY = [
    "Die Berechnung im Einzelnen ergibt sich aus der Anlage, die Bestandteil dieses Bescheides ist.",
    "Rechtsbehelfsbelehrung: Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe schriftlich oder zur "
    "Niederschrift beim Landkreis Musterland, Kreisstraße 1, 00815 Musterfurt, ein Rechtsbehelf eingelegt werden.",
    "Für Rückfragen stehen wir Ihnen während der Öffnungszeiten gern zur Verfügung. Bitte geben Sie bei allen "
    "Zuschriften unser Zeichen an.",
]


def court_letter(case: Case, dpi: int = 300, stamped: bool = True) -> Document:
    """Court mail (Gerichtspost): the court's own sign, and ours as "Ihr Zeichen"."""
    sheet, style = Sheet(dpi), Style("serif", 11)
    sheet.text(LEFT, 20, "Verwaltungsgericht Musterstadt", Style("serif-bold", 17))
    sheet.text(LEFT, 26, "14. Kammer · Geschäftsstelle", Style("serif", 11))
    sheet.line(LEFT, 30, RIGHT, 30, 0.3)
    addressed(
        sheet,
        ["Verwaltungsgericht Musterstadt", "Am Gerichtsgarten 3", "00820 Musterstadt"],
        to_county("Rechtsamt"),
        style,
        "Gegen Empfangsbekenntnis",
    )
    court = f"{case.number(2, 20)} K {case.number(300, 2900)}/{case.pick((25, 26))}"
    information_block(
        sheet,
        [
            ("Geschäftszeichen:", court),
            ("Ihr Zeichen:", case.reference.key),
            ("Durchwahl:", "030 23125-622"),
            ("Datum:", numeric(case.date)),
        ],
        style,
    )
    y = subject(sheet, 106, ["In der Verwaltungsstreitsache", f"{case.person.name} ./. Landkreis Musterland"], style)
    y = body(
        sheet,
        y,
        [
            "Sehr geehrte Damen und Herren,",
            "anliegende Klageschrift wird Ihnen hiermit zugestellt. Sie werden aufgefordert, binnen vier Wochen nach "
            "Zugang zur Klage Stellung zu nehmen und die vollständigen Verwaltungsvorgänge im Original, geheftet und "
            "mit Seitenzahlen versehen, vorzulegen.",
            "Nach § 87b der Verwaltungsgerichtsordnung kann das Gericht Erklärungen, die nach Ablauf der gesetzten "
            "Frist eingehen, zurückweisen und ohne weitere Ermittlungen entscheiden.",
            "Es wird angefragt, ob mit einer Entscheidung durch den Berichterstatter anstelle der Kammer und ohne "
            "mündliche Verhandlung Einverständnis besteht.",
            "Auf richterliche Anordnung",
        ],
        style,
    )
    signature(sheet, LEFT, y + 2, "Gericht " + case.name)
    sheet.text(LEFT, y + 10, case.somebody().name, style)
    sheet.text(LEFT, y + 15, "Urkundsbeamtin der Geschäftsstelle", style)
    footer(
        sheet,
        [
            ["Am Gerichtsgarten 3", "00820 Musterstadt"],
            ["Telefon 030 23125-600", "Telefax 030 23125-699"],
            ["Sprechzeiten: 9 bis 12 Uhr"],
        ],
    )
    if stamped:
        stamp(sheet, 126, 72, "17. Nov. 2026", "Rechtsamt", -3)
    return Document("gerichtspost", [sheet], {"fileReference": case.reference.key, "courtReference": court})
