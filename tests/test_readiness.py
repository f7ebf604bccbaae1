"""Readiness: each rule in states that meet it and states that do not; what is missing, and where it goes."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from macros.exports.table import Root
from macros.register.register import Register
from macros.staff import readiness_checks
from macros.staff.approvers import approvers
from macros.staff.readiness import assess, findings_text
from macros.text.languages import LANGUAGES
from tests.commands import answer
from tests.exports.conftest import ROOT
from tests.places import DATA, DEMONSTRATION
from tests.places import ROOT as PROJECT

NOWHERE = Root()
SUPPLIED = {"site_address": "https://bureau.example/", "site_code": "1", "icp": "x", "police_record": "y"}


def with_bureau(register: Register, **fields: Any) -> Register:
    """The register of a bureau with other fields."""
    bureau = register.bureau.model_copy(update=fields)
    return replace(register, bureau=bureau)


def with_document(register: Register, **fields: Any) -> Register:
    """The register with other fields in its only document."""
    ((ident, text),) = register.texts.items()
    document = text.document.model_copy(update=fields)
    changed = replace(text, document=document)
    return replace(register, texts={ident: changed})


def state(rule: Any, register: Register, root: Root = NOWHERE) -> tuple[str, list[str]]:
    """What a rule says, and the fields it wants."""
    found = rule(register, root)
    return found.state, [one.field for one in found.wanted]


def test_the_demonstration(register: Register) -> None:
    assert state(readiness_checks.not_a_demonstration, register) == ("not-met", ["demonstration"])
    assert state(readiness_checks.not_a_demonstration, with_bureau(register, demonstration=False)) == ("met", [])


@pytest.mark.parametrize(
    ("fields", "root", "expected"),
    [
        ({}, NOWHERE, ("to-supply", ["site_address", "site_code"])),
        ({"site_code": "1"}, NOWHERE, ("to-supply", ["site_address"])),
        ({}, ROOT, ("to-supply", ["site_code"])),
        ({"site_code": "1"}, ROOT, ("met", [])),
    ],
)
def test_the_site_is_named(
    register: Register, fields: dict[str, str], root: Root, expected: tuple[str, list[str]]
) -> None:
    assert state(readiness_checks.site_named_on_every_page, with_bureau(register, **fields), root) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ("to-supply", ["published"])),
        ({"date": date(2001, 7, 31)}, ("to-supply", ["published"])),
        ({"published": datetime(2001, 8, 1, 9, 30)}, ("met", [])),
    ],
)
def test_articles_are_dated(register: Register, fields: dict[str, Any], expected: tuple[str, list[str]]) -> None:
    assert state(readiness_checks.articles_dated, with_document(register, **fields)) == expected


def test_the_footer(register: Register, full_register: Register) -> None:
    wanted = ["organiser", "site_code", "icp", "police_record"]
    assert state(readiness_checks.footer_complete, register) == ("to-supply", wanted)
    assert state(readiness_checks.footer_complete, full_register) == ("met", [])
    assert state(readiness_checks.footer_complete, with_bureau(full_register, icp=None)) == ("to-supply", ["icp"])


@pytest.mark.parametrize("channel", ["email", "telephone", "feedback_form", "issue_tracker"])
def test_one_channel_is_enough(register: Register, channel: str) -> None:
    wanted = ["email", "telephone", "feedback_form", "issue_tracker"]
    assert state(readiness_checks.errors_can_be_reported, register) == ("to-supply", wanted)
    assert state(readiness_checks.errors_can_be_reported, with_bureau(register, **{channel: "x"})) == ("met", [])


@pytest.mark.parametrize(
    ("emptied", "expected"),
    [((), "met"), (("sections", "figures"), "met"), (("texts", "figures", "work_areas"), "not-met")],
)
def test_empty_columns(register: Register, emptied: tuple[str, ...], expected: str) -> None:
    """Two are empty from the first: corrections and what is new."""
    nothing: dict[str, Any] = {name: {} for name in emptied}
    bare = replace(register, **nothing)
    assert readiness_checks.few_columns_empty(bare, NOWHERE).state == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "to-supply"),
        ({"date": date(2001, 7, 2)}, "to-supply"),
        ({"date": date(2001, 7, 2), "published": datetime(2001, 7, 30, 17, 0)}, "met"),
        ({"date": date(2001, 7, 2), "published": datetime(2001, 7, 31, 9, 0)}, "not-met"),
    ],
)
def test_published_in_time(register: Register, fields: dict[str, Any], expected: str) -> None:
    assert readiness_checks.published_in_time(with_document(register, **fields), NOWHERE).state == expected


@pytest.mark.parametrize(("first", "last", "days"), [((7, 2), (7, 2), 0), ((7, 6), (7, 9), 1), ((7, 2), (7, 30), 20)])
def test_weekdays(first: tuple[int, int], last: tuple[int, int], days: int) -> None:
    assert readiness_checks.weekdays(date(2001, *first), date(2001, *last)) == days


def test_catalogue_entries(register: Register) -> None:
    wanted = ["index_number", "document_number", "date", "published"]
    found = readiness_checks.catalogue_entries_complete(register, NOWHERE)
    assert [one.field for one in found.wanted] == wanted and not found.blocks
    assert {one.file for one in found.wanted} == {"data/documents/h1-work-summary.yml"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("联系人13912345678", "not-met"), ("身份证420102199001011234", "not-met"), ("15000份", "met")],
)
def test_nothing_personal(register: Register, text: str, expected: str) -> None:
    title = register.work_areas["bases"].title.model_copy(update={"zh": text})
    area = register.work_areas["bases"].model_copy(update={"title": title})
    changed = replace(register, work_areas={**register.work_areas, "bases": area})
    assert readiness_checks.nothing_personal(changed, NOWHERE).state == expected
    assert readiness_checks.nothing_personal(with_bureau(changed, office_numbers=["13912345678"]), NOWHERE).state == (
        "met" if "139" in text else expected
    )


def test_terms(register: Register, full_register: Register) -> None:
    assert state(readiness_checks.terms_stated, register) == ("to-supply", ["data_terms"])
    assert state(readiness_checks.terms_stated, full_register) == ("met", [])


def test_every_rule_is_run_and_says_where_to_put_what_is_missing(register: Register) -> None:
    found = assess(register, NOWHERE)
    assert len(found) == len(readiness_checks.CHECKS)
    assert all(
        rule.__doc__ and ("rule" in rule.__doc__.lower() or "Open data" in rule.__doc__)
        for rule in readiness_checks.CHECKS
    )
    for one in found:
        assert bool(one.wanted) == (one.state != "met"), one.number
        for want in one.wanted:
            place = DEMONSTRATION if want.file.startswith("data/") else PROJECT
            assert (place / want.file).is_file() and f"{want.file}: {want.field}" in findings_text(found)


def ready(data: Path) -> subprocess.CompletedProcess[str]:
    """``make ready`` on a data folder."""
    return answer("ready", "--data", data)


def test_the_command_fails_while_something_required_is_missing() -> None:
    done = ready(DATA)
    assert done.returncode == 1 and "Not ready to go live" in done.stdout and "site_code" in done.stdout
    assert "For people to check" in done.stdout


FILLED_IN = (PROJECT / "CODEOWNERS").read_text("utf-8").replace("# *  ", "*  ").replace("# /", "/")
for own in ("机构/技术人员", "机构/政务公开人员"):
    FILLED_IN = FILLED_IN.replace(own, "bureau/team-1")

ALL = ["/data/", "/docs/", "/data/vocabulary/", "*"]
OWNERS = {
    # what the file says, and what is wanted
    "as it comes": ((PROJECT / "CODEOWNERS").read_text("utf-8"), ALL),
    "as it comes, without the marks": ((PROJECT / "CODEOWNERS").read_text("utf-8").replace("# ", ""), ALL),
    "filled in": (FILLED_IN, []),
    "one person for all": ("* @someone\n", []),
    "a mailbox": ("* a.b@bureau.example # all\n", []),
    "a subgroup, as on GitLab": ("[Section]\n* @a/b/c\n", []),
    "one owner that is none": ("* @someone @机构/技术人员\n", ALL),
    "a later line that names nobody": ("* @a\n/docs/\n", ["/docs/"]),
    "a later line without effect": ("* @a\n/docs/ docs-team\n", []),
    "an earlier line": ("/docs/ @a\n* @b\n", []),
    "content alone": ("/data/ @a\ndocs/ @b\n", ["*"]),
    "the files of a folder alone": ("* @a\n/data/* \n", ["/data/"]),
    "one ending": ("*.py @a\n", ALL),
    "any depth": ("**/* @a\n", []),
    "nothing": ("", ALL),
}


@pytest.mark.parametrize("case", OWNERS)
def test_somebody_approves_changes(case: str, tmp_path: Path) -> None:
    text, wanted = OWNERS[case]
    (tmp_path / "CODEOWNERS").write_text(text, "utf-8")
    found = approvers(tmp_path)
    assert [one.field for one in found.wanted] == wanted and found.blocks == bool(wanted)


def test_the_first_place_counts(tmp_path: Path) -> None:
    assert [one.file for one in approvers(tmp_path).wanted] == ["CODEOWNERS"] * 4
    (tmp_path / "CODEOWNERS").write_text("* @a\n")
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github/CODEOWNERS").write_text("# nobody\n")
    assert [one.file for one in approvers(tmp_path).wanted] == [".github/CODEOWNERS"] * 4


def test_the_command_succeeds_once_all_is_supplied(data: Path) -> None:
    bureau = data / "bureau.yml"
    extra = (Path(__file__).parent / "fixtures/bureau.part").read_text("utf-8")
    bureau.write_text(bureau.read_text("utf-8").replace("demonstration: yes\n", "") + extra, "utf-8")
    document = data / "documents/h1-work-summary.yml"
    text = document.read_text("utf-8").replace(
        "period: first-half\n", "period: first-half\npublished: 2001-08-01 09:30\n"
    )
    document.write_text(text, "utf-8")
    done = ready(data)
    assert done.returncode == 1 and "required rules not met: 1" in done.stdout, "nobody approves changes"
    assert "    CODEOWNERS: /data/  谁来审批 data/ 的改动 who approves changes to data/" in done.stdout
    (data.parent / "CODEOWNERS").write_text(FILLED_IN, "utf-8")
    done = ready(data)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Every required rule" in done.stdout


def test_the_page_tells_the_same(site: Path, register: Register) -> None:
    for language in LANGUAGES:
        page = html.fromstring((site / language.prefix / "readiness/index.html").read_text("utf-8"))
        rows = page.xpath("//table[contains(@class, 'readiness')]/tbody/tr")
        states = [row.xpath(".//span[contains(@class, 'state')]/@class")[0].rpartition("--")[2] for row in rows]
        assert states == [one.state for one in assess(register, NOWHERE)]
        fields = page.xpath("//ul[@class='readiness__wanted']/li/code[last()]/text()")
        assert fields == [want.field for one in assess(register, NOWHERE) for want in one.wanted]


def test_every_page_is_marked_as_a_demonstration(site: Path) -> None:
    for file in site.rglob("*.html"):
        page = html.fromstring(file.read_text("utf-8"))
        (mark,) = page.xpath("//p[@class='demonstration']")
        assert any(word in mark.text_content() for word in ("演示网站", "演示網站", "Demonstration")), file


def test_a_site_that_is_none_is_not_marked(full_register: Register) -> None:
    from tests.pages import Shown, html_of, site_of

    real = site_of(with_bureau(full_register, demonstration=False))
    assert "demonstration" not in html_of(real, Shown("about.md"))
