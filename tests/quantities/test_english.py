"""What the grammar of English numerals reads: expressions, running prose, hostile text in work that grows with it."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from macros.quantities.english.reader import read_english
from macros.quantities.expression import Direction, Expression, Qualifier, Sense
from tests.groups import in_groups
from tests.night import some
from tests.quantities.work import steps

HERE = Path(__file__).parent
JOINTS = {Sense.RANGE: "..", Sense.RATIO: ":", Sense.FRACTION: "/"}


def rows(name: str, columns: int) -> list[tuple[str, ...]]:
    """The lines of a table, but for its comments."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    found = [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
    assert {len(row) for row in found} == {columns}, name
    return found


def as_written(expression: Expression) -> str:
    """An expression as the table writes it."""
    values = JOINTS.get(expression.kind, ", ").join(f"{value:f}" for value in expression.values)
    named = f"={expression.named}" if expression.named and expression.kind is not Sense.RANK else ""
    qualifier = "" if expression.qualifier is Qualifier.EXACT else expression.qualifier
    return " ".join(part for part in (expression.kind, values, expression.unit, qualifier, named) if part)


@in_groups(rows("english.tsv", 2), spread=True)
def test_expressions(sentence: str, expected: str) -> None:
    found = read_english(sentence)
    assert " | ".join(map(as_written, found)) == expected.strip()
    ends = 0
    for expression in found:
        assert sentence[expression.start : expression.end] == expression.text
        assert expression.start >= ends
        ends = expression.end


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("nearly CNY 30 million of funds", "nearly CNY 30 million"),
        ("50 or more of them", "50 or more"),
        ("a 3-year plan", "3-year"),
        ("between 3 and 5 of them", "between 3 and 5"),
        ("fell by minus 2.3 percent in all", "minus 2.3 percent"),
        ("within 3 years", "within 3 years"),
        ("hundreds of villages", "hundreds of"),
    ],
)
def test_an_expression_is_whole(sentence: str, expected: str) -> None:
    assert [expression.text for expression in read_english(sentence)] == [expected]


@pytest.mark.parametrize(
    ("sentence", "direction", "negated"),
    [
        ("output rose by 15%", Direction.UP, ""),
        ("output was down 2.3%", Direction.DOWN, ""),
        ("costs were cut by 2.3%", Direction.DOWN, ""),
        ("a 15% increase", Direction.UP, ""),
        ("15% lower than before", Direction.DOWN, ""),
        ("set up 15 bases", Direction.NONE, ""),
        ("handed down 15 rules", Direction.NONE, ""),
        ("did not finish 15 projects", Direction.NONE, "not"),
        ("15 projects were not finished", Direction.NONE, "not"),
        ("15 projects have yet to be finished", Direction.NONE, "yet to"),
        ("have yet to finish 15 projects", Direction.NONE, "yet to"),
        ("failed to finish 15 projects", Direction.NONE, "failed"),
        ("15 unfinished projects", Direction.NONE, "unfinished"),
        ("no fewer than 15 projects", Direction.NONE, ""),
        ("not only 15 projects", Direction.NONE, ""),
        ("they did not stop, and finished 15 projects", Direction.NONE, ""),
    ],
)
def test_what_the_clause_says(sentence: str, direction: Direction, negated: str) -> None:
    (found,) = read_english(sentence)
    assert (found.direction, found.negated) == (direction, negated)


def test_prose_has_every_numeral_and_no_false_one() -> None:
    """Running prose with every trap: what stands in the file between [ and ] is read, and nothing else."""
    marked = (HERE / "english_prose.txt").read_text("utf-8")
    text = marked.replace("[", "").replace("]", "")
    expected = [part.partition("]")[0] for part in marked.split("[")[1:]]
    assert [expression.text for expression in read_english(text)] == expected
    assert len(text) > 3000


HOSTILE = (
    "a-", "1,111", "1/", "no ", "one hundred and ", "two and a half ", "a.b", "hundred million ", "5+", "9", "1:",
    "hundreds of ", "two ", "more than ", "ranked in the ", "(", "A-1-", " ", "3 million ", "not ", ",111", "June ",
    "1 to ", "Five-Year ", "between ", "CNY ", "no one's ", "1990s", "111 ",
    "-", "$", "twenty-", "per ", "1 in ", "a.b@",
)  # fmt: skip


@pytest.mark.parametrize("piece", some(HOSTILE, 3))
def test_the_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    """Four times the text takes at most about four times as many steps: nothing is tried again and again."""
    short, long = (steps(functools.partial(read_english, piece * (size // len(piece)))) for size in (1_000, 4_000))
    assert long < 4 * short * 1.3 + 2000
