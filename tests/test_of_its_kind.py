"""A file that a command is told to write takes the place of one of its own kind alone."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.problems import Refused
from macros.system.atomic_write import check_of_its_kind
from tests.places import DATA
from tests.tools.supply.bill import main as write_bill

BEGINNING = "# 标题\n"


@pytest.mark.parametrize(
    ("there", "allowed"),
    [
        (None, True),
        (b"", True),
        ("# 标题\n\nwhat was told before".encode(), True),
        (b"# ", False),
        ("# 标".encode()[:-1], False),
        (b"title: x\n", False),
        (b"\xff\xfe", False),
    ],
)
def test_what_may_be_replaced(tmp_path: Path, there: bytes | None, allowed: bool) -> None:
    file = tmp_path / "file"
    if there is not None:
        file.write_bytes(there)
    with nullcontext() if allowed else pytest.raises(Refused, match="not overwritten"):
        check_of_its_kind(file, BEGINNING, "WHOLE")


def test_a_folder_is_no_file_and_a_device_holds_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="WHOLE is a folder"):
        check_of_its_kind(tmp_path, BEGINNING, "WHOLE")
    check_of_its_kind(Path("/dev/null"), BEGINNING, "WHOLE")


@pytest.mark.parametrize("variable", ["WHOLE", "BILL"])
def test_no_command_overwrites_a_data_file(data: Path, variable: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = data / "bureau.yml"
    if variable == "WHOLE":
        assert main(["diff", "--data", str(data), "--base", "HEAD", "--whole", str(file)]) == 2
    else:
        assert write_bill([str(file)]) == 2
    said = capsys.readouterr().err
    assert f"{variable} 是已有的另一种文件" in said and f"{variable} is another file" in said
    assert file.read_bytes() == (DATA / "bureau.yml").read_bytes()


def test_a_bill_is_written_again(tmp_path: Path) -> None:
    for _ in range(2):
        assert write_bill([str(tmp_path / "bill.json")]) == 0
