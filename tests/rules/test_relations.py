"""Figures that name others: what is refused, what is computed of them, and what only stands beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.pages.relations import stated_in_words
from macros.records.collecting import collect
from macros.register.arithmetic import computed_notes
from macros.register.assembly import register_of
from macros.text.languages import ENGLISH
from tests.pages import site_of
from tests.rules.bureau import bureau, figure, figures, said

TOLD = {
    # clauses, each with the figure it names: what each figure is of the other, against what; how the notes begin
    "a share that agrees": (
        [("总产5.08万吨", ""), ("其中水稻3.2万吨", "a"), ("占63%", "a")],
        ["part ", "share "],
        {},
    ),
    "a share that does not": (
        [("总产5.08万吨", ""), ("其中水稻3.2万吨", "a"), ("占60%", "a")],
        ["part ", "share "],
        {"c": "The source says 60%; 32,000 tonnes and 50,800 tonnes, as recorded, give 63.0%."},
    ),
    "a share of something else is not reckoned": (
        [("总产5.08万吨", ""), ("其中水稻3.2万吨", "a"), ("早稻占20%", "a")],
        ["part ", "share "],
        {},
    ),
    "a rate that agrees as far as the digits go": (
        [("获批资金1亿5千万元", ""), ("到位资金9000万元", "a"), ("到位率60%", "a")],
        ["result ", "rate "],
        {},
    ),
    "a rate that does not": (
        [("获批资金1亿5千万元", ""), ("到位资金9000万元", "a"), ("到位率75%", "a")],
        ["result ", "rate "],
        {"c": "The source says 75%; CNY 90 million and CNY 150 million, as recorded, give 60.0%."},
    ),
    "a target that is a least number": (
        [("年度目标不低于3.5亿元", ""), ("完成3.62亿元", "a"), ("完成率103.4%", "a")],
        ["result ", "rate "],
        {},
    ),
    "a rate of a least number that does not agree": (
        [("年度目标不低于3.5亿元", ""), ("完成3.62亿元", "a"), ("完成率90%", "a")],
        ["result ", "rate "],
        {"c": "The source says 90%; CNY 362 million and at least CNY 350 million, as recorded, give 103.4%."},
    ),
    "a rate that is only aimed at": (
        [("获批资金1亿5千万元", ""), ("到位资金9000万元", "a"), ("力争到位率达到95%", "a")],
        ["result ", "rate "],
        {},
    ),
    "a part that is only aimed at": ([("培训1200人", ""), ("其中力争妇女1300人", "a")], ["part "], {}),
    "parts within their whole": (
        [("培训1200人", ""), ("其中妇女700人", "a"), ("青年500人", "a")],
        ["part ", "part "],
        {},
    ),
    "parts above their whole": (
        [("培训1200人", ""), ("其中妇女700人", "a"), ("青年600人", "a")],
        ["part ", "part "],
        {"a": "The source gives 1,200 people in all; its parts 700 people and 600 people come to 1,300 people"},
    ),
    "a part above its whole": (
        [("培训1200人", ""), ("其中妇女1300人", "a")],
        ["part "],
        {"a": "The source gives 1,200 people in all; its parts 1,300 people come to 1,300 people"},
    ),
    "parts that are at least so many": (
        [("培训1200人", ""), ("其中妇女700余人", "a"), ("青年600人", "a")],
        ["part ", "part "],
        {"a": "The source gives 1,200 people in all; its parts more than 700 people and 600 people"},
    ),
    "a change alone": ([("存栏2.1万头", ""), ("同比-4.6%", "a")], ["change year-earlier"], {}),
}


@pytest.mark.parametrize("case", TOLD)
def test_relations(case: str, tmp_path: Path) -> None:
    clauses, relations, notes = TOLD[case]
    data = with_clauses(tmp_path, clauses)
    assert [text for field, text in said(data) if "figures" in field] == []
    register = register_of(collect(data)[0])
    named = [one.figure for one in register.figures.values() if one.figure.of]
    assert [f"{one.relation} {one.against}" for one in named] == relations
    found = {ident.partition(".")[2]: [note.en for note in told] for ident, told in computed_notes(register).items()}
    assert found.keys() == notes.keys()
    assert all(found[ident][0].startswith(begins) for ident, begins in notes.items()), found


def with_clauses(folder: Path, clauses: list[tuple[str, str]]) -> Path:
    """A bureau whose document is one sentence of these clauses, each with a figure a, b, c and the one it names."""
    made = [
        figure(clause, *([f"of: {of}"] if of else []), ident=chr(ord("a") + at))
        for at, (clause, of) in enumerate(clauses)
    ]
    sentence = "，".join(clause for clause, _ in clauses) + "。"
    data = bureau(folder, [sentence], figures(*made, quote=clauses[0][0]))
    text = (data / "bureau.yml").read_text("utf-8").replace("area.first", "area.a")
    (data / "bureau.yml").write_text(text, "utf-8")
    return data


IN_WORDS = {
    # a clause about a figure: what the relation is in English
    "比2020年增长15%": "Up 15% on 2020",
    "较2031年6月末减少300头": "Down 300 animals on June 2031",
    "同比-4.6%": "Change of -4.6% on a year earlier",
    "增长6%左右": "Up about 6%",
    "产量是上年的1.5倍": "1.5 times as much as the year before",
    "产量翻一番": "2 times as much as before",
    "比目标多200头": "Up 200 animals on the target",
    "占全县的12.5%": "12.5% of the whole",
    "其中种猪300头": "Of which",
    "完成率为98%": "98% reached",
}


@pytest.mark.parametrize("clause", IN_WORDS)
def test_a_relation_in_english(clause: str, tmp_path: Path) -> None:
    register = register_of(collect(with_clauses(tmp_path, [("存栏2.1万头", ""), (clause, "a")]))[0])
    assert stated_in_words(site_of(register).renderer, register.figures["area.b"].figure, ENGLISH) == IN_WORDS[clause]


REFUSED = {
    "no words say so": ([("培训1200人", ""), ("发放资料300份", "a")], "The source does not say whether"),
    "itself": ([("培训1200人", ""), ("其中妇女300人", "b")], "A figure is no change or part of itself."),
    "in a circle": ([("其中青年1200人", "b"), ("妇女300人", "a")], "A figure is no change or part of itself."),
    "nothing": ([("培训1200人", ""), ("其中妇女300人", "z")], "There is no figure"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused(case: str, tmp_path: Path) -> None:
    clauses, wrong = REFUSED[case]
    told = [text for field, text in said(with_clauses(tmp_path, clauses)) if field.endswith(".of")]
    assert told and all(text.startswith(wrong) for text in told), said(tmp_path / "data")
