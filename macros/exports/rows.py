"""Rows of figures and of the vocabulary, and what rows have in common. Names of keys are the names of columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from macros.exports.table import Link, Row, Rows
from macros.records.base import Bilingual
from macros.register.register import PublishedFigure, Register


def labels(words: Bilingual) -> dict[str, str]:
    """The name of something in both languages."""
    return {"label_zh": words.zh, "label_en": words.en}


def notes(words: Bilingual | None) -> dict[str, str | None]:
    """A note in both languages, if there is one."""
    return {"note_zh": words.zh if words else None, "note_en": words.en if words else None}


def proof(sentence: str, quote: str) -> dict[str, str]:
    """What a row rests on."""
    return {"source": sentence.partition("#")[0], "sentence": sentence, "quote": quote}


def figure_row(one: PublishedFigure, link: Link) -> Row:
    """One figure."""
    figure = one.figure
    return {
        "id": one.id,
        "value": figure.value,
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "written": figure.written,
        "period": figure.period,
        "series": figure.series,
        "work_area": one.work_area,
        "record": one.record,
        **labels(figure.label),
        **notes(figure.note),
        **proof(figure.source, figure.quote),
        "url": link(one.address),
    }


def figures(register: Register, link: Link) -> Iterator[Row]:
    """Every figure, in the order of the site."""
    return (figure_row(one, link) for one in register.figures.values())


def series(ident: str) -> Rows:
    """The figures of one series, from the earliest period to the latest."""

    def rows(register: Register, link: Link) -> Iterator[Row]:
        found = [one for one in register.figures.values() if one.figure.series == ident]
        found.sort(key=lambda one: register.periods[one.figure.period].order)
        return (figure_row(one, link) for one in found)

    return rows


def evaluations(register: Register, link: Link) -> Iterator[Row]:
    """Every result of every round of evaluation, with the question it answers."""
    for ident, one in register.evaluations.items():
        for result, shown in zip(one.results, register.figures_by_record.get(ident, ()), strict=True):
            yield dict(figure_row(shown, link)) | {
                "round_zh": one.title.zh,
                "round_en": one.title.en,
                "question": f"{one.work_area}.{one.questions}.{result.question}" if result.question else None,
            }


def vocabulary(register: Register, link: Link) -> Iterator[Row]:
    """Every term that other tables name by its id."""
    terms: dict[str, Mapping[str, Any]] = {
        "units": register.units,
        "qualifiers": register.qualifiers,
        "periods": register.periods,
        "item-kinds": register.item_kinds,
        "project-stages": register.stages,
        "commitment-statuses": register.statuses,
        "emendation-kinds": register.emendation_kinds,
    }
    for name, entries in terms.items():
        for ident, one in entries.items():
            explained = getattr(one, "explained", None)
            yield {
                "id": f"{name}.{ident}",
                "vocabulary": name,
                "term": ident,
                **labels(one),
                **notes(explained),
                "start": getattr(one, "start", None),
                "end": getattr(one, "end", None),
            }
