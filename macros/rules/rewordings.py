"""Rewordings: a statement in other words than its clause denies and hopes no more and no less than the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from macros.problems import Problem
from macros.quantities.expression import Direction
from macros.quantities.hedges import DENIALS, HEDGE_OF_WORD, Hedge
from macros.quantities.parity.units import CHINESE_NEGATION, DENIED_OTHERWISE, in_context
from macros.quantities.parity.words import ENGLISH_NEGATION
from macros.records.base import Statement
from macros.records.collection import Collection
from macros.records.figure import Figure
from macros.records.kinds import BUREAU, Entry
from macros.records.shared_parts import figure_entries
from macros.rules.hedged_clauses import hedges
from macros.rules.label_words import called_otherwise_in_chinese, called_otherwise_in_english, names_a_direction
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath

LACKS = re.compile(
    "[脱空失待闲孤零清停漏禁断盲独仅只才外余剩残休弃荒废撤销终止绝驳退裸留散僵黑私擅违误烂破歉素]|例外|免费"
    "|取消|减免|[核审压精]减|单身|信用贷|流[标拍产]|连续|暗[访查]|飞行检查|突击|逾期|在[办审途建]|合格|达标|安全|平安|完好|[晚误]点|[推延]迟|延[期误]|正在|网[办上]|线上|远程|秒批|自动"
    "|公益|志愿|义务|社会组织|初次|首次"
)
"""Chinese that English may say with a word that denies: 脱贫 no longer poor, 闲置 not in use, 孤儿 without parents."""
DENIES_NOTHING = re.compile(
    r"un(?:load|earth|block|pack|fold|seal|wrap|leash|tangl|clog|limit|interrupt|marri|mann|employ)\w*|under\w+|failures?|refuse",
    re.IGNORECASE,
)
"""English that only looks like a denial: cargo unloaded, relics unearthed, failures of a machine, refuse collected."""
OTHERWISE = {
    Hedge.NOT: DENIED_OTHERWISE,
    Hedge.EXPECTED: re.compile("[明来次]年|下一?年|下一?步|今后|未来|下一?阶段"),
    Hedge.PLANNED: re.compile("计划|打算"),
    Hedge.AIMED: re.compile("目标|努力|争取"),
}
"""Words that say what hedges say: 严禁 for 不得, 明年 for 将."""
DENIED_DEED = re.compile("(?:没有|[未没不无])[再能得予有按用需]*(..)")
"""What a text denies, by its first two characters."""
LESS_SURE = {Hedge.EXPECTED: Hedge.PLANNED}
"""What may be said more carefully: what will be (将) is planned."""
NOT_STATED = re.compile("原文[^，。；：（）]*")
"""What says of the source that it does not state something: 原文未载."""


def rewordings_hedge_alike(collection: Collection) -> Iterator[Problem]:
    """A rewording denies, expects, plans or aims at what its clause does, and at nothing else."""
    for entry in collection.judged():
        for path, part in entry.parts:
            if not isinstance(part, Statement) or entry.kind is BUREAU or not part.quote or not part.is_reworded:
                continue
            reworded = NOT_STATED.sub("", part.zh)
            if left_out := left_out_of(part.quote, reworded):
                yield entry.problem(
                    (*path, "zh"),
                    Bilingual(
                        f"原文说的是“{left_out}”，这里没有写。", f'The source says "{left_out}", which is left out.'
                    ),
                    Bilingual("照原文写明，或删去 zh，用原文。", "Say so too, or delete zh and use the clause."),
                )
            elif added := added_to(part.quote, reworded):
                yield entry.problem(
                    (*path, "zh"),
                    Bilingual(f"原文没有说“{added}”。", f'The source does not say "{added}", as this does.'),
                    Bilingual("照原文改写，或删去 zh，用原文。", "Word it as the source does, or delete zh."),
                )


def labels_say_what_clauses_do(collection: Collection) -> Iterator[Problem]:
    """What a figure is called denies nothing that its clause does not: 解决问题50个 is no 未解决的问题.

    Nor does it name another direction, base of comparison, whole or rate, or an opposite: 全市第9 is no 全省排名. Nor
    does its English deny where the Chinese has no word that could.
    """
    for entry in collection.judged():
        for path, figure in figure_entries(entry.record):
            label = figure.label
            denials = [one for one in hedges(label.zh) if claim_of(one) is Hedge.NOT]
            in_english = denial_in_english(label.en)
            if denials and figure.quote and Hedge.NOT not in claims_of(figure.quote, label.zh):
                yield denied_by_label(entry, (*path, "label", "zh"), denials[0])
            elif in_english and not may_lack(label.zh, figure.quote):
                yield denied_by_label(entry, (*path, "label", "en"), in_english)
            elif isinstance(figure, Figure) and figure.quote and figure.source in collection.sentences:
                yield from label_says_otherwise(collection, entry, (*path, "label"), figure)


def label_says_otherwise(collection: Collection, entry: Entry, path: FieldPath, figure: Figure) -> Iterator[Problem]:
    """The first thing that a label says otherwise than the clause of its figure, in either language."""
    sentence = collection.sentences[figure.source].zh
    says_way = names_a_direction(figure.label)
    read = in_context(sentence, collection.sources.expressions(figure.source)) if says_way else ()
    way = next((one.direction for one in read if one.start == figure.start), Direction.NONE)
    told = {
        "zh": called_otherwise_in_chinese(figure.label.zh, figure.quote, sentence, way),
        "en": called_otherwise_in_english(figure.label.en, figure.quote, way),
    }
    for language, found in told.items():
        for stated, named in islice(found, 1):
            yield entry.problem(
                (*path, language),
                Bilingual(
                    f"原文说的是“{stated}”，名称却是“{named}”。",
                    f'The source says "{stated}"; this calls it "{named}".',
                ),
                Bilingual("照原文命名。", "Call the figure by what the source says."),
            )


def denied_by_label(entry: Entry, path: FieldPath, word: str) -> Problem:
    """A label with a word that denies."""
    return entry.problem(
        path,
        Bilingual(f"原文没有说“{word}”。", f'The source does not say "{word}", as this does.'),
        Bilingual(f"照原文命名，不写“{word}”。", f'Call it by what the source says, without "{word}".'),
    )


def denial_in_english(text: str) -> str:
    """The first English word that denies; empty where there is none, or only words that look like it."""
    words = (found[0] for found in ENGLISH_NEGATION.finditer(text))
    return next((one for one in words if not DENIES_NOTHING.fullmatch(one)), "")


def may_lack(label: str, clause: str) -> bool:
    """Whether a Chinese label, or its clause by a plain denial, may be a denial in English."""
    return CHINESE_NEGATION.search(f"{label} {clause}") is not None or LACKS.search(label) is not None


def left_out_of(clause: str, reworded: str) -> str:
    """The first hedge of a clause that other words for it say neither so nor more carefully, nor in another word."""
    known = claims_of(reworded, clause)
    return next((one for one in hedges(clause) if not known & {claim_of(one), LESS_SURE.get(claim_of(one))}), "")


def added_to(clause: str, reworded: str) -> str:
    """The first hedge of other words for a clause that the clause does not say, nor anything surer."""
    known = claims_of(clause, reworded)
    known |= {LESS_SURE[one] for one in known if one in LESS_SURE}
    return next((one for one in hedges(reworded) if claim_of(one) not in known), "")


def claims_of(text: str, other: str) -> set[Hedge]:
    """What the hedges of a text say, and what it says in other words; words that deny (未, 尚待) all say the same.

    A word that denies and stands in the other text too (取消, 没有取消) is no other word for what that one denies; nor
    is one that stands behind the very deed denied there (查处违法案件, 未查处).
    """
    in_words = {one for one, words in OTHERWISE.items() if words.search(text)}
    denied = [text.find(found[1]) for found in DENIED_DEED.finditer(other)]
    first = min((at for at in denied if at >= 0), default=len(text))
    by_another_word = any(found[0] not in other and found.start() < first for found in DENIED_OTHERWISE.finditer(text))
    return {claim_of(one) for one in hedges(text)} | (in_words if by_another_word else in_words - {Hedge.NOT})


def claim_of(word: str) -> Hedge:
    """What a hedge says of its clause: that it is not so, or that it is expected, planned or aimed at."""
    hedge = HEDGE_OF_WORD[word]
    return Hedge.NOT if hedge in DENIALS else hedge


RULES = (rewordings_hedge_alike, labels_say_what_clauses_do)
