"""``serve``: a live preview on this machine."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from macros.building.serve import serve
from macros.commands import options
from macros.problems import MessageLanguage, Refused, printable, report
from macros.register.load import load
from macros.register.prose import problems_of_prose
from macros.system import console
from macros.system.checkout import docs_folder
from macros.system.clock import today
from macros.text.languages import Bilingual

LAST_PORT = 2**16 - 1


class Port(click.ParamType[int]):
    """The number of a port, in half-width digits."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Raises Refused where the number is written otherwise, or is none of a port."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and int(text) <= LAST_PORT):
            shown = printable(text)
            raise Refused(
                Bilingual(
                    f"端口须是 0 到 {LAST_PORT} 的整数，此处为“{shown}”。",
                    f'The port must be a whole number from 0 to {LAST_PORT}, not "{shown}".',
                )
            )
        return int(text)


@click.command()
@options.DATA
@options.LANGUAGE
@click.option("--port", type=Port(), default=8000, help="端口 the port to serve on")
def command(data: Path, language: MessageLanguage, port: int) -> None:
    """Exit status 1 where the data cannot be shown."""
    register, found = load(data, today())
    problems = [*found, *problems_of_prose(docs_folder(), register)]
    if problems:
        print(report(problems, "text", language), file=sys.stderr)
        sys.exit(1)
    with console.concerning(f"127.0.0.1:{port}"):
        serve(data, port)
