"""The demonstration half a year on, and with every field filled in. What is added is invented, and for tests only."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from macros.records.shipped import SHIPPED_WORDS
from macros.system.clock import today

FIXTURES = Path(__file__).parent / "fixtures"
PERIOD = """  - id: second-half-2001
    order: 60
    from: 2001-07-01
    to: 2001-12-31
    zh: 2001年下半年
    en: second half of 2001
"""

SECURITY = """security:
  email: security@bureau.example
  page: https://security.example/report
  expires: {expires}
  languages: [zh, en]
"""
"""Reaches no page; it may not have expired when a test builds the site."""


def half_a_year_on(data: Path) -> Path:
    """Adds a second document, a round of evaluation, progress and a correction to a copy of the demonstration."""
    shutil.copytree(FIXTURES / "later", data, dirs_exist_ok=True)
    with (data / "vocabulary/periods.yml").open("a", encoding="utf-8") as periods:
        periods.write(PERIOD)
    alliance = data / "alliances/river-crab.yml"
    text = alliance.read_text("utf-8")
    assert text.endswith("    quote: 力争在3年内把“洪湖清水”蟹打造成中国“驰名商标”\n"), (
        "the goal is the last thing in the file"
    )
    alliance.write_text(text + (FIXTURES / "progress.part").read_text("utf-8"), "utf-8")
    return data


def with_own_words(data: Path) -> Path:
    """Has the bureau word the whole interface itself, as it happens like the software does."""
    shutil.copyfile(SHIPPED_WORDS, data / "vocabulary/interface.yml")
    return data


def with_every_field(data: Path) -> Path:
    """Adds what ``half_a_year_on`` does, all the bureau may supply, and the correction of a withdrawn figure."""
    half_a_year_on(data)
    shutil.copytree(FIXTURES / "everything", data, dirs_exist_ok=True)
    with_own_words(data)
    with (data / "bureau.yml").open("a", encoding="utf-8") as bureau:
        bureau.write((FIXTURES / "bureau.part").read_text("utf-8"))
        bureau.write(SECURITY.format(expires=today() + timedelta(days=90)))
    return data
