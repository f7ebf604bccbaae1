"""How the differences of a published site are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.problems import printable
from macros.text.languages import Bilingual

MOST_SHOWN = 50
"""Differences that are listed."""
LONGEST_NAME = 200
"""Characters of a name that are shown; a site may list any."""

Seen = Literal["served", "searched", "elsewhere", "type", "altered", "answered"]
"""What only a server can do to a file."""
DifferenceState = Literal["missing", "different", "unexpected", "unknown", "link"] | Seen
SAID: dict[DifferenceState, Bilingual] = {
    "missing": Bilingual("缺少", "missing"),
    "different": Bilingual("不同", "different"),
    "unexpected": Bilingual("多余", "not expected"),
    "unknown": Bilingual("公布台账里没有的旧文件", "of no release that the ledger knows"),
    "served": Bilingual("读者打开时不同", "different as readers get it"),
    "link": Bilingual("是链接，不是文件", "a link in place of a file"),
    "elsewhere": Bilingual("转到别处", "leads elsewhere"),
    "searched": Bilingual("搜索引擎看到的不同", "different as search engines get it"),
    "type": Bilingual("类型不对", "served as another type of file"),
    "altered": Bilingual("服务器附带的说明使浏览器显示成别的样子", "served so that browsers make something else of it"),
    "answered": Bilingual("没有的文件也答复有", "answered though there is no such file"),
}


@dataclass(frozen=True, order=True)
class Difference:
    """One file that is not as it should be."""

    name: str
    state: DifferenceState

    def __str__(self) -> str:
        return f"{SAID[self.state].zh} {SAID[self.state].en}: {printable(self.name[:LONGEST_NAME])}"


def difference_lines(found: Sequence[Difference], files: int) -> Iterable[str]:
    """The differences, the first of them one a line, and how many there are."""
    if not found:
        return [f"{files} 个文件全部一致。 All {files} files are the same."]
    more = len(found) - MOST_SHOWN
    rest = [f"……另有 {more} 处。 … and {more} more."] if more > 0 else []
    count = f"{len(found)} difference{'' if len(found) == 1 else 's'}"
    return [
        *map(str, found[:MOST_SHOWN]),
        *rest,
        f"{len(found)} 处不符（共 {files} 个文件）。 {count} in {files} files.",
    ]
