"""Lighthouse, as a phone on a slow network sees a page."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.browser import find

PROGRAM = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking"


@dataclass(frozen=True)
class Score:
    """A page as Lighthouse scores it, in per cent; ``weight`` is bytes over the wire, ``shift`` the layout shift."""

    scores: tuple[int, ...]
    weight: int
    requests: int
    shift: float
    faults: tuple[str, ...]


def score(address: str) -> Score:
    """One run over one page."""
    command = ["node", str(PROGRAM), address, "--quiet", f"--chrome-flags={FLAGS}", "--output=json"]
    command += [f"--only-categories={','.join(CATEGORIES)}"]
    environment = os.environ | {"CHROME_PATH": find() or ""}
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout)
    audits = said["audits"]
    weighed = {ref["id"] for one in said["categories"].values() for ref in one["auditRefs"] if ref["weight"]}
    return Score(
        tuple(round(said["categories"][category]["score"] * 100) for category in CATEGORIES),
        int(audits["total-byte-weight"]["numericValue"]),
        len(audits["network-requests"]["details"]["items"]),
        round(audits["cumulative-layout-shift"]["numericValue"], 3),
        tuple(sorted(one for one in weighed if (audits[one]["score"] or 0) < 0.9 and audits[one]["score"] is not None)),
    )


def median(address: str, runs: int) -> Score:
    """The run in the middle, by performance."""
    found = sorted((score(address) for _ in range(runs)), key=lambda one: one.scores)
    middle = statistics.median_low([one.scores for one in found])
    return next(one for one in found if one.scores == middle)
