"""The prose in docs/ judged with what records add to it: pages that links may lead to."""

from __future__ import annotations

from pathlib import Path

from macros.problems import Problem
from macros.records.addresses import figures_address
from macros.register.paging import ROWS
from macros.register.register import Register
from macros.register.site_pages import record_pages, source_of_page
from macros.rules.prose_pages import in_sight, problems_in
from macros.system.mkdocs_settings import excluded_docs
from macros.text.languages import CHINESE, LANGUAGES, Language, language_of


def problems_of_prose(docs: Path, register: Register | None) -> list[Problem]:
    """All that is wrong in a folder of prose; of links nothing is said as long as records are not whole."""
    if register is None:
        return problems_in(docs)
    return problems_in(docs, files_linked(docs, register), languages_with_folders(register))


def languages_with_folders(register: Register) -> list[Language]:
    """The languages that have a folder of pages: the bureau's, and those of the software that it left out."""
    return list(dict.fromkeys((*LANGUAGES, *register.languages)))


def files_linked(docs: Path, register: Register) -> frozenset[str]:
    """All files of the site as links name them, in every language: written ones, and those that records stand for.

    What nobody has written in a language is there in Chinese. Figures of a work area have a page where there are many.
    """
    left_out, languages = excluded_docs(), languages_with_folders(register)
    written = {path for file, path in in_sight(docs) if file.is_file() and not left_out.match_file(path)}
    own = {path for path in written if language_of(path, languages) == CHINESE}
    own |= {page.source for page in record_pages(register)}
    if len(register.figures) > ROWS:
        own |= {source_of_page(figures_address(area)) for area in register.figures_by_area}
    given = {path for path in written if language_of(path, languages) in register.languages}
    return frozenset(given | {language.prefix + path for language in register.languages for path in own})
