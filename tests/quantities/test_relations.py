"""How one quantity is related to another: a table of sentences."""

from __future__ import annotations

import pytest

from macros.quantities.chinese.reader import read_chinese
from macros.quantities.chinese.relations import Against, RelationKind, relation_in
from macros.records.units import UnitTable
from tests.quantities.marked import HERE

LINES = (HERE / "relations.tsv").read_text("utf-8").splitlines()
CASES = [tuple(line.split("\t")) for line in LINES if line and line[0] != "#"]
UNITS = UnitTable.with_own(()).words


def test_every_kind_has_a_case() -> None:
    assert len(CASES) > 60
    assert {case[2] for case in CASES} == {*RelationKind, "-"}
    assert {case[3] for case in CASES} > set(Against)


@pytest.mark.parametrize(("text", "numeral", "kind", "against", "words"), CASES, ids=[f"{a}-{b}" for a, b, *_ in CASES])
def test_relation(text: str, numeral: str, kind: str, against: str, words: str) -> None:
    found = read_chinese(text, UNITS)
    (one,) = (each for each in found if each.text == numeral)
    told = relation_in(text, one, found)
    assert (told.kind, told.against, told.words) == (kind, against, words) if told else kind == "-"
