"""PDF files in which the text that is stored is not the text that people see: no number changes, nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from macros.received.lines import CannotReadError
from macros.received.read import read_received
from tests.night import some
from tests.received_files import A4, FONT, Drawn, Further, Words, pdf

Told = list[tuple[str, str]]
GOOD, ALL = ["资金 200万元。"], ["资金100200万元。"]


def said(
    x: float, y: float, text: str, before: str = "", size: float = 12, turn: str = "1 0 0 1", mode: int = 0
) -> str:
    """Operators that show words, after others that set how."""
    shown = text.encode("utf-16-be").hex()
    place = f"{turn} {x} {A4[1] - y - size * 0.88} Tm"
    return f"q {before} BT /F {size} Tf {mode} Tr {place} <{shown}> Tj ET Q"


def amount(before: str = "", size: float = 12, mode: int = 0) -> list[Words | Drawn]:
    """资金200万元 with 100 set in some way before the 2."""
    return [Words(70, 80, "资金"), said(94, 80, "100", before, size, mode=mode), Words(112, 80, "200万元。")]


def drawn(operators: str, before: bool = False) -> list[Words | Drawn]:
    """资金100200万元 with something drawn behind it, or before it."""
    words = Words(70, 80, "资金100200万元。")
    return [f"q {operators} Q", words] if before else [words, f"q {operators} Q"]


ROWS = [
    Words(70, 100 + 20 * at, f"第{at}行的文字说明了有关的情况并且介绍了主要的做法和成效以及打算。") for at in range(3)
]
LOST = "\ufffd"
FULL = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四"
CASES: dict[str, tuple[Sequence[Words | Drawn], list[str], Told]] = {
    # what is on the page, its lines, and what is told
    "white": (amount("1 g"), GOOD, [("hidden", "100")]),
    "white of three colours": (amount("1 1 1 rg"), GOOD, [("hidden", "100")]),
    "white of four inks": (amount("0 0 0 0 k"), GOOD, [("hidden", "100")]),
    "grey": (amount("0.8 g"), ALL, []),
    "white on a colour": (["q 0 0.2 0.4 rg 60 740 300 40 re f Q", *amount("1 g")], ALL, []),
    "white on white": (["q 1 g 60 740 300 40 re f Q", *amount("1 g")], GOOD, [("hidden", "100")]),
    "invisible": (amount(mode=3), GOOD, [("hidden", "100")]),
    "a place to draw in": (amount(mode=7), GOOD, [("hidden", "100")]),
    "outlined": (amount(mode=1), ALL, []),
    "too small to be seen": (amount(size=0.5), GOOD, [("hidden", "100")]),
    "covered in white": (drawn("1 g 94 745 18 20 re f"), GOOD, [("hidden", "100")]),
    "covered in black": (drawn("0 g 94 745 18 20 re f"), GOOD, [("covered", "███")]),
    "covered in a dark colour": (drawn("0.2 0.2 0.3 rg 94 745 18 20 re f"), GOOD, [("covered", "███")]),
    "covered by a bar": (drawn("14 w 94 753 m 112 753 l S"), GOOD, [("covered", "███")]),
    "covered by a bar with round ends": (
        drawn("0 g 94 745 m 130 745 l 133 750 133 755 130 760 c 94 760 l 92 755 92 750 94 745 c f"),
        ["资金 万元。"],
        [("covered", "██████")],
    ),
    "marked in yellow": (drawn("1 1 0 rg 94 745 18 20 re f"), ALL, []),
    "on white": (drawn("1 g 60 740 300 30 re f", before=True), ALL, []),
    "struck out": (drawn("1 w 94 756 m 112 756 l S"), GOOD, [("deleted", "100")]),
    "struck out by a bar": (drawn("0 g 94 755.5 18 0.6 re f"), GOOD, [("deleted", "100")]),
    "underlined": (drawn("1 w 94 748 m 112 748 l S"), ALL, []),
    "upside down": ([Words(70, 60, "甲"), said(200, 80, "12", turn="-1 0 0 -1")], ["甲"], [("furniture", "12")]),
    "larger by its matrix": ([said(70, 80, "收入12万元。", size=1, turn="12 0 0 12")], ["收入12万元。"], []),
    "the mark of a note": (
        [Words(70, 80, "企业120"), said(112, 78, "1", size=6), Words(115, 80, "家。")],
        ["企业120¹家。"],
        [],
    ),
    "digits set lower": (
        [Words(70, 80, "共10"), said(94, 89, "2", size=6), Words(97, 80, "个。")],
        ["共10₂个。"],
        [],
    ),
    "smaller digits": ([Words(70, 80, "共"), Words(82, 83, "12", 9), Words(91, 80, "个。")], ["共12个。"], []),
    "large words behind the text": (
        [said(80, 95, "内部2031", "0.9 g", 60), *ROWS],
        [one.text for one in ROWS],
        [("furniture", "内部2031")],
    ),
    "a large title": ([Words(70, 40, "年报", 30), *ROWS], ["年报", "".join(one.text for one in ROWS)], []),
    "a shadow": ([Words(70, 80, "收入1122万元。"), Words(73, 80.5, "收入1122万元。")], ["收入1122万元。"], []),
    "digits over digits": (
        [Words(70, 80, "收入12万元。"), Words(94, 80, "34")],
        ["收入\ufffd\ufffd\ufffd\ufffd万元。"],
        [],
    ),
    "a number cut within its groups": (
        [Words(70, 80, f"{FULL}产值2,3"), Words(70, 100, "00万元，比上年多。")],
        [f"{FULL}产值2,300万元，比上年多。"],
        [],
    ),
    "a number cut between digits": (
        [Words(70, 80, f"{FULL}产值12"), Words(70, 100, "34万元，比上年多。")],
        [f"{FULL}产值1234万元，比上年多。"],
        [],
    ),
}


def stream(content: bytes, more: bytes = b"") -> bytes:
    """An object that is a stream."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (more, len(content), content)


def layered(catalogue: str, properties: str = "/L 5 0 R") -> Further:
    """A file with two layers, 5 and 6, what belongs to both of them (7), and a form in the first (8)."""
    form = f"BT /F 12 Tf 94 {A4[1] - 80 - 12 * 0.88} Td <003100300030> Tj ET".encode()
    form_of = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/OC 5 0 R/Resources<</Font<</F 3 0 R>>>>"
    both = b"<</Type/OCMD/OCGs[5 0 R 6 0 R]>>"
    group = b"<</Type/OCG/Name(x)>>"
    return Further(
        (group, group, both, stream(form, form_of)),
        resources=f"/Properties<<{properties}>>".encode(),
        forms=b"/X 8 0 R",
        catalogue=f"/OCProperties<</OCGs[5 0 R 6 0 R]/D<<{catalogue}>>>>".encode(),
    )


def test_words_struck_out_low_in_a_font_without_depth(tmp_path: Path) -> None:
    """As LibreOffice exports what is struck out."""
    font = Further((FONT.replace(b"/Descent -120", b"/Descent 0"),), fonts=b"/G 5 0 R")
    page = amount()
    page[1:2] = [str(page[1]).replace("/F", "/G"), "q 0.7 w 94 755 m 112 755 l S Q"]
    (tmp_path / "a.pdf").write_bytes(pdf(page, further=font))
    read = read_received(tmp_path / "a.pdf")
    assert (list(read.lines), [(one.why, one.text) for one in read.left_out]) == (GOOD, [("deleted", "100")])


def sideways(*texts: str, up: bool) -> list[Words | Drawn]:
    """Lines that run up a page, or down it."""
    turn, x, step, y = ("0 1 -1 0", 100, 30, 100) if up else ("0 -1 1 0", 500, -30, 740)
    return [
        f"BT /F 12 Tf {turn} {x + step * at} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET"
        for at, text in enumerate(texts)
    ]


@pytest.mark.parametrize("up", [True, False], ids=["up", "down"])
def test_a_page_that_is_set_sideways_is_read(up: bool, tmp_path: Path) -> None:
    page = [*sideways("一、企业", "全年培育企业15家，走访企业30家。", up=up), Words(300, 400, "样稿")]
    (tmp_path / "a.pdf").write_bytes(pdf([Words(70, 80, "年报")], page))
    read = read_received(tmp_path / "a.pdf")
    assert list(read.lines) == ["年报", "一、企业", "全年培育企业15家，走访企业30家。"]
    assert [(one.why, one.text) for one in read.left_out] == [("furniture", "样稿")]


CROPS = {
    # the part of a page that is shown, and the lines
    "its upper half": ("0 400 595 842", ["年报"]),
    "all of it": ("0 0 595 842", ["年报", "培育企业15家。"]),
    "more than it": ("-10 -10 900 900", ["年报", "培育企业15家。"]),
    "nothing of it": ("900 900 999 999", ["年报", "培育企业15家。"]),
}


@pytest.mark.parametrize("case", CROPS)
def test_what_is_cropped_from_a_page_is_not_read(case: str, tmp_path: Path) -> None:
    box, lines = CROPS[case]
    made = pdf([Words(72, 72, "年报"), Words(72, 700, "培育企业15家。")])
    (tmp_path / "a.pdf").write_bytes(made.replace(b"842]/Resources", f"842]/CropBox[{box}]/Resources".encode()))
    read = read_received(tmp_path / "a.pdf")
    assert list(read.lines) == lines
    assert [one.why for one in read.left_out] == ["hidden"] * (2 - len(lines))


HEAD, TAIL = Words(70, 80, "资金"), Words(112, 80, "200万元。")
IN_LAYER: Sequence[Words | Drawn] = [HEAD, f"/OC /L BDC {said(94, 80, '100')} EMC", TAIL]
TAGGED: Sequence[Words | Drawn] = [HEAD, f"/Span <</MCID 0>> BDC {said(94, 80, '100')} EMC", TAIL]
FORM_IN_LAYER: Sequence[Words | Drawn] = [HEAD, "/X Do", TAIL]
HIDDEN = [("hidden", "100")]
LAYERS: dict[str, tuple[Sequence[Words | Drawn], Further, list[str], Told]] = {
    "off": (IN_LAYER, layered("/OFF[5 0 R]"), GOOD, HIDDEN),
    "on": (IN_LAYER, layered("/OFF[6 0 R]"), ALL, []),
    "none is off": (IN_LAYER, layered(""), ALL, []),
    "all are off": (IN_LAYER, layered("/BaseState/OFF"), GOOD, HIDDEN),
    "all but one are off": (IN_LAYER, layered("/BaseState/OFF/ON[5 0 R]"), ALL, []),
    "of two, one is off": (IN_LAYER, layered("/OFF[5 0 R]", "/L 7 0 R"), ALL, []),
    "of two, both are off": (IN_LAYER, layered("/OFF[5 0 R 6 0 R]", "/L 7 0 R"), GOOD, HIDDEN),
    "a mark that is no layer": (TAGGED, layered("/OFF[5 0 R]"), ALL, []),
    "a form of a layer that is off": (FORM_IN_LAYER, layered("/OFF[5 0 R]"), GOOD, HIDDEN),
    "a form of a layer that is on": (FORM_IN_LAYER, layered("/OFF[6 0 R]"), ALL, []),
}


@pytest.mark.parametrize("case", some(LAYERS, 6))
def test_what_is_in_a_layer_that_is_off_is_not_read(case: str, tmp_path: Path) -> None:
    page, further, lines, told = LAYERS[case]
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(page, further=further))
    read = read_received(file)
    assert list(read.lines) == lines
    assert [(one.why, one.text) for one in read.left_out] == told


def mapped(says: str, encoding: str) -> Further:
    """A font of its own in which the file says that its 1 is something; the names of its glyphs by an encoding."""
    begin = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
    space = "1 begincodespacerange <00> <ff> endcodespacerange "
    each = "".join(f"<{code:02x}> <{ord(says) if code == 0x31 else code:04x}> " for code in range(0x30, 0x3A))
    cmap = f"{begin}{space}10 beginbfchar {each}endbfchar endcmap end end".encode()
    font = f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica{encoding}/ToUnicode 5 0 R>>".encode()
    return Further((stream(cmap), font), fonts=b"/G 6 0 R")


AT = f"94 {A4[1] - 80 - 12 * 0.88} Td"
SHOWN: Sequence[Words | Drawn] = [HEAD, f"BT /G 12 Tf {AT} (123) Tj ET", Words(115, 80, "万元。")]
NAMED, DIFFERING = "/Encoding/WinAnsiEncoding", "/Encoding<</Differences[49/one/two/three]>>"
FALSE: dict[str, tuple[Further, str]] = {
    # what the file says the 1 of its font is, and what is read; nothing where it is refused
    "the same": (mapped("1", NAMED), "资金123万元。"),
    "another digit": (mapped("3", NAMED), ""),
    "another digit than its glyph is called": (mapped("3", DIFFERING), ""),
    "a letter": (mapped("f", NAMED), "资金f23万元。"),
    "where the font does not say": (mapped("3", ""), "资金323万元。"),
}


@pytest.mark.parametrize("case", FALSE)
def test_a_file_whose_digits_are_not_those_shown_is_refused(case: str, tmp_path: Path) -> None:
    further, line = FALSE[case]
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(SHOWN, further=further))
    if line:
        assert list(read_received(file).lines) == [line]
    else:
        with pytest.raises(CannotReadError, match="看到的和复制出来的不一样"):
            read_received(file)


@pytest.mark.parametrize("case", some(CASES, 5))
def test_what_is_seen_is_read(case: str, tmp_path: Path) -> None:
    page, lines, told = CASES[case]
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(page))
    read = read_received(file)
    assert list(read.lines) == lines
    assert [(one.why, one.text) for one in read.left_out] == told
