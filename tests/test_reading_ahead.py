"""What is read of many sentences ahead, and what is left out of a search, makes no difference to what is found."""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.quantities.chinese.apart import IN_EVERY_VERB, PATTERNS_APART
from macros.quantities.english import dates, names, ordinals, reader
from macros.quantities.english.reader import read_english
from macros.quantities.expression import Expression, Qualifier, Sense
from macros.quantities.parity.disagreements import disagreements
from macros.records import reading_ahead
from macros.records.collecting import collect
from macros.records.collection import Collection
from macros.records.document import Sentence
from macros.records.reading_ahead import read_ahead
from macros.records.sources import Paragraph, Sources
from macros.records.units import UnitTable
from macros.rules import wording
from macros.rules.verbatim_text import ALWAYS_SIMPLIFIED
from macros.text.han_scripts import HAN_BLOCKS, folded, simplified, traditionaliser
from tests.quantities.test_english import rows

FIXTURES = Path(__file__).parent / "fixtures"
QUANTITIES = Path(__file__).parent / "quantities"
NUMBERED = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split()
ENGLISH = sorted(
    {row[0] for row in rows("english.tsv", 2)}
    | {row[1] for row in rows("parity.tsv", 3)}
    | {f"{word}, it was done." for word in NUMBERED}
)


@pytest.fixture(scope="module")
def yunling() -> Collection:
    """A folder with tables and prose, read sentence by sentence as it is asked for."""
    return collect(FIXTURES / "yunling" / "data")[0]


def sources_anew(collection: Collection) -> Sources:
    """The same sentences, of which nothing has been read."""
    paragraphs = dict.fromkeys(id(one) for one, _ in collection.sources.places.values())
    by_id = {id(one): one for one, _ in collection.sources.places.values()}
    return Sources([by_id[one] for one in paragraphs], collection.units.words)


def test_what_is_read_ahead_is_what_is_read_when_asked(yunling: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_ahead, "SENTENCES_AT_A_TIME", 3)
    ahead, asked = sources_anew(yunling), sources_anew(yunling)
    read_ahead(ahead, yunling.units)
    assert ahead.read == {one: asked.expressions(one) for one in asked.sentences}
    assert any(ahead.read.values()) and any(one.counted_in for one in ahead.sentences.values())
    for one in asked.sentences.values():
        assert ahead.chinese[one.zh] == asked.chinese_in(one.zh)
        assert ahead.english[one.en] == asked.english_in(one.en)
        assert ahead.told[one.zh, one.en] == yunling.units.told_otherwise(one.zh, one.en)


def test_what_was_read_of_a_sentence_is_kept_while_the_sentence_is_the_same() -> None:
    units, other = frozenset({"份"}), frozenset({"人"})
    paragraph = Paragraph(
        "paper", tuple(Sentence(id=f"s1-{at}", zh=f"发放资料{at}10份", en="Text", path=()) for at in (1, 2))
    )
    before = Sources([paragraph], units)
    kept = {one: before.expressions(one) for one in before.sentences}["paper#s1-1"]
    rewritten = paragraph.sentences[1].model_copy(update={"zh": "又发放资料310份"})
    after = Sources([Paragraph("paper", (paragraph.sentences[0], rewritten))], units)
    after.keep(before)
    assert after.read == {"paper#s1-1": kept}
    assert [one.start for one in after.expressions("paper#s1-2")] == [5]
    after = Sources([paragraph], other)
    after.keep(before)
    assert after.read == {}


class Anything:
    """Holds whatever is asked for."""

    def __contains__(self, word: object) -> bool:
        return True


UNGUARDED: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "an expression may begin with any token": lambda patch: patch.setattr(reader, "BEGINNING_WORDS", Anything()),
    "a name may stand anywhere": lambda patch: patch.setattr(names, "NEEDED", {}),
    "a date may stand anywhere": lambda patch: patch.setattr(dates, "holds_any", lambda text, words: True),
    "a rank may stand anywhere": lambda patch: patch.setattr(ordinals, "holds_any", lambda text, words: True),
}


@pytest.mark.parametrize("guard", UNGUARDED)
def test_what_is_not_looked_at_closely_holds_nothing(guard: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [read_english(text) for text in ENGLISH]
    assert sum(map(len, found)) > 500
    UNGUARDED[guard](monkeypatch)
    assert [read_english.__wrapped__(text) for text in ENGLISH] == found


UNITS = UnitTable.with_own(()).by_writing


def count(written: tuple[int, str, Qualifier], at: int = 0) -> Expression:
    """So many of a unit, as a grammar may read it at the place of a text."""
    tenths, unit, qualifier = written
    return Expression(f"{tenths}{unit}", at * 12, Sense.COUNT, (Decimal(tenths) / 10,), unit, qualifier)


def counts(units: str) -> st.SearchStrategy[list[Expression]]:
    """Some counts, apart from each other."""
    qualifiers = st.sampled_from((Qualifier.EXACT, Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.AT_MOST))
    one = st.tuples(st.sampled_from((5, 10, 100)), st.sampled_from(units.split(",")), qualifiers)
    return st.lists(one, max_size=3).map(lambda some: [count(written, at) for at, written in enumerate(some)])


@given(counts(",家,年,周年,世纪,元,季度"), counts(",year,decade,century,CNY,quarter"))
@example([count((100, "年", Qualifier.EXACT))], [count((10, "decade", Qualifier.EXACT))])
def test_beside_a_date_that_both_texts_have_counts_disagree_in_the_same(
    zh: list[Expression], en: list[Expression]
) -> None:
    """With counts alone much is not looked at; with a date, all is."""
    date = Expression("2019-06-30", 900, Sense.DATE, named="2019-06-30")
    assert disagreements(zh, en, UNITS) == disagreements([*zh, date], [*en, date], UNITS)


def test_every_verb_that_a_measure_may_part_from_its_number_holds_a_character_that_is_looked_for_first() -> None:
    words = [word for verbs, _, _ in PATTERNS_APART for some in verbs.values() for word in some]
    assert len(words) > 50
    assert [word for word in words if not IN_EVERY_VERB.search(word.rpartition(")")[2])] == []


def test_marks_and_letters_that_are_wrong_are_among_those_looked_for_first() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for char in wording.MAY_BE_FOREIGN.sub("", every):
        assert not wording.FOREIGN_IN_ENGLISH.search(f"{char} a{char}a {char}"), repr(char)
    for char in map(chr, range(128)):
        text = f"汉{char}汉{char}"
        assert wording.ANY_HALF_WIDTH.search(text) or not wording.HALF_WIDTH_MARK.search(text), repr(char)


def test_characters_by_which_a_text_is_known_to_be_simplified_have_other_forms_everywhere() -> None:
    texts = [
        one.read_text("utf-8")
        for one in (*FIXTURES.rglob("documents/*.txt"), QUANTITIES / "chinese.tsv", QUANTITIES / "sentences.txt")
    ]
    lines = {line for text in texts for line in text.splitlines() if any(map(line.count, ALWAYS_SIMPLIFIED))}
    assert len(lines) > 200
    for text in (*ALWAYS_SIMPLIFIED, *lines):
        made = traditionaliser().convert(text)
        assert not any(map(made.count, ALWAYS_SIMPLIFIED)), text


def test_folding_by_character_is_folding_by_the_whole_table() -> None:
    table = simplified()
    assert all(folded(chr(code)) == table.get(chr(code), chr(code)) for block in HAN_BLOCKS for code in block)
    assert folded("Aé，𠮷") == "Aé，𠮷"
