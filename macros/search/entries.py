"""What can be found: every page, and every figure and sentence by itself."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from macros.pages.fallback import quiet, without_bounds
from macros.pages.rendering import Renderer
from macros.records.addresses import document_address, record_address
from macros.records.cutting import IN_A_TABLE
from macros.records.document import Sentence
from macros.records.kinds import WORK_AREAS
from macros.register.published import PublishedFigure
from macros.register.register import Register
from macros.search.folding import fold, numbers, units
from macros.search.page_text import PageText
from macros.text.languages import Language


def entry_kinds(register: Register) -> tuple[str, ...]:
    """Kinds of entry, in the order in which results that match alike are listed."""
    return ("work-area", *(one.kind.name for one in register.sections.values()), "figure", "source", "page")


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """Something that can be found.

    ``names`` is what it is called and counts for more than ``passages``, what it says. ``also`` is found but not shown
    as an excerpt; ``shown``, if given, is shown in place of ``passages``. ``lists`` holds addresses of entries that
    stand on this page: it is found by them as well. ``places`` are the ids of the places on a page at which what is
    shown stands, by text.
    """

    kind: str
    address: str
    title: str
    names: tuple[str, ...]
    passages: tuple[str, ...]
    also: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    context: str = ""
    areas: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    is_part: bool = False
    answer: tuple[str, ...] = ()
    """Of a figure: its quantity, its period and whatever qualifies it, and the address of its sentence."""
    unit: str = ""
    places: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PagePlace:
    """Where a page belongs: its kind, its work areas and periods."""

    kind: str = "page"
    areas: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()


def search_entries(renderer: Renderer, language: Language, texts: dict[str, PageText]) -> list[SearchEntry]:
    """Every entry of a language, in the order of its index; ``texts`` are its finished pages by address."""
    register = renderer.register
    known = places(register)
    figures = frozenset(one.address for one in register.figures.values())
    found = [
        *(page_entry(known.get(address, PagePlace()), address, text, figures) for address, text in texts.items()),
        *(figure_entry(renderer, language, figure) for figure in register.figures.values()),
        *sentence_entries(renderer, language),
    ]
    kinds = entry_kinds(register)
    areas = {ident: number for number, ident in enumerate(register.work_areas)}
    return sorted(
        found,
        key=lambda one: (
            kinds.index(one.kind),
            not one.is_part,
            min((areas[area] for area in one.areas), default=0),
        ),
    )


def figure_entry(renderer: Renderer, language: Language, one: PublishedFigure) -> SearchEntry:
    """A figure, called by its label and by its quantity."""
    register = renderer.register
    amount = renderer.amount(one.figure, language)
    quantity = without_bounds(" ".join(amount.parts()))
    quantity = quantity.replace(" ", "") if language.is_chinese else quantity
    label = language.text(one.figure.label)
    text = partial(renderer.text, language=language)
    title = f"{label}：{quantity}" if language.is_chinese else f"{text(one.figure.label)}: {quantity}"
    period = register.periods[one.figure.period]
    return SearchEntry(
        kind="figure",
        address=one.address,
        title=title,
        names=(label, quantity, one.figure.written),
        passages=(one.figure.quote, *((language.text(one.figure.note),) if one.figure.note else ())),
        also=(language.text(one.title), language.text(period)),
        shown=() if language.is_chinese else (text(register.sentences[one.figure.source]), quiet(one.figure.quote)),
        context=text(one.title),
        areas=(one.work_area,),
        periods=(one.figure.period,),
        is_part=True,
        answer=(quantity, renderer.when(one.figure, language), register.sentence_address(one.figure.source)),
        unit=one.figure.unit,
    )


def sentence_entries(renderer: Renderer, language: Language) -> Iterator[SearchEntry]:
    """Every sentence, and every row of a table, of every source document; in other languages its translation first."""
    register = renderer.register
    for ident, text in register.texts.items():
        for sentence, *others in found_together(text.document.sentences()):
            reference = f"{ident}#{sentence.id}"
            together = [" ".join(renderer.text(one, language) for one in (sentence, *others))]
            said = tuple(
                together if language.is_chinese else [*together, quiet(" ".join(map(chinese, (sentence, *others))))]
            )
            areas = dict.fromkeys(one.work_area for one in register.citations.get(reference, ()) if one.work_area)
            yield SearchEntry(
                kind="source",
                address=register.sentence_address(reference),
                title=f"{renderer.text(text.document.title, language)} {sentence.id}",
                names=(),
                passages=said,
                areas=tuple(areas),
                is_part=True,
            )


def found_together(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Sentences one by one, and the cells of a row of a table together."""
    for _, group in groupby(sentences, lambda one: one.id.partition("c")[0] if one.role in IN_A_TABLE else one.id):
        yield list(group)


def chinese(sentence: Sentence) -> str:
    """What a sentence says in the source."""
    return sentence.zh


def page_entry(place: PagePlace, address: str, text: PageText, figures: Container[str]) -> SearchEntry:
    """A finished page, called by its title. What stands at a place of it is shown even where a longer text holds it: a
    list and the sentence that it comes from. The ``figures``, by address, are found by themselves."""
    passages = distinct(text.passages)
    at = {said: ident for said, ident in text.places.items() if f"{address}#{ident}" not in figures}
    kept = {*passages, *at}
    return SearchEntry(
        kind=place.kind,
        address=address,
        title=text.title,
        names=tuple(dict.fromkeys((without_bounds(text.title), text.heading))),
        passages=passages,
        shown=tuple(one for one in text.passages if one in kept),
        areas=place.areas,
        periods=place.periods,
        lists=text.lists,
        places=at,
    )


def distinct(passages: Sequence[str]) -> tuple[str, ...]:
    """The passages without those that stand in another of them word for word, as quotes do."""
    folded = {text: fold(text) for text in passages}
    rows = {text: f" {' '.join(units(one))} " for text, one in folded.items()}
    kept, known, whole = "", set[str](), set[str]()
    for text in sorted(passages, key=lambda one: -len(rows[one])):
        if rows[text] not in kept or not numbers(folded[text]) <= known:
            kept += f"{rows[text]}\n"
            known |= numbers(folded[text])
            whole.add(text)
    return tuple(text for text in passages if text in whole)


def places(register: Register) -> dict[str, PagePlace]:
    """What is known of the pages made from records, by address.

    A page is of a period where its record states one, and the page of a document of that of the document: what a
    document says in one half of a year may be of another time.
    """
    found = {}
    for ident in register.work_areas:
        found[record_address(WORK_AREAS, ident)] = PagePlace("work-area", (ident,))
    for ident, text in register.texts.items():
        found[document_address(ident)] = PagePlace("source", (), (text.document.period,))
    for section in register.sections.values():
        pages = {section.address: list(section.records.values())}
        if section.kind.own_pages:
            pages |= {record_address(section.kind, ident): [one] for ident, one in section.records.items()}
        for address, shown in pages.items():
            areas_of = dict.fromkeys(one.work_area for one in shown)
            periods_of = dict.fromkeys(one.period for one in shown if one.period)
            listed = section.kind.own_pages and address == section.address
            kind = "page" if listed else section.kind.name
            found[address] = PagePlace(kind) if listed else PagePlace(kind, tuple(areas_of), tuple(periods_of))
    return found
