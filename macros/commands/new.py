"""``new``: a blank record of a kind."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.commands import options
from macros.problems import MessageLanguage, Problem, report
from macros.staff.new_record import start


@click.command()
@click.argument("kind", default="")
@click.argument("ident", metavar="ID", default="")
@options.DATA
@options.LANGUAGE
def command(kind: str, ident: str, data: Path, language: MessageLanguage) -> None:
    """Exit status 1 where no such record can be started."""
    made = start(data, kind, ident)
    if isinstance(made, Problem):
        print(report([made], "text", language), file=sys.stderr)
        sys.exit(1)
    print(f"已生成 {made.as_posix()}；填写后运行 make check。 Written; fill it in, then run make check.")
