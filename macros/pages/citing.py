"""How a figure is cited: in Chinese after GB/T 7714 for electronic sources, in English plainly; nothing is invented."""

from __future__ import annotations

from typing import Any

from macros.records.figure import Figure
from macros.text.languages import Language


def parts_of_citation(renderer: Any, figure: Figure, language: Language) -> dict[str, str]:
    """What stands in the citation of a figure beside its quote, id and address: as its page prints it.

    A document whose date is not stated is cited with these words, and not with a year of anybody's.
    """
    document, _, sentence = figure.source.partition("#")
    cited = renderer.register.texts[document].document
    word = renderer.interface(language)
    parts = renderer.amount(figure, language).parts()
    return {
        "label": renderer.text(figure.label, language),
        "amount": ("" if language.is_chinese else " ").join(parts),
        "period": renderer.when(figure, language),
        "issuer": renderer.text(cited.issuer, language),
        "title": renderer.text(cited.title, language),
        "date": renderer.date(cited.date, language) if cited.date else word("not-stated"),
        "sentence": sentence,
    }
