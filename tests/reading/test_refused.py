"""Every input that must be refused: where each problem is, and what the first one says.

A row is: id, input, the places of all problems, and parts of the Chinese and English
messages (what is wrong and how to fix it) of the first one.
"""

from __future__ import annotations

import re

import pytest

from macros.problems import Problem, report
from macros.yaml_files.reader import read_bytes
from macros.yaml_files.yaml_errors import PARSER_MESSAGES

Row = tuple[str, str | bytes, str, str, str]

ENCODINGS: list[Row] = [
    ("gbk", "名称: 张三\n单位: 某局\n".encode("gbk"), "1:1", "看起来是 GBK 编码", "be GBK"),
    ("gbk-second-line", "id: a\n单 位: 某局\n".encode("gbk"), "2:1", "通过编码保存", "Notepad"),
    ("gbk-after-ascii", "zh: 张三\n".encode("gbk"), "1:5", "WPS", "WPS: Save As"),
    ("gbk-truncated", "名称: 张三\n".encode("gbk")[:-2], "1:1", "GBK", "GBK"),
    ("gb18030", "名称: 𠀀字张三丰\n".encode("gb18030"), "1:1", "GB18030 编码", "GB18030"),
    ("big5", "名稱: 張三\n單位: 某局\n".encode("big5"), "1:1", "Big5 编码", "Big5"),
    ("utf-16-bom", "名称: 张三\n".encode("utf-16"), "1:1", "UTF-16 (LE)", "UTF-16 (LE)"),
    ("utf-16-be-bom", b"\xfe\xff\0a\0:\0 \0b", "1:1", "UTF-16 (BE)", "UTF-16 (BE)"),
    ("utf-16-le", "名称: 张三\n".encode("utf-16-le"), "1:1", "UTF-16 (LE)", "UTF-16 (LE)"),
    ("utf-16-be", "名称: 张三\n".encode("utf-16-be"), "1:1", "UTF-16 (BE)", "UTF-16 (BE)"),
    ("utf-16-le-ascii", "a: b\n".encode("utf-16-le"), "1:1", "UTF-16 (LE)", "UTF-16 (LE)"),
    ("utf-32-bom", "名称: 张三\n".encode("utf-32"), "1:1", "UTF-32 (LE)", "UTF-32 (LE)"),
    ("utf-32-le", "名称: 张三\n".encode("utf-32-le"), "1:1", "UTF-32 (LE)", "UTF-32 (LE)"),
    ("utf-32-be", "名称: 张三\n".encode("utf-32-be"), "1:1", "UTF-32 (BE)", "UTF-32 (BE)"),
    ("utf-16-han-only", "名称：张三".encode("utf-16"), "1:1", "UTF-16 (LE)", "UTF-16 (LE)"),
    ("binary", b"\x01\0:\0\x02\0", "1:1 1:4 1:1", "U+0001", "control character"),
    ("docx", b"PK\x03\x04\x14\0", "1:1", "Word", "Word"),
    ("xls", b"\xd0\xcf\x11\xe0\xa1\xb1", "1:1", "Excel", "Excel"),
    ("pdf", b"%PDF-1.7\n%\xe2\xe3", "1:1", "PDF", "PDF"),
    ("damaged", "zh: 中国".encode() + b"\xff\xfe\nb: \xc0\n", "1:7 2:4", "0xFF 0xFE", "0xFF 0xFE"),
    ("latin-1", b"zh: caf\xe9 x\n", "1:8", "字节 0xE9", "bytes 0xE9 are not UTF-8"),
    ("mojibake", "a: 科技局\nb: 科普活动\n".encode().decode("latin-1"), "1:4", "乱码", "encoding"),
    ("mojibake-windows", "# 甲\na: “科技局”\n".encode().decode("cp1252", "ignore"), "2:4", "乱码", "encoding"),
    ("mojibake-gbk", "a: 1\nb: 绉戞妧灞€锛屽嵃鍙?\n", "2:4", "“科技局，", "“科技局，"),
    ("cut-character", "a: 中国".encode()[:-1], "1:5", "损坏", "damaged"),
    ("cesu-8", b"a: \xed\xa0\xbd\xed\xb8\x80\n", "1:4", "U+D83D U+DE00", "lone surrogate"),
    ("raw-surrogate", "a: 甲\ud800\n", "1:5", "半个字符", "half a character"),
]

CHARACTERS: list[Row] = [
    ("tab-indent", "a:\n\tb: 1\n", "2:1", "制表符（Tab 键）", "a tab here: U+0009"),
    ("tab-after-colon", "a:\tb\n", "1:3", "按空格键", "type spaces"),
    ("tab-inside", "a: b\tc\n", "1:5", "Excel", "Excel"),
    ("nel", "a: b\x85c: d\n", "1:5", "特殊换行符：U+0085", "line end of another kind"),
    ("line-separator", "a: b\u2028c: d\n", "1:5", "U+2028", "U+2028"),
    ("paragraph-separator", "a: b\u2029c\n", "1:5", "U+2029", "U+2029"),
    ("lone-cr", "a: b\rc: d\n", "1:5", "U+000D", "press Enter"),
    ("cr-cr-lf", "a: b\r\r\nc: d\n", "1:5", "U+000D", "U+000D"),
    ("nul", "a: b\0\n", "1:5", "控制字符：U+0000", "control character"),
    ("escape-code", "a: \x1b[31m\n", "1:4", "U+001B", "U+001B"),
    ("form-feed", "a: b\fc\n", "1:5", "U+000C", "U+000C"),
    ("delete", "a: \x7f\n", "1:4", "U+007F", "U+007F"),
    ("c1", "a: \x9b\n", "1:4", "U+009B", "U+009B"),
    ("zero-width-space", "a: 甲\u200b乙\n", "1:5", "零宽字符", "invisible (zero-width)"),
    ("zero-width-in-key", "na\u200bme: x\n", "1:3", "U+200B", "U+200B"),
    ("zero-width-joiner", "a: \u200d\u200c\n", "1:4", "U+200D U+200C", "U+200D U+200C"),
    ("inner-bom", "a: b\ufeff\n", "1:5", "U+FEFF", "U+FEFF"),
    ("two-boms", "\ufeff\ufeffa: b\n", "1:1", "U+FEFF", "U+FEFF"),
    ("word-joiner", "a: \u2060b\n", "1:4", "U+2060", "U+2060"),
    ("soft-hyphen", "a: b\u00adc\n", "1:5", "U+00AD", "U+00AD"),
    ("variation-selector", "a: 葛\U000e0100\n", "1:5", "U+E0100", "U+E0100"),
    ("tag-character", "a: b\U000e0041\n", "1:5", "U+E0041", "U+E0041"),
    ("hangul-filler", "a: \u3164\n", "1:4", "U+3164", "U+3164"),
    ("bidi-override", "a: b\u202ec\n", "1:5", "改变文字方向", "changes the direction"),
    ("bidi-isolate", "a: \u2066b\u2069\n", "1:4 1:6", "U+2066", "U+2066"),
    ("bidi-in-comment", "a: b\n# \u202e\n", "2:3", "U+202E", "U+202E"),
    ("private-use", "a: 甲\ue000\n", "1:5", "自造字", "private-use"),
    ("private-plane", "a: \U00100000\n", "1:4", "U+100000", "U+100000"),
    ("fffe", "a: \ufffe\n", "1:4", "无效字符：U+FFFE", "no character here: U+FFFE"),
    ("ffff", "a: \uffff\n", "1:4", "U+FFFF", "U+FFFF"),
    ("plane-1-fffe", "a: \U0001fffe\n", "1:4", "U+1FFFE", "U+1FFFE"),
    ("fdd0", "a: \ufdd0\n", "1:4", "U+FDD0", "U+FDD0"),
    ("replacement", "a: 甲\ufffd\ufffd\n", "1:5", "重新输入丢失的字", "lost text"),
    ("not-nfc", "a: cafe\u0301\n", "1:7", "重新输入“é”", "type “é” again"),
    ("not-nfc-key", "cafe\u0301: 1\ncafé: 2\n", "1:4", "不合 NFC", "(NFC)"),
    ("not-nfc-ideograph", "a: \uf900\n", "1:4", "重新输入“豈”", "type “豈” again"),
    ("marks", "a: e" + "\u0316\u0301" * 20 + "\n", "1:5", "附加符号", "combining marks"),
    ("marks-in-nfc", "a: e" + "\u0316" * 31 + "\n", "1:5", "附加符号", "combining marks"),
    ("all-listed", "a: \u200b1\nb: 2\nc: \x00\nd: \ufffd\n", "1:4 3:4 4:4", "U+200B", "U+200B"),
]

ESCAPES: list[Row] = [
    ("surrogate", 'a: "\\ud800"\n', "1:4", "不成对的代理码）：U+D800", "lone surrogate) here"),
    ("surrogate-pair", 'a: "\\ud83d\\ude00"\n', "1:4", "不要写成 \\u 代码", "not a \\u code"),
    ("surrogate-key", '"\\udc00": 1\n', "1:1", "U+DC00", "U+DC00"),
    ("zero-width", 'a: "b\\u200b"\n', "1:4", "U+200B", "U+200B"),
    ("bidi", 'a: [x, "b\\u202e"]\n', "1:8", "U+202E", "U+202E"),
    ("nel", 'a: "\\x85"\n', "1:4", "U+0085", "U+0085"),
    ("nel-short", 'a: "\\N"\n', "1:4", "U+0085", "U+0085"),
    ("line-separator", 'a: "\\L"\n', "1:4", "U+2028", "U+2028"),
    ("nul", 'a: "\\0"\n', "1:4", "U+0000", "U+0000"),
    ("bell", 'a: "\\a"\n', "1:4", "U+0007", "U+0007"),
    ("carriage-return", 'a: "\\r"\n', "1:4", "U+000D", "U+000D"),
    ("tab", 'a: "\\t"\n', "1:4", "制表符", "a tab"),
    ("bom", 'a: "\\ufeff"\n', "1:4", "U+FEFF", "U+FEFF"),
    ("fffe", 'a: "\\ufffe"\n', "1:4", "U+FFFE", "U+FFFE"),
    ("replacement", 'a: "\\ufffd"\n', "1:4", "乱码", "replacement character"),
    ("private", 'a: "\\ue000"\n', "1:4", "自造字", "private-use"),
    ("not-nfc", 'a: "e\\u0301"\n', "1:4", "不合 NFC", "(NFC)"),
    ("too-large", 'a: "\\U00110000"\n', "1:7", "不是可用的代码", "valid escape"),
    ("far-too-large", 'a: "\\UFFFFFFFF"\n', "1:7", "不是可用的代码", "valid escape"),
    ("unknown", 'a: "C:\\data"\n', "1:8", "请写成“\\\\”", "backslash"),
    ("short", 'a: "\\x4"\n', "1:7", "半角单引号", "single quotes"),
]

TYPE_MARKS: list[Row] = [
    ("python-tag", "a: !!python/object/apply:os.system ['x']\n", "1:4", "半角“!”", "type tag"),
    ("core-tag", "a: !!str 12\n", "1:4", "半角“!”", "Delete the ! and the tag"),
    ("bare-tag", "a: ! 12\n", "1:4", "半角“!”", "type tag"),
    ("local-tag", "a:\n  - !x {b: 1}\n", "2:5", "半角“!”", "type tag"),
    ("key-tag", "!!str a: 1\n", "1:1", "半角“!”", "type tag"),
    ("root-tag", "!!map\na: 1\n", "1:1", "半角“!”", "type tag"),
    ("unknown-handle", "a: !x!y z\n", "1:4", "半角“!”", "type tag"),
    ("broken-tag", "a: !<%ff> x\n", "1:4", "半角“!”", "type tag"),
    ("exclamation", "a: !注意\n", "1:4", "半角“!”", "type tag"),
    ("anchor", "a: &x 1\n", "1:4", "半角“&”", "anchor"),
    ("anchor-on-list", "a: &x\n  - 1\n", "1:4", "半角“&”", "anchor"),
    ("alias", "a: &x 1\nb: *x\n", "1:4 2:4", "半角“&”", "anchor"),
    ("unknown-alias", "b: *x\n", "1:4", "半角“*”", "alias"),
    ("alias-key", "*x : 1\n", "1:1", "半角“*”", "alias"),
    ("markdown-bold", "a: **重点**\n", "1:4", "“*”或“&”", "cannot begin with * or &"),
    ("asterisk-items", "a:\n  * 甲\n  * 乙\n", "2:3", "“- ”开头", "a hyphen and a space"),
    ("ampersand", "a: & b\n", "1:4", "“*”或“&”", "* or &"),
    ("billion-laughs", "a: &a [x, x]\nb: [*a, *a]\n", "1:4 2:5 2:9", "“&”", "anchor"),
    ("merge-key", "a:\n  <<: {b: 1}\n", "2:3", "“<<”", "merges fields"),
    ("directive", "%YAML 1.2\n---\na: 1\n", "1:1", "行首的“%”", "directive"),
    ("tag-directive", "%TAG ! x\n---\na: 1\n", "1:1", "行首的“%”", "directive"),
    ("unknown-directive", "%FOO\n---\na: 1\n", "1:1", "行首的“%”", "directive"),
]

SHAPES: list[Row] = [
    ("empty", "", "1:1", "文件是空的", "The file is empty"),
    ("bom-only", "\ufeff", "1:1", "文件是空的", "The file is empty"),
    ("blank", " \n\n", "1:1", "文件是空的", "The file is empty"),
    ("cr-only", "# 甲\ra: b\r", "1:4 1:9", "特殊换行符", "line end of another kind"),
    ("cr-only-comment", "# 甲\r", "1:4", "特殊换行符", "line end of another kind"),
    ("comments-only", "# 甲\n", "1:1", "文件是空的", "delete the file"),
    ("empty-document", "---\n", "2:1", "文件是空的", "The file is empty"),
    ("list", "- a\n- b\n", "1:1", "这里却是列表", "but this is a list"),
    ("flow-list", "[a]\n", "1:1", "这里却是列表", "but this is a list"),
    ("scalar", "甲乙丙\n", "1:1", "这里却是一段文字", "a piece of text"),
    ("block-text", "|\n a：b\n", "1:1", "这里却是一段文字", "a piece of text"),
    ("two-documents", "a: 1\n---\nb: 2\n", "2:1", "两份数据", "two documents"),
    ("empty-first-document", "---\n---\na: b\n", "2:1", "两份数据", "two documents"),
    ("whole-file-twice", "a: 1\nb: 2\na: 1\nb: 2\n", "3:1 4:1", "删去", "Delete"),
    ("empty-second-document", "a: 1\n---\n", "2:1", "两份数据", "two documents"),
    ("after-the-end", "a: 1\n...\nb: 2\n", "3:1", "到上一行已经结束", "The data ended"),
    ("duplicate", "a: 1\nb:\n  a: 2\na: 3\n", "4:1", "“a”在同一组里重复", "first is on line 1"),
    ("duplicate-nested", "a:\n  - b: 1\n    b: 2\n", "3:5", "第一次在第 2 行", "stands twice"),
    ("duplicate-quoted", 'a: 1\n"a": 2\n', "2:1", "重复", "twice"),
    ("duplicate-thrice", "a: 1\na: 2\na: 3\n", "2:1 3:1", "重复", "twice"),
    ("duplicate-in-braces", "x: {a: 1, a: 2}\n", "1:11", "重复", "twice"),
    ("empty-name", "a: 1\n? \n: b\n", "2:2", "字段名是空的", "is empty"),
    ("no-name", ": b\n", "1:1", "字段名是空的", "is empty"),
    ("quoted-empty-name", '"": b\n', "1:1", "字段名是空的", "is empty"),
    ("list-as-name", "? [a, b]\n: c\n", "1:3", "字段名必须是一个词", "must be a word"),
    ("fields-as-name", "? {a: 1}\n: c\n", "1:3", "字段名必须是一个词", "must be a word"),
    ("jinja", "a: {{ work_area('x') }}\n", "1:5", "“{{”", "no template code"),
    ("jinja-statement", "a: {% if x %}\n", "1:5", "不能以此处的符号开头", "begin with this sign"),
    ("21-levels", "a: " + "[" * 20 + "]" * 20, "1:23", "嵌套超过了 20 层", "more than 20 levels"),
    ("500-levels", "a: " + "[" * 500 + "]" * 500, "1:23", "嵌套超过了 20 层", "20 levels"),
    ("100000-levels", "a: " + "[" * 100_000, "1:23", "嵌套超过了 20 层", "20 levels"),
    ("deep-maps", "{a: " * 50, "1:81", "嵌套超过了 20 层", "20 levels"),
    ("deep-dashes", "a:\n  " + "- " * 50 + "x", "2:41", "嵌套超过了 20 层", "20 levels"),
    ("20001-values", "a: [" + "x," * 20_000 + "]", "1:39999", "超过了 20000 项", "20000 names"),
    ("too-large", "a: " + "b" * 300_000, "1:1", "上限是 256 KB", "the limit is 256 KB"),
]

CONFLICTS: list[Row] = [
    ("all", "a: 1\n<<<<<<< HEAD\nb: 1\n||||||| base\nb: 0\n=======\nb: 2\n>>>>>>> x\n",
     "2:1 4:1 6:1 8:1", "合并冲突的标记", "marks a merge conflict"),
    ("divider-only", "a: 1\n=======\n", "2:1", "“=======”", "“=======”"),
    ("crlf", "a: 1\r\n>>>>>>> x\r\n", "2:1", "“>>>>>>>”", "“>>>>>>>”"),
]  # fmt: skip

FULL_WIDTH: list[Row] = [
    ("colon-whole-file", "名称：张三\n电话：一\n", "1:3 2:3", "“名称”后面是全角冒号", "“名称: ”"),
    ("colon-one-line", "名称：张三", "1:3", "半角冒号加一个空格", "half-width colon"),
    ("colon-first-line", "名称：张三\n电话: 1\n", "1:3", "“名称: ”", "“名称: ”"),
    ("colon-last-line", "id: a\n名称：张三\n", "2:3", "“名称: ”", "“名称: ”"),
    ("colon-middle", "id: a\n名称：张三\nb: 1\n", "2:3", "“名称: ”", "“名称: ”"),
    ("colon-nested", "n:\n  zh：文字\n", "2:5", "“zh”后面是全角冒号", "follows “zh”"),
    ("colon-nested-both", "n:\n  zh：文字\n  en：x\n", "2:5 3:5", "“zh: ”", "“zh: ”"),
    ("colon-nested-first", "n:\n  zh：文字\n  en: x\n", "2:5", "“zh: ”", "“zh: ”"),
    ("colon-nested-second", "n:\n  zh: 文字\n  en：x\n", "3:5", "“en: ”", "“en: ”"),
    ("colon-in-list", "a:\n  - zh：甲\n    en: x\n", "2:7", "“zh: ”", "“zh: ”"),
    ("colon-in-list-item", "a:\n  - zh：甲\n", "2:7", "“zh: ”", "“zh: ”"),
    ("colon-in-braces", "a: {zh：甲, en: x}\n", "1:7", "“zh: ”", "“zh: ”"),
    ("colon-in-name", "备注：时间: 9\n", "1:3", "“备注: ”", "“备注: ”"),
    ("colon-quoted-name", '"zh"：甲\n', "1:5", "“zh: ”", "“zh: ”"),
    ("colon-after-space", "名称 ：张三\n", "1:4", "“名称: ”", "“名称: ”"),
    ("colon-small", "名称﹕张三\n", "1:3", "全角冒号“﹕”", "“﹕”"),
    ("colon-swallowed", "a: 甲\n  zh：乙\n", "2:5", "“zh: ”", "“zh: ”"),
    ("no-space", "id: a\nzh:文字\n", "2:3", "冒号后面缺少空格", "No space follows the colon"),
    ("no-space-nested", "n:\n  zh:文字\n  en:Text\n", "2:5 3:5", "“zh: ”", "“zh: ”"),
    ("no-space-first", "zh:文字\nen: x\n", "1:3", "“zh: ”", "“zh: ”"),
    ("no-space-quote", 'id: a\nzh:"文字"\n', "2:3", "缺少空格", "No space"),
    ("dash", "a:\n  － 甲\n  － 乙\n", "2:3 3:3", "列表条目前用了“－”", "“－” does not begin"),
    ("dash-after-list", "a:\n  - 甲\n  － 乙\n", "3:3", "“- ”", "“- ”"),
    ("dash-tight", "a:\n  －甲\n", "2:3", "“－”", "hyphen and a space"),
    ("em-dash", "a:\n  — 甲\n", "2:3", "“—”", "“—”"),
    ("asterisk", "a:\n  ＊ 甲\n  ＊ 乙\n", "2:3 3:3", "“＊”", "“＊”"),
    ("bullet", "a:\n  • 甲\n", "2:3", "“•”", "“•”"),
    ("dash-of-fields", "－ 名称: 张三\n", "1:1", "“－”", "“－”"),
    ("dash-no-space", "a:\n  - 甲\n  -乙\n", "3:3", "减号后面缺少空格", "space after the dash"),
    ("dashes-no-space", "a:\n  -甲\n  -乙\n", "2:3 3:3", "减号后面缺少空格", "after the dash"),
    ("hash", "＃ 注释\na: 1\n", "1:1", "全角“＃”", "full-width ＃"),
    ("hash-middle", "a: 1\n＃ 注释\nb: 2\n", "2:1", "全角“＃”", "full-width ＃"),
    ("hash-after-value", "a: 1 ＃ 注释\n", "1:6", "单独成行", "line of its own"),
    ("quotes-with-colon", "a: “x: y”\n", "1:4", "全角 “ 只是文字", "full-width “ is only text"),
    ("quotes-with-comment", "a: “甲 #1 楼”\n", "1:7", "当成注释", "read as a comment"),
    ("quotes-on-name", "“名称”: x\n", "1:1", "不起引号", "neither quotes"),
    ("double-quotes", "a: ＂甲＂\n", "1:4", "改成半角的 \"", 'half-width "'),
    ("single-quotes", "a: ＇甲＇\n", "1:4", "改成半角的 '", "half-width '"),
    ("closing-quote", 'a: "甲”\nb: 1\n', "1:6", "结尾却是全角引号", "closing quote is full-width"),
    ("closing-quote-pairs", 'a: "甲”\nb: "乙”\n', "1:6", "结尾却是全角引号", "full-width"),
    ("braces", "a: ｛zh: 甲｝\n", "1:4", "改成半角的 {", "half-width {"),
    ("pipe", "a: ｜\n  甲\n", "1:4", "改成半角的 |", "half-width |"),
    ("comma-in-list", "a: [甲，乙]\n", "1:6", "几项会被当成一项", "does not separate entries"),
    ("comma-in-braces", "a: {zh: 甲，en: x}\n", "1:10", "几项会被当成一项", "separate entries"),
    ("comma-after-quote", 'a: {zh: "甲"，en: x}\n', "1:12", "各项没有分开", "does not separate"),
    ("space-indent", "a:\n　b: 1\n　c: 2\n", "2:1 3:1", "此处是全角空格", "space (U+3000)"),
    ("nbsp-indent", "a:\n\u00a0\u00a0b: 1\n", "2:1", "不间断空格", "no-break space"),
    ("em-space-indent", "a:\n\u2003b: 1\n", "2:1", "特殊空格", "special space (U+2003)"),
    ("mixed-indent", "a:\n  b: 1\n 　c: 2\n", "3:2", "此处是全角空格", "full-width space"),
    ("space-after-colon", "a:　甲\nb: 1\n", "1:3", "此处是全角空格", "full-width space"),
    ("space-after-dash", "a:\n  -　甲\n", "2:4", "此处是全角空格", "full-width space"),
    ("space-at-end", "a: 甲\u3000\nb: 1\n", "1:5", "全角空格", "full-width space"),
    ("nbsp-at-end", "a: b\u00a0\n", "1:5", "不间断空格", "no-break space"),
    ("space-at-end-of-name", "名称\u3000: 甲\n", "1:3", "全角空格", "full-width space"),
    ("space-at-end-in-brackets", "a: [甲\u3000, 乙]\n", "1:6", "全角空格", "full-width space"),
    ("em-space-at-end", "a:\n  - 甲\u2003 \n", "2:6", "特殊空格", "special space (U+2003)"),
    ("minus-without-dash", "a:\n  －１．５\n", "2:3", "“- 1.5”", "“- 1.5”"),
    ("minus-of-a-number", "a:\n  - －5℃\n", "2:5", "“-5”", "“-5”"),
    ("numbered-entry", "a:\n  - 甲\n  1. 乙\n", "3:3", "“- ”开头", "“- ”"),
    ("numbered-entries", "a:\n  １、甲\n  ２、乙\n", "3:3", "“２、”不能", "“２、” does not begin"),
    ("numbered-in-parentheses", "a:\n  - 甲\n  （2）乙\nb: 1\n", "3:3", "“（2）”不能", "“（2）” does not"),
    ("space-before-value", "a: 　甲\n", "1:4", "此处是全角空格", "full-width space"),
]  # fmt: skip

SYNTAX: list[Row] = [
    ("unclosed-quote", 'a: "甲\nb: 1\n', "1:4", "在本行没有配对", "does not close on this line"),
    ("unclosed-single", "a: '甲\n", "1:4", "引号在本行没有配对", "does not close"),
    ("unclosed-swallows", 'a: "甲\nb: 乙"\n', "1:4", "引号在本行没有配对", "does not close"),
    ("unclosed-then-quote", 'a: "甲\nb: "乙"\n', "1:4", "引号在本行没有配对", "does not close"),
    ("unclosed-then-document", 'a: "甲\n---\n', "1:4", "没有配对", "does not close"),
    ("unclosed-around-quotes", 'a: "说“好”\n', "1:4", "没有配对", "does not close"),
    ("two-lines-quoted", 'a: "甲\n  乙"\n', "1:4", "请用“|”", "write |"),
    ("two-lines", "a: 甲\n  乙\n", "2:3", "并入了第 1 行", "begins on line 1"),
    ("two-lines-blank", "a: 甲\n\n  乙\nb: 1\n", "3:3", "并入了第 1 行", "joined"),
    ("field-too-deep", "a: x\n  b: y\n", "2:3", "并入了第 1 行", "check its colon"),
    ("text-after-quote", 'a: "甲"乙\n', "1:7", "引号或括号结束之后", "after the closing quote"),
    ("apostrophe", "a: 'It's'\n", "1:8", "另一种半角引号", "other kind of quote"),
    ("quotes-in-quotes", 'a: "说"好""\n', "1:7", "另一种半角引号", "other kind of quote"),
    ("bracket-twice", "a: [x]]\n", "1:7", "引号或括号结束之后", "closing quote or bracket"),
    ("colon-in-text", "a: 时间: 九点\n", "1:6", "多了一个冒号", "one colon too many"),
    ("no-colon", "a: 1\n甲\nb: 2\n", "2:1", "缺少冒号", "the colon, or the space"),
    ("no-colon-last", "a: 1\n甲\n", "2:1", "缺少冒号", "Write “name: value”"),
    ("no-colon-below-prose", "a:\n- 时间：九\n甲\nb: 1\n", "3:1", "缺少冒号", "the colon"),
    ("below-block-text", "a: |\n  zh：甲\n b: 1\n", "3:2", "不齐", "match its siblings"),
    ("first-dash-lost", "a:\n    id: 1\n    b: 2\n  - id: 2\n    b: 3\n", "2:5", "“- ”", "“- ”"),
    ("first-dash-lost-unindented", "a:\n\n  # 注\n  id: 1\n  b:\n    c: 2\n- id: 2\n", "4:3", "“- ”", "“- ”"),
    ("line-in-quotes-below-text", "a: 甲\n  'b: 2'\n", "2:3", "引号", "quotes"),
    ("line-in-quotes", 'a: 1\n"b: 2"\nc: 3\n', "2:1", "引号", "quotes"),
    ("indent-less", "a:\n  b: 1\n c: 2\n", "3:2", "缩进（行首空格）", "indentation"),
    ("indent-more", "a: 1\n  # 注\n  b: 2\n", "3:3", "不齐", "match its siblings"),
    ("indent-list", "a:\n  - 1\n - 2\n", "3:2", "不齐", "match its siblings"),
    ("indent-first", "  a: 1\nb: 2\n", "2:1", "同级字段对齐", "align this line"),
    ("list-beside-fields", "a: 1\n- 2\n", "2:1", "列表与字段混在了一起", "a list and fields"),
    ("list-on-name-line", "a: - 1\n", "1:4", "“-”不能写在这里", "cannot stand here"),
    ("question-mark", "a: ? b\n", "1:4", "“?”", "“?”"),
    ("unclosed-list", "a: ['x'\nb: 1\n", "1:4", "括号没有配对", "bracket is not closed"),
    ("unclosed-at-end", "a: {x: 1\n", "1:4", "补上右括号", "close the bracket"),
    ("open-at-end", "a: [\n", "2:1", "括号没有配对", "not closed"),
    ("missing-comma", "a: ['x' 'y']\n", "1:9", "缺少半角逗号", "a comma is missing"),
    ("question-mark-in-brackets", "a: [b?]\n", "1:6", "缺少半角逗号", "a comma is missing"),
    ("stray-bracket", "a: ]\n", "1:4", "删去多余的符号", "does not belong"),
    ("at-sign", "a: @x\n", "1:4", "不能以此处的符号开头", "begin with this sign"),
    ("backtick", "a: `x`\n", "1:4", "加半角双引号", "straight quotes"),
    ("block-header", "a: | 甲\n", "1:6", "同一行写内容", "Nothing may follow |"),
    ("fold-header", "a: > 甲\n", "1:6", "同一行写内容", "Nothing may follow |"),
    ("block-header-zero", "a: |0\n", "1:5", "从下一行开始", "next line"),
]

SILENT: list[Row] = [  # What YAML drops or changes without a word.
    ("hash-in-text", "en: The bureau ranked #1 in 2024.\n", "1:23", "看不到", "not be published"),
    ("hash-in-chinese", "a: 甲 #1 楼\n", "1:6", "半角双引号", "straight quotes"),
    ("hash-first", "a: #1 in the city\n", "1:4", "看不到", "not be published"),
    ("hash-first-in-list", "a:\n  - #1\n  - b\n", "2:5", "看不到", "not be published"),
    ("comment-behind-value", "a: 12 # 万\nb: 甲（乙） # 注（丙）\n", "1:7 2:9", "单独一行", "a line of its own"),
    ("comment-behind-name", "a: # 甲\n  b: c\n", "1:4", "单独一行", "a line of its own"),
    ("comment-behind-quotes", "a: \"甲 #1\" # 乙\nb: 'c'# d\n", "1:11 2:7", "单独一行", "a line of its own"),
    ("comment-behind-brackets", "a: [b] #c\nd: {e: f}#g\n", "1:8 2:10", "单独一行", "a line of its own"),
    ("comment-in-brackets", "a: [b, # c\n  d,#e\n  f]\n", "1:8 2:5", "单独一行", "a line of its own"),
    ("comment-behind-bar", "a: | # b\n  c #1\nd: e\n", "1:6", "单独一行", "a line of its own"),
    ("comment-behind-dashes", "--- # a\nb: c\n", "1:5", "单独一行", "a line of its own"),
    ("comments-of-many-lines", "a: b # c\n" * 3, "2:1 3:1 1:6 2:6 3:6", "重复", "twice"),
    ("comment-cuts-a-bracket", "a: [b #1, c]\nd: e\n", "1:7", "看不到", "not be published"),
    ("comment-then-quote", 'a: b # c\nd: "e #1\n', "1:6 2:4", "看不到", "not be published"),
    ("more-than", "a: >5\n", "1:4", "“>5”会被当成", "the number would be lost"),
    ("more-than-90", "a: >90%\n", "1:6", "加半角双引号", "straight quotes"),
    ("indent-given", "a: |2\n    b\n   c\n", "1:4", "请只写“|”", "write | alone"),
    ("indent-given-behind-sign", "a: >-1\n  b\n", "1:4", "“>-1”会被当成", "“>-1”"),
    ("number-split", "a: [甲, 15,000 人]\n", "1:10", "一个数分成了两项", "splits one number"),
    ("number-split-in-lines", "a: [\n  1,000,\n  b]\n", "2:4", "请去掉逗号", "leave the comma out"),
    ("underscore", 'a: "b\\_c"\n', "1:6", "请写成“\\\\”", "backslash"),
    ("folded-han-and-digits", "a: >-\n  发放\n  15000份\nb: c\n", "3:3", "无法判断", "nobody can tell"),
    ("folded-letters-and-han", "a:\n  - b: >\n      one\n      甲\n", "4:7", "在别处换行", "elsewhere"),
    ("folded-quote-and-letters", "a: >-\n  甲”\n  b\n", "3:3", "无法判断", "nobody can tell"),
    ("full-width-space-alone", "{<\n\u3000", "2:1", "全角空格", "full-width space"),
    ("full-width-space-line", "a: b\n  \u3000\nc: d\n", "2:3", "全角空格", "full-width space"),
    ("document-end", "a: 甲\n... 乙\n", "2:5", "到上一行已经结束", "The data ended"),
    ("document-end-in-text", "a: |\n  b\n...\n  c\n", "4:3", "到上一行已经结束", "The data ended"),
    ("percent", "a: %5\n", "1:4", "加半角双引号", "straight quotes"),
    ("second-of-two-quotes", 'a: "甲" "乙"\n', "1:8", "引号或括号结束之后", "after the closing quote"),
    ("text-behind-brackets", "a: [注] 甲\n", "1:8", "引号或括号结束之后", "after the closing quote"),
    ("indent-of-blank-lines", "a: |\n\n      \n  b\n", "4:3", "缩进（行首空格）", "indentation of this line"),
    ("less-indented-text", "a: |\n    b\n  c\n", "3:3", "缩进（行首空格）", "indentation of this line"),
]

GROUPS = {
    "encoding": ENCODINGS,
    "character": CHARACTERS,
    "escape": ESCAPES,
    "mark": TYPE_MARKS,
    "shape": SHAPES,
    "conflict": CONFLICTS,
    "full-width": FULL_WIDTH,
    "syntax": SYNTAX,
    "silent": SILENT,
}
ROWS = [
    pytest.param(*row, id=f"{group}-{name}")
    for group, rows in GROUPS.items()
    for name, *row in rows  # One table a family; ids name both.
]

JARGON_ZH = re.compile(r"expected|scalar|mapping|token|anchor|alias|block|flow|stream|document")
JARGON_EN = re.compile(r"expected|scalar|mapping|token|Traceback|but found")


def problems_of(data: str | bytes) -> list[Problem]:
    """All problems of an input."""
    raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    return read_bytes(raw, "data/x.yml")[1]


@pytest.mark.parametrize(("data", "places", "zh", "en"), ROWS)
def test_refused(data: str | bytes, places: str, zh: str, en: str) -> None:
    """Each problem is where it should be, and the first says what and how in both languages."""
    found = problems_of(data)
    assert [str(problem.place).removeprefix("data/x.yml:") for problem in found] == places.split()
    assert zh in found[0].wrong.zh + found[0].fix.zh
    assert en in found[0].wrong.en + found[0].fix.en


@pytest.mark.parametrize(("data", "places", "zh", "en"), ROWS)
def test_said_plainly(data: str | bytes, places: str, zh: str, en: str) -> None:
    """No message speaks the parser's language, and all can be printed as UTF-8."""
    found = problems_of(data)
    for problem in found:
        assert not JARGON_ZH.search(problem.wrong.zh + problem.fix.zh)
        assert not JARGON_EN.search(problem.wrong.en + problem.fix.en)
        assert problem.wrong.zh.endswith("。") and problem.wrong.en.endswith(".")
        assert re.search(r"[一-鿿]", problem.fix.zh) and problem.fix.en
        report([problem]).encode()
    report(found, "github").encode()
    report(found, "json").encode()


def test_shown_line() -> None:
    """The excerpt is the offending line as it stands, also when it had to be decoded."""
    assert problems_of("a: 1\n名称：张三\n")[0].excerpt == "名称：张三"
    assert problems_of("a: 1\n名称: 张三\n".encode("gbk"))[0].excerpt == "名称: 张三"


def test_field_named() -> None:
    """A problem with a value names its field as people write it."""
    found = problems_of("figures:\n  - a: 1\n  - a: 1\n  - label: {zh: !x 甲}\n")
    assert [problem.field for problem in found] == ["figures[2].label.zh"]


def test_at_most_a_hundred() -> None:
    """A damaged file lists a hundred problems, then says that there are more."""
    found = problems_of("a: \u200b\n" * 500)
    assert len(found) == 101
    assert "只列出了 100 处" in found[-1].wrong.zh and found[-1].place.line == 101
    many = "".join(f"a{number}: \u200b\n" for number in range(101))
    reading, problems = read_bytes(many.encode(), "x.yml")
    assert reading is None and len(problems) == 101
    reading, problems = read_bytes(b"a: [" + b"!x y, " * 500 + b"]", "x.yml")
    assert reading is None and len(problems) == 101


def test_every_translation_is_used() -> None:
    """Each row of the table of parser errors is the answer to some input above."""
    rows = [row for rows in GROUPS.values() for row in rows]
    said = {(problem.wrong, problem.fix) for row in rows for problem in problems_of(row[1])}
    assert [message for _, _, message in PARSER_MESSAGES if tuple(message) not in said] == []
