"""The site as its data stands now, each file made when it is asked for: a saved record costs one page, not a build."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path, PureWindowsPath

from macros.building.build import run_scope
from macros.building.scope import Scope
from macros.pages.site import begin, root_of
from macros.register.load import Loaded, load_since
from macros.system.checkout import ROOT
from macros.system.clock import today
from macros.system.console import told_of_error
from macros.text.languages import CHINESE, TRADITIONAL, Language


class NotMade(Exception):
    """What kept a file from being made, in words: a broken link in prose, a macro that is not there."""


class Warnings(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps one warning."""
        self.lines.append(record.getMessage())


class Preview:
    """What the site of a data folder holds at each address; while the data has a problem, what it held before."""

    def __init__(self, data: Path, folder: Path) -> None:
        """Reads ``data``, in which there must be no problem; files are written below ``folder`` as they are made."""
        self.data = data
        self.folder = folder
        self.loaded: Loaded = load_since(None, data, today())
        self.begin_anew()

    def begin_anew(self) -> None:
        """Starts from the data as it is, and from templates, prose and settings as they are now."""
        assert self.loaded.last, self.loaded.problems
        self.site = begin(self.loaded.last, ROOT / "overrides", root_of(self.loaded.last))
        shutil.rmtree(self.folder / "made", ignore_errors=True)

    @property
    def languages(self) -> tuple[Language, ...]:
        """Those of the site."""
        return self.site.register.languages

    def refresh(self) -> None:
        """Reads again what has been written of the data since."""
        before = self.loaded.last
        self.loaded = load_since(self.loaded, self.data, today())
        if self.loaded.last is not None and self.loaded.last is not before:
            prose, languages = self.site.prose, self.languages
            self.begin_anew()
            if self.languages == languages:  # Else the data has no say in it, and to look for it costs a run of MkDocs.
                self.site.prose = prose

    def file(self, path: str) -> bytes | None:
        """The content of a file by its path on the site, ``work-areas/bases/index.html``; None if there is none.

        Raises NotMade where the file cannot be made.
        """
        if not stays_below(path):
            return None
        name, scope = self.scope_of(path)
        made = self.folder / "made" / name
        if not made.is_dir():
            self.make(scope, made)
        file = made / path
        try:
            return file.read_bytes() if file.is_file() else None
        except OSError:  # A path that no system takes.
            return None

    def scope_of(self, path: str) -> tuple[str, Scope]:
        """Which run of MkDocs makes a file, and the folder that it makes it in."""
        if not self.site.prose:
            self.make(Scope((), shared=False), self.folder / "made/none")
        source = self.site.source_of(path)
        if source is not None:
            return f"page/{path}", Scope(page=source, shared=False)
        if path.startswith("search/"):
            apart = (one for one in self.site.register.languages if one is not TRADITIONAL)
            language = next((one for one in apart if path.startswith(f"search/{one.code}/")), CHINESE)
            return f"search-{language.code}", Scope((language,), shared=False)
        return "shared", Scope(())

    def make(self, scope: Scope, folder: Path) -> None:
        """Has MkDocs make a part of the site. Raises NotMade, and leaves none of it, where that fails."""
        warnings, log = Warnings(), logging.getLogger("mkdocs")
        log.addHandler(warnings)
        log.propagate = False  # Who made the request tells it, once.
        try:
            run_scope(self.site, scope, folder)
        except (Exception, SystemExit) as error:  # By the latter MkDocs and its plugins end a build.
            shutil.rmtree(folder, ignore_errors=True)
            raise NotMade("\n".join(warnings.lines) or told_of_error(error)) from error
        finally:
            log.propagate = True
            log.removeHandler(warnings)


def stays_below(path: str) -> bool:
    """Whether a path leads to something below the folder in which it is looked up, on every system."""
    parts = PureWindowsPath(path)
    return not (parts.drive or parts.root or ".." in parts.parts or "\0" in path)
