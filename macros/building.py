"""Builds the site beside the live folder and swaps it in whole, so that nothing half-built is ever seen."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.utils import CountHandler

from macros.clock import today
from macros.engine import Engine
from macros.languages import CHINESE, ENGLISH, TRADITIONAL
from macros.languages import Language as Edition
from macros.loading import load
from macros.parallel import cores, side_by_side
from macros.problems import Format, Language, Said, report
from macros.progress import CHECK, DATA, PAGES, REST, SEARCH, Progress
from macros.publishing.compressing import add_copies
from macros.publishing.finishing import finish
from macros.publishing.hosts import prepare_for_hosts
from macros.publishing.site_folder import check_replaceable, swap, work_folder
from macros.register import Register
from macros.site import NotIndexed, Site

ROOT = Path(__file__).resolve().parent.parent


def build(
    data: Path,
    site: Path,
    form: Format = "text",
    language: Language = "both",
    compress: bool = False,
    progress: Progress | None = None,
) -> Register | None:
    """Builds ``data`` into the folder ``site`` and returns what was published; with compressed copies if asked.

    On failure the reasons are printed, ``site`` stays as it was and None is returned. ``progress`` is told of the way.
    Raises Refused where ``site`` is a folder that must not be replaced.
    """
    check_replaceable(site, data)
    progress = progress or Progress()
    with progress.stage(CHECK):
        register, problems = load(data, today())
    if register is None:
        print(report(problems, form, language), file=sys.stderr)
        return None

    def last(made: Path, finished: Site) -> None:
        """What a site needs to be published; the checksums come when nothing more is written."""
        prepare_for_hosts(made, register, finished.renderer.root, finished.base, finished.policy)
        if compress:
            add_copies(made)
        finish(made, data, register, form, language)
        check_replaceable(site, data)  # Once more: a build takes minutes, and people put files anywhere.

    return register if run_engine(register, site, last, progress) else None


def run_engine(register: Register, site: Path, last: Callable[[Path, Site], None], progress: Progress) -> bool:
    """Makes the site of a checked register, does ``last`` with it, and swaps it in; False where it failed."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    logging.getLogger("mkdocs.commands.build").addFilter(is_not_told_later)
    site = site.resolve()
    try:
        with readable_by_all(), work_folder(site) as work:
            made = work / "made"
            with dateless():
                engine = Engine(register, made)
                make_all(engine, progress)
                with progress.stage(REST):
                    engine.make_rest()
            with progress.stage(REST):
                last(made, engine.site)
            swap(made, site, work / "before")
    except (SystemExit, NotIndexed, Failed) as stopped:  # MkDocs and its plugins end a failed build by the first
        print(stopped, file=sys.stderr)
        return False
    finally:
        progress.end()
    return True


def is_not_told_later(record: logging.LogRecord) -> bool:
    """Whether MkDocs must say it: what the system refuses ends the command, which says why (console.py)."""
    return not isinstance(sys.exception(), OSError)


@contextmanager
def readable_by_all() -> Iterator[None]:
    """Lets a web server, which is another user, read what is written, whatever the builder's umask."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def dateless() -> Iterator[None]:
    """Dates come from the data alone; MkDocs would write the clock's."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


class Failed(Exception):
    """Why there is no site."""


def make_all(engine: Engine, progress: Progress) -> None:
    """Makes pages, search and open data, the languages side by side."""
    progress.total = len(engine.pages)
    # Dealt out in this order, no two hands are at an index, which takes most memory, at one time.
    tasks: tuple[Callable[[], None], ...] = (
        lambda: make_language(engine, TRADITIONAL, progress),
        lambda: make_exports(engine, progress),
        lambda: make_language(engine, CHINESE, progress),
        lambda: make_language(engine, ENGLISH, progress),
    )
    hands = min(cores(), len(tasks))
    for spent in side_by_side(lambda hand: seconds_of(tasks[hand::hands], progress), hands, progress.show):
        for name, seconds in spent.items():
            progress.spent(name, seconds)


def seconds_of(tasks: Iterable[Callable[[], None]], progress: Progress) -> dict[Said, float]:
    """Does tasks, perhaps in a process of its own, and tells the seconds that each stage took."""
    before, progress.seconds = progress.seconds, {}
    try:
        for task in tasks:
            heeding_warnings(task)
        return progress.seconds
    finally:
        progress.seconds = before


def heeding_warnings(task: Callable[[], None]) -> None:
    """Does a task; should MkDocs warn of a page, it has failed."""
    warnings = CountHandler()
    warnings.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        task()
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)
    if warnings.get_counts():
        raise Failed("网页有警告，未生成网站。 There are warnings, so nothing was built.")


def make_language(engine: Engine, language: Edition, progress: Progress) -> None:
    """The pages of a language, and what is searched in them."""

    def made() -> None:
        progress.step()
        progress.show()

    with progress.stage(PAGES):
        engine.make_language(language, made)
    if language is not TRADITIONAL:  # Its index is made from the Simplified one.
        with progress.stage(SEARCH):
            engine.make_search(language)


def make_exports(engine: Engine, progress: Progress) -> None:
    """The open data."""
    with progress.stage(DATA):
        engine.make_exports()
