"""What a good system makes of each set: `expected.json`, shaped like the program's report, and the README's tables."""

import json
from collections import Counter
from pathlib import Path

from .sets import Page, Set
from .stationery import Document

SYMBOLOGIES = {"code128", "qr", "datamatrix"}
"""What both profiles read."""

OFFICES = {
    "10": "hauptamt",
    "30": "rechtsamt",
    "32": "ordnungsamt",
    "36": "strassenverkehrsamt",
    "50": "sozialamt",
    "51": "jugendamt",
    "53": "gesundheitsamt",
    "63": "bauamt",
    "66": "umweltamt",
}
"""Where the daily mail goes, by the office that leads the file."""

README = Path(__file__).with_name("README.head.md")


def facts(page: Page, index: int) -> dict:
    """One entry of `pages`; what cannot be measured or does not matter for the page's role is left out."""
    look, sheet = page.look, page.sheet
    entry = {"input": page.file, "index": index, "role": page.role}
    if sheet.is_scanned:
        entry["resolutionDPI"] = sheet.dpi
    if sheet.is_scanned and page.role != "blank":
        entry["color"] = look.mode
    if sheet.patch:
        entry["patchCode"] = sheet.patch
    entry["barcodes"] = [code for code in sheet.barcodes if code["symbology"] in SYMBOLOGIES]
    if others := [code for code in sheet.barcodes if code["symbology"] not in SYMBOLOGIES]:
        entry["unreadBarcodes"] = others
    if page.role == "content" and not sheet.patch:
        entry |= {"rotationDegrees": -look.rotation % 360, "skewDegrees": look.skew, "text": "\n".join(sheet.lines)}
    return entry


def documents(made: Set) -> list[dict]:
    """One entry a document; its pages are counted from 0 over the whole set."""
    entries: dict[int, dict] = {}
    for number, page in enumerate(made.pages):
        if page.document:
            entries.setdefault(id(page.document), decided(page.document, made.profile))["pages"].append(number)
    return list(entries.values())


def decided(document: Document, profile: str) -> dict:
    """Type, fields and route of a document."""
    fields = {name: {"value": value} for name, value in document.fields.items()}
    if not document.type:
        return {"pages": [], "fields": fields, "needsReview": True}
    return {
        "pages": [],
        "type": document.type,
        "fields": fields,
        "needsReview": False,
        "route": route(document, profile),
    }


def route(document: Document, profile: str) -> str:
    """The key of the profile's `deliver` section."""
    if document.route:
        return document.route
    if profile == "rechnungen":
        return "mahnungen" if document.type == "mahnung" else "kreditor"
    if document.type in ("rechnung", "mahnung"):
        return "kaemmerei"
    if document.type == "gerichtspost":
        return "rechtsamt"
    return OFFICES[document.fields["fileReference"][:2]]


def write(made: Set, folder: Path) -> None:
    inputs = [{"path": file, "outcome": "accepted"} for file in dict.fromkeys(page.file for page in made.pages)]
    before: Counter = Counter()
    pages = []
    for page in made.pages:
        pages.append(facts(page, before[page.file]))
        before[page.file] += 1
    about = {"profile": {"name": made.profile}, "filesTogether": made.together}
    save(folder, about | {"inputs": inputs, "pages": pages, "documents": documents(made)})


def write_hostile(problems: dict[str, tuple[str, str]], folder: Path) -> None:
    inputs = [{"path": file, "outcome": "refused", "problem": {"code": code}} for file, (code, _) in problems.items()]
    save(folder, {"inputs": inputs, "pages": [], "documents": []})


def save(folder: Path, value: dict) -> None:
    (folder / "expected.json").write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")


def outcome(page: Page) -> str:
    """The last column of the table: what must come out for this page."""
    parts = [(page.document.type or "no type: review") if page.document else page.role]
    if page.look.rotation and page.role == "content":
        parts.append(f"turn by {-page.look.rotation % 360}°")
    if page.sheet.patch:
        parts.append(f"patch {page.sheet.patch}")
    parts += [f"`{barcode['text']}`" for barcode in page.sheet.barcodes]
    return ", ".join(parts)


def readme(sets: list[Set], problems: dict[str, tuple[str, str]], path: Path) -> None:
    """The README: the words of README.head.md, then a table of every folder."""
    lines = [README.read_text("utf-8").rstrip()]
    for made in sets:
        lines += [
            "",
            f"## {made.name}/ (profile `{made.profile}`)",
            "",
            "| file | kind | for | expected |",
            "|---|---|---|---|",
        ]
        rows = dict.fromkeys(
            f"| {page.file} | {kind(page)} | {page.purpose} | {outcome(page)} |" for page in made.pages
        )
        lines += rows
    lines += ["", "## hostile/", "", "| file | what is wrong | problem |", "|---|---|---|"]
    lines += [f"| {file} | {wrong} | `{code}` |" for file, (code, wrong) in problems.items()]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def kind(page: Page) -> str:
    if not page.sheet.is_scanned:
        return "PDF, text"
    return f"{Path(page.file).suffix[1:].upper()}, {page.look.mode}, {page.sheet.dpi} dpi"
