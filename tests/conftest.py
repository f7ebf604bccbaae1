"""Shared by all tests: the demonstration, copies of it to break, and one real build of it."""

from __future__ import annotations

import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, expect

from macros.building.build import build
from macros.register.load import load
from macros.register.register import Register
from tests.later import with_every_field
from tests.places import DATA, ROOT, guard
from tests.publishing.sites import small_site
from tests.serving import launched, served

SITE_ADDRESS = "https://bureau.example/record/"
"""Where the site is said to be, in tests that say so."""

settings.register_profile("gate", derandomize=True, deadline=None, max_examples=25)
settings.register_profile("night", derandomize=True, deadline=None)
settings.register_profile("chance", deadline=None)
settings.load_profile("gate")
# The gate gives the same answer every time, however busy the machine is, and so does the night, of four times as many;
# ``--hypothesis-profile chance`` tries others.

expect.set_options(timeout=60_000)
# What a page is to show has come long before on an idle machine; a busy one only gives its answer later.

guard()
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# The commands that tests start compile the software once, and not every time.

Change = Callable[[str, str, str], None]


def pytest_configure(config: pytest.Config) -> None:
    """Where no test is left out, examples are not either."""
    if not config.option.markexpr and not config.getoption("--hypothesis-profile"):
        settings.load_profile("night")


def pytest_xdist_auto_num_workers() -> int:
    """Two processes more than there are cores: tests wait for servers, browsers and commands that they have begun."""
    return (os.cpu_count() or 1) + 2


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Thousands of tests stand to the end: no search for garbage need look at them while they are found, or again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first process to need it makes for all that run these tests; no test changes it."""
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "made-once" / name
    whole = folder.with_suffix(".whole")
    folder.parent.mkdir(exist_ok=True)
    with FileLock(folder.with_suffix(".lock")):
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            whole.touch()
    return folder


@pytest.fixture(scope="session")
def register() -> Register:
    """The register of the demonstration."""
    found, problems = load(DATA)
    assert found is not None, problems
    return found


@pytest.fixture(scope="session")
def full_register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """A register with later periods, evaluations, errata, and all that a bureau may supply."""
    data = with_every_field(Path(shutil.copytree(DATA, tmp_path_factory.mktemp("full") / "data")))
    register, problems = load(data)
    assert register is not None, problems
    return register


@pytest.fixture(scope="session")
def full_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data with every field filled in, but for where the site will be; no test changes it."""

    def make(folder: Path) -> None:
        bureau = with_every_field(Path(shutil.copytree(DATA, folder / "data"))) / "bureau.yml"
        bureau.write_text(re.sub(r"(?m)^site_address:.*\n", "", bureau.read_text("utf-8")), "utf-8")

    return made_once(tmp_path_factory, "every-field", make) / "data"


@pytest.fixture(scope="session")
def full_site(full_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that data, really built, at no stated address."""

    def make(folder: Path) -> None:
        assert build(full_data, folder / "site")

    return made_once(tmp_path_factory, "full-site", make) / "site"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the demonstration's data that a test may break."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def change(data: Path) -> Change:
    """Replaces text in a file of the copied data; the text must be there, once."""

    def replace(file: str, old: str, new: str) -> None:
        path = data / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{file} holds {text.count(old)} times: {old!r}"
        path.write_text(text.replace(old, new), "utf-8")

    return replace


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, really built."""

    def make(folder: Path) -> None:
        assert build(DATA, folder / "site")

    return made_once(tmp_path_factory, "built", make) / "site"


@pytest.fixture(scope="session")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, built by the command in place of an earlier site, with compressed copies, by a strict user."""

    def make(folder: Path) -> None:
        site = small_site(folder / "site", "before")
        command = [sys.executable, "-m", "macros", "build", "--data", str(DATA), "--site", str(site), "--compress"]
        done = subprocess.run(command, cwd=ROOT, umask=0o077, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "rebuilt", make) / "site"


@pytest.fixture(scope="session")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, built for an address."""

    def make(folder: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_ADDRESS", SITE_ADDRESS)
            assert build(DATA, folder / "site")

    return made_once(tmp_path_factory, "addressed", make) / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The demonstration, served."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser."""
    with launched() as started:
        yield started
