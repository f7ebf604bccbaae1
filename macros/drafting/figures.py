"""Proposed figures: for each quantity of a sentence the words that it rests on, and what it may be called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from macros.quantities.chinese.relations import RelationKind, relation_in
from macros.quantities.counted_nouns import CHINESE_CLASSES
from macros.quantities.expression import Expression, Sense
from macros.records.figure import FigureEntry
from macros.records.periods import PeriodTable
from macros.records.resolver import quantities_meant
from macros.records.sources import Sources
from macros.text.clauses import clauses_around, clauses_of, whole_clauses
from macros.text.patterns import alternatives
from macros.text.placeholders import UNDECIDED

LONGEST_LABEL = 24
"""Characters of a label; of longer words the last are kept, which say what is counted."""
BEFORE_A_NAME = re.compile(
    r"(?:其中|当中|包括|分别|同时|目前|截至目前|截止目前|下一步|共计?|累计|总共|合计|已经?|均|并|且|还|又|约|近|了|、|和|及|与|，|[：:]|\s)+"
)
"""What stands before the name of what is counted."""
BEHIND_A_NAME = re.compile(
    r"(?:分别|累计|已经?|均|共计?|总共|仅|只|约|在|达成|达到?|突破|超过?|接近|不足|不低于|不少于|至少|实现|完成|升至|降至|增至|"
    r"增加到|上升到|提高到|下降到|为|是|有|至|到|了|办|各|近|逾|[：:、（(]|\s)+\Z"
)
"""What stands between that name and the number."""
BEHIND_A_NUMBER = re.compile(r"\A(?:左右|以上|以下|之内|以内|内|后|的|（[^）]*）)+")
JOINED_IN_LIST = re.compile("[、和与及]")
RESPECTIVELY = re.compile("分别|依次|依序|各自")
THINGS = {one for words in CHINESE_CLASSES.values() for one in words.split() if len(one) > 1}
COUNTED_THING = re.compile(rf".{{0,8}}?(?:{alternatives(THINGS)})")
ENOUGH = re.compile("[\u4e00-\u9fff]{2}")
UP_TO_A_MARK = re.compile(r"[^，。；：！？、,;!?（()）]*")
RATE_ALONE = re.compile("(?:资金|投资|任务)?(?:到位|完成|开工|竣工|支付|投产)率")
PROJECT_NOUN = re.compile("项目|工程")
PROJECT = re.compile(
    r"(?!推|实施|完成|加快|新建|建设|组织|开展|落实|抓|做|对|全|各|该|其|重点)[\u4e00-\u9fff]{2,12}?(?:项目|工程)"
)
"""A project by its name, as a sentence begins with it."""
MARKS_AROUND = re.compile(r"[“”‘’\s]+\Z|\A[”’\s]+")


@dataclass(frozen=True)
class Quantity:
    """A quantity of a document: the sentence that states it, and what the grammar reads there."""

    sentence: str
    text: str
    read: tuple[Expression, ...]
    one: Expression
    kind: RelationKind | None
    """What its words say that it is of another quantity."""

    @property
    def clause(self) -> str:
        """The whole clause that holds it."""
        return clauses_around(self.text, self.one.start, self.one.end)

    @property
    def is_respective(self) -> bool:
        """Whether its clause gives several quantities, each of another thing that was named before: 分别占20%、30%."""
        among = [one for one in self.read if one.is_quantity and one.text in self.clause]
        listed = any(JOINED_IN_LIST.fullmatch(self.text[one.end : after.start]) for one, after in pairwise(among))
        return len(among) > 1 and (listed or RESPECTIVELY.search(self.clause) is not None)


def quantities_of(sources: Sources, sentence: str) -> Iterator[Quantity]:
    """Every quantity of a sentence, in order."""
    text, read = sources.sentences[sentence].zh, sources.expressions(sentence)
    for one in read:
        if one.is_quantity:
            stated = relation_in(text, one, read)
            yield Quantity(sentence, text, read, one, stated.kind if stated else None)


def naming_words(quantity: Quantity, sources: Sources) -> dict[str, str]:
    """What names a quantity in its source: ``quote`` and, where the quote has several, ``numeral``."""
    text, one = quantity.text, quantity.one
    spans = clauses_of(text)
    held = [at for at, (start, end) in enumerate(spans) if start < one.end and one.start < end]
    first, last = (held[0], held[-1]) if held else (0, len(spans) - 1)
    quote = text[spans[first][0] : spans[last][1]]
    while len(list(whole_clauses(text, quote))) > 1 and (first or last + 1 < len(spans)):
        first, last = (first - 1, last) if first else (first, last + 1)
        quote = text[spans[first][0] : spans[last][1]]
    for numeral in (None, *numerals_for(quantity, quote)):
        entry = FigureEntry.model_construct(quote=quote, numeral=numeral)
        if quantities_meant(sources, entry, quantity.sentence) == [one]:
            return {"quote": quote, **({"numeral": numeral} if numeral else {})}
    return {"quote": quote, "numeral": one.text}


def numerals_for(quantity: Quantity, quote: str) -> Iterator[str]:
    """The number as it stands in a quote, with ever more of the words before and behind it."""
    start = quote.find(quantity.clause) if quantity.clause in quote else 0
    at = quote.find(quantity.one.text, max(start, 0))
    whole = quantity.text.find(quote)
    at = quantity.one.start - whole if whole >= 0 else at
    for more in range(7):
        yield quote[max(at - more, 0) : at + len(quantity.one.text)]
        yield quote[max(at - more, 0) : at + len(quantity.one.text) + more]


def label_of(quantity: Quantity, periods: PeriodTable, over: str = "") -> str:
    """What a quantity may be called: the words before it in its clause or, where these say too little, behind it.

    A change, share or rate whose clause names nothing is called after what it is ``over``.
    """
    text, one = quantity.text, quantity.one
    begins = max((begin for begin, _ in clauses_of(text) if begin <= one.start), default=0)
    told = [other for other in quantity.read if is_told(other) and begins <= other.start and other.end <= one.start]
    start = max((other.end for other in told if other.kind is not Sense.PER), default=begins)
    end = min((other.start for other in told if other.kind is Sense.PER and other.start >= start), default=one.start)
    before = BEHIND_A_NAME.sub("", without_opening(text[start:end], periods))
    stop = min((other.start for other in quantity.read if other.start >= one.end and is_told(other)), default=len(text))
    behind = UP_TO_A_MARK.match(text[:stop], one.end)
    after = BEHIND_A_NUMBER.sub("", behind[0] if behind else "")
    if over and not subject_of(before):
        return as_label(f"{over}{re.sub('占$', '占比', before)}")
    before = "" if before == "占" else before
    if not ENOUGH.search(before):
        before += after
    elif one.kind is Sense.COUNT:
        before += thing_counted(after, LONGEST_LABEL - len(before))
    return as_label(before)


def with_subject(label: str, quantity: Quantity, periods: PeriodTable) -> str:
    """A label that is only a rate, with the project before it that its sentence begins with: 渔港扩建项目 of 到位率.

    As it was where the sentence begins otherwise, or names several by then: nobody can tell whose rate it is.
    """
    before = without_opening(quantity.text[: quantity.one.start], periods)
    found = PROJECT.match(before)
    alone = found is not None and len(PROJECT_NOUN.findall(before)) == 1
    return f"{found[0]}{label}" if found and alone and RATE_ALONE.fullmatch(label) else label


def thing_counted(words: str, room: int) -> str:
    """What is counted, of the words behind its number: up to the first noun of things that are, else all that fits."""
    noun = COUNTED_THING.match(words)
    return noun[0] if noun else words if len(words) <= room else ""


def is_told(one: Expression) -> bool:
    """Whether an expression is a number or a date, which no label holds."""
    return one.is_quantity or one.kind in (Sense.DATE, Sense.PER, Sense.ENUMERATOR)


OF_A_CHANGE = re.compile(
    r"(?:同比|环比|比|较|与|同|上年|去年|同期|年初|上月|上期|上季度|年末|底|相比|增长|增加|增幅|增速|上升|提高|提升|"
    r"下降|减少|降低|回落|降幅|减幅|占比?|比重|的|总数|总量|总额|全部|完成率|到位率|完成|达成率|率|净|了|多|少|高|低|快|慢|为|约|近|达)*"
)
"""Words of a change, a share or a rate that name nothing that is counted."""


def subject_of(words: str) -> str:
    """What words of a change, share or rate say that it is of; nothing where they are such words alone."""
    return "" if OF_A_CHANGE.fullmatch(words) else words


def without_opening(words: str, periods: PeriodTable) -> str:
    """Words without those at their beginning that only say when, or lead on from what was said before."""
    opening = re.compile(rf"(?:{periods.pattern.pattern}|{BEFORE_A_NAME.pattern}|[）)”’])*")
    found = opening.match(words)
    return words[found.end() :] if found else words


def as_label(words: str) -> str:
    """The last words of what is too long for a label, from where one begins; without marks at its ends."""
    kept = words.replace(UNDECIDED, "")
    if len(kept) > LONGEST_LABEL:
        places = [
            one.end() for one in re.finditer("[、的和及与了在对向为]", kept) if len(kept) - one.end() <= LONGEST_LABEL
        ]
        kept = kept[min((one for one in places if len(kept) - one >= 4), default=len(kept) - LONGEST_LABEL) :]
    kept = MARKS_AROUND.sub("", re.sub("[{}]", "", kept)).strip("，、：:；。（ -—")
    if not re.search(r"[^\W\d_]", kept):
        return ""
    return kept if kept.count("“") == kept.count("”") else kept.replace("“", "").replace("”", "")
