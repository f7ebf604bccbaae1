"""Which languages a bureau has chosen, read before everything else: what a text must hold follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.records.base import Declared
from macros.records.bureau import Bureau
from macros.records.kinds import BUREAU
from macros.records.vocabulary import FurtherLanguage
from macros.text.languages import LANGUAGES, Language
from macros.yaml_files.reader import read_all
from macros.yaml_files.values import Value


def declared_in(data: Path, codes: Iterable[str]) -> Declared:
    """What the bureau of a data folder has chosen; ``codes`` are those of its further languages.

    A file that cannot be read, of which another check tells, chooses nothing.
    """
    typed = bureau_typed(data)
    return Declared(frozenset(codes), lists_english(typed) and typed.get("untranslated") != "mark")


def speaks_english(data: Path) -> bool:
    """Whether the site of a data folder is in English too, as far as its bureau's file can be read."""
    return lists_english(bureau_typed(data))


def bureau_typed(data: Path) -> Mapping[str, Value]:
    """The bureau's file as it was typed; nothing where it cannot be read."""
    ((reading, _),) = read_all([(data / BUREAU.place, BUREAU.place)])
    return reading.value if reading else {}


def lists_english(typed: Mapping[str, Value]) -> bool:
    """Whether a bureau lists English among its languages, or lists none."""
    chosen = typed.get("languages")
    return "en" in chosen if isinstance(chosen, list) and chosen else True


def languages_chosen(bureau: Bureau, further: Mapping[str, FurtherLanguage]) -> tuple[Language, ...]:
    """The languages of a site: Chinese first, then as the bureau lists them; all three known ones if it lists none."""
    if not bureau.languages:
        return LANGUAGES
    known = {one.code: one for one in LANGUAGES}
    known |= {
        code: Language(code, f"{code}/", one.tag, one.name, one.locale, one.direction) for code, one in further.items()
    }
    return tuple(known[code] for code in dict.fromkeys(("zh", *bureau.languages)) if code in known)
