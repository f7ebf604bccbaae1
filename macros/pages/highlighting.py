"""Marks what stands out in explanations: names as typed in a file, and words of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros.text.languages import Language


@dataclass(frozen=True)
class MarkedRun:
    """A stretch of text: plain words of the page's language, a name as typed in a file, or Chinese in English."""

    text: str
    mark: Literal["plain", "code", "chinese"] = "plain"


FOREIGN = {
    True: re.compile(r"(?P<code>[a-z0-9.]*[a-z][A-Za-z0-9:/._#-]*)"),
    False: re.compile(r"(?P<code>[a-z/-]*\.(?:yml|txt)|https?://|\w+#\w+)|(?P<chinese>[0-9]*[\u4e00-\u9fff]+)"),
}
"""What stands out in Chinese text and in English: names as typed in a file, and Chinese words in English."""


def marked_runs(text: str, language: Language) -> Iterator[MarkedRun]:
    """The text as stretches, each with how it is to be marked."""
    at = 0
    for found in FOREIGN[language.is_chinese].finditer(text):
        if at < found.start():
            yield MarkedRun(text[at : found.start()])
        yield MarkedRun(found[0], "code" if found["code"] else "chinese")
        at = found.end()
    if at < len(text):
        yield MarkedRun(text[at:])
