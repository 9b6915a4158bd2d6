"""A blank A4 side to write on, measured in millimeters from the top left corner, that remembers its own text."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy
import zxingcpp
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 210.0, 297.0
"""A4 in millimeters (ISO 216)."""

INK = (24, 24, 26)
BLUE = (28, 44, 140)
GRAY = (110, 110, 110)
PAPER = (255, 255, 255)

FONTS = Path("/usr/share/fonts/truetype")
FACES = {
    "sans": "liberation/LiberationSans-Regular.ttf",
    "sans-bold": "liberation/LiberationSans-Bold.ttf",
    "sans-italic": "liberation/LiberationSans-Italic.ttf",
    "narrow": "liberation/LiberationSansNarrow-Regular.ttf",
    "serif": "liberation/LiberationSerif-Regular.ttf",
    "serif-bold": "liberation/LiberationSerif-Bold.ttf",
    "serif-italic": "liberation/LiberationSerif-Italic.ttf",
    "mono": "liberation/LiberationMono-Regular.ttf",
    "mono-bold": "liberation/LiberationMono-Bold.ttf",
    "deja": "dejavu/DejaVuSans.ttf",
    "deja-bold": "dejavu/DejaVuSans-Bold.ttf",
    "palatino": "../opentype/urw-base35/P052-Roman.otf",
    "palatino-bold": "../opentype/urw-base35/P052-Bold.otf",
    "palatino-italic": "../opentype/urw-base35/P052-Italic.otf",
    "bookman": "../opentype/urw-base35/URWBookman-Light.otf",
    "bookman-bold": "../opentype/urw-base35/URWBookman-Demi.otf",
    "gothic": "../opentype/urw-base35/URWGothic-Book.otf",
    "gothic-bold": "../opentype/urw-base35/URWGothic-Demi.otf",
    "school": "../opentype/urw-base35/C059-Roman.otf",
    "school-bold": "../opentype/urw-base35/C059-Bold.otf",
    "helvetica": "../opentype/urw-base35/NimbusSans-Regular.otf",
    "helvetica-bold": "../opentype/urw-base35/NimbusSans-Bold.otf",
    "slim": "../opentype/urw-base35/NimbusSansNarrow-Regular.otf",
    "slim-bold": "../opentype/urw-base35/NimbusSansNarrow-Bold.otf",
    "courier": "../opentype/urw-base35/NimbusMonoPS-Regular.otf",
    "courier-bold": "../opentype/urw-base35/NimbusMonoPS-Bold.otf",
    "condensed": "dejavu/DejaVuSansCondensed.ttf",
    "condensed-bold": "dejavu/DejaVuSansCondensed-Bold.ttf",
    "dserif": "dejavu/DejaVuSerif.ttf",
    "dserif-bold": "dejavu/DejaVuSerif-Bold.ttf",
    "times": "../opentype/urw-base35/NimbusRoman-Regular.otf",
    "times-bold": "../opentype/urw-base35/NimbusRoman-Bold.otf",
    "slant": "../opentype/urw-base35/C059-Italic.otf",
    "slant-bold": "../opentype/urw-base35/C059-BdIta.otf",
    "narrow-bold": "liberation/LiberationSansNarrow-Bold.ttf",
    "hand": "../opentype/urw-base35/Z003-MediumItalic.otf",
    "hand-bold": "../opentype/urw-base35/Z003-MediumItalic.otf",
}

SYMBOLOGIES = {
    "code128": zxingcpp.BarcodeFormat.Code128,
    "code39": zxingcpp.BarcodeFormat.Code39,
    "datamatrix": zxingcpp.BarcodeFormat.DataMatrix,
    "qr": zxingcpp.BarcodeFormat.QRCode,
    "itf": zxingcpp.BarcodeFormat.ITF,
}


@dataclass(frozen=True)
class Style:
    """How letters look: face, size in points and color; `leading` is the line distance in parts of the size."""

    face: str = "sans"
    size: float = 11
    color: tuple = INK
    leading: float = 1.22

    @property
    def line(self) -> float:
        """Distance of two base lines in millimeters; a point is 1/72 inch."""
        return self.size * self.leading * 25.4 / 72

    @property
    def bold(self) -> "Style":
        return Style(self.face.split("-")[0] + "-bold", self.size, self.color, self.leading)


@cache
def font(face: str, pixels: int) -> ImageFont.FreeTypeFont:
    """The face at a height in pixels; the basic layout engine, since it is the same everywhere."""
    return ImageFont.truetype(str(FONTS / FACES[face]), pixels, layout_engine=ImageFont.Layout.BASIC)


class Sheet:
    """One side of paper: `image` is what is printed, `lines` its text, `barcodes` and `patch` what machines read."""

    is_scanned = True

    def __init__(self, dpi: int = 300, paper: tuple = PAPER):
        self.dpi = dpi
        self.image = Image.new("RGB", (self.px(WIDTH), self.px(HEIGHT)), paper)
        self.draw = ImageDraw.Draw(self.image)
        self.lines: list[str] = []
        self.barcodes: list[dict] = []
        self.patch: str | None = None

    def px(self, millimeters: float) -> int:
        return round(millimeters / 25.4 * self.dpi)

    def font(self, style: Style) -> ImageFont.FreeTypeFont:
        return font(style.face, round(style.size / 72 * self.dpi))

    def width(self, text: str, style: Style) -> float:
        """Width of `text` in millimeters."""
        return self.font(style).getlength(text) / self.dpi * 25.4

    def text(self, x: float, y: float, text: str, style: Style = Style(), anchor: str = "l", said: bool = True) -> None:
        """Write one line with its base line at y; anchor l, m or r. `said` is false for what no reader should read."""
        if said and text.strip():
            self.lines.append(text)
        self.draw.text((self.px(x), self.px(y)), text, style.color, self.font(style), anchor=anchor + "s")

    def row(self, y: float, cells: list[tuple], style: Style = Style()) -> None:
        """Write cells (x, text, anchor) beside each other as one line of text."""
        for x, text, anchor in cells:
            self.text(x, y, text, style, anchor, said=False)
        self.lines.append(" ".join(text for _, text, _ in cells if text))

    def wrapped(self, text: str, width: float, style: Style) -> list[str]:
        """`text` broken at blanks so that no line is wider than `width` millimeters."""
        lines, line = [], ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and self.width(longer, style) > width:
                lines.append(line)
                longer = word
            line = longer
        return lines + [line] if line else lines

    def paragraph(self, x: float, y: float, width: float, text: str, style: Style = Style()) -> float:
        """Write `text` ragged right; gives the base line of the line that would follow."""
        for line in self.wrapped(text, width, style):
            self.text(x, y, line, style)
            y += style.line
        return y

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float = 0.25, color: tuple = INK) -> None:
        ends = [self.px(x1), self.px(y1), self.px(x2), self.px(y2)]
        self.draw.line(ends, color, max(1, self.px(width)))

    def box(
        self, x: float, y: float, width: float, height: float, line: float = 0.25, fill: tuple | None = None
    ) -> None:
        corners = [self.px(x), self.px(y), self.px(x + width), self.px(y + height)]
        self.draw.rectangle(corners, fill, INK if line else None, max(1, self.px(line)) if line else 0)

    def barcode(self, symbology: str, text: str, x: float, y: float, module: float, height: float = 0) -> None:
        """Print a code; `module` is the width of its narrowest bar in millimeters, rounded to whole pixels."""
        code = zxingcpp.create_barcode(text, SYMBOLOGIES[symbology])
        bits = numpy.array(code.to_image(scale=1, add_quiet_zones=False))
        if height:
            bits = bits[:1]
        scale = max(2, self.px(module))
        size = (bits.shape[1] * scale, self.px(height) if height else bits.shape[0] * scale)
        image = Image.fromarray(bits).resize(size, Image.Resampling.NEAREST)
        self.image.paste(image.convert("RGB"), (self.px(x), self.px(y)))
        self.barcodes.append({"symbology": symbology, "text": text})

    def paste(self, image: Image.Image, x: float, y: float) -> None:
        """Lay a picture on the paper; its transparency lets the print below shine through."""
        mask = image if image.mode == "RGBA" else None
        self.image.paste(image, (self.px(x), self.px(y)), mask)
