"""Whether the English says that something changed by so much where the Chinese says that it came to so much.

Or the other way round: 提高到12% is “rose to 12%”, and 提高12% is “rose by 12%”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from macros.quantities.english.qualifiers import DOWN, UP
from macros.quantities.parity.one_form import Said, Sort

VERBS_ZH = (
    "增长|增加|上升|提高|提升|上涨|攀升|扩大|增|升|涨|下降|减少|降低|下滑|回落|缩减|下调|压减|缩短|压缩|缩小|减|降"
)
TO_ZH = re.compile(rf"(?:{VERBS_ZH})[到至]了?\Z")
BY_ZH = re.compile(rf"(?:{VERBS_ZH})了?\Z")
VERBS_EN = "|".join(sorted({*UP, *DOWN, "raise", "raising", "shorten", "shortening", "compressed", "expanding"}))
VERB_EN = rf"\b(?:{VERBS_EN})\b[^.;:]{{0,60}}"
TO_EN = re.compile(rf"{VERB_EN}(?<!\bup )\bto\s*\Z", re.IGNORECASE)
BY_EN = re.compile(rf"(?:{VERB_EN}\bby|\b(?:up|down)(?: by)?)(?: a further| another)?\s*\Z", re.IGNORECASE)
BY_BEHIND_EN = re.compile(r"\s*(?:more|fewer|less|higher|lower)\b", re.IGNORECASE)
EXACTLY_HALF = re.compile("一?半|五成|百分之五十|50[%％]")
"""To come to a half is to change by a half."""
FAR_BEFORE = 80
"""Characters before a quantity in which its verb is looked for."""


def reached_apart(zh: Sequence[Said], zh_text: str, en: Sequence[Said], en_text: str) -> Iterator[tuple[Said, Said]]:
    """Quantities of which the two languages say one by how much, and the other to how much, wherever they say it."""
    for ours in (one for one in zh if EXACTLY_HALF.fullmatch(one.source.text) is None):
        to = came_to_zh(zh_text[: ours.source.start]) if ours.sort is not Sort.MULTIPLE else None
        same = [other for other in en if other.values == ours.values] if to is not None else []
        if same and all(came_to_en(other, en_text) is (not to) for other in same):
            yield ours, same[0]


def came_to_zh(before: str) -> bool | None:
    """Whether Chinese before a quantity says that something came to it, or changed by it; None where neither."""
    return True if TO_ZH.search(before) else False if BY_ZH.search(before) else None


def came_to_en(quantity: Said, en_text: str) -> bool | None:
    """Whether English around a quantity says that something came to it, or changed by it; None where neither."""
    start = quantity.source.start
    before = en_text[max(start - FAR_BEFORE, 0) : start]
    if BY_EN.search(before) or BY_BEHIND_EN.match(en_text, quantity.source.end):
        return False
    return True if TO_EN.search(before) else None
