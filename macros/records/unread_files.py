"""Files in a data folder that are not read: what each of them is, and what to do with it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from macros.problems import Place, Problem, Subject
from macros.records.attached_files import is_attachable
from macros.records.base import ID_PATTERN
from macros.records.kinds import DOCUMENTS, FILES, FOLDERS, Kind
from macros.records.ledger import LEDGER
from macros.records.retired_fields import RETIRED_FILES
from macros.text.languages import Bilingual

ASTRAY = "astray"
"""Problems about a record, by its id, that may be in a file which is not read: what needs the record follows."""

MISSING = "missing"
"""Problems about a file that every site needs, by the path of one that may be it under another name."""

COPY = re.compile(r"(?: ?\([0-9]+\)| ?（[0-9]+）| ?- ?(?:副本|复件|Copy|copy)| ?(?:副本|复件)| copy)+$")
"""What systems put behind the name of a copy."""
RECORD_ENDING = re.compile(r"(?i)(?:\.ya?ml)+(?:\.txt)?$")
"""How a data file ends that is named almost right; Notepad adds .txt."""
BACKUP = re.compile(r"(?i)(?:~|\.bak|\.tmp|\.orig|\.old|\.sw[op])$")

PLACES_ZH = "工作领域放 work-areas/，栏目的记录放以栏目编号为名的文件夹，来源文件放 documents/，词表放 vocabulary/"
PLACES_EN = (
    "work areas in work-areas/, records of a section in the folder of its id, "
    "documents in documents/, word lists in vocabulary/"
)


class Litter(NamedTuple):
    """Files that programs leave behind, by their names, and what they are."""

    pattern: re.Pattern[str]
    wrong: Bilingual
    fix: Bilingual


LITTER = (
    Litter(
        re.compile(r"~\$.*|~.*\.tmp"),
        Bilingual(
            "这是 Word、Excel 或 WPS 打开文件时留下的临时文件，不是数据。",
            "Word, Excel or WPS left this file while a document was open; it is no data.",
        ),
        Bilingual("关闭打开着的文档后删去它。", "Close the document, then delete this file."),
    ),
    Litter(
        re.compile(r"\._.*|\.DS_Store"),
        Bilingual(
            "这是苹果电脑自动生成的隐藏文件，不是数据。", "A Mac made this hidden file by itself; it is no data."
        ),
        Bilingual("可以直接删去。", "It may simply be deleted."),
    ),
    Litter(
        re.compile(r"(?i)thumbs\.db|desktop\.ini"),
        Bilingual(
            "这是 Windows 自动生成的系统文件，不是数据。", "Windows made this system file by itself; it is no data."
        ),
        Bilingual("可以直接删去。", "It may simply be deleted."),
    ),
)


def is_litter(name: str) -> bool:
    """Whether a file is none of anybody's records, whatever its name ends in."""
    return any(one.pattern.fullmatch(name) for one in LITTER)


def plain_name(name: str) -> str:
    """The id that a record's file was meant to have: without what programs add to names, and in its right form."""
    bare = RECORD_ENDING.sub("", BACKUP.sub("", name)).lstrip("._~$")
    return re.sub(r"[\s_.]+", "-", COPY.sub("", bare).strip().lower())


def is_record(name: str) -> bool:
    """Whether a file in a folder of records is read as one."""
    return name.endswith(".yml") and not name.startswith(".") and not is_litter(name)


def attachable_in(data: Path, path: str) -> bool:
    """Whether a file is one that a document can name as an attachment or as its original."""
    folder, _, name = path.rpartition("/")
    return folder == DOCUMENTS.place and is_attachable(name) and not is_litter(name) and not (data / path).is_symlink()


def not_read(data: Path, shown: str, paths: Sequence[str], sections: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """Files that nothing reads: a misnamed record would otherwise vanish without a word.

    ``sections`` are the folders whose records the bureau's sections declare.
    """
    folders = RECORDS | sections
    for path in paths:
        folder, _, name = path.rpartition("/")
        if path in KNOWN or (folder in folders and is_record(name)):
            continue
        text = folder == DOCUMENTS.place and name.endswith(".txt") and not RECORD_ENDING.search(name)
        text = text or attachable_in(data, path)
        if (data / path).is_symlink():
            yield Problem(Place(f"{shown}/{path}"), *LINK, about=(Subject(ASTRAY),) if path in folders else ())
        elif path in FOLDERS_READ | sections:
            yield Problem(Place(f"{shown}/{path}"), *NO_FOLDER, about=(Subject(ASTRAY),) if path in folders else ())
        elif text and (device := name.partition(".")[0]).lower() in DEVICES:
            yield reserved(device, f"{shown}/{path}")
        elif not (text or path == LEDGER):
            yield what_is(path, f"{shown}/{path}", frozenset(paths), folders)
    if (data / LEDGER).exists() and not (data / LEDGER).is_file():
        yield Problem(Place(f"{shown}/{LEDGER}"), *NO_LEDGER)


def what_is(path: str, shown: str, paths: frozenset[str], folders: frozenset[str]) -> Problem:
    """A file that is not read: it may be a record that is looked for, or a file that every site needs."""
    if path in RETIRED_FILES:
        return Problem(Place(shown), NO_LONGER_READ, RETIRED_FILES[path])
    folder, _, name = path.rpartition("/")
    ident = plain_name(name)
    wrong, fix = description(folder, name, ident, paths, folders)
    lost = RECORD_ENDING.search(BACKUP.sub("", name)) and f"{folder}/{ident}.yml" not in paths - {path}
    about = (Subject(ASTRAY, ident),) if lost else ()
    return Problem(Place(shown), wrong, fix, about=about, follows=(Subject(MISSING, path),))


def description(
    folder: str, name: str, ident: str, paths: frozenset[str], folders: frozenset[str]
) -> tuple[Bilingual, Bilingual]:
    """What a file that is not read seems to be, and what to do with it."""
    for one in LITTER:
        if one.pattern.fullmatch(name):
            return one.wrong, one.fix
    there = f"{folder}/{ident}.yml".lstrip("/") in paths
    if BACKUP.search(name):
        return (
            Bilingual("这是编辑软件留下的备份文件，没有读取。", "An editor left this backup; it is not read."),
            Bilingual("删去它。", "Delete it.")
            if there or not RECORD_ENDING.search(BACKUP.sub("", name))
            else Bilingual(
                f"不需要就删去；要用它就改名为 {ident}.yml。", f"Delete it, or rename it {ident}.yml to use it."
            ),
        )
    if not RECORD_ENDING.search(name):
        return (
            Bilingual("没有任何页面会用到这个文件。", "Nothing reads this file."),
            Bilingual(
                "把它移出 data/；其中的内容要公开的，填入相应的 .yml 文件。",
                "Move it out of data/; what it says that shall be public goes into a .yml file.",
            ),
        )
    if folder in folders:
        return badly_named(name, ident, there)
    places = difflib.get_close_matches(folder, folders, n=1, cutoff=0.7)
    near = [f"{place}/{ident}.yml" for place in places]
    near = difflib.get_close_matches(f"{folder}/{ident}.yml".lstrip("/"), KNOWN, n=1, cutoff=0.8) or near
    zh, en = (f"是不是想放在 {near[0]}？", f"Did you mean {near[0]}? ") if near else ("", "")
    if near and near[0] in paths:
        zh = f"已经有 {near[0]}；这里如果是副本，就删去。"
        en = f"There is {near[0]} already; if this is a copy of it, delete it. "
    return (
        Bilingual(
            "记录文件不在所属的文件夹里，没有读取。", "This record is not in the folder of its kind and is not read."
        ),
        Bilingual(
            f"{zh}{PLACES_ZH}；不是记录的移出 data/。", f"{en}Put {PLACES_EN}; what is no record belongs outside data/."
        ),
    )


def badly_named(name: str, ident: str, taken: bool) -> tuple[Bilingual, Bilingual]:
    """What is wrong with the name of a file that was meant to be a record, and what it should be called."""
    to = f"{ident}.yml"
    wrong = Bilingual(f"文件名“{name}”不能用作网址。", f'The file name "{name}" cannot serve in a URL.')
    if name.startswith("."):
        wrong = Bilingual(
            "文件名以点开头，是隐藏文件，没有读取。", "A name that begins with a dot is hidden; it is not read."
        )
    elif not name.endswith(".yml"):
        wrong = Bilingual("扩展名不是 .yml，没有读取。", "The name does not end in .yml, so the file is not read.")
    if not is_id(ident):
        return wrong, Bilingual(
            "只用小写英文字母、数字和短横线，以字母或数字开头，不超过63个字符，扩展名 .yml。",
            "Use lower-case letters, digits and hyphens only, beginning with a letter or digit, 63 at most, then .yml.",
        )
    if taken and COPY.search(name.removesuffix(".yml")):
        return wrong, Bilingual(
            f"它像是 {to} 的副本：不需要就删去；确是新记录，另起一个英文文件名。",
            f"It seems to be a copy of {to}: delete it, or give it a name of its own if it is a new record.",
        )
    if taken:
        return wrong, Bilingual(
            f"已经有 {to}：核对后只留一份，或另起一个英文文件名。",
            f"There is a {to} already: keep one of the two, or give this one a name of its own.",
        )
    hint = (
        "；看不到扩展名时，在文件夹的“查看”中勾选“文件扩展名”",
        '; turn on "File name extensions" in the folder\'s View to see it',
    )
    zh, en = hint if name.lower().endswith(".txt") else ("", "")
    return wrong, Bilingual(f"改名为 {to}{zh}。", f"Rename it {to}{en}.")


def is_id(ident: str) -> bool:
    """Whether a name can serve in a URL, and on every system."""
    return re.fullmatch(ID_PATTERN, ident) is not None and ident not in RESERVED_IDS


def bad_file_name(ident: str, shown: str, others: Container[str] = ()) -> Iterator[Problem]:
    """A file name is the id in the URL: lower-case, no reserved names. ``others`` are the ids in its folder."""
    plain = plain_name(ident)
    there = plain != ident and plain in others
    about = () if there else (Subject(ASTRAY, plain),)
    if not re.fullmatch(ID_PATTERN, ident):
        yield Problem(Place(shown), *badly_named(f"{ident}.yml", plain, there), about=about)
    elif ident in RESERVED_IDS:
        yield reserved(ident, shown)


def reserved(ident: str, shown: str) -> Problem:
    """A file whose name not every system takes."""
    return Problem(
        Place(shown),
        Bilingual(f"“{ident}”是系统保留名称。", f'"{ident}" is a reserved name.'),
        Bilingual("换一个文件名。", "Choose another file name."),
        about=(Subject(ASTRAY, ident),),
    )


def in_another_folder(file: str, ident: str, meant: Sequence[Kind], folder: str) -> Problem:
    """A record that is none of the kind whose folder it is in, but is one of another kind, or of one of several."""
    titles = Bilingual("”或“".join(one.zh for one in meant), " or ".join(one.en for one in meant))
    places = Bilingual(
        " 或 ".join(f"{folder}/{one.place}/" for one in meant), " or ".join(f"{folder}/{one.place}/" for one in meant)
    )
    return Problem(
        Place(file),
        Bilingual(
            f"这份记录的内容是“{titles.zh}”，却放在别类记录的文件夹里。",
            f"What this file holds is a record of the kind {titles.en}, but it lies in the folder of another.",
        ),
        Bilingual(f"移到 {places.zh}。", f"Move it to {places.en}."),
        about=(Subject(ASTRAY, ident),),
    )


LINK = (
    Bilingual("这是链接或快捷方式，没有读取。", "This is a link, and links are not read."),
    Bilingual("把文件或文件夹本身放到这里。", "Put the file or folder itself here."),
)
NO_FOLDER = (
    Bilingual("这里应是文件夹，却是一个文件。", "A folder belongs here, but this is a file."),
    Bilingual("把它移走，恢复原来的文件夹。", "Move it away, and restore the folder."),
)
NO_LEDGER = (
    Bilingual("公布台账不是普通文件，没有读取。", "The ledger is no plain file, and was not read."),
    Bilingual("恢复原来的文件。", "Restore the file."),
)
NO_LONGER_READ = Bilingual("这个文件不再使用。", "This file is no longer read.")
KNOWN = frozenset(kind.place for kind in FILES)
RECORDS = frozenset(kind.place for kind in FOLDERS)
FOLDERS_READ = RECORDS | {place.partition("/")[0] for place in KNOWN if "/" in place}
DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})
"""Names that no file on Windows can have, whatever follows them behind a dot."""
RESERVED_IDS = DEVICES | {"index"}
"""Names that cannot be file or page names on every system."""
