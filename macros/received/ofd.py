"""An OFD file (GB/T 33190) as it was received -> lines: its characters stand at places on pages, as in PDF files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from macros.received.joining import is_wide_character
from macros.received.lines import COVERED, DARK, WHITEST, CannotReadError, LeftOut, ReadDocument, Reason
from macros.received.package import Package, inside, local, open_package
from macros.received.page_ends import PlacedPage
from macros.received.paragraphs import MOST_CHARACTERS, MOST_PAGES, read_pages
from macros.received.placed import Edge, PlacedCharacter, typed_character
from macros.received.reasons import DAMAGED, LOCKED, TOO_LARGE

POINTS = 72 / 25.4
"""Points in a millimetre, in which OFD measures."""
MOST_PATHS = 5000
THIN_MM = 1.0
"""Millimetres below which what is filled is a line."""
ASCENT = 0.86
"""The part of a character that is above its baseline."""
STRAIGHT = 0.3
"""Millimetres by which a straight line may miss being one across or down."""
A4 = (0.0, 0.0, 210.0, 297.0)

Matrix = tuple[float, float, float, float, float, float]
UNTURNED: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Cover:
    """What is filled over the characters that were painted before it: so many, its edges in points, and how dark."""

    behind: int
    left: float
    top: float
    right: float
    bottom: float
    is_dark: bool


@dataclass
class PageState:
    """A page being read: its left and top in millimetres, and what was found, in points from there."""

    left: float
    top: float
    characters: list[PlacedCharacter] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    drawn: bool = False
    astray: dict[Reason, str] = field(default_factory=dict)
    covers: list[Cover] = field(default_factory=list)

    def x(self, place: float) -> float:
        """A place from the left, in points."""
        return (place - self.left) * POINTS

    def y(self, place: float) -> float:
        """A place from the top, in points."""
        return (place - self.top) * POINTS

    def take_out_covered(self) -> None:
        """Puts aside the characters that something was painted over; how many, where that is dark, and not which."""
        kept = []
        for at, one in enumerate(self.characters):
            across, down = (one.x0 + one.x1) / 2, (one.top + one.bottom) / 2
            over = [
                cover.is_dark
                for cover in self.covers
                if at < cover.behind and cover.left <= across <= cover.right and cover.top <= down <= cover.bottom
            ]
            if over:
                why: Reason = "covered" if any(over) else "hidden"
                self.astray[why] = self.astray.get(why, "") + (COVERED if any(over) else one.text)
            else:
                kept.append(one)
        self.characters = kept


def read_ofd(file: Path) -> ReadDocument:
    """The document in an OFD file; raises ``CannotReadError``."""
    with open_package(file) as package:
        if any(name.rpartition("/")[2] in ("encryptions.xml", "decryptseed.dat") for name in package.parts):
            raise CannotReadError(LOCKED)
        root = package.xml("OFD.xml")
        if root is None:
            raise CannotReadError(DAMAGED)
        pages: list[PlacedPage] = []
        beside: list[LeftOut] = []
        for place in root.iter("{*}DocRoot"):
            for page in pages_of(package, located(package, "OFD.xml", place.text), beside):
                pages.append(page)
                if len(pages) > MOST_PAGES or sum(len(one.characters) for one in pages) > MOST_CHARACTERS:
                    raise CannotReadError(TOO_LARGE)
        return read_pages(pages, beside)


def located(package: Package, name: str, place: str | None) -> str:
    """The name of a part as another names it: from its own folder, or from the top of the package."""
    place = (place or "").strip()
    near = inside(name.rpartition("/")[0], place)
    return near if near.lower() in package.parts else inside("", place)


def pages_of(package: Package, name: str, beside: list[LeftOut]) -> Iterator[PlacedPage]:
    """The pages of one document of a file, each upon its templates."""
    root = package.xml(name)
    if root is None:
        raise CannotReadError(DAMAGED)
    common = root.find("{*}CommonData")
    templates = {
        one.get("ID"): package.xml(located(package, name, one.get("BaseLoc")))
        for one in (() if common is None else common.iter("{*}TemplatePage"))
    }
    for entry in root.iterfind("{*}Pages/{*}Page"):
        page = package.xml(located(package, name, entry.get("BaseLoc")))
        if page is None:
            continue
        left, top, width, height = area(page) or area(common) or A4
        state = PageState(left, top)
        parts = [templates.get(one.get("TemplateID")) for one in page.iterchildren("{*}Template")]
        for part in (*parts, page):
            for layer in () if part is None else part.iterfind("{*}Content/{*}Layer"):
                read_objects(layer, state)
        state.take_out_covered()
        beside += [LeftOut(why, said.strip()) for why, said in state.astray.items() if said.strip()]
        yield PlacedPage(width * POINTS, height * POINTS, tuple(state.characters), tuple(state.edges), state.drawn)


def measures_in(text: str | None) -> list[float]:
    """The numbers in an attribute; what is none is left out."""
    return [float(one) for one in re.findall(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?", text or "")]


def area(element: etree._Element | None) -> tuple[float, float, float, float] | None:
    """The left, top, width and height of the paper that a page, or what all pages have in common, names."""
    box = None if element is None else next(element.iter("{*}PhysicalBox"), None)
    found = measures_in(None if box is None else box.text)
    return (found[0], found[1], found[2], found[3]) if len(found) == 4 and min(found[2:]) > 0 else None


def matrix_of(element: etree._Element) -> Matrix:
    """How an object is turned, scaled and moved within its boundary."""
    found = measures_in(element.get("CTM"))
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if len(found) == 6 else UNTURNED


def origin(element: etree._Element) -> tuple[float, float]:
    """Where the boundary of an object begins."""
    found = measures_in(element.get("Boundary"))
    return (found[0], found[1]) if len(found) == 4 else (0.0, 0.0)


def read_objects(parent: etree._Element, state: PageState) -> None:
    """What a layer, or a block within one, holds."""
    for one in parent:
        name = local(one)
        if name == "TextObject":
            read_text_object(one, state)
        elif name == "PageBlock":
            read_objects(one, state)
        elif name in ("PathObject", "ImageObject", "CompositeObject"):
            state.drawn = True
            if name == "PathObject" and len(state.edges) < MOST_PATHS and is_seen(one):
                state.edges += edges_of(one, state)
                state.covers += cover_of(one, state)


def is_seen(element: etree._Element) -> bool:
    """Whether an object is shown."""
    return bool(element.get("Visible", "true") != "false" and element.get("Alpha", "255") != "0")


def cover_of(element: etree._Element, state: PageState) -> Iterator[Cover]:
    """What a path fills in white or in a dark colour, as far as its boundary; nothing for a thin line or no filling."""
    box = measures_in(element.get("Boundary"))
    if element.get("Fill") != "true" or element.get("Alpha", "255") != "255" or len(box) != 4 or min(box[2:]) < THIN_MM:
        return
    color = element.find("{*}FillColor")
    parts = measures_in(color.get("Value")) if color is not None and color.get("Value") else [0.0]
    if min(parts) > WHITEST * 255 or max(parts) < DARK * 255:
        left, top, width, height = box
        edges = (state.x(left), state.y(top), state.x(left + width), state.y(top + height))
        yield Cover(len(state.characters), *edges, max(parts) < DARK * 255)


def is_white_text(element: etree._Element, state: PageState) -> bool:
    """Whether text is in white, and nothing is drawn on the page before it that it could stand on."""
    color = element.find("{*}FillColor")
    return color is not None and set(measures_in(color.get("Value"))) == {255.0} and not state.drawn


def read_text_object(element: etree._Element, state: PageState) -> None:
    """The characters of a text object at their places; what is turned, as watermarks are, or hidden is put aside."""
    a, b, c, d, e, f = matrix_of(element)
    why: Reason | None = None if is_seen(element) and not is_white_text(element, state) else "hidden"
    if a <= 0 or d <= 0 or abs(b) > 0.1 * a or abs(c) > 0.1 * d:
        why = "furniture"
    begin_x, begin_y = origin(element)
    size = next(iter(measures_in(element.get("Size"))), 0.0)
    scale = next(iter(measures_in(element.get("HScale"))), 1.0)
    at_x = at_y = 0.0
    for code in element.iter("{*}TextCode"):
        at_x = next(iter(measures_in(code.get("X"))), at_x)
        at_y = next(iter(measures_in(code.get("Y"))), at_y)
        text = (code.text or "").strip("\r\n")
        if why:
            state.astray[why] = f"{state.astray.get(why, '')} {text}"
            continue
        x, y = at_x, at_y
        across, down = deltas(code.get("DeltaX"), len(text)), deltas(code.get("DeltaY"), len(text))
        for at, char in enumerate(text):
            left, base = begin_x + a * x + c * y + e, begin_y + b * x + d * y + f
            wide = is_wide_character(char)
            step = across[at] * a if at < len(across) else 0
            own = size * scale * a
            # The step is the true width, unless it leaves a blank; without one the width is a guess.
            width = step if 0 < step < own * (1.25 if wide else 1) else own if wide else own / 2
            right = left + width
            top, bottom = base - ASCENT * size * d, base + (1 - ASCENT) * size * d
            state.characters.append(
                PlacedCharacter(typed_character(char), state.x(left), state.y(top), state.x(right), state.y(bottom))
            )
            x += (
                across[at]
                if at < len(across)
                else 0
                if down
                else size * scale * (1 if is_wide_character(char) else 0.5)
            )
            y += down[at] if at < len(down) else 0


def deltas(text: str | None, most: int) -> list[float]:
    """The steps from character to character; ``g 3 5.5`` is three of 5.5. No more than there are characters."""
    words = (text or "").split()
    found: list[float] = []
    at = 0
    while at < len(words) and len(found) < most:
        if words[at] == "g":
            count, step = [*measures_in(" ".join(words[at + 1 : at + 3])), 0, 0][:2]
            found += [step] * min(int(max(count, 0)), most)
            at += 3
        else:
            found += measures_in(words[at])
            at += 1
    return found


def edges_of(element: etree._Element, state: PageState) -> Iterator[Edge]:
    """The straight lines across and down that a path draws."""
    a, b, c, d, e, f = matrix_of(element)
    begin_x, begin_y = origin(element)
    taken = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
    path = next(element.iter("{*}AbbreviatedData"), None)
    words = ("" if path is None else path.text or "").split()
    start = last = (0.0, 0.0)
    at = 0
    while at < len(words):
        name, count = words[at], taken.get(words[at], 0)
        given = measures_in(" ".join(words[at + 1 : at + 1 + count]))
        at += 1 + count
        if len(given) < count or name not in taken:
            continue
        if name == "C":
            x, y = start
        else:
            own_x, own_y = given[-2:]
            x, y = begin_x + a * own_x + c * own_y + e, begin_y + b * own_x + d * own_y + f
        if name in ("L", "C") and min(abs(x - last[0]), abs(y - last[1])) < STRAIGHT:
            (x0, x1), (y0, y1) = sorted((x, last[0])), sorted((y, last[1]))
            yield Edge(state.x(x0), state.y(y0), state.x(x1), state.y(y1))
        last = (x, y)
        start = last if name in ("M", "S") else start
