"""Published errata: each is there and says what it said."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Place, Problem
from macros.records.collection import Collection
from macros.records.erratum import Erratum
from macros.records.kinds import ERRATA, Entry
from macros.records.ledger_lines import erratum_told
from macros.rules.vanished_from_data import places_retired
from macros.text.languages import Bilingual


def errata_stay(collection: Collection) -> Iterator[Problem]:
    """A published erratum is there and says what it said: what was wrong in one is corrected by another."""
    retired = {place.partition("#")[2] for place in places_retired(collection)}
    for ident, published in sorted(collection.ledger.errata.items()):
        entry = collection.of(ERRATA).get(ident)
        if entry and published and not told_of(entry) & published:
            yield entry.problem(
                (),
                Bilingual("这条更正与公布过的不同。", "This erratum is not the one that was published."),
                Bilingual(
                    "恢复公布过的数据编号、日期、原来的和现在的内容；更正本身有误的，另写一条日期更近的更正。",
                    "Restore the figure, the date, what stood and what stands as published; if the erratum itself was "
                    "wrong, write another one with a later date.",
                ),
            )
        elif not collection.exists(ERRATA, ident) and f"erratum-{ident}" not in retired:
            yield Problem(
                Place(collection.ledger.path),
                Bilingual(f"已经公布的更正 {ident} 不见了。", f"The erratum {ident} was published and is gone."),
                Bilingual(
                    f"恢复 data/{ERRATA.place}/{ident}.yml；更正公布以后一直保留。",
                    f"Restore data/{ERRATA.place}/{ident}.yml; errata stay once they are published.",
                ),
            )


def told_of(entry: Entry) -> set[str]:
    """The checksum of what an erratum says."""
    one: Erratum = entry.record
    return {erratum_told(entry.id, one.figure, one.date.isoformat(), one.stood.zh, one.stands.zh).sha256}


RULES = (errata_stay,)
