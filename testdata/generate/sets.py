"""What lies in which folder: every page of every set, how it was scanned and what is expected of it."""

from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from . import barcodes, certificates, encode, forms, invoices, letters, separators
from .people import Case
from .scan import Look, back, scanned
from .sheet import Sheet
from .stationery import Document


@dataclass
class Page:
    """One side in a file: what is on it, how it was scanned, what it is for, and the document it belongs to."""

    file: str
    sheet: Sheet
    look: Look
    purpose: str
    role: str = "content"
    document: Document | None = None

    @property
    def image(self) -> Image.Image:
        """The scan; two pages of one file get different dust."""
        place = self.document.sheets.index(self.sheet) if self.document else 0
        return scanned(self.sheet, self.look, f"{self.file} {place}")


@dataclass
class Set:
    """A folder of sample files and the profile they are meant for.

    `together`: the files, processed together in their order, make the expected documents; otherwise each by itself.
    """

    name: str
    profile: str
    pages: list[Page]
    together: bool = True

    def write(self, folder: Path) -> None:
        """Write every file that is made of page images; the others were written when they were drawn."""
        for file in dict.fromkeys(page.file for page in self.pages if page.sheet.is_scanned):
            pages = [page for page in self.pages if page.file == file]
            encode.write(folder / file, [page.image for page in pages], pages[0].sheet.dpi)


GRAY, COLOR, BITONAL = Look(), Look("color"), Look("bitonal", paper=(255, 255, 255))


class Stack:
    """A stack in a duplex feeder: sheets are laid on it, the files count fronts and backs."""

    def __init__(self):
        self.pages: list[Page] = []
        self.office = ""

    def side(self, sheet: Sheet, look: Look, purpose: str, role: str = "content", document=None) -> None:
        file = f"{len(self.pages) + 1:02}.jpg"
        self.pages.append(Page(file, sheet, look, purpose, role, document))

    def separator(self, office: str) -> None:
        """The sheet that begins the mail of an office; the documents after it belong to the office."""
        self.office = office
        sheet, plain = separators.office_sheet(office, "T"), replace(GRAY, holes="none")
        self.side(sheet, plain, f"separator: patch T and TB-{office}", "separator")
        self.side(back(sheet, 0.05), plain, "blank back of the separator sheet", "blank")

    def single(self, document: Document, look: Look, purpose: str) -> None:
        """A letter printed on one side."""
        [front] = document.sheets
        document.fields["office"] = self.office
        self.side(front, look, purpose, document=document)
        self.side(back(front), replace(look, holes="right"), "blank back, print shines through, holes", "blank")

    def duplex(self, document: Document, look: Look, purpose: str) -> None:
        """A letter printed on both sides."""
        front, rear = document.sheets
        document.fields["office"] = self.office
        self.side(front, look, purpose + ", front", document=document)
        self.side(rear, replace(look, holes="right"), purpose + ", back", document=document)


def mail() -> Set:
    """The stack of the sample scanner: six documents that need no person."""
    stack = Stack()
    stack.separator("50")
    stack.duplex(
        letters.application(Case("mail 1", "50.20-2026/0123")),
        replace(GRAY, skew=0.4),
        "application (Antrag), letter of two sides",
    )
    stack.separator("50")
    stack.single(
        forms.form(Case("mail 2", "50.20-2024/1514"), stamped=True),
        COLOR,
        "form (Vordruck) with AZ barcode, blue stamp",
    )
    stack.separator("36")
    stack.single(
        letters.objection(Case("mail 3", "36.2-2026/1410")),
        replace(COLOR, rotation=180, skew=-0.8),
        "objection (Widerspruch), fed upside down",
    )
    stack.separator("30")
    stack.single(
        letters.court_letter(Case("mail 4", "30.4-2026/1182")),
        replace(GRAY, skew=0.9),
        "court letter with a sign of its own and ours",
    )
    stack.separator("10")
    stack.single(letters.cancellation(Case("mail 5", "10.5-2026/0109")), GRAY, "cancellation (Kündigung), typewriter")
    stack.separator("20")
    stack.single(
        invoices.invoice(Case("mail 6", creditor_name="Bürobedarf"), 6),
        replace(COLOR, skew=-0.5),
        "invoice (Rechnung) with a table and sums",
    )
    return Set("mail", "tagespost", stack.pages)


def files(file: str, document: Document, look: Look, purpose: str) -> list[Page]:
    """All pages of a document in one file."""
    return [Page(file, sheet, look, purpose, document=document) for sheet in document.sheets]


def supplied(folder: Path) -> Set:
    """Files for the watched folder of invoices, each one document."""
    digital = "05-digital.pdf"
    folder.mkdir(parents=True, exist_ok=True)
    born = invoices.born_digital(folder / digital, Case("invoice 5", creditor_name="IT-Systemhaus"))
    pages = [
        *files(
            "01-bueromaterial.tif",
            invoices.invoice(Case("invoice 1", creditor_name="Bürobedarf"), 12),
            BITONAL,
            "invoice of two pages, G4",
        ),
        *files(
            "02-papier.jpg",
            invoices.invoice(Case("invoice 2", creditor_name="Papierhaus"), 4, stamped=True),
            replace(COLOR, skew=1.2),
            "color, date stamp, askew",
        ),
        *files(
            "03-moebel.png", invoices.invoice(Case("invoice 3", creditor_name="Möbelwerk"), 3), BITONAL, "bitonal PNG"
        ),
        *files(
            "04-druckerei.pdf",
            invoices.invoice(Case("invoice 4", creditor_name="Druckerei"), 10),
            GRAY,
            "scanned PDF of two pages, nothing but images",
        ),
        *files(digital, born, COLOR, "PDF from an accounting program, real text"),
        *files(
            "06-gutschrift.tif",
            invoices.credit_note(Case("invoice 6", creditor_name="Papierhaus")),
            BITONAL,
            "credit note (Gutschrift), G4",
        ),
        *files(
            "07-mahnung.jpg",
            invoices.reminder(Case("invoice 7", creditor_name="Telefonbau")),
            replace(GRAY, skew=-0.9),
            "reminder (Mahnung)",
        ),
    ]
    return Set("invoices", "rechnungen", pages)


def singles() -> Set:
    """Pages of all kinds, one a file, for tests and measurements."""
    pages = [*written_pages(), *office_pages(), *blank_pages(), *machine_pages()]
    return Set("pages", "tagespost", sorted(pages, key=lambda page: page.file), together=False)


def case(number: int, *offices: str) -> Case:
    return Case(f"page {number}", offices=offices)


def one(file: str, document: Document, look: Look, purpose: str, side: int = 0) -> Page:
    """One side of a document in a file of its own; a second side alone does not tell what it is."""
    alone = Document("" if side else document.type, [document.sheets[side]], document.fields)
    return Page(file, document.sheets[side], look, purpose, document=alone)


def written_pages() -> list[Page]:
    """Letters in all the positions and conditions in which paper arrives."""
    return [
        one("letter-gray.jpg", letters.objection(case(1, "63")), GRAY, "letter, gray, straight"),
        one("letter-skew-right.jpg", letters.objection(case(2, "51"), "sans"), replace(GRAY, skew=2.1), "leans 2.1°"),
        one("letter-skew-left.tif", letters.inquiry(case(3)), replace(BITONAL, skew=-1.4), "leans -1.4°, G4"),
        one("letter-skew-strong.jpg", letters.cancellation(case(4, "10")), replace(GRAY, skew=-3.0), "leans -3°"),
        one("letter-turned-90.jpg", letters.inquiry(case(5)), replace(GRAY, rotation=90), "turned right"),
        one(
            "letter-turned-180.tif", letters.objection(case(6, "66")), replace(BITONAL, rotation=180), "upside down, G4"
        ),
        one(
            "letter-turned-270.jpg",
            letters.application(case(7, "50")),
            replace(GRAY, rotation=270, skew=0.7),
            "turned left and leaning",
        ),
        one(
            "letter-noisy.jpg",
            letters.objection(case(8, "32")),
            replace(GRAY, noise=9, specks=700, blur=0.9),
            "noise and dust of a bad copy",
        ),
        one("letter-noisy.tif", letters.inquiry(case(9)), replace(BITONAL, specks=900, blur=0.8), "specks, G4"),
        one("letter-200dpi.jpg", letters.objection(case(10, "36"), dpi=200), GRAY, "200 dpi"),
        one("letter-200dpi.tif", letters.cancellation(case(11, "10"), "sans", dpi=200), BITONAL, "200 dpi, G4"),
        one(
            "letter-gray-paper.jpg",
            certificates.memo(case(12)),
            replace(GRAY, paper=(206, 204, 198)),
            "recycled paper, dark background",
        ),
        one(
            "letter-color.png",
            letters.inquiry(case(13), dpi=200),
            replace(COLOR, noise=0, shading=0, paper=(255, 255, 255)),
            "PNG, color, 200 dpi",
        ),
        one("letter-second-page.jpg", letters.application(case(14, "50")), GRAY, "second page with a table", side=1),
    ]


def office_pages() -> list[Page]:
    """Forms, notices, court mail, certificates, and creditors' mail."""
    return [
        one("form-color.jpg", forms.form(case(20, "50"), stamped=True), COLOR, "form, color"),
        one(
            "form-turned-180.tif",
            forms.form(case(21, "50")),
            replace(BITONAL, rotation=180),
            "form upside down with AZ barcode, G4",
        ),
        one("notice-first.jpg", letters.notice(case(22, "50")), GRAY, "notice (Bescheid), page 1"),
        one("notice-second.tif", letters.notice(case(22, "50")), BITONAL, "notice, page 2, G4", side=1),
        one("court-color.jpg", letters.court_letter(case(23, "30")), replace(COLOR, skew=-1.1), "court letter, color"),
        one("certificate.jpg", certificates.certificate(case(24, "50")), COLOR, "certificate in a frame, round seal"),
        one("report-photo.jpg", certificates.photographed(case(25, "63")), COLOR, "report with a photograph"),
        one("invoice.tif", invoices.invoice(Case("page 26", creditor_name="Gartenbau"), 7), BITONAL, "invoice, G4"),
        one("reminder.jpg", invoices.reminder(Case("page 27", creditor_name="Stadtwerke")), GRAY, "reminder (Mahnung)"),
    ]


def blank_pages() -> list[Page]:
    """Empty sides that are not quite empty."""
    front = letters.objection(Case("page 1", offices=("63",))).sheets[0]
    return [
        Page(
            "blank-shine-through.jpg", back(front, 0.12), replace(COLOR, holes="right"), "print shines through", "blank"
        ),
        Page("blank-holes.tif", Sheet(), replace(BITONAL, specks=40), "holes and dust, G4", "blank"),
        Page("blank-dusty.jpg", Sheet(), replace(GRAY, noise=4, specks=160), "noise and dust", "blank"),
    ]


def machine_pages() -> list[Page]:
    """Separator sheets, and barcodes of other kinds. The daily mail's profile has a rule for patch T alone."""
    plain = replace(BITONAL, holes="none")
    turned = replace(GRAY, rotation=180)
    return [
        *(patch(f"patch-{code}.tif", separators.patch_sheet(code), plain, f"patch {code}, G4") for code in "12346"),
        patch("patch-t.tif", separators.patch_sheet("T"), plain, "patch T, G4"),
        patch("patch-t-skew.jpg", separators.patch_sheet("T"), replace(GRAY, skew=1.8), "patch T leaning"),
        patch("patch-t-label.jpg", separators.patch_label("T"), GRAY, "patch T, 2.5 inches at the leading edge"),
        Page("separator-office.jpg", separators.office_sheet("63"), turned, "office sheet, upside down", "separator"),
        one("barcodes.jpg", barcodes.letter(case(30, "50")), GRAY, "Code 39, DataMatrix, QR and ITF"),
    ]


def patch(file: str, sheet: Sheet, look: Look, purpose: str) -> Page:
    """A patch sheet; one that the profile has no rule for becomes a document that a person must look at."""
    if sheet.patch == "T":
        return Page(file, sheet, look, purpose, "separator")
    return Page(file, sheet, look, purpose, document=Document("", [sheet]))
