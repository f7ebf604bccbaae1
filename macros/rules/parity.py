"""Parity: the Chinese and the English of one record carry the same figures (DESIGN, honesty rule 5)."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem, Said
from macros.records.collection import Collection
from macros.records.document import Emendation, Note
from macros.records.kinds import INTERFACE
from macros.records.vocabulary import Term
from macros.rules.numerals import shown, unmatched

UNTRANSLATED = (Emendation, Note, Term)
"""Texts about the Chinese wording itself, whose English may name other numbers or none."""


def numbers_carried_over(collection: Collection) -> Iterator[Problem]:
    """A number in either language stands in the other with the same value (15000 = 15,000 = 1.5万)."""
    for entry in collection.judged():
        if entry.kind is INTERFACE:
            continue
        for path, part in entry.texts:
            if isinstance(part, UNTRANSLATED):
                continue
            lacking_en, lacking_zh = unmatched(part.zh, part.en)
            if lacking_en:
                yield entry.problem(
                    (*path, "en"),
                    Said(
                        f"英文缺少中文里的数：{shown(lacking_en)}。",
                        f"The English lacks a number of the Chinese: {shown(lacking_en)}.",
                    ),
                    Said(f"在英文中补上。中文：{part.zh}", f"Put it into the English. The Chinese reads: {part.zh}"),
                )
            if lacking_zh:
                yield entry.problem(
                    (*path, "en"),
                    Said(
                        f"英文多出中文没有的数：{shown(lacking_zh)}。",
                        f"The English has a number the Chinese lacks: {shown(lacking_zh)}.",
                    ),
                    Said(f"改成与中文一致。中文：{part.zh}", f"Make it agree with the Chinese: {part.zh}"),
                )


RULES = (numbers_carried_over,)
