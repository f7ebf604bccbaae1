"""What a change of the data changes for the public: figures, pages, translations, coverage, and the errata it needs.

Two data folders are compared as far as they can be read: an earlier state need not meet the rules of today.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.records.addresses import document_address, record_address
from macros.records.base import BilingualText
from macros.records.collection import Collection
from macros.records.figure import Figure
from macros.records.folder import files_below
from macros.records.kinds import BUREAU, DOCUMENTS, PAGED, Entry
from macros.records.ledger_lines import figure_told
from macros.register.load import Loaded
from macros.rules.moved_figures import Told, Whereabouts
from macros.rules.published_figures import Unexplained, unexplained
from macros.rules.vanished_from_data import entries_of
from macros.system.checksums import digest_of_file


@dataclass(frozen=True)
class Listed:
    """A figure and the record it stands in."""

    entry: Entry
    figure: Figure


@dataclass(frozen=True)
class Changed:
    """A figure before and after; ``None`` where it did not or does not exist."""

    id: str
    before: Listed | None
    after: Listed | None

    @property
    def shown(self) -> Listed:
        """The figure as it is now, or as it was last."""
        one = self.after or self.before
        assert one is not None
        return one


@dataclass(frozen=True)
class PublicChanges:
    """Everything that a change of the data changes for the public."""

    added: tuple[Changed, ...]
    removed: tuple[Changed, ...]
    changed: tuple[Changed, ...]
    pages_added: tuple[str, ...]
    pages_gone: tuple[str, ...]
    translations_left: tuple[tuple[str, str], ...]
    """Where, and the Chinese text, of translations left as they were though the Chinese changed."""
    texts: tuple[tuple[str, str], ...]
    """Of records that were there before: each, and a text that it no longer has (-) or has now (+)."""
    coverage_before: tuple[int, int]
    coverage_after: tuple[int, int]
    without_erratum: tuple[Unexplained, ...]
    ledger_lost: tuple[str, ...]
    """What the ledger held before and no longer does."""
    ledger_gained: tuple[str, ...]
    """What was entered in the ledger, facts first."""
    files: tuple[str, ...]
    """The files that were added, changed or removed, from the data folder."""
    problems_before: int
    """In how many ways what stood before does not meet the rules of today."""
    unread_before: tuple[str, ...]
    """Files that cannot be read as they stood before, so that nothing in them was compared."""


def public_changes(before: Loaded, data_before: Path, after: Loaded, data_after: Path) -> PublicChanges:
    """The changes from one data folder to another, each with what was read of it."""
    old, new = figures_by_id(before.collection), figures_by_id(after.collection)
    ledgers = [entries_of(one.collection.ledger) for one in (before, after)]
    figures = [Changed(ident, old.get(ident), new.get(ident)) for ident in sorted(old.keys() | new.keys())]
    pages = [set(pages_of(one.collection)) for one in (before, after)]
    published: Told = {ident: frozenset({figure_told(one.entry.id, one.figure)}) for ident, one in old.items()}
    return PublicChanges(
        added=tuple(figure for figure in figures if figure.before is None),
        removed=tuple(figure for figure in figures if figure.after is None),
        changed=tuple(
            figure
            for figure in figures
            if figure.before and figure.after and states(figure.before) != states(figure.after)
        ),
        pages_added=tuple(sorted(pages[1] - pages[0])),
        pages_gone=tuple(sorted(pages[0] - pages[1])),
        translations_left=tuple(translations_left(before.collection, after.collection)),
        texts=tuple(texts_changed(before.collection, after.collection)),
        coverage_before=coverage_of(before.collection),
        coverage_after=coverage_of(after.collection),
        without_erratum=tuple(unexplained(Whereabouts(after.collection, published))),
        ledger_lost=tuple(sorted(ledgers[0] - ledgers[1])),
        ledger_gained=tuple(sorted(ledgers[1] - ledgers[0], key=lambda one: (one.startswith("/"), one))),
        files=tuple(files_changed(data_before, data_after)),
        problems_before=len(before.problems),
        unread_before=tuple(sorted(one.shown for one in before.collection.taken.values() if one.entry is None)),
    )


def figures_by_id(collection: Collection) -> dict[str, Listed]:
    """Every figure by its full id."""
    return {f"{entry.id}.{figure.id}": Listed(entry, figure) for entry, _, figure in collection.figures()}


def states(one: Listed) -> tuple[object, ...]:
    """What a figure tells the public; a change of any of it needs an erratum."""
    told = figure_told(one.entry.id, one.figure)
    return told.amount, told.unit, told.qualifier, told.period


def page_of(entry: Entry) -> str:
    """The page that shows a record."""
    if entry.kind is DOCUMENTS:
        return document_address(entry.id)
    return record_address(entry.kind, entry.id, getattr(entry.record, "work_area", ""))


def pages_of(collection: Collection) -> Iterator[str]:
    """The page of every record that has one."""
    for kind in (*PAGED, DOCUMENTS):
        yield from map(page_of, collection.of(kind).values())


def coverage_of(collection: Collection) -> tuple[int, int]:
    """How many sentences of all documents are used, and how many there are."""
    bureau = collection.single(BUREAU)
    cited = {one.sentence for entry in collection.all() for one in entry.cited}
    named = {one.source for one in bureau.record.names_in_source} if bureau else set()
    return len((cited | named) & collection.sentences.keys()), len(collection.sentences)


def translations_left(before: Collection, after: Collection) -> Iterator[tuple[str, str]]:
    """Texts whose Chinese changed while the English did not: the translation may be out of date."""
    for entry in after.all():
        old = before.of(entry.kind).get(entry.id)
        texts: dict[object, BilingualText] = dict(old.texts) if old else {}
        name = name_of(entry)
        for path, part in entry.texts:
            was = texts.get(path)
            if was and was.zh != part.zh and was.en == part.en:
                yield f"{name}: {'.'.join(map(str, path))}", part.zh


def texts_changed(before: Collection, after: Collection) -> Iterator[tuple[str, str]]:
    """Every text that a record no longer has, or has now: what a figure is called says as much as its number."""
    for entry in after.all():
        if old := before.of(entry.kind).get(entry.id):
            stood, stands = (dict.fromkeys((part.zh, part.en) for _, part in one.texts) for one in (old, entry))
            for sign, texts in (("-", stood.keys() - stands.keys()), ("+", stands.keys() - stood.keys())):
                yield from ((name_of(entry), f"{sign} {zh} · {en}") for zh, en in sorted(texts))


def name_of(entry: Entry) -> str:
    """What a record is called: the place of its file in the data folder, without the ending."""
    return f"{entry.kind.place}/{entry.id}" if entry.kind.many else entry.kind.place


def files_changed(before: Path, after: Path) -> list[str]:
    """The files that only one of two data folders holds, or that differ."""
    held = [{path: digest_of_file(data / path) for path in files_below(str(data))} for data in (before, after)]
    return sorted(path for path in held[0].keys() | held[1].keys() if held[0].get(path) != held[1].get(path))


def amount(one: Listed | None) -> str:
    """A figure as the source writes it."""
    return one.figure.written if one else "—"


def markdown_cell(text: str) -> str:
    """Text that is safe in a cell of a Markdown table: nothing in it acts as markup."""
    return "".join(f"&#{ord(char)};" if char in "\\`*_{}[]()<>#+!|@&~$" else char for char in text).replace("\n", " ")


def markdown(changes: PublicChanges, base: str) -> str:
    """The changes as a comment on a pull request, in both languages."""
    lines = [
        "## 公开内容的变化 · What changes for the public",
        "",
        f"与 {markdown_cell(base)} 相比 · compared with {markdown_cell(base)}",
        "",
        *told_of_base(changes, base),
    ]
    lines += what_is_wrong(changes)
    lines += figure_table("数据改动 · Figures changed", changes.changed)
    lines += figure_table("数据新增 · Figures added", changes.added)
    lines += figure_table("数据撤下 · Figures removed", changes.removed)
    lines += bullets("新增页面 · Pages that appear", [f"/{page}" for page in changes.pages_added])
    lines += bullets("消失的页面 · Pages that go", [f"/{page}" for page in changes.pages_gone])
    lines += bullets(
        "中文改了而英文没有改 · Chinese changed, English not",
        [f"{markdown_cell(where)}: {markdown_cell(text)}" for where, text in changes.translations_left],
    )
    lines += bullets(
        "文字改动 · Texts changed", [f"{markdown_cell(where)}: {markdown_cell(text)}" for where, text in changes.texts]
    )
    lines += [
        "### 公开覆盖率 · Coverage",
        "",
        f"{ratio(changes.coverage_before)} → {ratio(changes.coverage_after)}",
        "",
    ]
    lines += bullets("改动的文件 · Files changed", [markdown_cell(file) for file in changes.files])
    lines += bullets(
        "公布台账新增，只应由发布程序写入 · Entered in the ledger, which publishing alone should do",
        [markdown_cell(one) for one in changes.ledger_gained],
    )
    if not changes.files:
        lines += ["数据没有变化。 Nothing changes in the data.", ""]
    return "\n".join(lines)


def what_is_wrong(changes: PublicChanges) -> list[str]:
    """What must not be published so; it comes first, since hosts cut long comments."""
    lines: list[str] = []
    if changes.without_erratum:
        lines += [
            "### ❌ 缺少更正说明 · Errata missing",
            "",
            "改动或撤下已公布的数据，须在 data/errata/ 中新增一条更正，写明原来的数、现在的数、原因和日期。",
            "A published figure that changes or goes needs a new file in data/errata/: "
            "what stood, what stands, why, when.",
            "",
            *(
                f"- `{one.figure}`: {markdown_cell('、'.join(told.written for told in one.stood))} → "
                f"{markdown_cell(one.now.written if one.now else '—')}"
                for one in changes.without_erratum
            ),
            "",
        ]
    if changes.ledger_lost:
        lines += [
            "### ❌ 公布台账少了内容 · The ledger has lost entries",
            "",
            "公布台账只增不减；移动或撤下的，写在 data/retired/。",
            "Nothing leaves the ledger; what has moved or was withdrawn goes into data/retired/.",
            "",
        ]
        lines += bullets("少了的 · Lost", [markdown_cell(one) for one in changes.ledger_lost])
    return lines


def told_of_base(changes: PublicChanges, base: str) -> list[str]:
    """That what is compared with does not meet the rules of today, if so, and what of it could not be compared."""
    if not changes.problems_before:
        return []
    count = changes.problems_before
    lines = [
        f"⚠️ {markdown_cell(base)} 的数据不符合现行规则（{count} 处），能读出的都已比较。",
        f"The data of {markdown_cell(base)} does not meet the rules of today ({count} problems); all that can "
        "be read is compared.",
        "",
    ]
    unread = [markdown_cell(one) for one in changes.unread_before]
    return lines + bullets("没有比较的文件，原来的内容读不出 · Not compared, since what stood cannot be read", unread)


def figure_table(title: str, figures: tuple[Changed, ...]) -> list[str]:
    """A table of figures, old and new, with the page and the quote; nothing where there are none."""
    if not figures:
        return []
    rows = []
    for figure in figures:
        shown = figure.shown
        page = page_of(shown.entry)
        rows.append(
            f"| {markdown_cell(shown.figure.label.zh)}<br>{markdown_cell(shown.figure.label.en)} "
            f"| {markdown_cell(amount(figure.before))} → {markdown_cell(amount(figure.after))} | /{page} "
            f"| {markdown_cell(shown.figure.quote)} ({markdown_cell(shown.figure.source)}) |"
        )
    head = ["| 数据 · Figure | 原来 → 现在 · old → new | 页面 · Page | 出处 · Source |", "| --- | --- | --- | --- |"]
    return [f"### {title} ({len(figures)})", "", *head, *rows, ""]


def bullets(title: str, items: list[str]) -> list[str]:
    """A titled list; nothing where it is empty."""
    return [f"### {title} ({len(items)})", "", *(f"- {one}" for one in items), ""] if items else []


def ratio(coverage: tuple[int, int]) -> str:
    """Sentences used of sentences there are."""
    return f"{coverage[0]}/{coverage[1]}"
