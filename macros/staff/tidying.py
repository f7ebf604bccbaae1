"""Data files in their one form: order of fields, indents, quotes, line ends. Values and comments stay as they are.

Sets of fields have a line for each field, so that a change of one language is a change of one line, and no comma or
colon of a text needs quotes; lists of short texts stand between brackets where they fit on a line. Blank lines stay
where people put them, one at a time; comments stay above what they stand above.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from macros.problems import Problem
from macros.records.base import Strict
from macros.records.folder import DataFile
from macros.staff.fields import field_at, order_at
from macros.system.atomic_write import write_atomically
from macros.system.console import concerning
from macros.yaml_files.characters import readable
from macros.yaml_files.data_text import new_problems
from macros.yaml_files.marked import Marked, marks_of
from macros.yaml_files.reader import NOT_A_FILE, bytes_of, read_bytes
from macros.yaml_files.source import BLOCK, Message, Source, message
from macros.yaml_files.values import FieldPath, Value, at_path
from macros.yaml_files.written import OTHERWISE_READ, CannotWriteError, Part, block, lines_inside, scalar

NOT_TIDIED = message(
    "这个文件的写法程序没有把握整理，因此没有改动。",
    "先运行 make check，按提示改好，再整理。",
    "The program is not sure how to tidy this file, so it was left as it is.",
    "Run make check and do as it says, then tidy it.",
)


def tidied_file(file: DataFile) -> tuple[bool, list[Problem]]:
    """Writes a data file in its form; whether it had another, and why it was left alone where it was."""
    if any(folder.is_symlink() for folder in file.file.parents[: file.shown.count("/") - 1]):
        return False, [Source(file.shown, "").problem(0, 0, NOT_A_FILE)]
    data = bytes_of(file.file)
    if isinstance(data, Message):
        return False, [Source(file.shown, "").problem(0, 0, data)]
    made = tidy(data, file.kind.model, file.shown)
    if isinstance(made, list):
        return False, made
    if made != data:
        with concerning(file.file):
            write_atomically(file.file, made)
    return made != data, []


def tidy(data: bytes, model: type[Strict], shown: str) -> bytes | list[Problem]:
    """The bytes of a data file in their form; or what is wrong with it, where it cannot be read or might change.

    Whatever our reader finds wrong with it is still found afterwards, but for tabs that nobody reads.
    """
    reading, problems = read_bytes(data, shown)
    if reading is None:
        return problems
    untidy = problems or [Source(shown, reading.text).problem(0, 0, NOT_TIDIED)]
    text = reading.text.replace("\t", " ")
    spaced, wrong = read_bytes(text.encode("utf-8", "surrogatepass"), shown)
    if spaced is None or spaced.value != reading.value or readable(text) != text:
        return untidy
    try:
        root = marks_of(text)
        if any("\t" in reading.text[one.start : one.end] for one in root.texts()) or has_name_twice(root):
            return untidy
        new = "".join(f"{line}\n" for line in CanonicalForm(text, reading.value, model).lines(root))
    except (ValueError, CannotWriteError):
        return untidy
    made = new.encode("utf-8")
    again, left = read_bytes(made, shown)
    if again is None or again.value != reading.value or new_problems(wrong, left) or new_problems(left, wrong):
        return untidy
    return made if comments(text, root) == comments(new, marks_of(new)) else untidy


def has_name_twice(part: Marked) -> bool:
    """Whether a set of fields has two of one name."""
    return len(set(part.steps)) < len(part.steps) or any(has_name_twice(one) for one in part.inside)


def comments(text: str, root: Marked) -> Counter[str]:
    """All that stands in a text beside its values and what YAML itself needs."""
    kept, at = "", 0
    for one in root.texts():
        kept, at = kept + text[at : one.start] + "\n", one.end
    return Counter(line.partition("#")[2].strip() for line in (kept + text[at:]).split("\n") if "#" in line)


def one_blank(lines: Sequence[str]) -> tuple[str, ...]:
    """Comments with one blank line at most between them."""
    pairs = zip(("#", *lines), lines, strict=False)
    return tuple(line for before, line in pairs if line or before)


def without_blank(lines: Sequence[str], *, behind: bool = False) -> tuple[str, ...]:
    """Comments without the blank lines in front of them, or behind them."""
    edge = [at for at, line in enumerate(lines) if line]
    return tuple((lines[: edge[-1] + 1] if behind else lines[edge[0] :]) if edge else ())


def sorted_fields(parts: Sequence[Part], order: Sequence[str]) -> list[Part]:
    """Fields in the order of their class; one that it does not have stays behind the one it stands behind."""
    ranks, rank = [], -1
    for part in parts:
        rank = order.index(part.name) if part.name in order else rank
        ranks.append(rank)
    return [part for _, part in sorted(zip(ranks, parts, strict=True), key=lambda one: one[0])]


class CanonicalForm:
    """The form of one file, made from its beginning to its end; ``at`` is the last line, from 0, that is in it."""

    def __init__(self, text: str, value: Value, model: type[Strict]) -> None:
        self.text, self.value, self.model = text, value, model
        self.source = text.split("\n")
        self.at = -1

    def lines(self, root: Marked) -> Iterator[str]:
        """The lines of the file. The comments above its first field, down to a blank line, stay at the top of it."""
        first = self.gap(self.line(root.start))
        blank = max((at for at, line in enumerate(first) if not line), default=len(first))
        head, above = one_blank(without_blank(without_blank(first[:blank]), behind=True)), first[blank + 1 :]
        whole = self.group(root, (), -1, above)
        if head:
            yield from head
        inside = list(whole.inside)
        if blank < len(first) and head:
            inside[0] = replace(inside[0], above=("", *without_blank(inside[0].above)))
        yield from lines_inside(replace(whole, inside=tuple(inside)), 0)

    def line(self, at: int) -> int:
        """The line on which a place stands."""
        return self.text.count("\n", 0, at)

    def gap(self, end: int) -> tuple[str, ...]:
        """Comments and blank lines that stand between the last line and another one, which is now the last."""
        found = tuple(line.strip() for line in self.source[self.at + 1 : end])
        self.at = max(self.at, end)
        return found

    def item(self, one: Marked, path: FieldPath, column: int) -> Part:
        """A field or an entry, which stands in a group that begins in a column."""
        above = self.gap(self.line(one.name[0]))
        name = path[-1] if isinstance(path[-1], str) else None
        if one.kind == "text":
            above += self.gap(self.line(one.start))
            self.at = max(self.at, self.line(one.end))
            return Part(name, "text", self.typed(one, path), above=one_blank(above))
        made = self.group(one, path, column)
        if name is None and made.kind == "fields" and made.inside:  # Its dash stands on the line of its first field.
            above += made.inside[0].above
            made = replace(made, inside=(replace(made.inside[0], above=()), *made.inside[1:]))
        return replace(made, name=name, above=one_blank(above))

    def group(self, one: Marked, path: FieldPath, column: int, above: tuple[str, ...] = ()) -> Part:
        """A list or a set of fields, which stands in a group that begins in a column."""
        inside = [self.item(held, (*path, step), one.column) for step, held in zip(one.steps, one.inside, strict=True)]
        if above and inside:
            inside[0] = replace(inside[0], above=(*above, *inside[0].above))
        if one.kind == "fields":
            inside = sorted_fields(inside, order_at(self.model, path))
        if inside:
            inside[0] = replace(inside[0], above=without_blank(inside[0].above))
        below = self.gap(self.line(one.end)) if one.bracketed else self.left_below(one.column, column)
        return Part(None, one.kind, (), tuple(inside), below=one_blank(without_blank(below, behind=True)))

    def left_below(self, column: int, outer: int) -> tuple[str, ...]:
        """The comments that follow a group and belong to it, for they are indented as far."""
        begin = last = self.at + 1
        for number, line in enumerate(self.source[begin:] if column > outer else (), begin):
            if line.strip() and (not line.strip().startswith("#") or len(line) - len(line.lstrip(" ")) < column):
                break
            last = number + 1 if line.strip() else last
        self.at = last - 1
        return tuple(line.strip() for line in self.source[begin:last])

    def typed(self, one: Marked, path: FieldPath) -> tuple[str, ...]:
        """A text as it is to be written. Blocks keep their lines; numbers, yes and no have no quotes."""
        value = at_path(self.value, path)
        if one.style in BLOCK:
            first, *rest = self.text[one.start : one.end].split("\n")
            indent = min((len(line) - len(line.lstrip(" ")) for line in rest if line.strip(" ")), default=0)
            return (first.rstrip(" "), *(line[indent:] for line in rest))
        if not isinstance(value, str):
            return ()
        known, _ = field_at(self.model, path)
        if OTHERWISE_READ.fullmatch(value) and (known.is_number if known else not one.style):
            return (value,)
        return block(value) or (scalar(value, "value" if isinstance(path[-1], str) else "entry"),)
