"""Builds the site, and the same pages with stock Material, and has both judged in one run: ``make audit``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from macros.building.build import build
from macros.system import console
from macros.text.languages import CHINESE
from tests.places import ROOT
from tests.serving import Compressed, served
from tests.tools.audit.markup import markup
from tests.tools.audit.scores import CATEGORIES, median
from tests.tools.bench.corpus import pages_of, write_stock

PAGES = ("", "work-areas/projects/", "figures/", "sources/h1-work-summary/")


def main(arguments: list[str]) -> int:
    """Prints what the judges say; fails where the markup has errors or a page of ours scores below the aim."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.audit", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of Lighthouse a page; the middle one counts")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        ours = Path(folder) / "ours" / "site"
        if not build(ROOT / "data", ours):
            return 1
        faults = markup(ours)
        print(f"Nu HTML checker: {len(list(ours.rglob('*.html')))} pages, {len(faults)} messages", *faults, sep="\n")
        stock = write_stock(pages_of(ours, CHINESE), CHINESE, Path(folder) / "stock")
        print(f"\n| page | site | {' | '.join(CATEGORIES)} | bytes | requests | layout shift |\n|{'---|' * 9}")
        low = False
        for page in PAGES:
            for name, site in (("ours", ours), ("stock Material", stock)):
                with served(site, at_root=True, handler=Compressed) as address:
                    one = median(address + page, given.runs)
                numbers = (*one.scores, one.weight, one.requests, one.shift)
                print(f"| /{page} | {name} | {' | '.join(map(str, numbers))} |", *one.faults, flush=True)
                low |= name == "ours" and min(one.scores[1:]) < 100
    return 1 if low or any(": error:" in fault for fault in faults) else 0


if __name__ == "__main__":
    console.prepare()
    sys.exit(main(sys.argv[1:]))
