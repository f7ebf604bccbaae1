"""An expression as a reading that is printed: what it says in plain names and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from macros.quantities.expression import Expression, Sense

SIGNS_OF_PARTS_READ = {Sense.PERCENT: "%", Sense.PERMILLE: "‰"}
BETWEEN_VALUES = {Sense.RATIO: ":", Sense.FRACTION: "/"}


def plain_value(value: Decimal) -> int | float:
    """A value as a number of JSON: whole where it is."""
    return int(value) if value == value.to_integral_value() else float(value)


def values_read(expression: Expression) -> dict[str, object]:
    """``low`` and ``high`` of a range, and otherwise ``value``: a number, or text for what no number says."""
    if expression.kind is Sense.RANGE:
        low, high = expression.values
        return {"low": plain_value(low), "high": plain_value(high)}
    if expression.kind in BETWEEN_VALUES:
        return {"value": BETWEEN_VALUES[expression.kind].join(f"{value:f}" for value in expression.values)}
    if expression.values:
        return {"value": plain_value(expression.values[0])}
    low_name, dots, high_name = expression.named.partition("..")
    ends = {"low": low_name, "high": high_name} if dots and expression.kind is Sense.DATE else {}
    return {"value": expression.named, **ends}


def reading_of(expression: Expression) -> Mapping[str, object]:
    """What an expression says: ``text``, ``start``, ``kind``, its value, ``unit``, ``qualifier``, and where it has them
    ``negated`` and ``per``.

    Values are in base units; the unit is as written, % and ‰ included.
    """
    read: dict[str, object] = {
        "text": expression.text,
        "start": expression.start,
        "kind": expression.kind.value,
        **values_read(expression),
        "unit": expression.unit or SIGNS_OF_PARTS_READ.get(expression.kind, ""),
        "qualifier": expression.qualifier.value,
    }
    further = {"negated": expression.negated, "per": expression.per}
    return read | {name: said for name, said in further.items() if said}
