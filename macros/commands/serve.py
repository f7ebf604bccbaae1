"""``serve``: a live preview on this machine."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.building.serve import serve
from macros.commands import options
from macros.problems import MessageLanguage, report
from macros.register.load import load
from macros.rules.prose_pages import problems_in
from macros.system import console
from macros.system.clock import today
from macros.system.project import docs_folder


@click.command()
@options.data
@options.language
@click.option("--port", type=click.IntRange(0, 2**16 - 1), default=8000, help="端口 the port to serve on")
def command(data: Path, language: MessageLanguage, port: int) -> None:
    """Exit status 1 where the data cannot be shown."""
    problems = [*load(data, today())[1], *problems_in(docs_folder())]
    if problems:
        print(report(problems, "text", language), file=sys.stderr)
        sys.exit(1)
    with console.concerning(f"127.0.0.1:{port}"):
        serve(data, port)
