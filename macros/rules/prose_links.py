"""Links of prose lead to pages and files that there are: told with their line before any page is made."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote, urlsplit

from macros.problems import Place, Problem
from macros.text.languages import Bilingual, language_of

INLINE_CODE = re.compile(r"(?<![\\`])(`+)(?!`).+?(?<!`)\1(?!`)")
LINK_TARGET = re.compile(r"(?<!\\)\]\(\s*<?(?P<target>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?=[\s)])")
"""Where a link or a picture names what it leads to: after the words in brackets."""
DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]+<?(?P<target>[^\s<>]+)>?")
"""The same of a link whose address stands on a line of its own."""
LIKE_A_PATH = 0.8
"""How alike a path that is misspelt is to the right one, from 0 to 1."""


def problems_of_links(text: str, shown: str, source: str, files: Collection[str]) -> Iterator[Problem]:
    """Every relative link of a page leads to one of ``files``, the Markdown files of pages and what lies beside them.

    ``text`` is the page with its code blocks left blank, ``source`` its Markdown file. An address elsewhere, one from
    the root of the host and a place on the page itself are nobody's to judge here.
    """
    for number, line in enumerate(text.split("\n"), 1):
        plain = INLINE_CODE.sub(lambda code: " " * len(code[0]), line)
        for found in (*LINK_TARGET.finditer(plain), *DEFINITION.finditer(plain)):
            target = relative_path(found["target"])
            if target and posixpath.normpath(posixpath.join(posixpath.dirname(source), target)) not in files:
                place = Place(shown, number, found.start("target") + 1)
                yield Problem(place, leads_nowhere(found["target"]), fix_of(target, source, files), excerpt=line)


def relative_path(target: str) -> str:
    """The path of a relative link, without what names a place on the page; empty for every other link."""
    if "{{" in target:
        return ""
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc or parts.path.startswith("/") else unquote(parts.path)


def leads_nowhere(target: str) -> Bilingual:
    """As it was written."""
    return Bilingual(f"链接“{target}”所指的网页或文件不存在。", f'The link "{target}" leads to no page or file.')


def fix_of(target: str, source: str, files: Collection[str]) -> Bilingual:
    """The path from the page to the file that was meant, where one is called so or nearly so."""
    of_language = [file for file in files if language_of(file) is language_of(source)]
    meant = meant_by(posixpath.normpath(posixpath.join(posixpath.dirname(source), target)), of_language)
    if meant is None:
        return Bilingual(
            "写从本页所在文件夹到该文件的路径，网页写它的 .md 文件；文件已不在的，删去链接。",
            "Write the path from the folder of this page to the file, of a page its .md file; "
            "delete the link where the file is gone.",
        )
    path = posixpath.relpath(meant, posixpath.dirname(source) or ".")
    return Bilingual(f"改为 {path}。", f"Write {path}.")


def meant_by(path: str, files: Collection[str]) -> str | None:
    """The file of the same name, else the one whose path is most like this one; None where none is."""
    without_end = path.removesuffix(".html").rstrip("/")
    for same in (f"{without_end}.md", f"{without_end}/index.md"):
        if same in files:
            return same
    of_that_name = [file for file in files if posixpath.basename(file) == posixpath.basename(path)]
    alike = of_that_name if len(of_that_name) == 1 else difflib.get_close_matches(path, files, 1, LIKE_A_PATH)
    return next(iter(alike), None)
