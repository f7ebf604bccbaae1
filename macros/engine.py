"""MkDocs, asked for one page at a time: nothing is kept of a page once it is written, so that size costs no memory.

MkDocs' own build reads every page before it writes the first. Its pieces are the same here, in the same order for
each page; the hooks and the macros are those of ``mkdocs build``, which still works and gives the same pages.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.languages import Language, language_of
from macros.register import Register
from macros.site import begin, build_on, current, prepare, root_of

ROOT = Path(__file__).resolve().parent.parent


class Engine:
    """A checked register, ready to become pages below a folder."""

    def __init__(self, register: Register, folder: Path) -> None:
        prepare(register)
        self.folder = folder
        self.config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder))
        plugins = self.config.plugins
        plugins.on_startup(command="build", dirty=False)
        self.config = plugins.on_config(self.config)
        self.site = current()
        plugins.on_pre_build(config=self.config)
        self.files = get_files(self.config)
        environment = self.config.theme.get_env()
        self.files.add_files_from_theme(environment, self.config)
        self.files = plugins.on_files(self.files, config=self.config)
        set_exclusions(self.files, self.config)
        # Pages print a menu of their own (Site.menu); MkDocs' navigation would grow with their number.
        self.navigation = plugins.on_nav(Navigation([], []), config=self.config, files=self.files)
        self.environment = plugins.on_env(environment, config=self.config, files=self.files)
        self.pages = {file.src_uri: file for file in self.files.documentation_pages()}
        self.by_path = {file.dest_uri: file for file in self.files}

    def renew(self, register: Register) -> bool:
        """Takes a register in place of the one before; False where there are other files now, and it cannot."""
        site = begin(register, Path(str(self.config.theme.custom_dir)), root_of(register))
        if site.pages.keys() != self.site.pages.keys() or register.verbatim != self.site.register.verbatim:
            return False
        site.sources = self.site.sources
        self.site = site
        return True

    def make(self, source: str) -> Path:
        """Makes the page of one Markdown file; returns where it was written."""
        build_on(self.site)
        file = self.pages[source]
        page = Page(None, file, self.config)
        try:
            _populate_page(page, self.config, self.files)
            _build_page(page, self.config, [], self.navigation, self.environment)
        finally:
            file.page = None
            self.site.made.clear()
        return Path(file.abs_dest_path)

    def make_language(self, language: Language, made: Callable[[], None]) -> None:
        """Makes every page of a language, calling ``made`` after each."""
        for source in self.pages:
            if language_of(source) is language:
                self.make(source)
                made()

    def make_search(self, language: Language) -> None:
        """Writes what is searched in a language whose pages have been made."""
        self.write(self.site.search_files(language))

    def make_exports(self) -> None:
        """Writes the open data."""
        self.write(self.site.exports())

    def make_rest(self) -> None:
        """Writes what is neither page nor made of pages: texts, styles, scripts, the sitemap."""
        build_on(self.site)
        self.files.copy_static_files()
        for template in self.config.theme.static_templates:
            _build_theme_template(template, self.environment, self.files, self.config, self.navigation)

    def write(self, files: dict[str, bytes]) -> None:
        """Writes files by their addresses."""
        for address, content in files.items():
            file = self.folder / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
