"""Ids from Chinese words, by their sounds: 粮食总产 is liang-shi-zong-chan."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Sequence

from pypinyin import lazy_pinyin

from macros.records.unread_files import is_id, plain_name

MOST_SYLLABLES = 6
MOST_SYLLABLES_OF_A_DOCUMENT = 8
LONGEST_ID = 40
"""Characters of an id that is made; one that a person gives may be longer."""
YEAR_NAMED = re.compile("([0-9〇○零一二三四五六七八九]{4})年?度?")
DIGITS_OF_YEARS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def id_from(words: str, taken: Container[str], otherwise: str) -> str:
    """An id of the first syllables of some words that is not taken, nor any with a number behind it before that."""
    return untaken("-".join(fitting(sounds_of(words), MOST_SYLLABLES, LONGEST_ID)), taken, otherwise)


def document_id(title: str, taken: Container[str]) -> str:
    """The id of a document: the last year that its title names, and what the title says behind that.

    Of a title that says nothing behind it, or names no year, the last syllables, since the first are those of the body.
    """
    years = list(YEAR_NAMED.finditer(unicodedata.normalize("NFKC", title)))
    year = years[-1][1].translate(DIGITS_OF_YEARS) if years else ""
    behind = sounds_of(unicodedata.normalize("NFKC", title)[years[-1].end() :]) if years else []
    sounds = behind or sounds_of(YEAR_NAMED.sub("", title))[::-1]
    kept = fitting(sounds, MOST_SYLLABLES_OF_A_DOCUMENT, LONGEST_ID - len(year) - 1)
    return untaken("-".join(filter(None, (year, *(kept if behind else kept[::-1])))), taken, "document")


def sounds_of(words: str) -> list[str]:
    """The syllables of Chinese words, and the letters and digits among them."""
    plain = unicodedata.normalize("NFKC", words)
    found = lazy_pinyin(plain, errors=lambda other: " ".join(re.findall("[A-Za-z0-9]+", other)))
    return " ".join(found).lower().split()


def fitting(sounds: Sequence[str], most: int, longest: int) -> list[str]:
    """The first of some syllables that an id has room for."""
    kept: list[str] = []
    for sound in sounds[:most]:
        if len("-".join((*kept, sound))) > longest:
            break
        kept.append(sound)
    return kept


def untaken(wanted: str, taken: Container[str], otherwise: str) -> str:
    """The id wanted, or another word where it is none, with the first number behind it that makes it a new one."""
    first = wanted if is_id(wanted) else otherwise
    ident, number = first, 1
    while ident in taken or not is_id(ident):
        number += 1
        ident = f"{first}-{number}"
    return ident


def id_of_file(stem: str) -> str:
    """The id that the name of a received file says; nothing where it can be none, as a Chinese name."""
    plain = re.sub(r"-{2,}", "-", re.sub(r"[()\[\]]", "-", plain_name(stem))).strip("-")
    return plain if is_id(plain) and re.search("[a-z]", plain) else ""
