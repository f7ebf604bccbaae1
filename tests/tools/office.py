"""Opens every workbook in LibreOffice and compares what it reads with the CSV: ``make office``.

LibreOffice is large, so this is no part of ``make test``, where another library reads the workbooks back.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from macros.exports.files import export_files
from macros.exports.in_languages import datasets_of
from macros.exports.table import Root
from macros.register.load import load
from macros.system import console
from tests.exports.tables import HEADER, from_csv
from tests.later import with_every_field
from tests.places import DATA

NAMES = ("soffice", "libreoffice")
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""A CSV file a sheet: comma, double quotes, UTF-8, cells as they are shown."""


def program() -> str | None:
    """LibreOffice's program, if there is one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> None:
    """Installs LibreOffice's spreadsheet where we may."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "libreoffice-calc"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


NO_OFFICE = (
    "装不上 LibreOffice。请自行安装，再运行一次。\n"
    "LibreOffice could not be installed. Install it yourself and run this again."
)
NO_CALC = (
    "LibreOffice 打不开工作簿，多半是缺少电子表格部件。请安装 libreoffice-calc，再运行一次。\n"
    "LibreOffice cannot open the workbook, most likely for want of its spreadsheet. "
    "Install libreoffice-calc and run this again."
)


def converted(office: str, book: Path, folder: Path) -> None:
    """Every sheet of a workbook as LibreOffice reads it, as CSV files in a folder.

    Ends the program where there are none: without Calc, LibreOffice writes nothing and calls that a success.
    """
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [office, home, "--headless", "--convert-to", ALL_SHEETS, "--outdir", str(folder), str(book)]
    done = subprocess.run(command, check=False, capture_output=True, timeout=300)
    if done.returncode or not any(folder.glob("*.csv")):
        sys.exit(NO_CALC)


def rows_of(file: Path) -> list[dict[str, str]]:
    """The rows of a sheet that LibreOffice has written, below the title and the Chinese names."""
    lines = list(csv.reader(io.StringIO(file.read_text("utf-8"), newline="")))[HEADER - 1 :]
    names = lines[0]
    return [dict(zip(names, line, strict=True)) for line in lines[1:]]


def differences(office: str, data: Path, folder: Path) -> tuple[int, list[str]]:
    """How many cells of the data's workbook were compared with the CSV, and which differ."""
    register, problems = load(data)
    assert register is not None, problems
    files = export_files(register, Root())
    folder.mkdir()
    (folder / "all.xlsx").write_bytes(files["data/all.xlsx"])
    converted(office, folder / "all.xlsx", folder)
    compared, found = 0, []
    for dataset in datasets_of(register):
        expected = from_csv(files[f"data/{dataset.name}.csv"])
        given = rows_of(folder / f"all-{dataset.name}.csv")
        if len(given) != len(expected):
            found.append(f"{dataset.name}: {len(given)} rows, not {len(expected)}")
        for row, (shown, meant) in enumerate(zip(given, expected, strict=False), 1):
            for name, value in meant.items():
                compared += 1
                if shown[name] not in (value, value.upper() if value in ("true", "false") else value):
                    found.append(f"{dataset.name} row {row} {name}: {shown[name]!r}, not {value!r}")
    return compared, found


def main() -> int:
    """Compares the demonstration, and data in which everything is filled in; returns the exit status."""
    if not program():
        install()
    office = program()
    if not office:
        sys.exit(NO_OFFICE)
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        full = with_every_field(Path(shutil.copytree(DATA, Path(folder, "data"))))
        for name, data in (("real", DATA), ("full", full)):
            compared, found = differences(office, data, Path(folder, name))
            print("\n".join([*found, f"{name}: {compared} cells compared, {len(found)} differ"]))
            status |= bool(found)
    return status


if __name__ == "__main__":
    console.prepare()
    sys.exit(main())
