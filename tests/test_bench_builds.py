"""A small run of the benchmark of builds, so that it cannot rot, and what its figures rest on."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.tools.bench.builds import measure, weigh
from tests.tools.bench.measuring import Failed, growth, machine, memory_of, run, started_in
from tests.tools.bench.projects import Engine, Page, hugo, material, write_hugo
from tests.tools.bench.report import Built, Results, Served, Size, save, text
from tests.tools.bench.serves import edited, serve

pytestmark = pytest.mark.night

RECORDS = 12
MEGABYTES = 10**6
PARENT_AND_CHILD = """
import os, time
held = bytearray(60_000_000)
reading, writing = os.pipe()
if not os.fork():
    more = bytearray(30_000_000)
    os.write(writing, b"x")
else:
    os.read(reading, 1)
    print("ready", flush=True)
time.sleep(60)
"""


def test_all_that_is_measured(tmp_path: Path) -> None:
    rest = [one for one in (material(search=False), hugo()) if one]
    size = measure(RECORDS, 1, 1, 600.0, rest, tmp_path / "work")
    assert size.pages > RECORDS * 3
    assert list(size.builds) == ["ours", *(one.name for one in rest)]
    for built in size.builds.values():
        assert built.failed == ""
        assert len(built.seconds) == len(built.cpu) == 1
        assert built.site > built.html > size.pages * 1000
        assert built.memory > MEGABYTES or not Path("/proc").exists()
    assert len(size.checks) == 2
    assert [len(serve.edits) for serve in size.serves if not serve.failed] == [1] * (2 if len(rest) == 2 else 1)
    save(Results("2001-01-01", machine(), 0.5, ["Zensical"], [size]), tmp_path)
    told = (tmp_path / "builds.md").read_text("utf-8")
    assert "not measured: Zensical." in told
    assert all(f"| {name} | 1 |" in told for name in size.builds)
    assert json.loads((tmp_path / "builds.json").read_text("utf-8"))["sizes"][0]["records"] == RECORDS


def test_a_server_that_does_not_start_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("A sentence.", encoding="utf-8", newline="\n")
    engine = Engine("none", [], lambda _: [sys.executable, "-c", "raise SystemExit(3)"], None)
    served = serve(engine, tmp_path, "", tmp_path / "page.md", "A sentence.", 1, 600.0)
    assert served.failed == "the server has ended, exit status 3" and served.edits == []


def test_growth() -> None:
    assert growth((100, 2.0), (1000, 20.0)) == pytest.approx(1)
    assert growth((100, 2.0), (1000, 200.0)) == pytest.approx(2)
    assert growth((100, 2.0), (400, 2.0)) == 0


@pytest.mark.skipif(not Path("/proc").exists(), reason="memory is told on Linux only")
def test_memory_is_that_of_all_processes_and_what_they_share_counts_once(tmp_path: Path) -> None:
    script = tmp_path / "held.py"
    script.write_text(PARENT_AND_CHILD, "utf-8")
    with started_in([sys.executable, str(script)], tmp_path) as process:
        while b"ready" not in (tmp_path / "log.txt").read_bytes():
            assert process.poll() is None
        assert 90 * MEGABYTES < memory_of(process.pid) < 130 * MEGABYTES


def test_a_command_that_fails_or_is_late_says_so(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="no such thing"):
        run([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path, 60)
    with pytest.raises(Failed, match="stopped after 1 s"):
        run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, 1)


def test_the_table() -> None:
    def size(records: int, seconds: list[float]) -> Size:
        builds = {"ours": Built(seconds, seconds, 5 * MEGABYTES, records * 9000, 10 * MEGABYTES)}
        builds |= {"Hugo": Built([1.0], [2.0], 1, 1, 1), "Zensical": Built(failed="a | b")}
        return Size(records, records * 3, builds, [1.0, 0.5], [Served("ours", 3.0, [1.0, 9.0, 2.0])])

    told = text(Results("2001-01-01", "a machine", 0.5, [], [size(100, [4.0, 2.0, 9.0]), size(1000, [40.0])]))
    assert "Machine: a machine; load when it began: 0.5." in told
    assert "| 100 | 300 | ours | 3 | 4.00 | 4.00 | 13.33 | 1.00 | 3,000 | 10.0 | 5 |  |" in told
    assert "| 1,000 | 3,000 | ours | 1 | 40.00 | 40.00 | 13.33 | 1.00 | 3,000 | 10.0 | 5 | 1.00 |" in told
    assert "| 100 | 300 | Hugo | 1 | 1.00 | 2.00 | 3.33 | 0.25 |" in told
    assert "| Zensical | 0 | a / b |" in told
    assert "| 100 | 1.00 | 0.50 |" in told
    assert "| 100 | ours | 3.00 | 3 | 2.00 | 9.00 |" in told


def test_a_page_that_was_not_built_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("here", "utf-8")
    whole, lacking = Built(), Built()
    weigh(whole, tmp_path, [""])
    weigh(lacking, tmp_path, ["", "en/about/"])
    assert (whole.html, whole.failed) == (4, "")
    assert lacking.failed == "1 pages were not built, such as en/about/index.html"


def test_a_page_with_pages_below_it_is_a_section_to_hugo(tmp_path: Path) -> None:
    write_hugo(
        [
            Page("", "Home", "a"),
            Page("far/", "Far", "d"),
            Page("one/", "One", "b"),
            Page("one/two/", "Two", "c"),
            Page("far/page/2/", "Far", "d"),
        ],
        tmp_path,
    )
    made = sorted(file.relative_to(tmp_path / "content").as_posix() for file in tmp_path.rglob("*.md"))
    assert made == ["_index.md", "far/_index.md", "far/page/2/index.md", "one/_index.md", "one/two/index.md"]


def test_one_sentence_is_edited_once() -> None:
    assert edited("A. B. A.", "A.", "edited") == "A (edited). B. A."
