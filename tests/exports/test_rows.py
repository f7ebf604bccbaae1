"""What stands in the rows: one known row of every table, and addresses that lead to the very place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from macros.exports.table import Dataset, Root
from macros.exports.writers import table_json
from macros.register.register import Register
from macros.text.languages import LANGUAGES
from tests.exports.tables import DATASETS, SHOWN, from_csv, from_json

KNOWN: dict[str, Any] = json.loads((Path(__file__).parent / "rows.json").read_text("utf-8"))
"""A row of each table, compared by eye with the data it was made from."""


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda one: one.name)
def test_a_known_row(full_register: Register, dataset: Dataset) -> None:
    rows = from_json(table_json(dataset, list(dataset.rows(full_register, Root().link))))
    (row,) = [one for one in rows if one["id"] == KNOWN[dataset.name]["id"]]
    languages = row.pop("languages", None)
    assert row == KNOWN[dataset.name]
    assert languages in (None, " ".join(language.tag for language in LANGUAGES))


def test_every_address_leads_to_its_place(site: Path) -> None:
    checked = 0
    pages: dict[str, set[str]] = {}
    for dataset in SHOWN:
        for row in from_csv((site / f"data/{dataset.name}.csv").read_bytes()):
            address, _, anchor = row.get("url", "").partition("#")
            if address:
                if address not in pages:
                    page = html.fromstring((site / address / "index.html").read_text("utf-8"))
                    pages[address] = set(page.xpath("//@id"))
                assert not anchor or anchor in pages[address], (dataset.name, row["id"], row["url"])
                checked += 1
    assert checked > 200
