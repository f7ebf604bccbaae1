"""The prose in docs/: pages that are read as they were typed, and beside them only what may be shown or offered."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from macros.problems import Place, Problem
from macros.records.addresses import address_of_source
from macros.rules.prose_heads import PAGE_HEAD, problems_of_description, problems_of_head, problems_without_head
from macros.rules.prose_links import problems_of_links
from macros.rules.prose_macros import problems_of_calls
from macros.rules.prose_markup import (
    admonitions_that_hide,
    attributes_that_act,
    markup_that_acts,
    unseen_characters,
    without_code,
)
from macros.system.mkdocs_settings import excluded_docs
from macros.text.languages import CHINESE, Bilingual, Language, language_of
from macros.yaml_files.encoding import decode


def problems_in(docs: Path, files: Collection[str] | None = None, languages: Sequence[Language] = ()) -> list[Problem]:
    """All that is wrong in a folder of prose: files that may not stand there, pages misplaced or not read as meant.

    ``files`` are all files of the site as links name them, in every language; without them nothing is said of links.
    ``languages`` are those that have folders of their own, as far as the data says which there are.
    Pages that MkDocs leaves out are nobody's to read.
    """
    left_out = excluded_docs()
    return [
        *links_and_devices(docs),
        *files_of_other_kinds(docs),
        *(
            problem
            for path, file in pages_in(docs)
            if not left_out.match_file(path)
            for problem in (
                *place_of_a_record(path, f"{docs.name}/{path}"),
                *problems_of(file, docs.name, path, files, languages),
            )
        ),
    ]


def pages_in(docs: Path) -> Iterator[tuple[str, Path]]:
    """The pages of a folder of prose with their paths there."""
    for file in sorted(docs.rglob("*.md")):
        if file.is_file() and not file.is_symlink():
            yield file.relative_to(docs).as_posix(), file


def in_sight(docs: Path) -> Iterator[tuple[Path, str]]:
    """All files and folders below a folder of prose with their paths there; a dot before a name hides what has it."""
    for file in sorted(docs.rglob("*")):
        path = file.relative_to(docs)
        if not any(part.startswith(".") for part in path.parts):
            yield file, path.as_posix()


def links_and_devices(docs: Path) -> Iterator[Problem]:
    """No link is followed, to a file or a folder: what it leads to on this machine is nobody's to publish."""
    for file, path in in_sight(docs):
        if file.is_symlink() or not (file.is_file() or file.is_dir()):
            yield Problem(Place(f"{docs.name}/{path}"), *NO_FILE)


def files_of_other_kinds(docs: Path) -> Iterator[Problem]:
    """Beside pages a folder of prose holds pictures and documents to download: nothing that a browser shows or runs."""
    for file, path in in_sight(docs):
        if file.is_file() and file.suffix != ".md" and file.suffix.lower() not in TO_DOWNLOAD:
            yield Problem(Place(f"{docs.name}/{path}"), *OF_ANOTHER_KIND)


def place_of_a_record(path: str, shown: str) -> Iterator[Problem]:
    """No page of prose stands where records have theirs: a record's page would take its place without a word."""
    if re.fullmatch(rf"(?:[a-z-]+/)?(?:{OF_RECORDS})/.+", path) and not path.endswith("/index.md"):
        yield Problem(Place(shown), *RECORDS_STAND_HERE)


TO_DOWNLOAD = tuple(".png .jpg .jpeg .gif .webp .avif .pdf .ofd .doc .docx .wps .xls .xlsx .et .csv .zip".split())
"""How names of files end that a page may show or offer."""
OF_ANOTHER_KIND = (
    Bilingual(
        "这里只能放网页（.md）、图片和供下载的文件。", "Only pages (.md), pictures and files to download belong here."
    ),
    Bilingual(
        f"移走，或换成 {'、'.join(TO_DOWNLOAD)} 中的一种。",
        f"Move it away, or make it one of {', '.join(TO_DOWNLOAD)}.",
    ),
)
OF_RECORDS = "work-areas|sources"
RECORDS_STAND_HERE = (
    Bilingual(
        "这个文件夹里的网页由记录生成，这一页不会显示。", "Pages here are made from records; this one is not shown."
    ),
    Bilingual("把文件移到别处。", "Move the file elsewhere."),
)


def problems_of(
    file: Path, folder: str, path: str, files: Collection[str] | None, languages: Sequence[Language] = ()
) -> Iterator[Problem]:
    """All that is wrong with one page, at ``path`` below the folder of prose, whose name messages begin with."""
    shown = f"{folder}/{path}"
    text, problems = decode(file.read_bytes(), shown)
    yield from problems
    if text is None or problems:
        return
    text = re.sub("\r\n?", "\n", text)
    found = PAGE_HEAD.match(text)
    if found and re.search("^[ \t]*[^ \t#\n]", found[1], re.MULTILINE):
        yield from problems_of_head(found[1], shown)
    else:
        yield from problems_without_head(text, shown)
    body = text[found.end() :] if found else text
    above = "\n" * (text.count("\n") - body.count("\n"))
    yield from unseen_characters(above + body, shown)
    plain = without_code(body)
    shown_text = text[: len(text) - len(body)] + plain
    yield from markup_that_acts(shown_text, shown)
    calls = list(problems_of_calls(text, shown, address_of_source(path), languages))
    places = {one.place for one in calls}
    yield from (one for one in attributes_that_act(shown_text, shown) if one.place not in places)
    yield from admonitions_that_hide(shown_text, shown)
    yield from calls
    if files is not None and path in files:
        yield from problems_of_description(found[1] if found else "", shown)
        yield from problems_of_links(above + plain, shown, editions_of(file, path, files, languages), files, languages)


def editions_of(file: Path, path: str, files: Collection[str], languages: Sequence[Language]) -> list[str]:
    """The Markdown files that a page stands for: its own and, of a Chinese one, those that nobody has written."""
    if language_of(path, languages) != CHINESE:
        return [path]
    docs = file.parents[path.count("/")]
    others = (one.prefix + path for one in languages if one != CHINESE)
    return [path, *(one for one in others if one in files and not (docs / one).is_file())]


NO_FILE = (
    Bilingual(
        "这是链接，或者不是普通文件，没有读取。",
        "This is a link, or no plain file, and was not read.",
    ),
    Bilingual("把文件或文件夹本身放到这里，或删去它。", "Put the file or folder itself here, or delete it."),
)
