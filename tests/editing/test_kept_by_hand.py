"""Corrections, sections and words, which rest on no document, made and changed in the editor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from macros.editing.server import EditingServer, editing
from macros.editing.typed_fields import KEPT_BY_HAND
from macros.records.kinds import INTERFACE, Kind
from macros.text.placeholders import UNDECIDED
from tests.editing.desk import asked, field, opened, said
from tests.night import some

Puts = list[tuple[list[str | int], object]]
PUTS_OF_TEXTS: Puts = [([name, code], name) for name in ("stood", "stands", "why") for code in ("zh", "en")]
BEGUN: dict[str, tuple[str, str, Puts, str]] = {
    # what is begun and how it is called, what is typed and chosen, and the file that comes of it
    "a word explained": (
        "vocabulary/glossary.yml",
        "科技特派员",
        [
            (["entries", 0, "en"], "science and technology commissioner"),
            (["entries", 0, "words"], "科特派、特派员，科特派"),
            (["entries", 0, "explained", "zh"], "到农村服务的科技人员。"),
            (["entries", 0, "explained", "en"], "A specialist who serves in the countryside."),
            (["entries", 0, "source", "zh"], "某文件"),
            (["entries", 0, "source", "en"], "A paper"),
        ],
        """\
# yaml-language-server: $schema=../../.schemas/glossary.json
entries:
  - id: ke-ji-te-pai-yuan
    zh: 科技特派员
    en: science and technology commissioner
    words: [科特派, 特派员]
    explained:
      zh: 到农村服务的科技人员。
      en: A specialist who serves in the countryside.
    source:
      zh: 某文件
      en: A paper
""",
    ),
    "a unit": (
        "vocabulary/units.yml",
        "沓",
        [(["entries", 0, "en"], "bundles"), (["entries", 0, "one"], "bundle"), (["entries", 0, "classifier"], "yes")],
        """\
# yaml-language-server: $schema=../../.schemas/units.json
entries:
  - id: da
    zh: 沓
    en: bundles
    one: bundle
    written: [沓]
    classifier: yes
""",
    ),
    "a correction": (
        "errata",
        "资料数",
        [(["figure"], "science-week.materials"), (["date"], "2032-01-31"), *PUTS_OF_TEXTS],
        "figure: science-week.materials\n",
    ),
    "an address that went": (
        "retired",
        "开放日",
        [
            (["addresses"], "/notices/open-day/"),
            (["title", "en"], "Open day"),
            (["moved_to"], "/work-areas/bases/"),
        ],
        "addresses: [/notices/open-day/]\n",
    ),
}


def put(server: EditingServer, record: str, puts: Puts) -> None:
    """Types and chooses, one after the other."""
    for path, value in puts:
        found = asked(server, ask="act", action="put", record=record, path=path, value=value)
        assert "refused" not in found, (path, found["refused"])


def begun(server: EditingServer, kind: str, name: str) -> str:
    """Begins a record; returns its key."""
    return str(asked(server, ask="act", action="begin", kind=kind, name=name)["select"]["record"])


def text_of(server: EditingServer, record: str) -> str:
    """A record as it stands in the editor."""
    return server.session.copy.text(server.session.record(record).path) or ""


def wrong_in(server: EditingServer, record: str) -> list[str]:
    """What is wrong with a record that is no proposal."""
    problems = asked(server, ask="state")["state"]["problems"]
    return [one["wrong"][1] for one in problems if one["record"] == record]


@pytest.mark.parametrize("case", some(BEGUN, 2))
def test_a_file_is_begun_with_a_name_and_filled_in(data: Path, case: str) -> None:
    kind, name, puts, expected = BEGUN[case]
    with editing(data, 0) as server:
        record = begun(server, kind, name)
        before = text_of(server, record)
        put(server, record, puts)
        text = text_of(server, record)
        saved = asked(server, ask="save", draft=True)["saved"]
    assert UNDECIDED in before and UNDECIDED not in text
    assert expected in text
    assert (data / saved[0]).read_text("utf-8") == text


def test_a_section_with_columns_and_words_to_choose_from(data: Path) -> None:
    with editing(data, 0) as server:
        record = begun(server, "sections", "补贴发放")
        for path, name in ((["fields"], "领取人"), (["fields"], "进度"), (["fields", 1, "terms"], "已发放")):
            asked(server, ask="act", action="blank", record=record, path=path, name=name)
        put(
            server,
            record,
            [
                (["title", "en"], "Subsidies"),
                (["description", "zh"], "发放的补贴。"),
                (["description", "en"], "Subsidies paid out."),
                (["pages"], "one"),
                (["fields", 0, "title", "en"], "Recipient"),
                (["fields", 0, "type"], "name"),
                (["fields", 1, "title", "en"], "Progress"),
                (["fields", 1, "type"], "term"),
                (["fields", 1, "terms", 0, "title", "en"], "paid"),
            ],
        )
        assert wrong_in(server, record) == []
        assert text_of(server, record).endswith(
            """\
pages: one
fields:
  - id: ling-qu-ren
    title:
      zh: 领取人
      en: Recipient
    type: name
  - id: jin-du
    title:
      zh: 进度
      en: Progress
    type: term
    terms:
      - id: yi-fa-fang
        title:
          zh: 已发放
          en: paid
"""
        )


OWN_WORDS = "vocabulary/interface.yml"
WORDS_NAMED = {
    # what was typed, and the key of the word of the interface that is meant; nothing where it is refused
    "as it stands": ("首页", "home"),
    "as it stands in English": ("Work areas", "work-areas"),
    "a part of one": ("所列的数照录报告中的表格", "annual-reports-summary"),
    "a part of many": ("数据", "figures"),
    "parts of many, none of them whole": ("的", ""),
    "no word of the interface": ("此处没有的话", ""),
    "a word that has an own wording already": ("演示网站，依据隐去城市名称的文件制作", ""),
}


@pytest.mark.parametrize("case", some(WORDS_NAMED, 4))
@pytest.mark.parametrize("there", [True, False], ids=["a file", "no file"])
def test_a_word_of_the_interface_is_found_by_what_it_says(data: Path, case: str, there: bool) -> None:
    typed, key = WORDS_NAMED[case]
    if not there:
        (data / OWN_WORDS).unlink()
    with editing(data, 0) as server:
        record = f"{OWN_WORDS}/{OWN_WORDS}"
        asking = {"action": "blank", "record": record, "path": ["entries"]}
        made = asked(server, ask="act", **(asking if there else {"action": "begin", "kind": OWN_WORDS}), name=typed)
        assert ("refused" in made) == (not key)
        if key:
            put(server, record, [(["entries", key, "zh"], "自己的话"), (["entries", key, "en"], "Own words")])
            assert f"  {key}:\n    zh: 自己的话\n    en: Own words\n" in text_of(server, record)
            assert wrong_in(server, record) == []
            asked(server, ask="act", action="put", record=record, path=["entries", key, "zh"], value="{x}话")
            assert wrong_in(server, record) != []
        if key and there:
            asked(server, ask="act", action="remove", record=record, path=["entries", key])
            assert server.session.copy.changed() == []


REFUSED_HERE: dict[str, dict[str, Any]] = {
    "a kind that rests on a document": {"action": "begin", "kind": "work-areas", "name": "渔港"},
    "no name": {"action": "begin", "kind": "errata", "name": " "},
    "a file that is there": {"action": "begin", "kind": "vocabulary/item-kinds.yml", "name": "奖项"},
    "a part of a document": {
        "action": "blank",
        "record": "documents/h1-work-summary",
        "path": ["omitted"],
        "name": "x",
    },
    "a figure, which quotes": {"action": "blank", "record": "work-areas/bases", "path": ["figures"], "name": "x"},
    "an entry without a name": {
        "action": "blank",
        "record": "vocabulary/item-kinds.yml/vocabulary/item-kinds.yml",
        "path": ["entries"],
    },
    "a field that no word of the interface has": {
        "action": "put",
        "record": "vocabulary/interface.yml/vocabulary/interface.yml",
        "path": ["entries", "demonstration", "ug"],
        "value": "x",
    },
    "a word of the interface that is not worded here": {
        "action": "put",
        "record": "vocabulary/interface.yml/vocabulary/interface.yml",
        "path": ["entries", "home", "zh"],
        "value": "x",
    },
    "a whole vocabulary taken away": {
        "action": "remove",
        "record": "vocabulary/item-kinds.yml/vocabulary/item-kinds.yml",
        "path": [],
    },
}


@pytest.mark.parametrize("case", REFUSED_HERE)
def test_what_is_refused(data: Path, case: str) -> None:
    with editing(data, 0) as server:
        assert "refused" in asked(server, ask="act", **REFUSED_HERE[case])
        assert server.session.copy.changed() == []


@pytest.mark.parametrize("kind", some(KEPT_BY_HAND, 3), ids=lambda kind: str(kind.place))
def test_every_kind_can_be_begun_or_added_to(data: Path, kind: Kind) -> None:
    """Whatever its class asks for, the form has a field for it."""
    with editing(data, 0) as server:
        there = [one.key for one in server.session.records() if one.kind is kind]
        name = "首页" if kind is INTERFACE else "新词"
        if there and not kind.many:
            made = asked(server, ask="act", action="blank", record=there[0], path=["entries"], name=name)
        else:
            made = asked(server, ask="act", action="begin", kind=kind.place, name=name)
        record = made["select"]["record"]
        shown = asked(server, ask="state", showing={"document": None, "record": record})["state"]["record"]
        undecided = [path for path, _ in open_paths(text_value(server, record))]
        fields = {tuple(one) for one in paths_shown(shown["fields"])}
        assert [path for path in undecided if not reached(path, fields)] == []


def text_value(server: EditingServer, record: str) -> Any:
    """A record as its file holds it."""
    return server.session.record(record).value


def open_paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[tuple[Any, ...], str]]:
    """Where a value bears the marker."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    own = [(path, value)] if isinstance(value, str) and UNDECIDED in value else []
    return own + [one for step, held in inner for one in open_paths(held, (*path, step))]


def paths_shown(fields: list[dict[str, Any]]) -> list[list[Any]]:
    """Every field of a form, by its path."""
    inner = [entry["fields"] for one in fields for entry in one.get("entries", [])]
    return [one["path"] for one in fields if "path" in one] + [each for one in inner for each in paths_shown(one)]


def reached(path: tuple[Any, ...], fields: set[tuple[Any, ...]]) -> bool:
    """Whether a text can be typed: its field is shown, or the text or list that it is one of."""
    return path in fields or path[:-1] in fields


def test_by_hand_in_the_browser(data: Path, browser: Browser) -> None:
    with opened(data, browser) as (page, server):
        row = page.locator(".kept__kind[data-place='vocabulary/synonyms.yml']")
        row.get_by_role("button", name="打开").click()
        page.locator("#side .card").first.wait_for()
        number = page.locator("#side .card").count()
        page.get_by_role("button", name="＋ 添加一项").click()
        page.keyboard.type("补助")
        page.keyboard.press("Enter")
        said(page, "添加一项")
        words = field(page, "entries", number, "zh")
        expect(words).to_have_value("补助")
        words.fill("补助、津贴")
        words.press("Enter")
        said(page, "填写")
        record = "vocabulary/synonyms.yml/vocabulary/synonyms.yml"
        assert server.session.record(record).value["entries"][number]["zh"] == ["补助", "津贴"]  # type: ignore[index,call-overload]
        page.select_option("#side select.open", "")
        page.locator(".kept__kind[data-place=errata]").get_by_role("button", name="＋ 新建").click()
        page.keyboard.type("资料数")
        page.keyboard.press("Enter")
        said(page, "新建“资料数”")
        field(page, "figure").select_option("science-week.materials")
        said(page, "填写")
        expect(page.locator("#side select.open option:checked")).to_contain_text("资料")


@pytest.mark.parametrize("held", [True, False], ids=["a table holds one", "no table does"])
def test_a_series_that_a_table_holds_can_be_chosen_for_the_first_figure_of_it(data: Path, held: bool) -> None:
    record = data / "work-areas/commissioners.yml"
    record.write_text(record.read_text("utf-8").replace("    series: commissioners\n", ""), "utf-8", newline="\n")
    if not held:
        (data / "vocabulary/tables.yml").unlink()
    path = ["figures", 0, "series"]
    with editing(data, 0) as server:
        given = {"record": "work-areas/commissioners", "path": path, "value": "commissioners"}
        assert ("refused" in asked(server, ask="act", action="put", **given)) == (not held)
