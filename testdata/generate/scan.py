"""The scanner: gives a clean drawing the traces of paper, of a feeder that pulls askew and of a sensor."""

from dataclasses import dataclass
from zlib import crc32

import numpy
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .sheet import Sheet


@dataclass(frozen=True)
class Look:
    """What the scanner makes of a sheet.

    `rotation` is the turn of the content clockwise, a multiple of 90; `skew` its lean in degrees, clockwise positive;
    `noise` the standard deviation of the sensor's noise in gray levels; `specks` dirt in flecks per page.
    """

    mode: str = "gray"
    rotation: int = 0
    skew: float = 0.0
    noise: float = 1.0
    blur: float = 0.55
    paper: tuple = (250, 249, 245)
    shading: float = 4.0
    specks: int = 12
    holes: str = "left"


def generator(name: str) -> numpy.random.Generator:
    """Chance that is the same for the same name, everywhere."""
    return numpy.random.default_rng(crc32(name.encode()))


def scanned(sheet: Sheet, look: Look, name: str) -> Image.Image:
    """The image of `sheet` as the scanner gives it, in mode 1, L or RGB."""
    chance = generator(name)
    image = ImageChops.multiply(sheet.image, Image.new("RGB", sheet.image.size, look.paper))
    punched(image, sheet, look.holes)
    soiled(image, look.specks, chance)
    image = leaned(image, look)
    image = image.filter(ImageFilter.GaussianBlur(look.blur * sheet.dpi / 300))
    if look.mode != "color":
        image = image.convert("L")
    image = sensed(image, look, chance)
    if look.mode == "bitonal":
        image = image.point(lambda gray: 255 if gray > 160 else 0).convert("1", dither=Image.Dither.NONE)
    return image.transpose(TURNS[look.rotation]) if look.rotation else image


TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
"""Pillow turns counterclockwise, we count clockwise."""


def leaned(image: Image.Image, look: Look) -> Image.Image:
    """The content turned by the skew; the corners show the scanner's white backing."""
    if not look.skew:
        return image
    return image.rotate(-look.skew, Image.Resampling.BICUBIC, fillcolor=look.paper)


def punched(image: Image.Image, sheet: Sheet, side: str) -> None:
    """Two holes of 6 mm, 80 mm apart, 12 mm from the edge (ISO 838); the dark backing shows through."""
    if side == "none":
        return
    draw = ImageDraw.Draw(image)
    x = {"left": 12.0, "right": 210.0 - 12.0}[side]
    for y in (148.5 - 40, 148.5 + 40):
        corners = [sheet.px(x - 3), sheet.px(y - 3), sheet.px(x + 3), sheet.px(y + 3)]
        draw.ellipse(corners, (96, 96, 98))
        inner = [corners[0] + 5, corners[1] + 5, corners[2] - 3, corners[3] - 3]
        draw.ellipse(inner, (120, 120, 122))


def soiled(image: Image.Image, specks: int, chance: numpy.random.Generator) -> None:
    """Dust: flecks of one to three pixels."""
    draw = ImageDraw.Draw(image)
    for _ in range(specks):
        x, y = (int(chance.integers(0, side)) for side in image.size)
        radius, gray = float(chance.uniform(0.5, 1.6)), int(chance.integers(60, 190))
        draw.ellipse([x - radius, y - radius, x + radius, y + radius], (gray, gray, gray))


def sensed(image: Image.Image, look: Look, chance: numpy.random.Generator) -> Image.Image:
    """Noise and uneven light: the lamp is `shading` gray levels darker at one edge."""
    pixels = numpy.asarray(image, dtype=numpy.float32)
    rows, columns = pixels.shape[:2]
    noise = chance.standard_normal((rows, columns), dtype=numpy.float32) * look.noise
    light = noise - numpy.linspace(0, look.shading, columns, dtype=numpy.float32)[None, :]
    pixels = pixels + (light if pixels.ndim == 2 else light[:, :, None])
    return Image.fromarray(numpy.clip(pixels + 0.5, 0, 255).astype(numpy.uint8))


def back(front: Sheet, strength: float = 0.07) -> Sheet:
    """The blank back of `front`: its print shines through, mirrored and pale."""
    sheet = Sheet(front.dpi)
    ghost = front.image.transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(2.5))
    sheet.image.paste(Image.blend(sheet.image, ghost, strength))
    return sheet
