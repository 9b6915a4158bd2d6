"""Style d: letters written whole, each as one person would; papers of its own. Made without knowing any rules.

Marks in the letters: `[a|b]` one of them, `<...>` only where our reference is known, `?` a paragraph that may be left
out; lines before the first empty one: `b` a subject (`//` breaks it), `anrede`, `gruss`, `zu` the concerns it fits.
"""

import re
from datetime import timedelta

from ..people import COUNTY, MONTHS, euros, numeric
from ..stationery import to_county
from . import enclosures_d, forms_d, paper_d
from .county import Matter
from .kinds import ALL, BUILDING, FINES, ROADS, SOCIAL, YOUTH, Mail, Writer
from .paper_d import DAYS, Note, Table, dated
from .senders_d import FROM, SENDERS, SIGNS
from .words_d_bodies import BODIES, COURT_MORE, FIRM_MORE, HOUSE_MORE, LAWYER_MORE, NOTICE_MORE, OFFICE_MORE
from .words_d_citizens import CITIZEN_MORE, CITIZENS
from .words_d_trade import BILLS, GOODS, PAY, TRADE

TOPICS = {
    "sozial": SOCIAL, "jugend": YOUTH, "bau": BUILDING, "verkehr": ROADS, "owi": FINES,
    "umwelt": ("Kleinkläranlage", "Wasserrechtliche Erlaubnis"), "waffen": ("Waffenrecht", "Jagdschein"),
}  # fmt: skip
MORE = {"citizen": CITIZEN_MORE, "lawyer": LAWYER_MORE, "court": COURT_MORE, "office": OFFICE_MORE, "firm": FIRM_MORE}
MORE |= {"bescheid": NOTICE_MORE, "kuendigung": (), "bauantrag": HOUSE_MORE, "vollmacht": ()}
TRADES = {
    "Elektro": "Elektro", "Maler": "Maler", "Dach": "Dach", "Auto": "Auto", "Buch": "Buch", "Verlag": "Buch", "Büro": "Büro",
    "reinigung": "Reinigung", "beförderung": "Beförderung", "Landschaft": "Garten", "IT-": "IT", "Energie": "Energie",
    "Stadtwerke": "Energie", "Entsorgung": "Entsorgung", "Abfall": "Entsorgung",
}  # fmt: skip
WOMEN = (
    "Annegret", "Cosima", "Dietlind", "Friederike", "Hildburg", "Jördis", "Leonore", "Notburga", "Philippa", "Swantje",
    "Sabine", "Monika", "Katarzyna", "Ursula", "Nadine", "Svetlana", "Ingrid",
)  # fmt: skip
KIDS = ("Emilia", "Noah", "Lina", "Elif", "Jonas", "Mila", "Ben", "Zofia")
OURS = {
    "citizen": ("Aktenzeichen", "Ihr Zeichen", "Az.", "Ihr Aktenzeichen", "Geschäftszeichen", "AZ", "Ihr Az.", "Mein Aktenzeichen bei Ihnen"),
    "lawyer": ("Ihr Zeichen", "Ihr Az.", "Dortiges Aktenzeichen", "Ihr Geschäftszeichen"),
    "court": ("Ihr Zeichen", "Ihr Aktenzeichen", "Dortiges Zeichen"),
    "office": ("Ihr Zeichen", "Ihr Geschäftszeichen", "Dortiges Aktenzeichen", "Ihr Zeichen, Ihre Nachricht", "Ihr Az."),
    "firm": ("Ihr Zeichen", "Ihr Az.", "Ihr Aktenzeichen", "Betrifft Ihr Zeichen"),
    "practice": ("Ihr Zeichen", "Ihr Az.", "Az. der Behörde"),
}
THEIRS = {
    "lawyer": ("Unser Zeichen", "Unser AZ (bitte stets angeben)", "Akte", "Mein Zeichen"),
    "court": ("Aktenzeichen", "Az.", "Geschäftsnummer", "Geschäftszeichen"),
    "office": ("Mein Zeichen", "Unser Zeichen", "Geschäftszeichen", "Az. (bitte bei Antwort angeben)"),
    "firm": ("Unser Zeichen", "Unsere Ref.", "Vorgang"),
    "practice": ("Unser Zeichen",),
    "stranger": ("Unser Zeichen", "Vertrag", "Service-Nr."),
}
RECIPIENTS = (
    ("{0}", "{1}", "{2}", "{3}"),
    ("{0}", "{1}", "{2}", "{3}"),
    ("An den", "{0}", "- {1} -", "{2}", "{3}"),
    ("Kreisverwaltung Musterland", "{1}", "{2}", "{3}"),
    ("Landratsamt Musterland", "{2}", "{3}"),
    ("{0}", "Frau Landrätin", "{2}", "{3}"),
    ("An das {1}", "des Landkreises Musterland", "{2}", "{3}"),
    ("{0}", "z. Hd. {4}", "{2}", "{3}"),
)
NOTES = {
    "citizen": ("", "", "", "Einschreiben", "Einwurf-Einschreiben", "Per Fax und Post", "- persönlich abgegeben -"),
    "lawyer": ("", "vorab per Fax", "Per Boten"),
    "court": ("", "Gegen Empfangsbekenntnis", "Mit Zustellungsurkunde"),
}


class WriterD(Writer):
    """Somebody at a desk, in style d."""

    def __init__(self, kind, matter: Matter, style: str, dpi: int):
        super().__init__(kind, matter, "c", dpi)
        self.style = style
        self.labels = BILLS[int(matter.creditor.number) % len(BILLS)]
        self.short = matter.pick(("numeric", "numeric", "bare", "written", "short"))

    def form(self) -> Mail:
        if self.kind.words == "service":
            name, sheets = forms_d.service_record(self.matter, self.key, self.dpi)
        else:
            name, sheets = forms_d.form(self.kind.type, self.matter, self.key, self.dpi)
        parts = ["first"] + ["continuation"] * (len(sheets) - 1)
        return Mail(self.kind, f"{name}-d", sheets, parts, self.fields())

    def letter(self) -> Mail:
        matter, kind = self.matter, self.kind
        number, raw = self.script()
        self.number = number
        heads, paragraphs = parsed(raw)
        sender = self.from_whom(number)
        known = self.told(sender[0], raw)
        fill = lambda text: self.filled(text, known)  # noqa: E731
        bill = kind.type in ("rechnung", "mahnung")
        body = []
        for text in paragraphs:
            if text.startswith("? "):
                if matter.maybe(0.45):
                    continue
                text = text[2:]
            body.append(fill(text))
        if not bill and matter.maybe(0.58) and kind.type not in ("vollmacht", "bewerbung", "irrlaeufer", "attest", "auskunftsersuchen", "ratsanfrage"):
            pool = MORE[kind.words] if kind.words in MORE else MORE.get(kind.writer, ())
            count = matter.number(min(4, len(pool)), min(13, len(pool)) + 1) if pool else 0
            if kind.writer == "firm":
                count = min(count, 2) if kind.type != "kuendigung" else 0
            place = max(1, len(body) - 1)
            body[place:place] = [fill(text) for text in self.some(pool, count)]
        subjects = heads.get("b", [""])
        subject = [fill(one).strip() for one in matter.pick(subjects).split("//")]
        said = any(self.key and self.key in text for text in [*subject, *body])
        salutation = [one.strip() for one in fill(heads.get("anrede", [self.polite()])[0]).split("//")]
        salutation = [one for one in salutation if one]
        closing = fill(heads.get("gruss", [self.regards()])[0]).split("//")
        if not salutation and kind.writer != "court":
            body[0] = body[0][:1].upper() + body[0][1:]
        theirs = self.own_sign(sender[0], number)
        signs = self.signs(theirs, said)
        fields = self.fields()
        if kind.type == "gerichtspost":
            fields["courtReference"] = theirs
        citizen = kind.writer == "citizen"
        note = Note(
            sender=list(sender[:3]) if not citizen else self.myself(),
            recipient=self.whom(bill),
            day=matter.date,
            subject=subject,
            salutation=salutation,
            parts=body,
            closing=[one.strip() for one in closing],
            signer=matter.person.name if citizen else matter.somebody().name,
            signs=signs,
            note=matter.pick(NOTES.get(kind.writer, ("",))),
        )
        if not citizen:
            self.official(note, sender)
        if bill:
            fields = self.billed(note, known)
        attached, names = self.behind()
        note.enclosures = names or (self.some(enclosures_d.NAMES, matter.number(1, 4)) if citizen and matter.maybe(0.2) and kind.type != "bewerbung" else [])
        note.label = matter.pick(("Anlagen", "Anlage", "Anl.", "Beigefügt")) if not citizen else matter.pick(("Anlagen", "Anlage(n)", "Anbei", "Dazu"))
        seed = matter.name if citizen else sender[0]
        group = "firm" if bill else kind.writer
        paper = paper_d.chosen(group, seed)
        if kind.writer in ("court", "office"):
            paper.color = (24, 24, 26) if kind.writer == "court" else (40, 60, 90)
        if citizen and kind.type == "bewerbung":
            paper.hand = paper.face in ("hand", "slant") and matter.maybe(0.1)
        if paper.face in ("hand", "slant") and not paper.hand:
            paper.face, paper.size, paper.leading, paper.subject = "sans", 11, 1.25, "bold"
        if paper.hand and len("".join(one for one in body)) > 1900:
            paper.size = min(paper.size, 14)
        if bill and paper.info.startswith("date"):
            paper.info = "beside"
        sheets = paper_d.draw(note, paper, self.dpi, seed + matter.name)
        parts = ["first"] + ["continuation"] * (len(sheets) - 1) + ["attachment"] * len(attached)
        look = "hand" if paper.hand else paper.info
        facts = {"sender": sender[0] if not citizen else matter.person.name}
        return Mail(kind, f"{paper.head}-{look}-d", sheets + attached, parts, fields, facts)

    def script(self) -> tuple[int, str]:
        """One of the letters of this kind that fits the concern."""
        everything = CITIZENS if self.kind.writer == "citizen" else BODIES | TRADE
        scripts = everything[self.kind.words]
        fitting = []
        for number, raw in enumerate(scripts):
            topics = parsed(raw)[0].get("zu", [""])[0]
            if not topics or any(self.matter.reference.subject in TOPICS[one.strip()] for one in topics.split(",")):
                fitting.append((number, raw))
        return self.matter.pick(fitting)

    def from_whom(self, number: int) -> tuple:
        if self.kind.writer == "citizen":
            return tuple(self.matter.person.address) + ("",)
        if self.kind.type in ("rechnung", "mahnung"):
            firm = self.matter.creditor
            place = int(firm.number)
            street = ("Gewerbepark", "Industriestraße", "Dieselstraße", "Handwerkerhof", "Alte Landstraße")[place % 5]
            town = ("00815 Musterfurt", "00819 Neu-Vorlage", "00861 Wiesenbrück", "00865 Altenrode")[place // 5 % 4]
            return firm.name, f"{street} {place % 97 + 1}", town, ""
        return self.matter.pick(SENDERS[FROM[self.kind.words][number]])

    def myself(self) -> list[str]:
        """The head of a citizen's letter: some give a telephone, some an address for mail."""
        person, chance = self.matter.person, self.matter.number(0, 4)
        mail = person.name.lower().translate(str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s", " ": ".", "Ö": "o", "Ü": "u"}))
        extra = ([], [f"Tel. {person.phone}"], [f"{mail}@post.example"], [f"Tel.: {person.phone}", f"{mail}@web.example"])
        return [*person.address, *extra[chance]]

    def official(self, note: Note, sender: tuple) -> None:
        """Lines of the head and the foot."""
        matter, kind = self.matter, self.kind
        phone = f"030 23125-{matter.number(100, 999)}"
        unit = sender[3]
        if unit.startswith("Tel"):
            phone, unit = unit[5:], ""
        if unit:
            note.sender.append(unit)
        domain = re.sub(r"[^a-z]", "", sender[0].lower().replace("ü", "ue").replace("ö", "oe").replace("ä", "ae"))[:16]
        note.extra = [f"Telefon {phone}", f"info@{domain}.example"]
        if kind.writer == "lawyer":
            note.role = ("Rechtsanwältin" if note.signer.split(" ")[0] in WOMEN else "Rechtsanwalt") if FROM["widerspruch-anwalt"][self.number] == "lawyer" else "Rechtsschutz"
            note.small = [["Bürozeiten", "Mo-Fr 9-12 und 14-17 Uhr"], ["Anderkonto", "Sparbank Altenrode"], [f"Tel. {phone}", f"post@{domain}.example"]]
        elif kind.writer in ("office", "court"):
            note.small = [["Öffnungszeiten", "Di 8-12, Do 14-18 Uhr"], [f"Telefon {phone}", "Telefax 030 23125-111"], [f"poststelle@{domain}.example", f"www.{domain}.example"]]
            note.small = note.small[: 2 if matter.maybe(0.4) else 3]
            if kind.writer == "court":
                note.role = matter.pick(("Geschäftsstelle", "Urkundsbeamt. der Geschäftsstelle", "als Urkundsperson", ""))
        elif kind.writer in ("firm", "stranger"):
            note.small = [list(sender[:3]), ["Amtsgericht Altenrode", f"HRB {matter.number(1000, 9000)}"], [f"Telefon {phone}", f"www.{domain}.example"]]
            if kind.writer == "stranger" and matter.maybe(0.6):
                note.signed, note.closing = False, [*note.closing[:1], f"Ihre {sender[0]}" if matter.maybe(0.3) else sender[0]]
        elif kind.writer == "practice":
            note.role = matter.pick(("Facharzt/Fachärztin", "- Arztstempel -", ""))
            note.small = [[f"Telefon {phone}", "Termine nach Vereinbarung"], ["Bankverbindung", "Ärztekasse Hohenfelde"]] if matter.maybe(0.5) else []
        else:
            note.small = [[sender[0]], [f"Telefon {phone}"]]

    def signs(self, theirs: str, said: bool) -> list[tuple[str, str]]:
        """Signs by the labels of the writer; who has named ours in the text may leave it out."""
        matter, kind = self.matter, self.kind
        ours = matter.pick(OURS.get(kind.writer, ("Ihr Zeichen",)))
        own = matter.pick(THEIRS.get(kind.writer, ("Unser Zeichen",)))
        if kind.writer == "citizen":
            return [(ours, self.key)] if self.key and not (said and matter.maybe(0.7)) else []
        if kind.writer == "court":
            rows = [(own, theirs)]
            return rows + ([(ours, self.key)] if self.key else []) + ([("Durchwahl", f"-{matter.number(100, 999)}")] if matter.maybe(0.5) else [])
        rows = [(ours, self.key)] if self.key else []
        if theirs:
            rows.insert(matter.number(0, len(rows) + 1), (own, theirs))
        if kind.writer in ("office", "lawyer", "firm", "stranger") and matter.maybe(0.6):
            rows.append((matter.pick(("Bearbeitet von", "Auskunft erteilt", "Sachbearbeitung", "Ihr Ansprechpartner")), matter.somebody().name))
        if kind.writer in ("office", "firm") and matter.maybe(0.5):
            rows.append((matter.pick(("Durchwahl", "Telefon", "Tel.")), f"030 23125-{matter.number(100, 999)}"))
        return rows

    def own_sign(self, name: str, number: int) -> str:
        """The writer's own sign."""
        matter = self.matter
        if self.kind.writer == "citizen":
            return ""
        group = {"lawyer": "lawyer", "court": name}.get(self.kind.writer) or FROM.get(self.kind.words, ("firm",) * 9)[number]
        group = group if group in SIGNS else {"firm": "firm", "practice": "practice", "stranger": "stranger"}.get(self.kind.writer, "firm")
        if self.kind.words == "widerspruch-anwalt":
            group = FROM[self.kind.words][number]
        form = matter.pick(SIGNS[group] if self.kind.writer != "party" else ("",))
        letters = "ABDEGHKLMNPRSTVW"
        return form.format(
            a=matter.number(1, 31), b=matter.number(1, 9), n=matter.number(11, 3900), n5=matter.number(10_000, 99_999),
            y=matter.pick((24, 25, 26, 26)), l=matter.pick(letters), l2=matter.pick(letters).lower(),
        )  # fmt: skip

    def whom(self, bill: bool) -> list[str]:
        matter = self.matter
        if self.kind.writer == "stranger":
            other = Matter(matter.county, matter.name + " addressee", self.style, ALL)
            lines = list(other.person.address)
            title = "Frau" if lines[0].split(" ")[0] in WOMEN else "Herrn"
            if matter.maybe(0.2):
                return ["Malerbetrieb " + lines[0].split(" ", 1)[1], *lines[1:]]
            return [matter.pick((title, title, "Familie")), *lines] if matter.maybe(0.5) else lines
        office = "Kämmerei" if bill and matter.maybe(0.7) else matter.office if matter.maybe(0.65) else "Poststelle"
        base = to_county(office)
        if office == "Poststelle" and matter.maybe(0.5):
            return [base[0], *base[2:]]
        form = matter.pick(RECIPIENTS if not bill else RECIPIENTS[:4])
        if self.kind.referenced and not self.key:
            # Without a sign, the office at least is named: else nobody could tell where it belongs.
            base, form = to_county(matter.office), RECIPIENTS[matter.number(0, 4)]
        if form[0].startswith("An das") and not office.endswith("amt"):
            form = RECIPIENTS[0]
        return [line.format(*base, matter.pick(("Frau ", "Herrn ")) + matter.somebody().name.split(" ", 1)[1]) for line in form]

    def polite(self) -> str:
        options = {"office": ("Sehr geehrte Damen und Herren,", "Sehr geehrte Kolleginnen und Kollegen,"), "lawyer": ("Sehr geehrte Damen und Herren,",)}
        default = ("Sehr geehrte Damen und Herren,", "Sehr geehrte Damen und Herren,", "Guten Tag,")
        if self.kind.writer in ("practice",):
            default = ("Sehr geehrte Damen und Herren,", "", "Sehr geehrte Kolleginnen und Kollegen,")
        if self.kind.writer == "court":
            default = default[:1]
        if self.kind.writer == "stranger":
            default = ("Sehr geehrte Kundin, sehr geehrter Kunde,", "Guten Tag,", "Sehr geehrte Damen und Herren,")
        return self.matter.pick(options.get(self.kind.writer, default))

    def regards(self) -> str:
        options = {
            "office": ("Im Auftrag", "Mit freundlichen Grüßen // Im Auftrag", "Mit freundlichem Gruß // i. A."),
            "lawyer": ("Mit freundlichen Grüßen", "Mit vorzüglicher Hochachtung", "Hochachtungsvoll"),
            "firm": ("Mit freundlichen Grüßen", "Freundliche Grüße", "Mit freundlichem Gruß // i. V."),
            "practice": ("Mit freundlichen Grüßen", "Mit freundlichen kollegialen Grüßen", ""),
            "citizen": ("Mit freundlichen Grüßen", "Mit freundlichem Gruß", "Freundliche Grüße", "Hochachtungsvoll"),
        }
        return self.matter.pick(options.get(self.kind.writer, ("Mit freundlichen Grüßen", "Freundliche Grüße")))

    def filled(self, text: str, known: dict[str, str]) -> str:
        text = re.sub(r"<([^<>]*)>", (lambda found: found[1]) if self.key else "", text)
        text = re.sub(r"\[([^\[\]]*\|[^\[\]]*)\]", lambda found: self.matter.pick(found[1].split("|")), text)
        return re.sub(r"  +", " ", text.format(**known)).strip()

    def told(self, firm: str, raw: str) -> dict[str, str]:
        """What the placeholders stand for."""
        matter = self.matter
        day = lambda value: dated(value, self.short)  # noqa: E731
        notice = matter.earlier(18, 60)
        future = matter.date + timedelta(days=matter.number(14, 110))
        while future.weekday() > 4:
            future += timedelta(days=1)
        born = lambda low, high: f"{matter.number(1, 29):02}.{matter.number(1, 13):02}.{matter.number(low, high)}"  # noqa: E731
        first, last = matter.person.name.split(" ", 1)
        month = MONTHS[(matter.date.month - 2) % 12]
        known = {
            "subject": matter.reference.subject, "az": self.key, "notice": day(notice),
            "earlier": day(notice + timedelta(days=matter.number(2, 12))), "past": day(matter.earlier(120, 1500)),
            "recent": day(matter.earlier(1, 10)), "future": day(future), "weekday": DAYS[future.weekday()], "date": day(matter.date),
            "amount": f"{matter.number(48, 890)},{matter.number(0, 99):02}", "amount2": euros(matter.number(30_000, 190_000)),
            "fee": f"{matter.number(20, 180)},50", "name": self.fitting(raw), "last2": matter.somebody().name.split(" ", 1)[1],
            "street": matter.somebody().street, "mystreet": matter.person.street, "town": matter.person.town, "tel": matter.person.phone,
            "plate": f"MUS-{matter.pick('ABKLT')}{matter.pick('EHJNR')} {matter.number(10, 999)}",
            "number": str(matter.number(1000, 99_999)), "two": str(matter.number(10, 99)), "letter": matter.pick("ABCKTX"),
            "invoice": self.labels["numbering"].format(matter.number(100, 99_999)), "kid": matter.pick(KIDS), "me": matter.person.name,
            "last": last, "first": first, "born": born(1948, 2003), "bornkid": born(2010, 2019), "klasse": f"{matter.number(1, 10)}{matter.pick('abc')}",
            "year": str(matter.number(1979, 2015)), "age": str(matter.number(24, 84)), "hour": str(matter.number(9, 15)),
            "month": month, "firm": firm, "pay": "",
        }  # fmt: skip
        known["pay"] = matter.pick(PAY).format(**known)
        return known

    def fitting(self, raw: str) -> str:
        """Somebody who is a woman or a man where the letter says so."""
        woman = re.search(r"(?<!/)(Frau|Tochter|Kollegin|Tagespflegeperson|Auftraggeberin,) \{name\}", raw)
        man = re.search(r"(?<!/)(Herrn?|Bruder|Mieters|Vater zahlt|Prüfingenieur|Kreistagsabgeordneten|Patienten|Mein Sohn|Klägers?) ?", raw)
        return self.named(True if woman else False if man else None)

    def named(self, woman: bool | None) -> str:
        name = self.matter.somebody().name
        while woman is not None and (name.split(" ")[0] in WOMEN) != woman:
            name = self.matter.somebody().name
        return name

    def behind(self) -> tuple[list, list[str]]:
        """What is stapled behind, with the names for the list of enclosures."""
        matter, makers = self.matter, enclosures_d.BY_TYPE.get(self.kind.words) or enclosures_d.BY_TYPE.get(self.kind.type, ())
        if not makers or not matter.maybe(0.45):
            return [], []
        if not self.is_known:
            makers = [one for one in makers if one is not enclosures_d.notice]
        count = min(len(makers), matter.number(1, 4 if self.kind.type in ("bauantrag", "bewerbung") else 3))
        sheets, names = [], []
        for make in self.some(makers, count):
            sheets += make(matter, self.dpi)
            names.append(make.__doc__.split(":")[0])
        return sheets, names

    def billed(self, note: Note, known: dict[str, str]) -> dict[str, str]:
        """The numbers of an invoice or reminder onto the paper, and the truth about them."""
        matter, labels, creditor = self.matter, self.labels, self.matter.creditor
        number, order = known["invoice"], f"B-2026-{matter.number(1000, 9999)}"
        trade = next((value for word, value in TRADES.items() if word in creditor.name), "")
        rate = 7 if trade == "Buch" else 19
        look = ("columns", "shaded", "plain", "grid")[int(creditor.number) // 3 % 4]
        sign = (" €", " EUR", "", " €")[int(creditor.number) // 2 % 4]
        day = dated(note.day, ("numeric", "written", "bare", "short", "numeric")[int(creditor.number) % 5])
        customer = str(matter.number(10_000, 99_999))
        fields = {"invoiceNumber": number, "iban": creditor.iban, "supplier": creditor.number}
        goods = []
        net = matter.number(2_000, 420_000)
        if self.kind.type == "rechnung":
            names = self.some(GOODS[trade], matter.number(1, 6))
            if matter.maybe(0.16):
                names = [(f"{name}, KW {week}", unit) for week in range(matter.number(20, 24), matter.number(26, 34)) for name, unit in names[:3]]
            goods, net = priced(matter, names, net)
        tax = (net * rate + 50) // 100
        money = lambda cents: euros(cents) + sign  # noqa: E731
        if self.kind.type == "rechnung":
            sums = [(labels["net"], money(net)), (labels["tax"].format(rate=rate), money(tax)), (labels["gross"], euros(net + tax) + (sign or " EUR"))]
            note.signs = [(labels["number"], number), (labels["date"], day), (labels["order"], order)]
            if matter.maybe(0.6):
                note.signs.insert(matter.number(0, 4), (labels["customer"], customer))
            note.dateless = True
            fields |= {"invoiceDate": note.day.isoformat(), "orderNumber": order}
            total = net + tax
        else:
            fee = matter.pick((250, 500, 500, 1000))
            since = dated(matter.earlier(75, 110), "numeric")
            claim = f"{labels['claim']} vom {since}" if matter.maybe(0.5) else labels["claim"]
            sums = [(claim, money(net + tax)), (labels["fee"], money(fee)), (labels["open"], euros(net + tax + fee) + (sign or " EUR"))]
            note.signs = [(labels["number"], number)]
            if matter.maybe(0.5):
                note.signs.append((labels["customer"], customer))
            total = net + tax + fee
        table = Table(goods, sums, look)
        note.parts = [table if part == "@tabelle" else part for part in note.parts]
        bank = ("Volksbank Musterland", "Sparbank Altenrode", "Handelsbank Hohenfelde")[int(creditor.number) % 3]
        iban = creditor.spaced_iban if int(creditor.number) % 5 else creditor.iban
        where, note.signed = int(creditor.number) % 4, int(creditor.number) % 3 == 0
        if where == 0 or (where == 1 and paper_d.chosen("firm", creditor.name).foot == "none"):
            note.parts += [f"Bankverbindung: {bank}, IBAN {iban}", f"USt-IdNr.: {creditor.vat}"]
        elif where == 1 or paper_d.chosen("firm", creditor.name).foot == "none":
            note.parts += [f"Bitte zahlen Sie auf das Konto {iban} bei der {bank}. Unsere Umsatzsteuer-ID lautet {creditor.vat}."]
        else:
            note.small = [note.sender[:3], [bank, f"IBAN {iban}"], [f"USt-IdNr. {creditor.vat}", *note.extra[:1]]]
        if not note.signed:
            note.closing = [one for one in note.closing if not one.startswith("i. ")]
            note.closing = [*note.closing[:1], creditor.name] if matter.maybe(0.6) and len(note.closing) < 2 else note.closing
        return fields | {"amount": f"{total / 100:.2f}"}


def priced(matter: Matter, goods: list, wanted: int) -> tuple[list, int]:
    """Rows with whole quantities and prices in cents; their sum is near what is wanted."""
    rows, total = [], 0
    for name, unit in goods:
        share = max(100, wanted // len(goods) * matter.number(60, 140) // 100)
        most = 1 if unit in ("psch", "Satz") else 12 if unit in ("Mon", "Stk", "Ex", "Tag", "t", "Pal") else 40
        quantity = 1 if most == 1 else matter.number(1, most + 1)
        price = max(1, share // quantity)
        rows.append((name, str(quantity), unit, euros(price), euros(price * quantity)))
        total += price * quantity
    return rows, total


def parsed(raw: str) -> tuple[dict[str, list[str]], list[str]]:
    """The marks above a letter and its paragraphs."""
    top, *paragraphs = raw.strip("\n").split("\n\n")
    heads: dict[str, list[str]] = {}
    for line in top.splitlines():
        key, _, value = line.partition(":")
        heads.setdefault(key.strip(), []).append(value.strip())
    return heads, [" ".join(one.split()) for one in paragraphs if one.strip()]
