"""The prose in docs/, of which MkDocs asks little: the head of a page is held to the rules of data files.

MkDocs drops what follows `` #`` in a title as YAML does, takes a title like ``2024-01-01`` for a date, and leaves the
whole head out where it is no YAML, or takes the first lines of a text for a head, each without a word.
"""

from __future__ import annotations

import difflib
import html
import json
import re
from collections.abc import Container, Iterator
from pathlib import Path

import yaml

from macros.problems import Place, Problem
from macros.rules.prose_markup import (
    admonitions_that_hide,
    attributes_that_act,
    markup_that_acts,
    unseen_characters,
    without_code,
)
from macros.text.languages import Bilingual
from macros.yaml_files.encoding import decode
from macros.yaml_files.reader import Reading, read_bytes

PAGE_HEAD = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
MEANT_AS_HEAD = re.compile(r"\s*(?:-{2,}|－{2,}|—+|–{2,}|─{2,})[ \t]*(?:\n|$)")
"""The first line of a page that is to have a head, however it was typed."""
TAKEN_AS_HEAD = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
"""The first line of a page without a head that MkDocs takes for one all the same, and does not show."""
HEAD_FIELDS = ("title", "description")
"""Fields at the head of a page, which are shown; MkDocs and its theme act on others: template, hide, search, tags."""
LIKE = 0.8
"""How alike a name that is misspelt is to the right one, from 0 to 1."""


CALL = re.compile(r"\{\{ *(\w+)\(\) *\}\}")
"""A macro called without anything else, as pages call them."""
CODE = ("{{", "{%", "{#")
"""What begins a template, and with it code that can do anything on the machine of whoever builds the page."""


def pages_with_code(docs: Path, macros: Container[str]) -> list[str]:
    """The pages of a folder that hold more code than calls of known ``macros``; a page nobody could read counts as one.

    A page from elsewhere is built only without any. A head can write the signs in other ways, and a title is a template
    too, so a head is looked at as it is read.
    """
    return [file.relative_to(docs).as_posix() for file in sorted(docs.rglob("*.md")) if holds_code(file, macros)]


def holds_code(file: Path, macros: Container[str]) -> bool:
    """Whether a page is more than text and calls of known macros."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
        found = PAGE_HEAD.match(re.sub("\r\n?", "\n", text))
        head = json.dumps(yaml.safe_load(found[1]), ensure_ascii=False, default=str) if found else ""
    except (OSError, ValueError, TypeError, yaml.YAMLError, RecursionError):
        return True
    plain = CALL.sub(lambda call: "" if call[1] in macros else call[0], text)
    return any(sign in one for sign in CODE for one in (plain, html.unescape(plain), head, html.unescape(head)))


def problems_in(docs: Path) -> list[Problem]:
    """All that is wrong in a folder of prose: links, files of other kinds, pages misplaced or not read as meant."""
    files = (file for file in sorted(docs.rglob("*.md")) if file.is_file() and not file.is_symlink())
    named = [(file, file.relative_to(docs).as_posix()) for file in files]
    return [*links_and_devices(docs), *files_of_other_kinds(docs)] + [
        problem
        for file, path in named
        for problem in (*place_of_a_record(path, f"{docs.name}/{path}"), *problems_of(file, f"{docs.name}/{path}"))
    ]


def in_sight(docs: Path) -> Iterator[tuple[Path, str]]:
    """All files and folders below a folder of prose with their paths there, but for what MkDocs leaves out."""
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


def problems_of(file: Path, shown: str) -> Iterator[Problem]:
    """All that is wrong with one page, shown as ``shown`` in messages."""
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
    yield from unseen_characters("\n" * (text.count("\n") - body.count("\n")) + body, shown)
    plain = text[: len(text) - len(body)] + without_code(body)
    yield from markup_that_acts(plain, shown)
    yield from attributes_that_act(plain, shown)
    yield from admonitions_that_hide(plain, shown)


def problems_without_head(text: str, shown: str) -> Iterator[Problem]:
    """A page has a head that MkDocs reads, or a first line that it does not take for one."""
    lines = text.lstrip("\n").split("\n")
    place = Place(shown, len(text.split("\n")) - len(lines) + 1)
    if MEANT_AS_HEAD.match(text):
        yield Problem(place, *NOT_A_HEAD, excerpt=lines[0])
    elif TAKEN_AS_HEAD.match(text):
        yield Problem(place, *NOT_SHOWN, excerpt=lines[0])


def problems_of_head(head: str, shown: str) -> Iterator[Problem]:
    """A head is read as it was typed, and its fields are those that are shown."""
    reading, problems = read_bytes(f"\n{head}".encode("utf-8", "surrogatepass"), shown)  # The first line is ---.
    yield from problems
    if reading is None or problems:
        return
    for name in reading.value:
        if name not in HEAD_FIELDS:
            meant = difflib.get_close_matches(name.lower(), HEAD_FIELDS, n=1, cutoff=LIKE)
            wrong, fix = (
                Bilingual(zh.format(name, *meant), en.format(name, *meant))
                for zh, en in (UNKNOWN_HEAD[0], UNKNOWN_HEAD[1 if meant else 2])
            )
            yield reading.problem((name,), wrong, fix, at_key=True)
    yield from values_not_read_as_text(yaml.compose(head, yaml.SafeLoader), reading)


def values_not_read_as_text(node: yaml.Node | None, reading: Reading, name: str = "") -> Iterator[Problem]:
    """A value that is shown is text for MkDocs, too; one that it cannot make anything of has it drop the whole head."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from values_not_read_as_text(key, reading, key.value)
            yield from values_not_read_as_text(value, reading, name or key.value)
        if name not in HEAD_FIELDS:
            return
    elif isinstance(node, yaml.SequenceNode) and name not in HEAD_FIELDS:
        for value in node.value:
            yield from values_not_read_as_text(value, reading, name)
        return
    if node and (node.tag != "tag:yaml.org,2002:str" if name in HEAD_FIELDS else not readable_page(node)):
        yield reading.problem((name,), NOT_TEXT, IN_QUOTES)


def readable_page(node: yaml.Node) -> bool:
    """Whether a date or a number is a real one: 2024-02-30 and 0x_ are none."""
    try:
        yaml.SafeLoader("").construct_object(node)
    except (ValueError, OverflowError, yaml.YAMLError):
        return False
    return True


NO_FILE = (
    Bilingual(
        "这是链接，或者不是普通文件，没有读取。",
        "This is a link, or no plain file, and was not read.",
    ),
    Bilingual("把文件或文件夹本身放到这里，或删去它。", "Put the file or folder itself here, or delete it."),
)
NOT_A_HEAD = (
    Bilingual(
        "页首没有被认作页首，会原样显示在网页上。", "This head is not taken for one, and would be shown on the page."
    ),
    Bilingual(
        "文件第一行只写“---”，字段之后另起一行再写“---”，其后再起一行；没有字段的，两行都删去。",
        "The very first line is --- alone, and so is a line of its own below the fields, with a line below that; "
        "where there are no fields, delete both.",
    ),
)
NOT_SHOWN = (
    Bilingual(
        "第一行会被当成页首，不显示在网页上。",
        "The first line would be taken for a head, and not be shown.",
    ),
    Bilingual("在它上面空一行。", "Leave a line empty above it."),
)
UNKNOWN_HEAD = (
    ("不认识页首的字段“{}”。", 'No head has a field "{}".'),
    ("改为 {1}。", "Write {1}."),
    ("删去这一项；页首只有 title 和 description。", "Delete it; a head has title and description alone."),
)
NOT_TEXT = Bilingual(
    "此处会被读成日期、数或空值，不是文字。", "This would be read as a date, a number or nothing, not as text."
)
IN_QUOTES = Bilingual("给整段内容加半角双引号。", "Put the whole value in straight quotes.")
