"""Computes what figures that name each other must come to, and notes where the source says something else.

Nothing is mended and nothing refused: a note stands with the figure, and says that it is computed. What is only aimed
at, planned, expected or denied is not reckoned with.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from macros.quantities.chinese.relations import CHANGES, Against, RelationKind
from macros.quantities.english.printing import quantity_in_english
from macros.quantities.expression import Expression, Qualifier, Sense
from macros.quantities.precision import Interval, interval_of
from macros.records.figure import Figure
from macros.records.quantities import english_amount, noun_of, number_in_chinese
from macros.register.published import PublishedFigure
from macros.register.register import Register
from macros.register.series import span
from macros.text.languages import Bilingual

RECKONED_FROM = {RelationKind.SHARE: RelationKind.PART, RelationKind.RATE: RelationKind.RESULT}
"""What a share or a rate is reckoned from, beside the figure that it is of."""
ONLY_A_SHARE = re.compile("[，,、（(；;]?(?:分别|均|各|约)?(?:所占|占)[^，,；;。]*")
"""Words between a part and its share that name nothing else of which the share could be."""
PARTS_OF_ONE = frozenset({Sense.PERCENT, Sense.PERMILLE, Sense.FRACTION})
A_YEAR_AGO = frozenset({Against.YEAR_EARLIER, Against.LAST_YEAR})
END_OF_YEAR = frozenset({Against.YEAR_START, Against.LAST_YEAR_END})
ONE_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Computed:
    """What two figures come to: the values that their digits leave open, and the value itself."""

    interval: Interval
    value: Decimal


def computed_notes(register: Register) -> dict[str, tuple[Bilingual, ...]]:
    """The notes by the full id of the figure with which each stands."""
    found: defaultdict[str, list[Bilingual]] = defaultdict(list)
    for one in register.figures.values():
        whole = register.whole_of(one)
        note = whole and (share_note(register, one, whole) or change_note(register, one, whole))
        if note:
            found[one.id].append(note)
    for ident, named in register.named_by.items():
        whole = register.figures[ident]
        for parts in summed(named):
            if note := sum_note(register, whole, parts):
                shown = {one.record: one for one in (*parts, whole)}
                for one in shown.values():
                    found[one.id].append(note)
    return {ident: tuple(dict.fromkeys(notes)) for ident, notes in found.items()}


def share_note(register: Register, one: PublishedFigure, whole: PublishedFigure) -> Bilingual | None:
    """A share or a rate that the part and the whole do not give."""
    share = one.figure
    if share.relation not in RECKONED_FROM or share.kind not in PARTS_OF_ONE or share.hedge:
        return None
    part = reckoned_from(register, one, whole)
    if part is None or part.figure.unit != whole.figure.unit:
        return None
    target = share.relation is RelationKind.RATE
    above, below = interval(part.figure), interval(whole.figure, plainly=target)
    stated = interval(share)
    if above is None or below is None or stated is None or below.low <= 0 or above.low < 0:
        return None
    if above.over(below).meets(stated):
        return None
    value = part.figure.value / whole.figure.value
    return disagreement(register, share, (part.figure, whole.figure), as_share(share, value))


def reckoned_from(register: Register, one: PublishedFigure, whole: PublishedFigure) -> PublishedFigure | None:
    """The part or result beside a share or a rate, in its sentence; the only result of its document for a rate."""
    share = one.figure
    kind = RECKONED_FROM[share.relation] if share.relation else None
    named = (other for other in register.named_by[whole.id] if not other.figure.hedge)
    alike = [other for other in named if other.figure.relation is kind]
    beside = [other for other in alike if other.figure.source == share.source and other.figure.start < share.start]
    nearest = max(beside, key=lambda other: other.figure.start, default=None)
    if share.relation is RelationKind.SHARE:
        if nearest is None:
            return None
        text = register.sentences[share.source].zh
        between = text[nearest.figure.start + len(nearest.figure.written) : share.start]
        return nearest if ONLY_A_SHARE.fullmatch(between) else None
    document = share.source.partition("#")[0]
    others = [other for other in alike if other.figure.source.partition("#")[0] == document]
    return nearest or (others[0] if len(others) == 1 else None)


def summed(named: Sequence[PublishedFigure]) -> Iterator[list[PublishedFigure]]:
    """The parts of one whole that one sentence lists, in one unit and of one standing."""
    groups: defaultdict[tuple[str, str, str], list[PublishedFigure]] = defaultdict(list)
    for one in named:
        if one.figure.relation is RelationKind.PART and one.figure.kind is Sense.COUNT:
            groups[one.figure.source, one.figure.unit, one.figure.hedged].append(one)
    yield from groups.values()


def sum_note(register: Register, whole: PublishedFigure, parts: Sequence[PublishedFigure]) -> Bilingual | None:
    """Parts that come to more than their whole."""
    same = (parts[0].figure.unit, parts[0].figure.hedge) == (whole.figure.unit, whole.figure.hedge)
    if not same or whole.figure.kind is not Sense.COUNT:
        return None
    known = [found for one in parts if (found := interval(one.figure))]
    limit = interval(whole.figure)
    if limit is None or len(known) < len(parts) or sum(one.low for one in known) <= limit.high:
        return None
    total = sum((one.figure.values[0] for one in parts), Decimal(0))
    made = in_unit(register, whole.figure, total)
    numbers = [one.figure for one in parts]
    zh, en = amounts_listed(register, numbers)
    return Bilingual(
        f"原文总数为{whole.figure.in_full}；其中所列的{zh}共{made.zh}，多于总数。各项如有交叉，两者可以都对。"
        "此注由本站计算，原文照录。",
        f"The source gives {whole_in_english(register, whole.figure)} in all; its parts {en} come to {made.en}, which "
        "is more. Where parts overlap, both may be right. Computed by this site; the source is printed as it stands.",
    )


def change_note(register: Register, one: PublishedFigure, now: PublishedFigure) -> Bilingual | None:
    """A change that the figures of both periods do not give."""
    if one.figure.relation not in CHANGES or one.figure.hedge or now.figure.hedge:
        return None
    then = earlier(register, now, one.figure.against)
    computed = change_between(one.figure, now.figure, then.figure) if then else None
    stated = interval(one.figure, raw=one.figure.kind is Sense.POINTS)
    if then is None or computed is None or stated is None or computed.interval.meets(stated):
        return None
    return disagreement(
        register, one.figure, (then.figure, now.figure), as_change(register, one.figure, computed.value)
    )


def change_between(change: Figure, now: Figure, then: Figure) -> Computed | None:
    """What a change must be, in its own kind, given the figures of both periods; None where these do not tell."""
    after, before = interval(now, raw=True), interval(then, raw=True)
    if after is None or before is None or now.kind != then.kind or now.unit != then.unit:
        return None
    if change.kind is Sense.POINTS or (change.kind is Sense.COUNT and change.unit == now.unit):
        if change.kind is Sense.POINTS and now.kind is not Sense.PERCENT:
            return None
        found = Computed(after - before, now.value - then.value)
    elif change.kind in (*PARTS_OF_ONE, Sense.MULTIPLE) and now.kind is Sense.COUNT and before.low > 0 <= after.low:
        one = Interval(Decimal(1), Decimal(1))
        times = Computed(after.over(before), now.value / then.value)
        if change.relation is RelationKind.TIMES:
            return times
        found = Computed(times.interval - one, times.value - 1)
    else:
        return None
    if change.relation is RelationKind.DECREASE:
        nothing = Interval(Decimal(0), Decimal(0))
        return Computed(nothing - found.interval, -found.value)
    return found


def earlier(register: Register, now: PublishedFigure, against: str) -> PublishedFigure | None:
    """The figure of the same series that a change is measured against; None where none is recorded or told."""
    here = span(register, now.figure)
    for other in register.series.get(now.figure.series or "", ()):
        then = span(register, other.figure)
        if other.id == now.id or other.figure.hedge:
            continue
        if other.figure.period == against:
            return other
        if here is None or then is None:
            continue
        if against in A_YEAR_AGO and then == tuple(a_year_before(day) for day in here):
            return other
        if against in END_OF_YEAR and then[1] == date(here[0].year - 1, 12, 31):
            return other
    return None


def a_year_before(day: date) -> date:
    """The same day of the year before, the last of February for the last of February."""
    if (day.month, day.day) == (2, 29) or (day.month == 2 and day.day == 28 and day.year % 4 == 1):
        return date(day.year - 1, 3, 1) - date.resolution
    return day.replace(year=day.year - 1)


def interval(figure: Figure, *, plainly: bool = False, raw: bool = False) -> Interval | None:
    """What a figure as it is stated may be; ``plainly`` without its qualifier, ``raw`` with 63 for 63%."""
    kind = Sense.COUNT if raw and figure.kind in (Sense.PERCENT, Sense.PERMILLE) else figure.kind
    return interval_of(kind, figure.values, Qualifier.EXACT if plainly else figure.qualifier, figure.in_full)


def as_share(like: Figure, value: Decimal) -> Bilingual:
    """A share as the one it is compared with is written, with one digit more."""
    size, sign = {Sense.PERMILLE: (Decimal(1000), "‰")}.get(like.kind, (ONE_HUNDRED, "%"))
    decimals = max(-int(like.values[0].as_tuple().exponent), 0) if like.kind in (Sense.PERCENT, Sense.PERMILLE) else 0
    shown = f"{value * size:.{decimals + 1}f}{sign}"
    return Bilingual(shown, shown)


def as_change(register: Register, like: Figure, value: Decimal) -> Bilingual:
    """A computed change in the kind of the stated one."""
    if like.kind in PARTS_OF_ONE:
        return as_share(like, value)
    if like.kind is Sense.MULTIPLE:
        return Bilingual(f"{value:.2f}倍", f"{value:.2f} times")
    return in_unit(register, like, value)


def in_unit(register: Register, like: Figure, value: Decimal) -> Bilingual:
    """A computed amount in the unit of a figure."""
    unit = register.units[like.unit]
    quantity = Expression("", 0, Sense.POINTS if like.kind is Sense.POINTS else Sense.COUNT, (value,))
    return Bilingual(f"{number_in_chinese(value)}{unit.zh}", str(quantity_in_english(quantity, noun_of(unit))))


def whole_in_english(register: Register, figure: Figure) -> str:
    """A figure's amount in English."""
    return english_amount(figure, register.units[figure.unit])


def amounts_listed(register: Register, figures: Sequence[Figure]) -> tuple[str, str]:
    """Amounts one after the other, as the source has them and in English."""
    english = [whole_in_english(register, figure) for figure in figures]
    several = " and ".join([", ".join(english[:-1]), english[-1]]) if len(english) > 1 else english[0]
    return "、".join(figure.in_full for figure in figures), several


def disagreement(register: Register, stated: Figure, numbers: Sequence[Figure], made: Bilingual) -> Bilingual:
    """What the source says, and what its own numbers give."""
    zh, en = amounts_listed(register, numbers)
    return Bilingual(
        f"原文说“{stated.related}”；按所载的{zh}计算，得{made.zh}。此注由本站计算，原文照录。",
        f"The source says {whole_in_english(register, stated)}; {en}, as recorded, give {made.en}. Computed by this "
        "site; the source is printed as it stands.",
    )
