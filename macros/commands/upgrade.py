"""``upgrade``: a later release of the software."""

from __future__ import annotations

import subprocess
import sys

import click

from macros.adopting.upgrade import upgrade
from macros.system.checkout import ROOT


@click.command()
@click.option("--from", "source", required=True, help="软件仓库 the software's repository, an address or a path")
@click.option("--release", default="main", help="标签或分支 a tag or branch")
@click.option("--keep", is_flag=True, help="保留本仓库改过的软件文件 keep the software's files that were changed here")
def command(source: str, release: str, keep: bool) -> None:
    """Exit status 2, and nothing changed, where it cannot be taken; 1 where the data must change for it."""
    count = upgrade(ROOT, source, release, keep)
    print(f"软件文件更新 {count} 个。 {count} of the software's files changed.", flush=True)
    if subprocess.run([sys.executable, "-m", "macros", "check"], cwd=ROOT, check=False).returncode:
        print("新版本要求改动以上数据。 The release asks for these changes of the data.", file=sys.stderr)
        sys.exit(1)
