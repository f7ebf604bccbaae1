"""Documents: emendations, verbatim texts, translations, and that nothing of a document goes unused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.records.collecting import collect
from macros.yaml_files.characters import hidden_characters
from tests.rules.bureau import DOCUMENT, bureau, figure, figures, said

TEXT = "发放资料12份,受到好评。"
QUOTE = "发放资料12份"
RECORD = figures(figure(QUOTE), quote=QUOTE)
ENGLISH = {"s0-1": "12 copies were handed out and well received."}


def emendation(stood: str, printed: str, kind: str = "punctuation") -> str:
    """An emendation, as a document's file holds it."""
    return (
        f'emendations:\n  - id: one\n    kind: {kind}\n    stood: "{stood}"\n    printed: "{printed}"\n'
        "    zh: 理由\n    en: Reason\n"
    )


EMENDED = {
    # verbatim text: what stood, what is printed, and words of the problem; nothing where it passes
    "a mark": (TEXT, ",", "，", ""),
    "a word": (TEXT, "受到好评", "获得好评", "does not do what its kind says"),
    "what does not stand there": (TEXT, "深受好评", "获得好评", "does not hold"),
    "a digit": (TEXT, "12份", "92份", "changes a number, a unit, a qualifier or a negation"),
    "a digit alone": (TEXT, "1", "9", "changes a number"),
    "a unit": (TEXT, "12份", "12套", "changes a number"),
    "a qualifier added": (TEXT, "资料12", "资料近12", "changes a number"),
    "the mark in a number": ("发放资料1,200份。", ",", "，", ""),
    "a negation taken away": ("未发放资料12份。", "未", "", "must not be empty"),
    "a negation exchanged": ("未发放资料12份。", "未发放", "已发放", "changes a number"),
    "a negation of words without a number": ("发放资料12份，不受好评。", "不受好评", "大受好评", "changes a number"),
}


@pytest.mark.parametrize("case", EMENDED)
def test_an_emendation_changes_no_fact(case: str, tmp_path: Path) -> None:
    text, stood, printed, words = EMENDED[case]
    data = bureau(tmp_path, [text], RECORD, ENGLISH, emendation(stood, printed))
    found = [one for field, one in said(data, DOCUMENT) if field.startswith("emendations")]
    assert len(found) == bool(words) and all(words in one for one in found), found


SIGNED = {
    # the last lines of a document, its date, and the field that is wrong
    "its own date": (("某局", "2031年1月5日"), "date: 2031-01-05\n", ""),
    "another date": (("某局", "2031年1月5日"), "date: 2031-01-06\n", "date"),
    "no date": (("某局", "2031年1月5日"), "", "date"),
    "in one line": (("某局　2031年1月5日",), "date: 2031-02-05\n", "date"),
    "in Chinese numerals": (("某局", "二〇三一年一月五日"), "date: 2031-01-05\n", ""),
    "no date where there are two": (("某局", "2031年1月5日", "某委", "2031年1月6日"), "", ""),
    "a month alone": (("某局", "2031年1月"), "", ""),
    "no signature": ((), "date: 2031-01-05\n", ""),
}


@pytest.mark.parametrize("case", SIGNED)
def test_the_date_of_a_document_is_that_of_its_signature(case: str, tmp_path: Path) -> None:
    lines, date, wrong = SIGNED[case]
    english = ENGLISH | {f"s{number}": "x" for number in range(1, 1 + len(lines))}
    data = bureau(tmp_path, [TEXT, *lines], RECORD, english, date)
    found = [(field, one) for field, one in said(data, DOCUMENT) if field == "date"]
    assert [field for field, _ in found] == [wrong] * bool(wrong)
    assert all('bears the date "2031-01-05"' in one and "Write date: 2031-01-05." in one for _, one in found)


NUMBERS = {
    # the first lines of a document, its number, and whether it is wrong
    "its own number": (["某科发〔2031〕12号"], "某科发〔2031〕12号", False),
    "with blanks": (["某科发 〔2031〕 12 号"], "某科发〔2031〕12号", False),
    "another number": (["某科发〔2031〕12号"], "某科发〔2031〕13号", True),
    "no number": (["某科发〔2031〕12号"], "", True),
    "one that the text does not bear": ([], "某科发〔2031〕12号", False),
}


@pytest.mark.parametrize("case", NUMBERS)
def test_the_number_of_a_document_is_that_of_its_head(case: str, tmp_path: Path) -> None:
    lines, number, wrong = NUMBERS[case]
    data = bureau(tmp_path, [TEXT], RECORD, ENGLISH, f"document_number: {number}\n" if number else "")
    text = data / "documents/report.txt"
    text.write_text("\n".join([*lines, text.read_text("utf-8")]), "utf-8")
    assert [field for field, _ in said(data, DOCUMENT) if field == "document_number"] == ["document_number"] * wrong


LINES = {
    "an omitted line": ("omitted:\n  - line: 3\n    zh: 页码\n    en: A page number\n", ""),
    "an omitted line that is empty": ("omitted:\n  - line: 9\n    zh: 页码\n    en: A page\n", "omitted[0].line"),
    "a mark": ("marks:\n  - line: 3\n    is: text\n", ""),
    "a mark on no line": ("marks:\n  - line: 9\n    is: text\n", "marks[0].line"),
    "a note": ("notes:\n  - {id: n, sentence: s0-1, about: 受到好评, zh: 说明, en: A note}\n", ""),
    "a note about other words": (
        "notes:\n  - {id: n, sentence: s0-1, about: 深受好评, zh: 说明, en: A note}\n",
        "notes[0].about",
    ),
    "a note on no sentence": (
        "notes:\n  - {id: n, sentence: s9-9, about: 深受好评, zh: 说明, en: A note}\n",
        "notes[0].sentence",
    ),
}


@pytest.mark.parametrize("case", LINES)
def test_what_is_said_of_lines_and_sentences_is_so(case: str, tmp_path: Path) -> None:
    document, field = LINES[case]
    english = ENGLISH | ({} if "omitted" in document else {"s1" if "marks" not in document else "s0-2": "Page"})
    english = english if "line: 9" not in document else ENGLISH | {"s1": "Page"}
    data = bureau(tmp_path, [TEXT.replace(",", "，"), "页码"], RECORD, english, document)
    found = [one for one, _ in said(data, DOCUMENT) if one.startswith(("omitted", "marks", "notes"))]
    assert found == ([field] if field else [])


def links_away(file: Path) -> None:
    """The text as a link to a text elsewhere."""
    file.replace(file.parent.parent / "elsewhere.txt")
    file.symlink_to(file.parent.parent / "elsewhere.txt")


UNREAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "gone": (lambda file: file.unlink(), "There is no verbatim text"),
    "a link": (links_away, "There is no verbatim text"),
    "no text": (lambda file: file.write_bytes(b"PK\x03\x04\xff\xfe"), "is no text file"),
    "empty": (lambda file: file.write_text("\n \n"), "No line of the verbatim text"),
    "too large": (lambda file: file.write_text("字" * 2**19), "over 1 MB"),
}


@pytest.mark.parametrize("case", UNREAD)
def test_a_text_that_cannot_be_read_is_told_alone(case: str, tmp_path: Path) -> None:
    spoil, words = UNREAD[case]
    data = bureau(tmp_path, [TEXT], RECORD, ENGLISH)
    spoil(data / "documents/report.txt")
    (problem,) = [*said(data), *said(data, DOCUMENT)]
    assert problem[0] == "verbatim" and words in problem[1]


RUNNING = "全年组织开展各类科技服务活动并且面向全市实现产值"
SHOWN = {
    # lines of a text, and words of the problem; nothing where it passes
    "text turned round": (["培育企业\u202e51\u202c家。"], "turns the text round (U+202E)"),
    "text kept as it is stored": (["培育企业\u202d51\u202c家。"], "turns the text round (U+202D)"),
    "text from right to left": (["培育企业\u206751、32\u2069家。"], "turns the text round (U+2067)"),
    "a mark of right to left": (["培育企业12\u200f51家。"], "turns the text round (U+200F)"),
    "marks of left to right": (["培育企业\u200e51\u200e家。"], ""),
    "a number cut within its groups": (["产值2,3", "00万元。"], "ends within a number"),
    "a number cut behind a comma": (["产值12,345,", "678元。"], "ends within a number"),
    "a number cut behind its point": (["增长12.", "5%。"], "ends within a number"),
    "a number cut between digits": ([f"{RUNNING}1", "5家。"], "ends within a number"),
    "a year that begins a line": ([f"{RUNNING}1", "2031年培育企业5家。"], ""),
    "a number that ends a heading": (["附件1", "5家企业获评。"], ""),
    "numbers of items": (["主要工作", "1.", "2.培育企业5家。"], ""),
    "a list": (["产值2,300万元，利润1,", "2,300家企业获评。"], ""),
    "a table": (["产值\t1", "5家\t2"], ""),
    "lines with another between them": ([f"{RUNNING}1", "", "5家。"], ""),
}


@pytest.mark.parametrize("case", SHOWN)
def test_numbers_are_read_as_they_are_shown(case: str, tmp_path: Path) -> None:
    lines, words = SHOWN[case]
    data = bureau(tmp_path, [TEXT, *lines], RECORD, ENGLISH)
    found = [one for _, one in said(data, "documents/report.txt")]
    assert len(found) == bool(words) and all(words in one for one in found), found


TRANSLATED = {
    "as the Chinese": ("12 copies were handed out and well received.", ""),
    "in words": ("Twelve copies were handed out and well received.", ""),
    "another number": ("120 copies were handed out.", "120"),
    "no number": ("Copies were handed out.", "12份"),
    "another qualifier": ("More than 12 copies were handed out.", "12"),
    "a number more": ("12 copies were handed out to 3 firms.", "3"),
    "blank": ('" "', "There is no text here"),
    "a placeholder word": ("TODO", "This is a placeholder"),
    "the Chinese": ("发放资料12份，受到好评。", "copy of the Chinese"),
}


@pytest.mark.parametrize("case", TRANSLATED)
def test_the_english_says_what_the_chinese_says(case: str, tmp_path: Path) -> None:
    english, words = TRANSLATED[case]
    data = bureau(tmp_path, [TEXT.replace(",", "，")], RECORD, {"s0-1": english})
    found = said(data, DOCUMENT)
    assert bool(found) == bool(words), found
    assert all(field == "translations.en.s0-1" for field, _ in found)
    assert not words or any(words in one for _, one in found), found


def test_every_sentence_has_a_translation(tmp_path: Path) -> None:
    ((field, words),) = said(bureau(tmp_path, [TEXT.replace(",", "，")], RECORD), DOCUMENT)
    assert field == "translations.en" and "Sentences without English: s0-1." in words


NOTED = "notes:\n  - {id: n, sentence: s0-1, about: 9项, no_quantity: yes, zh: 不是数量, en: It is no quantity}\n"
COVERED = {
    # a sentence, its only figure's quote, more of the document, and what is not recorded
    "all recorded": ("发放资料12份。", "发放资料12份", "", []),
    "one of two": ("发放资料12份，手册3套。", "发放资料12份", "", ["3套"]),
    "in Han numerals": ("发放资料12份，惠及三百余家企业。", "发放资料12份", "", ["三百余家"]),
    "in full-width digits": ("发放资料12份，手册５０００套。", "发放资料12份", "", ["５０００套"]),
    "the same words twice": ("发放资料12份，又发放12份。", "发放资料12份", "", ["12份"]),
    "dates and names": ("6月30日，按科〔2001〕9号文发放资料12份，服务5G。", "按科〔2001〕9号文发放资料12份", "", []),
    "a note that says it is none": ("发放资料12份，“公开9项”得好评。", "发放资料12份", NOTED, []),
    "without the note": ("发放资料12份，“公开9项”得好评。", "发放资料12份", "", ["9项"]),
    "in a heading": ("发放资料12份。\n二、3家企业", "发放资料12份", "", ["3家"]),
}


@pytest.mark.parametrize("case", COVERED)
def test_every_quantity_is_recorded(case: str, tmp_path: Path) -> None:
    text, quote, document, lacking = COVERED[case]
    data = bureau(tmp_path, text.split("\n"), figures(figure(quote), quote=quote), {}, document)
    found = [one for _, one in said(data, DOCUMENT) if "is no record's figure" in one]
    assert len(found) == len(lacking)
    assert all(f'"{words}"' in one for words, one in zip(lacking, found, strict=True)), found


NOTED_WHOLE = NOTED.replace("about: 9项", 'about: "公开9项、办结8件、投诉7起"')
DENIED = {
    # a note, and the fields and words of what is said of it
    "one number": (NOTED.replace("9项", "公开9项"), []),
    "three numbers": (NOTED_WHOLE, [("notes[0].about", "several numbers")]),
    "a number and half of another": (
        NOTED.replace("about: 9项", 'about: "9项、办结8"'),
        [("notes[0].about", "several numbers")],
    ),
    "a number that a figure has": (
        NOTED.replace("about: 9项", "about: 2份"),
        [("notes[0].no_quantity", "There is no quantity"), ("notes[0].no_quantity", "is the figure area.first")],
    ),
}


@pytest.mark.parametrize("case", DENIED)
def test_a_note_denies_one_quantity(case: str, tmp_path: Path) -> None:
    document, expected = DENIED[case]
    text = "发放资料12份，“公开9项、办结8件、投诉7起”得好评。"
    data = bureau(tmp_path, [text], figures(figure("发放资料12份"), quote="发放资料12份"), {}, document)
    found = [one for one in said(data, DOCUMENT) if one[0].startswith("notes")]
    assert [field for field, _ in found] == [field for field, _ in expected], found
    assert all(words in one for (_, one), (_, words) in zip(found, expected, strict=True)), found


def test_every_sentence_is_used_and_headings_need_not_be(tmp_path: Path) -> None:
    english = {"s0-1": "12 copies were handed out.", "s1": "Part 1. Results", "s1-1": "They were well received."}
    data = bureau(tmp_path, ["发放资料12份。", "一、成效", "受到好评。"], RECORD, english)
    ((field, words),) = said(data, DOCUMENT)
    assert field == "translations.en.s1-1" and "No record uses this sentence (s1-1)" in words


CUT = {
    # lines below the title: the ids of the sentences, and the marks of the file
    "sentences of a line": (["甲。乙！丙；丁"], "s0 s0-1 s0-2 s0-3 s0-4", ""),
    "marks within quotation marks": (["他说“好。很好。”大家赞成。"], "s0 s0-1", ""),
    "numbered headings": (["一、甲", "乙。", "（二）丙", "丁。"], "s0 s1 s1-1 s2 s2-1", ""),
    "a short line is a heading": (["工作成效", "甲。"], "s0 s1 s1-1", ""),
    "a short line that is none": (["工作成效", "甲。"], "s0 s0-1 s0-2", "marks:\n  - {line: 2, is: text}\n"),
    "a line of which nothing is seen": (["\u200b", "甲。", "\ufeff\u200e ", "乙。"], "s0 s0-1 s0-2", ""),
    "characters that no file may hold": (["甲\ufe0f\u034f乙\u3164。"], "s0 s0-1", ""),
    "a sentence that is a heading": (["甲。", "乙。"], "s0 s1 s1-1", "marks:\n  - {line: 2, is: heading}\n"),
}


@pytest.mark.parametrize("case", CUT)
def test_how_a_text_is_cut(case: str, tmp_path: Path) -> None:
    lines, ids, document = CUT[case]
    collection, _ = collect(bureau(tmp_path, lines, "quote: 简报\n", {}, document))
    assert " ".join(one.partition("#")[2] for one in collection.sentences) == ids
    assert not any(True for one in collection.sentences.values() for _ in hidden_characters(one.zh))
