"""Records in data/retired/: each retires an address that was published and is gone, and says where it went or why."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from macros.problems import Problem, Subject
from macros.records.collection import Collection
from macros.records.kinds import RETIRED, Entry
from macros.records.retired import TOLD_IN, Retired
from macros.rules.vanished_from_data import figure_places, places_retired, record_there
from macros.rules.vanished_from_site import language_and_address
from macros.text.languages import Bilingual


def retired_once(collection: Collection) -> Iterator[Problem]:
    """An address is retired by one record, once."""
    seen: dict[str, str] = {}
    for entry in collection.of(RETIRED).values():
        for index, place in enumerate(entry.record.addresses):
            if place in seen:
                yield entry.problem(
                    ("addresses", index),
                    Bilingual(
                        f"{place} 在 {seen[place]} 中已经停用。", f"{place} is retired in {seen[place]} already."
                    ),
                    Bilingual("删去其中一处。", "Delete one of the two."),
                )
            seen.setdefault(place, entry.reading.path)


def retired_was_published(collection: Collection) -> Iterator[Problem]:
    """Only what was published can be retired; anything else is a slip of the pen."""
    published = collection.ledger.addresses.items()
    known = {language_and_address(one, collection.languages)[1]: anchors for one, anchors in published}
    every = sorted({*known, *(f"{one}#{anchor}" for one, anchors in known.items() for anchor in anchors)})
    for entry, index, place in each_retired(collection):
        if place in known or place in every:
            continue
        near = difflib.get_close_matches(place, every, n=1, cutoff=0.6)
        empty = () if every else (Subject("ledger"),)
        yield entry.problem(
            ("addresses", index),
            Bilingual(f"{place} 从未公布过。", f"{place} was never published."),
            Bilingual(
                (f"是不是想写“{near[0]}”？" if near else "") + "不写语言部分（如 /en）；没有公布过的网址不需要停用。",
                (f'Did you mean "{near[0]}"? ' if near else "")
                + "Leave out the language (such as /en); what was never published need not be retired.",
            ),
            about=empty,
            follows=empty,
        )


def retired_is_gone(collection: Collection) -> Iterator[Problem]:
    """A record that is still there has not been retired."""
    figures = figure_places(collection) if collection.of(RETIRED) else {}
    for entry, index, place in each_retired(collection):
        page, _, anchor = place.removeprefix("/").partition("#")
        there = record_there(collection, f"/{page}") and not anchor
        if there or (anchor and anchor in figures.get(page, ())):
            yield entry.problem(
                ("addresses", index),
                Bilingual(f"{place} 还在网站上，没有停用。", f"{place} is still on the site."),
                Bilingual("删去这一行，或撤下原来的内容。", "Delete this line, or take down what stands there."),
            )


def withdrawn_says_why(collection: Collection) -> Iterator[Problem]:
    """What was withdrawn and not moved says why; a file that cannot hold the reason can only move."""
    for entry in collection.of(RETIRED).values():
        record: Retired = entry.record
        if record.moved_to is None and record.why is None:
            yield entry.problem(
                (),
                Bilingual(
                    "没有写移到哪里，也没有写为什么撤下。", "It says neither where this went nor why it was withdrawn."
                ),
                Bilingual("写 moved_to 或者 why。", "Fill in moved_to or why."),
            )
        for index, place in enumerate(record.addresses):
            if "#" in place or place.endswith("/"):
                continue
            if record.moved_to is None and not place.endswith(TOLD_IN):
                yield entry.problem(
                    ("addresses", index),
                    Bilingual("这种文件里写不下撤下的原因。", "A file of this kind cannot say why it was withdrawn."),
                    Bilingual(
                        f"用 moved_to 写明改用哪个文件；可撤下的只有 {'、'.join(TOLD_IN)}。",
                        f"Name the file that takes its place in moved_to; only {', '.join(TOLD_IN)} can be withdrawn.",
                    ),
                )


def retired_leads_on(collection: Collection) -> Iterator[Problem]:
    """An address leads to one that is not retired itself, a page to a page and a file to a file of its kind."""
    retired = set(places_retired(collection))
    for entry in collection.of(RETIRED).values():
        to: str | None = entry.record.moved_to
        if to is None:
            continue
        ends = {ending(address) for address in entry.record.addresses}
        if to in retired or to.partition("#")[0] in retired:
            yield entry.problem(
                ("moved_to",),
                Bilingual(f"{to} 也已停用。", f"{to} is retired itself."),
                Bilingual("写内容现在的网址。", "Write where the content is now."),
            )
        elif ends != {ending(to)}:
            yield entry.problem(
                ("moved_to",),
                Bilingual(
                    "网页只能移到网页，文件只能移到同类文件。", "Pages lead to pages, files to files of their kind."
                ),
                Bilingual(
                    "分成几条停用网址，分别写 moved_to。", "Write a record for each, with a moved_to of its own."
                ),
            )


def ending(place: str) -> str:
    """What kind of thing an address is: the ending of a file, nothing for a page or a place on it."""
    page = place.partition("#")[0]
    return "" if page.endswith("/") else page.rpartition(".")[2]


def each_retired(collection: Collection) -> Iterator[tuple[Entry, int, str]]:
    """Every retired address with its record and its place in it."""
    for entry in collection.of(RETIRED).values():
        for index, place in enumerate(entry.record.addresses):
            yield entry, index, place


RULES = (
    retired_once,
    retired_was_published,
    retired_is_gone,
    withdrawn_says_why,
    retired_leads_on,
)
