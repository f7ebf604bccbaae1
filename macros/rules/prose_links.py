"""Links of prose lead to pages and files that there are: told with their line before any page is made."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Collection, Iterator, Sequence
from urllib.parse import unquote, urlsplit

from macros.problems import Place, Problem
from macros.text.languages import LANGUAGES, Bilingual, Language, language_of

TEMPLATE_NOTE = re.compile(r"\{#.*?#\}", re.DOTALL)
"""What the template engine leaves out."""
SHOWN_AS_TYPED = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)|<!--.*?-->", re.DOTALL)
"""What stands between backticks, and what no page shows."""
LIKE_A_LINK = re.compile(r"\](?:\(|:)\s*<?(?P<target>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)")
"""What may be a link or a picture, with what it may lead to; whether it is one, the engine says."""
LIKE_A_PATH = 0.8
"""How alike a path that is misspelt is to the right one, from 0 to 1."""


def problems_of_links(
    text: str, shown: str, sources: Sequence[str], files: Collection[str], languages: Sequence[Language] = LANGUAGES
) -> Iterator[Problem]:
    """Every relative link of a page leads to one of ``files``, the Markdown files of pages and what lies beside them.

    ``text`` is the page without its head and with its code blocks left blank; ``sources`` are its Markdown file and
    those of the editions that are made of it, from each of which the link must lead somewhere. An address elsewhere,
    one from the root of the host and a place on the page itself are nobody's to judge here.
    """
    text = TEMPLATE_NOTE.sub(left_blank, text)
    if all(leads_to(found["target"], one, files) for found in LIKE_A_LINK.finditer(text) for one in sources):
        return
    from macros.rules.prose_targets import targets_in  # The engine takes long to import.

    plain = SHOWN_AS_TYPED.sub(left_blank, text)
    lines = text.split("\n")
    for target in dict.fromkeys(targets_in(text)):
        source = next((one for one in sources if not leads_to(target, one, files)), None)
        if source is not None:
            wrong = leads_nowhere(target) if source == sources[0] else leads_nowhere_from(target, source)
            for at in places_leading_to(target, plain):
                place = Place(shown, plain.count("\n", 0, at) + 1, at - plain.rfind("\n", 0, at))
                fix = fix_of(relative_path(target), source, files, languages)
                yield Problem(place, wrong, fix, excerpt=lines[place.line - 1])


def leads_to(target: str, source: str, files: Collection[str]) -> bool:
    """Whether the target of a link is one of ``files``, the page itself, or none that is judged."""
    path = relative_path(target)
    if not path or posixpath.normpath(path) == ".":
        return True
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) in files


def left_blank(found: re.Match[str]) -> str:
    """As much space, on as many lines."""
    return re.sub(r"[^\n]", " ", found[0])


def places_leading_to(target: str, text: str) -> list[int]:
    """Where a link leads to ``target`` in a text, else where that stands first; the beginning where it does not."""
    places = [
        found.start("target")
        for found in re.finditer(rf"\](?:\(|:)\s*<?(?P<target>{re.escape(target)})(?=[\s)>]|$)", text)
    ]
    return places or [max(text.find(target), 0)]


def relative_path(target: str) -> str:
    """The path of a relative link, without what names a place on the page; empty for every other link."""
    if "{{" in target or "{%" in target:
        return ""
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc or parts.path.startswith(("/", "\\")) else unquote(parts.path)


def leads_nowhere(target: str) -> Bilingual:
    """As it was written."""
    return Bilingual(f"链接“{target}”所指的网页或文件不存在。", f'The link "{target}" leads to no page or file.')


def leads_nowhere_from(target: str, source: str) -> Bilingual:
    """Of a page that is made of a Chinese one: what leads out of the Chinese pages leads nowhere from there."""
    return Bilingual(
        f"{source} 这一页由本页生成，从那里看，链接“{target}”所指的网页或文件不存在。",
        f'The page {source} is made from this one, and from there the link "{target}" leads to no page or file.',
    )


def fix_of(target: str, source: str, files: Collection[str], languages: Sequence[Language]) -> Bilingual:
    """The path from the page to the file that was meant, where one is called so or nearly so."""
    of_language = [file for file in files if language_of(file, languages) == language_of(source, languages)]
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
    for same in (f"{without_end}.md", posixpath.normpath(f"{without_end}/index.md")):
        if same in files:
            return same
    of_that_name = [file for file in files if posixpath.basename(file) == posixpath.basename(path)]
    alike = of_that_name if len(of_that_name) == 1 else difflib.get_close_matches(path, files, 1, LIKE_A_PATH)
    return next(iter(alike), None)
