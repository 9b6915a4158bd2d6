"""Files that want to hurt, or are just broken; every one must be refused by name, cheaply and without a crash."""

import struct
import zlib
from pathlib import Path

from reportlab import rl_config
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from . import encode, letters
from .people import Case
from .scan import Look, scanned

SHORT, LONG = 3, 4
"""TIFF 6.0 field types."""


def write(folder: Path) -> dict[str, tuple[str, str]]:
    """Write all files; gives each file's problem id and what is wrong with it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in MAKERS.items():
        make(folder / name)
    return PROBLEMS


PROBLEMS = {
    "empty.tif": ("file-empty", "0 bytes"),
    "encrypted.pdf": ("pdf-encrypted", "asks for a password to open"),
    "huge-30000x30000.tif": ("image-too-large", "900 million gray pixels in 0.9 MB of deflate"),
    "no-pages.pdf": ("pdf-without-pages", "sound, but its page tree is empty"),
    "ring.tif": ("tiff-directory-loop", "the second directory points back to the first: pages without end"),
    "text-named.tif": ("format-unknown", "a text file with a wrong name"),
    "truncated.jpg": ("file-truncated", "the last 60 % are missing"),
    "truncated.pdf": ("pdf-damaged", "the last 60 % are missing, with the cross-reference table"),
    "truncated.png": ("file-truncated", "the last 60 % are missing"),
    "truncated.tif": ("file-truncated", "the directory is whole, half of the strip is missing"),
}


def tiff(directories: list[tuple[dict, bytes]], last: int = 0) -> bytes:
    """A little-endian TIFF: header, then each directory with its data; `last` is where the last directory points."""
    file = bytearray(struct.pack("<2sHI", b"II", 42, 8))
    for place, (tags, data) in enumerate(directories):
        after = len(file) + 6 + 12 * len(tags)
        following = after + len(data) if place + 1 < len(directories) else last
        file += struct.pack("<H", len(tags))
        for tag, (kind, count, value) in sorted(tags.items()):
            file += struct.pack("<HHI", tag, kind, count) + field(kind, count, value, after)
        file += struct.pack("<I", following) + data
    return bytes(file)


def field(kind: int, count: int, value: int, after: int) -> bytes:
    """The value of a tag; a negative one is an offset into the data behind the directory."""
    value = after - value - 1 if value < 0 else value
    return struct.pack("<HH", value, 0) if kind == SHORT and count == 1 else struct.pack("<I", value)


DATA = -1
"""The first byte behind the directory; DATA - n is n bytes further."""


def gray_tags(width: int, height: int, compression: int) -> dict:
    """Width, height, bits, compression, black is zero, one sample, 300 dpi left out."""
    return {
        256: (LONG, 1, width),
        257: (LONG, 1, height),
        258: (SHORT, 1, 8),
        259: (SHORT, 1, compression),
        262: (SHORT, 1, 1),
        277: (SHORT, 1, 1),
    }


def ring(path: Path) -> None:
    """Two pages of 8 x 8 pixels; the directory after the second is the first."""
    tags = gray_tags(8, 8, 1) | {273: (LONG, 1, DATA), 278: (LONG, 1, 8), 279: (LONG, 1, 64)}
    path.write_bytes(tiff([(tags, bytes([200]) * 64)] * 2, last=8))


def huge(path: Path, side: int = 30000, rows: int = 300) -> None:
    """White paper 2.5 m wide: strips of deflate that unpack to 900 MB."""
    strip = zlib.compress(b"\xff" * (side * rows), 9)
    strips = side // rows
    sizes = struct.pack(f"<{strips}I", *[len(strip)] * strips)
    tags = gray_tags(side, side, 8) | {
        273: (LONG, strips, DATA),
        278: (LONG, 1, rows),
        279: (LONG, strips, DATA - 4 * strips),
    }
    start = 8 + 6 + 12 * len(tags) + 8 * strips
    offsets = struct.pack(f"<{strips}I", *[start + place * len(strip) for place in range(strips)])
    path.write_bytes(tiff([(tags, offsets + sizes + strip * strips)]))


def half_tiff(path: Path) -> None:
    """An uncompressed page whose strip ends with the file, half way down."""
    tags = gray_tags(200, 280, 1) | {273: (LONG, 1, DATA), 278: (LONG, 1, 280), 279: (LONG, 1, 200 * 280)}
    path.write_bytes(tiff([(tags, bytes([230]) * (200 * 140))]))


def cut(path: Path, share: float = 0.4) -> None:
    """A letter at 100 dpi whose file ends too early."""
    sheet = letters.inquiry(Case("hostile"), dpi=100).sheets[0]
    encode.write(path, [scanned(sheet, Look(noise=0), "hostile")], 100)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])


def encrypted(path: Path) -> None:
    rl_config.useA85 = 0
    canvas = Canvas(str(path), invariant=1, encrypt=StandardEncryption("geheim", "besitzer", strength=128))
    canvas.drawString(72, 720, "Verschlossen")
    canvas.showPage()
    canvas.save()


def no_pages(path: Path) -> None:
    """A catalog and an empty page tree, with a sound cross-reference table."""
    objects = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")
    file, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    file += b"xref\n0 3\n0000000000 65535 f \n%strailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(file),
    )
    path.write_bytes(file)


MAKERS = {
    "empty.tif": lambda path: path.write_bytes(b""),
    "encrypted.pdf": encrypted,
    "huge-30000x30000.tif": huge,
    "no-pages.pdf": no_pages,
    "ring.tif": ring,
    "text-named.tif": lambda path: path.write_text("Dies ist kein Bild, auch wenn der Name es sagt.\n", "utf-8"),
    "truncated.jpg": cut,
    "truncated.pdf": cut,
    "truncated.png": cut,
    "truncated.tif": half_tiff,
}
