"""Every word that puts a quantity in doubt has its category, and every category its words and its place in parity."""

from __future__ import annotations

import pytest

from macros.quantities.chinese.hedged_behind import STANDING_BEHIND
from macros.quantities.chinese.hedges import STANDING_BEFORE
from macros.quantities.chinese.reader import read_chinese
from macros.quantities.hedges import HEDGE_OF_WORD, UNDER_PLANS, WORDS_OF_HEDGES, Hedge
from macros.quantities.parity.hedges_in_english import SAID_IN_ENGLISH


def test_every_word_that_is_read_has_a_category_and_every_word_of_one_is_read() -> None:
    assert {*STANDING_BEFORE, *STANDING_BEHIND} == set(HEDGE_OF_WORD) - {UNDER_PLANS}
    assert len(HEDGE_OF_WORD) == sum(map(len, WORDS_OF_HEDGES.values())), "a word has two categories"


def test_every_category_has_words_and_all_but_a_plain_no_have_some_in_english() -> None:
    assert set(WORDS_OF_HEDGES) == set(Hedge) == {Hedge.NOT, Hedge.LISTED, *SAID_IN_ENGLISH}


@pytest.mark.parametrize("word", STANDING_BEFORE)
def test_a_word_before_a_quantity_is_read(word: str) -> None:
    sentence = f"{word}为20家" if word == "目标" else f"{word}新增20家"
    assert [one.negated for one in read_chinese(sentence, {"家"})] == [word]


@pytest.mark.parametrize("word", STANDING_BEHIND)
def test_a_word_behind_a_quantity_is_read(word: str) -> None:
    assert [one.negated for one in read_chinese(f"20家企业{word}于明年", {"家"})] == [word]
