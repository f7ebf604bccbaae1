"""What comes with the software as data: files beside this one, in the form of a bureau's files."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import yaml

from macros.records.base import BilingualText, Strict
from macros.records.vocabulary import (
    ExplainedTerm,
    ExplainedTerms,
    Interface,
    Period,
    Periods,
    SynonymGroup,
    Synonyms,
    Term,
    Terms,
    Unit,
    Units,
)

SHIPPED_DATA = Path(__file__).parent
SHIPPED_WORDS = SHIPPED_DATA / "interface.yml"
SHIPPED_UNITS = SHIPPED_DATA / "units.yml"
ALL_AS_TEXT = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every value as text, as our own reader does, but looks for no slips of typing."""
Held = TypeVar("Held", bound=Strict)


def held_by(file: Path, model: type[Held]) -> Held:
    """What a file that is shipped holds; a test reads it as a bureau's files are read, and finds the same."""
    return model.model_validate(yaml.load(file.read_text("utf-8"), ALL_AS_TEXT))


@functools.cache
def shipped_words() -> Mapping[str, BilingualText]:
    """Every word that a page may ask for, by key; a bureau may word any of them in its own way."""
    return held_by(SHIPPED_WORDS, Interface).entries


@functools.cache
def shipped_units() -> tuple[Unit, ...]:
    """The units that come with the software."""
    return tuple(held_by(SHIPPED_UNITS, Units).entries)


@functools.cache
def shipped_periods() -> tuple[Period, ...]:
    """The periods that come with the software."""
    return tuple(held_by(SHIPPED_DATA / "periods.yml", Periods).entries)


@functools.cache
def shipped_synonyms() -> tuple[SynonymGroup, ...]:
    """The synonyms that come with the software."""
    return tuple(held_by(SHIPPED_DATA / "synonyms.yml", Synonyms).entries)


@functools.cache
def shipped_terms() -> tuple[ExplainedTerm, ...]:
    """The explained terms that come with the software."""
    return tuple(held_by(SHIPPED_DATA / "glossary.yml", ExplainedTerms).entries)


@functools.cache
def shipped_qualifiers() -> Mapping[str, Term]:
    """Every qualifier that the grammar reads, by id."""
    return {one.id: one for one in held_by(SHIPPED_DATA / "qualifiers.yml", Terms).entries}
