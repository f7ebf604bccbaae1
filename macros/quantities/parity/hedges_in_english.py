"""Whether the English says of a quantity that it is only hoped for, due or undone, as the Chinese does.

A word counts only as it hedges by itself, and only in the clause of the quantity: “to” before the verb of the number
(to cultivate 20), and not that of “up to”; the verb “plans to”, and not the noun of “20 plans”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from macros.quantities.chinese.hedges import HEDGE
from macros.quantities.expression import Expression
from macros.quantities.hedges import HEDGE_OF_WORD, Hedge
from macros.quantities.parity.one_form import said
from macros.quantities.parity.units import UnitWords
from macros.quantities.parity.words import DENIED

FORM_OF_BE = r"(?:is|are|was|were|be|been|being)(?: (?:all|later|since|then|\w+ly))?"
AT_ITS_END = r"(?=\s*(?:[.,;:)]|\Z))"
NOT_YET_EN = (
    rf"\b(?:{DENIED}|declined|den(?:y|ied|ies|ial\w*)|reject\w*|refus\w*|withh[eo]ld\w*|dismiss\w*|turned (?:down|away)"
    r"|hard to|difficult to|difficult(?:y|ies) (?:in|with)|with difficulty|hardly|unable|struggl\w*|await\w*|pending"
    rf"|remains? to|remain(?:s|ing|ed)?{AT_ITS_END}|still to|(?<!said )(?<!found )(?<!proved )to be|to go{AT_ITS_END}"
    r"|should|ought|(?:was|were) to (?!\d|the\b|an?\b)\w+|supposed to|due(?! to (?!be\b))"
    r"|originally|shortfall|gap of|miss(?:ed|ing)"
    rf"|(?:fall|fell|fallen|still|{FORM_OF_BE}) short|short (?:of|by)|short{AT_ITS_END}|behind (?:schedule|target|plan)"
    r"|below (?:target|plan)|needs? (?:to|\d|\w+ more|more|further|urgent\w*|\w+(?:ing|ment|tion|ance)\b)"
    r"|in (?:\w+ )?need of"
    r"|(?:still|are|is|were|was) needed|calls? for|calling for|requires?|requiring|urgent (?:need|solution)"
    r"|for improvement|(?:areas|matters|problems|points|issues|aspects) to (?:improve|solve|address)"
    rf"|(?:{FORM_OF_BE}|remains?|remained|still) outstanding|cancel\w*|revok\w*|revocation|rescind\w*|repeal\w*"
    r"|annul\w*|overturn\w*|quash\w*|vetoed|withdr\w*|terminat\w*|discontinu\w*|stripped|struck (?:off|from|down|out)"
    r"|disqualif\w*|deregist\w*|suspend\w*|halt\w*|abandon\w*|scrapped|fell through|came to nothing|stuck|delet\w*"
    r"|vacan(?:t|cy|cies)|wanted|(?:fewer|less) than planned|original (?:figure|number|target|plan)|must be"
    r"|urgent (?:problems|issues|matters)(?! (?:were|was|have|had))|for acceptance|too (?:much|many|hard) to|called off"
    r"|brought to an end|an end was put|a stop was put|dissolved|voted down|defeated"
    rf"|depriv\w*|los[et]|{FORM_OF_BE} (?:ended|stopped|closed|removed|dropped|returned|sent back)|closed down"
    r")\b|n['’]t\b"
)
WILL_EN = (
    r"\b(?:will|shall|would|should|must|(?-i:may)|might|could|going to|set to|on (?:track|course) to|poised to"
    r"|(?:is|are|was|were) to (?!\d|the\b|an?\b)\w+|(?<!said )(?<!found )(?<!proved )to be"
    r"|plan(?:s|ned|ning)? (?:to|for|on)|planned|plan (?:is|calls|sets|provides)"
    r"|intend(?:s|ed|ing)?|intention to|propos(?:e|es|ed|ing)|(?<!than )(?<!as )expect(?:s|ed|ing)?"
    r"|(?:aim|goal|objective) of"
    r"|due(?! to (?!be\b))|aims? (?:to|for|at|is)|aiming (?:to|for)|aimed to|scheduled|slated|forecast\w*|estimat\w*"
    r"|projected|projections?|predict\w*|anticipat\w*|envisag\w*|likely|targeting|ambition\w*|striv\w*|seeks? to"
    r"|targets?(?! (?:groups?|areas?|markets?|households?|populations?|audiences?)\b)|goals?|seeking to|sought to"
    r"|hopes? (?:to|for|that)|hoped|hoping|tr(?:y|ies|ied|ying) to|wants? to|wanted to|endeavou?r(?:s|ed|ing)?"
    r"|promis(?:e|es|ed|ing) (?:to|that)|pledg\w*|vow\w*|commit(?:s|ted)? to|resolved to|determined to"
    r"|next (?:year|quarter|month|week|stage|phase|\w+ years)|coming (?:years?|months?)|in (?:the )?(?:near )?future"
    r"|prospective|candidates? for|shortlist\w*|nominated|recommended|tentativ\w*|provisional\w*"
    r"|preliminar(?:y|ily) (?:list|select\w*|approv\w*)|earmark\w*|ensure|ensuring|guarantee(?:s|ing)? that"
    r"|to guarantee|make sure|making sure|upcoming|pending"
    r"|for (?:approval|consideration)|(?:is|are) coming|with a view to|objective is|considering"
    r"|under consideration|guarantee the|ensures|potential to|promises (?=\d|\w+ \d)|can|thinking of"
    r"|(?:works|(?:is|are) working) (?:hard )?(?:to|towards?)|work towards?)\b|['’]ll\b"
)
SAID_IN_ENGLISH = {
    Hedge.UNDONE: NOT_YET_EN,
    **dict.fromkeys((Hedge.EXPECTED, Hedge.PLANNED, Hedge.AIMED), WILL_EN),
}
"""Words of which the English must have one, by what the Chinese says; what is denied outright has a “not”."""
TO_WITH_A_VERB = re.compile(
    r"(?:\A|[\s(])to (?!the |an? |its |their |about |over |nearly |some )"
    r"(?:[a-z]+(?: up)?|(?:bring|raise|increase|lift|cut|reduce|lower|expand) [^,;]{1,60} to)"
    r"(?: (?:up to|about|around|approximately|some|nearly|almost|over|more than|at least|another|an additional"
    r"|a further|a total of|no (?:fewer|less) than|the|new))*\s*\Z",
    re.IGNORECASE,
)
"""A verb in its base form, straight before a number: to cultivate 20, to add a further 20."""
VERB_OF_THE_PAST = re.compile(r"\b(?:was|were|has|have|had|went|came|began|led|\w+ed)\b", re.IGNORECASE)
"""A verb of the past, before which a “to” says what was done: used to support 20."""
ENDS_OF_SENTENCES = re.compile(
    r"[.;!?](?=\s|\Z)|\n|,\s+(?:but|while|whereas|although|though|yet|and (?:it|they|we|has|have|had|was|were))\b"
    r"|\s+and (?=(?:it |they |we )?(?:has|had|was|were)\b)"
)
"""Where another statement begins: behind “and” too, if its verb is finite whatever stands before it, as in “that is to
form a body and has won 3”."""
ENDS_OF_CLAUSES = re.compile(r"[.;!?:](?=\s|\Z)|\n|,\s+(?:and|but|while|whereas|although|though|yet|which|with)\b")
VERB_OF_THE_PERFECT = re.compile(r"\b(?:has|have|had|was|were)\b", re.IGNORECASE)
ENDS_OF_SENTENCES_ZH = re.compile("[。；]")
DONE_ZH = re.compile("已(?![知婚往故签报决公安获定落下储谋列纳确预筹明约拟选批立])[^，。；]{0,20}\\Z")
TO_COME_ZH = re.compile("明年|次年|来年|下一步|今后|未来|下阶段|下半年|年底|规划|计划|拟|用于")
TO_COME_EN = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:(?:expected|planned|due|set|going|likely) )?to (?!\d|the\b|an?\b)"
    r"|(?:plans?|aims?) to)\b",
    re.IGNORECASE,
)
ANOTHER_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will)\b.{0,80}?(?=\s+(?:and|while)\s+(?!was|were|is|are|has|have|had|will|to\b))",
    re.IGNORECASE,
)
"""A verb of a quantity, behind which “and” begins another statement."""
TARGET_REACHED = re.compile(
    r"\b(?:reach|meet|met|exceed|surpass|beat|hit|achiev|fulfil)\w* (?:the|its|their|a|this|that)"
    r"(?: \w+)? (?:target|goal)s?|\b(?:target|goal)s? (?:was|were) (?:reached|met|exceeded|surpassed|achieved)",
    re.IGNORECASE,
)
"""A target that was reached is none any more."""


def hedges_lost(
    zh: Sequence[Expression], en: Sequence[Expression], en_text: str, units: Mapping[str, UnitWords]
) -> Iterator[Expression]:
    """What is only hoped for, due or undone in Chinese (力争20家, 20家被取消) where the English does not say so.

    The English must say it in the clause of a quantity of that value, or anywhere if it has no such quantity.
    """
    hedged = [one for one in zh if one.is_quantity and any(one.values)]
    hedged = [one for one in hedged if HEDGE_OF_WORD.get(one.negated, Hedge.NOT) in SAID_IN_ENGLISH]
    theirs = said(en, units, chinese=False) if hedged else []
    for one in hedged:
        values = {ours.values for ours in said((one,), units, chinese=True)}
        same = [other.source for other in theirs if other.values in values]
        clauses = [clause_of(other, en_text) for other in same] or [(en_text, "")]
        if not any(is_hedged(before, behind, HEDGE_OF_WORD[one.negated]) for before, behind in clauses):
            yield one


def clause_of(quantity: Expression, en_text: str) -> tuple[str, str]:
    """The English before a quantity from the beginning of its sentence, and behind it to the end of its clause."""
    before = ENDS_OF_SENTENCES.split(en_text[: quantity.start])[-1]
    behind = ENDS_OF_CLAUSES.split(en_text[quantity.end :], maxsplit=1)[0]
    another = ANOTHER_VERB.search(behind)
    return before, quantity.text + (behind[: another.end()] if another else behind)


def is_to_come(clause: str) -> bool:
    """Whether an English clause says only that something is to come."""
    return TO_COME_EN.search(clause) is not None and VERB_OF_THE_PERFECT.search(clause) is None


def told_as_planned(
    zh_text: str,
    zh: Sequence[Expression],
    en: Sequence[Expression],
    en_text: str,
    units: Mapping[str, UnitWords],
) -> Iterator[tuple[Expression, Expression]]:
    """What is done in Chinese (已培训3000人) where the English says that it is to come, and nothing Chinese does."""
    if "已" not in zh_text:
        return
    theirs = said(en, units, chinese=False)
    for one in said([one for one in zh if one.is_quantity], units, chinese=True):
        before = ENDS_OF_SENTENCES_ZH.split(zh_text[: one.source.start])[-1]
        whole = before + ENDS_OF_SENTENCES_ZH.split(zh_text[one.source.start :])[0]
        if not DONE_ZH.search(before) or HEDGE.search(whole) or TO_COME_ZH.search(whole):
            continue
        same = [other.source for other in theirs if other.values == one.values]
        if same and all(is_to_come(" ".join(clause_of(other, en_text))) for other in same):
            yield one.source, same[0]


def is_hedged(before: str, behind: str, hedge: Hedge) -> bool:
    """Whether a clause, parted where its quantity begins, says that it is hoped for or due, or else undone."""
    if re.search(SAID_IN_ENGLISH[hedge], TARGET_REACHED.sub(" ", before + behind), re.IGNORECASE):
        return True
    return hedge is not Hedge.UNDONE and bool(TO_WITH_A_VERB.search(before)) and not VERB_OF_THE_PAST.search(before)
