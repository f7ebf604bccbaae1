"""Text made once for both scripts of Chinese: the few words that differ in more than their script stand in it twice."""

from __future__ import annotations

import re

FROM, BETWEEN, TO = "\x0e", "\x0f", "\x10"
"""Stand around the two variants; no data file may hold them (macros/yaml_files/characters.py)."""
VARIANTS = re.compile(f"{FROM}([^{BETWEEN}]*){BETWEEN}([^{TO}]*){TO}")


def either(*variants: str) -> str:
    """What the Simplified and the Traditional edition say, marked where that differs; one variant alone as it is."""
    first, last = variants[0], variants[-1]
    return first if first == last else f"{FROM}{first}{BETWEEN}{last}{TO}"


def in_script(text: str, traditional: bool) -> str:
    """``text`` with one variant of each pair. The script of all else is turned afterwards (han_scripts.py)."""
    return VARIANTS.sub(r"\2" if traditional else r"\1", text)
