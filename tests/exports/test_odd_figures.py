"""Figures of every kind in the open data: one number as a value, two as what they are, and what is not so as that."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import frictionless
import pytest

from macros.exports.files import export_files
from macros.exports.table import Root
from macros.register.load import load
from tests.exports.tables import from_csv
from tests.odd_figures import with_odd_figures
from tests.places import DATA


@pytest.fixture(scope="module")
def odd_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a bureau whose source states figures of every kind."""
    data = with_odd_figures(Path(shutil.copytree(DATA, tmp_path_factory.mktemp("odd") / "data")))
    register, problems = load(data)
    assert register is not None, problems
    return export_files(register, Root())


@pytest.mark.parametrize(
    ("figure", "kind", "value", "low", "high", "ratio", "hedge", "per"),
    [
        ("percent", "percent", "98", "", "", "", "", ""),
        ("negative", "percent", "-3.5", "", "", "", "", ""),
        ("permille", "permille", "3", "", "", "", "", ""),
        ("points", "points", "5", "", "", "", "", ""),
        ("range", "range", "", "15", "20", "", "", ""),
        ("range-expected", "range", "", "40", "50", "", "expected", ""),
        ("zero", "count", "0", "", "", "", "", ""),
        ("denied", "count", "9", "", "", "", "not", ""),
        ("aimed", "count", "30", "", "", "", "aimed", ""),
        ("ratio", "ratio", "", "", "", "3:1", "", ""),
        ("fraction", "fraction", "", "", "", "1/3", "", ""),
        ("multiple", "multiple", "2", "", "", "", "", ""),
        ("no-unit", "count", "100", "", "", "", "", ""),
        ("rate", "count", "1.2", "", "", "", "", "每万亩"),
    ],
)
def test_a_figure_of_each_kind(
    odd_files: dict[str, bytes],
    figure: str,
    kind: str,
    value: str,
    low: str,
    high: str,
    ratio: str,
    hedge: str,
    per: str,
) -> None:
    (row,) = [one for one in from_csv(odd_files["data/figures.csv"]) if one["id"] == f"odd.{figure}"]
    found = {name: row[name] for name in ("kind", "value", "low", "high", "ratio", "hedge", "per")}
    expected = {"kind": kind, "value": value, "low": low, "high": high, "ratio": ratio, "hedge": hedge, "per": per}
    assert found == expected
    record = json.loads(odd_files["data/records/work-areas/odd.json"])
    (given,) = [one for one in record["figures"] if one["id"] == figure]
    assert str(given.get("value", "")) == value and given.get("hedge", "") == hedge and given.get("per", "") == per
    assert given["kind"] == kind and not {"start", "hedged"} & given.keys()


def test_the_package_of_such_figures_is_valid(odd_files: dict[str, bytes], tmp_path: Path) -> None:
    for name, content in odd_files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    report = frictionless.Package(str(tmp_path / "data/datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "note"])
