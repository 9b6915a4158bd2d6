"""Who writes letters of style d: name, street, town, unit; and the signs as each of them makes them."""

SENDERS = {
    "lawyer": (
        ("Rechtsanwaltskanzlei Thiele & Nowak", "Obere Straße 14", "00865 Altenrode", "Tel. 030 23125-520"),
        ("RA Dr. jur. Jürgen Brinkmann, Fachanwalt für Verwaltungsrecht", "Poststraße 2", "00861 Wiesenbrück", "Tel. 030 23125-533"),
        ("Özdemir Legal - Rechtsanwältin Nadine Özdemir", "Am Markt 9", "00815 Musterfurt", "Tel. 030 23125-541"),
        ("WPK Rechtsanwälte Steuerberater Partnerschaft mbB", "Hafenkontor 3", "00865 Altenrode", "Tel. 030 23125-550"),
    ),
    "verband": (
        ("Sozialverband Ostermoor e. V. - Rechtsberatung", "Ringweg 4", "00861 Wiesenbrück", "Tel. 030 23125-560"),
        ("Mieter- und Rentnerbund Musterland e. V.", "Bachgasse 30", "00815 Musterfurt", "Tel. 030 23125-566"),
    ),
    "gemeinde": (
        ("Gemeinde Ostermoor", "Hauptstraße 51", "00862 Ostermoor", "Fachdienst Bauen"),
        ("Stadt Wiesenbrück", "Rathausplatz 1", "00861 Wiesenbrück", "Fachbereich 4 - Stadtentwicklung"),
        ("Verbandsgemeinde Kreuzhain", "Am Schulzentrum 8", "00867 Kreuzhain", "Bauamt"),
    ),
    "traeger": (
        ("Jobcenter Wiesenbrück", "Industriestraße 3", "00861 Wiesenbrück", "Team 412"),
        ("Stadt Altenrode - Der Oberbürgermeister", "Neuer Markt 1", "00865 Altenrode", "Amt für soziale Leistungen"),
        ("Kreisverwaltung Ostermoor", "Kreishaus 1", "00862 Ostermoor", "Fachdienst Jugend und Soziales"),
        ("Agentur für Arbeit Altenrode", "Bahnhofstraße 77", "00865 Altenrode", "Familienkasse"),
        ("Bezirksamt Hohenfelde", "Grüner Platz 2", "00869 Hohenfelde", "Abteilung Soziales"),
    ),
    "polizei": (
        ("Polizeidirektion Altenrode", "Wachtstraße 6", "00865 Altenrode", "Polizeiabschnitt 3"),
        ("Staatsanwaltschaft Altenrode", "Justizzentrum 2", "00865 Altenrode", "Abteilung 12"),
        ("Polizeistation Ostermoor", "Feldstraße 10", "00862 Ostermoor", "Ermittlungsdienst"),
    ),
    "land": (
        ("Landesamt für Umwelt und Geologie", "Flussufer 12", "00869 Hohenfelde", "Abteilung Wasserwirtschaft"),
        ("Bezirksregierung Hohenfelde", "Regierungsplatz 1", "00869 Hohenfelde", "Dezernat 54"),
        ("Wasser- und Bodenverband Mühlbach", "Deichweg 5", "00862 Ostermoor", "Verbandsverwaltung"),
    ),
    "rente": (
        ("Deutsche Altersversicherung Region Mitte", "Rentenplatz 1", "00869 Hohenfelde", "Abteilung Rehabilitation und Rente"),
        ("Versorgungsamt Altenrode", "Kasernenstraße 15", "00865 Altenrode", "Schwerbehindertenrecht"),
        ("Pflegekasse bei der Vita-Krankenkasse", "Kassenhof 4", "00869 Hohenfelde", "Leistungszentrum Pflege"),
    ),
    "court": (
        ("Verwaltungsgericht Altenrode", "Justizzentrum 1", "00865 Altenrode", "3. Kammer"),
        ("Sozialgericht Hohenfelde", "Parkstraße 28", "00869 Hohenfelde", "Geschäftsstelle der 21. Kammer"),
        ("Landessozialgericht Hohenfelde", "Parkstraße 30", "00869 Hohenfelde", "9. Senat"),
        ("Oberverwaltungsgericht Hohenfelde", "Schlossallee 7", "00869 Hohenfelde", "12. Senat"),
        ("Amtsgericht Wiesenbrück", "Gerichtsplatz 4", "00861 Wiesenbrück", "Geschäftsstelle"),
    ),
    "vg": (
        ("Verwaltungsgericht Altenrode", "Justizzentrum 1", "00865 Altenrode", "3. Kammer"),
        ("Verwaltungsgericht Altenrode", "Justizzentrum 1", "00865 Altenrode", "7. Kammer"),
        ("Oberverwaltungsgericht Hohenfelde", "Schlossallee 7", "00869 Hohenfelde", "12. Senat"),
    ),
    "party": (
        ("Kreistagsfraktion Die Mitte Musterland", "Kreisstraße 1, Zimmer 012", "00815 Musterfurt", "Fraktionsgeschäftsstelle"),
        ("Grüne Liste Musterland", "Mühlenweg 6", "00818 Mustertal", "Fraktion im Kreistag"),
        ("Bürger für Musterland (BfM)", "Lindenallee 22", "00815 Musterfurt", "Kreistagsfraktion"),
    ),
    "practice": (
        ("Hausarztpraxis Dr. Reimers / Dr. Weiß", "Gartenstraße 17", "00815 Musterfurt", "Innere und Allgemeinmedizin"),
        ("Praxis für Orthopädie und Unfallchirurgie Dr. med. T. Hoffmann", "Nordring 40", "00816 Beispielhausen", "D-Arzt"),
        ("MVZ am Mühlbach GmbH", "Ärztehaus, Mühlenweg 2", "00818 Mustertal", "Neurologie - Psychiatrie"),
    ),
    "klinik": (
        ("Kreiskrankenhaus Altenrode gGmbH", "Klinikallee 1", "00865 Altenrode", "Klinik für Neurologie"),
        ("Fachklinik Kreuzhain", "Waldweg 100", "00867 Kreuzhain", "Geriatrische Rehabilitation"),
    ),
    "auge": (
        ("Augenzentrum Musterfurt", "Marktgasse 3", "00815 Musterfurt", "Dres. Lütjens und Kollegen"),
        ("Augenarztpraxis Katarzyna Nowak", "Bachgasse 8", "00816 Beispielhausen", "Fachärztin für Augenheilkunde"),
    ),
    "strom": (("Energieversorgung Wiesenbrück", "Gaswerkstraße 1", "00861 Wiesenbrück", "Kundenservice"), ("Strom & Wärme Nord AG", "Netzallee 90", "00869 Hohenfelde", "Zählerwesen")),
    "kasse": (("Vita-Krankenkasse", "Kassenhof 4", "00869 Hohenfelde", "Versichertenservice"), ("BKK Ostermoor", "Werktor 2", "00862 Ostermoor", "Mitgliedschaft")),
    "versicherung": (("Nordlicht Versicherungen a. G.", "Leuchtturmweg 20", "00869 Hohenfelde", "Kraftfahrt"),),
    "bauspar": (("Bausparkasse Eigenes Dach", "Sparerstraße 11", "00869 Hohenfelde", "Vertragsservice"),),
    "haus": (("Kreiskrankenhaus Altenrode gGmbH", "Klinikallee 1", "00865 Altenrode", "Patientenaufnahme"),),
    "Krankenkasse": (("Vita-Krankenkasse", "Kassenhof 4", "00869 Hohenfelde", "Versichertenservice"), ("BKK Ostermoor", "Werktor 2", "00862 Ostermoor", "Leistungsabteilung")),
    "Schule": (("Grundschule Mustertal", "Schulweg 3", "00818 Mustertal", "Sekretariat"), ("Berufsbildende Schulen Musterfurt", "Nordring 70", "00815 Musterfurt", "Verwaltung"), ("Gesamtschule Neu-Vorlage", "Am Sportplatz 1", "00819 Neu-Vorlage", "Schulbüro")),
    "Kita": (("Kindertagesstätte Spatzennest", "Erlenring 12", "00817 Oberprobe", "Träger: Kirchengemeinde Oberprobe"), ("Waldkindergarten Pusteblume e. V.", "Am Forst 2", "00818 Mustertal", "Vorstand")),
    "Wohnen": (("Wohnungsgenossenschaft Musterfurt eG", "Siedlungsweg 1", "00815 Musterfurt", "Vermietung"), ("Hausverwaltung Krüger", "Lindenallee 60", "00816 Beispielhausen", "Mietverwaltung")),
    "betrieb": (("Fleischwaren Jansen GmbH", "Industriepark 7", "00819 Neu-Vorlage", "Personalabteilung"), ("Pflegedienst Herbstsonne", "Ahornweg 3", "00815 Musterfurt", "Lohnbüro"), ("Hotel Musterfurter Hof", "Bahnhofstraße 1", "00815 Musterfurt", "Direktion"), ("Logistikzentrum Nord SE", "Autohof 2", "00816 Beispielhausen", "Human Resources")),
    "architekt": (("Architekturbüro Wolters + Partner", "Fasanenstieg 10", "00815 Musterfurt", "Dipl.-Ing. Architekten BDA"), ("Ing.-Büro Petersen für Bauwesen", "Dorfstraße 90", "00817 Oberprobe", "Beratende Ingenieure"), ("Hausbau Kreuzhain GmbH", "Musterhauspark 5", "00867 Kreuzhain", "Planungsabteilung")),
    "vermieter": (("Grundstücksgesellschaft Am Nordring mbH", "Nordring 2", "00815 Musterfurt", "Objektverwaltung"), ("Baumgärtel Immobilien KG", "Obere Straße 1", "00865 Altenrode", "Gewerbeflächen"), ("Lagerhaus Neu-Vorlage eG", "Hafenstraße 30", "00819 Neu-Vorlage", "Vermietung")),
}  # fmt: skip

FROM = {
    "widerspruch-anwalt": ("lawyer", "verband", "lawyer", "lawyer"),
    "amtshilfe": ("traeger", "traeger", "gemeinde", "polizei", "traeger"),
    "bescheid": ("land", "rente", "rente", "land", "rente"),
    "irrlaeufer": ("strom", "kasse", "versicherung", "bauspar", "haus"),
    "ratsanfrage": ("party",) * 3,
    "ladung": ("court", "court", "vg", "vg"),
    "beschluss": ("vg", "court", "vg", "court"),
    "bauantrag": ("architekt",) * 3,
    "bescheinigung": ("betrieb", "Krankenkasse", "Schule", "Kita", "Wohnen"),
    "kuendigung": ("vermieter",) * 3,
    "attest": ("practice", "practice", "auge", "klinik"),
}
"""Which group writes which of the letters of a kind."""

SIGNS = {
    "Verwaltungsgericht Altenrode": ("{a} K {n}/{y}", "{a} L {n}/{y}", "{a} E {n}/{y}"),
    "Sozialgericht Hohenfelde": ("S {a} SO {n}/{y}", "S {a} SO {n}/{y} ER", "S {a} AY {n}/{y}"),
    "Landessozialgericht Hohenfelde": ("L {a} SO {n}/{y}", "L {a} SO {n}/{y} B ER"),
    "Oberverwaltungsgericht Hohenfelde": ("{a} A {n}/{y}", "{a} B {n}/{y}", "{a} ME {n}/{y}"),
    "Amtsgericht Wiesenbrück": ("{a} C {n}/{y}", "{a} OWi {n}/{y}", "{a} XVII {n}/{y}"),
    "lawyer": ("{n}/{y} TN", "{n}/{y}-jb", "{y}-{n5}", "{n}/{y}OE11"),
    "verband": ("M {n5}-{a}", "RB {n}/{y}"),
    "gemeinde": ("60-{a}/{n}", "FD 3.{a} / {l}", "622-{a}-{n}", "63.{b}-20{y}/{n}"),
    "traeger": ("{n}BG00{n5}", "50.{b}1-{n}/{y}", "SG 412 - {n}", "51.{b}-20{y}/{n}", "FK-{n5}"),
    "polizei": ("{n5}-{y}-{a}", "VNR 2026/{n5}", "{n} Js {n5}/{y}"),
    "land": ("Dez. 54.{b}-{n}", "62{b}/{n5}-{y}", "WBV-{n}"),
    "rente": ("{a} {n5}0 {l} 0{b}4", "SchwbR {n5}/{y}", "PK/{n}-{l}"),
    "firm": ("{n}", "{l}{l2}/{n}", "26-{n5}", "", ""),
    "practice": ("", "", "Pat. {n5}"),
    "stranger": ("{n5}/{y}", "K-{n5}", "{n5} {n5}"),
}
