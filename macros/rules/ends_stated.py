"""Date and number of a document: those that stand at its head or its foot."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.document import Edition
from macros.records.document_ends import closely
from macros.records.ends_borne import ends_borne
from macros.records.kinds import DOCUMENTS
from macros.text.languages import Bilingual

NAMES = {"date": Bilingual("日期", "date"), "document_number": Bilingual("文号", "number")}


def ends_as_stated(collection: Collection) -> Iterator[Problem]:
    """Where the text of a document bears a date at its foot, or a number, its record has the same.

    Where it bears one alone, the record does not leave it out.
    """
    for entry in collection.judged(DOCUMENTS):
        borne = ends_borne(entry.record, collection) if isinstance(entry.record, Edition) else {}
        for field, stated in borne.items():
            value = closely(str(getattr(entry.record, field) or ""))
            if not stated or value in stated or (not value and len(stated) > 1):
                continue
            name, zh, en = NAMES[field], "、".join(stated), ", ".join(stated)
            left_out = Bilingual("" if value else "，这里没有写", "" if value else ", which is left out here")
            yield entry.problem(
                (field,),
                Bilingual(
                    f"文件写明的{name.zh}是“{zh}”{left_out.zh}。",
                    f'The document bears the {name.en} "{en}"{left_out.en}.',
                ),
                Bilingual(f"写 {field}: {stated[-1]}。", f"Write {field}: {stated[-1]}."),
            )


RULES = (ends_as_stated,)
