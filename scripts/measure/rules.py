"""Rules of PDF/A-2u and 3u (ISO 19005-2 and 3) and PDF/UA-1 (ISO 14289-1) that pikepdf's validator does not judge.

Each function looks at one thing and yields what breaks a rule, with its clause. They hold what Scanstelle writes against
the standards, and refuse what it never writes even where a standard would allow it.
"""

import io
import logging
import re
from pathlib import Path

logging.getLogger("fontTools").setLevel(logging.ERROR)
OPERATORS = set("q Q cm Do BT ET Tr Td Tm Tf Tz Ts Tj BMC BDC EMC".split())
RELATIONS = {"/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"}
VALUE_TYPES = {"Text", "Integer", "Date", "seq Text", "bag Text", "URI", "Boolean", "Real"}
PREFIXES = {
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
KNOWN = {
    "http://purl.org/dc/elements/1.1/": {"title", "language", "format", "creator", "description", "subject"},
    "http://ns.adobe.com/xap/1.0/": {"CreateDate", "ModifyDate", "MetadataDate", "CreatorTool"},
    "http://ns.adobe.com/xap/1.0/mm/": {"DocumentID", "InstanceID"},
    "http://ns.adobe.com/pdf/1.3/": {"Producer", "Keywords"},
    "http://www.aiim.org/pdfa/ns/id/": {"part", "conformance"},
}
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")


def faults(path: Path) -> list[str]:
    """All that is wrong with a document."""
    import pikepdf

    with pikepdf.open(path) as pdf:
        found = [*file_faults(pdf), *metadata_faults(pdf), *intent_faults(pdf), *embedded_faults(pdf)]
        for number, page in enumerate(pdf.pages, 1):
            found += [f"page {number}: {fault}" for fault in page_faults(pdf, page)]
        found += tagging_faults(pdf)
    return found


def file_faults(pdf):
    import pikepdf

    root = pdf.Root
    if pdf.is_encrypted or "/Info" in pdf.trailer or len(pdf.trailer.get("/ID", [])) != 2:
        yield "6.1.3 trailer"
    for name in ("/OpenAction", "/AA", "/JavaScript", "/OCProperties", "/Perms", "/Requirements", "/Collection", "/XFA"):
        if name in root or name in root.get("/Names", {}):
            yield f"6.4 to 6.9 {name}"
    if not root.get("/MarkInfo", {}).get("/Marked", False) or root.MarkInfo.get("/Suspects", False):
        yield "UA 7.1 MarkInfo"
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*", str(root.get("/Lang", ""))):
        yield "UA 7.2 Lang"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "UA 7.1 DisplayDocTitle"
    labels = root.get("/PageLabels", {}).get("/Nums", [])
    if [int(key) for key in list(labels)[::2]] != list(range(len(pdf.pages))):
        yield "page labels"
    form = root.get("/AcroForm", {})
    if "/XFA" in form or form.get("/NeedAppearances", False):
        yield "6.4 form"
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and ({"/F", "/FFilter", "/FDecodeParms"} & set(item.keys())):
            yield "6.1.7 external stream"


def metadata_faults(pdf):
    from lxml import etree

    stream = pdf.Root.Metadata
    if "/Filter" in stream:
        yield "metadata are compressed, which tools that tell formats do not read"
    packet = stream.read_bytes()
    if not packet.startswith(b"<?xpacket begin=") or b"bytes=" in packet[:80] or b"encoding=" in packet[:80]:
        yield "6.6.2.1 packet header"
    tree = etree.fromstring(packet[packet.index(b"?>") + 2 : packet.rindex(b"<?xpacket")])
    rdf = {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", **PREFIXES}
    properties = {(tag.namespace, tag.localname): element for element in tree.findall("rdf:RDF/rdf:Description/*", rdf)
                  for tag in [etree.QName(element)]}  # fmt: skip
    declared = {}
    for schema in tree.findall(".//pdfaExtension:schemas/rdf:Bag/rdf:li", rdf):
        namespace, prefix = (schema.findtext(f"pdfaSchema:{name}", "", rdf) for name in ("namespaceURI", "prefix"))
        if not schema.findtext("pdfaSchema:schema", "", rdf) or not namespace or not prefix:
            yield "6.6.2.3.3 schema"
        for entry in schema.findall("pdfaSchema:property/rdf:Seq/rdf:li", rdf):
            name, kind, category, about = (
                entry.findtext(f"pdfaProperty:{part}", "", rdf) for part in ("name", "valueType", "category", "description")
            )
            if kind not in VALUE_TYPES or category not in ("external", "internal") or not about or not name:
                yield f"6.6.2.3.3 property {name}"
            declared[namespace, name] = kind
    for (namespace, name), element in properties.items():
        if namespace == PREFIXES["pdfaExtension"] or name in KNOWN.get(namespace, ()):
            continue
        kind = declared.get((namespace, name))
        is_list = element.find("rdf:Seq", rdf) is not None
        if kind is None or is_list != kind.startswith("seq"):
            yield f"6.6.2.3.1 {name} is not declared as it is used"
    for name in ("CreateDate", "ModifyDate"):
        value = properties.get(("http://ns.adobe.com/xap/1.0/", name))
        if value is None or not DATE.fullmatch(value.text or ""):
            yield f"{name} is no date"
    claims = [getattr(properties.get(("http://www.aiim.org/pdfa/ns/id/", name)), "text", "") for name in ("part", "conformance")]
    if claims != ["3" if "/EmbeddedFiles" in pdf.Root.get("/Names", {}) else "2", "U"]:
        yield "6.6.4 identification"
    if not tree.findtext(".//{http://purl.org/dc/elements/1.1/}title/rdf:Alt/rdf:li", "", rdf).strip():
        yield "UA 7.1 title"
    if b"<pdfuaid:part>1<" not in packet:
        yield "UA 5 identification"


def intent_faults(pdf):
    intents = list(pdf.Root.get("/OutputIntents", []))
    if len(intents) != 1 or intents[0].get("/S") != "/GTS_PDFA1" or "/OutputConditionIdentifier" not in intents[0]:
        yield "6.2.3 output intent"
        return
    stream = intents[0].DestOutputProfile
    profile = stream.read_bytes()
    if len(profile) != int.from_bytes(profile[:4], "big") or profile[36:40] != b"acsp" or profile[8] > 4:
        yield "6.2.3 ICC header"
    if profile[12:16] not in (b"mntr", b"prtr") or (profile[16:20], int(stream.N)) != (b"RGB ", 3):
        yield "6.2.3 ICC class and colors"


def embedded_faults(pdf):
    names = pdf.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    keys, files = [bytes(key) for key in list(names)[::2]], list(names)[1::2]
    if keys != sorted(set(keys)):
        yield "order of the names of files"
    if {file.objgen for file in files} != {file.objgen for file in pdf.Root.get("/AF", [])}:
        yield "6.8 AF"
    for file in files:
        stream = file.get("/EF", {}).get("/F")
        if str(file.get("/AFRelationship")) not in RELATIONS or not {"/F", "/UF", "/Desc"} <= set(file.keys()):
            yield "6.8 file specification"
        if stream is None or "/Subtype" not in stream or "/ModDate" not in stream.get("/Params", {}):
            yield "6.8 embedded file"
        elif int(stream.Params.get("/Size", -1)) != len(stream.read_bytes()):
            yield "size of an embedded file"


def page_faults(pdf, page):
    import pikepdf

    if "/Group" in page or "/AA" in page or page.get("/Tabs") != "/S":
        yield "6.2.10 group, 6.5.2 action or UA 7.18.3 tab order"
    left, bottom, right, top = (float(side) for side in page.MediaBox)
    if not all(3 <= side <= 14_400 for side in (right - left, top - bottom)):
        yield "6.1.13 size"
    resources = page.Resources
    if set(resources.keys()) - {"/XObject", "/Font"}:
        yield f"resources {set(resources.keys())}"
    for image in resources.get("/XObject", {}).values():
        yield from image_faults(image)
    for annotation in page.get("/Annots", []):
        if annotation.Subtype != "/Widget" or int(annotation.F) & 4 == 0 or int(annotation.F) & 35 or "/TU" not in annotation:
            yield "6.3 and UA 7.18 annotation"
        if any(float(side) for side in annotation.Rect) and "/AP" not in annotation:
            yield "6.3.3 appearance"
    state = Marks()
    shown: dict[str, set[int]] = {}
    font = None
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        yield from state.see(name, operands)
        if name == "Tf":
            font = str(operands[0])
        if name == "Tj":
            text = bytes(operands[0])
            if len(text) % 2 or len(text) > 32_767:
                yield "6.1.13 string"
            shown.setdefault(font, set()).update(int.from_bytes(text[at : at + 2], "big") for at in range(0, len(text), 2))
    yield from state.end()
    for font, codes in shown.items():
        yield from font_faults(resources.Font[font], codes)
    if state.ids != list(range(len(state.ids))) or bool(state.ids) != ("/StructParents" in page):
        yield "marked content and /StructParents"


class Marks:
    """What a content stream must keep to: known operators, in balance, and all content marked (UA 7.1)."""

    def __init__(self):
        self.marks, self.depth, self.ids, self.is_text = [], 0, [], False

    def see(self, name, operands):
        if name not in OPERATORS:
            yield f"6.2.2 operator {name}"
        if any(abs(float(value)) > 32_767 for value in operands if isinstance(value, (int, float)) or is_decimal(value)):
            yield f"6.1.13 number of {name}"
        if name in ("q", "Q"):
            self.depth += 1 if name == "q" else -1
            if not 0 <= self.depth <= 28:
                yield "6.1.13 nesting of q"
        if name in ("BT", "ET"):
            if self.is_text == (name == "BT"):
                yield "text objects"
            self.is_text = name == "BT"
        if name in ("BMC", "BDC"):
            if self.marks:
                yield "UA 7.1 marks in marks"
            self.marks.append(str(operands[0]))
            if name == "BDC":
                self.ids.append(int(operands[1].MCID))
        if name == "EMC":
            if not self.marks:
                yield "marked content ends that never began"
            self.marks = self.marks[:-1]
        if name == "Do" and self.marks != ["/Artifact"] or name == "Tj" and self.marks != ["/P"]:
            yield f"UA 7.1 {name} is neither tagged nor an artifact"
        if name == "Tr" and int(operands[0]) != 3:
            yield "the text layer is visible"

    def end(self):
        if self.marks or self.depth or self.is_text:
            yield "marks, states or texts that never end"


def is_decimal(value) -> bool:
    return type(value).__name__ == "Decimal"


def image_faults(image):
    if image.get("/Interpolate", False) or {"/SMask", "/Alternates", "/OPI", "/SMaskInData"} & set(image.keys()):
        yield "6.2.8 and 6.2.10 image"
    kind = str(image.Filter)
    if kind not in ("/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode"):
        yield f"6.1.7.2 {kind}"
    if image.get("/ImageMask", False):
        if int(image.BitsPerComponent) != 1 or "/ColorSpace" in image:
            yield "mask"
        return
    if image.get("/ColorSpace") not in ("/DeviceRGB", "/DeviceGray"):
        yield "6.2.4 color space"
    if "/Mask" in image:
        yield from image_faults(image.Mask)
    if kind == "/DCTDecode":
        from PIL import Image

        with Image.open(io.BytesIO(image.read_raw_bytes())) as picture:
            mode = "RGB" if image.ColorSpace == "/DeviceRGB" else "L"
            if (picture.size, picture.mode) != ((int(image.Width), int(image.Height)), mode):
                yield "JPEG is not what its dictionary says"


def font_faults(font, codes):
    """Of a composite font and the codes that are shown in it (6.2.11)."""
    from fontTools.ttLib import TTFont

    descendant = font.DescendantFonts[0]
    descriptor = descendant.FontDescriptor
    names = {str(font.BaseFont), str(descendant.BaseFont), str(descriptor.FontName)}
    info = descendant.CIDSystemInfo
    if len(names) != 1 or font.Encoding != "/Identity-H" or descendant.Subtype != "/CIDFontType2":
        yield "6.2.11.2 font"
    if (bytes(info.Registry), bytes(info.Ordering)) != (b"Adobe", b"Identity") or int(info.Supplement) != 0:
        yield "6.2.11.3 CIDSystemInfo"
    if "/CIDSet" in descriptor or "/FontFile2" not in descriptor:
        yield "6.2.11.4 embedding"
    program = descriptor.FontFile2.read_bytes()
    if int(descriptor.FontFile2.Length1) != len(program):
        yield "length of the font program"
    data = TTFont(io.BytesIO(program))
    glyphs, scale = data.getGlyphOrder(), 1000 / data["head"].unitsPerEm
    widths, map_bytes = data["hmtx"].metrics, descendant.CIDToGIDMap.read_bytes()
    meaning = unicode_map(font.ToUnicode.read_bytes())
    for code in codes:
        glyph = int.from_bytes(map_bytes[2 * code : 2 * code + 2], "big")
        if not 0 < glyph < len(glyphs):
            yield f"6.2.11.8 code {code} shows no glyph"
        elif abs(widths[glyphs[glyph]][0] * scale - float(descendant.DW)) > 1 or "/W" in descendant:
            yield f"6.2.11.5 width of code {code}"
        if not meaning.get(code) or set(meaning[code]) & set("\0\ufeff\ufffe"):
            yield f"6.2.11.7.2 code {code} means no character"
    if (float(descriptor.Ascent), float(descriptor.Descent)) != (data["hhea"].ascent * scale, data["hhea"].descent * scale):
        yield "ascent and descent"


def unicode_map(stream: bytes) -> dict[int, str]:
    """What the codes of a /ToUnicode map mean."""
    text, meaning = stream.decode("ascii"), {}
    for section in re.findall(r"beginbfrange\n(.*?)endbfrange", text, re.S):
        for first, last, start in re.findall(r"<(\w+)> <(\w+)> <(\w+)>", section):
            for offset in range(int(last, 16) - int(first, 16) + 1):
                meaning[int(first, 16) + offset] = chr(int(start, 16) + offset)
    for section in re.findall(r"beginbfchar\n(.*?)endbfchar", text, re.S):
        for code, value in re.findall(r"<(\w+)> <(\w+)>", section):
            meaning[int(code, 16)] = bytes.fromhex(value).decode("utf-16-be")
    return meaning


def tagging_faults(pdf):
    """The tree of tags, and its way back from marked content (UA 7.1, ISO 32000-1, 14.7.4.4)."""
    root = pdf.Root.StructTreeRoot
    seen = {}

    def walk(element, parent):
        if str(element.get("/S")) not in ("/Document", "/Sect", "/P") or element.P.objgen != parent.objgen:
            yield "UA 7.1 structure element"
        for kid in element.get("/K", []) if not isinstance(element.get("/K"), int) else []:
            yield from walk(kid, element)
        if isinstance(element.get("/K"), int):
            seen[element.objgen] = (element.Pg.objgen, int(element.K))

    for top in root.K:
        yield from walk(top, root)
    numbers = list(root.ParentTree.get("/Nums", []))
    parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2])}
    back = {}
    for page in pdf.pages:
        if "/StructParents" in page:
            for number, element in enumerate(parents.get(int(page.StructParents), [])):
                back[element.objgen] = (page.obj.objgen, number)
    if back != seen or int(root.ParentTreeNextKey) <= max(parents, default=-1):
        yield "ParentTree does not lead back to the tags"
    parts = [item for item in [pdf.Root.get("/Outlines")] if item is not None]
    if parts and int(parts[0].Count) < 1:
        yield "empty outline"
