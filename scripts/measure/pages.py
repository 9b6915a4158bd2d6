"""Folders of page images and what is known to be on them."""

import json
from dataclasses import dataclass, field
from pathlib import Path

IMAGES = {".jpg", ".jpeg", ".png", ".tif", ".tiff"}


@dataclass
class Page:
    """A page image and its printed text; `expected` holds what else is known, as in an expected.json."""

    path: Path
    text: str
    dpi: int
    turn: int = 0
    """Degrees clockwise that make the print upright."""
    is_ordered: bool = False
    """The text is in the one order in which a person would read it."""
    expected: dict = field(default_factory=dict)

    @property
    def words(self) -> list[str]:
        return self.text.split()


@dataclass
class Folder:
    """The single-page images of a folder in their order, and the documents they make together."""

    path: Path
    pages: list[Page]
    documents: list[dict]

    @classmethod
    def load(cls, path: Path, language: str = "deu") -> "Folder":
        """A folder with an expected.json (testdata) or a manifest.jsonl whose entries name ground truth (`gt`)."""
        if (path / "manifest.jsonl").exists():
            return cls(path, list(listed(path, language)), [])
        expected = json.loads((path / "expected.json").read_text("utf-8"))
        pages = [described(path, entry) for entry in expected["pages"] if Path(entry["input"]).suffix in IMAGES]
        if len(pages) != len({page.path for page in pages}):
            raise SystemExit(f"bench: {path} holds files of several pages, which cannot be compared page by page")
        return cls(path, pages, expected["documents"] if expected["filesTogether"] else [])

    def turned(self, scratch: Path) -> "Folder":
        """The same pages, every second one turned by 90, 180 or 270 degrees without loss."""
        from PIL import Image

        pages = []
        for number, page in enumerate(self.pages):
            degrees = (90, 180, 270)[number // 2 % 3] if number % 2 and page.words else 0
            target = scratch / f"{number:04}.png"
            with Image.open(page.path) as image:
                image.rotate(-degrees, expand=True).save(target, dpi=(page.dpi, page.dpi))
            pages.append(Page(target, page.text, page.dpi, (page.turn - degrees) % 360, page.is_ordered))
        return Folder(self.path, pages, [])


def listed(path: Path, language: str):
    for line in (path / "manifest.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        if "gt" in entry and entry.get("lang") == language and Path(entry["file"]).suffix in IMAGES:
            text = (path / entry["gt"]).read_text("utf-8")
            yield Page(path / entry["file"], text, entry.get("dpi", 300), is_ordered=entry.get("plain_order", False))


def described(path: Path, entry: dict) -> Page:
    text = entry.get("text", "") if entry["role"] == "content" else ""
    return Page(path / entry["input"], text, entry["resolutionDPI"], entry.get("rotationDegrees") or 0, False, entry)
