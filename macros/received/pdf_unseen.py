"""Characters of a page of a PDF file that people do not read: white, covered, invisible, tiny, struck out, upside down,
in a layer that is off, or another digit than the font says that it shows.

What a page paints is in the order in which it is painted: what comes later covers what came before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Literal

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTItem, LTLine, LTPage, LTRect
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfplumber.page import Page

from macros.received.lines import DARK, WHITEST, Reason
from macros.received.pdf_fonts import false_digits_of
from macros.received.pdf_layers import literal_name, names_off

PaintedBox = tuple[float, float, float, float]
INVISIBLE_MODES = (3, 7)
SETS_INVISIBLE = re.compile(rb"(?<![0-9.])[37]\s+Tr\b")
TINY = 2
"""Points below which nobody reads a character."""
THIN = 1.5
"""Points up to which a rectangle is a line."""
THICK = 6
"""Points from which a line is a bar that covers what it goes through."""
LEAST_STRUCK = 0.18
"""The part of a character's height above its foot from which a line strikes it out."""
BAND = 4
"""Points: lines are looked up by the band of this height that they lie in."""


@dataclass
class Painted:
    """What a page paints, each with its place in the order: characters, fills and what else may lie behind text."""

    characters: list[tuple[int, LTChar]] = field(default_factory=list)
    covers: list[tuple[int, PaintedBox, bool]] = field(default_factory=list)
    """What is filled in white or, as the last part tells, in black."""
    grounds: list[tuple[int, PaintedBox]] = field(default_factory=list)
    """Pictures, and what is filled in any colour but white."""
    strokes: defaultdict[int, list[PaintedBox]] = field(default_factory=lambda: defaultdict(list))
    """Lines across, by the band that they lie in."""


@dataclass(frozen=True)
class HowPainted:
    """How a character is painted: the mode of its text, whether it is in a layer that is off, and whether the file says
    that it is another digit than its font does."""

    mode: int = 0
    is_off: bool = False
    is_false: bool = False


class ModeOfText(PDFPageAggregator):
    """Keeps how each character is painted."""

    def __init__(self, page: Page, off: Set[str], false: Mapping[int, Set[int]]) -> None:
        """``off`` are the names of layers that are not shown, ``false`` the codes of digits by the id of their font."""
        super().__init__(page.pdf.rsrcmgr, pageno=page.page_number)
        self.off, self.false = off, false
        self.mode = 0
        self.within: list[bool] = []
        """Of each stretch that is marked, whether it belongs to a layer that is off."""
        self.painted: list[HowPainted] = []

    def begin_tag(self, tag, props=None):  # type: ignore[no-untyped-def]
        """A stretch that is marked begins."""
        self.within.append(str(literal_name(tag)) == "OC" and str(literal_name(props)) in self.off)

    def end_tag(self):  # type: ignore[no-untyped-def]
        """It ends."""
        if self.within:
            self.within.pop()

    def begin_figure(self, name, bbox, matrix):  # type: ignore[no-untyped-def]
        """A form begins, which may belong to a layer too."""
        self.within.append(str(name) in self.off)
        super().begin_figure(name, bbox, matrix)

    def end_figure(self, name):  # type: ignore[no-untyped-def]
        """It ends."""
        self.within.pop()
        super().end_figure(name)

    def render_string(self, textstate, seq, ncs, graphicstate):  # type: ignore[no-untyped-def]
        """A run of text."""
        self.mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(self, matrix, font, fontsize, scaling, rise, cid, *more, **named):  # type: ignore[no-untyped-def]
        """A character."""
        self.painted.append(HowPainted(self.mode, any(self.within), cid in self.false.get(id(font), ())))
        return super().render_char(matrix, font, fontsize, scaling, rise, cid, *more, **named)


def why_unseen(
    page: Page, streams: Iterable[bytes], fonts: dict[int, frozenset[int]]
) -> list[Reason | Literal["false"] | None]:
    """Why each of a page's characters, in their order, is no part of what people read; None where it may be.

    What is ``false`` is read by people, as another digit; ``fonts`` is what is known of that from earlier pages.

    ``streams`` are what the page is drawn by.
    """
    painted = painted_on(page)
    struck = list(struck_by_notes(page))
    off, false = names_off(page), false_digits_of(page, fonts)
    how = how_painted(page, off, false) if off or false or any(map(SETS_INVISIBLE.search, streams)) else []
    how = how if len(how) == len(painted.characters) else [HowPainted()] * len(painted.characters)
    starts = [at for at, _, _ in painted.covers]
    found: list[Reason | Literal["false"] | None] = []
    for (at, char), told in zip(painted.characters, how, strict=True):
        behind = bisect_left(starts, at)
        white = is_white(char.graphicstate.ncolor)
        why: Reason | Literal["false"] | None = None
        if char.matrix[0] * char.adv < 0:
            why = "furniture"
        elif is_in(char, (box for _, box, black in painted.covers[behind:] if black)):
            why = "covered"
        elif (
            told.mode in INVISIBLE_MODES
            or told.is_off
            or char.size < TINY
            or is_in(char, (one[1] for one in painted.covers[behind:]))
            or (white and not is_in(char, (box for before, box in painted.grounds if before < at)))
        ):
            why = "hidden"
        elif is_in(char, struck) or is_struck(char, painted):
            why = "deleted"
        elif told.is_false:
            why = "false"
        found.append(why)
    return found if len(found) == len(page.chars) else [None] * len(page.chars)


def painted_on(page: Page) -> Painted:
    """What a page paints."""
    painted = Painted()
    for at, one in enumerate(flat(page.layout)):
        if isinstance(one, LTChar):
            painted.characters.append((at, one))
        elif isinstance(one, LTImage):
            painted.grounds.append((at, one.bbox))
        elif isinstance(one, LTCurve):
            is_line = isinstance(one, (LTLine, LTRect)) and one.height <= THIN < one.width
            if is_line:
                middle = (one.y0 + one.y1) / 2
                if one.stroke and one.linewidth >= THICK and is_black(one.stroking_color):
                    box = (one.x0, middle - one.linewidth / 2, one.x1, middle + one.linewidth / 2)
                    painted.covers.append((at, box, True))
                    continue
                painted.strokes[int(middle // BAND)].append((one.x0, middle, one.x1, middle))
            elif one.fill and not is_white(one.non_stroking_color):
                painted.grounds.append((at, one.bbox))
            if not is_line and one.fill:
                color = one.non_stroking_color
                is_bar = isinstance(one, LTRect) or (is_black(color) and one.width > 2 * one.height > TINY)
                if is_bar and (is_white(color) or is_black(color)):
                    painted.covers.append((at, one.bbox, is_black(color)))
    return painted


def flat(container: LTPage | LTContainer[LTItem]) -> Iterator[LTItem]:
    """Every object of a page in the order in which it is painted, those of figures too."""
    for one in container:
        if isinstance(one, LTContainer):
            yield from flat(one)
        else:
            yield one


def how_painted(page: Page, off: Set[str], false: Mapping[int, Set[int]]) -> list[HowPainted]:
    """How each character of a page is painted."""
    device = ModeOfText(page, off, false)
    PDFPageInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    return device.painted


def is_in(char: LTChar, boxes: Iterable[PaintedBox]) -> bool:
    """Whether the middle of a character is within one of some boxes."""
    x, y = (char.x0 + char.x1) / 2, (char.y0 + char.y1) / 2
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in boxes)


def is_struck(char: LTChar, painted: Painted) -> bool:
    """Whether a line goes through the middle of a character, counted from its foot: fonts tell anything of depth."""
    low, high = char.matrix[5] + LEAST_STRUCK * char.size, char.y1 - 0.3 * char.size
    middle = (char.x0 + char.x1) / 2
    return any(
        low <= y <= high and x0 <= middle <= x1
        for band in range(int(low // BAND), int(high // BAND) + 1)
        for x0, y, x1, _ in painted.strokes.get(band, ())
    )


def struck_by_notes(page: Page) -> Iterator[PaintedBox]:
    """What reviewers have struck out, or marked to be taken out."""
    for note in page.annots:
        data = note.get("data") or {}
        if str(data.get("Subtype", "")).strip("/'") not in ("StrikeOut", "Redact"):
            continue
        points = [float(one) for one in data.get("QuadPoints") or ()]
        for at in range(0, len(points) - 7, 8):
            across, down = points[at : at + 8 : 2], points[at + 1 : at + 8 : 2]
            yield (min(across), min(down), max(across), max(down))


def components(color: object) -> Sequence[float]:
    """The parts of a colour: of grey, of red, green and blue, or of four inks; none where it is a pattern."""
    parts = color if isinstance(color, (tuple, list)) else (color,)
    return [float(one) for one in parts if isinstance(one, (int, float))]


def is_white(color: object) -> bool:
    """Whether a colour is white, or as good as that."""
    parts = components(color)
    return (len(parts) in (1, 3) and min(parts) > WHITEST) or (len(parts) == 4 and max(parts) < 1 - WHITEST)


def is_black(color: object) -> bool:
    """Whether a colour is so dark that nobody reads black words below it."""
    parts = components(color)
    return (len(parts) in (1, 3) and max(parts) < DARK) or (len(parts) == 4 and parts[3] > 1 - DARK)
