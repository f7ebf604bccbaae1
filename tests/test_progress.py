"""What long work tells of itself: a bar on a terminal, plain lines elsewhere, and a summary."""

from __future__ import annotations

import io
import os
import time

import pytest

from macros.problems import Said
from macros.progress import CHECK, PAGES, Progress


class Terminal(io.StringIO):
    """Takes what is written, as a terminal does."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until it is moved."""
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def made(work: Progress, clock: list[float], pages: int, seconds: float) -> None:
    """So many pages have been made, each in so many seconds."""
    for _ in range(pages):
        clock[0] += seconds
        work.step()
        work.show()


def test_a_bar_on_a_terminal_and_nothing_left_of_it(clock: list[float]) -> None:
    stream = Terminal()
    work = Progress(stream)
    work.total = 4
    made(work, clock, 2, 1.0)
    assert stream.getvalue() == (
        f"\r生成网页 pages {'█' * 6}{'░' * 18} 1/4  1 s\r生成网页 pages {'█' * 12}{'░' * 12} 2/4  2 s"
    )
    work.end()
    assert stream.getvalue().endswith("2 s\r\033[K")
    work.end()
    assert stream.getvalue().count("\033[K") == 1


@pytest.mark.parametrize(("encoding", "bar"), [("ascii", "###---"), ("latin-1", "###---"), ("cp437", "███░░░")])
def test_a_bar_is_drawn_in_signs_that_the_console_has(encoding: str, bar: str) -> None:
    work = Progress(io.TextIOWrapper(io.BytesIO(), encoding))
    work.total, work.count.value = 2, 1
    assert bar in work.line(0.0, bar=True)


def test_quick_work_draws_nothing(clock: list[float]) -> None:
    stream = Terminal()
    work = Progress(stream)
    work.total = 100
    made(work, clock, 100, 0.009)
    work.end()
    assert stream.getvalue() == ""


def test_a_bar_is_not_drawn_for_every_page(clock: list[float]) -> None:
    stream = Terminal()
    work = Progress(stream)
    work.total = 300
    made(work, clock, 300, 0.01)
    assert 15 < stream.getvalue().count("\r") < 30


def test_plain_lines_where_there_is_no_terminal(clock: list[float]) -> None:
    stream = io.StringIO()
    work = Progress(stream)
    work.total = 100
    made(work, clock, 25, 1.0)
    work.end()
    assert stream.getvalue() == "生成网页 pages 10/100  10 s\n生成网页 pages 20/100  20 s\n"


def test_of_several_processes_the_first_tells(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    work = Progress(stream)
    work.total = 100
    monkeypatch.setattr(os, "getpid", lambda: work.process + 1)
    made(work, clock, 25, 1.0)
    assert stream.getvalue() == ""


def test_nothing_is_told_before_it_is_known_how_much_there_is(clock: list[float]) -> None:
    stream = io.StringIO()
    work = Progress(stream)
    clock[0] = 60.0
    work.show()
    assert stream.getvalue() == ""


def test_seconds_a_stage(clock: list[float]) -> None:
    work = Progress(io.StringIO())
    with work.stage(CHECK):
        clock[0] += 1.5
    with work.stage(PAGES):
        clock[0] += 2.0
    with work.stage(CHECK):
        clock[0] += 0.5
    work.spent(Said("别的", "other"), 3.0)
    assert work.summary() == "检查数据 check 2.0 s; 生成网页 pages 2.0 s; 别的 other 3.0 s"
