"""Published documents: the text received stays, and what is printed of it changes by errata that say how.

The ledger knows checksums alone. What stood is worked out of what stands: errata are undone, the newest first, and the
sentences that result must be those that were published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from macros.problems import Problem
from macros.records.addresses import DATA_PAGE, SOURCES_INDEX
from macros.records.collection import Collection
from macros.records.document import Edition
from macros.records.kinds import DOCUMENTS, ERRATA, RETIRED, Entry
from macros.records.ledger_lines import edition_told
from macros.rules.vanished_from_site import RETIRED_FOLDER
from macros.text.languages import Bilingual

MOST_PLACES = 50
"""Places of an erratum's words that are tried one by one; where there are more, they are replaced in all alone."""
MOST_STATES = 200
"""Ways in which a text may have stood before some errata that are kept in mind; each more makes fifty of the next."""


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
    """The document that was published under an id, under the id to which it has moved; None where it is gone.

    It has moved where its page or its file of open data leads to those of another document.
    """
    documents = collection.of(DOCUMENTS)
    if ident in documents:
        return documents[ident]
    for begins, ends in ((f"/{DATA_PAGE}records/{DOCUMENTS.place}/", ".json"), (f"/{SOURCES_INDEX}", "/")):
        for one in collection.of(RETIRED).values():
            to = one.record.moved_to or ""
            if f"{begins}{ident}{ends}" in one.record.addresses and to.startswith(begins):
                return documents.get(to.removeprefix(begins).removesuffix(ends))
    return None


def editions_stay(collection: Collection) -> Iterator[Problem]:
    """The sentences of a published document, their words and ids, change only by errata that say what stood and stands.

    Undone one by one, the newest first, its errata lead from what is printed now back to every edition that was
    published; those that are new lead to one of them, and each undoes something.
    """
    for ident, published in sorted(collection.ledger.editions.items()):
        entry = document_now(collection, ident)
        if entry is None or not isinstance(entry.record, Edition):
            continue
        errata = document_errata(collection, {ident, entry.id})
        ids = [one.id for one in entry.record.sentences()]
        states = {checksum(ids, texts): texts for texts in [tuple(one.zh for one in entry.record.sentences())]}
        reached = latest = set(states)
        for erratum in errata:
            before = {checksum(ids, one): one for texts in states.values() for one in undone(texts, erratum)}
            known = {told: before[told] for told in before.keys() & published}
            states = known or before
            if len(states) > MOST_STATES:
                yield too_common(erratum)
                break
            reached = reached | set(states)
            if erratum.id not in collection.ledger.errata:
                latest = set(states)
                if not states:
                    yield nothing_to_undo(erratum)
                    break
        else:
            if not latest & published or not published <= reached:
                yield edition_changed(entry, ident)


def document_errata(collection: Collection, ids: set[str]) -> list[Entry]:
    """The errata of a document, the newest first: by day, those not published yet before those that were."""
    errata = [one for one in collection.of(ERRATA).values() if one.record.figure in ids]
    return sorted(
        errata, key=lambda one: (one.record.date, one.id not in collection.ledger.errata, one.id), reverse=True
    )


def undone(texts: Sequence[str], erratum: Entry) -> Iterator[tuple[str, ...]]:
    """The sentences as they may have been before an erratum: what stands replaced by what stood, at one place or all.

    None where what stands is not there.
    """
    stood, stands = erratum.record.stood.zh, erratum.record.stands.zh
    places = [(at, part) for at, text in enumerate(texts) for part in range(text.count(stands))]
    if places and stood != stands:
        yield tuple(text.replace(stands, stood) for text in texts)
        for at, part in places if 1 < len(places) <= MOST_PLACES else ():
            parts = texts[at].split(stands)
            before = stands.join(parts[: part + 1]) + stood + stands.join(parts[part + 1 :])
            yield (*texts[:at], before, *texts[at + 1 :])


def too_common(erratum: Entry) -> Problem:
    """An erratum whose words stand in so many places that nobody could try what stood where."""
    return erratum.problem(
        ("stands", "zh"),
        Bilingual(
            "这几个字在文件里太多，无法核对原来刊印的文字。", "These words stand in too many places to be checked."
        ),
        Bilingual("stood 和 stands 多摘录几个字。", "Quote more words in stood and stands."),
    )


def checksum(ids: Sequence[str], texts: Sequence[str]) -> str:
    """The checksum of a state of a document, as the ledger has it."""
    return edition_told("", zip(ids, texts, strict=True)).sha256


def nothing_to_undo(erratum: Entry) -> Problem:
    """An erratum of a document that does not print what is said to stand."""
    return erratum.problem(
        ("stands", "zh"),
        Bilingual("文件现在刊印的文字里没有这几个字。", "The document does not print these words."),
        Bilingual(
            "stood 照抄原来刊印的字，stands 照抄现在刊印的字，一字不差；没有改动的，删去这条更正。",
            "Copy into stood what was printed and into stands what is printed now, to the letter; if nothing changed, "
            "delete this erratum.",
        ),
    )


def edition_changed(entry: Entry, ident: str) -> Problem:
    """A document whose sentences are not those that were published, and no errata account for that."""
    return entry.problem(
        ("emendations",),
        Bilingual(
            "已经公布的文件，刊印的句子或其编号变了，更正没有逐字写明。",
            "The document has been published; its printed sentences or their ids have changed, and no erratum says "
            "to the letter how.",
        ),
        Bilingual(
            "恢复公布时的校改（emendations）、标记（marks）和略去的行（omitted）；确需改动文字的，每处在 "
            f"data/{ERRATA.place}/ 新增一条更正：figure 写 {ident}，stood 照抄原来刊印的字，stands 照抄现在刊印的字。"
            "句子编号不能改。",
            "Restore emendations, marks and omitted as they were; if words must change, add a file to "
            f"data/{ERRATA.place}/ for each with figure: {ident}, the words that were printed in stood and those that "
            "are printed now in stands. Ids of sentences stay.",
        ),
        follows=(entry.subject("verbatim"),),
    )


RULES = (texts_stay, editions_stay)
