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
from tests.editing.clerk import Clerk, card, enter, finish, in_english, more
from tests.editing.desk import DOCUMENT, field, opened, said
from tests.places import DATA

MOST_TYPED = {"zh": 0.3, "en": 2.5}
"""Characters that a clerk types for each of the source: in Chinese alone; with English, where a translator has
translated the sentences of the document (``make translate``)."""
LANGUAGES = {"zh": "[zh]", "en": "[zh, en]"}


@pytest.fixture
def begun(tmp_path: Path, language: str) -> Path:
    """The demonstration in Chinese alone, or with the English of its document, and no record."""
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    for folder in ("work-areas", "alliances", "activities"):
        shutil.rmtree(data / folder)
        (data / folder).mkdir()
    (data / "ledger.txt").unlink()
    bureau = (data / "bureau.yml").read_text("utf-8")
    bureau = re.sub(r"key_figures:\n(  - .*\n)+", f"languages: {LANGUAGES[language]}\n", bureau)
    (data / "bureau.yml").write_text(bureau, "utf-8", newline="\n")
    file = data / f"documents/{DOCUMENT}.yml"
    text = file.read_text("utf-8")
    text = re.sub(r"(?ms)^translations:.*?(?=^\w|\Z)", "", text) if language == "zh" else text
    text = re.sub(r"(?ms)^(notes|not_stated):.*?(?=^\w|\Z)", "", text)
    file.write_text(text, "utf-8", newline="\n")
    return data


@pytest.mark.night
@pytest.mark.parametrize("language", MOST_TYPED)
def test_a_clerk_types_little(language: str, begun: Path, browser: Browser, capsys: pytest.CaptureFixture[str]) -> None:
    given, problems = collect(DATA)
    assert not problems
    source = sum(len(one.zh) for one in given.sentences.values())
    with opened(begun, browser) as (page, _):
        clerk, entered = Clerk(page, given, language == "en"), dict[str, str]()
        for kind in ("work-areas", "alliances", "activities"):
            records = [one for one in given.paged() if one.kind.place == kind]
            for entry in sorted(records, key=lambda one: one.record.order):
                entered[entry.id] = enter(clerk, kind, entry.id, entry.record)
        for entry in given.paged():
            finish(clerk, entry.kind.place, entry.id, entry.record, entered[entry.id])
        for entry in given.paged() if clerk.english else ():
            in_english(clerk, entry.kind.place, entry.id, entered[entry.id])
        key_figures(clerk)
        records_typed, records_done = clerk.typed, clerk.actions
        notes(clerk)
        page.locator("#save").click()
        page.locator("#save-now").click()
        said(page, "已保存")
    register, left = load(begun)
    with capsys.disabled():
        print(
            f"\n{language}: {source} characters of the source; records: {records_typed} typed, {records_done} actions; "
            f"with notes and what is not stated: {clerk.typed} typed, {clerk.actions} actions; "
            f"{records_typed / source:.2f} and {clerk.typed / source:.2f} for each"
        )
    assert register is not None, left
    made, _ = collect(begun)
    then, now = ({**told(one), **(english_of(one) if language == "en" else {})} for one in (given, made))
    assert {name: (then[name], now.get(name)) for name in then if then[name] != now.get(name)} == {}
    assert records_typed / source <= MOST_TYPED[language]


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
        if clerk.english:
            clerk.translate(f"documents/{DOCUMENT}", ("notes", at), clerk.named("", one.en))
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
        if clerk.english:
            clerk.translate(f"documents/{DOCUMENT}", ("not_stated", at), one.en)
    expect(page.locator("#tab-left .count")).to_have_text("0")


def english_of(collection: Collection) -> dict[str, Any]:
    """What the records of data say in English, by the Chinese of each record's title."""
    return {
        f"{entry.record.title.zh}, in English": [
            [entry.record.title.en, entry.record.summary.en],
            [(one.label.en, one.note and one.note.en) for one in entry.record.figures],
            [one.en for one in (*entry.record.statements, *entry.record.commitments)],
            [[one.title.en, *(item.en for item in one.items)] for one in entry.record.lists],
            [(one.name.en, one.company.en, one.programme.en) for one in entry.record.projects],
        ]
        for entry in collection.paged()
    }


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
