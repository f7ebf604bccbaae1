"""The papers of a sample bureau in every format, as LibreOffice writes them: the lines are those of the text.

The files in tests/fixtures/received were made of the texts in tests/fixtures/yunling by LibreOffice 7.4; the .ofd have
the characters and lines of its .pdf at their places.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest

from macros.received.lines import differing_line
from macros.received.office import office_program
from macros.received.read import read_received
from macros.received.received_text import received_text
from tests.places import ROOT

MADE = ROOT / "tests" / "fixtures" / "received"
TEXTS = sorted((ROOT / "tests" / "fixtures" / "yunling" / "data" / "documents").glob("*.txt"))
FURNITURE = (
    "<html><head><title>{title}_某局网站</title><script>var a='办班';</script></head><body>"
    "<div class=nav><a href=/>首页</a> &gt; "
    "<a href=/a>公开</a></div><h1>{title}</h1><p>发布日期：2032-01-20 来源：某局 字号：[大][中][小] 打印</p>"
    "<div id=content>{content}</div><p>【打印本页】 【关闭窗口】</p><p>上一篇：另一篇</p>"
    "<ul><li><a href=b>要闻</a></li><li><a href=c>公告</a></li></ul><footer>主办：某局</footer></body></html>"
)


def text_beside(file: Path) -> list[str]:
    """The lines of the text that a file was made of."""
    text = received_text((TEXTS[0].parent / f"{file.stem}.txt").read_bytes())
    assert text is not None
    return text.lines


def in_a_page(lines: list[str]) -> str:
    """Lines as the content of a web page, with those of tables in tables, between what frames pages of offices."""
    said = [line.strip(" \u3000") for line in lines if line.strip()]
    content, rows = "", ""
    for line in [*said[1:], ""]:
        if "\t" in line:
            cells = re.findall(r"([^\t]*)((?:\t<<)*)(?:\t|$)", line)[: line.count("\t") + 1 - line.count("<<")]
            rows += "<tr>" + "".join(f"<td colspan={1 + over.count('<<')}>{escape(one)}</td>" for one, over in cells)
            continue
        content += (f"<table>{rows}</table>" if rows else "") + (f"<p>\u3000\u3000{escape(line)}</p>" if line else "")
        rows = ""
    return FURNITURE.format(title=escape(said[0]), content=content)


@pytest.mark.parametrize("name", sorted(file.name for file in MADE.iterdir() if file.suffix != ".doc"))
def test_files_of_office_programs_say_what_their_text_says(name: str) -> None:
    assert differing_line(read_received(MADE / name).lines, text_beside(MADE / name)) is None


@pytest.mark.night
def test_older_files_say_what_their_text_says() -> None:
    assert office_program(), "LibreOffice is not installed"
    (file,) = MADE.glob("*.doc")
    assert differing_line(read_received(file).lines, text_beside(file)) is None


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("file", TEXTS, ids=lambda file: str(file.stem))
def test_web_pages_and_texts_say_what_the_text_says(file: Path, encoding: str, tmp_path: Path) -> None:
    """With what frames a page left out, and in either encoding."""
    lines = text_beside(file)
    page, text = tmp_path / "a.html", tmp_path / "a.txt"
    page.write_bytes(in_a_page(lines).encode(encoding))
    text.write_bytes("\r\n".join(lines).encode(encoding))
    for made in (page, text):
        assert differing_line(read_received(made).lines, lines) is None
    told = {one.why for one in read_received(page).left_out}
    assert told >= {"navigation", "furniture", "publication-line", "control", "script"}
