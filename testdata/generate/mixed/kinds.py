"""Documents of every kind: who writes them, about what, with which reference, and what is true of them."""

from dataclasses import dataclass, field
from datetime import timedelta

from ..people import euros, numeric
from ..sheet import Sheet
from ..stationery import stamp, to_county
from .paper_d import room
from . import enclosures, enclosures_c, forms_c, layouts_a, layouts_b, layouts_c, paperforms, words_a, words_b, words_c
from .county import County, Matter
from .flow import Letter

STYLES = {
    "a": (words_a, layouts_a.LAYOUTS, paperforms, enclosures.BY_TYPE),
    "b": (words_b, layouts_b.LAYOUTS, paperforms, enclosures.BY_TYPE),
    "d": (words_c, layouts_c.LAYOUTS, forms_c, enclosures_c.BY_TYPE),
    "c": (words_c, layouts_c.LAYOUTS, forms_c, enclosures_c.BY_TYPE),
}
"""What is written, on which letter papers, the forms, and what is stapled behind."""
STAMPS = {"a": (130, 62), "b": (130, 246), "c": (130, 260), "d": (140, 262)} | layouts_c.STAMPS
"""Where the date stamp goes, by layout or else by style."""
GOODS = ("Lieferung frei Haus", "Wartung", "Material", "Arbeitszeit", "Anfahrt")

SOCIAL = ("Wohngeld", "Grundsicherung im Alter", "Hilfe zum Lebensunterhalt", "Hilfe zur Pflege", "Eingliederungshilfe")
YOUTH = ("Unterhaltsvorschuss", "Kindertagespflege", "Hilfe zur Erziehung", "Beistandschaft")
BUILDING = ("Bauantrag Einfamilienhaus", "Nutzungsänderung", "Carport und Nebengebäude", "Bauvoranfrage")
ROADS = ("Fahrerlaubnis", "Umtausch Führerschein")
FINES = ("Ordnungswidrigkeit", "Bußgeldverfahren")
COURT = ("Klageverfahren Verwaltungsgericht", "Widerspruchsverfahren")
ALL = SOCIAL + YOUTH + BUILDING + ROADS + ("Kleinkläranlage", "Waffenrecht", "Wasserrechtliche Erlaubnis", "Jagdschein")


@dataclass(frozen=True)
class Kind:
    """`words` is the key of the wordings, `writer` that of the layouts; `share` its weight in a stack."""

    type: str
    words: str
    writer: str
    subjects: tuple[str, ...]
    share: int = 2
    referenced: bool = True
    """The document belongs to a file and is expected to name it."""


KINDS = (
    Kind("widerspruch", "widerspruch", "citizen", ALL, 4),
    Kind("widerspruch", "widerspruch-anwalt", "lawyer", ALL, 2),
    Kind("antrag", "antrag", "citizen", SOCIAL + YOUTH, 4),
    Kind("antrag", "form", "form", SOCIAL, 3),
    Kind("bauantrag", "bauantrag", "firm", BUILDING, 2, False),
    Kind("bauantrag", "bauantrag", "citizen", BUILDING, 1, False),
    Kind("fuehrerschein", "form", "form", ROADS, 3, False),
    Kind("anhoerung", "form", "form", FINES, 2),
    Kind("bescheinigung", "form", "form", SOCIAL, 2),
    Kind("bescheinigung", "bescheinigung", "firm", SOCIAL + YOUTH, 2),
    Kind("kuendigung", "kuendigung", "citizen", ("Mietvertrag Außenstelle",), 1),
    Kind("kuendigung", "kuendigung", "firm", ("Mietvertrag Außenstelle",), 1),
    Kind("schreiben", "schreiben", "citizen", ALL, 4),
    Kind("schreiben", "amtshilfe", "office", ALL, 3),
    Kind("vollmacht", "vollmacht", "citizen", ALL, 2),
    Kind("bewerbung", "bewerbung", "citizen", ("Bewerbungsverfahren",), 2, False),
    Kind("auskunftsersuchen", "auskunftsersuchen", "citizen", ("Informationszugang",), 2, False),
    Kind("einspruch", "einspruch", "citizen", FINES, 3),
    Kind("attest", "attest", "practice", SOCIAL + ROADS, 2),
    Kind("bescheid", "bescheid", "office", SOCIAL + ("Kleinkläranlage", "Wasserrechtliche Erlaubnis"), 2),
    Kind("irrlaeufer", "irrlaeufer", "stranger", ALL, 2, False),
    Kind("ratsanfrage", "ratsanfrage", "party", ("Kreistagsangelegenheiten",), 1, False),
    Kind("gerichtspost", "ladung", "court", COURT, 2),
    Kind("gerichtspost", "beschluss", "court", COURT, 2),
    Kind("zustellungsurkunde", "service", "form", ALL + FINES, 2),
    Kind("rechnung", "rechnung", "firm", ALL, 4, False),
    Kind("mahnung", "mahnung", "firm", ALL, 2, False),
)

OFFICES = {
    "10": "hauptamt", "30": "rechtsamt", "32": "ordnungsamt", "36": "strassenverkehrsamt", "50": "sozialamt",
    "51": "jugendamt", "53": "gesundheitsamt", "63": "bauamt", "66": "umweltamt",
}  # fmt: skip
BY_TYPE = {
    "rechnung": "kaemmerei",
    "mahnung": "kaemmerei",
    "gerichtspost": "rechtsamt",
    "auskunftsersuchen": "auskuenfte",
    "bauantrag": "bauantraege",
    "fuehrerschein": "fuehrerscheine",
    "bewerbung": "bewerbungen",
    "ratsanfrage": "kreistagsbuero",
    "irrlaeufer": "klaerung",
}
"""Where a type goes whatever file it names."""


@dataclass
class Mail:
    """A document with the truth about it; `parts` says of each sheet: first, continuation or attachment."""

    kind: Kind
    layout: str
    sheets: list[Sheet]
    parts: list[str]
    fields: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    route: str = ""
    needs_review: bool = False
    office: str = ""


def mail(kind: Kind, county: County, name: str, style: str, dpi: int) -> Mail:
    """A document of this kind; the same name gives the same document."""
    matter = Matter(county, name, style, kind.subjects)
    if style == "d":
        from .style_d import WriterD as writing
    else:
        writing = Writer
    writer = writing(kind, matter, style, dpi)
    made = writer.form() if kind.writer == "form" else writer.letter()
    made.office = matter.reference.office if kind.type not in ("rechnung", "mahnung") else "20"
    made.route = BY_TYPE.get(kind.type) or OFFICES[matter.reference.office]
    made.needs_review = kind.type == "irrlaeufer" or (kind.referenced and not writer.is_known)
    made.facts |= {"date": matter.date.isoformat(), "subject": matter.reference.subject}
    if matter.maybe(0.5):
        x, y = (room(made.sheets[0], matter) if style == "d" else None) or STAMPS.get(made.layout) or STAMPS[style]
        stamp(made.sheets[0], x, y, "17. Nov. 2026", "Poststelle", matter.number(-6, 7))
    return made


class Writer:
    """Somebody at a desk, writing one document."""

    def __init__(self, kind: Kind, matter: Matter, style: str, dpi: int):
        self.kind, self.matter, self.style, self.dpi = kind, matter, style, dpi
        self.words, self.layouts, self.forms, self.enclosed = STYLES[style]
        self.labels = self.words.BILLS[int(matter.creditor.number) % len(self.words.BILLS)]
        self.key = self.known_key()
        registered = {one.key for one in matter.county.references}
        self.is_known = self.key in registered

    def known_key(self) -> str:
        """Our reference as the writer has it: right mostly, sometimes missing or of a file we do not have."""
        matter, chance = self.matter, float(self.matter.chance.random())
        if self.kind.words == "service" or (self.kind.referenced and chance > 0.16):
            return matter.reference.key
        if self.kind.referenced and chance > 0.11:
            return f"{matter.reference.key[:-4]}{matter.number(3000, 9999)}"
        return ""

    def form(self) -> Mail:
        if self.kind.words == "service":
            sheets = self.forms.service_record(self.matter, self.style, self.key, self.dpi)
        else:
            sheets = self.forms.form(self.kind.type, self.matter, self.style, self.key, self.dpi)
        parts = ["first"] + ["continuation"] * (len(sheets) - 1)
        return Mail(self.kind, f"form-{self.style}", sheets, parts, self.fields())

    def fields(self) -> dict[str, str]:
        return {"fileReference": self.key} if self.key else {}

    def letter(self) -> Mail:
        matter, kind = self.matter, self.kind
        known = self.known()
        words = self.words.WORDS[kind.words]
        fill = lambda text: text.format(**known)  # noqa: E731
        opening = fill(matter.pick(words.openings))
        bill = kind.type in ("rechnung", "mahnung")
        inner = [fill(one) for one in self.some(words.body, matter.number(1, 5))]
        if not bill and matter.maybe(0.3):
            inner += [one for one in self.at_length(known) if one not in inner]
        sender = self.sender()
        letter = Letter(
            sender=sender,
            recipient=self.recipient(),
            date=matter.date,
            subject=[fill(line) for line in matter.pick(words.subjects)],
            paragraphs=[opening, *inner, fill(matter.pick(words.endings))],
            ours=self.key,
            theirs=self.sign(sender[0]),
            signer=matter.person.name if kind.writer == "citizen" else matter.somebody().name,
            note=matter.pick(("", "", "", "Einschreiben", "Per Telefax vorab")),
        )
        if hasattr(self.words, "polish"):
            self.words.polish(letter, kind.writer, matter)
        fields = self.fields()
        if kind.type == "gerichtspost":
            fields["courtReference"] = letter.theirs
        if bill:
            fields = self.bill(letter, known)
        if kind.type == "vollmacht" and matter.maybe(0.5):
            letter.salutation = ""
        attached = self.attached()
        if attached or matter.maybe(0.4):
            letter.enclosures = self.some(self.words.ENCLOSURES, matter.number(1, 4))
        layout = matter.pick(self.layouts[self.paper()])
        sheets = layout(letter, matter.chance, self.dpi)
        parts = ["first"] + ["continuation"] * (len(sheets) - 1) + ["attachment"] * len(attached)
        facts = {"sender": letter.sender[0]}
        return Mail(kind, f"{layout.__name__}-{self.style}", sheets + attached, parts, fields, facts)

    def at_length(self, known: dict[str, str]) -> list[str]:
        """Enough to fill one to four pages more, each paragraph of two thoughts; in style c each thought once."""
        if hasattr(self.words, "POOLS"):
            pool = self.words.POOLS.get(self.kind.type) or self.words.POOLS[self.kind.writer]
            return [text.format(**known) for text in self.some(pool, self.matter.number(4, len(pool) + 1))]
        pools = {"lawyer": "LEGAL", "court": "LEGAL", "office": "OFFICIAL", "stranger": "OFFICIAL", "party": "OFFICIAL"}
        pool = getattr(self.words, pools.get(self.kind.writer, "CIRCUMSTANCES"))
        if self.kind.writer in ("firm", "practice"):
            pool = self.words.WORDS[self.kind.words].body
        paragraphs = []
        for _ in range(self.matter.number(8, 40)):
            paragraphs.append(" ".join(self.some(pool, 2)).format(**self.known()))
        return paragraphs

    def recipient(self) -> list[str]:
        """The office or the mailroom; misdirected mail is addressed to somebody else."""
        to_office = self.matter.maybe(0.6)
        if self.kind.writer == "stranger":
            return Matter(self.matter.county, self.matter.name + " addressee", self.style, ALL).person.address
        return to_county(self.matter.office if to_office else "Poststelle")

    def paper(self) -> str:
        """The key of the letter papers; bills and some writers have their own in one style and not in another."""
        own = [name for name in (self.kind.type, self.kind.writer) if name in self.layouts]
        return own[0] if own else {"stranger": "office"}.get(self.kind.writer, "firm")

    def some(self, values, count: int) -> list:
        """Up to `count` of the values, in their order."""
        chosen = self.matter.chance.permutation(len(values))[:count]
        return [values[int(place)] for place in sorted(chosen)]

    def known(self) -> dict[str, str]:
        """What the placeholders of the wordings stand for."""
        matter = self.matter
        notice = matter.earlier(18, 60)
        return {
            "subject": matter.reference.subject,
            "notice": numeric(notice),
            "earlier": numeric(notice + timedelta(days=matter.number(2, 12))),
            "future": numeric(matter.date + timedelta(days=matter.number(14, 120))),
            "amount": f"{matter.number(48, 890)},{matter.number(0, 99):02}",
            "name": matter.somebody().name,
            "street": matter.person.street,
            "plate": f"MUS-{matter.pick('ABKLT')}{matter.pick('EHJNR')} {matter.number(10, 999)}",
            "number": str(matter.number(1000, 99_999)),
            "invoice": self.labels["numbering"].format(matter.number(100, 99_999)),
        }

    def sender(self) -> list[str]:
        matter, words = self.matter, self.words
        groups = {
            "lawyer": words.LAWYERS, "office": words.OFFICES, "court": words.COURTS, "stranger": words.STRANGERS,
            "party": words.PARTIES, "practice": words.PRACTICES,
        }  # fmt: skip
        if self.kind.writer in groups:
            return list(matter.pick(groups[self.kind.writer]))
        if self.kind.writer == "firm":
            return [matter.creditor.name, f"Gewerbering {matter.number(1, 60)}", "00816 Beispielhausen"]
        return [*matter.person.address, f"Tel. {matter.person.phone}"]

    def sign(self, sender: str) -> str:
        """The writer's own sign; other counties' signs may look like ours."""
        matter = self.matter
        year = matter.pick((24, 25, 26))
        if sender in getattr(self.words, "SIGNS", ()):
            form = matter.pick(self.words.SIGNS[sender])
            return form.format(part=matter.number(1, 32), number=matter.number(11, 3900), year=year)
        if self.kind.writer == "court":
            return f"{matter.number(1, 22)} {matter.pick(('K', 'B', 'L', 'AS', 'OWi', 'C'))} {matter.number(11, 2900)}/{year}"
        if self.kind.writer == "lawyer":
            return f"{matter.number(100, 2900):05}/{year} {matter.pick(('ma', 'di', 'K7', 'we'))}"
        if self.kind.writer in ("office", "stranger"):
            if matter.maybe(0.35):
                return f"{matter.pick((32, 50, 61))}.{matter.number(1, 9)}-20{year}/{matter.number(3000, 9999)}"
            return f"{matter.pick(('II', 'FB 2', 'Dez. 3'))} - {matter.number(100, 9999)} - {matter.number(1, 400)}"
        if self.kind.writer in ("firm", "practice") and matter.maybe(0.5):
            return f"{matter.pick(('vk', 'pr', 'ab'))}-{matter.number(100, 9999)}"
        return ""

    def attached(self) -> list[Sheet]:
        made = self.enclosed.get(self.kind.type, ())
        if not made or not self.matter.maybe(0.45):
            return []
        count = self.matter.number(1, 4 if self.kind.type in ("bauantrag", "bewerbung") else 3)
        return [sheet for _ in range(count) for sheet in self.matter.pick(made)(self.matter, self.dpi)]

    def bill(self, letter: Letter, known: dict[str, str]) -> dict[str, str]:
        """The numbers of an invoice or reminder, into the letter and as the truth; sums in cents, 19 percent tax."""
        matter, labels = self.matter, self.labels
        net = matter.number(2_000, 420_000)
        tax = round(net * 19 / 100)
        number, order = known["invoice"], f"B-2026-{matter.number(1000, 9999)}"
        letter.marks = [(labels["number"], number)]
        fields = {"invoiceNumber": number, "iban": matter.creditor.iban, "supplier": matter.creditor.number}
        letter.recipient = to_county("Kämmerei")
        if self.kind.type == "rechnung":
            letter.marks += [(labels["date"], numeric(letter.date)), (labels["order"], order)]
            parts = self.some(labels.get("goods", GOODS), matter.number(1, 5))
            goods = self.priced(parts, net) if "goods" in labels else [(name, "") for name in parts]
            sums = [(labels["net"], euros(net)), (labels["tax"], euros(tax)), (labels["gross"], euros(net + tax) + " EUR")]
            letter.paragraphs.insert(1, goods + sums)
            fields |= {"invoiceDate": letter.date.isoformat(), "orderNumber": order}
        else:
            claim, fee = labels.get("claim", "Forderung"), labels.get("fee", "Gebühr")
            letter.paragraphs.insert(1, [(claim, euros(net + tax)), (fee, "5,00")])
            letter.paragraphs.insert(2, [(labels["open"], euros(net + tax + 500) + " EUR")])
            tax += 500
        spaced = matter.creditor.spaced_iban
        letter.paragraphs += [labels["bank"].format(iban=spaced), labels["vat"].format(vat=matter.creditor.vat)]
        return fields | {"amount": f"{(net + tax) / 100:.2f}"}

    def priced(self, names: list[str], net: int) -> list[tuple[str, str]]:
        """Goods with prices in cents that add up to `net`."""
        prices = [net // len(names) * self.matter.number(20, 90) // 100 for _ in names[1:]]
        return [(name, euros(price)) for name, price in zip(names, [net - sum(prices), *prices])]
