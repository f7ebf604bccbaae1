"""Small files in the formats in which documents are received, written by hand so that tests decide every byte."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

A4 = (595, 842)
FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype"
    b"/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000"
    b"/W[1 95 500 814 939 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6"
    b"/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
)
PICTURE = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"


@dataclass(frozen=True)
class Words:
    """Words on a page: from the left and from the top, in points, their size; turned, invisible, or white."""

    x: float
    y: float
    text: str
    size: float = 12
    turned: bool = False
    invisible: bool = False
    white: bool = False


Line = tuple[float, float, float, float]
"""A ruled line from a place to another, in points from the left and from the top."""


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str, **parts: str) -> bytes:
    """A Word file with a body, and parts such as numbering, styles or comments: what is within their root."""
    roots = {"numbering": "numbering", "styles": "styles", "header1": "hdr", "footer1": "ftr"}
    types = {name: name.rstrip("1") for name in parts}
    related = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{types[name]}" Target="{name}.xml"/>' for name in parts
    )
    relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{}</Relationships>"
    main = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    spaces = f'{W} xmlns:r="{OFFICE}" xmlns:mc="m" xmlns:v="v" xmlns:wp="wp" xmlns:wps="wps" xmlns:m="math"'
    return packed(
        {
            "_rels/.rels": relations.format(main),
            "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations.format(related),
            **{
                f"word/{name}.xml": f"<w:{roots.get(name, name)} {spaces}>{inner}</w:{roots.get(name, name)}>"
                for name, inner in parts.items()
            },
        }
    )


Drawn = str
"""Operators of a page of a PDF file, as they are."""


@dataclass(frozen=True)
class Further:
    """What a PDF file holds beside its pages: objects from number 5 on, entries of resources and of the catalogue."""

    objects: tuple[bytes, ...] = ()
    fonts: bytes = b""
    resources: bytes = b""
    forms: bytes = b""
    catalogue: bytes = b""


NOTHING_FURTHER = Further()


def pdf(
    *pages: Sequence[Words | Line | Drawn],
    picture: bool = False,
    compressed: bool = True,
    further: Further = NOTHING_FURTHER,
) -> bytes:
    """A PDF file of some pages of A4; with ``picture``, one covers each page."""
    objects = [b"", b"", FONT, b"%s\nstream\n\0\nendstream" % PICTURE, *further.objects]
    kids = []
    for page in pages:
        drawn = "".join(map(drawing, page)) + ("q 595 0 0 842 0 0 cm /I Do Q\n" if picture else "")
        content = zlib.compress(drawn.encode()) if compressed else drawn.encode()
        filter_ = b"/Filter/FlateDecode" if compressed else b""
        objects.append(b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), filter_, content))
        named = (further.fonts, further.forms, further.resources)
        resources = b"<</Font<</F 3 0 R%s>>/XObject<</I 4 0 R%s>>%s>>" % named
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources%s/Contents %d 0 R>>" % (resources, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R%s>>" % further.catalogue
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    made += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return made + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, made.rindex(b"xref\n0"))


def drawing(one: Words | Line | Drawn) -> str:
    """How a page of a PDF file draws words or a line."""
    if isinstance(one, str):
        return f"{one}\n"
    if isinstance(one, tuple):
        x0, y0, x1, y1 = one
        return f"{x0} {A4[1] - y0} m {x1} {A4[1] - y1} l S\n"
    turn = "0.7 0.7 -0.7 0.7" if one.turned else "1 0 0 1"
    shown = one.text.encode("utf-16-be").hex()
    mode = 3 if one.invisible else 0
    color = "1 g" if one.white else "0 g"
    return (
        f"{color} BT /F {one.size} Tf {mode} Tr {turn} {one.x} {A4[1] - one.y - one.size * 0.88} Tm <{shown}> Tj ET\n"
    )


def ofd(*pages: Sequence[Words | Line | Drawn], template: Sequence[Words | Line] = ()) -> bytes:
    """An OFD file of some pages of A4, on a template; what is drawn is elements as they are."""
    spaces = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(pages)))
    of_all = '<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
    use = '<ofd:Template TemplateID="9"/>' if template else ""
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"

    def page(objects: Sequence[Words | Line | Drawn], use: str) -> str:
        drawn = "".join(map(drawn_object, objects))
        return f"<ofd:Page {spaces}>{use}<ofd:Content><ofd:Layer>{drawn}</ofd:Layer></ofd:Content></ofd:Page>"

    return packed(
        {
            "OFD.xml": f"<ofd:OFD {spaces}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
            "</ofd:OFD>",
            "Doc_0/Document.xml": f"<ofd:Document {spaces}><ofd:CommonData>{area}{of_all}</ofd:CommonData>"
            f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
            **{f"Doc_0/Pages/Page_{at}/Content.xml": page(one, use) for at, one in enumerate(pages)},
            **({"Doc_0/Tpls/Tpl_0/Content.xml": page(template, "")} if template else {}),
        }
    )


def drawn_object(one: Words | Line | Drawn) -> str:
    """How a page of an OFD file draws words or a line; it measures in millimetres."""
    if isinstance(one, str):
        return one
    mm = 25.4 / 72
    if isinstance(one, tuple):
        x0, y0, x1, y1 = (place * mm for place in one)
        path = f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData>"
        return f'<ofd:PathObject Boundary="{x0} {y0} {x1 - x0} {y1 - y0}">{path}</ofd:PathObject>'
    size = one.size * mm
    steps = " ".join(f"{size * (0.5 if char.isascii() else 1)}" for char in one.text[:-1])
    turned = ' CTM="0.7 0.7 -0.7 0.7 0 0"' if one.turned else ""
    shown = ' Visible="false"' if one.invisible else ""
    color = '<ofd:FillColor Value="255 255 255"/>' if one.white else ""
    return (
        f'<ofd:TextObject Boundary="{one.x * mm} {one.y * mm} 100 {size}" Size="{size}"{turned}{shown}>'
        f"{color}"
        f'<ofd:TextCode X="0" Y="{size * 0.86}" DeltaX="{steps}">{escape(one.text)}</ofd:TextCode></ofd:TextObject>'
    )


def page_of(
    lines: Sequence[str], left: float = 72, top: float = 72, width: float = 450, step: float = 20
) -> list[Words]:
    """Paragraphs as a word processor sets them: wrapped at a width, their first rows indented by two characters."""
    rows: list[Words] = []
    for line in lines:
        row, x, used = "", left + 24, 24.0
        for char in line:
            wide = 6 if char.isascii() else 12
            if used + wide > width and char not in "，。；、":
                rows.append(Words(x, top + step * len(rows), row))
                row, x, used = "", left, 0.0
            row, used = row + char, used + wide
        rows.append(Words(x, top + step * len(rows), row))
    return rows
