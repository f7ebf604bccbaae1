"""How two built sites differ for the public: every page in every language, and every other file.

The comparison is complete by construction. Every file whose content is not the same in both sites (built_site.py
says what is ignored) leads to an entry: a page to the statements that differ, or to its markup where it says the same;
any other file to its rows or lines, or to its name. So ``SiteChanges.empty`` holds if and only if no file differs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from macros.records.kinds import Kind
from macros.staff.aligned import alike, differing
from macros.staff.built_site import PublishedSite, address_of, is_page_file
from macros.staff.file_changes import FileChange, file_change
from macros.staff.site_statements import PageRead, PageStatement
from macros.text.han_scripts import folded
from macros.text.languages import CHINESE, ENGLISH, LANGUAGES, TRADITIONAL, Language, language_of

MOVED_FROM = 20
"""Characters of a text that is told as moved; a shorter one, like a number, says something by where it is, unless it
moves with what it is said of (``anchored``)."""
MOST_PAIRED = 40
"""Statements of one stretch that are held against each other to find which became which."""
PAGES_WITH_SHELL = 3
"""Pages whose common statements count as what stands on every page."""


StatementChange = tuple[PageStatement | None, PageStatement | None]
"""A statement as it was and as it is; None where it was not, or is not."""


@dataclass(frozen=True)
class TextChange:
    """A statement that was there and is not, or is there and was not, or became another; the same on any page."""

    language: Language
    kind: str
    old: str | None
    new: str | None

    @property
    def moved(self) -> bool:
        """Whether the statement only stands elsewhere on its page."""
        return self.old == self.new


@dataclass(frozen=True)
class SeenChange:
    """A change and all the pages that show it, by their addresses, in order; ``where`` is where on the first."""

    change: TextChange
    pages: tuple[str, ...]
    where: str


@dataclass(frozen=True)
class MarkupChange:
    """Pages that say what they said and are marked up or drawn in another way, with an example of what differs."""

    old: str
    new: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class SiteChanges:
    """All that differs between two sites."""

    pages_added: tuple[str, ...]
    pages_gone: tuple[str, ...]
    seen: tuple[SeenChange, ...]
    derived: frozenset[TextChange]
    """Changes of the Chinese edition that the Traditional one has in its script, where they are not told again."""
    markup: tuple[MarkupChange, ...]
    files: tuple[FileChange, ...]
    titles: dict[str, str]
    """What the pages that differ are called, by address."""
    languages: tuple[Language, ...] = LANGUAGES
    """Those of either site."""
    sections: tuple[Kind, ...] = ()
    """The kinds of record that the bureau's sections of either site declare."""

    @property
    def empty(self) -> bool:
        """Whether nothing that is public differs."""
        return not (self.pages_added or self.pages_gone or self.seen or self.markup or self.files)


@dataclass
class FoundSoFar:
    """What is found page by page."""

    languages: tuple[Language, ...]

    added: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    texts: dict[TextChange, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    markup: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    titles: dict[str, str] = field(default_factory=dict)
    shells: dict[Language, frozenset[PageStatement]] = field(default_factory=dict)
    """What stands on every page of a language."""


def site_changes(old: PublishedSite, new: PublishedSite) -> SiteChanges:
    """Compares two sites, file by file."""
    names = sorted(name for name in old.files.keys() | new.files.keys() if old.differs(name, new))
    languages = (*LANGUAGES, *dict.fromkeys((*old.languages, *new.languages)))
    found = FoundSoFar(languages)
    for name in names:
        if is_page_file(name):
            compare_page(name, old, new, found)
    found.titles |= titles(dict.fromkeys(found.titles), new, languages)
    seen = [
        SeenChange(change, tuple(places), next(iter(places.values()), "")) for change, places in found.texts.items()
    ]
    told, derived = without_derived(seen)
    return SiteChanges(
        pages_added=tuple(found.added),
        pages_gone=tuple(found.gone),
        seen=tuple(told),
        derived=frozenset(derived),
        markup=tuple(MarkupChange(*sample, tuple(pages)) for sample, pages in found.markup.items()),
        files=tuple(file_change(name, old, new) for name in names if not is_page_file(name)),
        titles=found.titles,
        languages=languages,
    )


def compare_page(name: str, old: PublishedSite, new: PublishedSite, found: FoundSoFar) -> None:
    """Adds to what is found how one page differs. Of a new page all that not every page says is new."""
    address, language = address_of(name), language_of(name, found.languages)
    was, now = old.page(name), new.page(name)
    found.titles[address] = now.heading or now.title or was.heading or was.title
    if name not in new.files:
        found.gone.append(address)
        return
    if name not in old.files:
        found.added.append(address)
        if language not in found.shells:
            found.shells[language] = shell_of(old, language, found.languages)
        shell = found.shells[language]
        changes: list[StatementChange] = [(None, one) for one in now.statements if one not in shell]
    else:
        changes = list(statement_changes(was.statements, now.statements))
        if sample := markup_change(was, now, bool(changes)):
            found.markup[sample].append(address)
    for before, after in changes:
        shown = after or before or PageStatement("text", "")
        texts = (before.text if before else None, after.text if after else None)
        found.texts[TextChange(language, shown.kind, *texts)].setdefault(address, shown.where)


def titles(addresses: Iterable[str], site: PublishedSite, languages: Sequence[Language]) -> dict[str, str]:
    """What the pages at some addresses are called in each language, where there are such pages."""
    plain = {one.removeprefix(language_of(one, languages).prefix) for one in addresses}
    names = {address_of(name): name for name in site.files if is_page_file(name)}
    wanted = [language.prefix + one for one in sorted(plain) for language in (CHINESE, ENGLISH)]
    pages = {one: site.page(names[one]) for one in wanted if one in names}
    return {one: page.heading or page.title for one, page in pages.items()}


def shell_of(site: PublishedSite, language: Language, languages: Sequence[Language]) -> frozenset[PageStatement]:
    """What stands on every page of a language: header, menu, footer."""
    in_it = (name for name in site.files if is_page_file(name) and language_of(name, languages) == language)
    names = list(islice(in_it, PAGES_WITH_SHELL))
    pages = [frozenset(site.page(name).statements) for name in names]
    return frozenset.intersection(*pages) if pages else frozenset()


def statement_changes(old: Sequence[PageStatement], new: Sequence[PageStatement]) -> Iterator[StatementChange]:
    """The statements that differ, each with what it was; twice the same for one that only stands elsewhere now."""
    stretches = [
        (old[a:b][e:f], new[c:d][g:h])
        for a, b, c, d in differing([*map(placed, old)], [*map(placed, new)])
        for e, f, g, h in differing(old[a:b], new[c:d])  # Below a heading that changed, each has another place.
    ]
    lost, gained = (Counter(placed(one) for side in stretches for one in side[at]) for at in (0, 1))
    both = lost & gained
    free = {placed(one) for _, after in stretches for one in after if one.anchored or len(one.text) >= MOVED_FROM}
    moved = Counter({one: count for one, count in both.items() if one in free})
    left = moved.copy(), moved.copy()
    for stretch in stretches:
        before, _ = apart(stretch[0], left[0])
        after, stood = apart(stretch[1], left[1])
        yield from zip(stood, stood, strict=True)
        yield from paired(before, after)


def placed(one: PageStatement) -> tuple[str, str, str]:
    """A statement with where it stands: under another heading the same words say something else."""
    return (one.kind, one.text, one.where)


def apart(
    statements: Sequence[PageStatement], moved: Counter[tuple[str, str, str]]
) -> tuple[list[PageStatement], list[PageStatement]]:
    """Statements that changed, and those that only moved, of which ``moved`` still holds so many."""
    changed: list[PageStatement] = []
    stood: list[PageStatement] = []
    for one in statements:
        key = placed(one)
        (stood if moved[key] > 0 else changed).append(one)
        moved[key] -= 1
    return changed, stood


def paired(old: Sequence[PageStatement], new: Sequence[PageStatement]) -> Iterator[StatementChange]:
    """The statements of one stretch, old and new, in order; those of one kind that are alike together."""
    if [one.kind for one in old] == [one.kind for one in new]:
        yield from zip(old, new, strict=True)
        return
    near = len(old) <= MOST_PAIRED and len(new) <= MOST_PAIRED
    at = 0
    for before in old:
        ahead = range(at, len(new)) if near else ()
        match = next((i for i in ahead if new[i].kind == before.kind and alike(before.text, new[i].text)), None)
        if match is None:
            yield before, None
            continue
        yield from ((None, one) for one in new[at:match])
        yield before, new[match]
        at = match + 1
    yield from ((None, one) for one in new[at:])


def markup_change(was: PageRead, now: PageRead, said: bool) -> tuple[str, str] | None:
    """The first difference in the markup of two states of a page, as of the length of a bar.

    Nothing where statements come, go or move, each with its own markup; and nothing where all is the same but what
    means nothing.
    """
    if was.markup != now.markup:
        if said and (len(was.markup) != len(now.markup) or Counter(was.markup) == Counter(now.markup)):
            return None
        for first, last, begin, end in differing(was.markup, now.markup):
            return "".join(was.markup[first:last]), "".join(now.markup[begin:end])
    return ("", "") if not said and was.whole != now.whole else None


def without_derived(seen: Iterable[SeenChange]) -> tuple[list[SeenChange], list[TextChange]]:
    """Leaves out changes of the Traditional edition that are the same words as a Chinese change, on the same pages.

    Also returns the Chinese changes that they repeat.
    """
    all_seen = list(seen)
    chinese = {same(one): one for one in all_seen if one.change.language is CHINESE}
    told: list[SeenChange] = []
    derived: list[TextChange] = []
    for one in all_seen:
        if one.change.language is TRADITIONAL and (source := chinese.get(same(one))):
            derived.append(source.change)
        else:
            told.append(one)
    return told, derived


def same(one: SeenChange) -> tuple[object, ...]:
    """What a change has in common with the same one in the other Chinese script."""
    texts = (one.change.old, one.change.new)
    prefix = TRADITIONAL.prefix
    words = tuple(folded(text).replace(f"/{prefix}", "/") if text is not None else None for text in texts)
    return (one.change.kind, words, tuple(page.removeprefix(prefix) for page in one.pages))
