"""Builds the site beside the live folder and swaps it in whole, so that nothing half-built is ever seen."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config

from macros.building.scope import Scope
from macros.pages.site import Site, begin, root_of
from macros.problems import Format, MessageLanguage, report
from macros.publishing.compressing import add_copies
from macros.publishing.end_of_build import finish
from macros.publishing.hosts import prepare_for_hosts
from macros.publishing.site_folder import check_replaceable, swap, work_folder
from macros.register.load import load
from macros.register.register import Register
from macros.system.checkout import ROOT
from macros.system.clock import today
from macros.system.collector import gc_seldom
from macros.system.processes import map_in_processes
from macros.text.languages import CHINESE, TRADITIONAL, Language

VERY_FEW_PAGES = 100
"""Of a site of no more pages, two runs of MkDocs side by side save half a second and cost as much of a second core."""


def scopes_of(languages: Sequence[Language], pages: int) -> tuple[Scope, ...]:
    """What is built side by side: Chinese, whose pages are filled once for both scripts, takes about as long as another
    language and what belongs to none.
    """
    if pages <= VERY_FEW_PAGES:
        return (Scope(tuple(languages)),)
    chinese = tuple(one for one in (CHINESE, TRADITIONAL) if one in languages)
    others = tuple(one for one in languages if one not in chinese)
    alone = tuple(Scope((one,), shared=False) for one in others[:-1])
    return (Scope(chinese, shared=False), *alone, Scope(others[-1:], shared=True))


def build(
    data: Path, site: Path, form: Format = "text", language: MessageLanguage = "both", compress: bool = False
) -> Register | None:
    """Builds ``data`` into the folder ``site`` and returns what was published; with compressed copies if asked.

    On failure the reasons are printed, ``site`` stays as it was and None is returned. Raises Refused where ``site`` is
    a folder that must not be replaced.
    """
    check_replaceable(site, data)
    register, problems = load(data, today())
    if register is None:
        print(report(problems, form, language), file=sys.stderr)
        return None
    site = site.resolve()
    try:
        with readable_by_all(), work_folder(site) as work:
            made = work / "made"
            finished = begin(register, ROOT / "overrides", root_of(register))
            make(finished, work, made)
            prepare_for_hosts(made, register, finished.renderer.root, finished.base, finished.policy)
            if compress:
                add_copies(made)
            finish(made, data, register, form, language)
            check_replaceable(site, data)  # Once more: a build takes minutes, and people put files anywhere.
            swap(made, site, work / "before")
    except SystemExit as stopped:  # MkDocs and its plugins end a failed build by it.
        print(stopped, file=sys.stderr)
        return None
    return register


def make(site: Site, work: Path, made: Path) -> None:
    """Makes all files of a site in the folder ``made``, on all cores, each scope in a folder of its own in ``work``.

    Raises SystemExit, with the reason, where MkDocs warns of anything.
    """
    site.renderer.prepare()
    load_config(str(ROOT / "mkdocs.yml"))  # So that the processes forked from this one need not import its plugins.
    written = multiprocessing.get_context().Value("l", 0)
    scopes = scopes_of(site.register.languages, site.count())
    folders = [work / f"part{number}" for number in range(len(scopes))]
    started = os.getpid()

    def step() -> None:
        with written.get_lock():
            written.value += 1
        if os.getpid() == started:
            bar.update(written.value - bar.pos)

    def run_part(part: int) -> None:
        gc.collect()  # What an earlier run left: MkDocs' pages and plugins refer to each other.
        with gc_seldom():
            run_scope(site, scopes[part], folders[part], step)

    with click.progressbar(
        length=site.count(), label="生成网页 pages", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        for folder, _ in zip(folders, map_in_processes(run_part, len(scopes), one_here=True), strict=True):
            merge(folder, made)
        bar.update(site.count() - bar.pos)


def run_scope(site: Site, scope: Scope, folder: Path, written: Callable[[], None] = lambda: None) -> None:
    """Runs MkDocs for a part of a site; ``written`` is called for every page. Raises SystemExit on any warning."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    logging.getLogger("mkdocs.commands.build").addFilter(is_not_told_later)
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder))
    config.extra |= {"site": site, "scope": scope, "written": written}
    config.plugins.on_startup(command="build", dirty=False)
    run_mkdocs(config)
    config.plugins.on_shutdown()


def merge(folder: Path, into: Path) -> None:
    """Moves all that is in a folder into another, folder by folder; no file is in both."""
    if not into.exists():
        folder.rename(into)
        return
    for path in folder.iterdir():
        there = into / path.name
        if there.is_dir():
            merge(path, there)
        else:
            path.rename(there)


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
