"""The Markdown that other engines are given says what the page says, in headings, lists and tables as the page does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from markdown import markdown

from tests.tools.bench.corpus import CONTENT
from tests.tools.bench.markdown import is_shown, markdown_of

pytestmark = pytest.mark.night

CASES = {
    "headings": ("<h1>A</h1><section><h2>B <span>c</span></h2><p>d</p></section>", "# A\n\n## B c\n\nd\n"),
    "text beside blocks": ("one <b>two</b><p>three</p> four", "one **two**\n\nthree\n\nfour\n"),
    "a plain list": ("<ul><li>a</li><li>b</li></ul>", "-   a\n-   b\n"),
    "a list of blocks": ("<ol><li><p>a</p><p>b</p></li><li>c</li></ol>", "1.  a\n\n    b\n\n1.  c\n"),
    "a list in a list": ("<ul><li>a<ul><li>b</li></ul></li></ul>", "-   a\n\n    -   b\n"),
    "a table": (
        "<table><caption>T</caption><tr><th>a<th>b</tr><tr><td><p>1</p><p>2</p><td>|</tr><tr><td>3</tr></table>",
        "T\n\n| a | b |\n| --- | --- |\n| 1 2 | \\| |\n| 3 |  |\n",
    ),
    "a link": ('<p>see<a href="../x (y)/"> this </a>now</p>', "see [this](../x%20%28y%29/) now\n"),
    "a folded part": ("<details><summary>More</summary><p>a</p></details>", "More\n\na\n"),
    "a quotation": ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b\n"),
    "terms": ("<dl><dt>a</dt><dd>b</dd></dl>", "**a**\n\nb\n"),
    "what is not shown": (
        '<p>a<span class="visually-hidden">b</span></p><nav>c</nav><svg><text>d</text></svg>',
        "a\n",
    ),
    "characters that mark": (
        "<p>1. a*b_c [d] ~~e~~ &lt;f&gt;</p>",
        "1\\. a\\*b\\_c \\[d\\] &#126;&#126;e&#126;&#126; &lt;f&gt;\n",
    ),
}


@pytest.mark.parametrize(("content", "expected"), CASES.values(), ids=CASES)
def test_structure_stays(content: str, expected: str) -> None:
    assert markdown_of(content) == expected


def test_every_page_says_the_same(site: Path) -> None:
    read = 0
    for file in site.rglob("index.html"):
        text = file.read_text("utf-8")
        if 'http-equiv="refresh"' in text:
            continue  # It leads on to the page that tells the same.
        found = CONTENT.search(text)
        assert found, file
        made = html.fromstring(f"<div>{markdown(markdown_of(found[1]), extensions=['tables'])}</div>")
        page = html.fromstring(f"<div>{found[1]}</div>")
        assert letters("".join(shown(made))) == letters("".join(shown(page))), file
        for tag in ("h1", "h2", "h3", "table", "tr"):
            assert len(list(made.iter(tag))) == sum(visible(one) for one in page.iter(tag)), (file, tag)
        read += 1
    assert read > 60


def shown(node: Any) -> list[str]:
    """All text of a node that a reader sees."""
    within = [node.text or ""]
    for child in node:
        within += shown(child) if is_shown(child) else []
        within.append(child.tail or "")
    return within


def visible(node: Any) -> bool:
    """Whether a node and all around it are shown, and something is in it."""
    return bool("".join(shown(node)).strip()) and all(map(is_shown, [node, *node.iterancestors()]))


def letters(text: str) -> str:
    """Text without spaces."""
    return re.sub(r"\s", "", text)
