"""Beside a figure: what the source says that it is of another, and what it says of the others that are so of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.quantities.chinese.relations import CHANGES, Against, RelationKind
from macros.records.figure import Figure
from macros.register.published import PublishedFigure
from macros.text.languages import Language

if TYPE_CHECKING:
    from macros.pages.rendering import Renderer

SAID_OTHERWISE = frozenset({RelationKind.PART, RelationKind.RESULT})
"""Kinds whose words say nothing of the whole: 其中 stands before the part."""


@dataclass(frozen=True)
class RelationLine:
    """One relation: its words, the other figure, and whether the words hold the amount of that one already."""

    words: str
    other: PublishedFigure
    amount_said: bool
    hedge: str
    """What its clause says of the other figure that is not so, or not yet; empty where it states it plainly."""
    is_own: bool = False
    """Whether the figure states it, and not the other."""
    bare: str = ""
    """Of one that the figure states: its words without the figure's own amount, which stands beside them."""
    in_label: bool = False
    """Whether the figure's label says it already, the other figure named: 春耕面积同比增长."""

    @property
    def is_change(self) -> bool:
        """Whether it says how far the figure has changed: what the home page says beside a key figure."""
        return self.amount_said and self.other.figure.relation in CHANGES


def relation_lines(renderer: Renderer, one: PublishedFigure, language: Language) -> list[RelationLine]:
    """The relation that a figure states, and those that others state to it, in the order of the site."""
    register = renderer.register
    whole, found = register.whole_of(one), []
    if whole is not None and (kind := one.figure.relation):
        words, hedge = of_whole(renderer, one.figure, kind, language), renderer.hedge(whole.figure, language)
        bare = without_amount(renderer, one.figure, words, language)
        label = renderer.text(one.figure.label, language)
        in_label = bare in label and renderer.text(whole.figure.label, language) in label
        found.append(RelationLine(words, whole, False, hedge, is_own=True, bare=bare, in_label=in_label))
    for other in register.named_by.get(one.id, ()):
        if kind := other.figure.relation:
            words, hedge = stated_in_words(renderer, other.figure, language), renderer.hedge(other.figure, language)
            found.append(RelationLine(words, other, kind is not RelationKind.PART, hedge))
    return found


def without_amount(renderer: Renderer, figure: Figure, words: str, language: Language) -> str:
    """The words of a relation without the amount of the figure that states it: 同比增长, part of."""
    amount = ("" if language.is_chinese else " ").join(renderer.amount(figure, language).parts())
    bare = " ".join(words.replace(amount, "").split())
    return renderer.interface(language)("relation-of-part") if bare == "of" else bare


def of_whole(renderer: Renderer, figure: Figure, kind: RelationKind, language: Language) -> str:
    """What a figure is of its whole, which is named behind: part of, 69% of, up 1.3% on a year earlier."""
    word = renderer.interface(language)
    if kind in SAID_OTHERWISE:
        return word(f"relation-of-{kind}")
    if kind is RelationKind.SHARE and not language.is_chinese:
        return word("relation-of-share", amount=" ".join(renderer.amount(figure, language).parts()))
    return stated_in_words(renderer, figure, language)


def stated_in_words(renderer: Renderer, figure: Figure, language: Language) -> str:
    """A relation in words: those of the source in Chinese; in other languages what they say (up 1.3% on a year before).

    A part is introduced only, its amount stands behind its name.
    """
    if language.is_chinese:
        return figure.related
    word, kind = renderer.interface(language), figure.relation
    if kind is RelationKind.PART:
        return word(f"relation-{kind}")
    amount = " ".join(renderer.amount(figure, language).parts())
    if kind in CHANGES and figure.against:
        return word(f"relation-{kind}-against", amount=amount, against=against(renderer, figure, language))
    return word(f"relation-{kind}", amount=amount)


def against(renderer: Renderer, figure: Figure, language: Language) -> str:
    """What a change is measured against: a year earlier, 2020."""
    if figure.against in set(Against):
        return renderer.interface(language)(f"against-{figure.against}")
    return renderer.text(renderer.register.periods[figure.against], language)
