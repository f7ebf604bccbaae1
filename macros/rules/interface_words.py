"""Interface words in a bureau's own wording: each is known, and what stands in braces is what the program fills in."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from decimal import Decimal

from macros.problems import Problem
from macros.records.base import BilingualText
from macros.records.collection import Collection
from macros.records.kinds import INTERFACE, Entry
from macros.records.shipped import shipped_words
from macros.rules.prose_numbers import expressions_in
from macros.text.languages import Bilingual
from macros.text.placeholders import PLACEHOLDER
from macros.text.right_language import wrong_languages


def words_known(collection: Collection) -> Iterator[Problem]:
    """A word that a bureau has in its own wording is one that the software has; no other is ever shown."""
    for entry, key, _ in word_entries(collection):
        if key not in shipped_words():
            near = difflib.get_close_matches(key, shipped_words(), n=1)
            yield entry.problem(
                ("entries", key),
                Bilingual(
                    f"没有名为“{key}”的界面用语，写了也不会显示。",
                    f'No interface word is called "{key}"; none is shown.',
                ),
                Bilingual(
                    f"改为 {near[0]}。" if near else "删去这一条；全部名称见 macros/records/interface.yml。",
                    f"Write {near[0]}." if near else "Delete it; macros/records/interface.yml has every name.",
                ),
            )


def braces_paired(collection: Collection) -> Iterator[Problem]:
    """Braces stand only around a plain name, both of them; whoever wants others must do without."""
    for entry, key, language, text in word_texts(collection):
        rest = PLACEHOLDER.sub("", text)
        if "{" in rest or "}" in rest:
            yield entry.problem(
                ("entries", key, language),
                Bilingual(
                    "花括号没有配对，或括号里不是小写英文名称。",
                    "A brace has no partner, or does not hold a plain lower-case name.",
                ),
                Bilingual(
                    "花括号只用于程序填入的内容，写法如 {count}；其余请删去，或改用圆括号。",
                    "Braces are only for what the program fills in, such as {count}; delete others or use brackets.",
                ),
            )


def names_known(collection: Collection) -> Iterator[Problem]:
    """A name in braces is one that the program fills into this word."""
    for entry, key, language, text in word_texts(collection):
        known = filled_in(key)
        for name in PLACEHOLDER.findall(text):
            if known is not None and name not in known:
                yield entry.problem(
                    ("entries", key, language),
                    Bilingual(f"这条用语里没有可填入的“{{{name}}}”。", f'Nothing is filled in for "{{{name}}}" here.'),
                    Bilingual(f"删去花括号{braced(known, '，或改用')}。", f"Delete it{braced(known, ', or use')}."),
                )


def names_alike(collection: Collection) -> Iterator[Problem]:
    """Chinese and English are filled in with the same values."""
    for entry, key, words in word_entries(collection):
        zh, en = set(PLACEHOLDER.findall(words.zh)), set(PLACEHOLDER.findall(words.en))
        if words.en and zh != en:
            yield entry.problem(
                ("entries", key, "en"),
                Bilingual(
                    f"中英文花括号里的内容不同，只有一方写了{braced(zh ^ en)}。",
                    f"Only one of the two languages is filled in with{braced(zh ^ en)}.",
                ),
                Bilingual("中英文用同样的花括号内容，次序可以不同。", "Use the same braces in both, in any order."),
            )


def names_kept(collection: Collection) -> Iterator[Problem]:
    """Whatever the program fills into a word is filled into a bureau's wording too: no hedge and no number is lost."""
    for entry, key, language, text in word_texts(collection):
        lacking = (filled_in(key) or frozenset()) - set(PLACEHOLDER.findall(text))
        if lacking:
            yield entry.problem(
                ("entries", key, language),
                Bilingual(f"缺少{braced(lacking)}。", f"This lacks{braced(lacking)}."),
                Bilingual(f"写上{braced(lacking)}。", f"Write{braced(lacking)} into it."),
            )


def worded_in_their_language(collection: Collection) -> Iterator[Problem]:
    """A word is in its language and no placeholder; where the software has a mark alone (a colon), it is a mark."""
    for entry, key, words in word_entries(collection):
        known = shipped_words().get(key)
        if known is None:
            continue
        bare = {name: PLACEHOLDER.sub("", getattr(words, name)) for name in ("zh", "en")}
        if not has_letters(PLACEHOLDER.sub("", known.zh)):
            for name, text in bare.items():
                if has_letters(text) or not (text.strip() or not getattr(known, name).strip()):
                    yield entry.problem(
                        ("entries", key, name),
                        Bilingual("这里只能写标点或空格。", "This can be nothing but a mark or a space."),
                        Bilingual(
                            f"写“{getattr(known, name)}”一类的标点。", f'Write a mark, as "{getattr(known, name)}".'
                        ),
                    )
            continue
        if not has_letters(bare["en"]) and not has_letters(PLACEHOLDER.sub("", known.en)):
            continue  # “{count}项” is a number alone in English.
        for one in wrong_languages(bare["zh"], bare["en"] or known.en):
            yield entry.problem(("entries", key, one.field), one.wrong, one.fix)


def hedges_apart(collection: Collection) -> Iterator[Problem]:
    """No hedge is worded as the software words another one: what is denied is not called expected."""
    hedges = {key: words for key, words in shipped_words().items() if key.startswith("hedge-")}
    for entry, key, language, text in word_texts(collection):
        others = [other for other, words in hedges.items() if other != key and getattr(words, language) == text]
        if key in hedges and others:
            yield entry.problem(
                ("entries", key, language),
                Bilingual(
                    f"这是“{others[0]}”的说法，意思不同。",
                    f'This is what "{others[0]}" says, which means another thing.',
                ),
                Bilingual("删去这一条，或按它自己的意思写。", "Delete it, or word it by what it means itself."),
            )


def no_number_in_words(collection: Collection) -> Iterator[Problem]:
    """An interface word states no quantity that it does not state in the software's wording."""
    for entry, key, language, text in word_texts(collection):
        known = shipped_words().get(key)
        if known is None or text == getattr(known, language):
            continue
        stated, said = (
            [
                one
                for one in expressions_in(collection, words, language)
                if one.is_quantity and one.values != (Decimal(0),)
            ]
            for words in (PLACEHOLDER.sub("\ufffc", getattr(known, language)), PLACEHOLDER.sub("\ufffc", text))
        )
        if added := [one.text for one in said if one.values not in {two.values for two in stated}]:
            yield entry.problem(
                ("entries", key, language),
                Bilingual(f"界面用语里不能写数：“{added[0]}”。", f'An interface word states no number: "{added[0]}".'),
                Bilingual("删去这个数。", "Take the number out."),
            )


def has_letters(text: str) -> bool:
    """Whether there is a letter, a character or a digit in a text."""
    return any(char.isalnum() for char in text)


def filled_in(key: str) -> frozenset[str] | None:
    """The names that the program fills into a word; None for an unknown word."""
    word = shipped_words().get(key)
    return None if word is None else frozenset(PLACEHOLDER.findall(word.zh))


def braced(names: Iterable[str], before: str = "") -> str:
    """Names as they are written into a word, after what leads up to them; nothing where there are none."""
    return "".join([before, *(f" {{{name}}}" for name in sorted(names))]) if names else ""


def word_entries(collection: Collection) -> Iterator[tuple[Entry, str, BilingualText]]:
    """Every interface word, by key."""
    for entry in collection.judged(INTERFACE):
        for key, words in entry.record.entries.items():
            yield entry, key, words


def word_texts(collection: Collection) -> Iterator[tuple[Entry, str, str, str]]:
    """Every interface word in each language."""
    for entry, key, words in word_entries(collection):
        yield entry, key, "zh", words.zh
        if words.en:
            yield entry, key, "en", words.en


RULES = (
    words_known,
    braces_paired,
    names_known,
    names_kept,
    names_alike,
    worded_in_their_language,
    hedges_apart,
    no_number_in_words,
)
