"""Editions: the verbatim text is untouched, and what is said of its edition is so."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from macros.problems import Problem, Subject
from macros.records.addresses import DATA_PAGE
from macros.records.collection import Collection
from macros.records.document import sentence_path
from macros.records.kinds import DOCUMENTS, Entry
from macros.rules.emendations import JOINED, departure_at, documents_with_text, text_changed
from macros.text.languages import Bilingual
from macros.yaml_files.values import FieldPath

SENTENCE_END = re.compile(r"[。！？；][”’）》]?(?=.)")


def verbatim_unchanged(collection: Collection) -> Iterator[Problem]:
    """The verbatim text is there and is, byte for byte, the one whose SHA-256 was recorded."""
    for entry in collection.judged(DOCUMENTS):
        data = collection.verbatim.get(entry.id)
        if data is None:
            yield entry.problem(
                ("verbatim",),
                Bilingual(
                    f"读不到原始文本“{entry.record.verbatim}”：没有这个文件，或它不是普通文件，或超过 1 MB。",
                    f'There is no verbatim text "{entry.record.verbatim}", or it is no plain file or over 1 MB.',
                ),
                where_text_is(collection, entry),
            )
        elif (actual := hashlib.sha256(data).hexdigest()) != entry.record.sha256:
            new = not entry.record.sha256.strip("0")
            wrong, fix = not_recorded(entry, actual) if new else checksum_differs(collection, entry, actual)
            if entry.record.sha256 in {hashlib.sha256(one).hexdigest() for one in saved_before(data)}:
                wrong, fix = saved_anew(entry.record.verbatim)
            yield entry.problem(("sha256",), wrong, fix, about=() if new else (text_changed(entry),))
        elif not is_utf8(data):
            yield entry.problem(
                ("verbatim",),
                Bilingual("原始文本不是 UTF-8 编码。", "The verbatim text is not UTF-8."),
                Bilingual("另存为 UTF-8 后重新登记校验值。", "Save it as UTF-8 and record its new SHA-256."),
            )


def where_text_is(collection: Collection, entry: Entry) -> Bilingual:
    """What to do about a verbatim text that is not there: texts that no document names may be it."""
    named = {one.record.verbatim for one in collection.of(DOCUMENTS).values()}
    spare = [text for text in collection.texts if text not in named]
    if spare:
        return Bilingual(
            f"没有文件使用的原始文本有：{'、'.join(spare)}。"
            f"如果就是它，把它改名为 {entry.record.verbatim}，或改 verbatim。",
            f"Texts that no document names: {', '.join(spare)}. If it is one of them, rename it "
            f"{entry.record.verbatim}, or change verbatim.",
        )
    return Bilingual(
        "误删的请恢复；新登记的请把原始文本放在本文件旁边。",
        "Restore it if it was deleted, or put it beside this file.",
    )


def not_recorded(entry: Entry, actual: str) -> tuple[Bilingual, Bilingual]:
    """A checksum of zeros stands for one that is not known yet."""
    name = entry.record.verbatim
    return (
        Bilingual(f"还没有登记“{name}”的校验值。", f'The SHA-256 of "{name}" is not recorded yet.'),
        Bilingual(f"写 sha256: {actual}", f"Write sha256: {actual}"),
    )


def checksum_differs(collection: Collection, entry: Entry, actual: str) -> tuple[Bilingual, Bilingual]:
    """A text that was published is restored; of others only staff know whether they are new."""
    name = entry.record.verbatim
    wrong = Bilingual(
        f"原始文本“{name}”的校验值与登记的不符。", f'The verbatim text "{name}" does not have the SHA-256 recorded.'
    )
    if f"/{DATA_PAGE}records/{DOCUMENTS.place}/{entry.id}.json" in collection.ledger.addresses:
        return wrong, Bilingual(
            f"这份文件已经公布，原始文本不得改动：恢复“{name}”。现有文本的校验值为 {actual}。",
            f'The document has been published, and its text must not change: restore "{name}". '
            f"What is there now has {actual}.",
        )
    return wrong, Bilingual(
        f"新登记的文件：改为 sha256: {actual}；已经登记过的文件：恢复“{name}”，不改校验值。",
        f'For a document that is new: write sha256: {actual}. For one registered before: restore "{name}" instead.',
    )


def saved_before(data: bytes) -> Iterator[bytes]:
    """What a text may have been before a program saved it in another encoding, with other line ends or a mark."""
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        try:
            text = data.decode(encoding).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
        for end in ("", "\n"):
            for one in (text, text.rstrip("\n") + end):
                yield from (one.encode(), one.replace("\n", "\r\n").encode(), f"\ufeff{one}".encode())


def saved_anew(name: str) -> tuple[Bilingual, Bilingual]:
    """A text that a program has changed in saving it."""
    return (
        Bilingual(
            f"原始文本“{name}”的文字没有变，但被别的软件另存过：编码、换行符或文件开头的标记（BOM）变了。",
            f'The words of the verbatim text "{name}" are the same, but a program saved it anew: its encoding, its '
            "line ends or the mark at its beginning (BOM) have changed.",
        ),
        Bilingual(f"恢复原来的“{name}”，不改校验值。", f'Restore "{name}" as it was, and leave the checksum.'),
    )


def is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 text."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def omissions_stand(collection: Collection) -> Iterator[Problem]:
    """A line left out of the edition reads as recorded."""
    for entry, document, text in documents_with_text(collection):
        lines = text.split("\n")
        for index, one in enumerate(document.omitted):
            actual = lines[one.line - 1].strip() if one.line <= len(lines) else ""
            if actual != one.stood:
                yield entry.problem(
                    ("omitted", index, "stood"),
                    Bilingual(
                        f"原始文本第{one.line}行不是这样。", f"Line {one.line} of the verbatim text does not read so."
                    ),
                    Bilingual(f"stood 照该行抄写：{actual}", f"Write stood as the line reads: {actual}")
                    if actual
                    else Bilingual(
                        f"这一行是空的；原始文本共{len(lines)}行，请核对行号。",
                        f"That line is empty; the text has {len(lines)} lines, so check the number.",
                    ),
                    follows=(text_changed(entry),),
                )


def sentences_end_once(collection: Collection) -> Iterator[Problem]:
    """A sentence ends at 。！？ or ；, and nothing follows: so a figure leads to a short passage."""
    for entry in collection.judged(DOCUMENTS):
        for sentence in entry.record.sentences():
            found = SENTENCE_END.search(sentence.zh)
            if found:
                yield entry.problem(
                    (*sentence_path(entry.record, sentence.id), "zh"),
                    Bilingual("一句之内又有句号或分号。", "This sentence holds more than one sentence."),
                    Bilingual(
                        f"在“{sentence.zh[: found.end()][-8:]}”之后拆成两句。",
                        f'Split it after "{sentence.zh[: found.end()][-8:]}".',
                    ),
                    about=(Subject(JOINED, f"{entry.id}#{sentence.id}"),),
                )


def notes_stand(collection: Collection) -> Iterator[Problem]:
    """The words that an editor's note is about stand in the sentence it names."""
    for entry in collection.judged(DOCUMENTS):
        printed = {one.id: one.zh for one in entry.record.sentences()}
        about = [("notes", n, one.sentence, one.about, "about") for n, one in enumerate(entry.record.notes)]
        for field, index, sentence, words, name in about:
            if words not in printed.get(sentence, ""):
                yield note_astray(entry, (field, index), name, sentence, words, printed)


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
        fix = Bilingual(
            "写本文件 sections 中某一句的编号。", "Write the id of a sentence in the sections of this file."
        )
    gone = () if elsewhere or sentence in printed else (Subject(f"edition {entry.reading.path}"),)
    return entry.problem(
        (*path, name if sentence in printed and not elsewhere else "sentence"),
        wrong,
        fix,
        about=() if sentence in printed else (about,),
        follows=(*gone, about),
    )


RULES = (verbatim_unchanged, omissions_stand, sentences_end_once, notes_stand)
