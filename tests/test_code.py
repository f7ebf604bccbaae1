"""What no line of the software does, because it fails on another machine, or hides what has failed."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable

import pytest

from tests.places import ROOT

FILES = sorted((ROOT / "macros").rglob("*.py"))


def name_of(call: ast.Call) -> str:
    """What a call calls: ``next``, or ``.run`` for a method."""
    return call.func.id if isinstance(call.func, ast.Name) else f".{getattr(call.func, 'attr', '')}"


def given(call: ast.Call, name: str) -> ast.expr | None:
    """A keyword argument."""
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def leaks_stop_iteration(call: ast.Call) -> bool:
    """``next`` without a default: in a generator it ends in RuntimeError, and in a loop it ends the loop in silence."""
    return name_of(call) == "next" and len(call.args) == 1


def decodes_by_locale(call: ast.Call) -> bool:
    """What another program says is decoded as this machine writes Chinese, unless it is told how."""
    runs = name_of(call).removeprefix(".") in ("run", "Popen", "check_output")
    as_text = given(call, "text") or given(call, "universal_newlines")
    return runs and as_text is not None and given(call, "encoding") is None


def mode_of(call: ast.Call) -> str:
    """In what mode a call opens a file, as by ``open(x, "w")`` or ``x.open("w")``; nothing where it opens none."""
    before = {"open": 1, ".open": 0}.get(name_of(call))
    if before is None or given(call, "fileobj"):
        return ""
    mode = given(call, "mode") or (call.args[before] if len(call.args) > before else ast.Constant("r"))
    return mode.value if isinstance(mode, ast.Constant) and isinstance(mode.value, str) else ""


def opens_by_locale(call: ast.Call) -> bool:
    """A text file is read or written as this machine writes Chinese."""
    if name_of(call) == ".read_text":
        return not call.args and given(call, "encoding") is None
    if name_of(call) == ".write_text":
        return len(call.args) < 2 and given(call, "encoding") is None
    return mode_of(call) != "" and "b" not in mode_of(call) and given(call, "encoding") is None


def translates_newlines(call: ast.Call) -> bool:
    """A text file is written with the line ends of this machine."""
    writes = name_of(call) == ".write_text" or (set(mode_of(call)) & set("wxa") and "b" not in mode_of(call))
    return bool(writes) and given(call, "newline") is None


Rule = Callable[[ast.Call], bool]
RULES: tuple[Rule, ...] = (leaks_stop_iteration, decodes_by_locale, opens_by_locale, translates_newlines)


def calls_in(text: str) -> list[ast.Call]:
    """Every call that a program makes."""
    return [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]


def broken(rule: Rule, calls: Iterable[ast.Call]) -> list[int]:
    """The lines of a program's calls that break a rule."""
    return [call.lineno for call in calls if rule(call)]


def test_no_line_breaks_a_rule() -> None:
    for file in FILES:
        calls = calls_in(file.read_text("utf-8"))
        for rule in RULES:
            assert broken(rule, calls) == [], (file.relative_to(ROOT).as_posix(), rule.__doc__)


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        (leaks_stop_iteration, "next(iter(x))", "next(iter(x), None)"),
        (decodes_by_locale, "run(x, text=True)", "run(x, text=True, encoding='utf-8')"),
        (opens_by_locale, "x.read_text()", "x.read_text('utf-8')"),
        (opens_by_locale, "x.write_text(y)", "x.write_text(y, 'utf-8')"),
        (opens_by_locale, "x.open()", "x.open('rb')"),
        (opens_by_locale, "open(x, 'w')", "open(x, 'w', encoding='utf-8')"),
        (translates_newlines, "x.write_text(y, 'utf-8')", "x.write_text(y, 'utf-8', newline='\\n')"),
        (translates_newlines, "x.open('x', encoding='utf-8')", "x.open('xb')"),
    ],
)
def test_the_rules_find_what_they_should(rule: Rule, wrong: str, right: str) -> None:
    assert broken(rule, calls_in(wrong)) == [1] and broken(rule, calls_in(right)) == []


CITED = re.compile(r"(?<![\w./*-])((?:[\w-]+/)*[\w-]+\.(?:py|sh)|(?:docs|overrides)/[\w/.-]+\.(?:md|html|js|css))\b")
"""A file of the repository, as comments, docstrings and documents name it: whole, from macros/, or by its last name."""
DOCUMENTS = (
    *("README.md", "README.zh.md", "CONTRIBUTING.md", "CONTRIBUTING.en.md", "Makefile"),
    *("docs/maintainers/*.md", "docs/handbook/*.md", "docs/en/handbook/*.md"),
)


def is_there(cited: str) -> bool:
    """Whether there is such a file."""
    below = [ROOT / cited, ROOT / "macros" / cited]
    return any(file.is_file() for file in below) or ("/" not in cited and any((ROOT / "macros").rglob(cited)))


def test_what_is_cited_is_there() -> None:
    """Every file that the code and its documents name exists; what a name stands for may have moved."""
    files = [*FILES, *(ROOT / "overrides").rglob("*.*"), *(file for name in DOCUMENTS for file in ROOT.glob(name))]
    named = {
        (file.relative_to(ROOT).as_posix(), one) for file in files for one in CITED.findall(file.read_text("utf-8"))
    }
    assert len(named) > 30
    assert {one for one in named if not is_there(one[1])} == set()


def private_imports(text: str) -> list[int]:
    """Lines that import what another package keeps for itself: a name, or a module, that begins with an underscore."""
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import | ast.ImportFrom)]
    return [
        node.lineno
        for node in nodes
        for path in [getattr(node, "module", None) or "", *(name.name for name in node.names)]
        if path != "__future__" and any(part.startswith("_") for part in path.split("."))
    ]


def module_state(text: str) -> list[int]:
    """Lines that make a variable of a module: all that stands at its top level is a constant, a function or a class."""
    tree = ast.parse(text)
    variables = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Global)]
    for node in tree.body:
        for target in node.targets if isinstance(node, ast.Assign) else []:
            names = [one.id for one in ast.walk(target) if isinstance(one, ast.Name)]
            variables += [node.lineno for name in names if name[:1].islower()]
    return variables


@pytest.mark.parametrize("found", [private_imports, module_state], ids=lambda one: one.__name__)
def test_every_module_keeps_to_it(found: Callable[[str], list[int]]) -> None:
    lines = {file.relative_to(ROOT).as_posix(): found(file.read_text("utf-8")) for file in FILES}
    assert {file: numbers for file, numbers in lines.items() if numbers} == {}, found.__doc__


@pytest.mark.parametrize(
    ("found", "wrong", "right"),
    [
        (private_imports, "from mkdocs.commands.build import _build_page", "from mkdocs.commands.build import build"),
        (private_imports, "import click._termui_impl", "import click"),
        (private_imports, "from a import (\n  b,\n  _c)", "from __future__ import annotations"),
        (module_state, "def f() -> None:\n    global x", "def f() -> None:\n    x = 1"),
        (module_state, "current = None", "CURRENT = None"),
    ],
)
def test_what_is_not_kept_to_is_told(found: Callable[[str], list[int]], wrong: str, right: str) -> None:
    assert found(wrong) and found(right) == []


BY_CONVENTION = {"RULES", "command"}
"""Names that each module of a room has for its own: the rules of a file, and the command of one."""


def names_of(text: str) -> set[str]:
    """The names that stand at the top level of a module."""
    names: set[str] = set()
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return names


def test_one_name_has_one_meaning() -> None:
    homes: dict[str, list[str]] = {}
    for file in FILES:
        for name in names_of(file.read_text("utf-8")) - BY_CONVENTION:
            homes.setdefault(name, []).append(file.relative_to(ROOT).as_posix())
    assert {name: files for name, files in homes.items() if len(files) > 1} == {}
