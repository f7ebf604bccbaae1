"""The macros that pages in docs/ call, for MkDocs-Macros.

It has a file of its own because MkDocs-Macros also calls an ``on_post_build`` that it finds beside ``define_env``.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from macros.pages.site import mark
from macros.rules.prose_macros import MACROS


def define_env(env: Any) -> None:
    """Registers with the plugin what prose may call; each leaves a mark, which hooks.py fills in."""
    for name in MACROS:
        env.macro(partial(mark, name), name)
