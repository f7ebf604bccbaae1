"""One figure has one value everywhere: on every page that shows it, in every language, and in every file."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from macros.quantities.chinese.reader import read_chinese
from macros.register.register import Register
from macros.text.han_scripts import simplifier
from macros.text.languages import LANGUAGES
from tests.exports.tables import from_csv, from_json, from_xlsx

SCALES = {"million": 10**6, "billion": 10**9}
AMOUNT = "descendant-or-self::*[span[@class='amount__number']]"


def chinese(text: str, register: Register) -> Decimal:
    """The value of a quantity as Chinese pages write it, in either script; of a reading, what a person reads."""
    plain = simplifier().convert(text.partition("（")[0])
    readings = [one.figure for one in register.figures.values() if one.figure.reading]
    if stated := next((one.value for one in readings if one.written == plain), None):
        return stated
    words = frozenset(word for unit in register.units.values() for word in unit.written)
    (read,) = read_chinese(plain, words)
    (value,) = read.values
    return value


def english(text: str) -> Decimal:
    """The value of a quantity as English pages write it: ``nearly CNY 30 million``, ``half a year``."""
    if "half a" in text:
        return Decimal("0.5")
    number = re.search(r"[0-9][0-9,.]*", text)
    assert number, text
    scale = next((size for word, size in SCALES.items() if word in text), 1)
    return Decimal(number[0].replace(",", "")) * scale


def amounts_on(page: Any) -> Iterator[tuple[str, str]]:
    """Every quantity that a page prints beside a link to its figure or under its anchor: anchor, quantity."""
    for shown in page.xpath("//span[@class='amount__number']"):
        text = " ".join("".join(one.itertext()) for one in shown.getparent() if "amount__" in (one.get("class") or ""))
        for holder in shown.iterancestors("li", "tr"):
            own = holder.get("data-entry") or holder.get("id") or ""
            links = [own, *holder.xpath("(.//a/@href)[contains(., '#figure-')]")]
            anchor = next((link.rpartition("#")[2] for link in links if "figure-" in link), "")
            if anchor:
                yield anchor, text
                break


def values_on_pages(site: Path, register: Register) -> dict[str, set[Decimal]]:
    """The values that all pages print, by the anchor of the figure."""
    found: defaultdict[str, set[Decimal]] = defaultdict(set)
    for file in site.rglob("*.html"):
        page = html.fromstring(file.read_text("utf-8"))
        for anchor, text in amounts_on(page):
            value = english(text) if page.get("lang") == "en" else chinese(text.replace(" ", ""), register)
            found[anchor].add(value)
    return found


def check(site: Path, register: Register) -> int:
    """Every figure has its value on its pages and in every file; returns how many figures were read on pages."""
    tables = {
        "csv": from_csv((site / "data/figures.csv").read_bytes()),
        "json": from_json((site / "data/figures.json").read_bytes()),
        "xlsx": from_xlsx((site / "data/figures.xlsx").read_bytes(), "figures"),
        "all": from_xlsx((site / "data/all.xlsx").read_bytes(), "figures"),
    }
    shown = values_on_pages(site, register)
    for figure in register.figures.values():
        own = figure.figure.value
        for form, rows in tables.items():
            (row,) = [row for row in rows if row["id"] == figure.id]
            assert Decimal(str(row["value"])) == own, (figure.id, form)
        alike = {other.figure.value for other in register.figures.values() if other.anchor == figure.anchor}
        assert shown[figure.anchor] == alike, figure.id
        record = json.loads((site / f"data/records/{figure.kind.place}/{figure.record}.json").read_text("utf-8"))
        (given,) = [f for f in record.get("figures", record.get("results")) if f["id"] == figure.figure.id]
        assert Decimal(str(given["value"])) == own, figure.id
    return len(shown)


def test_on_the_real_site(site: Path, register: Register) -> None:
    assert check(site, register) >= 25


def test_half_a_year_on(full_site: Path, full_register: Register) -> None:
    assert check(full_site, full_register) >= 30


def test_every_page_shows_each_figure_in_each_language(site: Path, register: Register) -> None:
    for figure in register.figures.values():
        for language in LANGUAGES:
            page = html.fromstring((site / language.prefix / "figures/index.html").read_text("utf-8"))
            assert page.xpath("//tr[@id=$id]", id=figure.id), figure.id


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nearly CNY 30 million", "30000000"),
        ("more than 50", "50"),
        ("nearly half a year", "0.5"),
        ("15,000 copies", "15000"),
        ("CNY 2.3 million", "2300000"),
    ],
)
def test_english_quantities_are_read(text: str, value: str) -> None:
    assert english(text) == Decimal(value)
