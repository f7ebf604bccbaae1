"""``diff``: what a change changes for the public, as Markdown."""

from __future__ import annotations

import signal
import sys
from contextlib import ExitStack
from pathlib import Path
from types import FrameType

import click

from macros.building.states import (
    PROSE_WITH_CODE,
    RunningBuild,
    building,
    first_problem,
    state_now,
    state_proposed,
    states_before,
)
from macros.commands import options
from macros.problems import MessageLanguage, Refused, report
from macros.register.git_history import data_at
from macros.register.load import Loaded, load_since
from macros.staff.diff_markdown import DIFF_TITLE, markdown
from macros.staff.public_diff import PublicChanges, data_changes, public_changes
from macros.system.atomic_write import check_of_its_kind
from macros.system.clock import today
from macros.system.temporary_folders import temporary_folder
from macros.text.languages import Bilingual
from macros.text.personal_numbers import masked


@click.command()
@options.DATA
@options.LANGUAGE
@click.option("--base", default="main", help="与哪个提交比较 the commit to compare with")
@click.option("--proposed", default="", help="要比较的提交 the commit to compare; else the files as they are")
@click.option("--most", default=0, help="最多写多少字符 the most characters to print, the important first; else all")
@click.option("--whole", type=click.Path(path_type=Path), help="全文另存为 a file for all of it")
def command(data: Path, language: MessageLanguage, base: str, proposed: str, most: int, whole: Path | None) -> None:
    """Exit status 1 where a change lacks its erratum, or cannot be published; 2 where a commit cannot be read."""
    signal.signal(signal.SIGTERM, leave_tidily)
    if whole:
        check_of_its_kind(whole, DIFF_TITLE, "WHOLE")
    with temporary_folder() as folder:
        changes = compare(data, language, base, proposed, folder)
    if whole:
        whole.write_text(masked(markdown(changes, every=True)) + "\n", "utf-8", newline="\n")
    print(masked(markdown(changes, most=most)))
    sys.exit(1 if changes.data.without_erratum or changes.data.ledger_lost else 0)


def leave_tidily(number: int, frame: FrameType | None) -> None:
    """Ends the command as Ctrl-C does, so that temporary folders are removed."""
    raise SystemExit(128 + number)


def compare(data: Path, language: MessageLanguage, base: str, proposed: str, folder: Path) -> PublicChanges:
    """Builds both sites side by side in a temporary folder, and compares them and their data.

    Exits with status 1, and says why, where the new state cannot be published.
    """
    data_before = data_at(base, data, folder / "base")
    after, code = state_proposed(proposed, data, folder / "proposed") if proposed else (state_now(data), [])
    if code:
        print(code_found(code))
        sys.exit(1)
    ways = states_before(base, data, folder / "earlier", data_before)
    with ExitStack() as running:
        new = running.enter_context(building(after, folder / "new"))
        state, note = next(ways, (None, None))
        old = running.enter_context(building(state, folder / "old")) if state else None
        loaded = load_since(None, after.data, today())
        if loaded.register is None:
            print(report(loaded.problems, "text", language))
            sys.exit(1)
        before = load_since(None, data_before)
        if not new.done():
            print(new.said().replace(str(folder), ""))
            sys.exit(1)
        why = ""
        while old and not old.done():
            why = why or first_problem(old.said(), folder / "earlier" / "tree", folder)
            state, note = next(ways, (None, None))
            old = running.enter_context(building(state, folder / "old-again")) if state else None
        return told(base, before, data_before, loaded, new, old, note or None, why)


def told(
    base: str,
    before: Loaded,
    data_before: Path,
    after: Loaded,
    new: RunningBuild,
    old: RunningBuild | None,
    note: Bilingual | None,
    why: str,
) -> PublicChanges:
    """The changes, once both sites are built, or only the new one; ``why`` is what the first failed build said."""
    data = data_changes(before, data_before, after, new.state.data)
    if old is None:
        note = Bilingual(
            f"原来的网站无法生成，没有可比较的网页。原因：\n{why or PROSE_WITH_CODE.zh}",
            "The earlier site cannot be built, so that there is nothing to compare with. "
            f"Why:\n{why or PROSE_WITH_CODE.en}",
        )
    elif note and why:
        note = Bilingual(f"{note.zh}原因：\n{why}", f"{note.en} Why:\n{why}")
    return public_changes(base, data, old.site if old else None, new.site, note)


def code_found(pages: list[str]) -> Refused:
    """That a proposal is not built because its prose runs code."""
    listed = ", ".join(pages)
    return Refused(
        Bilingual(
            f"这个提交的网页文字里有程序代码，没有生成网站，无法比较：{listed}。请技术人员审查，删去后再比较。",
            f"The prose of this commit holds code, so that no site is built and nothing is compared: {listed}. "
            "Have the technical staff review it, and compare again once it is gone.",
        )
    )
