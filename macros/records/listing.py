"""Lists of named things: places, bases, enterprises, topics, questions, services."""

from __future__ import annotations

from macros.records.base import BilingualText, Id, Named, SentenceId, Sourced, Text, YesNo, described


class Item(BilingualText):
    """One named thing; its Chinese name stands in the quote to the letter."""

    id: Id = described("编号，本名单内不重复", "Identifier, unique in this list")
    source: SentenceId | None = described(
        "与名单的依据不同时才写", "Only where it differs from the list's own source", None
    )
    quote: Text | None = described("与名单的引文不同时才写", "Only where it differs from the list's own quote", None)


class Listing(Sourced):
    """A list of named things of one kind."""

    id: Id = described("名单编号，本文件内不重复", "Identifier, unique in this file")
    kind: Named = described(
        "名单种类，见 vocabulary/item-kinds.yml", "Kind, from vocabulary/item-kinds.yml", example="topic"
    )
    title: BilingualText = described("名单标题", "Title of the list")
    of: Id | None = described(
        "总数所在的数据编号；名单只列出其中一部分时，网站会写明“共14个，原文列出3个”",
        "The figure that gives the total; the site then says how many of them are named",
        None,
    )
    open_ended: YesNo = described(
        "原文在列举之后写有“等”时为 yes",
        'yes where the source ends its list with "and others" (等)',
        False,
    )
    names_not_stated: YesNo = described(
        "原文只写类别、没有写具体名称时为 yes",
        "yes where the source gives classes only and no names",
        False,
    )
    items: list[Item] = described("名单各项", "The items", min_length=1)
