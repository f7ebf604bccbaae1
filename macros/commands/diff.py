"""``diff``: what a change of the data changes for the public, as Markdown."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.commands import options
from macros.problems import MessageLanguage, report
from macros.register.git_history import data_at
from macros.register.load import load_since
from macros.staff.public_diff import markdown, public_changes
from macros.system.clock import today
from macros.system.temporary_folders import temporary_folder
from macros.text.personal_numbers import masked


@click.command()
@options.DATA
@options.LANGUAGE
@click.option("--base", default="main", help="与哪个提交比较 the commit to compare with")
@click.option("--proposed", default="", help="要比较的提交 the commit to compare; else the data folder as it is")
def command(data: Path, language: MessageLanguage, base: str, proposed: str) -> None:
    """Exit status 1 where a change lacks its erratum or the data has problems, 2 where a commit cannot be read."""
    with temporary_folder() as before, temporary_folder() as after:
        data_before = data_at(base, data, before)
        data_after = data_at(proposed, data, after) if proposed else data
        loaded = load_since(None, data_after, today())
        if loaded.register is None:
            print(report(loaded.problems, "text", language))
            sys.exit(1)
        changes = public_changes(load_since(None, data_before), data_before, loaded, data_after)
    print(masked(markdown(changes, base)))
    sys.exit(1 if changes.without_erratum or changes.ledger_lost else 0)
