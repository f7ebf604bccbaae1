"""Files beside documents: each is there, is what its ending says, and is published once, under a name of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.problems import Place, Problem
from macros.received.lines import differing_line
from macros.records.attached_files import LARGEST_ATTACHED, ending_of, published_name
from macros.records.collection import Collection
from macros.records.document import Document
from macros.records.kinds import DOCUMENTS, Entry
from macros.rules.published_documents import document_now
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath

RESTORE = Bilingual(
    "误删的请恢复；新登记的请把文件放在本文件旁边，核对文件名的大小写。",
    "Restore it if it was deleted, or put it beside this file; see that capitals in its name are the same.",
)


def named_in(entry: Entry) -> Iterator[tuple[FieldPath, str]]:
    """Every file that a document names beside its text: where it names it, and its name."""
    document: Document = entry.typed or entry.record
    yield from ((("attachments", at, "file"), one.file) for at, one in enumerate(document.attachments))
    if document.original:
        yield ("original",), document.original


def files_usable(collection: Collection) -> Iterator[Problem]:
    """A file beside a document is there, holds something, is not too large, and is what its ending says."""
    for entry in collection.judged(DOCUMENTS):
        for path, name in named_in(entry):
            one = collection.attached.get(name)
            if one is None:
                yield entry.problem(
                    path,
                    Bilingual(
                        f"读不到“{name}”：没有这个文件，或它不是普通文件。",
                        f'There is no file "{name}", or it is no plain file.',
                    ),
                    RESTORE,
                )
            elif one.size == 0:
                yield entry.problem(
                    path,
                    Bilingual(f"“{name}”是空文件。", f'The file "{name}" is empty.'),
                    Bilingual("换上完整的文件。", "Put the whole file there."),
                )
            elif one.size > LARGEST_ATTACHED:
                yield entry.problem(
                    path,
                    Bilingual(
                        f"“{name}”超过 {LARGEST_ATTACHED // 2**20} MB。",
                        f'The file "{name}" is over {LARGEST_ATTACHED // 2**20} MB.',
                    ),
                    Bilingual("压缩图片或分成几个文件。", "Make its pictures smaller, or part it into several files."),
                )
            elif not one.genuine:
                yield entry.problem(
                    path,
                    Bilingual(
                        f"“{name}”的内容不是 {ending_of(name)} 格式。",
                        f'What "{name}" holds is not of the format {ending_of(name)}.',
                    ),
                    Bilingual(
                        "用相应的软件重新另存，不能只改扩展名。",
                        "Save it anew in that format; to change the ending of the name is not enough.",
                    ),
                )


def files_named_once(collection: Collection) -> Iterator[Problem]:
    """A file belongs to one document and is named in it once; no two names differ in capitals alone."""
    every = collection.of(DOCUMENTS).values()
    names = [name for one in every for name in (one.record.verbatim, *(published_name(n) for _, n in named_in(one)))]
    used = Counter(name.casefold() for name in names)
    for entry in collection.judged(DOCUMENTS):
        for path, name in named_in(entry):
            if used[published_name(name).casefold()] > 1:
                yield entry.problem(
                    path,
                    Bilingual(
                        f"“{name}”写了不止一次，或与另一文件只差大小写。",
                        f'"{name}" is named more than once, or differs from another file in capitals alone.',
                    ),
                    Bilingual(
                        "一个文件只写在一份文件的记录里，只写一次；要用两次的，另存为另一个文件名。",
                        "Name a file once, in one document; save a copy under a name of its own for another.",
                    ),
                )


def text_is_that_of_original(collection: Collection) -> Iterator[Problem]:
    """Where the original is of a format that the program reads, the text is what it reads there."""
    for entry in collection.judged(DOCUMENTS):
        name = (entry.typed or entry.record).original or ""
        one = collection.attached.get(name)
        if one is None or one.read is None or entry.id not in collection.verbatim:
            continue
        found = differing_line(one.read.lines, collection.received(entry.id))
        if found:
            line, words = found
            original = PurePosixPath(entry.reading.path).with_name(name)
            stands = f"“{words}”" if words else "什么都没有"
            reads = f'"{words}"' if words else "nothing there"
            yield entry.problem(
                ("original",),
                Bilingual(
                    f"原始文本第{line}行与原件不同，原件此处是{stands}。",
                    f"Line {line} of the verbatim text is not what the original says; the program reads {reads}.",
                ),
                Bilingual(
                    f"移走它，用 make text FILE={original} 重新生成 {original.stem}.txt，写在 verbatim，不要手工改动。",
                    f"Move it away, make {original.stem}.txt anew with make text FILE={original}, name it under "
                    "verbatim, and change nothing in it.",
                ),
            )


def every_file_named(collection: Collection) -> Iterator[Problem]:
    """A file that could be published, and that no document names, is told: it may have been meant to be."""
    named = {name for one in collection.of(DOCUMENTS).values() for _, name in named_in(one)}
    if collection.of(DOCUMENTS).keys() != {i for place, i in collection.named if place == DOCUMENTS.place}:
        return  # A document that cannot be read may name it.
    for path in collection.attachable:
        if path.rpartition("/")[2] not in named:
            yield Problem(
                Place(path),
                Bilingual("没有任何文件的记录写到它，不会公布。", "No document names this file; it is not published."),
                Bilingual(
                    "要公布的写进所属文件的 attachments 或 original；不公布的移出 data/。",
                    "Name it under attachments or original of its document, or move it out of data/.",
                ),
            )


def published_files_stay(collection: Collection) -> Iterator[Problem]:
    """A file that was published beside a document stays as it was published."""
    for ident, published in sorted(collection.ledger.attachments.items()):
        entry = document_now(collection, ident)
        if entry is None:
            continue
        names = [name for _, name in named_in(entry)]
        if not collection.attached.keys() >= set(names):
            continue  # That a file is missing is told already.
        if not published <= {collection.attached[name].sha256 for name in names}:
            yield entry.problem(
                ("attachments",),
                Bilingual(
                    "已经公布的附件或原件不在了，或内容变了。",
                    "An attachment or original that was published is gone, or is another file now.",
                ),
                Bilingual(
                    "恢复公布过的文件；新的版本用新的文件名另列为附件。",
                    "Restore the file that was published; name a new version as an attachment of its own.",
                ),
            )


def nothing_covered_is_published(collection: Collection) -> Iterator[Problem]:
    """No file holds words that something dark covers: whoever has the file can copy what is below."""
    for entry in collection.judged(DOCUMENTS):
        for path, name in named_in(entry):
            one = collection.attached.get(name)
            if one is None or not one.covered:
                continue
            yield entry.problem(
                path,
                Bilingual(
                    f"“{name}”里有 {one.covered} 个字被黑块盖住，但仍在文件里，谁都能复制出来；公布它就是公开这些字。",
                    f'"{name}" covers {one.covered} characters with black and still holds them: whoever has the file '
                    "can copy them, so to publish it is to disclose them.",
                ),
                Bilingual(
                    "请向发文单位取得真正删去了这些字的文件，换上并重新导入；"
                    "不公布这个文件的，从记录中删去这一项，把文件移出 data/。",
                    "Ask whoever issued it for a file from which they have been deleted and import that; not to "
                    "publish the file, delete this field and move the file out of data/.",
                ),
            )


RULES = (files_usable, text_is_that_of_original, nothing_covered_is_published)
RULES_OF_ALL_FILES = (files_named_once, every_file_named, published_files_stay)
