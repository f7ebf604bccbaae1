"""Every rule against the demonstration with one thing broken: the place and the words of the message."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.register.load import load
from tests.conftest import Change

DOCUMENT = "documents/h1-work-summary.yml"
BASES = "work-areas/bases.yml"
PROJECTS = "work-areas/projects.yml"
WEEK = "activities/science-week.yml"

Case = tuple[str, str, str, str, str]

BROKEN: dict[str, Case] = {
    # what is broken: file, old text, new text, field of the problem, part of the English message
    "a digit of a value": (WEEK, "value: 15000", "value: 1500", "figures[0].value", '"15000份" is 15000, not 1500'),
    "a numeral": (WEEK, "written: 15000份", "written: 5000份", "figures[0].written", "does not contain the numeral"),
    "a numeral that is none": (
        WEEK,
        "written: 4000人次",
        "written: 很多人次",
        "figures[1].written",
        "does not read as a quantity",
    ),
    "a quote by one character": (
        WEEK,
        "    quote: 接受现场咨询与服务4000人次",
        "    quote: 接受现场咨询和服务4000人次",
        "figures[1].quote",
        "The quote is not in the source",
    ),
    "a quote from elsewhere": (
        "activities/technology-to-the-countryside.yml",
        "source: h1-work-summary#s7-6\n    quote: 受到村民欢迎",
        "source: h1-work-summary#s7-5\n    quote: 受到村民欢迎",
        "statements[1].source",
        "The quote is not in the source",
    ),
    "a qualifier left out": (
        PROJECTS,
        "qualifier: nearly\n    unit: cny",
        "unit: cny",
        "figures[5].qualifier",
        "does not agree",
    ),
    "a unit changed": (WEEK, "unit: copy", "unit: set", "figures[0].unit", 'The unit does not agree with "15000份"'),
    "a unit supplied": (
        "activities/technology-to-the-countryside.yml",
        "unit: not-stated",
        "unit: cny",
        "figures[2].unit",
        'The unit does not agree with "30万"',
    ),
    "a number in a summary": (
        BASES,
        "建设8个科技创新示范基地，",
        "建设18个科技创新示范基地，",
        "summary.zh",
        "No cited sentence states this number: 18",
    ),
    "a number in a statement": (
        "work-areas/commissioners.yml",
        "今年继续聘任的15名科技特派员服务于",
        "今年继续聘任的16名科技特派员服务于",
        "statements[1].zh",
        "No cited sentence states this number: 16",
    ),
    "an English number": (
        WEEK,
        "out 15,000 copies",
        "out 1,500 copies",
        "summary.en",
        "The Chinese says 15,000, the English 1,500",
    ),
    "an English number dropped": (
        WEEK,
        " 4,000 times",
        "",
        "summary.en",
        "lacks a number of the Chinese: 4,000",
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
    "an unknown unit": (WEEK, "unit: copy", "unit: copies", "figures[0].unit", "Write its id: copy"),
    "an unknown period": (
        WEEK,
        "period: first-half\nsource",
        "period: first-halff\nsource",
        "period",
        'Did you mean "first-half"?',
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
    "an unknown sentence": (
        WEEK,
        "s7-2\n    quote: 积极",
        "s7-22\n    quote: 积极",
        "statements[0].source",
        "There is no sentence",
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
    "a sentence id twice": (
        DOCUMENT,
        "      - id: s7-2\n",
        "      - id: s7-1\n",
        "sections[7].sentences[1].id",
        "already used on line",
    ),
    "a series in two units": (
        "work-areas/commissioners.yml",
        "value: 14\n",
        "value: 14\n    series: commissioners\n",
        "figures[2].unit",
        "mixes units",
    ),
    "an emendation dropped": (
        DOCUMENT,
        "  - id: stray-dot\n    kind: insertion\n    stood: 的.产业化\n    printed: 的产业化\n",
        "  - id: stray-dot\n    kind: insertion\n    stood: 的,产业化\n    printed: 的产业化\n",
        "sections[4].sentences[3].zh",
        "departs from the verbatim text",
    ),
    "a character of the edition": (
        DOCUMENT,
        "采取得力措施，保证",
        "采取有力措施，保证",
        "sections[1].sentences[2].zh",
        'printed "有力措施',
    ),
    "the end of a sentence": (
        DOCUMENT,
        "申报省级研究与开发计划。\n",
        "申报省级研究与开发计划\n",
        "sections[5].sentences[6].zh",
        'the verbatim text goes on "。"',
    ),
    "an emendation that does nothing": (
        DOCUMENT,
        "stood: 智慧财产权",
        "stood: 智慧财物",
        "emendations[11].stood",
        "applies nowhere",
    ),
    "an unknown kind of emendation": (
        DOCUMENT,
        "  - id: stray-space\n    kind: insertion",
        "  - id: stray-space\n    kind: insertions",
        "emendations[15].kind",
        'Did you mean "insertion"?',
    ),
    "an omitted line": (
        DOCUMENT,
        "stood: 2. 科技\n",
        "stood: 2. 科学\n",
        "omitted[1].stood",
        "Line 2 of the verbatim text does not read so",
    ),
    "the checksum": (DOCUMENT, "sha256: c0db", "sha256: c0dc", "sha256", "does not have the SHA-256 recorded"),
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
        "notes[10].about",
        'does not contain "981多元"',
    ),
    "a numeral without a figure": (
        "work-areas/leading-enterprises.yml",
        "    written: 9项\n    source: h1-work-summary#s4-3\n    quote: 引进技术成果9项",
        "    written: 6个\n    source: h1-work-summary#s4-3\n    quote: 与科研院所合作开发科技项目6个",
        "sections[4].sentences[2].zh",
        'The number "9项" of this sentence is no record',
    ),
    "an id with capitals": (WEEK, "  - id: advice", "  - id: Advice", "figures[1].id", "is not in the right form"),
    "full-width digits": (WEEK, "value: 15000", "value: １５０００", "figures[0].value", "Write 15000"),
    "a number with an exponent": (WEEK, "value: 15000", "value: 1.5e4", "figures[0].value", "is not a number"),
    "a date as a timestamp": (
        DOCUMENT,
        "period: first-half\n",
        "period: first-half\ndate: 1000000000\n",
        "date",
        "is not a real date",
    ),
    "a yes that is none": (
        WEEK,
        "open_ended: yes",
        "open_ended: maybe",
        "lists[0].open_ended",
        "is neither yes nor no",
    ),
    "a value that is no number": (WEEK, "value: 15000", "value: 15000份", "figures[0].value", "is not a number"),
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
    change(WEEK, "value: 15000", "value: 1500")
    _, problems = load(data)
    lines = (data / WEEK).read_text("utf-8").splitlines()
    assert [str(problem.place) for problem in problems] == [f"data/{WEEK}:{lines.index('    value: 1500') + 1}:12"]


def test_an_unused_sentence_is_quoted(data: Path) -> None:
    path = data / "activities/technology-to-the-countryside.yml"
    text = path.read_text("utf-8")
    start, end = text.index("  - zh: 活动受到村民欢迎"), text.index("lists:")
    text = text[:start] + text[end:]
    start, end = text.index("  - id: contents"), text.index("  - id: materials\n    kind: topic")
    path.write_text(text[:start] + text[end:], "utf-8")
    _, problems = load(data)
    assert [(problem.field, problem.wrong.zh[:14]) for problem in problems] == [
        ("sections[7].sentences[5].zh", "没有任何记录用到这一句：开展")
    ]


def test_a_changed_verbatim_text_is_refused(data: Path) -> None:
    text = data / "documents/h1-work-summary.zh-Hant.txt"
    text.write_bytes(text.read_bytes().replace("230萬元".encode(), "930萬元".encode()))
    _, problems = load(data)
    assert "does not have the SHA-256 recorded" in problems[0].wrong.en


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
    (data / "vocabulary/units.yml").unlink()
    _, problems = load(data)
    assert [str(problem.place) for problem in problems if "missing" in problem.wrong.en] == [
        "data/vocabulary/units.yml:1:1"
    ]


def test_no_data_folder(tmp_path: Path) -> None:
    register, problems = load(tmp_path / "nothing")
    assert register is None
    assert len(problems) == 1


def test_two_records_of_one_name(data: Path) -> None:
    record = (data / BASES).read_text("utf-8")
    (data / "alliances/bases.yml").write_text(record + "work_area: bases\n", "utf-8")
    _, problems = load(data)
    assert any('The id "bases" is also that of' in problem.wrong.en for problem in problems)
