"""Faults of the others: scanners, workers, targets."""

from collections import Counter

from . import checker
from .calls import counted_calls

# What the virtual scanner can do wrong (Sources/FolderScanner/FeederScript.swift).
FEEDER_FAULTS = [
    "jam", "cover-open", "io-error", "crash", "double-feed", "hang", "hang-hard", "unknown-length",
    "wrong-count", "no-docs-early",
]
SHEETS = 5

MOODS = [
    "down", "slow", "lost-answer", "broken-line", "error-after-commit", "wrong-hash", "empty-answer", "liar",
    "wrong-object", "forgetful", "mute", "unauthorized", "too-large", "busy", "odd", "eager",
]
# Documents with which every mood is tried once more, and answers in a row that are bad.
CROWD = 100
# A target that refuses a document for good, or fails in an unheard-of way, leaves it to a person.
FOR_PEOPLE = {"unauthorized", "too-large", "odd"}


def scanned(world, run):
    """A scan: what was told is stored, pages are the first sheets in order, and what is stored arrived."""
    catalog = checker.connect(world)
    pages = [row[0] for row in catalog.execute("SELECT number FROM page ORDER BY batch, number")]
    batches = catalog.execute("SELECT count(DISTINCT batch) FROM page").fetchone()[0]
    catalog.close()
    breaches = []
    if batches <= 1 and pages != list(range(1, len(pages) + 1)):
        breaches.append(checker.Breach("mixed", f"pages are {pages}"))
    documents, strange = checker.delivered_documents(world)
    arrived = sum(len(document) for document in documents.elements())
    if arrived != len(pages):
        kind = "lost" if arrived < len(pages) else "twice"
        breaches.append(checker.Breach(kind, f"{len(pages)} pages stored, {arrived} delivered"))
    breaches += [checker.Breach("other", name) for name in strange]
    return breaches + checker.check_catalog(world) + checker.check_report(run), len(pages)


def work_out_scan(suite, world, first, whole=False):
    told, last = list(first.told), first
    breaches = [checker.Breach("other", "stuck: " + first.log[-300:])] if first.is_stuck else []
    if not first.is_done:
        last = world.run()
        told += last.told
        if not last.is_done:
            return breaches + [checker.Breach("other", "after the restart: " + last.log[-400:])]
    breaches += checker.check_told(world, told)
    more, stored = scanned(world, last)
    if whole and stored != world.stack:
        breaches.append(checker.Breach("lost", f"{stored} of {world.stack} sheets, and nobody was told"))
    world.remove()
    return breaches + more


def scans(suite):
    """Kills and failing calls of the scanner's process and of the daemon's, while sheets are fed."""
    settings = {"mail": {}, "stack": 3}
    for program, name in [("scanstelle-scan", "scanner's calls"), ("fault-probe", "calls of a scan")]:
        calls = counted_calls(suite, program, **settings)

        def case(which, program=program):
            action, number = which
            world = suite.world(**settings)
            return work_out_scan(suite, world, world.run(world.shim(action, number, program)))

        numbers = range(1, len(calls) + 3)
        step = 1 if len(calls) < 100 else 3
        cases = [(action, n) for action in ["kill", "eio", "enospc", "short"] for n in numbers][::step]
        suite.family(name, suite.thinned(cases, 6), case)


def feeders(suite):
    """Each fault of a feeder at each sheet."""

    def case(which):
        fault, sheet = which
        world = suite.world(mail={}, stack=SHEETS, script=f"at {sheet}: {fault}\n")
        # A driver that hangs is given up after two minutes: too long for a thousand cases, so the person ends it.
        patience = 5 if fault.startswith("hang") else 90
        first = world.run(patience=patience)
        if fault.startswith("hang"):
            first.is_stuck = False
            (world.root / "stack/script").unlink()
        return work_out_scan(suite, world, first, whole=fault in ["unknown-length", "no-docs-early"])

    cases = [(fault, sheet) for fault in FEEDER_FAULTS for sheet in range(1, SHEETS + 1)]
    suite.family("feeder", suite.sampled(cases, 5), case)


def crowd():
    """Mail of so many documents, ten in a file, each of two pages."""
    numbers = [f"{number:03}" for number in range(CROWD)]
    return {
        f"stapel{first}.tif": "\fPATCH\f".join(f"{number}v\f{number}r" for number in numbers[first : first + 10])
        for first in range(0, CROWD, 10)
    }


def targets(suite):
    """Targets that are slow, fail or lie, some times, and then are well."""

    def case(which):
        mood, times = which
        world = suite.world(**({"mail": crowd(), "patience": 300} if times == CROWD else {}))
        first = world.run({"FAULT_TARGET": f"{mood}:{times}"})
        if mood not in FOR_PEOPLE:
            return suite.work_out(world, first)
        breaches = checker.check_told(world, first.told) + checker.check_report(first)
        documents, _ = checker.delivered_documents(world)
        catalog = checker.connect(world)
        waiting = catalog.execute("SELECT count(*) FROM document WHERE state = 'awaitingReview'").fetchone()[0]
        catalog.close()
        if sum(documents.values()) + waiting != sum(checker.expected_documents(world.mail).values()):
            breaches.append(checker.Breach("lost", f"{documents} delivered, {waiting} wait"))
        world.remove()
        return breaches

    suite.family("target", suite.sampled([(mood, times) for times in [1, 2, 3, 7, 12] for mood in MOODS], 8), case)
    suite.family(f"target with {CROWD} documents", suite.sampled([(mood, CROWD) for mood in MOODS], 1), case)


def workers(suite):
    """Pages and documents that end their worker: the others arrive, the bad ones wait with a reason."""
    kinds = {
        # Read again without text and then refused as a file: the original is kept, the reason stands beside it.
        "DIE": ("refused", ()),
        "BAD": ("refused", ()),
        "COMPOSE-DIE": ("delivered", ("x1", "COMPOSE-DIE")),
    }

    def case(which):
        kind, place = which
        world = suite.world()
        pages = ["x1", "x2", "x3"]
        pages[place] = kind
        if kind == "COMPOSE-DIE":
            pages = ["x1", kind]
        world.mail["schlecht.tif"] = "\f".join(pages)
        (world.root / "eingang/schlecht.tif").write_text(world.mail["schlecht.tif"])
        expected = checker.expected_documents({name: world.mail[name] for name in world.mail if name != "schlecht.tif"})
        run = world.run()
        if not run.is_done:
            return [checker.Breach("other", "not done: " + run.log[-300:])]
        breaches = checker.check_end(world, expected) + checker.check_told(world, run.told)
        if kind != "COMPOSE-DIE" and not (world.root / "eingang/refused/schlecht.tif.grund.txt").exists():
            breaches.append(checker.Breach("other", "no reason beside the refused file"))
        world.remove()
        return breaches + checker.check_report(run)

    cases = [(kind, place) for kind in kinds for place in range(3)]
    suite.family("worker", suite.sampled(cases, 3), case)
