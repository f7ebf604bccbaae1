"""The whole demonstration entered anew from its text: what a clerk types, and that the same comes out."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from macros.records.collecting import collect
from macros.records.collection import Collection
from macros.records.kinds import BUREAU, DOCUMENTS
from macros.records.listing import Item
from macros.register.load import load
from tests.editing.clerk import Clerk, card, enter, finish, more
from tests.editing.desk import DOCUMENT, field, opened, said
from tests.places import DATA

MOST_TYPED = 0.3
"""Characters that a clerk types for each character of the source, in Chinese alone."""


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """The demonstration in Chinese alone, as an import leaves it: the document, and no record."""
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    for folder in ("work-areas", "alliances", "activities"):
        shutil.rmtree(data / folder)
        (data / folder).mkdir()
    (data / "ledger.txt").unlink()
    bureau = (data / "bureau.yml").read_text("utf-8")
    bureau = re.sub(r"key_figures:\n(  - .*\n)+", "languages: [zh]\n", bureau)
    (data / "bureau.yml").write_text(bureau, "utf-8", newline="\n")
    file = data / f"documents/{DOCUMENT}.yml"
    text = re.sub(r"(?ms)^translations:.*?(?=^\w|\Z)", "", file.read_text("utf-8"))
    text = re.sub(r"(?ms)^(notes|not_stated):.*?(?=^\w|\Z)", "", text)
    file.write_text(text, "utf-8", newline="\n")
    return data


@pytest.mark.night
def test_a_clerk_types_little(begun: Path, browser: Browser, capsys: pytest.CaptureFixture[str]) -> None:
    given, problems = collect(DATA)
    assert not problems
    source = sum(len(one.zh) for one in given.sentences.values())
    with opened(begun, browser) as (page, _):
        clerk, entered = Clerk(page, given), dict[str, str]()
        for kind in ("work-areas", "alliances", "activities"):
            records = [one for one in given.paged() if one.kind.place == kind]
            for entry in sorted(records, key=lambda one: one.record.order):
                entered[entry.id] = enter(clerk, kind, entry.id, entry.record)
        for entry in given.paged():
            finish(clerk, entry.kind.place, entry.id, entry.record, entered[entry.id])
        key_figures(clerk)
        records_typed, records_done = clerk.typed, clerk.actions
        notes(clerk)
        page.locator("#save").click()
        page.locator("#save-now").click()
        said(page, "已保存")
    register, left = load(begun)
    with capsys.disabled():
        print(
            f"\n{source} characters of the source; records: {records_typed} typed, {records_done} actions; with notes "
            f"and what is not stated: {clerk.typed} typed, {clerk.actions} actions; {records_typed / source:.2f} and "
            f"{clerk.typed / source:.2f} for each"
        )
    assert register is not None, left
    made, _ = collect(begun)
    then, now = told(given), told(made)
    assert {name: (then[name], now.get(name)) for name in then if then[name] != now.get(name)} == {}
    assert records_typed / source <= MOST_TYPED


def key_figures(clerk: Clerk) -> None:
    """Chooses the figures of the home page."""
    page = clerk.page
    page.select_option(".record__top select", "bureau.yml/bureau.yml")
    clerk.actions += 1
    clerk.settled()
    more(clerk, "首页的主要数据")
    bureau = clerk.given.single(BUREAU)
    assert bureau is not None
    for one in bureau.record.key_figures:
        page.locator(f'#side input[value="{clerk.ids[one]}"]').check()
        clerk.actions += 1
        clerk.settled()


def notes(clerk: Clerk) -> None:
    """Enters the editor's notes and what the document does not state."""
    page, document = clerk.page, clerk.given.of(DOCUMENTS)[DOCUMENT].typed
    for at, one in enumerate(document.notes):
        clerk.select(one.sentence, one.about)
        page.locator('#menu [data-what="more"]').first.click()
        clerk.actions += 1
        clerk.settled()
        clerk.write(field(page, "notes", at, "zh"), clerk.named("", one.zh))
        if one.wording_only:
            card(clerk, ("notes", at))
            more(clerk, "只涉及字词标点")
            field(page, "notes", at, "wording_only").check()
            clerk.actions += 1
            clerk.settled()
    for at, one in enumerate(document.not_stated):
        page.get_by_role("button", name="＋ ").last.click()
        clerk.actions += 1
        clerk.settled()
        clerk.write(field(page, "not_stated", at, "zh"), one.zh)
    expect(page.locator("#tab-left .count")).to_have_text("0")


def told(collection: Collection) -> dict[str, Any]:
    """What the records of data say in Chinese, whatever they call their parts."""
    found: dict[str, Any] = {}
    for entry in collection.paged():
        record = entry.record
        items = [(one.part.zh, one.sentence) for one in entry.cited if isinstance(one.part, Item)]
        found[record.title.zh] = {
            "summary": record.summary.zh,
            "figures": [(one.label.zh, one.written, one.amount, one.unit, one.period) for one in record.figures],
            "series": [one.series for one in record.figures],
            "places": [(one.source, one.start, one.note and one.note.zh) for one in record.figures],
            "statements": [(one.zh, one.source) for one in record.statements],
            "lists": [(one.kind, one.title.zh, one.names_not_stated) for one in record.lists],
            "items": items,
            "projects": [(one.name.zh, one.company.zh, one.programme.zh, one.stage) for one in record.projects],
            "goals": [(one.zh, one.deadline.zh) for one in record.commitments],
            "stages": [(one.stage, len(one.figures)) for one in record.pipeline],
        }
    document = collection.of(DOCUMENTS)[DOCUMENT].record
    found["notes"] = [(one.sentence, one.about, one.wording_only, one.zh) for one in document.notes]
    found["not stated"] = [one.zh for one in document.not_stated]
    return found
