"""What a change changes for the public: how the two sites differ, and what the data lacks for it to be published.

How the sites differ is told by them alone (site_diff.py). The data is asked for the errata that changed figures need
and for what the ledger lost or gained; it is read as far as it can be: an earlier state need not meet today's rules.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from macros.records.folder import files_below
from macros.records.kinds import Kind
from macros.records.ledger_lines import figure_told
from macros.records.shipped_example import shipped_example
from macros.register.load import Loaded
from macros.rules.ledger_kept import entries_of
from macros.rules.moved_figures import Told, Whereabouts
from macros.rules.published_figures import Unexplained, unexplained
from macros.staff.built_site import PublishedSite
from macros.staff.figure_changes import FigureChange, figure_changes
from macros.staff.site_diff import SiteChanges, site_changes
from macros.staff.untranslated import Untranslated, untranslated
from macros.system.checksums import digest_of_file
from macros.text.languages import Bilingual


@dataclass(frozen=True)
class DataChanges:
    """What two data folders tell that no page does."""

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
    """Files that cannot be read as they stood before, so that no erratum is asked for what they held."""
    sections: tuple[Kind, ...] = ()
    """The kinds of record that the sections of either declare."""


@dataclass(frozen=True)
class PublicChanges:
    """Everything that a change changes for the public."""

    base: str
    """What is compared with, as it was named."""
    data: DataChanges
    site: SiteChanges | None
    """How the sites differ; None where the earlier one could not be built."""
    figures: tuple[FigureChange, ...]
    left: tuple[Untranslated, ...]
    note: Bilingual | None = None
    """What is to be said of how the earlier site was built, or why it was not."""
    pages: int = 0
    """How many pages the new site has."""


def data_changes(before: Loaded, data_before: Path, after: Loaded, data_after: Path) -> DataChanges:
    """The changes from one data folder to another, each with what was read of it."""
    ledgers = [entries_of(one.collection.ledger) for one in (before, after)]
    examples = {
        one for one, shipped in shipped_example().items() if is_at(data_before / one, shipped) and not ledgers[0]
    }
    published: Told = {
        f"{entry.id}.{figure.id}": frozenset({figure_told(entry.id, figure)})
        for entry, _, figure in before.collection.figures()
        if f"{entry.kind.place}/{entry.id}.yml" not in examples
    }
    return DataChanges(
        without_erratum=tuple(unexplained(Whereabouts(after.collection, published))),
        ledger_lost=tuple(sorted(ledgers[0] - ledgers[1])),
        ledger_gained=tuple(sorted(ledgers[1] - ledgers[0], key=lambda one: (one.startswith("/"), one))),
        files=tuple(files_changed(data_before, data_after)),
        problems_before=len(before.problems),
        unread_before=tuple(sorted(one.shown for one in before.collection.data_files.values() if one.entry is None)),
        sections=tuple(dict.fromkeys((*after.collection.sections, *before.collection.sections))),
    )


def is_at(file: Path, content: bytes) -> bool:
    """Whether a file is there and holds this. The example that the software came with was never a bureau's figure."""
    return file.is_file() and file.read_bytes() == content


def files_changed(before: Path, after: Path) -> list[str]:
    """The files that only one of two data folders holds, or that differ."""
    held = [{path: digest_of_file(data / path) for path in files_below(str(data))} for data in (before, after)]
    return sorted(path for path in held[0].keys() | held[1].keys() if held[0].get(path) != held[1].get(path))


def public_changes(
    base: str, data: DataChanges, before: Path | None, after: Path, note: Bilingual | None = None
) -> PublicChanges:
    """Compares two built sites; ``before`` is None where there is none, and ``note`` then says why."""
    new = PublishedSite(after)
    pages = sum(1 for name in new.files if name.endswith(".html"))
    if before is None:
        return PublicChanges(base, data, None, (), (), note, pages)
    old = PublishedSite(before)
    site = replace(site_changes(old, new), sections=data.sections)
    figures, left = figure_changes(old, new), untranslated(old, new, site)
    return PublicChanges(base, data, site, tuple(figures), tuple(left), note, pages)
