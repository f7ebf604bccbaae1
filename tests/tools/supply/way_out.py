"""Builds the site with MkDocs and with ProperDocs and compares them byte by byte: ``make properdocs``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from macros.system import console
from tests.places import ROOT

ONE_DAY = os.environ | {"SOURCE_DATE_EPOCH": "0"}
"""Both are built on the same day, as far as the engine can tell: it writes the time into what it compresses."""


def without_versions(record: bytes) -> bytes:
    """The build record but for what the site was built with, which is what differs."""
    said = json.loads(record)
    said.pop("versions", None)
    return json.dumps(said).encode()


def without_record(sums: bytes) -> bytes:
    """The checksums but for that of the build record."""
    return b"\n".join(line for line in sums.splitlines() if not line.endswith(b"  build.json"))


EXPECTED: Mapping[str, Callable[[bytes], bytes]] = {"build.json": without_versions, "SHA256SUMS": without_record}
"""The only files that may differ, and what is left of each to compare."""


def compare(one: Path, other: Path) -> list[str]:
    """How the second folder differs from the first: every file missing, added or changed that is not expected to be."""
    left, right = contents(one), contents(other)
    return [
        f"{name}: {'missing' if name not in right else 'added' if name not in left else 'changed'}"
        for name in sorted(left.keys() | right.keys())
        if left.get(name) != right.get(name)
    ]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, as far as it is to be compared."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: EXPECTED.get(name, bytes)(path.read_bytes()) for name, path in files.items()}


def main(arguments: list[str]) -> int:
    """Builds with this Python, and with the one named that has ProperDocs; fails where the sites differ."""
    data, other = arguments
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder, "mkdocs", "site"), Path(folder, "properdocs", "site")
        for python, module, site in (
            (sys.executable, "macros", ours),
            (other, "tests.tools.supply.with_properdocs", theirs),
        ):
            command = [python, "-m", module, "build", "--data", data, "--site", str(site)]
            if subprocess.run(command, cwd=ROOT, env=ONE_DAY, stdout=subprocess.DEVNULL, check=False).returncode:
                print(f"{module}: 未能生成。 Nothing was built.", file=sys.stderr)
                return 1
        differences = compare(ours, theirs)
        pages = sum(1 for _ in ours.rglob("*.html"))
        print(*differences, f"{len(contents(ours))} files, {pages} pages; {len(differences)} differ", sep="\n")
    return 1 if differences else 0


if __name__ == "__main__":
    console.prepare()
    sys.exit(main(sys.argv[1:]))
