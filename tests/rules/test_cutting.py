"""Documents are cut into headings of their levels, sentences, and what stands at head and foot."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.received.received_text import received_text
from macros.records.collecting import collect
from macros.records.document import Edition
from macros.records.kinds import DOCUMENTS
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
    "headings that a colon ends": (
        ["一、工作：", "办班。", "（二）对象:", "有。"],
        ["1 一、工作：", "办班。", "2 （二）对象:", "有。"],
    ),
    "what enumerates is text": (
        ["一、工作如下：", "（二）下列企业：", "（三）做了三件事：", "（四）投资5亿元：", "1.春耕："],
        ["一、工作如下：", "（二）下列企业：", "（三）做了三件事：", "（四）投资5亿元：", "1.春耕："],
    ),
    "headings that ask": (
        ["一、申报后，何时有补贴？", "有。", "何时？"],
        ["1 一、申报后，何时有补贴？", "有。", "何时？"],
    ),
    "a run-in heading before blanks": (
        ["（一）培训  办班3期。", "（二）服务　有。"],
        ["1 （一）培训", "办班3期。", "1 （二）服务", "有。"],
    ),
    "blanks that part no heading": (
        ["一、东镇  12万亩。", "二、西镇  有  18万亩。", "三、  工作", "办班。"],
        ["一、东镇  12万亩。", "二、西镇  有  18万亩。", "1 三、  工作", "办班。"],
    ),
    "full-width and half-bracketed numbers": (
        ["一.工作", "１．春耕", "2)夏收", "（３）秋种", "办班。"],
        ["1 一.工作", "2 １．春耕", "3 2)夏收", "3 （３）秋种", "办班。"],
    ),
    "tabs behind the numbers of items": (["1.\t办班。", "2.\t有。"], ["1. 办班。", "2. 有。"]),
    "tabs as indents": (["\t一、工作", "\t办班。"], ["1 一、工作", "办班。"]),
    "tabs between cells": (["\t面积", "东镇\t12"], ["head 面积", "head 东镇", "cell 12"]),
    "articles": (["第一章 总则", "第一条 办班。", "第二条  有。"], ["1 第一章 总则", "第一条 办班。", "第二条  有。"]),
    "circled items": (
        ["问题：①偏少；②偏老。", "①加大投入", "办班。"],
        ["问题：①偏少；", "②偏老。", "1 ①加大投入", "办班。"],
    ),
    "an item over lines": (["1.抓春耕，面积30万亩，", "增加2万亩。"], ["1.抓春耕，面积30万亩，", "增加2万亩。"]),
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


ENDS: dict[str, tuple[str, list[str]]] = {
    # a text, and its title and what stands below it
    "a title and its issuer": (
        "某区教育局\n关于减负的通知\n各校：\n执行。",
        ["某区教育局关于减负的通知", "salutation 各校：", "执行。"],
    ),
    "a title in three lines": (
        "某区政府办公室\n关于印发2031年\n任务清单的通知\n执行。",
        ["某区政府办公室关于印发2031年任务清单的通知", "执行。"],
    ),
    "a title broken in a phrase": ("关于上半年\n工作的报告\n办班。", ["关于上半年工作的报告", "办班。"]),
    "an issuer and a summary": ("某区教育局\n2031年工作总结\n办班。", ["某区教育局2031年工作总结", "办班。"]),
    "a heading is no title": ("关于预算执行\n基本情况\n办班。", ["关于预算执行", "1 基本情况", "办班。"]),
    "a whole title and a heading": (
        "关于预算的汇报\n工作情况汇报\n办班。",
        ["关于预算的汇报", "1 工作情况汇报", "办班。"],
    ),
    "a subtitle": ("春风化雨\n——某局工作综述\n办班。", ["春风化雨——某局工作综述", "办班。"]),
    "a draft": ("某办法\n（试行）\n第一条 办班。", ["某办法（试行）", "第一条 办班。"]),
    "markings of the first page": (
        "000012\n机密★1年\n特急\n某局文件\n某发〔2031〕3 号\n签发人：张三\n通知\n执行。",
        [
            "通知",
            *(
                f"document-number {one}"
                for one in ("000012", "机密★1年", "特急", "某局文件", "某发〔2031〕3 号", "签发人：张三")
            ),
            "执行。",
        ],
    ),
    "a marking without a number is a title": ("某局文件\n执行。", ["某局文件", "执行。"]),
    "a number below the title": (
        "通知\n某发〔2031〕3号\n各镇：\n执行。",
        ["通知", "document-number 某发〔2031〕3号", "salutation 各镇：", "执行。"],
    ),
    "an issue of a bulletin": (
        "简报\n第5期\n某局办公室　2031年3月1日\n办班。",
        ["简报", "document-number 第5期", "date 某局办公室　2031年3月1日", "办班。"],
    ),
    "issuer and date below the title": (
        "公报\n某区统计局\n2031年3月1日\n一、综合\n办班。",
        ["公报", "issuer 某区统计局", "date 2031年3月1日", "1 一、综合", "办班。"],
    ),
    "where it was spoken": (
        "报告\n（2031年1月5日在大会上）\n区长　李四\n各位代表：\n办班。",
        ["报告", "date （2031年1月5日在大会上）", "issuer 区长　李四", "salutation 各位代表：", "办班。"],
    ),
    "its source": (
        "快讯\n来源：某局 发布时间：2031-03-01\n办班。",
        ["快讯", "distribution 来源：某局 发布时间：2031-03-01", "办班。"],
    ),
    "dates as headings": (
        "大事记\n2031年3月1日\n办班。\n2031年4月2日\n有。",
        ["大事记", "1 2031年3月1日", "办班。", "1 2031年4月2日", "有。"],
    ),
    "an enumeration addresses nobody": ("通知\n任务如下：\n办班。", ["通知", "任务如下：", "办班。"]),
    "a heading addresses nobody": ("总结\n一、工作：\n办班。", ["总结", "1 一、工作：", "办班。"]),
    "annexes behind the date": (
        "通知\n办班。\n附件：1.清单\n2.名册\n某局\n2031年3月1日\n附件1\n清单\n一、春耕\n有。\n附件2：名册\n有。\n某局\n2031年3月2日",
        [
            "通知",
            "办班。",
            "attachments 附件：1.清单",
            "attachments 2.名册",
            "issuer 某局",
            "date 2031年3月1日",
            "1 附件1",
            "1 清单",
            "1 一、春耕",
            "有。",
            "1 附件2：名册",
            "有。",
            "issuer 某局",
            "date 2031年3月2日",
        ],
    ),
    "attachments behind the date": (
        "通知\n办班。\n某局\n2031年3月1日\n附件：1.清单\n2.名册",
        ["通知", "办班。", "issuer 某局", "date 2031年3月1日", "attachments 附件：1.清单", "attachments 2.名册"],
    ),
    "attachments without a colon": (
        "通知\n办班。\n附件 1.清单\n2.名册\n某局\n2031年3月1日",
        ["通知", "办班。", "attachments 附件 1.清单", "attachments 2.名册", "issuer 某局", "date 2031年3月1日"],
    ),
    "attachments in lines of their own": (
        "通知\n办班。\n附件：\n1.清单\n2.名册\n某局\n2031年3月1日",
        [
            "通知",
            "办班。",
            "attachments 附件：",
            "attachments 1.清单",
            "attachments 2.名册",
            "issuer 某局",
            "date 2031年3月1日",
        ],
    ),
    "items are no attachments": (
        "总结\n附件：清单\n1.办班\n某局\n2031年3月1日",
        ["总结", "1 附件：清单", "1 1.办班", "issuer 某局", "date 2031年3月1日"],
    ),
    "what an attachment says": ("总结\n有。\n附件：办班3期。", ["总结", "有。", "附件：办班3期。"]),
    "the printer's lines": (
        "通知\n办班。\n某局\n2031年3月1日\n公开方式：主动公开\n抄送：区委办。\n某局　2031年3月2日印发\n共印50份",
        [
            "通知",
            "办班。",
            "issuer 某局",
            "date 2031年3月1日",
            "distribution 公开方式：主动公开",
            "distribution 抄送：区委办。",
            "distribution 某局　2031年3月2日印发",
            "distribution 共印50份",
        ],
    ),
    "who can be asked": (
        "通知\n办班。\n某局\n2031年3月1日\n（联系人：王五）",
        ["通知", "办班。", "issuer 某局", "date 2031年3月1日", "distribution （联系人：王五）"],
    ),
    "a source that says something": ("总结\n有。\n来源：财政拨款50万元。", ["总结", "有。", "来源：财政拨款50万元。"]),
    "dates in other forms": (
        "通知\n办班。\n某 局\n2031 年 3 月 1 日",
        ["通知", "办班。", "issuer 某 局", "date 2031 年 3 月 1 日"],
    ),
    "a date in digits": ("通知\n办班。\n2031.3.1", ["通知", "办班。", "date 2031.3.1"]),
    "a month": ("总结\n办班。\n某局\n2031年3月", ["总结", "办班。", "issuer 某局", "date 2031年3月"]),
    "issuer and date in one line": ("总结\n办班。\n某局 2031年3月1日", ["总结", "办班。", "date 某局 2031年3月1日"]),
    "an issuer below the date": (
        "总结\n办班。\n2031年3月1日\n某局",
        ["总结", "办班。", "date 2031年3月1日", "issuer 某局"],
    ),
    "several issuers": (
        "通知\n办班。\n某区教育局　某区财政局\n某区街道\n2031年3月1日",
        ["通知", "办班。", "issuer 某区教育局　某区财政局", "issuer 某区街道", "date 2031年3月1日"],
    ),
    "a person": ("致辞\n办班。\n局长 张三\n2031年3月1日", ["致辞", "办班。", "issuer 局长 张三", "date 2031年3月1日"]),
    "what was done is no issuer": (
        "总结\n培训农民三千人\n成立服务站\n某局\n2031年3月1日",
        ["总结", "1 培训农民三千人", "1 成立服务站", "issuer 某局", "date 2031年3月1日"],
    ),
    "how a letter closes": (
        "通知\n办班。\n特此通知\n某局\n2031年3月1日",
        ["通知", "办班。", "framing 特此通知", "issuer 某局", "date 2031年3月1日"],
    ),
    "pages and lines drawn": (
        "总结\n办班。\n— 2 —\n-----\n有。\n第3页 共3页",
        ["总结", "办班。", "distribution — 2 —", "distribution -----", "有。", "distribution 第3页 共3页"],
    ),
    "a speaker": (
        "讲话\n张三\n（2031年3月1日）\n同志们：\n办班。",
        ["讲话", "issuer 张三", "date （2031年3月1日）", "salutation 同志们：", "办班。"],
    ),
    "a number and its class": (
        "某函〔2031〕7号　　A类\n答复\n办班。",
        ["答复", "document-number 某函〔2031〕7号　　A类", "办班。"],
    ),
    "a number in brackets": (
        "公告\n（2031年第1号，总第12号）\n办班。",
        ["公告", "document-number （2031年第1号，总第12号）", "办班。"],
    ),
    "bodies of other names": (
        "公告\n办班。\n某海关\n某区妇联\n2031年3月1日",
        ["公告", "办班。", "issuer 某海关", "issuer 某区妇联", "date 2031年3月1日"],
    ),
    "labels and what they stand for": (
        "公告\n一、概况\n预算金额：120万元\n时间：9:30\n单位：万元",
        ["公告", "1 一、概况", "预算金额：120万元", "时间：9:30", "distribution 单位：万元"],
    ),
    "GBK with CRLF": ("关于上半年\r\n工作的报告\r\n\r\n　　办班。\r\n", ["关于上半年工作的报告", "办班。"]),
}


@pytest.mark.parametrize("case", ENDS)
def test_head_and_foot_are_what_they_look_like(case: str, tmp_path: Path) -> None:
    text, expected = ENDS[case]
    data = bureau(tmp_path, [], RECORD)
    (data / "documents/report.txt").write_bytes(text.encode("gbk" if "GBK" in case else "utf-8"))
    edition = collect(data)[0].of(DOCUMENTS)["report"].record
    assert [edition.sections[0].heading.zh, *outline(edition)] == expected


def test_a_line_that_a_person_has_marked_is_no_part_of_the_title(tmp_path: Path) -> None:
    data = bureau(tmp_path, [], RECORD, document="marks:\n  - line: 2\n    is: heading\n")
    (data / "documents/report.txt").write_text("关于上半年\n工作的报告\n办班。\n", "utf-8")
    edition = collect(data)[0].of(DOCUMENTS)["report"].record
    assert [edition.sections[0].heading.zh, *outline(edition)] == ["关于上半年", "1 工作的报告", "办班。"]


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
