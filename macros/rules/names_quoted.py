"""Names from a source: each stands in its quote to the letter, whole, and once in its list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problems import Problem, Subject
from macros.quantities.chinese.reader import read_chinese
from macros.records.collection import Collection
from macros.records.kinds import BUREAU, Entry
from macros.records.listing import Item, Listing
from macros.records.shared_parts import Cited
from macros.rules.quotes import sentence_changed
from macros.text.languages import Bilingual

MARK = r"[、，。；：！？“”‘’（）()《》〈〉「」『』【】\s]"
BEGINS_BEHIND = re.compile(
    rf"(?:^|{MARK}|[了的向到从为以对和与及或在由被把将给去获经按于是等叫]"
    r"|申报|发放|围绕|邀请|聘请|慰问|走访|推广|推荐|支持|扶持|组织|开展|举办|建设|建立|成立|包括|涉及|涵盖|分别|迅速|重点|通过|表示|[0-9多余]\w)$"
)
"""What a name begins behind: a mark, a particle or preposition, a verb that takes names, a number with its unit."""
ENDS_BEFORE = re.compile(
    rf"(?:$|{MARK}|[0-9了等的和与及或外为在共被将由已均各]|还是|以及"
    "|项目|计划|申报|申请|支持|承担|实施|开展|举办|参加|获得|获评|入选|榜上有名|榜上|负责|牵头|配合|拨付|发放|支付)"
)
"""What a name ends before: a mark, a number, a particle, a verb, or the word for what it is the name of."""
HEADED = 4
"""Characters from which a name may begin behind any word but a prefix. Chinese names end in what they are."""
PREFIXES = tuple("非未不无原拟准副半")
"""Characters that make another thing of the name behind them: 未达标企业, 原市科技局."""


def stands_delimited(name: str, text: str) -> bool:
    """Whether a name stands in a text whole, in some place: it is not cut out of a longer one (德炎 of 德炎水产)."""
    return any(
        ENDS_BEFORE.match(text, found.end()) and may_begin(name, text[: found.start()])
        for found in re.finditer(re.escape(name), text)
    )


def may_begin(name: str, before: str) -> bool:
    """Whether a name may begin behind what stands before it."""
    return not before.endswith(PREFIXES) and (len(name) >= HEADED or bool(BEGINS_BEHIND.search(before)))


def not_delimited(name: str) -> tuple[Bilingual, Bilingual]:
    """What is wrong with a name that is cut out of a longer word, and what to do."""
    return (
        Bilingual(f"“{name}”不是引文中完整的名称。", f'"{name}" is no whole name in the quote.'),
        Bilingual(
            "照引文写全，从标点（或“和”“等”一类的字）写到标点；写在动词后面的，连同动词一起写也可以。",
            "Write it whole as the quote has it, from one mark (or a word such as 和 or 等) to the next; with the "
            "verb before it, if need be.",
        ),
    )


def items_stand_in_quote(collection: Collection) -> Iterator[Problem]:
    """What a list names, and how a source names the bureau, stands in the quote: no name is added or altered."""
    for entry in collection.judged():
        for cited in entry.cited:
            if (isinstance(cited.part, Item) or entry.kind is BUREAU) and cited.part.zh not in cited.quote:
                yield item_not_quoted(collection, entry, cited)


def item_not_quoted(collection: Collection, entry: Entry, cited: Cited) -> Problem:
    """A name that its quote does not hold; where only the sentence has it, the quote was cut too short."""
    sentence = collection.sentences.get(cited.sentence)
    short = sentence is not None and cited.quote in sentence.zh and cited.part.zh in sentence.zh
    path = cited.path if cited.own else cited.path[:-2]
    return entry.problem(
        (*path, "quote") if short else (*cited.path, "zh"),
        Bilingual(f"引文中没有“{cited.part.zh}”。", f'The quote does not contain "{cited.part.zh}".'),
        Bilingual(
            f"原句中有，请把引文摘录完整。原句：{sentence.zh}", f"The sentence does; quote more of it: {sentence.zh}"
        )
        if sentence and short
        else Bilingual(f"名称按原文照录。引文：{cited.quote}", f"Write the name as the source does: {cited.quote}"),
        follows=grounds(collection, entry, cited),
    )


def grounds(collection: Collection, entry: Entry, cited: Cited) -> tuple[Subject, ...]:
    """What problems with a citation would be about: what is said on the strength of it follows from them."""
    path = cited.path if cited.own else cited.path[:-2]
    own = (entry.subject(*path, "source"), entry.subject(*path, "quote"))
    return (*sentence_changed(collection, cited.sentence), *own)


def items_are_names(collection: Collection) -> Iterator[Problem]:
    """An item is one name, whole as its quote has it: no mark, no number, no two names in one, and none twice."""
    for entry in collection.judged():
        for path, part in entry.parts:
            if not isinstance(part, Listing):
                continue
            seen: set[str] = set()
            for index, item in enumerate(part.items):
                quote = item.quote or part.quote
                if item.zh in quote and (wrong := wrong_with(collection, item.zh, quote, seen)):
                    yield entry.problem((*path, "items", index, "zh"), *wrong)
                seen.add(item.zh)


def wrong_with(collection: Collection, name: str, quote: str, seen: set[str]) -> tuple[Bilingual, Bilingual] | None:
    """What is wrong with the name of an item, if anything."""
    if name in seen:
        return (
            Bilingual(f"“{name}”在这份名单里写了两次。", f'"{name}" stands twice in this list.'),
            Bilingual("每一项只写一次。", "Name each item once."),
        )
    read = read_chinese(name, collection.units.words)
    if not any(char.isalpha() for char in name) or any(one.is_quantity and one.text == name for one in read):
        return (
            Bilingual(f"“{name}”不是名称。", f'"{name}" is no name.'),
            Bilingual("写引文中的名称；数写入 figures。", "Write a name of the quote; numbers belong in figures."),
        )
    if "、" in IN_MARKS.sub("", name):
        return (
            Bilingual(f"“{name}”是几个名称。", f'"{name}" holds several names.'),
            Bilingual("一个名称写一项。", "Make an item of each."),
        )
    return None if stands_delimited(name, quote) else not_delimited(name)


IN_MARKS = re.compile("“[^”]*”|《[^》]*》|（[^）]*）")
"""What stands in marks of its own, where 、 parts no names of the list."""

RULES = (items_stand_in_quote, items_are_names)
