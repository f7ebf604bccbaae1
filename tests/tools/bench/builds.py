"""Measures builds, checks and edits beside other engines at several numbers of records: ``make bench``.

The pages that this project builds, in all three languages, are given to the others as Markdown of equal content. All
build from nothing, by turns, on one machine, each in a folder of its own; the first build of ours is one that counts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import tempfile
from datetime import date
from pathlib import Path

import yaml

from macros.system import console
from tests.tools.bench.generator import generate, ids
from tests.tools.bench.measuring import CACHE, Failed, machine, run
from tests.tools.bench.projects import OURS, Engine, others, ours, pages_in
from tests.tools.bench.report import Built, Results, Served, Size, save
from tests.tools.bench.serves import serve

LIMIT = 7200.0
"""Seconds that one build, or one edit, may take unless another limit is given."""
PATIENCE = 300.0
"""Seconds that a build may take for its server to be asked: stock servers build all before they answer."""
RESULTS = Path(__file__).parent / "results"


def rounds_of(records: int) -> int:
    """How often all build by turns: more often where a build is short."""
    return 5 if records <= 100 else 3 if records <= 1000 else 1


def measure(records: int, rounds: int, edits: int, limit: float, rest: list[Engine], work: Path) -> Size:
    """Measures ours and the rest of the engines at one number of records, in a folder that is empty."""
    mine = ours()
    folders = {one.name: work / str(number) for number, one in enumerate([mine, *rest])}
    for folder in folders.values():
        folder.mkdir(parents=True)
    home = folders[mine.name]
    generate(home / "data", records)
    tell(f"{records} records are written")
    checks = [run([*OURS, "check", "--data", "data"], home, limit).seconds for _ in range(2)]
    builds = {one.name: Built() for one in [mine, *rest]}
    build(mine, home, builds[mine.name], limit)
    tell(f"round 1 of {rounds}: {mine.name}: {builds[mine.name].told()}")
    addresses = write_projects(rest, folders, home / "site")
    for number in range(rounds):
        for engine in [mine, *rest]:
            built, folder = builds[engine.name], folders[engine.name]
            if not built.failed and len(built.seconds) <= number:
                build(engine, folder, built, limit)
                tell(f"round {number + 1} of {rounds}: {engine.name}: {built.told()}")
            weigh(built, folder / "site", addresses)
    asked = [one for one in [mine, *rest] if edits and one.serve and not builds[one.name].failed]
    serves = [edit(one, folders[one.name], addresses, edits, builds[one.name], limit) for one in asked]
    return Size(records, len(addresses), builds, checks, serves)


def build(engine: Engine, folder: Path, built: Built, limit: float) -> None:
    """Builds a project from nothing."""
    for name in ("site", CACHE):
        shutil.rmtree(folder / name, ignore_errors=True)
    try:
        took = run(engine.build, folder, limit)
    except Failed as failed:
        if not engine.write:
            raise  # Without our site there is nothing to compare.
        built.failed = str(failed)
        return
    built.seconds.append(took.seconds)
    built.cpu.append(took.cpu)
    built.memory = max(built.memory, took.memory)


def write_projects(engines: list[Engine], folders: dict[str, Path], site: Path) -> list[str]:
    """Writes what the others build, and tells the addresses of all pages."""
    pages = pages_in(site)
    for engine in engines:
        if engine.write:
            engine.write(pages, folders[engine.name])
    return [page.address for page in pages]


def weigh(built: Built, site: Path, addresses: list[str]) -> None:
    """Holds that every page was built, and adds up their sizes, and those of all files."""
    pages = [site / address / "index.html" for address in addresses]
    lost = [page for page in pages if not page.is_file()]
    if lost and not built.failed:
        built.failed = f"{len(lost)} pages were not built, such as {lost[0].relative_to(site)}"
    elif not lost:
        built.html = sum(page.stat().st_size for page in pages)
        built.site = sum(file.stat().st_size for file in site.rglob("*") if file.is_file())


def edit(engine: Engine, folder: Path, addresses: list[str], edits: int, built: Built, limit: float) -> Served:
    """Measures the edits of one record, the middle one: of its summary, what follows the number that is filled in."""
    if engine.write and built.seconds[-1] > PATIENCE:
        return Served(engine.name, failed=f"not asked: a build takes {built.seconds[-1]:.0f} s")
    data = folder.parent / "0/data"
    made = list(ids(data))
    ident = made[len(made) // 2]
    record = next(data.glob(f"*/{ident}.yml"))
    address = next(one for one in addresses if one.startswith("en/") and one.endswith(f"/{ident}/"))
    file = next(folder.glob(f"*/{address}index.md")) if engine.write else record
    sentence = yaml.safe_load(record.read_text("utf-8"))["summary"]["en"].rpartition("}")[2].strip()
    served = serve(engine, folder, address, file, sentence, edits, limit)
    tell(f"edits: {engine.name}: {served.told()}")
    return served


def tell(line: str) -> None:
    """Tells how far the run is."""
    print(line, file=sys.stderr, flush=True)


def main(arguments: list[str]) -> int:
    """Measures and writes the results, again after each number of records."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.bench.builds", description=__doc__)
    parser.add_argument("--records", type=int, nargs="+", default=[100, 1000, 10000])
    parser.add_argument("--rounds", type=int, help="how often all build, whatever the number of records")
    parser.add_argument("--edits", type=int, default=5, help="how often a record is edited; 0 leaves the servers out")
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds that one build, or one edit, may take")
    parser.add_argument("--beside", nargs="+", help="measure only engines whose names hold one of these words")
    parser.add_argument("--alone", action="store_true", help="measure ours only")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the folder to write the results to")
    given = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("told to end"))  # So that servers and folders do not stay.
    rest, absent = ([], []) if given.alone else others()
    rest = [one for one in rest if not given.beside or any(word in one.name for word in given.beside)]
    results = Results(date.today().isoformat(), machine(), os.getloadavg()[0], absent)
    for records in given.records:
        with tempfile.TemporaryDirectory(prefix="bench-") as work:
            rounds = given.rounds or rounds_of(records)
            results.sizes.append(measure(records, rounds, given.edits, given.limit, rest, Path(work)))
        save(results, given.results)
    print((given.results / "builds.md").read_text("utf-8"))
    return 0


if __name__ == "__main__":
    console.prepare()
    sys.exit(main(sys.argv[1:]))
