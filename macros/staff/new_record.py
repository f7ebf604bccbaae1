"""Starts a new record: a blank file where its kind belongs, or the reason why there can be none."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.problems import Place, Problem
from macros.records.collecting import declared_sections
from macros.records.declared import declared_in
from macros.records.folder import folder_missing
from macros.records.kinds import BUREAU, FOLDERS, PAGED, Kind
from macros.records.unread_files import RESERVED_IDS, is_id, plain_name
from macros.staff.blank_record import blank
from macros.staff.schemas import schema_name
from macros.system.console import concerning
from macros.text.languages import Bilingual

KINDS_BY_NAME = {schema_name(kind): kind for kind in FOLDERS}
"""The kinds that have one record a file, by the name they have on the command line."""


def start(data: Path, name: str, ident: str) -> Path | Problem:
    """Writes the blank record ``ident`` of the kind called ``name``; returns its file, or what is wrong."""
    if not (data / BUREAU.place).is_file():
        return folder_missing(data)
    sections = declared_sections(data)
    kinds = KINDS_BY_NAME | {kind.name: kind for kind in sections}
    kind = kinds.get(name)
    if kind is None:
        return unknown_kind(data, name, kinds)
    shown = f"{data.name}/{kind.place}/{ident}.yml"
    if not is_id(ident):
        return bad_id(shown, ident)
    if taken := file_of(data, (kind, *PAGED, *sections), ident):
        return id_taken(shown, ident, f"{data.name}/{taken.relative_to(data).as_posix()}")
    return write_new(data / kind.place / f"{ident}.yml", blank(kind, declared_in(data, ()).english_required), shown)


def bad_id(shown: str, ident: str) -> Problem:
    """The id cannot be a file name and part of an address; what it may have meant is suggested."""
    if ident in RESERVED_IDS:
        wrong = Bilingual(f"“{ident}”是系统保留名称。", f'"{ident}" is a reserved name.')
        return Problem(Place(shown), wrong, Bilingual("换一个文件名。", "Choose another file name."))
    plain = plain_name(ident)
    zh, en = (f"是不是想写“{plain}”？", f'Did you mean "{plain}"? ') if is_id(plain) else ("", "")
    return Problem(
        Place(shown),
        Bilingual("文件名不能用作网址。", "The file name cannot serve in a URL."),
        Bilingual(
            f"{zh}只用小写英文字母、数字和短横线，以字母或数字开头，不超过63个字符。",
            f"{en}Use lower-case letters, digits and hyphens only, beginning with a letter or digit, 63 at most.",
        ),
    )


def file_of(data: Path, kinds: Iterable[Kind], ident: str) -> Path | None:
    """The file that already has this id, of any of some kinds: records with pages share their ids."""
    places = dict.fromkeys(kind.place for kind in kinds)
    files = [data / place / f"{ident}.yml" for place in places]
    return next((file for file in files if file.exists() or file.is_symlink()), None)


def write_new(file: Path, text: str, shown: str) -> Path | Problem:
    """Writes a file that is not there yet, whole or not at all; what is there stays, even if it came this moment."""
    file.parent.mkdir(exist_ok=True)
    try:
        opened = file.open("x", encoding="utf-8", newline="\n")
    except FileExistsError:
        return id_taken(shown, file.stem, shown)
    try:
        with concerning(file), opened:
            opened.write(text)
    except OSError:
        file.unlink()
        raise
    return file


def unknown_kind(data: Path, name: str, kinds: Mapping[str, Kind]) -> Problem:
    """No kind is called so; the nearest is suggested, found by its folder or Chinese name too."""
    known = {word: one for one, kind in kinds.items() for word in (one, kind.place, kind.zh)}
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    zh = f"是不是想写“{known[near[0]]}”？" if near else ""
    en = f'Did you mean "{known[near[0]]}"? ' if near else ""
    return Problem(
        Place(data.name),
        Bilingual(f"没有“{name}”这类记录。", f'There is no kind of record called "{name}".'),
        Bilingual(
            f"{zh}KIND= 之后可写：{'、'.join(kinds)}。",
            f"{en}After KIND= write one of: {', '.join(kinds)}.",
        ),
    )


def id_taken(shown: str, ident: str, other: str) -> Problem:
    """The id belongs to a record already; nothing is overwritten."""
    return Problem(
        Place(shown),
        Bilingual(f"编号“{ident}”已经用在 {other}。", f'The id "{ident}" is already that of {other}.'),
        Bilingual("换一个编号；原有文件没有改动。", "Choose another id; no file was changed."),
    )
