"""``text``: makes the verbatim text of a document from the web page that was received, and tells what it leaves out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.problems import Refused
from macros.received.html import read_html
from macros.records.attached_files import LARGEST_ATTACHED
from macros.records.shipped import shipped_words
from macros.text.languages import Bilingual


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path) -> None:
    """Writes the text beside the file, with the ending .txt; one that is there and differs is not overwritten."""
    try:
        data = file.read_bytes() if file.stat().st_size <= LARGEST_ATTACHED else b""
    except OSError as error:
        raise Refused(Bilingual(f"读不到 {file}。", f"{file} cannot be read.")) from error
    read = read_html(data)
    if read is None or not read.lines:
        raise Refused(
            Bilingual(
                f"{file} 不是网页，或里面没有正文。请换上收到的 .html 文件。",
                f"{file} is no web page, or holds no text. Put the .html file there that was received.",
            )
        )
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
