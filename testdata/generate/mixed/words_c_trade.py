"""What firms and doctors write, style c: certificates, invoices, reminders."""

from .words_a import Words

BUSINESS = (
    "Unsere Geschäftszeiten haben sich geändert: Wir sind montags bis donnerstags von 7 bis 16 Uhr erreichbar.",
    "Es gelten unsere Allgemeinen Geschäftsbedingungen in der Fassung vom {earlier}. Die Ware bleibt bis zur Bezahlung "
    "unser Eigentum.",
    "Bitte beachten Sie unsere neue Bankverbindung nur dann, wenn wir sie Ihnen auf anderem Weg bestätigt haben.",
    "Für Reklamationen wenden Sie sich an {name} aus unserem Innendienst. Halten Sie dafür die Kundennummer {number} "
    "bereit.",
    "Der Wartungsvertrag verlängert sich um ein Jahr, sofern nicht drei Monate vorher eine Kündigung eingeht.",
    "Nach dem Gesetz sind wir verpflichtet, Belege zehn Jahre aufzubewahren. Sie als öffentlicher Auftraggeber sind es "
    "auch.",
    "Eine Freistellungsbescheinigung des Finanzamts senden wir auf Antrag gern zu.",
)

CLINICAL = (
    "Die Beschwerden bestehen nach Angaben seit dem Unfall am {earlier}. Eine Röntgenaufnahme wurde angefertigt.",
    "Im Befund zeigte sich die Beweglichkeit des rechten Knies deutlich vermindert, die Muskulatur verschmächtigt.",
    "Die Medikamente wurden umgestellt. Eine Rehabilitation ist beantragt, der Bescheid der Krankenkasse steht noch "
    "aus.",
    "Längere Fahrten mit öffentlichen Verkehrsmitteln sind nicht zuzumuten. Treppen sollten vermieden werden.",
    "Aus nervenärztlicher Sicht ist eine ruhige Wohnlage nötig; die drohende Kündigung belastet zusätzlich.",
    "Eine Nachuntersuchung ist für den {future} vorgesehen.",
    "Die Gebühr für diese Bescheinigung nach GOÄ Ziffer 70 wird mit eigener Rechnung erhoben.",
)

TRADE = {
    "bescheinigung": Words(
        (
            ("Beschäftigungsnachweis {name}",),
            ("Bescheinigung über das Arbeitsentgelt",),
            ("Bestätigung des Ausbildungsverhältnisses", "{name}"),
            ("Wohnungsgeberbestätigung",),
            ("Bescheinigung für Behörden",),
        ),
        (
            "zur Vorlage bei Ihrer Dienststelle bescheinigen wir Folgendes: {name} arbeitet in unserem Betrieb seit "
            "{earlier}.",
            "auf Bitte von {name} bestätigen wir hiermit das seit {earlier} bestehende Vertragsverhältnis.",
            "die folgenden Angaben zu {name} entsprechen unseren Büchern; wir bescheinigen sie hiermit.",
            "es wird bestätigt, dass {name}, gemeldet in der {street}, seit {earlier} bei uns geführt wird.",
            "diese Bescheinigung stellen wir für {name} aus, damit die beantragte Leistung berechnet werden kann.",
        ),
        (
            "Arbeitszeit 30 Stunden in der Woche, Bruttolohn {amount} Euro, ausgezahlt zum Monatsende.",
            "Die Beschäftigung ist befristet bis {future}. Eine Übernahme ist geplant.",
            "Weihnachtsgeld wird nicht gezahlt. Pfändungen liegen nicht vor.",
            "Eine Kündigung wurde bis heute nicht ausgesprochen.",
            "Fehlzeiten: keine. Urlaub wurde im üblichen Umfang genommen.",
            "Im laufenden Monat fiel Kurzarbeit an; die Rechnung mit der Agentur ist noch nicht abgeschlossen.",
        ),
        (
            "Die Richtigkeit der vorstehenden Angaben wird durch Stempel und Unterschrift bestätigt.",
            "Weitere Auskünfte erteilt unser Lohnbüro, soweit eine Einwilligung vorliegt.",
            "Die Bescheinigung wurde maschinell nach unseren Unterlagen gefertigt.",
        ),
    ),
    "attest": Words(
        (
            ("Ärztliche Bescheinigung", "Patient/in: {name}"),
            ("Attest zur Vorlage bei der Behörde",),
            ("Befundbericht / Attest",),
            ("Bescheinigung aus ärztlicher Sicht",),
        ),
        (
            "ich bescheinige {name}, dass aus gesundheitlichen Gründen die nachstehenden Einschränkungen bestehen.",
            "oben genannte Person stellte sich am {earlier} in meiner Sprechstunde vor. Ärztlicherseits attestiere "
            "ich:",
            "wir berichten über {name}, in unserer Behandlung seit {earlier}. Dieses Attest ergeht mit Einverständnis.",
            "nach heutiger Untersuchung wird hiermit ärztlich attestiert, dass {name} bis {future} nicht belastbar "
            "ist.",
            "für {name} gebe ich dieses Attest ab. Die Diagnose ist hier seit Jahren bekannt.",
        ),
        CLINICAL,
        (
            "Ich bitte, dies bei Ihrer Entscheidung zu berücksichtigen.",
            "Eine Entbindung von der Schweigepflicht liegt der Praxis vor.",
            "Das Attest wurde auf Verlangen ausgehändigt.",
        ),
    ),
    "rechnung": Words(
        (
            ("Rechnung {invoice} zu Ihrer Bestellung",),
            ("Unsere Rechnung {invoice}",),
            ("RECHNUNG", "Leistungszeitraum bis {earlier}"),
            ("Schlussrechnung {invoice}",),
        ),
        (
            "herzlichen Dank für Ihre Bestellung. Hier kommt unsere Rechnung:",
            "für die am {earlier} ausgeführten Arbeiten stellen wir Ihnen folgende Beträge in Rechnung:",
            "vereinbarungsgemäß rechnen wir die erbrachten Leistungen wie folgt ab:",
            "wir danken für den Auftrag und bitten um Begleichung dieser Rechnung:",
            "nachstehend die Abrechnung Ihrer Bestellung, geliefert am {earlier}:",
        ),
        (
            "Die Lieferung erfolgte an das Schulzentrum, Frau {name} hat sie angenommen.",
            "Sollten Sie einen Widerspruch zu unserem Lieferschein entdecken, sagen Sie uns bitte gleich Bescheid.",
            "Die Kosten einer Mahnung sparen Sie, wenn Sie pünktlich zahlen.",
            *BUSINESS[:3],
            BUSINESS[4],
        ),
        (
            "Der Betrag ist ohne Abzug fällig am {future}.",
            "Zahlungsziel: {future}. Bitte geben Sie bei der Überweisung die Rechnungsnummer an.",
            "Wir freuen uns auf den Zahlungseingang bis {future}.",
        ),
    ),
    "mahnung": Words(
        (
            ("Freundliche Zahlungserinnerung",),
            ("Mahnung zu unserer Rechnung {invoice}",),
            ("2. Mahnung - Kundennummer {number}",),
            ("Letzte Mahnung vor gerichtlichem Mahnverfahren", "Rechnung {invoice}"),
            ("Kontostand und offene Posten: Mahnung",),
        ),
        (
            "zu unserer Rechnung {invoice} haben wir noch kein Geld von Ihnen gesehen. Wir mahnen den Betrag hiermit "
            "an.",
            "im Alltag geht manches unter, vermutlich auch unsere Rechnung {invoice}. Daher diese Erinnerung.",
            "Sie sind mit der Zahlung der Rechnung {invoice}, fällig am {earlier}, in Verzug.",
            "laut unserer Buchhaltung ist der unten stehende Posten überfällig. Dies ist unsere Mahnung.",
            "nachdem Sie auf die Erinnerung vom {earlier} nicht reagiert haben, mahnen wir die offene Rechnung "
            "{invoice} an.",
        ),
        (
            "Verzugszinsen berechnen wir noch nicht, behalten sie uns aber vor.",
            "Sollten Sie gegen die Rechnung Einwände haben, hätten Sie diese binnen 14 Tagen vorbringen müssen.",
            "Zahlungen haben wir bis {earlier} berücksichtigt.",
            "Im Wiederholungsfall bleibt uns nur die Kündigung des Liefervertrages.",
            "Ihren Widerspruch vom {earlier} haben wir geprüft; er ändert an der Forderung nichts.",
        ),
        (
            "Bitte gleichen Sie das Konto bis {future} aus.",
            "Danach übergeben wir den Vorgang ohne weitere Ankündigung einem Inkassobüro.",
            "Ist das Geld bereits unterwegs, betrachten Sie diese Mahnung als erledigt.",
        ),
    ),
}
