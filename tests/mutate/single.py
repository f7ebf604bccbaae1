"""Single small edits of a data folder, each with what a message must say or point at to have named the cause."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

FIELD = re.compile(r"( *(?:- )*)([a-z_0-9-]+):(?: (.*))?")
ENTRY = re.compile(r"( *)- ")

IDS = frozenset({"id"})
REFERENCES = frozenset(
    "source unit period qualifier kind stage status work_area lead_figure of grant grant_together term figure"
    " current_document sentence question questions verbatim script".split()
)
WORDS = frozenset({"quote", "written", "stood", "printed", "about", "text"})
NUMBERS = frozenset({"value", "order", "line"})
DATES = frozenset({"date", "from", "to", "due", "expires", "published"})


@dataclass(frozen=True)
class Edit:
    """One edit: ``files`` that hold something else now (None: nothing), and how it can be told that it was found.

    The cause is named by a problem that stands at one of ``lines`` of ``path``, or whose message holds every
    word of one of ``words``.
    """

    kind: str
    what: str
    files: Mapping[str, bytes | None]
    path: str = ""
    lines: range = range(0)
    words: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Folder:
    """The files that are edited."""

    files: Mapping[str, bytes]

    def yaml(self, random: Random) -> tuple[str, list[str]]:
        """A data file and its lines; files are chosen by their length, so that every line is as likely."""
        names = [name for name in self.files if name.endswith(".yml")]
        name = random.choices(names, [len(self.files[one]) for one in names])[0]
        return name, self.files[name].decode().split("\n")

    def field(self, random: Random, names: frozenset[str] | None) -> tuple[str, list[str], int, re.Match[str]] | None:
        """A field with a value on its line, of some names or any: its file, the lines, its line and its parts."""
        found = [
            (name, lines, row, match)
            for name, data in self.files.items()
            if name.endswith(".yml")
            for lines in [data.decode().split("\n")]
            for row, line in enumerate(lines)
            if (match := FIELD.fullmatch(line)) and (match[3] or "") and (names is None or match[2] in names)
        ]
        return random.choice(found) if found else None


Make = Callable[[Random, Folder], Edit | None]


def changed(kind: str, name: str, lines: list[str], row: int, new: list[str], *words: tuple[str, ...]) -> Edit:
    """A line replaced by some others; its place is the line and its neighbours where there are no others."""
    text = "\n".join([*lines[:row], *new, *lines[row + 1 :]])
    near = range(row + 1, row + 1 + len(new)) if new else range(row, row + 2)
    words += ((f"第 {row + 1} 行",),)
    return Edit(
        kind,
        f"{name}:{row + 1} {lines[row].strip()!r} -> {[one.strip() for one in new]!r}",
        {name: text.encode()},
        name,
        near,
        words,
    )


def full_ids(name: str, ident: str) -> tuple[tuple[str], ...]:
    """How an id of a file may be named: by itself, as a figure, as a sentence."""
    return (ident,), (f"{stem(name)}.{ident}",), (f"{stem(name)}#{ident}",)


def slip(random: Random, text: str) -> str:
    """Text with one character changed, dropped, doubled or swapped with the next."""
    at = random.randrange(len(text))
    return random.choice(
        [
            text[:at] + random.choice("工作科技的年项目eas0159-、") + text[at + 1 :],
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :],
        ]
    )


def field_slip(kind: str, names: frozenset[str] | None) -> Make:
    """A slip in the value of a field of some names."""

    def make(random: Random, folder: Folder) -> Edit | None:
        chosen = folder.field(random, names)
        if chosen is None:
            return None
        name, lines, row, match = chosen
        new = slip(random, match[3])
        if new == match[3]:
            return None
        line = f"{match[1]}{match[2]}: {new}"
        named = match[2] in IDS | REFERENCES
        both = [(*old, *meant) for old in full_ids(name, match[3]) for meant in full_ids(name, new)]
        words: list[tuple[str, ...]] = [*both] if named else []
        if match[2] in ("stood", "printed"):
            above = (FIELD.fullmatch(line) for line in reversed(lines[:row]))
            words = [(next(one[3] for one in above if one and one[2] == "id"),)]
        return changed(kind, name, lines, row, [line], *words)

    return make


def other_value(random: Random, folder: Folder) -> Edit | None:
    """A reference replaced by another that exists."""
    one, other = folder.field(random, REFERENCES), folder.field(random, REFERENCES)
    if one is None or other is None or one[3][2] != other[3][2] or one[3][3] == other[3][3]:
        return None
    name, lines, row, match = one
    return changed("another value of the kind", name, lines, row, [f"{match[1]}{match[2]}: {other[3][3]}"])


def new_id(random: Random, folder: Folder) -> Edit | None:
    """An id replaced by another one altogether."""
    name, lines, row, match = folder.field(random, IDS) or ("", [], 0, None)
    if match is None:
        return None
    return changed(
        "id renamed",
        name,
        lines,
        row,
        [f"{match[1]}id: {random.choice(['new-name', 'x9'])}"],
        *full_ids(name, match[3]),
    )


def empty_value(random: Random, folder: Folder) -> Edit | None:
    name, lines, row, match = folder.field(random, None) or ("", [], 0, None)
    return match and changed("value emptied", name, lines, row, [f"{match[1]}{match[2]}:"])


def key_slip(random: Random, folder: Folder) -> Edit | None:
    name, lines, row, match = folder.field(random, None) or ("", [], 0, None)
    if match is None:
        return None
    key = slip(random, match[2])
    return changed("key misspelt", name, lines, row, [f"{match[1]}{key}: {match[3]}"]) if key != match[2] else None


def colon_slip(random: Random, folder: Folder) -> Edit | None:
    name, lines, row, match = folder.field(random, None) or ("", [], 0, None)
    if match is None:
        return None
    sign = random.choice(["：", ":", " :", ""])
    return changed("colon mistyped", name, lines, row, [f"{match[1]}{match[2]}{sign}{match[3]}"])


def quote_slip(random: Random, folder: Folder) -> Edit | None:
    name, lines, row, match = folder.field(random, None) or ("", [], 0, None)
    if match is None:
        return None
    new = random.choice([f'"{match[3]}', f'{match[3]}"', f"“{match[3]}”", f"'{match[3]}", f"[{match[3]}"])
    return changed("quotation mark", name, lines, row, [f"{match[1]}{match[2]}: {new}"])


def digit_slip(random: Random, folder: Folder) -> Edit | None:
    """A digit of a number in a text of either language."""
    chosen = folder.field(random, frozenset({"zh", "en"}))
    found = list(re.finditer("[0-9]", chosen[3][3])) if chosen else []
    if chosen is None or not found:
        return None
    name, lines, row, match = chosen
    at = random.choice(found).start()
    text = match[3][:at] + str((int(match[3][at]) + 1) % 10) + match[3][at + 1 :]
    return changed("a digit in a text", name, lines, row, [f"{match[1]}{match[2]}: {text}"])


def a_line(random: Random, folder: Folder) -> tuple[str, list[str], int] | None:
    name, lines = folder.yaml(random)
    row = random.randrange(len(lines))
    return (name, lines, row) if lines[row].strip() and not lines[row].startswith("#") else None


def delete_line(random: Random, folder: Folder) -> Edit | None:
    chosen = a_line(random, folder)
    if chosen is None:
        return None
    name, lines, row = chosen
    match = FIELD.fullmatch(lines[row])
    said = ((f"“{match[2]}”",), (match[3].strip(),)) if match and match[3] else ((f"“{match[2]}”",),) if match else ()
    return changed("line deleted", name, lines, row, [], *said)


def double_line(random: Random, folder: Folder) -> Edit | None:
    chosen = a_line(random, folder)
    return chosen and changed("line doubled", *chosen, [chosen[1][chosen[2]]] * 2)


def indent_line(random: Random, folder: Folder) -> Edit | None:
    chosen = a_line(random, folder)
    if chosen is None:
        return None
    name, lines, row = chosen
    by = random.choice([" ", "  ", "\t", "　", "-", "--"])
    if by.startswith("-") and not lines[row].startswith(" " * len(by)):
        return None
    line = lines[row][len(by) :] if by.startswith("-") else by + lines[row]
    edit = changed("line indented", name, lines, row, [line])
    return Edit(**edit.__dict__ | {"lines": range(row + 1, row + 3)})


def swap_lines(random: Random, folder: Folder) -> Edit | None:
    chosen = a_line(random, folder)
    if chosen is None:
        return None
    name, lines, row = chosen
    if row + 1 >= len(lines) or lines[row] == lines[row + 1] or not lines[row + 1].strip():
        return None
    text = "\n".join([*lines[:row], lines[row + 1], lines[row], *lines[row + 2 :]])
    return Edit(
        "lines swapped",
        f"{name}:{row + 1} {lines[row]!r} <-> {lines[row + 1]!r}",
        {name: text.encode()},
        name,
        range(row + 1, row + 4),
        ((f"第 {row + 1} 行",), (f"第 {row + 2} 行",)),
    )


def block(lines: list[str], row: int) -> int:
    """Where the list entry that begins on a line ends."""
    depth = len(lines[row]) - len(lines[row].lstrip(" "))
    end = row + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip(" ")) > depth):
        end += 1
    return end


def an_entry(random: Random, folder: Folder) -> tuple[str, list[str], int, int] | None:
    name, lines = folder.yaml(random)
    rows = [row for row, line in enumerate(lines) if ENTRY.match(line)]
    if not rows:
        return None
    row = random.choice(rows)
    return name, lines, row, block(lines, row)


def delete_entry(random: Random, folder: Folder) -> Edit | None:
    """An entry of a list deleted: an id, a sentence or a number that is then lacked."""
    chosen = an_entry(random, folder)
    if chosen is None:
        return None
    name, lines, row, end = chosen
    gone = [match for line in lines[row:end] if (match := FIELD.fullmatch(line)) and match[3]]
    words = tuple((one[3],) for one in gone if one[2] in ("zh", "source", "written", "stood", "printed"))
    words += tuple(one for ident in gone if ident[2] == "id" for one in full_ids(name, ident[3]))
    words += ((lines[row].strip(" -"),),)
    text = "\n".join([*lines[:row], *lines[end:]])
    return Edit(
        "entry deleted",
        f"{name}:{row + 1}-{end} {lines[row].strip()}",
        {name: text.encode()},
        name,
        range(row - 2, row + 3),
        words,
    )


def double_entry(random: Random, folder: Folder) -> Edit | None:
    chosen = an_entry(random, folder)
    if chosen is None:
        return None
    name, lines, row, end = chosen
    text = "\n".join([*lines[:end], *lines[row:end], *lines[end:]])
    return Edit(
        "entry doubled",
        f"{name}:{row + 1}-{end} {lines[row].strip()}",
        {name: text.encode()},
        name,
        range(end + 1, 2 * end - row + 1),
    )


def stem(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".yml")


def delete_file(random: Random, folder: Folder) -> Edit | None:
    name = random.choice(list(folder.files))
    return Edit("file deleted", name, {name: None}, name, range(1, 2), ((stem(name),),))


def rename_file(random: Random, folder: Folder) -> Edit | None:
    name = random.choice(list(folder.files))
    base = name.rpartition("/")[2]
    first, dot, rest = base.partition(".")
    new = random.choice([
        f"{first}-2{dot}{rest}", f"{first[:-1]}{dot}{rest}", f"new-name{dot}{rest}", f"{base}~", f"{base}.txt",
        f"{first} (1){dot}{rest}", base.replace(".yml", ".yaml"), base.upper(), f"{first} - 副本{dot}{rest}",
        f"._{base}",
    ])  # fmt: skip
    target = name.removesuffix(base) + new
    if target in folder.files:
        return None
    return Edit(
        "file renamed",
        f"{name} -> {new}",
        {name: None, target: folder.files[name]},
        target,
        range(1, 2),
        ((stem(name),),),
    )


def copy_file(random: Random, folder: Folder) -> Edit | None:
    name = random.choice(list(folder.files))
    first, dot, rest = name.partition(".")
    new = random.choice([
        f"{first} (1){dot}{rest}", f"{first} - 副本{dot}{rest}", f"{name}~", f"{name}.bak", f"{first}-copy{dot}{rest}",
    ])  # fmt: skip
    return Edit("file copied", f"{name} -> {new}", {new: folder.files[name]}, new, range(1, 10000), ((stem(new),),))


def litter(random: Random, folder: Folder) -> Edit | None:
    name = random.choice([file for file in folder.files if "/" in file])
    place, _, base = name.rpartition("/")
    new = f"{place}/" + random.choice(
        ["Thumbs.db", ".DS_Store", f"._{base}", f"~${base}", "desktop.ini", f".~lock.{base}#"]
    )
    return Edit("litter", new, {new: b"\0\5\x16\7 litter"}, new, range(1, 2), ((new.rpartition("/")[2],),))


def move_file(random: Random, folder: Folder) -> Edit | None:
    name = random.choice([file for file in folder.files if "/" in file])
    target = (
        random.choice(["work-areas", "activities", "documents", "drafts", "vocabulary"]) + "/" + name.rpartition("/")[2]
    )
    if target in folder.files:
        return None
    return Edit(
        "file moved",
        f"{name} -> {target}",
        {name: None, target: folder.files[name]},
        target,
        range(1, 10000),
        ((stem(name),),),
    )


def spoil_file(random: Random, folder: Folder) -> Edit | None:
    """A whole file saved otherwise: empty, cut short, in another encoding, in conflict."""
    name, lines = folder.yaml(random)
    text = "\n".join(lines)
    row = random.randrange(len(lines))
    kind, data, at = random.choice([
        ("emptied", b"", range(1, 3)),
        ("cut short", "\n".join(lines[:row]).encode() or b" ", range(max(row - 8, 0), row + 2)),
        ("saved as GBK", text.encode("gb18030"), range(1, 10000)),
        ("saved as UTF-16", text.encode("utf-16"), range(1, 10000)),
        ("conflict", "\n".join([*lines[:row], "<<<<<<< HEAD", *lines[row:]]).encode(), range(row + 1, row + 2)),
    ])  # fmt: skip
    return Edit(f"file {kind}", f"{name}:{row}", {name: data}, name, at)


def verbatim(random: Random, folder: Folder) -> Edit | None:
    """A line or a character of a text as received."""
    name = random.choice([file for file in folder.files if file.startswith("documents/") and file.endswith(".txt")])
    lines = folder.files[name].decode().split("\n")
    row = random.randrange(len(lines))
    if not lines[row]:
        return None
    new = random.choice([[], [lines[row]] * 2, [slip(random, lines[row])]])
    data = "\n".join([*lines[:row], *new, *lines[row + 1 :]]).encode()
    return Edit(
        "verbatim text changed", f"{name}:{row + 1}", {name: data}, name, range(1, 10000), ((name.rpartition("/")[2],),)
    )


MAKERS: tuple[Make, ...] = (
    field_slip("slip in a quote or name", WORDS),
    field_slip("slip in a number", NUMBERS),
    field_slip("slip in a date", DATES),
    field_slip("slip in a reference", REFERENCES),
    field_slip("slip in an id", IDS),
    field_slip("slip in any value", None),
    *(new_id, other_value, empty_value, key_slip, colon_slip, quote_slip, digit_slip),
    *(delete_line, double_line, indent_line, swap_lines, delete_entry, double_entry),
    *(delete_file, rename_file, copy_file, move_file, litter, spoil_file, verbatim),
)


def edits(files: Mapping[str, bytes], seed: int) -> Iterator[Edit]:
    """Endlessly many edits, every kind as often; always the same for a seed."""
    folder = Folder({name: files[name] for name in sorted(files)})
    case = 0
    while True:
        for make in MAKERS:
            case += 1
            if edit := make(Random(f"{seed}:{case}"), folder):
                yield edit
