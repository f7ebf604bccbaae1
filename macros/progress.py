"""Tells how far long work has come: a bar on a terminal, plain lines elsewhere, and seconds a stage at the end."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from macros.problems import Said

WIDTH = 24
PATIENCE = 1.0
"""Seconds of silence before a bar appears."""
LINE_EVERY = 10.0
"""Seconds between two lines where there is no terminal."""

CHECK = Said("检查数据", "check")
PAGES = Said("生成网页", "pages")
SEARCH = Said("搜索索引", "search")
DATA = Said("开放数据", "data")
REST = Said("收尾", "finish")


class Progress:
    """How many pages have been made, by whichever process, and how long each stage took."""

    def __init__(self, stream: TextIO = sys.stderr) -> None:
        self.stream = stream
        self.seconds: dict[Said, float] = {}
        self.total = 0
        self.count = multiprocessing.get_context().Value("l", 0)
        self.started = time.monotonic()
        self.shown = self.started
        self.drawn = False
        self.process = os.getpid()

    @contextmanager
    def stage(self, name: Said) -> Iterator[None]:
        """Measures a stage; what several processes spend on it is added up."""
        started = time.monotonic()
        yield
        self.spent(name, time.monotonic() - started)

    def spent(self, name: Said, seconds: float) -> None:
        """Adds to what a stage took."""
        self.seconds[name] = self.seconds.get(name, 0.0) + seconds

    def step(self) -> None:
        """One page more has been made."""
        with self.count.get_lock():
            self.count.value += 1

    def show(self) -> None:
        """Tells how far the pages have come, if it is time to; of several processes the first tells."""
        now = time.monotonic()
        terminal = self.stream.isatty()
        pause = 0.1 if self.drawn else PATIENCE if terminal else LINE_EVERY
        if self.process != os.getpid() or not self.total or now - self.shown < pause:
            return
        self.shown = now
        self.drawn = terminal
        print(self.line(now, terminal), end="" if terminal else "\n", file=self.stream, flush=True)

    def line(self, now: float, bar: bool) -> str:
        """Stage, count and seconds, with a bar on a terminal."""
        count = self.count.value
        full = WIDTH * count // self.total
        done, left = self.signs()
        drawn = f"{done * full}{left * (WIDTH - full)} " if bar else ""
        return f"{chr(13) if bar else ''}{PAGES.zh} {PAGES.en} {drawn}{count}/{self.total}  {now - self.started:.0f} s"

    def signs(self) -> tuple[str, str]:
        """What a bar is made of; signs that every console has where it lacks the better ones."""
        try:
            "█░".encode(self.stream.encoding or "utf-8")
        except UnicodeEncodeError:
            return "#", "-"
        return "█", "░"

    def end(self) -> None:
        """Takes the bar away."""
        if self.drawn:
            print("\r\033[K", end="", file=self.stream, flush=True)
        self.drawn = False

    def summary(self) -> str:
        """Seconds a stage, in the order in which they began."""
        return "; ".join(f"{name.zh} {name.en} {seconds:.1f} s" for name, seconds in self.seconds.items())
