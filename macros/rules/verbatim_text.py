"""Verbatim texts: each can be read, and what is said of its lines and sentences is so."""

from __future__ import annotations

import operator
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from opencc import OpenCC

from macros.problems import Place, Problem
from macros.received.lines import ABOVE, LEFT
from macros.received.received_text import received_text
from macros.records.collection import Collection
from macros.records.document import Edition
from macros.records.editions import LONGEST_SENTENCE, endless_line
from macros.records.emended_lines import document_lines, without_invisible
from macros.records.kinds import DOCUMENTS, Entry
from macros.rules.emendations import script_declared
from macros.text.han_scripts import simplifier, traditionaliser
from macros.text.languages import Bilingual


def verbatim_readable(collection: Collection) -> Iterator[Problem]:
    """The verbatim text is there, is text, and holds lines of the document, in sentences that end."""
    for entry in collection.judged(DOCUMENTS):
        data = collection.verbatim.get(entry.id)
        if data is None:
            yield entry.problem(
                ("verbatim",),
                Bilingual(
                    f"读不到原始文本“{entry.record.verbatim}”："
                    "没有这个文件，或它不是普通文件，或无权读取，或超过 1 MB。",
                    f'There is no verbatim text "{entry.record.verbatim}", or it is no plain file,'
                    " may not be read or is over 1 MB.",
                ),
                where_text_is(collection, entry),
            )
        elif (received := received_text(data)) is None:
            yield entry.problem(
                ("verbatim",),
                Bilingual(
                    "原始文本不是文本文件，或编码无法识别（可用 UTF-8、UTF-16、GB 18030）。",
                    "The verbatim text is no text file, or in an unknown encoding (UTF-8, UTF-16 or GB 18030).",
                ),
                Bilingual("另存为 UTF-8 的纯文本。", "Save it as plain text in UTF-8."),
            )
        elif not isinstance(entry.record, Edition) and (
            line := endless_line(document_lines(entry.record, received.lines))
        ):
            yield entry.problem(
                ("verbatim",),
                Bilingual(
                    f"原始文本第{line}行有一句超过{LONGEST_SENTENCE}字。",
                    f"Line {line} of the verbatim text has a sentence of over {LONGEST_SENTENCE} characters.",
                ),
                Bilingual(
                    "核对收到的文本：标点、分行是否丢失。",
                    "See whether punctuation or line breaks were lost when the text was received.",
                ),
            )
        elif not isinstance(entry.record, Edition):
            yield entry.problem(
                ("verbatim",),
                Bilingual("原始文本里没有一行属于正文。", "No line of the verbatim text is part of the document."),
                Bilingual(
                    "核对 omitted，或换上收到的文本。", "See what omitted leaves out, or put the text received there."
                ),
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


def lines_astray(collection: Collection, entry: Entry) -> Iterator[tuple[str, int, int]]:
    """The lines that a document leaves out or marks and that are not there: where each is named, and its number."""
    lines = collection.received(entry.id)
    for name in ("omitted", "marks"):
        for index, one in enumerate(getattr(entry.typed or entry.record, name)):
            if one.line > len(lines) or not without_invisible(lines[one.line - 1]):
                yield name, index, one.line


def lines_named(collection: Collection) -> Iterator[Problem]:
    """A line that is left out, or marked as a heading or as text, is there and holds something."""
    for entry in collection.judged(DOCUMENTS):
        lines = collection.received(entry.id)
        for name, index, line in lines_astray(collection, entry) if lines else ():
            yield entry.problem(
                (name, index, "line"),
                Bilingual(f"原始文本第{line}行是空的。", f"Line {line} of the verbatim text is empty.")
                if line <= len(lines)
                else Bilingual(f"原始文本没有第{line}行。", f"The verbatim text has no line {line}."),
                Bilingual(
                    f"原始文本共{len(lines)}行，请核对行号。", f"The text has {len(lines)} lines; check the number."
                ),
            )


def lines_named_once(collection: Collection) -> Iterator[Problem]:
    """A line is left out or marked once: two reasons, or two marks, contradict each other."""
    for entry in collection.judged(DOCUMENTS):
        record = entry.typed or entry.record
        seen: set[int] = set()
        for name in ("omitted", "marks"):
            for index, one in enumerate(getattr(record, name)):
                if one.line in seen:
                    yield entry.problem(
                        (name, index, "line"),
                        Bilingual(f"第{one.line}行已经写过。", f"Line {one.line} is named already."),
                        Bilingual(
                            "删去重复的一条；一行只写一次，或省略，或标明是标题还是正文。",
                            "Delete one of them: a line is left out, or marked as a heading or as text, once.",
                        ),
                    )
                seen.add(one.line)


def no_lost_characters(collection: Collection) -> Iterator[Problem]:
    """The text received holds no character that was lost in conversion (U+FFFD) or that no font shows."""
    for entry in collection.judged(DOCUMENTS):
        shown = PurePosixPath(entry.reading.path).with_name(entry.record.verbatim)
        for number, line in enumerate(collection.received(entry.id), 1):
            if line.isascii() or (line.replace("\u3000", "").isprintable() and "\ufffd" not in line):
                continue  # What is printable belongs to somebody, and is of no private use.
            lost = next((at for at, char in enumerate(line) if is_lost(char)), None)
            if lost is not None:
                code = f"U+{ord(line[lost]):04X}"
                yield Problem(
                    Place(str(shown), number, lost + 1),
                    Bilingual(f"这里的字已经丢失（{code}）。", f"The character here has been lost ({code})."),
                    Bilingual("向发文单位重新取得这份文本。", "Get the text anew from whoever issued it."),
                    excerpt=line,
                )


ALWAYS_SIMPLIFIED = "这们对说业进实东长门农产务"
"""Common characters that Traditional script writes otherwise, whatever stands beside them."""


def in_the_script_declared(collection: Collection) -> Iterator[Problem]:
    """The text received is in the script that its document declares."""
    for entry in collection.judged(DOCUMENTS):
        text = "\n".join(collection.received(entry.id)).replace("\0", "")  # Where a converter stops.
        declared = entry.record.script
        traditional = changed_by(simplifier(), text)
        if declared == "zh-Hans" and traditional <= sum(map(text.count, ALWAYS_SIMPLIFIED)):
            continue  # The other dictionary, which takes as long to load as a hundred records to check, is not needed.
        simplified = changed_by(traditionaliser(), text)
        meant = "zh-Hant" if traditional > simplified else "zh-Hans" if simplified > traditional else declared
        if declared != meant:
            yield entry.problem(
                ("script",),
                Bilingual(
                    f"原始文本是{'繁' if meant == 'zh-Hant' else '简'}体字，script 却写 {declared}。",
                    f"The verbatim text is in {'Traditional' if meant == 'zh-Hant' else 'Simplified'} script, and "
                    f"script says {declared}.",
                ),
                Bilingual(f"改为 {meant}。", f"Write {meant}."),
                about=(script_declared(entry),),
            )


def changed_by(converter: OpenCC, text: str) -> int:
    """How many characters of a text are others in the other script."""
    return sum(map(operator.ne, text, converter.convert(text)))


def is_lost(char: str) -> bool:
    """Whether a character stands for one that was lost, or is one of nobody's or of private use."""
    return char == "\ufffd" or unicodedata.category(char) in ("Co", "Cn", "Cs")


def merged_cells_are_rectangles(collection: Collection) -> Iterator[Problem]:
    """What is merged in a table is a rectangle: else nobody could tell which heads a cell stands under."""
    for entry in collection.judged(DOCUMENTS):
        for table in entry.record.tables if isinstance(entry.record, Edition) else ():
            if table.torn:
                row, column = table.torn
                line = table.first + row - 1
                yield entry.problem(
                    ("verbatim",),
                    Bilingual(
                        f"原始文本第{line}行的表格，第{column}格合并得不成矩形，或旁边没有可以合并的格。",
                        f"In the table on line {line} of the verbatim text, cell {column} is merged into no "
                        "rectangle, or with nothing.",
                    ),
                    Bilingual(
                        f"核对这一行的 {LEFT}（与左边合并）和 {ABOVE}（与上边合并）。",
                        f"Check {LEFT} (merged with the left) and {ABOVE} (merged with the one above) on this line.",
                    ),
                )


RULES = (
    verbatim_readable,
    in_the_script_declared,
    no_lost_characters,
    lines_named,
    lines_named_once,
    merged_cells_are_rectangles,
)
