"""What a check of readiness finds, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from macros.records.base import Strict
from macros.records.bureau import Bureau
from macros.records.document import Document
from macros.register.register import Register
from macros.staff.fields import fields_of
from macros.text.languages import Bilingual

State = Literal["met", "not-met", "to-supply"]
BUREAU_FILE = "data/bureau.yml"


@dataclass(frozen=True)
class Wanted:
    """Something that is missing, and the file and field where it belongs."""

    what: Bilingual
    file: str
    field: str


@dataclass(frozen=True)
class Finding:
    """What became of one rule; ``required`` for going live."""

    number: str
    title: Bilingual
    source: Bilingual
    state: State
    required: bool = True
    wanted: tuple[Wanted, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether the site must not go live because of it."""
        return self.required and self.state != "met"


def supply(
    number: str, title: Bilingual, source: Bilingual, wanted: Iterable[Wanted], required: bool = True
) -> Finding:
    """A rule that is met once the bureau has supplied what is wanted."""
    missing = tuple(wanted)
    return Finding(number, title, source, "to-supply" if missing else "met", required, missing)


def decided(number: str, title: Bilingual, source: Bilingual, holds: bool, required: bool = True) -> Finding:
    """A rule that holds or does not."""
    return Finding(number, title, source, "met" if holds else "not-met", required)


def empty_fields(register: Register, *names: str) -> Iterator[Wanted]:
    """The fields of the bureau's record that are empty."""
    for name in names:
        if getattr(register.bureau, name) is None:
            yield Wanted(meaning(Bureau, name), BUREAU_FILE, name)


def empty_in_documents(register: Register, *names: str) -> Iterator[Wanted]:
    """The fields of source documents that are empty."""
    for ident, text in register.texts.items():
        for name in names:
            if getattr(text.document, name) is None:
                yield Wanted(meaning(Document, name), f"data/documents/{ident}.yml", name)


def meaning(model: type[Strict], name: str) -> Bilingual:
    """What a field means, as the field reference says."""
    return {one.name: one.meaning for one in fields_of(model)}[name]
