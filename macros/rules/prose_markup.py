"""The markup of prose pages: it marks words up, and none of it hides, runs, loads or leads away."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from macros.problems import Place, Problem
from macros.text.languages import Bilingual
from macros.yaml_files.characters import hidden_characters


def unseen_characters(text: str, shown: str) -> Iterator[Problem]:
    """No character of a page is invisible, turns text round, or was lost."""
    for number, line in enumerate(text.replace("\t", "    ").split("\n"), 1):
        for at, (wrong, fix) in () if line.isascii() and line.isprintable() else hidden_characters(line):
            yield Problem(Place(shown, number, at + 1), wrong, fix)


def without_code(text: str) -> str:
    """The body of a page with its code blocks left blank, as pymdownx.superfences finds them.

    Code blocks are fenced, and the first line names the language, a title or lines alone. Where any fence of the page
    is not of that form, is not closed, or holds a line that stands left of it, nothing counts as code: what the engine
    then takes for markup must not pass for code here.
    """
    kept: list[str] = []
    opened: re.Match[str] | None = None
    for line in text.split("\n"):
        if opened is None:
            opened = FENCE.fullmatch(line)
            if opened is None and LIKE_A_FENCE.match(line):
                return text
            kept.append("" if opened else line)
            continue
        if line.strip() and not line.startswith(opened["indent"]):
            return text
        if line.rstrip(" \t") == opened["indent"] + opened["fence"]:
            opened = None
        kept.append("")
    return text if opened else "\n".join(kept)


LINES_OF_CODE = r"\d+(?:-\d+)?(?: \d+(?:-\d+)?)*"
FENCE = re.compile(
    r"(?P<indent> *)(?P<fence>`{3,}|~{3,}) *(?:[\w#+-]+(?= |$))?"
    rf'(?: +(?:title="[^"<>{{}}]*"|linenums="\d+"|hl_lines="{LINES_OF_CODE}"))* *'
)
"""The first line of a code block, of the forms that pages may use."""
LIKE_A_FENCE = re.compile(r"[> \t]*(?:`{3}|~{3})")


def admonitions_that_hide(text: str, shown: str) -> Iterator[Problem]:
    """A box, !!! note, is of a kind that the theme knows; any other word would be a class, and could hide it."""
    for number, line in enumerate(text.split("\n"), 1):
        found = BOX.match(line)
        for kind in found[1].split() if found else ():
            if kind not in BOXES:
                yield Problem(
                    Place(shown, number, line.index(kind) + 1),
                    Bilingual(f"不认识提示框的类别“{kind}”。", f'No box is of the kind "{kind}".'),
                    Bilingual(f"写下列之一：{'、'.join(BOXES)}。", f"Write one of: {', '.join(BOXES)}."),
                    excerpt=line,
                )


BOX = re.compile(r"[> \t]*(?:!!!|\?\?\?\+?)[ \t]*([^\"\n]*)")
BOXES = tuple("note abstract info tip success question warning failure danger bug example quote".split())
"""The kinds of boxes of the theme."""


def attributes_that_act(text: str, shown: str) -> Iterator[Problem]:
    """A list of attributes names its heading, {: #id }, or says how wide a picture is, and does nothing else: hidden,
    style or a class would hide it.

    Macros, {{ name() }}, are none, and nor is what stands between backticks of its line, where none is open before it.
    """
    open_code = False
    for number, line in enumerate(text.split("\n"), 1):
        plain = NOT_ATTRIBUTES.sub(lambda call: " " * len(call[0]), line)
        open_code = bool(line.strip()) and (open_code or "`" in plain)
        for found in ATTRIBUTES.finditer(line if open_code else plain):
            if not NAMES_ALONE.fullmatch(found[1]):
                yield Problem(
                    Place(shown, number, found.start() + 1),
                    Bilingual(f"网页文字里不能写“{found[0]}”。", f'A page cannot hold "{found[0]}".'),
                    Bilingual(
                        "花括号里只写标题的编号，如 {: #checked }，或者图片的宽度，如 { width=400 }。",
                        "Braces hold the id of a heading, {: #checked }, or the width of a picture, { width=400 }.",
                    ),
                    excerpt=line,
                )


NOT_ATTRIBUTES = re.compile(r"(?<![\\`])(`+)(?!`).+?(?<!`)\1(?!`)|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
ATTRIBUTES = re.compile(r"\{:?[ ]*([^}\n ][^}\n]*?)[ ]*\}")
"""As Python-Markdown finds lists of attributes, with a colon or without."""
NAMES_ALONE = re.compile(r"#[\w-]+(?: +\.visually-hidden)?|width=\"?\d{3,4}\"?")
"""An id, and the class of headings that are read out alone; or the width of a picture."""


def markup_that_acts(text: str, shown: str) -> Iterator[Problem]:
    """Prose holds no HTML but what marks words up, and no address that is a program.

    What loads, runs, leads away, hides or turns text round would show other words than those that are reviewed. HTML
    that is to be read as text is written with &lt;.
    """
    found = [(tag.start(), tag[0]) for tag in HTML_TAG.finditer(text) if acts(tag)]
    found += [(at, "javascript:") for at in programs_in(text)]
    lines = text.split("\n")
    told: set[int] = set()
    for at, words in sorted(found):
        number = text.count("\n", 0, at) + 1
        if number not in told:
            told.add(number)
            said = shown_words(words)
            wrong = Bilingual(f"网页文字里不能写“{said}”。", f'A page cannot hold "{said}".')
            fix = WRITE_A_LINK if ADDRESS_IN_ANGLES.fullmatch(said) else WRITE_MARKDOWN
            column = at - text.rfind("\n", 0, at)
            yield Problem(Place(shown, number, column), wrong, fix, excerpt=lines[number - 1])


def acts(tag: re.Match[str]) -> bool:
    """Whether a tag does more than mark words up."""
    return tag[1].lower() not in PLAIN_TAGS or bool(STYLED.search(tag[2]))


def shown_words(words: str) -> str:
    """The words of a tag on one line."""
    return " ".join(words.split())


def programs_in(text: str) -> Iterator[int]:
    """Where addresses that are programs begin, white space and line breaks within them passed over."""
    plain, places, at = [], [], 0
    for line in text.split("\n"):
        kept = [char for char in html.unescape(line) if char > " "]
        plain.extend(kept)
        places.extend([at] * len(kept))
        at += len(line) + 1
    yield from (places[found.start()] for found in PROGRAM.finditer("".join(plain)))


HTML_TAG = re.compile(r"<[/!?]?([A-Za-z][A-Za-z0-9-]*)([^<>]*)>?")
"""A tag, on one line or several, closed or not."""
PLAIN_TAGS = frozenset(
    "abbr b br caption code dd del details dl dt em figcaption figure hr i ins kbd li mark ol p pre q rp rt ruby s "
    "small strong sub summary sup table tbody td tfoot th thead tr u ul var wbr".split()
)
"""HTML that only marks words up."""
STYLED = re.compile(r"(?i)\b(?:on[a-z]+|style|class|hidden|dir|id|src|href|srcdoc)\s*=|\bhidden\b")
PROGRAM = re.compile(r"(?i)(?:\]\(<?|\]:<?|<)(?:(?:java|vb)script|data):")
"""An address in Markdown that is a program, in a text without white space."""
ADDRESS_IN_ANGLES = re.compile(r"(?i)<(?:https?://[^\s<>]+|(?:mailto:)?[^\s<>:/]+@[^\s<>]+)>")
"""An address of a page or of mail between angle brackets, which Markdown would make a link of."""
WRITE_A_LINK = Bilingual(
    "地址写成链接：[文字](地址)，邮箱地址前加 mailto:。",
    "Write an address as a link: [words](address), one of mail with mailto: before it.",
)
WRITE_MARKDOWN = Bilingual(
    "只用 Markdown；要把尖括号当文字显示的，写 &lt; 和 &gt;。",
    "Use Markdown alone; write &lt; and &gt; for angle brackets that are to be read.",
)
