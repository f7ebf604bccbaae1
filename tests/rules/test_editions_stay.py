"""A published document keeps its text, its sentences and their ids (rules/vanished_from_data.py)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.register.load import load
from tests.edits import Edit, replaced, together
from tests.small import erratum, remember, retire, small_bureau

DOCUMENT = "documents/report.yml"
EMENDED = replaced(
    DOCUMENT,
    "translations:",
    "emendations:\n  - {id: a, kind: term-swap, stood: 接待群众, printed: 接待来访群众, zh: 理由, en: Reason}\n"
    "translations:",
)
QUOTES: Edit = lambda data: [  # noqa: E731
    file.write_text(
        file.read_text("utf-8")
        .replace("quote: 接待", "quote: 接待来访")
        .replace("午接待", "午接待来访")
        .replace("天接待", "天接待来访"),
        "utf-8",
    )
    for file in (data / "work-areas").iterdir()
]
SENTENCES = "The document has been published, and its printed sentences or their ids have changed."


def renamed(data: Path) -> None:
    """The document under another id, its old addresses leading on."""
    for ending in ("yml", "txt"):
        (data / f"documents/report.{ending}").rename(data / f"documents/bulletin.{ending}")
    replaced("documents/bulletin.yml", "verbatim: report.txt", "verbatim: bulletin.txt")(data)
    replaced("bureau.yml", "current_document: report", "current_document: bulletin")(data)
    retire(data, "page", ["/sources/report/"], "moved_to: /sources/bulletin/")
    retire(data, "anchors", ["/sources/report/#s0", "/sources/report/#s0-1"], "moved_to: /sources/bulletin/")
    retire(data, "file", ["/data/records/documents/report.json"], "moved_to: /data/records/documents/bulletin.json")


def emended_elsewhere(data: Path) -> None:
    """An emendation in the document under its other id."""
    (data / "documents/bulletin.yml").rename(data / DOCUMENT)
    EMENDED(data)
    (data / DOCUMENT).rename(data / "documents/bulletin.yml")


CASES: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "nothing": (together(), set()),
    "a better translation": (replaced(DOCUMENT, "s0: Visits", "s0: On visits"), set()),
    "a note": (
        replaced(
            DOCUMENT,
            "translations:",
            "notes: [{id: n, sentence: s0-1, about: 上午, zh: 说明, en: A note}]\ntranslations:",
        ),
        set(),
    ),
    "an emendation in silence": (together(EMENDED, QUOTES), {SENTENCES}),
    "an emendation with an erratum": (
        together(EMENDED, QUOTES, lambda data: erratum(data, "a", "接待群众", "接待来访群众", figure="report")),
        set(),
    ),
    "a heading marked as text": (
        together(
            replaced(DOCUMENT, "translations:", "marks: [{line: 2, is: heading}]\ntranslations:"),
            replaced(DOCUMENT, "    s0-1: ", "    s1: "),
        ),
        {SENTENCES},
    ),
    "another text": (
        lambda data: (data / "documents/report.txt").write_text(
            (data / "documents/report.txt").read_text("utf-8") + "\n", "utf-8"
        ),
        {"The verbatim text is not the one that was published."},
    ),
    "another id": (renamed, set()),
    "another id and an emendation in silence": (together(renamed, emended_elsewhere, QUOTES), {SENTENCES}),
}


@pytest.mark.parametrize("case", CASES)
def test_what_was_published_of_a_document_stays(case: str, tmp_path: Path) -> None:
    data = small_bureau(tmp_path)
    remember(data)
    change, expected = CASES[case]
    change(data)
    told = {SENTENCES, "The verbatim text is not the one that was published."}
    found = load(data)[1]
    assert {one.wrong.en for one in found} & told == expected, found
    if "heading" not in case and not expected:
        assert found == []
