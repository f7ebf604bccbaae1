"""Lists every locked package with its licence in docs/maintainers/dependencies.md: ``make licences``.

A licence is what the package itself states. Where that is no SPDX name, it was read in the licence file by a person.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata

from license_expression import ExpressionError, Licensing, get_spdx_licensing

from macros.system import console
from tests.tools.supply.locks import PURPOSES, TABLE, locked_in, node_packages, written

NODE_PURPOSE = "page audit"

PERMISSIVE = frozenset(
    "0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MIT-0 MIT-CMU PSF-2.0 Unlicense "
    "Zlib".split()
)
"""Nothing is asked beyond the notices."""
ALLOWED = {
    "site": PERMISSIVE | {"MPL-2.0"},
    "tool": PERMISSIVE | {"MPL-2.0", "LGPL-3.0-only", "Artistic-1.0-Perl", "GPL-2.0-or-later"},
}
"""What the site may be built with, and what may check it. Whoever builds installs them; the project passes none on.

MPL-2.0 binds changes to its own files only. The copyleft licences bind who distributes the tool or links with it, and a
tool that only runs beside the project in tests is neither; GPL-2.0-or-later is there as one of two to choose from.
"""

SPDX = {
    "BSD 3-Clause license": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "MIT License": "MIT",
    "MIT license": "MIT",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""Names that leave no doubt which licence is meant."""
READ = {
    "axe-playwright-python": "MIT",
    "colorama": "BSD-3-Clause",
    "defusedxml": "PSF-2.0",
    "hjson": "MIT OR AFL-2.1",
    "isodate": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "pip-api": "Apache-2.0",
    "properdocs": "BSD-2-Clause",  # stated, but never installed beside MkDocs
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",  # its own, and PDFium's; those of what PDFium links are as permissive
    "segno": "BSD-3-Clause",
    "text-unidecode": "Artistic-1.0-Perl OR GPL-2.0-or-later",
}
"""Read in the package's own licence file, since what it states elsewhere is nothing, or could be several."""

HEAD = """# What the project is built and checked with

Every locked package, its licence, and what it is for; written by `make licences`, held against the lock files and the
packages' own words by `tests/test_supply.py`. None of it is part of the project or of the published site, with one
exception: `overrides/scripts/english-stemmer.js` is made by Snowball (BSD-3-Clause; its licence stands beside it).

所有锁定的软件包、各自的许可及用途，由 `make licences` 生成。除英文词干提取脚本外，均不随本项目或网站分发。

"""


def stated(name: str) -> str | None:
    """The SPDX name of the licence that an installed package states; None where it is not installed or states none."""
    if name in READ:
        return READ[name]
    try:
        said = metadata(name).json
    except PackageNotFoundError:
        return None
    classified = [one.rpartition(" :: ")[2] for one in said.get("classifier", []) if one.startswith("License ::")]
    names = (str(said.get("license_expression", "")), str(said.get("license", "")), *classified)
    return next((SPDX.get(one, one) for one in names if one and known(SPDX.get(one, one))), None)


@cache
def known(licence: str) -> bool:
    """Whether this is an SPDX expression."""
    try:
        return not spdx().validate(licence).errors
    except ExpressionError:
        return False


@cache
def spdx() -> Licensing:
    """Every licence that SPDX has a name for; it takes a while to read."""
    return get_spdx_licensing()


def allowed(licence: str, purpose: str) -> bool:
    """Whether a package under this licence may be used for this; of several to choose from, one will do."""
    these = ALLOWED["site" if purpose == "site" else "tool"]
    choices = licence.replace("(", "").replace(")", "").split(" OR ")
    return any(all(part in these for part in choice.split(" AND ")) for choice in choices)


def purposes() -> dict[str, str]:
    """What each locked package is for: the first of the lock files that has it."""
    found: dict[str, str] = {}
    for file, purpose in PURPOSES.items():
        for one in locked_in(file):
            found.setdefault(one.name, purpose)
    return found


def rows() -> dict[tuple[str, str], str]:
    """The licences as they should stand; a package for another system, not installed here, keeps its row."""
    before = written()
    found = {(name, purpose): stated(name) or before.get((name, purpose), "?") for name, purpose in purposes().items()}
    node = {(name, NODE_PURPOSE): said.get("license", "?").strip("()") for name, said in node_packages().items()}
    return dict(sorted(found.items())) | dict(sorted(node.items()))


def main() -> int:
    """Writes the table; fails where a licence is unknown or not allowed."""
    found = rows()
    lines = [f"| `{name}` | {licence} | {purpose} |" for (name, purpose), licence in found.items()]
    TABLE.write_text(HEAD + "\n".join(["| package | licence | for |", "| --- | --- | --- |", *lines, ""]), "utf-8")
    refused = [f"{name}: {licence}" for (name, purpose), licence in found.items() if not allowed(licence, purpose)]
    print(f"{len(found)} packages, {len(refused)} under a licence unknown or not allowed", *refused, sep="\n")
    return 1 if refused else 0


if __name__ == "__main__":
    console.prepare()
    sys.exit(main())
