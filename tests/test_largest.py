"""The largest data that reading lets in, made as hard as can be: every rule answers within seconds, in few words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.problems import report
from macros.records.collecting import LARGEST_TEXT
from macros.register.load import load
from macros.yaml_files.encoding import LARGEST
from macros.yaml_files.source import MOST_LISTED
from tests.night import some
from tests.tools.fuzzing import time_limit

WEEK = "activities/science-week.yml"
SECONDS = 20


def append(data: Path, text: str) -> None:
    """Fills a record up to the largest size."""
    path = data / WEEK
    path.write_bytes((path.read_bytes() + text.encode())[:LARGEST])


def add_document(data: Path, verbatim: str, emendations: str = "") -> None:
    """Adds a document with a verbatim text of the largest size."""
    received = verbatim.encode()[: LARGEST_TEXT - 3].decode("utf-8", "ignore").encode()
    (data / "documents/big.txt").write_bytes(received)
    head = "title: {zh: 标题, en: a}\nissuer: {zh: 局, en: a}\nperiod: first-half\nverbatim: big.txt\nscript: zh-Hans\n"
    (data / "documents/big.yml").write_text(f"{head}{emendations}translations:\n  en:\n    s0: a\n", "utf-8")


def mobiles(data: Path) -> None:
    append(data, "x: " + " ".join(f"{13000000000 + 7919 * at}" for at in range(22000)))


def mobiles_in_verbatim_text(data: Path) -> None:
    add_document(data, "".join(f"{13000000000 + 7919 * at}\n" for at in range(90000)))


def one_line(data: Path) -> None:
    add_document(data, "甲" * 400_000)


def lookalikes(data: Path) -> None:
    append(data, "x: " + "⽇" * 90000)


def unknown_figures(data: Path) -> None:
    names = ", ".join(f"x{at}" for at in range(19000))
    append(data, f"pipeline:\n  - stage: funded\n    figures: [{names}]\n")


def unknown_fields(data: Path) -> None:
    append(data, "".join(f"x{at}: 1\n" for at in range(9500)))


def emendations(data: Path) -> None:
    listed = "".join(
        f"  - {{id: e{at}, kind: insertion, stood: 甲{at}, printed: 乙{at}, zh: 甲, en: a}}\n" for at in range(1200)
    )
    add_document(data, "标题\n" + "字" * 4000, f"emendations:\n{listed}")


def emendations_everywhere(data: Path) -> None:
    """Words that stand in a hundred thousand places."""
    add_document(
        data,
        "标题\n" + "专案甲。" * 85_000,
        "emendations:\n  - {id: e, kind: insertion, stood: 专案, printed: 项目, zh: 甲, en: a}\n",
    )


def sentences(data: Path) -> None:
    add_document(data, "标题\n" + "甲。" * 170_000)


def numbers(data: Path) -> None:
    add_document(data, "标题\n" + "近三百五十家。" * 49_000)


def one_number(data: Path) -> None:
    add_document(data, "标题\n" + f"{'1' * 3990}。" * 250)


def one_chinese_number(data: Path) -> None:
    add_document(data, "标题\n" + f"{'一亿' * 1990}。" * 85)


def open_quotation_marks(data: Path) -> None:
    add_document(data, "标题\n" + f"{'“（' * 1990}\n" * 85)


def headings(data: Path) -> None:
    add_document(data, "一、甲\n" * 70_000)


HARD: tuple[Callable[[Path], None], ...] = (
    *(mobiles, mobiles_in_verbatim_text, one_line, lookalikes, unknown_figures, unknown_fields, emendations),
    *(emendations_everywhere, sentences, numbers, one_number, one_chinese_number, open_quotation_marks, headings),
)


@pytest.mark.parametrize("harden", some(HARD, 6), ids=lambda one: one.__name__)
def test_rules_answer_in_time_and_in_few_words(data: Path, harden: Callable[[Path], None]) -> None:
    harden(data)
    with time_limit(SECONDS):
        register, problems = load(data)
        printed = report(problems)
    assert register is None
    assert len(problems) <= 4 * (MOST_LISTED + 1)
    assert len(printed) < 2**20


def test_a_verbatim_text_that_is_too_large_is_said_to_be(data: Path) -> None:
    add_document(data, "甲")
    (data / "documents/big.txt").write_bytes(b"x" * (LARGEST_TEXT + 1))
    _, problems = load(data)
    (found,) = [problem for problem in problems if problem.field == "verbatim"]
    assert "超过 1 MB" in found.wrong.zh and "over 1 MB" in found.wrong.en


def test_a_sentence_without_an_end_is_refused(data: Path) -> None:
    """No grammar reads it: the marks have been lost on the way."""
    add_document(data, "标题\n" + "甲" * 3999 + "。乙\n" + "甲" * 4001)
    _, problems = load(data)
    (found,) = [problem for problem in problems if problem.field == "verbatim"]
    assert "第3行" in found.wrong.zh and "Line 3" in found.wrong.en


def test_a_rule_that_finds_too_much_says_so(data: Path) -> None:
    lookalikes(data)
    _, problems = load(data)
    found = [problem for problem in problems if "only looks like" in problem.wrong.en]
    assert len(found) == MOST_LISTED
    assert any("too many problems" in problem.wrong.en and "太多" in problem.wrong.zh for problem in problems)
