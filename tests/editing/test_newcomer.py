"""What a newcomer meets who decides on an import in the editor, with nothing but the guide."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from macros.editing.server import EditingServer, editing
from macros.text.placeholders import UNDECIDED
from tests.drafts import empty_bureau, import_text
from tests.editing.desk import asked, field, mouse_over, opened, said

PAPER = """\
云岭区农业农村局2032年上半年工作总结

上半年，全局坚持稳字当头。

一、渔港
渔港扩建项目资金到位率60%。新建冷库3座。
推动项目落地；强化要素保障；做好服务。

二、企业
2032年上半年，龙头企业42家。
"""
AREA, BUREAU = "work-areas/yu-gang", "bureau.yml/bureau.yml"


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A bureau in Chinese alone that has imported a paper."""
    data = empty_bureau(tmp_path)
    import_text(data, "总结.txt", PAPER)
    return data


@pytest.fixture
def server(begun: Path) -> Iterator[EditingServer]:
    """The editor of it."""
    with editing(begun, 0) as started:
        yield started


def kept(server: EditingServer, record: str = AREA) -> str:
    """A record as it stands in the editor."""
    return (server.session.copy.work / f"{record}.yml").read_text("utf-8")


def row_of(server: EditingServer, record: str, *path: str | int) -> dict[str, Any] | None:
    """A field of a record's form by its path; None where the form has none."""

    def found(fields: list[dict[str, Any]]) -> dict[str, Any] | None:
        for one in fields:
            if tuple(one.get("path", ())) == path:
                return one
            for entry in one.get("entries", []):
                if inner := found(entry["fields"]):
                    return inner
        return None

    shown = {"document": None, "record": record}
    return found(asked(server, ask="state", showing=shown)["state"]["record"]["fields"])


def test_all_that_is_selected_is_filled_in_and_stays_to_be_decided(begun: Path, browser: Browser) -> None:
    with opened(begun, browser) as (page, server):
        page.locator(f".mark--title[data-key*='{AREA}']").first.click()
        summary = field(page, "summary", "zh")
        group = summary.locator("xpath=ancestor::*[contains(@class, 'field-group')][1]")
        group.get_by_role("button", name="取自原文").click()
        first, last = (page.locator(".sentence", has_text=one) for one in ("推动项目落地", "强化要素保障"))
        begins, ends = first.bounding_box(), last.bounding_box()
        assert begins and ends
        page.mouse.move(begins["x"] + 1, begins["y"] + begins["height"] / 2)
        page.mouse.down()
        page.mouse.move(ends["x"] + ends["width"] - 1, ends["y"] + ends["height"] / 2, steps=4)
        page.mouse.up()
        said(page, "已填入所选文字，按回车核定")
        filled = kept(server)
        expect(summary).to_be_focused()
        page.keyboard.press("End")
        page.keyboard.type("其中，")
        said(page, "填写")
        page.locator("#side textarea:focus:not([data-dirty])").wait_for()
        typed = kept(server)
        page.keyboard.press("Enter")
        said(page, "核定 ·")
        decided = kept(server)
    assert f"  zh: {UNDECIDED}推动项目落地；强化要素保障。\n" in filled
    assert f"  zh: {UNDECIDED}推动项目落地；强化要素保障。其中，\n" in typed
    assert "  zh: 推动项目落地；强化要素保障。其中。\n" in decided


def test_a_figure_that_is_inserted_decides_nothing_and_is_shown_as_it_will_be_printed(
    begun: Path, browser: Browser
) -> None:
    with opened(begun, browser) as (page, server):
        page.locator(f".mark--title[data-key*='{AREA}']").first.click()
        summary = field(page, "summary", "zh")
        summary.focus()
        page.keyboard.press("End")
        inserted = page.locator("#side select[aria-label=插入数据]")
        offered = inserted.locator("option").all_inner_texts()
        inserted.select_option(label="新建冷库 3座")
        said(page, "填写")
        before = kept(server)
        expect(page.locator("#side .printed").nth(1)).to_contain_text("新建冷库3座。推动项目落地。3座")
        summary.press("Enter")
        said(page, "核定 ·")
        after = kept(server)
    assert "企业 · 龙头企业 42家" in offered
    assert f"zh: {UNDECIDED}新建冷库{{xin-jian-leng-ku}}。推动项目落地。{{xin-jian-leng-ku}}\n" in before
    assert "zh: 新建冷库{xin-jian-leng-ku}。推动项目落地。{xin-jian-leng-ku}\n" in after


def test_enter_goes_on_to_the_next_place_to_decide(begun: Path, browser: Browser) -> None:
    with opened(begun, browser) as (page, _):
        page.keyboard.press("F8")
        left = page.locator("#tab-left .count")
        for number in range(int(left.inner_text()), 1, -1):
            expect(left).to_have_text(str(number))
            expect(page.locator("#side .field--open [data-key]:focus")).to_have_count(1)
            page.keyboard.press("Enter")
        expect(left).to_have_text("1")


@pytest.mark.night
def test_several_sentences_for_one_quote_are_told(begun: Path, browser: Browser) -> None:
    with opened(begun, browser) as (page, _):
        first = page.locator(".sentence", has_text="推动项目落地").get_attribute("data-id") or ""
        mouse_over(page, first, "推动项目落地；")
        page.keyboard.press("Escape")
        page.evaluate("getSelection().extend(document.querySelectorAll('.sentence')[9].firstChild, 1)")
        page.locator("#document").focus()
        page.keyboard.press("Enter")
        said(page, "只取第一句")


OFFERED = {
    # a record, the index of a figure, and the periods that may be chosen for it
    "none is stated": (AREA, 0, None),
    "one is stated": ("work-areas/qi-ye", 0, [["2032-h1", "2032年上半年"]]),
}


@pytest.mark.parametrize("case", OFFERED)
def test_only_periods_that_are_stated_are_offered(server: EditingServer, case: str) -> None:
    record, at, expected = OFFERED[case]
    row = row_of(server, record, "figures", at, "period")
    assert (row and [one[:2] for one in row["options"]]) == expected


def test_a_period_that_is_not_stated_is_told_without_the_name_of_the_field(begun: Path) -> None:
    file = begun / f"{AREA}.yml"
    file.write_text(file.read_text("utf-8").replace("    quote: 新建", "    period: 2032-h2\n    quote: 新建"), "utf-8")
    with editing(begun, 0) as server:
        state = asked(server, ask="state", showing={"document": None, "record": AREA})["state"]
        row = row_of(server, AREA, "figures", 1, "period")
    told = next(one["fix"][0] for one in state["problems"] if one["field"] == "figures[1].period")
    assert told.startswith("请把“所属时期”改为“（不写）”") and row and row["value"] == "2032-h2"


def test_a_site_in_chinese_speaks_of_no_translations(server: EditingServer) -> None:
    own = row_of(server, AREA, "statements", 1)
    assert own and own["absent"] and own["label"][0] == "表述（不写就用原文）"
    assert row_of(server, BUREAU, "demonstration") and row_of(server, BUREAU, "untranslated") is None


def test_changes_are_told_in_words(server: EditingServer) -> None:
    for path in (["title"], ["figures", 0], ["summary"]):
        asked(server, ask="act", action="accept", record=AREA, path=path)
    asked(server, ask="act", action="only-frames", record=AREA, path=["statements", 0])
    asked(server, ask="act", action="put", record=BUREAU, path=["demonstration"], value="")
    asked(server, ask="act", action="put", record=AREA, path=["figures", 1, "label", "zh"], value="冷库")
    rows = asked(server, ask="changes")["rows"]
    told = {row["title"][0]: [one[0] for one in row["lines"]] for row in rows}
    assert told["渔港"] == [
        "已核定：渔港",
        "已核定：新建冷库3座。推动项目落地。",
        "已核定：渔港扩建项目资金到位率",
        "数据“冷库”·名称·中文：新建冷库 → 冷库",
        "删除事实“上半年，全局坚持稳字当头。”",
    ]
    assert told["云岭区农业农村局"] == ["不再注明：这是演示网站"]
    assert any("“上半年，全局坚持稳字当头。”" in one for one in told["云岭区农业农村局2032年上半年工作总结"])


def test_lists_are_in_the_order_of_the_document(server: EditingServer) -> None:
    titles = [one["title"] for one in asked(server, ask="state")["state"]["records"]]
    assert titles[:4] == ["云岭区农业农村局2032年上半年工作总结", "渔港", "企业", "云岭区农业农村局"]


def test_what_is_handed_over_is_listed_and_the_patch_says_where_it_is(begun: Path, browser: Browser) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-C", begun.parent, *words], capture_output=True, check=True)

    git("init", "-q", "-b", "main")
    (begun.parent / ".gitignore").write_text(".cache/\n*.txt\n!data/**\n", "utf-8", newline="\n")
    git("add", ".gitignore", "data/bureau.yml", "data/vocabulary", "data/ledger.txt")
    git("-c", "user.name=x", "-c", "user.email=x@bureau.example", "commit", "-qm", "first")
    with opened(begun, browser) as (page, server):
        asked(server, ask="act", action="put", record=BUREAU, path=["demonstration"], value="")
        page.reload()
        page.locator(f".mark--title[data-key*='{AREA}']").first.click()
        field(page, "title", "zh").press("Enter")
        said(page, "核定")
        page.locator("#changes").click()
        told = page.locator("dialog[open]")
        expect(told).to_contain_text("交出的文件：新增 4，修改 1。")
        with page.expect_download() as got:
            page.locator("#patch").click()
        assert got.value.suggested_filename.startswith("改动-云岭区农业农村局2032年上半年工作总结-")
        expect(told.locator(".downloaded")).to_contain_text("请把它交给审批人")


PENDING = {
    # what the document's record says: whether it is still to be decided, and the words that it rests on
    "issuer": (True, "云岭区农业农村局2032年上半年工作总结"),
    "period": (True, "云岭区农业农村局2032年上半年工作总结"),
    "date": (False, "2032年7月5日"),
}


@pytest.mark.parametrize("name", PENDING)
def test_what_is_said_of_a_document_is_decided_beside_the_words_it_rests_on(tmp_path: Path, name: str) -> None:
    undecided, words = PENDING[name]
    data = empty_bureau(tmp_path)
    import_text(data, "总结.txt", PAPER + ("" if undecided else "\n2032年7月5日\n"))
    with editing(data, 0) as server:
        record = asked(server, ask="state")["state"]["records"][0]["key"]
        row = row_of(server, record, name)
        assert row and row["stated"] == words
        assert (row["texts"][0] if "texts" in row else row)["open"] == undecided
        asked(server, ask="act", action="put", record=record, path=[name], value="2032") if name == "period" else None
        assert name != "period" or (row_of(server, record, name) or {})["stated"] == ""


def test_a_period_is_accepted_with_a_key(begun: Path, browser: Browser) -> None:
    with opened(begun, browser) as (page, server):
        page.select_option("#side select.open", label="云岭区农业农村局2032年上半年工作总结（来源文件） · 待定 2")
        field(page, "period").focus()
        page.keyboard.press("Enter")
        said(page, "核定 ·")
        assert f"period: {UNDECIDED}" not in kept(server, next(iter(documents(server))))


def documents(server: EditingServer) -> list[str]:
    """The records of documents."""
    return [one.key for one in server.session.records() if one.key.startswith("documents/")]


def test_what_only_introduces_leads_on_to_the_next_place_to_decide(begun: Path, browser: Browser) -> None:
    with opened(begun, browser) as (page, _):
        page.locator(".mark--statement", has_text="推动项目落地").click()
        page.get_by_role("button", name="只起引导、收尾作用").click()
        expect(page.locator("#side .field--open [data-key]:focus")).to_have_count(1)


def test_a_text_is_whole_after_the_pages_were_looked_at(begun: Path, browser: Browser) -> None:
    with opened(begun, browser) as (page, _):
        page.locator(f".mark--title[data-key*='{AREA}']").first.click()
        field(page, "summary", "zh").fill("渔港扩建项目资金到位率很高。" * 8)
        said(page, "填写")
        page.locator("#see").click()
        page.locator("iframe").wait_for()
        page.keyboard.press("Control+z")
        page.set_viewport_size({"width": 900, "height": 700})
        page.locator(".bar__view button").first.click()
        cut = page.locator("#side textarea").evaluate_all(
            "(all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).map((one) => one.value)"
        )
    assert cut == []


def test_the_first_record_is_the_first(server: EditingServer) -> None:
    assert (row_of(server, AREA, "order") or {})["value"] == "1"


READ = {"a share": (AREA, 0, "60%"), "a count": ("work-areas/qi-ye", 0, "42家")}


@pytest.mark.parametrize("case", READ)
def test_a_number_is_read_without_the_name_of_its_sign(server: EditingServer, case: str) -> None:
    record, at, expected = READ[case]
    shown = asked(server, ask="state", showing={"document": None, "record": record})["state"]["record"]["fields"]
    figures = next(one for one in shown if one["path"] == ["figures"])
    reading = next(one["of"] for one in figures["entries"][at]["fields"] if one["kind"] == "reading")
    assert next(row[2] for row in reading if row[0] == "读作") == expected
    told = next(row[2] for row in reading if row[0] == "时期")
    assert told == (
        "2032年上半年" if expected == "42家" else "原文没有为这个数写明；网页只注明文件时期（2032年上半年）"
    )


@pytest.mark.night
def test_a_tip_stands_beside_its_field_and_goes_with_escape(begun: Path, browser: Browser) -> None:
    with opened(begun, browser) as (page, _):
        page.locator(f".mark--title[data-key*='{AREA}']").first.click()
        page.locator("#side .help").first.click()
        tip, side = page.locator("#side .tip"), page.locator("#side")
        inner, outer = tip.bounding_box(), side.bounding_box()
        assert inner and outer
        assert outer["x"] <= inner["x"] and inner["x"] + inner["width"] <= outer["x"] + outer["width"]
        page.keyboard.press("Escape")
        expect(tip).to_have_count(0)
