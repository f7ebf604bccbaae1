"""How text in each form is written, in the words of someone who fills in the file."""

from __future__ import annotations

from macros.records.attached_files import FILE_PATTERN
from macros.records.base import FIGURE_PATTERN, ID_PATTERN, SOURCE_PATTERN
from macros.records.bureau import ADDRESS_PATTERN, EMAIL_PATTERN, SECURE_PATTERN, TELEPHONE_PATTERN
from macros.records.document import TEXT_FILE_PATTERN
from macros.records.retired import PLACE_PATTERN
from macros.records.vocabulary import CURRENCY_PATTERN, HAN_PATTERN, LATIN_PATTERN

PATTERNS = {
    ID_PATTERN: (
        "编号只用小写英文字母、数字和短横线，以字母或数字开头，不超过63个字符。",
        "Lower-case letters a to z, digits and hyphens, beginning with a letter or digit, 63 at most.",
    ),
    SOURCE_PATTERN: (
        "写文件编号，或“文件编号#句子编号”，例如 h1-work-summary#s7-3。",
        "Write the id of a document, or document#sentence, such as h1-work-summary#s7-3.",
    ),
    FIGURE_PATTERN: (
        "写作“数据编号”，或“记录编号.数据编号”。",
        "Write the figure's identifier, or record.figure.",
    ),
    FILE_PATTERN: (
        "写同一目录下的文件名，例如 annex-1.pdf：英文字母、数字、点、横线，不带路径，扩展名小写并属于可公布的类型。",
        "Write the name of a file beside this one, such as annex-1.pdf: letters, digits, dots and hyphens, no folder, "
        "and an ending in small letters of a type that is published.",
    ),
    TEXT_FILE_PATTERN: (
        "写同一目录下的文件名，例如 report.txt：英文字母、数字、点、横线，不带路径。",
        "Write the name of a file beside this one, such as report.txt: letters, digits, dots and hyphens, no folder.",
    ),
    CURRENCY_PATTERN: (
        "写货币的三字母国际代码，例如 CNY。",
        "Write the three capital letters of the currency in ISO 4217, such as CNY.",
    ),
    HAN_PATTERN: ("只写汉字，最多60个。", "Write Chinese characters only, 60 at most."),
    LATIN_PATTERN: (
        "只写英文字母、空格、撇号和连字符，最多60个。",
        "Write English letters, spaces, apostrophes and hyphens only, 60 at most.",
    ),
    PLACE_PATTERN: (
        "从网站根目录写起，以“/”开头，不写域名；网页以“/”结尾，页内锚点写在“#”之后，如 /notices/open-day/#details。",
        "Write it from the root of the site, beginning with a slash and without the host; a page ends in a slash, "
        "and an anchor follows a #: /notices/open-day/#details.",
    ),
    ADDRESS_PATTERN: (
        "写网站的完整网址，例如 https://www.example.org/；中文域名写成 xn-- 形式，不带用户名、“?”和“#”，"
        "路径只用英文字母、数字、点、短横线、“_”和“~”。",
        "Write the whole address, such as https://www.example.org/; Chinese domains as xn--, no user name, ? or #, "
        "and in its path letters, digits, dots, hyphens, _ and ~ alone.",
    ),
    SECURE_PATTERN: (
        "写以 https:// 开头的完整网址，例如 https://www.example.org/form，不带“?”和“#”。",
        "Write the whole address, beginning with https://, such as https://www.example.org/form; no ? and no #.",
    ),
    EMAIL_PATTERN: (
        "只写一个邮箱地址，例如 office@example.org，前后不加别的内容。",
        "Write one address and nothing else, such as office@example.org.",
    ),
    TELEPHONE_PATTERN: (
        "只写一个号码，用半角数字和短横线，例如 88886666；分机号也用短横线隔开。",
        "Write one number in digits and hyphens, such as 88886666; an extension follows a hyphen.",
    ),
}
