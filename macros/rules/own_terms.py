"""A bureau's own units and periods add to those of the software, and redefine none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from macros.problems import Problem
from macros.quantities.english.reader import read_english
from macros.records.collection import Collection
from macros.records.kinds import EMENDATION_KINDS, ITEM_KINDS, PERIODS, STAGES, STATUSES, UNITS, Entry, Kind
from macros.records.shipped import shipped_periods, shipped_units
from macros.records.vocabulary import Period, Unit
from macros.text.languages import Bilingual

UNIT_LETTER = r"[^\W\d_〇零一二两三四五六七八九十百千万亿]"
WORD_FORMS = {
    "written": re.compile(
        rf"^(?![多余来近约半几数]){UNIT_LETTER}(?:{UNIT_LETTER}|[/·²³°])*(?:（{UNIT_LETTER}{{1,3}}）)?$"
    ),
    "words": re.compile("^(?=.*[年月季期日来间后前时五])[\u3400-\u9fff0-9]{2,}$"),
}
"""What may be a word for a unit, another in brackets behind it (头（只）), and for a period."""


def own_terms_add(collection: Collection) -> Iterator[Problem]:
    """An entry of a bureau has an id and words of its own: what the software reads one way is never read another."""
    yield from added(collection, UNITS, shipped_units(), "written")
    yield from added(collection, PERIODS, shipped_periods(), "words")


def added(collection: Collection, kind: Kind, shipped: Iterable[Unit | Period], name: str) -> Iterator[Problem]:
    """The entries of one vocabulary; ``name`` is the field that holds how a source writes them."""
    ids = {one.id for one in shipped}
    words = {word: one.id for one in shipped for word in getattr(one, name)}
    for entry in collection.judged(kind):
        for index, one in enumerate(entry.record.entries):
            if one.id in ids:
                yield entry.problem(
                    ("entries", index, "id"),
                    Bilingual(f"“{one.id}”是软件自带的，不能改写。", f'"{one.id}" comes with the software as it is.'),
                    Bilingual("删去这一条；确是另一个词的，另起编号。", "Delete it; give another word another id."),
                )
            for place, word in enumerate(getattr(one, name)):
                if not WORD_FORMS[name].search(word):
                    yield entry.problem(
                        ("entries", index, name, place),
                        Bilingual(f"“{word}”不能单独用作这样的词。", f'"{word}" alone cannot be such a word.'),
                        Bilingual(
                            "单位写原文中的单位词，不含数字；时期至少写两个字，并含年、月、季、期、日、时、来、间、后、前、五之一。",
                            "A unit is written as the source has it, without a numeral; a period takes two characters "
                            "or more, with 年, 月, 季, 期, 日, 时, 来, 间, 后, 前 or 五 among them.",
                        ),
                    )
                elif words.setdefault(word, one.id) != one.id:
                    yield entry.problem(
                        ("entries", index, name, place),
                        Bilingual(
                            f"“{word}”已经是“{words[word]}”的写法。",
                            f'"{word}" is a way to write "{words[word]}" already.',
                        ),
                        Bilingual("删去这个写法。", "Delete this word."),
                    )


def own_periods_called_as_written(collection: Collection) -> Iterator[Problem]:
    """A bureau's period is called in the words that state it, and in English by no period that these do not state."""
    ids = {period.id for period in shipped_periods()}
    words = {word for period in shipped_periods() for word in period.words}
    for entry in collection.judged(PERIODS):
        for index, one in enumerate(entry.record.entries):
            if one.id in ids or not words.isdisjoint(one.words):
                continue  # Told by that.
            hidden = [word for word in words if any(word in own for own in one.words) and word not in one.zh]
            if hidden or (one.words and one.zh not in one.words):
                yield called_otherwise(entry, index, "zh", one.words)
            elif one.en and any(
                contains(one.en, period.en) and not states(period, one.zh) for period in shipped_periods()
            ):
                yield called_otherwise(entry, index, "en", [one.zh])


def states(period: Period, text: str) -> bool:
    """Whether a text states a period of the software."""
    return any(word in text for word in period.words)


def own_units_called_as_written(collection: Collection) -> Iterator[Problem]:
    """A bureau's unit is called as a source writes it; in English it holds no number, and no money that it is not."""
    money = [one for one in shipped_units() if one.currency]
    names = [word for one in money for word in (one.en, *one.english)]
    ids = {unit.id for unit in shipped_units()}
    words = {word for unit in shipped_units() for word in unit.written}
    for entry in collection.judged(UNITS):
        for index, one in enumerate(entry.record.entries):
            if one.id in ids or not words.isdisjoint(one.written):
                continue  # Told by that.
            if one.zh not in one.written:
                yield called_otherwise(entry, index, "zh", one.written)
            called = [*([one.en] if one.en else []), *([one.one] if one.one else []), *one.english]
            if any(holds_number(word) or any(contains(word, name) for name in names) for word in called):
                yield called_otherwise(entry, index, "en", [one.zh])
            if one.currency:
                yield money_of_its_own(entry, index, one.currency)


def holds_number(word: str) -> bool:
    """Whether an English word for a unit states a number, or changes the one before it."""
    counted = [one.values for one in read_english(f"5 {word}")]
    return bool(read_english(word)) or counted != [(Decimal(5),)]


def terms_called_apart(collection: Collection) -> Iterator[Problem]:
    """No two terms of a vocabulary are called alike: what is missed is not called met."""
    for kind in (ITEM_KINDS, STAGES, STATUSES, EMENDATION_KINDS, PERIODS, UNITS):
        for entry in collection.judged(kind):
            for language in ("zh", "en"):
                seen: dict[str, str] = {}
                for index, one in enumerate(entry.record.entries):
                    called = getattr(one, language).casefold() or one.id
                    if seen.setdefault(called, one.id) != one.id:
                        yield entry.problem(
                            ("entries", index, language),
                            Bilingual(f"“{seen[called]}”已经叫这个名称。", f'"{seen[called]}" is called so already.'),
                            Bilingual("写这个词条自己的名称。", "Call this term by a name of its own."),
                        )


def contains(text: str, words: str) -> bool:
    """Whether English words stand in a text, in whatever case."""
    return re.search(rf"(?<![a-z]){re.escape(words.lower())}(?![a-z])", text.lower()) is not None


def called_otherwise(entry: Entry, index: int, field: str, words: Iterable[str]) -> Problem:
    """A term that is called something that its words do not say."""
    return entry.problem(
        ("entries", index, field),
        Bilingual("名称与所登记的词语意思不同。", "The name says something else than the words listed."),
        Bilingual(
            f"名称用登记的词语：{'、'.join(words)}；英文照译，不写数、货币或别的时期。",
            f"Call it by the words listed ({', '.join(words)}); in English translate them, without a number, money or "
            "another period.",
        ),
    )


def money_of_its_own(entry: Entry, index: int, code: str) -> Problem:
    """A currency that a bureau adds: nobody could tell whether it is one."""
    known = "、".join(sorted({one.currency for one in shipped_units() if one.currency}))
    return entry.problem(
        ("entries", index, "currency"),
        Bilingual(f"不能另加货币“{code}”。", f'A bureau adds no currency of its own, "{code}".'),
        Bilingual(
            f"删去 currency；软件自带的货币有：{known}。",
            f"Delete currency; those of the software are {known.replace('、', ', ')}.",
        ),
    )


RULES = (own_terms_add, terms_called_apart, own_periods_called_as_written, own_units_called_as_written)
