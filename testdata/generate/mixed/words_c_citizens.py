"""What citizens write, style c: chatty, stiff, short or in clumsy German, but always plain about what they want."""

from .words_a import Words

CIRCUMSTANCES = (
    "Zur Lage bei uns zu Hause: Ich bin alleinerziehend, die Große geht in die dritte Klasse, der Kleine kommt "
    "nächstes Jahr in die Kita. Was am Monatsende übrig ist, kann man an einer Hand abzählen.",
    "Im Frühjahr hatte ich einen Schlaganfall. Seither geht vieles langsamer, auch das Schreiben, ich bitte das zu "
    "entschuldigen.",
    "Die Stadtwerke haben den Abschlag auf {amount} Euro erhöht und mir schon die zweite Mahnung geschickt. Ich weiß "
    "nicht, wovon ich das zahlen soll.",
    "Mein Arbeitgeber hat mir zum {earlier} die Kündigung gegeben, betriebsbedingt, nach elf Jahren in der "
    "Spätschicht.",
    "Ich bin aus Syrien und lebe seit fünf Jahr in Deutschland. Mein Deutsch ist noch nicht so gut, meine Nachbarin "
    "hat gelesen und geholfen.",
    "Alles, was Sie verlangt haben, habe ich am {earlier} persönlich am Empfang abgegeben. Eine Bescheinigung darüber "
    "wollte man mir nicht ausstellen, das sei nicht üblich.",
    "Wie Sie wissen, pflege ich meine Mutter. Sie hat Pflegegrad 4 und kann keine Minute allein bleiben. Der Arzt hat "
    "uns dazu ein Attest geschrieben, das bei Ihnen sein muss.",
    "Wir haben das Haus 1987 von meinen Schwiegereltern übernommen. Damals hat niemand nach Anträgen gefragt, das lief "
    "per Handschlag mit dem Bürgermeister.",
    "Am Telefon hat man mich dreimal weiterverbunden, zuletzt zu einer Frau {name}, die sehr freundlich war, aber die "
    "Akte nicht öffnen konnte.",
    "Ich will keinen Streit mit dem Amt. Aber es muss doch möglich sein, dass ein Mensch sich die Sache einmal "
    "ansieht.",
    "Nebenbei verdiene ich mit Zeitungaustragen {amount} Euro. Das habe ich immer angegeben, auch damals in der "
    "Anhörung.",
    "Der Bus nach Mustertal fährt nur noch zweimal am Tag. Ohne Auto kommt man hier weder zum Arzt noch zum Einkaufen.",
    "Sollten Sie meinen, dass jemand anders zuständig ist, dann leiten Sie das bitte weiter. Ich habe keine Kraft "
    "mehr, alles noch einmal zu schreiben.",
    "Eine Rechnung der Apotheke über {amount} Euro lege ich dazu, damit Sie sehen, was da jeden Monat zusammenkommt.",
)

HOUSE = (
    "Zur Gemeindestraße hin bleibt ein Abstand von fünf Metern, nach hinten ist der Garten. Mit Familie {name} von "
    "nebenan ist alles besprochen, sie haben auf dem Plan unterschrieben.",
    "Geheizt wird mit einer Wärmepumpe, das Regenwasser versickert auf dem Grundstück. Wasser und Strom liegen in der "
    "Straße.",
    "Die Zeichnungen (Grundrisse, Ansichten, ein Schnitt) sowie der amtliche Lageplan liegen in dreifacher "
    "Ausfertigung bei.",
    "Wohnfläche 138 m², umbauter Raum 640 m³, Rohbausumme geschätzt {number}0 Euro. Der Nachweis zum Wärmeschutz "
    "folgt.",
    "Das Vorhaben liegt nicht im Überschwemmungsgebiet. Bäume müssen nicht gefällt werden.",
    "Einen Bescheid über die Bauvoranfrage gibt es schon, er ist vom {earlier}. Geändert hat sich seitdem nur die "
    "Dachform.",
    "Die Rechnung für die Gebühr schicken Sie bitte an den Bauherrn, nicht an das Büro.",
    "Mit den Arbeiten soll ab {future} begonnen werden. Die Statik macht das Büro {name}.",
)

CITIZENS = {
    "widerspruch": Words(
        (
            ("Mein Widerspruch in der Sache {subject}",),
            ("Ich widerspreche Ihrem Bescheid!",),
            ("Schreiben Ihres Hauses vom {notice}", "hier: Erhebung des Widerspruchs"),
            ("{subject} - Widerspruch gegen die Entscheidung vom {notice}",),
            ("WIDERSPRUCH",),
        ),
        (
            "über den Bescheid vom {notice} bin ich erschrocken. Damit bin ich nicht einverstanden, deshalb dieser "
            "Widerspruch.",
            "fristwahrend wird gegen den am {earlier} eingegangenen Bescheid in der Angelegenheit {subject} "
            "Widerspruch eingelegt.",
            "Sie haben am {notice} gegen mich entschieden. Das akzeptiere ich nicht, ich widerspreche dem Bescheid in "
            "vollem Umfang.",
            "ich bekomme Bescheid von {notice} und ist falsch. Ich mache Widerspruch, bitte noch einmal prüfen.",
            "nach Rücksprache mit dem Sozialverband erhebe ich hiermit gegen die Entscheidung vom {notice} form- und "
            "fristgerecht Widerspruch.",
            "der Brief vom {notice} kam bei mir am {earlier} an, ich bin also noch in der Frist. Ich lege Widerspruch "
            "ein.",
        ),
        (
            "Auf Seite 2 rechnen Sie mit einem Einkommen, das ich seit {earlier} nicht mehr habe. Die Lohnzettel "
            "hatten Sie.",
            "Eine Anhörung hat es vorher nicht gegeben. Dabei hätte ein Anruf gereicht und alles wäre klar gewesen.",
            "Mein Nachbar hat in der gleichen Lage einen anderen Bescheid bekommen. Wo bleibt da die Gleichbehandlung?",
            "Es geht um {amount} Euro. Für das Amt ist das wenig, für mich ist es die Miete.",
            "Den Antrag hatte ich rechtzeitig gestellt, und zwar noch auf dem alten Vordruck.",
            *CIRCUMSTANCES[:9],
        ),
        (
            "Bitte heben Sie den Bescheid auf. Wenn Sie dabei bleiben, will ich einen richtigen Widerspruchsbescheid, "
            "damit ich klagen kann.",
            "Ich bitte um nochmalige Prüfung und um eine Eingangsbestätigung für diesen Widerspruch.",
            "Die Begründung liefere ich nach, sobald ich beim Anwalt war. Setzen Sie die Vollziehung bitte so lange "
            "aus.",
        ),
    ),
    "antrag": Words(
        (
            ("Antragstellung {subject}",),
            ("Ich beantrage {subject}",),
            ("Formloser Antrag", "Leistung: {subject}"),
            ("{subject}, Bitte um Bewilligung ab {future}",),
            ("Antrag",),
        ),
        (
            "um die Frist zu wahren, stelle ich zunächst formlos den Antrag auf {subject}. Vordrucke reiche ich nach.",
            "ich möchte gern {subject} bekommen und stelle dafür heute den Antrag.",
            "auf Anraten der Beratungsstelle beantrage ich für mich und meine Familie {subject}, beginnend mit dem "
            "laufenden Monat.",
            "bitte ich brauche Hilfe. Ich will Antrag machen für {subject}, bitte schicken Papiere.",
            "die Bewilligung läuft zum {future} aus. Ich bitte daher, mir {subject} auch weiterhin zu gewähren, und "
            "stelle hiermit den Folgeantrag.",
        ),
        (
            "An Einkünften habe ich nur die Rente von {amount} Euro. Der letzte Rentenbescheid liegt in Kopie bei.",
            "Bisher habe ich noch nie etwas vom Staat verlangt, es fällt mir auch nicht leicht.",
            "Zuvor war ich im Jobcenter. Dort hat man den Antrag abgelehnt, weil Sie zuständig seien.",
            "Ausgezahlt werden soll bitte auf das Konto, das Sie schon haben.",
            *CIRCUMSTANCES[:4],
            *CIRCUMSTANCES[6:],
        ),
        (
            "Falls noch etwas beizubringen ist, genügt eine kurze Liste. Ich bemühe mich dann sofort darum.",
            "Ich erkläre, dass ich nichts verschwiegen habe. Über einen baldigen Bescheid wäre ich froh.",
            "Bitte bestätigen Sie mir das Datum, an dem der Antrag bei Ihnen eingegangen ist.",
        ),
    ),
    "schreiben": Words(
        (
            ("Neue Anschrift ab {future}",),
            ("Nachgereichte Unterlagen zu {subject}",),
            ("Dauer der Bearbeitung - {subject}",),
            ("Terminverlegung",),
            ("Beschwerde über Ihren Schalter in Musterfurt",),
            ("Mitteilung in Sachen {subject}",),
        ),
        (
            "nur zur Mitteilung für Ihre Akten, einen Bescheid brauche ich dazu nicht.",
            "zu meinem Vorgang {subject} möchte ich Ihnen kurz etwas mitteilen.",
            "wie mit Ihrer Kollegin verabredet, melde ich mich noch einmal schriftlich.",
            "da ich Sie telefonisch nicht erreiche, auf diesem Weg ein paar Zeilen zu meiner Angelegenheit.",
            "ich schreibe wegen {subject}. Es hat sich etwas geändert, das Sie wissen sollten.",
        ),
        (
            "Ab {future} wohnen wir in der {street}. Die Telefonnummer bleibt dieselbe.",
            "Zum Termin am {future} kann ich nicht kommen, da bin ich in der Kur. Ab der Woche darauf passt es mir "
            "immer.",
            "Seit der Antragstellung sind nun neun Wochen vergangen. Können Sie ungefähr sagen, wann jemand darauf "
            "schaut?",
            "Die fehlenden Kontoauszüge und die Bescheinigung der Krankenkasse liegen diesem Brief bei.",
            "Gegen den Bescheid selbst habe ich nichts, es geht mir nur um den Ton am Schalter.",
            "Meinen Widerspruch vom vergangenen Jahr hat damals Frau {name} bearbeitet, vielleicht erinnert sie sich.",
            *CIRCUMSTANCES[4:9],
        ),
        (
            "Das war schon alles. Melden Sie sich gern, wenn Sie Fragen haben.",
            "Bitte nehmen Sie das Schreiben zu meiner Akte.",
            "Über eine Rückmeldung würde ich mich freuen, es eilt aber nicht.",
        ),
    ),
    "vollmacht": Words(
        (
            ("Vollmacht für meine Angelegenheiten beim Landkreis",),
            ("Vollmachtserteilung",),
            ("Schriftliche Vollmacht zur Vorlage beim Amt",),
            ("Vollmacht", "{subject}"),
        ),
        (
            "ich, die Unterzeichnerin oder der Unterzeichner, gebe {name}, wohnhaft {street}, die Vollmacht, für mich "
            "bei Ihnen zu handeln.",
            "da ich selbst nicht mehr aus dem Haus komme, soll {name} alles für mich regeln. Dafür gilt diese "
            "Vollmacht.",
            "Vollmachtgeber bin ich, Vollmachtnehmer ist {name}. Die Vollmacht betrifft die Sache {subject}.",
            "hiermit gebe ich meinem Kind {name} Vollmacht, meine Post vom Amt zu öffnen und zu beantworten.",
            "für die Dauer meines Aufenthalts in der Klinik bevollmächtige ich {name}, wohnhaft in Oberprobe.",
        ),
        (
            "Dazu gehören Anträge, Auskünfte aus der Akte, das Abholen von Bescheiden und, wenn nötig, ein "
            "Widerspruch.",
            "Geld soll weiterhin nur auf mein eigenes Konto gezahlt werden.",
            "Die Vollmacht gilt ab sofort und endet, wenn ich sie schriftlich zurücknehme, spätestens am {future}.",
            "Von der Schweigepflicht entbinde ich Ihre Mitarbeiter gegenüber der bevollmächtigten Person.",
            "Eine Kopie meines Personalausweises ist angeheftet. Die Echtheit der Unterschrift kann die Gemeinde "
            "bestätigen.",
        ),
        (
            "Ich bin bei klarem Verstand und erteile die Vollmacht aus freien Stücken.",
            "Bitte nehmen Sie das Original der Vollmacht zu den Akten und senden mir eine Kopie zurück.",
            "Dies bekräftige ich mit meiner Unterschrift.",
        ),
    ),
    "bewerbung": Words(
        (
            ("Bewerbung: Sachbearbeitung in der Wohngeldstelle",),
            ("Initiativbewerbung",),
            ("Ihr Stellenangebot auf dem Karriereportal, Referenz {number}", "Bewerbung"),
            ("Bewerbung um die ausgeschriebene Stelle im Bauhof",),
            ("Bewerbungsunterlagen",),
        ),
        (
            "über eine Bekannte habe ich erfahren, dass Sie Verstärkung suchen. Ich bewerbe mich gern bei Ihnen.",
            "Sie suchen jemanden, der anpackt und trotzdem genau ist? Dann lesen Sie bitte weiter: Ich bewerbe mich.",
            "der Landkreis ist für mich ein Arbeitgeber mit Zukunft. Daher sende ich Ihnen meine Bewerbungsunterlagen.",
            "mit dieser Bewerbung möchte ich Ihnen zeigen, warum ich gut in Ihr Haus passe.",
            "nach der Elternzeit suche ich eine neue Aufgabe in Teilzeit und bewerbe mich auf Ihr Angebot.",
        ),
        (
            "Zurzeit arbeite ich in der Buchhaltung eines Autohauses, prüfe Rechnungen und schreibe Mahnungen.",
            "In meiner letzten Stelle habe ich Bauanträge angenommen und Akten für das Archiv vorbereitet.",
            "Mein Lebenslauf verrät Ihnen, dass ich auch einmal etwas ganz anderes gemacht habe, nämlich Brot "
            "gebacken.",
            "Meine Kündigungsfrist ist kurz, ich könnte zum {future} anfangen. Mein Gehaltswunsch richtet sich nach "
            "dem Tarif.",
            "Ich spreche Deutsch, Türkisch und Englisch und besitze den Führerschein der Klasse B.",
            "Ehrenamtlich sitze ich im Gemeinderat und weiß daher, wie ein Bescheid entsteht.",
        ),
        (
            "Wenn ich Ihr Interesse geweckt habe, komme ich jederzeit zu einem Vorstellungsgespräch.",
            "Meine Zeugnisse und den Lebenslauf finden Sie auf den folgenden Seiten.",
            "Ich hoffe auf eine positive Antwort.",
        ),
    ),
    "auskunftsersuchen": Words(
        (
            ("Welche Daten haben Sie über mich?",),
            ("Art. 15 DS-GVO: Antrag auf Selbstauskunft",),
            ("Akteneinsicht nach dem Landestransparenzgesetz",),
            ("Betroffenenrechte, hier Auskunft und Datenkopie",),
            ("Anfrage nach Umweltinformationsgesetz (UIG)",),
        ),
        (
            "nach der Datenschutz-Grundverordnung habe ich ein Recht darauf zu erfahren, was bei Ihnen über mich "
            "gespeichert ist. Dieses Recht nehme ich hiermit wahr.",
            "ich verlange Auskunft nach Artikel 15 DS-GVO über alle Daten, die Ihr Haus zu meiner Person verarbeitet.",
            "als Bürger dieses Kreises interessiere ich mich für die Messwerte der Deponie. Gestützt auf das Gesetz "
            "über den Zugang zu Informationen bitte ich um Kopien.",
            "bitte legen Sie mir offen, an welche Stellen meine persönlichen Daten weitergegeben wurden. Das ist eine "
            "Anfrage nach der DS-GVO.",
            "gemäß Informationsfreiheitsgesetz erbitte ich Einsicht in die Verträge über den Betrieb der Buslinie 7.",
        ),
        (
            "Mich interessieren auch Vermerke, Gesprächsnotizen und die Löschfristen.",
            "Für die Antwort haben Sie laut Gesetz einen Monat Zeit. Eine Verlängerung müssten Sie mir begründen.",
            "Die Kopien können Sie mir als Datei an meine E-Mail schicken. Eine Rechnung dafür dürfen Sie nicht "
            "stellen.",
            "Dass ich im Mai einen Widerspruch eingelegt habe, hat mit dieser Anfrage nichts zu tun.",
            "Sollten Teile geheim sein, schwärzen Sie diese bitte und schicken den Rest.",
        ),
        (
            "Bei Ablehnung bitte ich um einen Bescheid mit Rechtsbehelfsbelehrung.",
            "Kommt bis {future} keine Auskunft, wende ich mich an die Landesbeauftragte für den Datenschutz.",
            "Zum Nachweis meiner Identität füge ich eine geschwärzte Ausweiskopie bei.",
        ),
    ),
    "einspruch": Words(
        (
            ("Ihr Bußgeldbescheid - ich lege Einspruch ein",),
            ("Einspruch in der Bußgeldsache vom {notice}",),
            ("Knöllchen {plate}", "Einspruch"),
            ("Einspruch nach § 67 OWiG",),
        ),
        (
            "am {earlier} lag Ihr Bußgeldbescheid im Kasten. Dagegen erhebe ich fristgerecht Einspruch.",
            "ich soll zu schnell gefahren sein. Das stimmt nicht, und deshalb lege ich Einspruch gegen den "
            "Bußgeldbescheid ein.",
            "gegen das mir auferlegte Bußgeld von {amount} Euro erhebe ich Einspruch.",
            "ich war das nicht! Gegen den Bußgeldbescheid vom {notice} Einspruch!",
            "namens meiner Tochter, der Halterin des Wagens {plate}, lege ich gegen den Bescheid Einspruch ein.",
        ),
        (
            "Zur fraglichen Uhrzeit saß ich beim Zahnarzt. Eine Bescheinigung der Praxis kann ich vorlegen.",
            "Auf dem Blitzerfoto sieht man einen Mann mit Bart. Ich bin 71 Jahre alt und trage keinen.",
            "Das Tempo-30-Schild steht dort erst seit {earlier}, vorher war 50 erlaubt.",
            "Den Anhörungsbogen habe ich nie bekommen. Vermutlich ging er noch an die alte Adresse in der {street}.",
            "Ich beantrage Akteneinsicht, insbesondere in das Messprotokoll und die Lebensakte des Geräts.",
            "Der Parkautomat war kaputt, das hat die Frau vom Kiosk auch gesehen.",
        ),
        (
            "Nehmen Sie den Bußgeldbescheid zurück, sonst sehen wir uns eben vor dem Amtsgericht.",
            "Ich bitte um Einstellung nach § 47 OWiG.",
            "Zahlen werde ich vorerst nichts.",
        ),
    ),
    "kuendigung": Words(
        (
            ("Kündigung unseres Vertrages Nr. {number}",),
            ("Mietverhältnis {street}", "ordentliche Kündigung"),
            ("Beendigung des Mietverhältnisses über die Büroräume",),
            ("Kündigung Pachtvertrag Parkplatz {street}",),
            ("Außerordentliche Kündigung",),
        ),
        (
            "das mit Ihnen bestehende Vertragsverhältnis wird hiermit zum {future} gekündigt.",
            "leider müssen wir uns von Ihnen trennen: Wir kündigen den Vertrag über die Räume {street} zum {future}.",
            "unter Einhaltung der vereinbarten Frist erklären wir die Kündigung, wirksam zum {future}.",
            "der Vertrag mit dem Landkreis soll nicht fortgeführt werden. Dies ist unsere Kündigung, gültig ab "
            "{future}.",
            "wegen Eigenbedarfs kündigen wir die an den Landkreis vermieteten Räume zum Ablauf des {future}.",
        ),
        (
            "Die Räume sind besenrein und mit allen Schlüsseln zurückzugeben. Der Hausmeister, Herr {name}, nimmt sie "
            "ab.",
            "Über die Nebenkosten erhalten Sie im Frühjahr eine letzte Abrechnung. Offene Rechnungen sind bis dahin zu "
            "zahlen.",
            "Die Kaution von {amount} Euro zahlen wir nach der Übergabe zurück.",
            "Einer stillschweigenden Verlängerung nach § 545 BGB widersprechen wir ausdrücklich.",
            "Trotz Mahnung vom {earlier} sind zwei Monatsmieten offen geblieben.",
            "Sie haben das Recht, der Kündigung bis zwei Monate vor dem Ende zu widersprechen.",
        ),
        (
            "Bitte senden Sie das beiliegende Doppel der Kündigung unterschrieben zurück.",
            "Für die gute Zusammenarbeit in all den Jahren bedanken wir uns.",
            "Wir bitten um eine kurze Bestätigung, dass Sie die Kündigung erhalten haben.",
        ),
    ),
    "bauantrag": Words(
        (
            ("Bauantragsunterlagen für {name}, {street}",),
            ("Wir möchten bauen: Antrag auf Baugenehmigung", "Gemarkung Mustertal, Flur 2, Flurstück {number}"),
            ("Einreichung eines Bauantrags nach § 64 der Bauordnung",),
            ("Bauvorhaben Neubau Doppelgarage, Flurstück {number}", "Bauantrag"),
            ("Nutzungsänderung Scheune zu Wohnraum: Bauantrag",),
        ),
        (
            "für das im Betreff genannte Vorhaben wird hiermit die Baugenehmigung beantragt.",
            "im beiliegenden Ordner finden Sie unseren Bauantrag mit allen Plänen. Wir bitten um Erteilung der "
            "Genehmigung.",
            "endlich ist es so weit: Wir reichen den Bauantrag ein und hoffen auf eine zügige Prüfung.",
            "zu dem Grundstück {street} legen wir den Antrag auf Erteilung einer Baugenehmigung samt Bauvorlagen vor.",
            "nach der Vorbesprechung mit Ihrer Bauaufsicht folgt nun der förmliche Bauantrag.",
        ),
        HOUSE,
        (
            "Fehlt ein Formular, so bitten wir um Nachricht, ehe der Antrag zurückgewiesen wird.",
            "Wir bitten um Mitteilung, wann mit der Genehmigung zu rechnen ist.",
            "Einem Ortstermin sehen wir gern entgegen.",
        ),
    ),
}
