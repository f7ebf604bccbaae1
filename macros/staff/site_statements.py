"""What a finished page says, as a list of statements in the order of the page.

A statement is the text of one block (a heading, a paragraph, a list item, a cell, a caption, a label in a drawing), or
an attribute that readers, their programs or search engines are given: an alternative text, where a link leads, the
language of a part, an anchor, the title and the description, a value of the structured data.

Said by construction: the text of every element but scripts and styles, and every attribute but those in ``WIRING``.
What is not a statement is the *markup*: the names of the elements, the attributes in ``WIRING``, comments, scripts.
Markup is compared too (site_diff.py), so that nothing goes unseen; it is only told in another way. Of a page nothing is
ignored but

- white space at the ends of a block and runs of it inside, since browsers show one space; not in ``pre``, ``textarea``;
- the order of the attributes of one element, which means nothing.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from lxml import etree, html

FLOWING = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd label mark q rp rt ruby s small span strong sub sup "
    "time tspan u var wbr".split()
)
"""Elements that do not end a block of text."""
AS_TYPED = frozenset(("pre", "textarea"))
"""Elements whose white space is shown."""
WIRING = frozenset(
    "aria-activedescendant aria-autocomplete aria-controls aria-describedby aria-expanded aria-keyshortcuts "
    "aria-labelledby aria-pressed autocomplete charset checked class colspan cx cy d data-address data-count "
    "data-entry data-index data-kind data-name data-part data-print data-root data-script "
    "data-search data-status dominant-baseline enterkeyhint fill font-size for headers height hidden http-equiv "
    "inputmode media name open points popover popovertarget property r rel role rows rowspan rx ry scope selected "
    "stroke style tabindex target text-anchor transform type viewbox width x x1 x2 xmlns y y1 y2".split()
)
"""Attributes that say how a page is drawn and works. Any other, one not known yet too, is said."""
ADDRESSES = frozenset("action cite formaction href poster src".split())
"""Attributes that lead somewhere; they are told by where that is from the root of the site."""
SPACE = re.compile(r"[ \t\n\r\f]+")
LINE_BREAK = "\x02"
"""Stands where a drawing breaks a label; no page may hold it."""
BROKEN_LABEL = re.compile(f"(?<=[\u2e80-\uffef]){LINE_BREAK}|{LINE_BREAK}(?=[\u2e80-\uffef])")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True)
class PageStatement:
    """One thing that a page says. ``where`` is the heading, or what else it stands by; it is no part of it."""

    kind: str
    """``text``, or the name of the attribute, ``json-ld``, ``meta``."""
    text: str
    where: str = field(default="", compare=False)
    anchored: bool = field(default=False, compare=False)
    """Whether ``where`` is what it is said of: the heads of its row and column, its term, the text of its link."""


@dataclass
class PageRead:
    """A page: what it says, its markup without it, and all of it in a form that ignores what means nothing."""

    title: str = ""
    heading: str = ""
    statements: list[PageStatement] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)


def read_page(content: bytes, address: str) -> PageRead:
    """Reads the HTML of the page at an address such as ``work-areas/bases/`` (from the root of the site)."""
    tree = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    reader = Reader(address)
    reader.page.whole.append(tree.getroottree().docinfo.doctype)
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            reader.start(node)
        elif event == "end":
            reader.end(node)
        else:
            reader.hidden(f"<!--{node.text}-->")
            reader.add(node.tail)
    reader.flush()
    return reader.page


class Reader:
    """Goes through a page from element to element."""

    def __init__(self, address: str) -> None:
        self.page = PageRead()
        self.base = f"https://here.invalid/{address}"
        self.run: list[str] = []
        self.pending: list[PageStatement] = []
        self.typed = 0
        self.silent = 0
        self.heads: dict[int, str] = {}
        self.named_heads: dict[str, str] = {}
        self.under: list[str] = []
        self.column = 0
        self.within = ""
        self.row = self.term = self.heading = ""

    def start(self, node: Any) -> None:
        """An element begins."""
        tag = node.tag
        if tag == "br":
            self.run.append(" ")
        elif tag == "tspan":
            self.run.append(LINE_BREAK)
        elif tag not in FLOWING:
            self.flush()
        if tag == "tr":
            self.column, self.row = 0, ""
        if tag in ("td", "th", "dd"):
            self.within = tag
            self.under = (node.get("headers") or "").split()
        attributes = sorted(node.attrib.items())
        wiring = "".join(f' {name}="{value}"' for name, value in attributes if is_wiring(node, name))
        self.page.markup.append(f"<{tag}{wiring}>")
        self.page.whole.append(f"{self.so_far()}<{tag}{''.join(f' {name}={value!r}' for name, value in attributes)}>")
        said = [
            one for name, value in attributes if not is_wiring(node, name) for one in [self.said(node, name, value)]
        ]
        (self.pending if tag in FLOWING else self.page.statements).extend(said)
        self.typed += tag in AS_TYPED
        if tag in ("script", "style"):
            self.script(node)
            self.silent += 1
        self.add(node.text)

    def end(self, node: Any) -> None:
        """An element ends; what follows it belongs to the element around it."""
        tag = node.tag
        if tag not in FLOWING:
            text = self.flush()
            self.remember(node, text)
            if tag in ("td", "th", "dd"):
                self.within, self.under = "", []
        self.typed -= tag in AS_TYPED
        self.silent -= tag in ("script", "style")
        self.page.whole.append(f"{self.so_far()}</{tag}>")
        self.add(node.tail)

    def remember(self, node: Any, text: str) -> None:
        """Takes note of what later statements stand below or beside."""
        tag = node.tag
        if tag in HEADINGS:
            self.heading, self.term = text, ""
            self.page.heading = self.page.heading or text
        elif tag == "title" and node.getparent().tag == "head":
            self.page.title = text
        elif tag == "dt":
            self.term = text
        elif tag in ("td", "th"):
            if tag == "th" and node.get("id"):
                self.named_heads[node.get("id")] = text
            if node.get("scope") == "row":
                self.row = text
            elif tag == "th":
                self.heads[self.column] = text
            self.column += int(node.get("colspan") or 1) if (node.get("colspan") or "1").isdecimal() else 1
        elif tag == "table":
            self.heads.clear()
            self.named_heads.clear()
        elif tag == "dl":
            self.term = ""

    def add(self, text: str | None) -> None:
        """Text that is shown, but for scripts and styles."""
        if text and not self.silent:
            self.run.append(text if self.typed else SPACE.sub(" ", text))

    def so_far(self) -> int:
        """After how many characters of its block an element begins or ends."""
        return len(SPACE.sub(" ", "".join(self.run)).lstrip(" "))

    def flush(self) -> str:
        """Ends a block: its text is a statement, and so is what its elements say besides. Returns the text."""
        text = BROKEN_LABEL.sub("", "".join(self.run)).replace(LINE_BREAK, " ")
        text = text if self.typed else SPACE.sub(" ", text).strip()
        self.run.clear()
        if text.strip():
            self.page.statements.append(PageStatement("text", text, *self.place()))
            self.page.whole.append(text)
        self.page.statements += self.pending
        self.pending.clear()
        return text.strip()

    def place(self) -> tuple[str, bool]:
        """What a block stands by: the heads of its row and column, its term, else the heading; see ``anchored``."""
        if heads := [self.named_heads[one] for one in self.under if self.named_heads.get(one)]:
            return " · ".join(heads), True
        if self.within in ("td", "th"):
            named = " · ".join(part for part in (self.row, self.heads.get(self.column, "")) if part)
            return named or self.heading, bool(self.row)
        return (self.term, True) if self.within == "dd" and self.term else (self.heading, False)

    def said(self, node: Any, name: str, value: str) -> PageStatement:
        """What an attribute says; of a link it is said beside what."""
        if name in ADDRESSES:
            target = urljoin(self.base, value).removeprefix("https://here.invalid")
            shown = SPACE.sub(" ", node.text_content()).strip() if node.tag == "a" else ""
            return PageStatement(name, target, shown, True) if shown else PageStatement(name, target, *self.place())
        if name == "content":
            return PageStatement(
                "meta", f"{node.get('name') or node.get('property') or node.get('http-equiv') or ''}: {value}"
            )
        if name == "lang" and node.tag in FLOWING:
            return PageStatement(name, value, SPACE.sub(" ", node.text_content()).strip(), True)
        return PageStatement(name, value, *self.place())

    def script(self, node: Any) -> None:
        """Structured data is said, value by value; a program is markup."""
        text = node.text or ""
        try:
            values = json.loads(text) if (node.get("type") or "").endswith("json") else None
        except ValueError:
            values = None
        if values is None:
            self.hidden(text)
        else:
            self.page.statements += (PageStatement("json-ld", f"{path}: {one}") for path, one in leaves(values))
            self.page.whole.append(json.dumps(values, ensure_ascii=False))

    def hidden(self, text: str) -> None:
        """Something that no reader sees."""
        self.page.markup.append(text)
        self.page.whole.append(text)


def is_wiring(node: Any, name: str) -> bool:
    """Whether an attribute is no statement. The policy on scripts is none: it lists checksums of them."""
    if name == "content":
        return (node.get("http-equiv") or "").lower() == "content-security-policy"
    return name in WIRING


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every value in JSON with the names that lead to it; the place in a list is told by the order alone."""
    if isinstance(value, dict):
        if not value:
            yield path, "{}"
        for name, one in value.items():
            yield from leaves(one, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list):
        if not value:
            yield path, "[]"
        for one in value:
            yield from leaves(one, path)
    else:
        yield path, value if isinstance(value, str) else json.dumps(value)


def json_lines(content: bytes) -> list[str]:
    """The values of a JSON file, one a line; ValueError where it is none."""
    with io.BytesIO(content) as opened:
        return [f"{path}: {one}" for path, one in leaves(json.load(opened))]
