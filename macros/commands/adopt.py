"""``adopt``: a new bureau's repository."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from macros.adopting.adopt import adopt
from macros.commands import options

NEXT = """已建立 {place}。接着依次运行：

  cd {quoted}
  make import FILE=收到的文件.docx ID=summary-2032-h1   # 导入第一份文件；ID 是编号，也是网址的一部分
  make edit                                             # 在浏览器里核定
  make check && make site                               # 检查，生成网站

每一步怎样做，见其中的 docs/handbook/first-document.md。

Made {place}. Now run, one after the other:

  cd {quoted}
  make import FILE=received.docx ID=summary-2032-h1     # takes up the first document; ID is its name in addresses
  make edit                                             # decide on the drafts, in the browser
  make check && make site                               # check, and build the site

Each step is explained there in docs/en/handbook/first-document.md."""


@click.command()
@click.option("--name", required=True, help="机构的中文名称 the Chinese name of the bureau")
@click.option(
    "--en",
    "english",
    default="",
    help="机构的英文名称，不写的只有中文 its English name; without it, Chinese alone",
)
@click.option("--dir", "folder", type=options.FolderOption("DIR"), required=True, help="新文件夹 a new folder")
def command(name: str, english: str, folder: Path) -> None:
    """Exit status 2, and nothing written, where a name or the folder will not do."""
    place = adopt(name, english, folder).as_posix()
    print(NEXT.format(place=place, quoted=shlex.quote(place)))
