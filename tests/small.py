"""A small bureau of the tests' own: every number of its document is recorded whatever a test does to two figures."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from macros.publishing.ledger_writing import joined_ledgers, ledger_text
from macros.records.collecting import collect
from macros.records.kinds import ERRATA, WORK_AREAS
from macros.records.ledger import LEDGER, read_ledger
from macros.records.ledger_lines import ChecksumTold, edition_told, erratum_told, figure_told
from tests.places import DATA, DOCS

TEXT = "接待群众\n上午接待群众1200人次。下午接待群众120人次。全天接待群众近1200人次。\n"
SENTENCES = {
    # how a figure is written: its sentence, and the figure in English
    "1200人次": ("s0-1", "上午接待群众1200人次", "1,200 visits"),
    "120人次": ("s0-2", "下午接待群众120人次", "120 visits"),
    "近1200人次": ("s0-3", "全天接待群众近1200人次", "nearly 1,200 visits"),
}
BUREAU = (
    """site_name: {zh: 政务公开, en: Public record}
name: {zh: 某局, en: A bureau}
current_document: report
key_figures:
  - all-of-it.first
""".replace("{zh", "\n  zh")
    .replace(", en", "\n  en")
    .replace("}", "")
)
DOCUMENT = """title:
  zh: 简报
  en: Bulletin
issuer:
  zh: 某局
  en: A bureau
period: this-year
verbatim: report.txt
script: zh-Hans
translations:
  en:
    s0: Visits
"""
SENTENCE = "    {ident}: There were {en}.\n"
RECORD = """title:
  zh: 接待群众
  en: Visits
summary:
  zh: 接待了群众。
  en: Visitors were received.
quote: 接待群众
figures:
"""
FIGURE = """  - id: {ident}
    label:
      zh: 接待群众
      en: Visits
    quote: {quote}
"""
ERRATUM = """figure: {figure}
date: {date}
stood:
  zh: {stood}
  en: {stood_en}
stands:
  zh: {stands}
  en: {stands_en}
why:
  zh: 录入有误
  en: It was mistyped
"""
RETIRED = """addresses:
{addresses}
title:
  zh: 原来的内容
  en: What stood there
{more}
"""
WHY = "why:\n  zh: 不再公布\n  en: No longer published"

FEW_PAGES = ("index.md", "404.md", "figures.md", "corrections.md", "print.md", "changes.md", "work-areas/index.md")


def small_bureau(folder: Path) -> Path:
    """Writes the bureau's data folder and returns it."""
    data = folder / "data"
    shutil.copytree(DATA / "vocabulary", data / "vocabulary", ignore=shutil.ignore_patterns("tables.yml"))
    (data / "documents").mkdir()
    (data / "documents/report.txt").write_text(TEXT, "utf-8")
    sentences = [SENTENCE.format(ident=one, en=en) for one, _, en in SENTENCES.values()]
    (data / "documents/report.yml").write_text(DOCUMENT + "".join(sentences), "utf-8")
    (data / "bureau.yml").write_text(BUREAU, "utf-8")
    record(data, "all-of-it", dict(zip(("first", "second", "third"), SENTENCES, strict=True)))
    record(data, "visits", {"morning": "1200人次", "afternoon": "120人次"})
    return data


def few_pages(folder: Path) -> Path:
    """Writes a folder of prose with the pages that lead to records and figures, and returns it: it builds fast."""
    for name in FEW_PAGES:
        for place in ("", "en/"):
            (folder / place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(DOCS / place / name, folder / place / name)
    return folder


def record(data: Path, name: str, figures: dict[str, str]) -> None:
    """Writes a work area with figures, each written as the document writes one of its numbers."""
    made = [FIGURE.format(ident=ident, quote=SENTENCES[text][1]) for ident, text in figures.items()]
    (data / "work-areas").mkdir(exist_ok=True)
    (data / f"work-areas/{name}.yml").write_text(RECORD + "".join(made), "utf-8")


def erratum(
    data: Path,
    name: str,
    stood: str,
    stands: str,
    date: str = "2002-01-01",
    figure: str = "visits.morning",
    withdrawn: bool = False,
    stood_en: str = "",
    stands_en: str = "",
) -> None:
    """Writes an erratum; its English is that of the document, or says the same numbers of visits."""
    (data / "errata").mkdir(exist_ok=True)
    english = {text: en for text, (_, _, en) in SENTENCES.items()}
    text = ERRATUM.format(
        figure=figure,
        date=date,
        stood=stood,
        stands=stands,
        stood_en=stood_en or english.get(stood, visits(stood)),
        stands_en=stands_en or english.get(stands, visits(stands)),
    )
    more = "withdrawn:\n  zh: 接待群众\n  en: Visits\n" if withdrawn else ""
    (data / f"errata/{name}.yml").write_text(text + more, "utf-8")


def visits(text: str) -> str:
    """What a text says, for a reader of English who needs its numbers alone."""
    counted = [f"{number} visits" if unit else number for number, unit in re.findall("([0-9,]+)(人次)?", text)]
    return ", ".join(["so it said", *counted])


def retire(data: Path, name: str, addresses: Iterable[str], more: str) -> None:
    """Writes a record of retired addresses."""
    (data / "retired").mkdir(exist_ok=True)
    listed = "\n".join(f"  - {address}" for address in addresses)
    (data / f"retired/{name}.yml").write_text(RETIRED.format(addresses=listed, more=more), "utf-8")


def remember(data: Path) -> None:
    """Has the ledger remember what publishing the data would have it remember, as far as records go."""
    collection, problems = collect(data)
    assert not problems
    held = collection.entries
    facts = [figure_told(entry.id, figure).line for entry, _, figure in collection.figures()]
    for ident, entry in held.get(ERRATA, {}).items():
        one = entry.record
        facts += [erratum_told(ident, one.figure, one.date.isoformat(), one.stood.zh, one.stands.zh).line]
    facts += [ChecksumTold("document", "report", hashlib.sha256(collection.verbatim["report"]).hexdigest()).line]
    facts += [edition_told("report", ((one.id, one.zh) for one in collection.sentences.values())).line]
    pages: dict[str, frozenset[str]] = {
        "/corrections/": frozenset(f"erratum-{one}" for one in held.get(ERRATA, {})),
        "/sources/report/": frozenset({"s0", "s0-1"}),
        "/data/records/documents/report.json": frozenset(),
    }
    for kind, index in ((WORK_AREAS, "work-areas"), *((one, one.address.rstrip("/")) for one in collection.sections)):
        for entry in held.get(kind, {}).values():
            anchors = frozenset(f"figure-{figure.id}" for figure in entry.record.figures)
            pages |= {f"/{index}/{entry.id}/": anchors, f"/data/records/{kind.place}/{entry.id}.json": frozenset()}
    before = read_ledger(data)
    text = ledger_text(joined_ledgers(before.addresses, pages), before.facts | set(facts))
    (data / LEDGER).write_text(text, "utf-8")
