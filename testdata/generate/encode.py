"""Files of page images: TIFF, JPEG, PNG and PDF, without dates or names that change from run to run."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def write(path: Path, images: list[Image.Image], dpi: int, quality: int = 78) -> None:
    """Write the pages into one file; the name's ending says the format."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writers = {".tif": write_tiff, ".jpg": write_jpeg, ".png": write_png, ".pdf": write_pdf}
    writers[path.suffix](path, images, dpi, quality)


def write_tiff(path: Path, images: list[Image.Image], dpi: int, quality: int) -> None:
    """G4 for bitonal pages, deflate for all others."""
    coding = "group4" if images[0].mode == "1" else "tiff_adobe_deflate"
    images[0].save(path, dpi=(dpi, dpi), compression=coding, save_all=True, append_images=images[1:])


def write_jpeg(path: Path, images: list[Image.Image], dpi: int, quality: int) -> None:
    [image] = images
    (image.convert("L") if image.mode == "1" else image).save(path, quality=quality, dpi=(dpi, dpi), optimize=True)


def write_png(path: Path, images: list[Image.Image], dpi: int, quality: int) -> None:
    [image] = images
    image.save(path, dpi=(dpi, dpi), optimize=True)


def write_pdf(path: Path, images: list[Image.Image], dpi: int, quality: int) -> None:
    """A scanner's PDF: every page is one JPEG image and nothing else."""
    rl_config.useA85 = 0
    canvas = Canvas(str(path), invariant=1, pageCompression=1)
    for image in images:
        width, height = (side * 72 / dpi for side in image.size)
        file = BytesIO()
        image.save(file, "JPEG", quality=quality, dpi=(dpi, dpi))
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(file), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
