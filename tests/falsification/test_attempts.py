"""Every attempt to falsify is refused; or, where it is worded so that no program can tell, the public diff tells it."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest

from macros.problems import causes
from macros.register.load import load, load_since
from macros.rules.prose_pages import problems_in
from macros.staff.diff_markdown import markdown
from macros.staff.public_diff import data_changes, public_changes
from tests.falsification import (
    documents,
    emendations,
    figures,
    goals,
    honest,
    labels,
    names,
    pages,
    placeholders,
    prose,
    published,
    readings,
    statements,
    vocabulary,
)
from tests.falsification.attempt import Attempt, falsify
from tests.judged_edits import EditedBureau
from tests.night import some
from tests.places import DATA, DOCS
from tests.small import few_pages, remember, small_bureau

ATTEMPTS = (
    *figures.ATTEMPTS,
    *readings.ATTEMPTS,
    *labels.ATTEMPTS,
    *prose.ATTEMPTS,
    *placeholders.ATTEMPTS,
    *statements.ATTEMPTS,
    *names.ATTEMPTS,
    *goals.ATTEMPTS,
    *vocabulary.ATTEMPTS,
    *emendations.ATTEMPTS,
    *documents.ATTEMPTS,
    *pages.ATTEMPTS,
    *published.ATTEMPTS,
)
REFUSED = [one for one in ATTEMPTS if not one.told]
TOLD = sorted((one for one in ATTEMPTS if one.told), key=lambda one: not one.published)
"""Those on a small bureau first, which costs least."""


def called(attempt: object) -> str | None:
    """The id of an attempt, for pytest."""
    return attempt.id if isinstance(attempt, Attempt) else None


def bureau_of(attempt: Attempt, folder: Path) -> Path:
    """The data folder that an attempt is made on, with the prose beside it."""
    shutil.copytree(DOCS, folder / "docs")
    if not attempt.published:
        return Path(shutil.copytree(DATA, folder / "data"))
    data = small_bureau(folder)
    remember(data)
    return data


def test_no_two_attempts_are_called_alike() -> None:
    assert len({one.id for one in ATTEMPTS}) == len(ATTEMPTS)


@pytest.mark.parametrize("attempt", some(REFUSED, 16), ids=called)
def test_it_is_refused(attempt: Attempt, tmp_path: Path) -> None:
    data = bureau_of(attempt, tmp_path)
    assert not load(data)[1]
    told = [*load(falsify(attempt, data))[1], *problems_in(tmp_path / "docs")]
    assert told
    assert not [one for one in told if "There is no field" in one.wrong.en], "refused for its form, whatever it says"


@pytest.mark.parametrize("attempt", honest.HONEST, ids=called)
def test_honest_work_passes(attempt: Attempt, tmp_path: Path) -> None:
    assert not load(falsify(attempt, bureau_of(attempt, tmp_path)))[1]


@pytest.mark.parametrize(("attempt", "cause"), honest.CAUSES, ids=called)
def test_the_cause_is_told_first(attempt: Attempt, cause: str, tmp_path: Path) -> None:
    first = causes(load(falsify(attempt, bureau_of(attempt, tmp_path)))[1])[0]
    assert cause in first.problem.wrong.zh


class Published:
    """A bureau as it was published and the words in which a change of it is told to whoever approves it."""

    def __init__(self, folder: Path, *, small: bool) -> None:
        folder.mkdir()
        self.data, self.docs = DATA, folder / "docs"
        self.prose = few_pages(folder / "few") if small else DOCS
        if small:
            self.data = small_bureau(folder / "small")
            remember(self.data)
        shutil.copytree(self.prose, self.docs)
        self.bureau = EditedBureau(self.data, folder, self.docs)

    def told(self, attempt: Attempt) -> str:
        """What the diff tells of an attempt; fails where the attempt is refused."""
        shutil.rmtree(self.docs)
        shutil.copytree(self.prose, self.docs)
        judged = self.bureau.judge(lambda data: falsify(attempt, data))
        assert judged is not None, "refused"
        edited = self.bureau.folder / "edited"
        data = data_changes(load_since(None, self.data), self.data, load_since(None, edited), edited)
        changes = public_changes("main", data, self.bureau.folder / "site", self.bureau.folder / "edited-site")
        assert changes.site and not changes.site.empty
        return html.unescape(re.sub("[⟦⟧]", "", markdown(changes, every=True)))


@pytest.fixture(scope="module")
def published_small(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """A small bureau that has published its site."""
    return Published(tmp_path_factory.mktemp("falsified") / "small", small=True)


@pytest.fixture(scope="module")
def published_demonstration(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The demonstration, published."""
    return Published(tmp_path_factory.mktemp("falsified") / "demonstration", small=False)


@pytest.mark.parametrize("attempt", some(TOLD, len(TOLD)), ids=called)
def test_it_is_told(attempt: Attempt, request: pytest.FixtureRequest) -> None:
    """In the words of the site, for whoever approves the change."""
    bureau: Published = request.getfixturevalue("published_small" if attempt.published else "published_demonstration")
    told = bureau.told(attempt)
    for words in attempt.told:
        assert words in told, told
