"""Every table: names that never change, the same rows in every form, and forms that the standards accept."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import frictionless
import openpyxl
import pytest
from frictionless import Package

from macros.exports.files import export_files, tabulated
from macros.exports.table import Column, Dataset, Root, as_number, plain_number
from macros.exports.tables.annual_reports import ANNUAL_REPORTS_TABLE
from macros.exports.tables.cells import TABLE_CELLS_TABLE
from macros.exports.workbook import as_workbook
from macros.exports.writers import as_csv, table_json
from macros.register.register import Register
from macros.text.languages import LANGUAGES, Bilingual
from tests.exports.tables import HEADER, NOT_SHOWN, ROWS, all_text, every, from_csv, from_json, from_xlsx, shown
from tests.night import some

NAMES = Path(__file__).parent / "names.json"
"""What has been published: others rely on it. Add to it; never change or take away."""


def test_published_names_stay() -> None:
    published = (*(one for one in every() if one.name != "notices"), TABLE_CELLS_TABLE, ANNUAL_REPORTS_TABLE)
    given = {dataset.name: [column.name for column in dataset.columns] for dataset in published}
    assert given == json.loads(NAMES.read_text("utf-8")), "名称一经公布不再改动。 Published names never change."


@pytest.mark.parametrize("name", some(ROWS, 3))
def test_every_form_holds_the_same_rows(every_files: dict[str, bytes], name: str) -> None:
    if f"data/{name}.csv" not in every_files:
        assert name in NOT_SHOWN
        return
    rows = from_csv(every_files[f"data/{name}.csv"])
    assert all_text(from_json(every_files[f"data/{name}.json"])) == rows
    for book in (name, "all"):
        assert all_text(from_xlsx(every_files[f"data/{book}.xlsx"], name)) == rows, book


def test_only_empty_tables_are_empty(full_files: dict[str, bytes], files: dict[str, bytes]) -> None:
    assert all(from_csv(full_files[f"data/{dataset.name}.csv"]) for dataset in every())
    empty = {dataset.name for dataset in shown() if not from_csv(files[f"data/{dataset.name}.csv"])}
    assert empty == {"errata"}, "no table exists that is empty, but that of corrections"
    assert {one.name for one in every()} - {one.name for one in shown()} == NOT_SHOWN


def test_frictionless_accepts_the_package_and_every_table(folder: Path) -> None:
    package = Package(str(folder / "data/datapackage.json"))
    names = [one.name for one in every() if (folder / f"data/{one.name}.csv").exists()]
    assert package.resource_names == names
    assert all(resource.bytes and resource.hash and resource.schema.fields for resource in package.resources)
    report = package.validate()
    assert report.valid, report.flatten(["name", "type", "note"])


@pytest.mark.parametrize("name", ROWS)
def test_frictionless_accepts_the_rows_of_json(folder: Path, name: str) -> None:
    package = json.loads((folder / "data/datapackage.json").read_text("utf-8"))
    if name not in {one["name"] for one in package["resources"]}:
        assert name in NOT_SHOWN
        return
    schema = next(one["schema"] for one in package["resources"] if one["name"] == name)
    schema = {name: value for name, value in schema.items() if name != "foreignKeys"}
    rows = json.loads((folder / f"data/{name}.json").read_text("utf-8"))
    if rows:
        report = frictionless.Resource(data=rows, schema=frictionless.Schema.from_descriptor(schema)).validate()
        assert report.valid, report.flatten(["type", "note"])


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        (",15000,", ",15,000,", "extra-cell"),
        (",15000,", ",many,", "type-error"),
        (",15000,", ",15001,", "hash-count"),
        ("h1-work-summary#s7-3", "h1-work-summary#s9-9", "foreign-key"),
        ("science-week.materials", "science-week.advice", "primary-key"),
    ],
)
def test_frictionless_would_see_a_slip(files: dict[str, bytes], tmp_path: Path, old: str, new: str, error: str) -> None:
    """In the table of figures; of the others those are left that it refers to, as reading all takes long."""
    package = json.loads(files["data/datapackage.json"])
    whole = {one["name"]: one for one in package["resources"]}
    needed = ["figures"]
    for name in needed:
        targets = [one["reference"].get("resource") for one in whole[name]["schema"].get("foreignKeys", [])]
        needed += [target for target in targets if target and target not in needed]
    package["resources"] = [whole[name] for name in needed]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), "utf-8")
    for name in needed:
        (tmp_path / whole[name]["path"]).write_bytes(files[f"data/{whole[name]['path']}"])
    table = tmp_path / "figures.csv"
    table.write_text(table.read_text("utf-8").replace(old, new, 1), "utf-8")
    found = {one for (one,) in Package(str(tmp_path / "datapackage.json")).validate().flatten(["type"])}
    assert error in found


def test_the_package_says_what_data_package_v2_asks(every_files: dict[str, bytes]) -> None:
    package = json.loads(every_files["data/datapackage.json"])
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    for one in package["resources"]:
        assert (
            one["encoding"] == "utf-8" and one["hash"].startswith("sha256:") and one["schema"]["primaryKey"] == ["id"]
        )
        assert one["bytes"] == len(every_files[f"data/{one['path']}"])


def test_terms_are_the_bureaus_or_not_stated(files: dict[str, bytes], full_files: dict[str, bytes]) -> None:
    assert "尚未公布" in json.loads(files["data/datapackage.json"])["description"]
    assert "注明出处即可使用" in json.loads(full_files["data/datapackage.json"])["description"]
    assert not any("licenses" in json.loads(one["data/datapackage.json"]) for one in (files, full_files))


def test_addresses_are_whole_only_where_the_site_has_one(files: dict[str, bytes], full_files: dict[str, bytes]) -> None:
    whole, paths = (from_csv(one["data/figures.csv"]) for one in (full_files, files))
    assert all(one["url"].startswith("https://bureau.example/record/") for one in whole)
    assert all(path["url"].startswith(("work-areas/", "outreach/", "alliance/")) for path in paths)


def test_the_same_data_gives_the_same_bytes(register: Register, files: dict[str, bytes]) -> None:
    assert export_files(register, Root()) == files


def test_a_page_measures_the_workbook_that_is_offered(register: Register, files: dict[str, bytes]) -> None:
    told = tabulated(register, Root())
    assert told.workbook == files["data/all.xlsx"]
    assert export_files(register, Root(), told.workbook) == files
    assert all(f"data/{name}.csv" in files for name in told.counts)


def test_a_workbook_tells_no_time(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files["data/figures.xlsx"])) as book:
        assert {one.date_time for one in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = book.read("docProps/core.xml").decode()
    assert "created" not in properties and "modified" not in properties


def test_a_workbook_is_a_real_one(full_files: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(full_files["data/all.xlsx"]))
    assert book.sheetnames == ["目录 Contents", "各列 Columns", *(dataset.name for dataset in every())]
    contents = [row[0].hyperlink.location for row in book["目录 Contents"].iter_rows(min_row=6)]
    assert contents == [f"'{dataset.name}'!A1" for dataset in every()]
    sheet = book["figures"]
    assert sheet["A1"].value == "数据 Figures" and sheet.freeze_panes == "B4"
    assert sheet.cell(HEADER - 1, 2).value == "数值" and sheet.cell(HEADER, 2).value == "value"
    assert sheet.column_dimensions["B"].width >= 8 and sheet.auto_filter.ref
    assert isinstance(sheet.cell(HEADER + 1, 2).value, int | float)
    truth = book["sources"].cell(HEADER + 1, 5)  # As text, office software would show 1 and 0.
    assert truth.value is True and truth.number_format == "General"
    (dated,) = [row[2] for row in book["errata"].iter_rows(min_row=HEADER + 1) if row[0].value == "materials-recount"]
    assert dated.is_date and dated.number_format == "yyyy-mm-dd"


ONE = Dataset(
    "one",
    Bilingual("一", "One"),
    Bilingual("一个表。", "A table."),
    (Column("text", "string", Bilingual("文字", "Text"), Bilingual("文字", "Text")),),
    lambda register, link: iter(()),
    {},
)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("https://elsewhere.example")'])
def test_no_text_becomes_a_formula(text: str) -> None:
    rows = [{"text": text}]
    assert from_csv(as_csv(ONE, rows)) == [{"text": f"'{text}"}]
    assert from_json(table_json(ONE, rows)) == rows
    book = openpyxl.load_workbook(io.BytesIO(as_workbook([(ONE, rows)], ONE.title, ONE.title)))
    cell = book["one"].cell(HEADER + 1, 1)
    assert cell.data_type == "s" and cell.value == text and cell.hyperlink is None


@pytest.mark.parametrize(
    ("value", "shown", "number"),
    [
        ("15000", "15000", 15000),
        ("2300000", "2300000", 2300000),
        ("0.5", "0.5", 0.5),
        ("0", "0", 0),
        ("1.10", "1.1", 1.1),
        ("999999999999999", "999999999999999", 999999999999999),
        ("123456789012345678", "123456789012345678", "123456789012345678"),
        ("1234567890.123456", "1234567890.123456", "1234567890.123456"),
    ],
)
def test_numbers_are_plain_and_never_rounded(value: str, shown: str, number: float | str) -> None:
    assert plain_number(Decimal(value)) == shown
    assert as_number(Decimal(value)) == number and type(as_number(Decimal(value))) is type(number)


def test_descriptions_are_as_long_as_schema_org_asks() -> None:
    for dataset in every():
        for language in LANGUAGES:
            assert 50 <= len(dataset.described(language)) <= 5000, dataset.name


def test_dates_are_dates(full_files: dict[str, bytes]) -> None:
    assert {one["date"] for one in from_csv(full_files["data/errata.csv"])} == {
        "2002-01-10",
        "2002-01-15",
        "2002-01-16",
    }
    assert date.fromisoformat(from_json(full_files["data/errata.json"])[0]["date"]) == date(2002, 1, 16)
