"""The door of the command line: ``python -m macros check|build|serve|publish|…``. See ``make help``."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from macros.system import console

if __name__ == "__main__":
    console.prepare()  # Before all that may fail, the imports included.

import click

from macros.commands import program
from macros.commands.usage import explained
from macros.problems import Refused


def main(arguments: list[str]) -> int:
    """Runs one command; returns the exit status: 1 where it found a problem, 2 where it was not run."""
    try:
        program.main(arguments, prog_name="python -m macros", standalone_mode=False)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    except click.exceptions.NoArgsIsHelpError as nothing:
        nothing.show()
        return 2
    except click.ClickException as error:
        said = explained(error)
        print(f"{said.zh}\n{said.en}", file=sys.stderr)
        return 2
    except click.Abort as interrupted:
        raise KeyboardInterrupt from interrupted
    return 0


def leave(code: int) -> NoReturn:
    """Ends at once: to take millions of values apart one by one would cost a second, and gain nothing."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    leave(main(sys.argv[1:]))
