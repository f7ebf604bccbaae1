"""The head of a page of prose, of which MkDocs asks little, is held to the rules of data files.

MkDocs drops what follows `` #`` in a title as YAML does, takes a title like ``2024-01-01`` for a date, and leaves the
whole head out where it is no YAML, or takes the first lines of a text for a head, each without a word.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

import yaml

from macros.problems import Place, Problem
from macros.text.languages import Bilingual
from macros.yaml_files.reader import Reading, read_bytes

PAGE_HEAD = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
MEANT_AS_HEAD = re.compile(r"\s*(?:-{2,}|－{2,}|—+|–{2,}|─{2,})[ \t]*(?:\n|$)")
"""The first line of a page that is to have a head, however it was typed."""
TAKEN_AS_HEAD = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
"""The first line of a page without a head that MkDocs takes for one all the same, and does not show."""
HEAD_FIELDS = ("title", "description")
"""Fields at the head of a page, which are shown; MkDocs and its theme act on others: template, hide, search, tags."""
PLAIN_DESCRIPTION = re.compile(r"^description:[ \t]+[^\s\"'#>|&!*]", re.MULTILINE)
"""A description as nearly all are typed, which need not be parsed to be there."""
LIKE = 0.8
"""How alike a name that is misspelt is to the right one, from 0 to 1."""


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


def problems_of_description(head: str, shown: str) -> Iterator[Problem]:
    """Every page says in its head what is on it: the page's ``Description`` is that, which no page may lack."""
    if PLAIN_DESCRIPTION.search(head):
        return
    try:
        fields = yaml.safe_load(head)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return  # Told as what it is.
    if not isinstance(fields or {}, dict) or not (fields or {}).get("description"):
        yield Problem(Place(shown), *NO_DESCRIPTION)


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
NO_DESCRIPTION = (
    Bilingual("页首没有写本页的说明。", "The head of this page has no description."),
    Bilingual(
        "文件开头写“---”“title: 名称”“description: 说明”“---”，各占一行。",
        "Begin the file with four lines: ---, title: (its name), description: (what is on it), ---.",
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
