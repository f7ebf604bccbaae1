"""Date and number of a document: those that stand at its head or its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problems import Problem
from macros.quantities.expression import Sense
from macros.records.collection import Collection
from macros.records.document import Edition
from macros.records.document_ends import closely
from macros.records.kinds import DOCUMENTS
from macros.text.languages import Bilingual

A_WHOLE_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def ends_as_stated(collection: Collection) -> Iterator[Problem]:
    """Where the text of a document bears a date at its foot, or a number, its record has the same.

    Where it bears one alone, the record does not leave it out.
    """
    for entry in collection.judged(DOCUMENTS):
        if not isinstance(entry.record, Edition):
            continue
        date = entry.record.date.isoformat() if entry.record.date else ""
        number = closely(entry.record.document_number or "")
        for field, value, stated, name in (
            ("date", date, days_signed(collection, entry.id, entry.record), Bilingual("日期", "date")),
            ("document_number", number, numbers_borne(entry.record), Bilingual("文号", "number")),
        ):
            if value not in stated and (value or len(stated) == 1) and stated:
                zh, en = "、".join(stated), ", ".join(stated)
                left_out = Bilingual("" if value else "，这里没有写", "" if value else ", which is left out here")
                yield entry.problem(
                    (field,),
                    Bilingual(
                        f"文件写明的{name.zh}是“{zh}”{left_out.zh}。",
                        f'The document bears the {name.en} "{en}"{left_out.en}.',
                    ),
                    Bilingual(f"写 {field}: {stated[-1]}。", f"Write {field}: {stated[-1]}."),
                )


def days_signed(collection: Collection, ident: str, edition: Edition) -> list[str]:
    """The days that the signature of a document bears, or a line of its own below the title; each once."""
    found = [
        one.named
        for sentence in edition.sentences()
        if sentence.role in ("date", "issuer")
        for one in collection.sources.expressions(f"{ident}#{sentence.id}")
        if one.kind is Sense.DATE and A_WHOLE_DAY.fullmatch(one.named)
    ]
    return list(dict.fromkeys(found))


def numbers_borne(edition: Edition) -> list[str]:
    """The numbers that stand on lines of their own at the head of a document; each once."""
    found = [closely(one.zh) for one in edition.sentences() if one.role == "document-number"]
    return list(dict.fromkeys(found))


RULES = (ends_as_stated,)
