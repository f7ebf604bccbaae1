"""How changes of files that are no pages are told: rows, values and lines, but not once more what was told already."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from macros.staff.built_site import FIGURES_FILE
from macros.staff.diff_texts import inert, with_marks
from macros.staff.file_changes import SEARCH_INDEX, FileChange, LineChange
from macros.staff.site_diff import SeenChange
from macros.text.languages import Bilingual

MOST_LINES = 12
"""Changes of one file that are told in the short form."""
REPEATED_IN = (".json", ".jsonld", ".xlsx", ".atom", "llms.txt")
"""Files that say again what tables and pages say."""
SIZES_AND_SUMS = re.compile(r"(?:^|\.)(?:bytes|hash|dcat:byteSize\.@value|spdx:checksum\.\S*): ")
"""Values that only repeat that another file, which is compared itself, differs."""
STATES = {
    "added": Bilingual("新增", "new"),
    "gone": Bilingual("撤下", "gone"),
    "changed": Bilingual("改动", "changed"),
}

Pair = tuple[str | None, str | None]


def file_lines(files: Iterable[FileChange], seen: Iterable[SeenChange], every: bool) -> list[str]:
    """Every file that differs, with what differs in it; the search index as one."""
    listed = list(files)
    told: set[Pair] = {pair for one in seen for pair in with_values((one.change.old, one.change.new))}
    lines: list[str] = []
    for file in sorted(listed, key=lambda one: (one.name.endswith(REPEATED_IN), one.name)):
        if file.name.startswith(SEARCH_INDEX):
            continue
        pairs = [(one.old, one.new) for one in file.lines]
        lines += lines_of_file(file, told, every)
        told.update(pair for one in pairs for pair in with_values(one))
    index = sorted({"/".join(file.name.split("/")[:2]) for file in listed if file.name.startswith(SEARCH_INDEX)})
    if index:
        lines.append(f"- 搜索索引随网页改变 The search index changes with the pages: {', '.join(index)}")
    return lines


def with_values(pair: Pair) -> tuple[Pair, Pair]:
    """A pair of texts, and the same without the name of the value in front."""
    old, new = (text.partition(": ")[2] if text else text for text in pair)
    return pair, (old, new)


def lines_of_file(file: FileChange, told: set[Pair], every: bool) -> list[str]:
    """One file: its name, and what differs in it but for what is told elsewhere."""
    state = STATES[file.state]
    above = file.name == FIGURES_FILE
    fresh = [] if above else [one for one in file.lines if not repeats(file.name, one, told)]
    rest = len(file.lines) - len(fresh)
    notes = [f"{state.zh} {state.en}"] if file.state != "changed" else []
    if file.state == "changed" and file.name.endswith(".csv") and not file.lines:
        notes.append("只有次序不同 only in another order")
    if above:
        notes.append("见上文数据改动 see the figures above")
    elif rest:
        notes.append(f"{rest} 处与上文相同，或是大小和校验和 {rest} as above, or sizes and checksums")
    lines = [f"- {inert(file.name)}" + (f"（{'；'.join(notes)}）" if notes else "")]
    times = Counter(fresh)
    fresh = list(times)
    shown = fresh if every else fresh[:MOST_LINES]
    lines += [f"  {line}{f' (×{times[one]})' if times[one] > 1 else ''}" for one in shown for line in value_lines(one)]
    if len(shown) < len(fresh):
        lines.append(f"  - … 另有 {len(fresh) - len(shown)} 处 more")
    return lines


def repeats(name: str, line: LineChange, told: set[Pair]) -> bool:
    """Whether a change was told already, or only repeats that another file differs."""
    if not name.endswith(REPEATED_IN):
        return False
    if all(text is None or SIZES_AND_SUMS.search(text) for text in (line.old, line.new)):
        return True
    return any(pair in told for pair in with_values((line.old, line.new)))


def value_lines(one: LineChange) -> list[str]:
    """One cell, value or line: what stood and what stands."""
    where = f"{inert(one.where)}: " if one.where else ""
    if one.old is None or one.new is None:
        sign, text = ("−", one.old) if one.new is None else ("＋", one.new)
        return [f"- {sign} {where}{inert(text or '')}"]
    old, new = with_marks(one.old, one.new)
    return [f"- {where}{old or '—'} → {new or '—'}"]
