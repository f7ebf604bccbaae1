"""The templates of overrides/fragments/: how they are read and compiled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jinja2
from jinja2.runtime import Context

from macros.system.checkout import cache_folder

FRAGMENT_FOLDER = "fragments"
"""The folder of our own templates in overrides/."""
BETWEEN_LINES = re.compile(r"^(?<![%#]\}\n)(?:[ \t]+|\n)", re.MULTILINE)
"""Indents and empty lines, which are for those who write templates: a twentieth of what pages would weigh."""
BEHIND_BLOCK = re.compile(r"(?<=[%#]\}\n)[ \t]+")
"""The indent of a line behind one that ends in a block, the end of which does not count: all that parts words there."""


def without_indents(template: str) -> str:
    """A template as it is filled, where space parts the same words as before. Nothing in one is shown as it is set."""
    return BETWEEN_LINES.sub("", BEHIND_BLOCK.sub(" ", template))


def templates_in(overrides: Path) -> Iterator[str]:
    """Every template as it is filled: the fragments by us, all else by MkDocs, which takes files as they are."""
    for file in sorted(overrides.rglob("*.html")):
        text = file.read_text("utf-8")
        yield without_indents(text) if overrides / FRAGMENT_FOLDER in file.parents else text


class Templates(jinja2.FileSystemLoader):
    """The templates of a folder without their indents."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """A template's text, where it stands, and whether it is still that.

        Jinja writes that place in UTF-8; that of a checkout whose name the system cannot read is given as its bytes.
        """
        text, place, is_current = super().get_source(environment, template)
        return without_indents(text), place.encode("utf-8", "backslashreplace").decode("utf-8"), is_current


def compiled_before() -> jinja2.BytecodeCache | None:
    """Templates as earlier builds compiled them, which takes a third of a small build; each is known by its content."""
    folder = cache_folder("templates")
    return jinja2.FileSystemBytecodeCache(str(folder)) if folder else None


class PlainContext(Context):
    """What a template may use, where a call is just that.

    Jinja asks of each function that is called whether it wants the context. None here does, and to ask takes a sixth of
    the time in which templates are filled.
    """

    def call(self, called: Callable[..., Any], /, *given: Any, **named: Any) -> Any:
        """Calls a function, or a macro of a template, with what the template gives it."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*given, **named)


def environment(folder: Path) -> jinja2.Environment:
    """The templates of a folder, autoescaped; a name that is not defined ends the build."""
    environment = jinja2.Environment(
        loader=Templates(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled_before(),
    )
    environment.context_class = PlainContext
    return environment
