"""The example that came with the software is nobody's public information."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.kinds import DOCUMENTS
from macros.records.shipped_example import EXAMPLE, EXAMPLE_ID, is_published, shipped_example
from macros.text.languages import Bilingual


def no_example_beside_documents(collection: Collection) -> Iterator[Problem]:
    """The example of a new bureau, unchanged, does not stand beside a document of its own, or its figure would too."""
    entry, documents = collection.of(DOCUMENTS).get(EXAMPLE_ID), collection.of(DOCUMENTS)
    if entry is None or len(documents) == 1 or is_published(collection.ledger.addresses):
        return
    if entry.reading.text.encode() == shipped_example()[EXAMPLE[0]]:
        folder = entry.reading.path.partition("/")[0]
        files = [f"{folder}/{one}" for one in EXAMPLE]
        yield entry.problem(
            (),
            Bilingual(
                "软件附带的示例还在，会作为本机构的信息公布。",
                "The example that came with the software is still there and would be published as the bureau's.",
            ),
            Bilingual(f"删去 {'、'.join(files)}。", f"Delete {', '.join(files)}."),
        )


RULES_OF_ALL_DOCUMENTS = (no_example_beside_documents,)
