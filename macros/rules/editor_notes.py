"""Editor's notes: the words that one is about stand in its sentence, and hold a quantity where it denies one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from macros.problems import Problem, Subject
from macros.records.collection import Collection
from macros.records.document import Edition
from macros.records.figure import Figure
from macros.records.kinds import DOCUMENTS, Entry
from macros.rules.emendations import departure_at, script_declared
from macros.rules.verbatim_text import lines_astray
from macros.text.languages import Bilingual
from macros.yaml_files.values import FieldPath


def notes_stand(collection: Collection) -> Iterator[Problem]:
    """The words that an editor's note is about stand in the sentence it names."""
    for entry in collection.judged(DOCUMENTS):
        if not isinstance(entry.record, Edition) or next(lines_astray(collection, entry), None):
            continue
        printed = {one.id: one.zh for one in entry.record.sentences()}
        for index, note in enumerate(entry.record.notes):
            if note.about not in printed.get(note.sentence, ""):
                yield note_astray(entry, ("notes", index), note.sentence, note.about, printed)


def notes_deny_a_quantity(collection: Collection) -> Iterator[Problem]:
    """A note that something is no quantity is about words in which one alone is read, and which no figure has."""
    editions = (entry for entry in collection.judged(DOCUMENTS) if isinstance(entry.record, Edition))
    documents = [entry for entry in editions if any(note.no_quantity for note in entry.record.notes)]
    figures: defaultdict[str, list[tuple[str, Figure]]] = defaultdict(list)
    for name, figure in collection.figures_by_id.items() if documents else ():
        figures[figure.source].append((name, figure))
    for entry in documents:
        if next(lines_astray(collection, entry), None):
            continue
        for index, note in enumerate(entry.record.notes):
            sentence = collection.sentences.get(f"{entry.id}#{note.sentence}")
            if not note.no_quantity or sentence is None or note.about not in sentence.zh:
                continue
            start = sentence.zh.find(note.about)
            read = collection.sources.expressions(f"{entry.id}#{note.sentence}")
            end = start + len(note.about)
            within = [one for one in read if one.is_quantity and one.start < end and start < one.end]
            if len(within) > 1:
                numbers = [one.text for one in within]
                yield entry.problem(
                    ("notes", index, "about"),
                    Bilingual(
                        f"“{note.about}”里有几个数：{'、'.join(numbers)}。",
                        f'There are several numbers in "{note.about}": {", ".join(numbers)}.',
                    ),
                    Bilingual(
                        "about 只写不是数量的那一个；有几个的，各写一条。",
                        "Name in about the one that is no quantity; where there are several, write a note of each.",
                    ),
                )
            if not any(start <= one.start < end for one in within):
                yield entry.problem(
                    ("notes", index, "no_quantity"),
                    Bilingual(f"“{note.about}”里没有数量。", f'There is no quantity in "{note.about}".'),
                    Bilingual("删去 no_quantity。", "Delete no_quantity."),
                )
            for name, figure in figures[f"{entry.id}#{note.sentence}"]:
                if start < figure.start + len(figure.written) and figure.start < end:
                    yield entry.problem(
                        ("notes", index, "no_quantity"),
                        Bilingual(
                            f"“{figure.written}”是数据 {name}，不能又说不是数量。",
                            f'"{figure.written}" is the figure {name}; it cannot be no quantity as well.',
                        ),
                        Bilingual("删去 no_quantity，或删去这项数据。", "Delete no_quantity, or that figure."),
                    )


def note_astray(entry: Entry, path: FieldPath, sentence: str, words: str, printed: Mapping[str, str]) -> Problem:
    """A note whose words do not stand in its sentence, with the one in which they do."""
    elsewhere = next((ident for ident, zh in printed.items() if words in zh), None)
    about = Subject("sentence", f"{entry.id}#{sentence}")
    if sentence in printed:
        about = departure_at(entry, sentence)
        wrong = Bilingual(f"句子 {sentence} 中没有“{words}”。", f'Sentence {sentence} does not contain "{words}".')
    else:
        wrong = Bilingual(f"没有编号为“{sentence}”的句子。", f'There is no sentence "{sentence}".')
    if elsewhere:
        fix = Bilingual(
            f"“{words}”在句子 {elsewhere} 中：改为 {elsewhere}；如果是误改了句子编号，请改回。",
            f'"{words}" stands in sentence {elsewhere}: write that, or undo the change of the id.',
        )
    elif sentence in printed:
        fix = Bilingual(f"从该句照抄。该句：{printed[sentence]}", f"Copy it from the sentence: {printed[sentence]}")
    else:
        fix = Bilingual("写本文件 translations 中某一句的编号。", "Write the id of a sentence, as translations has it.")
    gone = () if elsewhere or sentence in printed else (Subject(f"edition {entry.reading.path}"),)
    return entry.problem(
        (*path, "about" if sentence in printed and not elsewhere else "sentence"),
        wrong,
        fix,
        about=() if sentence in printed else (about,),
        follows=(script_declared(entry), *gone, about),
    )


RULES = (notes_stand, notes_deny_a_quantity)
