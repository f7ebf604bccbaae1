"""Figures that other parts name: the total of a list, the term of a goal, the grant of a project, a stage."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem
from macros.records.base import Sourced
from macros.records.collection import Collection
from macros.records.commitment import Commitment
from macros.records.figure import Figure
from macros.records.kinds import Entry
from macros.records.listing import Listing
from macros.records.paged_record import Content
from macros.records.project import Project
from macros.records.shared_parts import figures_of, full_id
from macros.text.languages import Bilingual


def grants_are_money(collection: Collection) -> Iterator[Problem]:
    """The grant of a project is money that its own sentence states; one of several together, that its document does."""
    for entry in collection.judged():
        for path, part in entry.parts:
            if not isinstance(part, Project):
                continue
            for name in ("grant", "grant_together"):
                figure = figure_named(collection, entry, getattr(part, name))
                if figure and not is_grant(collection, figure, part, alone=name == "grant"):
                    yield entry.problem(
                        (*path, name),
                        Bilingual(
                            f"“{figure.written}”不是这一句中的金额。",
                            f'"{figure.written}" is no amount of money in the sentence of this project.',
                        )
                        if name == "grant"
                        else Bilingual(
                            f"“{figure.written}”不是这份文件中的金额。",
                            f'"{figure.written}" is no amount of money in the document of this project.',
                        ),
                        Bilingual(
                            "写资助金额的数据编号；几个项目的合计写在 grant_together；原文未载的不写。",
                            "Name the figure of the grant; that of several together in grant_together; or none.",
                        ),
                    )


def figure_named(collection: Collection, entry: Entry, given: str | None) -> Figure | None:
    """The figure that a part of a record names, of the same record or as record.figure; None where there is none."""
    return collection.figures_by_id.get(full_id(entry.id, given)) if given else None


def is_grant(collection: Collection, figure: Figure, project: Project, *, alone: bool) -> bool:
    """Whether a figure is money: of the sentence that a project rests on or, of several together, of its document."""
    unit = collection.units.by_id.get(figure.unit)
    beside = figure.source == project.source or not alone
    same_document = figure.source.partition("#")[0] == project.source.partition("#")[0]
    return bool(unit and unit.currency) and same_document and beside


def grants_are_their_own(collection: Collection) -> Iterator[Problem]:
    """The grant of one project is no other project's as well: what several share is their grant together."""
    for entry in collection.judged():
        if not isinstance(entry.record, Content):
            continue
        projects = entry.record.projects
        named = [
            [figure_named(collection, entry, given) for given in (one.grant, one.grant_together)] for one in projects
        ]
        for index, (own, _) in enumerate(named):
            if own and any(one is own for other, pair in enumerate(named) if other != index for one in pair):
                yield entry.problem(
                    ("projects", index, "grant"),
                    Bilingual(
                        f"“{own.written}”也写作了另一个项目的资助金额。",
                        f'"{own.written}" is named as the grant of another project as well.',
                    ),
                    Bilingual("几个项目的合计写在 grant_together。", "What several share is their grant_together."),
                )


def figures_stand_in_their_quote(collection: Collection) -> Iterator[Problem]:
    """The total of a list and the term of a goal stand in the words that the list or the goal quotes."""
    for entry in collection.judged():
        for path, part in entry.parts:
            name = "of" if isinstance(part, Listing) else "term" if isinstance(part, Commitment) else ""
            given = getattr(part, name) if name else None
            figure = figure_named(collection, entry, given)
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
    """Whether a figure is read in the very words that a part quotes; the total of a list, beside its items."""
    start = collection.sources.place_of(part.quote, part.source)
    if start is None or figure.source != part.source or not start <= figure.start < start + len(part.quote):
        return False
    return not isinstance(part, Listing) or figure.start == total_of(collection, part, start)


def total_of(collection: Collection, listing: Listing, start: int) -> int | None:
    """Where the number stands that counts a list: the first behind its items or, with none there, the last before."""
    text = collection.sentences[listing.source].zh
    end = start + len(listing.quote)
    places = [(text.find(one.zh, start, end), len(one.zh)) for one in listing.items if not one.quote]
    found = [(at, at + length) for at, length in places if at >= 0]
    last = max((stop for _, stop in found), default=start)
    first = min((at for at, _ in found), default=end)
    numbers = [one for one in collection.sources.expressions(listing.source) if one.is_quantity]
    behind = [one.start for one in numbers if last <= one.start < end]
    before = [one.start for one in numbers if start <= one.start < first]
    return behind[0] if behind else before[-1] if before else None


def stages_measured(collection: Collection) -> Iterator[Problem]:
    """A stage of the pipeline stands once, and is measured by figures of its record that say what has been reached.

    What a clause only expects, plans or denies has not come to any stage.
    """
    for entry in collection.judged():
        if not isinstance(entry.record, Content):
            continue
        own = {one.id: one for one in figures_of(entry.record)}
        seen: set[str] = set()
        for index, stage in enumerate(entry.record.pipeline):
            if stage.stage in seen:
                yield stage_twice(entry, index, stage.stage)
            seen.add(stage.stage)
            for place, given in enumerate(stage.figures):
                figure = own.get(given.removeprefix(f"{entry.id}."))
                if (figure is None and given in collection.figure_ids and "." in given) or (figure and figure.hedged):
                    yield stage_not_reached(entry, index, place, figure)


def stage_twice(entry: Entry, index: int, stage: str) -> Problem:
    """A stage that is listed already."""
    return entry.problem(
        ("pipeline", index, "stage"),
        Bilingual(f"阶段“{stage}”写了两次。", f'The stage "{stage}" stands twice.'),
        Bilingual("合为一条。", "Make one of the two."),
    )


def stage_not_reached(entry: Entry, index: int, place: int, figure: Figure | None) -> Problem:
    """A figure that does not say how many have reached a stage."""
    return entry.problem(
        ("pipeline", index, "figures", place),
        Bilingual(
            f"原文说的是“{figure.hedged}”，“{figure.written}”还没有达到任何阶段。",
            f'The source says "{figure.hedged}": "{figure.written}" has not come to any stage.',
        )
        if figure
        else Bilingual("这是另一条记录的数据。", "This is a figure of another record."),
        Bilingual("写本记录中说明该阶段的数据。", "Name the figures of this record that say how many reached it."),
    )


RULES = (grants_are_money, grants_are_their_own, figures_stand_in_their_quote, stages_measured)
