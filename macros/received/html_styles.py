"""What a web page's own style sheets and style attributes say of its elements, as far as it decides what is seen.

Sheets in other files are not there to be read. Selectors other than of elements, classes and ids, one within the other,
are passed over, and so are rules for print, for narrow screens or for elements of a state: what they hide is read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import html

LOOKED_AT = frozenset(
    "display visibility opacity position left top text-indent clip clip-path overflow height max-height font-size "
    "color background background-color background-image text-decoration text-decoration-line vertical-align "
    "direction unicode-bidi list-style list-style-type white-space".split()
)
SHEET_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
QUOTED_IN_SHEET = re.compile(r'"[^"\n]*"|' + r"'[^'\n]*'")
SHEET_TOKEN = re.compile(r"([^{};]*)([{};])")
EVERY_SCREEN = re.compile(r"@media\s+(?:only\s+)?(?:all|screen)")
COMPOUND = re.compile(r"([a-zA-Z][a-zA-Z0-9]*)?((?:[.#][\w-]+)*)")
SCREENS = frozenset({"", "all", "screen", "only screen"})

Style = Mapping[str, str]
"""Properties of those looked at, and their values in small letters and without blanks at their ends."""


@dataclass(frozen=True)
class Compound:
    """Elements of a name, with all of some classes and ids; without a name, of any."""

    tag: str
    names: frozenset[str]

    def fits(self, element: html.HtmlElement) -> bool:
        """Whether an element is one of them."""
        return (not self.tag or self.tag == element.tag) and self.names <= set(names_of(element))

    @property
    def weight(self) -> tuple[int, int, int]:
        """How much it counts beside others, as CSS has it."""
        ids = sum(name.startswith("#") for name in self.names)
        return ids, len(self.names) - ids, bool(self.tag)


@dataclass(frozen=True)
class StyleRule:
    """What a style sheet says of the elements that fit a compound, within others that fit those before it."""

    within: tuple[Compound, ...]
    compound: Compound
    style: Style

    @property
    def weight(self) -> tuple[int, ...]:
        """How much it counts beside others."""
        return tuple(map(sum, zip(*(one.weight for one in (*self.within, self.compound)), strict=True)))

    def fits(self, element: html.HtmlElement) -> bool:
        """Whether it is said of an element."""
        if not self.compound.fits(element):
            return False
        above = element.iterancestors()
        return all(any(one.fits(outer) for outer in above) for one in reversed(self.within))


@dataclass(frozen=True)
class PageStyles:
    """The styles of a page's elements; ``rules`` by a name, or element, that each asks for last, weak ones first."""

    rules: Mapping[str, list[StyleRule]] = field(default_factory=dict)

    def of(self, element: html.HtmlElement) -> Style:
        """What is said of an element itself, not what it inherits."""
        asked = {element.tag, *names_of(element)} & self.rules.keys()
        fitting = [rule for name in sorted(asked) for rule in self.rules[name] if rule.fits(element)]
        own = declarations(element.get("style", ""))
        said = [rule.style for rule in sorted(fitting, key=lambda rule: rule.weight)]
        style: dict[str, str] = {}
        for one in (*said, own):
            style |= {name: value for name, value in one.items() if "!important" not in style.get(name, "")}
            style |= {name: value for name, value in one.items() if "!important" in value}
        return {name: value.replace("!important", "").strip() for name, value in style.items()}


def names_of(element: html.HtmlElement) -> Iterator[str]:
    """The classes and the id of an element, as selectors write them."""
    yield from (f".{one}" for one in element.get("class", "").split())
    if ident := element.get("id"):
        yield f"#{ident}"


def styles_of(page: html.HtmlElement) -> PageStyles:
    """The styles of a page's elements by the sheets in it, but for those for print alone."""
    rules: defaultdict[str, list[StyleRule]] = defaultdict(list)
    for sheet in page.iter("style"):
        if sheet.get("media", "").strip().lower() in SCREENS:
            for selectors, body in sheet_rules(sheet.text or ""):
                if style := declarations(body):
                    for rule in filter(None, (rule_of(one, style) for one in selectors.split(","))):
                        rules[min(rule.compound.names, default=rule.compound.tag)].append(rule)
    return PageStyles(rules)


def sheet_rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The rules of a sheet that hold on every screen: their selectors, and what they say."""
    sheet = QUOTED_IN_SHEET.sub("", SHEET_COMMENT.sub(" ", sheet)).replace("<!--", " ").replace("-->", " ")
    around: list[str] = []
    body = ""
    for words, mark in SHEET_TOKEN.findall(sheet):
        if mark == "{":
            around.append(words.strip())
            body = ""
            continue
        body += f"{words};"
        if mark == "}" and around:
            selectors = around.pop()
            if not selectors.startswith("@") and all(map(EVERY_SCREEN.fullmatch, around)):
                yield selectors, body
            body = ""


def rule_of(selector: str, style: Style) -> StyleRule | None:
    """A rule of a plain selector; None for any other."""
    compounds = [compound_of(one) for one in selector.split()]
    known = [one for one in compounds if one]
    return StyleRule(tuple(known[:-1]), known[-1], style) if known and len(known) == len(compounds) else None


def compound_of(text: str) -> Compound | None:
    """What a selector asks of one element; None where it asks more than its name, classes and id."""
    plain = COMPOUND.fullmatch(text)
    if not plain or not plain[0]:
        return None
    return Compound((plain[1] or "").lower(), frozenset(re.findall(r"[.#][\w-]+", plain[2])))


def declarations(text: str) -> Style:
    """What a style says of the properties looked at."""
    said = (one.partition(":") for one in SHEET_COMMENT.sub(" ", text).lower().split(";"))
    return {
        name.strip(): re.sub(r"\s*([!,()])\s*", r"\1", value).strip()
        for name, _, value in said
        if name.strip() in LOOKED_AT
    }
