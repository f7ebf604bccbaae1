"""What was published stays as it was, or a true erratum says otherwise: asked of the data and its ledger alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.building.build import build
from macros.publishing.ledger_writing import add
from macros.records.ledger import read_ledger
from macros.register.load import load
from tests.edits import replaced
from tests.small import TEXT, WHY, erratum, record, remember, retire, small_bureau

TODAY = date(2003, 1, 1)
FILE = "/data/records/work-areas/visits.json"
PAGE = "/work-areas/visits/"
BOTH = {"morning": "1200人次", "afternoon": "120人次"}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A small bureau that has been published."""
    data = small_bureau(tmp_path)
    remember(data)
    return data


def change(data: Path, morning: str = "120人次") -> None:
    record(data, "visits", BOTH | {"morning": morning})


def corrected(data: Path) -> None:
    """The figure was changed with an erratum, and published so."""
    change(data)
    erratum(data, "first", "1200人次", "120人次")
    remember(data)


def withdrawn(data: Path) -> None:
    record(data, "visits", {"afternoon": "120人次"})


def renamed(data: Path, morning: str = "1200人次") -> None:
    (data / "work-areas/visits.yml").unlink()
    record(data, "receptions", BOTH | {"morning": morning})
    retire(data, "page", [PAGE], "moved_to: /work-areas/receptions/")
    retire(data, "file", [FILE], f"moved_to: {FILE.replace('visits', 'receptions')}")


def figure_renamed(data: Path, morning: str = "1200人次") -> None:
    record(data, "visits", {"early": morning, "afternoon": "120人次"})
    retire(data, "anchor", [f"{PAGE}#figure-morning"], f"moved_to: {PAGE}#figure-early")


def steps(*done: Callable[[Path], object]) -> Callable[[Path], None]:
    """One thing after the other."""

    def all_of_them(data: Path) -> None:
        for one in done:
            one(data)

    return all_of_them


def errs(name: str, stood: str, stands: str, **more: object) -> Callable[[Path], None]:
    return lambda data: erratum(data, name, stood, stands, **more)  # type: ignore[arg-type]


def put_better(data: Path) -> None:
    """The reason and the translation of an erratum that was published."""
    file = data / "errata/first.yml"
    text = file.read_text("utf-8").replace("录入有误", "录入时抄错").replace("It was mistyped", "It was copied wrongly")
    file.write_text(text.replace("en: 1,200 visits", "en: There were 1,200 visits"), "utf-8")


MORNING = "figure visits.morning 1200 person-time exact not-stated-this-year"
REWRITTEN = "This erratum is not the one that was published"
CASES: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    # what is done to data that was published, and what is said of it
    "nothing": (steps(), []),
    "changed in silence": (change, ['was published as "1200人次" and is now "120人次"; no erratum']),
    "another qualifier in silence": (
        lambda data: change(data, "近1200人次"),
        ['was published as "1200人次" and is now "近1200人次"'],
    ),
    "another period in silence": (
        replaced("documents/report.yml", "period: this-year", "period: last-year"),
        [
            f'{name} was published as "{said}" and is now "{said}" ({was} → {was.replace("this", "last")})'
            for name, said, was in (
                ("all-of-it.first", "1200人次", "person-time, exact, not-stated-this-year"),
                ("all-of-it.second", "120人次", "person-time, exact, not-stated-this-year"),
                ("all-of-it.third", "近1200人次", "person-time, nearly, not-stated-this-year"),
                ("visits.morning", "1200人次", "person-time, exact, not-stated-this-year"),
                ("visits.afternoon", "120人次", "person-time, exact, not-stated-this-year"),
            )
        ],
    ),
    "a plan told as a result": (
        replaced("ledger.txt", f"{MORNING} as:stated", f"{MORNING} as:planned"),
        ["(person-time, exact, not-stated-this-year, planned → person-time, exact, not-stated-this-year)"],
    ),
    "a rate told without what it is per": (
        replaced("ledger.txt", f"{MORNING} as:stated", f"{MORNING} as:stated,每万人"),
        ["(person-time, exact, not-stated-this-year, 每万人 → person-time, exact, not-stated-this-year)"],
    ),
    "a line of a ledger that did not remember that": (
        replaced("ledger.txt", f"{MORNING} as:stated ", f"{MORNING} "),
        [],
    ),
    "changed with an erratum": (steps(change, errs("a", "1200人次", "120人次")), []),
    "the value in other words": (steps(change, errs("a", "1,200人次", "120人次")), []),
    "an erratum that tells another value": (
        steps(change, errs("a", "1300人次", "120人次")),
        ['was published as "1200人次" and is now "120人次"', "was never published so"],
    ),
    "the same value, its qualifier untold": (
        steps(lambda data: change(data, "近1200人次"), errs("a", "1200", "近1200人次")),
        ['was published as "1200人次" and is now "近1200人次"'],
    ),
    "an erratum that does not say what stands": (
        steps(change, errs("a", "1200人次", "130人次")),
        ["The newest erratum does not say what stands now"],
    ),
    "an erratum that says nothing new": (
        steps(change, errs("a", "1200人次，120人次", "1200人次，120人次")),
        ["What stands is said in the same words as what stood"],
    ),
    "an erratum that tells another value beside the true one": (
        steps(change, errs("a", "1300人次（台账误作1200人次）", "120人次")),
        ["visits.morning was never published as 1,300, and is not that now"],
    ),
    "an erratum that tells another value beside what stands": (
        steps(change, errs("a", "1200人次", "130人次，即120人次")),
        ["visits.morning was never published as 130, and is not that now"],
    ),
    "an erratum that says when": (
        steps(
            change,
            errs(
                "a",
                "2002年1月1日公布为1200人次",
                "改为120人次，原为1200人次",
                stood_en="1,200 visits, as published on 1 January 2002",
                stands_en="120 visits, where it was 1,200 visits",
            ),
        ),
        [],
    ),
    "an earlier erratum that tells another value": (
        steps(change, errs("a", "1200人次", "130人次"), errs("b", "1200人次", "120人次", date="2002-02-01")),
        ["visits.morning was never published as 130, and is not that now"],
    ),
    "a withdrawal that tells another value": (
        steps(withdrawn, errs("a", "1200人次", "另计130人次", withdrawn=True)),
        ["visits.morning was never published as 130, and is not that now"],
    ),
    "another value in Han characters": (
        errs("a", "一千三百人次", "接待群众", stood_en="1,300 visits"),
        ["was never published so", "The newest erratum does not say what stands now"],
    ),
    "another value of other things": (
        errs("a", "百姓一千人", "十分满意的来宾", stood_en="a thousand people"),
        ["was never published so", "The newest erratum does not say what stands now"],
    ),
    "wording with numerals that count nothing": (errs("a", "百姓", "十分满意的来宾"), []),
    "an erratum of a figure that is new": (
        steps(
            lambda data: record(data, "visits", BOTH | {"evening": "120人次"}),
            errs("a", "1200人次", "120人次", figure="visits.evening"),
        ),
        ["visits.evening was not published yet; there is nothing to correct"],
    ),
    "an erratum of tomorrow": (
        steps(change, errs("a", "1200人次", "120人次", date="2003-01-02")),
        ["The date of this erratum is in the future"],
    ),
    "changed back in silence": (
        steps(corrected, lambda data: change(data, "1200人次")),
        ['was published as "120人次" and is now "1200人次"'],
    ),
    "changed back in silence before it was published": (
        steps(change, errs("a", "1200人次", "120人次"), lambda data: change(data, "1200人次")),
        ["The newest erratum does not say what stands now"],
    ),
    "changed back in silence, the erratum deleted": (
        steps(corrected, lambda data: change(data, "1200人次"), lambda data: (data / "errata/first.yml").unlink()),
        ['was published as "120人次" and is now "1200人次"', "The erratum first was published and is gone"],
    ),
    "changed back with an erratum": (
        steps(corrected, lambda data: change(data, "1200人次"), errs("b", "120人次", "1200人次", date="2002-02-01")),
        [],
    ),
    "changed back with an erratum dated before": (
        steps(corrected, lambda data: change(data, "1200人次"), errs("b", "120人次", "1200人次", date="2001-02-01")),
        ["The newest erratum does not say what stands now"],
    ),
    "two errata on a day": (
        steps(corrected, lambda data: change(data, "1200人次"), errs("b", "120人次", "1200人次")),
        ["corrects the same figure on the same day", "The newest erratum does not"],
    ),
    "a published erratum rewritten": (
        steps(corrected, errs("first", "1300人次", "120人次")),
        ['was published as "1200人次" and is now "120人次"', REWRITTEN],
    ),
    "a published erratum rewritten, with another that is true": (
        steps(corrected, errs("first", "1300人次", "130人次"), errs("b", "1200人次", "120人次", date="2002-02-01")),
        [REWRITTEN],
    ),
    "a published erratum rewritten for another figure": (
        steps(
            corrected, errs("first", "1200人次", "120人次", figure="visits.afternoon"), errs("b", "1200人次", "120人次")
        ),
        [REWRITTEN],
    ),
    "a published erratum dated back": (
        steps(corrected, errs("first", "1200人次", "120人次", date="2001-01-01")),
        [REWRITTEN],
    ),
    "a published erratum replaced by another": (
        steps(corrected, lambda data: (data / "errata/first.yml").unlink(), errs("b", "1200人次", "120人次")),
        ["The erratum first was published and is gone"],
    ),
    "a published erratum of wording deleted": (
        steps(errs("a", "接待来宾", "接待群众"), remember, lambda data: (data / "errata/a.yml").unlink()),
        ["The erratum a was published and is gone"],
    ),
    "a published erratum put better": (steps(corrected, put_better), []),
    "wording corrected after": (steps(corrected, errs("b", "接待来宾", "接待群众", date="2002-02-01")), []),
    "withdrawn in silence": (withdrawn, ['was published as "1200人次" and is gone']),
    "withdrawn with an erratum": (steps(withdrawn, errs("a", "1200人次", "（撤下）", withdrawn=True)), []),
    "withdrawn with another value": (
        steps(withdrawn, errs("a", "1300人次", "（撤下）", withdrawn=True)),
        ['was published as "1200人次" and is gone', "was never published so"],
    ),
    "corrected, later withdrawn": (
        steps(corrected, withdrawn, errs("b", "120人次", "（撤下）", date="2002-02-01", withdrawn=True)),
        [],
    ),
    "withdrawn, later back in silence": (
        steps(withdrawn, errs("a", "1200人次", "（撤下）", withdrawn=True), remember, change),
        ["This figure is still there; it has not been withdrawn"],
    ),
    "withdrawn, later back with an erratum": (
        steps(
            withdrawn,
            errs("a", "1200人次", "（撤下）", withdrawn=True),
            remember,
            change,
            errs("b", "（撤下）", "120人次", date="2002-02-01"),
        ),
        [],
    ),
    "an erratum of a figure that never was": (
        errs("a", "1200人次", "（撤下）", figure="visits.evening", withdrawn=True),
        ["There is no figure visits.evening, and the ledger never had one"],
    ),
    "an erratum of a record that never was": (
        errs("a", "1200人次", "（撤下）", figure="vistis.morning", withdrawn=True),
        ["There is no figure vistis.morning, and the ledger never had one"],
    ),
    "a record renamed": (renamed, []),
    "a record renamed and a figure changed": (
        lambda data: renamed(data, "120人次"),
        ['receptions.morning was published as "1200人次" and is now "120人次"'],
    ),
    "a record renamed and a figure corrected": (
        steps(lambda data: renamed(data, "120人次"), errs("a", "1200人次", "120人次", figure="receptions.morning")),
        [],
    ),
    "a record renamed after a correction": (
        steps(corrected, lambda data: renamed(data, "120人次")),
        [],
    ),
    "a figure renamed": (figure_renamed, []),
    "a figure renamed and changed": (
        lambda data: figure_renamed(data, "120人次"),
        ['visits.early was published as "1200人次" and is now "120人次"'],
    ),
    "an anchor retired in place of an erratum": (
        steps(withdrawn, lambda data: retire(data, "anchor", [f"{PAGE}#figure-morning"], WHY)),
        ['was published as "1200人次" and is gone'],
    ),
    "a record withdrawn": (
        steps(
            lambda data: (data / "work-areas/visits.yml").unlink(),
            lambda data: retire(data, "record", [PAGE], WHY),
            lambda data: retire(data, "file", [FILE], WHY),
        ),
        [],
    ),
    "a record withdrawn in silence": (
        lambda data: (data / "work-areas/visits.yml").unlink(),
        [f"{FILE} was published and is gone", f"{PAGE} was published and is gone"],
    ),
    "a corrected record withdrawn": (
        steps(
            corrected,
            lambda data: (data / "work-areas/visits.yml").unlink(),
            lambda data: retire(data, "record", [PAGE], WHY),
            lambda data: retire(data, "file", [FILE], WHY),
        ),
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_was_published(case: str, published: Path) -> None:
    spoil, expected = CASES[case]
    spoil(published)
    said = sorted(one.wrong.en for one in load(published, TODAY)[1])
    assert len(said) == len(expected), said
    for words in expected:
        assert any(words in one for one in said), said


def test_a_ledger_without_figures_stays_valid(published: Path) -> None:
    """As earlier versions wrote it: nothing is known of its figures but their anchors."""
    lines = (published / "ledger.txt").read_text("utf-8").splitlines(keepends=True)
    (published / "ledger.txt").write_text("".join(line for line in lines if line[0] in "#/"), "utf-8")
    change(published)
    assert load(published, TODAY)[1] == []
    withdrawn(published)
    assert [one.wrong.en for one in load(published, TODAY)[1]] == [
        f"{PAGE}#figure-morning was published and is gone (简体)."
    ]


def test_a_published_text_stays(published: Path) -> None:
    (published / "documents/report.txt").write_text(TEXT + "\n", "utf-8")
    assert [one.wrong.en for one in load(published, TODAY)[1]] == [
        "The verbatim text is not the one that was published."
    ]


def test_broken_files_come_first(published: Path) -> None:
    """Nothing is said of figures and errata that cannot be read."""
    corrected(published)
    for file in ("errata/first.yml", "work-areas/visits.yml"):
        text = (published / file).read_text("utf-8")
        (published / file).write_text(text + "mistyped: yes\n", "utf-8")
        assert [one.field for one in load(published, TODAY)[1]] == ["mistyped"], file
        (published / file).write_text(text, "utf-8")
    replaced("work-areas/visits.yml", "quote: 下午接待群众120人次", "quote: 下午接待120人次")(published)
    assert [one.field for one in load(published, TODAY)[1]] == ["figures[0].quote"]


def test_an_erratum_that_cannot_be_read_may_be_the_one_that_is_wanted(published: Path) -> None:
    corrected(published)
    withdrawn(published)
    erratum(published, "last", "120人次", "（撤下）", date="2002-02-01", withdrawn=True)
    with (published / "errata/last.yml").open("a", encoding="utf-8") as file:
        file.write("mistyped: yes\n")
    assert [one.field for one in load(published, TODAY)[1]] == ["mistyped"]


def test_a_list_of_choices_is_never_empty(published: Path) -> None:
    """Where nothing can be chosen yet, that is said."""
    for file in (published / "work-areas").iterdir():
        record(published, file.stem, {})
        file.write_text(file.read_text("utf-8").replace("figures:\n", ""), "utf-8")
    (published / "ledger.txt").unlink()
    erratum(published, "a", "1200人次", "120人次")
    found = [one for one in load(published)[1] if one.place.path == "data/errata/a.yml"]
    (said,) = (one.fix.en for one in found)
    assert said and "There are:" not in said
    assert not any("现有：。" in one.fix.zh or "There are: ." in one.fix.en for one in load(published)[1])


@pytest.mark.night
def test_building_and_publishing_ask_too(published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A site that was published for real: its ledger remembers, and no other is built."""
    (published / "ledger.txt").unlink()
    assert build(published, tmp_path / "site")
    assert add(published, tmp_path / "site")
    assert {"visits.morning", "all-of-it.third"} <= read_ledger(published).figures.keys()
    assert list(read_ledger(published).documents) == ["report"]
    change(published)
    assert build(published, tmp_path / "site") is None
    assert "公布过“1200人次”，现在是“120人次”" in capsys.readouterr().err
    erratum(published, "a", "1200人次", "120人次")
    assert build(published, tmp_path / "site")
    assert add(published, tmp_path / "site")
    withdrawn(published)
    erratum(published, "b", "120人次", "（撤下）", date="2002-02-01", withdrawn=True)
    assert all(read_ledger(published).errata.values()) and list(read_ledger(published).errata) == ["a"]
    assert build(published, tmp_path / "site"), "both errata of a figure that is gone are shown"
    page = (tmp_path / "site/en/corrections/index.html").read_text("utf-8")
    assert page.count("erratum-a") and page.count("erratum-b")
