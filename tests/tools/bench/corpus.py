"""The pages of a built site as plain text, and the same pages as stock MkDocs with Material and as bare HTML."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from pathlib import Path

from macros.search.page_text import PageText, page_text
from macros.text.languages import CHINESE, Language, language_of

TITLE = re.compile("<title>(.*?)</title>", re.DOTALL)
FURTHER = re.compile(r"^(?!sources/[^/]+/page/).*(?:^|/)page/\d+$|^figures/.")
"""Pages that only share out a list that is too long for one: no search is to find them, what they list is found."""
CONTENT = re.compile('<main class="page"[^>]*>(.*)</main>', re.DOTALL)
MARKUP = re.compile(r"([\\`*_{}\[\]()#+.!|<>-])")

CONFIGURATION = """\
site_name: stock
theme:
  name: material
  language: {language}
  font: false
plugins:
  - search
"""


def pages_of(site: Path, language: Language) -> dict[str, PageText]:
    """What every page of a built site says, by address; tables of figures and sentences are read as well."""
    found = {}
    root = site / language.prefix
    for file in sorted(root.rglob("index.html")):
        place = file.parent.relative_to(root).as_posix()
        if language_of(language.prefix + f"{place}/") is not language or FURTHER.search(place):
            continue
        whole = file.read_text("utf-8")
        if 'http-equiv="refresh"' in whole:
            continue  # It leads on, and is in no index.
        title, content = TITLE.search(whole), CONTENT.search(whole)
        assert title and content, file
        name = html.unescape(title[1]).rsplit(" - ", 1)[0]
        found["" if place == "." else f"{place}/"] = page_text(name, content[1].replace("data-entry=", "data-was="))
    return found


def write_stock(pages: dict[str, PageText], language: Language, folder: Path) -> Path:
    """Builds pages with stock MkDocs and Material and its own search; returns the site."""
    docs = folder / "docs"
    for address, page in pages.items():
        file = docs / address / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"# {escaped(page.heading)}", *map(escaped, page.passages)]
        file.write_text(
            f"---\ntitle: {json.dumps(page.title, ensure_ascii=False)}\n---\n\n" + "\n\n".join(lines), "utf-8"
        )
    code = "zh" if language is CHINESE else "en"
    (folder / "mkdocs.yml").write_text(CONFIGURATION.format(language=code) + "nav:\n  - index.md\n", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "site"


def write_bare(pages: dict[str, PageText], language: Language, folder: Path) -> Path:
    """Writes pages as bare HTML and has Pagefind index them; returns the site."""
    for address, page in pages.items():
        file = folder / address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        body = "".join(f"<p>{html.escape(text)}</p>" for text in page.passages)
        head = f"<meta charset=utf-8><title>{html.escape(page.title)}</title>"
        main = f"<main><h1>{html.escape(page.heading)}</h1>{body}</main>"
        text = f'<!doctype html><html lang="{language.code}"><head>{head}</head><body>{main}</body></html>'
        file.write_text(text, "utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--quiet"]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def escaped(text: str) -> str:
    """Text as Markdown that shows it as it is."""
    return MARKUP.sub(r"\\\1", text)
