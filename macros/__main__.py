"""The command line: ``python -m macros check|build|serve|publish|…``. See ``make help``."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from macros import console

if __name__ == "__main__":
    console.prepare()  # Before all that may fail, the imports included.

from macros.changes import compare, markdown
from macros.clock import today
from macros.forms import schemas
from macros.forms.new import start
from macros.history import data_at, not_compared
from macros.loading import load, load_since
from macros.personal import masked
from macros.problems import Problem, Refused, Said, report
from macros.prose import problems_in
from macros.publishing import commands as publishing
from macros.publishing.scratch import temporary_folder
from macros.register import Register

ROOT = Path(__file__).resolve().parent.parent

# MkDocs takes longer to import than the data to check, so only the commands that build import it.


def main(arguments: list[str]) -> int:
    """Runs one command; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, run in COMMANDS.items():
        command = commands.add_parser(name, help=run.__doc__)
        for word in WORDS.get(name, ()):
            command.add_argument(word, nargs="?", default="")
        command.add_argument("--data", type=folder_named("DATA"), default=ROOT / "data", help="the data folder")
        command.add_argument("--site", type=folder_named("SITE"), default=ROOT / "site", help="the folder to publish")
        command.add_argument("--port", type=port, default=8000, help="the port to serve on")
        command.add_argument("--base", default="main", help="the commit to compare with")
        command.add_argument("--proposed", default="", help="the commit to compare; else the data folder as it is")
        command.add_argument("--format", choices=("text", "github", "gitlab", "json"), default="text")
        command.add_argument("--compress", action="store_true", help="add gzip and brotli copies of the files")
        command.add_argument("--lang", choices=("zh", "en", "both"), default="both")
        publishing.options(name, command)
    try:
        given = parser.parse_args(arguments)
        return COMMANDS[given.command](given)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2


def folder_named(option: str) -> Callable[[str], Path]:
    """Reads the folder that an option names. An empty one is refused: it would mean the folder one stands in."""

    def read(text: str) -> Path:
        if not text.strip() or text.startswith("~"):
            raise Refused(
                Said(
                    f"{option} 没有写明文件夹（“{text}”）。请写完整的路径，或者不写 {option}=。",
                    f'{option} names no folder ("{text}"). Write a whole path, or leave {option}= out.',
                )
            )
        return Path(text)

    return read


def port(text: str) -> int:
    """A port by its number; what is none is refused."""
    if not (text.isascii() and text.isdigit() and int(text) < 2**16):
        raise argparse.ArgumentTypeError(f"0–65535: {text}")
    return int(text)


def check(given: argparse.Namespace) -> int:
    """validate the data, and the heads of the prose pages, and list every problem"""
    loaded = load_since(None, given.data, today())
    problems = [*loaded.problems, *problems_in(ROOT / "docs")]
    if loaded.register is None or problems:
        print(report(problems, given.format, given.lang))
        return 1
    if given.format in ("json", "gitlab"):
        print(report([], given.format))
    elif given.format == "text":
        print(summary(loaded.register, given.data))
    return 0


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


def build_site(given: argparse.Namespace) -> int:
    """build the whole site, or leave it as it was"""
    started = time.perf_counter()
    from macros.building import build
    from macros.progress import Progress

    progress = Progress()
    with console.concerning(given.site):
        register = build(given.data, given.site, given.format, given.lang, given.compress, progress)
    if register is None:
        print("\n未生成网站，原有内容不变。 Nothing was built; the site is as it was.", file=sys.stderr)
        return 1
    pages = sum(1 for _ in given.site.rglob("*.html"))
    print(summary(register, given.data))
    print(f"网页 pages: {pages}; {time.perf_counter() - started:.1f} s; {given.site.as_posix()}\n{progress.summary()}")
    return 0


def serve_site(given: argparse.Namespace) -> int:
    """serve the site on this machine; a saved change shows at once"""
    problems = [*load(given.data, today())[1], *problems_in(ROOT / "docs")]
    if problems:
        print(report(problems, given.format, given.lang), file=sys.stderr)
        return 1
    from macros.serving import serve

    with console.concerning(f"127.0.0.1:{given.port}"):
        serve(given.data, given.port)
    return 0


def show_changes(given: argparse.Namespace) -> int:
    """tell what the data changes for the public, compared with a commit (--base)"""
    with temporary_folder() as before, temporary_folder() as proposed:
        data_before = data_at(given.base, given.data, before)
        data = data_at(given.proposed, given.data, proposed) if given.proposed else given.data
        for name, found in ((given.base, data_before), (given.proposed, data)):
            if found is None:
                print(f"读不到 {name} 的数据。 The data of {name} cannot be read.", file=sys.stderr)
                return 2
        assert data_before and data
        after = load_since(None, data, today())
        if after.register is None:
            print(report(after.problems, given.format, given.lang))
            return 1
        changes = compare(load_since(None, data_before), data_before, after, data)
    print(masked(markdown(changes, given.base)))
    return 1 if changes.without_erratum or changes.ledger_lost else 0


def new_record(given: argparse.Namespace) -> int:
    """start a record: a blank file of a kind, with every field explained"""
    made = start(given.data, given.kind, given.id)
    if isinstance(made, Problem):
        print(report([made], given.format, given.lang), file=sys.stderr)
        return 1
    print(f"已生成 {made.as_posix()}；填写后运行 make check。 Written; fill it in, then run make check.")
    return 0


def tell_readiness(given: argparse.Namespace) -> int:
    """tell what the site still lacks before it may go live"""
    register, problems = load(given.data, today())
    if register is None:
        print(report(problems, given.format, given.lang))
        return 1
    from macros.readiness.approvers import approvers
    from macros.readiness.report import assess, told
    from macros.site import root_of

    project = given.data.resolve().parent
    findings = [*assess(register, root_of(register)), approvers(project)]
    print(told(findings))
    return 1 if any(one.blocks for one in findings) else 0


def write_schemas(given: argparse.Namespace) -> int:
    """write the schemas that editors complete and check data files with"""
    names = schemas.write(ROOT / schemas.FOLDER)
    print(f"{schemas.FOLDER}/: {', '.join(names)}")
    return 0


COMMANDS = {
    "diff": show_changes,
    "check": check,
    "build": build_site,
    "serve": serve_site,
    "new": new_record,
    "ready": tell_readiness,
    "schemas": write_schemas,
    **publishing.COMMANDS,
}
WORDS = {"new": ("kind", "id")}
"""What stands after a command, beside its options."""


def leave(code: int) -> NoReturn:
    """Ends at once: to take millions of values apart one by one would cost a second, and gain nothing."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    leave(main(sys.argv[1:]))
