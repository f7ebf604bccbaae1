"""The words of an element of a web page as a browser shows them on one line."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree, html

from macros.received.html_styles import PageStyles
from macros.received.html_unseen import Unseen
from macros.received.joining import INVISIBLE, NUMBERS_APART, as_set
from macros.received.lines import Reason
from macros.received.number_formats import printed_number

TellLeftOut = Callable[[Reason, str], None]
"""Takes what is left out, and why."""

SILENT = frozenset({"script", "style", "noscript", "template", "head"})
"""Elements that say nothing to a reader, and are not told either."""
CONTROLS: dict[str, Reason] = {
    **dict.fromkeys(("button", "select", "input", "textarea", "datalist", "iframe", "object", "embed"), "control"),
    **dict.fromkeys(("img", "picture", "svg", "canvas", "video", "audio"), "picture"),
}
"""Fields of forms, pages within the page, and pictures."""
TYPED = frozenset({"text", "number", "date", "tel", "search"})
"""Fields of forms whose content people see."""
SHIFTED = {"sup": "superscript", "super": "superscript", "sub": "subscript"}
"""Elements, and styles, that set something higher or lower."""
BLOCKS = frozenset(
    "address article blockquote body br caption center dd div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 "
    "header hr li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that begin and end a line."""
LIST_FORMATS = {
    **dict.fromkeys(("a", "lower-alpha", "lower-latin"), "lowerLetter"),
    **dict.fromkeys(("A", "upper-alpha", "upper-latin"), "upperLetter"),
    **dict.fromkeys(("i", "lower-roman"), "lowerRoman"),
    **dict.fromkeys(("I", "upper-roman"), "upperRoman"),
    **dict.fromkeys(IN_HAN := ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"), "chineseCounting"),
    **dict.fromkeys(("1", "decimal"), "decimal"),
}
"""How items of lists are numbered: what pages call it, and word processors."""
HEADING_ELEMENTS = ("h1", "h2", "h3")
HAN_BREAK = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])[ \t\r\n\f]*\n[ \t\r\n\f]*(?=[\u2e80-\uffef])")
"""A line break in the file between two Chinese characters, where a browser shows a blank that nobody wrote."""
LINE_ENDS = "\u2028"
"""Stands where a line begins or ends."""
BETWEEN_NUMBERS = re.compile(rf"(?<=\d)\s*{LINE_ENDS}\s*(?=\d)")
SHOWN_BLANKS = re.compile(r"[ \t\r\n\f\xa0\u2000-\u200a]+")


def one_line_shown(text: str) -> str:
    """Text as a browser shows it on one line."""
    return SHOWN_BLANKS.sub(" ", HAN_BREAK.sub("", text.translate(INVISIBLE))).strip(" \u3000")


def element_words(
    element: html.HtmlElement, unseen: Unseen | None = None, told: TellLeftOut = lambda why, said: None
) -> str:
    """All that an element says, on one line; where it is asked what is ``unseen``, that is told and left out, and so
    are pictures and fields of forms."""
    said: list[str] = []
    for event, one in (walk := etree.iterwalk(element, events=("start", "end"))):
        if event == "start":
            why = (unseen.why(one) or CONTROLS.get(one.tag)) if unseen and one is not element else None
            if one.tag in BLOCKS:
                said.append(LINE_ENDS)
            if one.tag in SILENT:
                walk.skip_subtree()
            elif why:
                told(why, words_told(one))
                walk.skip_subtree()
            else:
                said.append(one.text or "")
        elif one is not element:
            said.append((LINE_ENDS if one.tag in BLOCKS else "") + (one.tail or ""))
    return one_line_shown(BETWEEN_NUMBERS.sub(NUMBERS_APART, "".join(said)).replace(LINE_ENDS, "\n"))


def words_told(element: html.HtmlElement) -> str:
    """What is told of an element that is left out: what a picture shows, what is typed in a field, where a page shown
    within the page is, or its words."""
    if CONTROLS.get(element.tag) == "picture" and element.get("alt"):
        return one_line_shown(element.get("alt", ""))
    if element.tag == "input":
        return one_line_shown(element.get("value", "")) if element.get("type", "text").lower() in TYPED else ""
    if element.tag == "select":
        chosen = element.xpath("(.//option[@selected] | .//option[1])[last()]")
        return element_words(chosen[0]) if chosen else ""
    return element_words(element) or one_line_shown(element.get("src") or element.get("data") or "")


def number_items(page: html.HtmlElement, styles: PageStyles) -> None:
    """Writes the numbers that browsers print before the items of ordered lists into these, in place.

    Not where a style sheet in another file may say that there are none, as those of most sites do.
    """
    if page.xpath("//link[contains(concat(' ', @rel, ' '), ' stylesheet ')]"):
        return
    for listed in page.iter("ol"):
        items = list(listed.iterchildren("li"))
        step = 1 if listed.get("reversed") is None else -1
        at = whole_number(listed.get("start"), 1 if step > 0 else len(items))
        for item in items:
            at = whole_number(item.get("value"), at)
            form = list_form(item, styles) or list_form(listed, styles)
            if form != "none" and element_words(item):
                first = item
                while not (first.text or "").strip() and len(first) and first[0].tag in BLOCKS:
                    first = first[0]
                said = printed_number(at, LIST_FORMATS.get(form, "decimal"))
                first.text = f"{said}{'、' if form in IN_HAN else '. '}{(first.text or '').lstrip()}"
            at += step


def list_form(element: html.HtmlElement, styles: PageStyles) -> str:
    """How an element of a list has its items numbered, by its own style or attribute; nothing where neither says so."""
    style = styles.of(element)
    said = f"{style.get('list-style-type', '')} {style.get('list-style', '')}".split()
    return next((one for one in said if one == "none" or one in LIST_FORMATS), element.get("type", "").strip())


def whole_number(given: str | None, default: int) -> int:
    """A number that an attribute gives; the default where it gives none."""
    return int(given) if given and re.fullmatch("-?[0-9]{1,6}", given) else default


def break_lines(page: html.HtmlElement, styles: PageStyles) -> None:
    """Writes a mark for every line break of the file that browsers show: in ``pre``, and where a style says so."""
    for element in page.iter():
        if element.tag == "pre" or styles.of(element).get("white-space", "").startswith(("pre", "break-spaces")):
            for one in element.iter():
                one.text = (one.text or "").replace("\n", LINE_ENDS)
                if one is not element:
                    one.tail = (one.tail or "").replace("\n", LINE_ENDS)


def set_apart(page: html.HtmlElement, styles: PageStyles) -> None:
    """Writes what a page sets higher or lower as such characters, in place, so that none of it joins a number."""
    ways: list[str] = []
    before = ""
    for event, element in etree.iterwalk(page, events=("start", "end")):
        way = SHIFTED.get(element.tag) or SHIFTED.get(styles.of(element).get("vertical-align", ""), "")
        if event == "start":
            ways += [way] if way else []
            text = element.text or ""
        else:
            del ways[len(ways) - bool(way) :]
            text = element.tail or ""
        if ways and text:
            text = as_set(text, ways[-1], before)
            setattr(element, "text" if event == "start" else "tail", text)
        before = text[-1:] or before
