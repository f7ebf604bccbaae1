"""What stands in the rows: one known row of every table, and addresses that lead to the very place."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from macros.exports.table import Root
from macros.exports.writers import table_json
from macros.register.register import Register
from macros.text.languages import LANGUAGES
from tests.exports.tables import ROWS, every, from_csv, from_json, shown


def test_every_dataset_has_a_known_row() -> None:
    assert {one.name for one in every()} == ROWS.keys()


@pytest.mark.parametrize("name", ROWS)
def test_a_known_row(full_register: Register, name: str) -> None:
    (dataset,) = [one for one in every() if one.name == name]
    rows = from_json(table_json(dataset, list(dataset.rows(full_register, Root().link))))
    (row,) = [one for one in rows if one["id"] == ROWS[name]["id"]]
    languages = row.pop("languages", None)
    assert row == ROWS[name]
    assert languages in (None, " ".join(language.tag for language in LANGUAGES))


def test_every_address_leads_to_its_place(site: Path) -> None:
    checked = 0
    pages: dict[str, set[str]] = {}
    for dataset in shown():
        for row in from_csv((site / f"data/{dataset.name}.csv").read_bytes()):
            address, _, anchor = row.get("url", "").partition("#")
            if address:
                if address not in pages:
                    page = html.fromstring((site / address / "index.html").read_text("utf-8"))
                    pages[address] = set(page.xpath("//@id"))
                assert not anchor or anchor in pages[address], (dataset.name, row["id"], row["url"])
                checked += 1
    assert checked > 200
