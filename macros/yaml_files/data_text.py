"""The text of a data file as programs change it: what is read in it, where that stands, and how it is changed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from macros.problems import Problem
from macros.text.languages import Bilingual
from macros.yaml_files.marked import Marked, marks_of
from macros.yaml_files.reader import Reading, read_bytes
from macros.yaml_files.values import Value
from macros.yaml_files.written import CannotWriteError, as_refusal

NOT_SO = Bilingual(
    "这处内容的写法特殊，程序不能替您改动，文件没有变化。请在文件里手工修改。",
    "This is written in an unusual way, so the program cannot change it; the file is as it was. Change it by hand.",
)
NO_SUCH_PLACE = Bilingual("文件里没有这个位置，没有改动。", "There is no such place in the file; nothing was changed.")
UNREADABLE = Bilingual("文件读不出来，没有改动。请先改正它的问题。", "The file cannot be read; fix its problems first.")


@dataclass(frozen=True)
class DataText:
    """The text of a data file, as it is and with line feeds alone, and what our reader reads in it."""

    whole: str

    @cached_property
    def text(self) -> str:
        """The text without its mark, its lines ended by line feeds."""
        return self.whole.removeprefix("\ufeff").replace("\r\n", "\n")

    @cached_property
    def read(self) -> tuple[Reading, list[Problem]]:
        """What our reader reads; raises CannotWriteError where it can read nothing."""
        reading, problems = read_bytes(self.whole.encode("utf-8", "surrogatepass"), "")
        if reading is None:
            raise as_refusal(problems[0]) if problems else CannotWriteError(UNREADABLE)
        return reading, problems

    @property
    def value(self) -> dict[str, Value]:
        """The values of the file."""
        return self.read[0].value

    @cached_property
    def root(self) -> Marked:
        """Where everything stands in ``text``."""
        _ = self.read  # What our reader cannot read has no marks.
        try:
            return marks_of(self.text)
        except ValueError:
            raise CannotWriteError(NOT_SO) from None

    def line_end(self, at: int) -> int:
        """Where the line ends on which a place stands."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def line_start(self, at: int) -> int:
        """Where the line begins on which a place stands."""
        return self.text.rfind("\n", 0, at) + 1

    def spliced(self, start: int, end: int, new: str) -> str:
        """The whole text with ``new`` in place of what stands from ``start`` to ``end`` of ``text``."""
        bare = self.whole.removeprefix("\ufeff")
        returns = [found.start() - number for number, found in enumerate(re.finditer("\r\n", bare))]
        start, end = (at + bisect_left(returns, at) for at in (start, end))
        if "\r\n" in bare[: bare.find("\n") + 1]:
            new = new.replace("\n", "\r\n")
        return self.whole[: len(self.whole) - len(bare)] + bare[:start] + new + bare[end:]


def verified(given: DataText | None, made: str, wanted: Value) -> str:
    """The text that was made, if it reads as it should and nothing new is wrong with it; raises CannotWriteError."""
    value, problems = DataText(made).read[0].value, DataText(made).read[1]
    new = new_problems(given.read[1] if given else [], problems)
    if new:
        raise as_refusal(new[0])
    if value != wanted:
        raise CannotWriteError(NOT_SO)
    return made


def new_problems(before: Sequence[Problem], after: Sequence[Problem]) -> list[Problem]:
    """Problems that were not there before, whatever lines they are on now."""
    known = Counter(re.sub("[0-9]+", "", one.wrong.en) for one in before)
    new = []
    for one in after:
        said = re.sub("[0-9]+", "", one.wrong.en)
        known[said] -= 1
        if known[said] < 0:
            new.append(one)
    return new
