"""Plain values -> frozen records; what does not fit becomes problems a clerk can act on."""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.problems import Problem, Said
from macros.reading.reader import FieldPath, Reading
from macros.records.base import FIGURE_PATTERN, ID_PATTERN, SENTENCE_PATTERN, Strict
from macros.records.bureau import ADDRESS_PATTERN, EMAIL_PATTERN, SECURE_PATTERN, TELEPHONE_PATTERN
from macros.records.document import SHA256_PATTERN, TEXT_FILE_PATTERN
from macros.records.retired import PLACE_PATTERN
from macros.records.vocabulary import HAN_PATTERN


def validate(reading: Reading, model: type[Strict], name: str) -> tuple[Any, list[Problem]]:
    """The record that ``reading`` holds, or every reason why it holds none."""
    try:
        return model.model_validate(reading.value), []
    except ValidationError as error:
        return None, [problem_of(detail, reading, model, name) for detail in error.errors()]


def problem_of(detail: ErrorDetails, reading: Reading, model: type[Strict], name: str) -> Problem:
    """One complaint of the validator, in office language and at its place in the file."""
    path = tuple(step for step in detail["loc"] if step != "[key]")
    words = empty if nothing_typed(detail) else WORDS.get(detail["type"], misfit)
    wrong, mend = words(detail, known_fields(model, path[:-1]))
    return reading.problem(path, wrong, mend, record=name, at_key=detail["type"] == "extra_forbidden")


def nothing_typed(detail: ErrorDetails) -> bool:
    """Whether a known field stands there with nothing after its colon, whatever it should hold."""
    return detail["input"] is None and detail["type"] not in ("missing", "extra_forbidden")


def known_fields(model: type[BaseModel], path: FieldPath) -> list[str]:
    """The fields that the part of the record at ``path`` may have."""
    part: Any = model
    for step in path:
        part = inner(typing.get_args(part)[-1] if of_many(part) else field_type(part, str(step)))
    if not (isinstance(part, type) and issubclass(part, BaseModel)):
        return []
    return [field.alias or name for name, field in part.model_fields.items()]


def field_type(part: Any, name: str) -> Any:
    """The declared type of a field, or None where there is no such field."""
    if isinstance(part, type) and issubclass(part, BaseModel) and name in part.model_fields:
        return part.model_fields[name].annotation
    return None


def of_many(declared: Any) -> bool:
    """Whether the next step of a path chooses one of many: an entry of a list, or a key."""
    return typing.get_origin(declared) in (list, dict)


def inner(declared: Any) -> Any:
    """``X | None`` reduced to ``X``."""
    if typing.get_origin(declared) in (types.UnionType, typing.Union):
        (declared,) = (one for one in typing.get_args(declared) if one is not types.NoneType)
    return declared


Words = Callable[[ErrorDetails, list[str]], tuple[Said, Said]]


def typed(detail: ErrorDetails) -> str:
    """What was typed, shortened."""
    given = detail.get("input")
    text = given if isinstance(given, str) else ""
    return text if len(text) <= 40 else text[:39] + "…"


def missing(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """A required field is absent."""
    field = detail["loc"][-1]
    return (
        Said(f"缺少字段“{field}”。", f'The field "{field}" is missing.'),
        Said(f"补上“{field}:”一行并填写内容。", f'Add a line "{field}:" and fill it in.'),
    )


def unknown(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """A field nobody knows: refused, with the nearest known one suggested (HOSTILE-INPUTS)."""
    field = str(detail["loc"][-1])
    near = difflib.get_close_matches(field, fields, n=1, cutoff=0.5)
    zh = f"是不是想写“{near[0]}”？" if near else ""
    en = f'Did you mean "{near[0]}"? ' if near else ""
    return (
        Said(f"不认识字段“{field}”。", f'There is no field "{field}" here.'),
        Said(f"{zh}此处可用的字段：{'、'.join(fields)}。", f"{en}Fields allowed here: {', '.join(fields)}."),
    )


def empty(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """A field that must say something says nothing."""
    return (
        Said("此处不能为空。", "This must not be empty."),
        Said("填写内容；不需要的可选字段请整行删去。", "Fill it in; if the field is optional, delete the whole line."),
    )


def not_text(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """Text is wanted where a list or a group of fields stands."""
    return (
        Said("此处应是一段文字。", "Text is wanted here."),
        Said("把文字写在同一行冒号之后。", "Write the text on the same line, after the colon."),
    )


def too_long(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """Text past the limit of its field."""
    limit = detail.get("ctx", {}).get("max_length", "")
    return (
        Said("文字过长。", "The text is too long."),
        Said(f"最多{limit}个字。", f"At most {limit} characters."),
    )


def bad_pattern(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """Text that is not in the form its field asks for."""
    pattern = detail.get("ctx", {}).get("pattern", "")
    zh, en = PATTERNS.get(pattern, ("请按字段说明中的格式填写。", "Write it as the field's description says."))
    return Said(f"“{typed(detail)}”的格式不对。", f'"{typed(detail)}" is not in the right form.'), Said(zh, en)


def not_number(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """A number is wanted in half-width digits."""
    half = typed(detail).translate(HALF_WIDTH)
    zh = f"请写成半角数字：{half}" if half != typed(detail) else "只写半角数字，例如 15000；单位写在 unit 字段。"
    en = (
        f"Type it in half-width digits: {half}"
        if half != typed(detail)
        else "Digits only, such as 15000; the unit goes into the field unit."
    )
    return Said(f"“{typed(detail)}”不是数字。", f'"{typed(detail)}" is not a number.'), Said(zh, en)


def out_of_range(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """A number beyond what its field allows."""
    limits = detail.get("ctx", {})
    low, high = limits.get("ge"), limits.get("le")
    return (
        Said(f"“{typed(detail)}”超出允许的范围。", f'"{typed(detail)}" is out of range.'),
        Said(
            f"允许的范围：{'' if low is None else f'不小于{low}'}{'' if high is None else f'不大于{high}'}。",
            f"Allowed: {'' if low is None else f'{low} or more'}{'' if high is None else f'{high} or less'}.",
        ),
    )


def not_date(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """A date that is none."""
    return (
        Said(f"“{typed(detail)}”不是一个真实的日期。", f'"{typed(detail)}" is not a real date.'),
        Said("按“年-月-日”书写，例如 2001-07-31。", "Write year-month-day, such as 2001-07-31."),
    )


def not_moment(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """A date and time of day that is none."""
    return (
        Said(f"“{typed(detail)}”不是一个真实的时刻。", f'"{typed(detail)}" is not a real date and time.'),
        Said(
            "按“年-月-日 时:分”书写，例如 2001-07-31 09:30；不知道时刻就不写这一行。",
            "Write year-month-day hour:minute, such as 2001-07-31 09:30; leave the line out if the time is not known.",
        ),
    )


def not_yes_no(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """A yes-or-no field holds something else."""
    return (
        Said(f"“{typed(detail)}”不是 yes 或 no。", f'"{typed(detail)}" is neither yes nor no.'),
        Said("只能填 yes 或 no。", "Write yes or no."),
    )


def not_list(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """A list is wanted."""
    return (
        Said("此处应是列表，每项以“- ”开头。", 'A list is wanted here, each item beginning with "- ".'),
        Said("每项另起一行，行首写半角短横线加一个空格。", "Begin each item on a new line with a hyphen and a space."),
    )


def not_group(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """A group of fields is wanted."""
    return (
        Said("此处应分成几个字段填写。", "Several fields are wanted here."),
        Said(
            "例如中英文：下面缩进两格，分写“zh:”“en:”两行。",
            'For both languages, write "zh:" and "en:" on two lines below, indented by two spaces.',
        ),
    )


def not_a_choice(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """A value that is not among those allowed."""
    allowed = str(detail.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
    return (
        Said(f"“{typed(detail)}”不在允许的取值之内。", f'"{typed(detail)}" is not one of the allowed values.'),
        Said(f"允许的取值：{allowed}", f"Allowed: {allowed}"),
    )


def misfit(detail: ErrorDetails, fields: list[str]) -> tuple[Said, Said]:
    """Anything else that does not fit its field."""
    return (
        Said(f"“{typed(detail)}”不符合本字段的要求。", f'"{typed(detail)}" does not fit this field.'),
        Said("请对照字段说明修改。", "See the description of the field."),
    )


HALF_WIDTH = str.maketrans("０１２３４５６７８９，．－", "0123456789,.-")

PATTERNS = {
    ID_PATTERN: (
        "编号只用小写英文字母、数字和短横线，以字母或数字开头，不超过63个字符。",
        "Lower-case letters a to z, digits and hyphens, beginning with a letter or digit, 63 at most.",
    ),
    SENTENCE_PATTERN: (
        "写作“文件编号#句子编号”，例如 h1-work-summary#s7-3。",
        "Write document#sentence, such as h1-work-summary#s7-3.",
    ),
    FIGURE_PATTERN: (
        "写作“数据编号”，或“记录编号.数据编号”。",
        "Write the figure's identifier, or record.figure.",
    ),
    TEXT_FILE_PATTERN: (
        "写同一目录下的文件名，例如 report.txt：英文字母、数字、点、横线，不带路径。",
        "Write the name of a file beside this one, such as report.txt: letters, digits, dots and hyphens, no folder.",
    ),
    HAN_PATTERN: ("只写汉字，最多60个。", "Write Chinese characters only, 60 at most."),
    SHA256_PATTERN: (
        "写64位小写十六进制数；不知道时先写64个0，检查时会给出正确的值。",
        "Write 64 lower-case hexadecimal digits; 64 zeros will do at first, and the check then tells the right ones.",
    ),
    PLACE_PATTERN: (
        "从网站根目录写起，以“/”开头，不写域名；网页以“/”结尾，页内锚点写在“#”之后，如 /outreach/open-day/#details。",
        "Write it from the root of the site, beginning with a slash and without the host; a page ends in a slash, "
        "and an anchor follows a #: /outreach/open-day/#details.",
    ),
    ADDRESS_PATTERN: (
        "写网站的完整网址，例如 https://www.example.org/；中文域名写成 xn-- 形式，不带“?”和“#”。",
        "Write the whole address, such as https://www.example.org/; Chinese domains as xn--, no ? and no #.",
    ),
    SECURE_PATTERN: (
        "写以 https:// 开头的完整网址，例如 https://www.example.org/form，不带“?”和“#”。",
        "Write the whole address, beginning with https://, such as https://www.example.org/form; no ? and no #.",
    ),
    EMAIL_PATTERN: (
        "只写一个邮箱地址，例如 office@example.org，前后不加别的内容。",
        "Write one address and nothing else, such as office@example.org.",
    ),
    TELEPHONE_PATTERN: (
        "只写一个号码，用半角数字和短横线，例如 88886666；分机号也用短横线隔开。",
        "Write one number in digits and hyphens, such as 88886666; an extension follows a hyphen.",
    ),
}

WORDS: dict[str, Words] = {
    "missing": missing,
    "extra_forbidden": unknown,
    "string_too_short": empty,
    "too_short": empty,
    "string_type": not_text,
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
