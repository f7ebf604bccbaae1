"""The door of the command line: ``python -m macros check|build|serve|publish|…``. See ``make help``."""

from __future__ import annotations

import signal

if __name__ == "__main__":  # Ctrl-C ends the imports without a word; console.py says what comes later.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import os
import sys
from pathlib import Path
from typing import NoReturn

from macros.system import console

if __name__ == "__main__":
    console.prepare()  # Before all that may fail, the imports included.

import click

from macros.commands import program
from macros.commands.usage import usage_message
from macros.problems import Refused
from macros.system.checkout import ROOT, docs_folder
from macros.text.languages import Bilingual

PARTS = ("overrides", "mkdocs.yml")
"""What a checkout holds beside the software, the data and the prose."""
FOLDER_GONE = Bilingual(
    "当前所在的文件夹已被删除或移走。请换到另一个文件夹，再运行一次。",
    "The folder you are in has been deleted or moved. Change to another one and run this again.",
)


def main(arguments: list[str]) -> int:
    """Runs one command; returns the exit status: 1 where it found a problem, 2 where it was not run."""
    try:
        check_place()
        with program.make_context("python -m macros", list(arguments)) as context:
            program.invoke(context)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    except click.exceptions.NoArgsIsHelpError as nothing:
        nothing.show()
        return 2
    except click.ClickException as error:
        said = usage_message(error)
        print(f"{said.zh}\n{said.en}", file=sys.stderr)
        return 2
    except click.exceptions.Exit as ended:  # As after --help.
        return ended.exit_code
    return 0


def check_place() -> None:
    """Raises Refused where the folder that one stands in is gone, or parts of this project are."""
    try:
        Path.cwd()
    except FileNotFoundError:
        raise Refused(FOLDER_GONE) from None
    for part in (docs_folder(), *(ROOT / name for name in PARTS)):
        if not part.exists():
            raise Refused(
                Bilingual(
                    f"本项目不完整，缺少 {part.name}。请恢复它，或重新取得整个项目。",
                    f"This project is not whole: {part.name} is missing. Restore it, or get the whole project again.",
                )
            )


def leave(code: int) -> NoReturn:
    """Ends at once: to take millions of values apart one by one would cost a second, and gain nothing."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    leave(main(sys.argv[1:]))
