"""``adopt``: a new bureau's repository."""

from __future__ import annotations

from pathlib import Path

import click

from macros.adopting.adopt import adopt
from macros.commands import options


@click.command()
@click.option("--name", required=True, help="机构的中文名称 the Chinese name of the bureau")
@click.option("--en", "english", default="", help="机构的英文名称 its English name")
@click.option("--dir", "folder", type=options.FolderOption("DIR"), required=True, help="新文件夹 a new folder")
def command(name: str, english: str, folder: Path) -> None:
    """Exit status 2, and nothing written, where a name or the folder will not do."""
    place = adopt(name, english, folder)
    print(f"已建立 {place.as_posix()}；请到其中运行 make check。 Made; run make check there.")
