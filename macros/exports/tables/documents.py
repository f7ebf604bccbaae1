"""The tables ``sources``, ``emendations`` and ``editors-notes``: columns and rows."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.table import Dataset, Link, Row
from macros.exports.tables import columns as c
from macros.exports.tables.columns import column, needed
from macros.exports.tables.errata import WHY
from macros.register.register import Register
from macros.text.languages import Bilingual


def sentence_rows(register: Register, link: Link) -> Iterator[Row]:
    """Every sentence of every source document, in order."""
    for ident, text in register.texts.items():
        for section in text.document.sections:
            for place, one in enumerate((section.heading, *section.sentences)):
                reference = f"{ident}#{one.id}"
                yield {
                    "id": reference,
                    "source": ident,
                    "text_zh": one.zh,
                    "text_en": one.en,
                    "heading": place == 0,
                    "uses": len(register.citations.get(reference, ())),
                    "url": link(register.sentence_address(reference)),
                }


def emendation_rows(register: Register, link: Link) -> Iterator[Row]:
    """Every emendation with the places it was made in, and every line left out."""
    for ident, text in register.texts.items():
        places: dict[str, list[str]] = {}
        for sentence, _, emendation in text.changes():
            places.setdefault(emendation.id, []).append(sentence.id)
        for one in text.document.emendations:
            found = places.get(one.id, [])
            yield {
                "id": f"{ident}.{one.id}",
                "source": ident,
                "kind": one.kind,
                "stood": one.stood,
                "printed": one.printed,
                "places": len(found),
                "sentences": " ".join(dict.fromkeys(found)),
                "line": None,
                "why_zh": one.zh,
                "why_en": one.en,
                "url": link(register.place(ident, f"emendation-{one.id}")),
            }
        for line in text.document.omitted:
            yield {
                "id": f"{ident}.line-{line.line}",
                "source": ident,
                "kind": "omitted",
                "stood": line.stood,
                "printed": None,
                "places": 1,
                "sentences": None,
                "line": line.line,
                "why_zh": line.zh,
                "why_en": line.en,
                "url": link(register.place(ident, f"line-{line.line}")),
            }


def note_rows(register: Register, link: Link) -> Iterator[Row]:
    """Every editor's note."""
    for ident, text in register.texts.items():
        for note in text.document.notes:
            yield {
                "id": f"{ident}.{note.id}",
                "source": ident,
                "sentence": f"{ident}#{note.sentence}",
                "about": note.about,
                "note_zh": note.zh,
                "note_en": note.en,
                "url": link(register.note_address(ident, note)),
            }


def attachment_rows(register: Register, link: Link) -> Iterator[Row]:
    """Every file that is published beside a document's text."""
    for one in register.all_beside:
        title = one.title or register.interface["original-file"]
        yield {
            "id": f"{one.document}/{one.name}",
            "source": one.document,
            "file": one.name,
            "original": one.title is None,
            "title_zh": title.zh,
            "title_en": title.en,
            "format": one.ending,
            "bytes": one.file.size,
            "sha256": one.file.sha256,
            "url": link(one.address),
        }


SOURCES_TABLE = Dataset(
    "sources",
    Bilingual("来源文件逐句", "Source sentences"),
    Bilingual(
        "来源文件整理文本的每一句，有译文的附译文，按原文顺序，一行一句；其他各表的 sentence 列指向这里。",
        "Every sentence of the source documents as printed, with its translation, in order; the column sentence of "
        "other tables leads here.",
    ),
    (
        c.ID,
        c.SOURCE,
        needed("text_zh", "原文", "Text", ("整理后的简体文本", "As printed, in Simplified Chinese")),
        needed("text_en", "译文", "Translation", ("英文译文；以中文为准", "In English; the Chinese is authoritative")),
        needed("heading", "是否标题", "Heading", ("标题为 true", "true for a heading"), "boolean"),
        needed("uses", "引用次数", "Uses", ("用到这一句的记录数", "How many records use the sentence"), "integer"),
        c.URL,
    ),
    sentence_rows,
    {},
)
EMENDATIONS_TABLE = Dataset(
    "emendations",
    Bilingual("校改", "Emendations"),
    Bilingual(
        "整理文本与原始文本的每一种不同，连同理由和位置；略去的行也在内，种类为 omitted。",
        "Every difference between the text as printed and as received, with the reason and the places; lines left out "
        "are of the kind omitted.",
    ),
    (
        c.ID,
        c.SOURCE,
        c.KIND,
        needed("stood", "原有文字", "Before", ("繁简转换之后的原有文字", "What stood, after conversion of the script")),
        column("printed", "整理后文字", "Printed", ("略去的行为空", "Empty for a line left out")),
        needed("places", "处数", "Places", ("改动了几处", "In how many places"), "integer"),
        column(
            "sentences", "所在各句", "Sentences", ("所在句子在文件内的编号，空格隔开", "Where, separated by spaces")
        ),
        column("line", "原始文本行号", "Line", ("略去的行在原始文本中的行号", "Line of the verbatim text"), "integer"),
        *WHY,
        c.URL,
    ),
    emendation_rows,
    {},
)
EDITORS_NOTES_TABLE = Dataset(
    "editors-notes",
    Bilingual("编者注", "Editor’s notes"),
    Bilingual(
        "对原文中看似有误、仍照录之处的编者注，一行一条。",
        "Editor’s notes on what looks wrong in the source and is printed as it stands, one a row.",
    ),
    (
        c.ID,
        c.SOURCE,
        c.SENTENCE,
        needed("about", "所说文字", "About", ("所说的原文文字", "The words concerned, as printed")),
        needed("note_zh", "编者注（中文）", "Note (Chinese)", ("编者注", "The note")),
        needed("note_en", "编者注（英文）", "Note (English)", ("上一列的译文", "The same in English")),
        c.URL,
    ),
    note_rows,
    {"sentence": "sources"},
)
ATTACHMENTS_TABLE = Dataset(
    "attachments",
    Bilingual("原件与附件", "Originals and attachments"),
    Bilingual(
        "来源文件的原件和附件，一行一个文件，附大小和校验码；没有时不列本表。",
        "The originals and attachments of the source documents, one file a row, with size and checksum; this table is "
        "published only where there are any.",
    ),
    (
        c.ID,
        c.SOURCE,
        needed("file", "文件名", "File", ("收到时的文件名", "The name it was received under")),
        needed("original", "是否原件", "Original", ("原件为 true，附件为 false", "false for an attachment"), "boolean"),
        needed("title_zh", "名称（中文）", "Title (Chinese)", ("附件名称", "What it is called")),
        needed("title_en", "名称（英文）", "Title (English)", ("上一列的译文", "The same in English")),
        needed("format", "格式", "Format", ("文件类型", "The type of the file")),
        needed("bytes", "字节数", "Bytes", ("文件大小", "The size of the file"), "integer"),
        needed("sha256", "SHA-256", "SHA-256", ("文件校验码", "The checksum of the file")),
        c.URL,
    ),
    attachment_rows,
    {},
)
