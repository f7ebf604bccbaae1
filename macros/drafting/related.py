"""Which figure another one is a change, a part, a share or the result of, and which earlier one it goes on from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.drafting.figures import Quantity, subject_of
from macros.quantities.chinese.relations import AMONG, RelationKind
from macros.quantities.expression import Expression, Sense
from macros.records.sources import Sources
from macros.text.clauses import clauses_of

OF_TIME = frozenset({"天", "日", "个月", "月", "年", "小时", "分钟", "工作日", "个工作日", "周", "秒"})
COUNTS = frozenset({Sense.COUNT, Sense.RANGE})


def bases_in(quantities: Sequence[Quantity], sources: Sources) -> dict[Quantity, Quantity]:
    """For the quantities of a document, in order, those that others are of."""
    found: dict[Quantity, Quantity] = {}
    for at, one in enumerate(quantities):
        near = [other for other in quantities[max(at - 30, 0) : at] if in_reach(one, other, sources)]
        if base := related_base(one, near, found):
            found[one] = base
    return found


def in_reach(one: Quantity, other: Quantity, sources: Sources) -> bool:
    """Whether words may speak of an earlier quantity: of their sentence, or of those before it in the same paragraph.

    These must end in a semicolon, or the last of them may not where the sentence begins with 其中.
    """
    if one.sentence == other.sentence:
        return True
    before = sources.before(one.sentence)
    ids = [f"{one.sentence.partition('#')[0]}#{sentence.id}" for sentence in before]
    if other.sentence not in ids:
        return False
    between = before[ids.index(other.sentence) :]
    ended = sum(not sentence.zh.endswith(("；", ";")) for sentence in between)
    return ended == 0 or (ended == 1 and one.text.startswith("其中"))


def related_base(one: Quantity, before: Sequence[Quantity], of: Mapping[Quantity, Quantity]) -> Quantity | None:
    """The quantity that another one is said to be of; ``before`` are those in its reach. None where that is open.

    The nearest counts; but a result is no part, share or change of an aim where there is another result.
    """
    nearest = list(reversed(before))
    if one.kind is not RelationKind.RESULT and one.kind is not RelationKind.RATE:
        nearest.sort(key=lambda other: bool(other.one.negated) is not bool(one.one.negated))
    free = [other for other in nearest if other not in of]
    if one.kind is RelationKind.PART:
        whole = (other for other in free if of_one_unit(one, other) and other.one.values[-1] >= one.one.values[-1])
        return next(whole, None) or (first_counted(free) if AMONG.search(one.clause) else None)
    if one.kind is RelationKind.SHARE:
        if nearest and nearest[0].kind is RelationKind.PART:
            return of.get(nearest[0])
        return first_counted(free) if AMONG.search(one.clause) else None
    if one.kind is RelationKind.RESULT:
        return next((other for other in free if is_aim(other) and of_one_unit(one, other)), None)
    if one.kind is None or subject_of(words_before(one)):
        return None
    if one.kind is RelationKind.RATE:
        return next((other for other in free if counts_no_time(other) and other.kind is not RelationKind.RESULT), None)
    measured = (other for other in nearest if other not in of or other.kind in (RelationKind.PART, RelationKind.RESULT))
    return next((other for other in measured if may_change_by(other.one, one.one)), None)


def words_before(one: Quantity) -> str:
    """The words of its clause that stand before a quantity."""
    start = max((begin for begin, _ in clauses_of(one.text) if begin <= one.one.start), default=0)
    return one.text[start : one.one.start]


def first_counted(found: Sequence[Quantity]) -> Quantity | None:
    """The first that counts or measures something but time."""
    return next((one for one in found if counts_no_time(one)), None)


def counts_no_time(one: Quantity) -> bool:
    """Whether a quantity counts or measures something but time."""
    return one.one.kind in COUNTS and one.one.unit not in OF_TIME


def of_one_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities count in the same unit."""
    return counts_no_time(one) and counts_no_time(other) and one.one.unit == other.one.unit


def is_aim(one: Quantity) -> bool:
    """Whether a quantity is what is aimed at."""
    return counts_no_time(one) and (
        bool(one.one.negated) or any(word in one.clause for word in ("目标", "任务", "计划"))
    )


def may_change_by(one: Expression, change: Expression) -> bool:
    """Whether a quantity may have changed by another: by a count of its unit, by points of per cent, by a share."""
    if change.kind is Sense.POINTS:
        return one.kind in (Sense.PERCENT, Sense.PERMILLE)
    if change.kind in COUNTS and change.unit:
        return one.kind in COUNTS and one.unit == change.unit
    return one.kind in COUNTS and one.unit not in OF_TIME
