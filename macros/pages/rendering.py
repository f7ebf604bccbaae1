"""Fills the templates of overrides/fragments/: the one place where record text becomes HTML.

Every template is autoescaped, and a name that is not defined ends the build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from macros.exports.datasets import by_name
from macros.exports.files import Tabulated, tabulated
from macros.exports.table import Root
from macros.pages import fallback
from macros.pages.citing import parts_of_citation
from macros.pages.headings import unbroken
from macros.pages.highlighting import marked_runs
from macros.pages.navigation import PageLink
from macros.pages.qr_code import qr_code
from macros.pages.relations import relation_lines
from macros.pages.templates import environment
from macros.received.received_text import NAMES_OF_ENCODINGS
from macros.records import addresses
from macros.records.document import Note
from macros.records.figure import NO_PERIOD, Figure
from macros.records.kinds import WORK_AREAS
from macros.records.quantities import (
    Amount,
    base_in_english,
    chinese_amount,
    chinese_reading,
    english_parts,
    further_parts,
)
from macros.records.shared_parts import full_id
from macros.records.table_sums import sums_that_differ
from macros.records.units import NO_UNIT, UnitTable
from macros.records.vocabulary import Period, Unit
from macros.register.arithmetic import computed_notes
from macros.register.catalogue import catalogue_items
from macros.register.lists import Lists
from macros.register.paging import ROWS
from macros.register.published import PublishedFigure
from macros.register.register import Register
from macros.staff.readiness import assess
from macros.staff.readiness_finding import Finding
from macros.text.both_scripts import either
from macros.text.han_scripts import Traditional, kept
from macros.text.languages import CHINESE, TRADITIONAL, Bilingual, Language
from macros.text.placeholders import filled

TEN_THOUSAND = 10_000
TAKES_AN_ARTICLE = ("first ", "second ", "third ", "fourth ", "whole ", "1st ", "2nd ")
"""How the English names of those periods begin that stand with “the” in a sentence."""


@dataclass(frozen=True)
class Here:
    """The page being made: its language, and its address without language prefix.

    ``base`` is set for pages served at addresses of their own making (404), whose links are absolute. ``index`` is the
    file that links to folders name, if they do (exports/table.py).
    """

    language: Language
    address: str
    base: str | None = None
    index: str = ""

    def link(self, target: str, language: Language | None = None) -> str:
        """A link to ``target`` in this page's language, or in another."""
        return addresses.with_file(self.asset((language or self.language).prefix + target), self.index)

    def asset(self, path: str) -> str:
        """A link to a file or folder that is the same in every language; ``path`` is from the site's root."""
        if self.base is not None:
            return self.base + path
        return addresses.relative(path, self.language.prefix + self.address)

    def editions(self) -> tuple[Here, ...]:
        """The pages that are made of what is filled in here."""
        return (self,)

    def told(self, tell: Callable[[Here], str]) -> str:
        """What a page says of itself, in all that is made of it."""
        return either(*map(tell, self.editions()))


@dataclass(frozen=True)
class InBothScripts(Here):
    """A Chinese page that is filled once for both scripts (text/both_scripts.py); its language is Simplified."""

    def link(self, target: str, language: Language | None = None) -> str:
        """A link from a page to another of its edition is the same in both."""
        if language is None and self.base is None:
            return self.editions()[0].link(target)
        return self.told(lambda one: one.link(target, language))

    def asset(self, path: str) -> str:
        """The editions stand at different depths."""
        return self.told(lambda one: one.asset(path))

    def editions(self) -> tuple[Here, ...]:
        """Simplified, then Traditional."""
        return self.both_editions

    @cached_property
    def both_editions(self) -> tuple[Here, Here]:
        """The same, made once for a page: every link to a file asks for them."""
        simplified = Here(CHINESE, self.address, self.base, self.index)
        return simplified, replace(simplified, language=TRADITIONAL)


class Renderer:
    """Templates compiled once, filled with the register's records."""

    def __init__(
        self, register: Register, templates: Path, assets: dict[str, str], root: Root, rows: int = ROWS
    ) -> None:
        self.register = register
        self.root = root
        self.items = catalogue_items(register)
        self.units = UnitTable(tuple(register.units.values()))
        self.computed = computed_notes(register)
        self.led = {addresses.record_address(WORK_AREAS, ident): one.address for ident, one in register.told.items()}
        """Addresses of work areas that have no page of their own, and where they are told."""
        self.lists = Lists(register, self.items, rows)
        self.assets = assets
        self.added: Callable[[Here], Sequence[PageLink]] = lambda here: ()
        """What is in menu and site map beside what the records have there; the site knows it."""
        self.latest: tuple[Here, dict[str, Any]] | None = None
        """The page that was filled last, and what its templates may use."""
        self.traditional = Traditional(register.spellings)
        self.environment = environment(templates)
        self.environment.globals |= self.everywhere()
        self.interfaces = {language: self.interface_of(language) for language in register.languages}

    def prepare(self) -> None:
        """Compiles every template and works out what pages of several languages tell, so that the processes forked from
        this one need not.
        """
        for template in self.environment.list_templates():
            self.environment.get_template(template)
        _ = self.assessed, self.tabulated

    @cached_property
    def assessed(self) -> list[Finding]:
        """What became of every rule of readiness, the same in every language."""
        return assess(self.register, self.root)

    @cached_property
    def tabulated(self) -> Tabulated:
        """What is told of the tables to download."""
        return tabulated(self.register, self.root)

    def fill(self, template: str, here: Here, **more: Any) -> str:
        """The HTML of a template for one page."""
        html = self.environment.get_template(template).render(**self.words_on(here), **more)
        html = fallback.shown(
            html, here.language, fallback.without_bounds(self.interface(here.language)("not-translated"))
        )
        return self.written(here.language, unbroken(html))

    def written(self, language: Language, text: str) -> str:
        """``text`` in the script of a language. Whatever is printed passes here, once."""
        return self.traditional(text) if language is TRADITIONAL else text

    def words_on(self, here: Here) -> dict[str, Any]:
        """The same with ``part``, the macros of components.html; a page is filled from several templates, one after the
        other, and these are made once for it.
        """
        if self.latest is None or self.latest[0] != here:
            words = self.words(here)
            self.latest = here, words | {"part": self.environment.get_template("components.html").make_module(words)}
        return self.latest[1]

    def words(self, here: Here) -> dict[str, Any]:
        """What every template may use, as far as it differs from page to page."""
        register = self.register
        return {
            "is_chinese": here.language.is_chinese,
            "han": here.told(lambda one: one.language.han),
            "as_chinese": "" if here.language.is_chinese else Markup(f' lang="{here.language.han}"'),
            "t": lambda words: self.text(words, here.language),
            "translation": lambda words: self.translation(words, here.language),
            "as_it_stands": lambda text: here.told(lambda one: kept(text) if one.language is TRADITIONAL else text),
            "runs": lambda words: list(marked_runs(here.language.text(words), here.language)),
            "ui": self.interface(here.language),
            "href": lambda target: here.link(self.led_to(target)),
            "file": here.asset,
            "report_on": lambda figure="": here.told(lambda one: self.report_on(one, figure)),
            "public": lambda target: here.told(lambda one: self.public(one.language.prefix + target)),
            "asset": lambda name: here.asset(self.assets[name]),
            "date": lambda day: self.date(day, here.language),
            "moment": lambda moment: self.moment(moment, here.language),
            "quantity": lambda figure: self.amount(figure, here.language),
            "when": lambda figure, short=False: self.when(figure, here.language, short),
            "period_of": lambda figure, short: self.period(figure, here.language, short),
            "period_in_prose": lambda ident: period_in_prose(register.periods[ident], here.language),
            "hedge_of": lambda figure: self.hedge(figure, here.language),
            "reading_of": lambda figure: self.reading(figure, here.language),
            "citation_of": lambda figure: parts_of_citation(self, figure, here.language),
            "relations_of": lambda one: relation_lines(self, one, here.language),
            "sentence_kinds": lambda kinds: [self.interface(here.language)(f"sentence-{kind}") for kind in kinds],
            "unit_name": lambda ident: self.text(register.units[ident], here.language),
        }

    def everywhere(self) -> dict[str, Any]:
        """What every template may use and is the same on every page."""
        register = self.register
        return {
            "qr_code": qr_code,
            "sums_that_differ": sums_that_differ,
            "encoding_names": NAMES_OF_ENCODINGS,
            "states_year": lambda ident: states_year(register.periods[ident]),
            "figure_of": self.figure,
            "sentence": register.sentences.__getitem__,
            "sentence_address": register.sentence_address,
            "notes_on": self.notes_on,
            "notes_on_figure": register.notes_on_figure,
            "computed_notes": lambda one: self.computed.get(one.id, ()),
            "unstated": self.unstated,
            "written_unlike": written_unlike,
            "units_to_explain": self.units_to_explain,
            "none_stated": lambda figures: not any(states_period(one.figure) for one in figures),
            "bureau": register.bureau,
            "root": self.root,
            "work_areas": register.work_areas,
            "all_figures": register.figures,
            "citations": register.citations,
            "datasets": by_name(register),
            "texts": register.texts,
            "periods": register.periods,
            "units": register.units,
            "stages": register.stages,
            "statuses": register.statuses,
            "emendation_kinds": register.emendation_kinds,
        }

    def led_to(self, target: str) -> str:
        """Where a link leads: a work area that has no page of its own is told on that of its section."""
        path, hash_mark, anchor = target.partition("#")
        return f"{self.led[path]}{hash_mark}{anchor}" if path in self.led else target

    def report_on(self, here: Here, figure: str = "") -> str:
        """A link to the page for reports that names this page, and the ``figure`` if one is meant."""
        named = {"page": self.public(here.language.prefix + here.address), **({"figure": figure} if figure else {})}
        return f"{here.link(addresses.FEEDBACK_PAGE)}?{urlencode(named)}#report-an-error"

    def public(self, path: str) -> str:
        """The address of ``path`` as one would type it; from the site's root while nobody has said where that is."""
        return self.root.link(path) if self.root.address else self.root.named(f"/{path}")

    def text(self, words: Bilingual, language: Language) -> str:
        """Words of a record in a language; the Chinese ones, marked as not translated, where there are no others."""
        return words.said_in(language.code) or fallback.as_untranslated(words.zh)

    def translation(self, words: Bilingual, language: Language) -> str:
        """What stands below Chinese words as their translation; where there is none, that there is none."""
        return self.interface(language)("not-translated") if language.lacks(words) else language.text(words)

    def interface(self, language: Language) -> Callable[..., str]:
        """The interface words of a language; an unknown key ends the build."""
        return self.interfaces[language]

    def interface_of(self, language: Language) -> Callable[..., str]:
        """The same, made once for each language."""
        texts = {
            key: fallback.quiet(words.zh) if language.lacks(words) else language.text(words)
            for key, words in self.register.interface.items()
        }

        def word(key: str, **values: object) -> str:
            text = texts[key.replace("_", "-")]
            return filled(text, values) if values else text

        return word

    def amount(self, figure: Figure, language: Language) -> Amount:
        """The quantity as the source writes it in Chinese, and as English readers write it; a rate with its base."""
        register = self.register
        unit = register.units[figure.unit]
        as_written = Amount("", fallback.quiet(figure.per + figure.in_full), "")
        if language.code in register.further:
            return further_parts(figure, unit, register.further[language.code]) or as_written
        if language.is_english and not unit.en:
            return as_written
        if language.is_english:
            before, number, after = english_parts(figure, unit)
            after = f"{after} {base_in_english(figure, self.units)}".strip()
            return Amount(before, number, after, f"({unit.en})" if figure.unit == NO_UNIT else "")
        missing = f"（{unit.zh}）" if figure.unit == NO_UNIT else ""
        amount = chinese_amount(figure.in_full)
        return replace(amount, before=figure.per + amount.before, missing=missing)

    def when(self, figure: Figure, language: Language, short: bool = False) -> str:
        """The period of a figure, and whether its clause says that it is only expected, planned, aimed at or not so."""
        period, hedge = self.period(figure, language, short), self.hedge(figure, language)
        if not period:
            return hedge
        return self.interface(language)("period-hedged", period=period, hedge=hedge) if hedge else period

    def reading(self, figure: Figure, language: Language) -> str:
        """How a person reads a quantity that the program cannot read, and why; nothing where the program reads it."""
        if figure.reading is None:
            return ""
        unit = self.register.units[figure.unit]
        read = chinese_reading(figure, unit) if language.is_chinese else " ".join(self.amount(figure, language).parts())
        why = self.text(figure.reading.why, language).rstrip("。.")
        return self.interface(language)("reading-as", amount=read, why=why)

    def period(self, figure: Figure, language: Language, short: bool = False) -> str:
        """The period of a figure; with ``short``, nothing where the source states none: the page has said so once."""
        if short and not states_period(figure):
            return ""
        return self.text(self.register.periods[figure.period], language)

    def date(self, day: Date, language: Language) -> str:
        """A date in words: 2001年7月31日, 31 July 2001; in further languages as their files say."""
        if language.code in self.register.further:
            written = self.register.further[language.code].date or "{year}-{month}-{day}"
            return filled(written, {"year": day.year, "month": f"{day:%m}", "day": f"{day:%d}"})
        return long_date(day, language)

    def moment(self, moment: datetime, language: Language) -> str:
        """A date in words with the time of day: 2001年7月31日 09:30, 31 July 2001, 09:30."""
        return f"{self.date(moment, language)}{', ' if language.is_english else ' '}{moment:%H:%M}"

    def hedge(self, figure: Figure, language: Language) -> str:
        """What a clause says of a figure that is not so, or not yet; nothing where it states it plainly."""
        return self.interface(language)(f"hedge-{figure.hedge}") if figure.hedge else ""

    def unstated(self, figures: Iterable[PublishedFigure]) -> list[str]:
        """The periods of the documents of those figures whose source states none, each once."""
        documents = (one.figure.source.partition("#")[0] for one in figures if not states_period(one.figure))
        return list(dict.fromkeys(self.register.texts[ident].document.period for ident in documents))

    def units_to_explain(self, figures: Iterable[PublishedFigure]) -> list[Unit]:
        """The units of figures that readers may not know, each once; none that a source leaves open."""
        found = dict.fromkeys(one.figure.unit for one in figures if not one.figure.leaves_unit_open)
        return [self.register.units[ident] for ident in found if self.register.units[ident].explained]

    def figure(self, record: str, ident: str) -> PublishedFigure:
        """A figure named by ``figure`` within its record, or by ``record.figure``."""
        return self.register.figures[full_id(record, ident)]

    def notes_on(self, reference: str, words: str) -> list[Note]:
        """The editor's notes on a sentence that concern these words."""
        return self.register.notes_on(reference, words)


def period_in_prose(period: Period, language: Language) -> str:
    """A period within a sentence: the first half of the year, 2031, last year."""
    if language.lacks(period):
        return fallback.as_untranslated(period.zh)
    name = language.text(period)
    return f"the {name}" if not language.is_chinese and name.startswith(TAKES_AN_ARTICLE) else name


def states_year(period: Period) -> bool:
    """Whether a period states a year: by its id, or as a bureau gives its days."""
    return period.id[:4].isdecimal() or period.start is not None or period.end is not None


def written_unlike(figures: Iterable[PublishedFigure]) -> bool:
    """Whether numbers of one unit from ten thousand up are written in full and in units of 万 or 亿 side by side."""
    large = (one.figure for one in figures if one.figure.value >= TEN_THOUSAND)
    ways = {(one.unit, "万" in one.in_full or "亿" in one.in_full) for one in large}
    return any((unit, not way) in ways for unit, way in ways)


def states_period(figure: Figure) -> bool:
    """Whether the source states the period of a figure."""
    return not figure.period.startswith(f"{NO_PERIOD}-")


def long_date(day: Date, language: Language) -> str:
    """A date in words: 2001年7月31日, 31 July 2001."""
    if language.is_chinese:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {day:%B} {day.year}"
