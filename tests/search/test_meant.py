"""What is listed for queries that are not literally there: synonyms, pinyin, slips, words of other regions."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from macros.records.shipped import shipped_synonyms
from macros.records.vocabulary import SynonymGroup
from macros.search.elsewhere import CHINESE_ELSEWHERE, ENGLISH_ELSEWHERE
from macros.search.entries import SearchEntry
from macros.search.index import names_things
from macros.search.pinyin import common_characters, loosely_spelt, spellings
from macros.search.postings import Postings
from macros.search.question_words import ASKED_PAGES, WEAK
from macros.search.rows import read_fields
from macros.search.similar import (
    WORDS_OF_QUESTIONS,
    absent_words,
    different,
    fields_holding,
    group_row,
    living,
    merged_groups,
    pinyin_rows,
    regional,
    slip_rows,
    typed_on_pages,
    unheld_words,
    words_of_names,
)
from macros.text.languages import CHINESE, ENGLISH
from tests.places import DATA
from tests.tools.bench.asked import FRESH, NOTHING, QUERIES, Asked, asked_queries, on_pages, scores


def group(*zh: str, en: tuple[str, ...] = (), units: tuple[str, ...] = ()) -> SynonymGroup:
    """A group of synonyms."""
    return SynonymGroup(zh=list(zh), en=list(en), units=list(units))


@pytest.fixture(scope="module")
def listed() -> dict[str, bytes]:
    """The rows of an index of two entries."""
    entries = [
        SearchEntry("figure", "", "", ("无偿资助：230万元",), ("获得资金",)),
        SearchEntry("page", "", "", ("项目",), ("信息 Fisheries and river crabs", "资助 资金")),
    ]
    return Postings(entries).rows


@pytest.mark.parametrize(
    ("given", "made"),
    [
        pytest.param([group("钱", "款"), group("书", "册")], [("钱", "款"), ("书", "册")], id="apart"),
        pytest.param([group("钱", "款"), group("书"), group("款", "币")], [("钱", "款", "币"), ("书",)], id="joined"),
        pytest.param(
            [group("甲", "乙"), group("丙", "丁"), group("乙", "丙")], [("甲", "乙", "丙", "丁")], id="bridged"
        ),
        pytest.param([group(en=("Crab",)), group("蟹", en=("crab",))], [("蟹", "Crab", "crab")], id="case"),
    ],
)
def test_groups_that_share_a_word_are_one(given: list[SynonymGroup], made: list[tuple[str, ...]]) -> None:
    assert [one.words for one in merged_groups(given)] == made


def test_no_shipped_word_is_in_two_groups() -> None:
    words = Counter(word.lower() for one in shipped_synonyms() for word in one.words)
    assert len(words) > 500 and max(words.values()) == 1


def test_a_word_is_where_all_its_characters_stand(listed: dict[str, bytes]) -> None:
    assert fields_holding("资助", listed) == {0, 3}
    assert fields_holding("无偿资助", listed) == {0}
    assert fields_holding("fishery", listed) == {3}, "by its stem"
    assert fields_holding("crab river", listed) == {3} and fields_holding("资料", listed) == set()


def test_a_group_lives_by_its_words_and_by_its_units(listed: dict[str, bytes]) -> None:
    groups = [
        group("钱", "资金", "资助"),
        group("面积", "亩", units=("mu",)),
        group("猪", "禽"),
        group("价", units=("cny",)),
    ]
    money, price = living(groups, listed, {"cny": [0]}, {}, CHINESE)
    assert (money.held, money.others, money.fields) == (("资金", "资助"), ("钱",), (0, 1, 3))
    assert price.fields == (0,) and price.measured == (0,) and price.measures and not money.measures
    assert group_row(money)[0] == 2 and read_fields(group_row(money)[1:]) == [0, 1, 3]


def test_a_word_of_three_characters_is_where_they_stand_one_behind_the_other() -> None:
    rows = Postings([SearchEntry("page", "", "", (), ("创新能力、能源企业", "新能源"))]).rows
    apart = Postings([SearchEntry("page", "", "", (), ("创新能力、能源企业",))]).rows
    assert fields_holding("新能源", rows) == {1} and fields_holding("新能源", apart) == set()


def test_a_group_asks_for_a_page_and_says_little(listed: dict[str, bytes]) -> None:
    groups = [group("联系方式", "电话"), group("项目", "课题"), group("资金", "钱")]
    contact, project, money = living(groups, listed, {}, {"about/": 1}, CHINESE)
    (bureau,) = living([group("主管部门", "项目")], listed, {}, {}, CHINESE)
    assert bureau.weak == 2 != project.weak
    assert contact.page == 1 and contact.fields == (2,) and (contact.held, contact.others) == ((), ("联系方式", "电话"))
    assert project.weak and not contact.weak and money.page is None
    assert not list(living(groups[:1], listed, {}, {}, CHINESE)), "of a page that the site lacks"


def test_words_of_what_a_site_lacks_are_told_apart(listed: dict[str, bytes]) -> None:
    groups = [group("钱", "资金", en=("money",)), group("猪", "禽", en=("pig", "pigs"))]
    alive = list(living(groups, listed, {}, {}, CHINESE))
    assert unheld_words(groups, alive, CHINESE) == ["猪", "禽"] and unheld_words(groups, alive, ENGLISH) == [
        "pig",
        "pigs",
    ]
    assert different(["pig", "pigs", "猪"]) == ["pig", "猪"]
    held = Postings([SearchEntry("page", "", "", ("医保",), ("bus timetable",))]).rows
    assert "医保" in absent_words(listed, CHINESE) and "医保" not in absent_words(held, CHINESE)
    assert "passport" in absent_words(held, ENGLISH) and "bus" not in absent_words(held, ENGLISH)


def test_words_of_other_offices_are_no_synonyms() -> None:
    words = {word.lower() for one in shipped_synonyms() for word in one.words}
    elsewhere = [word.lower() for word in (*CHINESE_ELSEWHERE, *ENGLISH_ELSEWHERE)]
    assert len(elsewhere) == len(set(elsewhere)) > 400 and not words & set(elsewhere)


def test_pages_and_weak_words_are_those_of_a_group() -> None:
    words = {word for one in shipped_synonyms() for word in one.zh}
    assert words >= {*ASKED_PAGES, *WEAK}


def test_words_of_names_are_parts_of_short_names_and_of_several_long_ones() -> None:
    found = words_of_names(["银鲫", "科技特派员", "农业科技创新示范基地建设工程", "科技创新示范基地建设"])
    assert {"银鲫", "特派员", "科技特派员", "示范基地"} <= set(found)
    assert "农业" not in found and found["科技"] == 3


@pytest.mark.parametrize(
    ("word", "spelt"),
    [("科技局", {"kejiju", "kjj"}), ("河蟹", {"hexie"}), ("重庆", {"chongqing", "zhongqing"}), ("绿色", {"lvse"})],
)
def test_words_are_spelt_in_pinyin(word: str, spelt: set[str]) -> None:
    assert spelt <= set(spellings(word))
    rows = pinyin_rows([word])
    assert all(rows[f"5{spelling}"].decode() == word for spelling in spelt)


def test_words_are_spelt_as_most_type_them_where_no_other_is_spelt_so() -> None:
    rows = pinyin_rows(["蓝天", "上市", "申诉"])
    assert rows["5lantian"].decode() == "蓝天" and "5=lantian" not in rows
    assert rows["5=sansi"].decode() == "上市"
    assert loosely_spelt("zhongchang") == "zoncan" and loosely_spelt("hexie") == "hexie"


def test_names_side_by_side_are_names_and_a_sentence_is_none() -> None:
    assert names_things("蓝天安环 zl(g)nf自浮型组装式金属内浮顶") and names_things("短，而有标点")
    assert not names_things("这一句长于十四个字，并且有标点。") and not names_things("字" * 41)


def test_words_of_questions_have_one_meaning_each() -> None:
    asking = [word for words in WORDS_OF_QUESTIONS.values() for word in words]
    assert len(asking) == len(set(asking))
    assert (
        typed_on_pages(("多少", "how many"), ENGLISH) == ["how many"] != typed_on_pages(("多少", "how many"), CHINESE)
    )


def test_slips_are_listed_by_sound_by_gap_and_by_length(listed: dict[str, bytes]) -> None:
    rows = slip_rows(["特派员", "河蟹"], listed)
    assert rows["6特?员"].decode() == "特派员"
    assert {"jie", "xie"} <= set(rows["6解"].decode().split()) and len(common_characters()) == 3755
    assert rows["6f9"].decode() == "fisheries" and "6a3" not in rows
    assert not [key for key in slip_rows([], listed) if "?" in key or key == "6解"], "no Chinese for English pages"


def test_words_of_taiwan_and_hong_kong_lead_to_those_of_the_site(listed: dict[str, bytes]) -> None:
    assert regional(listed, ["知识产权"]) | {"专案": "项目", "资讯": "信息", "智慧财产权": "知识产权"} == regional(
        listed, ["知识产权"]
    )


def test_an_index_without_chinese_has_no_words_of_other_regions() -> None:
    assert regional({}, []) == {}


def test_the_demonstration_has_its_words_in_its_data() -> None:
    own = (DATA / "vocabulary/synonyms.yml").read_text("utf-8")
    shipped = (Path(__file__).parents[2] / "macros/records/synonyms.yml").read_text("utf-8")
    for word in ("大闸蟹", "特派员", "华农"):
        assert word in own and word not in shipped


def test_queries_as_people_type_them_are_judged() -> None:
    asked = asked_queries(QUERIES.read_text("utf-8"))
    assert len(asked) >= 200 and sum(one.held_out for one in asked) == len(asked) // 3
    assert len({one.journey for one in asked}) == 6 and all(one.right for one in asked)
    money = next(one for one in asked if one.query == "money")
    assert money.answered(["about/", "data/", "work-areas/projects/#figure-grants"])
    assert not money.answered(["about/", "data/", "figures/", "work-areas/projects/"])
    assert list(scores([(money, True), (asked[-1], False)])) == [
        "| foreigner | 1/1 (100%) | 0/0 |",
        "| all | 1/1 (100%) | 0/1 (0%) |",
        "| journalist | 0/0 | 0/1 (0%) |",
    ]


def test_fresh_queries_are_judged_too_and_nothing_answers_those_without_an_answer() -> None:
    asked = asked_queries(FRESH.read_text("utf-8"))
    assert len(asked) >= 100 and all(one.right for one in asked)
    nothing = [one for one in asked if one.journey == "no answer"]
    assert len(nothing) >= 10 and all(one.right == ("nothing",) for one in nothing)
    none = Asked("no answer", "", "2019", ("nothing",), held_out=False)
    assert none.answered([]) and on_pages(none, ["nothing/"]).answered([])
    assert not none.answered(["data/"]) and not none.answered(["nothing/"])


@pytest.mark.parametrize(
    ("name", "least", "held_out", "nothing"),
    [("six.txt", 200, 60, 20), ("eight.txt", 150, 50, 10), ("seen.txt", 120, 35, 5), ("strangers.txt", 130, 35, 4)],
)
def test_later_queries_are_judged_too(name: str, least: int, held_out: int, nothing: int) -> None:
    asked = asked_queries(QUERIES.with_name(name).read_text("utf-8"))
    assert len(asked) >= least and sum(one.held_out for one in asked) >= held_out and all(one.right for one in asked)
    assert sum(one.right == (NOTHING,) for one in asked) >= nothing


def test_the_tables_of_pinyin_are_read_by_no_process_that_spells_nothing() -> None:
    """They take 60 MB in each."""
    code = "import macros.hooks, sys; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
