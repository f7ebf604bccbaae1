"""An attempt to falsify: edits of a bureau's data or prose after which the site would say what its source does not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.edits import Edit, added, replaced

PROJECTS = "work-areas/projects.yml"
COMMISSIONERS = "work-areas/commissioners.yml"
BASES = "work-areas/bases.yml"
LEADING = "work-areas/leading-enterprises.yml"
RATE = "work-areas/enterprises-rate-offices.yml"
AREA = "work-areas/alliance.yml"
OUTREACH = "work-areas/outreach.yml"
CRAB = "alliances/river-crab.yml"
WEEK = "activities/science-week.yml"
COUNTRY = "activities/technology-to-the-countryside.yml"
DOCUMENT = "documents/h1-work-summary.yml"
VERBATIM = "documents/h1-work-summary.zh-Hant.txt"
PERIODS = "vocabulary/periods.yml"
UNITS = "vocabulary/units.yml"
BUREAU = "bureau.yml"
STATUSES = "vocabulary/commitment-statuses.yml"
STAGES = "vocabulary/project-stages.yml"
KINDS = "vocabulary/item-kinds.yml"
INTERFACE = "vocabulary/interface.yml"
ABOUT = "../docs/about.md"
"""Files of the demonstration, from its data folder."""

GRANTS = "    quote: 获得无偿资助金额230万元\n"
INVESTED = "    quote: 该批项目的实施将引导社会资金、企业科技投入近3000万元\n"
APPLICANTS = "    quote: XX市科技局已经帮助近20家企业、单位准备好了10个科技项目的申报材料\n    numeral: 近20家\n"
SENT = "    quote: 向螺山、汊河、戴家场等14个镇场所派出了15名科技特派员\n    numeral: 15名\n"
"""Figures of the demonstration, as its files hold them."""


@dataclass(frozen=True)
class Attempt:
    """Edits that would make the public site say something its source does not.

    ``told`` are words of the change that a person who approves it must see; empty where it must be refused.
    ``published`` attempts are made on a small bureau that was published (tests/small.py), others on the demonstration.
    """

    id: str
    edits: tuple[Edit, ...]
    told: tuple[str, ...] = ()
    published: bool = False


def attempt(
    ident: str, *edits: tuple[str, str, str] | Edit, told: tuple[str, ...] = (), published: bool = False
) -> Attempt:
    """An attempt, shortly written: a file, what stands there and what is put in its stead; all of it where nothing."""
    return Attempt(ident, tuple(one if callable(one) else edited(*one) for one in edits), told, published)


def edited(file: str, old: str, new: str) -> Edit:
    """Words of a file replaced, or a file added."""
    return replaced(file, old, new) if old else added(file, new)


def falsify(attempt: Attempt, data: Path) -> Path:
    """Makes the edits of an attempt in a copy of a data folder, beside which a copy of the prose lies."""
    for edit in attempt.edits:
        edit(data)
    return data
