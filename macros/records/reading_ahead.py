"""Reads the numerals of many sentences on all cores at once, before records are resolved and rules ask for them."""

from __future__ import annotations

from typing import NamedTuple

from macros.quantities.chinese.reader import read_chinese
from macros.quantities.english.reader import read_english
from macros.quantities.expression import Expression
from macros.quantities.parity.disagreements import Disagreement
from macros.records.sources import Sources
from macros.records.units import UnitTable
from macros.system.processes import map_in_processes

SENTENCES_AT_A_TIME = 128
"""So many a process reads at a time; to start processes takes longer than to read fewer."""


class ReadAhead(NamedTuple):
    """What is read of a sentence."""

    expressions: tuple[Expression, ...]
    """Those of the sentence where it stands: in a cell, what it is counted in counts too."""
    chinese: tuple[Expression, ...]
    english: tuple[Expression, ...]
    told: tuple[Disagreement, ...]


def read_ahead(sources: Sources, units: UnitTable) -> None:
    """Reads the sentences that nobody has read yet, and compares them with their English; few are left for later."""
    unread = [ident for ident in sources.sentences if ident not in sources.read]
    parts = [unread[at : at + SENTENCES_AT_A_TIME] for at in range(0, len(unread), SENTENCES_AT_A_TIME)]
    if len(parts) < 2:
        return

    def read(part: int) -> list[ReadAhead]:
        sentences = [sources.sentences[ident] for ident in parts[part]]
        expressions = [sources.expressions(ident) for ident in parts[part]]
        chinese = [read_chinese(one.zh, units.words) for one in sentences]
        english = [read_english(one.en) for one in sentences]
        told = [units.told_otherwise(one.zh, one.en) for one in sentences]
        return list(map(ReadAhead, expressions, chinese, english, told))

    for part, found in zip(parts, map_in_processes(read, len(parts)), strict=True):
        for ident, one in zip(part, found, strict=True):
            zh, en = sources.sentences[ident].zh, sources.sentences[ident].en
            sources.read[ident] = one.expressions
            sources.chinese[zh], sources.english[en], sources.told[zh, en] = one.chinese, one.english, one.told
