"""The long runs: ``python -m tests.publishing --kills 60 --swaps 100``. The swaps need nginx and wrk."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from macros.system import console
from tests.places import DATA
from tests.publishing.killing import kill_builds, kill_often
from tests.publishing.loading import available, swap_under_load
from tests.publishing.sites import data_folder, small_site


def main() -> int:
    """Runs what was asked for; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--builds", type=int, default=0, help="builds of the demonstration that are killed")
    parser.add_argument("--swaps", type=int, default=0)
    parser.add_argument("--pages", type=int, default=300, help="pages of the sites whose publication is killed")
    parser.add_argument("--seed", type=int, default=time.time_ns())
    parser.add_argument("--folder", default="", help="where to publish; in memory it takes less time than on a disk")
    given = parser.parse_args()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(dir=given.folder or None) as name:
        folder = Path(name)
        folder.chmod(0o755)
        if given.kills:
            data = data_folder(folder / "data")
            sites = {one: small_site(folder / one, one, given.pages) for one in ("one", "two")}
            found = kill_often(folder / "killed", sites, data, given.kills, given.seed)
            print(f"seed {given.seed}; killed, and what was served then: {dict(found)}")
        if given.builds:
            (folder / "built").mkdir()
            found = kill_builds(folder / "built/site", DATA, given.builds, given.seed)
            print(f"seed {given.seed}; builds killed: {dict(found)}")
        if given.swaps and not available():
            wrong.append("nginx and wrk are not installed")
        elif given.swaps:
            (folder / "load").mkdir()
            wrong += swap_under_load(folder / "load", given.swaps)
    print("\n".join([*wrong[:40], f"{len(wrong)} went wrong"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    console.prepare()
    sys.exit(main())
