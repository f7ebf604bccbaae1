"""Slips of typing in Chinese prose: what is refused, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.register.load import load
from tests.conftest import Change

SLIPS = {
    "建设,重点": 'Half-width ","',
    "建设;重点": 'Half-width ";"',
    "建设:重点": 'Half-width ":"',
    "建设(重点": 'Half-width "("',
    "建设重点.": 'Half-width "."',
    "建设!": 'Half-width "!"',
    "建设'重点": "Half-width",
    "建设，，重点": "Doubled punctuation",
    "建设。，重点": "Doubled punctuation",
    "建设、、重点": "Doubled punctuation",
    "建设！！！": "Doubled punctuation",
    "“建设重点": "has no partner",
    "建设重点”": "has no partner",
    "（建设重点": "has no partner",
    "《建设”重点》": "has no partner",
    "建设 重点": "space between Han",
    "建设\u3000重点": "space between Han",
    "建设重⽇": "only looks like",
    "建设⻚重点": "only looks like",
}

FINE = [
    "“建设”（重点）、《办法》……",
    "建设——重点",
    "zl(g)nf自浮型",
    "甲、乙，丙；丁：戊。",
    "“甲‘乙’丙”",
    "怎么办？！",
    "PDF 文件、SHA 校验值",
    "https://example.org/一",
]


@pytest.mark.parametrize(("text", "words"), SLIPS.items())
def test_slips(data: Path, change: Change, text: str, words: str) -> None:
    change("work-areas/bases.yml", "zh: 建设重点\n", f'zh: "{text}"\n')
    _, problems = load(data)
    assert any(problem.field == "lists[1].title.zh" and words in problem.wrong.en for problem in problems), problems


@pytest.mark.parametrize("text", FINE)
def test_fine(data: Path, change: Change, text: str) -> None:
    change("work-areas/bases.yml", "zh: 建设重点\n", f'zh: "{text}"\n')
    _, problems = load(data)
    assert problems == []
