"""What a change of the data changes for the public: figures, pages, translations, coverage, and the errata it needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.addresses import record_address
from macros.pages import record_pages
from macros.records.base import Bilingual
from macros.records.parts import walk
from macros.register import PublishedFigure, Register
from macros.rules.numerals import arabic_zh


@dataclass(frozen=True)
class Changed:
    """A figure before and after; ``None`` where it did not or does not exist."""

    id: str
    before: PublishedFigure | None
    after: PublishedFigure | None

    @property
    def shown(self) -> PublishedFigure:
        """The figure as it is now, or as it was last."""
        one = self.after or self.before
        assert one is not None
        return one


@dataclass(frozen=True)
class Changes:
    """Everything that a change of the data changes for the public."""

    added: tuple[Changed, ...]
    removed: tuple[Changed, ...]
    changed: tuple[Changed, ...]
    pages_added: tuple[str, ...]
    pages_gone: tuple[str, ...]
    translations_left: tuple[tuple[str, str], ...]
    """Where, and the Chinese text, of translations left as they were though the Chinese changed."""
    coverage_before: tuple[int, int]
    coverage_after: tuple[int, int]
    without_erratum: tuple[Changed, ...]


def compare(before: Register, after: Register) -> Changes:
    """The changes from one register to another."""
    figures = [
        Changed(ident, before.figures.get(ident), after.figures.get(ident))
        for ident in sorted(before.figures.keys() | after.figures.keys())
    ]
    changed = tuple(one for one in figures if one.before and one.after and states(one.before) != states(one.after))
    removed = tuple(one for one in figures if one.after is None)
    pages = [{page.address for page in record_pages(one)} for one in (before, after)]
    return Changes(
        added=tuple(one for one in figures if one.before is None),
        removed=removed,
        changed=changed,
        pages_added=tuple(sorted(pages[1] - pages[0])),
        pages_gone=tuple(sorted(pages[0] - pages[1])),
        translations_left=tuple(translations_left(before, after)),
        coverage_before=before.coverage(),
        coverage_after=after.coverage(),
        without_erratum=tuple(one for one in (*changed, *removed) if not has_erratum(one, before, after)),
    )


def states(one: PublishedFigure) -> tuple[object, ...]:
    """What a figure tells the public; a change of any of it needs an erratum."""
    return one.figure.value, one.figure.unit, one.figure.qualifier, one.figure.period


def has_erratum(one: Changed, before: Register, after: Register) -> bool:
    """Whether a new erratum covers the change: it names the figure, the value that stood and the one that stands."""
    for ident, erratum in after.errata.items():
        if ident in before.errata or erratum.figure != one.id:
            continue
        stood = one.before is not None and one.before.figure.value in arabic_zh(erratum.stood.zh)
        if one.after is None:
            return stood and erratum.withdrawn is not None
        return stood and one.after.figure.value in arabic_zh(erratum.stands.zh)
    return False


def translations_left(before: Register, after: Register) -> Iterator[tuple[str, str]]:
    """Texts whose Chinese changed while the English did not: the translation may be out of date."""
    kinds = ("work_areas", "alliances", "activities", "evaluations", "errata")
    for kind in kinds:
        for ident, record in getattr(after, kind).items():
            old = getattr(before, kind).get(ident)
            texts = {path: part for path, part in walk(old) if isinstance(part, Bilingual)} if old else {}
            for path, part in walk(record):
                was = texts.get(path)
                if isinstance(part, Bilingual) and was and was.zh != part.zh and was.en == part.en:
                    yield f"{kind.replace('_', '-')}/{ident}: {'.'.join(map(str, path))}", part.zh


def amount(one: PublishedFigure | None) -> str:
    """A figure as the source writes it."""
    return one.figure.written if one else "—"


def cell(text: str) -> str:
    """Text that is safe in a cell of a Markdown table: nothing in it acts as markup."""
    return "".join(f"&#{ord(char)};" if char in "\\`*_{}[]()<>#+!|@&~$" else char for char in text).replace("\n", " ")


def markdown(changes: Changes, base: str) -> str:
    """The changes as a comment on a pull request, in both languages."""
    lines = [
        "## 公开内容的变化 · What changes for the public",
        "",
        f"与 {cell(base)} 相比 · compared with {cell(base)}",
        "",
    ]
    lines += figure_table("数据改动 · Figures changed", changes.changed)
    lines += figure_table("数据新增 · Figures added", changes.added)
    lines += figure_table("数据撤下 · Figures removed", changes.removed)
    lines += bullets("新增页面 · Pages that appear", [f"/{page}" for page in changes.pages_added])
    lines += bullets("消失的页面 · Pages that go", [f"/{page}" for page in changes.pages_gone])
    lines += bullets(
        "中文改了而英文没有改 · Chinese changed, English not",
        [f"{cell(where)}: {cell(text)}" for where, text in changes.translations_left],
    )
    lines += [
        "### 公开覆盖率 · Coverage",
        "",
        f"{ratio(changes.coverage_before)} → {ratio(changes.coverage_after)}",
        "",
    ]
    if changes.without_erratum:
        lines += [
            "### ❌ 缺少更正说明 · Errata missing",
            "",
            "改动或撤下已公布的数据，须在 data/errata/ 中新增一条更正，写明原来的数、现在的数、原因和日期。",
            "A published figure that changes or goes needs a new file in data/errata/: "
            "what stood, what stands, why, when.",
            "",
            *(
                f"- `{one.id}`: {cell(amount(one.before))} → {cell(amount(one.after))}"
                for one in changes.without_erratum
            ),
            "",
        ]
    elif nothing(changes):
        lines += ["没有变化。 Nothing changes.", ""]
    return "\n".join(lines)


def nothing(changes: Changes) -> bool:
    """Whether nothing that is listed changes."""
    return not any(
        (
            changes.added,
            changes.removed,
            changes.changed,
            changes.pages_added,
            changes.pages_gone,
            changes.translations_left,
        )
    )


def figure_table(title: str, figures: tuple[Changed, ...]) -> list[str]:
    """A table of figures, old and new, with the page and the quote; nothing where there are none."""
    if not figures:
        return []
    rows = []
    for one in figures:
        shown = one.shown
        page = record_address(shown.kind, shown.record, shown.work_area)
        rows.append(
            f"| {cell(shown.figure.label.zh)}<br>{cell(shown.figure.label.en)} "
            f"| {cell(amount(one.before))} → {cell(amount(one.after))} | /{page} "
            f"| {cell(shown.figure.quote)} ({cell(shown.figure.source)}) |"
        )
    head = ["| 数据 · Figure | 原来 → 现在 · old → new | 页面 · Page | 出处 · Source |", "| --- | --- | --- | --- |"]
    return [f"### {title} ({len(figures)})", "", *head, *rows, ""]


def bullets(title: str, items: list[str]) -> list[str]:
    """A titled list; nothing where it is empty."""
    return [f"### {title} ({len(items)})", "", *(f"- {one}" for one in items), ""] if items else []


def ratio(coverage: tuple[int, int]) -> str:
    """Sentences used of sentences there are."""
    return f"{coverage[0]}/{coverage[1]}"
