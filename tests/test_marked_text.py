"""A sentence of a source document in stretches: its numbers apart, in Chinese with its changes and in English."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import pytest

from macros.pages.marked_text import emendation_of, marked_chinese, marked_translation, numbers_shown
from macros.records.document import Run
from macros.register.numbers_in_text import NumberInText, numbers_by_document, what_it_counts
from macros.register.register import Register
from macros.text.languages import CHINESE, ENGLISH

CHANGED = cast(Any, SimpleNamespace(id="e", kind="term-swap", stood="专案"))
COMMA = cast(Any, SimpleNamespace(id="c", kind="punctuation", stood=","))


def number(start: int, end: int, value: str = "1", qualifier: str = "exact") -> NumberInText:
    """A number of one figure, which has no more than what is asked of it here."""
    figure = SimpleNamespace(values=(Decimal(value),), qualifier=qualifier, source="d#s1-1")
    return NumberInText((cast(Any, SimpleNamespace(figure=figure)),), "things", start, end)


def shown(*numbers: NumberInText) -> Any:
    """Those numbers with their neighbours."""
    return numbers_shown(numbers).get("d#s1-1", [])


@pytest.mark.parametrize(
    ("runs", "numbers", "made"),
    [
        ([("共10个项目", None)], [], ["共10个项目"]),
        ([("共10个项目", None)], [(1, 4)], ["共", "<10个>", "项目"]),
        ([("共", None), ("10个", COMMA), ("项目", CHANGED)], [(1, 4)], ["共", "<10个>", "项目*"]),
        ([("共1", None), ("0个", COMMA), ("项", None)], [(1, 4)], ["共", "<10个>", "项"]),
        ([("3个", None)], [(0, 2)], ["<3个>"]),
        ([("3个5家", None)], [(0, 2), (2, 4)], ["<3个>", "<5家>"]),
        ([("，", COMMA), ("项目", CHANGED)], [], ["，", "项目*"]),
    ],
    ids=["none", "one", "beside changes", "across runs", "the whole", "side by side", "changes alone"],
)
def test_a_sentence_is_parted_at_its_numbers(
    runs: list[tuple[str, Any]], numbers: list[tuple[int, int]], made: list[str]
) -> None:
    printed = [Run(text, text, change) for text, change in runs]
    found = list(marked_chinese(printed, shown(*(number(start, end) for start, end in numbers))))
    assert "".join(one.text for one in found) == "".join(text for text, _ in runs)
    assert [f"<{one.text}>" if one.shown else one.text + "*" * bool(emendation_of(one)) for one in found] == made


@pytest.mark.parametrize(
    ("text", "numbers", "made", "missing"),
    [
        ("It got CNY 2.3 million.", [("2300000", "exact")], ["It got ", "<CNY 2.3 million>", "."], 0),
        ("From 10 bases, 10 more.", [("10", "exact")] * 2, ["From ", "<10>", " bases, ", "<10>", " more."], 0),
        ("There are 10, or nearly 10.", [("10", "nearly")], ["There are 10, or ", "<nearly 10>", "."], 0),
        ("Some were helped.", [("10", "exact")], ["Some were helped."], 1),
    ],
    ids=["money", "the same twice", "by its qualifier", "not said"],
)
def test_numbers_are_found_in_english(text: str, numbers: list[tuple[str, str]], made: list[str], missing: int) -> None:
    some = [number(at, at + 1, *one) for at, one in enumerate(numbers)]
    found, lacking = marked_translation(text, shown(*some), ENGLISH)
    assert [f"<{one.text}>" if one.shown else one.text for one in found] == made
    assert len(lacking) == missing


def test_a_language_that_is_not_read_lists_all_numbers_behind_the_sentence() -> None:
    found, lacking = marked_translation("ئون", shown(number(0, 1)), replace(CHINESE, code="ug"))
    assert [one.text for one in found] == ["ئون"] and len(lacking) == 1


def test_neighbours_among_all_and_among_those_that_count_the_same(register: Register) -> None:
    (numbers,) = register.numbers_in_text.values()
    money = [one for one in numbers if one.sort == "money"]
    marked = [one for some in numbers_shown(numbers).values() for one in some]
    assert [one.number for one in marked] == list(numbers) and len(money) >= 2
    assert [one.among_all.place for one in marked] == list(range(1, len(numbers) + 1))
    follow = {one.number.anchor: one.among_its_sort.after for one in marked if one.number.sort == "money"}
    assert [follow[one.anchor] for one in money] == [*money[1:], None]


def test_every_number_is_what_its_figure_was_written_as(register: Register) -> None:
    for numbers in register.numbers_in_text.values():
        for one in numbers:
            text = register.sentences[one.source].zh
            assert text[one.start : one.end] in {each.figure.written for each in one.figures}
    assert sum(len(one.figures) for some in register.numbers_in_text.values() for one in some) == len(register.figures)


def test_a_share_counts_what_its_whole_counts(register: Register) -> None:
    grants = register.figures["projects.grants"]
    share = replace(
        grants, id="projects.share", figure=grants.figure.model_copy(update={"unit": "percent", "of": "grants"})
    )
    assert what_it_counts(share, register.figures, register.units) == "money"
    alone = replace(share, figure=share.figure.model_copy(update={"of": None}))
    assert what_it_counts(alone, register.figures, register.units) == "things"
    loop = {one.id: one for one in (share, replace(share, id="projects.grants"))}
    assert what_it_counts(share, loop, register.units) == "things"


@pytest.mark.parametrize(
    ("quote", "written", "unit", "counted"),
    [
        ("赠送优质苗种价值30万", "30万", "not-stated", "money"),
        ("争取各类资金合计近30万", "近30万", "not-stated", "money"),
        ("全年成交额达30万", "30万", "not-stated", "money"),
        ("赠送优质苗种30万", "30万", "not-stated", "things"),
        ("申报资金项目30", "30", "not-stated", "things"),
        ("发挥价值的农户30户", "30户", "household", "things"),
    ],
)
def test_a_number_without_unit_is_money_where_its_clause_says_so(
    register: Register, quote: str, written: str, unit: str, counted: str
) -> None:
    grants = register.figures["projects.grants"]
    said = {"quote": quote, "written": written, "unit": unit}
    one = replace(grants, figure=grants.figure.model_copy(update=said))
    assert what_it_counts(one, register.figures, register.units) == counted


def test_of_numbers_that_overlap_one_is_marked(register: Register) -> None:
    grants = register.figures["projects.grants"]
    inside = replace(
        grants, id="projects.inside", figure=grants.figure.model_copy(update={"start": grants.figure.start + 1})
    )
    some = {one.id: one for one in (grants, inside)}
    (numbers,) = numbers_by_document(some, register.units, register.sentence_order).values()
    assert [one.figures for one in numbers] == [(grants,)]
