"""Translations: Chinese and English say the same quantities, and each is in its language."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem
from macros.quantities.parity.messages import how_to_fix, what_disagrees
from macros.records.collection import Collection
from macros.records.document import Edition, Emendation, Note, Omission, Sentence
from macros.records.kinds import DOCUMENTS, INTERFACE
from macros.records.resolution import FIGURE_PLACEHOLDER
from macros.records.vocabulary import Period, Term
from macros.rules.emendations import departure_at, script_declared
from macros.rules.prose_numbers import numbers_in, without_personal_numbers
from macros.rules.verbatim_text import lines_astray
from macros.text.languages import Bilingual
from macros.text.personal_numbers import find, may_hold_one
from macros.text.placeholders import UNDECIDED, without_marker
from macros.text.right_language import wrong_languages

ABOUT_WORDING = (Emendation, Note, Omission, Term)
"""Texts about the Chinese wording itself, whose English may name other numbers or none."""


def quantities_carried_over(collection: Collection) -> Iterator[Problem]:
    """Every quantity of a text stands in its translation once, in order, with its unit and qualifier, and no other.

    Texts that name a figure which could not be read wait for that; personal numbers are compared by themselves.
    """
    for entry in collection.judged():
        if entry.kind is INTERFACE or (entry.kind is DOCUMENTS and any(lines_astray(collection, entry))):
            continue
        for path, part in entry.texts:
            if about_wording(part) or not part.en or names_a_figure(part):
                continue
            zh, en = without_personal_numbers(part.zh), without_personal_numbers(part.en)
            told = collection.sources.told.get((zh, en))
            for one in collection.units.told_otherwise(zh, en) if told is None else told:
                follows = [numbers_in(entry, path)]
                if isinstance(part, Sentence):
                    follows.append(departure_at(entry, part.id))
                at = part.path if isinstance(part, Sentence) else (*path, "en")
                yield entry.problem(at, what_disagrees(one), how_to_fix(one), follows=tuple(follows))
                break


def personal_numbers_carried_over(collection: Collection) -> Iterator[Problem]:
    """A telephone number that a bureau publishes stands in the English of a text where it stands in the Chinese."""
    for entry in collection.judged():
        if entry.kind is not DOCUMENTS and not may_hold_one(entry.reading.said):
            continue
        for path, part in entry.texts:
            zh, en = ([one.digits for one in find(text)] for text in (part.zh, part.en))
            if part.en and zh != en:
                yield entry.problem(
                    part.path if isinstance(part, Sentence) else (*path, "en"),
                    Bilingual(
                        "英文里的电话号码与中文不同。", "The English has other telephone numbers than the Chinese."
                    ),
                    Bilingual("按中文改英文，次序也相同。", "Write those of the Chinese, in its order."),
                )


def names_a_figure(part: Bilingual) -> bool:
    """Whether a text holds the placeholder of a figure."""
    return any("{" in text and FIGURE_PLACEHOLDER.search(text) for text in (part.zh, part.en))


def about_wording(part: Bilingual) -> bool:
    """Whether a text is about the Chinese wording itself; what a period is called is not."""
    return isinstance(part, ABOUT_WORDING) and not isinstance(part, Period)


def sentences_translated(collection: Collection) -> Iterator[Problem]:
    """Every sentence of a document has a translation, and every translation a sentence."""
    for entry in collection.judged(DOCUMENTS):
        if not isinstance(entry.record, Edition) or next(lines_astray(collection, entry), None):
            continue
        sentences = {one.id: one for one in entry.record.sentences()}
        english = entry.record.translations.en
        strays = sorted(english.keys() - sentences.keys())
        for ident in strays:
            yield entry.problem(
                ("translations", "en", ident),
                Bilingual(f"没有编号为“{ident}”的句子。", f'There is no sentence "{ident}".'),
                Bilingual("删去这一行，或改正编号。", "Delete this line, or correct the id."),
            )
        missing = [one for one in sentences.values() if not one.en]
        if missing and collection.declared.english_required:
            yield entry.problem(
                ("translations", "en"),
                Bilingual(
                    f"有{len(missing)}句没有英文：{'、'.join(one.id for one in missing[:10])}。",
                    f"Sentences without English: {', '.join(one.id for one in missing[:10])}.",
                ),
                Bilingual(
                    f"在 translations 的 en 下补上，例如 {missing[0].id}: ……（{missing[0].zh}）",
                    f"Add them under en of translations: {missing[0].id}: … ({missing[0].zh})",
                ),
                follows=tuple(entry.subject("translations", "en", ident) for ident in strays[: len(missing)])
                if len(strays) >= len(missing)
                else (),
            )


def each_in_its_language(collection: Collection) -> Iterator[Problem]:
    """The Chinese is Simplified Chinese, the English English: none is blank, copied, exchanged or a placeholder."""
    for entry in collection.judged():
        for path, part in () if entry.kind is INTERFACE else entry.texts:
            if isinstance(part, Sentence) and not part.en:
                continue
            for one in wrong_languages(part.zh, without_marker(part.en)):
                if one.field == "en" and part.en in ("", UNDECIDED):
                    continue  # None is required, or nobody has written it yet, as rules/undecided.py says.
                at = part.path if isinstance(part, Sentence) else (*path, one.field)
                follows = (script_declared(entry),) if entry.kind is DOCUMENTS else ()
                yield entry.problem(at, one.wrong, one.fix, follows=follows)


RULES = (quantities_carried_over, personal_numbers_carried_over, sentences_translated, each_in_its_language)
