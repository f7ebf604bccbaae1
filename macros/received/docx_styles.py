"""What a Word file says of its paragraphs elsewhere: which style is a heading, what is hidden, how each is numbered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from macros.received.lines import DARK, WHITEST
from macros.received.number_formats import BULLETS, printed_number

LIST_LEVELS = 9
HEADING_NAME = re.compile(r"(?i)(?:heading|标题) ?([1-9])")
TITLE_NAMES = frozenset({"title", "标题"})
UNSEEN_SIZE = 3
"""Half points of text that nobody can read."""
OFF = frozenset({"0", "false", "off", "none"})


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The element below by its names, one below the other."""
    for name in names:
        element = None if element is None else element.find(f"{{*}}{name}")
    return element


def value(element: etree._Element | None, name: str = "val", default: str = "") -> str:
    """An attribute, whatever its namespace."""
    given = (one for key, one in (() if element is None else element.attrib.items()) if key.rpartition("}")[2] == name)
    return str(next(given, default))


def number_in(element: etree._Element | None, default: int | None = None) -> int | None:
    """The number that an element gives as ``val``."""
    given = value(element)
    return int(given) if re.fullmatch("-?[0-9]{1,6}", given) else default


def is_on(element: etree._Element | None) -> bool:
    """Whether a property that may be switched off is there and on."""
    return element is not None and value(element, default="1").lower() not in OFF


class Styles:
    """The styles of a file, by id, each with those that it is based on."""

    def __init__(self, root: etree._Element) -> None:
        self.by_id = {value(one, "styleId"): one for one in root.iterchildren("{*}style")}
        self.plain = next(
            (ident for ident, one in self.by_id.items() if value(one, "type") == "paragraph" and value(one, "default")),
            "",
        )

    def chain(self, ident: str) -> Iterator[etree._Element]:
        """A style, what it is based on, and so on; none twice."""
        seen: set[str] = set()
        while ident in self.by_id and ident not in seen:
            seen.add(ident)
            yield self.by_id[ident]
            ident = value(child(self.by_id[ident], "basedOn"))

    def of(self, paragraph: etree._Element) -> str:
        """The id of the style of a paragraph."""
        return value(child(paragraph, "pPr", "pStyle"), default=self.plain)

    def heading(self, paragraph: etree._Element) -> int | None:
        """The level of a heading from 1, 0 for a title; None for other paragraphs."""
        given = number_in(child(paragraph, "pPr", "outlineLvl"))
        if given is not None:
            return given + 1 if 0 <= given < LIST_LEVELS else None
        for style in self.chain(self.of(paragraph)):
            name = value(child(style, "name")).strip()
            if named := HEADING_NAME.fullmatch(name):
                return int(named[1])
            if name.lower() in TITLE_NAMES:
                return 0
            given = number_in(child(style, "pPr", "outlineLvl"))
            if given is not None:
                return given + 1 if 0 <= given < LIST_LEVELS else None
        return None

    def hides(self, run: etree._Element, paragraph_style: str) -> bool:
        """Whether a run is not shown: hidden, too small to be seen, or white on the white of the page."""
        if is_on(self.of_run(run, paragraph_style, "vanish")):
            return True
        size = number_in(self.of_run(run, paragraph_style, "sz"))
        if size is not None and 0 < size <= UNSEEN_SIZE:
            return True
        white = is_page_colour(self.of_run(run, paragraph_style, "color"))
        return white and not any(is_backed(one) for one in (run, *run.iterancestors()))

    def blackens(self, run: etree._Element, paragraph_style: str) -> bool:
        """Whether a run is dark on a dark colour that is its own: a way to black words out, which leaves them there."""
        marked = value(self.of_run(run, paragraph_style, "highlight")) == "black"
        filled = colour_parts(value(self.of_run(run, paragraph_style, "shd"), "fill"))
        own = colour_parts(value(self.of_run(run, paragraph_style, "color")))
        return is_dark(own) and (marked or is_dark(filled))

    def strikes(self, run: etree._Element, paragraph_style: str) -> bool:
        """Whether a run is struck out."""
        return any(is_on(self.of_run(run, paragraph_style, name)) for name in ("strike", "dstrike"))

    def of_run(self, run: etree._Element, paragraph_style: str, name: str) -> etree._Element | None:
        """A property of a run: its own, else that of its style, else of the style of its paragraph."""
        own = child(run, "rPr", name)
        if own is not None:
            return own
        chains = (self.chain(value(child(run, "rPr", "rStyle"))), self.chain(paragraph_style))
        found = (child(style, "rPr", name) for chain in chains for style in chain)
        return next((one for one in found if one is not None), None)


def colour_parts(named: str) -> tuple[int, ...]:
    """The red, green and blue of a colour in six hexadecimal digits, from 0 to 255; nothing for any other."""
    return tuple(bytes.fromhex(named)) if re.fullmatch("[0-9A-Fa-f]{6}", named) else ()


def is_dark(parts: tuple[int, ...]) -> bool:
    """Whether a colour is so dark that nobody reads black words on it."""
    return bool(parts) and max(parts) < DARK * 255


def is_page_colour(colour: etree._Element | None) -> bool:
    """Whether a colour is that of the page, or nearly: by itself, or as the first light one of the file's theme."""
    if value(colour, "themeColor") in ("background1", "light1") and not value(colour, "themeShade"):
        return True
    parts = colour_parts(value(colour))
    return bool(parts) and min(parts) > WHITEST * 255


def is_backed(element: etree._Element) -> bool:
    """Whether what stands in an element may stand on another colour than that of the page."""
    if element.tag.rpartition("}")[2] in ("tbl", "txbxContent"):
        return True
    own = (child(element, properties, name) for properties in ("rPr", "pPr") for name in ("shd", "highlight"))
    return any(one is not None for one in own)


@dataclass
class ListState:
    """How far a list has been counted; ``begun`` are the ids of the lists that count in it."""

    counts: list[int | None] = field(default_factory=lambda: [None] * LIST_LEVELS)
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a file while its paragraphs are read in order: each call counts on."""

    def __init__(self, root: etree._Element, styles: Styles) -> None:
        self.styles = styles
        self.abstract = {value(one, "abstractNumId"): one for one in root.iterchildren("{*}abstractNum")}
        self.lists = {
            int(ident): one
            for one in root.iterchildren("{*}num")
            if re.fullmatch("[0-9]{1,6}", ident := value(one, "numId"))
        }
        self.states: dict[str, ListState] = {}

    def before(self, paragraph: etree._Element) -> str:
        """What is printed before the text of a paragraph; nothing for most. Call it once for each, in order."""
        ident, level = self.place(paragraph)
        if ident not in self.lists or not 0 <= level < LIST_LEVELS:
            return ""
        abstract, levels = self.levels(ident)
        if level not in levels:
            return ""
        state = self.states.setdefault(abstract, ListState())
        self.begin(ident, state)
        for above in range(level):
            if state.counts[above] is None:
                state.counts[above] = self.start(levels, above)
        before = state.counts[level]
        state.counts[level] = self.start(levels, level) if before is None else before + 1
        for below in range(level + 1, LIST_LEVELS):
            restart = number_in(child(levels.get(below), "lvlRestart"), below) or 0
            if level < restart:
                state.counts[below] = None
        return self.shown(levels, level, state)

    def place(self, paragraph: etree._Element) -> tuple[int, int]:
        """The list and the level of a paragraph: its own, else those of its style; list 0 is none."""
        ident = number_in(child(paragraph, "pPr", "numPr", "numId"))
        level = number_in(child(paragraph, "pPr", "numPr", "ilvl"))
        style = self.styles.of(paragraph)
        for one in self.styles.chain(style):
            if ident is None:
                ident = number_in(child(one, "pPr", "numPr", "numId"))
                if ident is not None and level is None:
                    level = number_in(child(one, "pPr", "numPr", "ilvl"))
                    level = self.level_of_style(ident, value(one, "styleId")) if level is None else level
        return ident or 0, level or 0

    def level_of_style(self, ident: int, style: str) -> int:
        """The level of a list that belongs to a style."""
        levels = self.levels(ident)[1] if ident in self.lists else {}
        return next((at for at, one in levels.items() if value(child(one, "pStyle")) == style), 0)

    def levels(self, ident: int) -> tuple[str, dict[int, etree._Element]]:
        """The id of the description that a list counts in, and its levels with what this list changes in them."""
        abstract = value(child(self.lists[ident], "abstractNumId"))
        described = self.abstract.get(abstract)
        link = value(child(described, "numStyleLink"))
        linked = number_in(child(self.styles.by_id.get(link), "pPr", "numPr", "numId"))
        if linked in self.lists and linked != ident:
            abstract = value(child(self.lists[linked], "abstractNumId"))
            described = self.abstract.get(abstract)
        found = {at_level(one): one for one in (() if described is None else described.iterchildren("{*}lvl"))}
        for override in self.lists[ident].iterchildren("{*}lvlOverride"):
            changed = child(override, "lvl")
            if changed is not None:
                found[at_level(override)] = changed
        return abstract, found

    def begin(self, ident: int, state: ListState) -> None:
        """Where a list begins that is said to start anew, it does."""
        if ident in state.begun:
            return
        state.begun.add(ident)
        for override in self.lists[ident].iterchildren("{*}lvlOverride"):
            start = number_in(child(override, "startOverride"))
            if start is not None and 0 <= at_level(override) < LIST_LEVELS:
                state.counts[at_level(override)] = start - 1

    def start(self, levels: dict[int, etree._Element], level: int) -> int:
        """The first number of a level."""
        return number_in(child(levels.get(level), "start"), 0 if level not in levels else 1) or 0

    def shown(self, levels: dict[int, etree._Element], level: int, state: ListState) -> str:
        """The number of a paragraph as it is printed, with the blank behind it, if one is."""
        own = levels[level]
        style = value(child(own, "numFmt"), default="decimal")
        text = value(child(own, "lvlText"))
        if style == "bullet":
            said = "".join(BULLETS.get(one, "•") if unicodedata.category(one) == "Co" else one for one in text)
        else:
            legal = is_on(child(own, "isLgl"))

            def count(found: re.Match[str]) -> str:
                at = int(found[1]) - 1
                format_there = "decimal" if legal else value(child(levels.get(at), "numFmt"), default="decimal")
                return printed_number(state.counts[at] or 0, format_there)

            said = re.sub("%([1-9])", count, text)
        closed = not said or value(child(own, "suff")) == "nothing" or unicodedata.east_asian_width(said[-1]) in "FW"
        return said if closed else f"{said} "


def at_level(element: etree._Element) -> int:
    """The level, from 0, that an element of a list is about."""
    given = value(element, "ilvl")
    return int(given) if re.fullmatch("[0-9]", given) else -1
