"""What lawyers, courts, other authorities, council groups and strangers write, style d."""

BODIES = {}

BODIES["widerspruch-anwalt"] = (
"""
b: {name} / Landkreis Musterland // wegen {subject}
b: Widerspruchsverfahren {name}

ich darf Ihnen unter Vorlage einer Originalvollmacht die Wahrnehmung der rechtlichen Interessen von {name}, {street}, anzeigen.

Namens und mit Vollmacht meiner Mandantschaft lege ich gegen den Bescheid vom {notice}<, Az.: {az},>

Widerspruch

ein und beantrage, den Bescheid aufzuheben. Zugleich bitte ich um Gewährung von Akteneinsicht durch Übersendung der Verwaltungsvorgänge in meine Kanzlei für drei Tage.

? Die Begründung bleibt einem gesonderten Schriftsatz nach erfolgter Akteneinsicht vorbehalten.

? Ausdrücklich weise ich darauf hin, dass dem Rechtsbehelf aufschiebende Wirkung zukommt.
""",
"""
b: Mandant: {name} // Ihr Bescheid v. {notice}< - {az}>
b: Widerspruch in der Angelegenheit {name}
gruss: Mit freundlichen Grüßen
zu: sozial,jugend

in der vorbezeichneten Angelegenheit vertreten wir als Verband unser Mitglied {name}. Die Vollmacht liegt bei.

Gegen den Bescheid vom {notice}, zugegangen am {earlier}, erheben wir Widerspruch.

Die Anrechnung eines fiktiven Einkommens in Höhe von {amount2} Euro entbehrt jeder Grundlage. Unser Mitglied hat im maßgeblichen Zeitraum kein Einkommen erzielt und dies durch Kontoauszüge lückenlos belegt. Auf die Mitwirkungspflichten nach §§ 60 ff. SGB I kann sich die Behörde nicht berufen, wenn sie selbst nie nachgefragt hat.

Wir bitten um Abhilfe innerhalb der Frist des § 88 Abs. 2 SGG. Andernfalls werden wir Untätigkeitsklage empfehlen.
""",
"""
b: In Sachen {name} ./. Landkreis Musterland
b: {name} - {subject}
anrede: Sehr geehrte Damen,//sehr geehrte Herren,
zu: bau,umwelt,verkehr,waffen

wir beziehen uns auf das beigefügte Mandat und erheben für {name} gegen die Verfügung vom {notice}, hier eingegangen am {earlier}, das Rechtsmittel des Widerspruchs.

Wir beantragen:

1. Die Verfügung vom {notice} wird aufgehoben.

2. Die Zuziehung des Unterzeichners im Vorverfahren wird für notwendig erklärt.

Die Verfügung ist ermessensfehlerhaft. Eine Anhörung im Sinne von § 28 VwVfG hat nicht stattgefunden; das Schreiben vom {past}, auf das sich die Behörde bezieht, betraf einen anderen Sachverhalt.

? Sollte bis zum {future} keine Abhilfe erfolgen, gehen wir davon aus, dass die Sache der Widerspruchsbehörde vorgelegt wird.
""",
"""
b: Unser Mandat {name} // hier: Rechtsbehelf gegen die Entscheidung vom {notice}
b: {name} wegen {subject}< (dort. Az. {az})>

unsere Mandantschaft hat uns Ihren Bescheid vom {notice} zur Prüfung vorgelegt. Das Ergebnis ist eindeutig: Er hält einer rechtlichen Überprüfung nicht stand. Wir legen daher Widerspruch ein.

Der Tenor ist in Ziffer 3 nicht hinreichend bestimmt. Es bleibt offen, was genau unsere Mandantschaft bis wann zu tun hat. Auch die Zwangsgeldandrohung über {amount} Euro teilt dieses Schicksal.

? Rein vorsorglich wird die Aussetzung der Vollziehung nach § 80 Abs. 4 VwGO beantragt.

Etwaige Zustellungen bitten wir ausschließlich an uns vorzunehmen.
""",
)

BODIES["amtshilfe"] = (
"""
b: Amtshilfeersuchen // {name}, geb. {born}
b: Ersuchen um Amtshilfe nach §§ 4 ff. VwVfG // {name}, geb. {born}
zu: sozial,jugend,verkehr,waffen

hier ist ein Verfahren gegen die oben genannte Person anhängig. {name} war nach hiesigen Erkenntnissen bis {past} in Ihrem Bereich in der {street} gemeldet.

Ich bitte um Mitteilung, ob dort Vorgänge ({subject}) geführt werden, und gegebenenfalls um Übersendung einer Kopie der letzten Entscheidung.

Für die Erledigung habe ich mir den {future} vorgemerkt.
""",
"""
b: Kostenerstattung zwischen Trägern // Hilfefall {name}
b: Anmeldung eines Erstattungsanspruchs
zu: sozial,jugend

für {name}, geboren am {born}, erbringe ich seit {past} Leistungen. Nach § 106 SGB XII ist der dortige Träger erstattungspflichtig, weil der gewöhnliche Aufenthalt vor der Aufnahme in die Einrichtung in Musterfurt lag.

Ich melde den Anspruch dem Grunde nach an und bitte um ein Anerkenntnis. Die Höhe wird nach Abschluss des Kalenderjahres beziffert; bisher sind {amount2} EUR angefallen.

? Einer Verjährung wird mit diesem Schreiben vorgebeugt.
""",
"""
b: {subject} // Stellungnahme der Gemeinde
b: Beteiligung im Verfahren< {az}>
zu: bau,umwelt

zu dem mit Schreiben vom {notice} übersandten Vorgang nimmt die Gemeinde wie folgt Stellung:

Gegen das Vorhaben in der {street} bestehen aus gemeindlicher Sicht keine Bedenken. Das Einvernehmen nach § 36 BauGB wird erteilt. Die Löschwasserversorgung ist über den Hydranten an der Einmündung sichergestellt.

? Es wird angeregt, die Zufahrt während der Bauzeit nicht über den Schulweg zu führen.

Die Unterlagen sind beigefügt zurück.
""",
"""
b: Mitteilung in Strafsachen - {name}
b: Abgabe eines Vorgangs // Betroffener: {name}
zu: verkehr,waffen

anliegend wird der hier entstandene Vorgang zur dortigen Kenntnis und weiteren Veranlassung übersandt. Aus polizeilicher Sicht bestehen Zweifel an der Eignung beziehungsweise Zuverlässigkeit der genannten Person.

{name} wurde am {earlier} gegen 23:40 Uhr in der {street} angetroffen. Auf den Bericht der eingesetzten Beamten wird verwiesen.

Um Mitteilung der getroffenen Maßnahmen wird gebeten.
""",
"""
b: Ihre Anfrage vom {notice} // {name}
b: Auskunft zu {subject}
zu: sozial,jugend

auf Ihr Schreiben teile ich mit, dass {name} hier vom {past} bis zum {earlier} im Leistungsbezug stand. Die Zahlungen wurden eingestellt, weil der Wohnort gewechselt hat.

Zu viel gezahlte Beträge sind nicht offen. Eine Abtretung oder Pfändung ist nicht vermerkt.

? Sollten Sie weitere Auskünfte benötigen, bitte ich um Angabe der Rechtsgrundlage.
""",
)

BODIES["bescheid"] = (
"""
b: Gebührenbescheid Nr. {number}/2026
b: Bescheid über die Festsetzung von Gebühren
zu: umwelt

für die Prüfung der Anzeige vom {past} setze ich gegen den Landkreis als Veranlasser folgende Gebühr fest: {amount} EUR.

Rechtsgrundlage ist das Verwaltungskostengesetz in Verbindung mit Tarifstelle 8.2 des Gebührenverzeichnisses.

Der Betrag wird einen Monat nach Bekanntgabe fällig. Bei der Überweisung ist das Kassenzeichen {number} anzugeben.

Rechtsbehelfsbelehrung: Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Klage beim Verwaltungsgericht Altenrode erhoben werden.
""",
"""
b: Bewilligungsbescheid // Versicherte: {name}
b: Bescheid über Rente wegen Erwerbsminderung - Mitteilung an den Träger der Sozialhilfe
zu: sozial

auf den Antrag vom {past} ergeht folgender Bescheid: {name} erhält ab {earlier} Rente in Höhe von monatlich {amount} EUR.

Die Nachzahlung in Höhe von {amount2} EUR wird vorläufig einbehalten, bis Sie uns Ihren Erstattungsanspruch beziffert haben. Hierfür setzen wir eine Frist bis zum {future}.

? Der Bescheid wird nach § 96 SGG Gegenstand eines anhängigen Verfahrens.

Gegen diesen Bescheid können Sie innerhalb eines Monats Widerspruch erheben.
""",
"""
b: Feststellungsbescheid
b: Bescheid vom {date} // in der Angelegenheit {name}
zu: sozial

es ergeht der folgende Bescheid:

1. Der Grad der Behinderung von {name} beträgt ab {past} 60. Die Merkzeichen G und B werden zuerkannt.

2. Kosten werden nicht erhoben.

Gründe: Die beigezogenen Befunde belegen eine dauernde Einschränkung des Gehvermögens. Als Kostenträger erhalten Sie eine Ausfertigung dieses Bescheides.

Ein Widerspruch wäre binnen eines Monats bei der oben bezeichneten Dienststelle schriftlich oder zur Niederschrift einzulegen.
""",
"""
b: Wasserrechtlicher Bescheid - Einleitung von Niederschlagswasser, {street}
b: BESCHEID // Erlaubnis nach § 8 WHG
zu: umwelt

dem Landkreis Musterland wird auf seinen Antrag vom {past} widerruflich die Erlaubnis erteilt, Niederschlagswasser der Liegenschaft {street} in den Mühlbach einzuleiten.

Nebenbestimmungen: Die Einleitungsmenge darf 12 l/s nicht überschreiten. Der Ablauf ist zweimal jährlich zu kontrollieren und das Ergebnis bis zum {future} vorzulegen.

? Die Kosten des Verfahrens trägt der Antragsteller. Sie werden auf {amount} EUR festgesetzt.

Rechtsbehelf: Klage binnen eines Monats beim Verwaltungsgericht.
""",
"""
b: Rücknahme- und Erstattungsbescheid // {name}
b: Änderung des Bescheides vom {past}
zu: sozial

der Bescheid vom {past}, mit dem die Kosten für {name} anerkannt wurden, wird für die Zeit ab {earlier} geändert. Statt {amount2} EUR werden nur noch {amount} EUR übernommen.

Nach den Feststellungen des Medizinischen Dienstes liegt der Hilfebedarf unter dem bisher angenommenen Umfang.

? Der überzahlte Betrag wird mit der nächsten Abrechnung verrechnet.

Rechtsbehelfsbelehrung: Sie können innerhalb eines Monats Widerspruch einlegen.
""",
)

BODIES["irrlaeufer"] = (
"""
b: Ihr Zählerstand wird benötigt
b: Jahresablesung - Vertragskonto {number}0017

damit wir Ihren Verbrauch genau abrechnen können, teilen Sie uns bitte bis zum {future} den Stand Ihres Stromzählers mit. Am schnellsten geht es mit dem Zugangscode {number} in unserem Serviceportal.

Erhalten wir keine Meldung, schätzen wir den Verbrauch anhand des Vorjahres.
""",
"""
b: Mitgliedsbescheinigung und neue Versichertenkarte
b: Ihre elektronische Gesundheitskarte

Ihre bisherige Gesundheitskarte verliert bald ihre Gültigkeit. Ab dem {future} verwenden Sie bitte nur noch die neue Karte, die wir Ihnen mit getrennter Post senden.

Haben sich Name oder Anschrift geändert? Dann rufen Sie uns an: 030 23125-850. Ihre Versichertennummer lautet {letter}{number}4408.

? Übrigens: Auch in diesem Jahr belohnen wir Ihre Vorsorge mit bis zu 120 Euro.
""",
"""
b: Beitragsrechnung Kfz-Versicherung {plate}
b: Ihre Kfz-Versicherung für das Jahr 2027 // Kennzeichen {plate}

für Ihr Fahrzeug {plate} haben wir den Beitrag für das kommende Jahr neu berechnet. Er beträgt {amount} EUR und wird am {future} von Ihrem Konto eingezogen.

Gute Nachricht: Wegen unfallfreier Fahrt steigen Sie in die Schadenfreiheitsklasse 14 auf.
""",
"""
b: Bausparvertrag Nr. {number} {two} - Zuteilung
b: Ihr Bausparvertrag ist zuteilungsreif

herzlichen Glückwunsch, Ihr Bausparvertrag hat die Zuteilungsreife erreicht. Sie können nun über das Guthaben in Höhe von {amount2} Euro verfügen oder das Darlehen in Anspruch nehmen.

Vereinbaren Sie dazu einen Termin mit Ihrem Berater {name}. Den Antwortbogen finden Sie auf der Rückseite.
""",
"""
b: Terminbestätigung
b: Ihr Termin bei uns am {future}

wir bestätigen Ihnen den Aufnahmetermin am {future} um 7:30 Uhr. Bitte kommen Sie nüchtern und bringen Sie Einweisung, Versichertenkarte, Medikamentenplan und bequeme Kleidung mit.

Die Zuzahlung von 10 Euro je Tag wird Ihnen nach der Entlassung in Rechnung gestellt.

? Bei Verhinderung sagen Sie den Termin bitte spätestens zwei Tage vorher ab.
""",
)

BODIES["ratsanfrage"] = (
"""
b: Anfrage gemäß § 12 der Geschäftsordnung des Kreistages // Zustand der Kreisstraßen im Nordkreis
b: Schriftliche Anfrage an die Landrätin // hier: Schülerbeförderung

für unsere Fraktion bitte ich um schriftliche Beantwortung folgender Fragen:

1. Wie viele Beschwerden sind seit Schuljahresbeginn bei der Verwaltung eingegangen?

2. Welche Maßnahmen hat die Verwaltung ergriffen, und was haben sie gekostet?

3. Wann ist mit einer dauerhaften Lösung zu rechnen?

? Hintergrund ist ein Bericht der Kreiszeitung vom {earlier}.
""",
"""
b: Anfrage zur Kreistagssitzung am {future} // Terminvergabe beim Straßenverkehrsamt
b: Anfrage: Wartezeiten in der Zulassungsstelle

Bürgerinnen und Bürger berichten uns von Wartezeiten von bis zu sieben Wochen. Die Fraktion möchte deshalb von der Verwaltung wissen:

- Wie lang ist die durchschnittliche Wartezeit auf einen Termin?

- Wie viele Stellen sind zurzeit unbesetzt?

- Ist geplant, wieder einen Tag ohne Terminvergabe einzuführen?

Wir bitten, die Antwort auch dem Ausschuss für Inneres zuzuleiten.
""",
"""
b: Nachfrage zu Vorlage {number}/2026
b: Anfrage des Kreistagsabgeordneten {name}: Unterbringung von Geflüchteten
anrede: Sehr geehrte Frau Landrätin,
gruss: Mit freundlichen Grüßen aus Mustertal

die Beantwortung unserer mündlichen Anfrage in der letzten Kreistagssitzung war leider unvollständig. Wir fragen daher erneut und bitten um Zahlen:

a) Wie hoch sind die monatlichen Mietkosten für die Unterkunft in Neu-Vorlage?

b) Wie viele Plätze sind dort am Stichtag {earlier} belegt gewesen?

c) Welche Laufzeit hat der Vertrag?
""",
)

BODIES["ladung"] = (
"""
b: Verwaltungsstreitverfahren // {name} ./. Landkreis Musterland
b: {name} gegen Landkreis Musterland wegen Sozialhilferechts
anrede: Sehr geehrte Damen und Herren,
gruss: Auf Anordnung

in dem oben bezeichneten Verfahren erhalten Sie die Abschrift der Klage vom {earlier}. Die Klage ist am {recent} bei Gericht eingegangen und unter dem oben angegebenen Aktenzeichen erfasst worden.

Sie werden gebeten, binnen eines Monats zur Klage Stellung zu nehmen, die Verwaltungsvorgänge vorzulegen und mitzuteilen, wer zur Vertretung befugt ist.

? Alle Schriftsätze sind ausschließlich als elektronisches Dokument einzureichen.
""",
"""
b: Ladung zur mündlichen Verhandlung // In Sachen {name} ./. Landkreis Musterland
b: L A D U N G // {name} ./. Landkreis Musterland
gruss: Auf richterliche Anordnung
anrede:

Der Vorsitzende hat Termin zur mündlichen Verhandlung bestimmt auf

{weekday}, den {future}, {hour}:15 Uhr,

Sitzungssaal 104, I. Stock.

Zu diesem Termin werden Sie hiermit geladen. Wird der Termin ohne Sie durchgeführt, kann auch ohne Sie verhandelt und entschieden werden.

? Das persönliche Erscheinen eines mit dem Sachverhalt vertrauten Beamten wird angeordnet.
""",
"""
b: {name} ./. Landkreis Musterland // hier: rechtlicher Hinweis
b: Rechtsstreit {name} // Landkreis Musterland
gruss: Mit freundlichen Grüßen

das Gericht weist nach vorläufiger Durchsicht der Akten darauf hin, dass der angefochtene Bescheid vom {past} Bedenken begegnet, soweit darin Kosten für die Zeit vor Antragstellung abgelehnt werden.

Es wird angefragt, ob der Beklagte bereit ist, insoweit ein Anerkenntnis abzugeben. Um Äußerung bis zum {future} wird gebeten.
""",
"""
b: Eilverfahren {name} ./. Landkreis Musterland
b: Antrag auf Erlass einer einstweiligen Anordnung // {name} ./. Landkreis Musterland
gruss: Beglaubigt

anliegend erhalten Sie die Antragsschrift vom {recent} mit Anlagen. Sie werden aufgefordert, hierzu binnen einer Woche nach Zustellung Stellung zu nehmen und die einschlägigen Vorgänge vorzulegen.

Bis zur Entscheidung des Gerichts geht die Kammer davon aus, dass von Vollziehungsmaßnahmen abgesehen wird.
""",
)

BODIES["beschluss"] = (
"""
b: B e s c h l u s s // In dem Verfahren {name} ./. Landkreis Musterland
b: Beschluss // {name} - Antragsteller - gegen Landkreis Musterland - Antragsgegner -
anrede:
gruss: Ausgefertigt

hat die Kammer am {recent} durch den Richter am Verwaltungsgericht {last2} als Einzelrichter

b e s c h l o s s e n :

Der Antrag wird abgelehnt. Der Antragsteller trägt die Kosten des Verfahrens. Der Wert des Streitgegenstandes wird auf 2.500,00 Euro festgesetzt.

Gründe

Der Antrag, die aufschiebende Wirkung des Widerspruchs gegen den Bescheid vom {past} anzuordnen, ist zulässig, aber unbegründet. Bei summarischer Prüfung bestehen keine ernstlichen Zweifel an der Rechtmäßigkeit des Verwaltungsaktes.
""",
"""
b: Im Namen des Volkes // Urteil in der Streitsache {name} ./. Landkreis Musterland
b: U R T E I L // In dem Rechtsstreit {name}, Kläger, gegen den Landkreis Musterland, Beklagter
anrede:
gruss: Für die Übereinstimmung der Abschrift mit der Urschrift

Auf die mündliche Verhandlung vom {recent} hat das Gericht für Recht erkannt:

Der Bescheid des Beklagten vom {past} in der Gestalt des Widerspruchsbescheides vom {notice} wird aufgehoben, soweit er einen Betrag von {amount} Euro übersteigt. Im Übrigen wird die Klage abgewiesen.

Die Kosten des Verfahrens tragen die Beteiligten je zur Hälfte.

Tatbestand

Die Beteiligten streiten um die Rechtmäßigkeit einer Rückforderung. Der Kläger wohnt in der {street} und bezog bis {past} laufende Leistungen.
""",
"""
b: Beschluss in Sachen {name} gegen Landkreis Musterland
b: Einstellung des Verfahrens {name} ./. Landkreis Musterland
gruss: Auf Anordnung

in vorstehender Sache wird Ihnen die anliegende Ausfertigung zugestellt.

Der Kläger hat die Klage mit Schriftsatz vom {earlier} zurückgenommen. Das Verfahren wird daher eingestellt. Die Kosten des Verfahrens hat der Kläger zu tragen.

Der Streitwert wird auf {amount2} Euro festgesetzt. Der Beschluss ist hinsichtlich der Einstellung unanfechtbar.
""",
"""
b: Kostenfestsetzungsbeschluss // {name} ./. Landkreis Musterland
b: KOSTENFESTSETZUNGSBESCHLUSS in dem Verfahren {name} ./. Landkreis Musterland
anrede:
gruss: Urkundsbeamtin der Geschäftsstelle

Auf Grund der Entscheidung des Gerichts vom {past} werden die von dem Beklagten an die Klägerseite zu erstattenden Kosten auf

{amount} EUR

nebst Zinsen in Höhe von fünf Prozentpunkten über dem Basiszinssatz seit dem {earlier} festgesetzt.

Die Berechnung ist im Einzelnen aus dem anliegenden Antrag ersichtlich.
""",
)

LAWYER_MORE = (
"Zum Sachverhalt: Unsere Mandantschaft ist seit dem Jahre 2011 in der {street} wohnhaft. Die Vorgeschichte ist der Behörde bekannt und ergibt sich aus dem Verwaltungsvorgang, dort insbesondere aus dem Vermerk über den Ortstermin.",
"Der Bescheid ist formell rechtswidrig. Er wurde einer Person bekannt gegeben, die nicht Adressatin sein konnte. Eine Heilung nach § 45 VwVfG ist bis heute nicht eingetreten.",
"Auch in der Sache kann die Entscheidung keinen Bestand haben. Die Behörde hat das ihr eingeräumte Ermessen ersichtlich nicht erkannt; die formelhafte Wendung, besondere Umstände seien nicht vorgetragen, ersetzt keine Abwägung.",
"Hinzu kommt, dass die Behörde in vergleichbaren Fällen anders verfahren ist. Wir verweisen beispielhaft auf drei Vorgänge aus dem Jahr 2024, die wir auf Anforderung gern benennen. Art. 3 Abs. 1 GG verlangt eine Gleichbehandlung.",
"Beweis: Zeugnis des Herrn {last2}; Einholung eines Sachverständigengutachtens; Inaugenscheinnahme.",
"Die in der Begründung zitierte Entscheidung des Oberverwaltungsgerichts trägt das gefundene Ergebnis gerade nicht. Dort ging es um eine Sondernutzung, während hier allein der Anliegergebrauch in Rede steht.",
"Höchst vorsorglich beantragen wir Wiedereinsetzung in den vorigen Stand. Unsere Mandantschaft war vom {past} bis zum {earlier} stationär untergebracht und konnte ihre Post nicht einsehen. Die Bescheinigung der Klinik ist beigefügt.",
"Vergleichsweise könnten wir uns vorstellen, dass die Frist um sechs Monate verlängert wird und unsere Mandantschaft im Gegenzug den Widerspruch zurücknimmt. Kosten würden dann gegeneinander aufgehoben.",
"Die festgesetzte Gebühr ist zudem überhöht. Nach Nr. 4.1 der Gebührenordnung beträgt der Rahmen 50 bis 250 Euro; eine Begründung, weshalb hier der Höchstsatz angemessen sein soll, fehlt vollständig.",
)
COURT_MORE = (
"Der Kläger begründet seinen Antrag im Wesentlichen damit, dass der Beklagte die vorgelegten Unterlagen nicht zur Kenntnis genommen habe. Auf gerichtlichen Hinweis hat er seinen Vortrag mit Schriftsatz vom {earlier} ergänzt.",
"Der Beklagte beantragt, die Klage abzuweisen. Er hält seine Bescheide für rechtmäßig und verweist zur Begründung auf die Verwaltungsvorgänge.",
"Wegen des weiteren Sach- und Streitstandes wird auf den Inhalt der Gerichtsakte sowie der beigezogenen Verwaltungsakte Bezug genommen, die Gegenstand der Entscheidungsfindung gewesen sind.",
"Die Voraussetzungen der Anspruchsgrundlage liegen vor. Nach der gesetzlichen Konzeption kommt es allein darauf an, ob der Bedarf im Zeitpunkt der Antragstellung bestand; dies ist nach dem Ergebnis der Beweisaufnahme der Fall.",
"Dem steht nicht entgegen, dass der Kläger zeitweise bei seiner Schwester gewohnt hat. Ein gewöhnlicher Aufenthalt wird durch eine nur vorübergehende Abwesenheit nicht aufgegeben (vgl. BSG, Urteil vom 12.12.2019 - B 8 SO 2/18 R).",
"Die Kostenentscheidung beruht auf § 154 Abs. 1 VwGO, die Entscheidung über die vorläufige Vollstreckbarkeit auf § 167 VwGO in Verbindung mit §§ 708 Nr. 11, 711 ZPO.",
"Rechtsmittelbelehrung: Gegen diese Entscheidung steht den Beteiligten die Beschwerde zu. Sie ist innerhalb von zwei Wochen nach Bekanntgabe bei dem erkennenden Gericht einzulegen.",
)
OFFICE_MORE = (
"Die Angelegenheit wurde hier zunächst unter einem anderen Namen geführt, da die betroffene Person zwischenzeitlich geheiratet hat. Eine Verwechslung ist nach Abgleich der Geburtsdaten ausgeschlossen.",
"Nach Aktenlage wurde die Person zuletzt am {earlier} hier vorstellig. Sie gab an, seit mehreren Wochen in Musterfurt bei einem Bekannten zu wohnen. Eine Ummeldung ist bislang nicht erfolgt.",
"Die Übermittlung erfolgt auf Grundlage von § 69 Abs. 1 Nr. 1 SGB X. Ich bitte, die Daten nur für den genannten Zweck zu verwenden und nach Abschluss des Verfahrens zu löschen.",
"Ich weise darauf hin, dass der hiesige Fachbereich zum Jahreswechsel umzieht. Die neue Anschrift werde ich rechtzeitig bekannt geben; Telefon- und Faxnummern bleiben unverändert.",
"Sofern dort Erkenntnisse über Vermögen, insbesondere Grundbesitz oder Fahrzeuge, vorliegen, wäre ich für einen Hinweis dankbar. Fehlanzeige ist nicht erforderlich.",
"Eine Durchschrift dieses Schreibens hat die Kämmerei der Gemeinde erhalten. Soweit Einwendungen bestehen, bitte ich, diese innerhalb von vier Wochen vorzutragen.",
"Die beigefügte Aufstellung weist für den Zeitraum von {past} bis {earlier} Aufwendungen von insgesamt {amount2} EUR aus. Die Einzelbelege können bei Bedarf nachgereicht werden.",
)
FIRM_MORE = (
"Bitte beachten Sie, dass unser Büro zwischen Weihnachten und Neujahr geschlossen bleibt. In dringenden Fällen erreichen Sie unseren Notdienst rund um die Uhr unter 030 23125-880.",
"Wir sind nach DIN EN ISO 9001 zertifiziert. Über eine kurze Rückmeldung, ob Sie mit uns zufrieden waren, freuen wir uns.",
"Ab dem {future} gelten für alle neuen Aufträge die angepassten Stundensätze. Bestehende Vereinbarungen mit Ihrem Haus bleiben davon bis zum Ende ihrer Laufzeit unberührt.",
"Die Angaben beruhen auf den uns heute vorliegenden Unterlagen. Für Angaben Dritter können wir keine Gewähr übernehmen.",
"Fragen dazu beantwortet Ihnen {name} gern persönlich unter der Durchwahl {two}.",
)

NOTICE_MORE = (
"Zum Sachverhalt: Die Unterlagen gingen hier am {past} ein und wurden auf Nachforderung vervollständigt. Weitere Beteiligte waren nicht zu hören.",
"Rechtliche Würdigung: Die Zuständigkeit ergibt sich aus der Verordnung über die Zuständigkeiten in der Fassung der letzten Änderung. Die materiellen Voraussetzungen wurden anhand der vorgelegten Nachweise geprüft.",
"Diese Entscheidung ergeht unbeschadet der Rechte Dritter. Sie ersetzt keine nach anderen Vorschriften notwendigen Genehmigungen, Erlaubnisse oder Zustimmungen.",
"Von der Anhörung konnte nach § 28 Abs. 2 VwVfG abgesehen werden, da von den Angaben in der Erklärung nicht zu Ungunsten abgewichen wurde.",
"Der Bescheid ist mit Zustellung wirksam. Änderungen der Verhältnisse, die für diese Entscheidung maßgeblich waren, sind unverzüglich mitzuteilen.",
"Nach Bestandskraft werden die eingereichten Unterlagen hier noch zehn Jahre aufbewahrt und anschließend vernichtet. Eine Rückgabe erfolgt nur auf ausdrücklichen Wunsch.",
"Soweit Zahlungen zu leisten sind, ist für die Rechtzeitigkeit der Eingang auf dem Konto der Amtskasse maßgeblich. Für jeden angefangenen Monat der Säumnis wird ein Zuschlag von eins vom Hundert erhoben.",
)
HOUSE_MORE = (
"Das Grundstück ist voll erschlossen. Wasser, Abwasser, Strom und Glasfaser liegen in der Straße, die Anschlüsse werden im Zuge der Arbeiten verlegt.",
"Der vorhandene Baumbestand bleibt bis auf zwei Fichten erhalten. Eine Ersatzpflanzung mit heimischen Laubbäumen ist im Freiflächenplan dargestellt.",
"Das Niederschlagswasser soll über eine Rigole auf dem Grundstück versickern. Der Bodengutachter hat die Versickerungsfähigkeit bestätigt.",
"Beheizt wird mit einer Luft-Wärmepumpe, das Dach erhält eine Photovoltaikanlage. Der Nachweis nach dem Gebäudeenergiegesetz liegt bei.",
"Mit dem Abbruch des alten Schuppens, der verfahrensfrei ist, soll bereits im Winter begonnen werden. Der Aushub bleibt, soweit möglich, auf dem Grundstück.",
)
