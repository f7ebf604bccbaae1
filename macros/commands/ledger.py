"""``ledger``: what the built site holds is added to the ledger of published addresses."""

from __future__ import annotations

from pathlib import Path

import click

from macros.commands import options
from macros.problems import Refused
from macros.publishing import ledger_writing
from macros.publishing.site_folder import files_of_ours
from macros.records.kinds import BUREAU
from macros.records.ledger import LEDGER, read_ledger
from macros.system import checksums
from macros.system.console import concerning
from macros.text.languages import Bilingual

MOST_NAMES = 20
"""File names that a message lists."""


@click.command()
@options.DATA
@options.SITE
def command(data: Path, site: Path) -> None:
    """Exit status 2, and the ledger as it was, where the site is not one of ours as it was built."""
    if reason := not_ready_for_ledger(data, site):
        raise Refused(reason)
    add_to_ledger(data, site)


def add_to_ledger(data: Path, site: Path) -> None:
    """Adds, and tells how much."""
    with concerning(data / LEDGER):
        new = ledger_writing.add(data, site)
    file = (data / LEDGER).as_posix()
    if new:
        print(f"公布台账新增 {new} 处，请提交 {file}。 {new} new in the ledger; commit {file}.")
    else:
        print(f"公布台账没有变化。 Nothing new for the ledger, {file}.")


def not_ready_for_ledger(data: Path, site: Path) -> Bilingual | None:
    """Why what a site holds must not be entered in the ledger of a data folder, if so; publishing enters it too."""
    if not (data / BUREAU.place).is_file():
        return Bilingual(
            f"{data} 里没有 {BUREAU.place}，不是数据文件夹；请用 DATA= 写明。",
            f"{data} holds no {BUREAU.place}, so it is no data folder; name one with DATA=.",
        )
    file = data / LEDGER
    if (file.exists() or file.is_symlink()) and not checksums.is_plain(file):
        return Bilingual(
            f"{file.as_posix()} 不是普通文件（可能是链接或文件夹）；请换成文件本身。",
            f"{file.as_posix()} is no plain file but a link or a folder; put the file itself there.",
        )
    if unread := read_ledger(data).unread:
        lines = ", ".join(map(str, unread[:MOST_NAMES]))
        return Bilingual(
            f"{file.as_posix()} 有读不懂的行（第 {lines} 行），写入会丢失；请先恢复台账。",
            f"{file.as_posix()} has lines that cannot be read ({lines}) and would be lost; restore the ledger first.",
        )
    return not_whole(site)


def not_whole(site: Path) -> Bilingual | None:
    """Why a site must not be published, if so: its build is not whole, or somebody changed it since."""
    if not files_of_ours(site):
        needed = checksums.SUMS, checksums.BUILD_RECORD
        return Bilingual(
            f"{site.as_posix()} 不是完整生成的网站（要有 {needed[0]} 和 {needed[1]}）；请先运行 make site。",
            f"{site.as_posix()} is no finished site ({needed[0]} and {needed[1]} belong in it); run make site first.",
        )
    wrong = checksums.differences(site)
    if not wrong:
        return None
    listed = ", ".join(wrong[:MOST_NAMES])
    return Bilingual(
        f"{site.as_posix()} 与它的 {checksums.SUMS} 不符：{listed}；请重新运行 make site。",
        f"{site.as_posix()} is not as its {checksums.SUMS} says: {listed}; run make site again.",
    )
