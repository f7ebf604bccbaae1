"""Years in words: what a text says of last year, this year or next year is what its figures and clauses say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problems import Problem
from macros.records.base import Statement
from macros.records.collection import Collection
from macros.records.figure import Figure
from macros.records.kinds import BUREAU, DOCUMENTS, Entry
from macros.records.periods import OF_THE_YEAR
from macros.records.resolution import FIGURE_PLACEHOLDER
from macros.records.shared_parts import figure_entries, full_id
from macros.rules.prose_numbers import typed_texts
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath

YEARS_IN_WORDS = {
    "zh": {-2: "(?<!以)前年(?!度)", -1: "去年|上年|上一年", 0: "今年|本年|当年", 1: "明年|来年|次年|下一年|下年度"},
    "en": {-1: "(?:last|previous|preceding) year", 0: "this year|current year", 1: "(?:next|coming|following) year"},
}
"""How a text says that it speaks of a year, by how many years that is from the one of its document."""
COMPARED_IN_ENGLISH = "than|than in|on|over|from|with|against|unlike|like|as|as in|that of|to|the".split("|")
BEGUN_IN_ENGLISH = "after|since|begun|started|launched|for".split("|")
ANY_YEAR = {
    "zh": re.compile(
        f"(?<![比较与同跟过及是继自从由为])(?<![高低多少大小优好快慢]于)(?:{'|'.join(YEARS_IN_WORDS['zh'].values())})"
        "(?!同期|以来|之后|的?基础|的?[0-9一二两三几数]+倍|启动|开工|动工|开建|开始|立项|结转|遗留)"
    ),
    "en": re.compile(
        rf"{''.join(f'(?<!{word} )' for word in (*COMPARED_IN_ENGLISH, *BEGUN_IN_ENGLISH))}"
        rf"\b(?:{'|'.join(YEARS_IN_WORDS['en'].values())})\b",
        re.IGNORECASE,
    ),
}
"""Any of them, but where something is compared with it, goes on since then, or is for it: 去年以来, for next year."""
WORDS_OF_YEARS = (*"前年 去年 上年 今年 本年 当年 明年 来年 次年 一年 下年".split(), "year", "Year", "YEAR")
"""One of them stands in every text that names a year in words, and in few others."""
MEANT = {
    -2: ("前年", "the year before last"),
    -1: ("去年", "last year"),
    0: ("今年", "this year"),
    1: ("明年", "next year"),
}
END_OF_WHAT_IS_SAID = {"zh": re.compile("[。；！？]"), "en": re.compile(r"[.;!?](?=\s|\Z)")}


def years_told_as_stated(collection: Collection) -> Iterator[Problem]:
    """Where a text says of what year it speaks, it is the year of the figure that it names or labels, or of its clause.

    Only where one document is cited, so that all of them count from the same year.
    """
    for entry in collection.judged():
        documents = {one.sentence.partition("#")[0] for one in entry.cited if one.sentence}
        if entry.kind in (BUREAU, DOCUMENTS) or len(documents) != 1 or not names_a_year(entry.reading.said):
            continue
        (ident,) = documents
        document = collection.of(DOCUMENTS)[ident].record.period
        resolved, figures = dict(entry.parts), dict(figure_entries(entry.record))
        for path, part, _ in typed_texts(entry):
            if not names_a_year(f"{part.zh} {part.en}"):
                continue
            labelled, clause = figures.get(path[:-1]), resolved.get(path)
            for language in ("zh", "en"):
                at, text = (*path, language), getattr(part, language)
                if isinstance(labelled, Figure) and path[-1] == "label":
                    stated = year_of(labelled.period, document) if labelled.quote else None
                    yield from told_of_another(entry, at, text, stated, labelled.quote)
                elif isinstance(clause, Statement) and clause.is_reworded and language == "zh":
                    stated = year_of_clause(collection, clause, document)
                    yield from told_of_another(entry, at, text, stated, clause.quote)
                else:
                    yield from beside_figures(collection, entry, at, text, ident)


def names_a_year(text: str) -> bool:
    """Whether a text names a year in words, in either language."""
    return any(word in text for word in WORDS_OF_YEARS) and any(one.search(text) for one in ANY_YEAR.values())


def beside_figures(
    collection: Collection, entry: Entry, path: FieldPath, text: str, document: str
) -> Iterator[Problem]:
    """The figures of a text that stand behind another year than their own, which their sentence does not name.

    Nor do they where a figure before them is of that year: from {before} last year to {now}.
    """
    language = str(path[-1])
    ends = END_OF_WHAT_IS_SAID[language]
    for found in FIGURE_PLACEHOLDER.finditer(text):
        ident = full_id(entry.id, found[1])
        stated = year_of_figure(collection, ident, document)
        before, behind = ends.split(text[: found.start()])[-1], ends.split(text[found.end() :])[0]
        named = (full_id(entry.id, one) for one in FIGURE_PLACEHOLDER.findall(before))
        years = {year_of_figure(collection, one, document) for one in named} - {None, stated}
        if not says_year(behind, stated, language) and not any(says_year(before, one, language) for one in years):
            yield from told_of_another(entry, path, before, stated, clause_of_figure(collection, ident))


def year_of_figure(collection: Collection, ident: str, document: str) -> int | None:
    """The year of a figure that a document states; None where it states neither."""
    figure = collection.figures_by_id.get(ident)
    if figure is None or figure.source.partition("#")[0] != document:
        return None
    return year_of(figure.period, collection.of(DOCUMENTS)[document].record.period)


def clause_of_figure(collection: Collection, ident: str) -> str:
    """The words that a figure quotes; empty where there is no such figure."""
    figure = collection.figures_by_id.get(ident)
    return figure.quote if figure else ""


def says_year(text: str, years: int | None, language: str) -> bool:
    """Whether a text names a year, also where it compares something with it."""
    words = None if years is None else YEARS_IN_WORDS[language].get(years)
    return words is not None and re.search(words, text, re.IGNORECASE) is not None


def is_quoted(word: str, language: str, quote: str) -> bool:
    """Whether the Chinese words that a text rests on name the year that it names, though it is of something else."""
    named = [years for years, words in YEARS_IN_WORDS[language].items() if re.fullmatch(words, word, re.IGNORECASE)]
    return any(says_year(quote, years, "zh") for years in named)


def year_of_clause(collection: Collection, part: Statement, document: str) -> int | None:
    """The year that the clause of a statement, or its paragraph before it, says that it speaks of."""
    if part.source not in collection.sentences:
        return None
    at = collection.sources.place_of(part.quote, part.source) or 0
    return year_of(collection.periods.stated_before(collection.sources, part.source, at + len(part.quote)), document)


def year_of(period: str, document: str) -> int | None:
    """How many years from that of its document a period is; None where neither says."""
    if period in OF_THE_YEAR:
        return OF_THE_YEAR[period][0]
    both = period[:4], document[:4]
    years = int(both[0]) - int(both[1]) if all(one.isdigit() for one in both) else None
    return years if years in MEANT else None


def told_of_another(entry: Entry, path: FieldPath, text: str, stated: int | None, quote: str) -> Iterator[Problem]:
    """A text that names a year, and neither the one stated nor one of the words quoted."""
    language = str(path[-1])
    found = ANY_YEAR[language].search(text)
    if stated is None or found is None or says_year(text, stated, language) or is_quoted(found[0], language, quote):
        return
    zh, en = MEANT[stated]
    yield entry.problem(
        path,
        Bilingual(f"原文说的是“{zh}”，这里写的是“{found[0]}”。", f'The source speaks of {en}; this says "{found[0]}".'),
        Bilingual(f"改写为“{zh}”（{en}），或删去这个词。", f'Write "{en}" ({zh}), or leave the word out.'),
    )


RULES = (years_told_as_stated,)
