"""Messages that do not depend on the text that they are about, and the limits of a file."""

from __future__ import annotations

from macros.yaml_files.source import Message, message

DEEPEST = 20
"""Levels of nesting."""

MOST_VALUES = 20_000
"""Values and field names in a file. Time goes with their number more than with bytes."""

TOO_DEEP = message(
    f"嵌套超过了 {DEEPEST} 层，此后的内容没有读取。",
    "减少层数：检查缩进（行首空格）和括号，把多余的去掉。",
    f"Fields are nested more than {DEEPEST} levels deep; the rest was not read.",
    "Use fewer levels: check the indentation and remove brackets that do not belong.",
)
TOO_MANY = message(
    f"文件里的字段和内容超过了 {MOST_VALUES} 项，此后的没有读取。",
    "把内容分成几个文件。",
    f"The file holds more than {MOST_VALUES} names and values; the rest was not read.",
    "Split it into several files.",
)

ADD_QUOTES_ZH = '如果它是正文，请给整段内容加半角双引号，例如 title: "内容"。'
ADD_QUOTES_EN = 'If it is text, put the whole value in straight quotes: title: "text".'

NO_CONTENT = message(
    "文件是空的，没有任何字段。",
    "按“字段名: 内容”填写；如果不需要这个文件，请删去它。",
    "The file is empty; it has no fields.",
    "Fill in “name: value” lines, or delete the file if it is not needed.",
)
TWO_DOCUMENTS = message(
    "一个文件里有两份数据（中间以“---”隔开），此后的没有读取。",
    "删去“---”这一行，或把第二份另存为一个文件。",
    "The file holds two documents, separated by “---”; the second was not read.",
    "Delete the “---” line, or move the second part to a file of its own.",
)
NO_TAG = message(
    "内容不能以半角“!”开头（那是给软件的类型标记，数据文件里不用）。",
    f"删去“!”和它后面的标记。{ADD_QUOTES_ZH}",
    "A value cannot begin with ! (a type tag, which data files do not use).",
    f"Delete the ! and the tag. {ADD_QUOTES_EN}",
)
NO_ANCHOR = message(
    "内容不能以半角“&”开头（那是供别处引用的标记，数据文件里不用）。",
    f"删去“&”和它后面的名称。{ADD_QUOTES_ZH}",
    "A value cannot begin with & (an anchor, which data files do not use).",
    f"Delete the & and the name. {ADD_QUOTES_EN}",
)
NO_ALIAS = message(
    "内容不能以半角“*”开头（那是引用别处内容的标记，数据文件里不用）。",
    f"写出内容本身；列表条目以半角减号加空格“- ”开头。{ADD_QUOTES_ZH}",
    "A value cannot begin with * (an alias, which data files do not use).",
    f"Write the content itself; a list entry begins with “- ”. {ADD_QUOTES_EN}",
)
NO_MERGE = message(
    "“<<”是合并别处字段的标记，数据文件里不用。",
    "删去这一行，把需要的字段逐一写出来。",
    "“<<” merges fields from elsewhere, which data files do not use.",
    "Delete the line and write the fields out.",
)
NO_NAME = message(
    "此处的字段名是空的。",
    "在冒号前面写上字段名；多余的冒号请删去。",
    "The name of this field is empty.",
    "Write a field name before the colon, or delete the colon.",
)
NAME_NOT_TEXT = message(
    "字段名必须是一个词，不能是列表或一组字段。",
    ADD_QUOTES_ZH,
    "A field name must be a word, not a list or a set of fields.",
    ADD_QUOTES_EN,
)
DOUBLE_BRACES = message(
    "此处的“{{”被当成了数据结构，数据文件里不能写模板代码。",
    ADD_QUOTES_ZH,
    "“{{” is read as structure here; data files hold no template code.",
    ADD_QUOTES_EN,
)
UNCLOSED = message(
    "此处的引号在本行没有配对，下面的内容会被当成引号里的文字。",
    "在这段文字末尾补上同样的半角引号；要写几行文字，请用“|”，正文另起一行并缩进。",
    "The quote opened here does not close on this line, so what follows became quoted text.",
    "Close it with the same straight quote on this line; for text of several lines write | "
    "and begin the text on the next line, indented.",
)
CURLY_CLOSE = message(
    "开头是半角引号，结尾却是全角引号，引号没有配对。",
    "把此处的引号改成与开头相同的半角引号。",
    "The text opens with a straight quote, but this closing quote is full-width.",
    "Type the same straight quote here as at the beginning.",
)
COMMENT_BEHIND = message(
    "“#”和它后面的文字会被当成注释，在网站上看不到。",
    '如果是正文，请给整段内容加半角双引号，例如 title: "内容 #1"；如果是注释，请移到单独一行，以“# ”开头。',
    "From this # on the line is read as a comment, and would not be published.",
    'If it is text, put the whole value in straight quotes: title: "text #1"; '
    "if it is a comment, move it to a line of its own.",
)
BETWEEN_SCRIPTS = message(
    "“>”之后的文字在此处换行：一边是汉字，一边是字母或数字，无法判断中间是否要空格。",
    "请改在别处换行，或把这段文字写在一行里。",
    "Text after > is broken here between Chinese and letters or digits, so nobody can tell whether a space is meant.",
    "Break the line elsewhere, or write the text on one line.",
)
NUMBER_SPLIT = message(
    "括号里的半角逗号把一个数分成了两项。",
    "如果是一个数，请去掉逗号，或给这一项加半角双引号；如果是两项，请在逗号后加空格。",
    "Between brackets, this comma splits one number into two entries.",
    "For one number, leave the comma out or put the entry in straight quotes; for two, type a space after the comma.",
)
ONE_ENTRY = message(
    "括号里用了全角“，”或“、”，几项会被当成一项。",
    "改成半角逗号加空格；如果本来就是一项，请给这一项加半角双引号。",
    "A full-width ， or 、 between brackets does not separate entries; this is read as one.",
    "Type a half-width comma and a space; if it is one entry, put it in straight quotes.",
)
BAD_ESCAPE = message(
    "双引号里的“\\”后面不是可用的代码。",
    "如果要写“\\”本身，请写成“\\\\”，或改用半角单引号。",
    "The backslash inside double quotes does not begin a valid escape.",
    'To write a backslash itself, type "\\\\" or use single quotes.',
)
UNKNOWN = message(
    "从此处起无法理解这个文件的写法。",
    "检查此行和上一行：冒号后要有空格，同级字段的缩进（行首空格）要对齐，引号和括号要成对。",
    "From here on the file cannot be understood.",
    "Check this line and the one above: a space after the colon, equal indentation for fields "
    "of one level, quotes and brackets in pairs.",
)


def not_fields(zh: str, en: str) -> Message:
    """The file is a list or a lone text, as named in both languages."""
    return message(
        f"文件的最外层必须是字段，这里却是{zh}。",
        "最外层每行写一个字段，即“字段名: 内容”；列表写在某个字段下面。",
        f"A file must consist of fields, but this is {en}.",
        "Write fields at the outermost level, “name: value”; a list belongs under a field.",
    )


def repeated(name: str, line: int) -> Message:
    """A field stands more than once in its set, first on ``line``, counted from 1."""
    return message(
        f"字段“{name[:40]}”在同一组里重复了，第一次在第 {line} 行。",
        "删去重复的字段，下面的字段如果也重复，一并删去；如果有两份内容，请写成列表，每条以“- ”开头。",
        f"The field “{name[:40]}” stands twice in one set; the first is on line {line}.",
        "Delete the second, and the fields below it if they are repeated too; "
        "if there are two contents, write a list, each entry beginning with “- ”.",
    )
