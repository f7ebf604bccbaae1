"""The commands of publishing: ``publish``, ``rollback``, ``verify`` and ``ledger``."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros.console import concerning
from macros.problems import Said
from macros.publishing import ledger, sums, target
from macros.publishing.live import Folder, Unreachable, live_at
from macros.publishing.verifying import has_copies, record_of
from macros.publishing.verifying import verify as compared

SHOWN = 20
"""File names that a message lists."""


def publish(given: argparse.Namespace) -> int:
    """publish the built site at a place (a folder, or host:folder): upload, check, swap in whole"""
    place = target.parsed(given.target, given.ssh)
    if place is None:
        return failed(NO_TARGET)
    reason = not_whole(given.site)
    if reason:
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

    def build_for(address: str) -> tuple[dict[str, str], dict[str, Any]] | None:
        from macros.building import build

        os.environ["SITE_ADDRESS"] = address
        with tempfile.TemporaryDirectory() as folder, concerning(folder):
            site = Path(folder, "site")
            if build(given.data, site, compress=has_copies(live)) is None:
                return None
            return sums.sums_of(site), record_of(Folder(site))

    try:
        return compared(live, build_for, print)
    except Unreachable as stopped:
        return failed(Said(f"读不到：{stopped}", f"Cannot be read: {stopped}")) + 1


def add_to_ledger(given: argparse.Namespace) -> int:
    """add what the built site holds to the ledger of published addresses"""
    with concerning(given.data / ledger.LEDGER):
        new = ledger.add(given.data, given.site)
    file = (given.data / ledger.LEDGER).as_posix()
    if new:
        print(f"网址台账新增 {new} 处，请提交 {file}。 {new} new in the ledger; commit {file}.")
    else:
        print(f"网址台账没有变化。 Nothing new for the ledger, {file}.")
    return 0


def not_whole(site: Path) -> Said | None:
    """Why a site must not be published, if so: its build is not whole, or somebody changed it since."""
    if not (site / sums.SUMS).is_file():
        return Said(
            f"{site.as_posix()} 里没有 {sums.SUMS}，不是完整生成的网站；请先运行 make site。",
            f"{site.as_posix()} holds no {sums.SUMS}, so it is no finished site; run make site first.",
        )
    try:
        wrong = sums.differences(site)
    except sums.NotSums:
        wrong = [sums.SUMS]
    if not wrong:
        return None
    listed = ", ".join(wrong[:SHOWN])
    return Said(
        f"{site.as_posix()} 与它的 {sums.SUMS} 不符：{listed}；请重新运行 make site。",
        f"{site.as_posix()} is not as its {sums.SUMS} says: {listed}; run make site again.",
    )


NO_TARGET = Said(
    "请用 TARGET= 写明发布到哪里：一个文件夹，或“主机:文件夹”。",
    "Say where to publish with TARGET=: a folder, or host:folder.",
)


NO_PLACE = Said(
    "请用 URL= 写明要核对的网站：以 https:// 或 http:// 开头的网址，或者一个文件夹。",
    "Say with URL= which site to verify: an address beginning with https:// or http://, or a folder.",
)


def failed(said: Said) -> int:
    """Tells why nothing was done."""
    print(f"{said.zh}\n{said.en}", file=sys.stderr)
    return 1


def options(name: str, command: argparse.ArgumentParser) -> None:
    """The options that only these commands have."""
    if name == "verify":
        command.add_argument("--url", default="", help="the live site: an address, or a folder")
    if name in ("publish", "rollback"):
        command.add_argument("--target", default="", help="a folder, host:folder or ssh://host:port/folder")
        command.add_argument(
            "--ssh", default=os.environ.get("SSH_COMMAND") or "ssh", help="the command to connect with"
        )
        command.add_argument("--keep", type=int, default=5, help="how many releases stay at the target")


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "publish": publish,
    "rollback": rollback,
    "verify": verify,
    "ledger": add_to_ledger,
}
