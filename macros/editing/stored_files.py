"""Files of two folders held against each other, read and written as texts."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from macros.problems import Refused
from macros.records.folder import files_below
from macros.system.atomic_write import write_atomically
from macros.text.languages import Bilingual


def differing_paths(one: Path, other: Path) -> list[str]:
    """The paths that only one of two folders holds, or that differ."""
    held = {path for folder in (one, other) for path in files_below(str(folder))}
    return sorted(path for path in held if bytes_or_none(one / path) != bytes_or_none(other / path))


def bytes_or_none(file: Path) -> bytes | None:
    """The content of a regular file; None where there is none."""
    return file.read_bytes() if file.is_file() and not file.is_symlink() else None


def stored_text(file: Path) -> str | None:
    """The text of a file; None where there is none. Raises Refused where it is no UTF-8."""
    content = bytes_or_none(file)
    try:
        return None if content is None else content.decode()
    except UnicodeDecodeError:
        name = file.name
        said = Bilingual(f"{name} 不是 UTF-8 文字，不能编辑。", f"{name} is no text in UTF-8 and cannot be edited.")
        raise Refused(said) from None


def put_text(file: Path, text: str | None) -> None:
    """Writes a text, or removes the file."""
    put_bytes(file, None if text is None else text.encode())


def put_bytes(file: Path, content: bytes | None) -> None:
    """Writes a file whole, or removes it; one that is so already is left alone."""
    if content is None:
        with suppress(FileNotFoundError):
            file.unlink()
    elif bytes_or_none(file) != content:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, content)
