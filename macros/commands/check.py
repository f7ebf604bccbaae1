"""``check``: every problem of the data and the prose."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.commands import options
from macros.problems import Format, MessageLanguage, report
from macros.register.git_history import not_compared
from macros.register.load import load_since
from macros.register.register import Register
from macros.rules.prose_pages import problems_in
from macros.system.checkout import docs_folder
from macros.system.clock import today


@click.command()
@options.DATA
@options.FORM
@options.LANGUAGE
def command(data: Path, form: Format, language: MessageLanguage) -> None:
    """Exit status 1 where there is a problem."""
    loaded = load_since(None, data, today())
    problems = [*loaded.problems, *problems_in(docs_folder())]
    if loaded.register is None or problems:
        print(report(problems, form, language))
        sys.exit(1)
    if form in ("json", "gitlab"):
        print(report([], form))
    elif form == "text":
        print(summary(loaded.register, data))


def summary(register: Register, data: Path) -> str:
    """What the data holds, in a few lines."""
    used, total = register.coverage()
    records = len(register.work_areas) + len(register.alliances) + len(register.activities)
    return (
        f"公开覆盖率 coverage: {used}/{total}\n"
        f"记录 records: {records}; 数据 figures: {len(register.figures)}; 来源文件 documents: {len(register.texts)}\n"
        + (f"{unsure.zh} {unsure.en}\n" if (unsure := not_compared(data)) else "")
        + "没有问题。 No problems."
    )
