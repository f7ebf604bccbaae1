"""How a picture speaks: the words of one page's language, and quantities as the rest of the site prints them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.pages import fallback
from macros.pages.rendering import Here, Renderer
from macros.records.figure import Figure
from macros.register.register import Register
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
        """Words of a record in the page's language; in a drawing nothing can mark Chinese ones."""
        return self.here.language.text(words)

    def marked(self, words: Bilingual) -> str:
        """The same beside a drawing, where Chinese ones are marked as not translated."""
        return self.renderer.text(words, self.here.language)

    def word(self, key: str, **values: object) -> str:
        """An interface word in the page's language."""
        return fallback.without_bounds(self.renderer.interface(self.here.language)(key, **values))

    def amount(self, figure: Figure) -> str:
        """The quantity in one piece, to the letter as Renderer.amount gives it."""
        amount = self.renderer.amount(figure, self.here.language)
        space = "" if self.here.language.is_chinese else " "
        return fallback.without_bounds(space.join(amount.parts()))

    def period(self, figure: Figure) -> str:
        """The figure's period."""
        return fallback.without_bounds(self.renderer.when(figure, self.here.language))

    def beside(self, figure: Figure) -> str:
        """The figure's period as it stands beside its number, in few words; the table below has all of them."""
        return fallback.without_bounds(self.renderer.when(figure, self.here.language, short=True))

    def told(self, figure: Figure) -> str:
        """The figure in words: what, how much, when."""
        return self.word(
            "picture-told", what=self.text(figure.label), amount=self.amount(figure), period=self.period(figure)
        )

    def listed(self, parts: Iterable[str]) -> str:
        """Names one after the other."""
        return self.word("comma").join(parts)

    def sentences(self, parts: Iterable[str]) -> str:
        """Sentences one after the other; in English with a space between them."""
        return ("" if self.here.language.is_chinese else " ").join(parts)
