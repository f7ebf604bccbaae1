"""Putting values into texts: ``{name}`` is a placeholder, and every other brace stands as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping

UNDECIDED = "〔待核〕"
"""Stands before every text that the program proposed and no person has decided on."""
PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


def filled(text: str, values: Mapping[str, object]) -> str:
    """``text`` with each ``{name}`` replaced by its value, and with every other brace as it stands.

    Not ``str.format``: that also reads attributes and items of whatever it is given.
    """
    return PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), text)


def without_marker(text: str) -> str:
    """A text without the marker of proposals before it."""
    return text.removeprefix(UNDECIDED)
