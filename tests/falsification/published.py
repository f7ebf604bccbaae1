"""A bureau that was published: what was told of it is not told otherwise, or the diff says so."""

from __future__ import annotations

import re
from pathlib import Path

from tests.edits import Edit, added, moved, removed
from tests.falsification.attempt import Attempt, attempt
from tests.small import WHY, retire

REPORT, VISITS = "documents/report.yml", "work-areas/visits.yml"
EMENDATION = """emendations:
  - id: found
    kind: insertion
    stood: 下午接待
    printed: 下午接
    zh: 用词
    en: Wording
"""
OF_DOCUMENT = """figure: report
date: 2002-01-01
stood:
  zh: 旧
  en: old
stands:
  zh: 新
  en: new
why:
  zh: 录入有误
  en: It was mistyped
"""


def published(ident: str, *edits: tuple[str, str, str] | Edit, told: tuple[str, ...] = ()) -> Attempt:
    """An attempt on the bureau that was published."""
    return attempt(f"once published: {ident}", *edits, told=told, published=True)


def quoted_as(old: str, new: str) -> Edit:
    """The quotes of both records follow the words of the document."""

    def edit(data: Path) -> None:
        for file in (data / "work-areas").iterdir():
            file.write_text(re.sub(f"(quote.*){old}", rf"\g<1>{new}", file.read_text("utf-8")), "utf-8")

    return edit


def retired(name: str, addresses: list[str], more: str) -> Edit:
    """A record of retired addresses added."""
    return lambda data: retire(data, name, addresses, more)


ATTEMPTS = (
    published(
        "an emendation with an erratum of nothing",
        (REPORT, "translations:\n", f"{EMENDATION}translations:\n"),
        quoted_as("下午接待", "下午接"),
        added("errata/one.yml", OF_DOCUMENT),
    ),
    published(
        "another text under another id",
        moved(REPORT, "documents/other.yml"),
        moved("documents/report.txt", "documents/other.txt"),
        ("documents/other.yml", "report.txt", "other.txt"),
        ("bureau.yml", "current_document: report", "current_document: other"),
        ("documents/other.txt", "接待群众\n", "拒绝群众\n"),
        quoted_as(r": 接待群众(?=\n)", ": 拒绝群众"),
        retired("page", ["/sources/report/"], "moved_to: /sources/other/"),
        retired("anchors", ["/sources/report/#s0", "/sources/report/#s0-1"], "moved_to: /sources/other/"),
        retired("file", ["/data/records/documents/report.json"], "moved_to: /data/records/documents/other.json"),
    ),
    published(
        "a retired title that boasts",
        removed(VISITS),
        retired("gone", ["/work-areas/visits/", "/data/records/work-areas/visits.json"], WHY),
        ("retired/gone.yml", "原来的内容", "接待群众9000万人次"),
        ("retired/gone.yml", "What stood there", "90 million visits"),
    ),
    published(
        "another label",
        (VISITS, "      zh: 接待群众\n      en: Visits\n", "      zh: 拒绝群众\n      en: Refusals\n"),
        told=("拒绝群众", "Refusals"),
    ),
    published("another period of the document", (REPORT, "period: this-year", "period: last-year")),
    published("another issuer", (REPORT, "issuer:\n  zh: 某局", "issuer:\n  zh: 另一局"), told=("另一局",)),
)
