"""The door that MkDocs-Macros opens: registers the macros that pages in docs/ call. No logic lives here."""

from __future__ import annotations

from functools import partial
from typing import Any

from macros.fragments import FRAGMENTS
from macros.site import current


def define_env(env: Any) -> None:
    """Registers every fragment as a macro; ``env`` is the plugin, whose ``page`` is the page being made."""

    def show(name: str, *args: str) -> str:
        return current().show(name, env.page.file.src_uri, *args)

    for name in FRAGMENTS:
        env.macro(partial(show, name), name)
