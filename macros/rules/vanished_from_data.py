"""When a record would vanish: its page, file, figures, text or erratum stay as published, or a record retires them.

So do the lines of the ledger. These rules know what the data alone tells. All other addresses and anchors are looked
for in the finished site (macros/rules/vanished_from_site.py); what a record that retires one must say is in
macros/rules/retirement_records.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePosixPath

from macros.problems import Place, Problem, Subject
from macros.records.addresses import (
    DATA_PAGE,
    OUTREACH_INDEX,
    SOURCES_INDEX,
    WORK_AREA_INDEX,
    figure_anchor,
    record_address,
)
from macros.records.collection import Collection
from macros.records.document import Edition
from macros.records.erratum import Erratum
from macros.records.kinds import (
    ACTIVITIES,
    ALLIANCES,
    DOCUMENTS,
    ERRATA,
    EVALUATIONS,
    PAGED,
    RETIRED,
    WORK_AREAS,
    Entry,
    Kind,
)
from macros.records.ledger import Ledger
from macros.records.ledger_lines import edition_told, erratum_told
from macros.records.shared_parts import figures_of
from macros.records.unread_files import ASTRAY
from macros.rules.moved_figures import stood_at
from macros.rules.vanished_from_site import RETIRED_FOLDER, address_lost, language_and_address
from macros.text.languages import Bilingual, Language

MOST_ENTRIES = 3
"""Entries that a message names of those that the ledger has lost."""
PAGES = {WORK_AREA_INDEX: WORK_AREAS, OUTREACH_INDEX: ACTIVITIES, SOURCES_INDEX: DOCUMENTS}
"""Below which addresses each record has a page of its own."""


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


def records_stay(collection: Collection) -> Iterator[Problem]:
    """The page, the file and the figures of every record that was published are there, or retired."""
    retired = set(places_retired(collection))
    figures = figure_places(collection)
    lost: defaultdict[str, list[Language]] = defaultdict(list)
    places: dict[str, Place] = {}
    for address, anchors in collection.ledger.addresses.items():
        language, bare = language_and_address(address)
        if record_there(collection, bare) is False:
            missing = {bare}
        elif bare.removeprefix("/") in figures:
            known = figures[bare.removeprefix("/")]
            places_lost = {
                f"{bare}#{anchor}" for anchor in anchors if anchor.startswith("figure-") and anchor not in known
            }
            missing = {one for one in places_lost if not told_as_figure(collection, one)}
        else:
            continue
        for one in sorted(missing - retired) if bare not in retired else ():
            lost[one].append(language)
            places.setdefault(one, collection.ledger.place(address))
    for one, languages in lost.items():
        ident = PurePosixPath(one.partition("#")[0]).stem
        follows = tuple(Subject(kind, ident) for kind in (ASTRAY, "record", *(kind.place for kind in PAGED)))
        yield replace(address_lost(places[one], one, languages), follows=follows)


def told_as_figure(collection: Collection, place: str) -> bool:
    """Whether the ledger knows what the figure at an address said: then its loss is told with that (errata.py)."""
    return any(stood_at(figure, place) for figure in collection.ledger.figures)


def texts_stay(collection: Collection) -> Iterator[Problem]:
    """The verbatim text of a published document is the one that was published; a file that moved took it along.

    What must be printed otherwise is an emendation; another text is another document.
    """
    for ident, published in sorted(collection.ledger.documents.items()):
        entry = document_now(collection, ident)
        text = collection.verbatim.get(entry.id) if entry else None
        if entry and text is not None and sha256(text).hexdigest() not in published:
            yield entry.problem(
                ("verbatim",),
                Bilingual("原始文本与已经公布的不同。", "The verbatim text is not the one that was published."),
                Bilingual(
                    "恢复公布过的原始文本；刊印时需要改动的写入 emendations。原始文本确须撤换的（例如含有个人信息），"
                    f"用新的编号另存一份文件，旧文件的网址在 {RETIRED_FOLDER} 停用并写明原因（why）。",
                    "Restore the text that was published; what must be printed otherwise is an emendation. If it must "
                    "be replaced (because of personal information, say), make it another document with an id of its "
                    f"own, and retire the old one's addresses in {RETIRED_FOLDER}, saying why.",
                ),
            )


def document_now(collection: Collection, ident: str) -> Entry | None:
    """The document that was published under an id, under the id to which it has moved; None where it is gone."""
    folder = f"/{DATA_PAGE}records/{DOCUMENTS.place}/"
    file = f"{folder}{ident}.json"
    moved = (one.record.moved_to for one in collection.of(RETIRED).values() if file in one.record.addresses)
    name = next((place for place in moved if place), file)
    return collection.of(DOCUMENTS).get(name.removeprefix(folder).removesuffix(".json"))


def editions_stay(collection: Collection) -> Iterator[Problem]:
    """The sentences of a published document, their words and ids, change only with an erratum that says so."""
    for ident, published in sorted(collection.ledger.editions.items()):
        entry = document_now(collection, ident)
        if entry is None or not isinstance(entry.record, Edition):
            continue
        now = edition_told(ident, ((one.id, one.zh) for one in entry.record.sentences())).sha256
        errata = sum(one.record.figure in (ident, entry.id) for one in collection.of(ERRATA).values())
        if now not in published and errata < len(published):
            yield entry.problem(
                ("emendations",),
                Bilingual(
                    "已经公布的文件，刊印的句子或其编号变了。",
                    "The document has been published, and its printed sentences or their ids have changed.",
                ),
                Bilingual(
                    "恢复公布时的校改（emendations）、标记（marks）和略去的行（omitted）；确需改动的，"
                    f"在 data/{ERRATA.place}/ 新增一条更正：figure 写 {ident}，写明原来的和现在的文字。",
                    "Restore emendations, marks and omitted as they were; if the text must change, add a file to "
                    f"data/{ERRATA.place}/ with figure: {ident}, what stood and what stands.",
                ),
                follows=(entry.subject("verbatim"),),
            )


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


def record_there(collection: Collection, address: str) -> bool | None:
    """Whether the record exists whose page or file an address is; None where it is that of no record."""
    for index, kind in PAGES.items():
        ident = address.removeprefix(f"/{index}").removesuffix("/")
        if address.startswith(f"/{index}") and ident and "/" not in ident:
            return collection.exists(kind, ident)
    if address == f"/{record_address(ALLIANCES, '')}":
        return any(place == ALLIANCES.place for place, _ in collection.named)
    for kind in (*PAGED, EVALUATIONS, DOCUMENTS):
        folder = f"/{DATA_PAGE}records/{kind.place}/"
        if address.startswith(folder):
            return collection.exists(kind, address.removeprefix(folder).removesuffix(".json"))
    return None


def figure_places(collection: Collection) -> dict[str, set[str]]:
    """The anchors of the figures on every page whose records are all valid; withdrawn figures leave theirs."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    if not collection.complete:
        return {}
    kinds: dict[str, Kind] = {}
    for kind in (*PAGED, EVALUATIONS):
        for entry in collection.of(kind).values():
            page = record_address(kind, entry.id, getattr(entry.record, "work_area", entry.id))
            found[page] |= {figure_anchor(kind, entry.id, one.id) for one in figures_of(entry.record)}
            if kind is not EVALUATIONS:
                kinds[entry.id] = kind
    for entry in collection.all():
        if isinstance(entry.record, Erratum) and entry.record.withdrawn:
            record, _, figure = entry.record.figure.partition(".")
            if record in kinds:
                found[record_address(kinds[record], record)].add(figure_anchor(kinds[record], record, figure))
    return dict(found)


def places_retired(collection: Collection) -> Iterator[str]:
    """Every address that a record retires."""
    for entry in collection.of(RETIRED).values():
        yield from entry.record.addresses


RULES = (ledger_can_be_read, records_stay, texts_stay, editions_stay, errata_stay)
