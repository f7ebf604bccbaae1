"""A clerk who enters records as they stand in given data, with a real mouse and keyboard, and counts the effort."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

from macros.records.collection import Collection
from macros.records.listing import Listing
from tests.editing.desk import choose, drag, into, mouse_over
from tests.editing.desk import field as field_of

LEAST_TAKEN = 4
"""Characters from which a clerk takes words out of the source rather than typing them."""
LEAST_TRANSLATED = 12
"""Characters from which a clerk takes words out of the translation of a sentence."""
FIND_TRANSLATED = """([number, at, end]) => {
  const text = [...document.querySelectorAll("#side .field:focus-within .memory__sentence p")][number];
  text.scrollIntoView({ block: "center" });
  const range = document.createRange();
  range.setStart(text.firstChild, at);
  range.setEnd(text.firstChild, end);
  const boxes = [...range.getClientRects()].filter((box) => box.width > 0), last = boxes[boxes.length - 1];
  return [boxes[0].left, boxes[0].top + boxes[0].height / 2, last.right, last.top + last.height / 2];
}"""
"""Where on the screen words of the translation of a sentence begin and end."""


@dataclass
class Clerk:
    """What the clerk works at, and what has been typed and done so far."""

    page: Page
    given: Collection
    english: bool = False
    """Whether the clerk writes English as well."""
    typed: int = 0
    actions: int = 0
    ids: dict[str, str] = field(default_factory=dict)
    """The figures, ``record.figure``, as they are called in the given data, and what the editor called them."""

    @property
    def sentences(self) -> dict[str, str]:
        """The sentences of the document, by id."""
        return {one.partition("#")[2]: said.zh for one, said in self.given.sentences.items()}

    def settled(self) -> None:
        """Waits until nothing is asked any more."""
        self.page.locator("html:not([data-busy])").wait_for(state="attached")

    def select(self, sentence: str, words: str, start: int = 0) -> None:
        """Drags over words of a sentence."""
        drag(self.page, sentence, words, start)
        self.actions += 1

    def pick(self, place: Any, value: str) -> None:
        """Chooses one of a list."""
        if place.input_value() != value:
            place.select_option(value)
            self.actions += 1
            self.settled()

    def menu(self, record: str, what: str, text: str = "") -> None:
        """Chooses in the menu what the words are, of which record."""
        if self.page.locator("#target").count() and self.page.locator("#target").input_value() != record:
            into(self.page, record)
            self.actions += 1
        choose(self.page, what, text)
        self.actions += 1
        self.settled()

    def write(self, place: Any, wanted: str) -> None:
        """Makes a field say what it should: as little as can be is typed over what it says."""
        now = place.input_value()
        if now != wanted:
            place.focus()
            for _, at, end, first, last in reversed(difflib.SequenceMatcher(None, now, wanted, False).get_opcodes()):
                if now[at:end] == wanted[first:last]:
                    continue
                place.evaluate("(field, [at, end]) => field.setSelectionRange(at, end)", [at, end])
                self.actions += 1
                new = wanted[first:last]
                self.page.keyboard.type(new) if new else self.page.keyboard.press("Delete")
                self.typed += len(new)
        place.press("Enter")
        self.actions += 1
        self.settled()

    def translate(self, key: str, path: tuple[Any, ...], wanted: str) -> None:
        """Writes the English of a text: as proposed, over what is like it, or of words of translated sentences."""
        self.pick(self.page.locator(".record__top select"), key)
        self.open_at(path)
        place = field_of(self.page, *path, "en")
        if place.input_value() != wanted:
            place.focus()
            self.settled()
            field = place.locator("xpath=ancestor::*[contains(@class, 'field--text')][1]")
            rows = [one for one in field.locator(".memory__pair").all() if "%" in one.locator("small").inner_text()]
            pairs = {one.locator("span").inner_text(): one for one in rows}
            best = min(pairs, key=lambda one: to_type(one, wanted), default="")
            pieces = english_pieces(wanted, field.locator(".memory__sentence p").all_inner_texts())
            typed = sum(len(words) for number, _, words in pieces if number < 0 and not words.startswith("{"))
            if typed < min(to_type(place.input_value(), wanted), to_type(best, wanted)):
                self.piece_together(place, pieces)
            elif to_type(best, wanted) < to_type(place.input_value(), wanted):
                pairs[best].click()
                self.actions += 1
                self.settled()
        self.write(place, wanted)

    def open_at(self, path: tuple[Any, ...]) -> None:
        """Opens the part that a path leads to."""
        if len(path) > 1 and isinstance(path[1], int):
            card(self, path[:2])
        if len(path) > 3 and isinstance(path[3], int):
            card(self, path[:4])

    def piece_together(self, place: Any, pieces: Sequence[tuple[int, int, str]]) -> None:
        """Puts an English text together: words of sentences are dragged over, figures inserted, the rest is typed."""
        place.fill("")
        self.sent()
        self.actions += 1
        for number, at, words in pieces:
            if number >= 0:
                x0, y0, x1, y1 = self.page.evaluate(FIND_TRANSLATED, [number, at, at + len(words)])
                self.page.mouse.move(x0 + 0.5, y0)
                self.page.mouse.down()
                self.page.mouse.move(x1 - 0.5, y1, steps=4)
                self.page.mouse.up()
                self.actions += 1
            elif words.startswith("{") and (inserting := self.inserting(place)):
                inserting.select_option(words.strip("{}"))
                self.actions += 1
            else:
                place.focus()
                self.page.keyboard.type(words)
                self.typed += len(words)
            self.sent()

    def sent(self) -> None:
        """Waits until what was typed has gone to the program, which it does a moment after the last key."""
        self.page.locator("#side textarea[data-dirty]").wait_for(state="detached")
        self.settled()

    def inserting(self, place: Any) -> Any:
        """The list of figures beside a text; None where there is none."""
        group = place.locator("xpath=ancestor::*[contains(@class, 'field-group')][1]").locator("select.insert")
        return group if group.count() else None

    def named(self, record: str, text: str) -> str:
        """A text with the figures called as the editor calls them."""

        def one(found: re.Match[str]) -> str:
            full = found[1] if "." in found[1] else f"{record}.{found[1]}"
            new = self.ids.get(full, found[1])
            return "{" + (new.partition(".")[2] if full.startswith(f"{record}.") else new) + "}"

        return re.sub(r"\{([a-z0-9.-]+)\}", one, text)

    def compose(self, path: tuple[Any, ...], wanted: str, figures: Mapping[str, str]) -> None:
        """Composes a text: what a sentence says is taken from there, figures are inserted, the rest is typed."""
        area = field_of(self.page, *path)
        for piece in pieces(wanted, self.sentences, figures):
            sentence, words = piece
            if sentence:
                area.focus()
                area.locator("xpath=ancestor::*[contains(@class, 'field-group')][1]").get_by_role(
                    "button", name="取自原文"
                ).click()
                take(self.page, sentence, words)
                self.actions += 2
                self.settled()
            else:
                area.focus()
                area.press("End")
                self.page.keyboard.type(words)
                self.typed += len(words)
                self.settled()
        area.press("Enter")
        self.actions += 1
        self.settled()


def to_type(now: str, wanted: str) -> int:
    """Characters that are typed to make one text of another."""
    steps = difflib.SequenceMatcher(None, now, wanted, False).get_opcodes()
    return sum(last - first for what, _, _, first, last in steps if what != "equal")


def english_pieces(wanted: str, sentences: Sequence[str]) -> list[tuple[int, int, str]]:
    """A text in stretches: the number of the sentence that each is taken from, where it begins there, and its words.

    The number is -1 for a figure, which is inserted, and for what is typed.
    """
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < len(wanted):
        figure = re.compile(r"\{[^{}]+\}").match(wanted, at)
        best = (-1, 0, figure[0] if figure else "")
        for number, text in enumerate(sentences):
            size = len(best[2]) + 1
            while not figure and at + size <= len(wanted) and wanted[at : at + size] in text:
                best = (number, text.find(wanted[at : at + size]), wanted[at : at + size])
                size += 1
        words = best[2].strip() if best[0] >= 0 else best[2]
        if figure:
            found.append(best)
        elif len(words) >= LEAST_TRANSLATED and best[2][0] != " ":
            found.append((best[0], best[1], words))
        else:
            words = wanted[at]
            if found and found[-1][0] < 0 and not found[-1][2].startswith("{"):
                found[-1] = (-1, 0, found[-1][2] + words)
            else:
                found.append((-1, 0, words))
        at += len(words)
    return found


def take(page: Page, sentence: str, words: str) -> None:
    """Drags over words where the editor waits for them."""
    mouse_over(page, sentence, words)
    page.locator(".legend__waiting").wait_for(state="detached")


def pieces(wanted: str, sentences: Mapping[str, str], figures: Mapping[str, str]) -> list[tuple[str, str]]:
    """A text in stretches: the sentence each is taken from and its words there, or no sentence and what is typed.

    ``figures`` are the written numbers by the placeholders of the text.
    """
    plain = wanted
    for mark, written in figures.items():
        plain = plain.replace(mark, written)
    found: list[tuple[str, str]] = []
    while plain:
        best = ("", "")
        for ident, text in sentences.items():
            for size in range(len(plain), LEAST_TAKEN - 1, -1):
                if size > len(best[1]) and plain[:size] in text and whole_numbers(plain[:size], plain, figures):
                    best = (ident, plain[:size])
                    break
        if best[0]:
            found.append(best)
        elif found and not found[-1][0]:
            found[-1] = ("", found[-1][1] + plain[0])
        else:
            found.append(("", plain[0]))
        plain = plain[len(best[1]) or 1 :]
    marks = {written: mark for mark, written in figures.items()}
    return [(ident, words if ident else replaced(words, marks)) for ident, words in found]


def whole_numbers(words: str, text: str, figures: Mapping[str, str]) -> bool:
    """Whether no number of a text is cut in two at the end of its first words."""
    for written in figures.values():
        for at in range(1, len(written)):
            if words.endswith(written[:at]) and text[len(words) :].startswith(written[at:]):
                return False
    return True


def replaced(words: str, marks: Mapping[str, str]) -> str:
    """Typed words with the names of figures in place of numbers."""
    for written, mark in marks.items():
        words = words.replace(written, mark)
    return words


def enter(clerk: Clerk, kind: str, ident: str, record: Any) -> str:
    """Enters a whole record; returns the key that the editor gave it."""
    page = clerk.page
    clerk.select(record.source.partition("#")[2], record.quote)
    page.locator('#menu [data-what="record"]').click()
    clerk.pick(page.locator("#menu #kind"), kind)
    if kind != "work-areas":
        clerk.pick(page.locator("#area"), clerk.ids[record.work_area])
    clerk.write(page.locator("#menu #title"), record.title.zh)
    key = page.locator(".record__top select").input_value()
    clerk.ids[ident] = key.partition("/")[2]
    for at, one in enumerate(record.figures):
        sentence = one.source.partition("#")[2]
        clerk.select(sentence, one.written, one.start)
        clerk.menu(key, "figure", one.written)
        clerk.write(field_of(page, "figures", at, "label", "zh"), one.label.zh)
        if one.series:
            card(clerk, ("figures", at))
            more(clerk, "各期同一指标共用的编号")
            clerk.pick(field_of(page, "figures", at, "series"), one.series)
        clerk.ids[f"{ident}.{one.id}"] = f"{clerk.ids[ident]}.{figure_id(clerk, at)}"
    for at, one in enumerate(record.statements):
        clerk.select(one.source.partition("#")[2], one.quote)
        clerk.menu(key, "statement")
        if one.is_reworded and not clerk.english:
            more(clerk, "表述（不写就用原文）")
        if one.is_reworded:
            clerk.write(field_of(page, "statements", at, "zh"), one.zh)
    for at, one in enumerate(record.lists):
        enter_list(clerk, key, ident, at, one)
    for at, one in enumerate(record.projects):
        sentence = one.source.partition("#")[2]
        clerk.select(sentence, one.name.zh)
        clerk.menu(key, "project")
        if page.locator("#side .card--open blockquote").inner_text().removesuffix("改选").strip() != one.quote:
            page.locator("#side .card--open").get_by_role("button", name="改选").click()
            take(page, sentence, one.quote)
            clerk.actions += 2
            clerk.settled()
        for name in ("company", "programme"):
            clerk.compose(("projects", at, name, "zh"), getattr(one, name).zh, {})
        clerk.pick(field_of(page, "projects", at, "stage"), one.stage)
        if one.grant_together:
            more(clerk, "合计的资助金额")
            clerk.pick(field_of(page, "projects", at, "grant_together"), own(clerk, ident, one.grant_together))
    for at, one in enumerate(record.commitments):
        clerk.select(one.source.partition("#")[2], one.quote)
        clerk.menu(key, "goal")
        deadline = clerk.named(ident, typed_of(clerk, kind, ident).commitments[at].deadline.zh)
        clerk.write(field_of(page, "commitments", at, "deadline", "zh"), deadline)
        if one.term:
            more(clerk, "写明期限的数据")
            clerk.pick(field_of(page, "commitments", at, "term"), own(clerk, ident, one.term))
    for at, one in enumerate(record.pipeline):
        page.get_by_role("button", name="＋ 项目阶段" if not at else "＋ 添加一项").click()
        clerk.actions += 1
        clerk.settled()
        clerk.pick(field_of(page, "pipeline", at, "stage"), one.stage)
        names = [own(clerk, ident, each) for each in one.figures]
        for box in page.locator("#side .card--open .check input").all():
            if box.is_checked() != (box.get_attribute("value") in names):
                box.click()
                clerk.actions += 1
                clerk.settled()
    return key


def finish(clerk: Clerk, kind: str, ident: str, record: Any, key: str) -> None:
    """Enters what names figures, also those of other records: all figures are there by now."""
    page = clerk.page
    clerk.pick(page.locator(".record__top select"), key)
    typed = typed_of(clerk, kind, ident)
    written = {
        "{" + new + "}": clerk.given.figures_by_id[full].in_full for full, new in local_names(clerk, ident).items()
    }
    clerk.compose(("summary", "zh"), clerk.named(ident, typed.summary.zh), written)
    for at in range(len(record.figures)):
        if typed.figures[at].note:
            clerk.pick(page.locator(".record__top select"), key)  # Enter has led on to the next place to decide.
            card(clerk, ("figures", at))
            more(clerk, "备注")
            clerk.write(field_of(page, "figures", at, "note", "zh"), clerk.named(ident, typed.figures[at].note.zh))
    clerk.pick(page.locator(".record__top select"), key)
    if record.lead_figure:
        more(clerk, "首要数据")
        clerk.pick(field_of(page, "lead_figure"), own(clerk, ident, record.lead_figure))
    if getattr(record, "period", None):
        more(clerk, "所属时期")
        clerk.pick(field_of(page, "period"), record.period)


def in_english(clerk: Clerk, kind: str, ident: str, key: str) -> None:
    """Writes the English of a record that is there in Chinese."""
    typed = typed_of(clerk, kind, ident)
    texts: list[tuple[tuple[Any, ...], Any]] = [(("title",), typed.title), (("summary",), typed.summary)]
    for at, one in enumerate(typed.figures):
        texts.append((("figures", at, "label"), one.label))
        texts += [(("figures", at, "note"), one.note)] if one.note else []
    texts += [(("statements", at), one) for at, one in enumerate(typed.statements)]
    for at, one in enumerate(typed.lists):
        texts.append((("lists", at, "title"), one.title))
        texts += [(("lists", at, "items", number), item) for number, item in enumerate(one.items)]
    for at, one in enumerate(typed.projects):
        texts += [(("projects", at, name), getattr(one, name)) for name in ("name", "company", "programme")]
    for at, one in enumerate(typed.commitments):
        texts += [(("commitments", at), one), (("commitments", at, "deadline"), one.deadline)]
    for path, text in texts:
        clerk.translate(key, path, clerk.named(ident, text.en))


def typed_of(clerk: Clerk, kind: str, ident: str) -> Any:
    """A record as its file holds it."""
    entry = next(one for one in clerk.given.all() if one.kind.place == kind and one.id == ident)
    return entry.typed or entry.record


def local_names(clerk: Clerk, record: str) -> dict[str, str]:
    """Every figure, as a text of a record names it."""
    figures = {full: new for full, new in clerk.ids.items() if "." in full}
    own_ones = {full: new.partition(".")[2] for full, new in figures.items() if full.startswith(f"{record}.")}
    return figures | own_ones


def own(clerk: Clerk, record: str, figure: str) -> str:
    """What the editor calls a figure that a record names."""
    return clerk.ids[figure] if "." in figure else clerk.ids[f"{record}.{figure}"].partition(".")[2]


def figure_id(clerk: Clerk, at: int) -> str:
    """The id of a figure of the record that is open, as lists of figures offer it."""
    return figure_ids(clerk)[at]


def figure_ids(clerk: Clerk) -> list[str]:
    """The figures of the record that is open, by the list from which the lead figure is chosen."""
    more(clerk, "首要数据")
    values = [one.get_attribute("value") or "" for one in field_of(clerk.page, "lead_figure").locator("option").all()]
    return [one for one in values if one]


def more(clerk: Clerk, label: str) -> None:
    """Opens a field that is not in use yet."""
    adding = clerk.page.get_by_role("button", name=f"＋ {label}", exact=True)
    if adding.count():
        adding.first.click()
        clerk.actions += 1


def card(clerk: Clerk, path: tuple[Any, ...]) -> None:
    """Opens a part of the record."""
    place = clerk.page.locator(f"#side .card[data-path='{json.dumps(list(path), separators=(',', ':'))}']")
    if "card--open" not in (place.get_attribute("class") or ""):
        place.locator(".card__toggle").first.click()
        clerk.actions += 1
        clerk.settled()


def enter_list(clerk: Clerk, key: str, ident: str, at: int, one: Listing) -> None:
    """Enters a list: names that stand side by side in one go."""
    page = clerk.page
    groups = side_by_side(clerk, one)
    for number, (sentence, words) in enumerate(groups):
        clerk.select(sentence, words)
        clerk.menu(key, "item")
        clerk.pick(page.locator("#menu #list"), str(at) if number else "")
        if not number:
            clerk.pick(page.locator("#menu #kind"), one.kind)
            if page.locator(f"#menu #kind option[value={one.kind}]").inner_text() != one.title.zh:
                page.locator("#menu #title").focus()
                page.keyboard.type(one.title.zh)
                clerk.typed += len(one.title.zh)
        page.locator("#go").click()
        clerk.actions += 1
        clerk.settled()
    if one.of:
        card(clerk, ("lists", at))
        more(clerk, "是哪项数据的变化、部分或份额")
        clerk.pick(field_of(page, "lists", at, "of"), own(clerk, ident, one.of))
    if one.names_not_stated:
        card(clerk, ("lists", at))
        more(clerk, "原文只写类别，没有名称")
        field_of(page, "lists", at, "names_not_stated").check()
        clerk.actions += 1
        clerk.settled()


def side_by_side(clerk: Clerk, one: Listing) -> list[tuple[str, str]]:
    """The names of a list in groups that one drag takes: what stands between them parts names."""
    groups: list[tuple[str, str]] = []
    for item in one.items:
        source = item.source if item.quote else one.source
        quote = item.quote or one.quote
        text = clerk.given.sentences[source].zh
        base = text.find(quote)
        at = base + quote.find(item.zh)
        sentence = source.partition("#")[2]
        if groups and groups[-1][0] == sentence:
            before = text.find(groups[-1][1], base if not item.quote else 0)
            between = text[before + len(groups[-1][1]) : at]
            joined = text[before : at + len(item.zh)]
            if re.fullmatch("[”’》]?(?:、|以及|和|及)[“‘《]?", between) and "、" in joined:
                groups[-1] = (sentence, joined)
                continue
        groups.append((sentence, item.zh))
    return groups
