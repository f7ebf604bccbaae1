"""``build``: the whole site, beside the old one and then in its place."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from macros.building.build import build
from macros.commands import options
from macros.commands.check import summary
from macros.problems import Format, MessageLanguage
from macros.system import console
from macros.system.checksums import site_files


@click.command()
@options.DATA
@options.SITE
@options.FORM
@options.LANGUAGE
@click.option("--compress", is_flag=True, help="另存 gzip 和 brotli 压缩文件 add gzip and brotli copies of the files")
def command(data: Path, site: Path, form: Format, language: MessageLanguage, compress: bool) -> None:
    """Exit status 1, and nothing built, where there is a problem."""
    started = time.perf_counter()
    with console.concerning(site):
        register = build(data, site, form, language, compress)
    if register is None:
        print("\n未生成网站，原有内容不变。 Nothing was built; the site is as it was.", file=sys.stderr)
        sys.exit(1)
    pages = sum(name.endswith(".html") for name, _ in site_files(site))
    print(summary(register, data, language))
    print(f"网页 pages: {pages}; {time.perf_counter() - started:.1f} s; {site.as_posix()}")
