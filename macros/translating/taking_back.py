"""A PO file taken back: which of its entries go into the data, and why the others do not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.problems import Problem
from macros.records.base import Declared
from macros.records.validation import validate
from macros.staff.fields import order_at
from macros.text.languages import Bilingual
from macros.translating.po import Translation
from macros.translating.texts import Translatable
from macros.yaml_files.editing import with_value
from macros.yaml_files.reader import FieldPath, read_bytes
from macros.yaml_files.written import CannotWriteError

ANY_PLACEHOLDER = re.compile(r"\{[a-z0-9][a-z0-9.-]*\}")
"""Of a figure, or of the interface."""

GONE = Bilingual("数据里没有这一处文字了", "the data no longer has this text")
CHINESE_CHANGED = Bilingual("中文已经改过，请按新的中文翻译", "its Chinese has changed; translate what it is now")
DATA_CHANGED = Bilingual("数据里的译文在导出之后已由别人改过", "somebody has changed its translation in the data since")
PLACEHOLDERS = Bilingual(
    "大括号里的名称（如 {grants}）与中文（或原有译文）不同；请照抄，不翻译，不增减",
    "its names in braces, such as {grants}, are not those of the Chinese, or of the earlier translation; copy them",
)
SEVERAL_LINES = Bilingual("译文分成了几行，请写在一行里", "it has several lines; write it on one")
BREAKS_FILE = Bilingual("写进去后这个文件就不合格了：{why}", "its file would no longer be right: {why}")


@dataclass(frozen=True)
class Left:
    """An entry that was not taken, and why."""

    name: str
    why: Bilingual


@dataclass
class Taken:
    """What comes of a PO file: the new bytes of data files, the names of the texts that changed, and what is left.

    ``broken`` are entries that would break a file: then nothing is written.
    """

    files: dict[Path, bytes] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    fuzzy: int = 0
    left: list[Left] = field(default_factory=list)
    broken: list[Left] = field(default_factory=list)


def taken_back(texts: Iterable[Translatable], given: Mapping[str, Translation]) -> Taken:
    """What comes of the entries of a PO file that a person has changed."""
    found = Taken()
    known = {one.name: one for one in texts}
    changes: dict[Path, list[tuple[Translatable, str]]] = defaultdict(list)
    for name, one in given.items():
        text = known.get(name)
        if not one.said or not one.is_touched or (text and text.typed == one.typed):
            continue
        if why := why_left(text, one):
            found.left.append(Left(name, why))
        elif text:
            changes[text.file.file].append((text, one.typed))
            found.names.append(name)
            found.fuzzy += one.is_fuzzy
    beside: dict[tuple[Path, FieldPath], list[str]] = defaultdict(list)
    for text in known.values():
        beside[text.file.file, text.field[:-1]].append(str(text.field[-1]))
    for file, those in changes.items():
        change_file(file, those, beside, found)
    return found


def why_left(text: Translatable | None, one: Translation) -> Bilingual | None:
    """Why an entry is not taken; None where it is."""
    if text is None:
        return GONE
    if text.zh != one.zh:
        return CHINESE_CHANGED
    if not one.is_of(text):
        return DATA_CHANGED
    if "\n" in one.said.strip("\n") and "\n" not in text.zh:
        return SEVERAL_LINES
    if (not text.is_quoted or text.said) and braces_in(one.said) != braces_in(text.said if text.is_quoted else text.zh):
        return PLACEHOLDERS
    return None


def braces_in(text: str) -> Counter[str]:
    """The names in braces in a text, each as often as it stands there."""
    return Counter(ANY_PLACEHOLDER.findall(text))


def change_file(
    file: Path,
    changes: list[tuple[Translatable, str]],
    beside: Mapping[tuple[Path, FieldPath], list[str]],
    found: Taken,
) -> None:
    """Puts translations into the text of a data file, sentences in the order of those ``beside`` them; one that breaks
    it is told.

    A file stays as right as it was: it has no new problem of reading, nor of the form of its record.
    """
    before = file.read_bytes()
    text = before.decode("utf-8")
    for one, typed in changes:
        order = order_at(one.file.kind.model, one.field[:-1]) or beside[file, one.field[:-1]]
        try:
            new = with_value(text, one.field, typed, order)
        except CannotWriteError as error:
            found.broken.append(Left(one.name, why_broken(error.said)))
            continue
        wrong = misfits(new.encode("utf-8"), one)
        if len(wrong) > len(misfits(text.encode("utf-8"), one)):
            found.broken.append(Left(one.name, why_broken(wrong[-1].wrong)))
        else:
            text = new
    found.files[file] = text.encode("utf-8")


def misfits(data: bytes, text: Translatable) -> list[Problem]:
    """What is wrong with the form of the record in a data file; missing translations are not."""
    reading, problems = read_bytes(data, text.file.shown)
    lenient = Declared(frozenset({str(step) for step in text.field}), english_required=False)
    return problems if reading is None else validate(reading, text.file.kind.model, "", (), lenient)[1]


def why_broken(why: Bilingual) -> Bilingual:
    """An entry would break its file."""
    return Bilingual(BREAKS_FILE.zh.format(why=why.zh), BREAKS_FILE.en.format(why=why.en))
