"""Who writes to the county: invented citizens, companies and courts, and the registers their letters refer to.

Postal codes begin with 00, which Germany never assigned; telephone numbers come from the range that the regulator
keeps free for films (030 23125); mail addresses end in .example (RFC 2606).
"""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from .scan import generator

ROOT = Path(__file__).resolve().parents[2]
REGISTERS = ROOT / "profiles" / "registers"

COUNTY = ("Landkreis Musterland", "Kreisstraße 1", "00815 Musterfurt")

FIRST = (
    "Annegret",
    "Bertram",
    "Cosima",
    "Dietlind",
    "Eckehard",
    "Friederike",
    "Gernot",
    "Hildburg",
    "Ingolf",
    "Jördis",
    "Korbinian",
    "Leonore",
    "Meinolf",
    "Notburga",
    "Ottokar",
    "Philippa",
    "Rüdiger",
    "Swantje",
)
LAST = (
    "Apfelgrün",
    "Brückenstein",
    "Chausseegraben",
    "Distelfink",
    "Eibenholz",
    "Föhrensang",
    "Gänseblum",
    "Heckenreiter",
    "Igelsprung",
    "Jahreszeit",
    "Kieselbach",
    "Löffelkraut",
    "Moosgärtner",
    "Nebelhorn",
    "Ofenrohr",
    "Pfützenau",
    "Quittenbaum",
    "Regenfaß",
)
STREETS = (
    "Ahornweg",
    "Bachgasse",
    "Am Alten Sägewerk",
    "Dorfstraße",
    "Erlenring",
    "Fasanenstieg",
    "Gartenstraße",
    "Hinter den Höfen",
    "Im Wiesengrund",
    "Lindenallee",
    "Mühlenweg",
    "Nordring",
)
TOWNS = ("00815 Musterfurt", "00816 Beispielhausen", "00817 Oberprobe", "00818 Mustertal", "00819 Neu-Vorlage")


@dataclass(frozen=True)
class Person:
    name: str
    street: str
    town: str
    phone: str

    @property
    def address(self) -> list[str]:
        return [self.name, self.street, self.town]


@dataclass(frozen=True)
class Reference:
    """A row of the register of file references (Aktenzeichen)."""

    key: str
    office: str
    subject: str


@dataclass(frozen=True)
class Creditor:
    """A row of the register of creditors (Kreditoren)."""

    number: str
    name: str
    iban: str
    vat: str

    @property
    def spaced_iban(self) -> str:
        return " ".join(self.iban[start : start + 4] for start in range(0, len(self.iban), 4))


@cache
def rows(register: str) -> tuple[dict, ...]:
    with (REGISTERS / f"{register}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter=";"))


@cache
def references() -> tuple[Reference, ...]:
    return tuple(Reference(row["key"], row["office"], row["subject"]) for row in rows("aktenzeichen"))


@cache
def creditors() -> tuple[Creditor, ...]:
    return tuple(Creditor(row["number"], row["name"], row["iban"], row["vatId"]) for row in rows("kreditoren"))


def reference(key: str) -> Reference:
    """The file reference `key`, which the register must know."""
    return next(reference for reference in references() if reference.key == key)


def office(number: str) -> str:
    return next(row["name"] for row in rows("aemter") if row["number"] == number)


def creditor(name: str) -> Creditor:
    """The creditor whose name begins with `name`."""
    return next(creditor for creditor in creditors() if creditor.name.startswith(name))


class Case:
    """One matter: who writes, about which file, on which day; the same `name` gives the same matter."""

    def __init__(self, name: str, key: str | None = None, offices: tuple = (), creditor_name: str | None = None):
        self.name = name
        self.chance = generator("case " + name)
        known = [row for row in references() if not offices or row.office in offices]
        self.reference = reference(key) if key else self.pick(known)
        self.office = office(self.reference.office)
        self.person = self.somebody()
        self.creditor = creditor(creditor_name) if creditor_name else self.pick(creditors())
        self.date = date(2026, 11, 2) + timedelta(days=int(self.chance.integers(0, 12)))

    def pick(self, values):
        return values[int(self.chance.integers(0, len(values)))]

    def number(self, low: int, high: int) -> int:
        return int(self.chance.integers(low, high))

    def somebody(self) -> Person:
        return Person(
            f"{self.pick(FIRST)} {self.pick(LAST)}",
            f"{self.pick(STREETS)} {self.number(1, 90)}",
            self.pick(TOWNS),
            f"030 23125-{self.number(100, 999)}",
        )

    def earlier(self, days: int) -> date:
        return self.date - timedelta(days=days)


MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)


def numeric(day: date) -> str:
    """17.11.2026"""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def written(day: date) -> str:
    """17. November 2026"""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def euros(cents: int) -> str:
    """1.234,56"""
    whole = f"{cents // 100:,}".replace(",", ".")
    return f"{whole},{cents % 100:02}"
