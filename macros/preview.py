"""The site as its data stands now, each file made when it is asked for: a saved record costs one page, not a build."""

from __future__ import annotations

from pathlib import Path

from macros.clock import today
from macros.engine import Engine
from macros.languages import CHINESE, ENGLISH, Language
from macros.loading import Loaded, load_since


class Preview:
    """What the site of a data folder holds at each address; while the data has a problem, what it held before."""

    def __init__(self, data: Path, folder: Path) -> None:
        """Reads ``data``, in which there must be no problem; pages are written below ``folder`` as they are made."""
        self.data = data
        self.folder = folder
        self.loaded: Loaded = load_since(None, data, today())
        self.begin_anew()

    def begin_anew(self) -> None:
        """Starts from the data as it is, and from templates, prose and settings as they are now."""
        assert self.loaded.last, self.loaded.problems
        self.engine = Engine(self.loaded.last, self.folder)
        self.together: dict[str, dict[str, bytes]] = {}

    def refresh(self) -> None:
        """Reads again what has been written of the data since."""
        before = self.loaded.last
        self.loaded = load_since(self.loaded, self.data, today())
        if self.loaded.last is None or self.loaded.last is before:
            return
        self.together.clear()
        if not self.engine.renew(self.loaded.last):
            self.begin_anew()

    def file(self, path: str) -> bytes | None:
        """The content of a file by its path on the site, ``work-areas/bases/index.html``; None if there is none."""
        file = self.engine.by_path.get(path)
        if file is None:
            return self.made_together(path)
        return self.engine.make(file.src_uri).read_bytes() if file.is_documentation_page() else file.content_bytes

    def made_together(self, path: str) -> bytes | None:
        """A file that is made of many records or pages: the open data, or the search index of a language."""
        of_english = path.startswith(f"search/{ENGLISH.code}/")
        part = "data" if not path.startswith("search/") else ENGLISH.code if of_english else CHINESE.code
        if part not in self.together:
            site = self.engine.site
            self.together[part] = site.exports() if part == "data" else self.search(ENGLISH if of_english else CHINESE)
        return self.together[part].get(path)

    def search(self, language: Language) -> dict[str, bytes]:
        """The search index of a language, for which all its pages must be made."""
        self.engine.make_language(language, lambda: None)
        return self.engine.site.search_files(language)
