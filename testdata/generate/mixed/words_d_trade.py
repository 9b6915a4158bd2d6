"""What firms, landlords, doctors, schools and insurers write, style d, and the words on their bills."""

TRADE = {}

TRADE["bauantrag"] = (
"""
b: Bauvorhaben: Neubau eines Einfamilienhauses mit Garage // Bauherr: {name}, {street}
b: Einreichung Bauantrag // BV {name}, Gemarkung Oberprobe, Flst. {number}

im Auftrag der Bauherrschaft reichen wir den Bauantrag für das o. g. Vorhaben mit sämtlichen Bauvorlagen (3-fach) ein.

Wir bitten um Prüfung auf Vollständigkeit und um Mitteilung der Bearbeitungsnummer. Der Entwässerungsantrag wird parallel bei der Gemeinde gestellt.

? Eine Befreiung von der festgesetzten Dachneigung (38° statt 42°) wird gesondert beantragt, siehe Anlage.
""",
"""
b: Antrag auf Genehmigung einer Nutzungsänderung // {street}: Laden wird Tagespflege
b: Baugenehmigungsverfahren // Umnutzung eines Ladenlokals, {street}

für unsere Auftraggeberin, Frau {name}, überreichen wir hiermit den Antrag auf Baugenehmigung (Nutzungsänderung) nebst Betriebsbeschreibung und Brandschutzkonzept.

Eingriffe in die tragende Konstruktion sind nicht vorgesehen. Der zweite Rettungsweg wird über eine Außentreppe hergestellt.

Für Rückfragen zum Entwurf steht Ihnen Herr {last2} zur Verfügung.
""",
"""
b: Bauantrag Hallenerweiterung // unser Projekt 26-{two}
b: Vorlage eines Bauantrags // Erweiterung der Produktionshalle in {town}

anbei überreichen wir Ihnen die Antragsunterlagen für die Erweiterung der bestehenden Halle um zwei Achsen (ca. 420 m²).

Lageplan, Bauzeichnungen, Baubeschreibung, Stellplatznachweis und statistischer Erhebungsbogen sind beigefügt. Die Prüfung der Standsicherheit bitten wir, dem Prüfingenieur {name} zu übertragen.

? Der Bauherr ist an einem Baubeginn noch vor dem {future} sehr interessiert.
""",
)

TRADE["bescheinigung"] = (
"""
b: Arbeitgeberbescheinigung // {name}, geb. {born}
b: Bescheinigung zur Vorlage beim Landkreis

hiermit bescheinigen wir, dass {name}, wohnhaft {street}, seit dem {past} in unserem Unternehmen beschäftigt ist.

Die wöchentliche Arbeitszeit beträgt 25 Stunden, das Bruttoentgelt {amount2} EUR monatlich. Das Arbeitsverhältnis ist unbefristet und ungekündigt.

? Sonderzahlungen wurden in den letzten zwölf Monaten nicht geleistet.
""",
"""
b: Mitgliedsbescheinigung // {name}
b: Bescheinigung über Zeiten der Krankengeldzahlung
von: Krankenkasse

wir bestätigen, dass {name}, geboren am {born}, seit dem {past} Mitglied unserer Krankenkasse ist.

Krankengeld wurde vom {notice} bis zum {earlier} in Höhe von kalendertäglich 41,27 EUR gezahlt.

Diese Bescheinigung wurde maschinell erstellt und ist ohne Unterschrift gültig.
""",
"""
b: Schulbescheinigung
b: Bescheinigung über den Schulbesuch im Schuljahr 2026/2027
von: Schule

es wird bescheinigt, dass {kid} {last}, geb. am {bornkid}, unsere Schule seit dem {past} besucht und zurzeit Schülerin bzw. Schüler der Klasse {klasse} ist.

Der Schulbesuch dauert voraussichtlich bis zum 31. Juli 2028.

? Die Bescheinigung dient zur Vorlage bei der zuständigen Behörde.
""",
"""
b: Betreuungsbescheinigung für {kid} {last}
b: Bestätigung Kindergartenplatz // {kid} {last}
von: Kita
anrede: Guten Tag,

gerne bestätigen wir, dass {kid} seit {past} an fünf Tagen in der Woche in unserer Einrichtung betreut wird (Ganztag, 45 Stunden). Der Elternbeitrag liegt bei 168,00 Euro, das Essensgeld bei 62,50 Euro im Monat.

Beiträge stehen nicht aus.
""",
"""
b: Vermieterbescheinigung // Mieter: {name}
b: Mietbescheinigung {street}
von: Wohnen

auf Wunsch unseres Mieters {name} bescheinigen wir folgende Angaben zur Wohnung {street}, 2. OG links: Wohnfläche 61,4 m², Einzug am {past}, Grundmiete {amount} EUR, Vorauszahlung für Betriebskosten 95,00 EUR, für Heizung 78,00 EUR.

Das Mietkonto ist ausgeglichen.

? Eine Kopie des Mietvertrages händigen wir dem Mieter auf Anforderung aus.
""",
)

TRADE["kuendigung"] = (
"""
b: Kündigung des Gewerbemietvertrages // Objekt {street}
b: Mietvertrag Nr. {number} - ordentliche Kündigung

den mit Ihnen am {past} geschlossenen Mietvertrag über die Büroflächen im Objekt {street} (318 m²) kündigen wir hiermit ordentlich zum {future}.

Wir bitten, die Räume bis zu diesem Tag geräumt und besenrein zurückzugeben. Einen Termin für die Vorabnahme schlagen wir rechtzeitig vor.

? Die geleistete Mietsicherheit rechnen wir nach Rückgabe ab.
""",
"""
b: Beendigung des Mietverhältnisses
b: Kündigung wegen Eigenbedarfs // Ihre Außenstelle, {street}

bekanntlich haben wir das Gebäude {street} zum Jahresbeginn erworben und sind dadurch in den Mietvertrag eingetreten. Da wir die Flächen künftig selbst nutzen wollen, machen wir von unserem Kündigungsrecht Gebrauch und kündigen zum {future}.

Bitte bestätigen Sie uns den Erhalt dieser Kündigung schriftlich.
""",
"""
b: Kündigung Lagerfläche {street}
b: Ihr Mietverhältnis bei uns - Kündigung

leider müssen wir Ihnen mitteilen, dass der Hallenteil B saniert wird. Wir kündigen das Mietverhältnis über die von Ihrer Außenstelle genutzte Lagerfläche daher fristgemäß, spätestens zum {future}.

Gern bieten wir Ihnen eine Ersatzfläche in Neu-Vorlage zu gleichen Konditionen an. Ansprechpartner ist {name}.
""",
)

TRADE["attest"] = (
"""
b: Ärztliches Attest
b: Ärztliche Bescheinigung für {name}, geb. {born}

Bei o. g. Pat. besteht ein chronisches LWS-Syndrom mit Wurzelreizung sowie Z. n. Knie-TEP rechts ({past}). Heben und Tragen über 5 kg sowie längeres Stehen sind nicht möglich.

Die Einschränkung besteht voraussichtlich auf Dauer. Die Bescheinigung erfolgt auf Wunsch zur Vorlage bei der Behörde.
""",
"""
b: Attest // Patient: {name}, *{born}
b: Attest zur Vorlage beim Sozialamt
zu: sozial

{name} befindet sich seit {past} in meiner regelmäßigen fachärztlichen Behandlung. Aus medizinischer Sicht ist eine kostenaufwändige Ernährung erforderlich (Zöliakie, gesichert durch Biopsie).

? Ein Wohnungswechsel in das Erdgeschoss wird dringend befürwortet.

Für Rückfragen stehe ich bei Vorliegen einer Schweigepflichtsentbindung gern zur Verfügung.
""",
"""
b: Augenärztliches Zeugnis // {name}
b: Ärztliche Stellungnahme zur Fahreignung // {name}, geb. am {born}
zu: verkehr

die oben genannte Person wurde am {recent} hier untersucht. Die zentrale Tagessehschärfe beträgt mit Korrektur rechts 0,9, links 0,8, beidäugig 1,0. Gesichtsfeld und Farbensehen sind regelrecht.

Aus ärztlicher Sicht bestehen gegen das Führen von Kraftfahrzeugen der Gruppe 1 keine Bedenken, sofern eine Sehhilfe getragen wird.
""",
"""
b: Befundbericht // {name}
b: Fachärztliche Bescheinigung über {name}

wir berichten über den oben genannten Patienten, der sich vom {notice} bis {earlier} in unserer stationären Behandlung befand.

Diagnosen: Hirninfarkt links mit armbetonter Hemiparese rechts, arterielle Hypertonie. Die Alltagsselbstständigkeit ist eingeschränkt (Barthel-Index 65).

Hilfe bei der Körperpflege, beim Ankleiden und bei Behördengängen wird benötigt. Bis auf Weiteres besteht Arbeitsunfähigkeit.
""",
)

TRADE["rechnung"] = (
"""
b: Rechnung {invoice}
b: Rechnung
anrede: Sehr geehrte Damen und Herren,

für die ausgeführten Arbeiten erlauben wir uns, wie folgt zu berechnen:

@tabelle

{pay}

? Vielen Dank für Ihren Auftrag.
""",
"""
b: R E C H N U N G
b: Rechnung zu Ihrem Auftrag vom {earlier}
anrede:

Wir lieferten Ihnen gemäß Auftrag vom {earlier}:

@tabelle

{pay}

? Lieferdatum entspricht Rechnungsdatum. Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum.
""",
"""
b: Abrechnung unserer Leistungen {month} 2026
b: Rechnung / Leistungszeitraum {month} 2026
anrede: Guten Tag,
gruss: Ihr Team von {firm}

vielen Dank für das Vertrauen, das Sie uns auch in diesem Jahr entgegenbringen. Unsere Leistungen rechnen wir wie vereinbart ab:

@tabelle

{pay}
""",
"""
b: Schlussrechnung // Objekt: {street}
b: Rechnung Nr. {invoice} // Bauvorhaben {street}

nach Abschluss der Arbeiten am {earlier} übersenden wir Ihnen unsere Rechnung. Die Aufmaßblätter wurden von Ihrem Herrn {last2} gegengezeichnet.

@tabelle

{pay}

? Nach § 14b UStG weisen wir darauf hin, dass Rechnungen zehn Jahre aufzubewahren sind, soweit Sie Unternehmer sind.
""",
"""
b: Ihre Rechnung vom {date}
b: Rechnung für {month} 2026
anrede: Sehr geehrte Kundin, sehr geehrter Kunde,
gruss: Freundliche Grüße // Ihr Kundenservice

unten finden Sie die Zusammenstellung der im Abrechnungszeitraum angefallenen Positionen.

@tabelle

{pay}

? Fragen zur Abrechnung? Sie erreichen uns montags bis freitags von 8 bis 18 Uhr.
""",
)

TRADE["mahnung"] = (
"""
b: Zahlungserinnerung
b: Erinnerung an unsere Rechnung {invoice}

sicher haben Sie es nur übersehen: Für die unten genannte Rechnung konnten wir noch keinen Zahlungseingang verbuchen.

@tabelle

Bitte überweisen Sie den Betrag in den nächsten Tagen. Sollte sich Ihre Zahlung mit diesem Schreiben gekreuzt haben, betrachten Sie es als erledigt.
""",
"""
b: 1. Mahnung
b: Mahnung Nr. 1 zu Rechnung {invoice}
gruss: Mit freundlichen Grüßen // Buchhaltung

leider mussten wir feststellen, dass unsere Rechnung {invoice} trotz Fälligkeit am {earlier} nicht beglichen wurde.

@tabelle

Wir fordern Sie auf, den Gesamtbetrag bis spätestens {future} auf unser Konto zu überweisen.
""",
"""
b: 2. Mahnung - bitte sofort vorlegen
b: Zweite und letzte Mahnung

auf unsere Zahlungserinnerung haben Sie nicht reagiert. Es sind noch folgende Beträge offen:

@tabelle

Geht bis zum {future} kein Geld ein, übergeben wir die Forderung ohne weitere Ankündigung unserem Rechtsanwalt. Die dadurch entstehenden Kosten gehen zu Ihren Lasten.

? Nach § 288 Abs. 5 BGB sind wir berechtigt, eine Verzugspauschale zu verlangen.
""",
"""
b: Offene Posten // Kundennummer {number}
b: Kontoauszug und Mahnung
anrede: Guten Tag,
gruss: Freundliche Grüße // Debitorenbuchhaltung

bei der Abstimmung Ihres Kundenkontos ist uns der folgende überfällige Posten aufgefallen:

@tabelle

Bitte prüfen Sie den Vorgang und gleichen Sie das Konto kurzfristig aus. Zahlungen sind bis einschließlich {recent} berücksichtigt.
""",
)

PAY = (
"Zahlbar innerhalb von 14 Tagen ohne Abzug.",
"Zahlungsbedingungen: 30 Tage netto.",
"Bitte überweisen Sie den Betrag bis zum {future} auf das unten angegebene Konto.",
"Der Rechnungsbetrag ist sofort nach Erhalt fällig.",
"Zahlungsziel {future}. Bei Zahlung innerhalb von 8 Tagen gewähren wir 2 % Skonto.",
"Wir bitten um Zahlung unter Angabe der Rechnungsnummer bis {future}.",
)

BILLS = (
  {"number": "Rechnungsnr.", "date": "Rechnungsdatum", "order": "Ihre Bestellnr.", "net": "Nettobetrag", "tax": "zzgl. {rate} % MwSt.", "gross": "Rechnungsbetrag",
   "open": "Zahlbetrag", "claim": "Rechnungsbetrag", "fee": "Mahngebühr", "numbering": "2026-{0:05}", "customer": "Kundennr."},
  {"number": "Beleg-Nr.", "date": "Belegdatum", "order": "Auftrag", "net": "Summe netto", "tax": "MwSt {rate},00 %", "gross": "Gesamtsumme brutto",
   "open": "Gesamtbetrag", "claim": "Offener Betrag Beleg", "fee": "Mahnspesen", "numbering": "RG{0:06}", "customer": "Debitor"},
  {"number": "Rechnung Nr.", "date": "Datum", "order": "Bestellung", "net": "Zwischensumme", "tax": "Umsatzsteuer {rate}%", "gross": "Zu zahlen",
   "open": "Bitte zahlen Sie", "claim": "Forderung", "fee": "Bearbeitungsgebühr", "numbering": "{0}", "customer": "Kunden-Nr."},
  {"number": "Rechn.-Nr.:", "date": "Rechn.-Datum:", "order": "Ihre Best.-Nr.:", "net": "Gesamt netto", "tax": "{rate}% USt", "gross": "Endbetrag",
   "open": "Gesamt fällig", "claim": "Rechnungsendbetrag", "fee": "Kosten dieser Mahnung", "numbering": "AR-{0:04}/26", "customer": "Kd.-Nr.:"},
  {"number": "RECHNUNGSNUMMER", "date": "DATUM", "order": "IHRE BESTELLUNG", "net": "Nettosumme", "tax": "Mehrwertsteuer ({rate} %)", "gross": "Zahlbetrag",
   "open": "Offen gesamt", "claim": "Hauptforderung", "fee": "Verzugspauschale", "numbering": "26{0:06}", "customer": "KUNDENNUMMER"},
  {"number": "Re.-Nr.", "date": "Re.-Datum", "order": "Bestellzeichen", "net": "Summe ohne USt", "tax": "+ {rate} % Umsatzsteuer", "gross": "Gesamtbetrag inkl. USt",
   "open": "Zu überweisender Betrag", "claim": "Unbezahlte Rechnung", "fee": "Mahnpauschale", "numbering": "R-{0:05}-B", "customer": "Kunde"},
)

GOODS = {
  "Elektro": (("Installation Wallbox 11 kW", "Stk"), ("LED-Leuchten Flur 1. OG", "Stk"), ("Monteurstunden", "Std"), ("Prüfung ortsfester Anlagen DGUV V3", "psch"), ("Leitung NYM-J 5x2,5", "m"), ("Kleinmaterial", "psch")),
  "Maler": (("Wände streichen, Dispersionsfarbe weiß", "m²"), ("Türzargen lackieren", "Stk"), ("Abdeckarbeiten", "psch"), ("Gerüst stellen", "psch"), ("Risse spachteln", "m")),
  "Dach": (("Dachrinne reinigen", "m"), ("Ziegel ersetzen", "Stk"), ("Hubsteiger, Tagessatz", "Tag"), ("Facharbeiter", "Std"), ("Entsorgung Altmaterial", "psch")),
  "Auto": (("Inspektion nach Herstellervorgabe", "psch"), ("Motoröl 5W-30", "l"), ("Bremsbeläge vorn", "Satz"), ("Hauptuntersuchung (Fremdleistung)", "psch"), ("Winterreifen 205/55 R16", "Stk"), ("Arbeitswerte", "AW")),
  "Buch": (("Sozialrecht Kommentar, 8. Aufl.", "Ex"), ("Loseblatt Ergänzungslieferung 61", "Ex"), ("Gesetzestexte Taschenausgabe", "Ex"), ("Versandkosten", "psch")),
  "Büro": (("Druckerpapier 80 g/m²", "Pal"), ("Tonerkartusche schwarz", "Stk"), ("Drehstuhl Modell Arcus", "Stk"), ("Klickrate Multifunktionsgerät", "psch"), ("Aktenordner 80 mm", "Stk")),
  "Reinigung": (("Unterhaltsreinigung lt. Leistungsverzeichnis", "Mon"), ("Glasreinigung Nebengebäude", "psch"), ("Verbrauchsmaterial Sanitär", "psch"), ("Grundreinigung Turnhalle", "psch")),
  "Beförderung": (("Schülerfahrten Linie 7", "Fahrt"), ("Krankenfahrten", "Fahrt"), ("Wartezeit", "Std"), ("Begleitperson", "Std")),
  "Garten": (("Heckenschnitt", "m"), ("Baumfällung mit Seilklettertechnik", "Stk"), ("Rasenmahd Schulgelände", "m²"), ("Grünschnitt entsorgen", "t")),
  "IT": (("Wartungsvertrag Server", "Mon"), ("Fernwartung", "Std"), ("Notebook 14 Zoll", "Stk"), ("Lizenz Dokumentenverwaltung", "Stk"), ("Dockingstation", "Stk")),
  "Energie": (("Grundpreis Strom", "Mon"), ("Arbeitspreis Strom", "kWh"), ("Messstellenbetrieb", "Mon"), ("Netznutzung", "kWh"), ("Stromsteuer", "kWh")),
  "Entsorgung": (("Container 10 m³ stellen und abholen", "Stk"), ("Bauschutt Klasse II", "t"), ("Miete Container", "Tag"), ("Kanalreinigung mit Spülfahrzeug", "Std")),
  "": (("Lieferung laut Lieferschein", "psch"), ("Dienstleistung laut Vereinbarung", "Std"), ("Ersatzteile", "Stk"), ("An- und Abfahrt", "psch"), ("Verpackung und Versand", "psch")),
}
