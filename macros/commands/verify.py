"""``verify``: a live site compared, file by file, with a fresh build."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from macros.building.build import build
from macros.commands import options
from macros.problems import Refused
from macros.publishing.compare_sites import Built, has_copies, verify
from macros.publishing.live_site import Unreachable, Web, live_at
from macros.records.ledger import read_ledger
from macros.system.console import concerning
from macros.system.temporary_folders import temporary_folder
from macros.text.languages import Bilingual

ADDRESS_VARIABLE = "SITE_ADDRESS"
"""The variable that says for which address to build."""
NO_PLACE = Bilingual(
    "请用 URL= 写明要核对的网站：以 https:// 或 http:// 开头的网址（不带 ? 和 #），或者一个文件夹。",
    "Say with URL= which site to verify: an address beginning with https:// or http://, without ? or #, or a folder.",
)


@click.command()
@options.DATA
@click.option("--url", default="", help="公布的网站：网址或文件夹 the live site: an address, or a folder")
@click.option("--address", default="", help="为哪个网址生成 the address it was built for, if another")
def command(data: Path, url: str, address: str) -> None:
    """Exit status 1 where anything differs that may not."""
    live = live_at(url)
    if live is None:
        raise Refused(NO_PLACE)
    # Else the build's own address: what the live site says of itself is not believed.
    address = address or (live.address if isinstance(live, Web) else "")

    def build_here() -> Built | None:
        with temporary_folder() as folder, stated(address), concerning(folder):
            site = folder / "site"
            built = build(data, site, compress=has_copies(live))
            return Built.of(site, read_ledger(data).files) if built else None

    try:
        sys.exit(verify(live, build_here, print))
    except Unreachable as stopped:
        raise Refused(Bilingual(f"读不到：{stopped}", f"Cannot be read: {stopped}")) from stopped


@contextmanager
def stated(address: str) -> Iterator[None]:
    """Has a build be for an address, if one is given."""
    before = os.environ.get(ADDRESS_VARIABLE)
    if address:
        os.environ[ADDRESS_VARIABLE] = address
    try:
        yield
    finally:
        os.environ.pop(ADDRESS_VARIABLE, None)
        if before is not None:
            os.environ[ADDRESS_VARIABLE] = before
