"""How changes of texts are told: each once, grouped by the record that shows it, the words that differ marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from macros.records.addresses import record_at
from macros.staff.aligned import word_changes
from macros.staff.site_diff import SeenChange, SiteChanges, TextChange
from macros.text.languages import CHINESE, ENGLISH, Bilingual, language_of

KINDS = {
    "action": Bilingual("表单提交到", "form sent to"),
    "alt": Bilingual("替代文字", "alternative text"),
    "aria-label": Bilingual("朗读用的名称", "name read aloud"),
    "data-label": Bilingual("窄屏表头", "head on narrow screens"),
    "href": Bilingual("链接指向", "link to"),
    "src": Bilingual("图片", "image"),
    "id": Bilingual("页内位置", "anchor"),
    "lang": Bilingual("语言标记", "language"),
    "hreflang": Bilingual("链接的语言", "language of a link"),
    "title": Bilingual("提示文字", "tooltip"),
    "placeholder": Bilingual("输入框提示", "placeholder"),
    "value": Bilingual("表单中的值", "value in a form"),
    "meta": Bilingual("页面信息", "page information"),
    "json-ld": Bilingual("结构化数据", "structured data"),
}
"""What statements that are no text are called; others by the name of their attribute."""
TOGETHER_FROM = 5
"""Texts in which the same words change that are told together, with a few of them as examples."""
EXAMPLES = 3
PAGES_NAMED = 5
"""Pages that are named of those that show the same change."""
MARKS = ("⟦", "⟧")
"""Stand around the words that differ."""


def inert(text: str) -> str:
    """Text in which nothing acts as markup, and nothing stays unseen: an invisible character is named."""
    seen = "".join(char if char.isprintable() or char == "\u3000" else f"⟨U+{ord(char):04X}⟩" for char in text)
    return "".join(f"&#{ord(char)};" if char in "\\`*_{}[]()<>#+!|@&~$" else char for char in seen)


def words_changed(change: TextChange) -> tuple[tuple[str, str], ...]:
    """The words that differ, each pair as they were and are."""
    parts = word_changes(change.old or "", change.new or "")
    return tuple(dict.fromkeys((was, now) for _, was, now in parts if was or now))


def with_marks(old: str, new: str) -> tuple[str, str]:
    """Two states of a text with the words that differ marked."""
    sides = ["", ""]
    for both, was, now in word_changes(old, new):
        for at, text in enumerate((was, now)):
            sides[at] += inert(both) + (f"{MARKS[0]}{inert(text)}{MARKS[1]}" if text else "")
    return sides[0], sides[1]


def change_lines(one: SeenChange, pages: str) -> list[str]:
    """One change: what stood, what stands; where, and on which pages."""
    change = one.change
    kind = KINDS.get(change.kind, Bilingual(change.kind, change.kind))
    said = "" if change.kind == "text" else f"〔{inert(kind.zh)} {inert(kind.en)}〕"
    where = f"（{inert(one.where)}）" if one.where and one.where not in (change.old, change.new) else ""
    if change.old is None or change.new is None:
        sign, text = ("−", change.old) if change.new is None else ("＋", change.new)
        return [f"- {sign} {said}{inert(text or '')}{where}{pages}"]
    old, new = with_marks(change.old, change.new)
    return [f"- − {said}{old}{where}{pages}", f"- ＋ {said}{new}"]


def moved_lines(ones: list[SeenChange], every: bool, own: str | None) -> list[str]:
    """Texts that only stand elsewhere on their page now, of many the first."""
    words = [one for one in ones if one.change.kind == "text"] or ones
    texts = list(dict.fromkeys(inert(one.change.new or "") for one in words))
    named = texts if every else texts[:EXAMPLES]
    pages = on_pages(dict.fromkeys(page for one in ones for page in one.pages), every, own)
    more = " …" if len(named) < len(texts) else ""
    return [f"- 移动 moved ({len(ones)}): {'；'.join(named)}{more}{pages}"] if ones else []


def on_pages(pages: Iterable[str], every: bool, own: str | None = None) -> str:
    """On which pages something stands, ``own`` understood; of many the first."""
    others = [f"/{inert(page)}" for page in pages if page != own]
    if not others:
        return ""
    named = others if every else others[:PAGES_NAMED]
    more = " …" if len(named) < len(others) else ""
    also = "另见 also on" if own is not None else "见 on"
    return f" [{also} {len(others)} 页 page{'s' if len(others) > 1 else ''}: {', '.join(named)}{more}]"


def text_sections(site: SiteChanges, every: bool) -> list[tuple[str, list[str]]]:
    """Titles and lines of all changes of texts: those of each record, of other pages, of several pages, of words."""
    shown, follow = apart_from_repeats(site.seen)
    shown.sort(key=lambda one: site.languages.index(one.change.language))
    by_words: dict[object, list[SeenChange]] = defaultdict(list)
    for one in shown:
        if one.change.old is not None and one.change.new is not None and not one.change.moved:
            by_words[(one.change.language, words_changed(one.change))].append(one)
    together = {words: ones for words, ones in by_words.items() if len(ones) >= TOGETHER_FROM}
    taken = {one.change for ones in together.values() for one in ones}
    groups: dict[str, list[SeenChange]] = defaultdict(list)
    for one in shown:
        if one.change not in taken:
            groups[owner(one, site)].append(one)
    sections = [
        (title_of(address, site), group_lines(ones, address, site, every))
        for address, ones in sorted(groups.items(), key=lambda item: (item[0] == SEVERAL_PAGES, item[0]))
    ]
    if together:
        lines = [line for ones in together.values() for line in word_lines(ones, site, every)]
        sections.insert(0, ("多处相同的改动 · The same words changed in many texts", lines))
    if follow:
        line = f"- {follow} 处与上面的文字相同 {follow} that repeat the texts above"
        sections.append(
            ("页面信息、结构化数据随之改变 · Page information and structured data change with them", [line])
        )
    return sections


SEVERAL_PAGES = "several"
"""Stands for the pages of several records, where a change is on them."""


def owner(one: SeenChange, site: SiteChanges) -> str:
    """The page, without language, that a change is told under: of the only record that shows it, or the only page.

    A work area shows what the records of sections say that belong to it; of these two it is the other's.
    """
    plain = dict.fromkeys(page.removeprefix(language_of(page, site.languages).prefix) for page in one.pages)
    records = {found: page for page in reversed(plain) if (found := record_at(page, site.sections))}
    records = {found: page for found, page in records.items() if found[0].section} or records
    if len(records) == 1:
        return next(iter(records.values()), SEVERAL_PAGES)
    return next(iter(plain), SEVERAL_PAGES) if len(plain) == 1 else SEVERAL_PAGES


def title_of(address: str, site: SiteChanges) -> str:
    """What a page is called in both languages, and its address."""
    if address == SEVERAL_PAGES:
        return "几个页面上的文字 · Texts on several pages"
    names = [site.titles.get(language.prefix + address) for language in (CHINESE, ENGLISH)]
    found = record_at(address, site.sections)
    kind = f"{found[0].zh} {found[0].en}: " if found else ""
    return f"{kind}{' · '.join(inert(name) for name in names if name)} (/{inert(address)})"


def group_lines(ones: list[SeenChange], address: str, site: SiteChanges, every: bool) -> list[str]:
    """The changes of one group, language by language."""
    lines: list[str] = []
    for language in site.languages:
        mine = [one for one in ones if one.change.language == language]
        if not mine:
            continue
        lines += [f"**{language.name}**{in_traditional_too(mine, site)}", ""]
        own = language.prefix + address if address != SEVERAL_PAGES else None
        changed = [one for one in mine if not one.change.moved]
        lines += [line for one in changed for line in change_lines(one, on_pages(one.pages, every, own))]
        lines += moved_lines([one for one in mine if one.change.moved], every, own)
        lines.append("")
    return lines


def in_traditional_too(ones: list[SeenChange], site: SiteChanges) -> str:
    """How many of some changes the Traditional edition has as well, in its script."""
    count = sum(one.change in site.derived for one in ones)
    if count == len(ones):
        return " （繁體相同 the same in Traditional）"
    return f" （其中 {count} 处繁體相同 {count} of these are the same in Traditional）" if count else ""


def word_lines(ones: list[SeenChange], site: SiteChanges, every: bool) -> list[str]:
    """The same words changed in many texts: the words, how many texts on how many pages, and some of the texts."""
    change = ones[0].change
    words = ", ".join(
        f"{MARKS[0]}{inert(was)}{MARKS[1]} → {MARKS[0]}{inert(now)}{MARKS[1]}" for was, now in words_changed(change)
    )
    pages = list(dict.fromkeys(page for one in ones for page in one.pages))
    where = f"{on_pages(pages, every)}{in_traditional_too(ones, site)}"
    lines = [f"**{change.language.name}**: {words}; {len(ones)} 处 texts{where}", ""]
    for one in ones if every else ones[:EXAMPLES]:
        lines += change_lines(one, on_pages(one.pages, every) if every else "")
    return [*lines, *([] if every or len(ones) <= EXAMPLES else ["- …"]), ""]


def apart_from_repeats(seen: Iterable[SeenChange]) -> tuple[list[SeenChange], int]:
    """Leaves out what only repeats a text that changed as well, such as a title in structured data; and how many."""
    all_seen = list(seen)
    texts = {(one.change.language, one.change.old, one.change.new) for one in all_seen if one.change.kind == "text"}

    def repeats(one: SeenChange) -> bool:
        sides = [text.partition(": ")[2] if text else text for text in (one.change.old, one.change.new)]
        named = one.change.kind in ("meta", "json-ld")
        sides = sides if named else [one.change.old, one.change.new]
        return one.change.kind in REPEATING and (one.change.language, *sides) in texts

    shown = [one for one in all_seen if not repeats(one)]
    return shown, len(all_seen) - len(shown)


REPEATING = ("meta", "json-ld", "aria-label", "data-label", "title", "alt")
"""Kinds of statements that often repeat a text of the page."""
