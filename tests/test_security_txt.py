"""security.txt: as RFC 9116 says, from the bureau's record alone, and never out of date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.building.build import build
from macros.exports.table import Root
from macros.publishing.hosts import host_files
from macros.publishing.security_txt import SECURITY_TXT, security_txt
from macros.records.bureau import Security
from macros.register.load import load
from macros.register.register import Register
from macros.staff.readiness_checks import weaknesses_can_be_reported
from macros.system.clock import today
from tests.test_readiness import with_bureau

DAY = date(2001, 8, 1)
GIVEN = "security:\n  email: security@bureau.example\n  expires: {}\n"


@pytest.mark.parametrize(
    ("given", "address", "expected"),
    [
        (
            {"email": "s@bureau.example"},
            "",
            ["Contact: mailto:s@bureau.example", "Expires: 2001-08-01T23:59:59+08:00"],
        ),
        (
            {"email": "s@bureau.example", "page": "https://s.example/x", "languages": ["zh", "en"]},
            "https://bureau.example",
            [
                *("Contact: mailto:s@bureau.example", "Contact: https://s.example/x"),
                *("Expires: 2001-08-01T23:59:59+08:00", "Preferred-Languages: zh, en"),
                "Canonical: https://bureau.example/.well-known/security.txt",
            ],
        ),
        (
            {"page": "https://s.example/x"},
            "http://bureau.example/",
            ["Contact: https://s.example/x", "Expires: 2001-08-01T23:59:59+08:00"],
        ),
    ],
    ids=["a mailbox", "everything", "an address without encryption is not canonical"],
)
def test_what_it_says(register: Register, given: dict[str, object], address: str, expected: list[str]) -> None:
    bureau = with_bureau(register, security=Security.model_validate({"expires": DAY, **given})).bureau
    assert security_txt(bureau, Root.at(address)) == "\n".join(expected) + "\n"


def test_without_a_contact_there_is_none_and_readiness_says_so(register: Register, site: Path) -> None:
    assert security_txt(register.bureau, Root()) is None
    assert not (site / ".well-known").exists()
    found = weaknesses_can_be_reported(register, Root())
    assert (found.state, found.required, [one.field for one in found.wanted]) == ("to-supply", False, ["security"])
    given = with_bureau(register, security=Security(email="s@bureau.example", expires=DAY))
    assert weaknesses_can_be_reported(given, Root()).state == "met"


@pytest.mark.parametrize(
    ("expires", "problem"),
    [
        ("2001-08-01", ""),
        ("2002-08-01", ""),
        ("2001-07-31", "expired on 2001-07-31"),
        ("2002-08-02", "over a year: 2002-08-02"),
    ],
)
def test_the_day_it_ends(data: Path, expires: str, problem: str) -> None:
    add(data, GIVEN.format(expires))
    assert load(data)[1] == [], "a state of the past is read without a clock"
    found = load(data, today=DAY)[1]
    assert [one.field for one in found] == (["security.expires"] if problem else [])
    assert all(problem in one.wrong.en and one.excerpt == f"  expires: {expires}" for one in found)
    assert all("within the next year" in one.fix.en and "一年之内" in one.fix.zh for one in found)


def test_a_contact_that_is_none(data: Path) -> None:
    add(data, "security:\n  expires: 2001-08-01\n")
    (found,) = load(data)[1]
    assert found.field == "security" and "neither" in found.wrong.en


def test_one_that_has_expired_ends_the_build(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With file, line and fix; and the clock may be set, so that an old state can be built again."""
    add(data, GIVEN.format("2001-08-01"))
    line = (data / "bureau.yml").read_text("utf-8").count("\n")
    assert build(data, tmp_path / "site") is None and not (tmp_path / "site").exists()
    said = capsys.readouterr().err
    assert f"data/bureau.yml:{line}:" in said and "see that someone still answers" in said.lower()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "996624000")
    register, problems = load(data, today())
    assert register and problems == []
    made = host_files(register, Root(), "/", "", ["assets"])
    assert made[SECURITY_TXT] == "Contact: mailto:security@bureau.example\nExpires: 2001-08-01T23:59:59+08:00\n"


@pytest.mark.parametrize(
    ("epoch", "expected"), [("0", (1970, 1, 1)), ("996681600", (2001, 8, 2)), ("996681599", (2001, 8, 1))]
)
def test_the_clock_is_chinas(monkeypatch: pytest.MonkeyPatch, epoch: str, expected: tuple[int, int, int]) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today() == date(*expected)


def add(data: Path, lines: str) -> None:
    """Adds lines to the bureau's record."""
    with (data / "bureau.yml").open("a", encoding="utf-8") as bureau:
        bureau.write(lines)
