"""Statutory annual reports: known by their titles, their totals found in their tables, a page where there is one."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import html

from macros.exports.files import export_files
from macros.exports.table import Root
from macros.records.annual_report import annual_report_year, report_totals
from macros.records.base import BilingualText
from macros.records.document import Edition
from macros.records.tables import tables_of
from macros.register.load import load
from macros.register.register import Register
from macros.staff.readiness import assess, findings_text
from macros.text.languages import LANGUAGES
from tests.commands import answer
from tests.night import some
from tests.pages import Shown, html_of, site_of
from tests.places import FIXTURES

YUNLING = FIXTURES / "yunling/data"
REPORT = "disclosure-2031"


@pytest.fixture(scope="module")
def district() -> Register:
    register, problems = load(YUNLING)
    assert register is not None, problems
    return register


def document(district: Register, **fields: object) -> Edition:
    return district.texts[REPORT].document.model_copy(update=fields)


TITLES: dict[str, tuple[str, str, int | None]] = {
    # title, period of the document, the year that it is a report for
    "as in the fixture": ("云岭区科学技术局2031年政府信息公开工作年度报告", "2031", 2031),
    "年度 behind the year": ("某局2031年度政府信息公开工作年度报告", "whole-year", 2031),
    "without 工作": ("某局2031年政府信息公开年度报告", "2031", 2031),
    "年报": ("某局2031年政府信息公开工作年报", "2031", 2031),
    "the year in brackets": ("某局政府信息公开工作年度报告（2031年度）", "2032", 2031),
    "the year in Chinese": ("某局二〇三一年政府信息公开工作年度报告", "2031", 2031),
    "digits of full width, blanks": ("某局 ２０３１ 年政府信息公开工作年度报告", "2031", 2031),
    "a district named after the moon": ("月湖区某局2031年政府信息公开工作年度报告", "2031", 2031),
    "no year, but a period that is one": ("某局政府信息公开工作年度报告", "2031", 2031),
    "no year at all": ("某局政府信息公开工作年度报告", "whole-year", None),
    "a notice of reports": ("关于报送2031年政府信息公开工作年度报告的通知", "2031", None),
    "an explanation of one": ("某局2031年政府信息公开工作年度报告解读", "2031", None),
    "of a half-year": ("某局2031年上半年政府信息公开工作报告", "2031-h1", None),
    "of a quarter": ("某局2031年第一季度政府信息公开情况报告", "2031-q1", None),
    "of some months": ("某局2031年1-6月政府信息公开工作报告", "2031", None),
    "another report of a year": ("某局2031年法治政府建设年度报告", "2031", None),
    "a summary": ("云岭区科学技术局2031年工作总结", "2031", None),
}


@pytest.mark.parametrize("case", TITLES)
def test_a_report_is_known_by_its_title(case: str, district: Register) -> None:
    title, period, year = TITLES[case]
    assert annual_report_year(document(district, title=BilingualText(zh=title, en="Report"), period=period)) == year


HEAD = ("项目\t<<\t<<\t自然人\t法人或其他组织\t<<\t总计", "^^\t<<\t<<\t^^\t商业企业\t其他\t^^")
MERGED = (
    *HEAD,
    "一、本年新收政府信息公开申请数量\t<<\t<<\t5\t2\t0\t7",
    "二、上年结转政府信息公开申请数量\t<<\t<<\t1\t0\t0\t1",
    "三、本年度办理结果\t（一）予以公开\t<<\t3\t2\t0\t5",
    "^^\t（三）不予公开\t1.属于国家秘密\t1\t0\t0\t1",
    "^^\t^^\t2.其他\t1\t0\t0\t1",
    "^^\t（七）总计\t<<\t5\t2\t0\t7",
    "四、结转下年度继续办理\t<<\t<<\t1\t0\t0\t1",
)
BLANK = tuple(row.replace("^^\t（", "\t（").replace("^^\t^^\t", "\t\t") for row in MERGED)
TOTALS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "as the form has it": (
        MERGED,
        {"received": "r3c7", "carried-in": "r4c7", "dealt-with": "r8c7", "carried-over": "r9c7"},
    ),
    "blank cells in place of merged ones": (
        BLANK,
        {"received": "r3c7", "carried-in": "r4c7", "dealt-with": "r8c7", "carried-over": "r9c7"},
    ),
    "a dash is no number": (
        (*MERGED[:-1], "四、结转下年度继续办理\t<<\t<<\t—\t—\t—\t—"),
        {"received": "r3c7", "carried-in": "r4c7", "dealt-with": "r8c7"},
    ),
    "results of several rows without a total": (
        (*MERGED[:7], MERGED[8]),
        {"received": "r3c7", "carried-in": "r4c7", "carried-over": "r8c7"},
    ),
    "no column of totals": (("项目\t自然人\t企业", "一、本年新收申请\t5\t2", "二、上年结转申请\t0\t0"), {}),
    "another table": (("事项\t数量\t总计", "一、本年制发\t1\t1", "二、本年废止\t0\t0"), {}),
}


@pytest.mark.parametrize("case", TOTALS)
def test_totals_are_found_in_its_tables(case: str, district: Register) -> None:
    rows, expected = TOTALS[case]
    tables = tables_of(list(enumerate(("题", *rows), 1)))
    found = report_totals(document(district, tables=tables))
    assert {name: f"r{cell.row}c{cell.column}" for name, (_, cell) in found.items()} == expected


def page_of(register: Register, prefix: str = "") -> html.HtmlElement:
    return html.fromstring(html_of(site_of(register), Shown(f"{prefix}annual-reports.md", "annual_reports", ())))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_the_page_tells_totals_and_leads_to_their_cells(language: object, district: Register) -> None:
    page = page_of(district, getattr(language, "prefix", ""))
    numbers = page.xpath("//a[@class='facts__number']")
    assert [one.text for one in numbers] == ["2", "0", "2"]
    assert [one.get("href").partition("#")[2] for one in numbers] == ["t2-r2c4", "t2-r3c4", "t2-r4c4"]
    files = page.xpath("//a[@download]/@href")
    assert sum(1 for one in files if f"data/tables/{REPORT}-t" in one) == 4
    assert any(one.endswith(".html.txt") for one in files) and any(one.endswith(f"{REPORT}.txt") for one in files)
    assert not page.xpath("//p[@class='note']") and "6" in page.text_content() and "2033" in page.text_content()


def test_a_sum_that_differs_is_told(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(YUNLING, data)
    for name in (f"{REPORT}.txt", f"{REPORT}.html"):
        file = data / "documents" / name
        text = file.read_text("utf-8")
        row = ("本年新收申请数量\t1\t1\t2", "本年新收申请数量\t1\t1\t3")
        cells = ("本年新收申请数量</td><td>1</td><td>1</td><td>2", "本年新收申请数量</td><td>1</td><td>1</td><td>3")
        assert row[0] in text or cells[0] in text
        file.write_text(text.replace(*row).replace(*cells), "utf-8")
    register, problems = load(data)
    assert register is not None, problems
    notes = page_of(register).xpath("//p[@class='note']")
    assert [one.text_content() for one in notes] == [
        "本站计算 表2：第2行第4列：原文为3，按表中所列相加为2。",
        "本站计算 表2：第4行第4列：原文为2，按表中所列相加为3。",
    ]


def test_it_is_in_menu_catalogue_and_open_data(district: Register) -> None:
    site = site_of(district)
    assert "annual-reports/" in html_of(site, Shown("index.md"))
    assert "annual-reports/" in html_of(site, Shown("site-map.md", "site_map", ()))
    rows = html.fromstring(html_of(site, Shown("catalogue.md", "catalogue", ()))).xpath("//tr[@data-kind]")
    kinds = [one.get("data-kind") for one in rows]
    assert kinds.count("annual-report") == 1 and kinds.count("document") == 3
    table = export_files(district, Root())["data/annual-reports.csv"].decode("utf-8-sig").splitlines()
    assert len(table) == 2 and table[1].startswith("disclosure-2031,2031,") and ",2,0,2,,6,0," in table[1]


def test_the_newest_comes_first(district: Register) -> None:
    older = replace(
        district.texts[REPORT],
        document=document(district, title=BilingualText(zh="某局2030年政府信息公开工作年度报告", en="Report")),
    )
    register = replace(district, texts={"older": older, **district.texts})
    assert register.annual_reports == {REPORT: 2031, "older": 2030}


def test_without_a_report_nothing_is_said_of_any(register: Register) -> None:
    """But for the rule that people are to check."""
    site = site_of(register)
    assert not any(address.startswith("annual-reports") for address in site.pages)
    for source in ("index.md", "catalogue.md", "data.md", "site-map.md", "readiness.md"):
        for macro in ("", {"index": "home", "data": "datasets", "site-map": "site_map"}.get(source[:-3], source[:-3])):
            assert "年报" not in html_of(site, Shown(source, macro)), (source, macro)
    assert not any("annual-report" in name for name in export_files(register, Root()))
    assert "年报" not in findings_text(assess(register, Root()))


def test_the_readiness_page_tells_when_the_next_is_due(district: Register) -> None:
    shown = html_of(site_of(district), Shown("readiness.md", "readiness", ()))
    assert "最近为2031年，2032年的应于2033年1月31日前公布" in shown


@pytest.mark.parametrize(
    ("day", "told"),
    some([("2033-01-31", False), ("2032-12-31", False), ("2033-02-01", True), ("2040-06-01", True)], 2, spread=True),
)
def test_the_command_tells_that_one_is_late(day: str, told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the clock of the machine, which the environment sets here; noon in Beijing."""
    noon = datetime.fromisoformat(f"{day}T04:00:00").replace(tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
    done = answer("ready", "--data", YUNLING)
    assert ("2032年的年度报告尚未公布" in done.stdout) == told, done.stdout + done.stderr
    assert "应于2033年1月31日前公布" in done.stdout
