"""Chinese words that stand where a translation is lacking: marked while a template is filled, shown so in the end.

A text passes through filters, sentences and attributes before it is HTML. So its ends are marked by control characters,
which no data holds, and only finished HTML tells whether they may become elements.
"""

from __future__ import annotations

import re

from markupsafe import escape

from macros.text.languages import Language

SHOWN_FROM, SHOWN_TO = "\x04", "\x05"
QUIET_FROM, QUIET_TO = "\x06", "\x07"
ALL_BOUNDS = SHOWN_FROM + SHOWN_TO + QUIET_FROM + QUIET_TO
BOUNDS = re.compile(f"[{ALL_BOUNDS}]")
NOT_MARKED = ("", "")
MARK_CLASS = "untranslated__mark"
AS_IT_IS = re.compile(r"<(script|title|option|svg|textarea|button)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL)
"""Where no element may be put: tags, what holds nothing but text, drawings, and buttons, which say one thing."""
WORDS_ALIKE = re.compile(r"[^\W\d_]")


def as_untranslated(text: str) -> str:
    """Words of a record that are not translated: they will be told to be so."""
    return f"{SHOWN_FROM}{text}{SHOWN_TO}" if WORDS_ALIKE.search(text) else text


def quiet(text: str) -> str:
    """An interface word that is not translated: it will be marked as Chinese, and no more be said of it."""
    return f"{QUIET_FROM}{text}{QUIET_TO}" if WORDS_ALIKE.search(text) else text


def without_bounds(text: str) -> str:
    """The text without marks."""
    return BOUNDS.sub("", text)


def bounds_of(lang: str | None, name: str | None, around: tuple[str, str]) -> tuple[str, str]:
    """The marks of the text in an element of a page that is not Chinese, by its language and class.

    One that names no language has those of what is around it.
    """
    if lang is None:
        return around
    if not lang.startswith("zh"):
        return NOT_MARKED
    return (SHOWN_FROM, SHOWN_TO) if (name or "").startswith("untranslated") else (QUIET_FROM, QUIET_TO)


def joined_bounds(text: str) -> str:
    """The text in which marked words that touch are marked together."""
    return text.replace(SHOWN_TO + SHOWN_FROM, "").replace(QUIET_TO + QUIET_FROM, "")


def shown(html: str, language: Language, mark: str) -> str:
    """HTML in which marked words stand in elements that say that they are Chinese, with ``mark`` behind the words."""
    if not any(bound in html for bound in ALL_BOUNDS):
        return html
    chinese = f'<span class="untranslated" lang="{language.han}" dir="ltr">'
    note = f'</span> <span class="{MARK_CLASS}" data-search="off" lang="{language.tag}">{escape(mark)}</span>'
    put = {
        SHOWN_FROM: chinese,
        SHOWN_TO: note,
        QUIET_FROM: chinese.replace("untranslated", "chinese"),
        QUIET_TO: "</span>",
    }

    def elements(text: str) -> str:
        return BOUNDS.sub(lambda found: put[found[0]], text)

    made, done = [], 0
    for found in AS_IT_IS.finditer(html):
        made += [elements(html[done : found.start()]), without_bounds(found[0])]
        done = found.end()
    return "".join([*made, elements(html[done:])])
