"""Personal numbers are found however they are typed, refused, and never printed. All numbers here are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.problems import Format, report
from macros.register.load import load
from macros.text.personal_numbers import find, masked
from tests.conftest import Change

MOBILE = "13912345678"
IDENTITY = "110101190001011234"

PERSONAL = [
    MOBILE,
    "139 1234 5678",
    "139-1234-5678",
    "１３９１２３４５６７８",
    "139\u30001234\u30005678",
    "139\n1234\n5678",
    "1 3 9 1 2 3 4 5 6 7 8",
    "+8613912345678",
    "+86 139 1234 5678",
    "电话：13912345678。",
    "Tel13912345678",
    "mobile139 1234 5678x",
    "(139)12345678".replace("(", "").replace(")", "－"),
    "139.1234.5678",
    IDENTITY,
    "110101 19000101 1234",
    "１１０１０１１９０００１０１１２３４",
    "11010119000101123X",
    "11010119000101123x",
    "1101011900\n01011234",
    "110101-1900-0101-1234",
    "110101900101123",
]

HARMLESS = [
    "15000份",
    "1万份和4000人次",
    "020-12345678",
    "0716-2345678",
    "12345678901",
    "29912345678",
    "1391234567",
    "139123456789",
    "c0dbe939c8cb88ad156fe439462e2b8a0b5a22e0279a4ce816c276be62cffb40",
    "110101190013011234",
    "2001-07-31 2001-12-31",
    "近3000万元、230万元、30万亩",
]


@pytest.mark.parametrize("text", PERSONAL)
def test_found(text: str) -> None:
    (found,) = find(text)
    shown = masked(text)
    assert shown != text and len(shown) == len(text)
    assert sum(char.isdigit() for char in shown[found.start : found.end]) <= 2
    assert list(find(shown)) == []


def test_masking_one_number_uncovers_no_other() -> None:
    text = f"open_en{IDENTITY}e{IDENTITY}Xe{MOBILE}"
    assert len(list(find(text))) == 3
    assert list(find(masked(text))) == []


@pytest.mark.parametrize("text", HARMLESS)
def test_left_alone(text: str) -> None:
    assert list(find(text)) == []
    assert masked(text) == text


@pytest.mark.parametrize("text", [one for one in PERSONAL if "\n" not in one])
def test_refused_and_never_printed(data: Path, change: Change, text: str) -> None:
    change("work-areas/bases.yml", "zh: 建设重点\n", f"zh: 联系人{text}\n")
    register, problems = load(data)
    assert register is None
    assert any(
        problem.field == "lists[1].title.zh" and problem.wrong.en.startswith("This contains") for problem in problems
    )
    forms: list[Format] = ["text", "json", "github", "gitlab"]
    printed = "".join(report(problems, form) for form in forms)
    half = printed.translate(str.maketrans("０１２３４５６７８９", "0123456789"))
    digits = "".join(char for char in half if char.isdigit())
    assert "12345678" not in digits and "190001011" not in digits and "900101123" not in digits


def test_split_over_lines(data: Path, change: Change) -> None:
    change("work-areas/bases.yml", "zh: 建设重点\n", "zh: 联系人139\n        1234\n        5678\n")
    _, problems = load(data)
    (found,) = [problem for problem in problems if problem.wrong.en.startswith("This contains a mobile number")]
    assert "139" not in found.excerpt


def test_in_the_verbatim_text(data: Path) -> None:
    text = data / "documents/h1-work-summary.zh-Hant.txt"
    text.write_text(text.read_text("utf-8") + f"\n聯繫電話{MOBILE}", "utf-8")
    _, problems = load(data)
    places = [str(problem.place) for problem in problems if "mobile number" in problem.wrong.en]
    assert places == ["data/documents/h1-work-summary.zh-Hant.txt:35:5"]


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_in_a_verbatim_text_in_another_encoding(data: Path, encoding: str) -> None:
    text = data / "documents/h1-work-summary.zh-Hant.txt"
    text.write_bytes((text.read_text("utf-8") + "\n聯繫電話１３９１２３４５６７８").encode(encoding))
    places = [str(problem.place) for problem in load(data)[1] if "mobile number" in problem.wrong.en]
    assert places == ["data/documents/h1-work-summary.zh-Hant.txt:35:5"]


def test_published_office_numbers_are_allowed(data: Path, change: Change) -> None:
    change("work-areas/bases.yml", "zh: 建设重点\n", f"zh: 服务热线{MOBILE}\n")
    change("work-areas/bases.yml", "en: Where the emphasis lies\n", f"en: Hotline {MOBILE}\n")
    assert load(data)[0] is None
    with (data / "bureau.yml").open("a", encoding="utf-8") as bureau:
        bureau.write("office_numbers:\n  - 139-1234-5678\n")
    assert load(data)[1] == []


def test_a_large_value_is_no_telephone_number(data: Path, change: Change) -> None:
    change(
        "activities/science-week.yml",
        "  - id: materials\n",
        f"  - id: materials\n    reading:\n      value: {MOBILE}\n      unit: copy\n",
    )
    _, problems = load(data)
    assert not any("mobile number" in problem.wrong.en for problem in problems)
