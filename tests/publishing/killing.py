"""Kills publications and builds at random moments; a site must always be wholly the old or wholly the new one."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

from macros.records.ledger import read_ledger
from macros.system.checksums import differences
from tests.places import ROOT
from tests.publishing.sites import PUBLISH, command, run, served

LESS = 0.9
"""What is left of the time that a run is thought to take, when one has ended before it was to be killed: the machine
may have had other work while it was measured."""


def kill_at(moment: float, arguments: list[str]) -> bool:
    """Starts a command and kills it and all it has started after so many seconds; False where it ended before."""
    process = subprocess.Popen(
        arguments, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(moment)
        return False
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True


def duration(arguments: list[str]) -> float:
    """How long a command takes when nobody disturbs it."""
    started = time.perf_counter()
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    return time.perf_counter() - started


def kill_often(target: Path, sites: dict[str, Path], data: Path, kills: int, seed: int = 0) -> Counter[str]:
    """Publishes two sites in turn, killed ``kills`` times at random moments; returns what each moment led to.

    After every kill the site served is compared file by file with either; the next publication clears away what was
    left, which shows in that nothing but the lock, the link and whole releases is there after one that ended well.
    """
    chance, found = random.Random(seed), Counter[str]()
    names = list(sites)
    assert run(*command("publish", target, sites[names[0]], data)).returncode == 0
    takes = duration(command("publish", target, sites[names[1]], data))
    live, number = names[1], 0
    known = read_ledger(data).addresses
    while found.total() - found["ended before"] < kills:
        wanted = names[number % 2]
        number += 1
        if wanted == live:
            continue
        before, arguments = live, command("publish", target, sites[wanted], data)
        killed = kill_at(chance.uniform(takes * 0.3, takes * 1.05), arguments)
        live = str(served(target, sites))
        assert live in (before, wanted)
        if not killed:
            assert live == wanted, "a publication that nobody killed has failed"
            takes *= LESS
        ledger = read_ledger(data)
        assert not ledger.unread and ledger.addresses == known, "the ledger is not as it was"
        left = leftovers(target)
        outcome = "ended before" if not killed else ("new" if live == wanted else "old")
        found[outcome + (", with leftovers" if killed and left else "")] += 1
    assert run(*command("publish", target, sites[next(name for name in names if name != live)], data)).returncode == 0
    assert {path.name for path in target.iterdir()} == {"current", "releases"} and not leftovers(target)
    assert not list(data.glob(".*")) and len(read_ledger(data).addresses) > 1
    return found


def kill_builds(site: Path, data: Path, kills: int, seed: int = 0) -> Counter[str]:
    """Builds ``data`` into ``site``, each build killed alone, without its workers, at a random moment.

    After every kill the workers end by themselves and the site is whole; after the last, a build that nobody disturbs
    leaves nothing but the site.
    """
    chance, found = random.Random(seed), Counter[str]()
    arguments = [*PUBLISH, "build", "--data", str(data), "--site", str(site)]
    takes = duration(arguments)
    while found.total() - found["ended before"] < kills:
        process = subprocess.Popen(
            arguments, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            assert process.wait(chance.uniform(0.2, takes * 1.05)) == 0, "a build that nobody killed has failed"
            outcome = "ended before"
            takes *= LESS
        except subprocess.TimeoutExpired:
            process.send_signal(chance.choice((signal.SIGKILL, signal.SIGTERM)))
            process.wait()
            outcome = "with leftovers" if list(site.parent.glob(f".{site.name}.*")) else "without leftovers"
        assert ended_within(10, process.pid), "workers go on without their parent"
        assert differences(site) == [], "the site is not whole"
        found[outcome] += 1
    assert run(*arguments).returncode == 0
    assert [path.name for path in site.parent.iterdir()] == [site.name]
    return found


def ended_within(seconds: float, group: int) -> bool:
    """Whether every process of a group is gone by then."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


def leftovers(target: Path) -> list[str]:
    """What a run that was killed left at a target."""
    ours = re.compile(r"[0-9]+-[0-9a-f]{16}(\.back)?|\.lock|\.open-bureau")
    return [path.name for path in (target / "releases").iterdir() if not ours.fullmatch(path.name)]
