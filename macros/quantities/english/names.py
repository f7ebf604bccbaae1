"""Numerals that belong to a name in English: COVID-19, PM2.5, the 863 Programme, Document No. 12 (2019), telephones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.quantities.english.numbers import MONEY_SUFFIXES, ONES
from macros.quantities.english.ordinals import value_of_ordinal
from macros.quantities.english.tokens import holds_any
from macros.quantities.english.units import CODES, MEASURES, MONEY_SIGNS, TIME_UNITS
from macros.quantities.expression import Expression, Sense

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]“”]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,200}")
DOMAIN = re.compile(
    r"(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.(?:gov|com|org|net|edu|cn)(?![\w-])(?:/[^\s()]{0,500})?"
)
PHONE = re.compile(
    r"(?=[+(\d])(?:(?<![\w.])(?:\+\d{1,3}[- ]?)?(?:\(0\d{2,3}\) ?|0\d{2,3}[- ])\d{7,8}(?:-\d{1,5})?(?!\d)"
    r"|(?<![\w.])(?:\+86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<![\w.])[48]00-\d{3,4}-\d{3,4}(?!\d))"
)
HOTLINE = re.compile(
    r"(?=\d)(?:\b(\d{3,8})(?= (?:government |public |citizen |service |fire |emergency ){0,3}"
    r"(?:hotline|helpline|telephone|phone line|service line|platform)\b)"
    r"|(?<=\b[Hh]otline )\d{3,8}\b|(?<=\b[Dd]ial )\d{3,8}\b|(?<=\b[Tt]el )\d{3,12}\b|(?<=\b[Tt]el: )\d{3,12}\b"
    r"|(?<=\b[Tt]el\. )\d{3,12}\b|(?<=\b[Tt]elephone )\d{3,12}\b|(?<=\b[Tt]elephone: )\d{3,12}\b"
    r"|(?<=\b[Pp]ostcode )\d{6}\b|(?<=\b[Pp]ostcode: )\d{6}\b|(?<=\b[Pp]ostal code )\d{6}\b|(?<=\b[Zz]ip code )\d{6}\b)"
)
DOCUMENT = re.compile(
    r"(?=[ACDLNO([〔])(?:(?:\b(?:Document|Decree|Order|Notice|Circular|Announcement|Letter|Opinion)s? )?"
    r"(?:\(\d{4}\) ?|\[\d{4}\] ?|〔\d{4}〕 ?)?\bNos?\.? ?(\d{1,6})(?: ?[(\[〔]\d{4}[)\]〕]| of \d{4})?(?!\d)"
    r"|[〔\[]\d{4}[〕\]] ?\d{1,5}(?!\d))"
)
NUMBER_SIGN = re.compile(r"(?=[#\d])(?:(?<![\w&])#\d{1,6}\b|(?<=№)\d{1,6}|(?<=№ )\d{1,6})")
PLANS = re.compile(
    r"\b(\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]+(?:-[a-z]+)?) Five[- ]Year (?:Plan|Programme|Program|period)(?:s|ning)?\b"
    r"|\bFive-Year (?:Plan|Programme|Program)s?\b"
)
PROGRAMMES = re.compile(
    r"(?=\d)(?:\b\d{3}(?= (?:Programme|Program|Plan|Project|Campaign|Initiative)\b)"
    r"|(?<=\bProject )\d{3}\b|(?<=\bPlan )\d{3}\b|(?<=\bProgramme )\d{3}\b|(?<=\bProgram )\d{3}\b)"
)
STANDARD = re.compile(
    r"\b(?:GB|ISO|IEC|ISO/IEC|DB\d{0,4}|YY|HJ|NY|SC|IEEE|RFC|CCSDS|CAS|JJF|JJG|AQ|LY|TCVN|T)(?:/[A-Z]{1,6})?[ -]?"
    r"\d{1,6}(?:[.:–—-]\d{1,6}){0,4}(?![\w])"
)
NUMBERED = re.compile(
    r"\b(?:Room|Building|Block|Floor|Bus|Line|Route|Highway|Gate|Suite|Level|Class|Grade|Category|Type|Version|version|"
    r"Model|Series|Apollo|Shenzhou|Tiangong|Chang’e|Chang'e|Article|Clause|Table|Figure|Annex|Appendix|Item|Phase|phase|"
    r"Stage|Round|Batch|Lot|Site|Zone|Area|Band|Band|Industry|Web|Windows)[ -]?"
    r"(\d{1,5}(?:\.\d{1,3}){0,3}[A-Za-z]?)\b(?![,.]\d)"
)
RANKED_THINGS = ("category", "class", "grade", "level", "type", "tier", "phase", "stage")
LEVELS = re.compile(
    rf"\b(?:{'|'.join(RANKED_THINGS)})[ -](one|two|three|four|five|six|[1-9])\b(?! of\b)", re.IGNORECASE
)
RUN = re.compile(r"(?<![\w.,/+-])(?=[A-Za-z_./+’'·-]*[^\W_A-Za-z])[A-Za-z0-9][\w./+’'·-]*")
"""A word in which something stands that may be a digit, as in few."""
ENDLESS = re.compile(r"\d[\d,.]{30,}")
"""More digits than any quantity has: a number of something."""
CAPITAL_AND_NUMBER = re.compile(r"[A-Z][A-Za-z’']*-\d+(?:\.\d+)?[A-Za-z]?|[A-Za-z]+-\d+[A-Z]+\w*")
JOINED_WORD = re.compile(r"(?<=\d[A-Z])-[a-z]{3,}$|(?<=-\d\d)-[a-z]{3,}$")
"""What a word is made of with a name before it: 5A-rated, 5G-enabled, COVID-19-related."""
DIGIT_BEFORE = re.compile(r"\d ?\Z")
MEASURE_RUN = re.compile(r"(?:\d[\d.]*)?(?:[kmc]?m[23]|[kmµμ]?g/m3|mg/L|t/km2)", re.IGNORECASE)
PIECE = re.compile(r"[-/+]")
MIXED = re.compile(r"[A-Za-z]+\d[\w.]*|\d+[A-Za-z]+[\w.]*")
SUMS_OF_NAMES = re.compile(r"\d[\dA-Za-z]*(?:\+[\dA-Za-z]+)+")
VERSION_NUMBER = re.compile(r"\d+(?:\.\d+){2,}")
ORDINARY = re.compile(r"(\D*?)(?:\d+(?:\.\d+)?|\.\d+)([A-Za-z]*)")
LETTERS_OF_NUMBERS = frozenset({"st", "nd", "rd", "th", "s", "x", "am", "pm", "fold"} | MONEY_SUFFIXES.keys())
NOT_NAMES = frozenset(
    "mid late early post pre top part page step day week no part chapter section about over under nearly some up than "
    "q h january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec fy h1 h2".split()
)
DECADE_WORD = re.compile(r"(?:mid-|early-|late-|post-|pre-)?'?\d{2,4}s", re.IGNORECASE)
NEEDED = {
    ADDRESS: ("://", "www.", "@"), DOMAIN: (".gov", ".com", ".org", ".net", ".edu", ".cn"), PLANS: ("Five",),
    DOCUMENT: ("No", "[", "〔"), NUMBER_SIGN: ("#", "№"), PROGRAMMES: ("Pr", "Plan", "Campaign", "Initiative"),
    HOTLINE: ("line", "phone", "platform", "ial ", "el ", "el:", "el.", "code"),
}  # fmt: skip
"""Of these one stands in every text that such a name is found in; the names are not looked for elsewhere."""
ANYTHING = ("",)


def numbered_names(text: str) -> Iterator[Expression]:
    """Every name with a numeral in a plain text; they may overlap, and the first in this order counts."""
    for pattern in (ENDLESS, ADDRESS, DOMAIN, PHONE, HOTLINE, PLANS, STANDARD):
        for found in pattern.finditer(text) if holds_any(text, NEEDED.get(pattern, ANYTHING)) else ():
            if pattern is PLANS:
                plan = plan_named(found)
                if plan is not None:
                    yield plan
            elif any(char.isdigit() for char in found[0]):
                name = found[0].rstrip(",.;:!?'’")
                yield Expression(name, found.start(), Sense.NAME, named=name)
    for pattern in (DOCUMENT, NUMBER_SIGN, PROGRAMMES, NUMBERED):
        for found in pattern.finditer(text) if holds_any(text, NEEDED.get(pattern, ANYTHING)) else ():
            yield Expression(found[0], found.start(), Sense.NAME, named=found[0])
    for found in LEVELS.finditer(text) if holds_any(text.lower(), RANKED_THINGS) else ():
        number = ONES.get(found[1].lower(), found[1])
        yield Expression(found[0], found.start(), Sense.NAME, named=str(number))
    yield from runs_in(text)


def plan_named(found: re.Match[str]) -> Expression | None:
    """The 14th Five-Year Plan, by its number."""
    if found[1] is None:
        return Expression(found[0], found.start(), Sense.NAME, named="Five-Year Plan")
    number = value_of_ordinal(found[1])
    return None if number is None else Expression(found[0], found.start(), Sense.NAME, named=f"{number} Five-Year Plan")


def runs_in(text: str) -> Iterator[Expression]:
    """Words of letters and digits: COVID-19, PM2.5, 5G, H1N1, 1+3+N."""
    for found in RUN.finditer(text):
        run = JOINED_WORD.sub("", found[0].rstrip(".-/+’'·"))
        if not any(char.isdigit() for char in run):
            continue
        measured = MEASURE_RUN.fullmatch(run) and (
            run[0].isdigit() or DIGIT_BEFORE.search(text[max(found.start() - 2, 0) : found.start()])
        )
        if is_name(run) and not measured:
            yield Expression(run, found.start(), Sense.NAME, named=run)


def is_name(run: str) -> bool:
    """Whether a word of letters and digits is a name, and not a number with its unit (50km, 15th, RMB230, 3-year)."""
    if DECADE_WORD.fullmatch(run):
        return False
    if SUMS_OF_NAMES.fullmatch(run) or VERSION_NUMBER.fullmatch(run) or run == "24/7":
        return True
    pieces = PIECE.split(run)
    if CAPITAL_AND_NUMBER.fullmatch(run) and pieces[0].lower() not in NOT_NAMES and pieces[0] not in CODES:
        return True
    return any(MIXED.fullmatch(piece) and not is_number_with_unit(piece) for piece in pieces)


def is_number_with_unit(piece: str) -> bool:
    """Whether the letters of a word are a currency before its digits, or a unit, a scale or an ending behind them."""
    parts = ORDINARY.fullmatch(piece)
    if parts is None:
        return False
    before, behind = parts[1], parts[2]
    if before:
        return (before in CODES or before.lower() in MONEY_SIGNS or before in ("Q", "H", "FY")) and (
            not behind or behind.lower() in MONEY_SUFFIXES
        )
    small = behind.lower()
    if behind.isupper() and len(behind) == 1 and piece[0] != "0":
        return False
    plural = small.removesuffix("s")
    return small in LETTERS_OF_NUMBERS or any(word in TIME_UNITS or word in MEASURES for word in (small, plural))
