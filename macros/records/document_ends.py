"""What stands at the head and the foot of a document: titles, document numbers, those addressed, issuers, dates, notes.

Only lines of a form that bureaus write (GB/T 9704) are taken for such: whatever else stands there is text or a heading.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from typing import Literal

from macros.records.document_lines import NUMBERED_ITEM, SENTENCE_ENDS, number_style

EndRole = Literal["document-number", "salutation", "attachments", "issuer", "date", "distribution", "framing"]
HAN_CHARACTER = "[\u4e00-\u9fff]"
ANY_DIGIT = "[0-9０-９]"
BLANKS_INSIDE = re.compile(r"[ \u3000]+")
MONTH_FORM = (
    rf"(?:{ANY_DIGIT}{{4}}|[〇○零一二三四五六七八九]{{4}})年(?:{ANY_DIGIT}{{1,2}}|[一二三四五六七八九十]{{1,3}})月"
)
DAY_FORM = rf"{MONTH_FORM}(?:{ANY_DIGIT}{{1,2}}|[一二三四五六七八九十]{{1,3}})日"
DAY_LINE = re.compile(rf"(?:{DAY_FORM}|{ANY_DIGIT}{{4}}([-./]){ANY_DIGIT}{{1,2}}\1{ANY_DIGIT}{{1,2}})")
MONTH_LINE = re.compile(MONTH_FORM)
DAY_IN_BRACKETS = re.compile(rf"[（(]{DAY_FORM}[^。；]*[）)]")
DOCUMENT_NUMBER = re.compile(
    r"[（(]?[\u4e00-\u9fff]{0,16}[〔\[（(【][0-9]{4}[〕\]）)】]第?[0-9]{1,5}[号期][）)]?(?:[A-D]类|签发人[：:].{2,8})?|"
    r"[（(]?(?:[0-9]{4}年)?(?:总)?第[0-9一二三四五六七八九十]{1,5}[期号](?:[，,]?总第[0-9]{1,5}[期号])?[）)]?"
)
MARKING = re.compile(
    rf"{HAN_CHARACTER}{{2,30}}文件|签发人[：:].{{2,12}}|(?:绝密|机密|秘密|内部)(?:★.{{1,6}})?|[特加平]急|[0-9]{{6}}"
)
"""Of a document's first page: whose paper it is, who signed, how secret, how urgent, which copy."""
TITLE_ENDS = re.compile(
    r"[^。！？；]*(?:报告|总结|通知|通报|意见|方案|办法|规定|细则|公报|公告|通告|函|请示|"
    r"批复|决定|纪要|要点|规划|计划|说明|答复|汇报|综述|情况|清单)"
    r"(?:[（(].{1,12}[）)])?"
)
BROKEN_TITLE_ENDS = re.compile(
    r"[^。！？；]*(?:报告|通知|通报|意见|方案|办法|规定|细则|公告|通告|函|请示|批复|决定|纪要|答复|汇报)(?:[（(].{1,12}[）)])?"
)
"""How the last line of a title ends; 情况 or 总结 would end a heading as well."""
MOST_TITLE_LINES = 3
TITLE_GOES_ON = re.compile(
    r"[—―–]{1,2}.{2,40}|[（(](?:试行|暂行|草案|修订|节选|摘要|征求意见稿|送审稿|讨论稿|修订稿|代拟稿)[）)]"
)
"""A line below the title that is part of it: what it is about, or which draft it is of."""
ATTACHMENTS = re.compile(r"附件(?:[0-9一二三四五六七八九十]{1,2})?(?:[：:]|[ \u3000]+[0-9《])")
LIST_BEGINS = re.compile(r"附件(?:[0-9一二三四五六七八九十]{1,2})?(?:[：: \u3000]+1[.．、].*|[：:][ \u3000]*)")
"""A list of attachments: its first item stands behind the word, or in the next line."""
ANNEX = re.compile(r"附(?:件|表|录)[ \u3000]*(?:[0-9０-９一二三四五六七八九十]{1,2})?(?:[：: \u3000][^。；]{0,40})?")
AT_THE_FOOT = re.compile(
    r"[（(](?:此件|联系人|联系电话)[^。；]{1,60}[）)]|(?:抄送|抄报|分送)[：:].*|"
    r"(?:主题词|联系人|联系电话|公开方式|公开属性|信息公开(?:选项|类型|属性)|信息来源|来源|责任编辑|编辑|审核|校对|撰稿)"
    rf"[：:][^。；]{{1,60}}|共印[0-9]{{1,5}}份。?|.{{2,40}}{DAY_FORM}印发"
)
IN_NO_PART = re.compile(
    r"[-—–][ \u3000]*[0-9]{1,3}[ \u3000]*[-—–]|第[0-9]{1,3}页(?:[ \u3000，,]*共[0-9]{1,3}页)?|[-=*_—–]{3,}|"
    r"[（(]?(?:计量)?单位[：:][^0-9，。；]{1,12}[）)]?"
)
"""Numbers of pages, lines that are drawn, and the units of tables, which are read with these."""
FIRST_SOURCE = re.compile(r"(?:信息)?(?:来源|发布(?:时间|日期|机构))[：:].{1,80}")
SALUTATION = re.compile(r"[\u4e00-\u9fff、，（）()]{2,60}[：:]")
INTRODUCES = re.compile(r".*(?:如下|下列|以下|包括|分别|的|有|为|是|情形|条件)[：:]")
ORGAN = re.compile(
    rf"(?!.*(?:成立|设立|召开|举办|新建|建成|开展|完成|增加)){HAN_CHARACTER}[\u4e00-\u9fff（）()·]{{0,38}}?(?:[局委会室府厅部院所处科站组校队司社团馆园台署办庭]|中心|街道|海关|机关|政协|科协|[工残妇文侨]联|工商联|银行|集团|大学|专班)"
    r"(?:[（(][^）)]{1,8}[）)])?|[（(](?:盖章|印章|公章)[）)]"
)
"""A body that issues documents, by how its name ends."""
PERSON = re.compile(rf"{HAN_CHARACTER}{{2,3}}|{HAN_CHARACTER}{{2,8}}[ \u3000]+{HAN_CHARACTER}{{2,4}}")
LETTER_CLOSES = re.compile(
    r"特此(?:通知|通报|报告|公告|通告|函复|函告|函达|批复|复函|说明|证明)|此致|敬礼|(?:以上|妥否|当否).{0,12}请.{1,8}"
)
"""What closes a letter, where no full stop stands behind it."""


def closely(text: str) -> str:
    """A line without blanks, which people set between its characters to fill it."""
    return BLANKS_INSIDE.sub("", text)


def at_head(lines: Sequence[str]) -> int:
    """How many lines stand above the title: document numbers and the markings of a first page, each alone."""
    title = next((at for at, line in enumerate(lines) if not above_title(line)), 0)
    numbered = any(DOCUMENT_NUMBER.fullmatch(closely(line)) for line in lines[:title])
    return title if numbered else 0


def above_title(line: str) -> bool:
    """Whether a line is a document number or a marking."""
    return bool(DOCUMENT_NUMBER.fullmatch(closely(line)) or MARKING.fullmatch(line))


def title_length(lines: Sequence[str]) -> int:
    """How many of the first lines are the title: it may be broken, and go on with a subtitle or its draft."""
    if SENTENCE_ENDS & set(lines[0]):
        return 1
    length = 1
    while length < min(len(lines), MOST_TITLE_LINES) and title_is_broken("".join(lines[:length]), lines[length]):
        length += 1
    return length + (len(lines) > length and TITLE_GOES_ON.fullmatch(lines[length]) is not None)


def title_is_broken(first: str, second: str) -> bool:
    """Whether a title goes on in the next line: a body and what it issues, or 关于… and the kind of document it is."""
    if ORGAN.fullmatch(first):
        titled = second.startswith("关于") or TITLE_ENDS.fullmatch(second) is not None
        return titled and number_style(second) is None and not SENTENCE_ENDS & set(second)
    ends = TITLE_ENDS.fullmatch(first) is None and BROKEN_TITLE_ENDS.fullmatch(second) is not None
    return "关于" in first and ends and number_style(second) is None


def below_title(lines: Sequence[str]) -> dict[int, EndRole]:
    """What the lines directly below the title are, by place: number, issuer, date, source, those addressed."""
    found: dict[int, EndRole] = {}
    days = sum(DAY_LINE.fullmatch(closely(line)) is not None for line in lines)
    for at in range(1, min(len(lines), 8)):
        text, close = lines[at], closely(lines[at])
        following = closely(lines[at + 1]) if at + 1 < len(lines) else ""
        if DOCUMENT_NUMBER.fullmatch(close):
            found[at] = "document-number"
        elif (
            DAY_IN_BRACKETS.fullmatch(text)
            or is_dated_organ(close)
            or (DAY_LINE.fullmatch(close) and (days == 1 or at - 1 in found))
        ):
            found[at] = "date"
        elif (ORGAN.fullmatch(close) and (DAY_LINE.fullmatch(following) or found.get(at - 1) == "date")) or (
            PERSON.fullmatch(text)
            and (DAY_IN_BRACKETS.fullmatch(following) or (found.get(at - 1) == "date" and is_salutation(following)))
        ):
            found[at] = "issuer"
        elif FIRST_SOURCE.fullmatch(text):
            found[at] = "distribution"
        else:
            return {**found, at: "salutation"} if is_salutation(text) else found
    return found


def at_foot(lines: Sequence[str]) -> dict[int, EndRole]:
    """What the last lines of a document are, by place, and those before each annex that stands behind the date."""
    found = foot_of_part(lines)
    day = next((at for at, line in enumerate(lines) if at > 0 and DAY_LINE.fullmatch(closely(line))), len(lines))
    annexes = [at for at in range(day + 1, len(lines)) if at not in found and ANNEX.fullmatch(lines[at])]
    starts = [0, *annexes, len(lines)]
    for start, end in itertools.pairwise(starts):
        found |= {start + at: role for at, role in foot_of_part(lines[start:end]).items()}
    marks: dict[int, EndRole] = {
        at: "distribution" for at, line in enumerate(lines) if at > 0 and IN_NO_PART.fullmatch(line)
    }
    return {**marks, **found}


def foot_of_part(lines: Sequence[str]) -> dict[int, EndRole]:
    """What the last lines of a part are: attachments, issuer, date, and notes of distribution.

    An issuer stands alone on its line, next to the date.
    """
    found: dict[int, EndRole] = {}
    for at in range(len(lines) - 1, 0, -1):
        role = foot_role(lines, at, found)
        if role is None:
            break
        found[at] = role
    return found


def foot_role(lines: Sequence[str], at: int, found: Mapping[int, EndRole]) -> EndRole | None:
    """What a line is, seen from those below it; None where it is text or a heading."""
    text, close, below = lines[at], closely(lines[at]), found.get(at + 1)
    if DAY_LINE.fullmatch(close) or MONTH_LINE.fullmatch(close):
        return "date"
    if ATTACHMENTS.match(text) and (not text.endswith("。") or NUMBERED_ITEM.search(text)):
        return "attachments"
    if AT_THE_FOOT.fullmatch(text) or IN_NO_PART.fullmatch(text):
        return "distribution"
    if is_dated_organ(close):
        return "date"
    if number_style(text) is None and below in ("date", "issuer") and is_issuer(text, below):
        return "issuer"
    if not found and ORGAN.fullmatch(close) and DAY_LINE.fullmatch(closely(lines[at - 1])):
        return "issuer"
    if below is not None and LETTER_CLOSES.fullmatch(text):
        return "framing"
    return "attachments" if is_listed(lines, at) else None


def is_listed(lines: Sequence[str], at: int) -> bool:
    """Whether a line is an item of a list of attachments that begins above it."""
    begins = next((one for one in range(at, 0, -1) if not NUMBERED_ITEM.match(lines[one])), at)
    return begins < at and LIST_BEGINS.fullmatch(lines[begins]) is not None


def is_dated_organ(close: str) -> bool:
    """Whether a line without blanks is a body and a day: 某局2031年3月1日."""
    day = re.search(rf"{DAY_FORM}\Z", close)
    return day is not None and ORGAN.fullmatch(close[: day.start()]) is not None


def is_issuer(text: str, below: EndRole) -> bool:
    """Whether a line above an issuer or a date names bodies, or above a date a person."""
    bodies = (
        all(ORGAN.fullmatch(one) for one in BLANKS_INSIDE.split(text)) or ORGAN.fullmatch(closely(text)) is not None
    )
    return bodies or (below == "date" and PERSON.fullmatch(text) is not None)


def is_salutation(text: str) -> bool:
    """Whether a line addresses those that a document is sent to: 区政府办公室："""
    return SALUTATION.fullmatch(text) is not None and number_style(text) is None and not INTRODUCES.fullmatch(text)
