"""What people write, style b, held out: the same concerns as in style a in other words."""

from .words_a import Words

CIRCUMSTANCES = (
    "Im Haushalt leben außer mir noch meine Mutter und unsere beiden Buben. Die Kleine von nebenan ist nur tagsüber hier.",
    "Heizung und Strom machen zusammen {amount} Euro aus. Das war früher nicht einmal die Hälfte, wie die Abschläge zeigen.",
    "Seit der Betrieb am {earlier} geschlossen hat, lebe ich von Ersparnissen. Viel ist davon nicht mehr übrig.",
    "Der Sachbearbeiter, Herr {name}, hat mir am Telefon gesagt, dass die Unterlagen angekommen seien.",
    "Ein Freund hat mir beim Schreiben geholfen, weil mir das Deutsche noch schwerfällt. Bitte antworten Sie einfach.",
    "Das Auto brauche ich, um zur Arbeit nach Neu-Vorlage zu kommen. Einen Bus gibt es um diese Zeit nicht.",
    "Damals, im Bescheid des Vorjahres, war das noch richtig vermerkt. Warum es jetzt anders sein soll, verstehe ich nicht.",
    "Der Hauswirt verlangt eine Bescheinigung, sonst droht er mit der Kündigung.",
    "Für die Schulsachen habe ich {amount} Euro ausgelegt. Die Quittungen und eine Rechnung habe ich angeheftet.",
)
LEGAL = (
    "Der Verwaltungsakt erweist sich bereits in formeller Hinsicht als rechtswidrig, da eine Anhörung unterblieben ist.",
    "Materiell fehlt es an einer tragfähigen Rechtsgrundlage. Die herangezogene Satzung ist am {earlier} außer Kraft getreten.",
    "Meine Mandantin hat ihre Mitwirkungspflichten erfüllt. Auf den Schriftsatz vom {earlier} nehme ich zur Vermeidung von "
    "Wiederholungen Bezug.",
    "Das Bundesverwaltungsgericht hat mit Urteil vom {earlier} - 5 C 12.22 - in einem gleich gelagerten Fall zugunsten der "
    "Klägerseite entschieden.",
    "Im Übrigen wäre die sofortige Vollziehung unverhältnismäßig. Ein Antrag beim Verwaltungsgericht bleibt vorbehalten.",
    "Meine Kosten habe ich in der beigefügten Note berechnet; sie sind nach § 80 VwVfG erstattungsfähig.",
)
OFFICIAL = (
    "Auf die Besprechung vom {earlier} nehme ich Bezug. Die dort verabredeten Unterlagen füge ich bei.",
    "Von hier aus ist nichts weiter zu veranlassen. Ich gehe davon aus, dass Sie die Beteiligten selbst unterrichten.",
    "Über das Veranlasste bitte ich bis {future} zu berichten; Fehlanzeige ist erforderlich.",
    "Ein Doppel dieses Schreibens habe ich dem Landesrechnungshof zugeleitet.",
    "Die Angaben unterliegen dem Sozialgeheimnis und dürfen nur für den genannten Zweck verwendet werden.",
)

WORDS = {
    "widerspruch": Words(
        (
            ("Widerspruch zu Ihrer Entscheidung vom {notice}",),
            ("Ablehnung {subject} vom {notice} - Widerspruch",),
            ("Einlegung eines Widerspruchs", "Ihre Entscheidung vom {notice}"),
        ),
        (
            "Ihre Entscheidung vom {notice} kann ich so nicht hinnehmen. Ich erhebe Widerspruch.",
            "gegen die Ablehnung vom {notice} möchte ich Widerspruch einlegen.",
            "hiermit widerspreche ich Ihrer Entscheidung vom {notice}, die am {earlier} bei mir im Briefkasten lag.",
        ),
        (
            "Man hat mich vorher nicht gefragt. Sonst hätte ich erklären können, wie es sich mit {subject} verhält.",
            "In Ihrer Aufstellung fehlen {amount} Euro, die ich jeden Monat an die Pflegekasse zahle.",
            *CIRCUMSTANCES,
        ),
        ("Die Gründe im Einzelnen schreibe ich Ihnen noch.", "Lassen Sie mich bitte wissen, dass mein Brief angekommen ist."),
    ),
    "widerspruch-anwalt": Words(
        (
            ("{name} / Landkreis Musterland", "wegen {subject}"),
            ("In Sachen {name} gegen Landkreis Musterland", "Entscheidung vom {notice}"),
        ),
        (
            "unter Vorlage der beigefügten Vollmacht bestelle ich mich für {name} und erhebe gegen die Verfügung vom {notice} "
            "Widerspruch.",
            "gegen die am {earlier} bekannt gegebene Verfügung vom {notice} wird für die von mir vertretene Partei Widerspruch "
            "erhoben.",
        ),
        LEGAL,
        ("Ich rege an, der Sache abzuhelfen, und bitte um Akteneinsicht in meinen Kanzleiräumen bis {future}.",),
    ),
    "antrag": Words(
        (
            ("{subject}: Neuantrag",),
            ("Erstantrag {subject}",),
            ("Antrag {subject} für die Zeit ab {future}",),
        ),
        (
            "bitte gewähren Sie mir {subject}. Ich erfülle nach dem, was man mir gesagt hat, die Bedingungen.",
            "hiermit möchte ich {subject} beantragen. Was Sie an Papieren brauchen, liegt dabei.",
            "da die bisherige Zusage ausläuft, beantrage ich {subject} erneut.",
        ),
        CIRCUMSTANCES,
        ("Alles, was ich hier schreibe, entspricht der Wahrheit.", "Fehlt ein Vordruck, so senden Sie ihn mir bitte."),
    ),
    "bauantrag": Words(
        (
            ("Antrag auf Baugenehmigung im vereinfachten Verfahren", "Flurstück {number} der Flur 7"),
            ("Einreichung Bauantrag {name}", "{street}"),
        ),
        (
            "als Entwurfsverfasser lege ich Ihnen die Unterlagen zum geplanten Neubau vor und bitte um Genehmigung.",
            "anbei erhalten Sie den Bauantrag nebst Bauvorlagen zur Prüfung.",
        ),
        (
            "Geplant ist ein eingeschossiges Gebäude mit Satteldach, Firsthöhe 8,20 Meter, Dachneigung 38 Grad.",
            "Die Zufahrt erfolgt über die Gemeindestraße. Zwei Stellplätze werden nachgewiesen.",
            "Das Grundstück liegt im Innenbereich nach § 34 BauGB; das Vorhaben fügt sich ein.",
            "Baulasten sind nicht eingetragen. Eine Befreiung wird mit gesondertem Schreiben beantragt.",
        ),
        ("Über die Nachforderung fehlender Unterlagen bitte ich mich unmittelbar zu unterrichten.",),
    ),
    "kuendigung": Words(
        (("Vertragskündigung", "Kundennummer {number}"), ("Kündigung Garagenstellplatz {number}",)),
        (
            "den zwischen uns bestehenden Vertrag möchte ich zum {future} beenden und kündige ihn hiermit.",
            "zum {future} kündige ich den Stellplatz.",
        ),
        (
            "Den Schlüssel werfe ich in den Briefkasten der Hausverwaltung.",
            "Was noch an Miete offen ist, wird wie gewohnt abgebucht.",
            "Auf die Kaution von {amount} Euro erhebe ich Anspruch.",
        ),
        ("Ich bitte um eine kurze Bestätigung mit dem Tag des Vertragsendes.",),
    ),
    "schreiben": Words(
        (
            ("Nachfrage wegen {subject}",),
            ("Wie weit ist mein Vorgang?",),
            ("Bitte um Nachricht zu {subject}",),
        ),
        (
            "seit Wochen warte ich auf Post von Ihnen.",
            "im September habe ich alles abgegeben, und nun höre ich nichts mehr.",
        ),
        (
            "Sie schrieben am {earlier}, dass es nur noch wenige Tage dauere.",
            "Wenn etwas nicht stimmt, sagen Sie es mir, bevor ein Bescheid herausgeht.",
            *CIRCUMSTANCES[3:],
        ),
        ("Ein Anruf würde mir genügen.", "Auf Ihre Antwort wartet"),
    ),
    "vollmacht": Words(
        (("Vertretungsvollmacht",), ("Bevollmächtigung",)),
        (
            "Frau/Herr {name} darf mich in allen Angelegenheiten bei Ihrer Behörde vertreten. Ich erteile dafür Vollmacht.",
            "für das Verfahren {subject} erteile ich {name} Vollmacht.",
        ),
        (
            "Eingeschlossen sind das Stellen und Zurücknehmen von Anträgen, Rechtsmittel sowie der Empfang von Geld.",
            "Eine Untervollmacht darf nicht erteilt werden. Das Recht endet am {future}.",
        ),
        ("Diese Erklärung habe ich eigenhändig unterschrieben.",),
    ),
    "bewerbung": Words(
        (("Ihre Stellenanzeige {number}: Bewerbung",), ("Bewerbung um einen Ausbildungsplatz zum Verwaltungswirt",)),
        (
            "Ihre Anzeige hat mich sofort angesprochen. Gern möchte ich Teil Ihres Teams werden.",
            "im nächsten Sommer schließe ich die Schule ab und möchte danach bei Ihnen lernen.",
        ),
        (
            "In meinem Praktikum beim Gericht durfte ich Beschlüsse ausfertigen und die Post verteilen.",
            "Fremdsprachen und der Umgang mit Tabellen liegen mir; Zeugnisse füge ich bei.",
            "In meiner Freizeit leite ich eine Jugendgruppe und rechne deren Kasse ab.",
        ),
        ("Auf ein persönliches Kennenlernen bin ich gespannt.",),
    ),
    "auskunftsersuchen": Words(
        (("Datenschutz: Bitte um Auskunft",), ("Anfrage nach dem Informationsfreiheitsgesetz",)),
        (
            "welche personenbezogenen Angaben über mich liegen bei Ihnen vor? Ich mache mein Auskunftsrecht geltend.",
            "nach dem Informationsfreiheitsgesetz bitte ich um Übersendung des Gutachtens zur Kreisstraße 12.",
        ),
        (
            "Mein Recht folgt aus der Datenschutz-Grundverordnung. Zu meiner Person lege ich eine Kopie des Ausweises bei.",
            "Teilen Sie mir bitte vorab mit, ob Kosten entstehen.",
        ),
        ("Nach Ablauf eines Monats werde ich die Aufsichtsbehörde einschalten.",),
    ),
    "einspruch": Words(
        (("Bußgeldsache {plate}: Einspruch",), ("Einspruch gegen Ihr Bußgeld vom {notice}",)),
        (
            "das Bußgeld vom {notice} zahle ich nicht, sondern lege Einspruch ein.",
            "gegen die Festsetzung vom {notice} wende ich mich mit dem Einspruch.",
        ),
        (
            "Gefahren ist an diesem Tag mein Bruder. Das habe ich auf dem Bogen auch angegeben.",
            "Das Messgerät stand in der Kurve. Ich verlange den Eichschein.",
            "Der Parkschein lag gut sichtbar hinter der Scheibe des Wagens {plate}.",
        ),
        ("Notfalls soll das Amtsgericht entscheiden.",),
    ),
    "bescheinigung": Words(
        (("Arbeitgeberbescheinigung",), ("Schulbescheinigung",), ("Mietbescheinigung für {name}",)),
        (
            "auf Wunsch bestätigen wir, dass {name} seit {earlier} zu unserem Personal zählt.",
            "{name} wohnt seit {earlier} in unserem Haus {street}.",
        ),
        (
            "Gezahlt werden jeden Monat {amount} Euro. Rückstände bestehen nicht.",
            "Über eine Kündigung ist nicht gesprochen worden.",
        ),
        ("Ausgestellt für die Behörde, ohne Gewähr für spätere Änderungen.",),
    ),
    "attest": Words(
        (("Attest",), ("Ärztliche Stellungnahme / Attest",)),
        (
            "bei {name} liegt ein Leiden vor, das mich seit {earlier} zu regelmäßiger Behandlung veranlasst.",
            "hiermit attestiere ich {name} aus gesundheitlichen Gründen Folgendes:",
        ),
        (
            "Schweres Heben und langes Stehen sind zu vermeiden. Die Arbeitsunfähigkeit dauert voraussichtlich bis {future}.",
            "Eine Erdgeschosswohnung ist aus medizinischen Gründen dringend anzuraten.",
        ),
        ("Zur Vorlage bei der Behörde, die den Antrag bearbeitet.",),
    ),
    "bescheid": Words(
        (("Zuwendungsbescheid",), ("Bescheid zur Festsetzung der Umlage {number}",), ("Änderungsbescheid {subject}",)),
        (
            "auf Grund der geltenden Richtlinie setze ich hiermit fest:",
            "in Ihrer Sache entscheide ich durch diesen Bescheid wie folgt:",
        ),
        (
            "Festgesetzt werden {amount} Euro, fällig am {future}.",
            "Der frühere Bescheid vom {earlier} wird insoweit aufgehoben.",
            "Begründung: Nach Prüfung der Haushaltslage war die Umlage anzupassen.",
            *OFFICIAL[1:4],
        ),
        ("Rechtsbehelf: Klage beim Verwaltungsgericht Prüfingen innerhalb eines Monats.",),
    ),
    "amtshilfe": Words(
        (("Ersuchen um Akteneinsicht", "{subject}"), ("Mitteilung zu {subject}",), ("Rückfrage {name}",)),
        (
            "für ein hier anhängiges Verfahren benötige ich die dortigen Vorgänge.",
            "wie fernmündlich besprochen teile ich den Stand der Angelegenheit mit.",
        ),
        OFFICIAL,
        ("Mit Dank im Voraus",),
    ),
    "irrlaeufer": Words(
        (("Ihre Steuererklärung 2025",), ("Mitgliedsnummer {number}: Beitragsanpassung",), ("Ihr Stromtarif ändert sich",)),
        (
            "für die Bearbeitung Ihrer Erklärung fehlen uns noch Belege.",
            "zum {future} passen wir unsere Beiträge an.",
        ),
        ("Näheres entnehmen Sie bitte der Aufstellung unter Nummer {number}.", *OFFICIAL[:1]),
        ("Bei Fragen hilft Ihnen unser Kundenzentrum.",),
    ),
    "ratsanfrage": Words(
        (("Anfrage zur Kreistagssitzung am {future}",), ("Schriftliche Anfrage gemäß Geschäftsordnung",)),
        (
            "wir bitten die Verwaltung, dem Kreistag Folgendes zu berichten:",
            "unsere Gruppe fragt die Landrätin:",
        ),
        (
            "a) Wie hat sich die Zahl der Bauanträge seit {earlier} entwickelt?",
            "b) Wie oft wurde gegen Bescheide geklagt, und was hat das gekostet?",
            "c) Wann ist mit der Sanierung der Turnhalle zu rechnen?",
            "d) Stimmt es, dass Mahnungen mangels Personal liegen bleiben?",
        ),
        ("Die Antwort soll öffentlich in der Sitzung erfolgen.",),
    ),
    "ladung": Words(
        (
            ("Terminsladung", "{name} ./. Landkreis Musterland"),
            ("In Sachen {name} gegen Landkreis Musterland", "Zustellung einer Klage"),
        ),
        (
            "Termin zur Güteverhandlung wird bestimmt auf den {future}, 9:15 Uhr, Sitzungssaal 104.",
            "in der Anlage wird eine Abschrift der Klage zugestellt. Die Klageerwiderung wird binnen eines Monats erwartet.",
        ),
        (
            "Das persönliche Erscheinen eines Vertreters wird angeordnet. Die Behördenakte ist mitzubringen.",
            "Streitig ist ein Bescheid vom {notice}; das Widerspruchsverfahren ist abgeschlossen.",
            "Erscheint niemand, so kann ein Versäumnisurteil ergehen.",
        ),
        ("Auf Anordnung",),
    ),
    "beschluss": Words(
        (("BESCHLUSS", "in Sachen {name} gegen Landkreis Musterland"), ("URTEIL", "in dem Rechtsstreit {name}, Klägerseite")),
        (
            "Die Beschwerde wird auf Kosten der Beschwerdeführerin zurückgewiesen.",
            "Der Beklagte wird verurteilt, den Kläger unter Beachtung der Rechtsauffassung des Gerichts neu zu bescheiden.",
        ),
        (
            "Gründe: Das Gericht folgt der angefochtenen Entscheidung vom {notice} und sieht von einer weiteren Darstellung ab.",
            "Der Antrag auf Prozesskostenhilfe bleibt ohne Erfolg. Ein Einspruch findet nicht statt.",
            "Der Gegenstandswert beträgt {amount} Euro.",
            *LEGAL[:1],
        ),
        ("Der Beschluss ist unanfechtbar.", "Die Sprungrevision wird zugelassen."),
    ),
    "rechnung": Words(
        (("Rechnung Nr. {invoice}",), ("RECHNUNG",)),
        ("vielen Dank für Ihren Auftrag. Wir stellen in Rechnung:", "gemäß Lieferschein berechnen wir Ihnen:"),
        (
            "Unsere Preise steigen zum Jahreswechsel; Ihnen steht dann ein Recht zur Kündigung zu.",
            "Unser Angebot zum Antrag auf Fördermittel senden wir Ihnen gesondert.",
            "Eine Bescheinigung nach § 48b EStG liegt Ihnen vor.",
        ),
        ("Zahlbar ohne Abzug bis {future}.",),
    ),
    "mahnung": Words(
        (("Zahlungserinnerung zu Rechnung {invoice}",), ("Letzte Mahnung",), ("Mahnung {invoice}",)),
        (
            "auf unserem Konto fehlt noch Ihre Zahlung zu {invoice}.",
            "trotz Fälligkeit am {earlier} konnten wir keinen Eingang feststellen.",
        ),
        ("Hat sich das überschnitten, danken wir für die Zahlung.",),
        ("Wir bitten um Ausgleich bis {future}. Danach beantragen wir einen Mahnbescheid.",),
    ),
}

COURTS = (
    ["Oberverwaltungsgericht Prüfingen", "Justizallee 1", "00830 Prüfingen", "2. Senat"],
    ["Landgericht Prüfingen", "Justizallee 5", "00830 Prüfingen", "Zivilkammer 9"],
    ["Arbeitsgericht Neu-Vorlage", "Werkstraße 20", "00819 Neu-Vorlage", "3. Kammer"],
    ["Sozialgericht Prüfingen", "Justizallee 3", "00830 Prüfingen", "11. Kammer"],
)
OFFICES = (
    ["Stadtverwaltung Neu-Vorlage", "Am Rathaus 1", "00819 Neu-Vorlage", "Fachbereich Ordnung und Soziales"],
    ["Regierungspräsidium Prüfingen", "Schlossplatz 2", "00830 Prüfingen", "Referat 31"],
    ["Amtsverwaltung Mustertal", "Talstraße 14", "00818 Mustertal", "Bauverwaltung"],
)
STRANGERS = (
    ["Krankenkasse Beispiel", "Ringstraße 77", "00830 Prüfingen", "Kundenzentrum"],
    ["Finanzamt Prüfingen", "Abgabenweg 3", "00830 Prüfingen", "Arbeitnehmerbereich"],
)
LAWYERS = (
    ["Kranichfeld Rechtsanwaltsgesellschaft mbH", "Schlossplatz 9", "00830 Prüfingen", "Tel. 030 23125-310"],
    ["Anwaltsbüro Ginsterheid", "Hafenstraße 3", "00819 Neu-Vorlage", "Tel. 030 23125-340"],
)
PARTIES = (["Kreistagsgruppe Bürgerliste", "Postfach 12", "00818 Mustertal", "Geschäftsstelle"],)
PRACTICES = (["MVZ Neu-Vorlage", "Klinikweg 2", "00819 Neu-Vorlage", "Innere Medizin"],)
ENCLOSURES = ("Ablehnung vom Vorjahr", "Nachweis Einkommen", "Kontoauszüge", "Lageskizze", "Bevollmächtigung")
BILLS = ({
    "number": "Beleg-Nr.", "date": "Belegdatum", "order": "Ihre Bestellung", "net": "Zwischensumme",
    "tax": "Umsatzsteuer 19 %", "gross": "Zu zahlender Betrag", "bank": "Konto für Überweisungen: {iban}",
    "vat": "Umsatzsteuer-Identifikationsnummer {vat}", "open": "Offener Gesamtbetrag", "numbering": "{0}/26",
},)  # fmt: skip
