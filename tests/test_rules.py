"""Every rule against the demonstration with one thing broken: the place and the words of the message."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.register.load import load
from tests.conftest import Change
from tests.later import with_every_field
from tests.places import DATA

DOCUMENT = "documents/h1-work-summary.yml"
BASES = "work-areas/bases.yml"
PROJECTS = "work-areas/projects.yml"
WEEK = "activities/science-week.yml"

Case = tuple[str, str, str, str, str]

BROKEN: dict[str, Case] = {
    # what is broken: file, old text, new text, field of the problem, part of the English message
    "a value typed": (
        WEEK,
        "  - id: materials\n",
        "  - id: materials\n    value: 15000\n",
        "figures[0].value",
        "value is no longer typed",
    ),
    "a quote by one character": (
        WEEK,
        "    quote: 接受现场咨询与服务4000人次",
        "    quote: 接受现场咨询和服务4000人次",
        "figures[1].quote",
        '"和" should be "与"',
    ),
    "a document that a quote is not from": (
        WEEK,
        "  - id: advice\n",
        "  - id: advice\n    source: h1-work-summary#s7-1\n",
        "figures[1].source",
        "These words do not stand in h1-work-summary#s7-1",
    ),
    "an unknown sentence": (
        WEEK,
        "  - id: advice\n",
        "  - id: advice\n    source: h1-work-summary#s7-99\n",
        "figures[1].source",
        "There is no sentence",
    ),
    "an unknown period": (
        WEEK,
        "period: first-half\nquote",
        "period: first-halff\nquote",
        "period",
        'Did you mean "first-half"?',
    ),
    "an English sentence dropped": (
        DOCUMENT,
        "    s1-1: ",
        "    s9-9: ",
        "translations.en.s9-9",
        'There is no sentence "s9-9"',
    ),
    "a series in two units": (
        "work-areas/commissioners.yml",
        "  - id: places-served\n",
        "  - id: places-served\n    series: commissioners\n",
        "figures[2].series",
        "mixes units",
    ),
    "an emendation that does nothing": (
        DOCUMENT,
        "stood: 智慧财产权",
        "stood: 智慧财物",
        "emendations[11].stood",
        'does not hold "智慧财物"',
    ),
    "an omitted line that is not there": (
        DOCUMENT,
        "    line: 2\n",
        "    line: 999\n",
        "omitted[1].line",
        "has no line 999",
    ),
    "an English translation dropped": (
        BASES,
        "      en: Where the emphasis lies\n",
        "",
        "lists[1].title.en",
        'The field "en" is missing',
    ),
    "a Chinese text emptied": (BASES, "zh: 建设重点\n", "zh:\n", "lists[1].title.zh", "must not be empty"),
    "a key misspelt": (BASES, "lead_figure:", "lead_figur:", "lead_figur", 'Did you mean "lead_figure"?'),
    "a name altered": (
        BASES,
        "zh: 乌林泥鳅\n",
        "zh: 乌林黄鳝\n",
        "lists[0].items[1].zh",
        'The quote does not contain "乌林黄鳝"',
    ),
    "an unknown kind of list": (WEEK, "kind: topic", "kind: topics", "lists[0].kind", "Write its id: topic"),
    "an unknown stage": (
        PROJECTS,
        "  - stage: prepared",
        "  - stage: prepare",
        "pipeline[0].stage",
        'Did you mean "prepared"?',
    ),
    "an unknown work area": (
        WEEK,
        "work_area: outreach",
        "work_area: outreech",
        "work_area",
        'Did you mean "outreach"?',
    ),
    "an unknown figure": (
        BASES,
        "lead_figure: bases-built",
        "lead_figure: bases",
        "lead_figure",
        'Did you mean "bases-built"?',
    ),
    "an unknown key figure": (
        "bureau.yml",
        "projects.grants",
        "projects.grant",
        "key_figures[0]",
        'Did you mean "projects.grants"?',
    ),
    "an unknown total": (BASES, "of: bases-built", "of: nothing", "lists[0].of", 'There is no figure "nothing"'),
    "an unknown document": (
        "bureau.yml",
        "current_document: h1-work-summary",
        "current_document: h2",
        "current_document",
        "There is no document",
    ),
    "a figure twice": (WEEK, "  - id: advice", "  - id: materials", "figures[1].id", "already used on line"),
    "an unknown kind of emendation": (
        DOCUMENT,
        "    kind: insertion\n    stood: 等 8个",
        "    kind: insertions\n    stood: 等 8个",
        "emendations[15].kind",
        'Did you mean "insertion"?',
    ),
    "the verbatim text's name": (
        DOCUMENT,
        "verbatim: h1-work-summary.zh-Hant.txt",
        "verbatim: gone.txt",
        "verbatim",
        "no verbatim text",
    ),
    "a note about nothing": (
        DOCUMENT,
        "about: 980多元",
        "about: 981多元",
        "notes[11].about",
        'does not contain "981多元"',
    ),
    "an id with capitals": (WEEK, "  - id: advice", "  - id: Advice", "figures[1].id", "is not in the right form"),
    "a date as a timestamp": (
        DOCUMENT,
        "period: first-half\n",
        "period: first-half\ndate: 1000000000\n",
        "date",
        "is not a real date",
    ),
    "a date that is none": (
        DOCUMENT,
        "period: first-half\n",
        "period: first-half\ndate: 2001-13-40\n",
        "date",
        "is not a real date",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "field", "words"), list(BROKEN.values()), ids=list(BROKEN))
def test_what_is_broken_is_named(
    data: Path, change: Change, file: str, old: str, new: str, field: str, words: str
) -> None:
    change(file, old, new)
    register, problems = load(data)
    assert register is None
    found = [
        problem for problem in problems if problem.field == field and words in f"{problem.wrong.en} {problem.fix.en}"
    ]
    assert found, "\n".join(
        f"{problem.place} {problem.field}: {problem.wrong.en} {problem.fix.en}" for problem in problems
    )
    for one in found:
        assert one.wrong.zh and one.fix.zh and one.excerpt
        assert one.place.line > 1 or field in ("order",)


def test_the_place_is_exact(data: Path, change: Change) -> None:
    change(WEEK, "quote: 发放科技资料15000份", "quote: 发送科技资料15000份")
    _, problems = load(data)
    lines = (data / WEEK).read_text("utf-8").splitlines()
    assert str(problems[0].place) == f"data/{WEEK}:{lines.index('    quote: 发送科技资料15000份') + 1}:12"


def test_an_unused_sentence_is_quoted(data: Path) -> None:
    path = data / "activities/technology-to-the-countryside.yml"
    text = path.read_text("utf-8")
    start, end = text.index("  - id: contents"), text.index("  - id: materials\n    kind: topic")
    text = text[:start] + text[end:]
    start, end = text.index("  - zh: 科技下乡活动受到"), text.index("lists:")
    path.write_text(text[:start] + text[end:], "utf-8")
    _, problems = load(data)
    assert [(problem.field, problem.wrong.zh[:14]) for problem in problems] == [
        ("translations.en.s7-6", "没有任何记录用到这一句（s7")
    ]


def test_a_changed_verbatim_text_changes_what_quotes_it(data: Path) -> None:
    """Nobody types the number again: the record that quotes what stood there is refused."""
    text = data / "documents/h1-work-summary.zh-Hant.txt"
    text.write_bytes(text.read_bytes().replace("230萬元".encode(), "930萬元".encode()))
    _, problems = load(data)
    assert {problem.field for problem in problems if problem.place.path == f"data/{PROJECTS}"} >= {"figures[4].quote"}


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("work-areas/notes.yaml", "does not end in .yml"),
        ("work-area/new.yml", "not in the folder of its kind"),
        ("work-areas/Bases 2.yml", "cannot serve in a URL"),
        ("work-areas/con.yml", "is a reserved name"),
        ("documents/con.txt", "is a reserved name"),
        ("documents/NUL.zh-Hant.txt", "is a reserved name"),
    ],
)
def test_files_nobody_reads(data: Path, file: str, words: str) -> None:
    (data / file).parent.mkdir(exist_ok=True)
    (data / file).write_text("title: x\n", "utf-8")
    _, problems = load(data)
    assert any(words in problem.wrong.en and problem.place.path == f"data/{file}" for problem in problems)


def test_a_missing_file_is_named(data: Path) -> None:
    (data / "vocabulary/item-kinds.yml").unlink()
    _, problems = load(data)
    assert [str(problem.place) for problem in problems if "missing" in problem.wrong.en] == [
        "data/vocabulary/item-kinds.yml:1:1"
    ]


def test_no_data_folder(tmp_path: Path) -> None:
    register, problems = load(tmp_path / "nothing")
    assert register is None
    assert len(problems) == 1


@pytest.mark.parametrize("kind", ["alliances", "evaluations"])
def test_two_records_of_one_name(kind: str, tmp_path: Path) -> None:
    data = with_every_field(Path(shutil.copytree(DATA, tmp_path / "data")))
    (data / kind).mkdir(exist_ok=True)
    record = next((data / kind).glob("*.yml")).read_text("utf-8")
    (data / f"{kind}/bases.yml").write_text(record, "utf-8")
    _, problems = load(data)
    assert any('The id "bases" is also that of' in problem.wrong.en for problem in problems)
