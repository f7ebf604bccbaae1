"""How a picture speaks: the words of one page's language, and quantities as the rest of the site prints them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from macros.pages.rendering import Here, Renderer, period_in_prose
from macros.quantities.expression import Qualifier, Sense
from macros.records.figure import Figure
from macros.records.quantities import number_in_chinese
from macros.records.units import NO_UNIT
from macros.register.published import PublishedFigure
from macros.register.register import Register
from macros.register.series import WITH_CHANGE, change_since, document_of, equally_long, needs_document
from macros.text.languages import Bilingual


@dataclass(frozen=True)
class Voice:
    """The renderer and the page a picture is made for."""

    renderer: Renderer
    here: Here

    @property
    def register(self) -> Register:
        """All records."""
        return self.renderer.register

    def text(self, words: Bilingual) -> str:
        """Words of a record in the page's language; Chinese ones are marked where there is no translation."""
        return self.renderer.text(words, self.here.language)

    def word(self, key: str, **values: object) -> str:
        """An interface word in the page's language."""
        return self.renderer.interface(self.here.language)(key, **values)

    def amount(self, figure: Figure) -> str:
        """The quantity in one piece, to the letter as Renderer.amount gives it."""
        amount = self.renderer.amount(figure, self.here.language)
        space = "" if self.here.language.is_chinese else " "
        return space.join(amount.parts())

    def period(self, figure: Figure) -> str:
        """The figure's period."""
        return self.renderer.when(figure, self.here.language)

    def time_of(self, figure: Figure) -> str:
        """When a figure is, in few words: its period, or that of its document where only this tells."""
        if needs_document(figure):
            period = self.register.periods[document_of(self.register, figure).period]
        else:
            period = self.register.periods[figure.period]
        return period_in_prose(period, self.here.language)

    def change(self, before: PublishedFigure, after: PublishedFigure) -> str:
        """How far a series changed from one period to the next, computed by this site; nothing for what has no change.

        Where a number is not exact, that; a percentage changes by percentage points, a rank by places.
        """
        figure, period = after.figure, self.time_of(before.figure)
        if figure.kind not in WITH_CHANGE:
            return ""
        if figure.kind is Sense.COUNT and not equally_long(self.register, before.figure, figure):
            return self.word("series-lengths")
        found = change_since(before.figure, figure)
        if found is None:
            return self.word("series-unsure")
        if not found.amount:
            return self.word("series-same", period=period)
        size = abs(found.amount)
        if figure.kind is Sense.RANK:
            return self.word(f"series-rank-{'up' if found.amount < 0 else 'down'}", period=period, count=f"{size:f}")
        amount = self.amount_changed(figure, size)
        if found.share is not None:
            amount = self.word("series-share", amount=amount, share=f"{abs(found.share) * 100:.1f}%")
        return self.word(f"series-{'up' if found.amount > 0 else 'down'}", period=period, amount=amount)

    def amount_changed(self, figure: Figure, size: Decimal) -> str:
        """A computed difference between two figures like this one."""
        if figure.kind is Sense.PERMILLE:
            return self.word("series-permille", count=f"{size.normalize():f}")
        points = figure.kind is Sense.PERCENT
        unit = self.register.units["percentage-point" if points else figure.unit]
        changed = {
            "kind": Sense.POINTS if points else figure.kind,
            "unit": unit.id,
            "values": (size,),
            "qualifier": Qualifier.EXACT,
            "written": number_in_chinese(size) + ("" if unit.id == NO_UNIT else unit.zh),
            "shared": "",
            "per": "",
        }
        return self.amount(figure.model_copy(update=changed))
