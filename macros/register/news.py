"""What is new or changed, for the page of changes and the feeds: only what bears a date in the data.

A document counts from when it was published or, where that is not stated, from its own date; a correction from its
date. Records bear no dates of their own, so a new document or a correction is what tells of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from macros.records.kinds import DOCUMENTS, ERRATA
from macros.register.catalogue import CatalogueItem, document_item, erratum_item
from macros.register.register import Register
from macros.system.clock import CHINA
from macros.text.languages import Language
from macros.text.placeholders import filled


@dataclass(frozen=True)
class News:
    """A dated item; ``moment`` is the time of day as well, where the data has it."""

    item: CatalogueItem
    day: date
    moment: datetime | None = None

    @property
    def instant(self) -> datetime:
        """When it happened, for formats that know no days: a day without a time is given from its beginning."""
        return (self.moment or datetime.combine(self.day, time())).replace(tzinfo=CHINA)


def news(register: Register) -> list[News]:
    """Every dated item, newest first."""
    found = []
    documents = (document_item(register, ident) for ident in register.texts)
    for item in (*documents, *(erratum_item(register, ident) for ident in register.errata)):
        if item.kind is DOCUMENTS and item.published:
            found.append(News(item, item.published.date(), item.published))
        elif item.kind in (DOCUMENTS, ERRATA) and item.date:
            found.append(News(item, item.date))
    return sorted(found, key=lambda one: (one.instant, one.item.id), reverse=True)


def news_sentence(register: Register, one: News, language: Language) -> str:
    """A sentence on what is new."""
    record = one.item.record
    if one.item.kind is ERRATA:
        values = {name: language.text(getattr(record, name)) for name in ("stood", "stands", "why")}
        return filled(language.text(register.interface["changes-erratum"]), values)
    return filled(language.text(register.interface["changes-document"]), {"issuer": language.text(record.issuer)})
