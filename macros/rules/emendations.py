"""Emendations: each is used, is one that can be explained, and touches no fact and no name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from macros.problems import Problem, Subject
from macros.quantities.chinese.reader import read_chinese
from macros.records.collection import Collection
from macros.records.document import Edition, Emendation, Run, sentence_path
from macros.records.emended_lines import document_lines, printed_text
from macros.records.kinds import DOCUMENTS, Entry
from macros.records.listing import Item
from macros.records.project import Project
from macros.rules.hedged_clauses import not_reached
from macros.rules.wording import FULL_WIDTH
from macros.text.han_scripts import machine_swapped
from macros.text.languages import Bilingual
from macros.yaml_files.values import FieldPath, field_name

DENYING = frozenset("未不没无非否莫勿毋将拟")
"""Characters that say, alone or in a word, that something is not so, or not yet."""


def editions(collection: Collection) -> Iterator[tuple[Entry, Edition, list[str]]]:
    """Documents whose text could be cut into sentences, and the lines of that text as it was received."""
    for entry in collection.judged(DOCUMENTS):
        if isinstance(entry.record, Edition):
            yield entry, entry.record, collection.received(entry.id)


def departure_at(entry: Entry, sentence: str) -> Subject:
    """What a change in a sentence of a document is about: problems with those who quote it follow from that."""
    return Subject(f"edition {entry.reading.path}", field_name(sentence_path(entry.record, sentence)))


def script_declared(entry: Entry) -> Subject:
    """What a document in another script than it declares is about: nothing in it is read as it should be."""
    return Subject(f"script {entry.reading.path}")


def ids_used(document: Edition) -> set[str]:
    """The ids of a document's emendations that change words of it."""
    return {run.emendation.id for runs in document.runs.values() for run in runs if run.emendation}


def emendations_used(collection: Collection) -> Iterator[Problem]:
    """An emendation that changes nothing is mistaken."""
    for entry, document, _ in editions(collection):
        used = ids_used(document)
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
                    follows=(script_declared(entry),),
                )


def emendations_change_no_fact(collection: Collection) -> Iterator[Problem]:
    """An emendation touches no numeral, unit, qualifier or hedge: what is doubtful there is noted, not changed."""
    for entry, document, lines in editions(collection):
        for one in touching_facts(collection, document, lines).values():
            yield touches_fact(entry, document.emendations, one)


def touching_facts(collection: Collection, document: Edition, lines: list[str]) -> dict[str, Emendation]:
    """The emendations that change a fact by their ids; where none does alone, all of the line that says another."""
    found: dict[str, Emendation] = {}
    for line in document_lines(document, lines) if document.emendations else ():
        if line.plain == line.printed or facts(line.plain, collection) == facts(line.printed, collection):
            continue
        emended = {run.emendation.id: run.emendation for run in line.runs if run.emendation}
        alone = {ident: one for ident, one in emended.items() if changes_fact(line.plain, one, collection)}
        found |= alone or emended
    return found


def changes_fact(plain: str, one: Emendation, collection: Collection) -> bool:
    """Whether a line says something else with one emendation and no other."""
    return facts(plain, collection) != facts(plain.replace(one.stood, one.printed), collection)


def facts(text: str, collection: Collection) -> tuple[object, ...]:
    """The numbers that a text states, of whatever kind and however punctuated, its hedges and what denies in it."""
    numbers = [
        (one.kind, one.values, one.unit, one.qualifier, one.named, one.negated)
        for one in read_chinese(text, collection.units.words)
    ]
    return numbers, not_reached(text), [char for char in text if char in DENYING]


def emendations_explained(collection: Collection) -> Iterator[Problem]:
    """An emendation does what can be told by computing and nothing else; all else is printed as it stands, and noted.

    It gives marks their full width, takes out marks, spaces or one stray character, or undoes the words that a
    converter of a Traditional text had swapped; and its kind says which.
    """
    for entry, document, lines in editions(collection):
        used = ids_used(document)
        told_already = touching_facts(collection, document, lines)
        for index, one in enumerate(document.emendations):
            if one.id in told_already or one.id not in used:
                continue
            done = what_it_does(one, document)
            if not done or (one.kind in KINDS_EXPLAINED and one.kind not in done):
                at: FieldPath = ("emendations", index, "kind" if done else "printed")
                yield entry.problem(at, *not_explained(one), follows=(script_declared(entry),))


KINDS_EXPLAINED = ("punctuation", "insertion", "term-swap")
"""What emendations do. A bureau may call what it does by other ids, and can do nothing else."""


def what_it_does(one: Emendation, document: Edition) -> list[str]:
    """The kinds of change that an emendation is; none where it is no such change."""
    marks = letters(one.stood) == letters(one.printed)
    found = []
    if marks and full_width(one.stood) == full_width(one.printed):
        found.append("punctuation")
    if held_in_order(one) and len(letters(one.stood)) - len(letters(one.printed)) <= 1:
        found.append("insertion")
    if document.script == "zh-Hant" and one.stood in machine_swapped(one.printed):
        found.append("term-swap")
    return found


def full_width(text: str) -> str:
    """A text with its half-width marks as full-width ones, its quotation marks alike, and without spaces."""
    return "".join(FULL_WIDTH_MARKS.get(char, char) for char in text if not char.isspace())


FULL_WIDTH_MARKS = {
    **FULL_WIDTH,
    "．": "。",
    "“": "“”",
    "”": "“”",
    "‘": "‘’",
    "’": "‘’",
    "「": "“”",
    "」": "“”",
    "~": "～",
}


def letters(text: str) -> str:
    """A text without marks and spaces."""
    return "".join(char for char in text if char.isalnum())


def held_in_order(one: Emendation) -> bool:
    """Whether what is printed is what stood, with some characters left out."""
    rest = iter(one.stood)
    return len(one.printed) < len(one.stood) and all(char in rest for char in one.printed)


def not_explained(one: Emendation) -> tuple[Bilingual, Bilingual]:
    """What is wrong with an emendation that changes words, or is of another kind than it says."""
    return (
        Bilingual(
            f"校改“{one.id}”做的不是这一种改动：“{one.stood}”→“{one.printed}”。",
            f'The emendation "{one.id}" does not do what its kind says: "{one.stood}" → "{one.printed}".',
        ),
        Bilingual(
            "标点规范（punctuation）只把半角标点改为全角；删去多余的（insertion）只删标点、空格或一个字；用词还原"
            "（term-swap）只还原繁简机器转换换掉的词。其余照原文刊印，写编者注（notes）。",
            "punctuation only gives marks their full width; insertion only takes out marks, spaces or one character; "
            "term-swap only undoes a word that conversion to Traditional script had swapped. Anything else is printed "
            "as it stands, with a note (notes).",
        ),
    )


def emendations_change_no_name(collection: Collection) -> Iterator[Problem]:
    """A character is taken out of no name that a record has from the source: of an item, a project, a company."""
    names: list[str] | None = None
    for entry, document, _ in editions(collection):
        for index, one in enumerate(document.emendations):
            if letters(one.stood) == letters(one.printed) or "term-swap" in what_it_does(one, document):
                continue
            names = sorted(names_in_records(collection)) if names is None else names
            emended = [runs for runs in document.runs.values() if any(run.emendation == one for run in runs)]
            texts = [(printed_text(runs), runs) for runs in emended]
            if name := next((name for name in names if any(touches(*text, one, name) for text in texts)), None):
                yield entry.problem(
                    ("emendations", index, "printed"),
                    Bilingual(
                        f"校改“{one.id}”改动了记录中的名称“{name}”。",
                        f'The emendation "{one.id}" changes the name "{name}", which a record has.',
                    ),
                    Bilingual(
                        "名称照原文刊印；有疑问的，删去这条校改，写编者注（notes）。",
                        "Names are printed as they stand; where one looks wrong, delete this and write a note (notes).",
                    ),
                )


def names_in_records(collection: Collection) -> frozenset[str]:
    """Every name that a record has to the letter of the source."""
    parts = [part for entry in collection.all() for _, part in entry.parts]
    items = {part.zh for part in parts if isinstance(part, Item)}
    projects = [part for part in parts if isinstance(part, Project)]
    return frozenset(items | {words.zh for one in projects for words in (one.name, one.company, one.programme)})


def touches(text: str, runs: Sequence[Run], emendation: Emendation, name: str) -> bool:
    """Whether what an emendation prints in a text, given with its runs, stands in a name, or at either end of it."""
    if name not in text:
        return False
    places = [found.span() for found in re.finditer(re.escape(name), text)]
    at = 0
    for run in runs:
        end = at + len(run.printed)
        if run.emendation == emendation and any(at < last and first < end for first, last in places):
            return True
        at = end
    return False


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
        follows=(script_declared(entry),),
    )


RULES = (emendations_used, emendations_explained, emendations_change_no_fact, emendations_change_no_name)
