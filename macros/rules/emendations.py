"""Departures: the edition differs from the verbatim text only by recorded emendations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.problems import Problem, Subject
from macros.records.collection import Collection
from macros.records.comparison import Block, Mismatch, Run, VerbatimLine, blocks_of, compare_line, verbatim_lines
from macros.records.document import Document, Emendation, sentence_path
from macros.records.kinds import DOCUMENTS, Entry
from macros.text.languages import Bilingual
from macros.yaml_files.values import FieldPath, field_name


def documents_with_text(collection: Collection) -> Iterator[tuple[Entry, Document, str]]:
    """Documents whose verbatim text is there and is UTF-8."""
    for entry in collection.judged(DOCUMENTS):
        try:
            yield entry, entry.record, collection.verbatim[entry.id].decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            continue


def text_changed(entry: Entry) -> Subject:
    """What the problem of a changed verbatim text is about: that the edition departs from it follows."""
    return Subject("changed text", entry.reading.path)


JOINED = "joined"
"""Problems about a sentence, by its full id, that holds more than one: what cites the others by their ids follows."""


def departure_at(entry: Entry, sentence: str) -> Subject:
    """What a departure in a sentence of a document is about: problems with those who quote it follow from that."""
    return Subject(f"edition {entry.reading.path}", field_name(sentence_path(entry.record, sentence)))


def edition_accounted_for(collection: Collection) -> Iterator[Problem]:
    """Where the edition departs from the plain conversion of the verbatim text, an emendation says why."""
    for entry, document, text in documents_with_text(collection):
        blocks, lines = list(blocks_of(document)), verbatim_lines(document, text)
        compared = [
            (block, line, *compare_line(line.plain, block, document.emendations))
            for block, line in zip(blocks, lines, strict=False)
        ]
        if len(blocks) != len(lines):
            yield unlike_in_number(entry, blocks, lines, next((n for n, one in enumerate(compared) if one[-1]), -1))
            continue
        used = {
            run.emendation.id for _, _, runs, _ in compared for one in runs.values() for run in one if run.emendation
        }
        unused = [(index, one) for index, one in enumerate(document.emendations) if one.id not in used]
        departures = [
            Departure(document, block, line, one, tuple(runs[one.sentence]))
            for block, line, runs, one in compared
            if one
        ]
        plain = "\n".join(line.plain for line in lines)
        for index, one in unused:
            yield unused_emendation(entry, index, one, plain, departures, quoted_in(collection, entry.id, one.printed))
        for departure in departures:
            meant = next((place for place in unused if departure.is_where(place[1])), None)
            yield departs(entry, departure, meant)


@dataclass(frozen=True)
class Departure:
    """A difference between a block of the edition and its line that no emendation explains."""

    document: Document
    block: Block
    line: VerbatimLine
    mismatch: Mismatch
    runs: tuple[Run, ...]
    """What agrees of the sentence up to the last emendation before the difference."""

    @property
    def emended_just_before(self) -> Emendation | None:
        """The emendation that ends where the difference begins, and may have taken too little or too much."""
        ends = sum(len(run.printed) for run in self.runs) == self.mismatch.offset
        return self.runs[-1].emendation if self.runs and ends else None

    @property
    def path(self) -> FieldPath:
        """Where the text that departs stands in the file."""
        return (*sentence_path(self.document, self.mismatch.sentence), "zh")

    def is_where(self, emendation: Emendation) -> bool:
        """Whether an emendation should have applied here, but for a slip in one of its two texts."""
        zh, *_ = (sentence.zh for sentence in self.block.sentences if sentence.id == self.mismatch.sentence)
        return covers(zh, emendation.printed, self.mismatch.offset) or covers(
            self.line.plain, emendation.stood, self.mismatch.at
        )


def covers(text: str, words: str, at: int) -> bool:
    """Whether words stand in a text so that they begin, go on or end at a place in it."""
    start = text.find(words, max(0, at - len(words)))
    return 0 <= start <= at


def quoted_in(collection: Collection, document: str, words: str) -> bool:
    """Whether some record quotes words from a document, which must then have been printed."""
    return any(
        words in cited.quote and cited.sentence.startswith(f"{document}#")
        for entry in collection.all()
        for cited in entry.cited
    )


def unlike_in_number(entry: Entry, blocks: Sequence[Block], lines: Sequence[VerbatimLine], first: int) -> Problem:
    """Paragraphs of the edition that are more, or fewer, than the lines of the verbatim text.

    ``first`` is the first that differs from its line; below 0, only those differ that one of the two has more.
    """
    at = first if first >= 0 else min(len(blocks), len(lines))
    path: FieldPath = ("sections",)
    if blocks:
        path = (*sentence_path(entry.record, blocks[min(at, len(blocks) - 1)].sentences[0].id), "zh")
    zh, en = "从此处起不对应。", "They part here. "
    if at < len(lines):
        line = lines[at]
        zh = f"从此处起不对应：原始文本第{line.number}行为“{line.plain[:12]}……”。"
        en = f'They part here: line {line.number} of the verbatim text reads "{line.plain[:12]}…". '
    return entry.problem(
        path,
        Bilingual(
            f"刊印文本连同标题有{len(blocks)}段，原始文本有{len(lines)}段。",
            f"Paragraphs, headings included: {len(blocks)} in the edition, {len(lines)} in the verbatim text.",
        ),
        Bilingual(
            f"{zh}另起一段的句子写 new_paragraph: yes；不属于正文的行写入 omitted。",
            f"{en}Write new_paragraph: yes where a paragraph begins; list under omitted what is no part of the text.",
        ),
        about=(Subject(f"edition {entry.reading.path}", field_name(path[:-1])),),
        follows=(text_changed(entry), Subject("ids", entry.reading.path)),
    )


def departs(entry: Entry, departure: Departure, meant: tuple[int, Emendation] | None) -> Problem:
    """An unexplained difference, at its sentence; ``meant`` is the emendation that should have explained it."""
    one, path = departure.mismatch, entry.reading.path
    alike = Subject(f"departures {path}", f"{one.printed[:2]} {one.stood[:2]}")
    emended = (entry.subject("emendations", meant[0], name) for name in ("stood", "printed")) if meant else ()
    return entry.problem(
        departure.path,
        what_differs(one),
        how_to_agree(departure, meant[1] if meant else None),
        about=(alike, departure_at(entry, one.sentence)),
        follows=(text_changed(entry), Subject("ids", path), *emended, alike),
    )


def what_differs(one: Mismatch) -> Bilingual:
    """Which of the two texts goes on where the other has ended, or how they differ."""
    if not one.printed:
        return Bilingual(
            f"刊印文本到此为止，原始文本后面还有“{one.stood}”。",
            f'The edition ends here; the verbatim text goes on "{one.stood}".',
        )
    if not one.stood:
        return Bilingual(
            f"原始文本到此为止，刊印文本还有“{one.printed}”。",
            f'The verbatim text ends here; the edition goes on "{one.printed}".',
        )
    return Bilingual(
        f"刊印文本从第{one.offset + 1}字起与原始文本不一致：刊印“{one.printed}”，原始文本为“{one.stood}”。",
        f"The edition departs from the verbatim text at character {one.offset + 1}: "
        f'printed "{one.printed}", verbatim "{one.stood}".',
    )


def how_to_agree(departure: Departure, meant: Emendation | None) -> Bilingual:
    """How edition and verbatim text come to agree: by an emendation that is nearly right, or by the text itself."""
    emendation = meant or departure.emended_just_before
    if emendation:
        return Bilingual(
            f"校改“{emendation.id}”把“{emendation.stood}”刊印为“{emendation.printed}”，与此处不一致：改正其中一处。",
            f'The emendation "{emendation.id}" prints "{emendation.printed}" for "{emendation.stood}", '
            "which is not what stands here: correct one of the two.",
        )
    if not departure.mismatch.printed:
        return Bilingual(
            "补上漏掉的文字；可能少了一句，或少了 new_paragraph: yes。",
            "Add what is left out: a sentence may be missing, or new_paragraph: yes.",
        )
    return Bilingual(
        "照原始文本改回；确需校改的，登记到 emendations 并说明理由。",
        "Restore it; if it must be emended, record an emendation with its reason.",
    )


def unused_emendation(
    entry: Entry, index: int, one: Emendation, plain: str, departures: Sequence[Departure], quoted: bool
) -> Problem:
    """An emendation that changes nothing is mistaken, unless the text departs before it could apply."""
    path: FieldPath = ("emendations", index)
    printed = any(one.printed in sentence.zh for sentence in entry.record.sentences())
    follows: tuple[Subject, ...] = (text_changed(entry),)
    if one.stood not in plain:
        path = (*path, "stood")
        fix = Bilingual(
            f"原始文本（转换后）里没有“{one.stood}”：照原始文本改正 stood。",
            f'The verbatim text, converted, does not hold "{one.stood}": correct stood by it.',
        )
    elif not printed and not quoted:
        path = (*path, "printed")
        fix = Bilingual(
            f"刊印文本里没有“{one.printed}”：照刊印文本改正 printed。",
            f'The edition does not hold "{one.printed}": correct printed by it.',
        )
    else:
        follows += (Subject("ids", entry.reading.path), *(entry.subject(*departure.path) for departure in departures))
        fix = Bilingual("检查 stood 与 printed，或删去这一条。", "Check stood and printed, or delete it.")
    if departures and path == ("emendations", index):
        fix = Bilingual(
            "先改正刊印文本与原始文本不一致之处，校改不要删去。",
            "Fix the departures from the verbatim text first, and do not delete the emendation.",
        )
    return entry.problem(
        path,
        Bilingual(f"校改“{one.id}”没有用到。", f'The emendation "{one.id}" applies nowhere.'),
        fix,
        follows=follows,
    )


RULES = (edition_accounted_for,)
