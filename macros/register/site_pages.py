"""Which pages exist. Prose pages are files in docs/; every other page is made here from a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.records.addresses import (
    ANNUAL_REPORTS_PAGE,
    GLOSSARY_PAGE,
    SURVEY_PAGE,
    document_address,
    record_address,
)
from macros.records.kinds import WORK_AREAS
from macros.register.lists import Lists, in_both
from macros.register.questions import questions
from macros.register.register import Register
from macros.text.languages import Bilingual


@dataclass(frozen=True)
class Page:
    """A page made from records: where it is, what it is called, and the macro that shows it, with its arguments.

    ``of`` is the page that it goes on from, if any; ``found`` tells whether it is in the search index.
    """

    address: str
    title: Bilingual
    description: Bilingual
    macro: tuple[str, ...]
    of: str = ""
    found: bool = True

    @property
    def source(self) -> str:
        """The Markdown file it stands for, below docs/."""
        return source_of_page(self.address)


def source_of_page(address: str) -> str:
    """The Markdown file that a page made from records stands for, below docs/."""
    return f"{address.rstrip('/')}.md"


def record_pages(register: Register) -> Iterator[Page]:
    """A page for every work area with one of its own, section, record with one, document, and of annual reports."""
    for ident, area in register.work_areas.items():
        if ident not in register.told:
            yield Page(record_address(WORK_AREAS, ident), area.title, area.summary, ("work_area", ident))
    areas = {one.kind.section: register.work_areas[ident] for ident, one in register.told.items()}
    for ident, one in register.sections.items():
        about = (one.section.title, one.section.description)
        if own := one.sole or areas.get(ident):
            about = (own.title, own.summary)
        yield Page(one.address, *about, ("section", ident))
        for record_id, record in one.records.items() if one.kind.own_pages else ():
            address = record_address(one.kind, record_id)
            yield Page(address, record.title, record.summary, ("section_record", ident, record_id))
    for ident, text in register.texts.items():
        yield Page(
            document_address(ident),
            text.document.title,
            register.interface["document-summary"],
            ("document", ident),
        )
    if questions(register):
        yield Page(SURVEY_PAGE, register.interface["survey"], register.interface["survey-summary"], ("survey",))
    if register.annual_reports:
        about = (register.interface["annual-reports"], register.interface["annual-reports-summary"])
        yield Page(ANNUAL_REPORTS_PAGE, *about, ("annual_reports",))
    if register.glossary:
        about = (register.interface["glossary"], register.interface["glossary-summary"])
        yield Page(GLOSSARY_PAGE, *about, ("glossary",))


def further_pages(register: Register, lists: Lists) -> Iterator[Page]:
    """The further pages of lists and documents that are too long for one."""
    pattern = register.interface["pager-description"]
    for one in lists.further():
        about = in_both(pattern, title=one.name, number=one.number, total=one.total)
        yield Page(one.address, one.title, about, one.macro, one.of if one.number > 1 else "", one.found)
