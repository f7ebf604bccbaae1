"""Blank records: readable as they are, valid once filled in, and right when an optional field is switched on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.records.base import BilingualText, Strict
from macros.records.validation import validate
from macros.register.load import load
from macros.staff.blank_record import blank, required_first
from macros.staff.new_record import KINDS_BY_NAME, start
from macros.yaml_files.reader import read_bytes

REQUIRED = {
    "work-area": "quote title.zh title.en summary.zh summary.en",
    "alliance": "quote title.zh title.en summary.zh summary.en work_area",
    "activity": "quote title.zh title.en summary.zh summary.en work_area period",
    "evaluation": "quote work_area title.zh title.en period results[0].id results[0].label.zh results[0].label.en",
    "section": "title.zh title.en description.zh description.en",
    "erratum": "figure date stood.zh stood.en stands.zh stands.en why.zh why.en",
    "retired-address": "addresses[0] title.zh title.en",
    "language": "name tag locale",
    "document": "issuer.zh issuer.en period verbatim script",
}
"""What a record of each kind cannot do without, written down by hand."""

FILLING = {
    "source": "h1-work-summary#s1",
    "figure": "bases.bases-built",
    "moved_to": "/outreach/",
    "date": "2001-07-31",
    "verbatim": "open-day.txt",
    "file": "open-day.pdf",
    "original": "open-day.html",
    "script": "zh-Hans",
    "tag": "ug",
    "locale": "ug_CN",
}
"""What to fill in where any text will not do."""

EMPTY = re.compile(r"^(?P<lead> *(?:- )?)(?P<name>[a-z0-9_-]+):$")


def parsed(text: str) -> dict[str, Any]:
    """What our reader makes of a text that must be without any problem."""
    reading, problems = read_bytes(text.encode("utf-8"), "x.yml")
    assert reading is not None and problems == [], problems
    return reading.value


def filled(text: str) -> str:
    """A blank record with something in every field that stands empty, as a clerk would fill it."""
    lines = [line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    for at, line in enumerate(lines):
        found = EMPTY.match(line)
        deeper = at + 1 < len(lines) and len(lines[at + 1]) - len(lines[at + 1].lstrip()) > len(
            found["lead"] if found else ""
        )
        if found and not deeper:
            lines[at] = f"{line} {FILLING.get(found['name'], 'words')}"
    return "\n".join(lines).replace("addresses:\n  -\n", "addresses:\n  - /notices/open-day/\n") + "\n"


def switched_on(text: str) -> str:
    """A blank record with one layer of optional fields switched on: ``# `` off their lines, wherever they begin."""
    first, rest = text.split("\n", 1)
    return first + "\n" + re.sub(r"^( *)# ", r"\1", rest, flags=re.MULTILINE)


def layers(text: str) -> Iterator[str]:
    """A blank record with ever more of its optional fields switched on, to the last."""
    while (more := switched_on(text)) != text:
        yield more
        text = more


def assert_keys(part: Any, model: type[Strict]) -> None:
    """A part has exactly the fields of its class, in order, and so have the parts in it."""
    fields = required_first(model)
    assert list(part) == [field.name for field in fields], model
    for field in fields:
        if field.shape == "list":
            assert isinstance(part[field.name], list) and len(part[field.name]) == 1, field.name
        inner = part[field.name][0] if field.shape == "list" else part[field.name]
        if field.shape == "by key":
            assert inner == {field.example.partition(":")[0]: None}, field.name
        elif field.part:
            assert_keys(inner, field.part)
        else:
            assert inner == (field.default or None), field.name


@pytest.mark.parametrize("name", KINDS_BY_NAME)
def test_a_blank_record_reads_without_problems(name: str) -> None:
    top = [field.name for field in required_first(KINDS_BY_NAME[name].model) if field.required]
    assert list(parsed(blank(KINDS_BY_NAME[name]))) == top


@pytest.mark.parametrize("name", KINDS_BY_NAME)
def test_check_names_exactly_the_required_fields(name: str, data: Path) -> None:
    start(data, name, "open-day")
    register, problems = load(data)
    assert register is None
    assert {problem.place.path for problem in problems} == {f"data/{KINDS_BY_NAME[name].place}/open-day.yml"}
    assert [problem.field for problem in sorted(problems)] == REQUIRED[name].split()
    assert {problem.wrong.en for problem in problems} == {"This must not be empty."}


@pytest.mark.parametrize("name", KINDS_BY_NAME)
def test_filled_in_it_is_a_valid_record(name: str) -> None:
    text = filled(blank(KINDS_BY_NAME[name]))
    reading, problems = read_bytes(text.encode("utf-8"), "x.yml")
    assert reading is not None and problems == []
    assert validate(reading, KINDS_BY_NAME[name].model, "x")[1] == [], text


@pytest.mark.parametrize("name", KINDS_BY_NAME)
def test_filled_in_with_every_optional_field_it_is_a_valid_record(name: str) -> None:
    *_, text = layers(blank(KINDS_BY_NAME[name]))
    text = filled(text).replace(": words\n", ": 3\n").replace("due: 3", "due: 2001-07-31")
    text = (
        text.replace(" is: 3", " is: heading")
        .replace(" cell: 3", " cell: t1-r2c2")
        .replace(" type: 3", " type: name")
        .replace("published: 3", "published: 2001-07-31 09:30")
    )
    text = re.sub(r"^( *)-$", r"\1- bases", text, flags=re.MULTILINE)
    reading, problems = read_bytes(text.encode("utf-8"), "x.yml")
    assert reading is not None and problems == []
    assert validate(reading, KINDS_BY_NAME[name].model, "x")[1] == [], text


@pytest.mark.parametrize("name", KINDS_BY_NAME)
def test_switching_optional_fields_on_keeps_their_place(name: str) -> None:
    model = KINDS_BY_NAME[name].model
    made = list(layers(blank(KINDS_BY_NAME[name])))
    for text in made:
        assert list(parsed(text)) == [field.name for field in required_first(model)]
    assert_keys(parsed(made[-1]), model)


@pytest.mark.parametrize("name", KINDS_BY_NAME)
def test_each_optional_field_can_be_switched_on_alone(name: str) -> None:
    blocks = blank(KINDS_BY_NAME[name]).split("\n\n")
    fields = required_first(KINDS_BY_NAME[name].model)
    assert len(blocks) == 1 + len(fields)
    required = {field.name for field in fields if field.required}
    for at, field in enumerate(fields, 1):
        if not field.required:
            text = "\n\n".join(re.sub("(?m)^# ", "", one) if number == at else one for number, one in enumerate(blocks))
            assert set(parsed(text)) == required | {field.name}


@pytest.mark.parametrize("name", KINDS_BY_NAME)
def test_every_field_is_explained_above_itself(name: str) -> None:
    blocks = blank(KINDS_BY_NAME[name]).rstrip("\n").split("\n\n")
    for field, block in zip(required_first(KINDS_BY_NAME[name].model), blocks[1:], strict=True):
        zh, en, typed, *_ = block.split("\n")
        assert zh.startswith(f"## （{'必填' if field.required else '选填'}）{field.meaning.zh}。"), field.name
        assert en.startswith(f"## ({'required' if field.required else 'optional'}) {field.meaning.en}."), field.name
        assert field.example in zh and field.example in en
        assert typed.removeprefix("# ").startswith(f"{field.name}:"), field.name


@pytest.mark.parametrize("name", KINDS_BY_NAME)
def test_so_is_every_field_inside_a_field(name: str) -> None:
    told = re.findall(
        r"^[# ]*## \((?:required|optional)\) (.*?)\. Form:", blank(KINDS_BY_NAME[name]), flags=re.MULTILINE
    )
    assert told == list(meanings(KINDS_BY_NAME[name].model))


def meanings(model: type[Strict]) -> Iterator[str]:
    """What the fields of a class, and those inside them, mean; Chinese and English alone go without saying."""
    for field in required_first(model):
        yield field.meaning.en
        if field.part not in (None, BilingualText):
            yield from meanings(field.part)


def test_the_start_of_a_short_one() -> None:
    assert blank(KINDS_BY_NAME["erratum"]).split("\n\n")[1] == (
        "## （必填）更正的数据，写作“记录编号.数据编号”；更正来源文件整理后的文字时，写文件编号。"
        "写法：本文件的数据编号，或“记录编号.数据编号”。\n"
        "## (required) The figure corrected, written record.figure; or the id of a document whose printed text is "
        "corrected. Form: A figure of this file, or record.figure.\n"
        "figure:"
    )


def test_where_the_site_has_no_english_none_is_asked_for() -> None:
    """Texts are in Chinese alone; what holds English and nothing else is switched off."""
    for name, kind in KINDS_BY_NAME.items():
        text = blank(kind, english=False)
        assert not [line for line in text.splitlines() if line.strip("- ") == "en:"], name
        assert list(parsed(text)) == [field.name for field in required_first(kind.model, False) if field.required]
        assert "zh:" in text or "zh:" not in blank(kind)
