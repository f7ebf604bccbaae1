"""The edge between a command and the person who runs it: output that any console can show, and no tracebacks.

``prepare()`` comes first in every program; what fails later, even an import, is then told in plain words.
"""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from macros.system.failures import failure_message
from macros.text.languages import Bilingual
from macros.text.personal_numbers import masked

FAULT = Bilingual(
    "程序出错了。这是软件的缺陷，不是数据的问题。请在本软件的代码仓库提交问题（Issue），附上以下全部内容。",
    "The program has failed. This is a fault of the software, not of the data. "
    "Please report it as an issue in the repository of this software, with all that follows.",
)


def prepare() -> None:
    r"""Has what the console's encoding lacks shown as an escape, ``\u2022``, and what nobody catches told in words.

    A stream that is closed is opened on nothing, so that no file takes its place.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 -- As long as we run.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.excepthook = stop
    threading.excepthook = stop_all
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:  # See __main__.py.
        signal.signal(signal.SIGINT, signal.default_int_handler)


def stop(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tells of the error that has stopped a command; Python then exits with status 1, or as interrupted.

    A reader that has seen enough, as in ``make check | head``, is no error. Where the output is broken, or its disk is
    full, what has not been written yet is given up, or Python would try again and fail.
    """
    try:
        sys.stdout.flush()
    except OSError as broken:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, OSError) and error.errno == broken.errno and error.filename is None:
            error.filename = sys.stdout.name
    if not isinstance(error, BrokenPipeError):
        tell(error)


def stop_all(failed: threading.ExceptHookArgs) -> None:
    """Ends a command one of whose threads has failed: the others would wait for it for ever."""
    if failed.exc_value is not None:
        stop(failed.exc_type, failed.exc_value, failed.exc_traceback)
        os._exit(1)


def tell(error: BaseException) -> None:
    """Says on stderr why a command stopped."""
    with suppress(OSError):
        print(told_of_error(error), file=sys.stderr, flush=True)


def told_of_error(error: BaseException) -> str:
    """Why something stopped: a sentence a language, and below them the traceback of a fault of ours."""
    said = failure_message(error)
    lines = [(said or FAULT).zh, (said or FAULT).en]
    if said is None:
        lines.append("".join(traceback.format_exception(error)))
    return masked("\n".join(lines))


@contextmanager
def concerning(what: Path | str) -> Iterator[None]:
    """Names the file, folder or address that an error is about where the system does not, as when a disk is full."""
    try:
        yield
    except OSError as error:
        if error.errno is not None and error.filename is None:
            error.filename = str(what)
        raise
