"""What people write, style a. Words of one kind stand in letters of another, as they do in life."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Ways to say one thing; a letter takes one subject, one opening, some of the body and one ending."""

    subjects: tuple[tuple[str, ...], ...]
    openings: tuple[str, ...]
    body: tuple[str, ...]
    endings: tuple[str, ...]


CIRCUMSTANCES = (
    "Wir wohnen zu viert in einer Wohnung mit 74 Quadratmetern. Mein Mann arbeitet seit dem Frühjahr nur noch halbtags, "
    "weil er unsere Tochter zur Therapie begleitet.",
    "Die Miete beträgt seit {earlier} monatlich {amount} Euro warm. Die Abrechnung der Stadtwerke habe ich wie immer "
    "pünktlich bezahlt; die Rechnung liegt in Kopie bei.",
    "Von meiner Rente bleiben mir nach Abzug der Krankenkasse und der Zuzahlungen kaum {amount} Euro. Rücklagen habe ich "
    "keine, das Sparbuch ist schon vor zwei Jahren aufgelöst worden.",
    "Am {earlier} war ich deswegen bei Ihnen im Bürgerbüro. Die Mitarbeiterin am Schalter hat sich alles notiert und mir "
    "gesagt, ich solle noch einmal schreiben.",
    "Meine Schwester {name} hilft mir beim Ausfüllen der Formulare. Sie dürfen sie gern anrufen, wenn etwas unklar ist.",
    "Seit dem Sommer bin ich in Behandlung und kann nur mit Mühe Treppen steigen. Der Hausarzt hat mir das schon einmal "
    "bescheinigt.",
    "Mein früherer Antrag war im Jahr 2024 abgelehnt worden; damals waren die Verhältnisse noch andere.",
    "Der Vermieter hat uns im letzten Winter mit einer Kündigung gedroht, sie dann aber nicht ausgesprochen.",
    "Ich weiß, dass bei Ihnen viel zu tun ist, und danke schon jetzt für Ihre Mühe.",
)
LEGAL = (
    "Die angegriffene Entscheidung leidet an einem Ermessensausfall. Die Behörde hat den Sachverhalt nur unvollständig "
    "ermittelt und ist von unzutreffenden Tatsachen ausgegangen.",
    "Nach § 24 Abs. 1 VwVfG ermittelt die Behörde den Sachverhalt von Amts wegen. Dies ist hier unterblieben, obwohl unsere "
    "Mandantschaft mit Schreiben vom {earlier} auf die maßgeblichen Umstände hingewiesen hatte.",
    "Soweit die Begründung auf ein Schreiben vom {earlier} Bezug nimmt, liegt dieses unserer Mandantschaft nicht vor. Um "
    "Übersendung einer Ablichtung wird gebeten.",
    "Der Grundsatz der Verhältnismäßigkeit gebietet es, zunächst das mildere Mittel zu wählen. Ein solches stand zur "
    "Verfügung und ist von unserer Mandantschaft ausdrücklich angeboten worden.",
    "Die Rechtsprechung des Oberverwaltungsgerichts, Beschluss vom {earlier} - 3 B 118/24 -, steht dem nicht entgegen. Dort "
    "lag ein anderer Sachverhalt zugrunde.",
    "Vorsorglich weisen wir darauf hin, dass eine Vollziehung vor Abschluss des Verfahrens nicht in Betracht kommt.",
)
OFFICIAL = (
    "Die Zuständigkeit ergibt sich aus der Zuständigkeitsverordnung. Eine Abschrift dieses Schreibens erhält die betroffene "
    "Person zur Kenntnis.",
    "Nach den hier vorliegenden Unterlagen ist der Sachverhalt seit {earlier} bekannt. Weitere Ermittlungen wurden von hier "
    "aus nicht angestellt.",
    "Ich bitte, den Eingang zu bestätigen und mich über den weiteren Fortgang zu unterrichten. Eine Antwort bis zum {future} "
    "wäre hilfreich.",
    "Die Kosten des Verfahrens werden gesondert festgesetzt. Eine Rechnung geht Ihnen hierüber nicht zu.",
    "Gegen die Übermittlung der Daten bestehen keine Bedenken; die Voraussetzungen des § 67d SGB X liegen vor.",
    "Die Akten umfassen zwei Bände und werden mit gesonderter Post übersandt. Um Rückgabe nach Gebrauch wird gebeten.",
)

WORDS = {
    "widerspruch": Words(
        (
            ("Widerspruch gegen Ihren Bescheid vom {notice}",),
            ("Widerspruch", "{subject}, Bescheid vom {notice}"),
            ("Ihr Bescheid vom {notice}: Widerspruch",),
        ),
        (
            "hiermit lege ich gegen Ihren Bescheid vom {notice}, zugestellt am {earlier}, Widerspruch ein.",
            "gegen den oben genannten Bescheid lege ich fristgerecht Widerspruch ein.",
            "mit dem Bescheid vom {notice} bin ich nicht einverstanden und lege dagegen Widerspruch ein.",
        ),
        (
            "Sie haben in der Sache {subject} die Nachweise nicht berücksichtigt, die ich am {earlier} abgegeben habe.",
            "Die Berechnung stimmt nicht. Sie gehen von {amount} Euro aus, tatsächlich sind es deutlich weniger.",
            "Die Frist war viel zu kurz. Das Schreiben habe ich erst nach meinem Krankenhausaufenthalt gelesen.",
            *CIRCUMSTANCES,
        ),
        (
            "Ich bitte Sie, den Bescheid aufzuheben und neu zu entscheiden. Eine ausführliche Begründung reiche ich nach.",
            "Bitte bestätigen Sie mir den Eingang des Widerspruchs schriftlich.",
        ),
    ),
    "widerspruch-anwalt": Words(
        (
            ("Widerspruchsverfahren {name} ./. Landkreis Musterland", "Bescheid vom {notice}"),
            ("{name} wegen {subject}", "hier: Widerspruch"),
        ),
        (
            "in vorbezeichneter Angelegenheit zeigen wir an, dass uns {name} mit der Wahrnehmung der Interessen beauftragt hat. "
            "Ordnungsgemäße Bevollmächtigung wird anwaltlich versichert. Namens und in Vollmacht legen wir gegen den Bescheid "
            "vom {notice} Widerspruch ein.",
            "namens und im Auftrag unserer Mandantschaft wird gegen den Bescheid vom {notice} Widerspruch eingelegt. Eine auf "
            "uns lautende Vollmacht ist beigefügt.",
        ),
        LEGAL,
        (
            "Es wird beantragt, den angefochtenen Bescheid aufzuheben, hilfsweise über den Antrag unter Beachtung der "
            "Rechtsauffassung der Widerspruchsführerin neu zu entscheiden.",
            "Einer Abhilfeentscheidung sehen wir bis zum {future} entgegen.",
        ),
    ),
    "antrag": Words(
        (
            ("Antrag auf {subject}",),
            ("Weiterbewilligung {subject}", "Antrag"),
            ("Folgeantrag {subject} ab {future}",),
        ),
        (
            "hiermit beantrage ich {subject} ab dem nächsten Monat. Die nötigen Unterlagen lege ich bei.",
            "der Bewilligungszeitraum endet am {future}. Deshalb stelle ich den Antrag auf Weiterbewilligung.",
            "ich stelle hiermit einen Antrag auf {subject} und bitte um baldige Bearbeitung.",
        ),
        CIRCUMSTANCES,
        (
            "Ich versichere, dass alle Angaben stimmen. Änderungen teile ich Ihnen sofort mit.",
            "Sollten Vordrucke auszufüllen sein, schicken Sie mir diese bitte zu.",
        ),
    ),
    "bauantrag": Words(
        (
            ("Bauantrag: Errichtung eines Einfamilienhauses", "Gemarkung Oberprobe, Flur 3, Flurstück {number}"),
            ("Bauantrag für {subject}", "Grundstück {street}"),
        ),
        (
            "für das oben genannte Vorhaben reichen wir die Bauvorlagen in dreifacher Ausfertigung ein und beantragen die "
            "Baugenehmigung.",
            "im Namen der Bauherrschaft {name} überreiche ich den Bauantrag mit allen Bauvorlagen.",
        ),
        (
            "Das Vorhaben liegt im Geltungsbereich des Bebauungsplans Nr. 14. Die Festsetzungen werden eingehalten; die "
            "Grundflächenzahl beträgt 0,32.",
            "Die Abstandsflächen liegen auf dem Baugrundstück. Der Lageplan des Vermessers vom {earlier} ist beigefügt.",
            "Die Erschließung ist gesichert. Die Zustimmung der Nachbarn liegt vor, mit einem Widerspruch ist nicht zu rechnen.",
            "Die Gebühren bitte ich der Bauherrschaft in Rechnung zu stellen.",
            "Der Standsicherheitsnachweis wird vor Baubeginn nachgereicht. Das Brandschutzkonzept umfasst zwei Seiten.",
        ),
        ("Für Rückfragen stehe ich gern zur Verfügung.", "Wir bitten um eine Eingangsbestätigung."),
    ),
    "kuendigung": Words(
        (("Kündigung des Mietvertrages vom {earlier}",), ("Kündigung", "Wartungsvertrag Nr. {number}")),
        (
            "hiermit kündige ich den Vertrag fristgerecht zum {future}, hilfsweise zum nächstmöglichen Zeitpunkt.",
            "wir kündigen das Vertragsverhältnis ordentlich zum {future}.",
        ),
        (
            "Bitte nennen Sie uns einen Termin für die Übergabe der Räume und der Schlüssel.",
            "Die letzte Rechnung ist beglichen; ein Guthaben bitten wir zu überweisen.",
            "Einer Verlängerung oder einem Antrag auf Fortsetzung widersprechen wir schon jetzt.",
            "Einzugsermächtigungen widerrufen wir zum gleichen Tag.",
        ),
        ("Bitte bestätigen Sie uns die Kündigung schriftlich.",),
    ),
    "schreiben": Words(
        (
            ("Sachstandsanfrage {subject}",),
            ("Mein Antrag vom {earlier}: Sachstandsanfrage",),
            ("Anfrage zum Stand der Bearbeitung",),
        ),
        (
            "vor einigen Wochen habe ich Ihnen alle Unterlagen geschickt und seither nichts mehr gehört.",
            "ich möchte mich nach dem Stand der Bearbeitung erkundigen. Mein letztes Schreiben ist vom {earlier}.",
        ),
        (
            "Ein Bescheid ist bisher nicht gekommen. Ohne ihn kann ich beim Vermieter nichts vorlegen.",
            "Sollte noch etwas fehlen, rufen Sie mich bitte an.",
            "Telefonisch war leider niemand zu erreichen, auch nicht über die Zentrale.",
            *CIRCUMSTANCES[3:],
        ),
        ("Für eine kurze Nachricht wäre ich dankbar.", "Bitte teilen Sie mir mit, wann ich mit einer Antwort rechnen kann."),
    ),
    "vollmacht": Words(
        (("Vollmacht",), ("Vollmacht in der Sache {subject}",)),
        (
            "hiermit bevollmächtige ich {name}, mich gegenüber dem Landkreis Musterland zu vertreten.",
            "ich erteile {name} Vollmacht, in meinem Namen Erklärungen abzugeben und entgegenzunehmen.",
        ),
        (
            "Die Vollmacht umfasst die Stellung von Anträgen, die Einlegung von Rechtsbehelfen wie Widerspruch und Klage sowie "
            "die Einsicht in die Akten.",
            "Sie gilt bis auf Widerruf, längstens bis zum {future}, und auch über den Tod hinaus.",
            "Bescheide bitte ich nur noch an die bevollmächtigte Person zu senden.",
        ),
        ("Diese Vollmacht kann ich jederzeit widerrufen.",),
    ),
    "bewerbung": Words(
        (
            ("Bewerbung als Sachbearbeiterin im Sozialamt",),
            ("Bewerbung um die Stelle in der Kfz-Zulassung", "Kennziffer {number}"),
        ),
        (
            "mit großem Interesse habe ich Ihre Ausschreibung gelesen und bewerbe mich um die Stelle.",
            "hiermit bewerbe ich mich auf die von Ihnen ausgeschriebene Stelle in Vollzeit.",
        ),
        (
            "Nach meiner Ausbildung zur Verwaltungsfachangestellten habe ich sechs Jahre in einem Bauamt gearbeitet und dort "
            "Bescheide über Gebühren erlassen und Widersprüche bearbeitet.",
            "Derzeit bin ich bei einem Versicherer beschäftigt, meine Kündigungsfrist beträgt drei Monate zum Quartalsende.",
            "Zu meinen Stärken zählen Sorgfalt, Freude am Umgang mit Menschen und ein Blick für Zahlen.",
            "Mit den üblichen Programmen und der elektronischen Akte bin ich vertraut.",
        ),
        ("Über eine Einladung zu einem Gespräch freue ich mich.",),
    ),
    "auskunftsersuchen": Words(
        (("Auskunft nach Art. 15 DSGVO",), ("Antrag auf Informationszugang nach dem IFG",), ("Auskunftsersuchen",)),
        (
            "ich bitte um Auskunft, welche Daten Sie über mich gespeichert haben, woher sie stammen und an wen sie weitergegeben "
            "wurden.",
            "ich beantrage Zugang zu den amtlichen Informationen über die Vergabe der Reinigungsleistungen im Kreishaus.",
        ),
        (
            "Bitte senden Sie mir auch eine Kopie der Daten, wie es Artikel 15 Absatz 3 der Verordnung vorsieht.",
            "Die Frist beträgt einen Monat. Sollten Sie die Auskunft ablehnen, bitte ich um einen begründeten Bescheid.",
            "Sollten Gebühren über 20 Euro anfallen, bitte ich vorab um Nachricht, bevor Sie eine Rechnung stellen.",
        ),
        ("Ich erwarte Ihre Antwort bis zum {future}.",),
    ),
    "einspruch": Words(
        (("Einspruch gegen den Bußgeldbescheid vom {notice}",), ("Einspruch", "Bußgeldbescheid vom {notice}")),
        (
            "gegen den Bußgeldbescheid vom {notice} lege ich hiermit Einspruch ein.",
            "ich erhebe Einspruch gegen den Bußgeldbescheid, der mir am {earlier} zugestellt wurde.",
        ),
        (
            "Zur angegebenen Zeit stand mein Wagen mit dem Kennzeichen {plate} in der Werkstatt; die Rechnung vom selben Tag lege "
            "ich bei.",
            "Auf dem Foto ist nicht zu erkennen, wer gefahren ist. Ich bitte um Einsicht in die Messunterlagen.",
            "Das Schild war durch Äste verdeckt, wie mein Foto zeigt.",
            "Den Anhörungsbogen hatte ich rechtzeitig zurückgeschickt.",
        ),
        ("Ich bitte, das Verfahren einzustellen.",),
    ),
    "bescheinigung": Words(
        (("Bescheinigung", "zur Vorlage beim Landkreis Musterland"), ("Verdienstbescheinigung",)),
        (
            "hiermit wird bescheinigt, dass {name}, wohnhaft {street}, seit {earlier} bei uns beschäftigt ist.",
            "wir bescheinigen, dass {name} im laufenden Schuljahr unsere Einrichtung besucht.",
        ),
        (
            "Das Bruttoentgelt beträgt monatlich {amount} Euro. Das Beschäftigungsverhältnis ist ungekündigt.",
            "Diese Bescheinigung wird auf Antrag ausgestellt und ist ohne Siegel gültig.",
        ),
        ("Die Bescheinigung dient der Vorlage im Verfahren {subject}.",),
    ),
    "attest": Words(
        (("Ärztliches Attest",), ("Fachärztliches Attest für {name}",)),
        (
            "{name} befindet sich seit {earlier} in meiner fachärztlichen Behandlung.",
            "aus ärztlicher Sicht bestätige ich für {name} die folgenden Umstände:",
        ),
        (
            "Es besteht eine erhebliche Einschränkung der Gehfähigkeit. Eine Besserung ist vor dem {future} nicht zu erwarten.",
            "Eine Begleitperson ist bei Terminen außer Haus notwendig. Die Teilnahme am Schulsport ist nicht möglich.",
            "Dieses Attest wird auf Wunsch zur Vorlage beim Amt ausgestellt. Die Kosten trägt der Patient; Rechnung folgt.",
        ),
        ("Weitere Auskünfte nur mit Entbindung von der Schweigepflicht.",),
    ),
    "bescheid": Words(
        (("Bescheid über {subject}",), ("Bewilligungsbescheid", "Zuweisung {number}"), ("Gebührenbescheid Nr. {number}",)),
        (
            "auf Ihren Antrag vom {earlier} ergeht folgender Bescheid:",
            "hiermit wird Ihnen die beantragte Zuweisung bewilligt.",
        ),
        (
            "1. Die Leistung wird vom {earlier} bis zum {future} in Höhe von {amount} Euro bewilligt.",
            "2. Der Betrag ist zweckgebunden zu verwenden. Über die Verwendung ist ein Nachweis vorzulegen.",
            "3. Dieser Bescheid ergeht kostenfrei.",
            "Gründe: Die Voraussetzungen liegen nach den vorgelegten Unterlagen vor.",
            *OFFICIAL[:2],
        ),
        (
            "Rechtsbehelfsbelehrung: Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch erhoben "
            "werden.",
        ),
    ),
    "amtshilfe": Words(
        (("Abgabe eines Vorgangs", "{subject}"), ("Anfrage im Wege der Amtshilfe",), ("Rückfrage zu {subject}",)),
        (
            "zuständigkeitshalber übersende ich den Vorgang {name} mit der Bitte um weitere Bearbeitung.",
            "in der oben genannten Angelegenheit bitte ich um Mitteilung, ob dort Erkenntnisse vorliegen.",
        ),
        OFFICIAL,
        ("Für Ihre Unterstützung danke ich im Voraus.",),
    ),
    "irrlaeufer": Words(
        (("Ihre Anmeldung zur Hundesteuer",), ("Betriebsprüfung, Steuernummer 079/{number}",), ("Ihr Rentenkonto",)),
        (
            "Sie haben uns mitgeteilt, dass Sie umgezogen sind. Bitte füllen Sie das beiliegende Blatt aus.",
            "zu Ihrer Anfrage teilen wir mit, dass die Unterlagen noch nicht vollständig sind.",
        ),
        ("Bitte geben Sie bei allen Zuschriften die Nummer {number} an.", *OFFICIAL[1:3]),
        ("Dieses Schreiben wurde maschinell erstellt und ist ohne Unterschrift gültig.",),
    ),
    "ratsanfrage": Words(
        (("Anfrage an den Landrat", "nach § 12 der Geschäftsordnung des Kreistages"), ("Anfrage der Fraktion zur Sitzung",)),
        (
            "die Fraktion bittet um Beantwortung der folgenden Fragen in der nächsten Sitzung des Kreistages:",
            "für die Sitzung am {future} stellt unsere Fraktion folgende Anfrage:",
        ),
        (
            "1. Wie viele Anträge auf Wohngeld sind seit {earlier} eingegangen, und wie lange dauert die Bearbeitung?",
            "2. Wie viele Widersprüche wurden eingelegt, und mit welchem Ergebnis?",
            "3. Welche Kosten sind für Gutachten entstanden, und welche Rechnungen sind noch offen?",
            "4. Was unternimmt die Verwaltung, um den Zustand der Kreisstraßen zu verbessern?",
            "Begründung: Bürgerinnen und Bürger haben sich mit der Bitte um Klärung an uns gewandt.",
        ),
        ("Um schriftliche Beantwortung wird gebeten.",),
    ),
    "ladung": Words(
        (
            ("In der Verwaltungsstreitsache", "{name} ./. Landkreis Musterland", "Ladung"),
            ("In dem Rechtsstreit", "{name} gegen Landkreis Musterland"),
        ),
        (
            "Sie werden zum Termin zur mündlichen Verhandlung am {future}, 10:30 Uhr, Saal 2, geladen.",
            "anliegende Klageschrift wird Ihnen zugestellt. Zur Klage ist binnen vier Wochen Stellung zu nehmen.",
        ),
        (
            "Die Verwaltungsvorgänge sind vollständig vorzulegen, darunter der Bescheid vom {notice} und der Widerspruchsbescheid "
            "vom {earlier}.",
            "Bei Ausbleiben kann ohne Sie verhandelt und entschieden werden.",
            "Es wird angefragt, ob Einverständnis mit einer Entscheidung ohne mündliche Verhandlung besteht.",
        ),
        ("Auf richterliche Anordnung",),
    ),
    "beschluss": Words(
        (("Beschluss", "In der Verwaltungsstreitsache {name} ./. Landkreis Musterland"), ("Urteil", "Im Namen des Volkes")),
        (
            "hat das Gericht auf die Beratung vom {earlier} durch die Richterin am Verwaltungsgericht {name} entschieden:",
            "in der oben genannten Sache wird das Verfahren eingestellt, nachdem die Beteiligten es für erledigt erklärt haben.",
        ),
        (
            "Die Kosten des Verfahrens werden gegeneinander aufgehoben. Der Streitwert wird auf {amount} Euro festgesetzt.",
            "Tatbestand: Der Kläger wendet sich gegen einen Bescheid des Beklagten vom {notice}. Sein Widerspruch blieb ohne "
            "Erfolg.",
            "Entscheidungsgründe: Die Klage ist zulässig, aber nicht begründet. Der Antrag war verspätet.",
            "Die Berufung wird nicht zugelassen. Das Urteil ist wegen der Kosten vorläufig vollstreckbar.",
            *LEGAL[:1],
        ),
        ("Rechtsmittelbelehrung: Gegen diese Entscheidung steht den Beteiligten die Beschwerde zu.",),
    ),
    "rechnung": Words(
        (("Rechnung {invoice}",), ("Rechnung",)),
        ("wir liefern Ihnen wie bestellt und berechnen:", "für unsere Leistungen erlauben wir uns zu berechnen:"),
        (
            "Ihrem Widerspruch gegen unsere frühere Rechnung haben wir abgeholfen; der Betrag ist bereits abgezogen.",
            "Bei verspäteter Zahlung müssen wir eine Mahnung mit Gebühren senden.",
            "Eine Kündigung des Vertrages ist zum Jahresende möglich.",
        ),
        ("Bitte überweisen Sie den Betrag bis zum {future}.",),
    ),
    "mahnung": Words(
        (("Mahnung",), ("2. Mahnung", "Unsere Rechnung {invoice}"), ("Zahlungserinnerung",)),
        (
            "unsere Rechnung {invoice} vom {earlier} ist bis heute nicht ausgeglichen.",
            "sicher ist es Ihrer Aufmerksamkeit entgangen, dass unsere Rechnung noch offen ist.",
        ),
        ("Haben Sie inzwischen gezahlt, ist dieses Schreiben gegenstandslos.",),
        ("Bitte zahlen Sie bis zum {future}, sonst geben wir die Sache an unsere Anwälte.",),
    ),
}

COURTS = (
    ["Verwaltungsgericht Musterstadt", "Am Gerichtsgarten 3", "00820 Musterstadt", "14. Kammer · Geschäftsstelle"],
    ["Sozialgericht Musterstadt", "Lindenplatz 1", "00820 Musterstadt", "5. Kammer"],
    ["Amtsgericht Beispielhausen", "Marktplatz 7", "00816 Beispielhausen", "Abteilung für Bußgeldsachen"],
)
OFFICES = (
    ["Gemeinde Oberprobe", "Rathausgasse 2", "00817 Oberprobe", "Der Bürgermeister"],
    ["Landesamt für Soziales", "Behördenallee 40", "00820 Musterstadt", "Dezernat 2"],
    ["Jobcenter Musterland", "Bahnhofstraße 11", "00815 Musterfurt", "Leistungsabteilung"],
)
STRANGERS = (
    ["Finanzamt Musterstadt", "Steuerweg 9", "00820 Musterstadt", "Veranlagung"],
    ["Rentenversicherung Probe", "Allee 5", "00820 Musterstadt", "Kundendienst"],
)
LAWYERS = (
    ["Rechtsanwälte Distelfink & Partner", "Kanzleistraße 4", "00820 Musterstadt", "Telefon 030 23125-210"],
    ["Kanzlei Heckenreiter", "Domplatz 12", "00816 Beispielhausen", "Telefon 030 23125-260"],
)
PARTIES = (["Fraktion Freie Wähler Musterland", "Kreisstraße 1", "00815 Musterfurt", "Im Kreistag"],)
PRACTICES = (["Praxis Dr. Löffelkraut", "Lindenallee 8", "00815 Musterfurt", "Orthopädie"],)
ENCLOSURES = ("Kopie des Bescheides", "3 Lohnabrechnungen", "Kontoauszug", "Foto", "Vollmacht", "Mietvertrag in Kopie")
BILLS = ({
    "number": "Rechnungsnummer:", "date": "Rechnungsdatum:", "order": "Bestellnummer:", "net": "Nettobetrag",
    "tax": "zzgl. 19 % USt.", "gross": "Rechnungsbetrag", "bank": "Bankverbindung: Musterbank, IBAN {iban}",
    "vat": "USt-IdNr. {vat}", "open": "Gesamtbetrag", "numbering": "RE-2026-{0:05}",
},)  # fmt: skip
