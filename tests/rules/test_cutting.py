"""Documents are cut into headings of their levels, sentences, and what stands at head and foot."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.collecting import collect
from macros.records.document import Edition
from macros.records.kinds import DOCUMENTS
from macros.records.received_text import received_text
from tests.rules.bureau import DOCUMENT, bureau, said

RECORD = "quote: 办班\n"

CUT: dict[str, tuple[list[str], list[str]]] = {
    # lines below the title, and what they become: level and heading, or role and text
    "three levels": (
        ["一、主要工作", "（一）抓生产", "1.抓春耕", "办班。", "（二）抓服务", "二、存在问题", "有。"],
        ["1 一、主要工作", "2 （一）抓生产", "3 1.抓春耕", "办班。", "2 （二）抓服务", "1 二、存在问题", "有。"],
    ),
    "no first level": (["（一）抓生产", "1.抓春耕", "办班。"], ["1 （一）抓生产", "2 1.抓春耕", "办班。"]),
    "chapters": (["第一章 总则", "第一节 范围", "办班。"], ["1 第一章 总则", "2 第一节 范围", "办班。"]),
    "run in": (
        ["（一）稳中有增。全年办班。", "（二）“菜篮子”充足。办班。"],
        ["1 （一）稳中有增。", "全年办班。", "1 （二）“菜篮子”充足。", "办班。"],
    ),
    "run in with a number in it is text": (["（一）办班12期。全年顺利。"], ["（一）办班12期。", "全年顺利。"]),
    "run in of two clauses is text": (["（一）办班，抓生产。全年顺利。"], ["（一）办班，抓生产。", "全年顺利。"]),
    "text before the first heading": (["今年办班。", "一、工作", "有。"], ["今年办班。", "1 一、工作", "有。"]),
    "marks within quotation marks": (
        ["“丰收有我！”活动办班。", "问“为什么？”的人。"],
        ["“丰收有我！”活动办班。", "问“为什么？”的人。"],
    ),
    "items in one line": (
        ["1.基地偏少；2.30至50亩的地块多；3.人员少。"],
        ["1.基地偏少；", "[2.] 30至50亩的地块多；", "3.人员少。"],
    ),
    "a decimal behind no item": (["基地偏少；2.30万亩地块多。"], ["基地偏少；", "2.30万亩地块多。"]),
    "an item with a decimal": (["1.基地2.5万亩；2.地块3.5万亩。"], ["1.基地2.5万亩；", "2.地块3.5万亩。"]),
    "the foot": (
        ["办班。", "附件：1.清单", "2.名册", "某局", "2031年1月5日", "（此件公开发布）"],
        [
            "办班。",
            "attachments 附件：1.清单",
            "attachments 2.名册",
            "issuer 某局",
            "date 2031年1月5日",
            "distribution （此件公开发布）",
        ],
    ),
    "a date in Han numerals": (
        ["办班。", "某局", "二〇三一年一月五日"],
        ["办班。", "issuer 某局", "date 二〇三一年一月五日"],
    ),
    "no foot": (["办班。", "一、工作", "有。"], ["办班。", "1 一、工作", "有。"]),
    "those addressed": (["区政府办公室：", "办班。"], ["salutation 区政府办公室：", "办班。"]),
    "indents": (["\u3000\u3000办班。", "\t有。"], ["办班。", "有。"]),
}


def outline(edition: Edition) -> list[str]:
    """What a document was cut into, the title left out."""
    found = []
    for section in edition.sections:
        if section.level:
            found.append(f"{section.level} {section.heading.zh}")
        for one in section.sentences:
            marks = (one.role, f"[{one.mark}]" if one.mark else None, one.zh)
            found.append(" ".join(mark for mark in marks if mark))
    return found


def edition_of_lines(folder: Path, lines: list[str]) -> Edition:
    record = collect(bureau(folder, lines, RECORD))[0].of(DOCUMENTS)["report"].record
    assert isinstance(record, Edition)
    return record


@pytest.mark.parametrize("case", CUT)
def test_lines_are_what_they_look_like(case: str, tmp_path: Path) -> None:
    lines, expected = CUT[case]
    assert outline(edition_of_lines(tmp_path, lines)) == expected


def test_a_document_number_above_the_title_is_no_title(tmp_path: Path) -> None:
    data = bureau(tmp_path, ["办班。"], RECORD)
    text = data / "documents/report.txt"
    text.write_text("某局发〔2031〕12号\n" + text.read_text("utf-8"), "utf-8")
    edition = collect(data)[0].of(DOCUMENTS)["report"].record
    assert edition.title.zh == "简报" and outline(edition) == ["document-number 某局发〔2031〕12号", "办班。"]


def test_headings_say_what_they_stand_under(tmp_path: Path) -> None:
    headings = edition_of_lines(tmp_path, ["一、甲", "（一）乙", "办班。", "二、丙", "有。"]).headings
    assert headings["s2-1"] == ("（一）乙", "一、甲", "简报")
    assert headings["s3-1"] == ("二、丙", "简报") and headings["s0"] == ()


ENCODED = {
    "utf-8": ("utf-8", b"", ()),
    "utf-8 with a mark": ("utf-8", b"\xef\xbb\xbf", ("mark",)),
    "utf-16": ("utf-16-le", b"\xff\xfe", ("mark",)),
    "gbk": ("gb18030", b"", ()),
}


@pytest.mark.parametrize("case", ENCODED)
def test_texts_are_read_in_the_encodings_of_offices(case: str) -> None:
    encoding, mark, normalised = ENCODED[case]
    read = received_text(mark + "简报\r\n\u3000\u3000办班。\r".encode(encoding))
    assert read is not None and read.lines == ["简报", "\u3000\u3000办班。", ""]
    assert (read.encoding, read.normalised) == (encoding, (*normalised, "line-ends", "indents"))


@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04\xff\xfe", b"\xff\xfe\x00\xd8"])
def test_what_is_no_text_is_none(data: bytes) -> None:
    assert received_text(data) is None


FRAMING = {
    "s1": 'No sentence of the text has the id "s1". Check the id; headings need no mark.',
    "s9-1": 'No sentence of the text has the id "s9-1". Check the id; headings need no mark.',
    "s1-2": 'This sentence holds the quantity "12期" and does more than introduce or close. Take it out of framing and '
    "record it.",
}


@pytest.mark.parametrize("ident", FRAMING)
def test_what_frames_a_text_says_nothing_itself(ident: str, tmp_path: Path) -> None:
    lines = ["一、工作", "现将情况报告如下。办班12期。"]
    data = bureau(tmp_path, lines, RECORD, document=f"framing: [{ident}]\n")
    assert ("framing[0]", FRAMING[ident]) in said(data, DOCUMENT)


def test_what_frames_a_text_needs_no_record(tmp_path: Path) -> None:
    lines = ["一、工作", "现将情况报告如下。办班。"]
    unmarked = [text for _, text in said(bureau(tmp_path / "1", lines, RECORD), DOCUMENT)]
    marked = [text for _, text in said(bureau(tmp_path / "2", lines, RECORD, document="framing: [s1-1]\n"), DOCUMENT)]
    assert any("No record uses" in text for text in unmarked) and not any("No record uses" in text for text in marked)
