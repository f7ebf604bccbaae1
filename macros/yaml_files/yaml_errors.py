"""What the YAML parser says, in the words of someone who fills in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

import yaml

from macros.yaml_files.messages import (
    ADD_QUOTES_EN,
    ADD_QUOTES_ZH,
    BAD_ESCAPE,
    NO_NAME,
    NO_TAG,
    UNKNOWN,
)
from macros.yaml_files.scalars import unclosed
from macros.yaml_files.source import Found, Message, Source, message, spot
from macros.yaml_files.typing_slips import in_whole_line, slips_in_lines

BEHIND_THE_END = message(
    "引号或括号结束之后，同一行还有别的文字或符号。",
    "正文里如果有引号，外面换用另一种半角引号，或改用“…”；引号要包住整段内容。",
    "Something follows on the same line after the closing quote or bracket.",
    "Put the whole value inside the quotes, and use the other kind of quote within it.",
)

PARSER_MESSAGES: tuple[tuple[str, str, Message], ...] = (  # context, pattern; the first match counts
    ("double-quoted scalar", "escape", BAD_ESCAPE),
    ("simple key", "could not find expected ':'", message(
        "此行不是“字段名: 内容”的写法：缺少冒号，或冒号后面缺少空格。",
        "写成“字段名: 内容”，用半角冒号加一个空格；如果它是上一行的续文，请把两行合成一行。",
        "This line is not “name: value”: the colon, or the space after it, is missing.",
        "Write “name: value”, a colon and a space; if it continues the line above, join the two.",
    )),
    ("", "mapping values are not allowed", message(
        "此处多了一个冒号，或这一行的缩进（行首空格）与同级字段不齐。",
        "正文里有“冒号加空格”时，请给整段内容加半角双引号；如果是字段，请与上面的同级字段对齐。",
        "There is one colon too many here, or the line is indented unlike its sibling fields.",
        "Quote text that holds a colon and a space; align a field with the fields above it.",
    )),
    ("", "sequence entries are not allowed", message(
        "列表条目的减号“-”不能写在这里。",
        f"列表要从字段名的下一行开始，每条一行，以“- ”开头。{ADD_QUOTES_ZH}",
        "A list entry “- ” cannot stand here.",
        f"Begin the list on the line below its field name, one entry a line. {ADD_QUOTES_EN}",
    )),
    ("", "mapping keys are not allowed", message(
        "此处的“?”或字段名位置不对。",
        ADD_QUOTES_ZH,
        "A “?” or a field name cannot stand here.",
        ADD_QUOTES_EN,
    )),
    ("block ", r"end>, but found '(<scalar>|\]|\}|,)'", BEHIND_THE_END),
    ("block ", "but found ':'", NO_NAME),
    ("block ", "expected <block end>", message(
        "此行的缩进（行首空格）与同级的行不齐，或列表与字段混在了一起。",
        "同级的字段或条目，行首空格数要一样；下一级比上一级多两个空格。",
        "The indentation of this line does not match its siblings, or a list and fields are mixed.",
        "Indent fields or entries of one level by the same spaces, and each level by two more.",
    )),
    ("flow ", r"expected ',' or|<stream end>", message(
        "括号没有配对，或各项之间缺少半角逗号。",
        f"用半角逗号分开各项，并补上右括号。{ADD_QUOTES_ZH}",
        "A bracket is not closed, or a comma is missing between its entries.",
        f"Separate the entries with commas and close the bracket. {ADD_QUOTES_EN}",
    )),
    ("", "expected the node content", message(
        "此处应有内容，却是“,”或右括号一类的符号。",
        f"删去多余的符号。{ADD_QUOTES_ZH}",
        "A value should stand here, not a sign such as a comma or a closing bracket.",
        f"Delete the sign that does not belong. {ADD_QUOTES_EN}",
    )),
    ("", "cannot start any token", message(
        "内容不能以此处的符号开头。",
        ADD_QUOTES_ZH,
        "A value cannot begin with this sign.",
        ADD_QUOTES_EN,
    )),
    ("scanning an a", "", message(  # an alias or an anchor: "**重点**", "*条目", "&"
        "内容不能以“*”或“&”开头。",
        f"列表条目以半角减号加空格“- ”开头。{ADD_QUOTES_ZH}",
        "A value cannot begin with * or &.",
        f"A list entry begins with a hyphen and a space: “- ”. {ADD_QUOTES_EN}",
    )),
    (" tag", "", NO_TAG),
    ("parsing a node", "tag handle", NO_TAG),
    ("block scalar", "", message(
        "“|”或“>”后面不能在同一行写内容。",
        f"从下一行开始写正文，每行比字段名多缩进两个空格。{ADD_QUOTES_ZH}",
        "Nothing may follow | or > on the same line.",
        f"Begin the text on the next line, indented by two more spaces. {ADD_QUOTES_EN}",
    )),
    ("", "<document start>", message(
        "文件的内容到上一行已经结束，此处却还有内容。",
        "删去单独成行的“...”，或把此行与上面的同级字段对齐。",
        "The data ended on a line above, yet more follows here.",
        "Delete a line that is only “...”, or align this line with its sibling fields.",
    )),
)  # fmt: skip


FIRST_DASH_LOST = message(
    "下面还有列表条目，此行却没有以“- ”开头。",
    "如果此行是第一个条目的开头，请在前面加上“- ”（半角减号加一个空格），并与下面的“- ”对齐。",
    "List entries follow below, but this line does not begin with “- ”.",
    "If the first entry begins here, put “- ” (a hyphen and a space) before it, aligned with the “- ” below.",
)


def first_dash_lost(error: yaml.MarkedYAMLError, source: Source) -> Found | None:
    """The first entry of a list begins with a dash too.

    Where the parser meets a dash that it cannot place, the lines right above may be the fields of an entry by their
    indentation, and the line above those a field name without a value: then their first line has lost its dash.
    """
    if not re.search("but found '(-|<block sequence start>)'", error.problem or ""):
        return None
    line, column = spot(error.problem_mark)
    inside, lines = " " * (column + len("- ")), source.lines
    above = [row for row in reversed(range(line)) if lines[row].lstrip(" ")[:1] not in ("", "#")]
    fields = list(takewhile(lambda row: lines[row].startswith(inside), above))
    name = lines[above[len(fields)]] if len(fields) < len(above) else ""
    if not fields or not name.rstrip(" ").endswith(":") or lines[fields[-1]][len(inside)] in " -":
        return None
    return fields[-1], len(inside), FIRST_DASH_LOST


def translate(error: yaml.MarkedYAMLError, starts_line: bool) -> Message:
    """Never the parser's own English: a row of the table, or general advice.

    Text that starts a line is not behind anything on it: it is indented wrongly.
    """
    context, problem = error.context or "", error.problem or ""
    rows = (said for where, what, said in PARSER_MESSAGES if where in context and re.search(what, problem))
    misplaced = starts_line and "<scalar>" in problem
    return next((said for said in rows if not (misplaced and said is BEHIND_THE_END)), UNKNOWN)


def point(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Where to point: an unclosed quote or bracket, say, is known by where it begins."""
    starts = " quoted scalar|simple key|alias|anchor| tag"
    by_start = re.search(starts, error.context or "") or "<stream end>" in (error.problem or "")
    start, noticed = spot(error.context_mark), spot(error.problem_mark)
    left_open = "flow " in (error.context or "") and start[0] < noticed[0]
    return start if error.context_mark and (by_start or left_open) else noticed


def syntax_error(error: yaml.MarkedYAMLError, source: Source, named: Iterable[int], last_line: int) -> Found | None:
    """The cause of a syntax error, which ends the file: one message for one mistake.

    ``last_line`` is that of the last event before it. None where a problem in one of the ``named`` lines, counted
    from 1, is the cause.
    """
    line, column = point(error)
    first, last = last_line, spot(error.problem_mark)[0]
    if re.search("simple key|quoted scalar", error.context or ""):
        first = last = line  # The parser may notice late, but knows the line.
    if any(first < one <= last + 1 for one in named):
        return None
    if slips := list(slips_in_lines((row, source.lines[row]) for row in range(first, last + 1))):
        row, slip = slips[-1]
        return row, slip.column, slip.said
    if " quoted scalar" in (error.context or ""):
        return unclosed(source, line, column)
    if "simple key" in (error.context or "") and (whole := in_whole_line(source.lines[line])):
        return line, whole.column, whole.said
    translated = translate(error, not source.lines[line][:column].strip(" "))
    return first_dash_lost(error, source) or (line, column, translated)
