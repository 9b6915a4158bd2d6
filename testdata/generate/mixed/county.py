"""A county as large as a real one: registers of some thousand rows, and the matters people write about."""

from datetime import date, timedelta
from pathlib import Path

from .. import people
from ..people import Creditor, Person, Reference
from ..scan import generator

SUBJECTS = {
    "10": {"5": ("Bewerbungsverfahren", "Mietvertrag Außenstelle"), "2": ("Kreistagsangelegenheiten",)},
    "30": {"4": ("Klageverfahren Verwaltungsgericht", "Widerspruchsverfahren"), "1": ("Informationszugang",)},
    "32": {"1": ("Waffenrecht", "Gewerbeuntersagung", "Jagdschein"), "5": ("Ordnungswidrigkeit",)},
    "36": {"2": ("Fahrerlaubnis", "Umtausch Führerschein"), "4": ("Bußgeldverfahren", "Kfz-Zulassung")},
    "50": {
        "20": ("Wohngeld", "Grundsicherung im Alter", "Hilfe zum Lebensunterhalt"),
        "30": ("Hilfe zur Pflege", "Eingliederungshilfe", "Bildung und Teilhabe"),
    },
    "51": {"2": ("Unterhaltsvorschuss", "Beistandschaft"), "4": ("Kindertagespflege", "Hilfe zur Erziehung")},
    "53": {"1": ("Amtsärztliche Untersuchung",), "3": ("Trinkwasserüberwachung",)},
    "63": {
        "1": ("Bauantrag Einfamilienhaus", "Nutzungsänderung", "Carport und Nebengebäude"),
        "3": ("Baulast", "Bauvoranfrage"),
    },
    "66": {"1": ("Kleinkläranlage", "Wasserrechtliche Erlaubnis")},
}
"""Subjects by office and second part of the file plan's number."""

TRADES = ("Baustoffe", "Elektro", "Verlag", "Sicherheitsdienst", "Gebäudetechnik", "Büromöbel", "Fuhrpark", "Labor")
FORMS = ("GmbH", "KG", "GmbH & Co. KG", "e. K.", "AG")
FIRST = {
    "a": ("Adelheid", "Burkhard", "Eike", "Gundula", "Hartmut", "Irmela", "Lorenz", "Mechthild", "Thilo", "Wiebke"),
    "b": ("Arnulf", "Birte", "Corvin", "Edeltraud", "Falko", "Gesine", "Henrike", "Jasper", "Malwine", "Silvio"),
    "d": ("Sabine", "Jürgen", "Monika", "Mehmet", "Katarzyna", "Horst", "Ursula", "Tobias", "Nadine", "Svetlana", "Karl-Heinz", "Ingrid"),
    "c": ("Alwine", "Benno", "Dörte", "Emine", "Gerrit", "Hanka", "Ismail", "Jolanta", "Kuno", "Veit"),
}
LAST = {
    "a": ("Ackerkrume", "Birnstiel", "Drosselbart", "Feldmark", "Grashüpfer", "Haferstroh", "Kornblum", "Lerchenau"),
    "b": ("Bachstelz", "Dornbusch", "Espenlaub", "Ginsterheid", "Holunder", "Kranichfeld", "Mohnkapsel", "Weidenröschen"),
    "d": ("Petersen", "Yilmaz", "Kowalski", "Brinkmann", "Wolters", "Nowak", "Reimers", "Thiele", "Hoffmann", "Özdemir", "Krüger", "Lütjens", "Baumgärtel", "Weiß", "Jansen", "Schulte-Ebbing"),
    "c": ("Amselgrund", "Butterweck", "Dachsberger", "Erlenkötter", "Finkenwerth", "Hagedorn", "Kümmel", "Wachtelau"),
}

FIRMS_D = (
    "Elektro {0} GmbH", "Malerbetrieb {0}", "{0} & Sohn Dachdeckermeister", "Autohaus {0} GmbH & Co. KG",
    "Buchhandlung {0} e. K.", "Bürotechnik {0} GmbH", "{0} Gebäudereinigung", "Personenbeförderung {0} GmbH",
    "Garten- und Landschaftsbau {0}", "{0} IT-Systemhaus AG", "Energieversorgung {0} GmbH", "{0} Entsorgung KG",
)
"""Names of style d's creditors; the part beside the family says what they sell."""


def iban(chance) -> str:
    """A German account number with right check digits (ISO 13616)."""
    plain = f"{int(chance.integers(10_000_000, 99_999_999))}{int(chance.integers(1, 10**10)):010}"
    return f"DE{98 - int(plain + '131400') % 97:02}{plain}"


class County:
    """The registers of one set; the same seed gives the same county, `references` one with these files alone.

    Styles a and b share their creditors, half to each; style c has others.
    """

    def __init__(self, seed: int, references: list[Reference] | None = None, style: str = "a"):
        chance = generator(f"county {seed}")
        self.references = references or list(people.references())
        self.creditors = list(people.creditors())
        if references is None:
            self.grow(chance, style if style in "cd" else "ab")

    def grow(self, chance, styles: str) -> None:
        """Some thousand files and some hundred creditors more, these named as the styles name people."""
        known = {one.key for one in self.references}
        for office, groups in SUBJECTS.items():
            for group, subjects in groups.items():
                for _ in range(90 * len(subjects)):
                    key = f"{office}.{group}-{int(chance.integers(2023, 2027))}/{int(chance.integers(1, 2999)):04}"
                    if key not in known:
                        known.add(key)
                        subject = subjects[int(chance.integers(0, len(subjects)))]
                        self.references.append(Reference(key, office, subject))
        for number in range(192 if styles == "d" else 0):
            name = FIRMS_D[number % 12].format(LAST["d"][number // 12])
            vat = f"DE{int(chance.integers(10**8, 10**9)):09}"
            self.creditors.append(Creditor(str(80_004 + 7 * number), name, iban(chance), vat))
        for number in range(0 if styles == "d" else 240):
            family = LAST[styles[number % len(styles)]][number // 2 % 8]
            name = f"{family} {TRADES[number // 16 % 8]} {FORMS[number % 5]}"
            vat = f"DE{int(chance.integers(10**8, 10**9)):09}"
            self.creditors.append(Creditor(str(71_000 + 13 * number), name, iban(chance), vat))

    def write(self, folder: Path) -> None:
        """The registers as files, as a profile asks for them."""
        folder.mkdir(parents=True, exist_ok=True)
        keys = [f"{one.key};{one.office};{one.subject}" for one in self.references]
        firms = [f"{one.number};{one.name};{one.iban};{one.vat}" for one in self.creditors]
        for name, head, rows in (
            ("aktenzeichen", "key;office;subject", sorted(keys)),
            ("kreditoren", "number;name;iban;vatId", firms),
        ):
            (folder / f"{name}.csv").write_text("\n".join([head, *rows]) + "\n", "utf-8")
        for file in people.REGISTERS.glob("*.csv"):
            if not (folder / file.name).exists():
                (folder / file.name).write_bytes(file.read_bytes())


class Matter:
    """One matter: who writes, about which file, on which day."""

    def __init__(self, county: County, name: str, style: str, subjects: tuple[str, ...]):
        self.name, self.county, self.style = name, county, style
        self.chance = generator("matter " + name)
        known = [one for one in county.references if one.subject in subjects]
        self.reference = self.pick(known)
        self.office = people.office(self.reference.office)
        self.person = self.somebody()
        grown = county.creditors[20:]
        self.creditor = self.pick(county.creditors[:20] + (grown if style in "cd" else grown[style == "b" :: 2]))
        self.date = date(2026, 9, 14) + timedelta(days=self.number(0, 60))

    def pick(self, values):
        return values[self.number(0, len(values))]

    def number(self, low: int, high: int) -> int:
        return int(self.chance.integers(low, high))

    def maybe(self, share: float) -> bool:
        return float(self.chance.random()) < share

    def somebody(self) -> Person:
        first = self.pick(FIRST[self.style] + people.FIRST)
        last = self.pick(LAST[self.style] + people.LAST)
        street = f"{self.pick(people.STREETS)} {self.number(1, 90)}"
        return Person(f"{first} {last}", street, self.pick(people.TOWNS), f"030 23125-{self.number(100, 999)}")

    def earlier(self, low: int, high: int) -> date:
        return self.date - timedelta(days=self.number(low, high))
