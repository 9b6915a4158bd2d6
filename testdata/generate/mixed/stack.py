"""Batches as the feeder takes them, with and without separators, and what is true of every page and document."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from .. import encode
from ..expected import SYMBOLOGIES
from ..scan import Look, back, generator, scanned
from ..separators import office_sheet, patch_sheet
from ..sheet import Sheet
from .county import County
from .kinds import KINDS, Kind, Mail, mail

PROFILE = "tagespost"
FEWEST, MOST = 15, 23
"""Documents a batch."""


@dataclass
class Side:
    """One scanned side: its file, what is on it and the document it belongs to."""

    file: str
    sheet: Sheet
    look: Look
    role: str
    part: str = ""
    mail: Mail | None = None


def write(folder: Path, batches: int, seed: int, style: str, separated: bool, first: int = 1) -> None:
    """Batches `first`... in folders of their own, and the registers they refer to."""
    county = County(seed, style=style)
    county.write(folder / "registers")
    for number in range(first, first + batches):
        batch = Batch(county, f"{style} {seed} {number}", style, separated)
        batch.write(folder / f"{number:02}")


def write_both(folder: Path, batches: int, seed: int, style: str, first: int = 1) -> None:
    """Each batch without separators in `folder`, and with them in `folder`-sep: the same scans, drawn once."""
    county, beside = County(seed, style=style), folder.with_name(folder.name + "-sep")
    county.write(folder / "registers")
    county.write(beside / "registers")
    for number in range(first, first + batches):
        name = f"{style} {seed} {number}"
        whole, plain = Batch(county, name, style, True), Batch(county, name, style, False)
        whole.write(beside / f"{number:02}")
        plain.written(folder / f"{number:02}", whole, beside / f"{number:02}")


class Batch:
    """A stack of mail: one scanner setting, one habit of separating, many kinds of document."""

    def __init__(self, county: County, name: str, style: str, separated: bool):
        self.name, self.style, self.separated = name, style, separated
        self.chance = generator("batch " + name)
        self.dpi = 300 if self.chance.random() < 0.5 else 200
        self.is_duplex = self.chance.random() < 0.4
        self.habit = ("patch", "office", "mixed")[int(self.chance.integers(0, 3))]
        self.base = Look(("gray", "gray", "color", "bitonal")[int(self.chance.integers(0, 4))])
        if self.base.mode == "bitonal":
            self.base = replace(self.base, paper=(255, 255, 255))
        self.sides: list[Side] = []
        made = [mail(kind, county, f"{name} {place}", style, self.dpi) for place, kind in enumerate(self.kinds())]
        if self.habit == "office":
            made.sort(key=lambda one: one.office)
        for place, one in enumerate(made):
            if separated:
                self.separate(one, made[place - 1] if place else None)
            self.lay(one)

    def kinds(self) -> list[Kind]:
        """At least fourteen types, the frequent ones oftener."""
        kinds = [KINDS[int(place)] for place in self.chance.permutation(len(KINDS))]
        types = {kind.type: kind for kind in kinds}
        wanted = int(self.chance.integers(FEWEST, MOST))
        chosen = [types[name] for name in list(types)[: min(wanted, 16)]]
        weighted = [kind for kind in KINDS for _ in range(kind.share)]
        chosen += [weighted[int(self.chance.integers(0, len(weighted)))] for _ in range(wanted - len(chosen))]
        return [chosen[int(place)] for place in self.chance.permutation(len(chosen))]

    def look(self) -> Look:
        """Every sheet goes askew a little, some are turned or dirty."""
        look = replace(self.base, skew=round(float(self.chance.normal(0, 0.6)), 1), holes="none")
        draw = self.chance.random()
        if draw < 0.05:
            return replace(look, rotation=180)
        if draw < 0.10:
            return replace(look, noise=6, specks=300, blur=0.9)
        return replace(look, holes="left") if draw < 0.3 else look

    def side(self, sheet: Sheet, look: Look, role: str, part: str = "", mail: Mail | None = None) -> None:
        self.sides.append(Side(f"{len(self.sides) + 1:03}.{self.ending}", sheet, look, role, part, mail))

    @property
    def ending(self) -> str:
        return "tif" if self.base.mode == "bitonal" else "jpg"

    def separate(self, one: Mail, before: Mail | None) -> None:
        """An office's sheet where its mail begins, else a sheet with patch T; or an office's sheet for each document."""
        is_new = before is None or before.office != one.office
        if self.habit == "patch" or (self.habit == "office" and not is_new):
            sheet = patch_sheet("T", dpi=self.dpi)
        else:
            sheet = office_sheet(one.office, "T" if self.habit == "mixed" else None, self.dpi)
        self.side(sheet, replace(self.base, holes="none"), "separator")
        if self.is_duplex:
            self.side(Sheet(self.dpi), replace(self.base, holes="none"), "blank")

    def lay(self, one: Mail) -> None:
        """A document; in a duplex stack it is printed on both sides or has blank backs."""
        both = self.is_duplex and self.chance.random() < 0.4
        for place, (sheet, part) in enumerate(zip(one.sheets, one.parts)):
            look = self.look()
            self.side(sheet, look, "content", part, one)
            is_last = place + 1 == len(one.sheets)
            if self.is_duplex and (not both or (is_last and len(one.sheets) % 2)):
                self.side(back(sheet, 0.05), replace(look, rotation=0), "blank")

    def write(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        written = 0
        for side in self.sides:
            # Dust goes by content, so that the stacks with and without separators hold the same scans.
            written += side.role == "content"
            name = "separator" if side.role == "separator" else f"{self.name} {written} {side.role}"
            encode.write(folder / side.file, [scanned(side.sheet, side.look, name)], self.dpi)
        self.tell(folder)

    def written(self, folder: Path, whole: "Batch", beside: Path) -> None:
        """The same as `write`, with the scans of `whole` (the stack with separators) wherever they are the same."""
        folder.mkdir(parents=True, exist_ok=True)
        files, last = [], ""
        for side in whole.sides:
            if side.role == "content" or (side.role == "blank" and last == "content"):
                files.append((side.role, side.file))
            last = side.role
        assert [one[0] for one in files] == [side.role for side in self.sides]
        for side, (_, file) in zip(self.sides, files):
            target = folder / side.file
            target.unlink(missing_ok=True)
            target.hardlink_to(beside / file)
        self.tell(folder)

    def tell(self, folder: Path) -> None:
        (folder / "expected.json").write_text(json.dumps(self.truth(), ensure_ascii=False, indent=1) + "\n", "utf-8")

    def truth(self) -> dict:
        return {
            "profile": {"name": PROFILE},
            "style": self.style,
            "separators": self.separated,
            "filesTogether": True,
            "inputs": [{"path": side.file, "outcome": "accepted"} for side in self.sides],
            "pages": [self.page(side) for side in self.sides],
            "documents": self.documents(),
        }

    def page(self, side: Side) -> dict:
        """As in the other sets; `part` says whether a page is a document's first, a continuation or an attachment."""
        entry = {"input": side.file, "index": 0, "role": side.role}
        if side.role != "blank":
            entry |= {"resolutionDPI": self.dpi, "color": side.look.mode}
        if side.sheet.patch:
            entry["patchCode"] = side.sheet.patch
        entry["barcodes"] = [code for code in side.sheet.barcodes if code["symbology"] in SYMBOLOGIES]
        if side.role == "content":
            turn, text = -side.look.rotation % 360, "\n".join(side.sheet.lines)
            entry |= {"rotationDegrees": turn, "skewDegrees": side.look.skew, "text": text, "part": side.part}
        return entry

    def documents(self) -> list[dict]:
        pages: dict[int, list[int]] = {}
        order: dict[int, Mail] = {}
        for number, side in enumerate(self.sides):
            if side.mail:
                pages.setdefault(id(side.mail), []).append(number)
                order[id(side.mail)] = side.mail
        return [self.document(one, pages[key]) for key, one in order.items()]

    def document(self, one: Mail, pages: list[int]) -> dict:
        """`office` is asked only where the sheet before the document names one."""
        fields = {name: {"value": value} for name, value in one.fields.items()}
        return {
            "pages": pages,
            "type": one.kind.type,
            "wording": one.kind.words,
            "layout": one.layout,
            "fields": fields,
            "facts": one.facts,
            "needsReview": one.needs_review,
            "route": one.route,
        }
