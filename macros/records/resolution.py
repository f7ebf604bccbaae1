"""Resolves records against the documents: each quote to its sentence, each figure to what stands there.

What files hold names words of the source; what pages print follows from those words. A part whose words are not found
stays as it is, without a sentence, and the rules say why (rules/quotes.py, rules/figures.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from macros.records.base import BilingualText, Strict
from macros.records.figure import Figure
from macros.records.kinds import DOCUMENTS, ERRATA, EVALUATIONS, PAGED, Entry, Kind
from macros.records.quantities import english_in_prose, further_parts
from macros.records.rebuilding import rebuilt, with_fields
from macros.records.resolver import Resolver
from macros.records.shared_parts import figures_of, full_id

FIGURE_PLACEHOLDER = re.compile(r"(?<!\{)\{([a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)?)\}(?!\})")
"""``{figure}`` of the same record, or ``{record.figure}``."""


def holds_placeholders(kind: Kind) -> bool:
    """Whether numbers stand as placeholders in the texts of a kind's records."""
    return bool(kind.section) or kind in (*PAGED, EVALUATIONS, DOCUMENTS, ERRATA)


def with_numbers(entry: Entry, figures: Mapping[str, Figure], resolver: Resolver) -> Entry:
    """An entry with the figures that its texts name printed in them, in each language as it prints numbers."""
    if not holds_placeholders(entry.kind) or "{" not in entry.reading.said:
        return entry

    units = resolver.units

    def printed(text: str, code: str) -> str:
        if "{" not in text:
            return text

        def one(found: re.Match[str]) -> str:
            figure = figures.get(full_id(entry.id, found[1]))
            if figure is None:
                return found[0]
            if code == "en" and units.by_id[figure.unit].en:
                return english_in_prose(figure, units.by_id[figure.unit])
            if code in resolver.further:
                parts = further_parts(figure, units.by_id[figure.unit], resolver.further[code])
                return " ".join(parts.parts()) if parts else figure.in_full
            return figure.in_full

        return FIGURE_PLACEHOLDER.sub(one, text)

    def change(part: Strict, fields: Mapping[str, Any]) -> Strict:
        if isinstance(part, BilingualText) and ("{" in part.zh or "{" in part.en or part.others):
            texts: dict[str, Any] = {"zh": printed(part.zh, "zh"), "en": printed(part.en, "en")}
            if part.others:
                texts["others"] = {code: printed(text, code) for code, text in part.others.items()}
            fields = {**fields, **{name: text for name, text in texts.items() if text != getattr(part, name)}}
        return with_fields(part, fields)

    record = rebuilt(entry.record, change)
    if record is entry.record:
        return entry
    typed, parts = (entry.typed, entry.parts_typed) if entry.typed else (entry.record, entry.parts)
    return replace(entry, record=record, typed=typed, parts_typed=parts)


@dataclass(frozen=True)
class Resolution:
    """All entries resolved, and what they were resolved against."""

    resolver: Resolver
    entries: Mapping[tuple[str, str], tuple[Entry, Entry]]
    """By kind and id: each as it was given, and resolved with its numbers printed."""
    figures: Mapping[str, Figure]
    """Every figure that could be read, by ``record.figure``."""

    def known(self, entry: Entry) -> Entry | None:
        """The same entry, resolved; None where another was given."""
        given, resolved = self.entries.get((entry.kind.place, entry.id), (None, None))
        return resolved if given is entry else None


def all_resolved(entries: Sequence[Entry], resolver: Resolver, before: Resolution | None = None) -> Resolution:
    """All entries, resolved, with their numbers printed.

    What was worked out ``before`` is kept for every entry that is given again, where neither the sources, the
    vocabularies nor any figure says something else now: else one saved record would cost as much as all.
    """
    if before and before.resolver == resolver:
        known = {id(entry): old for entry in entries if (old := before.known(entry))}
        read = [known.get(id(entry)) or resolver.entry(entry) for entry in entries]
        figures = named_figures(read)
        if printed_alike(figures, before.figures):
            kept = zip(entries, read, strict=True)
            printed = [known.get(id(given)) or with_numbers(one, figures, resolver) for given, one in kept]
            return resolution_of(resolver, figures, entries, printed)
    read = [resolver.entry(entry) for entry in entries]
    figures = named_figures(read)
    return resolution_of(resolver, figures, entries, [with_numbers(one, figures, resolver) for one in read])


def resolution_of(
    resolver: Resolver, figures: Mapping[str, Figure], given: Iterable[Entry], resolved: Iterable[Entry]
) -> Resolution:
    """Entries as they were given, each with what it was resolved to."""
    both = zip(given, resolved, strict=True)
    return Resolution(resolver, {(one.kind.place, one.id): (one, made) for one, made in both}, figures)


def named_figures(entries: Iterable[Entry]) -> dict[str, Figure]:
    """Every figure of resolved entries, by ``record.figure``."""
    return {f"{entry.id}.{figure.id}": figure for entry in entries for figure in figures_of(entry.record)}


def printed_alike(figures: Mapping[str, Figure], others: Mapping[str, Figure]) -> bool:
    """Whether texts print the same of all figures."""
    return figures.keys() == others.keys() and all(
        one is others[name] or as_printed(one) == as_printed(others[name]) for name, one in figures.items()
    )


def as_printed(figure: Figure) -> tuple[object, ...]:
    """What a text prints of a figure follows from this alone."""
    return (figure.in_full, figure.kind, figure.values, figure.unit, figure.qualifier)
