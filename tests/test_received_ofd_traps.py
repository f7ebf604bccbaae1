"""OFD files in which something is painted over the text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from macros.received.read import read_received
from tests.received_files import Drawn, Words, ofd

MM = 25.4 / 72
WORDS = Words(70, 80, "资金100200万元。")


def box(more: str, color: str = "", width: float = 18) -> str:
    """A path over the 100 of the words, with attributes and a colour."""
    place = f"{94 * MM} {78 * MM} {width * MM} {18 * MM}"
    line = f"M 0 0 L {width * MM} 0 L {width * MM} {18 * MM} L 0 {18 * MM} C"
    filled = f'<ofd:FillColor Value="{color}"/>' if color else ""
    return (
        f'<ofd:PathObject Boundary="{place}" {more}>{filled}<ofd:AbbreviatedData>{line}</ofd:AbbreviatedData>'
        "</ofd:PathObject>"
    )


FILLED = 'Fill="true"'
ALL, GOOD = ["资金100200万元。"], ["资金 200万元。"]
CASES: dict[str, tuple[Sequence[Words | Drawn], list[str], list[tuple[str, str]]]] = {
    # what is on the page, its lines, and what is told
    "covered in black": ([WORDS, box(FILLED)], GOOD, [("covered", "███")]),
    "covered in a dark colour": ([WORDS, box(FILLED, "40 40 60")], GOOD, [("covered", "███")]),
    "covered in white": ([WORDS, box(FILLED, "255 255 255")], GOOD, [("hidden", "100")]),
    "marked in yellow": ([WORDS, box(FILLED, "255 255 0")], ALL, []),
    "framed": ([WORDS, box("")], ALL, []),
    "seen through": ([WORDS, box(f'{FILLED} Alpha="80"')], ALL, []),
    "not shown": ([WORDS, box(f'{FILLED} Visible="false"')], ALL, []),
    "on black": ([box(FILLED), WORDS], ALL, []),
    "a bar beside it": ([WORDS, box(FILLED, width=2)], ALL, []),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_painted_over_is_not_read(case: str, tmp_path: Path) -> None:
    page, lines, told = CASES[case]
    file = tmp_path / "a.ofd"
    file.write_bytes(ofd(page))
    read = read_received(file)
    assert list(read.lines) == lines
    assert [(one.why, one.text) for one in read.left_out] == told
