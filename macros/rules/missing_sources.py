"""A source that is named and is not there: a sentence, or the whole document."""

from __future__ import annotations

from dataclasses import replace

from macros.problems import Problem, Subject
from macros.records.collection import Collection
from macros.records.glossary import Thing, id_choice
from macros.records.kinds import BUREAU, DOCUMENTS, Entry
from macros.records.unread_files import ASTRAY
from macros.rules.references import nothing_so_called
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath


def documents_lost(collection: Collection) -> tuple[Subject, ...]:
    """What a problem with a document that is gone would be about: what was quoted from it follows from that.

    It is the current document, or one whose verbatim text is still there.
    """
    bureau = collection.single(BUREAU)
    known = (
        *([bureau.record.current_document or ""] if bureau else []),
        *(text.partition(".")[0] for text in collection.texts),
    )
    lost = [one for one in dict.fromkeys(known) if one and not collection.exists(DOCUMENTS, one)]
    return tuple(Subject(place, one) for one in lost for place in (ASTRAY, DOCUMENTS.place))


def no_such_sentence(collection: Collection, entry: Entry, path: FieldPath, given: str, quote: str) -> Problem:
    """A sentence that does not exist, with the one that holds the quote; a document that is gone is named instead."""
    document, _, ident = given.partition("#")
    elsewhere = collection.sources.cut_from(quote)
    if document not in collection.of(DOCUMENTS):
        return document_gone(collection, entry, path, document, elsewhere)
    things = [Thing(f"{document}#{sentence.id}") for sentence in collection.of(DOCUMENTS)[document].record.sentences()]
    about, file = Subject("sentence", given), collection.of(DOCUMENTS)[document].reading.path
    return entry.problem(
        path,
        Bilingual(f"{file} 中没有编号为“{ident}”的句子。", f'There is no sentence "{ident}" in {file}.'),
        quoted_there(elsewhere)
        if elsewhere
        else id_choice(
            given,
            things,
            Bilingual(
                f"如果误删或改了编号，请在 {file} 中恢复。", f"If it was deleted or renamed, restore it in {file}."
            ),
        ),
        about=(about,),
        follows=(*(() if elsewhere else (Subject(f"edition {file}"),)), about),
    )


def document_gone(
    collection: Collection, entry: Entry, path: FieldPath, document: str, elsewhere: str | None
) -> Problem:
    """A document that does not exist, how many records cite it, and the one that now holds what is quoted from it."""
    problem = nothing_so_called(collection, entry, path, document, DOCUMENTS)
    count = collection.citing[document]
    wrong = Bilingual(
        f"{problem.wrong.zh.rstrip('。')}，却有 {count} 份记录引用它。",
        f'There is no document "{document}", yet {count} record{" cites" if count == 1 else "s cite"} it.',
    )
    if not elsewhere:
        return replace(problem, wrong=wrong)
    now = elsewhere.partition("#")[0]
    fix = Bilingual(
        f"这里的引文现在出自 {elsewhere}。如果 {document}.yml 改名成了 {now}.yml，请改回；否则改 source。",
        f"The words quoted here now stand in {elsewhere}. If {document}.yml was renamed {now}.yml, name it "
        f"{document}.yml again; if not, change source.",
    )
    return replace(problem, wrong=wrong, fix=fix)


def quoted_there(sentence: str) -> Bilingual:
    """What to do about a quote that stands in another sentence than the one cited."""
    return Bilingual(
        f"这句引文现在出自 {sentence}：改 source；如果是误改了编号，请改回。",
        f"These words now stand in {sentence}: change source, or change the id back if it was changed by mistake.",
    )
