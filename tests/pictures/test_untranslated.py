"""Chinese in a drawing on a page of another language is marked as Chinese, and as not translated behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from macros.pages.fallback import QUIET_FROM, QUIET_TO, chinese_runs
from macros.records.base import BilingualText
from macros.register.published import PublishedFigure
from macros.register.register import Register
from macros.text.languages import CHINESE, ENGLISH
from tests.pictures.drawn import pictures

LABELLED = "projects.applied-provincial"
MARK = " [no translation yet]"


def without_english(register: Register, ident: str) -> Register:
    """The register in which the label of a figure lacks its English."""
    one = register.figures[ident]
    label = BilingualText.model_construct(zh=one.figure.label.zh, en="", others={})
    made = replace(one, figure=one.figure.model_copy(update={"label": label}))

    def changed(groups: Mapping[str, tuple[PublishedFigure, ...]]) -> dict[str, tuple[PublishedFigure, ...]]:
        return {name: tuple(made if figure is one else figure for figure in them) for name, them in groups.items()}

    return replace(
        register,
        figures={**register.figures, ident: made},
        figures_by_record=changed(register.figures_by_record),
        figures_by_area=changed(register.figures_by_area),
    )


def test_a_label_that_is_not_translated_is_told(register: Register) -> None:
    chinese = register.figures[LABELLED].figure.label.zh
    lacking = without_english(register, LABELLED)
    found = [one for one in pictures(lacking, ENGLISH).values() if chinese in one.figure.text_content()]
    assert found
    for picture in found:
        texts = [text for panel in picture.panels for text in panel.xpath(".//text[.//tspan[@lang]]")]
        assert ["".join(text.xpath(".//tspan[@lang='zh-Hans']/text()")) for text in texts] == [chinese]
        assert [text.text_content() for text in texts] == [chinese + MARK]
        words = [panel.findtext("desc") for panel in picture.panels]
        assert any(chinese + MARK in one for one in words)
        assert all(chr(code) not in "".join(picture.figure.itertext()) for code in range(4, 8))
    for register_shown, language in ((register, ENGLISH), (lacking, CHINESE)):
        drawn = pictures(register_shown, language).values()
        assert not any(one.figure.xpath(".//svg//tspan[@lang]") or MARK in one.text for one in drawn)


RUNS: dict[str, tuple[tuple[str, ...], str, list[tuple[tuple[str, bool], ...]]]] = {
    "no marks": (("one ", "two"), "one two", [(("one ", False),), (("two", False),)]),
    "all of it": (("甲",), f"{QUIET_FROM}甲{QUIET_TO}", [(("甲", True),)]),
    "a part": (("甲 [x]",), f"{QUIET_FROM}甲{QUIET_TO} [x]", [(("甲", True), (" [x]", False))]),
    "broken within": (
        ("a甲", "乙b"),
        f"a{QUIET_FROM}甲乙{QUIET_TO}b",
        [(("a", False), ("甲", True)), (("乙", True), ("b", False))],
    ),
}


@pytest.mark.parametrize("case", RUNS)
def test_lines_know_what_of_them_is_chinese(case: str) -> None:
    lines, text, expected = RUNS[case]
    assert chinese_runs(lines, text) == expected
