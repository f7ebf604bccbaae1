"""Each kind of picture: the pipeline, names, the alliance, lines of time, trends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.register.load import load
from macros.register.register import Register
from macros.text.languages import CHINESE, ENGLISH, Language
from tests.conftest import Change
from tests.pictures.drawn import EVERY, Drawings, amount, pictures


def test_what_is_not_exact_or_only_expected_looks_so(drawings: Drawings) -> None:
    found = drawings[CHINESE]
    money = found["picture-projects-money"]
    assert (money.count("bar"), money.count("bar-expected")) == (1 + 3, 1)  # 230万元; three slices of 近3000万元.
    assert "近3000万元" in money.text and "预期" in money.text
    assert len(money.figure.xpath(".//*[@class='picture__note']")) == 2
    stages = found["picture-projects-pipeline"]
    assert stages.count("mark") == 10, "10个 is counted out, 近20家 is not"
    assert "近20家" in stages.text


def test_the_pipeline_warns_against_comparing_its_stages(drawings: Drawings, register: Register) -> None:
    for language in (CHINESE, ENGLISH):
        picture = drawings[language]["picture-projects-pipeline"]
        assert language.text(register.interface["pipeline-note"]) in picture.figure.text_content()
        assert picture.count("bar") == 0 and len(picture.panels) == 3
        stages = [language.text(register.stages[one.stage]) for one in register.work_areas["projects"].pipeline]
        assert [panel.xpath("(.//text)[1]")[0].text_content() for panel in picture.panels] == stages
        assert list(dict.fromkeys(row[-2] for row in picture.rows)) == stages


def test_three_of_fourteen_places_are_named(drawings: Drawings) -> None:
    picture = drawings[ENGLISH]["picture-commissioners-named"]
    assert (picture.count("mark"), picture.count("mark-open")) == (3 + 1, 11 + 1)  # And one of each in the key.
    assert "Luoshan, Chahe, Daijiachang" in picture.text and "Luoshan, Chahe, Daijiachang" in picture.rows[0]
    assert (picture.count("mark", 1), picture.count("mark-open", 1)) == (1 + 1, 9 + 1)


def test_the_alliance_is_drawn_whole(drawings: Drawings, register: Register) -> None:
    record = register.sections["alliances"].records["river-crab"]
    for language in (CHINESE, ENGLISH):
        picture = drawings[language]["picture-river-crab-diagram"]
        words = [record.title, *(one for part in record.lists for one in (part.title, *part.items))]
        assert [language.text(word) for word in words if language.text(word) not in picture.text] == []
        items = [item for part in sorted(record.lists, key=lambda one: one.kind != "member") for item in part.items]
        assert [row[0] for row in picture.rows] == [language.text(one) for one in items]
    assert "具体名称原文未载" in drawings[CHINESE]["picture-river-crab-diagram"].text


def test_the_line_of_time_invents_no_date(drawings: Drawings) -> None:
    picture = drawings[CHINESE]["picture-river-crab-well-known-trademark-timeline"]
    assert "起算日期：原文未载" in picture.text and "结果原文未载" in picture.text
    assert "驰名商标" not in picture.text, "the goal stands above it"
    assert picture.count("axis-unsure") == 1 and picture.count("axis") == 0 and picture.count("stop-unsure") == 1
    assert [row[1] for row in picture.rows] == ["上半年", "此后", "3年内（起算日期原文未载）"]


def test_progress_stands_on_the_line_of_time(later_register: Register) -> None:
    picture = pictures(later_register, ENGLISH)["picture-river-crab-well-known-trademark-timeline"]
    assert picture.count("stop-unsure") == 0 and "result not stated" not in picture.text
    assert [row[1] for row in picture.rows][:2] == ["first half of the year", "second half of 2001"]
    assert picture.rows[1][0] == "An application has been made." and picture.rows[1][2] == "in progress"


def test_progress_after_the_deadline_stands_behind_it(later_register: Register) -> None:
    alliance = later_register.sections["alliances"].records["river-crab"]
    (goal,) = alliance.commitments
    dated = alliance.model_copy(update={"commitments": [goal.model_copy(update={"due": date(2001, 6, 30)})]})
    section = replace(later_register.sections["alliances"], records={"river-crab": dated})
    picture = pictures(replace(later_register, sections={"alliances": section}), CHINESE)[
        "picture-river-crab-well-known-trademark-timeline"
    ]
    assert [row[1] for row in picture.rows] == ["上半年", "3年内（起算日期原文未载） 2001年6月30日", "2001年下半年"]
    assert picture.count("axis") == 1 and "起算日期：原文未载" not in picture.texts[0].replace(
        "（起算日期原文未载）", ""
    )


@pytest.mark.parametrize("language", EVERY)
def test_a_series_is_a_trend_on_every_page_of_its_figures(later_register: Register, language: Language) -> None:
    found = pictures(later_register, language)
    series = ["commissioners.sent-last-year", "commissioners.appointed-this-year", "later.appointed-second-half"]
    for ident in ("picture-commissioners-trend", "picture-later-trend"):
        picture = found[ident]
        assert [row[1] for row in picture.rows] == [amount(later_register, language, one) for one in series]
        widths = [one.get("width") for one in picture.panels[0].xpath(".//rect[@class='picture__bar']")]
        assert widths == ["83.33%", "83.33%", "100%"]


def test_a_series_of_one_period_is_no_trend(data: Path, change: Change) -> None:
    change("work-areas/commissioners.yml", "sent-last-year\n    series: commissioners\n", "sent-last-year\n")
    register, problems = load(data)
    assert register is not None, problems
    assert "picture-commissioners-trend" not in pictures(register, CHINESE)


FIRST_ROUND = """work_area: enterprises-rate-offices
title:
  zh: 上半年评议结果
  en: Evaluation round of the first half
period: first-half
quote: 上半年评议时，表示满意的占80份
results:
  - id: satisfied
    series: satisfied
    label:
      zh: 表示满意
      en: Said they were satisfied
    quote: 表示满意的占80份
"""


def test_rounds_of_evaluation_are_a_trend_of_their_work_area(later_register: Register, data: Path) -> None:
    with (data / "documents/later-report.txt").open("a", encoding="utf-8") as text:
        text.write("上半年评议时，表示满意的占80份。\n")
    with (data / "documents/later-report.yml").open("a", encoding="utf-8") as translations:
        translations.write("    s3-2: In the evaluation of the first half, 80 said they were satisfied.\n")
    second = data / "evaluations/second-half-round.yml"
    second.write_text(
        second.read_text("utf-8").replace("id: satisfied\n", "id: satisfied\n    series: satisfied\n"), "utf-8"
    )
    (data / "evaluations/first-half-round.yml").write_text(FIRST_ROUND, "utf-8")
    register, problems = load(data)
    assert register is not None, problems
    picture = pictures(register, ENGLISH)["picture-enterprises-rate-offices-trend"]
    assert [row[4] for row in picture.rows] == [
        "first half of the year",
        "period not stated (document: second half of 2001)",
    ]
