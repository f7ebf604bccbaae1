"""A PO file taken back: which of its entries go into the data, and why the others do not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from macros.records.base import Declared
from macros.records.collection import Collection
from macros.records.validation import validate
from macros.staff.fields import order_at
from macros.text.languages import Bilingual
from macros.translating.po import Translation
from macros.translating.texts import Translatable, translatables
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
NOT_RIGHT = Bilingual("译文的写法不合格，例如太长", "it has not the form of a translation; it may be too long")


class NewTranslation(NamedTuple):
    """A translation to be put into a data file, in the order of those beside it."""

    text: Translatable
    typed: str
    order: tuple[str, ...]


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


def taken_back(collection: Collection, code: str, given: Mapping[str, Translation]) -> Taken:
    """What comes of the entries of a PO file that a person has changed."""
    found = Taken()
    known = {one.name: one for one in translatables(collection, code)}
    changes: dict[Path, list[NewTranslation]] = defaultdict(list)
    beside: dict[tuple[Path, FieldPath], list[str]] = defaultdict(list)
    for one_text in known.values():
        beside[one_text.file.file, one_text.field[:-1]].append(str(one_text.field[-1]))
    for name, one in given.items():
        at = known.get(name)
        if not one.said or not one.is_touched or (at and at.typed == one.typed):
            continue
        if why := why_left(at, one):
            found.left.append(Left(name, why))
        elif at:
            order = order_at(at.file.kind.model, at.field[:-1]) or beside[at.file.file, at.field[:-1]]
            changes[at.file.file].append(NewTranslation(at, one.typed, tuple(order)))
            found.names.append(name)
            found.fuzzy += one.is_fuzzy
    lenient = Declared(collection.declared.codes, english_required=False)
    for file, those in changes.items():
        text = file.read_bytes().decode("utf-8")
        new = changed_text(text, those, found)
        if misfits(new, those[0].text, lenient) > misfits(text, those[0].text, lenient):
            found.broken += [Left(one.text.name, NOT_RIGHT) for one in those if breaks(text, one, lenient)]
        found.files[file] = new.encode("utf-8")
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


def changed_text(text: str, changes: Iterable[NewTranslation], found: Taken) -> str:
    """The text of a data file with translations put into it; one that cannot be put there is told."""
    for one in changes:
        try:
            text = with_value(text, one.text.field, one.typed, one.order)
        except CannotWriteError as error:
            found.broken.append(Left(one.text.name, error.said))
    return text


def misfits(text: str, of: Translatable, lenient: Declared) -> int:
    """How much is wrong with the form of the record in a text; a translation that is missing is not."""
    reading, problems = read_bytes(text.encode("utf-8"), of.file.shown)
    return len(problems if reading is None else validate(reading, of.file.kind.model, "", (), lenient)[1])


def breaks(text: str, change: NewTranslation, lenient: Declared) -> bool:
    """Whether a change makes a record that was right, or as right as it was, worse."""
    new = with_value(text, change.text.field, change.typed, change.order)
    return misfits(new, change.text, lenient) > misfits(text, change.text, lenient)
