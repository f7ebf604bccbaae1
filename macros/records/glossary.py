"""What staff call things: the words for each entry of a vocabulary and each record, and the id that is meant."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from macros.records.base import ID_PATTERN
from macros.records.folder import DataFile
from macros.records.kinds import DOCUMENTS, PERIODS, UNITS, Kind
from macros.records.shipped import shipped_periods, shipped_units
from macros.records.vocabulary import Term
from macros.text.languages import Bilingual

LISTED = 24
"""Ids that a message lists at most."""
WORD_FIELDS = ("zh", "en", "one", "written", "words")
"""Fields of a vocabulary's entry that hold words for it."""
BLANK = "…"
"""Stands in a suggested line where staff fill in a word."""
MORE: Mapping[Kind, tuple[str, ...]] = {UNITS: ("written",), PERIODS: ("order", "words")}
"""What an entry of a vocabulary needs beside an id and its words."""


@dataclass(frozen=True)
class Thing:
    """Something that can be named by its id, and the words for it, Chinese first."""

    id: str
    words: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The id with its Chinese name, as a message lists it."""
        return f"{self.id}（{self.words[0]}）" if self.words else self.id


@dataclass(frozen=True)
class Glossary:
    """The things that each kind of file holds, valid or not, by kind; looked up when a message first needs them."""

    files: Sequence[DataFile]
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What documents are called, by id, also where that is not typed but the first line of the text."""
    found: dict[Kind, tuple[Thing, ...]] = field(default_factory=dict, compare=False)

    def of(self, kind: Kind) -> tuple[Thing, ...]:
        """The entries of a vocabulary, or the records of a kind with their titles."""
        if kind not in self.found:
            self.found[kind] = tuple(self.look_up(kind))
        return self.found[kind]

    def titles_of(self, kind: Kind, ident: str) -> tuple[str, ...]:
        """The title of a document that has it in its text."""
        return self.titles.get(ident, ()) if kind is DOCUMENTS else ()

    def look_up(self, kind: Kind) -> Iterator[Thing]:
        """The things of a kind, those of the software first."""
        shipped: Sequence[Term] = {UNITS: shipped_units(), PERIODS: shipped_periods()}.get(kind, ())
        yield from (Thing(one.id, words_in(one.model_dump())) for one in shipped)
        for file in (one for one in self.files if one.kind == kind):
            value = file.reading.value if file.reading else {}
            if kind.many and not re.fullmatch(ID_PATTERN, file.id):
                continue
            if kind.many:
                yield Thing(file.id, words_in(value.get("title")) or self.titles_of(kind, file.id))
                continue
            entries = value.get("entries")
            for entry in entries if isinstance(entries, list) else ():
                ident = entry.get("id") if isinstance(entry, dict) else None
                if isinstance(ident, str):
                    yield Thing(ident, words_in(entry))


def words_in(value: Any) -> tuple[str, ...]:
    """The words that a title or an entry of a vocabulary holds."""
    if not isinstance(value, dict):
        return ()
    found = [value.get(name) for name in WORD_FIELDS]
    several = (one if isinstance(one, list) else [one] for one in found)
    return tuple(dict.fromkeys(word for words in several for word in words if isinstance(word, str)))


def plainly(text: str) -> str:
    """Text without what people type now one way and now another: width, case and spaces."""
    return re.sub(r"[\s_-]", "", unicodedata.normalize("NFKC", text)).casefold()


def called(given: str, things: Iterable[Thing]) -> Thing | None:
    """The one thing that is called so in either language, or whose id is typed otherwise than it is written.

    An id may be typed as the name of its file.
    """
    plain = plainly(re.sub(r"(?i)\.ya?ml$", "", given))
    found = [thing for thing in things if plain in map(plainly, (thing.id, *thing.words))]
    return found[0] if len(found) == 1 else None


def near(given: str, things: Sequence[Thing]) -> Thing | None:
    """The thing whose id is spelt most alike, or the one whose name holds what was typed or stands in it."""
    tails = {last(thing.id): thing for thing in things}
    alike = difflib.get_close_matches(last(given), tails, n=1, cutoff=0.5)
    if alike:
        return tails[alike[0]]
    plain = plainly(given)
    pairs = [(thing, plainly(word)) for thing in things for word in thing.words]
    found = {one: None for one, word in pairs if min(len(word), len(plain)) > 1 and (word in plain or plain in word)}
    return next(iter(found), None) if len(found) == 1 else None


def last(ident: str) -> str:
    """The last part of an id: ``grants`` of ``projects.grants``, in which spellings differ."""
    return re.split("[.#]", ident)[-1]


def id_choice(given: str, things: Sequence[Thing], instead: Bilingual) -> Bilingual:
    """What to write in place of an id that names nothing: the id that is meant, those there are, or what to do."""
    if thing := called(given, things):
        back = re.fullmatch(ID_PATTERN, given)
        zh, en = (
            ("如果是误改了编号，请改回。", " If the id was changed by mistake, change it back.") if back else ("", "")
        )
        return Bilingual(
            f"此处写编号：{thing.id}（“{given}”的编号）。{zh}", f'Write its id: {thing.id} (the id of "{given}").{en}'
        )
    zh = en = ""
    if thing := near(given, things):
        zh, en = f"是不是想写“{thing.id}”？", f'Did you mean "{thing.id}"? '
    if things:
        single = {one.id: one for one in things}
        few, more = [single[ident] for ident in sorted(single)[:LISTED]], "…" if len(single) > LISTED else ""
        zh += f"现有：{'、'.join([*(one.shown for one in few), *more])}。"
        en += f"There are: {', '.join([*(one.id for one in few), *more])}. "
    return Bilingual(zh + instead.zh, en + instead.en)


def how_to_add(kind: Kind, given: str, folder: str, word: str = "") -> Bilingual:
    """How to make the thing that an id names: a line of a vocabulary, or a file; ``word`` is what it is called."""
    ident = given if re.fullmatch(ID_PATTERN, given) else BLANK
    if kind.many:
        place = f"{folder}/{kind.place}/{ident}.yml"
        return Bilingual(
            f"误删或改了文件名的，请恢复 {place}；还没有的，请先新建。",
            f"Restore {place} if it was deleted or renamed; if there is none yet, add it first.",
        )
    word = word or ("" if given == ident else given)
    zh, en = (BLANK, word) if word.isascii() and word else (word or BLANK, BLANK)
    more = {"written": f"[{zh}]", "words": f"[{zh}]", "order": BLANK}
    line = "".join(f", {name}: {more[name]}" for name in MORE.get(kind, ()))
    line = f"- {{id: {ident}, zh: {zh}, en: {en}{line}}}"
    zh, en = (
        "；没有这个文件的，新建，第一行写 entries:",
        ' (if there is no such file, add it, with "entries:" as its first line)',
    )
    zh, en = (zh, en) if kind.optional else ("", "")
    return Bilingual(
        f"如果确是新词，请在 {folder}/{kind.place} 末尾加一行（前面空两格，“…”处填写{zh}）：{line}",
        f"If it is a new word, add a line at the end of {folder}/{kind.place}{en}, indented by two spaces, "
        f'and fill in each "…": {line}',
    )
