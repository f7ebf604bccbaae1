"""Fields and files that data folders once held, and what to do with what is left of them."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from macros.records.document import Document, Omission
from macros.records.figure import FigureEntry
from macros.records.listing import Listing
from macros.text.languages import Bilingual

READ_IN_QUOTE = Bilingual(
    "删去。数值、单位、限定词由程序从引文读出；引文里有几个数的，用 numeral 写明是哪一个（照抄）。",
    "Delete it: value, unit and qualifier are read in the quote; where that holds several numbers, copy the one that "
    "is meant into numeral.",
)
CUT_BY_PROGRAM = Bilingual(
    "删去。正文由程序从原始文本分句；英文写在 translations 的 en 下，每句一行，编号为 s0、s1、s1-1……",
    "Delete it: the program cuts the verbatim text into sentences; their English goes under en of translations, a "
    "line each, under the ids s0, s1, s1-1 …",
)
COMPUTED = Bilingual("删去：由程序算出。", "Delete it: the program works it out.")

FIELDS: Mapping[type[BaseModel], Mapping[str, Bilingual]] = {
    FigureEntry: dict.fromkeys(("value", "unit", "qualifier", "written"), READ_IN_QUOTE),
    Listing: {
        "open_ended": Bilingual(
            "删去：引文在列举之后有没有“等”，程序自己看。",
            "Delete it: the program sees whether the quote ends its list with 等.",
        )
    },
    Document: {
        "sections": CUT_BY_PROGRAM,
        "sha256": COMPUTED,
        "other_numerals": Bilingual(
            "删去：年份、文号等由程序认出；仍被当作数量的，写进 notes，并写 no_quantity: yes。",
            "Delete it: the program knows years, document numbers and the like; what it still takes for a quantity "
            "is told in notes, with no_quantity: yes.",
        ),
    },
    Omission: {"stood": COMPUTED},
}
"""Fields that are no longer typed, by the part they stood in."""

RETIRED_FILES: Mapping[str, Bilingual] = {
    "vocabulary/qualifiers.yml": Bilingual(
        "删去这个文件：限定词（近、多、约等）由程序认出。",
        "Delete this file: the program knows the words that qualify numbers (近, 多, 约).",
    )
}
"""Files that are no longer read, by their place in the data folder."""


def retired_field(part: type[BaseModel] | None, name: str) -> Bilingual | None:
    """What to do with a field that is no longer typed; None for any other."""
    owners = (fields for owner, fields in FIELDS.items() if part and issubclass(part, owner))
    return next((fields[name] for fields in owners if name in fields), None)
