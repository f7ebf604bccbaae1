"""Which problems of reading follow from another one just above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from macros.problems import Problem, Subject
from macros.yaml_files.messages import BAD_ESCAPE, NO_NAME, NO_TAG, repeated
from macros.yaml_files.scalars import swallowed
from macros.yaml_files.yaml_errors import PARSER_MESSAGES

SEEN_AT_ONCE = frozenset(one.fix for one in (BAD_ESCAPE, NO_NAME, NO_TAG))
LATE = frozenset({swallowed(0).fix, *(said.fix for _, _, said in PARSER_MESSAGES)}) - SEEN_AT_ONCE
"""What is advised where the parser notices a slip late: it may be on the line above."""
REPEATED = repeated("", 0).fix


def at_line(path: str, line: int) -> Subject:
    """What a problem of reading is about: the line that could not be read as it was meant."""
    return Subject(f"line of {path}", str(line))


def linked(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems of reading a file, each about its line; what the parser noticed late follows from what is above.

    Of several fields that stand twice in one group, because the line that begins the second group is gone, the
    first leads.
    """
    lines = {one.place.line for one in problems if one.fix not in LATE}
    for one in problems:
        path, line = one.place.path, one.place.line
        about, follows = [at_line(path, line)], list[Subject]()
        if one.fix in LATE:
            follows = [at_line(path, above) for above in (line, line - 1) if above in lines]
        elif one.fix == REPEATED:
            group = Subject(f"repeated in {path}", one.field.rpartition(".")[0])
            about.append(group)
            follows = [group]
        yield replace(one, about=tuple(about), follows=tuple(follows))
