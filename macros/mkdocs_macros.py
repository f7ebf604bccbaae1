"""The macros that pages in docs/ call, for MkDocs-Macros.

It has a file of its own because MkDocs-Macros also calls an ``on_post_build`` that it finds beside ``define_env``.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from macros.pages.macro_table import FRAGMENTS
from macros.pages.site import mark


def define_env(env: Any) -> None:
    """Registers every fragment as a macro of the plugin ``env``; each leaves a mark, which hooks.py fills in."""
    for name in FRAGMENTS:
        env.macro(partial(mark, name), name)
