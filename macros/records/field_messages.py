"""What is said of a value that does not fit its field: what is wrong, and what to write instead."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable

from pydantic_core import ErrorDetails

from macros.records import suggested_values
from macros.records.base import NUMBER_PATTERN
from macros.records.field_context import Around, names_in
from macros.records.format_messages import PATTERNS
from macros.text.languages import Bilingual

Words = Callable[[ErrorDetails, Around], tuple[Bilingual, Bilingual]]


def typed_value(detail: ErrorDetails) -> str:
    """What was typed, shortened."""
    given = detail.get("input")
    text = given if isinstance(given, str) else ""
    return text if len(text) <= 40 else text[:39] + "…"


def missing(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """A required field is absent."""
    field = str(detail["loc"][-1])
    means = around.meaning(field)
    zh, en = (f"（{means.zh}）", f" ({means.en})") if means.zh else ("", "")
    return (
        Bilingual(f"缺少字段“{field}”{zh}。", f'The field "{field}" is missing{en}.'),
        Bilingual(f"补上“{field}:”一行并填写内容。", f'Add a line "{field}:" and fill it in.'),
    )


def several_missing(fields: list[str]) -> tuple[Bilingual, Bilingual]:
    """Required fields that are absent from one group."""
    return (
        Bilingual(
            f"缺少{len(fields)}个字段：{'、'.join(fields)}。", f"{len(fields)} fields are missing: {', '.join(fields)}."
        ),
        Bilingual(
            "补上这些字段，每个一行，并填写内容；如果这一组是多余的，整组删去。",
            "Add them, one a line, and fill them in; if the whole group is not wanted, delete it.",
        ),
    )


def no_longer_typed(fields: list[str]) -> Bilingual:
    """Fields that files held in an earlier form (records/retired_fields.py)."""
    return Bilingual(
        f"{'、'.join(fields)} 不再填写。",
        f"{', '.join(fields)} {'is' if len(fields) == 1 else 'are'} no longer typed.",
    )


def unknown(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """A field nobody knows: refused, with the nearest known one suggested, or the level it belongs to."""
    field = str(detail["loc"][-1])
    wrong = Bilingual(f"不认识字段“{field}”。", f'There is no field "{field}" here.')
    called = suggested_values.allowed_value(field, around.fields)
    near = [called] if called else difflib.get_close_matches(field, around.fields, n=1, cutoff=0.5)
    if not near and any(field in names_in(part) for part in around.parts[:-1]):
        return wrong, Bilingual(
            f"“{field}”是上一级的字段：减少行首空格，与上一级的字段对齐。",
            f'"{field}" belongs one level up: indent it less, in line with the fields there.',
        )
    if not near and field in ("zh", "en"):
        return wrong, Bilingual(*lines_below(field))
    zh = f"是不是想写“{near[0]}”？" if near else ""
    en = f'Did you mean "{near[0]}"? ' if near else ""
    if not around.fields:
        return wrong, Bilingual("删去这一行。", "Delete this line.")
    return wrong, Bilingual(
        f"{zh}此处可用的字段：{'、'.join(around.fields)}。", f"{en}Fields allowed here: {', '.join(around.fields)}."
    )


def lines_below(language: str) -> tuple[str, str]:
    """Where the lines of a text in both languages stand."""
    return (
        f"“{language}:”写在它所属的字段下面，行首比那个字段多两个空格。",
        f'"{language}:" stands below the field it belongs to, indented by two more spaces.',
    )


def empty(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """A field that must say something says nothing."""
    return (
        Bilingual("此处不能为空。", "This must not be empty."),
        Bilingual(
            "填写内容；不需要的可选字段请整行删去。", "Fill it in; if the field is optional, delete the whole line."
        ),
    )


def text_wanted(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """Text is wanted where a list or a group of fields stands."""
    given = detail["input"]
    alone = given[0] if isinstance(given, list) and len(given) == 1 and isinstance(given[0], str) else None
    zh, en = with_meant(alone, "把文字写在同一行冒号之后。", "Put the text on the same line, after the colon.")
    return Bilingual("此处应是一段文字。", "Text is wanted here."), Bilingual(zh, en)


def too_long(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """Text past the limit of its field."""
    limit = detail.get("ctx", {}).get("max_length", "")
    return (
        Bilingual("文字过长。", "The text is too long."),
        Bilingual(f"最多{limit}个字。", f"At most {limit} characters."),
    )


def bad_pattern(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """Text that is not in the form its field asks for, with that form of it."""
    pattern = detail.get("ctx", {}).get("pattern", "")
    zh, en = PATTERNS.get(pattern, ("请按字段说明中的格式填写。", "Write it as the field's description says."))
    zh, en = with_meant(suggested_values.in_form(str(detail["input"]), pattern), zh, en)
    return Bilingual(
        f"“{typed_value(detail)}”的格式不对。", f'"{typed_value(detail)}" is not in the right form.'
    ), Bilingual(zh, en)


def with_meant(value: str | None, zh: str, en: str) -> tuple[str, str]:
    """What to do, the value to write first where it can be told."""
    return (f"写成 {value}。{zh}", f"Write {value}. {en}") if value else (zh, en)


def not_number(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """A number is wanted in half-width digits."""
    zh, en = "只写半角数字，例如 15000。", "Digits only, such as 15000."
    if "unit" in around.fields:
        zh, en = (
            "只写半角数字，例如 15000；单位写在 unit 字段。",
            "Digits only, such as 15000; the unit has its own field.",
        )
    if re.fullmatch(NUMBER_PATTERN, typed_value(detail)):
        return (
            Bilingual(f"“{typed_value(detail)}”不是整数。", f'"{typed_value(detail)}" is not a whole number.'),
            Bilingual("写一个整数，不带小数。", "Write a whole number."),
        )
    zh, en = with_meant(suggested_values.number(str(detail["input"])), zh, en)
    return (
        Bilingual(
            f"“{typed_value(detail)}”不是用半角数字写的数。",
            f'"{typed_value(detail)}" is not a number in half-width digits.',
        ),
        Bilingual(zh, en),
    )


def out_of_range(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """A number beyond what its field allows."""
    limits = detail.get("ctx", {})
    zh = "，".join(f"{words}{limits[key]}" for key, words in (("ge", "不小于"), ("le", "不大于")) if key in limits)
    en = " and ".join(
        f"{words} {limits[key]}" for key, words in (("ge", "at least"), ("le", "at most")) if key in limits
    )
    return (
        Bilingual(f"“{typed_value(detail)}”超出允许的范围。", f'"{typed_value(detail)}" is out of range.'),
        Bilingual(f"写一个{zh}的数。", f"Write a number that is {en}."),
    )


def not_date(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """A date in another form, part of one, or none."""
    given = typed_value(detail)
    zh, en = "写成“年-月-日”，例如 2001-07-31。", "Write year-month-day, such as 2001-07-31."
    if day := suggested_values.day(given) or (suggested_values.moment(given) or "")[:10]:
        return Bilingual(f"日期“{given}”的写法不对。", f'The date "{given}" is not in the right form.'), Bilingual(
            f"写成 {day}。", f"Write {day}."
        )
    if suggested_values.of_two(given):
        return Bilingual(f"“{given}”分不清月和日。", f'Month and day cannot be told apart in "{given}".'), Bilingual(
            zh, en
        )
    if suggested_values.UNFINISHED.fullmatch(suggested_values.digits(given)):
        return Bilingual(f"“{given}”没有写到日。", f'"{given}" does not give the day.'), Bilingual(
            f"{zh}原文没有写明哪一日的，不写这一行。", f"{en} Leave the line out if the day is not stated."
        )
    return Bilingual(f"“{given}”不是一个真实的日期。", f'"{given}" is not a real date.'), Bilingual(zh, en)


def not_moment(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """A date and time of day in another form, a date without a time, or none."""
    given = typed_value(detail)
    zh = "写成“年-月-日 时:分”，例如 2001-07-31 09:30；不知道时刻就不写这一行。"
    en = "Write year-month-day hour:minute, such as 2001-07-31 09:30; leave the line out if the time is not known."
    if moment := suggested_values.moment(given):
        return Bilingual(
            f"时刻“{given}”的写法不对。", f'The date and time "{given}" is not in the right form.'
        ), Bilingual(f"写成 {moment}。", f"Write {moment}.")
    if day := suggested_values.day(given):
        return Bilingual(f"“{given}”没有写明时刻。", f'"{given}" does not give the time of day.'), Bilingual(
            f"写成“{day} 时:分”；不知道时刻就不写这一行。",
            f"Write {day} hour:minute; leave the line out if the time is not known.",
        )
    return Bilingual(f"“{given}”不是一个真实的时刻。", f'"{given}" is not a real date and time.'), Bilingual(zh, en)


def not_yes_no(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """A yes-or-no field holds something else."""
    zh, en = with_meant(
        suggested_values.yes_no(str(detail["input"])), "只能填 yes（是）或 no（否）。", "Only yes or no can stand here."
    )
    return Bilingual(
        f"“{typed_value(detail)}”不是 yes 或 no。", f'"{typed_value(detail)}" is neither yes nor no.'
    ), Bilingual(zh, en)


def not_list(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """A list is wanted; a single text may stand in brackets."""
    zh, en = "每项另起一行，行首写半角短横线加一个空格。", "Begin each item on a new line with a hyphen and a space."
    alone = typed_value(detail) if around.holds_texts(str(detail["loc"][-1])) else ""
    zh, en = (f"写成 [{alone}]；或{zh}", f"Write [{alone}]. {en}") if alone else (zh, en)
    return Bilingual(
        "此处应是列表，每项以“- ”开头。", 'A list is wanted here, each item beginning with "- ".'
    ), Bilingual(zh, en)


def not_group(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """A group of fields is wanted."""
    wrong = Bilingual("此处应分成几个字段填写。", "Several fields are wanted here.")
    if detail["loc"][-1] in ("zh", "en"):
        return wrong, Bilingual(*lines_below(str(detail["loc"][-1])))
    inside = around.inside(str(detail["loc"][-1]))
    if inside and "zh" not in inside:
        return wrong, Bilingual(
            f"下面缩进两格，每行写一个字段：{'、'.join(inside)}。",
            f"Write these on lines of their own below, indented by two spaces: {', '.join(inside)}.",
        )
    return (
        wrong,
        Bilingual(
            "例如中英文：下面缩进两格，分写“zh:”“en:”两行。",
            'For both languages, write "zh:" and "en:" on two lines below, indented by two spaces.',
        ),
    )


def not_a_choice(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """A value that is not among those allowed."""
    allowed = re.findall("'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))
    zh, en = f"允许的取值：{'、'.join(allowed)}。", f"Allowed: {', '.join(allowed)}."
    zh, en = with_meant(suggested_values.allowed_value(str(detail["input"]), allowed), zh, en)
    return (
        Bilingual(
            f"“{typed_value(detail)}”不在允许的取值之内。", f'"{typed_value(detail)}" is not one of the allowed values.'
        ),
        Bilingual(zh, en),
    )


def misfit(detail: ErrorDetails, around: Around) -> tuple[Bilingual, Bilingual]:
    """Anything else that does not fit its field."""
    return (
        Bilingual(f"“{typed_value(detail)}”不符合本字段的要求。", f'"{typed_value(detail)}" does not fit this field.'),
        Bilingual("请对照字段说明修改。", "See the description of the field."),
    )


MESSAGES: dict[str, Words] = {
    "missing": missing,
    "extra_forbidden": unknown,
    "string_too_short": empty,
    "too_short": empty,
    "string_type": text_wanted,
    "string_too_long": too_long,
    "string_pattern_mismatch": bad_pattern,
    "not_number": not_number,
    "decimal_type": not_number,
    "int_type": not_number,
    "greater_than_equal": out_of_range,
    "less_than_equal": out_of_range,
    "not_date": not_date,
    "date_from_datetime_parsing": not_date,
    "date_type": not_date,
    "date_parsing": not_date,
    "date_from_datetime_inexact": not_date,
    "not_moment": not_moment,
    "datetime_from_date_parsing": not_moment,
    "datetime_parsing": not_moment,
    "datetime_type": not_moment,
    "not_yes_no": not_yes_no,
    "bool_type": not_yes_no,
    "list_type": not_list,
    "dict_type": not_group,
    "model_type": not_group,
    "model_attributes_type": not_group,
    "literal_error": not_a_choice,
}
