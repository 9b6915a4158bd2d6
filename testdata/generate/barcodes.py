"""A letter with codes of many kinds, most of them nobody's business: franking, parcel, web address."""

from .letters import citizen_letter
from .people import Case
from .stationery import Document


def letter(case: Case, dpi: int = 300) -> Document:
    """A short letter whose paper carries a DataMatrix of the franking, a QR code, a Code 39 and an ITF."""
    sheet = citizen_letter(
        case,
        "sans",
        [f"Rückfrage und Unterlagen zu {case.reference.key}"],
        [
            "wie am Telefon besprochen, sende ich Ihnen die fehlenden Unterlagen. Die Aufkleber unten stammen vom "
            "Versand und vom Archiv meiner Bank."
        ],
        dpi,
        stamped=False,
        block=True,
    )
    sheet.barcode("datamatrix", "DV 11.26 0,95 A0 01 31F7 70C0 11", 88, 53, 0.55)
    sheet.barcode("qr", "https://bank.example/beleg/4711", 25, 190, 0.7)
    sheet.barcode("code39", "BELEG-4711", 75, 195, 0.33, 12)
    sheet.barcode("itf", "40815000123456", 75, 222, 0.5, 14)
    return Document("schreiben", [sheet], {"fileReference": case.reference.key})
