"""Lists of named things: places, bases, enterprises, topics, questions, services."""

from __future__ import annotations

from macros.records.base import BilingualText, Id, Named, Sourced, SourceName, Text, YesNo, described


class Item(BilingualText):
    """One named thing; its Chinese name stands in the quote to the letter."""

    id: Id = described("编号，本名单内不重复", "Identifier, unique in this list")
    quote: Text | None = described("与名单的引文不同时才写", "Only where it differs from the list's own quote", None)
    source: SourceName = described(
        "本条自己的引文在几处都有时，写明出自哪份文件", "Only where its own quote stands in several places: which", ""
    )


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
    names_not_stated: YesNo = described(
        "原文只写类别、没有写具体名称时为 yes",
        "yes where the source gives classes only and no names",
        False,
    )
    items: list[Item] = described("名单各项", "The items", min_length=1)

    @property
    def open_ended(self) -> bool:
        """Whether the source ends its list with 等, and gives no number of all."""
        ends = [self.quote.find(one.zh) + len(one.zh) for one in self.items if one.zh in self.quote and not one.quote]
        return self.of is None and bool(ends) and self.quote[max(ends) :].lstrip("”’》）").startswith("等")
