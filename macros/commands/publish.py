"""``publish``: the built site, uploaded, checked and swapped in whole."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import click

from macros.commands import options
from macros.commands.ledger import add_to_ledger, not_ready_for_ledger
from macros.commands.rollback import NO_TARGET
from macros.problems import Refused
from macros.publishing import upload
from macros.publishing.build_record import digest_of_folder
from macros.publishing.site_folder import check_apart, holds, refused
from macros.system import checksums
from macros.text.languages import Bilingual

FEWEST_KEPT = 2


class Releases(click.ParamType[int]):
    """How many releases stay at the target: two at least, the live one and one to go back to."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Raises Refused for anything else."""
        if not re.fullmatch("[0-9]{1,4}", str(value)) or int(value) < FEWEST_KEPT:
            raise Refused(
                Bilingual(
                    f"KEEP 须是 {FEWEST_KEPT} 到 9999 的整数，此处为“{value}”；再少就没有可以恢复的版本。",
                    f'KEEP must be from {FEWEST_KEPT} to 9999, not "{value}"; with fewer there is none to go back to.',
                )
            )
        return int(value)


@click.command()
@options.DATA
@options.SITE
@options.TARGET
@options.SSH
@click.option("--keep", type=Releases(), default=5, help="保留几个版本 how many releases stay at the target")
def command(data: Path, site: Path, target: str, ssh: str, keep: int) -> None:
    """Exit status 1, and the live site as it was, where anything stands in the way."""
    place = upload.target_named(target, ssh)
    if place is None:
        raise Refused(NO_TARGET)
    if not place.through:
        check_target(Path(place.folder), data, site)
    if reason := not_ready_for_ledger(data, site) or of_other_data(site, data):
        raise Refused(reason)
    try:
        release = upload.publish(place, site, checksums.release_of(site), keep)
    except upload.Failed as stopped:
        print(stopped, file=sys.stderr)
        sys.exit(1)
    print(f"已发布：{target} 的 {release}。 Published: {release} at {target}.")
    add_to_ledger(data, site)


def check_target(folder: Path, data: Path, site: Path) -> None:
    """Raises Refused unless a folder on this machine may be published to: apart from all that is ours, and the site."""
    target = check_apart(folder, data, "TARGET")
    if holds(site.resolve(), target) or holds(target, site.resolve()):
        raise refused(target, "它在要发布的网站之内，或包含它", "it lies within the site, or holds it", "TARGET")


def of_other_data(site: Path, data: Path) -> Bilingual | None:
    """Why a site is not published for a data folder, if so: what was checked is not what it was built from."""
    made_from = json.loads((site / checksums.BUILD_RECORD).read_bytes())["data"]
    if made_from in (None, digest_of_folder(data)):
        return None
    return Bilingual(
        f"{site.as_posix()} 不是由现在的 {data.as_posix()} 生成的；请重新运行 make site。",
        f"{site.as_posix()} was not built from what {data.as_posix()} holds now; run make site again.",
    )
