"""What judges say of a PDF that Scanstelle wrote: its bytes, its validity, what readers show and find."""

import html
import json
import logging
import os
import re
import shutil
import subprocess
import tempfile
import zlib
from pathlib import Path

from .text import distance, joined

LIMITS = {"fileSizeInBytes": 200_000_000, "pages": 2_000, "pixelsPerPage": 100_000_000, "pixelsPerSide": 32_000}
SETTINGS = {"orient": True, "deskew": True, "blankBelow": 0.0, "languages": ["deu"], "readsText": True,
            "expectsBarcodes": False, "findsCheckBoxes": False, "jpegQuality": 75}  # fmt: skip
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
FALSE_ALARM = re.compile(
    # The validator knows no level u, no extension schemas, and neither signatures nor attachments.
    r"6\.6\.4-3|6\.6\.2\.3\.1-1.*XMP (namespace|property) (pdfaExtension|pdfaSchema|pdfaProperty|pdfuaid|index|transfer|fx)[=:]"
    r"|AcroForm|[Ss]ignature|[Ee]mbedded [Ff]ile|EmbeddedFile"
)


def run(*command: str) -> subprocess.CompletedProcess:
    return subprocess.run(command, capture_output=True, check=False)


def text_of(*command: str) -> str:
    return run(*command).stdout.decode("utf-8", "replace")


def byte_faults(path: Path) -> list[str]:
    """Breaches of what a tolerant parser does not see: header, cross-references, trailer, lengths of streams."""
    data = path.read_bytes()
    faults = []
    if not re.match(rb"%PDF-1\.\d\n%[\x80-\xff]{4}", data):
        faults.append("header")
    ends = [int(match[1]) for match in re.finditer(rb"startxref\n(\d+)\n%%EOF\n", data)]
    if not ends or not data.endswith(b"%%EOF\n"):
        faults.append("end")
    for start in ends:
        faults += section_faults(data, start)
    for stream in re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", data):
        end = stream.end() + int(stream[1])
        if data[end : end + 11] != b"\nendstream\n":
            faults.append(f"stream at {stream.start()}")
    if b"/Encrypt " in data:
        faults.append("encrypted")
    return faults


def section_faults(data: bytes, start: int) -> list[str]:
    """Of a stream of cross-references; each row must point at its object, and each packed object be in its stream."""
    head = re.compile(rb"(\d+) 0 obj\n(<< /Type /XRef .*?/Length (\d+) >>)\nstream\n").match(data, start)
    if not head:
        return [f"no cross-references at {start}"]
    faults, entries, streams = [], head[2], {}
    body = data[head.end() : head.end() + int(head[3])]
    widths = [int(width) for width in re.search(rb"/W \[ (\d+) (\d+) (\d+) \]", entries).groups()]
    index = re.search(rb"/Index \[ ([\d ]+) \]", entries)
    size = int(re.search(rb"/Size (\d+)", entries)[1])
    runs = [int(number) for number in index[1].split()] if index else [0, size]
    numbers = [number for first, count in zip(runs[::2], runs[1::2]) for number in range(first, first + count)]
    table = [row_fields(row, widths) for row in rows(body, entries, sum(widths))]
    if len(table) != len(numbers) or max(numbers) >= size:
        faults.append(f"{len(table)} rows for {len(numbers)} objects below {size}")
    for number, (kind, place, position) in zip(numbers, table):
        if kind == 1 and not data.startswith(b"%d 0 obj\n" % number, place):
            faults.append(f"object {number}")
        if kind == 2 and place not in streams:
            streams[place] = packed(data, dict(zip(numbers, table)).get(place))
        if kind == 2 and streams[place][position : position + 1] != [number]:
            faults.append(f"packed object {number}")
    if not re.search(rb"/ID \[ <\w+> <\w+> \]", entries):
        faults.append("trailer")
    return faults


def rows(body: bytes, entries: bytes, width: int):
    """The rows of a stream of cross-references, as they were before compression."""
    if b"/FlateDecode" not in entries:
        yield from (body[place : place + width] for place in range(0, len(body), width))
        return
    coded, above = zlib.decompress(body), bytes(width)
    for place in range(0, len(coded), width + 1):
        above = bytes((a + b) & 255 for a, b in zip(coded[place + 1 : place + 1 + width], above))
        yield above


def row_fields(row: bytes, widths: list[int]) -> tuple[int, int, int]:
    first, second, _ = widths
    return (
        int.from_bytes(row[:first], "big"),
        int.from_bytes(row[first : first + second], "big"),
        int.from_bytes(row[first + second :], "big"),
    )


def packed(data: bytes, place: tuple | None) -> list[int]:
    """Numbers of the objects of the object stream at a place; none where there is no such stream."""
    head = place and re.compile(
        rb"\d+ 0 obj\n<< /Type /ObjStm /N (\d+) /First (\d+) /Filter /FlateDecode /Length (\d+) >>\nstream\n"
    ).match(data, place[1])
    if not head:
        return []
    numbers = zlib.decompress(data[head.end() : head.end() + int(head[3])])[: int(head[2])].split()[::2]
    return [int(number) for number in numbers] if len(numbers) == int(head[1]) else []


def qpdf_faults(path: Path) -> list[str]:
    outcome = run("qpdf", "--check", str(path))
    return [] if outcome.returncode == 0 else [outcome.stderr.decode("utf-8", "replace").strip()[:200] or "qpdf"]


def archive_faults(path: Path) -> list[str]:
    """What pikepdf's validator finds; its documented false alarms are left out."""
    import pikepdf.pdfa

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    part = "3b" if b"<pdfaid:part>3<" in path.read_bytes() else "2b"
    findings = map(str, pikepdf.pdfa.validate_written(str(path), part).findings)
    return [finding for finding in findings if not FALSE_ALARM.search(finding)]


def vera_faults(path: Path) -> list[str] | None:
    """What veraPDF finds of PDF/A and PDF/UA; None where it is not installed."""
    if not shutil.which("verapdf"):
        return None
    level = "3u" if b"<pdfaid:part>3<" in path.read_bytes() else "2u"
    outcomes = {flavour: text_of("verapdf", "--flavour", flavour, "--format", "text", str(path)) for flavour in (level, "ua1")}
    return [flavour for flavour, outcome in outcomes.items() if not outcome.startswith("PASS")]


class Worker:
    """A worker that reads what readers show, as it read the page that was scanned."""

    def __init__(self, program: Path):
        self.scratch = tempfile.TemporaryDirectory(prefix="documents-")
        self.job = Path(self.scratch.name)
        for name in ("in", "out", "tmp"):
            (self.job / name).mkdir()
        environment = os.environ | {"OMP_THREAD_LIMIT": "1", "SWIFT_BACKTRACE": "enable=no"}
        self.process = subprocess.Popen(
            [str(program), str(self.job)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )

    def read(self, image: Path) -> dict:
        shutil.copyfile(image, self.job / "in" / "page")
        request = {"file": "in/page", "format": "png", "page": 0, "settings": SETTINGS, "limits": LIMITS}
        self.process.stdin.write(json.dumps({"id": 1, "job": {"analyze": {"_0": request}}}) + "\n")
        self.process.stdin.flush()
        result = json.loads(self.process.stdout.readline() or "{}").get("result", {})
        for file in (self.job / "out").iterdir():
            file.unlink()
        if "analyzed" not in result:
            raise SystemExit(f"check-documents: a page could not be read: {result or 'the worker ended'}")
        return result["analyzed"]["_0"]


class Shown:
    """A page as poppler draws it, read again, beside what its text layer says."""

    def __init__(self, path: Path, number: int, worker: Worker):
        self.resolution = finest(path, number)
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "page"
            page = ("-f", str(number), "-l", str(number))
            run("pdftoppm", "-png", "-singlefile", "-r", str(self.resolution), *page, str(path), str(place))
            self.drawing = place.with_suffix(".png")
            self.analysis = worker.read(self.drawing)
            self.likeness = difference(path, number, self.drawing, self.resolution)
        self.layer = text_of("pdftotext", "-raw", *page, str(path), "-")
        self.words = [
            (html.unescape(match[5]), [float(match[index]) * self.resolution / 72 for index in range(1, 5)])
            for match in WORD.finditer(text_of("pdftotext", "-bbox", *page, str(path), "-"))
        ]
        lines = self.analysis["lines"]
        self.read_words = [(word["text"], word["box"]) for line in lines for word in line["words"]]

    @property
    def edits(self) -> tuple[int, int]:
        """Characters that were read otherwise than the layer says, and those of the layer; order does not count."""
        layer, read = joined(self.layer).split(), joined("\n".join(text_lines(self.analysis))).split()
        ordered = distance(" ".join(layer), " ".join(read))
        sorted_words = distance(" ".join(sorted(layer)), " ".join(sorted(read)))
        return min(ordered, sorted_words), len(" ".join(layer))

    @property
    def overlap(self) -> float:
        """Mean overlap of the marks in the layer with the words read again; 1 where there are none."""
        if self.analysis["rotation"] != 0:
            return 1.0
        found = []
        for text, (x, y, width, height) in self.read_words:
            shares = [overlap(mark, (x, y, x + width, y + height)) for other, mark in self.words if other == text]
            if shares and max(shares) > 0.2:
                found.append(max(shares))
        return sum(found) / len(found) if found else 1.0

    @property
    def codes(self) -> set[tuple[str, str]]:
        return {(code["symbology"], code["text"]) for code in self.analysis["barcodes"]}


def text_lines(analysis: dict) -> list[str]:
    return [" ".join(word["text"] for word in line["words"]) for line in analysis["lines"]]


def overlap(a, b) -> float:
    shared = max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))
    joint = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared
    return shared / joint if joint else 0.0


def finest(path: Path, number: int) -> int:
    """Dots per inch of the finest image of a page."""
    listed = text_of("pdfimages", "-list", "-f", str(number), "-l", str(number), str(path)).splitlines()[2:]
    return max([int(float(row.split()[12])) for row in listed if len(row.split()) > 12] or [300])


def difference(path: Path, number: int, drawing: Path, resolution: int) -> float | None:
    """Levels of 255 by which mupdf's drawing differs most from poppler's in any 3 mm; None without mupdf."""
    try:
        import pymupdf
        from PIL import Image, ImageChops
    except ImportError:
        return None
    shown = pymupdf.open(path)[number - 1].get_pixmap(dpi=resolution)
    other = Image.frombytes("RGB", (shown.width, shown.height), shown.samples)
    with Image.open(drawing) as page:
        size = [max(1, round(side / resolution * 25.4 / 3)) for side in page.size]
        one = page.convert("RGB").resize(size, Image.Resampling.BOX)
    two = other.resize(size, Image.Resampling.BOX)
    return max(high for _, high in ImageChops.difference(one, two).getextrema())
