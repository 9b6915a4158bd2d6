"""What citizens write, style d: whole letters, each by another person. See `style_d` for the marks used."""

CITIZENS = {}

CITIZENS["widerspruch"] = (
"""
b: Widerspruch gegen den Bescheid vom {notice}< - {az}>
b: Widerspruch // {subject}< / Az. {az}>

[gegen Ihren o. g. Bescheid, bei mir eingegangen am {earlier}, erhebe ich Widerspruch.|ich erhebe Widerspruch gegen Ihren Bescheid vom {notice}.]

Zur Begründung: Die Ablehnung beruht auf der Annahme, dass ich die angeforderten Unterlagen nicht vorgelegt habe. Das trifft nicht zu. Ich habe alles am {earlier} bei Ihnen am Empfang abgegeben und mir den Durchschlag abstempeln lassen.

? Eine weitergehende Begründung behalte ich mir vor, sobald ich Einsicht in die Akte nehmen konnte.

Ich bitte um eine Eingangsbestätigung und um Prüfung, ob Sie dem Widerspruch abhelfen können.
""",
"""
b: Einspruch gegen Wohngeldablehnung
b: Ihr Schreiben v. {notice}
anrede: Sehr geerte Damen und Herrn,
gruss: Mit freundlichen Grüssen
zu: sozial

ich bin mit ihren Bescheid vom {notice} nicht einverstanden und lege Wiederspruch ein. Sie haben geschrieben das ich zuviel verdine. Das stimmt garnicht!! Ich bekomme {amount} Euro Rente und davon geht noch die Krankenkasse ab.

Die {amount2} Euro die sie angerechnet haben sind von meinen Mann, der ist aber seit {past} nicht mehr hier gemeldet. Das habe ich ihnen schon 2 mal gesagt.

? Ich weis nicht mehr wie ich die Miete bezahlen soll. Der Vermiter wartet auch nicht ewig.

Bitte rechnen sie das nochmal aus. <Meine Nummer bei ihnen ist {az}.>
""",
"""
b: {subject}
b: Bescheid vom {notice}
anrede: Hallo,
gruss: Gruß
zu: sozial,jugend

habe gestern mit Ihrer Kollegin Frau {name} telefoniert, die meinte ich soll das schriftlich machen. Also: ich widerspreche dem Bescheid vom {notice}<, Aktenzeichen {az}>.

Grund ist die Berechnung auf Seite 2. Da steht ein Einkommen von {amount} €, das war aber nur im {month} so, weil es da Urlaubsgeld gab. In den anderen Monaten sind es ungefähr {amount2} €. Die Abrechnungen schicke ich mit.

[Wäre super wenn das schnell geht.|Bitte kurz Bescheid geben, ob das so reicht.]
""",
"""
b: Widerspruch
b: Ihr Ablehnungsbescheid vom {notice} in Sachen {subject}
anrede: Sehr geehrte Damen, sehr geehrte Herren,
zu: bau,umwelt

am {earlier} erhielten wir Ihren Bescheid vom {notice}. Diesem widersprechen wir hiermit innerhalb der Monatsfrist.

Der Bescheid geht von falschen örtlichen Verhältnissen aus. Der Graben an der Nordseite führt seit Jahrzehnten kein Wasser mehr, und die Zufahrt von der {street} aus ist durch Baulast gesichert. Beides ließe sich bei einem Ortstermin in zehn Minuten klären. Wir laden Sie dazu ausdrücklich ein.

? Unser Nachbar, Herr {name}, hat schon im Vorjahr dieselbe Genehmigung bekommen. Wir sehen nicht, worin sich unser Fall unterscheiden soll.

? Die Nachrüstung, die Sie verlangen, würde nach dem Angebot der Fachfirma {amount}0 Euro kosten. Das steht in keinem Verhältnis.

Wir beantragen, den Bescheid aufzuheben, und bitten bis zur Entscheidung um Aussetzung der Vollziehung.
""",
"""
b: Entziehung / Ablehnung - mein Rechtsmittel
b: Widerspruch wegen {subject}<, Ihr Az. {az}>
anrede: Guten Tag,
gruss: Freundlicher Gruß
zu: verkehr

Sie haben mir mit Datum {notice} mitgeteilt, dass ich meine Fahrerlaubnis nur zurückbekomme, wenn ich ein Gutachten beibringe. Dagegen wende ich mich mit dem Widerspruch.

Ich fahre seit 31 Jahren unfallfrei, bin beruflich auf das Fahrzeug {plate} angewiesen und habe im Register genau einen Eintrag. Der Arztbericht, auf den Sie sich stützen, betrifft eine Verletzung, die längst ausgeheilt ist.

? Sollten Sie bei Ihrer Meinung bleiben, werde ich mir einen Anwalt nehmen müssen. Das wollte ich eigentlich vermeiden.

Ich bitte Sie, die Anordnung zurückzunehmen.
""",
"""
b: Widerspruch {subject}
b: Widerruf meiner Erlaubnis - Widerspruch
anrede: Sehr geehrter Herr {last2},
gruss: Hochachtungsvoll
zu: waffen

Ihren Widerrufsbescheid vom {notice} nehme ich so nicht hin und lege hiermit fristwahrend Widerspruch ein.

Die angebliche Unzuverlässigkeit leiten Sie aus einer Aufbewahrungskontrolle ab, bei der ich nicht zu Hause war. Meine Schwester konnte den Schrank nicht öffnen, weil sie den Code selbstverständlich nicht kennt. Genau so verlangt es das Gesetz.

? Als Mitglied des Hegerings Mustertal seit 1994 habe ich mir nie etwas zu Schulden kommen lassen.

Ich beantrage die Aufhebung des Bescheides und rege eine erneute Kontrolle nach Terminabsprache an.
""",
"""
b: Beschwerde / Widerspruch Bescheid {notice}
b: {subject} – nicht einverstanden
anrede: Sehr geehrte Frau Landrätin,
gruss: Mit besorgten Grüßen

erlauben Sie einem alten Menschen, sich direkt an Sie zu wenden. Ihr Amt hat mir am {notice} einen Bescheid geschickt, den ich auch nach dreimaligem Lesen nicht verstehe. Was ich verstehe, ist: Ich soll nichts bekommen, beziehungsweise nichts dürfen.

Damit keine Frist verstreicht, lege ich vorsorglich Widerspruch ein. Meine Tochter {name} wird sich in den nächsten Tagen bei dem zuständigen Bearbeiter melden und die Einzelheiten erklären.

? Früher konnte man mit solchen Dingen einfach aufs Amt gehen. Heute braucht man einen Termin im Internet, das ich nicht habe.

Für Ihre Bemühungen danke ich im Voraus.
""",
)

CITIZENS["antrag"] = (
"""
b: Antrag auf {subject}
b: Neuantrag {subject}

hiermit stelle ich einen Antrag auf {subject}. Bitte gewähren Sie die Leistung [ab dem Monat, in dem dieses Schreiben bei Ihnen eingeht|ab dem 1. des kommenden Monats].

Ich bin alleinstehend, {age} Jahre alt und wohne zur Miete in der {street}. Mein monatliches Einkommen beträgt {amount} Euro, für Miete und Heizung zahle ich {amount2} Euro.

? Vermögen habe ich außer einem Sparbuch mit rund 900 Euro nicht.

Welche Nachweise Sie im Einzelnen brauchen, teilen Sie mir bitte mit. <Ich werde bei Ihnen bereits unter {az} geführt.>
""",
"""
b: Verlängerung {subject}
b: Weiterzahlung
anrede: Hallo Frau {last2},
gruss: Viele Grüße

bei mir läuft die Bewilligung zum {future} aus. Ich möchte, dass es nahtlos weitergeht, und beantrage deshalb die Verlängerung. Geändert hat sich eigentlich nichts, nur die Miete ist um 22 Euro gestiegen, die Mieterhöhung liegt bei.

[Die Kontoauszüge von drei Monaten reiche ich nach, die Bank stellt sie erst am Monatsende rein.|Kontoauszüge sind dabei.]

<Das Aktenzeichen steht auf Ihrem letzten Brief: {az}>
""",
"""
b: Bitte um Hilfe - Pflegekosten meiner Mutter
b: Antrag Heimkosten
anrede: Sehr geehrte Damen und Herren,
zu: sozial

meine Mutter, Frau {name}, lebt seit {past} im Seniorenzentrum Haus Abendsonne. Bisher haben wir den Eigenanteil aus ihrem Ersparten bezahlt. Dieses ist nun bis auf den Schonbetrag aufgebraucht.

Als bestellte Betreuungsperson bitte ich um Übernahme der ungedeckten Kosten ab {future} und stelle hiermit formlos den Antrag. Der Eigenanteil liegt zurzeit bei {amount2} Euro im Monat; Rente und Pflegekasse decken den Rest.

? Das Heim hat bereits angekündigt, den Platz zu kündigen, wenn das Geld ausbleibt. Ich wäre daher für eine rasche Entscheidung sehr dankbar.

Den Betreuerausweis füge ich in Kopie bei.
""",
"""
b: Unterhaltsvorschuss für {kid}
b: Antrag für mein Kind {kid}
anrede: Guten Tag,
gruss: LG
zu: jugend

ich beantrage für meinen Sohn {kid} {last} (geb. {born}) {subject}. Der Vater zahlt seit {past} nichts mehr, wo er wohnt weiß ich nicht. Er heißt {name}.

Ich arbeite 25 Stunden in der Bäckerei und komme damit nicht hin. [Kindergeld bekomme ich.|Kindergeld krieg ich, sonst nix.]

Brauchen Sie noch die Geburtsurkunde im Original? Die müsste ich dann erst beim Standesamt holen.
""",
"""
b: Kostenübernahme Tagesmutter / {subject}
b: Antragstellung {subject}
zu: jugend

zum {future} nehme ich nach der Elternzeit meine Arbeit im Klinikum wieder auf. Unsere Tochter {kid} soll dann an vier Tagen von 7 bis 15 Uhr von der Tagespflegeperson {name} betreut werden.

Wir beantragen daher die Förderung für 32 Stunden wöchentlich. Arbeitgeberbescheinigung und Einkommensnachweise beider Eltern liegen an.

? Eine Zusage für einen Krippenplatz haben wir von der Gemeinde leider nicht erhalten.

Für Rückfragen sind wir unter {tel} am besten abends zu erreichen.
""",
"""
b: Antrag
b: {subject} bitte ab sofort
anrede: Sehr geehrte Herr oder Frau,
gruss: Danke und Gruß
zu: sozial

ich brauche {subject}. Ich bin am {past} gekommen aus Ukraine mit zwei Kinder. Meine Arbeit in Küche ist fertig am {earlier}, der Chef hat keine Arbeit mehr.

Ich mache Antrag für mich und Kinder. Miete ist {amount2} Euro. Bitte schicken Sie Formular in die {street}, ich kann lesen mit Hilfe.

? Meine Kollegin {name} kann übersetzen, Telefon {tel}.
""",
)

CITIZENS["bauantrag"] = (
"""
b: Bauantrag [Doppelgarage|Gartenhaus mit 38 m³|Terrassenüberdachung|Wintergarten] {street}
b: Bauvorhaben auf unserem Grundstück, Flurstück {number}
zu: bau

anbei erhalten Sie unseren Bauantrag für das Grundstück {street}, Gemarkung Mustertal, Flur 7, Flurstück {number}, in dreifacher Ausfertigung.

Wir möchten auf dem hinteren Teil ein Nebengebäude errichten. Die Zeichnungen hat unser Schwager angefertigt, der Bauzeichner und bauvorlageberechtigt ist.

? Mit den Nachbarn {name} haben wir gesprochen, sie haben auf dem Lageplan unterschrieben.

Bitte teilen Sie uns mit, ob noch etwas fehlt und wann mit der Genehmigung zu rechnen ist. Wir würden gern vor dem Frost das Fundament gießen.
""",
"""
b: Antrag auf Baugenehmigung
b: Umbau unserer Scheune - Bauantragsunterlagen
anrede: Sehr geehrte Damen und Herren vom Bauamt,
gruss: Mit bestem Gruß

wie mit Ihrem Mitarbeiter besprochen reiche ich die Unterlagen für den Umbau der alten Scheune zu einer Wohnung ein und beantrage die Baugenehmigung.

Beigelegt sind das ausgefüllte Formular, Lageplan, Grundrisse, zwei Schnitte und die Berechnung der Wohnfläche (insgesamt 96 m²). Die Statik kommt vom Büro {name} direkt zu Ihnen.

? Das Gebäude steht nicht unter Denkmalschutz. Stellplätze sind auf dem Hof genug vorhanden.

Die Gebühren überweise ich nach Bescheid.
""",
"""
b: Bauvoranfrage / Antrag auf Vorbescheid
b: Vorbescheid für {street}
gruss: Mit freundlichem Gruß

wir beabsichtigen, das Grundstück {street} (Flurstück {number}, 812 m²) zu kaufen und dort ein Einfamilienhaus mit Einliegerwohnung zu bauen. Bevor wir zum Notar gehen, beantragen wir einen Bauvorbescheid.

Folgende Fragen bitten wir zu entscheiden: Ist das Vorhaben planungsrechtlich zulässig? Darf zweigeschossig mit Flachdach gebaut werden? Reicht ein Abstand von 3,00 m zur östlichen Grenze?

Eine Liegenschaftskarte und eine Skizze im Maßstab 1:500 sind beigefügt.
""",
)

CITIZENS["kuendigung"] = (
"""
b: Kündigung Mietverhältnis {street}
b: Mietvertrag über Büroräume vom {past}

hiermit kündige ich das mit dem Landkreis bestehende Mietverhältnis über die Räume im Erdgeschoss der {street} (Außenstelle) zum {future}.

Ich werde das Haus aus Altersgründen verkaufen, der Käufer möchte selbst einziehen. [Die vertragliche Frist von sechs Monaten ist gewahrt.|Ich bitte um Bestätigung des Termins.]

? Wegen der Übergabe und der Schlüssel melden Sie sich bitte unter {tel} bei mir. Der Zustand soll gemeinsam aufgenommen werden.
""",
"""
b: Ihre Außenstelle in meinem Haus
b: Kündigung
anrede: Guten Tag,
gruss: Freundliche Grüße

vor einem Jahr haben wir über das Ende des Mietvertrags gesprochen, jetzt ist es so weit: Ich kündige zum {future}. Die Wohnung im Dachgeschoss, die Sie als Archiv nutzen, gehört mit dazu.

<Bei Ihnen läuft das wohl unter {az}.>

Die Kaution in Höhe von {amount2} Euro zahle ich nach der Abnahme zurück, wenn nichts kaputt ist.
""",
"""
b: Aufkündigung der Garagen und Stellplätze
b: Kündigung der Stellplätze hinter der Außenstelle
gruss: Hochachtungsvoll

die vier Stellplätze hinter Ihrer Außenstelle, {street}, benötige ich künftig selbst. Den dazu geschlossenen Mietvertrag vom {past} kündige ich daher ordentlich und fristgemäß zum {future}.

Bitte sorgen Sie dafür, dass Ihre Dienstwagen ab dann woanders stehen. Die Miete ist bis zum letzten Tag zu entrichten.

? Einem Nachfolger, etwa Herrn {name} von nebenan, würden Sie sicher auch recht sein.
""",
)

CITIZENS["schreiben"] = (
"""
b: Nachreichung von Unterlagen< zu {az}>
b: Ihre Anforderung vom {notice}

wie gewünscht schicke ich Ihnen die noch fehlenden Unterlagen. Ich hoffe, dass damit alles komplett ist.

? Den Nachweis über die Nebenkosten habe ich vom Vermieter noch nicht. Ich reiche ihn nach, sobald er da ist.

? Bitte senden Sie mir die Originale zurück, wenn Sie sie nicht mehr brauchen.
""",
"""
b: Neue Adresse
b: Umzug zum {future}
anrede: Hallo zusammen,
gruss: Beste Grüße

kurze Info: ich ziehe zum {future} um. Meine neue Anschrift lautet dann {street}, 00818 Mustertal. Telefon und Konto bleiben wie gehabt.

Bitte die Daten in der Akte ändern<, Aktenzeichen ist {az}>. Post bitte ab dann nur noch an die neue Adresse, bei der alten steht mein Name schon nicht mehr am Kasten.
""",
"""
b: Sachstandsanfrage {subject}
b: Wie ist der Stand? {subject}

meine Unterlagen liegen Ihnen seit dem {notice} vor. Leider habe ich seitdem nichts mehr gehört. Auf meine beiden Anrufe hieß es, die zuständige Mitarbeiterin sei im Urlaub.

Ich bitte um eine kurze Nachricht, wie weit die Bearbeitung ist und bis wann ich mit einer Entscheidung rechnen kann.

? Falls noch etwas fehlt, genügt ein Anruf unter {tel}.
""",
"""
b: Rückzahlung in Raten
b: Ratenzahlung {amount2} Euro
anrede: Sehr geehrte Damen und Herren!
zu: sozial,jugend

Ihren Brief vom {notice} habe ich bekommen. Dass ich {amount2} Euro zurückzahlen soll sehe ich ein, aber auf einmal kann ich das nicht. Ich habe 2 Kinder und bin in Kurzarbeit.

Ich biete Ihnen an, jeden Monat 30 Euro zu überweisen, das erste Mal am {future}. Sind Sie damit einverstanden?
""",
"""
b: Termin am {recent} verpast
b: Entschuldigung
anrede: Sehr geehrter Herr {last2},
gruss: mit freundlichen Grüßen

leider konnte ich am {recent} nicht zu dem Termin kommen weil mein Sohn mit Fieber im Bett lag und ich niemanden hatte der aufpasst. Anrufen ging nicht, da war immer besetzt.

Können sie mir bitte einen neuen Termin geben? Am besten vormittags, da ist der kleine in der Kita. <Es geht um das Aktenzeichen {az}.>
""",
"""
b: Anzeige des Baubeginns und Rückfrage
b: Zu Ihrem Schreiben vom {notice}
zu: bau,umwelt

mit den Arbeiten auf dem Grundstück {street} möchten wir am {future} beginnen. Bauleiter ist Herr {name}.

Eine Frage bleibt: In den Nebenbestimmungen steht, dass der Anschluss „nach den Vorgaben der Gemeinde“ herzustellen ist. Bei der Gemeinde konnte uns niemand sagen, welche das sind. Können Sie uns weiterhelfen?

? Den Prüfbericht der Fachfirma lege ich zu Ihren Akten bei.
""",
"""
b: Rückgabe / Abholung
b: {subject} - Rückfrage
zu: verkehr,waffen
anrede: Guten Tag,

ich habe Ihre Benachrichtigung erhalten, kann aber zu den genannten Öffnungszeiten nicht kommen, da ich im Schichtdienst arbeite. Ist die Abholung auch an einem Samstag möglich oder kann meine Schwester, Frau {name}, das für mich erledigen?

<Ihre Nummer: {az}>

? Die Gebühr von {fee} Euro habe ich am {recent} überwiesen.
""",
"""
b: Dankschreiben
b: Ein Lob an Ihre Mitarbeiterin
anrede: Liebe Mitarbeiterinnen und Mitarbeiter,
gruss: Herzliche Grüße

immer wird nur geschimpft, deshalb heute einmal anders: Frau {name} aus Ihrem Haus hat uns in der Angelegenheit {subject} so geduldig und freundlich geholfen, dass wir uns auf diesem Weg bedanken wollen. Bitte geben Sie das auch an den Chef weiter.

? Mein Mann meint, so etwas gehört in die Zeitung.

? Das fehlende Blatt, um das sie gebeten hatte, liegt nun auch dabei.
""",
)

CITIZENS["vollmacht"] = (
"""
b: VOLLMACHT
b: Vollmacht für Behördenangelegenheiten
anrede:
gruss:

Ich, {me}, geboren am {born}, wohnhaft {mystreet}, {town}, bevollmächtige hiermit

{name}, {street}, {town},

mich in der Sache {subject}< (Az. {az})> gegenüber dem Landkreis Musterland zu vertreten, Erklärungen abzugeben und entgegenzunehmen sowie Akten einzusehen.

? Die Vollmacht gilt bis auf Widerruf, längstens jedoch bis zum {future}.

Der Bevollmächtigte darf [keine Untervollmacht erteilen|Untervollmacht erteilen].
""",
"""
b: Mein Sohn {name} regelt das für mich
b: Bevollmächtigung von {name}
anrede: Sehr geehrte Damen und Herren,

da ich nicht mehr gut zu Fuß bin und auch schlecht sehe, soll ab sofort mein Sohn {name} alles mit Ihnen besprechen, was {subject} betrifft. Er hat dafür von mir alle Vollmachten und darf auch unterschreiben.

Bitte schicken Sie die Post künftig an die Anschrift {street}.
""",
"""
b: Vollmacht
b: Vertretungsvollmacht in Sachen {subject}
anrede: An das zuständige Amt:
gruss:

Hiermit erteile ich Frau/Herrn {name} die Vollmacht, in meinem Namen [den Bescheid abzuholen und Anträge zu unterschreiben|an Besprechungen teilzunehmen und Auskünfte zu erhalten].

Von der Schweigepflicht und vom Sozialgeheimnis entbinde ich die Mitarbeiter insoweit.

? Ausweiskopien von uns beiden sind angeheftet.
""",
)

CITIZENS["bewerbung"] = (
"""
b: Bewerbung als Sachbearbeiter/in [Wohngeld|Zulassung|Vergabe|Jugendhilfe]
b: Ihre Stellenanzeige vom {earlier} - Sachbearbeitung (m/w/d)

mit großem Interesse habe ich Ihre Ausschreibung [im Amtsblatt|auf dem Portal Interamt|in der Kreiszeitung] gelesen und bewerbe mich um die Stelle.

Nach meiner Ausbildung zur Verwaltungsfachangestellten habe ich sechs Jahre bei der Stadt Altenrode in der Wohngeldstelle gearbeitet. Den Umgang mit Bescheiden, Widersprüchen und manchmal aufgebrachten Bürgern kenne ich also.

? Zurzeit befinde ich mich in ungekündigter Stellung und könnte zum {future} bei Ihnen anfangen.

Über eine Einladung zu einem Gespräch freue ich mich sehr.
""",
"""
b: Ausbildungsplatz 2027
b: Bewerbung um eine Ausbildung zum Verwaltungsfachangestellten
anrede: Sehr geehrte Frau {last2},

im nächsten Sommer mache ich an der Realschule Oberprobe meinen Abschluss. Danach möchte ich gern beim Landkreis eine Ausbildung machen.

Auf die Idee kam ich durch mein Praktikum im Rathaus. Da durfte ich beim Einwohnermeldeamt zuschauen und Post sortieren. Meine Lieblingsfächer sind Politik und Deutsch, in Mathe bin ich mittel.

? In der Freizeit bin ich bei der Jugendfeuerwehr und spiele Handball.

Ich würde mich freuen, wenn ich mich persönlich vorstellen darf.
""",
"""
b: Initiativbewerbung [Hausmeister|Straßenwärter|Kraftfahrer]
b: Suche Arbeit als Hausmeister
anrede: Guten Tag,
gruss: Mit Gruß

ich möchte mich bei Ihnen als Hausmeister bewerben. Gelernt habe ich Heizungsbauer, danach war ich 14 Jahre bei einer Wohnungsbaugesellschaft. Winterdienst, Grünpflege und kleine Reparaturen mache ich alles selbst. Führerschein B und BE ist vorhanden.

Meine letzte Firma hat zugemacht, ein Zeugnis ist dabei. Anfangen kann ich sofort.
""",
"""
b: Referenz-Nr. 2026-{two} - Bewerbung Sozialarbeiterin ASD
b: Bewerbungsunterlagen Sozialpädagogin (B. A.)

Ihre ausgeschriebene Stelle im Allgemeinen Sozialen Dienst entspricht genau dem, was ich nach drei Jahren in der stationären Jugendhilfe suche. Ich bringe Erfahrung in der Hilfeplanung, in Hausbesuchen und in der Arbeit mit dem Familiengericht mit.

Meine Gehaltsvorstellung orientiert sich am TVöD SuE 14. Anlagen: Anschreiben, Lebenslauf, Zeugnisse.

? Mein Umzug nach Musterfurt ist unabhängig vom Ausgang dieser Bewerbung geplant.
""",
)

CITIZENS["auskunftsersuchen"] = (
"""
b: Antrag auf Informationszugang
b: Anfrage nach dem Informationsfreiheitsgesetz

auf der Grundlage des Informationsfreiheitsgesetzes bitte ich um Übersendung folgender Unterlagen: sämtliche Messprotokolle zur Geschwindigkeitsüberwachung in der {street} aus den Jahren 2024 bis 2026 sowie der Eichschein des verwendeten Geräts.

[Ich bitte um Antwort innerhalb der gesetzlichen Frist von einem Monat.|Sollten Kosten entstehen, bitte ich vorab um Mitteilung der Höhe.]

? Die Unterlagen können Sie mir als PDF zusenden.
""",
"""
b: Auskunft über meine Daten (Art. 15 DSGVO)
b: Datenauskunft

ich möchte wissen, welche personenbezogenen Daten der Landkreis über mich gespeichert hat, woher sie stammen und an wen sie weitergegeben wurden. Mein Recht dazu ergibt sich aus Artikel 15 der Datenschutz-Grundverordnung.

Bitte stellen Sie mir außerdem eine kostenlose Kopie zur Verfügung. Meine Angaben: {me}, geboren am {born}, {mystreet}, {town}.

? Ich habe Anlass zu der Vermutung, dass meine Adresse an einen Dritten herausgegeben worden ist.
""",
"""
b: Frage zur Altdeponie bei Oberprobe
b: Umweltinformation
anrede: Liebes Umweltamt,
gruss: Viele Grüße

wir wohnen seit {year} am Rand der ehemaligen Deponie. In der Nachbarschaft wird erzählt, dass beim letzten Messtermin erhöhte Werte gefunden wurden. Nach dem Umweltinformationsgesetz haben wir wohl Anspruch darauf, das zu erfahren.

Bitte schicken Sie uns die Ergebnisse der Grundwassermessungen der letzten fünf Jahre, oder sagen Sie uns, wann wir sie bei Ihnen ansehen können.
""",
"""
b: Akteneinsicht
b: Einsicht in die Verträge zum Busverkehr

für eine Recherche unserer Bürgerinitiative möchte ich die Verträge zwischen dem Kreis und den Busunternehmen einsehen, insbesondere die Linien 210 und 214. Ich berufe mich auf das allgemeine Zugangsrecht zu amtlichen Informationen.

Geschäftsgeheimnisse dürfen Sie selbstverständlich schwärzen. Ein besonderes Interesse muss ich nach dem Gesetz nicht darlegen.
""",
)

CITIZENS["einspruch"] = (
"""
b: Einspruch gegen den Bußgeldbescheid vom {notice}
b: Einspruch< zum Aktenzeichen {az}>

gegen den oben bezeichneten Bußgeldbescheid, zugestellt am {earlier}, lege ich [form- und fristgerecht|hiermit] Einspruch ein.

Ich beantrage Einsicht in die Messunterlagen. Eine Begründung folgt danach.
""",
"""
b: Bußgeld über {fee} €
b: Einspruch
anrede: Hallo,
gruss: MfG

hab am {earlier} Ihren Bescheid bekommen wo ich {fee} Euro zahlen soll. Das seh ich nicht ein, ich bin das gar nicht gewesen! Mit dem Wagen {plate} fährt meistens mein Bruder {name}, der steht auch auf dem Foto wenn man genau hinguckt.

Deshalb leg ich Einspruch ein und zahl erstmal nix. <Kassenzeichen / Az {az}>
""",
"""
b: Ihr Bescheid vom {notice} - Einspruch
b: Rechtsbehelf gegen Geldbuße

den mir zur Last gelegten Verstoß habe ich nicht begangen. Ich erhebe daher Einspruch gegen den Bescheid vom {notice}.

Zum fraglichen Zeitpunkt hielt ich mich nachweislich in der Praxis meines Zahnarztes auf; eine Bestätigung kann ich vorlegen. Als Zeugin benenne ich Frau {name}, {street}.

? Hilfsweise bitte ich, die Geldbuße herabzusetzen. Meine Rente beträgt {amount} Euro.

Ich gehe davon aus, dass das Verfahren eingestellt wird.
""",
"""
b: Einspruch, weil die Beschilderung fehlte
b: Widerspruch gegen Strafzettel
anrede: Sehr geehrte Damen und Herren der Bußgeldstelle,

in Ihrem Bußgeldbescheid vom {notice} werfen Sie mir vor, in der {street} etwas Verbotenes getan zu haben. Ein Schild stand dort aber nicht. Nach einer Baustelle war es umgelegt worden, wie das beigefügte Foto zeigt.

Ich erhebe Einspruch. Sie sollten erst einmal Ihre Schilder in Ordnung bringen, bevor Sie die Bürger zur Kasse bitten.

? Nebenbei: Die Kosten von 28,50 Euro für den Bescheid finde ich auch unverschämt.
""",
)

CITIZEN_MORE = (
"Vielleicht noch kurz zu meiner Person, damit Sie sich ein Bild machen können: Ich habe Floristik gelernt, war zuletzt aber im Verkauf tätig. Seit einem Bandscheibenvorfall vor drei Jahren kann ich nicht mehr lange stehen.",
"Mein Nachbar hat mir erzählt, dass es bei ihm ganz anders gelaufen ist. Bei ihm kam nach zwei Wochen ein Schreiben und alles war in Ordnung. Ich will mich nicht beschweren, aber verstehen möchte ich es schon.",
"Im Juli habe ich Ihnen dazu schon einmal gemailt. Damals kam eine automatische Antwort und danach nichts mehr. Ob die Mail überhaupt gelesen wurde, weiß ich nicht.",
"Die Unterlagen hatte ich ordentlich in einer Mappe mit Register abgegeben. Zurückbekommen habe ich einen Stapel ohne Reihenfolge, und die Seite 4 fehlte. Ich habe sie deshalb noch einmal kopiert.",
"Wir sind eine ganz normale Familie, beide berufstätig, zwei Kinder und ein Hund. Große Sprünge können wir nicht machen. Das Auto ist 14 Jahre alt und muss noch durch den TÜV.",
"Meine Schwiegermutter wohnt seit dem Herbst bei uns im Haus, weil sie nach der Hüft-OP nicht mehr allein zurechtkommt. Der Pflegedienst kommt morgens, den Rest machen wir selbst.",
"Zur Frage, warum ich mich erst jetzt melde: Von Mai bis Juli war ich in der Reha, danach musste ich mich um den Nachlass meines Bruders kümmern. Die Post ist in dieser Zeit leider liegen geblieben.",
"Die Bank hat mir zum Quartalsende den Dispo gekürzt. Ich habe daraufhin mein Abo bei der Zeitung und den Sportverein gekündigt, mehr kann ich nicht einsparen.",
"Bei der Beratungsstelle in der Kreisstadt hat man mir geraten, alles noch einmal der Reihe nach aufzuschreiben. Das versuche ich hiermit, auch wenn es etwas länger wird.",
"Was mich am meisten ärgert: Am Telefon wurde mir etwas völlig anderes gesagt als im Brief steht. Ich habe mir Datum und Uhrzeit des Gesprächs notiert, es war der {recent} gegen halb elf.",
"Der Hausarzt sagt, ich soll mich nicht aufregen. Das ist leicht gesagt. Ich schlafe seit Wochen schlecht und habe schon vier Kilo abgenommen.",
"Wenn Sie möchten, komme ich gern persönlich vorbei. Dienstags und donnerstags habe ich frei. Mit dem Bus brauche ich von hier allerdings anderthalb Stunden, ein Termin am Vormittag wäre daher gut.",
"Ich habe alle Quittungen aufgehoben, auch die kleinen. Zusammengerechnet sind das seit Januar {amount2} Euro. Wenn Sie die Belege sehen wollen, bringe ich den Ordner mit.",
"Noch etwas anderes: In Ihrem Schreiben ist mein Vorname falsch geschrieben. Das ist zwar nur eine Kleinigkeit, aber bei der Krankenkasse hat mir so etwas schon einmal großen Ärger gemacht.",
"Bitte entschuldigen Sie die Fehler, die Augen machen nicht mehr so mit. Die Enkelin wollte eigentlich drüberlesen, hatte aber diese Woche keine Zeit.",
"Meine Schwester sagt, ich soll sachlich bleiben. Also sachlich: Es kann nicht sein, dass man für dieselbe Sache dreimal dieselben Papiere einreichen muss und am Ende heißt es, es sei nichts da.",
)
