"""A published document keeps its text, its sentences and their ids (rules/published_documents.py)."""

from __future__ import annotations

import re
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
    "emendations:\n  - {id: a, kind: insertion, stood: 接待群众, printed: 接待群, zh: 理由, en: Reason}\ntranslations:",
)
QUOTES: Edit = lambda data: [  # noqa: E731
    file.write_text(re.sub("(quote: .*接待群)众", r"\1", file.read_text("utf-8")), "utf-8")
    for file in (data / "work-areas").iterdir()
]
SENTENCES = (
    "The document has been published; its printed sentences or their ids have changed, and no erratum says to the "
    "letter how."
)
NOTHING = "The document does not print these words."


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
        together(EMENDED, QUOTES, lambda data: erratum(data, "a", "接待群众", "接待群", figure="report")),
        set(),
    ),
    "an emendation with an erratum of a sentence": (
        together(
            EMENDED,
            QUOTES,
            replaced(DOCUMENT, "stood: 接待群众", "stood: 下午接待群众"),
            replaced(DOCUMENT, "printed: 接待群", "printed: 下午接待群"),
            replaced("work-areas/visits.yml", "quote: 接待群", "quote: 接待群众"),
            replaced("work-areas/all-of-it.yml", "quote: 接待群", "quote: 接待群众"),
            *(
                replaced(f"work-areas/{name}.yml", f"{when}接待群", f"{when}接待群众")
                for name, whens in {"visits": ["上午"], "all-of-it": ["上午", "全天"]}.items()
                for when in whens
            ),
            lambda data: erratum(
                data,
                "a",
                "下午接待群众120人次。",
                "下午接待群120人次。",
                figure="report",
                stood_en="120 visits",
                stands_en="120 visits",
            ),
        ),
        set(),
    ),
    "an emendation with an erratum of other words": (
        together(EMENDED, QUOTES, lambda data: erratum(data, "a", "原来的字", "现在的字", figure="report")),
        {NOTHING},
    ),
    "an emendation with an erratum that says half of it": (
        together(EMENDED, QUOTES, lambda data: erratum(data, "a", "上午接待群众", "上午接待群", figure="report")),
        {SENTENCES},
    ),
    "an erratum without a change": (
        lambda data: erratum(data, "a", "接待来访群众", "接待群众", figure="report"),
        {SENTENCES},
    ),
    "two errata of one change": (
        together(
            EMENDED,
            QUOTES,
            *(
                lambda data, name=name: erratum(data, name, "接待群众", "接待群", figure="report")
                for name in ("a", "b")
            ),
        ),
        {SENTENCES},
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
    told = {SENTENCES, NOTHING, "The verbatim text is not the one that was published."}
    found = load(data)[1]
    assert {one.wrong.en for one in found} & told == expected, found
    if "heading" not in case and not expected:
        assert found == []


def test_errata_lead_from_edition_to_edition(tmp_path: Path) -> None:
    """What was published is remembered, and an edition that comes back silently is refused."""
    data = small_bureau(tmp_path)
    remember(data)
    together(EMENDED, QUOTES, lambda data: erratum(data, "a", "接待群众", "接待群", figure="report"))(data)
    assert load(data)[1] == []
    remember(data)
    assert load(data)[1] == []
    (data / DOCUMENT).write_text((data / DOCUMENT).read_text("utf-8").replace("printed: 接待群", "printed: 接待众"))
    for file in (data / "work-areas").iterdir():
        file.write_text(re.sub("(quote: .*接待)群", r"\1众", file.read_text("utf-8")), "utf-8")
    assert [one.wrong.en for one in load(data)[1]] == [SENTENCES]
    erratum(data, "b", "接待群", "接待众", figure="report", date="2003-01-01")
    assert load(data)[1] == []
    erratum(data, "b", "接待群众", "接待众", figure="report", date="2003-01-01")
    assert [one.wrong.en for one in load(data)[1]] == [SENTENCES]


def test_errata_of_words_that_stand_everywhere_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each could have stood in any place, and each of the others too: nobody tries all of that."""
    monkeypatch.setattr("macros.rules.published_documents.MOST_STATES", 3)
    data = small_bureau(tmp_path)
    remember(data)
    for number in range(5):
        erratum(data, f"e{number}", "人批", "人次", f"2002-01-0{number + 1}", "report")
    said = {problem.wrong.en for problem in load(data)[1]}
    assert "These words stand in too many places to be checked." in said
