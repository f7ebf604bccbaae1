"""Retired addresses: what was published and has moved or been withdrawn. Whoever follows an old link is told so."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from macros.records.base import BilingualText, Day, Strict, described

PLACE_PATTERN = (
    r"^/([A-Za-z0-9][A-Za-z0-9._-]*/)*([A-Za-z0-9][A-Za-z0-9._-]*\.[a-z0-9]+)?(#[A-Za-z0-9_][A-Za-z0-9._:-]*)?$"
)

SitePlace = Annotated[str, StringConstraints(pattern=PLACE_PATTERN, max_length=300)]
"""A page, a file or an anchor of this site, from its root and without a language: ``/notices/open-day/#details``."""

TOLD_IN = (".json", ".jsonld", ".txt")
"""Endings of files that can say of themselves that they were withdrawn; any other file can only be moved."""


class Retired(Strict):
    """Addresses that went together, what stood there, and where it is now or why it was withdrawn."""

    addresses: list[SitePlace] = described(
        "停用的网址或页内锚点，从网站根目录写起，不写语言部分",
        "The addresses or anchors retired, from the root of the site, without the language",
        min_length=1,
        example="/notices/open-day/",
    )
    title: BilingualText = described("原来的内容叫什么", "What stood there is called")
    moved_to: SitePlace | None = described(
        "现在的网址；内容已撤下的不写", "Where it is now; leave out if it was withdrawn", None, example="/notices/"
    )
    why: BilingualText | None = described("撤下或移动的原因；撤下的必须写明", "Why; required if it was withdrawn", None)
    date: Day | None = described("撤下或移动的日期，不知道的不写", "When, if known", None)
