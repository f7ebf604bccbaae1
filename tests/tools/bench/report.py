"""What was measured, as tables and as JSON."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from pathlib import Path

from tests.tools.bench.measuring import growth

NOTES = """\
- Pages are those of all three languages. The others are given the finished pages as Markdown of equal content, without
  the drawings; the records stand outside of their navigation. Ours builds the data, with all checks, drawings, tables
  for download, feeds and the search; none of the others does as much.
- seconds: the median of the runs, each from nothing, by turns; CPU seconds: of all cores. "× ours" is the time of ours
  as one. memory: the most that all processes of a build held together (PSS), looked at many times a second.
- growth: the exponent of time over pages since the number of records before; 1.00 is in proportion.
- MkDocs with Material and Zensical read the same configuration, with the languages `zh` and `en` for the search.
"""
"""How to read the tables."""


@dataclass
class Built:
    """What the builds of one engine took: seconds and CPU seconds of each run; bytes of memory, pages and all files."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    memory: int = 0
    html: int = 0
    site: int = 0
    failed: str = ""

    def told(self) -> str:
        """The last run in a few words."""
        return self.failed or f"{self.seconds[-1]:.1f} s"


@dataclass
class Served:
    """What a server took: seconds until the first page, and from each edit to the page that shows it."""

    engine: str
    started: float = 0.0
    edits: list[float] = field(default_factory=list)
    failed: str = ""

    def told(self) -> str:
        """All edits in a few words."""
        return self.failed or f"started in {self.started:.1f} s; " + ", ".join(f"{edit:.2f} s" for edit in self.edits)


@dataclass
class Size:
    """What was measured at one number of records."""

    records: int
    pages: int
    builds: dict[str, Built]
    checks: list[float]
    serves: list[Served]


@dataclass
class Results:
    """All that was measured, and when and where."""

    day: str
    machine: str
    load: float
    """How many programs ran beside when it began: the load average of the minute before."""
    absent: list[str]
    sizes: list[Size] = field(default_factory=list)


def save(results: Results, folder: Path) -> None:
    """Writes the results to ``builds.md`` and ``builds.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "builds.md").write_text(text(results), "utf-8")
    (folder / "builds.json").write_text(json.dumps(asdict(results), indent=1, ensure_ascii=False) + "\n", "utf-8")


def text(results: Results) -> str:
    """The results as Markdown."""
    about = [
        f"Measured on {results.day} by `make bench`.",
        f"Machine: {results.machine}; load when it began: {results.load:.1f}.",
    ]
    if results.absent:
        about.append(f"Not installed, and so not measured: {', '.join(results.absent)}.")
    parts = {
        "Builds": "\n".join([*build_table(results.sizes), "", NOTES.rstrip()]),
        "Check of the data alone": "\n".join(check_table(results.sizes)),
        "From saving one record to the page that shows it": "\n".join(serve_table(results.sizes)),
    }
    return f"# Builds\n\n{' '.join(about)}\n" + "".join(f"\n## {title}\n\n{part}\n" for title, part in parts.items())


def build_table(sizes: list[Size]) -> Iterable[str]:
    """A row for each engine at each number of records."""
    yield (
        "| records | pages | engine | runs | seconds | CPU seconds | ms a page | × ours | HTML bytes a page "
        "| all files, MB | memory, MB | growth |"
    )
    yield "|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    for before, size in pairwise([None, *sizes]):
        assert size
        ours = statistics.median(size.builds["ours"].seconds)
        for name, built in size.builds.items():
            start = f"| {size.records:,} | {size.pages:,} | {name} | {len(built.seconds)} "
            if built.failed or not built.seconds:
                yield f"{start}| {plain(built.failed)} | | | | | | | |"
                continue
            took = statistics.median(built.seconds)
            yield (
                f"{start}| {took:.2f} | {statistics.median(built.cpu):.2f} | {took / size.pages * 1000:.2f} "
                f"| {took / ours:.2f} | {built.html / size.pages:,.0f} | {built.site / 1e6:.1f} "
                f"| {built.memory / 1e6:.0f} | {growth_of(name, before, size)} |"
            )


def growth_of(name: str, before: Size | None, size: Size) -> str:
    """The exponent since the number of records before, or nothing where there is none."""
    less = before.builds.get(name) if before else None
    if not before or not less or not less.seconds or before.pages == size.pages:
        return ""
    medians = [statistics.median(one.seconds) for one in (less, size.builds[name])]
    return f"{growth((before.pages, medians[0]), (size.pages, medians[1])):.2f}"


def check_table(sizes: list[Size]) -> Iterable[str]:
    """A row for each number of records: seconds of the first check, and of a second one."""
    yield "| records | first, seconds | again, seconds |"
    yield "|---:|---:|---:|"
    for size in sizes:
        yield f"| {size.records:,} | " + " | ".join(f"{check:.2f}" for check in size.checks) + " |"


def serve_table(sizes: list[Size]) -> Iterable[str]:
    """A row for each server at each number of records."""
    yield "| records | engine | seconds until the first page | edits | median, seconds | slowest, seconds |"
    yield "|---:|---|---:|---:|---:|---:|"
    for size in sizes:
        for serve in size.serves:
            start = f"| {size.records:,} | {serve.engine} | {serve.started:.2f} | {len(serve.edits)} "
            if serve.failed or not serve.edits:
                yield f"{start}| {plain(serve.failed)} | |"
            else:
                yield f"{start}| {statistics.median(serve.edits):.2f} | {max(serve.edits):.2f} |"


def plain(words: str) -> str:
    """Words that a cell of a table can hold."""
    return " ".join(words.replace("|", "/").split())
