"""The second gate: YAML events -> a tree. Nothing is resolved, and nothing recurses."""

from __future__ import annotations

from itertools import islice

import yaml

from macros.problems import Problem
from macros.yaml_files.characters import readable
from macros.yaml_files.messages import (
    BAD_ESCAPE,
    DEEPEST,
    DOUBLE_BRACES,
    MOST_VALUES,
    NAME_NOT_TEXT,
    NO_ALIAS,
    NO_CONTENT,
    TOO_DEEP,
    TOO_MANY,
    TWO_DOCUMENTS,
)
from macros.yaml_files.nodes import (
    Scalar,
    escaped,
    field_name_refused,
    mistyped,
    runs_over,
    slips_in_lines,
    tag_or_anchor,
)
from macros.yaml_files.silent import comments_behind, indent_given, no_break_space, number_parted, unfolded
from macros.yaml_files.source import MOST_LISTED, Message, Source, message, spot
from macros.yaml_files.tree import Group, Tree
from macros.yaml_files.values import Value
from macros.yaml_files.yaml_errors import refuse_syntax


def not_fields(zh: str, en: str) -> Message:
    """A file is a set of fields: row "empty file, list instead of mapping, two documents"."""
    return message(
        f"文件的最外层必须是字段，这里却是{zh}。",
        "最外层每行写一个字段，即“字段名: 内容”；列表写在某个字段下面。",
        f"A file must consist of fields, but this is {en}.",
        "Write fields at the outermost level, “name: value”; a list belongs under a field.",
    )


def gather(source: Source, problems: list[Problem]) -> Tree:
    """Reads a source whose refused characters, in ``problems``, have been made harmless.

    PyYAML's pure parser hands out one event at a time and keeps its own stack, so depth
    costs nothing; the libyaml one is faster, but another parser would mean other messages.
    """
    tree = Tree(source, problems=problems)
    loader = yaml.SafeLoader("\n".join(source.lines))
    seen = last_line = 0
    try:
        while loader.check_event() and len(problems) <= MOST_LISTED:
            event: yaml.Event = loader.get_event()  # type: ignore[no-untyped-call]
            seen += isinstance(event, yaml.NodeEvent)
            if stop := reason_to_stop(event, tree, seen):
                tree.refuse(*spot(event.start_mark), stop, tree.next_path())
                return tree
            take(event, tree)
            in_block = isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">")
            last_line, _ = spot(event.end_mark if in_block else event.start_mark)
    except yaml.MarkedYAMLError as error:
        in_quotes = " quoted scalar" in (error.context or "")
        refuse_comments(tree, last_line - in_quotes)  # What is quoted, but does not end, may hold any sign.
        refuse_syntax(error, tree, last_line)
    except (ValueError, OverflowError):  # PyYAML passes "\UFFFFFFFF" to chr() unchecked.
        tree.refuse(loader.line, loader.column, BAD_ESCAPE, tree.next_path())
    if tree.whole:
        refuse_comments(tree, len(source.lines))
    return tree


def refuse_comments(tree: Tree, last: int) -> None:
    """Names every comment that stands behind something else, up to the line ``last``, and the field it is in."""
    fields = {scalar.line: path for scalar, path in tree.scalars}
    found = comments_behind(tree.source, (scalar for scalar, _ in tree.scalars), last)
    for line, column, said in islice(found, MOST_LISTED):
        tree.refuse(line, column, said, fields.get(line, ()))


def reason_to_stop(event: yaml.Event, tree: Tree, seen: int) -> Message | None:
    """Too deep, too many, or a second document: what follows is not read."""
    if isinstance(event, yaml.CollectionStartEvent) and len(tree.groups) >= DEEPEST:
        return TOO_DEEP
    if isinstance(event, yaml.DocumentStartEvent) and tree.places:
        return TWO_DOCUMENTS
    return TOO_MANY if seen > MOST_VALUES else None


def take(event: yaml.Event, tree: Tree) -> None:
    """Puts what one event brings into the tree."""
    if isinstance(event, yaml.ScalarEvent):
        (take_scalar if tree.groups else take_lone_scalar)(event, tree)
    elif isinstance(event, yaml.CollectionStartEvent):
        open_group(event, tree)
    elif isinstance(event, yaml.CollectionEndEvent):
        tree.groups.pop()
    elif isinstance(event, yaml.AliasEvent):
        line, column = spot(event.start_mark)
        tree.refuse(line, column, NO_ALIAS, tree.next_path())
        if tree.groups and tree.groups[-1].awaits_name():
            tree.groups[-1].name = "*"
        else:
            tree.add_value(None, line, column)
    elif isinstance(event, yaml.StreamEndEvent):
        tree.whole = True
        if not tree.places and not tree.problems:
            tree.refuse(0, 0, NO_CONTENT)


def take_lone_scalar(event: yaml.ScalarEvent, tree: Tree) -> None:
    """A file that is one piece of text: full-width colons usually made it so."""
    line, column = spot(event.start_mark)
    tree.add_value(None, line, column)
    for said in tag_or_anchor(event):
        tree.refuse(line, column, said)
    slips = list(slips_in_lines(Scalar.of(event), tree.source))
    for found in slips:
        tree.refuse(*found)
    if not slips:
        lone = not_fields("一段文字", "a piece of text") if event.value else NO_CONTENT
        tree.refuse(line, column, lone)


def take_scalar(event: yaml.ScalarEvent, tree: Tree) -> None:
    """A value or a field name: kept as the text that was typed, an empty plain one as None."""
    line, column = spot(event.start_mark)
    text = readable(event.value)
    group = tree.groups[-1]
    if is_name := group.awaits_name():
        tree.add_name(text, line, column)
        if said := field_name_refused(text):
            tree.refuse(line, column, said, tree.next_path())
    path = tree.next_path()
    for said in tag_or_anchor(event):
        tree.refuse(line, column, said, path)
    scalar = Scalar.of(event)
    tree.scalars.append((scalar, path))
    text, unclear = unfolded(scalar, tree.source, text)
    for found in (
        *runs_over(scalar, tree.source),
        *escaped(scalar, tree.source),
        *no_break_space(scalar, tree.source),
        *indent_given(scalar, tree.source),
        *number_parted(scalar, tree.source, in_brackets=group.in_brackets),
        *unclear,
        *mistyped(scalar, tree.source, is_name=is_name, in_brackets=group.in_brackets),
    ):
        tree.refuse(*found, path)
    if not is_name:
        tree.add_value(text if text or event.style else None, line, column)


def open_group(event: yaml.CollectionStartEvent, tree: Tree) -> None:
    """A list or a set of fields begins; neither can be a field name, nor a list be the file."""
    line, column = spot(event.start_mark)
    value: list[Value] | dict[str, Value] = {}
    if isinstance(event, yaml.SequenceStartEvent):
        value = []
        if not tree.groups:
            tree.refuse(line, column, not_fields("列表", "a list"))
    path = tree.next_path()
    for said in tag_or_anchor(event):
        tree.refuse(line, column, said, path)
    if tree.groups and tree.groups[-1].awaits_name():
        braces = tree.source.lines[line][max(column - 1, 0) : column + 1] == "{{"
        tree.refuse(line, column, DOUBLE_BRACES if braces else NAME_NOT_TEXT, path)
        tree.groups[-1].name = "?"
    else:
        tree.add_value(value, line, column)
    tree.groups.append(Group(path, value, bool(event.flow_style)))
