"""Evaluation rounds: each result answers a question that was put, as the list of questions has it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.evaluation import ResultEntry
from macros.records.glossary import Thing, id_choice
from macros.records.kinds import EVALUATIONS, WORK_AREAS
from macros.records.listing import Listing
from macros.text.languages import Bilingual


def questions_exist(collection: Collection) -> Iterator[Problem]:
    """The list of questions of a round is one of its work area."""
    areas = collection.of(WORK_AREAS)
    for entry in collection.judged(EVALUATIONS):
        given, area = entry.record.questions, areas.get(entry.record.work_area)
        if given and area and given not in {one.id for one in area.record.lists}:
            yield entry.problem(
                ("questions",),
                Bilingual(
                    f"{area.reading.path} 中没有编号为“{given}”的名单。",
                    f'There is no list "{given}" in {area.reading.path}.',
                ),
                id_choice(
                    given,
                    [Thing(one.id, (one.title.zh, one.title.en)) for one in area.record.lists],
                    Bilingual("先在那里列出所问的问题。", "List there the questions that were put."),
                ),
            )


def results_answer_questions(collection: Collection) -> Iterator[Problem]:
    """A result that answers a question names one of the list of questions of its round."""
    areas = collection.of(WORK_AREAS)
    for entry in collection.judged(EVALUATIONS):
        area = areas.get(entry.record.work_area)
        if area is None:
            continue  # Told by the area that is missing, or that could not be read.
        lists: list[Listing] = [one for one in area.record.lists if one.id == entry.record.questions]
        if entry.record.questions and not lists:
            continue  # Told by the list that is missing.
        items = [item for one in lists for item in one.items]
        for path, part in entry.parts:
            if isinstance(part, ResultEntry) and part.question and part.question not in {one.id for one in items}:
                yield entry.problem(
                    (*path, "question"),
                    Bilingual(f"没有编号为“{part.question}”的问题。", f'There is no question "{part.question}".'),
                    id_choice(
                        part.question,
                        [Thing(one.id, (one.zh, one.en)) for one in items],
                        Bilingual(
                            "在 questions 写问题名单的编号；总体结果不写 question。",
                            "Name the list of questions under questions; an overall result has no question.",
                        ),
                    ),
                )


RULES = (questions_exist, results_answer_questions)
