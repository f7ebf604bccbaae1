"""``text``: makes the verbatim text of a document from the file that was received, and tells what it leaves out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.problems import Refused
from macros.received.lines import CannotReadError
from macros.received.read import read_received
from macros.records.shipped import shipped_words
from macros.text.languages import Bilingual


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path) -> None:
    """Writes the text beside the file, with the ending .txt; one that is there and differs is not overwritten."""
    if file.suffix == ".txt":
        raise Refused(
            Bilingual(
                f"{file} 本身就是文本，不需要生成。请直接运行 make import FILE={file}",
                f"{file} is a text already and needs none made. Run make import FILE={file}",
            )
        )
    try:
        read = read_received(file)
    except CannotReadError as error:
        raise Refused(Bilingual(f"{file}：{error.reason.zh}", f"{file}: {error.reason.en}")) from error
    text = file.with_suffix(".txt")
    content = read.text.encode()
    if text.exists() and text.read_bytes() != content:
        raise Refused(
            Bilingual(
                f"{text} 已经存在，内容不同，没有覆盖。要重新生成，先把它移走。",
                f"There is a {text} already, and it differs; it was not overwritten. Move it away to make it anew.",
            )
        )
    text.write_bytes(content)
    told = [f"{text}: {len(read.lines)} 行 lines"]
    for one in read.left_out:
        why = shipped_words()[f"left-out-{one.why}"]
        told.append(f"  略去 left out ({why.zh} {why.en}): {one.shown}")
    sys.stdout.buffer.write("".join(f"{line}\n" for line in told).encode("utf-8"))
