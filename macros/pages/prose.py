"""Prose that the theme sets: which pages need its style sheet, and what its Markdown lacks without its scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from macros.pages.fallback import without_bounds

FRAGMENT_MARK = re.compile(r'<div data-fragment="([^"]*)"></div>')
"""What a macro leaves in the Markdown of a page: its name and arguments, none of which holds a space."""
END_OF_TITLE = "</h1>"
SET_BY_US = frozenset("h1 h2 h3 h4 p ul ol li a em strong code br".split())
"""What our own style sheet sets as well as the theme's does."""
ANY_TAG = re.compile(r"<([a-z][a-z0-9]*)\b")
ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|right|center);"')
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
UNTITLED = re.compile(r'((?:"admonition |<details class=")(\w+)"[^>]*>\n<[^>]+>)(\w+)(?=</)')
"""A box, its kind and what it is called; one that nobody has given a title is called after its kind, in English."""
TASK = re.compile(r'<input type="checkbox" disabled( checked)?/>')
BACK = re.compile(r'title="Jump back to footnote (\d+) in the text"')
SHOWN_CODE = re.compile(r"(<pre><span></span>)<code>")

WordOf = Callable[..., str]


@dataclass(frozen=True)
class Prose:
    """A page of prose as the theme sets it: its title, and the text below it."""

    title: str
    text: str


def needs_theme(html: str) -> bool:
    """Whether the Markdown of a page, as HTML, holds more than headings, paragraphs, lists, links and emphasis.

    The style sheet of the theme is larger than most pages, so one that has no use for it does without.
    """
    return not SET_BY_US.issuperset(ANY_TAG.findall(FRAGMENT_MARK.sub("", html)))


def in_theme(html: str) -> str:
    """The Markdown of a page, as HTML, with all that stands between fragments marked as the theme's to set."""
    parts = FRAGMENT_MARK.split(html)  # Prose and, between two pieces of it, what a fragment is called with.
    return "\n".join(
        f'<div data-fragment="{part}"></div>' if number % 2 else f'<div class="md-typeset">\n{part.strip()}\n</div>'
        for number, part in enumerate(parts)
        if number % 2 or part.strip()
    )


def for_readers(html: str, word: WordOf) -> str:
    """The HTML of Markdown as every reader can use it, without scripts; ``word`` gives the words of its language.

    The policy allows no inline style, so a column is aligned by a class. What is wider than the page can be scrolled by
    keyboard; boxes without a title, tasks and ways back from notes say what they are; pictures wait until a reader
    comes near.
    """

    def said(key: str, **values: str) -> str:
        return escape(without_bounds(word(key, **values)))

    html = ALIGNED.sub(r'\1 class="align-\2"', html)
    html = TABLE.sub(
        lambda table: (
            f'<div class="md-typeset__scrollwrap" tabindex="0"><div class="md-typeset__table">{table[0]}</div></div>'
        ),
        html,
    )
    html = UNTITLED.sub(lambda box: box[1] + (said(f"box-{box[2]}") if box[3] == box[2].capitalize() else box[3]), html)
    html = TASK.sub(
        lambda box: (
            f'<input type="checkbox" disabled{box[1] or ""} '
            f'aria-label="{said("task-done" if box[1] else "task-open")}">'
        ),
        html,
    )
    html = BACK.sub(lambda back: f'title="{said("footnote-back", number=back[1])}"', html)
    html = SHOWN_CODE.sub(r'\1<code tabindex="0">', html)
    return html.replace("<img ", '<img loading="lazy" decoding="async" ')
