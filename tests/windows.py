"""Runs a command as it would run on Windows, as far as Linux can act it: ``python -m tests.windows check``.

What only POSIX has is taken away: modules, functions of ``os`` and ``signal``, forks. Text files have the line ends and
the encoding of a Chinese Windows unless told otherwise. What is open can be neither removed nor renamed, nothing is
renamed onto anything, links need rights that nobody has, and names hold none of the signs that Windows reserves.
"""

from __future__ import annotations

import builtins
import errno
import importlib.abc
import io
import multiprocessing
import multiprocessing.context
import os
import runpy
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import filelock  # noqa: F401  Before the modules that it locks with here are taken away; Windows has its own.

click.progressbar([])  # Likewise: click loads what it draws with here.

MODULES = frozenset("fcntl grp pty pwd readline resource spwd syslog termios tty".split())
OF_OS = (
    "chown chroot fchmod fchown fork forkpty getegid geteuid getgid getgroups getloadavg getpgid getpgrp getsid getuid "
    "initgroups killpg lchown mkfifo mknod nice O_DIRECTORY pread pwrite "
    "register_at_fork sched_getaffinity sched_setaffinity setgid setgroups setpgid setsid setuid sysconf "
    "wait wait3 wait4"
).split()
OF_SIGNAL = "alarm setitimer SIGALRM SIGCHLD SIGHUP SIGKILL SIGPIPE SIGPROF SIGQUIT SIGUSR1".split()
RESERVED = frozenset('<>:"|?*')


class NotOnWindows(importlib.abc.MetaPathFinder):
    """Finds none of the modules that Windows lacks."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        """Refuses them; leaves all others to those that find them."""
        if name in MODULES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def refuse_name(path: Any) -> None:
    """No part of a name holds a sign that Windows reserves."""
    if isinstance(path, str | os.PathLike) and RESERVED & set(os.fspath(path)):
        raise OSError(
            errno.EINVAL, "The filename, directory name, or volume label syntax is incorrect", os.fspath(path)
        )


def refuse_open(path: Any) -> None:
    """A file that is open, or a folder with one, stays where it is."""
    whole = Path(path).absolute()
    for one in Path("/proc/self/fd").iterdir():
        try:
            found = Path(os.readlink(one))  # noqa: PTH115 -- Path.readlink() would be open itself.
        except OSError:
            continue
        if whole in (found, *found.parents):
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(path))


def opened(open_file: Callable[..., Any]) -> Callable[..., Any]:
    """``open`` with Windows' own ideas of text."""

    def open_as_there(
        file: Any, mode: str = "r", buffering: int = -1, encoding: str | None = None, errors: str | None = None,
        newline: str | None = None, closefd: bool = True, opener: Any = None,
    ) -> Any:  # fmt: skip
        refuse_name(file)
        if "b" not in mode:
            encoding = "gbk" if encoding in (None, "locale") else encoding
            newline = "\r\n" if newline is None and set(mode) & set("wax") else newline
        return open_file(file, mode, buffering, encoding, errors, newline, closefd, opener)

    return open_as_there


def renamed(rename: Callable[..., None]) -> Callable[..., None]:
    """``os.rename``, which replaces nothing there."""

    def rename_as_there(old: Any, new: Any, **more: Any) -> None:
        refuse_open(old)
        if os.path.lexists(new):
            raise FileExistsError(errno.EEXIST, "Cannot create a file when that file already exists", str(new))
        rename(old, new, **more)

    return rename_as_there


def removed(remove: Callable[..., None]) -> Callable[..., None]:
    """``os.unlink``, which leaves what is open."""

    def remove_as_there(path: Any, **more: Any) -> None:
        # With more, the path is below a folder given as a number; the other files are Python's own, of shared memory.
        if not more and not Path(path).name.startswith("pym-"):
            refuse_open(path)
        remove(path, **more)

    return remove_as_there


def no_links(*_: Any, **__: Any) -> None:
    """``os.symlink`` without the rights to make links."""
    raise OSError(errno.EPERM, "A required privilege is not held by the client")


def become_windows() -> None:
    """Takes away what Windows lacks, and makes the rest behave as it does there."""
    for name in MODULES:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, NotOnWindows())
    for module, names in ((os, OF_OS), (signal, OF_SIGNAL)):
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    for kind in ("fork", "forkserver"):
        multiprocessing.context._concrete_contexts.pop(kind)  # type: ignore[attr-defined]
    multiprocessing.get_all_start_methods = lambda: ["spawn"]
    multiprocessing.set_start_method("spawn")
    builtins.open = io.open = opened(io.open)
    os.rename = renamed(os.rename)
    os.unlink = removed(os.unlink)
    os.remove = removed(os.remove)
    os.symlink = no_links
    for stream in (sys.stdout, sys.stderr):
        assert isinstance(stream, io.TextIOWrapper)
        stream.reconfigure(encoding="gbk", errors="strict", newline="\r\n")


if __name__ == "__main__":
    become_windows()
    sys.argv[0] = "macros"
    runpy.run_module("macros", run_name="__main__", alter_sys=True)
