"""Whether the two texts of a translation are what they should be: one in Simplified Chinese, the other in English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from macros.text.han_scripts import simplifier
from macros.text.languages import Bilingual

HAN_CHARACTERS = re.compile("[㐀-䶿一-鿿\U00020000-\U0003ffff]")
NO_LETTERS = re.compile(r"[\W_]+")
"""What is neither a letter nor a digit of any script."""
LATIN_LETTERS = re.compile("[A-Za-z]")
SMALL_WORD = re.compile(r"(?<!\S)[a-z]{2,}(?=[,.;:]?(?:\s|$))")
"""A word in small letters: names begin with capitals, so that several of these are English prose."""
FEWEST_SMALL_WORDS = 2
LATIN_TO_HAN = 3
"""So many letters for each Han character make a text English with Chinese words in it, fewer make it Chinese."""
PLACEHOLDER_WORDS = frozenset(
    "todo tbd tbc tba fixme wip na null nil nan undefined placeholder translate translateme untranslated "
    "tobetranslated tobeconfirmed tobedone tobeadded notyettranslated needstranslation loremipsum lorem "
    "待译 待翻译 未译 未翻译 待补 待补充 待填 待填写 待定 待完善 暂缺 暂无译文 占位 占位符 "
    "英文待补 英文略 略 同上 同中文 见中文 asabove sameaschinese seechinese ditto".split()
)
"""Texts that only say that one is still to come, without marks and spaces."""
MARKED_AS_OPEN = re.compile(r"^\W{0,3}(?:TODO|TBD|FIXME|待译|待翻译|待补充|未翻译)(?![A-Za-z])", re.IGNORECASE)
ONLY_X = re.compile(r"[xX×＊*?？_…-]+|[.。]{2,}")
QUOTED_WORD = re.compile("“[^“”]{1,20}”|「[^「」]{1,20}」|『[^『』]{1,20}』|‘[^‘’]{1,20}’")
"""A word quoted as another document writes it, which may be in Traditional script."""
LONGEST_PLACEHOLDER = 40
"""Characters of a placeholder, at most: longer texts that can be read are none."""
MORE_THAN_A_WORD = re.compile("[\u4e00-\u9fff]{9}")
"""As no placeholder word has."""
READABLE = re.compile("[A-Za-z]{2}[^A-Za-z]{1,3}[A-Za-z]|[\u4e00-\u9fff]{2}")
ENGLISH_WORD = re.compile("[A-Za-z]{2,}")
NAME_WORDS = 2
"""Words of a name that may be all of a Chinese text: Wi-Fi, Windows XP."""
MOST_CHARACTERS_NAMED = 8
"""Traditional characters that a message names."""


@dataclass(frozen=True, slots=True)
class WrongLanguage:
    """What is wrong with one of the two texts, and what to do; ``field`` is zh or en."""

    field: str
    wrong: Bilingual
    fix: Bilingual


BLANK_TEXT = Bilingual("这里空着，没有文字。", "There is no text here.")
PLACEHOLDER_WORD = Bilingual("这里只有占位的词，不是正文。", "This is a placeholder, and no text.")
EXCHANGED = Bilingual("中文和英文写反了。", "The Chinese and the English are exchanged.")
COPIED = Bilingual("英文一栏照抄了中文。", "The English is a copy of the Chinese.")
NOT_ENGLISH = Bilingual("英文一栏里大部分是中文。", "What should be English is mostly Chinese.")
NOT_CHINESE = Bilingual("中文一栏里大部分是英文。", "What should be Chinese is mostly English.")
WRITE_ENGLISH = Bilingual("译成英文；中文写在 zh。", "Translate it into English; the Chinese goes into zh.")
WRITE_CHINESE = Bilingual("写成中文；英文写在 en。", "Write it in Chinese; the English goes into en.")
EXCHANGE_BACK = Bilingual(
    "把两栏对调：中文写在 zh，英文写在 en。", "Exchange them: Chinese goes into zh, English into en."
)


def wrong_languages(zh: str, en: str) -> Iterator[WrongLanguage]:
    """What is wrong with the languages of a translation, whose ``zh`` should be Simplified Chinese and ``en`` English.

    A name or an abbreviation (COVID-19, 5G, XX) may be the whole of both.
    """
    empty = [*emptiness("zh", zh), *emptiness("en", en)]
    if empty:
        yield from empty
        return
    if is_mostly_english(zh) and is_mostly_han(en):
        yield WrongLanguage("en", EXCHANGED, EXCHANGE_BACK)
        return
    if has_han(en):
        if folded_text(zh) == folded_text(en):
            yield WrongLanguage("en", COPIED, WRITE_ENGLISH)
        elif is_mostly_han(en):
            yield WrongLanguage("en", NOT_ENGLISH, WRITE_ENGLISH)
    if is_mostly_english(zh):
        yield WrongLanguage("zh", NOT_CHINESE, WRITE_CHINESE)
    yield from traditional_in(zh)


def emptiness(field: str, text: str) -> Iterator[WrongLanguage]:
    """A text that is blank, or a placeholder word."""
    fix = WRITE_CHINESE if field == "zh" else WRITE_ENGLISH
    long = len(text) > LONGEST_PLACEHOLDER or (MORE_THAN_A_WORD.search(text) and not text[0].isspace())
    if long and not MARKED_AS_OPEN.match(text) and READABLE.search(text):
        return
    if not visible(text):
        yield WrongLanguage(field, BLANK_TEXT, fix)
    elif is_placeholder(text):
        yield WrongLanguage(field, PLACEHOLDER_WORD, fix)


def visible(text: str) -> str:
    """The letters, digits and marks of a text, without spaces and what cannot be seen."""
    if text.isprintable():  # Then no character of those is in it but spaces.
        return text.replace(" ", "")
    return "".join(char for char in text if unicodedata.category(char)[0] not in "ZC")


def folded_text(text: str) -> str:
    """A text without differences of width, capitals, spaces and marks."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return NO_LETTERS.sub("", plain)


def is_placeholder(text: str) -> bool:
    """Whether a text only says that one is still to come: TODO, 待译, xxx, N/A, ……; XX is how names are withheld."""
    shown = visible(text)
    if ONLY_X.fullmatch(shown):
        return shown not in ("XX", "X", "x", "×", "××")
    word = folded_text(text)
    return word in PLACEHOLDER_WORDS or MARKED_AS_OPEN.match(text.strip()) is not None


def has_han(text: str) -> bool:
    """Whether there is a Chinese character in a text."""
    return not text.isascii() and HAN_CHARACTERS.search(text) is not None


def is_mostly_han(text: str) -> bool:
    """Whether a text is Chinese rather than English that quotes a Chinese word."""
    han = len(HAN_CHARACTERS.findall(text))
    return han > 0 and LATIN_TO_HAN * han >= len(LATIN_LETTERS.findall(text))


def is_mostly_english(text: str) -> bool:
    """Whether a text is English rather than Chinese with names in Latin letters: words in small letters tell."""
    if not LATIN_LETTERS.search(text):
        return False
    letters, han = len(LATIN_LETTERS.findall(text)), len(HAN_CHARACTERS.findall(text))
    prose = len(SMALL_WORD.findall(text)) >= FEWEST_SMALL_WORDS or (
        not han and len(ENGLISH_WORD.findall(text)) > NAME_WORDS
    )
    return prose and letters > LATIN_TO_HAN * han


def traditional_in(zh: str) -> Iterator[WrongLanguage]:
    """Traditional characters in a text that should be in Simplified script, but for words in quotation marks.

    Characters that both scripts have (乾 of 乾隆, 著 of 著名) are told by the words that they stand in.
    """
    plain = QUOTED_WORD.sub(lambda found: "“" * len(found[0]), zh)
    simplified_text: str = simplifier().convert(plain)
    if simplified_text == plain or len(simplified_text) != len(plain):
        return
    found = {old: new for old, new in zip(plain, simplified_text, strict=True) if old != new}
    old, new = ("".join(chars[:MOST_CHARACTERS_NAMED]) for chars in (list(found), list(found.values())))
    yield WrongLanguage(
        "zh",
        Bilingual(f"应为简体字，却有繁体字“{old}”。", f"This should be in Simplified script; “{old}” is Traditional."),
        Bilingual(f"改成简体“{new}”。", f"Write “{new}”."),
    )
