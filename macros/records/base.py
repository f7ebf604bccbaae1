"""What all records share: strictness, bilingual text, identifiers, and the tie to a source sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    StringConstraints,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from macros.quantities.hedges import Hedge
from macros.text.languages import Bilingual

ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,62}$"
SOURCE_PATTERN = r"^[a-z0-9][a-z0-9-]{0,62}(#[a-z0-9][a-z0-9-]{0,62})?$"
FIGURE_PATTERN = r"^[a-z0-9][a-z0-9-]{0,62}(\.[a-z0-9][a-z0-9-]{0,62})?$"
NUMBER_PATTERN = r"^[0-9]{1,18}(\.[0-9]{1,6})?$"
WHOLE_PATTERN = r"^[0-9]{1,9}$"
DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
MOMENT_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}$"
YES_NO_PATTERN = r"^(yes|no|true|false)$"

Text = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]


class IdInSchemas:
    """Editors are told the form of an id, which our own reader does not insist on."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The schema of the text with the form of an id."""
        return {"type": handler(core)["type"], "pattern": ID_PATTERN}


Named = Annotated[str, StringConstraints(min_length=1, max_length=4000), IdInSchemas()]
"""The id of an entry of a vocabulary or of a record. Any text is read, so that a rule can tell which id is meant."""
SourceName = Annotated[str, StringConstraints(pattern=SOURCE_PATTERN)]
"""A document, or a sentence of one."""
FigureId = Annotated[str, StringConstraints(pattern=FIGURE_PATTERN)]
"""A figure: ``figure`` within the same record, ``record.figure`` from elsewhere."""


def typed_as(kind: str, pattern: str) -> Callable[[object], object]:
    """Lets through only text of one form; the type's own reader would also take ``１５``, ``1e5`` or a timestamp."""

    def check(given: object) -> object:
        if isinstance(given, str) and not re.fullmatch(pattern, given):
            raise PydanticCustomError(kind, "not {kind}", {"kind": kind})
        return given

    return check


Number = Annotated[Decimal, BeforeValidator(typed_as("not_number", NUMBER_PATTERN))]
"""A number in half-width digits, without separators."""
Whole = Annotated[int, BeforeValidator(typed_as("not_number", WHOLE_PATTERN))]
"""A whole number in half-width digits."""
Day = Annotated[date, BeforeValidator(typed_as("not_date", DAY_PATTERN))]
"""A date, year-month-day."""
Moment = Annotated[
    datetime,
    BeforeValidator(typed_as("not_moment", MOMENT_PATTERN)),
    PlainSerializer(lambda moment: f"{moment:%Y-%m-%d %H:%M}", return_type=str, when_used="json"),
]
"""A date and the time of day, in China's time: year-month-day hour:minute."""
YesNo = Annotated[bool, BeforeValidator(typed_as("not_yes_no", YES_NO_PATTERN))]
"""Yes or no."""


def described(zh: str, en: str, default: Any = ..., *, example: str = "", **limits: Any) -> Any:
    """A field with its meaning in both languages, for schemas, templates and the field reference."""
    extra: dict[str, Any] = {"zh": zh, "en": en, "example": example}
    if isinstance(default, list | dict) and not default:
        # Not ``list`` itself: pydantic would parse its documentation to find out what it takes.
        limits["default_factory"] = lambda: type(default)()
    else:
        limits["default"] = default
    return Field(description=f"{zh}\n\n{en}", json_schema_extra=extra, **limits)


NOT_KEPT: set[str] = set()
"""Stands in every record where pydantic would keep the names of the fields that were typed; it stays empty."""


class Strict(BaseModel):
    """A part of a record: no unknown keys, unchangeable once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
    """What validates a part is built once it is asked for: most parts are validated with the record they are in."""

    def model_post_init(self, context: object, /) -> None:
        """Forgets which fields were typed: nothing asks for that, and it takes a fifth of the memory of a record."""
        object.__setattr__(self, "__pydantic_fields_set__", NOT_KEPT)


@dataclass(frozen=True)
class Declared:
    """What a bureau has chosen about translations (records/declared.py), for whoever validates its texts."""

    codes: frozenset[str] = frozenset()
    """Further languages, by code, that a text may be in beside ``zh`` and ``en``."""
    english_required: bool = True
    """Whether every text must be in English."""


AS_EVER = Declared()
"""What holds where nobody has chosen: Chinese and English, both required."""
NOT_TRANSLATED = object()
"""Stands for the English that a text need not have."""


def english_or_none(given: object, handler: ValidatorFunctionWrapHandler) -> str:
    """English, or nothing where a text need not have any."""
    return "" if given is NOT_TRANSLATED else str(handler(given))


English = Annotated[Text, WrapValidator(english_or_none)]
"""English words; required but where the bureau has chosen otherwise."""
OTHERS_ALIAS = "\0others"
"""Nobody can type it: the field ``others`` is filled from the codes of languages alone."""


def declared_languages(given: object, info: ValidationInfo, english: object) -> object:
    """What was typed of a text, with the words in further languages set apart; ``english`` where it may be left out."""
    chosen: Declared = info.context or AS_EVER
    if chosen is AS_EVER or not isinstance(given, dict):
        return given
    others = {code: given[code] for code in given if code in chosen.codes}
    typed = {name: value for name, value in given.items() if name not in others}
    if not chosen.english_required and "en" not in typed:
        typed["en"] = english
    return typed | ({OTHERS_ALIAS: others} if others else {})


class BilingualText(Strict, Bilingual):
    """The same words in Chinese and English, as a data file holds them, and in further languages of the bureau."""

    zh: Text = described("中文（简体）", "Chinese (Simplified)")
    en: English = described("英文", "English")
    others: SkipJsonSchema[Mapping[str, Text]] = Field(default_factory=dict, alias=OTHERS_ALIAS)
    """By the code of the language; typed beside ``zh`` and ``en``."""

    @model_validator(mode="before")
    @classmethod
    def set_apart(cls, given: object, info: ValidationInfo) -> object:
        """Further languages are keys like ``zh`` and ``en``; English may be missing where the bureau says so."""
        return declared_languages(given, info, NOT_TRANSLATED)

    @model_serializer(mode="wrap")
    def in_each_language(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """The fields as they are typed: each language beside the others, and none that is not there."""
        made: dict[str, Any] = handler(self)
        made |= made.pop("others", {})
        return made if self.en else {name: value for name, value in made.items() if name != "en"}

    def said_in(self, code: str) -> str:
        """The words in the language with a code; nothing where there is no translation."""
        return (self.others and self.others.get(code)) or super().said_in(code)


class Sourced(Strict):
    """Whatever rests on words of a published source document."""

    quote: Text = described(
        "依据的原文，逐字摘录完整的分句（从一个标点到下一个标点），一字不差",
        "The words of the source it rests on: whole clauses, from one punctuation mark to the next, to the letter",
        example="发放科技资料15000份",
    )
    source: SourceName = described(
        "同样的话在几处都有时，写明出自哪份文件（或“文件编号#句子编号”）；只有一处时不写",
        "Only where the same words stand in several places: the document, or document#sentence, that is meant",
        "",
        example="h1-work-summary",
    )
    """Once resolved (records/resolver.py) the sentence, ``document#sentence``; empty where there is none."""


class Statement(BilingualText, Sourced):
    """One thing the bureau did or said: the clause it quotes, and its translation."""

    zh: Text = described(
        "中文；不写时就用所引的原文（推荐）。换一种说法的，网站会把原文并列",
        "Chinese; left out (as it should be), it is the clause quoted. Other words are shown beside the clause",
        "",
    )

    @property
    def is_reworded(self) -> bool:
        """Whether its Chinese is not the clause itself."""
        return self.zh.rstrip("。；") != self.quote.rstrip("，。；：")


class StatementOfPlan(Statement):
    """A statement whose clause stands under a heading of plans, or behind a clause that says 力争 for it, too."""

    hedge: Hedge
