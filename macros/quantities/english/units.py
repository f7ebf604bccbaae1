"""English currencies, measures and units of time, and the nouns that tell what is counted."""

from __future__ import annotations

from macros.quantities.counted_nouns import ENGLISH_NOUNS
from macros.quantities.english.tokens import Tokens
from macros.quantities.expression import Sense

CODES = frozenset(
    "CNY USD EUR HKD JPY GBP MOP TWD KRW SGD AUD CAD CHF RUB INR THB MYR VND IDR PHP NZD SEK NOK DKK BRL ZAR AED SAR "
    "KZT MXN TRY PLN".split()
)
"""Currencies by their ISO 4217 codes."""
MONEY_SIGNS = {
    "rmb": "CNY", "cn¥": "CNY", "rmb¥": "CNY", "¥": "CNY", "us$": "USD", "$": "USD", "hk$": "HKD", "a$": "AUD",
    "c$": "CAD", "s$": "SGD", "nt$": "TWD", "mop$": "MOP", "€": "EUR", "£": "GBP", "jp¥": "JPY", "₩": "KRW", "₽": "RUB",
}  # fmt: skip
"""Signs and letters before an amount; two tokens are written as one (US and $)."""
MONEY_NOUNS = {
    "yuan": "CNY", "rmb": "CNY", "renminbi": "CNY", "dollar": "USD", "euro": "EUR", "yen": "JPY", "pound": "GBP",
    "sterling": "GBP", "won": "KRW", "ruble": "RUB", "rouble": "RUB", "pataca": "MOP", "cent": "USD-cent",
    "jiao": "CNY-jiao", "fen": "CNY-fen",
}  # fmt: skip
NATIONS = {
    ("us",): "USD", ("american",): "USD", ("hong", "kong"): "HKD", ("canadian",): "CAD", ("australian",): "AUD",
    ("chinese",): "CNY", ("singapore",): "SGD", ("u", ".", "s", "."): "USD",
}  # fmt: skip
"""Whose dollars or yuan they are."""

TIME_UNITS = {
    "year": "year", "yr": "year", "month": "month", "week": "week", "day": "day", "hour": "hour", "hr": "hour",
    "minute": "minute", "min": "minute", "second": "second", "quarter": "quarter", "decade": "decade",
    "century": "century", "centurie": "century", "weekday": "weekday", "night": "night", "season": "season",
}  # fmt: skip
MEASURES = {
    "mu": "mu", "hectare": "hectare", "ha": "hectare", "acre": "acre", "kilometre": "km", "kilometer": "km",
    "km": "km", "metre": "m", "meter": "m", "m": "m", "centimetre": "cm", "centimeter": "cm", "cm": "cm",
    "millimetre": "mm", "millimeter": "mm", "mm": "mm", "mile": "mile", "li": "li", "gram": "g", "gramme": "g",
    "g": "g", "kilogram": "kg", "kilogramme": "kg", "kg": "kg", "tonne": "tonne", "ton": "tonne", "t": "tonne",
    "milligram": "mg", "mg": "mg", "microgram": "µg", "jin": "jin", "litre": "litre", "liter": "litre", "l": "litre",
    "millilitre": "ml", "milliliter": "ml", "ml": "ml", "watt": "W", "kilowatt": "kW", "kw": "kW", "megawatt": "MW",
    "mw": "MW", "gigawatt": "GW", "gw": "GW", "kwh": "kWh", "mwh": "MWh", "volt": "V", "kilovolt": "kV", "kv": "kV",
    "degree": "degree", "mbps": "Mbps", "gbps": "Gbps", "gb": "GB", "tb": "TB", "mb": "MB", "pb": "PB", "hz": "Hz",
    "khz": "kHz", "mhz": "MHz", "ghz": "GHz", "decibel": "dB", "db": "dB", "℃": "degree", "°": "degree",
    "pflops": "Pflops", "petaflop": "Pflops", "inch": "inch", "inche": "inch", "foot": "foot", "feet": "foot",
    "nm": "nm", "μm": "µm", "µm": "µm", "micron": "µm", "nanometre": "nm", "nanometer": "nm",
    "gigabyte": "GB", "terabyte": "TB", "micrometre": "µm", "micrometer": "µm", "μg": "µg", "µg": "µg", "h": "hour",
}  # fmt: skip
"""Measures in the singular, and one way of writing each; a plural s is taken off before."""
UNITS_OF_WORDS = {
    ("kilowatt", "hours"): "kWh", ("kilowatt", "-", "hours"): "kWh", ("kilowatt", "hour"): "kWh",
    ("degrees", "celsius"): "degree", ("degree", "celsius"): "degree", ("cubic", "metres"): "m3",
    ("cubic", "meters"): "m3", ("cubic", "metre"): "m3", ("square", "metres"): "m2", ("square", "meters"): "m2",
    ("square", "metre"): "m2", ("sq", "m"): "m2", ("sq", ".", "m"): "m2", ("square", "kilometres"): "km2",
    ("square", "kilometers"): "km2", ("square", "kilometre"): "km2", ("sq", "km"): "km2", ("sq", ".", "km"): "km2",
    ("person", "-", "times"): "person-time", ("person", "-", "time"): "person-time", ("person", "times"): "person-time",
    ("person", "-", "visits"): "person-time", ("person", "-", "years"): "person-year",
    ("person", "-", "days"): "person-day", ("vehicle", "-", "times"): "vehicle-time",
    ("man", "-", "days"): "person-day", ("°", "c"): "degree", ("hundred", "million"): "",
    ("calendar", "days"): "day", ("calendar", "months"): "month", ("calendar", "years"): "year",
    ("working", "days"): "working day", ("working", "day"): "working day", ("business", "days"): "working day",
    ("tonnes", "of", "standard", "coal"): "tonne", ("m", "²"): "m2", ("km", "²"): "km2", ("m", "³"): "m3",
    ("nautical", "miles"): "nautical mile", ("nautical", "mile"): "nautical mile", ("megawatt", "-", "hours"): "MWh",
    ("megawatt", "hours"): "MWh", ("kilovolt", "-", "amperes"): "kVA", ("cubic", "metre", "s"): "m3",
    ("µ", "g"): "µg", ("μ", "g"): "µg", ("µ", "m"): "µm", ("μ", "m"): "µm", ("m", "2"): "m2", ("m", "3"): "m3",
    ("km", "2"): "km2", ("㎡",): "m2", ("square", "meter"): "m2", ("square", "kilometer"): "km2",
    ("cubic", "meter"): "m3", ("kilowatt", "-", "hour"): "kWh", ("square", "mile"): "square mile",
    ("square", "miles"): "square mile", ("square", "feet"): "square foot",
    ("tonne", "-", "kilometres"): "tonne-kilometre", ("passenger", "-", "kilometres"): "passenger-kilometre",
    ("basis", "points"): "basis point", ("basis", "point"): "basis point", ("teu",): "TEU", ("teus",): "TEU",
    ("mu", "-", "times"): "mu-time", ("gigawatt", "-", "hours"): "GWh", ("gigawatt", "hours"): "GWh",
}  # fmt: skip
PARTS_OF_100 = {
    ("%",): Sense.PERCENT, ("percent",): Sense.PERCENT, ("per", "cent"): Sense.PERCENT, ("pct",): Sense.PERCENT,
    ("percentage", "points"): Sense.POINTS, ("percentage", "point"): Sense.POINTS, ("pp",): Sense.POINTS,
    ("percent", "points"): Sense.POINTS, ("per", "cent", "points"): Sense.POINTS, ("%", "points"): Sense.POINTS,
    ("percentage", "-", "point"): Sense.POINTS, ("of", "a", "percentage", "point"): Sense.POINTS,
    ("ppt",): Sense.POINTS, ("ppts",): Sense.POINTS, ("pps",): Sense.POINTS,
    ("‰",): Sense.PERMILLE, ("per", "mille"): Sense.PERMILLE, ("per", "mil"): Sense.PERMILLE,
    ("permille",): Sense.PERMILLE, ("permil",): Sense.PERMILLE,
}  # fmt: skip
ONLY_CLOSE = frozenset({"m", "t", "g", "l", "°", "min", "h", "ha", "mm", "cm", "kg", "km"})
"""Short measures: a word of so few letters is one only right behind digits."""
STOPS = frozenset(
    "of to in for by from with on at as that which who were was are is have has had will and/or than per each into "
    "through under between among during since after before within the a an".split()
)
"""Words behind which the noun that is counted is not looked for any more."""
NOUN_REACH = 9


def joined_at(tokens: Tokens, at: int, words: dict[tuple[str, ...], str]) -> tuple[str, int] | None:
    """The longest entry of several words at a place, with the place behind it."""
    for count in (4, 3, 2, 1):
        if found := words.get(tokens.words(at, count)):
            return found, at + count
    return None


def money_before(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The currency that stands before an amount, as its ISO code, and the place behind it."""
    first, second = tokens[at], tokens[at + 1]
    if first.written in CODES:
        return first.written, at + 1
    if second.glued and first.text + second.text in MONEY_SIGNS:
        return MONEY_SIGNS[first.text + second.text], at + 2
    if first.text in MONEY_SIGNS:
        return MONEY_SIGNS[first.text], at + 1
    return None


def money_behind(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The currency that stands behind an amount, as its ISO code, and the place behind it."""
    if tokens[at].written in CODES:
        return tokens[at].written, at + 1
    if tokens[at].text in MONEY_SIGNS and not tokens[at].is_word:
        return MONEY_SIGNS[tokens[at].text], at + 1
    for nation, code in NATIONS.items():
        if tokens.words(at, len(nation)) == nation and tokens[at + len(nation)].text.rstrip("s") in MONEY_NOUNS:
            return code, at + len(nation) + 1
    noun = tokens[at].text
    money = MONEY_NOUNS.get(noun) or MONEY_NOUNS.get(noun.removesuffix("s"))
    return (money, at + 1) if money and not (noun == "won" and tokens[at + 1].is_word) else None


def part_of_100(tokens: Tokens, at: int) -> tuple[Sense, int] | None:
    """Percent, per mille or percentage points, and the place behind it."""
    place = at + (tokens[at].text == "-" and tokens[at].glued)
    for count in (4, 3, 2, 1):
        if found := PARTS_OF_100.get(tokens.words(place, count)):
            return found, place + count
    return None


def measure_at(tokens: Tokens, at: int, digits: bool) -> tuple[str, int] | None:
    """A measure or a unit of time in one way of writing it (year, km, mu), and the place behind it.

    A hyphen may join it to the number (a 3-year plan). ``digits`` where the number is written in digits.
    """
    place = at + (tokens[at].text == "-" and tokens[at].glued and tokens[at + 1].glued)
    found = plain_measure_at(tokens, place, digits, hyphened=place > at)
    if found is None:
        return None
    per, end = tokens[found[1]].text, found[1] + 1
    if per not in ("per", "/") and not (per == "an" and tokens[end].text == "hour"):
        return found
    rate = plain_measure_at(tokens, end, digits=per == "/", hyphened=False)
    return (f"{found[0]}/{rate[0]}", rate[1]) if rate else found


def plain_measure_at(tokens: Tokens, place: int, digits: bool, hyphened: bool) -> tuple[str, int] | None:
    """A measure that is no rate of so much per another."""
    if found := joined_at(tokens, place, UNITS_OF_WORDS):
        return found
    token, behind = tokens[place], tokens[place + 1]
    if token.text in ONLY_CLOSE and not digits:
        return None
    if token.text == "m" and behind.glued and behind.is_word:
        return None
    if token.text == "second" and not hyphened and tokens[place - 1].text not in ("1", "one", "a", "per", "/"):
        return None
    if behind.text == "-" and behind.glued and tokens[place + 2].glued and token.text in ("megawatt", "kilovolt"):
        return None
    for words in (TIME_UNITS, MEASURES):
        if name := words.get(token.text) or words.get(token.text.removesuffix("s")):
            return name, place + 1
    return None


def counted_at(tokens: Tokens, at: int, one: bool) -> str:
    """The noun behind a number that tells what is counted, where it is a known one: towns of “14 towns”.

    A plural is looked for past the words that describe it (10 new aquatic breeds); behind one, a singular.
    """
    for place in range(at, at + NOUN_REACH):
        token = tokens[place]
        if token.start < 0 or token.number is not None or token.text in STOPS:
            return ""
        if not token.is_word and token.text not in "-&/":
            return ""
        if tokens[place + 1].text == "-" and tokens[place + 1].glued:
            continue
        plural = token.text not in ENGLISH_SINGULARS
        if (token.text in ENGLISH_NOUNS and (one or plural)) or token.text in PLURALS_OF_TIME:
            return token.text
    return ""


PLURALS_OF_TIME = frozenset(f"{unit}s" for unit in ("year", "month", "week", "day", "hour", "minute"))
ENGLISH_SINGULARS = frozenset(noun for noun in ENGLISH_NOUNS if f"{noun}s" in ENGLISH_NOUNS)
