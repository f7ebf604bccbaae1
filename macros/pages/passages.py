"""What a record states, clause by clause: each clause once, with its figures, the names in it and their projects."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from macros.pages.cards import own_figures
from macros.pages.charts.trend import series_of
from macros.pages.charts.voice import Voice
from macros.pages.rendering import Here, Renderer
from macros.records.base import Statement
from macros.records.document import Note
from macros.records.listing import Listing
from macros.records.paged_record import Content
from macros.records.project import Project
from macros.records.shared_parts import full_id
from macros.register.published import PublishedFigure
from macros.register.register import Register

DURATIONS = frozenset({"year", "month", "half-month", "week", "day", "hour", "minute", "second", "quarter"})
"""Units of time: how long something took is seldom what a reader looks for first."""


@dataclass(frozen=True)
class NotedStatement:
    """A statement that no figure stands in, and the notes on its words that the page has not shown yet."""

    statement: Statement
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class NotedList:
    """A list, and the notes on its words that the page has not shown yet."""

    list: Listing
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class FiguresWithLists:
    """Figures in order, and the lists that hang on the last of them."""

    figures: tuple[PublishedFigure, ...]
    lists: tuple[NotedList, ...]


@dataclass(frozen=True)
class SaidClause:
    """One clause: its figures, what else it names, its words as a statement has them or as the figures quote them."""

    parts: tuple[FiguresWithLists, ...]
    source: str
    quote: str
    statement: Statement | None
    projects: tuple[Project, ...]
    notes: tuple[Note, ...]
    folded: bool
    """Whether its words are shown when asked for: its numbers stand elsewhere on the page too."""

    @property
    def figures(self) -> tuple[PublishedFigure, ...]:
        """Its figures in order."""
        return tuple(one for part in self.parts for one in part.figures)

    @property
    def lists(self) -> tuple[NotedList, ...]:
        """The lists that hang on them."""
        return tuple(one for part in self.parts for one in part.lists)


@dataclass(frozen=True)
class SaidByRecord:
    """All that a record states: findings, and the lists and statements that no figure stands in."""

    findings: tuple[SaidClause, ...]
    lists: tuple[NotedList, ...]
    statements: tuple[NotedStatement, ...]
    changes: dict[str, str]
    """What the site computes of a figure against the period before, where no picture tells it, by figure."""


@dataclass
class NotesShown:
    """The notes that a page has shown; each is told once."""

    register: Register
    seen: set[str] = field(default_factory=set)

    def on(self, source: str, quote: str) -> tuple[Note, ...]:
        """Notes on words of a sentence that have not been shown."""
        found = [one for one in self.register.notes_on(source, quote) if self.name(source, one) not in self.seen]
        self.seen |= {self.name(source, one) for one in found}
        return tuple(found)

    def with_figures(self, figures: Iterable[PublishedFigure]) -> None:
        """Figures bring their own notes with them."""
        for one in figures:
            notes = self.register.notes_on_figure(one)
            self.seen |= {self.name(one.figure.source, note) for note in notes}

    @staticmethod
    def name(source: str, note: Note) -> str:
        """A note of one document among those of others."""
        return f"{source.partition('#')[0]}#{note.id}"


def said_by_record(
    renderer: Renderer,
    here: Here,
    ident: str,
    record: Content,
    drawn: Collection[str] = (),
    also: Sequence[Statement] = (),
) -> SaidByRecord:
    """What the page of a record says.

    ``drawn`` are figures that it shows elsewhere too; ``also`` are statements of its work area, where it has no page
    of its own. A figure that states the term of a goal stands with the goal.
    """
    terms = {full_id(ident, one.term) for one in record.commitments if one.term}
    figures = [one for one in own_figures(renderer.register, ident) if one.id not in terms]
    said = without_repeats([*also, *record.statements])
    shown = NotesShown(renderer.register)
    shown.with_figures(own_figures(renderer.register, ident))
    groups = list(by_clause(figures, said))
    lists = list(record.lists)
    made = [finding(ident, record, group, statement, lists, drawn, shown) for group, statement in groups]
    used = [one.statement for one in made if one.statement]
    return SaidByRecord(
        tuple(sorted(made, key=lambda one: place_of(one, record, ident))),
        tuple(NotedList(one, shown.on(one.source, one.quote)) for one in lists),
        tuple(NotedStatement(one, shown.on(one.source, one.quote)) for one in said if one not in used),
        changes_computed(renderer, here, ident, drawn),
    )


def without_repeats(statements: Sequence[Statement]) -> list[Statement]:
    """Statements without those whose clause stands in another's."""
    return [
        one
        for number, one in enumerate(statements)
        if not any(
            one.source == other.source and one.quote in other.quote and (one.quote != other.quote or place < number)
            for place, other in enumerate(statements)
            if other is not one
        )
    ]


def by_clause(
    figures: Iterable[PublishedFigure], statements: Sequence[Statement]
) -> Iterator[tuple[list[PublishedFigure], Statement | None]]:
    """Figures that one statement, or one clause, states together, in the order of the first."""
    groups: dict[tuple[str, str], tuple[list[PublishedFigure], Statement | None]] = {}
    for one in figures:
        source, quote = one.figure.source, one.figure.quote
        statement = next((each for each in statements if each.source == source and quote in each.quote), None)
        key = (source, statement.quote if statement else quote)
        groups.setdefault(key, ([], statement))[0].append(one)
    yield from groups.values()


def finding(
    ident: str,
    record: Content,
    figures: list[PublishedFigure],
    statement: Statement | None,
    lists: list[Listing],
    drawn: Collection[str],
    shown: NotesShown,
) -> SaidClause:
    """One finding; it takes the lists that hang on its figures out of ``lists``."""
    first = figures[0].figure
    source, quote = (statement.source, statement.quote) if statement else (first.source, first.quote)
    ids = {one.id for one in figures}
    hung = [(figure, one) for one in lists if (figure := figure_of_list(one, ident, figures))]
    for _, one in hung:
        lists.remove(one)
    granted = {full_id(ident, money) for one in record.projects for money in [one.grant] if money}
    return SaidClause(
        tuple(in_parts(figures, [(figure, NotedList(one, shown.on(one.source, one.quote))) for figure, one in hung])),
        source,
        quote,
        statement,
        tuple(one for one in record.projects if one.grant_together and full_id(ident, one.grant_together) in ids),
        shown.on(source, quote),
        bool(ids & (granted | set(drawn))),
    )


def figure_of_list(one: Listing, ident: str, figures: Sequence[PublishedFigure]) -> PublishedFigure | None:
    """The figure that a list hangs on: the one that it says it is ``of``, whatever clause that stands in.

    Else the one of its own clause that stands nearest before its names, or behind them where none stands before. A list
    with names of other clauses hangs on none: it says more than the figure counts.
    """
    if one.of:
        return next((each for each in figures if each.id == full_id(ident, one.of)), None)
    own = [each for each in figures if (each.figure.source, each.figure.quote) == (one.source, one.quote)]
    if not own or any(item.quote and item.quote != one.quote for item in one.items):
        return None
    named = min(one.quote.find(item.zh) for item in one.items)
    places = sorted(((one.quote.find(each.figure.written), each) for each in own), key=lambda found: found[0])
    before = [each for place, each in places if place < named]
    return before[-1] if before else places[0][1]


def in_parts(
    figures: Sequence[PublishedFigure], hung: Sequence[tuple[PublishedFigure, NotedList]]
) -> Iterator[FiguresWithLists]:
    """Figures in order, parted behind each that lists hang on."""
    together: list[PublishedFigure] = []
    for one in figures:
        together.append(one)
        if lists := tuple(each for figure, each in hung if figure is one):
            yield FiguresWithLists(tuple(together), lists)
            together = []
    if together:
        yield FiguresWithLists(tuple(together), ())


def place_of(one: SaidClause, record: Content, ident: str) -> int:
    """Where a finding stands: who got money and what came of it first, what is only hoped for or a time last."""
    stages = {project.stage for project in record.projects}
    reached = {full_id(ident, name) for stage in record.pipeline if stage.stage in stages for name in stage.figures}
    if one.projects:
        return 0
    if any(figure.id in reached for figure in one.figures):
        return 1
    if all(figure.figure.hedge or figure.figure.unit in DURATIONS for figure in one.figures):
        return 3
    return 2


def changes_computed(renderer: Renderer, here: Here, ident: str, drawn: Collection[str]) -> dict[str, str]:
    """How far each figure of a record has changed since the period before, by figure; pictures tell their own."""
    voice, found = Voice(renderer, here), {}
    for figures in series_of(renderer.register, ident).values():
        for before, after in itertools.pairwise(figures):
            change = voice.change(before, after)
            if change and after.id not in drawn:
                found[after.id] = change
    return found
