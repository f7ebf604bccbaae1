"""``numerals``: what the grammar of numerals reads in a text."""

from __future__ import annotations

import json
import sys

import click

from macros.problems import Refused
from macros.quantities.chinese import read_chinese
from macros.quantities.reading import reading_of
from macros.records.shipped_units import written_units
from macros.text.languages import Bilingual

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
    lines = (json.dumps(reading_of(one), ensure_ascii=False) for one in read_chinese(received, written_units()))
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode("utf-8"))
