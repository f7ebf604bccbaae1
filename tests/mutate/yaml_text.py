"""Changes of a YAML text that keep most of it well formed, so that the rules behind reading are reached."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

import yaml

from tests.mutate.nasty import KEYS, VALUES

REFERENCES = frozenset(
    "source unit period qualifier kind stage status work_area lead_figure of grant grant_together term figure "
    "figures key_figures current_document sentence question questions series".split()
)


@dataclass(frozen=True)
class Spot:
    """A place in a YAML text: a value, a field name, a whole field or a whole list entry, under a field's name."""

    what: str
    name: str
    start: int
    end: int
    column: int


@functools.lru_cache(maxsize=128)
def spots(text: str) -> tuple[Spot, ...]:
    """Every place in a YAML text that can be changed by itself; none where it is no YAML."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        return tuple(spots_in(root, "")) if root else ()
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError, TypeError):
        return ()


def spots_in(node: yaml.Node, name: str) -> Iterator[Spot]:
    """The places in a node that stands under a field's name."""
    if isinstance(node, yaml.ScalarNode):
        yield spot("value", name, node.start_mark, node.end_mark)
    elif isinstance(node, yaml.MappingNode):
        starts = [key.start_mark for key, _ in node.value[1:]]
        for (key, value), end in zip(node.value, [*starts, node.end_mark], strict=True):
            yield spot("key", str(key.value), key.start_mark, key.end_mark)
            yield spot("field", str(key.value), key.start_mark, end)
            yield from spots_in(value, str(key.value))
    else:
        starts = [one.start_mark for one in node.value[1:]]
        for one, end in zip(node.value, [*starts, node.end_mark], strict=True):
            yield spot("entry", name, one.start_mark, end)
            yield from spots_in(one, name)


def spot(what: str, name: str, start: yaml.Mark, end: yaml.Mark) -> Spot:
    """A place between two marks of the parser."""
    return Spot(what, name, start.index, end.index, start.column)


def splice(text: str, at: Spot, new: str) -> str:
    """``text`` with another text in a place."""
    return text[: at.start] + new + text[at.end :]


def choose(random: Random, text: str, what: str, names: frozenset[str] | None = None) -> Spot | None:
    """A place of one sort, or None where there is none."""
    found = [one for one in spots(text) if one.what == what and (names is None or one.name in names)]
    return random.choice(found) if found else None


def nasty(random: Random) -> str:
    """A value nobody should type, as it stands or in quotes."""
    raw = random.choice(VALUES)
    return json.dumps(raw, ensure_ascii=random.random() < 0.3) if random.random() < 0.5 else raw


def change_value(random: Random, text: str) -> str | None:
    at = choose(random, text, "value")
    return splice(text, at, nasty(random)) if at else None


def add_to_value(random: Random, text: str) -> str | None:
    at = choose(random, text, "value")
    if at is None:
        return None
    old, new = text[at.start : at.end].strip("\"'"), random.choice(VALUES)
    return splice(text, at, json.dumps(random.choice([old + new, new + old]), ensure_ascii=False))


def change_number(random: Random, text: str) -> str | None:
    found = list(re.finditer("[0-9]+", text))
    if not found:
        return None
    one = random.choice(found)
    new = random.choice([str(random.randrange(10**6)), "0", "", "00", one[0] * 9, one[0][:-1], "１２", "二十"])
    return text[: one.start()] + new + text[one.end() :]


def swap_values(random: Random, text: str) -> str | None:
    one, other = choose(random, text, "value"), choose(random, text, "value")
    if one is None or other is None:
        return None
    first, second = sorted((one, other), key=lambda spot: spot.start)
    if first.end > second.start:
        return None
    swapped = splice(text, second, text[first.start : first.end])
    return splice(swapped, first, text[second.start : second.end])


def delete_field(random: Random, text: str) -> str | None:
    at = choose(random, text, random.choice(["field", "entry"]))
    return splice(text, at, "") if at else None


def double_field(random: Random, text: str) -> str | None:
    at = choose(random, text, random.choice(["field", "entry"]))
    if at is None:
        return None
    lead = "- " if at.what == "entry" else ""
    again = text[at.start : at.end].rstrip(" -\n") + "\n" + " " * max(0, at.column - len(lead)) + lead
    return text[: at.start] + again + text[at.start :]


def rename_field(random: Random, text: str) -> str | None:
    at, other = choose(random, text, "key"), choose(random, text, "key")
    return splice(text, at, random.choice([other.name, nasty(random), *KEYS])) if at and other else None


def move_entry(random: Random, text: str) -> str | None:
    """Moves an entry of a list, such as a sentence, before another."""
    one, other = choose(random, text, "entry"), choose(random, text, "entry")
    if one is None or other is None or one.start <= other.start < one.end:
        return None
    words, rest = text[one.start : one.end], splice(text, one, "")
    at = other.start if other.start < one.start else other.start - len(words)
    return rest[:at] + words + rest[at:]


def change_id(random: Random, text: str) -> str | None:
    at, other = (choose(random, text, "value", frozenset({"id"})) for _ in range(2))
    if at is None or other is None:
        return None
    ident = text[other.start : other.end]
    return splice(text, at, random.choice([ident, ident.upper(), ident + "-x", "con", "..", "é", "-", "a" * 64]))


def break_reference(random: Random, text: str) -> str | None:
    at, other = (choose(random, text, "value", REFERENCES) for _ in range(2))
    if at is None or other is None:
        return None
    ident = text[at.start : at.end]
    return splice(text, at, random.choice([text[other.start : other.end], ident[:-1], ident + "x", ident.upper()]))


YAML_CHANGES: tuple[Callable[[Random, str], str | None], ...] = (
    *(change_value,) * 5,
    *(add_to_value, change_number, change_id, break_reference) * 2,
    *(swap_values, delete_field, double_field, rename_field, move_entry),
)
"""Text -> text, or None where a change does not apply; the likelier ones stand several times."""
