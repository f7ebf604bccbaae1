"""``import``: a file as it was received becomes a document and drafts of its records, for a person to decide on."""

from __future__ import annotations

import os
import re
import shlex
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from macros.commands import options
from macros.drafting.draft import Draft, draft_of
from macros.drafting.names import document_id, id_of_file
from macros.drafting.writing import stage_for, write
from macros.problems import MessageLanguage, Problem, Refused, for_terminal, report
from macros.received.cut_lines import lines_cut
from macros.received.lines import CannotReadError, ReadDocument
from macros.received.read import format_of, read_received
from macros.records.addresses import document_address
from macros.records.attached_files import ATTACHED_ENDINGS
from macros.records.collecting import LARGEST_TEXT, collect
from macros.records.collection import Collection
from macros.records.document import Document
from macros.records.folder import folder_missing
from macros.records.kinds import BUREAU, DOCUMENTS
from macros.records.shipped import shipped_words
from macros.records.shipped_example import take_out_example
from macros.records.unread_files import is_id
from macros.rules.undecided import undecided_counted
from macros.staff.new_record import bad_id
from macros.text.languages import Bilingual
from macros.translating.memory import Memory, decided_pairs, without_end
from macros.translating.texts import translatables
from macros.yaml_files.written import CannotWriteError

SHOWN_OF_CUT = 8
"""Characters that are shown on either side of where a line is cut."""
MOST_TOLD_LEFT_OUT = 20
"""Parts of a file that are told as left out."""
YEAR_IN_A_TITLE = re.compile("[0-9〇○零一二三四五六七八九]{4}年(?!.*日$)")
IN_THE_SOURCE = frozenset({"script", "comment", "attribute"})
"""What stands in the source of a web page and is no text of it; pages of sources list it."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", "ident", default="", help="文件的编号 the id of the document")
@options.DATA
@options.LANGUAGE
def command(file: Path, ident: str, data: Path, language: MessageLanguage) -> None:
    """Exit status 1 where the file cannot be taken up as it is asked."""

    def told(said: Bilingual) -> None:
        print(for_terminal(said, language))

    def refused(problem: Problem) -> None:
        print(report([problem], "text", language), file=sys.stderr)
        sys.exit(1)

    if not (data / BUREAU.place).is_file():
        refused(folder_missing(data))
    with stage_for(data, lambda theirs: told(finished(theirs))) as stage:
        try:
            read = read_received(file)
        except CannotReadError as error:
            raise Refused(Bilingual(f"{file}：{error.reason.zh}", f"{file}: {error.reason.en}")) from error
        content = file.read_bytes()
        collection, _ = collect(data)
        if not collection.of(BUREAU) or collection.unread_documents:
            raise Refused(not_importable(collection))
        if known := taken_up(collection, content):
            told(
                Bilingual(
                    f"这个文件已经导入，编号 {known}，没有改动。",
                    f"This file is there already, as {known}; nothing was changed.",
                )
            )
            tell_of_example(data, told)
            told(undecided_counted(collection) or Bilingual("没有待核的内容。", "Nothing is left to be decided."))
            return
        if ident and not is_id(ident):
            refused(bad_id(f"{shown_name(data)}/documents/{ident}.yml", ident))
        try:
            draft = drafted(file, read, content, ident, collection, data)
        except CannotWriteError as error:
            raise Refused(Bilingual(f"{file}：{error.said.zh}", f"{file}: {error.said.en}")) from error
        paths = {one.shown: one.file.relative_to(data).as_posix() for one in collection.data_files.values()}
        write(draft, data, stage, paths)
    for said in what_was_written(draft, data, read):
        told(said)
    tell_of_example(data, told)
    told(
        Bilingual(
            "下一步：运行 make edit，在浏览器里核定带〔待核〕的各处；然后运行 make check，没有问题的，运行 make site。",
            "Next: run make edit and decide, in the browser, on what bears 〔待核〕; then make check and, without "
            "problems, make site.",
        )
    )


def tell_of_example(data: Path, told: Callable[[Bilingual], None]) -> None:
    """Takes out the example that the software came with, and tells so."""
    if take_out_example(data):
        told(
            Bilingual(
                "已有本单位的文件，软件附带的示例（example）已经删去。",
                "There is a document of your own now; the example that came with the software was removed.",
            )
        )


def drafted(file: Path, read: ReadDocument, content: bytes, ident: str, collection: Collection, data: Path) -> Draft:
    """The draft of a file. Raises Refused where it holds no document, or its id is taken."""
    ending = format_of(file)
    verbatim = content if ending == "txt" else read.text.encode()
    ident = ident or id_of_file(file.stem) or document_id(title_line(read), ())
    original = f"{ident}.{ending}" if ending in ATTACHED_ENDINGS else ""
    folder = data / DOCUMENTS.place
    if file.resolve().parent == folder.resolve():
        raise Refused(lies_there(file))
    for name in filter(None, (f"{ident}.yml", f"{ident}.txt", original)):
        if (folder / name).exists() or (folder / name).is_symlink():
            raise Refused(another_file(ident, f"{shown_name(data)}/{DOCUMENTS.place}/{name}"))
    if len(verbatim) > LARGEST_TEXT:
        raise Refused(
            Bilingual(
                f"{file} 的文字超过 1 MB，分成几个文件再导入。", f"{file} holds over 1 MB of text; import it in parts."
            )
        )
    draft = draft_of(
        read,
        verbatim,
        (original, content) if original else None,
        ident,
        collection,
        english_in(collection),
        lambda shown: collection.data_files[shown].file.read_bytes().decode(),
        SentencesRead(),
    )
    if draft is None:
        raise Refused(
            Bilingual(
                f"{file} 里没有正文，或有一句长得没有标点，什么都没有写入。",
                f"{file} holds no text, or a sentence without end; nothing was written.",
            )
        )
    return draft


def title_line(read: ReadDocument) -> str:
    """The first line of a file; the one below it where the title goes on there and only that names the year."""
    first, second = (*filter(str.strip, read.lines), "", "")[:2]
    goes_on = YEAR_IN_A_TITLE.match(second) and not YEAR_IN_A_TITLE.search(first)
    return f"{first}{second}" if goes_on else first


class SentencesRead:
    """Tells on a terminal, at most once a second, how much of the work on the sentences is done."""

    def __init__(self) -> None:
        self.last = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        """So many of so many are done."""
        if sys.stderr.isatty() and time.monotonic() - self.last >= 1:
            self.last = time.monotonic()
            print(f"{done * 100 // total}%", file=sys.stderr)


def shown_name(data: Path) -> str:
    """How a data folder is called."""
    return data.name or data.resolve().name


def english_in(collection: Collection) -> Callable[[str], str]:
    """The English that the data has for a Chinese text to the letter; none for a site without English."""
    if all(one.code != "en" for one in collection.languages):
        return lambda zh: ""
    memory = Memory(tuple(decided_pairs(translatables(collection, "en"))))

    def english(zh: str) -> str:
        found = memory.by_text.get(without_end(zh), [])
        return next((one.said for one in found if one.zh == zh), "")

    return english


def taken_up(collection: Collection, content: bytes) -> str:
    """The document that was made from a file with these bytes; nothing where none was."""
    for ident, entry in collection.of(DOCUMENTS).items():
        record: Document = entry.typed or entry.record
        original = collection.attached.get(record.original or "")
        if collection.verbatim.get(ident) == content or (original and original.path.read_bytes() == content):
            return ident
    return ""


def not_importable(collection: Collection) -> Bilingual:
    """What must be put right before a document can be drafted: the bureau's file, and earlier documents."""
    names = "、".join(sorted(collection.unread_documents)) or BUREAU.place
    return Bilingual(
        f"读不出 {names}，没有导入。请先运行 make check，改好它，再导入。",
        f"{names} cannot be read, and nothing was imported. Run make check, fix it, and import again.",
    )


def another_file(ident: str, place: str) -> Bilingual:
    """The id is that of another document, or of an earlier version of this one."""
    return Bilingual(
        f"编号“{ident}”已经用在 {place}，内容与这个文件不同，没有改动。另一份文件请写 ID=新的编号；"
        "同一份文件的新版本，请另写编号导入，或先删去还没有公布的旧版本及其记录。",
        f'The id "{ident}" is that of {place}, which is not this file; nothing was changed. For another document write '
        "ID=a new id; for a new version of the same one do so too, or first delete the old one and its records if it "
        "was not published.",
    )


def lies_there(file: Path) -> Bilingual:
    """A file that was put where the program itself puts files."""
    return Bilingual(
        f"{file} 已经放在登记文件的目录里，没有导入。请把它移到别处再导入；原件由程序放进这个目录。",
        f"{file} lies in the folder of documents already and was not imported. Move it elsewhere and import it from "
        "there; the program puts the original into that folder itself.",
    )


def finished(theirs: list[str]) -> Bilingual:
    """An import that was interrupted has been finished."""
    if not theirs:
        return Bilingual("上次导入没有写完，已补齐。", "The last import had been interrupted; it is finished now.")
    return Bilingual(
        f"上次导入没有写完，已补齐；后来改动过的 {'、'.join(theirs)} 没有动。",
        f"The last import had been interrupted and is finished now, but for {', '.join(theirs)}, changed since.",
    )


def what_was_written(draft: Draft, data: Path, read: ReadDocument) -> list[Bilingual]:
    """What was written."""
    told = draft.told
    lines = [
        Bilingual(
            f"已生成 {shown_name(data)}/documents/{draft.ident}.yml：{told.sentences} 句，数据 {told.figures} 项，"
            f"其他句子 {told.statements} 句。",
            f"Written: {how_many(told.sentences, 'sentence')}, {how_many(told.figures, 'figure')}, "
            f"{how_many(told.statements, 'statement')}.",
        )
    ]
    for title, place, new in told.records:
        zh, en = ("新的", "new") if new else ("并入", "added to")
        lines.append(Bilingual(f"  {title}：{zh} {shown_name(data)}/{place}", f"({en})"))
    for text in told.framing:
        lines.append(Bilingual(f"  只起引导、收尾作用：{text}", "(only introduces or closes)"))
    for text, title in told.guessed:
        lines.append(
            Bilingual(
                f"  不在哪个标题之下，暂记入“{title}”，请核定：{text}",
                "(under no heading of that record; decide whether it belongs there)",
            )
        )
    return [
        *lines,
        *what_is_cut(read),
        *what_is_covered(read),
        *what_was_left_out(read),
        *how_to_start_over(draft, data),
    ]


def what_is_cut(read: ReadDocument) -> list[Bilingual]:
    """That lines end in the middle of sentences or numbers, which are read as they stand."""
    found = lines_cut(read.lines)
    if not found:
        return []
    one, after = found[0][0][-SHOWN_OF_CUT:], found[0][1][:SHOWN_OF_CUT]
    return [
        Bilingual(
            f"注意：有 {len(found)} 处在一句话或一个数的中间换了行，如“{one}／{after}”，换行处的数会读错。"
            "请在原文件里把每一段合成一行，照下面的办法从头再来。",
            f"Beware: lines that end in the middle of a sentence or a number, which is misread: {len(found)}. Join the "
            "lines of each paragraph in the file, and start over as told below.",
        )
    ]


def what_is_covered(read: ReadDocument) -> list[Bilingual]:
    """That a file still holds what it covers in black."""
    if not any(one.why == "covered" for one in read.left_out):
        return []
    return [
        Bilingual(
            "注意：这份文件用黑块盖住的字仍在文件里，谁都能复制出来。原件不能这样公布，make check 会拦下："
            "请向发文单位取得真正删去了这些字的文件，重新导入。",
            "Beware: what this file covers in black is still in it, and whoever has it can copy that. The original may "
            "not be published so, and make check refuses it: ask whoever issued it for a file from which it has been "
            "deleted, and import that.",
        )
    ]


def how_to_start_over(draft: Draft, data: Path) -> list[Bilingual]:
    """The address that the document will have, and the commands that take away what this import has written."""
    address = document_address(draft.ident)
    lines = [
        Bilingual(
            f"网址将是 {address}，公布后不能再改。要改网址或从头再来，先删去这次写入的文件，再加 ID=新编号 导入：",
            f"Its address will be {address}, which stays once it is published. To change it, or to start over, delete "
            "what was written, and import again with ID=another id:",
        )
    ]
    if os.name == "nt":
        lines += [Bilingual(f'  del "{data / place}"', "") for place in draft.new]
    else:
        lines.append(Bilingual(f"  rm {shlex.join((data / place).as_posix() for place in draft.new)}", ""))
    if draft.changed:
        lines.append(
            Bilingual(
                f"  并入 {'、'.join(draft.changed)} 的内容，在 make edit 里删去。",
                "(what was added to these files is deleted in make edit)",
            )
        )
    return lines


def how_many(number: int, one: str) -> str:
    """So many of them in English."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def what_was_left_out(read: ReadDocument) -> list[Bilingual]:
    """What the file holds and the document does not, full sentences first, since these may belong to it."""
    found = [one for one in read.left_out if one.why not in IN_THE_SOURCE]
    if not found:
        return []
    found.sort(key=lambda one: "。" not in one.text)
    words = shipped_words()
    lines = [
        Bilingual(
            f"原件中有 {len(found)} 处没有编入正文（网页、文件里不显示的，也在其中），请与原件核对：",
            f"Held by the file, shown or not, and not part of the text: {len(found)}. Compare with the original:",
        )
    ]
    for one in found[:MOST_TOLD_LEFT_OUT]:
        why = words[f"left-out-{one.why}"]
        lines.append(Bilingual(f"  {why.zh}：{one.shown}", f"({why.en})"))
    if more := len(found) - MOST_TOLD_LEFT_OUT:
        lines += [Bilingual(f"  另有 {more} 处。", f"And {more} more.")] if more > 0 else []
    return lines
