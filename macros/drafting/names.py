"""Ids from Chinese words, by their sounds: 粮食总产 is liang-shi-zong-chan."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from pypinyin import lazy_pinyin

from macros.records.unread_files import is_id, plain_name

MOST_SYLLABLES = 6
LONGEST_ID = 40
"""Characters of an id that is made; one that a person gives may be longer."""


def id_from(words: str, taken: Container[str], otherwise: str) -> str:
    """An id of the first syllables of some words that is not taken, nor any with a number behind it before that."""
    plain = unicodedata.normalize("NFKC", words)
    sounds = " ".join(lazy_pinyin(plain, errors=lambda other: " ".join(re.findall("[A-Za-z0-9]+", other)))).split()
    parts: list[str] = []
    for sound in sounds:
        if len(parts) == MOST_SYLLABLES or len("-".join((*parts, sound))) > LONGEST_ID:
            break
        parts.append(sound.lower())
    return untaken("-".join(parts), taken, otherwise)


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
