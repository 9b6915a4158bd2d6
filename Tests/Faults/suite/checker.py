"""What must hold after every fault, looked at from outside: files, SQLite's own tables, and what was told.

Nothing of the code under test takes part, but for the store's own thorough check at the end, which is asked as well.
"""

import hashlib
import json
import sqlite3
from collections import Counter
from dataclasses import dataclass


# What goes beside a PDF.
COMPANIONS = [".json", ".xml", ".manifest", ".transfervermerk"]


@dataclass(frozen=True)
class Breach:
    """A promise that was not kept: lost, twice, mixed, false-told or other."""

    kind: str
    text: str


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def expected_documents(mail):
    """The pages of every document that the mail must give, with how often."""
    documents = Counter()
    for text in mail.values():
        if "BAD" in text:
            continue
        pages = []
        for page in [*text.split("\f"), "PATCH"]:
            if page != "PATCH":
                pages.append(page)
            elif pages:
                documents[tuple(pages)] += 1
                pages = []
    return documents


def sources(world):
    """Every file that came in, wherever it lies below the watched folder now, by digest."""
    found = Counter()
    for path in (world.root / "eingang").rglob("*"):
        if path.is_file() and not path.name.endswith(".grund.txt"):
            found[sha256(path.read_bytes())] += 1
    return found


def check_sources(world):
    """I6: at any moment each source is there, unaltered."""
    missing = Counter(sha256(text.encode()) for text in world.mail.values()) - sources(world)
    return [Breach("lost", f"source {digest[:8]} is gone") for digest in missing]


def check_told(world, told):
    """I1: what was told as stored is there, byte for byte."""
    catalog = connect(world)
    breaches = []
    stored = {}
    for folder, file, digest in catalog.execute("SELECT folder, file, sha256 FROM input JOIN batch ON id = batch"):
        path = world.root / "state" / folder / file
        stored[digest] = path.is_file() and sha256(path.read_bytes()) == digest
    pages = {f"{batch} {number}" for batch, number in catalog.execute("SELECT batch, number FROM page")}
    for line in told:
        kind, rest = line.split(" ", 1)
        if kind == "input" and not stored.get(rest):
            breaches.append(Breach("false-told", f"input {rest[:8]} was told as stored"))
        if kind == "page" and rest not in pages:
            breaches.append(Breach("false-told", f"page {rest} was told as stored"))
    catalog.close()
    return breaches


def delivered_documents(world):
    """What lies in the target: documents by their pages, and files that should not be there."""
    documents, strange = Counter(), []
    files = [path for path in (world.root / "eakte").rglob("*") if path.is_file()]
    names = {path.name for path in files}
    for path in files:
        if path.suffix == ".pdf":
            documents[tuple(path.read_text().splitlines()[1:])] += 1
            for ending in [".json", ".xml"]:
                if path.stem + ending not in names:
                    strange.append(f"{path.name} without {ending}")
        elif path.suffix not in COMPANIONS or path.name.startswith("."):
            strange.append(path.name)
    return documents, strange


def check_end(world, expected=None):
    """After all is done: every document once, whole and in order; every source put away; the trail whole."""
    breaches = check_sources(world)
    expected = expected_documents(world.mail) if expected is None else expected
    documents, strange = delivered_documents(world)
    breaches += [Breach("other", f"at the target: {name}") for name in strange]
    if documents != expected:
        pages = Counter(page for document in documents.elements() for page in document)
        wanted = Counter(page for document in expected.elements() for page in document)
        for page in wanted - pages:
            breaches.append(Breach("lost", f"page {page} did not arrive"))
        for page in pages - wanted:
            breaches.append(Breach("twice", f"page {page} arrived too often"))
        if pages == wanted:
            breaches.append(Breach("mixed", f"documents are {sorted(documents)}"))
    left = [path.name for path in (world.root / "eingang").glob("*.tif")]
    left += [str(path) for path in (world.root / "eingang/.claimed").rglob("*") if path.is_file()]
    breaches += [Breach("other", f"not put away: {name}") for name in left]
    return breaches + check_catalog(world)


def check_catalog(world):
    """SQLite's own check, the counts, and the chain of the audit trail computed once more."""
    catalog = connect(world)
    breaches = []
    integrity = catalog.execute("PRAGMA integrity_check").fetchall()
    if integrity != [("ok",)]:
        breaches.append(Breach("other", f"catalog: {integrity[:3]}"))
    inputs = Counter(row[0] for row in catalog.execute("SELECT sha256 FROM input"))
    came = Counter(sha256(text.encode()) for text in world.mail.values())
    breaches += [Breach("lost", f"input {digest[:8]} has no row") for digest in came - inputs]
    breaches += [Breach("twice", f"input {digest[:8]} has too many rows") for digest in inputs - came]
    previous, number = "", 0
    rows = catalog.execute("SELECT number, at, actor, action, object, detail, hash FROM audit ORDER BY number")
    for *fields, digest in rows:
        number += 1
        text = "\x1f".join([previous, *map(str, fields)])
        if fields[0] != number or sha256(text.encode()) != digest:
            breaches.append(Breach("other", f"the audit trail breaks at {number}"))
            break
        previous = digest
    catalog.close()
    return breaches


def check_report(run):
    """The store's own thorough check must agree."""
    if run.report is None:
        return [Breach("other", "no report: " + run.log[-300:])]
    problems = [problem for problem in json.loads(run.report)["problems"]]
    return [Breach("other", f"{problem['kind']} {problem['object']}") for problem in problems]


def connect(world):
    return sqlite3.connect(f"file:{world.root}/state/catalog.sqlite?mode=rw", uri=True, timeout=10)
