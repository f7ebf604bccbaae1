"""What records say besides texts and figures: whose a project is, when a goal is due, whether it was met."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problems import Problem
from macros.quantities.chinese_hedges import HEDGE
from macros.quantities.expression import Sense
from macros.records.base import Sourced
from macros.records.collection import Collection
from macros.records.commitment import Commitment
from macros.records.figure import Figure
from macros.records.kinds import Entry
from macros.records.listing import Listing
from macros.records.project import Project
from macros.records.shared_parts import figures_of
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath

PARTED = re.compile("[、，；。和与及]")
"""What parts one project from another in a sentence."""
NOT_YET = re.compile(f"{HEDGE.pattern}|未(?!来)|没有|尚|不(?!断|仅)|取消|推迟")
"""What puts the words of a quantity in doubt, and what does so anywhere: 未达到 is a qualifier of a quantity."""


def projects_as_stated(collection: Collection) -> Iterator[Problem]:
    """A project's name, company and programme stand in the source, the company beside the name."""
    for entry in collection.judged():
        for path, part in entry.parts:
            if isinstance(part, Project) and part.source in collection.sentences:
                yield from project_as_stated(collection, entry, path, part)


def project_as_stated(collection: Collection, entry: Entry, path: FieldPath, project: Project) -> Iterator[Problem]:
    """One project against the sentences that its record cites."""
    document = project.source.partition("#")[0]
    cited = [one.sentence for one in entry.cited if one.sentence.startswith(f"{document}#")]
    texts = [collection.sentences[one].zh for one in dict.fromkeys(cited)]
    for name in ("name", "company"):
        words = getattr(project, name).zh
        if words not in project.quote:
            yield entry.problem(
                (*path, name, "zh"),
                Bilingual(f"引文中没有“{words}”。", f'The quote does not contain "{words}".'),
                Bilingual(f"名称按引文照录。引文：{project.quote}", f"Write it as the quote does: {project.quote}"),
            )
            return
    if not any(project.programme.zh in text for text in texts):
        yield entry.problem(
            (*path, "programme", "zh"),
            Bilingual(
                f"本记录所引的句子中没有“{project.programme.zh}”。",
                f'No sentence that this record cites contains "{project.programme.zh}".',
            ),
            Bilingual(
                "按原文照录，并引用写明它的句子。", "Write it as the source does, and cite the sentence that has it."
            ),
        )
    between = distance(project.quote, project.company.zh, project.name.zh)
    if PARTED.search(between):
        yield entry.problem(
            (*path, "company", "zh"),
            Bilingual(
                f"引文中“{project.company.zh}”与“{project.name.zh}”不在一起，中间隔着“{between}”。",
                f'In the quote "{project.company.zh}" and "{project.name.zh}" do not stand together.',
            ),
            Bilingual("写引文中与这个项目连在一起的企业。", "Name the enterprise that stands with the project there."),
        )


def distance(quote: str, one: str, other: str) -> str:
    """What stands between two words of a quote, at their nearest."""
    found = [
        quote[min(first.end(), second.end()) : max(first.start(), second.start())]
        for first in re.finditer(re.escape(one), quote)
        for second in re.finditer(re.escape(other), quote)
    ]
    return min(found, key=len, default="")


def grants_are_money(collection: Collection) -> Iterator[Problem]:
    """The grant of a project is an amount of money, stated in the document that the project rests on."""
    figures = {f"{entry.id}.{one.id}": one for entry in collection.all() for one in figures_of(entry.record)}
    for entry in collection.judged():
        for path, part in entry.parts:
            if not isinstance(part, Project):
                continue
            for name in ("grant", "grant_together"):
                given = getattr(part, name)
                figure = figures.get(f"{entry.id}.{given}") or figures.get(given or "")
                if figure and not is_grant(collection, figure, part):
                    yield entry.problem(
                        (*path, name),
                        Bilingual(
                            f"“{figure.written}”不是这份文件中的金额。",
                            f'"{figure.written}" is no amount of money in the document of this project.',
                        ),
                        Bilingual(
                            "写资助金额的数据编号；原文未载的不写。", "Name the figure of the grant, or leave it out."
                        ),
                    )


def is_grant(collection: Collection, figure: Figure, project: Project) -> bool:
    """Whether a figure is money, in the document that a project rests on."""
    unit = collection.units.by_id.get(figure.unit)
    return bool(unit and unit.currency) and figure.source.partition("#")[0] == project.source.partition("#")[0]


def figures_beside(collection: Collection) -> Iterator[Problem]:
    """The total of a list and the term of a goal stand in the words that the list or the goal quotes."""
    figures = {f"{entry.id}.{one.id}": one for entry in collection.all() for one in figures_of(entry.record)}
    for entry in collection.judged():
        for path, part in entry.parts:
            name = "of" if isinstance(part, Listing) else "term" if isinstance(part, Commitment) else ""
            given = getattr(part, name) if name else None
            figure = figures.get(f"{entry.id}.{given}") or figures.get(given or "")
            if figure and isinstance(part, Sourced) and part.source and not stands_in(collection, figure, part):
                yield entry.problem(
                    (*path, name),
                    Bilingual(
                        f"数据 {given} 不在这里的引文中。",
                        f"The figure {given} does not stand in the words quoted here.",
                    ),
                    Bilingual(
                        f"写引文中的数的编号；没有的，删去 {name}。",
                        f"Name a figure of these words; if there is none, delete {name}.",
                    ),
                )


def stands_in(collection: Collection, figure: Figure, part: Sourced) -> bool:
    """Whether a figure is read in the very words that a part quotes."""
    start = collection.sentences[part.source].zh.find(part.quote)
    return figure.source == part.source and start <= figure.start < start + len(part.quote)


def due_dates_stated(collection: Collection) -> Iterator[Problem]:
    """The day by which a goal is due is a date that its sentence states."""
    for entry in collection.judged():
        for path, part in entry.parts:
            if not isinstance(part, Commitment) or part.due is None or part.source not in collection.sentences:
                continue
            dates = {one.named for one in collection.sources.expressions(part.source) if one.kind is Sense.DATE}
            due = part.due.isoformat()
            if not any(len(one) >= 4 and due.startswith(one) for one in dates):
                yield entry.problem(
                    (*path, "due"),
                    Bilingual(f"该句没有写明 {due} 这一日期。", f"The sentence does not state the date {due}."),
                    Bilingual("删去 due，或引用写明日期的句子。", "Delete due, or quote the sentence that states it."),
                )


def results_stated(collection: Collection) -> Iterator[Problem]:
    """That a goal was met or missed rests on a clause of another sentence than the goal, and not on a hope."""
    for entry in collection.judged():
        for path, part in entry.parts:
            if not isinstance(part, Commitment):
                continue
            for index, step in enumerate(part.progress):
                same = step.source and step.source == part.source
                if step.status == "met" and (same or NOT_YET.search(step.quote) or not step.quote):
                    yield entry.problem(
                        (*path, "progress", index, "status"),
                        Bilingual("所引的话没有说目标已实现。", "The words quoted do not say that the goal was met."),
                        Bilingual(
                            "摘录写明已实现的分句；没有的，status 写 in-progress。",
                            "Quote the clause that says so; if there is none, write status: in-progress.",
                        ),
                    )


RULES = (projects_as_stated, grants_are_money, figures_beside, due_dates_stated, results_stated)
