"""Why a file that was received cannot be read, and what to do instead."""

from __future__ import annotations

from macros.text.languages import Bilingual

DAMAGED = Bilingual(
    "文件损坏，或不是它的扩展名所说的格式。请用相应的软件打开，另存后再试；打不开的，向发文单位重新取得。",
    "The file is damaged, or not of the format that its name says. Open it in its program and save it anew; if it does "
    "not open, ask whoever issued it for another copy.",
)
LOCKED = Bilingual(
    "文件加了密码，读不了。请用办公软件打开，另存为不加密的文件。",
    "The file is locked with a password. Open it in an office program and save it anew without one.",
)
TOO_LARGE = Bilingual(
    "文件解开后内容过大，没有读。请删去不需要的内容，或分成几个文件。",
    "What the file holds is too large when it is unpacked; it was not read. Delete what is not needed, or part it "
    "into several files.",
)
HOLDS_NO_TEXT = Bilingual(
    "文件里没有文字。请换上有正文的文件。", "The file holds no text. Put the file there that holds the document."
)
SCAN = Bilingual(
    "这份文件是扫描件、图片，或把文字画成了线条，里面没有可以读取的文字。"
    "请向发文单位取得电子文本（如 .docx）；识别出来的文字可能有错，不能作为数字的来源。",
    "The file is a scan, a picture or a drawing of its text, and holds no text that can be read. Ask whoever issued it "
    "for the text itself, as .docx perhaps; recognised text may be wrong and is no source of figures.",
)
NO_CHARACTERS = Bilingual(
    "这份文件的字体没有说明各是什么字，读不出文字。请向发文单位取得电子文本（如 .docx），或用原软件重新导出。",
    "The fonts of this file do not tell which characters they show, so no text can be read. Ask whoever issued it for "
    "the text itself, as .docx perhaps, or export it anew from the program it was written in.",
)
FALSE_DIGITS = Bilingual(
    "这份文件里，有的数字看到的和复制出来的不一样，不能作为数字的来源。请向发文单位取得电子文本（如 .docx），"
    "或用原软件重新导出。",
    "Some digits of this file are not those that are copied from it, so it is no source of figures. Ask whoever issued "
    "it for the text itself, as .docx perhaps, or export it anew from the program it was written in.",
)
FORMAT_NOT_READ = Bilingual(
    "这种文件读不了。请另存为 .docx、.pdf、.ofd、.html 或 .txt；装有 LibreOffice 的，也可以是 .doc、.wps、.odt。",
    "Files of this kind are not read. Save it as .docx, .pdf, .ofd, .html or .txt; where LibreOffice is installed, "
    ".doc, .wps and .odt are read too.",
)
ARCHIVE = Bilingual(
    "这是压缩包，不能直接导入。请先解压（有密码的要先输入密码），再逐个导入里面的文件。",
    "This is an archive, which is not imported as it is. Unpack it first, with its password if it has one, and import "
    "the files in it one by one.",
)
NO_ENCODING = Bilingual(
    "读不出文字：文件损坏，或用了少见的编码。请用记事本打开，看得到正文的，另存为 UTF-8 编码再导入。",
    "No text can be read: the file is damaged or in a rare encoding. Open it in a text editor; if the text is there, "
    "save it anew as UTF-8 and import that.",
)
NO_OFFICE = Bilingual(
    "这种文件要借助 LibreOffice 来读，本机没有安装。请安装 LibreOffice，或用办公软件打开，另存为 .docx。",
    "Files of this kind are read with LibreOffice, which is not installed here. Install it, or open the file in an "
    "office program and save it as .docx.",
)
OFFICE_FAILED = Bilingual(
    "LibreOffice 打不开这份文件：文件损坏、加了密码，或内容过大。请用办公软件打开，另存为 .docx。",
    "LibreOffice cannot open the file: it is damaged, locked with a password, or too large. Open it in an office "
    "program and save it as .docx.",
)
LARGE_FILE = Bilingual(
    "文件超过 25 MB，没有读。请压缩图片，或分成几个文件。",
    "The file is over 25 MB and was not read. Make its pictures smaller, or part it into several files.",
)
EMPTY = Bilingual("文件是空的。请换上完整的文件。", "The file is empty. Put the whole file there.")
NOT_THERE = Bilingual(
    "读不到这个文件：没有这个文件，或没有权限读。请核对路径。",
    "The file is not there, or may not be read. Check its path.",
)
