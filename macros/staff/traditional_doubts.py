"""Characters of the Traditional edition that an editor should look at: no known word says how they are written."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.table import Root
from macros.records.base import BilingualText
from macros.records.walk import walk
from macros.register.register import Register
from macros.staff.readiness_finding import Finding, Wanted
from macros.text.han_doubts import Doubts
from macros.text.languages import TRADITIONAL, Bilingual

SPELLINGS_FILE = "data/vocabulary/traditional.yml"


def traditional_in_no_doubt(register: Register, root: Root) -> Finding:
    """A rule of this project: where a Traditional character depends on what one takes for a word, people decide."""
    wanted = tuple(dict.fromkeys(doubts(register))) if TRADITIONAL in register.languages else ()
    title = Bilingual("繁体版没有难以确定的字", "No character of the Traditional edition is in doubt")
    source = Bilingual("本项目", "This project")
    return Finding("—", title, source, "not-met" if wanted else "met", required=False, wanted=wanted)


def doubts(register: Register) -> Iterator[Wanted]:
    """What to look at, each once: the words as they stand, and as the edition prints them."""
    find = Doubts(register.spellings)
    for text in chinese_texts(register):
        for stands, printed in find(text):
            what = Bilingual(
                f"“{stands}”在繁体版印作“{printed}”，程序不能确定；无论对错，都请把其中的词和它的繁体写法列入用字表",
                f'"{stands}" is printed as "{printed}" in the Traditional edition, which the program is not sure of; '
                "right or wrong, list the word in it with its Traditional spelling",
            )
            yield Wanted(what, SPELLINGS_FILE, "entries")


def chinese_texts(register: Register) -> Iterator[str]:
    """The Chinese of every record and of every sentence of the documents."""
    groups = (
        register.work_areas,
        *(one.records for one in register.sections.values()),
        register.evaluations,
        register.errata,
        {ident: text.document for ident, text in register.texts.items()},
    )
    for group in groups:
        for record in group.values():
            yield from (part.zh for _, part in walk(record) if isinstance(part, BilingualText))
