"""Drafts: what the program proposed and no person has decided on; nothing of it is published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import Any

from macros.problems import Problem, Subject
from macros.records.base import Sourced
from macros.records.collection import Collection
from macros.records.figure import Figure
from macros.records.kinds import DOCUMENTS, Entry
from macros.text.languages import Bilingual
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.reader import FieldPath, Reading
from macros.yaml_files.values import field_name

NOT_DECIDED = "undecided"
"""What every problem of this kind is about, beside its field."""
OF_THE_SOURCE = frozenset({"quote", "numeral", "stood", "about"})
"""Fields that hold words of a source to the letter, and with them whatever stands there."""
PROPOSED = (
    Bilingual("程序的建议，尚未由人核定。", "Proposed by the program, not yet decided by a person."),
    Bilingual(f"核对后改好，删去“{UNDECIDED}”。", f"Check it, correct it, and delete the marker {UNDECIDED}."),
)
PARTLY_PROPOSED = (
    Bilingual(
        "程序的建议，尚未由人核定；另一种语言还没有写。",
        "Proposed by the program, not yet decided by a person; the other language is still to be written.",
    ),
    Bilingual(
        f"核对后改好，补上另一种语言，删去“{UNDECIDED}”。",
        f"Check it, correct it, write the other language, and delete the markers {UNDECIDED}.",
    ),
)
NOTHING_PROPOSED = (
    Bilingual("程序没有建议，要由人填写。", "The program has nothing to propose; a person is to write it."),
    Bilingual(f"写上内容，替换“{UNDECIDED}”。", f"Write it in place of {UNDECIDED}."),
)
COUNTED_AS: Mapping[str, Bilingual] = {
    "figures": Bilingual("数据", "figures"),
    "statements": Bilingual("句子", "statements"),
    "translations": Bilingual("译文", "translations"),
    "omitted": Bilingual("略去的行", "lines left out"),
    "others": Bilingual("其他（标题、概要等）", "others (titles, summaries and so on)"),
}
"""What undecided texts are undecided_counted as, by the field of the record that they stand in."""


def proposals_decided(collection: Collection) -> Iterator[Problem]:
    """No text of any file holds the marker of proposals; told in the order of the documents, the texts of a part once.

    Words of a source may hold it, since they are quoted to the letter.
    """
    undecided = [reading for reading in collection.judged_readings() if UNDECIDED in reading.said]
    entries = {entry.reading.path: entry for entry in collection.all()} if undecided else {}
    places = {ident: at for at, ident in enumerate(collection.sources.sentences)} if undecided else {}
    for reading in undecided:
        entry = entries.get(reading.path)
        for part, texts, alone in undecided_parts(reading):
            rank = place_in_documents(collection, entry, part, places)
            yield replace(not_decided(reading, entry, part, texts, alone), rank=rank)


def undecided_parts(reading: Reading) -> Iterator[tuple[FieldPath, list[FieldPath], list[bool]]]:
    """The parts of a file with the marker: each with its texts that hold it, and whether each holds nothing else."""
    found: dict[FieldPath, dict[FieldPath, str]] = {}
    for path, text, part in texts_at(reading.value):
        if UNDECIDED in text and path[-1] not in OF_THE_SOURCE:
            found.setdefault(part, {})[path] = text
    for part, texts in found.items():
        yield part, list(texts), [text.strip() == UNDECIDED for text in texts.values()]


def texts_at(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str, FieldPath]]:
    """Every text inside a value of a file in order, where it stands, and what it is one language of, or itself."""
    inner: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    in_languages = (
        isinstance(value, dict) and bool(path) and any(isinstance(value.get(code), str) for code in ("zh", "en"))
    )
    for step, one in inner:
        if isinstance(one, str):
            yield (*path, step), one, path if in_languages else (*path, step)
        else:
            yield from texts_at(one, (*path, step))


def not_decided(
    reading: Reading, entry: Entry | None, part: FieldPath, texts: list[FieldPath], alone: list[bool]
) -> Problem:
    """A text that nobody has decided on yet."""
    return reading.problem(
        texts[0],
        *(NOTHING_PROPOSED if all(alone) else PARTLY_PROPOSED if any(alone) else PROPOSED),
        record=entry.name if entry else "",
        about=(Subject(NOT_DECIDED, kind_of(part)), undecided_subject(reading.path, part)),
    )


def undecided_subject(file: str, part: FieldPath) -> Subject:
    """What the problem of an undecided part is about."""
    return Subject(f"{NOT_DECIDED} {file}", field_name(part))


def kind_of(part: FieldPath) -> str:
    """What sort of thing a text is part of, as counts name it."""
    return str(part[0]) if part[0] in COUNTED_AS else "others"


def place_in_documents(
    collection: Collection, entry: Entry | None, part: FieldPath, places: Mapping[str, int]
) -> tuple[int, ...]:
    """Where the words that a text is about stand in the documents: which sentence, and where in it."""
    last = len(places)
    if entry is None:
        return (last,)
    if entry.kind is DOCUMENTS:
        named = f"{entry.id}#{part[-1]}"
        return (places[named], 1) if named in places else (places.get(f"{entry.id}#s0", last), 0)
    about = entry.record
    for step in part:
        inner = about[step] if isinstance(step, int) else getattr(about, str(step), None)
        if not isinstance(inner, Sourced | list):
            break
        about = inner
    source = about.source if isinstance(about, Sourced) else ""
    return places.get(source, last), 2, about.start if isinstance(about, Figure) else 0


def after_undecided(problems: Iterable[Problem]) -> list[Problem]:
    """All problems; what else is wrong with an undecided text follows from that, since a person will word it anew."""
    found = list(problems)
    parts = {subject for one in found for subject in one.about if subject.whole.startswith(f"{NOT_DECIDED} ")}
    if not parts:
        return found
    return [
        replace(one, follows=(*above, *one.follows)) if (above := parts_above(one, parts)) else one for one in found
    ]


def parts_above(problem: Problem, parts: Set[Subject]) -> tuple[Subject, ...]:
    """The undecided part that a problem is in the texts of; none for the problem that says so."""
    if any(subject in parts for subject in problem.about):
        return ()
    own = {Subject(f"{NOT_DECIDED} {problem.place.path}", name) for name in (problem.field, above_of(problem.field))}
    return tuple(own & parts)


def above_of(name: str) -> str:
    """What a field is part of: ``figures[2].label`` of ``figures[2].label.zh``."""
    return name.rpartition(".")[0]


def undecided_counted(collection: Collection) -> Bilingual | None:
    """How much is undecided, by what it is part of; None where nothing is."""
    held = (reading for reading in collection.readings if UNDECIDED in reading.said)
    found = Counter(kind_of(part) for reading in held for part, _, _ in undecided_parts(reading))
    if not found:
        return None
    zh = "、".join(f"{said.zh} {found[name]}" for name, said in COUNTED_AS.items() if found[name])
    en = ", ".join(f"{said.en} {found[name]}" for name, said in COUNTED_AS.items() if found[name])
    return Bilingual(f"其中待核 {found.total()} 处：{zh}。", f"To be decided: {found.total()} ({en}).")


RULES = (proposals_decided,)
