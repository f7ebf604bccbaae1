"""Errata: what a correction says is true, of the figure as it was published and as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.erratum import Erratum
from macros.records.kinds import DOCUMENTS, ERRATA, RETIRED, Entry
from macros.records.ledger_lines import FigureTold
from macros.rules.moved_figures import Whereabouts, was_published
from macros.rules.published_figures import all_valid, errata_by_figure, says, unexplained, values_said, whereabouts
from macros.rules.references import in_broken_record, no_such_figure
from macros.text.languages import Bilingual


def newest_erratum_stands(collection: Collection) -> Iterator[Problem]:
    """What the newest erratum of a figure says that stands is what the figure says now."""
    if not collection.of(ERRATA):
        return
    found = whereabouts(collection)
    told_already = {one.figure for one in unexplained(found)}
    for figure, entries in errata_by_figure(found).items():
        now = found.shown.get(figure)
        numeric = [entry for entry in entries if on_a_quantity(collection, entry.record, found.told.get(figure, ()))]
        if now is None or not numeric or figure in told_already:
            continue
        newest: Erratum = numeric[-1].record
        written = now.told.written
        if newest.withdrawn:
            yield numeric[-1].problem(
                ("withdrawn",),
                Bilingual("这项数据还在，没有撤下。", "This figure is still there; it has not been withdrawn."),
                Bilingual(
                    "删去 withdrawn，或撤下数据；撤下后又恢复的，另写一条日期更近的更正。",
                    "Delete withdrawn, or withdraw the figure; if it came back, write another erratum with a later "
                    "date.",
                ),
            )
        elif not says(collection, newest.stands, now.told):
            yield numeric[-1].problem(
                ("stands", "zh"),
                Bilingual(
                    f"最近一条更正没有写出现在的数“{written}”。",
                    f'The newest erratum does not say what stands now, "{written}".',
                ),
                Bilingual(
                    f"在这里写出“{written}”；这条更正之后数据又改过的，恢复数据，或另写一条日期更近的更正。",
                    f'Write "{written}" here; if the figure changed again after this erratum, restore it or write '
                    "another erratum with a later date.",
                ),
            )


def errata_say_what_stood(collection: Collection) -> Iterator[Problem]:
    """What an erratum says that stood was published, as far as the ledger knows; and it is not what stands.

    An erratum that was published itself may be older than what the ledger knows of its figure.
    """
    found = whereabouts(collection)
    for entry in collection.of(ERRATA).values():
        erratum: Erratum = entry.record
        known = sorted(found.told.get(found.name_now(erratum.figure), ()))
        if erratum.stood.zh == erratum.stands.zh:
            yield entry.problem(
                ("stands", "zh"),
                Bilingual("更正前后写的一样。", "What stands is said in the same words as what stood."),
                Bilingual("写明改了什么；没有改动的，删去这条更正。", "Say what changed; if nothing did, delete this."),
            )
        if told_before(collection, entry) or came_back(collection, erratum):
            continue
        if not known or not on_a_quantity(collection, erratum, known):
            continue
        if any(says(collection, erratum.stood, one) for one in known):
            yield from other_numbers(found, entry, known)
            continue
        stood, stood_en = "、".join(f"“{one.written}”" for one in known), ", ".join(f'"{one.written}"' for one in known)
        yield entry.problem(
            ("stood", "zh"),
            Bilingual(
                f"{erratum.figure} 从未公布过这个数；公布台账里是：{stood}。",
                f"{erratum.figure} was never published so; the ledger has {stood_en}.",
            ),
            Bilingual(
                "照公布时的写法写出原来的数；刚公布过而台账尚未提交的，先提交台账（data/ledger.txt）。",
                "Write what stood the way it was published; if that was lately, commit the ledger first "
                "(data/ledger.txt).",
            ),
        )


def other_numbers(found: Whereabouts, entry: Entry, known: Iterable[FigureTold]) -> Iterator[Problem]:
    """Numbers in an erratum that its figure never was: what is true beside them does not make them so.

    What the newest erratum should say that stands is told with that.
    """
    name, collection = found.name_now(entry.record.figure), found.collection
    shown_now, newest = found.shown.get(name), errata_by_figure(found)[name][-1]
    true = {one.values for one in known} | ({shown_now.told.values} if shown_now else set())
    told_already = entry is newest and shown_now and not says(collection, entry.record.stands, shown_now.told)
    for side in ("stood",) if told_already else ("stood", "stands"):
        if others := values_said(collection, getattr(entry.record, side).zh) - true:
            numbers = ", ".join(f"{value:,f}" for value in sorted(value for values in others for value in values))
            yield entry.problem(
                (side, "zh"),
                Bilingual(
                    f"{entry.record.figure} 没有公布过 {numbers}，现在也不是。",
                    f"{entry.record.figure} was never published as {numbers}, and is not that now.",
                ),
                Bilingual(
                    "只写这项数据公布过的数和现在的数。",
                    "Write only what the figure was published as and what it is.",
                ),
            )


def came_back(collection: Collection, erratum: Erratum) -> bool:
    """Whether an erratum tells that a figure is back that was withdrawn: then there was no number before."""
    errata = (one.record for one in collection.of(ERRATA).values())
    earlier = (one for one in errata if one.figure == erratum.figure and one.date < erratum.date)
    return not values_said(collection, erratum.stood.zh) and any(one.withdrawn for one in earlier)


def errata_name_figures(collection: Collection) -> Iterator[Problem]:
    """An erratum is of a figure that is there or, where it was withdrawn or went with its record, was published."""
    found = whereabouts(collection)
    records = {entry.id for entry in collection.paged()}
    withdrawn = {one.record.figure for one in collection.of(ERRATA).values() if one.record.withdrawn}
    for entry in collection.of(ERRATA).values():
        figure: str = entry.record.figure
        record = figure.partition(".")[0]
        published = was_published(collection.ledger, figure) or found.name_now(figure) in found.told
        unread = figure in collection.figure_ids and figure not in found.shown
        if unread or in_broken_record(collection, figure):
            continue
        if collection.exists(DOCUMENTS, figure):
            if collection.ledger.documents and figure not in collection.ledger.documents:
                yield entry.problem(("figure",), *never_published(figure))
            continue
        if found.name_now(figure) in found.shown:
            if collection.ledger.figures and not published and not told_before(collection, entry):
                yield entry.problem(("figure",), *never_published(figure))
            continue
        if published and not all_valid(collection, ERRATA, RETIRED):
            continue  # One that cannot be read may be what withdraws it.
        if figure not in withdrawn and not found.went_with_its_record(figure):
            yield no_such_figure(collection, entry, ("figure",), figure)
        elif not published and (collection.ledger.figures or record not in records):
            yield entry.problem(
                ("figure",),
                Bilingual(
                    f"没有数据 {figure}，公布台账里也从未有过。",
                    f"There is no figure {figure}, and the ledger never had one.",
                ),
                COMMIT_FIRST,
            )


def never_published(figure: str) -> tuple[Bilingual, Bilingual]:
    """What is wrong with an erratum of a figure or document that is new: there is nothing that it could correct."""
    return (
        Bilingual(
            f"{figure} 还没有公布过，没有可更正的。",
            f"{figure} was not published yet; there is nothing to correct.",
        ),
        COMMIT_FIRST,
    )


COMMIT_FIRST = Bilingual(
    "核对编号；刚公布过而台账尚未提交的，先提交台账（data/ledger.txt）。",
    "See that the id is right; if it was published lately, commit the ledger first (data/ledger.txt).",
)


def told_before(collection: Collection, entry: Entry) -> bool:
    """Whether an erratum was published itself."""
    return f"erratum-{entry.id}" in collection.ledger.anchors


def one_erratum_a_day(collection: Collection) -> Iterator[Problem]:
    """Two errata of a figure's number bear different dates, so that there is no doubt which is the newest."""
    found = whereabouts(collection)
    for figure, entries in errata_by_figure(found).items():
        numeric = [one for one in entries if on_a_quantity(collection, one.record, found.told.get(figure, ()))]
        for before, entry in pairwise(numeric):
            if before.record.date == entry.record.date:
                yield entry.problem(
                    ("date",),
                    Bilingual(
                        f"{before.reading.path} 在同一天更正同一项数据。",
                        f"{before.reading.path} corrects the same figure on the same day.",
                    ),
                    Bilingual(
                        "合为一条，stood 中写出原来的每个数；或写明各自的日期。",
                        "Make one of the two, with all that stood in stood; or give each its own date.",
                    ),
                )


def dated_by_today(collection: Collection, today: date) -> Iterator[Problem]:
    """No erratum is of a day that has not come, in China."""
    for entry in collection.of(ERRATA).values():
        if entry.record.date > today:
            yield entry.problem(
                ("date",),
                Bilingual("更正日期在将来。", "The date of this erratum is in the future."),
                Bilingual("写实际更正的日期。", "Write the day of the correction."),
            )


def on_a_quantity(collection: Collection, erratum: Erratum, known: Iterable[FigureTold]) -> bool:
    """Whether an erratum corrects a number; one that holds none corrects wording alone."""
    sides = (erratum.stood, erratum.stands)
    return bool(
        erratum.withdrawn
        or any(values_said(collection, one.zh) for one in sides)
        or any(says(collection, side, told) for side in sides for told in known)
    )


RULES = (
    newest_erratum_stands,
    errata_say_what_stood,
    errata_name_figures,
    one_erratum_a_day,
)
