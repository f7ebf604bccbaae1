"""Vocabulary: words used across records, each written once in each language."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from macros.records.base import BilingualText, Day, Id, Strict, Text, Whole, YesNo, described

CURRENCY_PATTERN = "^[A-Z]{3}$"
HAN_PATTERN = r"^[㐀-鿿]{1,60}$"
LATIN_PATTERN = r"^[A-Za-z][A-Za-z' -]{0,59}$"

Han = Annotated[str, StringConstraints(pattern=HAN_PATTERN)]
"""A Chinese word, and nothing else: no digit and no markup can come in with it."""
Latin = Annotated[str, StringConstraints(pattern=LATIN_PATTERN)]
"""An English word or phrase, and nothing else."""


class Term(BilingualText):
    """An entry of a plain vocabulary."""

    id: Id = described("编号", "Identifier")


CurrencyCode = Annotated[str, StringConstraints(pattern=CURRENCY_PATTERN)]
"""A currency by its code in ISO 4217."""


class Unit(Term):
    """A unit of measurement and how the source writes it."""

    one: Text | None = described("英文单数", "English singular", None)
    written: list[Text] = described("原文中的写法", "How the source writes it")
    bare_in_english: YesNo = described("英文中不写单位词时为 yes", "yes where English writes no unit word", False)
    classifier: YesNo = described(
        "量词（个、家、名）为 yes：英文不写出来",
        "yes for a word that only counts (个, 家), which English leaves to the noun",
        False,
    )
    currency: CurrencyCode | None = described("货币的三字母国际代码", "ISO 4217 code of a currency", None)
    english: list[Text] = described("英文的其他说法", "Other English words for it", [])
    counts: Literal["money", "people"] | None = described(
        "计的是资金的为 money，计人员的为 people；有货币代码的就是资金，不必写",
        "money or people where it counts these; a unit with a currency code counts money without it",
        None,
    )
    explained: BilingualText | None = described("单位说明", "What the unit means", None)

    @property
    def counted(self) -> str:
        """What figures in it are listed under: money, people, or things."""
        return "money" if self.currency else self.counts or "things"


class Period(Term):
    """A period, in the source's own words; dates only where the source states them."""

    order: Whole = described("先后次序", "Place in time", ge=0)
    words: list[Text] = described(
        "原文中说明这一时期的词语；写在数字之前，数字就属于这一时期",
        "Words of a source that state it: a figure behind them is of this period",
        [],
        example="开展活动以来",
    )
    start: Day | None = described("起始日期；原文未载则不写", "First day, if stated", None, alias="from")
    end: Day | None = described("截止日期；原文未载则不写", "Last day, if stated", None, alias="to")


class Interface(Strict):
    """The interface words of the site, by key."""

    entries: dict[Id, BilingualText] = described("界面用语", "Interface words")


TAG_PATTERN = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
LOCALE_PATTERN = r"^[a-z]{2,3}_[A-Z]{2}$"
LanguageTag = Annotated[str, StringConstraints(pattern=TAG_PATTERN)]
"""A language as pages are marked with it (BCP 47)."""
Locale = Annotated[str, StringConstraints(pattern=LOCALE_PATTERN)]
"""A language and a country, as Open Graph has them."""


class FurtherLanguage(Strict):
    """A language of the site beside Chinese and English; its code is the name of its file."""

    name: Text = described("这种语言自己的名称", "What the language calls itself", example="ئۇيغۇرچە")
    tag: LanguageTag = described("语言标记，写在网页里", "Language tag, for pages", example="ug")
    locale: Locale = described("语言和地区", "Language and country", example="ug_CN")
    direction: Literal["ltr", "rtl"] = described(
        "书写方向：ltr 从左到右、rtl 从右到左", "Direction of writing: ltr or rtl", "ltr"
    )
    date: Text | None = described(
        "日期的写法；不写则为 2001-07-31",
        "How a date is written; left out, it is 2001-07-31",
        None,
        example="{year}-{month}-{day}",
    )
    words: dict[Id, Text] = described(
        "界面用语，名称见 macros/records/interface.yml",
        "Interface words, by the names in macros/records/interface.yml",
        {},
        example="home: باش بەت",
    )
    units: dict[Id, Text] = described("计量单位，按编号", "Units, by id", {}, example="kilometre: كىلومېتىر")
    qualifiers: dict[Id, Text] = described("限定词，按编号", "Qualifiers, by id", {}, example="about: تەخمىنەن")
    periods: dict[Id, Text] = described("时期，按编号", "Periods, by id", {}, example="first-half: بىرىنچى يېرىم يىل")


class Spelling(Strict):
    """A word that the plain conversion to Traditional script would get wrong, and how it is written."""

    zh: Han = described("简体写法", "In Simplified script", example="着力")
    hant: Han = described(
        "繁体写法；只换字形，不换词", "In Traditional script: the same word, not another", example="着力"
    )
    why: BilingualText = described("理由", "Why")


class Spellings(Strict):
    """The Traditional edition's own spellings; empty while the conversion gets every word right."""

    entries: list[Spelling] = described("词条", "Entries", [])


class SynonymGroup(Strict):
    """Words for one thing, in both languages: who searches for one of them is shown what holds another, too."""

    zh: list[Han] = described("意思相近的中文词", "Chinese words for it", [], example="补贴")
    en: list[Latin] = described("意思相近的英文词", "English words for it", [], example="subsidy")
    units: list[Id] = described(
        "用这些单位的数据，按这些词也能查到，见 macros/records/units.yml 和 vocabulary/units.yml",
        "Figures in these units are found by these words; see macros/records/units.yml and vocabulary/units.yml",
        [],
        example="cny",
    )

    @property
    def words(self) -> tuple[str, ...]:
        """Its words of both languages."""
        return (*self.zh, *self.en)


class Synonyms(Strict):
    """The file of synonyms; a group that shares a word with one of the software joins it."""

    entries: list[SynonymGroup] = described("词组", "Groups of words")


class ExplainedTerm(Term):
    """A word of official documents and what it means: the site's explanation, marked as such, and not the source's."""

    words: list[Han] = described(
        "文件中的其他写法；zh 一栏的写法不必重复",
        "Other words for it in documents; the one under zh is known",
        [],
        example="科特派",
    )
    english: list[Latin] = described(
        "英文的其他说法；en 一栏的说法不必重复", "Other English words for it; the one under en is known", []
    )
    explained: BilingualText = described("含义，一两句话", "What it means, in a sentence or two")
    source: BilingualText | None = described(
        "说明的依据，如有关文件的名称", "What the explanation rests on, as the title of a document", None
    )

    @property
    def in_chinese(self) -> tuple[str, ...]:
        """Every Chinese word for it."""
        return tuple(dict.fromkeys((self.zh, *self.words)))

    @property
    def in_english(self) -> tuple[str, ...]:
        """Every English word for it."""
        return tuple(dict.fromkeys((self.en, *self.english)))


class ExplainedTerms(Strict):
    """The file of explained terms; an entry takes the place of one of the software that has the same word."""

    entries: list[ExplainedTerm] = described("词条", "Entries")


class Terms(Strict):
    """A file of plain vocabulary."""

    entries: list[Term] = described("词条", "Entries", min_length=1)


class OwnTable(Term):
    """A table that the bureau offers beside those of the software: some of the figures, or of the things listed."""

    about: BilingualText = described("表的内容，一句话", "What the table holds, in a sentence")
    series: Id | None = described("收录这一系列的数据", "It holds the figures of this series", None)
    lists: list[Id] = described(
        "收录这些种类的名单各项，见 vocabulary/item-kinds.yml",
        "It holds the items of lists of these kinds, from vocabulary/item-kinds.yml",
        [],
    )
    carriers: Id | None = described(
        "收录这一种类的名单各项，以及承担项目的单位",
        "It holds the items of lists of this kind, and who carries out projects",
        None,
    )


class OwnTables(Strict):
    """The file of the bureau's own tables."""

    entries: list[OwnTable] = described("表", "Tables")


class Units(Strict):
    """The units file."""

    entries: list[Unit] = described("词条", "Entries", min_length=1)


class Periods(Strict):
    """The periods file."""

    entries: list[Period] = described("词条", "Entries", min_length=1)
