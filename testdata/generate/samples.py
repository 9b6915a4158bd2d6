"""A small stack for each further profile, of the kinds of document the profile is for; paper as in the mixed mail."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count

from .mixed.county import County
from .mixed.kinds import KINDS, Kind, Mail, mail
from .people import Reference, rows
from .scan import Look, back
from .separators import patch_sheet
from .sets import Page, Set
from .sheet import Sheet
from .stationery import Document

DPI = 200
PRINT = Look("bitonal", paper=(255, 255, 255), holes="none")
COLOR = Look("color", holes="none")


def kind(words: str, writer: str, type: str = "", subjects: tuple[str, ...] = ()) -> Kind:
    """The kind of the mixed mail with these words and writer, here perhaps only about some subjects."""
    found = next(
        one for one in KINDS if one.words == words and one.writer == writer and (not type or one.type == type)
    )
    return replace(found, subjects=subjects or found.subjects)


class Sample:
    """The stack of one profile: letters with a patch sheet before each."""

    def __init__(self, profile: str, references: list[Reference]):
        self.profile, self.county = profile, County(1, references)
        self.pages: list[Page] = []

    def side(self, sheet: Sheet, look: Look, purpose: str, role: str = "content", document: Document | None = None):
        ending = "tif" if look.mode == "bitonal" else "jpg"
        self.pages.append(Page(f"{len(self.pages) + 1:02}.{ending}", sheet, look, purpose, role, document))

    def separator(self) -> None:
        self.side(patch_sheet("T", dpi=DPI), PRINT, "separator: patch T", "separator")

    def letter(
        self,
        type: str,
        route: str,
        made: Mail,
        purpose: str,
        look: Look = PRINT,
        fields: dict[str, str] | None = None,
    ) -> None:
        """A document of one side or more, with what a good system finds on it."""
        document = Document(type, made.sheets, made.fields | (fields or {}), route)
        for number, sheet in enumerate(made.sheets, 1):
            place = f", page {number}" if len(made.sheets) > 1 else ""
            self.side(sheet, look, purpose + place, document=document)

    def find(self, kind: Kind, wanted: Callable[[Mail], bool] = lambda made: True, pages: int = 1) -> Mail:
        """The first document of this kind that needs no person, has this many pages and is as wanted."""
        for number in count():
            made = mail(kind, self.county, f"{self.profile} {kind.words} {number}", "a", DPI)
            if not made.needs_review and len(made.sheets) == pages and wanted(made):
                return made

    @property
    def set(self) -> Set:
        return Set(f"profiles/{self.profile}", self.profile, self.pages)


def referred(register: str, office: str) -> list[Reference]:
    return [Reference(row["key"], office, row["subject"]) for row in rows(register)]


def column(register: str, key: str, name: str) -> str:
    return next(row[name] for row in rows(register) if row["key"] == key)


def says(words: str) -> Callable[[Mail], bool]:
    """Whether the first sheet says these words."""
    return lambda made: words in " ".join(made.sheets[0].lines)


def building() -> Set:
    sample = Sample("bauantraege", referred("bauakten", "63"))
    subjects = ("Bauantrag Einfamilienhaus", "Nutzungsänderung")

    def district(made: Mail) -> str:
        return column("bauakten", made.fields["fileReference"], "district")

    made = sample.find(kind("bauantrag", "firm", subjects=subjects), says("Flurstück"), 3)
    parcel = next(line for line in made.sheets[0].lines if "Flurstück" in line).split()[-1]
    sample.letter("bauantrag", "neueingang", made, "new application with plans", fields={"parcel": parcel})
    sample.separator()
    made = sample.find(kind("widerspruch", "citizen", subjects=subjects))
    sample.letter("widerspruch", district(made), made, "objection to a permit")
    sample.separator()
    made = sample.find(kind("amtshilfe", "office", subjects=subjects), says("Abgabe"))
    sample.letter("stellungnahme", district(made), made, "another body hands over a file", replace(PRINT, skew=0.7))
    return sample.set


def welfare() -> Set:
    sample = Sample("sozialhilfe", referred("hilfefaelle", "50"))

    def team(made: Mail) -> str:
        return column("hilfefaelle", made.fields["fileReference"], "team")

    subjects = ("Wohngeld", "Grundsicherung im Alter", "Hilfe zur Pflege", "Eingliederungshilfe")
    made = sample.find(kind("form", "form", "antrag", subjects), lambda made: bool(made.sheets[0].barcodes))
    sample.letter("antrag", team(made), made, "application form with AZ barcode", COLOR)
    sample.separator()
    made = sample.find(kind("widerspruch", "citizen", subjects=subjects))
    sample.letter("widerspruch", team(made), made, "objection to a notice")
    sample.separator()
    made = sample.find(kind("bescheinigung", "firm", subjects=subjects))
    sample.letter("bescheinigung", team(made), made, "certificate of an employer", replace(PRINT, skew=-0.6))
    sample.separator()
    made = sample.find(kind("attest", "practice", subjects=subjects))
    sample.letter("attest", team(made), made, "certificate of a doctor")
    return sample.set


def licences() -> Set:
    files = [Reference(row["key"], row["office"], row["subject"]) for row in rows("aktenzeichen")]
    sample = Sample("fuehrerschein", files)
    subjects = ("Fahrerlaubnis",)

    def answers(made: Mail) -> dict[str, str]:
        """What stands on the line after each question."""
        lines = made.sheets[0].lines
        day, month, year = lines[lines.index("Geburtsdatum") + 1].split(".")
        number = lines[lines.index("Führerscheinnummer") + 1]
        name = lines[lines.index("Familienname") + 1]
        return {"birthDate": f"{year}-{month}-{day}", "familyName": name, "licenceNumber": number}

    made = sample.find(kind("form", "form", "fuehrerschein", subjects))
    sample.letter("antrag", "erteilung", made, "application form", replace(COLOR, skew=0.4), answers(made))
    sample.separator()
    sample.letter("widerspruch", "akte", sample.find(kind("widerspruch", "citizen", subjects=subjects)), "objection")
    sample.separator()
    sample.letter("gutachten", "eignung", sample.find(kind("attest", "practice", subjects=subjects)), "doctor's opinion")
    return sample.set


def courts() -> Set:
    """The register tells the court's sign of each file, as it stands on the sheets drawn here."""
    sample = Sample("gerichtspost", referred("verfahren", "30"))
    subjects = ("Klageverfahren Verwaltungsgericht",)

    def hearing(made: Mail) -> dict[str, str]:
        text = " ".join(made.sheets[0].lines)
        day, month, year = text.split("Verhandlung am ")[1].split(",")[0].split(".")
        return {"hearing": f"{year}-{month}-{day}"}

    summons = sample.find(kind("ladung", "court", subjects=subjects), says("Verhandlung am"))
    sample.letter("ladung", "fristen", summons, "summons to a hearing", fields=hearing(summons))
    sample.separator()
    is_order = says("Beschluss")
    decision = sample.find(
        kind("beschluss", "court", subjects=subjects),
        lambda made: is_order(made) and "Verwaltungsgericht" in made.facts["sender"] and " K " in made.fields["courtReference"],
    )
    sample.letter("beschluss", "entscheidungen", decision, "decision of a court", replace(PRINT, skew=-0.5))
    record = sample.find(kind("service", "form", subjects=subjects))
    sample.letter("zustellungsurkunde", "zustellungen", record, "record of formal service, yellow, no sheet before it", COLOR)
    sample.side(back(record.sheets[0], 0.04), replace(COLOR, holes="right"), "blank back, holes", "blank")
    return sample.set


def all_samples() -> list[Set]:
    return [building(), welfare(), licences(), courts()]
