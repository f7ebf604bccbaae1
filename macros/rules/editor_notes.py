"""Editor's notes: the words that one is about stand in its sentence, and hold a quantity where it denies one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.problems import Problem, Subject
from macros.records.collection import Collection
from macros.records.document import Edition
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
        about = [("notes", n, one.sentence, one.about, "about") for n, one in enumerate(entry.record.notes)]
        for field, index, sentence, words, name in about:
            if words not in printed.get(sentence, ""):
                yield note_astray(entry, (field, index), name, sentence, words, printed)


def notes_deny_a_quantity(collection: Collection) -> Iterator[Problem]:
    """A note that something is no quantity is about words in which one is read."""
    for entry in collection.judged(DOCUMENTS):
        if not isinstance(entry.record, Edition) or next(lines_astray(collection, entry), None):
            continue
        for index, note in enumerate(entry.record.notes):
            sentence = collection.sentences.get(f"{entry.id}#{note.sentence}")
            if not note.no_quantity or sentence is None or note.about not in sentence.zh:
                continue
            start = sentence.zh.find(note.about)
            read = collection.sources.expressions(f"{entry.id}#{note.sentence}")
            if not any(one.is_quantity and start <= one.start < start + len(note.about) for one in read):
                yield entry.problem(
                    ("notes", index, "no_quantity"),
                    Bilingual(f"“{note.about}”里没有数量。", f'There is no quantity in "{note.about}".'),
                    Bilingual("删去 no_quantity。", "Delete no_quantity."),
                )


def note_astray(
    entry: Entry, path: FieldPath, name: str, sentence: str, words: str, printed: Mapping[str, str]
) -> Problem:
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
        (*path, name if sentence in printed and not elsewhere else "sentence"),
        wrong,
        fix,
        about=() if sentence in printed else (about,),
        follows=(script_declared(entry), *gone, about),
    )


RULES = (notes_stand, notes_deny_a_quantity)
