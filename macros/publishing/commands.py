"""The commands of publishing: ``publish``, ``rollback``, ``verify`` and ``ledger``."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.console import concerning
from macros.problems import Refused, Said
from macros.publishing import ledger, sums, target
from macros.publishing.build_record import digest_of_folder
from macros.publishing.live import Unreachable, Web, live_at
from macros.publishing.scratch import temporary_folder
from macros.publishing.site_folder import check_apart, files_of_ours, holds, refused
from macros.publishing.verifying import Built, has_copies
from macros.publishing.verifying import verify as compared
from macros.records.kinds import BUREAU

ADDRESS = "SITE_ADDRESS"
"""The variable that says for which address to build."""
FEWEST_KEPT = 2
SHOWN = 20
"""File names that a message lists."""


def publish(given: argparse.Namespace) -> int:
    """publish the built site at a place (a folder, or host:folder): upload, check, swap in whole"""
    place = target.parsed(given.target, given.ssh)
    if place is None:
        return failed(NO_TARGET)
    if not place.through:
        check_target(Path(place.folder), given.data, given.site)
    if reason := not_ready_for_ledger(given) or of_other_data(given.site, given.data):
        return failed(reason)
    try:
        release = target.publish(place, given.site, sums.release_of(given.site), given.keep)
    except target.Failed as stopped:
        print(stopped, file=sys.stderr)
        return 1
    print(f"已发布：{given.target} 的 {release}。 Published: {release} at {given.target}.")
    return add_to_ledger(given)


def rollback(given: argparse.Namespace) -> int:
    """go back to the release before the live one"""
    place = target.parsed(given.target, given.ssh)
    if place is None:
        return failed(NO_TARGET)
    try:
        release = target.rollback(place)
    except target.Failed as stopped:
        print(stopped, file=sys.stderr)
        return 1
    print(f"已恢复：{given.target} 的 {release}。 Back at {release}, {given.target}.")
    return 0


def verify(given: argparse.Namespace) -> int:
    """build the site anew and compare it with a live one (an address or a folder), file by file"""
    live = live_at(given.url)
    if live is None:
        return failed(NO_PLACE)
    # Else the build's own address: what the live site says of itself is not believed.
    address = given.address or (live.address if isinstance(live, Web) else "")

    def build_here() -> Built | None:
        from macros.building import build

        with temporary_folder() as folder, stated(address), concerning(folder):
            site = folder / "site"
            built = build(given.data, site, compress=has_copies(live))
            return Built.of(site, ledger.read_ledger(given.data).files) if built else None

    try:
        return compared(live, build_here, print)
    except Unreachable as stopped:
        return failed(Said(f"读不到：{stopped}", f"Cannot be read: {stopped}")) + 1


@contextmanager
def stated(address: str) -> Iterator[None]:
    """Has a build be for an address, if one is given."""
    before = os.environ.get(ADDRESS)
    if address:
        os.environ[ADDRESS] = address
    try:
        yield
    finally:
        os.environ.pop(ADDRESS, None)
        if before is not None:
            os.environ[ADDRESS] = before


def add_to_ledger(given: argparse.Namespace) -> int:
    """add what the built site holds to the ledger of published addresses"""
    if reason := not_ready_for_ledger(given):
        return failed(reason)
    with concerning(given.data / ledger.LEDGER):
        new = ledger.add(given.data, given.site)
    file = (given.data / ledger.LEDGER).as_posix()
    if new:
        print(f"公布台账新增 {new} 处，请提交 {file}。 {new} new in the ledger; commit {file}.")
    else:
        print(f"公布台账没有变化。 Nothing new for the ledger, {file}.")
    return 0


def not_ready_for_ledger(given: argparse.Namespace) -> Said | None:
    """Why what a site holds must not be entered in the ledger of a data folder, if so; publishing enters it too."""
    if not (given.data / BUREAU.place).is_file():
        return Said(
            f"{given.data} 里没有 {BUREAU.place}，不是数据文件夹；请用 DATA= 写明。",
            f"{given.data} holds no {BUREAU.place}, so it is no data folder; name one with DATA=.",
        )
    file = given.data / ledger.LEDGER
    if (file.exists() or file.is_symlink()) and not sums.is_plain(file):
        return Said(
            f"{file.as_posix()} 不是普通文件（可能是链接或文件夹）；请换成文件本身。",
            f"{file.as_posix()} is no plain file but a link or a folder; put the file itself there.",
        )
    if unread := ledger.read_ledger(given.data).unread:
        lines = ", ".join(map(str, unread[:SHOWN]))
        return Said(
            f"{file.as_posix()} 有读不懂的行（第 {lines} 行），写入会丢失；请先恢复台账。",
            f"{file.as_posix()} has lines that cannot be read ({lines}) and would be lost; restore the ledger first.",
        )
    return not_whole(given.site)


def check_target(folder: Path, data: Path, site: Path) -> None:
    """Raises Refused unless a folder on this machine may be published to: apart from all that is ours, and the site."""
    target = check_apart(folder, data, "TARGET")
    if holds(site.resolve(), target) or holds(target, site.resolve()):
        raise refused(target, "它在要发布的网站之内，或包含它", "it lies within the site, or holds it", "TARGET")


def not_whole(site: Path) -> Said | None:
    """Why a site must not be published, if so: its build is not whole, or somebody changed it since."""
    if not files_of_ours(site):
        return Said(
            f"{site.as_posix()} 不是完整生成的网站（要有 {sums.SUMS} 和 {sums.RECORD}）；请先运行 make site。",
            f"{site.as_posix()} is no finished site ({sums.SUMS} and {sums.RECORD} belong in it); run make site first.",
        )
    wrong = sums.differences(site)
    if not wrong:
        return None
    listed = ", ".join(wrong[:SHOWN])
    return Said(
        f"{site.as_posix()} 与它的 {sums.SUMS} 不符：{listed}；请重新运行 make site。",
        f"{site.as_posix()} is not as its {sums.SUMS} says: {listed}; run make site again.",
    )


def of_other_data(site: Path, data: Path) -> Said | None:
    """Why a site is not published for a data folder, if so: what was checked is not what it was built from."""
    made_from = json.loads((site / sums.RECORD).read_bytes())["data"]
    if made_from in (None, digest_of_folder(data)):
        return None
    return Said(
        f"{site.as_posix()} 不是由现在的 {data.as_posix()} 生成的；请重新运行 make site。",
        f"{site.as_posix()} was not built from what {data.as_posix()} holds now; run make site again.",
    )


NO_TARGET = Said(
    "请用 TARGET= 写明发布到哪里：一个文件夹，或“主机:文件夹”；不用“~”，从登录后的文件夹写起即可。",
    "Say where to publish with TARGET=: a folder, or host:folder. Leave ~ out: paths start in the login folder.",
)


NO_PLACE = Said(
    "请用 URL= 写明要核对的网站：以 https:// 或 http:// 开头的网址（不带 ? 和 #），或者一个文件夹。",
    "Say with URL= which site to verify: an address beginning with https:// or http://, without ? or #, or a folder.",
)


def failed(said: Said) -> int:
    """Tells why nothing was done."""
    print(f"{said.zh}\n{said.en}", file=sys.stderr)
    return 1


def releases_kept(text: str) -> int:
    """Reads how many releases stay: two at least, the live one and one to go back to."""
    if not re.fullmatch("[0-9]{1,4}", text) or int(text) < FEWEST_KEPT:
        raise Refused(
            Said(
                f"KEEP 须是 {FEWEST_KEPT} 到 9999 的整数，此处为“{text}”；少于 {FEWEST_KEPT} 就没有可以恢复的版本。",
                f'KEEP must be from {FEWEST_KEPT} to 9999, not "{text}"; with fewer there is none to go back to.',
            )
        )
    return int(text)


def options(name: str, command: argparse.ArgumentParser) -> None:
    """The options that only these commands have."""
    if name == "verify":
        command.add_argument("--url", default="", help="the live site: an address, or a folder")
        command.add_argument(
            "--address", default="", help="the address it was built for, where that is not the one it is asked at"
        )
    if name in ("publish", "rollback"):
        command.add_argument("--target", default="", help="a folder, host:folder or ssh://host:port/folder")
        command.add_argument(
            "--ssh", default=os.environ.get("SSH_COMMAND") or "ssh", help="the command to connect with"
        )
        command.add_argument("--keep", type=releases_kept, default=5, help="how many releases stay at the target")


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "publish": publish,
    "rollback": rollback,
    "verify": verify,
    "ledger": add_to_ledger,
}
