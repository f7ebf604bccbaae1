"""Builds the site beside the live folder and swaps it in whole, so that nothing half-built is ever seen."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config

from macros.loading import load
from macros.problems import Format, Language, report
from macros.publishing.finishing import finish
from macros.register import Register
from macros.site import prepare

ROOT = Path(__file__).resolve().parent.parent


def build(data: Path, site: Path, form: Format = "text", language: Language = "both") -> Register | None:
    """Builds ``data`` into the folder ``site`` and returns what was published.

    On failure the reasons are printed, ``site`` stays as it was and None is returned.
    """
    register, problems = load(data)
    if register is None:
        print(report(problems, form, language), file=sys.stderr)
        return None
    whole = run_engine(register, site, lambda made: finish(made, data, register, form, language))
    return register if whole else None


def run_engine(register: Register, site: Path, last: Callable[[Path], None]) -> bool:
    """Runs MkDocs on a checked register, then ``last`` on the result, and swaps it in; False where it failed."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # Dates come from the data alone; MkDocs would write the clock's.
    site = site.resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{site.name}.", dir=site.parent))
    try:
        made = work / "made"
        prepare(register)
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(made))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
        last(made)
        made.chmod(0o755)
        swap(made, site, work / "before")
    except SystemExit as stopped:  # MkDocs and its plugins end a failed build so
        print(stopped, file=sys.stderr)
        return False
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return True


def serve(data: Path, port: int) -> None:
    """Serves the site on this machine and builds it anew on every saved change, until interrupted.

    While the data has a problem, the problem is printed and the last good pages stay on show.
    """
    os.environ["DATA"] = str(data.resolve())
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    mkdocs_serve(config_file=str(ROOT / "mkdocs.yml"), watch=[str(data.resolve())], dev_addr=f"127.0.0.1:{port}")


def swap(made: Path, site: Path, before: Path) -> None:
    """Puts ``made`` where ``site`` is; should that fail, what was there comes back."""
    if site.exists():
        site.rename(before)
    try:
        made.rename(site)
    except OSError:
        if before.exists():
            before.rename(site)
        raise
