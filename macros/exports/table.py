"""What a dataset is: its columns, its rows, and the forms in which a value may be written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from macros.records.addresses import INDEX, with_file
from macros.register.register import Register
from macros.text.languages import Bilingual, Language

ColumnType = Literal["string", "number", "integer", "boolean", "date"]
"""Types of Table Schema (Data Package v2), of which a column holds one."""
CellValue = str | int | bool | Decimal | date | None
Row = Mapping[str, CellValue]
Link = Callable[[str], str]
"""Turns a path from the site's root into what a file holds; see ``Root``."""
Rows = Callable[[Register, Link], Iterator[Row]]


@dataclass(frozen=True)
class Column:
    """A column: its name is an interface that others rely on and never changes; ``title`` and ``about`` explain it."""

    name: str
    type: ColumnType
    title: Bilingual
    about: Bilingual
    required: bool = False


@dataclass(frozen=True)
class Dataset:
    """A table that can be downloaded; ``keys`` names the dataset that each of some columns refers to by its ``id``."""

    name: str
    title: Bilingual
    about: Bilingual
    columns: tuple[Column, ...]
    rows: Rows
    keys: Mapping[str, str]
    declared: bool = False
    """Whether title and description are a bureau's own words, in which nothing is marked up."""

    def described(self, language: Language) -> str:
        """What the dataset holds, column by column, in 50 to 5,000 characters as schema.org asks of a Dataset."""
        titles = [language.text(column.title) for column in self.columns]
        listed = Bilingual(f"各列：{'、'.join(titles)}。", f"Columns: {', '.join(titles)}.")
        return f"{language.text(self.about)}{'' if language.is_chinese else ' '}{language.text(listed)}"


@dataclass(frozen=True)
class Root:
    """Where the site is published, if the bureau has said so: ``https://bureau.example/record/``, else nothing.

    ``index`` is the file that links to folders name, for hosts that look for none: ``index.html``, else nothing.
    """

    address: str = ""
    index: str = ""

    @classmethod
    def at(cls, address: str, index: str = "") -> Root:
        """The root of a site at an address; none where there is no address.

        The address may lack its last slash, or name the file of the home page.
        """
        return cls(address.removesuffix(f"/{INDEX}").rstrip("/") + "/" if address else "", index)

    def link(self, path: str) -> str:
        """The address of ``path``; while nobody has stated the site's, the path from the site's root."""
        return self.named(self.address + path)

    def named(self, link: str) -> str:
        """A link as it is written for this host: to a folder, or to the file in it."""
        return with_file(link, self.index)


def plain_number(value: Decimal) -> str:
    """A number in plain digits: 2300000, 0.5; never 2.3E+6."""
    return format(value.normalize(), "f")


EXACT_DIGITS = 15
"""Digits that a number of 64 bits, as spreadsheets and browsers have them, holds for certain."""


def as_number(value: Decimal) -> int | float | str:
    """A number for JSON and workbooks; as text where a number of 64 bits would round it."""
    if len(value.normalize().as_tuple().digits) > EXACT_DIGITS or value >= 10**EXACT_DIGITS:
        return plain_number(value)
    return int(value) if value == int(value) else float(value)
