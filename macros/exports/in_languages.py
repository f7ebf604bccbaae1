"""Open data in the languages that the bureau has chosen: where English is off, no column or title is in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from macros.exports.datasets import DATASETS, WHERE_ANY
from macros.exports.table import Column, Dataset, Row
from macros.exports.tables.catalogue import FILES_COLUMN
from macros.register.register import Register
from macros.text.languages import ENGLISH, Bilingual

IN_ENGLISH = "_en"
"""How the names of columns in English end."""


def datasets_of(register: Register) -> tuple[Dataset, ...]:
    """Every dataset as this bureau publishes it; that of files beside documents where there are any."""
    return tuple(dataset_of(register, one) for one in datasets_held(register))


def datasets_held(register: Register) -> tuple[Dataset, ...]:
    """Every dataset that is published."""
    if register.all_beside:
        return (*DATASETS, *WHERE_ANY)
    return tuple(
        replace(one, columns=tuple(each for each in one.columns if each is not FILES_COLUMN)) for one in DATASETS
    )


def dataset_of(register: Register, dataset: Dataset) -> Dataset:
    """A dataset without English where there is none, and with cells that may be empty where it may be lacking."""
    if has_english(register):
        if register.bureau.untranslated == "refuse":
            return dataset
        return replace(dataset, columns=tuple(map(not_required, dataset.columns)))
    return replace(
        dataset,
        title=in_chinese(dataset.title),
        about=in_chinese(dataset.about),
        columns=tuple(
            replace(one, title=in_chinese(one.title), about=in_chinese(one.about))
            for one in dataset.columns
            if not one.name.endswith(IN_ENGLISH)
        ),
    )


def has_english(register: Register) -> bool:
    """Whether the site is in English too."""
    return ENGLISH in register.languages


def not_required(column: Column) -> Column:
    """A column; one in English may be empty."""
    return replace(column, required=False) if column.name.endswith(IN_ENGLISH) else column


def in_chinese(words: Bilingual) -> Bilingual:
    """The Chinese of some words alone."""
    return Bilingual(words.zh, "")


def chosen(register: Register, words: Bilingual) -> Bilingual:
    """Words as this bureau publishes them: without English where the site has none."""
    return Bilingual(words.zh, words.en if has_english(register) else "")


def both(words: Bilingual, between: str = " / ") -> str:
    """The same words in Chinese and English, or what there is of them."""
    return between.join(one for one in (words.zh, words.en) if one)


def rows_as_published(register: Register, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows of a dataset; a cell in English that says nothing is empty, as whatever is not stated."""
    if register.bureau.untranslated == "refuse" and has_english(register):
        yield from rows
        return
    for row in rows:
        yield {name: None if value == "" and name.endswith(IN_ENGLISH) else value for name, value in row.items()}


def without_english(content: Any) -> Any:
    """What a record holds, with every text in Chinese, and further languages, alone."""
    if isinstance(content, dict):
        is_text = isinstance(content.get("zh"), str) or set(content) == {"en"}
        return {name: without_english(one) for name, one in content.items() if not (is_text and name == "en")}
    return [without_english(one) for one in content] if isinstance(content, list) else content
