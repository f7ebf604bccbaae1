"""Emendations: each is used, and none touches what the source says of how much, or whether."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.problems import Problem, Subject
from macros.quantities.chinese import read_chinese
from macros.records.collection import Collection
from macros.records.document import Edition, Emendation, sentence_path
from macros.records.editions import document_lines
from macros.records.kinds import DOCUMENTS, Entry
from macros.text.languages import Bilingual
from macros.yaml_files.values import field_name

DENYING = "未不没无非否莫勿毋将拟"
"""Characters that say that something is not so, or not yet."""


def editions(collection: Collection) -> Iterator[tuple[Entry, Edition, str]]:
    """Documents whose text could be cut into sentences, and that text as it was received."""
    for entry in collection.judged(DOCUMENTS):
        if isinstance(entry.record, Edition):
            yield entry, entry.record, collection.verbatim[entry.id].decode("utf-8")


def departure_at(entry: Entry, sentence: str) -> Subject:
    """What a change in a sentence of a document is about: problems with those who quote it follow from that."""
    return Subject(f"edition {entry.reading.path}", field_name(sentence_path(entry.record, sentence)))


def emendations_used(collection: Collection) -> Iterator[Problem]:
    """An emendation that changes nothing is mistaken."""
    for entry, document, _ in editions(collection):
        used = {run.emendation.id for runs in document.runs.values() for run in runs if run.emendation}
        for index, one in enumerate(document.emendations):
            if one.id not in used:
                yield entry.problem(
                    ("emendations", index, "stood"),
                    Bilingual(
                        f"原始文本（转换后）里没有“{one.stood}”。",
                        f'The verbatim text, converted, does not hold "{one.stood}".',
                    ),
                    Bilingual(
                        "照原始文本改正 stood；另有更长的校改包括了它的，删去这一条。",
                        "Correct stood by it; if a longer emendation takes it in, delete this one.",
                    ),
                )


def emendations_change_no_fact(collection: Collection) -> Iterator[Problem]:
    """An emendation touches no numeral, unit, qualifier or negation: what is doubtful there is noted, not changed."""
    for entry, document, text in editions(collection):
        units = collection.units.words
        told: set[str] = set()
        for line in document_lines(document, text):
            emended = [run.emendation for run in line.runs if run.emendation and run.emendation.id not in told]
            if not emended:
                continue
            if numbers_stated(line.plain, units) != numbers_stated(line.printed, units):
                changed = [one for one in emended if has_numeral(one, units)] or emended
            else:
                changed = [one for one in emended if negations(one.stood) != negations(one.printed)]
            for one in changed:
                told.add(one.id)
                yield touches_fact(entry, document.emendations, one)


def emendations_of_their_kind(collection: Collection) -> Iterator[Problem]:
    """An emendation of punctuation changes marks alone, and one that removes a stray character adds none."""
    for entry, document, _ in editions(collection):
        for index, one in enumerate(document.emendations):
            marks = one.kind != "punctuation" or letters(one.stood) == letters(one.printed)
            removes = one.kind != "insertion" or (len(one.printed) < len(one.stood) and held_in_order(one))
            if not (marks and removes):
                yield entry.problem(
                    ("emendations", index, "kind"),
                    Bilingual(
                        f"校改“{one.id}”做的不是这一种改动：“{one.stood}”→“{one.printed}”。",
                        f'The emendation "{one.id}" does not do what its kind says: "{one.stood}" → "{one.printed}".',
                    ),
                    Bilingual(
                        "标点规范只改标点，删去多余的字只删不添；改词的写 term-swap。",
                        "One of punctuation changes marks alone, one of a stray character only removes; "
                        "a word restored is a term-swap.",
                    ),
                )


def letters(text: str) -> str:
    """A text without marks and spaces."""
    return "".join(char for char in text if char.isalnum())


def held_in_order(one: Emendation) -> bool:
    """Whether what is printed is what stood, with some characters left out."""
    rest = iter(one.stood)
    return all(char in rest for char in one.printed)


def touches_fact(entry: Entry, emendations: Sequence[Emendation], one: Emendation) -> Problem:
    """An emendation that changes how much the source says, or whether."""
    return entry.problem(
        ("emendations", emendations.index(one), "printed"),
        Bilingual(
            f"校改“{one.id}”改动了数、单位、限定词或否定词：“{one.stood}”→“{one.printed}”。",
            f'The emendation "{one.id}" changes a number, a unit, a qualifier or a negation: '
            f'"{one.stood}" → "{one.printed}".',
        ),
        Bilingual(
            "这些字照原文刊印；有疑问的，删去这条校改，写编者注（notes）。",
            "Print these words as they stand; where they look wrong, delete this and write a note (notes).",
        ),
    )


def numbers_stated(text: str, units: frozenset[str]) -> list[tuple[object, ...]]:
    """Every number that a text states, of whatever kind, without regard to how it is punctuated."""
    return [
        (one.kind, one.values, one.unit, one.qualifier, one.named, one.negated) for one in read_chinese(text, units)
    ]


def has_numeral(one: Emendation, units: frozenset[str]) -> bool:
    """Whether an emendation itself changes what numbers there are."""
    return numbers_stated(one.stood, units) != numbers_stated(one.printed, units)


def negations(text: str) -> list[str]:
    """The characters of a text that deny something."""
    return [char for char in text if char in DENYING]


RULES = (emendations_used, emendations_change_no_fact, emendations_of_their_kind)
