"""Any number of mixed pages for measuring, in the proportions of a county's daily mail, as single-page files."""

from dataclasses import replace

from . import certificates, forms, invoices, letters, separators
from .people import Case
from .scan import back
from .sets import BITONAL, COLOR, GRAY, Page, Set, one
from .stationery import Document

SUPPLIERS = ("Bürobedarf", "Papierhaus", "Druckerei", "Möbelwerk")


def bench(count: int) -> Set:
    """`count` pages: the recipe of twenty over and over, each time about other people and files."""
    pages = []
    while len(pages) < count:
        pages += recipe(len(pages) // 20)
    return Set("bench", "tagespost", pages[:count], together=False)


def recipe(turn: int) -> list[Page]:
    """Twenty pages: 5 color, 9 gray, 6 bitonal; 4 turned, 6 leaning, 3 blank backs, 1 patch sheet."""
    lean = (0.7, 1.6, 2.4)[turn % 3]

    def case(name: str, *offices: str) -> Case:
        return Case(f"bench {turn} {name}", offices=offices, creditor_name=SUPPLIERS[turn % len(SUPPLIERS)])

    def form(name: str) -> Document:
        return forms.form(case(name, "50"), stamped=turn % 2 == 0)

    def page(place: int, ending: str, document: Document, look, side: int = 0) -> Page:
        return one(f"{turn:02}-{place:02}.{ending}", document, look, document.type, side)

    def blank(place: int, ending: str, front: Document, look) -> Page:
        look = replace(look, holes="right")
        return Page(f"{turn:02}-{place:02}.{ending}", back(front.sheets[0]), look, "blank back", "blank")

    objection, notice = letters.objection(case("a")), letters.notice(case("b", "50"))
    application = letters.application(case("c", "50"))
    patch = separators.patch_sheet("T")
    return [
        page(0, "jpg", objection, replace(COLOR, skew=lean)),
        blank(1, "jpg", objection, COLOR),
        page(2, "jpg", application, GRAY),
        page(3, "jpg", application, GRAY, 1),
        page(4, "tif", form("d"), BITONAL),
        page(5, "jpg", form("e"), replace(COLOR, rotation=180)),
        page(6, "jpg", notice, replace(GRAY, skew=-lean)),
        page(7, "tif", notice, BITONAL, 1),
        Page(f"{turn:02}-08.tif", patch, replace(BITONAL, holes="none"), "patch sheet", "separator"),
        page(9, "jpg", letters.court_letter(case("f", "30")), replace(GRAY, rotation=90)),
        page(10, "tif", invoices.invoice(case("g"), 6), replace(BITONAL, skew=lean / 2)),
        page(11, "jpg", invoices.invoice(case("h"), 4, stamped=True), replace(COLOR, skew=-lean / 2)),
        page(12, "jpg", invoices.reminder(case("i")), replace(GRAY, rotation=270)),
        page(13, "jpg", letters.inquiry(case("j")), replace(GRAY, noise=6, specks=400)),
        page(14, "tif", letters.cancellation(case("k", "10")), replace(BITONAL, specks=500, skew=0.3)),
        blank(15, "jpg", notice, GRAY),
        blank(16, "tif", application, BITONAL),
        page(17, "jpg", certificates.certificate(case("l", "50")), COLOR),
        page(18, "jpg", letters.objection(case("m"), "sans"), replace(GRAY, rotation=180)),
        page(19, "jpg", certificates.memo(case("n")), replace(GRAY, paper=(214, 212, 206), skew=-0.4)),
    ]
