"""What a query that is not literally there may have meant: words for the same thing, other spellings, slips, pinyin.

Nothing here changes what is found exactly. The rows stand among those of the index, under keys of their own:

- ``4<number>`` – how many entries hold a word of this group of synonyms, then the fields of the likeliest;
  ``4<number>=`` the entries of the figures that are measured in its units;
- ``5<pinyin>`` – the words of the site, in Chinese characters, that are spelt so, whole or by initials; ``5=<pinyin>``
  those that are spelt so where zh and z, ang and an are one; in both languages ``5rd`` the name r&d;
- ``6<slip>`` – for slips: ``6解`` holds the readings of a common character, by which 河解 is found to sound like 河蟹;
  ``6特?员`` the words with another character between these two; ``6c12`` the Latin words with this first letter and of
  this length, among which a browser looks for one that differs by a letter;
- ``7<number>`` – the entries of the sentences that documents have under a number, as ``7s5-4``.

``similar.json`` holds the groups, the words of Taiwan and Hong Kong for those of the site, and the words of questions;
of the Chinese edition ``latin.json`` holds those of them that are written in Latin letters.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from macros.records.vocabulary import SynonymGroup
from macros.search.elsewhere import CHINESE_ELSEWHERE, ENGLISH_ELSEWHERE
from macros.search.folding import fold, is_word, units
from macros.search.pinyin import common_characters, loosely_spelt, spellings
from macros.search.postings import SAME_ROW
from macros.search.question_words import (
    ASKED_PAGES,
    COUNTING,
    DEEDS,
    DEFINING,
    FOR_EACH,
    ITSELF,
    MOMENTS,
    OTHER_YEARS,
    SKIPPED,
    WEAK,
)
from macros.search.rows import encoded, read_fields, read_row, row_of_fields
from macros.search.stems import stem
from macros.text.han_scripts import regional_words
from macros.text.languages import Language

HAN_RUN: Final = re.compile("[㐀-鿿]+")
SHORT_NAME = 8
"""Characters of a name whose every part may be typed; of a longer one, the parts that other names have too."""
LONGEST_NAME, LONGEST_PART = 12, 6
"""Characters of a name, and of a part of one, that is spelt in pinyin."""
SHORT_PASSAGE, SHORT_LIST = 14, 40
"""Characters of a passage that is a name, as the items of lists are, and of one that is a few names."""
WORDS_WITH_MARKS: Final = re.compile(r"[a-z]+(?:[^\w\s,.;:]+[a-z]+)+")
"""A name in letters with marks among them."""
SENTENCE_MARK: Final = re.compile("[，。；：！？,;:!?]")
MOST_WORDS, MOST_FIELDS = 40_000, 240
"""Words that are spelt in pinyin; fields that a group lists."""
FEW_ENGLISH = 8
"""English words of a group that may be typed on Chinese pages."""
FEWEST_LETTERS = 4
"""Letters of a Latin word for which slips are looked for."""
WORDS_OF_QUESTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "counting": COUNTING,
    "deeds": DEEDS,
    "defining": DEFINING,
    "each": FOR_EACH,
    "skipped": SKIPPED,
    "times": MOMENTS,
    "years": OTHER_YEARS,
}
"""The words of questions by what a browser calls them."""


@dataclass(frozen=True)
class LivingGroup:
    """A group of synonyms of which the site holds something: its words, the commonest first, and the others."""

    held: tuple[str, ...]
    others: tuple[str, ...]
    fields: tuple[int, ...]
    measures: bool
    """Whether it names what figures are measured in: it asks for figures."""
    measured: tuple[int, ...] = ()
    """The entries of the figures that are measured so."""
    page: int | None = None
    """The entry of the page of the site that it asks for."""
    asks: str = ""
    """The word by which it asks for that page."""
    weak: int = 0
    """1 where it says little beside other words, 2 where it names the bureau itself."""


def merged_groups(groups: Iterable[SynonymGroup]) -> list[SynonymGroup]:
    """The groups, those that share a word made one."""
    made: list[SynonymGroup] = []
    for group in groups:
        words = {word.lower() for word in group.words}
        same = [one for one in made if words & {word.lower() for word in one.words}]
        zh, en, measured = (
            tuple(dict.fromkeys(value for one in (*same, group) for value in getattr(one, name)))
            for name in ("zh", "en", "units")
        )
        one = SynonymGroup.model_construct(zh=list(zh), en=list(en), units=list(measured))
        at = made.index(same[0]) if same else len(made)
        made = [other for other in made if other not in same]
        made.insert(at, one)
    return made


def living(
    groups: Iterable[SynonymGroup],
    listed: Mapping[str, bytes],
    measured: Mapping[str, Sequence[int]],
    pages: Mapping[str, int],
    language: Language,
) -> Iterator[LivingGroup]:
    """The groups of which the index holds something.

    ``measured`` are the entries of figures by unit, ``pages`` those of pages by address; the words by which a group is
    known are those that readers of the language may type.
    """
    groups = list(groups)
    typed = [word for group in groups for word in group.zh]
    for group in groups:
        by_word = {word: fields_saying(word, typed, listed) for word in group.words}
        held = sorted((word for word in group.words if by_word[word]), key=lambda word: -len(by_word[word]))
        fields = {field for found in by_word.values() for field in found}
        figures = sorted({entry for unit in group.units for entry in measured.get(unit, ())})
        asks = next((word for word, address in ASKED_PAGES.items() if word in group.zh and address in pages), "")
        page = pages[ASKED_PAGES[asks]] if asks else None
        fields |= {2 * entry for entry in (*figures, *([] if page is None else [page]))}
        if fields:
            yield LivingGroup(
                tuple(held),
                tuple(word for word in others_of(group, language) if not by_word[word]),
                tuple(sorted(fields)),
                bool(group.units),
                tuple(figures),
                page,
                asks,
                2 if ITSELF in group.zh else int(not set(WEAK).isdisjoint(group.zh)),
            )


def fields_saying(word: str, words: Iterable[str], listed: Mapping[str, bytes]) -> set[int]:
    """The fields that hold a word, without those where it may be the end of another and a particle: 目的 of 项目的."""
    held = fields_holding(word, listed)
    if held and len(word) == 2 and word.endswith("的"):
        others = {other[-2:] for other in words if len(other) > 1 and other.endswith(word[0])}
        held = held.difference(*(fields_holding(f"{other}的", listed) for other in others))
    return held


def fields_holding(word: str, listed: Mapping[str, bytes]) -> set[int]:
    """The fields that hold a word: its characters side by side, as far as the index lists places; of Latin words the
    stems."""
    parts = units(fold(word))
    keys = [f"~{stem(part)}" for part in parts if is_word(part)]
    if keys:
        return set.intersection(*(fields_under(key, listed) for key in keys))
    if len(parts) == 1:
        return fields_under(f"1{parts[0]}", listed)
    pairs = [f"2{one} {other}" for one, other in itertools.pairwise(parts)]
    held = set.intersection(*(fields_under(key, listed) for key in pairs))
    return held if len(pairs) == 1 else {field for field in held if side_by_side(field, pairs, listed)}


def side_by_side(field: int, pairs: Sequence[str], listed: Mapping[str, bytes]) -> bool:
    """Whether pairs of units stand one behind the other in a field; those of which no places are listed may."""
    starts: set[int] | None = None
    for step, key in enumerate(pairs):
        if not listed[key]:
            continue
        places = {place - step for place in places_of(listed[key])[field]}
        starts = places if starts is None else starts & places
    return starts is None or bool(starts)


@functools.lru_cache(maxsize=64)
def places_of(row: bytes) -> dict[int, list[int]]:
    """The places of a row by field."""
    numbers = read_row(row)
    found, field, at = dict[int, list[int]](), 0, 0
    while at < len(numbers):
        field += numbers[at] >> 1
        several = numbers[at] & 1
        start = at + 1 + several
        at = start + (numbers[at + 1] if several else 1)
        found[field] = list(itertools.accumulate(numbers[start:at]))
    return found


def fields_under(key: str, listed: Mapping[str, bytes]) -> set[int]:
    """The fields listed under a key."""
    row = listed.get(key)
    if row is None:
        return set()
    if key.startswith("2") and row:
        return set(places_of(row))
    if row.startswith(SAME_ROW):
        return fields_under(row[1:].decode(), listed)
    return set(read_fields(listed[f"3{key[1:]}"] if key.startswith("2") else row))


def group_row(group: LivingGroup) -> bytes:
    """How many entries hold a word of the group, then the fields of the likeliest: names before passages."""
    count = len({field // 2 for field in group.fields})
    likeliest = sorted(sorted(group.fields, key=lambda field: (field % 2, field))[:MOST_FIELDS])
    return encoded([count]) + row_of_fields(likeliest)


def words_of_names(names: Iterable[str]) -> Counter[str]:
    """The words, and parts of words, by which things on the site are called, each with how many names hold it."""
    found = Counter[str]()
    whole = set[str]()
    for name in dict.fromkeys(names):
        for run in HAN_RUN.findall(fold(name)):
            parts = {run[start:end] for start, end in spans(len(run))}
            found.update(parts)
            whole |= parts if len(run) <= SHORT_NAME else {run} if len(run) <= LONGEST_NAME else set()
    kept = Counter({word: count for word, count in found.items() if count > 1 or word in whole})
    return Counter(dict(sorted(kept.items(), key=lambda one: (-one[1], one[0]))[:MOST_WORDS]))


def spans(length: int) -> Iterator[tuple[int, int]]:
    """Where the parts of a name begin and end, the name itself among them."""
    for start in range(length):
        for end in range(start + 2, min(length, start + LONGEST_PART) + 1):
            yield start, end
    if LONGEST_PART < length <= LONGEST_NAME:
        yield 0, length


def pinyin_rows(words: Iterable[str]) -> dict[str, bytes]:
    """Rows of words by pinyin, whole and, of three characters and more, by initials; the commonest first.

    Below ``5=`` stand those that are typed with what many do not tell apart, where no word is spelt exactly so.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    others: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        for spelling in spellings(word):
            found[f"5{spelling}"].append(word)
            others[f"5={loosely_spelt(spelling)}"].append(word)
    found |= {key: held for key, held in others.items() if key.replace("=", "") not in found}
    return {key: " ".join(list(dict.fromkeys(held))[:8]).encode() for key, held in found.items()}


def compound_rows(names: Iterable[str]) -> dict[str, bytes]:
    """Rows of the names in Latin letters with marks among them, by what they are when typed as one: ``rd`` for r&d."""
    found = (word for name in names for word in WORDS_WITH_MARKS.findall(name.lower()))
    return {f"5{''.join(units(fold(word)))}": word.encode() for word in dict.fromkeys(found)}


def numbered_rows(numbers: Iterable[tuple[str, int]]) -> dict[str, bytes]:
    """Rows of the entries of sentences by their numbers."""
    by_number = defaultdict[str, list[int]](list)
    for number, entry in numbers:
        by_number[f"7{number}"].append(2 * entry)
    return {key: row_of_fields(fields) for key, fields in by_number.items()}


def slip_rows(words: Sequence[str], listed: Mapping[str, bytes]) -> dict[str, bytes]:
    """Rows by which slips are found: readings of characters, words of three characters, Latin words."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    if words:
        found |= {f"6{char}": list(read) for char, read in common_characters().items()}
    for word in words:
        if len(word) == 3:
            found[f"6{word[0]}?{word[2]}"].append(word)
    for key in listed:
        if key[0] == "1" and is_word(key[1:]) and len(key) > FEWEST_LETTERS:
            found[f"6{key[1]}{len(key) - 1}"].append(key[1:])
    return {key: " ".join(held).encode() for key, held in found.items()}


def regional(listed: Mapping[str, bytes], words: Iterable[str]) -> dict[str, str]:
    """What Taiwan and Hong Kong call words of the site, in Simplified characters, with the site's own words."""
    pairs = (key[1:].replace(" ", "") for key in listed if key[0] == "2")
    known = dict.fromkeys([*words, *(pair for pair in pairs if HAN_RUN.fullmatch(pair))])
    written = sorted(regional_words([word for word in known if len(word) <= 4]), key=lambda one: len(one[0]))
    kept: dict[str, str] = {}
    for word, other in written:
        # What a shorter word in it explains is found by that.
        if not any(short in other and other.replace(short, meant) == word for short, meant in kept.items()):
            kept[other] = word
    return kept


def similar_rows(groups: Sequence[LivingGroup], words: Sequence[str], listed: Mapping[str, bytes]) -> dict[str, bytes]:
    """All rows of what may have been meant; ``words`` are those of names, the commonest first."""
    by_number = {f"4{number}": group_row(group) for number, group in enumerate(groups)}
    measured = ((number, group.measured[:MOST_FIELDS]) for number, group in enumerate(groups) if group.measured)
    by_number |= {f"4{number}=": row_of_fields(fields) for number, fields in measured}
    return by_number | pinyin_rows(words) | slip_rows(words, listed)


def unheld_words(groups: Iterable[SynonymGroup], alive: Iterable[LivingGroup], language: Language) -> list[str]:
    """The words of a language in groups of which the site holds nothing."""
    known = {word for group in alive for word in (*group.held, *group.others)}
    return [
        word
        for group in groups
        if known.isdisjoint(group.words)
        for word in (group.zh if language.is_chinese else group.en)
    ]


def absent_words(listed: Mapping[str, bytes], language: Language) -> list[str]:
    """The words of a language for what is asked of other offices, and of which the site holds nothing."""
    words = CHINESE_ELSEWHERE if language.is_chinese else ENGLISH_ELSEWHERE
    return [word for word in words if not fields_holding(word, listed)]


def others_of(group: SynonymGroup, language: Language) -> Sequence[str]:
    """The words of a group that readers may type: on English pages English ones, on Chinese pages some of them too."""
    return (*group.zh, *different(group.en)[:FEW_ENGLISH]) if language.is_chinese else group.en


def similar_head(
    count: int,
    groups: Sequence[LivingGroup],
    regions: Mapping[str, str],
    unheld: Sequence[str],
    absent: Sequence[str],
    explained: Sequence[str],
    glossary: int | None,
    overview: Sequence[int],
    year: int | None,
    language: Language,
) -> dict[str, Any]:
    """What a browser reads first when it looks for what was meant.

    ``count`` is how many entries there are; ``unheld`` and ``absent`` are words for what the site holds nothing of, the
    latter asked of other offices; ``explained`` are the terms that the site explains, ``glossary`` is the number of
    the page that explains them, if there is one, ``overview`` those of the pages that say what was done, and ``year``
    is the number of the group of words for the year, where no document states one.
    """
    return {
        "count": count,
        "unheld": in_few_bytes(different(unheld)),
        "absent": in_few_bytes(different(absent)),
        "explained": in_few_bytes(explained),
        "glossary": glossary,
        "overview": list(overview),
        "year": year,
        **{key: in_few_bytes(typed_on_pages(words, language)) for key, words in WORDS_OF_QUESTIONS.items()},
        "groups": [
            [in_few_bytes(one.held), in_few_bytes(different(one.others)), int(one.measures), one.weak, one.page]
            for one in groups
        ],
        "regional": [in_few_bytes(regions), in_few_bytes(regions.values())],
    }


def typed_on_pages(words: Iterable[str], language: Language) -> list[str]:
    """Words of questions that readers may type: on English pages English ones, on Chinese pages those of both."""
    return [word for word in words if language.is_chinese or word.isascii()]


def apart_by_letters(head: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a browser reads first, without the words in Latin letters, and these by themselves: on Chinese pages few
    queries have letters, and the others need not fetch them."""
    of_queries = ("absent", "unheld", *WORDS_OF_QUESTIONS)
    latin = {key: in_letters(head[key], latin=True) for key in of_queries}
    kept = {key: in_letters(head[key], latin=False) for key in of_queries}
    of_groups = [in_letters(others, latin=True) for _, others, *_ in head["groups"]]
    groups = [[held, in_letters(others, latin=False), *more] for held, others, *more in head["groups"]]
    return {**head, **kept, "groups": groups}, {**latin, "groups": of_groups}


def in_letters(words: str, *, latin: bool) -> str:
    """Of words in few bytes those in Latin letters, or the others."""
    return in_few_bytes(word for word in words.split("|") if word.isascii() == latin)


def in_few_bytes(words: Iterable[str]) -> str:
    """Words in few bytes."""
    return "|".join(words)


def different(words: Iterable[str]) -> list[str]:
    """Words without those that differ from another by their ending only: a browser knows Latin words by their stems."""
    by_stem: dict[str, str] = {}
    for word in words:
        by_stem.setdefault(" ".join(stem(unit) if is_word(unit) else unit for unit in units(fold(word))), word)
    return list(by_stem.values())
