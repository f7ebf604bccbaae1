"""Words of a source made into a text that staff could have written: no quantity typed, no stray blank or mark."""

from __future__ import annotations

import re

from macros.quantities.chinese.reader import read_chinese
from macros.rules.wording import DOUBLED, FULL_WIDTH, HALF_WIDTH_MARK, SPACED

LEFT_AT_ENDS = " \u3000，、：:；。（(-—–“‘"
"""What no label or title begins or ends with; an opening quotation mark only where nothing follows it."""


def as_prose(text: str, units: frozenset[str]) -> str:
    """Words without quantities, blanks between Han characters, and half-width or doubled marks."""
    for one in reversed(read_chinese(text, units)):
        if one.is_quantity:
            text = text[: one.start] + text[one.end :]
    return tidy_marks(text).rstrip(LEFT_AT_ENDS).lstrip("".join(set(LEFT_AT_ENDS) - set("“‘（(")))


def tidy_marks(text: str) -> str:
    """Words with the blanks and marks of Chinese prose; what stands in braces is left alone."""
    text = SPACED.sub(lambda found: found[0].strip(" \u3000"), text)
    text = HALF_WIDTH_MARK.sub(lambda found: FULL_WIDTH[found[0]] if found[0] not in "\"'" else "", text)
    return DOUBLED.sub(lambda found: found[0][:1], text) if re.search(DOUBLED, text) else text
