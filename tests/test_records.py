"""One case for every record of the demonstration: its words are on its page in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from macros.records.addresses import record_address
from macros.records.collecting import declared_sections
from macros.records.kinds import WORK_AREAS
from macros.register.register import Register
from tests.places import DATA

FOLDERS = {kind.place: kind for kind in (WORK_AREAS, *declared_sections(DATA))}
RECORDS = sorted(file.relative_to(DATA).as_posix() for place in FOLDERS for file in (DATA / place).glob("*.yml"))


@pytest.mark.parametrize("file", RECORDS)
def test_record(file: str, register: Register, site: Path) -> None:
    place, _, name = file.partition("/")
    ident = name.removesuffix(".yml")
    record = {
        **register.work_areas,
        **{key: one for section in register.sections.values() for key, one in section.records.items()},
    }[ident]
    for prefix, title, summary in (
        ("", record.title.zh, record.summary.zh),
        ("en/", record.title.en, record.summary.en),
    ):
        told = place == WORK_AREAS.place and register.told.get(ident)
        address = told.address if told else record_address(FOLDERS[place], ident)
        page = html.fromstring((site / prefix / address / "index.html").read_text("utf-8"))
        if told and told.sole:
            continue  # The one record of its section says it in words of its own.
        assert title in page.text_content()
        assert summary in page.text_content()
