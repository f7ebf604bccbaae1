"""``upgrade``: a later release of the software."""

from __future__ import annotations

import subprocess
import sys

import click

from macros.adopting.upgrade import upgrade
from macros.system.checkout import ROOT

SITE_PACKAGES = "requirements/site.txt"
"""What the site is built with: where a release changes it, the packages must be installed again before the check."""


@click.command()
@click.option("--from", "source", required=True, help="软件仓库 the software's repository, an address or a path")
@click.option("--release", default="main", help="标签或分支 a tag or branch")
@click.option("--keep", is_flag=True, help="保留本仓库改过的软件文件 keep the software's files that were changed here")
def command(source: str, release: str, keep: bool) -> None:
    """Exit status 2, and nothing changed, where it cannot be taken; 1 where the data must change for it."""
    changed = upgrade(ROOT, source, release, keep)
    print(f"软件文件更新 {len(changed)} 个。 {len(changed)} of the software's files changed.", flush=True)
    if SITE_PACKAGES in changed:
        print(
            "软件包有变化：请运行 make check，它会先安装；没有 make 时，先运行 "
            f"python -m pip install --require-hashes -r {SITE_PACKAGES}，再运行 python -m macros check。 "
            f"The packages changed: run make check, which installs them first, or without make "
            f"python -m pip install --require-hashes -r {SITE_PACKAGES}, then python -m macros check."
        )
        return
    if subprocess.run([sys.executable, "-m", "macros", "check"], cwd=ROOT, check=False).returncode:
        print("新版本要求改动以上数据。 The release asks for these changes of the data.", file=sys.stderr)
        sys.exit(1)
