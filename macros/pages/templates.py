"""The templates of overrides/fragments/: how they are read, compiled and run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2

from macros.system.checkout import cache_folder

FRAGMENT_FOLDER = "fragments"
"""The folder of our own templates in overrides/."""
IMPORTED = "imported"
"""The name in a template of what it and those it imports have imported."""
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
        """A template's text, where it stands, and whether it is still that."""
        text, place, is_current = super().get_source(environment, template)
        return without_indents(text), place, is_current


class PlainCalls(jinja2.runtime.Context):
    """Calls what a template calls as it stands. That nothing here asks for the context need not be found out for every
    call of a page, of which there are hundreds: that took an eighth of the time of a template.
    """

    def call(self, called: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """What it returns; the template's own notes on its loops and blocks fall away."""
        if named:
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
        return called(*args, **named)


class MadeOnce(jinja2.Template):
    """A template whose macros are made once for what is being filled, however many others there import them."""

    def make_module(
        self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Mapping[str, Any] | None = None
    ) -> jinja2.environment.TemplateModule:
        """The macros of this template, which see what the page being filled may use."""
        made: dict[str | None, jinja2.environment.TemplateModule] = (vars or {}).get(IMPORTED, {})
        if self.name not in made:
            made[self.name] = super().make_module(vars, shared, locals)
        return made[self.name]


class PlainEnvironment(jinja2.Environment):
    """Where templates are run so."""

    context_class = PlainCalls
    template_class = MadeOnce


def compiled_before() -> jinja2.BytecodeCache | None:
    """Templates as earlier builds compiled them, which takes a third of a small build; each is known by its content."""
    folder = cache_folder("templates")
    return jinja2.FileSystemBytecodeCache(str(folder)) if folder else None


def environment(folder: Path) -> jinja2.Environment:
    """The templates of a folder, autoescaped; a name that is not defined ends the build."""
    return PlainEnvironment(
        loader=Templates(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled_before(),
    )
