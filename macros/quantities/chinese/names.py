"""Numerals that belong to a name in Chinese text: 5G, COVID-19, 国发〔2019〕12号, 12345, “1+3+N”, 十四五, addresses."""

from __future__ import annotations

import re

from macros.quantities.chinese.numbers import spoken
from macros.quantities.chinese.operands import number_written, operand_at
from macros.quantities.chinese.passage import GAP, NUMERAL_CHARS, Passage, Read, taken_as, word_until
from macros.quantities.chinese.qualifiers import qualified_before
from macros.quantities.chinese.units import LATIN_UNITS, SIGNS_OF_MONEY, unit_at
from macros.quantities.chinese.words import NAMES_AT, PLAIN_AT
from macros.quantities.expression import Sense

WEB = re.compile(
    r"(?:https?://|www\.)[!-~]++|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}"
    r"|[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.(?:cn|com|net|org|gov|edu|info|io)(?![A-Za-z0-9])(?:/[!-~]*+)?"
)
FILE_NAME = re.compile(
    r"[A-Za-z0-9_.-]{1,80}\.(?:pdf|docx?|xlsx?|pptx?|txt|jpg|png|zip|rar|html?|csv|mp4|wps|ofd)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
STANDARD_ZH = re.compile(
    r"(?:GB|ISO|IEC|DB ?[0-9]{2,6}|YY|HJ|NY|SC|IEEE|QB|JT|JB|CJJ?|JGJ|LY|SL|TSG|T|Q|DL|WS)"
    r"(?:/[A-Z0-9]{1,8}){0,2}[ -]?[0-9]{1,6}"
    r"(?:[.:：–—-][0-9]{1,6}){0,4}(?![A-Za-z0-9])"
)
LATIN_NAME = re.compile(
    r"ICP备[0-9]{6,10}号(?:-[0-9]{1,3})?|(?!(?:RMB|CNY|USD|EUR|HKD|JPY|GBP) ?[0-9])(?:"
    r"[A-Za-z]{1,20}(?:[-–/&._·][A-Za-z]{1,20}){0,3}[-–/._·]?[0-9]{1,10}(?:\.[0-9]{1,4}){0,3}(?:[-–/+][A-Za-z0-9]{1,12}|[A-Za-z][A-Za-z0-9]{0,12}){0,4}"
    r"|[A-Za-z]{2,20} [0-9]{1,4}(?:\.[0-9]{1,3})?(?=[\u4e00-\u9fff“”、，。；）)]|$))"
)
DIGIT_NAME = re.compile(
    rf"[0-9]{{1,6}}(?:\.[0-9]{{1,3}})?-?(?!(?:{LATIN_UNITS}|ml|VS|vs|pct|PCT)(?![A-Za-z0-9])|[eE][0-9])[A-Za-z][A-Za-z0-9]{{0,12}}(?:[+-][A-Za-z0-9]{{1,8}}){{0,3}}"
    r"(?![A-Za-z0-9])"
)
SUM_NAME = re.compile(
    r"(?:[0-9]{1,6}|[A-Za-z]{1,3}|[一二三四五六七八九十百千万]|多)(?:\+(?:[0-9]{1,6}|[A-Za-z]{1,3}|[一二三四五六七八九十百千万多]))+(?![0-9.%])"
)
PRODUCT = re.compile(
    r"[0-9]{1,5}(?:\.[0-9]{1,3})?(?:[×*xX][0-9]{1,5}(?:\.[0-9]{1,3})?)+(?:小时)?(?![0-9A-Za-z^⁰¹²³⁴-⁹])"
)
VERSION_ZH = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{1,3}){2,5}(?![0-9])|(?<=工业)[0-9]\.0|[0-9]\.0(?=版|时代|模式|升级|行动|”)"
)
PHONES = re.compile(
    r"[（(]0[0-9]{2,3}[）)][ -]?[0-9]{7,8}(?:(?:-|转)[0-9]{1,5})?"
    r"|0[0-9]{2,3}[- ][0-9]{7,8}(?:(?:-|转)[0-9]{1,5})?(?![0-9])"
    r"|(?:\+?86[- ]?)?1[3-9][0-9]{9}(?![0-9.])"
    r"|[48]00-[0-9]{3,4}-[0-9]{3,4}|0{1,4}-?[0-9]{6,8}(?![0-9.])"
)
CODES_ZH = re.compile(
    r"[0-9]{17}[0-9Xx](?![0-9])|[0-9]{11,}+(?![.]|[\u4e00-\u9fff])|0[0-9]++(?![.%‰]|年代|后|[年月日时])|[0-9]{1,12}(?:-[0-9]{1,12}){2,}(?![0-9])|[0-9]{31,}+"
)
HOTLINE_ZH = re.compile(
    r"(?:1(?:10|1[249]|2[02]|14)|12[0-9]{3}|9[56][0-9]{3,4}|10[0-9]{3})(?=”?(?:政务|市民|便民|公共|热线|平台|电话|服务|急救|联动|、1(?:10|19|2[02])(?![0-9])|指挥|报警|求助|举报|投诉|短信|接处?警|与|及?网格|救|一|双|[\u4e00-\u9fff]{2}热线|[、和或][0-9]{5}(?![0-9])|(?:等(?:部门|单位)?)?(?:立即|赶[赴到]|出动|到场|救护|医护|人员)))"
    r"|(?:(?<=[0-9]{5}[、和或])|(?<=1[12][0249][、和或])|(?<=110[、和或]))(?:1(?:10|19|2[02])|12[0-9]{3}|9[56][0-9]{3})(?![0-9.个家名人件次起万亿])"
)
LABELLED = re.compile(
    r"(?:电话|传真|手机|热线|邮编|邮政编码|QQ群?|微信|身份证|信用代码|账号|帐号|编号|编码|代码|序列|证书|备案|标识码|索引号|文号|批准文号|许可证|流水|门牌|车牌|学号|工号|批次|货号|型号"
    r"|拨打|来电|[国省县乡]道|致电|尾号|验证码|ISBN|CN|No\.?|NO\.?)"
    r"(?:号码|号)?[为是]?[：:：]?[“ ]{0,2}(?:[A-Za-z0-9/（）()-]{0,12}[-/ ])?\Z"
)
LABELLED_CODE = re.compile(r"[0-9A-Za-z]{3,}(?:[-/–—][0-9A-Za-z]+)*|[0-9]{2,5}(?=[。，；）)”]|$)")
DOCUMENT_ZH = re.compile(
    r"[〔［\[【(（](?:19|20)[0-9]{2}[〕］\]】)）]{GAP}(?:第)?{GAP}[0-9]{1,6}{GAP}号(?:文(?!件)|函)?|(?:19|20)[0-9]{2}[-—][0-9]{1,5}号".replace(
        "{GAP}", GAP
    )
)
ISSUER = re.compile(r"(?:[\u4e00-\u9fff]{1,8}(?:发|函|办|字|规|令|通|知|复|审|批|财|教|科|政|改|建|纪|呈|联))\Z")
NOT_ISSUER = re.compile(
    "^.*(?:根据|按照|依据|依照|对照|参照|照|落实|贯彻|执行|印发了?|遵照|通知|详见|见|以|和|及|与|由|对|在|经|按|的|是|为|即|了|现将)"
)
NUMBERED_ZH = re.compile(
    r"第?(?:[0-9]{1,20}(?:[-—][0-9]{1,6})?|[一二三四五六七八九十百零〇]{1,5})号(?:文件)?(?!召|称|码|[0-9])"
)
PROGRAMME_ZH = re.compile(
    r"24/7(?![0-9/])|[1-9][0-9]{2,3}(?=(?:计划|工程|高校|院校|工作思路|工作法|行动计划|战略|产业体系|现代产业|发展战略|晚会|大促|购物节|活动日|消费维权|工作制|医院|[国省县乡]道)(?!项))|(?:985|211)(?=[、和及][0-9“]{3})|(?<=“)[0-9]{2,6}(?=”)|[0-9]{1,2}[·.][0-9]{1,2}(?=”|消费者|禁毒日|宪法日|国家宪法)|[0-9]{1,2}·[0-9]{1,2}(?![0-9.%‰℃万亿个元])"
)
PLANS_ZH = re.compile(
    r"(?P<number>十[一二三四五六七八九])五(?!年前)|(?<=“)(?P<quoted>[六七八九十])五(?=”)|(?P<early>[七八九十])五(?=(?:计划|规划|时期|期间|末))"
)
PLANS_IN_FULL = re.compile("第(?P<number>[一二三四五六七八九十]{1,3})个五年(?:规划|计划)")
CENTENARY = re.compile("第[一二]个一?百年奋斗目标|(?<=“)一百年(?=”)")
TOP_NAMES = re.compile(
    r"(?:[0-9]{1,5}|[百千万十]|[五三二]百|[一二两三四五六七八九]?十|[一二两三四五六七八九]千)(?:强(?![大烈调度化劲力硬制行盛降对化])|佳(?!绩)|优(?=企业|产品))"
)
QUOTED = re.compile(r"(?P<open>[“「『‘])(?P<inside>[\u4e00-\u9fff]{2,14})[”」』’]")
MEETING = re.compile(
    r"(?:党的)?(?P<party>(?:二十[一二]?|十[一二三四五六七八九])大)(?=精神|报告|代表|召开|以来|期间|胜利|闭幕|开幕|[，。、；”》）]|$|关于|决|部署|作出|提出|战略|主题|党章|和|及)|(?<=党的)(?P<early>(?:二十[一二]?|十[一二三四五六七八九]?)大)"
    r"|(?:(?:党的)?[一二三四五六七八九十]{1,3}届)?(?:[一二三四五六七八九]中[、和]){0,6}[一二三四五六七八九]中全会"
)
LAYOUT = re.compile(
    "一[核轴带心圈廊主体翼环城园网库湖江河山院总屏芯区谷脊极](?:[二两三四五六七八九多][\u4e00-\u9fff]){1,4}"
)
EACH_ITS_OWN = re.compile("一([\u4e00-\u9fff])一([\u4e00-\u9fff])")
ONE_BY_ONE = re.compile("一((?!一)[\u4e00-\u9fff])(?:(?:接着|跟着|连着|挨着|比|又|接|连|赛|换|复)一)?\\1")
"""一件接着一件, 一桩桩: not how many, but one by one."""
PLACE_NUMBER = re.compile(
    r"[0-9]{1,5}(?:室|单元|号楼|栋楼|楼(?![市盘宇])|号门)|[一二三四五六七八九十]{1,3}(?:号楼|楼(?![市盘宇])|单元)"
)


BY_PATTERN = (
    *(WEB, FILE_NAME, PHONES, STANDARD_ZH, SUM_NAME, PRODUCT, LATIN_NAME, DIGIT_NAME, VERSION_ZH, HOTLINE_ZH),
    PROGRAMME_ZH,
)
"""Patterns of names that begin with a digit or a letter, in the order in which they are tried."""


def read_name(passage: Passage, at: int, floor: int) -> Read | None:
    """A name that begins here, or a plain word with a numeral character in it; None where neither does."""
    return (
        document_number(passage, at, floor)
        or first_that_fits(passage, at, floor)
        or plan(passage, at)
        or meeting(passage, at)
        or quoted_name(passage, at)
        or listed_word(passage, at, floor)
    )


def first_that_fits(passage: Passage, at: int, floor: int) -> Read | None:
    """Names that a pattern tells, by what they are made of."""
    if (
        passage.char(at).isascii()
        and at
        and passage.char(at - 1).isascii()
        and passage.char(at - 1).isalnum()
        and at > floor
    ):
        return None
    if SIGNS_OF_MONEY.search(passage.before(at, floor, 5)):
        return None
    for pattern in BY_PATTERN if passage.char(at) <= "~" else (SUM_NAME, PHONES):
        found = pattern.match(passage.plain, at)
        if found and not (" " in found[0] and counts_on(passage, found.end())):
            return taken_as(passage, at, found.end(), Sense.NAME, found[0])
    if (found := LABELLED_CODE.match(passage.plain, at)) and LABELLED.search(passage.before(at, 0, 20)):
        return taken_as(passage, at, found.end(), Sense.NAME, found[0])
    for pattern in (NUMBERED_ZH, PLACE_NUMBER, TOP_NAMES, CODES_ZH):
        if (found := pattern.match(passage.plain, at)) and not (pattern is TOP_NAMES and passage.char(at - 1) == "前"):
            return taken_as(passage, at, found.end(), Sense.NAME, found[0])
    return None


def counts_on(passage: Passage, at: int) -> bool:
    """Whether a scale or a unit stands here, so that the number before it counts: APP 5个, and no ISO 9001."""
    return passage.char(at) in tuple("十百千万亿%‰多余") or bool(unit_at(passage, at).word)


def document_number(passage: Passage, at: int, floor: int) -> Read | None:
    """国发〔2019〕12号, with the letters of who issued it."""
    found = DOCUMENT_ZH.match(passage.plain, at)
    if found is None:
        return None
    before = passage.before(at, floor, 10)
    issuer = ISSUER.search(before)
    start = at
    if issuer:
        letters = NOT_ISSUER.sub("", issuer[0])
        start = at - len(letters)
    elif found[0][0].isdigit():
        return None
    return taken_as(passage, start, found.end(), Sense.NAME, passage.plain[start : found.end()])


def plan(passage: Passage, at: int) -> Read | None:
    """十四五: the 14th five-year plan."""
    if found := PLANS_IN_FULL.match(passage.plain, at):
        which = spoken(found["number"])
        return taken_as(passage, at, found.end(), Sense.NAME, f"{which.low} Five-Year Plan") if which else None
    if found := CENTENARY.match(passage.plain, at):
        return taken_as(passage, at, found.end(), Sense.NAME, found[0])
    found = PLANS_ZH.match(passage.plain, at)
    if found is None:
        return None
    number = "一二三四五六七八九十".index((found["number"] or found["quoted"] or found["early"])[-1]) + 1
    return taken_as(passage, at, found.end(), Sense.NAME, f"{number + 10 * bool(found['number'])} Five-Year Plan")


def meeting(passage: Passage, at: int) -> Read | None:
    """党的二十大, 二十届三中全会."""
    found = MEETING.match(passage.plain, at)
    return taken_as(passage, at, found.end(), Sense.NAME, found[0]) if found else None


def quoted_name(passage: Passage, at: int) -> Read | None:
    """What stands in quotation marks, is short and has a numeral in it: “四个意识”; but “三百余家” states how many."""
    found = QUOTED.match(passage.plain, at)
    if found is None:
        return None
    inside = found["inside"]
    if not any(char in NUMERAL_CHARS for char in inside) or inside == "一百年" or PLANS_ZH.match(passage.plain, at + 1):
        return None
    if inside in PLAIN_AT.words:
        return None
    if all(char in NUMERAL_CHARS for char in inside):
        return taken_as(passage, at + 1, at + 1 + len(inside), Sense.NAME, inside)
    if len(number_written(passage, at + 1)) > 1:
        return None
    return taken_as(passage, at + 1, at + 1 + len(inside), Sense.NAME, inside)


def listed_word(passage: Passage, at: int, floor: int) -> Read | None:
    """A name or a plain word of the lists, unless a unit runs on past its end (四平方米); or one like 一企一策."""
    if passage.char(at) in "十百千万亿" and qualified_before(passage, at, floor, at + 1, True).qualifiers:
        return None
    if found := LAYOUT.match(passage.plain, at):
        return taken_as(passage, at, found.end(), Sense.NAME, found[0])
    name, word = NAMES_AT.at(passage.plain, at), PLAIN_AT.at(passage.plain, at)
    if word and all(char in NUMERAL_CHARS for char in word) and number_written(passage, at) != word:
        return None
    operand = operand_at(passage, at) if name or word else None
    if operand and operand.unit_end > at + max(len(name), len(word)):
        return None
    if word and len(word) >= len(name):
        return word_until(at + len(word))
    if name:
        return taken_as(passage, at, at + len(name), Sense.NAME, name)
    if found := ONE_BY_ONE.match(passage.plain, at):
        return word_until(found.end())
    if found := EACH_ITS_OWN.match(passage.plain, at):
        if found[1] == found[2]:
            return word_until(found.end())
        if found[1] not in NUMERAL_CHARS and found[2] not in NUMERAL_CHARS:
            return taken_as(passage, at, found.end(), Sense.NAME, found[0])
    return None
