"""Separator sheets: patch codes after Kodak's specification, and the barcode that names an office.

A patch code is four bars in three equal gaps, 0.80 inches in all. Wide bars are 0.20 inches, narrow bars and gaps
0.08 inches (Kodak publication A-61599, Patch Code Information). The order below is read from the sheet's edge
inward; a T read backward is a 3, a 1 read backward is a 6, so every edge carries the bars with the same end outward.
"""

from PIL import Image

from .people import COUNTY, office
from .sheet import HEIGHT, WIDTH, Sheet, Style

WIDE, NARROW, GAP = 0.20 * 25.4, 0.08 * 25.4, 0.08 * 25.4
PATTERNS = {"1": "WWNN", "2": "WNNW", "3": "WNWN", "4": "NWWN", "6": "NNWW", "T": "NWNW"}
EDGE = 8.0
"""White margin outside the outermost bar; Kodak asks for 0.25 inches."""


def bars(sheet: Sheet, code: str, x: float, y: float, width: float) -> None:
    """The bars of `code`, parallel to the top edge, first bar at y."""
    sheet.patch = code
    for bar in PATTERNS[code]:
        height = WIDE if bar == "W" else NARROW
        sheet.box(x, y, width, height, 0, (12, 12, 12))
        y += height + GAP


def bars_around(sheet: Sheet, code: str) -> None:
    """The same bars at the top and, turned by half, at the bottom: the sheet may be fed either way round."""
    bars(sheet, code, 30, EDGE, WIDTH - 60)
    height = sheet.px(EDGE + 0.80 * 25.4)
    turned = sheet.image.crop((0, 0, sheet.px(WIDTH), height)).transpose(Image.Transpose.ROTATE_180)
    sheet.image.paste(turned, (0, sheet.px(HEIGHT) - height))


def patch_sheet(code: str, title: str = "", dpi: int = 300) -> Sheet:
    """A full separator sheet with nothing but a patch code and a line for people."""
    sheet = Sheet(dpi)
    bars_around(sheet, code)
    sheet.text(105, 110, f"Patch {code}", Style("sans-bold", 60), "m")
    sheet.text(105, 130, title or "Trennblatt – bitte nicht entfernen", Style("sans", 16), "m")
    sheet.text(105, 240, COUNTY[0] + " · Poststelle", Style("sans", 11), "m")
    return sheet


def patch_label(code: str, dpi: int = 300) -> Sheet:
    """A sheet with the short patch of 2.5 inches at the leading edge only."""
    sheet = Sheet(dpi)
    bars(sheet, code, 73, 14, 2.5 * 25.4)
    sheet.text(105, 60, f"Trennblatt Patch {code}", Style("sans", 14), "m")
    return sheet


def office_sheet(number: str, patch: str | None = None, dpi: int = 300) -> Sheet:
    """The separator sheet of an office: Code 128 `TB-50`, its name for people, with or without a patch code."""
    sheet = Sheet(dpi)
    if patch:
        bars_around(sheet, patch)
    sheet.text(105, 62, "TRENNBLATT", Style("sans-bold", 34), "m")
    sheet.text(105, 80, office(number), Style("sans-bold", 24), "m")
    sheet.text(105, 92, f"Amt {number}", Style("sans", 18), "m")
    sheet.barcode("code128", f"TB-{number}", 66, 112, 0.85, 34)
    sheet.text(105, 156, f"TB-{number}", Style("mono", 14), "m")
    sheet.text(105, 190, "Vor das erste Blatt des Schriftstücks legen.", Style("sans", 13), "m")
    sheet.text(105, 198, "Nach dem Scannen wiederverwenden.", Style("sans", 13), "m")
    return sheet
