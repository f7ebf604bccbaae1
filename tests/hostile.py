"""A copy of the data in which every text that may be chosen freely is a payload, and a source document made of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from macros.records.collecting import collect
from macros.records.collection import Collection
from macros.records.resolution import FIGURE_PLACEHOLDER
from macros.register import load as load_module
from macros.register.load import load
from macros.rules.editor_notes import notes_deny_a_quantity
from macros.rules.placeholders import placeholders_exist
from macros.rules.prose_numbers import no_number_typed
from macros.rules.translations import each_in_its_language, quantities_carried_over
from macros.rules.wording import letters_of_one_script
from macros.yaml_files.reader import read_bytes
from tests.payloads import PAYLOADS
from tests.text_fields import Slot, slots

TIED = re.compile(
    r"quote$|numeral|written|words|english|printed$|stood$|about$|items\[\]\.zh$|terms\[\]\.title|(name|company|programme)\.zh$"
    r"|email|telephone"
    r"|site_address|feedback_form|issue_tracker|office_numbers|security|names_in_source"
)
"""Fields that repeat what a source says, or that take no free text."""
OTHERS_MATTER = (
    each_in_its_language,
    quantities_carried_over,
    no_number_typed,
    placeholders_exist,
    notes_deny_a_quantity,
    letters_of_one_script,
)
"""Rules on words: hostile text is no Chinese, types numbers or denies some, and means no figure by its braces."""
TRIES = 12
"""How many payloads are tried in a text before it stays as it was."""


def allow_any_words(patch: pytest.MonkeyPatch) -> None:
    """Lets all text pass that is refused only for the words it is made of."""
    patch.setattr(load_module, "FILE_RULES", tuple(one for one in load_module.FILE_RULES if one not in OTHERS_MATTER))


def readable(payload: str) -> bool:
    """Whether a payload can stand in a data file at all."""
    return not read_bytes(json.dumps({"a": payload}, ensure_ascii=False).encode(), "x.yml")[1]


TRIED = tuple(payload for payload in PAYLOADS if readable(payload))
PRINTED = tuple(one.strip() for one in TRIED if "\n" not in one)
"""Payloads that can be a sentence."""


def write(file: Path, value: Any) -> None:
    """Writes a data file; JSON is YAML too, and every text of it stands in quotes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")


def write_all(data: Path, collection: Collection) -> None:
    """Writes every record back to its file."""
    for entry in collection.all():
        place = entry.reading.path.partition("/")[2]
        typed = entry.typed or entry.record
        write(data / place, typed.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def fill_with_payloads(data: Path) -> int:
    """Replaces every free text by the first payload, of a dozen, that the rules let pass; says how many it replaced."""
    collection, problems = collect(data)
    assert problems == []
    free = [slot for field, texts in slots(collection, typed=True).items() if not TIED.search(field) for slot in texts]
    start = {id(slot.owner): number for number, slot in enumerate(free)}  # Both languages of a text are alike.
    tries = dict.fromkeys(start, 0)
    for _ in range(2 * TRIES):  # What one stage of rules refuses hides what a later one would.
        for slot in free:
            slot.put(chosen(slot, start[id(slot.owner)], tries[id(slot.owner)]))
        write_all(data, collection)
        refused = {(one.place.path, one.field) for one in load(data)[1]}
        for owner in {id(slot.owner) for slot in free if slot.place in refused}:
            tries[owner] += 1
        if not refused:
            break
    assert not refused, refused
    return sum(1 for slot in free if tries[id(slot.owner)] < TRIES)


def chosen(slot: Slot, start: int, tried: int) -> str:
    """The payload to try in a text, before what is filled into an interface word; in the end the text as it was."""
    if tried >= TRIES:
        return slot.was
    payload = TRIED[(start + 5 * tried) % len(TRIED)]
    return payload + slot.was if "interface" in slot.place[0] else payload


def typed(payload: str) -> dict[str, str]:
    """A payload as prose in both languages: no number may be typed into that, and no figure named that is not there."""
    return dict.fromkeys(("zh", "en"), re.sub("[0-9]+", "x", FIGURE_PLACEHOLDER.sub("()", payload)))


def add_hostile_document(data: Path, trap: Path) -> None:
    """Adds a document whose every sentence is a payload, and a work area that quotes all and lists what can be a name.

    Both titles make the folder ``trap`` if they are ever run as a template: MkDocs-Macros does so with ``page.title``.
    """
    run = dict.fromkeys(("zh", "en"), f"{{{{ cycler.__init__.__globals__.os.mkdir('{trap}') }}}}")
    sentences = {f"s0-{number}": one for number, one in enumerate(PRINTED, 1)}
    text = "\n".join(["<hr>标题", *(f"{one}。" for one in PRINTED)])
    (data / "documents/hostile.txt").write_text(text.replace(PRINTED[0], f"{PRINTED[0]}<i>"), "utf-8")
    both = typed(PRINTED[1])
    write(
        data / "documents/hostile.yml",
        {
            "title": run,
            "issuer": both,
            "period": "first-half",
            "verbatim": "hostile.txt",
            "script": "zh-Hans",
            "emendations": [
                {"id": "bold", "kind": "insertion", "stood": f"{PRINTED[0]}<i>", "printed": PRINTED[0], **both},
            ],
            "notes": [
                {"id": f"n{ident}", "sentence": ident, "about": one, "no_quantity": "yes", **both}
                for ident, one in sentences.items()
            ],
            "translations": {"en": {"s0": "<hr>", **sentences}},
        },
    )
    cited = [{"source": f"hostile#{ident}", "quote": f"{one}。"} for ident, one in sentences.items()]
    write(
        data / "work-areas/hostile.yml",
        {
            "order": 99,
            "title": run,
            "summary": typed(PRINTED[1]),
            "quote": "<hr>标题",
            "statements": [{**typed(one), **at} for one, at in zip(PRINTED, cited, strict=True)],
            "lists": [
                {
                    "id": f"l{number}",
                    "kind": "topic",
                    "title": typed(one),
                    "items": [{"id": "a", "zh": one, "en": one}],
                    **at,
                }
                for number, (one, at) in enumerate(zip(PRINTED, cited, strict=True))
                if number and any(char.isalnum() for char in one)
            ],
        },
    )
