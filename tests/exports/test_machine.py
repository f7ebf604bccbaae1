"""The index for machine readers, the JSON of each record, and robots.txt."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from macros.exports.machine import llms, marked, robots
from macros.exports.records import record_file
from macros.exports.table import Root
from macros.register.catalogue import catalogue_items
from macros.register.register import Register
from tests.exports.tables import shown

LINK = re.compile(r"^- \[(?:[^\]\\]|\\.)*\]\(([^)]+)\): ", re.MULTILINE)


def test_the_index_leads_to_every_record_and_table(every_files: dict[str, bytes]) -> None:
    text = every_files["llms.txt"].decode()
    assert text.startswith("# ") and text.splitlines()[2].startswith("> ")
    links = [one.removeprefix("https://bureau.example/record/") for one in LINK.findall(text)]
    assert len(links) == len([line for line in text.splitlines() if line.startswith("- ")])
    assert set(links) <= set(every_files)
    assert {file for file in every_files if file.startswith("data/records/")} <= set(links)
    assert {f"data/{dataset.name}.json" for dataset in shown()} <= set(links)


def test_every_record_has_its_json(full_register: Register, full_files: dict[str, bytes]) -> None:
    for one in catalogue_items(full_register):
        record = json.loads(full_files[record_file(one)])
        assert record["id"] == one.id and record["url"] == f"https://bureau.example/record/{one.address}"
        assert "null" not in full_files[record_file(one)].decode()
    goal = json.loads(full_files["data/records/alliances/river-crab.json"])["commitments"][0]
    assert goal["status"] == "in-progress"
    document = json.loads(full_files["data/records/documents/later-report.json"])
    assert document["published"] == "2002-01-08 16:30" and document["date"] == "2001-12-31"


def test_of_very_many_records_the_index_names_documents_and_work_areas(register: Register) -> None:
    found = [one.split("/")[2] for one in LINK.findall(llms(register, Root(), most=5)) if "data/records/" in one]
    assert found == ["documents"] * len(register.texts) + ["work-areas"] * len(register.work_areas)


def test_a_demonstration_says_so(register: Register) -> None:
    bureau = register.bureau.model_copy(update={"demonstration": False})
    real = replace(register, bureau=bureau)
    words = "This is a demonstration"
    assert words in llms(register, Root()) and words not in llms(real, Root())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[x](javascript:x)", r"\[x\]\(javascript:x\)"),
        ("# a\n- b", r"\# a - b"),
        ("<b> *c* `d`", r"\<b\> \*c\* \`d\`"),
        ("{{ x }} a|b", r"\{\{ x \}\} a\|b"),
        ("一句话。", "一句话。"),
    ],
)
def test_no_text_acts_as_markdown(text: str, shown: str) -> None:
    assert marked(text) == shown


def test_robots_name_the_sitemap_only_by_its_whole_address() -> None:
    assert "Sitemap" not in robots(Root())
    assert "Sitemap: https://bureau.example/sitemap.xml\n" in robots(Root.at("https://bureau.example"))
