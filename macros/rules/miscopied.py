"""Where a quote that was copied wrongly departs from its source."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from macros.text.languages import Bilingual

NEARLY = 0.7
"""The share of a quote's characters that stand in its sentence where the quote was copied from there."""


def likeness(quote: str, text: str) -> float:
    """How much of a quote stands in a text: the share of its pairs of characters that do."""
    pairs = {quote[at : at + 2] for at in range(max(1, len(quote) - 1))}
    return sum(pair in text for pair in pairs) / len(pairs)


def copied_wrong(quote: str, sentence: str) -> Bilingual:
    """The sentence that a quote was to be copied from, and where a quote that is nearly right departs from it first."""
    slip = Bilingual("", "")
    compared = SequenceMatcher(None, quote, sentence, autojunk=False)
    bare = re.sub(r"^\W+|\W+$", "", quote)
    if bare in sentence:  # With marks and spaces nobody needs to begin or end.
        slip = slip_of(quote.replace(bare, "", 1), "")
    elif sum(block.size for block in compared.get_matching_blocks()) >= NEARLY * len(quote):
        for tag, start, end, first, last in compared.get_opcodes():
            around = tag == "insert" and start in (0, len(quote))  # What stands before and behind the quote.
            if tag != "equal" and not around:
                slip = slip_of(quote[start:end], there(quote, sentence, start, end, first, last))
                break
    return Bilingual(
        f"{slip.zh}请从原句逐字摘录。原句：{sentence}",
        f"{slip.en}Copy the words to the letter from the sentence: {sentence}",
    )


def there(quote: str, sentence: str, start: int, end: int, first: int, last: int) -> str:
    """What stands in a sentence from ``first`` to ``last`` in place of what a quote has from ``start`` to ``end``.

    At either end of a quote that is as much as was typed, since the sentence goes on.
    """
    if start == end or (start != 0 and end != len(quote)):
        return sentence[first:last]
    return sentence[max(first, last - (end - start)) : last] if start == 0 else sentence[first : first + end - start]


def slip_of(typed: str, stands: str) -> Bilingual:
    """What was typed in place of what stands in the source, either of which may be nothing."""
    if not typed:
        return Bilingual(f"漏了“{stands}”。", f'"{stands}" is left out. ')
    if not stands:
        return Bilingual(f"多了“{typed}”。", f'"{typed}" is too much. ')
    return Bilingual(f"“{typed}”应为“{stands}”。", f'"{typed}" should be "{stands}". ')
