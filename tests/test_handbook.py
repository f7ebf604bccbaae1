"""The handbook: the same pages in both languages, every link and command in it leads somewhere, and it is built."""

from __future__ import annotations

import os
import re
import shutil
from itertools import product
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from macros.records.collecting import TAKEN
from macros.rules.prose_macros import holds_code
from macros.rules.prose_pages import problems_of
from tests.commands import answer
from tests.places import DOCS, HANDBOOK, ROOT
from tests.small import few_pages, small_bureau

PAGES = sorted(file.name for file in HANDBOOK["zh"].glob("*.md"))
MANUALS = [
    *(ROOT / name for name in ("README.md", "README.zh.md", "CONTRIBUTING.md", "CONTRIBUTING.en.md")),
    *(folder / name for folder in HANDBOOK.values() for name in PAGES),
]
HEADING = re.compile(r"^(#+) .*?(?:\{: #([\w-]+) \})?$", re.MULTILINE)
FENCED = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([\w-]+))?\)")
TYPED = re.compile(r"(?:^|`)(make|python -m)((?: [\w.=-]+)+)", re.MULTILINE)
"""A command as a manual gives it, in backticks or at the beginning of a line, with the words after it."""
UNRENDERED = re.compile(r"<p>(?:!!!|\?\?\?|===|```)|\{: #|^(?:!!!|\?\?\?|===) ", re.MULTILINE)
"""What is left of Markdown where mkdocs.yml lacks the extension that reads it."""


def text_of(file: Path) -> str:
    """A manual without its blocks of code."""
    return FENCED.sub("", file.read_text("utf-8"))


def headings(file: Path) -> list[tuple[str, str]]:
    """Level and id of every heading of a page, in order."""
    return HEADING.findall(text_of(file))


def test_both_languages_have_the_same_pages() -> None:
    assert len(PAGES) >= 12 and sorted(file.name for file in HANDBOOK["en"].glob("*.md")) == PAGES


def test_no_section_takes_its_place() -> None:
    assert {folder.name for folder in HANDBOOK.values()} <= TAKEN


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_have_the_same_headings(name: str) -> None:
    """Addresses lead to the same place in each language, and none is made of Chinese characters."""
    chinese, english = (headings(folder / name) for folder in HANDBOOK.values())
    assert chinese == english and chinese[0] == ("#", "title") and all(ident for _, ident in chinese)


@pytest.mark.parametrize("language", HANDBOOK)
@pytest.mark.parametrize("name", PAGES)
def test_pages_keep_to_the_rules_of_prose(name: str, language: str) -> None:
    file = HANDBOOK[language] / name
    assert list(problems_of(file, "docs", f"handbook/{name}", None)) == [] and not holds_code(file)
    assert len(re.findall("^(?:title|description): .+", file.read_text("utf-8").split("---")[1], re.MULTILINE)) == 2


@pytest.mark.parametrize("file", MANUALS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_links_lead_to_files_and_headings(file: Path) -> None:
    for target, ident in LINK.findall(text_of(file)):
        found = Path(os.path.normpath(file.parent / target)) if target else file
        if found.parent in (*HANDBOOK.values(), ROOT / "docs/maintainers"):
            assert found.is_file(), target
            assert not ident or ident in [one for _, one in headings(found)], (target, ident)
        else:  # Of a bureau: its prose is that of the demonstration here.
            assert (ROOT / target).is_file() or (DOCS / os.path.relpath(found, ROOT / "docs")).is_file(), target


def test_every_picture_is_shown() -> None:
    shown = {
        Path(target).name for file in MANUALS for target, _ in LINK.findall(text_of(file)) if target.endswith(".png")
    }
    assert {file.name for file in HANDBOOK["zh"].glob("*.png")} <= shown


def test_every_command_is_there() -> None:
    """What a manual says to type is a target of the Makefile, a command, or a module with a main program."""
    targets = set(re.findall("^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    commands = {file.stem for file in (ROOT / "macros/commands").glob("*.py")}
    typed = {
        (program, *words.split()[:2]) for file in MANUALS for program, words in TYPED.findall(file.read_text("utf-8"))
    }
    assert len(typed) > 30
    for program, word, *rest in typed:
        if program == "make":
            assert word in targets, word
        elif word == "macros":
            assert rest[0] in commands, rest
        elif word != "pip":
            module = ROOT / word.replace(".", "/")
            assert module.with_suffix(".py").is_file() or (module / "__main__.py").is_file(), word


@pytest.mark.night
def test_it_is_built_with_its_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In every language, Traditional included, whose pages are made from the Chinese ones; and so is a page beside."""
    docs = few_pages(tmp_path / "docs")
    for place, name in product(("", "en"), ("data.md", "readiness.md", "staff/fields.md")):
        (docs / place / name).parent.mkdir(exist_ok=True)
        shutil.copy(DOCS / place / name, docs / place / name)
    for folder in HANDBOOK.values():
        shutil.copytree(folder, docs / folder.relative_to(ROOT / "docs"))
    (docs / "notes").mkdir()
    shutil.copy(HANDBOOK["zh"] / "editor.zh.png", docs / "notes/编辑.png")
    (docs / "notes/index.md").write_text(
        "---\ntitle: 说明\ndescription: 说明\n---\n\n# 说明 {: #title }\n\n![编辑](编辑.png)\n", "utf-8"
    )
    monkeypatch.setenv("DOCS", str(docs))
    done = answer("build", "--data", small_bureau(tmp_path / "bureau"), "--site", tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    pages = [file for folder in ("handbook", "notes") for file in (tmp_path / "site").rglob(f"{folder}/**/*.html")]
    assert len(pages) == 3 * (len(PAGES) + 1)
    pictures = 0
    for page in pages:
        html = page.read_text("utf-8")
        assert not UNRENDERED.search(html), page
        for picture in re.findall('<img [^>]*src="([^"]+)"', html):
            shown = urljoin(page.relative_to(tmp_path / "site").as_posix(), unquote(picture))
            assert (tmp_path / "site" / shown).is_file(), (page, picture)
            pictures += 1
    assert pictures >= 3 * 3 and len(list((tmp_path / "site").rglob("*.png"))) == len(list(docs.rglob("*.png")))
