"""The public diff as a comment on a proposal: Markdown in both languages that can be read as plain text, too.

The important comes first, since hosts cut long comments: what must not be published so, figures, translations,
pages, texts, files. What does not fit is counted_section.
"""

from __future__ import annotations

from macros.staff.diff_files import file_lines
from macros.staff.diff_texts import inert, on_pages, text_sections
from macros.staff.figure_changes import FigureChange
from macros.staff.public_diff import DataChanges, PublicChanges
from macros.staff.site_diff import SiteChanges

CUT_NOTE = 400
"""Characters kept free for what is said of what is left out."""

DIFF_TITLE = "## 公开内容的变化 · What changes for the public"
"""The first line."""

DiffSection = tuple[str, list[str]]


def markdown(changes: PublicChanges, most: int = 0, every: bool = False) -> str:
    """The changes, in at most ``most`` characters if that is not 0; with ``every``, nothing is told by examples."""
    head = [
        DIFF_TITLE,
        "",
        f"与 {inert(changes.base)} 相比 · compared with {inert(changes.base)}",
        "",
        *told_of_base(changes),
    ]
    lines = head + what_is_wrong(changes.data)
    for title, found in sections(changes, every):
        lines += [f"### {title}", "", *trimmed(found), ""] if found else []
    return shortened(lines, most, changes.base)


def trimmed(lines: list[str]) -> list[str]:
    """Lines without empty ones at the end."""
    return trimmed(lines[:-1]) if lines and not lines[-1] else lines


def sections(changes: PublicChanges, every: bool) -> list[DiffSection]:
    """All that is told of two sites and of the data, the important first."""
    site, data = changes.site, changes.data
    found: list[DiffSection] = []
    if site is not None:
        found += of_sites(changes, site, every)
    found += [
        counted_section("改动的文件 · Files changed", [f"- {inert(file)}" for file in data.files]),
        counted_section(
            "公布台账新增，只应由发布程序写入 · Entered in the ledger, which publishing alone should do",
            [f"- {inert(one)}" for one in data.ledger_gained],
        ),
    ]
    return found


def of_sites(changes: PublicChanges, site: SiteChanges, every: bool) -> list[DiffSection]:
    """All that is told of two sites."""
    if site.empty:
        return [("公开内容没有变化 · Nothing changes for the public", [NOTHING])]
    figures = changes.figures
    changed = [one for one in figures if one.before and one.after]
    return [
        ("涉及范围 · How much changes", [how_much(site)]),
        counted_section("数据改动 · Figures changed", figure_table(changed), len(changed)),
        figures_section("数据新增 · Figures added", [one for one in figures if not one.before]),
        figures_section("数据撤下 · Figures removed", [one for one in figures if not one.after]),
        counted_section(
            "中文改了而英文没有改 · Chinese changed, English not",
            [f"- {inert(one.where)}: {inert(one.chinese)}" for one in changes.left],
        ),
        counted_section("新增页面 · Pages that appear", page_lines(site.pages_added, site)),
        counted_section("消失的页面 · Pages that go", page_lines(site.pages_gone, site)),
        *text_sections(site, every),
        counted_section(
            "下载和其他文件 · Downloads and other files", file_lines(site.files, site.seen, every), len(site.files)
        ),
        (
            "文字不变，标记或图形有变 · The same words, marked up or drawn in another way",
            [
                f"- {inert(one.old[:200]) or '…'} → {inert(one.new[:200]) or '…'}{on_pages(one.pages, every)}"
                for one in site.markup
            ],
        ),
    ]


NOTHING = "两个网站的网页、下载文件和网址完全相同。 The pages, downloads and addresses of both sites are the same."


def how_much(site: SiteChanges) -> str:
    """How much differs, in numbers."""
    pages = {page for one in site.seen for page in one.pages} - set(site.pages_added)
    return (
        f"网页新增 {len(site.pages_added)}、消失 {len(site.pages_gone)}、文字有变 {len(pages)}；"
        f"文字 {len(site.seen)} 处（另有繁體相同的 {len(site.derived)} 处）；其他文件 {len(site.files)} 个。 "
        f"Pages: {len(site.pages_added)} new, {len(site.pages_gone)} gone, {len(pages)} with other texts; "
        f"texts: {len(site.seen)} (and the same in Traditional: {len(site.derived)}); other files: {len(site.files)}."
    )


def counted_section(title: str, lines: list[str], count: int | None = None) -> DiffSection:
    """A section whose title says how many entries it has."""
    return f"{title} ({len(lines) if count is None else count})", lines


def figures_section(title: str, figures: list[FigureChange]) -> DiffSection:
    """A section of figures."""
    return counted_section(title, figure_table(figures), len(figures))


def page_lines(pages: tuple[str, ...], site: SiteChanges) -> list[str]:
    """Pages by address and name."""
    return [f"- /{inert(page)} {inert(site.titles.get(page, ''))}" for page in pages]


def figure_table(figures: list[FigureChange]) -> list[str]:
    """A table of figures, old and new, with the page and the quote; nothing where there are none."""
    if not figures:
        return []
    rows = []
    for figure in figures:
        shown = figure.shown
        label = "<br>".join(inert(shown.get(one, "")) for one in ("label_zh", "label_en"))
        old, new = map(inert, figure.amounts)
        more = [f"<br>{inert(name)}: {inert(was) or '—'} → {inert(now) or '—'}" for name, was, now in figure.cells]
        said = f"{inert(shown.get('quote', ''))} ({inert(shown.get('sentence', ''))})"
        url = shown.get("url", "")
        page = inert(url if "://" in url else f"/{url}")
        rows.append(f"| {label} | {old} → {new}{''.join(more)} | {page} | {said} |")
    return [
        "| 数据 · Figure | 原来 → 现在 · old → new | 页面 · Page | 出处 · Source |",
        "| --- | --- | --- | --- |",
        *rows,
    ]


def what_is_wrong(data: DataChanges) -> list[str]:
    """What must not be published so."""
    lines: list[str] = []
    if data.without_erratum:
        lines += [
            "### ❌ 缺少更正说明 · Errata missing",
            "",
            "改动或撤下已公布的数据，须在 data/errata/ 中新增一条更正，写明原来的数、现在的数、原因和日期。",
            "A published figure that changes or goes needs a new file in data/errata/: "
            "what stood, what stands, why, when.",
            "",
            *(
                f"- `{one.figure}`: {inert('、'.join(told.written for told in one.stood))} → "
                f"{inert(one.now.written if one.now else '—')}"
                for one in data.without_erratum
            ),
            "",
        ]
    if data.ledger_lost:
        lines += [
            "### ❌ 公布台账少了内容 · The ledger has lost entries",
            "",
            "公布台账只增不减；移动或撤下的，写在 data/retired/。",
            "Nothing leaves the ledger; what has moved or was withdrawn goes into data/retired/.",
            "",
            *(f"- {inert(one)}" for one in data.ledger_lost),
            "",
        ]
    return lines


def told_of_base(changes: PublicChanges) -> list[str]:
    """How the earlier site was built where that matters; and that its data does not meet the rules of today, if so."""
    lines: list[str] = []
    if changes.note:
        lines += [f"⚠️ {inert_lines(changes.note.zh)}", f"{inert_lines(changes.note.en)}", ""]
    if changes.site is None:
        lines += [
            f"现在的网站有 {changes.pages} 个网页，公开内容有没有变化，这里得不出来。",
            f"The new site has {changes.pages} pages; what changes for the public cannot be told here.",
            "",
        ]
    count = changes.data.problems_before
    if not count:
        return lines
    base = inert(changes.base)
    lines += [
        f"⚠️ {base} 的数据不符合现行规则（{count} 处）。",
        f"The data of {base} does not meet the rules of today ({count} problems).",
        "",
    ]
    unread = [f"- {inert(one)}" for one in changes.data.unread_before]
    return [*lines, f"### {UNREAD}", "", *unread, ""] if unread else lines


UNREAD = "原来的内容读不出的文件，没有核对更正 · Files that cannot be read as they stood, for which no errata are asked"


def inert_lines(text: str) -> str:
    """Text of several lines in which nothing acts as markup."""
    return "\n".join(inert(line) for line in text.splitlines())


def shortened(lines: list[str], most: int, base: str) -> str:
    """The lines as a text, of a long one the beginning, with how much is left out and how to see it."""
    text = "\n".join(lines)
    if not most or len(text) <= most:
        return text
    kept, length = 0, 0
    while length + len(lines[kept]) + 1 <= most - CUT_NOTE:
        length += len(lines[kept]) + 1
        kept += 1
    left = sum(1 for line in lines[kept:] if line)
    return "\n".join(
        [
            *lines[:kept],
            "",
            f"### ✂️ 以下 {left} 行从略 · {left} lines are left out",
            "",
            f"全部内容见附件 public-diff-whole.md，或运行 make diff BASE={inert(base)}。",
            f"For all of it see public-diff-whole.md among the artifacts, or run make diff BASE={inert(base)}.",
        ]
    )
