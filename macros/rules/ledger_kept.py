"""The ledger itself: every line can be read, and none that was ever in it is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.problems import Place, Problem
from macros.records.collection import Collection
from macros.records.ledger import Ledger
from macros.rules.vanished_from_site import RETIRED_FOLDER
from macros.text.languages import Bilingual

MOST_ENTRIES = 3
"""Entries that a message names of those that the ledger has lost."""


def ledger_can_be_read(collection: Collection) -> Iterator[Problem]:
    """Every line of the ledger says something, so that nothing is forgotten after a merge that went wrong."""
    for number in collection.ledger.unread:
        yield Problem(
            Place(collection.ledger.path, number),
            Bilingual("公布台账的这一行读不懂。", "This line of the ledger says nothing that can be read."),
            Bilingual(
                "删去合并留下的记号；公布台账由 make ledger 添加，不要手工改动。",
                "Delete what a merge left behind; make ledger adds to the ledger, nobody writes in it.",
            ),
        )


def ledger_only_grows(collection: Collection, earlier: Iterable[tuple[str, Ledger]]) -> Iterator[Problem]:
    """Whatever the ledger once held it holds still: what was published leaves the site through retired/ alone.

    ``earlier`` are commits with what the ledger held there, or what they added to it.
    """
    held, path = entries_of(collection.ledger), collection.ledger.path
    lost: dict[str, str] = {}
    for commit, ledger in earlier:
        for one in sorted(entries_of(ledger) - held):
            lost.setdefault(one, commit)
    if lost:
        commit, *_ = lost.values()
        shown = sorted(lost)[:MOST_ENTRIES]
        yield Problem(
            Place(path),
            Bilingual(
                f"公布台账里少了 {len(lost)} 项，例如：{'；'.join(shown)}。公布过的只增不减。",
                f"The ledger lacks {len(lost)} of the entries that it had: {'; '.join(shown)}. Nothing leaves it.",
            ),
            Bilingual(
                f"补回这些行；它们在提交 {commit} 的这个文件里（git show {commit}:./{path}）。"
                f"已经移动或撤下的网址写在 {RETIRED_FOLDER}，不从台账里删。",
                f"Put these lines back; they are in this file at commit {commit} (git show {commit}:./{path}). An "
                f"address that has moved or was withdrawn goes into {RETIRED_FOLDER} and stays in the ledger.",
            ),
        )


def entries_of(ledger: Ledger) -> set[str]:
    """Everything that a ledger holds, address by address, anchor by anchor and fact by fact."""
    anchors = {f"{address}#{anchor}" for address, found in ledger.addresses.items() for anchor in found}
    return {*ledger.addresses, *anchors, *ledger.facts}


RULES = (ledger_can_be_read,)
