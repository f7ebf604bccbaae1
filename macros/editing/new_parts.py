"""What a selection becomes in a record: a figure, a statement, entries of a list, a project, a goal, a new record.

Each is made of words of the document and of proposals that bear the marker until a person has decided on them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from macros.drafting.names import id_from
from macros.editing.selection import (
    Selection,
    figure_fields,
    label_proposed,
    quoting_fields,
    selected_names,
    selected_words,
)
from macros.editing.typed_fields import languages_typed
from macros.records.collection import Collection
from macros.records.kinds import WORK_AREAS, Kind
from macros.records.section import SectionField
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.values import Value

HEADING_NUMBER = re.compile(
    r"^\s*(?:第?[一二三四五六七八九十]{1,3}[是、章节部]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、])\s*"
)

Propose = Callable[[str, str], str]
"""The words in a language (by its code) that are proposed for Chinese ones; empty for none."""


@dataclass(frozen=True)
class Maker:
    """Makes parts of records."""

    collection: Collection
    propose: Propose

    def text(self, zh: str, decided: bool = False) -> dict[str, str]:
        """A text in every language of the site: Chinese and its translations as they are proposed."""
        made = {"zh": zh if decided and zh else UNDECIDED + zh}
        return made | self.translations(zh)

    def translations(self, zh: str) -> dict[str, str]:
        """What is proposed for Chinese words in every other language, to be decided."""
        return {code: UNDECIDED + self.propose(zh, code) for code in languages_typed(self.collection)[1:]}

    def figure(self, place: Selection, at: object, taken: Container[str]) -> dict[str, Any]:
        """A figure: the quantity at a place of the selection."""
        one, fields = figure_fields(self.collection, place, at)
        label = label_proposed(self.collection, place, one)
        return {"id": id_from(label, taken, "figure"), "label": self.text(label), **fields}

    def statement(self, place: Selection) -> dict[str, Any]:
        """A statement: the clauses selected, and their translation to be decided."""
        fields = quoting_fields(self.collection, place)
        return {**self.translations(fields["quote"]), **fields}

    def entries(self, place: Selection, taken: AbstractSet[str], quote: str) -> list[dict[str, Any]]:
        """Entries of a list that rests on ``quote``: the names selected; each quotes for itself what that lacks."""
        made: dict[str, dict[str, Any]] = {}
        for name in selected_names(selected_words(self.collection, place)):
            ident = id_from(name, taken | made.keys(), "entry")
            own = {} if name in quote else quoting_fields(self.collection, place)
            made[ident] = {"id": ident, "zh": name, **self.translations(name), **own}
        return list(made.values())

    def listing(self, place: Selection, kind: str, title: str, taken: Container[str]) -> dict[str, Any]:
        """A list of the names selected."""
        fields = quoting_fields(self.collection, place)
        entries = self.entries(place, set(), fields["quote"])
        return {
            "id": id_from(title, taken, "list"),
            "kind": kind,
            "title": self.text(title, True),
            **fields,
            "items": entries,
        }

    def project(self, place: Selection, taken: Container[str]) -> dict[str, Any]:
        """A project of the name selected; whose it is and how far it has come is left to be decided."""
        name = selected_words(self.collection, place)
        blank = {field: self.text("") for field in ("company", "programme")}
        ident = id_from(name, taken, "project")
        return {
            "id": ident,
            "name": self.text(name, True),
            **blank,
            "stage": UNDECIDED,
            **quoting_fields(self.collection, place),
        }

    def commitment(self, place: Selection, taken: Container[str]) -> dict[str, Any]:
        """A goal: the clauses selected."""
        fields = quoting_fields(self.collection, place)
        return {
            "id": id_from(fields["quote"], taken, "goal"),
            **self.translations(fields["quote"]),
            "deadline": self.text(""),
            **fields,
        }

    def note(self, place: Selection, taken: Container[str], no_quantity: bool) -> dict[str, Any]:
        """An editor's note on the words selected."""
        about = selected_words(self.collection, place)
        marked = {"no_quantity": True} if no_quantity else {}
        ident = id_from(about, taken, "note")
        sentence = place.sentence.partition("#")[2]
        return {"id": ident, "sentence": sentence, "about": about, **marked, **self.text("")}

    def value(self, place: Selection, column: SectionField, quote: str) -> dict[str, Any]:
        """What a record says in a column: the words selected, a date in their clauses; terms and figures are chosen."""
        words, fields = selected_words(self.collection, place), quoting_fields(self.collection, place)
        own = {} if words in quote and column.type != "date" else fields
        if column.type in ("term", "figure"):
            own = fields if column.type == "term" and fields["quote"] != quote else {}
            return {"field": column.id, column.type: UNDECIDED, **own}
        if column.type == "date":
            return {"field": column.id, **({} if fields["quote"] == quote else fields)}
        return {"field": column.id, "words": self.text(words, True), **own}

    def record(self, kind: Kind, place: Selection, title: str, work_area: str, order: int) -> dict[str, Any]:
        """A record that is named after the clauses selected."""
        area = {} if kind is WORK_AREAS else {"work_area": work_area or UNDECIDED}
        made = {"order": order, **area, "title": self.text(title, True), "summary": self.text("")}
        return made | quoting_fields(self.collection, place)


def title_proposed(heading: str) -> str:
    """A title made from a heading: its number left out, and braces, in which a figure would be named."""
    return re.sub("[{}]", "", HEADING_NUMBER.sub("", heading)).strip("。；：")


def ids_in(value: Value) -> set[str]:
    """The ids of the parts of a list as a file holds it."""
    return (
        {str(one["id"]) for one in value if isinstance(one, dict) and one.get("id")}
        if isinstance(value, list)
        else set()
    )
