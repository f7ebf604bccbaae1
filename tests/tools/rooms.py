"""The rooms of macros/ in their order, and what each imports: ``python -m tests.tools.rooms`` prints them."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from macros.system import console
from tests.places import ROOT

ROOMS = (
    *(
        "text",
        "quantities",
        "problems",
        "system",
        "yaml_files",
        "received",
        "records",
        "rules",
        "register",
        "exports",
        "staff",
        "translating",
        "drafting",
        "pages",
    ),
    *("search", "publishing", "building", "editing", "hooks", "mkdocs_macros", "adopting", "commands", "__main__"),
)
"""Each room imports only rooms before it."""


def room_of(file: Path, package: Path) -> str:
    """The module or folder directly below the package that a file belongs to."""
    return file.relative_to(package).with_suffix("").parts[0]


def imported(file: Path, package: Path) -> Iterator[str]:
    """Every module of the package that a file imports, also inside functions: ``rules.quotes``."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = (
                [f"{node.module}.{one.name}" for one in node.names] if node.module == package.name else [node.module]
            )
        else:
            continue
        yield from (name.removeprefix(f"{package.name}.") for name in names if name.startswith(f"{package.name}."))


def arrows(package: Path) -> dict[str, set[str]]:
    """For each room the other rooms that it imports."""
    found: dict[str, set[str]] = {}
    for file in sorted(package.rglob("*.py")):
        room = room_of(file, package)
        rooms = {module.partition(".")[0] for module in imported(file, package)}
        found.setdefault(room, set()).update(rooms - {room})
    return {room: rooms for room, rooms in found.items() if room != "__init__"}


def upward(package: Path, order: tuple[str, ...] = ROOMS) -> list[str]:
    """What breaks the order: rooms that it does not name, and imports of a later room."""
    found = arrows(package)
    strange = [f"{room} has no place in the order" for room in found if room not in order]
    return strange + [
        f"{room} imports {other}, which comes after it"
        for room, others in found.items()
        for other in sorted(others)
        if room in order and (other not in order or order.index(other) > order.index(room))
    ]


def what_it_is(room: str) -> str:
    """The first line of a room's docstring."""
    folder = ROOT / "macros" / room
    file = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    text = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    return text.partition("\n")[0]


def main() -> None:
    """Prints the rooms."""
    found = arrows(ROOT / "macros")
    for room in ROOMS:
        print(f"{room:14} {what_it_is(room)}")
        print(f"{'':14} -> {' '.join(one for one in ROOMS if one in found[room])}".rstrip(" >-"))
    sys.stdout.flush()  # What fails later, Python tells by itself.


if __name__ == "__main__":
    console.prepare()
    main()
