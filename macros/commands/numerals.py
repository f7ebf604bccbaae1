"""``numerals``: what the grammar of numerals reads in a text."""

from __future__ import annotations

import json
import re
import sys

import click

from macros.problems import Refused
from macros.quantities.chinese.reader import read_chinese
from macros.quantities.english.reader import read_english
from macros.quantities.reading import reading_of
from macros.records.units import UnitTable
from macros.text.languages import Bilingual

HAN, LETTER = re.compile("[\u3400-\u9fff]"), re.compile("[A-Za-z]{2}")
"""A text with Latin words and no Han character is read as English."""
NO_TEXT = Bilingual(
    "没有写明要读的文字。请写成 make numerals TEXT='培育15至20家'。",
    "There is no text to read. Write make numerals TEXT='培育15至20家'.",
)


@click.command()
@click.argument("text", default="")
def command(text: str) -> None:
    """Prints one JSON object a line, in UTF-8 whatever the console is set to."""
    received = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if not received.strip():
        raise Refused(NO_TEXT)
    if not HAN.search(received) and LETTER.search(received):
        found = read_english(received)
    else:
        found = read_chinese(received, UnitTable.with_own(()).words)
    lines = (json.dumps(reading_of(one), ensure_ascii=False) for one in found)
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode("utf-8"))
