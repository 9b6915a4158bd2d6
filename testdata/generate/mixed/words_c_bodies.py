"""What lawyers, courts, other authorities and council groups write, style c, and what is sent to others by mistake."""

from .words_a import Words

LEGAL = (
    "Der Bescheid ist schon deshalb aufzuheben, weil er nicht erkennen lässt, auf welche Norm er gestützt wird. Die "
    "bloße Wiedergabe des Gesetzeswortlauts ersetzt keine Begründung im Sinne des § 39 VwVfG.",
    "Eine Anhörung nach § 28 VwVfG fand nicht statt. Dass sie im laufenden Verfahren nachgeholt werden könnte, ändert "
    "an der Fehlerhaftigkeit im Zeitpunkt des Erlasses nichts.",
    "In tatsächlicher Hinsicht ist vorzutragen: Am {earlier} sprach die Partei bei der Behörde vor und übergab "
    "sämtliche Nachweise. Beweis: Zeugnis {name}, zu laden über den Unterzeichner.",
    "Das Bundessozialgericht hat mehrfach ausgesprochen, dass Zweifel an der Bedürftigkeit nicht ohne konkrete "
    "Anhaltspunkte zu Lasten der Antragstellenden gehen dürfen.",
    "Die Gegenansicht, die vereinzelt in der Literatur vertreten wird, überzeugt nicht. Sie übersieht, dass der "
    "Gesetzgeber mit der Novelle gerade eine Erleichterung bezweckt hat.",
    "Ein öffentliches Interesse, das die aufschiebende Wirkung zurücktreten ließe, ist weder dargetan noch "
    "ersichtlich.",
    "Hinsichtlich der Höhe ist anzumerken, dass die Rechnung auf Blatt 41 der Akte doppelt berücksichtigt wurde. "
    "Richtig wären {amount} Euro.",
    "Auf die Kündigung des Arbeitsverhältnisses und das hierüber anhängige Verfahren kommt es für die Entscheidung "
    "nicht an.",
    "Im Wege der Güte wäre man bereit, die Angelegenheit durch Vergleich beizulegen; ein Entwurf ging am {earlier} zu.",
    "Das vorgelegte Attest ist eindeutig. Soweit die Gegenseite ein amtsärztliches Gutachten für nötig hält, mag sie "
    "es einholen.",
)

COURTLY = (
    "Behörden haben Schriftsätze und Akten elektronisch einzureichen (§ 55d VwGO). Das Gericht bittet um eine "
    "durchsuchbare Datei mit fortlaufender Seitenzählung.",
    "Die Klägerseite trägt im Wesentlichen vor, ihr sei vor Erlass des Bescheides keine Gelegenheit zur Äußerung "
    "gegeben worden.",
    "Der Beklagte ist dem entgegengetreten. Er hält den Antrag für verspätet und verweist auf seinen "
    "Widerspruchsbescheid.",
    "Die Beteiligten werden auf die Möglichkeit hingewiesen, den Rechtsstreit durch eine Mediation beim Gericht zu "
    "beenden.",
    "Wegen der weiteren Einzelheiten wird auf die Gerichtsakte und die beigezogenen Vorgänge Bezug genommen.",
    "Fristverlängerung kann nur gewährt werden, wenn erhebliche Gründe glaubhaft gemacht sind.",
    "Zustellungen erfolgen künftig an die Bevollmächtigten; deren Vollmacht liegt seit {earlier} vor.",
    "Reisekosten der Behördenvertreter sind nicht erstattungsfähig, eine Rechnung hierüber wäre gegenstandslos.",
)

OFFICIAL = (
    "Die hiesigen Akten wurden mit Datum vom {earlier} geschlossen. Sie können für die Dauer von vier Wochen übersandt "
    "werden.",
    "Sollte von dort bis {future} keine Äußerung eingehen, wird angenommen, dass keine Bedenken bestehen.",
    "Die betroffene Person wurde über die Weitergabe ihrer Daten unterrichtet; ein Widerspruch hiergegen ist nicht "
    "eingegangen.",
    "Mit Erlass vom {earlier} wurde das Verfahren landesweit vereinheitlicht. Auf die dortige Anlage 3 wird "
    "hingewiesen.",
    "Nachrichtlich erhält auch die Kommunalaufsicht eine Mehrfertigung dieses Schreibens.",
    "Einen Bescheid habe ich bislang nicht erlassen. Zunächst ist zu klären, welche Stelle örtlich zuständig ist.",
    "Die verauslagten Kosten von {amount} Euro bitte ich zu erstatten, eine Rechnung folgt auf dem Dienstweg.",
    "Soweit sich aus Ihrem Datenbestand eine andere Anschrift ergibt, wäre ich für einen Hinweis dankbar.",
    "Wegen der Personallage verzögert sich hier derzeit manches. Dafür bitte ich um Nachsicht.",
)

BODIES = {
    "widerspruch-anwalt": Words(
        (
            ("Mandat {name}", "Widerspruch gegen den Bescheid vom {notice}"),
            ("{name} ./. Landkreis Musterland wegen {subject}", "Widerspruchsschrift"),
            ("Rechtsbehelf in der Sache {name}",),
            ("Unser Mandant: {name}", "Ihr Bescheid vom {notice}"),
        ),
        (
            "in obiger Sache vertreten wir {name}. Gegen den dortigen Bescheid vom {notice} erheben wir für unsere "
            "Partei Widerspruch und reichen eine Vollmacht zu den Akten.",
            "ausweislich anliegender Vollmacht vertrete ich die rechtlichen Belange von {name}. Auftragsgemäß wird "
            "hiermit Widerspruch gegen den Verwaltungsakt vom {notice} erhoben.",
            "hiermit zeige ich die Vertretung von {name} an. Der Bescheid vom {notice} wird angefochten; ich lege für "
            "meine Mandantschaft Widerspruch ein.",
            "für {name}, ausweislich Vollmacht von uns vertreten, wird der Ablehnung vom {notice} widersprochen.",
            "wir bestellen uns zu Verfahrensbevollmächtigten. Gegen den am {earlier} zugestellten Bescheid richtet "
            "sich der Widerspruch, den wir namens des Mandanten hiermit einlegen.",
        ),
        LEGAL,
        (
            "Wir beantragen, die Hinzuziehung eines Bevollmächtigten für notwendig zu erklären und die Kosten dem "
            "Landkreis aufzuerlegen.",
            "Eine weitere Begründung bleibt nach gewährter Akteneinsicht ausdrücklich vorbehalten.",
            "Wird dem Widerspruch bis {future} nicht abgeholfen, so ist Klage geboten.",
        ),
    ),
    "bescheid": Words(
        (
            ("Festsetzung der Abwasserabgabe", "B E S C H E I D"),
            ("Bescheid", "Erstattung nach dem SGB XII, Fall {name}"),
            ("Zweiter Änderungsbescheid",),
            ("Leistungsbescheid Nr. {number}",),
            ("Erlaubnisbescheid",),
        ),
        (
            "über Ihren Antrag habe ich entschieden. Es ergeht dieser Bescheid:",
            "aufgrund des mir vorliegenden Sachverhalts erlasse ich gegen den Landkreis den nachstehenden Bescheid.",
            "auf der Grundlage der Satzung wird der von Ihnen geschuldete Betrag mit diesem Bescheid festgesetzt.",
            "mit diesem Bescheid wird Ihnen die begehrte Leistung in folgendem Umfang zuerkannt.",
            "nach Abschluss der Prüfung wird wie folgt verfügt und beschieden:",
        ),
        (
            "I. Der Betrag beläuft sich auf {amount} Euro und ist bis {future} an die Landeskasse zu entrichten.",
            "II. Die Bewilligung steht unter dem Vorbehalt des Widerrufs.",
            "III. Bei verspäteter Zahlung entstehen Säumniszuschläge, eine Mahnung erfolgt nicht.",
            "Zur Begründung: Der Antrag ging am {earlier} ein, die Anhörung ist unterblieben, weil Ihrem Begehren "
            "entsprochen wird.",
            "Maßgeblich war die Einwohnerzahl zum Stichtag. Die Berechnung ist beigefügt.",
            *OFFICIAL[3:5],
        ),
        (
            "Ihre Rechte: Sie können diesen Bescheid binnen eines Monats beim Verwaltungsgericht mit der Klage "
            "anfechten.",
            "Rechtsmittel: Der Widerspruch ist bei der oben genannten Behörde einzulegen; er hat keine aufschiebende "
            "Wirkung.",
            "Gegen den Bescheid ist innerhalb eines Monats nach Zustellung der Widerspruch zulässig.",
        ),
    ),
    "amtshilfe": Words(
        (
            ("Bitte um Übersendung der Akte", "{name}"),
            ("{subject}: Umzug in Ihren Bereich",),
            ("Beteiligung als Träger öffentlicher Belange",),
            ("Meldung nach § 4 der Verordnung", "{name}"),
            ("Ihr Schreiben vom {earlier}",),
            ("Weiterleitung eines hier eingegangenen Schreibens",),
        ),
        (
            "{name} ist am {earlier} von hier nach Musterfurt verzogen. Ich bitte, den Vorgang zu übernehmen.",
            "bitte überlassen Sie mir zur Prüfung eines Kostenersatzes vorübergehend Ihre Akte.",
            "zu Ihrer Anfrage nehme ich aus fachlicher Sicht wie folgt Stellung.",
            "bei mir ist ein Schriftstück eingegangen, das offenbar für Ihr Haus bestimmt ist. Ich reiche es weiter.",
            "damit ich hier weiterarbeiten kann, bin ich auf Ihre Mithilfe angewiesen.",
        ),
        OFFICIAL,
        (
            "Für Fragen erreichen Sie mich vormittags unter der angegebenen Durchwahl.",
            "Ich danke für die kollegiale Zusammenarbeit.",
            "Im Voraus vielen Dank für Ihre Bemühungen.",
        ),
    ),
    "irrlaeufer": Words(
        (
            ("Ihr Beitrag ab Januar",),
            ("Unsere neuen Geschäftsbedingungen",),
            ("Ihre Nachricht an uns", "Vorgang {number}"),
            ("Ihr Anschluss in der {street}",),
            ("Willkommen im Bonusprogramm",),
        ),
        (
            "wir haben gute Nachrichten für Sie als langjährigen Kunden.",
            "zu Ihrem Vertrag {number} haben sich einige Angaben geändert. Bitte prüfen Sie diese.",
            "vielen Dank für Ihre Anfrage an unser Haus. Gern beantworten wir sie wie folgt.",
            "bei der Durchsicht Ihrer Angaben sind wir auf eine offene Frage gestoßen.",
            "als unser Mitglied informieren wir Sie heute über eine wichtige Neuerung.",
        ),
        (
            "Ihre persönliche Nummer lautet {number}. Halten Sie sie bereit, wenn Sie uns anrufen.",
            "Wenn Sie der Änderung nicht widersprechen, gilt sie ab {future} als vereinbart. Ihr Recht zur Kündigung "
            "bleibt.",
            "Der neue Betrag von {amount} Euro wird wie bisher von Ihrem Konto abgebucht.",
            "Den Antrag auf Erstattung finden Sie in Ihrem Kundenkonto.",
            "Die Bescheinigung für das Finanzamt geht Ihnen im Februar zu.",
        ),
        (
            "Wir sind gern für Sie da, montags bis samstags von 8 bis 20 Uhr.",
            "Diese Mitteilung trägt keine Unterschrift.",
            "Mehr dazu lesen Sie in dem beigelegten Faltblatt.",
        ),
    ),
    "ratsanfrage": Words(
        (
            ("Anfrage nach § 9 GO: Zustand der Schulgebäude",),
            ("Kleine Anfrage",),
            ("Fragen an die Kreisverwaltung zur Sitzung des Sozialausschusses",),
            ("Anfrage des Kreistagsmitglieds {name}",),
            ("Anfrage: Digitalisierung der Kreisverwaltung",),
        ),
        (
            "namens meiner Fraktion bitte ich, die nachstehenden Fragen bis zur Kreistagssitzung am {future} zu "
            "beantworten.",
            "als Mitglied des Kreistages richte ich folgende Anfrage an die Verwaltung:",
            "im Ausschuss blieb einiges offen. Unsere Fraktion fragt daher schriftlich nach:",
            "gestützt auf unser Fragerecht als Kreistagsfraktion möchten wir von der Landrätin wissen:",
            "bitte setzen Sie unsere Anfrage auf die Tagesordnung des Kreistages und geben Sie Auskunft zu diesen "
            "Punkten:",
        ),
        (
            "- Wie viele Bauanträge liegen länger als sechs Monate, und woran liegt das?",
            "- Trifft es zu, dass seit {earlier} kein einziger Wohngeldbescheid pünktlich erging?",
            "- Welche Summe wurde im vergangenen Jahr durch Bußgelder eingenommen, wie viele Einsprüche gab es?",
            "- Wie steht es um die Kündigung des Mietvertrages für die Außenstelle?",
            "- Was haben Anwälte und Gerichte den Kreis gekostet? Bitte die Rechnungen nach Ämtern aufschlüsseln.",
            "Hintergrund unserer Fragen sind Berichte in der Presse vom {earlier}.",
            "- Wann werden die Radwege an der Kreisstraße 9 endlich saniert?",
        ),
        (
            "Wir beantragen, dass die Antwort allen Fraktionen zugeht.",
            "Eine mündliche Antwort in der Sitzung reicht uns, Nachfragen behalten wir uns vor.",
            "Für die Beantwortung danken wir der Verwaltung.",
        ),
    ),
    "ladung": Words(
        (
            ("Rechtsstreit {name} gegen Landkreis Musterland", "Ladung zum Termin"),
            ("Erörterungstermin am {future}", "{name} ./. Landkreis Musterland"),
            ("{name} ./. Landkreis Musterland", "Eingang einer Klage"),
            ("Verfügung vom {earlier}", "in Sachen {name} ./. Landkreis Musterland"),
        ),
        (
            "das Gericht hat Termin bestimmt auf {future}, 11:00 Uhr, im Sitzungssaal III. Hierzu werden Sie geladen.",
            "die beigefügte Klage ist hier am {earlier} eingegangen. Sie erhalten Gelegenheit zur Erwiderung binnen "
            "drei Wochen.",
            "Sie werden aufgefordert, sich zum Eilantrag der Gegenseite innerhalb von fünf Tagen zu äußern.",
            "der Vorsitzende der Kammer hat einen Termin zur Erörterung der Sach- und Rechtslage angesetzt: {future}, "
            "9:30 Uhr.",
            "anbei wird der Schriftsatz der Klägerseite vom {earlier} zur Kenntnis und Stellungnahme übersandt.",
        ),
        (
            "Streitgegenstand ist der Bescheid vom {notice}. Die Akten sind in elektronischer Form binnen zwei Wochen "
            "einzureichen.",
            "Das Gericht regt an, den Widerspruchsbescheid noch einmal auf seine Vereinbarkeit mit der neuen "
            "Rechtslage zu prüfen.",
            "Bleibt ein Beteiligter dem Termin fern, so steht das einer Entscheidung nicht entgegen (§ 102 Abs. 2 "
            "VwGO).",
            "Zeugen sind nicht geladen. Parkplätze stehen am Gerichtsgebäude nicht zur Verfügung.",
            "Teilen Sie bitte mit, ob gegen eine Entscheidung durch den Berichterstatter Bedenken bestehen.",
            "Eine Vollmacht für den Vertreter im Termin ist mitzubringen.",
        ),
        (
            "Dieses Schreiben wurde elektronisch erstellt und ist ohne Unterschrift gültig.",
            "Beglaubigt",
            "Auf Anordnung der Vorsitzenden",
        ),
    ),
    "beschluss": Words(
        (
            ("Ausfertigung", "B E S C H L U S S", "{name} gegen Landkreis Musterland"),
            ("IM NAMEN DES VOLKES", "Urteil in dem Verfahren {name} ./. Landkreis Musterland"),
            ("Beglaubigte Abschrift", "Gerichtsbescheid {name} ./. Landkreis Musterland"),
            ("Beschluss im Verfahren des vorläufigen Rechtsschutzes",),
        ),
        (
            "Das Gericht hat ohne mündliche Verhandlung am {earlier} durch die Richter {name} u. a. beschlossen:",
            "In dem Verfahren {name} (Antragsteller) gegen den Landkreis Musterland (Antragsgegner) wird entschieden:",
            "Die aufschiebende Wirkung des Widerspruchs vom {notice} wird wiederhergestellt.",
            "Die Klage wird abgewiesen. Außergerichtliche Kosten sind nicht zu erstatten.",
            "Der Beklagte wird unter Aufhebung seines Bescheides vom {notice} verurteilt, über den Antrag neu zu "
            "entscheiden.",
        ),
        (
            "I. Die Kosten trägt der Antragsteller. II. Der Streitwert beträgt {amount} Euro.",
            "Aus den Gründen: Das Begehren ist statthaft und auch sonst zulässig, hat in der Sache aber keinen Erfolg.",
            "Die Kammer hat durchgreifende Zweifel, ob der Bescheid formell rechtmäßig zustande gekommen ist.",
            "Von einer weiteren Darstellung des Tatbestandes wird abgesehen. Die Beteiligten haben hierauf verzichtet.",
            "Die Kostenentscheidung folgt aus § 154 Abs. 1 VwGO; Gerichtskosten werden mit gesonderter Rechnung "
            "erhoben.",
            *COURTLY[1:3],
        ),
        (
            "Die Revision wird nicht zugelassen.",
            "Gegen diesen Beschluss ist ein Rechtsmittel nicht gegeben.",
            "Für die Richtigkeit der Abschrift: Geschäftsstelle des Gerichts",
        ),
    ),
}
