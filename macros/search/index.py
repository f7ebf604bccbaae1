"""The index of one language as files. A browser reads ``index.json`` and then only the files it needs."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from macros.exports.table import Root
from macros.pages.rendering import Renderer, states_year
from macros.records.addresses import GLOSSARY_PAGE, SOURCES_INDEX, WORK_AREA_INDEX, document_address
from macros.search.entries import SearchEntry, entry_kinds, search_entries
from macros.search.page_text import PageText
from macros.search.postings import Postings, shards
from macros.search.question_words import YEAR_WORD
from macros.search.similar import (
    SENTENCE_MARK,
    SHORT_LIST,
    SHORT_PASSAGE,
    LivingGroup,
    absent_words,
    apart_by_letters,
    compound_rows,
    living,
    merged_groups,
    numbered_rows,
    regional,
    similar_head,
    similar_rows,
    unheld_words,
    words_of_names,
)
from macros.system.content_names import named_after
from macros.text.han_scripts import simplified
from macros.text.languages import CHINESE, Language

SHARD_SIZE = 4 * 1024
"""Bytes of a file of postings; a key with more has a file of its own."""
PAGE = 64
"""Files of postings that one page of their directory names."""
SMALL_SITE = 160 * 1024
"""Bytes of all texts of a small site; it keeps them in few files."""
TEXT_SIZE, TEXT_SIZE_IF_SMALL = 6 * 1024, 12 * 1024
"""Bytes of a file of texts."""
TEXT_FILE = re.compile(r"/((?:[tm][0-9]+|facets|similar)\.json)$")
"""The files of an index that are shown, not looked up."""
EXCERPT_SIZE = 9000
"""Characters of an entry that are kept to show where it was found: all of a page that people would read."""
FIRST_SIZE = 3000
"""Characters of an entry that stand in its file of texts; a browser reads the others only where words lie in them."""

IN_SCRIPTS = {
    "not-translated": set[str](),
    "search-all": set[str](),
    "search-answers": set[str](),
    "search-by-kind": set[str](),
    "search-by-area": set[str](),
    "search-by-period": set[str](),
    "search-count": {"count"},
    "search-elsewhere": {"count", "language"},
    "search-none": set[str](),
    "search-option": {"name", "count"},
    "search-other": {"query", "language"},
    "search-parts": {"words"},
    "search-results-for": {"query"},
    "search-similar": set[str](),
    "search-similar-by": {"words"},
    "search-similar-failed": set[str](),
    "search-similar-only": {"count"},
    "search-similar-suggestions": {"count", "similar"},
    "search-suggestions": {"count"},
    "comma": set[str](),
    "see-sentence": set[str](),
    **{f"search-kind-{kind}": set[str]() for kind in ("work-area", "figure", "source", "page")},
}
"""Words that the search scripts ask for, and the names that they fill in."""


def index_files(renderer: Renderer, language: Language, pages: Mapping[str, PageText]) -> dict[str, bytes]:
    """The files of a language's index by name; ``pages`` are its finished pages by address."""
    found = search_entries(renderer, language, dict(pages))
    listed = Postings(found).rows
    all_groups = merged_groups(renderer.register.synonyms)
    page_numbers = {one.address: number for number, one in enumerate(found)}
    page_numbers |= alone_for_all(renderer, page_numbers)
    groups_held = list(living(all_groups, listed, figures_by_unit(found), page_numbers, language))
    synonyms = (word for one in groups_held for word in (*one.held, *one.others))
    words = words_of_names([*names_on_site(found, pages), *synonyms]) if language.is_chinese else Counter[str]()
    head_of_similar = similar_head(
        len(found),
        groups_held,
        regional(listed, words) if language.is_chinese else {},
        unheld_words(all_groups, groups_held, language),
        absent_words(listed, language),
        explained_words(renderer, language),
        page_numbers.get(GLOSSARY_PAGE),
        [page_numbers[page] for page in (WORK_AREA_INDEX, SOURCES_INDEX) if page in page_numbers],
        year_asked_for(renderer, groups_held),
        language,
    )
    script = script_table(listed, json.dumps(head_of_similar, ensure_ascii=False))
    listed |= similar_rows(groups_held, list(words), listed)
    listed |= compound_rows(texts_at_places(found)) | numbered_rows(sentence_numbers(found))
    parts = list(shards(listed, SHARD_SIZE))
    files = {f"k{number}.bin": content for number, (_, content) in enumerate(parts)}
    firsts = [first for first, _ in parts]
    directory = [firsts[at : at + PAGE] for at in range(0, len(firsts), PAGE)]
    files |= {f"d{number}.json": compact_json(page) for number, page in enumerate(directory)}
    shown = [shown_entry(one, renderer.root) for one in found]
    groups = text_groups(found, shown)
    files |= {f"t{number}.json": content for number, content in enumerate(text_files(shown, groups))}
    files |= {
        f"m{number}.json": compact_json(more) for number, one in enumerate(found) if (more := further_passages(one))
    }
    files["facets.json"] = compact_json(facets(renderer, language, found))
    if language.is_chinese:
        head_of_similar, latin = apart_by_letters(head_of_similar)
        files["latin.json"] = compact_json(latin)
    files["similar.json"] = compact_json(head_of_similar)
    digest = named_after(files)
    kinds = entry_kinds(renderer.register)
    interface = dict.fromkeys((*IN_SCRIPTS, *(f"search-kind-{kind}" for kind in kinds)))
    head = {
        "folder": digest,
        "directory": [page[0] for page in directory],
        "page": PAGE,
        "texts": groups,
        "kinds": [[kind, sum(kinds.index(one.kind) < number for one in found)] for number, kind in enumerate(kinds)],
        "script": script,
        "lists": lists(found),
        "stems": language.is_english,
        "han": language.han,
        "chinese": [key for key in interface if language.lacks(renderer.register.interface[key])],
        "words": {key: language.text(renderer.register.interface[key]) for key in interface},
    }
    return {f"{digest}/{name}": content for name, content in files.items()} | {"index.json": compact_json(head)}


def in_traditional(index: Mapping[str, bytes], written: Callable[[str], str]) -> dict[str, bytes]:
    """The index of the Traditional edition, from that of the Simplified one: ``written`` gives the Traditional text.

    What is looked up is folded and so the same in both scripts; it is read where it is (``rows``).
    """
    head = json.loads(index["index.json"])
    head |= {
        "rows": f"../{CHINESE.code}/{head['folder']}/",
        "words": json.loads(written(json.dumps(head["words"], ensure_ascii=False))),
    }
    shown = ((TEXT_FILE.search(name), text) for name, text in index.items())
    texts = {found[1]: written(text.decode()).encode() for found, text in shown if found}
    head["folder"] = named_after(texts)
    return {f"{head['folder']}/{name}": text for name, text in texts.items()} | {"index.json": compact_json(head)}


def compact_json(content: Any) -> bytes:
    """JSON in few bytes."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def shown_entry(entry: SearchEntry, root: Root) -> bytes:
    """What is shown of an entry: where it is, as this host wants it, title, context, passages, a figure's answer,
    whether there are more passages, and where on the page its passages stand."""
    shown: list[Any] = [root.named(entry.address), entry.title, entry.context]
    shown.append(kept_passages(entry.shown or entry.passages, FIRST_SIZE))
    if entry.answer:
        *said, source = entry.answer
        shown.append([*said, root.named(source)])
    elif entry.places or further_passages(entry):
        shown += [None, int(bool(further_passages(entry)))]
    if entry.places:
        shown.append(places_of_passages(entry))
    return compact_json(shown)


def places_of_passages(entry: SearchEntry) -> list[Any]:
    """The number of the first of some passages that stand at one place of a page, and its id, by turns; the id is empty
    for those that stand at none."""
    kept = kept_passages(entry.shown or entry.passages, EXCERPT_SIZE)
    found: list[Any] = []
    for number, passage in enumerate(kept):
        place = entry.places.get(passage, "")
        if not found or place != found[-1]:
            found += [number, place]
    return found


def further_passages(entry: SearchEntry) -> list[str]:
    """What is kept of an entry beside its first passages."""
    passages = entry.shown or entry.passages
    return kept_passages(passages, EXCERPT_SIZE)[len(kept_passages(passages, FIRST_SIZE)) :]


def explained_words(renderer: Renderer, language: Language) -> list[str]:
    """The words of a language for the terms that the site explains."""
    return [
        word
        for term in renderer.register.glossary
        for word in (term.in_chinese if language.is_chinese else term.in_english)
    ]


def year_asked_for(renderer: Renderer, groups: Sequence[LivingGroup]) -> int | None:
    """The number of the group of words for the year, where the documents are of periods of no stated year: who looks
    for a year there asks what year it was."""
    periods = (renderer.register.periods[text.document.period] for text in renderer.register.texts.values())
    if any(map(states_year, periods)):
        return None
    return next((number for number, group in enumerate(groups) if group.asks == YEAR_WORD), None)


def texts_at_places(found: Iterable[SearchEntry]) -> Iterator[str]:
    """What things are called, and what stands at places of their pages by itself."""
    for entry in found:
        yield from (entry.title, *entry.names, *entry.places)


def sentence_numbers(found: Iterable[SearchEntry]) -> Iterator[tuple[str, int]]:
    """The numbers of the sentences of documents, each with the number of its entry."""
    for number, entry in enumerate(found):
        if entry.kind == "source" and entry.is_part:
            yield entry.address.partition("#")[2], number


def figures_by_unit(found: Sequence[SearchEntry]) -> dict[str, list[int]]:
    """The numbers of the figures' entries by unit."""
    by_unit: dict[str, list[int]] = {}
    for number, entry in enumerate(found):
        if entry.unit:
            by_unit.setdefault(entry.unit, []).append(number)
    return by_unit


def alone_for_all(renderer: Renderer, page_numbers: Mapping[str, int]) -> dict[str, int]:
    """Where there is but one document, who asks for the documents asks for it: its page instead of their list."""
    documents = [page_numbers[page] for page in map(document_address, renderer.register.texts) if page in page_numbers]
    return {SOURCES_INDEX: documents[0]} if len(documents) == 1 else {}


def names_on_site(found: Iterable[SearchEntry], pages: Mapping[str, PageText]) -> Iterator[str]:
    """What things on the site are called: titles, labels, and the items of lists."""
    for entry in found:
        yield from entry.names
    for page in pages.values():
        yield from (passage for passage in page.passages if names_things(passage))


def names_things(passage: str) -> bool:
    """Whether a passage is a name, or a few side by side: short, or not long and without a mark of sentences."""
    return len(passage) <= SHORT_PASSAGE or (len(passage) <= SHORT_LIST and not SENTENCE_MARK.search(passage))


def text_groups(found: Sequence[SearchEntry], shown: Sequence[bytes]) -> list[list[int]]:
    """For each run of entries of a kind: the number of the first, how many stand in a file, and the first file.

    ``shown`` is what is shown of each entry.
    """
    small = sum(map(len, shown)) <= SMALL_SITE
    groups = []
    files = 0
    for _, group in itertools.groupby(enumerate(found), key=lambda one: (one[1].kind, one[1].is_part)):
        run = [number for number, _ in group]
        size = sum(len(shown[number]) for number in run) // len(run)
        in_a_file = max(1, (TEXT_SIZE_IF_SMALL if small else TEXT_SIZE) // size)
        groups.append([run[0], in_a_file, files])
        files += -(-len(run) // in_a_file)
    return groups


def text_files(shown: Sequence[bytes], groups: list[list[int]]) -> Iterator[bytes]:
    """The files of texts in order; ``shown`` is what is shown of each entry."""
    ends = [first for first, _, _ in groups[1:]] + [len(shown)]
    for (first, in_a_file, _), end in zip(groups, ends, strict=True):
        for start in range(first, end, in_a_file):
            yield b"[" + b",".join(shown[start : min(start + in_a_file, end)]) + b"]"


def kept_passages(passages: Sequence[str], size: int) -> list[str]:
    """The first passages, of so many characters at most."""
    lengths = itertools.accumulate(len(passage) for passage in passages)
    return [one for one, length in zip(passages, lengths, strict=True) if length <= size]


def script_table(listed: Container[str], more: str) -> list[str]:
    """Traditional characters and their Simplified ones, as two strings: those that this index or ``more`` has."""
    pairs = [(char, other) for char, other in simplified().items() if f"1{other}" in listed or other in more]
    return ["".join(char for char, _ in pairs), "".join(other for _, other in pairs)]


def lists(found: Sequence[SearchEntry]) -> list[list[int]]:
    """For each page with entries on it: its number, then first and last number of each run of those entries."""
    numbers = {entry.address: number for number, entry in enumerate(found)}
    listed = []
    for number, entry in enumerate(found):
        if entry.lists:
            listed.append([number, *number_runs(sorted(numbers[address] for address in entry.lists))])
    return listed


def number_runs(numbers: Sequence[int]) -> list[int]:
    """First and last of each run of consecutive numbers."""
    ends: list[int] = []
    for number in numbers:
        if ends and number == ends[-1] + 1:
            ends[-1] = number
        else:
            ends += [number, number]
    return ends


def facets(renderer: Renderer, language: Language, found: Sequence[SearchEntry]) -> dict[str, Any]:
    """What results can be narrowed by: ids and names, the combinations that occur, and runs of entries.

    A run is a count of consecutive entries and the number of their combination less that of the run before.
    """
    register = renderer.register
    return {
        "area": facet(
            {ident: renderer.text(one.title, language) for ident, one in register.work_areas.items()},
            [one.areas for one in found],
        ),
        "period": facet(
            {ident: renderer.text(one, language) for ident, one in register.periods.items()},
            [one.periods for one in found],
        ),
    }


def facet(names: Mapping[str, str], values: Sequence[tuple[str, ...]]) -> dict[str, Any]:
    """One facet; a combination is the number of a value, or a list of such numbers."""
    numbers = {ident: number for number, ident in enumerate(names)}
    sets: dict[tuple[str, ...], int] = {(ident,): number for ident, number in numbers.items()}
    counted: list[int] = []
    before = 0
    for same, group in itertools.groupby(values):
        number = sets.setdefault(same, len(sets))
        counted += [sum(1 for _ in group), number - before]
        before = number
    more = [[numbers[ident] for ident in same] for same in list(sets)[len(names) :]]
    return {"ids": list(names), "names": list(names.values()), "more": more, "runs": counted}
