"""Scratch folders: their process has them alone, and what killed processes left is removed by the next."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from macros.system.temporary_folders import FOLDER_LOCK, UNLOCKED_AFTER, scratch_folder
from tests.places import ROOT

HOLD = """
import time
from macros.system.temporary_folders import temporary_folder
with temporary_folder() as folder:
    (folder / "page.html").touch()
    print(folder, flush=True)
    time.sleep(60)
"""


def test_what_a_killed_process_left_is_removed_and_what_a_running_one_has_is_not(tmp_path: Path) -> None:
    holders = [
        subprocess.Popen(
            [sys.executable, "-c", HOLD],
            cwd=ROOT,
            env=os.environ | {"TMPDIR": str(tmp_path)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    killed, running = holders
    with killed, running:
        folders = [Path(holder.stdout.readline().strip()) for holder in holders if holder.stdout]
        killed.kill()
        killed.wait()
        assert sorted(tmp_path.iterdir()) == sorted(folders)
        try:
            with scratch_folder(tmp_path, "open-bureau-") as mine:
                assert sorted(tmp_path.iterdir()) == sorted([folders[1], mine])
                assert (folders[1] / "page.html").exists()
        finally:
            running.kill()


def test_a_folder_without_a_lock_is_removed_only_when_it_is_old_and_empty(tmp_path: Path) -> None:
    old = time.time() - UNLOCKED_AFTER - 1
    for name in ("x-oldempty", "x-old_full", "x-newempty"):
        (tmp_path / name).mkdir()
    (tmp_path / "x-old_full/mine").touch()
    (tmp_path / "x-file").touch()
    (tmp_path / "x-link").symlink_to(tmp_path / "x-old_full")
    for name in ("x-oldempty", "x-old_full"):
        os.utime(tmp_path / name, (old, old))
    with scratch_folder(tmp_path, "x-") as mine:
        assert (mine / FOLDER_LOCK).exists()
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"x-old_full", "x-newempty", "x-file", "x-link"}


def test_a_site_can_be_read_by_the_web_server_whatever_the_umask(rebuilt: Path) -> None:
    """It was built under a umask that lets nobody else read."""
    modes = {path.stat().st_mode & 0o777 for path in rebuilt.rglob("*")}
    assert modes == {0o755, 0o644} and rebuilt.stat().st_mode & 0o777 == 0o755
