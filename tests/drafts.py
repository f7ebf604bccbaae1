"""Bureaus that papers are imported into, and what it takes to decide on all that was proposed."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.adopting.adopt import worded
from macros.records.shipped_example import START
from macros.text.placeholders import UNDECIDED
from tests.commands import answer

CHINESE, BOTH = "", "Yunling District Bureau of Agriculture and Rural Affairs"
SAMPLES = ("summary-2031.txt", "first-half-2032.txt", "key-tasks-2031.txt", "disclosure-2031.html")
SAMPLES_IN = Path(__file__).parent / "fixtures" / "yunling" / "data" / "documents"
OF_THE_SOURCE = ("quote:", "numeral:", "- quote:", "stood:")


def empty_bureau(folder: Path, english: str = CHINESE) -> Path:
    """The data folder of a bureau that begins: in Chinese alone, or with English where it has an English name."""
    data = Path(shutil.copytree(START / "data", folder / "data"))
    bureau = data / "bureau.yml"
    text = worded(bureau.read_text("utf-8"), "云岭区农业农村局", english).replace("[zh, hant]", "[zh]")
    bureau.write_text(text, "utf-8", newline="\n")
    return data


def import_text(data: Path, name: str, text: str, *options: str) -> str:
    """Imports a plain text; returns what is said."""
    file = data.parent / name
    file.write_bytes(text.encode())
    return imported(data, file, *options)


def imported(data: Path, file: Path, *options: str) -> str:
    """Imports a file, which can be; returns what is said."""
    done = answer("import", "--data", data, *options, file)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def decide(data: Path) -> None:
    """Deletes every marker that the program has set, and nothing else."""
    for file in data.rglob("*.yml"):
        lines = file.read_text("utf-8").split("\n")
        kept = [one if one.strip().startswith(OF_THE_SOURCE) else one.replace(UNDECIDED, "") for one in lines]
        file.write_text("\n".join(kept), "utf-8", newline="\n")


def contents(data: Path) -> dict[str, bytes]:
    """Every file of a data folder."""
    return {one.relative_to(data).as_posix(): one.read_bytes() for one in data.rglob("*") if one.is_file()}
