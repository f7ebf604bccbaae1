"""``make import``: papers as they are received become drafts that only a person can make into records."""

from __future__ import annotations

import difflib
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import pytest

from macros.drafting.areas import record_for
from macros.problems import Problem
from macros.records.collecting import collect
from macros.records.document import Edition
from macros.records.figure import Figure
from macros.records.kinds import DOCUMENTS, WORK_AREAS
from macros.records.shared_parts import full_id
from macros.records.shipped_example import EXAMPLE, shipped_example
from macros.register.load import load, load_since
from macros.rules.undecided import NOT_DECIDED
from macros.staff.public_diff import data_changes
from macros.staff.schemas import schema_line
from macros.staff.tidying import tidy
from macros.text.placeholders import UNDECIDED, without_marker
from tests.commands import answer
from tests.drafts import BOTH, SAMPLES, SAMPLES_IN, contents, decide, empty_bureau, import_text, imported
from tests.places import DATA, FIXTURES
from tests.received_files import Words, page_of, pdf

YUNLING = SAMPLES_IN.parent

Fact = tuple[str, ...]


def figures_in(data: Path) -> Mapping[str, Fact]:
    """What every figure of a data folder says, by its place in the documents."""
    collection, _ = collect(data)
    every = {f"{entry.id}.{one.id}": one for entry, _, one in collection.figures()}
    return {
        place(one): facts(one, every.get(full_id(entry.id, one.of or ""))) for entry, _, one in collection.figures()
    }


def place(figure: Figure) -> str:
    """Where a figure stands."""
    return f"{figure.source}@{figure.start}"


def facts(figure: Figure, other: Figure | None) -> Fact:
    """What a figure says, and of which other one."""
    related = f"{figure.relation} {place(other)}" if figure.relation and other else ""
    said = (figure.kind, figure.amount, figure.unit, figure.qualifier, figure.period, figure.hedged, figure.against)
    return (*map(str, said), figure.quote, figure.numeral or "", related)


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bureau into which the four samples were imported, one after the other."""
    data = empty_bureau(tmp_path_factory.mktemp("drafted"))
    for name in SAMPLES:
        imported(data, SAMPLES_IN / name)
    return data


def test_every_quantity_of_the_text_is_proposed_as_it_was_recorded(drafted: Path) -> None:
    """Value, unit, qualifier, period, hedge, quote, numeral and the figure it is of. Those in tables are left alone."""
    published = figures_in(YUNLING)
    in_tables = {one for one in published if "#t" in one}
    proposed = figures_in(drafted)
    assert (len(published), len(in_tables)) == (61, 7)
    assert proposed == {one: said for one, said in published.items() if one not in in_tables}


def test_sentences_and_what_documents_say_of_themselves_are_as_recorded(drafted: Path) -> None:
    recorded, found = (collect(data)[0].of(DOCUMENTS) for data in (YUNLING, drafted))
    for ident, published in recorded.items():
        one, other = published.record, found[ident].record
        assert isinstance(one, Edition) and isinstance(other, Edition)
        sentences = [[(each.id, each.zh, each.role) for each in edition.sentences()] for edition in (one, other)]
        assert sentences[0] == sentences[1]
        assert one.period == other.period and one.date == other.date and one.original == other.original
        assert without_marker(other.issuer.zh) == one.issuer.zh
        assert one.sha256 == other.sha256


def test_with_nothing_but_the_markers_deleted_a_chinese_site_is_in_order(drafted: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(drafted, tmp_path / "data"))
    assert load(data)[0] is None
    decide(data)
    register, problems = load(data)
    assert problems == [] and register is not None
    assert register.coverage() == (56, 56)


def about_the_undecided(problem: Problem) -> bool:
    """Whether a problem is that something is undecided, or one with a text that is."""
    return any(one.whole.startswith(NOT_DECIDED) for one in (*problem.about, *problem.follows))


def test_the_check_lists_what_is_undecided_and_no_more_in_the_order_of_the_document(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    imported(data, SAMPLES_IN / "summary-2031.txt")
    told = answer("check", "--data", data, "--lang", "zh").stdout
    assert all(map(about_the_undecided, load(data)[1]))
    held = [re.sub("[{（].*", "", one) for one in re.findall(rf"{UNDECIDED}(.{{2,9}})\n +\^", told)]
    text = (SAMPLES_IN / "summary-2031.txt").read_text("utf-8")
    places = [text.find(one[:4]) for one in held if text.count(one[:4]) == 1]
    assert len(places) > 12 and places == sorted(places)
    assert told.endswith("共 46 处问题。\n其中待核 46 处：数据 34、句子 1、其他（标题、概要等） 11。\n")


def test_with_english_the_missing_english_is_told_as_well(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path, BOTH)
    imported(data, SAMPLES_IN / "first-half-2032.txt")
    others = [one for one in load(data)[1] if not about_the_undecided(one)]
    assert [one.field for one in others] == ["translations.en"]
    assert "    en: 〔待核〕\n" in (data / "work-areas" / "hui-nong-fu-wu.yml").read_text("utf-8")


def test_what_is_translated_already_is_proposed_again(tmp_path: Path) -> None:
    data = Path(shutil.copytree(YUNLING, tmp_path / "data"))
    (data / "bureau.yml").write_text(
        (data / "bureau.yml").read_text("utf-8").replace("untranslated: mark\n", ""), "utf-8"
    )
    import_text(
        data, "again.txt", "云岭区农业农村局2033年上半年工作总结\n一、粮食生产\n春耕面积6.2万亩。\n2032年7月20日\n"
    )
    assert "s2: 〔待核〕20 July 2032" not in (data / "documents" / "again.yml").read_text("utf-8")
    assert "s1-2: 〔待核〕20 July 2032" in (data / "documents" / "again.yml").read_text("utf-8")


RECORD = f"""{schema_line(WORK_AREAS)}
# 一条注释  A comment.
title: {{zh: 粮食生产, en: Grain}}
summary:
    zh: '早稻单产{{yield}}。'
    en: "Early rice yielded {{yield}}."
quote: 粮食生产
figures:
    # 这一项有注释 Commented on.
    - id: yield
      label: {{zh: 早稻单产, en: Early rice yield}}
      quote: 早稻单产427.5公斤
"""


def test_a_second_paper_goes_into_the_records_of_the_first_and_goes_on_its_series(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    import_text(data, "one.txt", "某局2031年总结\n一、粮食生产\n早稻单产427.5公斤。\n")
    file = data / "work-areas" / "grain.yml"
    (data / "work-areas" / "liang-shi-sheng-chan.yml").unlink()
    file.write_text(RECORD, "utf-8", newline="\n")
    import_text(data, "two.txt", "某局2032年总结\n一、粮食生产\n早稻单产431公斤，同比增长0.8%。\n")
    text = file.read_text("utf-8")
    added = [one for one in difflib.ndiff(RECORD.splitlines(), text.splitlines()) if not one.startswith("  ")]
    assert all(one.startswith("+ ") for one in added)
    assert " ".join(one.removeprefix("+ ").strip() for one in added) == (
        "source: one series: yield "
        "- id: yield-2032 series: yield label: zh: 〔待核〕早稻单产 en: 〔待核〕Early rice yield "
        "quote: 早稻单产431公斤 - id: zao-dao-dan-chan-tong-bi label: zh: 〔待核〕早稻单产同比增长 "
        "quote: 同比增长0.8% of: yield-2032"
    )


def test_what_a_later_paper_says_again_leaves_the_records_of_the_earlier_as_they_were(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    first = "某局2031年总结\n一、粮食生产\n播种面积12万亩。全面完成任务。\n"
    import_text(data, "one.txt", first)
    import_text(data, "two.txt", first.replace("2031", "2032") + "再次完成任务。\n")
    decide(data)
    assert load(data)[1] == []
    sources = {figure.source for _, _, figure in collect(data)[0].figures()}
    assert sources == {"one#s1-1", "two#s1-1"}


HEADINGS = """某局2031年总结
一、主要做法
（一）加强领导
成立小组3个。
（二）世纪工程
完成工程2项。
二、下一步打算
（一）加强领导
再成立小组2个。
（二）事迹工程
完成工程2项。
"""
"""Headings that repeat, others that sound alike, and clauses that repeat."""
MARKED = """某局〔待核〕2031年总结
一、〔待核〕工作
〔待核〕培育企业15家〔待核〕。完成〔待核〕各项任务。
"""
"""Words of a source that look like the marker."""


HEADED = "某局2031年总结\n一、工作\n"
PAPERS = {
    "marks alone": ("某局2031年总结\n一、工作\n。\n！？……\n培育企业15家。！\n", 1),
    "headings with numbers": (
        "某局2031年总结\n一、15家企业落户\n新增投资3亿元。\n二、培育3家企业、带动5家单位\n成效明显。\n",
        4,
    ),
    "headings that repeat or sound alike": (
        HEADINGS,
        4,
    ),
    "the marker in the source": (
        MARKED,
        1,
    ),
    "only a table": (
        "某局2031年情况表\n序号\t事项\t数量\n1\t企业\t15家\n",
        0,
    ),
    "only a title, with a number": (
        "某局2031年培育15家企业情况\n",
        1,
    ),
    "no heading": (
        "某局2031年总结\n培育企业15家。\n",
        1,
    ),
    "only headings": (
        f"{HEADED}二、打算\n",
        0,
    ),
    "the same number in a list": (
        f"{HEADED}企业3家、学校3家、医院3家。企业3家，企业3家。\n",
        5,
    ),
    "signs of YAML": (
        "某局2031年总结\n一、工作\n是否完成：yes\n# 不是注释：{x}，{0}、- 3家\n",
        2,
    ),
    "line ends and indents": (
        "某局2031年总结\r\n\u3000\u3000培育企业15家。\r\n",
        1,
    ),
    "blanks behind the numbers of headings, and within clauses": (
        "某局2031年总结\n一、 工作\n办班3期， 培训15人。\n二、\t打算\n（一）\u3000培训\n办班5期。\n",
        3,
    ),
    "headings numbered as technical papers number them": (
        "某局2031年总结\n1 工作\n1.1 培训\n办班3期。\n1.2 经费\n投入 1.25 亿元。\n2 打算\n办班 5 期。\n",
        3,
    ),
    "byte order mark": (
        "\ufeff某局2031年总结\n培育企业15家。\n",
        1,
    ),
}
"""What papers may be like: each with the number of its quantities."""


@pytest.mark.parametrize(("text", "figures"), PAPERS.values(), ids=PAPERS)
def test_papers_of_any_make_end_in_order(text: str, figures: int, tmp_path: Path) -> None:
    """Only what is undecided is told, and once the markers are deleted nothing is."""
    data = empty_bureau(tmp_path)
    import_text(data, "paper.txt", text)
    assert all(map(about_the_undecided, load(data)[1]))
    decide(data)
    assert load(data)[1] == []
    assert len(list(collect(data)[0].figures())) == figures


def test_a_paper_in_gbk_is_kept_to_the_byte(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    file = tmp_path / "paper.txt"
    file.write_bytes("某局2031年总结\n培育企业15家。\n".encode("gbk"))
    imported(data, file)
    assert (data / "documents" / "paper.txt").read_bytes() == file.read_bytes()


def test_what_is_not_stated_is_asked(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    import_text(data, "paper.txt", "工作情况\n培育企业若干。\n")
    assert "period: 〔待核〕\n" in (data / "documents" / "paper.yml").read_text("utf-8")
    assert "程序没有建议，要由人填写。" in answer("check", "--data", data).stdout


PERIODS = {
    # the title and the first text of a paper, and the period that is written
    "of the title": ("某局2031年总结", "2030年以来培育企业5家。", f'"{UNDECIDED}2031"'),
    "of the first text": ("工作情况", "2031年上半年，培育企业5家，2032年6家。", UNDECIDED),
    "of the first text alone": ("工作情况", "2031年上半年，培育企业5家，比2030年多3家。", f"{UNDECIDED}2031-h1"),
    "two years in the title": ("某局2030年总结和2031年计划", "2031年培育企业5家。", UNDECIDED),
    "years in the title": ("某局2029—2031年规划", "2031年培育企业5家。", UNDECIDED),
    "another year in words": ("工作情况", "去年培育企业5家，今年培育8家。", UNDECIDED),
    "another year alone": ("工作情况", "去年培育企业5家。", UNDECIDED),
    "in words": ("上半年工作情况", "培育企业5家。", f"{UNDECIDED}first-half"),
    "a day in the title": ("2031年3月5日会议纪要", "2031年3月，培育企业5家。", f"{UNDECIDED}2031-03"),
}


@pytest.mark.parametrize("case", PERIODS)
def test_a_period_is_written_only_where_one_is_stated(case: str, tmp_path: Path) -> None:
    title, text, period = PERIODS[case]
    data = empty_bureau(tmp_path)
    import_text(data, "paper.txt", f"{title}\n一、企业\n{text}\n")
    assert f"period: {period}\n" in (data / "documents" / "paper.yml").read_text("utf-8")


RESPECTIVE: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    # a sentence, and the labels of its figures, each with that of the figure that it is of
    "shares": (
        "企业100家，其中大型20家、小型80家，分别占20%、80%。",
        [("企业", None), ("大型", "企业"), ("小型", "企业"), ("工作", "企业"), ("工作", None)],
    ),
    "changes": (
        "收入10亿元，利润2亿元，分别增长10%、20%。",
        [("收入", None), ("利润", None), ("增长", None), ("工作", None)],
    ),
    "shares in a list": (
        "企业100家，其中大型20家、小型80家，占20%、80%。",
        [("企业", None), ("大型", "企业"), ("小型", "企业"), ("工作", "企业"), ("工作", None)],
    ),
    "a share alone": (
        "企业100家，其中小型80家，占80%。",
        [("企业", None), ("小型", "企业"), ("小型占比", "企业")],
    ),
}


@pytest.mark.parametrize("case", RESPECTIVE)
def test_what_is_said_of_several_is_given_to_none_of_them(case: str, tmp_path: Path) -> None:
    text, expected = RESPECTIVE[case]
    data = empty_bureau(tmp_path)
    import_text(data, "paper.txt", f"某局2031年总结\n一、工作\n{text}\n")
    collection, _ = collect(data)
    figures = [one for entry, _, one in collection.figures()]
    labels = {one.id: without_marker(one.label.zh) for one in figures}
    assert [(labels[one.id], labels[one.of] if one.of else None) for one in figures] == expected


RATES = {
    # a sentence, and the label of its last figure
    "a project": ("渔港扩建项目完成投资1200万元，资金到位率60%。", "渔港扩建项目资金到位率"),
    "behind a period": ("今年，渔港扩建项目进展顺利，到位率60%。", "渔港扩建项目到位率"),
    "two projects": ("渔港扩建项目、冷库项目进展顺利，到位率60%。", "到位率"),
    "no project": ("进展顺利，到位率60%。", "到位率"),
    "what is done with one": ("推进渔港扩建项目，到位率60%。", "到位率"),
}


@pytest.mark.parametrize("case", RATES)
def test_a_rate_is_called_after_the_one_project_that_its_sentence_begins_with(case: str, tmp_path: Path) -> None:
    text, label = RATES[case]
    data = empty_bureau(tmp_path)
    import_text(data, "paper.txt", f"某局2031年总结\n一、工作\n{text}\n")
    assert [without_marker(one.label.zh) for _, _, one in collect(data)[0].figures()][-1] == label


def test_braces_in_a_document_name_no_figure(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    import_text(data, "paper.txt", "某局2031年总结\n一、{name}工作\n建成{grain}基地5个。\n二、{渔业\n推动{a}落地。\n")
    decide(data)
    assert load(data)[1] == []
    titles = {entry.record.title.zh for entry in collect(data)[0].of(WORK_AREAS).values()}
    assert titles == {"name工作", "渔业"}


BLACK = "q 0 g 70 325 30 20 re f Q"


@pytest.mark.parametrize("black", [BLACK, ""], ids=["covered", "not covered"])
def test_words_below_black_are_warned_of_and_kept_from_being_published(tmp_path: Path, black: str) -> None:
    data = empty_bureau(tmp_path)
    page = page_of(["某局2031年总结", "一、企业", "培育企业5家。"])
    (tmp_path / "paper.pdf").write_bytes(pdf([*page, Words(72, 500, "密件"), *([black] if black else [])]))
    told = imported(data, tmp_path / "paper.pdf")
    decide(data)
    problems = [one.wrong.en for one in load(data)[1]]
    assert ("注意：这份文件用黑块盖住的字仍在文件里" in told) == bool(black)
    assert any("covers 2 characters with black" in one for one in problems) == bool(black), problems
    assert not black or "密件" not in told


def test_a_paper_in_big5_is_read(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    paper = "某局2031年總結\n一、漁港建設\n新建冷庫3座，培訓漁民1500人次。\n"
    (tmp_path / "paper.txt").write_bytes(paper.encode("big5"))
    imported(data, tmp_path / "paper.txt")
    assert "新建冷库3座" in next((data / "work-areas").glob("*.yml")).read_text("utf-8")
    assert "script: zh-Hant" in (data / "documents/paper.yml").read_text("utf-8")


NOT_BIG5 = {
    "GBK with a byte too few": "某局2031年总结，培训农民1500人次。".encode("gbk")[:-1] + b"\xff",
    "a single wrong byte": "工作情况报告".encode("gbk") + b"\xff",
    "nothing Chinese": b"\x81\xff abc",
}


@pytest.mark.parametrize("case", NOT_BIG5)
def test_a_damaged_text_is_not_read_as_another(case: str, tmp_path: Path) -> None:
    file = tmp_path / "paper.txt"
    file.write_bytes(NOT_BIG5[case])
    done = answer("import", "--data", empty_bureau(tmp_path), file)
    assert done.returncode == 2 and "用了少见的编码" in done.stderr


def test_the_same_file_again_changes_nothing_and_tells_what_is_left(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    imported(data, SAMPLES_IN / "summary-2031.txt")
    before = contents(data)
    told = imported(data, SAMPLES_IN / "summary-2031.txt", "--id", "other")
    assert "编号 summary-2031，没有改动" in told and "待核 46 处" in told
    assert contents(data) == before


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("example.txt", (), "已经用在 data/documents/example.yml，内容与这个文件不同，没有改动"),
        ("new.txt", ("--id", "example"), "已经用在 data/documents/example.yml，内容与这个文件不同，没有改动"),
        ("new.txt", ("--id", "Neu"), "文件名不能用作网址"),
        ("new.txt", ("--id", "stray"), "已经用在 data/documents/stray.txt"),
        ("data/documents/stray.txt", (), "已经放在登记文件的目录里"),
        ("data/documents/../documents/stray.txt", ("--id", "new"), "已经放在登记文件的目录里"),
        ("none.txt", (), "读不到"),
        ("empty.txt", (), "没有文字"),
        ("lost.txt", (), "此处有乱码替代符"),
    ],
)
def test_nothing_is_overwritten_and_refusals_say_why(
    name: str, options: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    data = empty_bureau(tmp_path)
    (data / "documents" / "stray.txt").write_text("别的", "utf-8")
    for file, text in (
        ("example.txt", "另一份\n"),
        ("new.txt", "某局2031年总结\n"),
        ("empty.txt", " \n\n"),
        ("lost.txt", "某局总结\n一、工\ufffd作\n培育企业3家。\n"),
    ):
        (tmp_path / file).write_text(text, "utf-8")
    before = contents(data)
    done = answer("import", "--data", data, *options, tmp_path / name)
    assert done.returncode and said in done.stderr + done.stdout
    assert contents(data) == before


def test_data_with_problems_can_be_imported_into_unless_a_document_cannot_be_read(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    (data / "work-areas" / "broken.yml").write_text("title: [\n", "utf-8")
    import_text(data, "one.txt", "某局2031年总结\n一、broken\n培育企业15家。\n")
    (data / "documents" / "one.txt").unlink()
    (tmp_path / "two.txt").write_text("某局2032年总结\n", "utf-8")
    done = answer("import", "--data", data, tmp_path / "two.txt")
    assert done.returncode == 2 and "读不出 one" in done.stderr
    assert not (data / "documents" / "two.txt").exists()


def test_headings_that_a_file_formats_and_the_program_would_not_know_are_marked(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    paper = docx.Document()
    for text, style in (
        ("某局2031年总结", "Title"),
        ("一、工作情况", "Heading 1"),
        ("培育企业15家。", None),
        ("主要做法：抓服务", "Heading 1"),
        ("走访企业30家。", None),
    ):
        paper.add_paragraph(text, style)
    paper.save(str(tmp_path / "paper.docx"))
    told = imported(data, tmp_path / "paper.docx")
    assert "主要做法：抓服务：新的" in told
    record = collect(data)[0].of(DOCUMENTS)["paper"].record
    assert [(one.line, one.is_) for one in record.marks] == [(4, "heading")]
    assert (data / "documents" / "paper.docx").read_bytes() == (tmp_path / "paper.docx").read_bytes()
    decide(data)
    assert load(data)[1] == []


WIDE = "全区坚持稳中求进，培育企业、推广技术、服务农户，各项工作有新进展"
CUT = {
    # the text behind a title, and the words that are told to be cut; nothing where none is
    "a number": ("一、企业\n培育企业1\n50家。", "培育企业1／50家。"),
    "a number with a point": ("投入资金１，\n２００万元。", "投入资金１，／２００万元。"),
    "a number from its scale": ("产值突破150\n亿元，企业1家。", "产值突破150／亿元，企业1家。"),
    "a number from its unit": ("道路全长10\n公里，占地3亩。", "道路全长10／公里，占地3亩。"),
    "an attachment with a title below": ("见附件1\n亩均效益名单", ""),
    "at a width": (f"{WIDE}\n{WIDE}\n{WIDE}\n{WIDE}，见成效。", "各项工作有新进展／全区坚持稳中求进"),
    "whole paragraphs": (f"{WIDE}。\n{WIDE}。\n{WIDE}。\n{WIDE}。", ""),
    "headings": ("关于农业\n关于渔业\n关于企业\n培育企业15家。", ""),
    "a year before a numbered heading": ("时间：2031\n1. 企业\n培育企业15家。", ""),
    "numbers in a table": ("项目\t数\n企业\t15\n20\t30", ""),
    "long paragraphs without a mark": (f"{WIDE * 4}\n{WIDE * 5}\n{WIDE * 4}\n{WIDE * 5}。", ""),
}


@pytest.mark.parametrize("case", CUT)
def test_lines_that_end_within_a_sentence_or_a_number_are_warned_of(case: str, tmp_path: Path) -> None:
    text, cut = CUT[case]
    told = import_text(empty_bureau(tmp_path), "paper.txt", f"某局2031年总结\n{text}\n")
    assert ("在一句话或一个数的中间换了行" in told) == bool(cut)
    assert f"如“{cut}”" in told or not cut, told


def test_what_the_original_holds_beside_the_text_is_told_full_sentences_first(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    (tmp_path / "paper.html").write_text(
        "<nav>首页</nav><script>x</script><h1>某局2031年总结</h1><p>培育企业<s>51</s>15家。</p>"
        f"<div style=display:none><p>走访企业30家。</p></div>{'<p hidden>密</p>' * 20}",
        "utf-8",
    )
    told = imported(data, tmp_path / "paper.html").splitlines()
    told = told[next(at for at, one in enumerate(told) if "没有编入正文" in one) :]
    assert told[0].startswith("原件中有 23 处")
    assert [one.partition(" (")[0] for one in told[1:5]] == [
        "  隐藏内容：走访企业30家。",
        "  导航：首页",
        "  修订删除或加了删除线的文字：51",
        "  隐藏内容：密",
    ]
    assert told[21].startswith("  另有 3 处。") and "make check" in told[-1]


@pytest.mark.parametrize("ending", ["docx", "ofd"])
def test_a_paper_in_another_format_gives_the_same_drafts(ending: str, drafted: Path, tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    imported(data, FIXTURES / "received" / f"summary-2031.{ending}")
    record = collect(data)[0].of(DOCUMENTS)["summary-2031"].record
    assert record.original == f"summary-2031.{ending}"
    assert {one: said for one, said in figures_in(data).items() if "2031#" in one} == {
        one: said for one, said in figures_in(drafted).items() if one.startswith("summary-2031#")
    }
    again = imported(data, FIXTURES / "received" / f"summary-2031.{ending}")
    assert "没有改动" in again


def test_drafts_are_in_the_form_of_files(drafted: Path) -> None:
    collection, _ = collect(drafted)
    written = [one for one in collection.data_files.values() if UNDECIDED in one.file.read_text("utf-8")]
    assert len(written) > 10
    for one in written:
        assert tidy(one.file.read_bytes(), one.kind.model, one.shown) == one.file.read_bytes()


def test_the_demonstration_is_found_whole(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    imported(data, DATA / "documents" / "h1-work-summary.zh-Hant.txt", "--id", "h1")
    decide(data)
    assert load(data)[1] == []
    recorded, found = collect(DATA)[0], collect(data)[0]
    one, other = recorded.of(DOCUMENTS)["h1-work-summary"].record, found.of(DOCUMENTS)["h1"].record
    assert [each.line for each in one.omitted] == [each.line for each in other.omitted]
    assert one.issuer.zh == other.issuer.zh and one.period == other.period and one.script == other.script
    values = [
        sorted((figure.written, figure.amount, figure.unit, figure.qualifier) for _, _, figure in each.figures())
        for each in (recorded, found)
    ]
    assert [one for one in values[1] if one[0] != "12份"] == values[0]


@pytest.mark.parametrize(
    ("heading", "record"),
    [
        ("粮食生产", "grain"),
        ("粮食生产再获丰收", "grain"),
        ("切实抓好粮食生产工作", "grain"),
        ("主要存在的问题", None),
        ("2032年工作打算", "plan"),
        ("2033年工作打算", None),
        ("粮油生产", None),
        ("生产", None),
        ("农业科技创新", "science"),
        ("工业科技创新", None),
    ],
)
def test_a_heading_belongs_to_the_record_whose_title_it_holds(heading: str, record: str | None) -> None:
    """Never to one whose title only looks like it."""
    records = {"grain": ("粮食生产",), "plan": ("2032年工作打算",), "science": ("农业科技创新工作", "推进农业科技创新")}
    assert record_for(heading, records) == record


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("全年粮食总产5.08万吨，力争明年达到6万吨；其中水稻3.2万吨。", "5.08万吨"),
        ("全年粮食总产5.08万吨；其中水稻3.2万吨。", "5.08万吨"),
        ("明年力争粮食总产6万吨，其中水稻3.2万吨。", "6万吨"),
    ],
)
def test_a_result_is_part_of_a_result_before_it_is_part_of_an_aim(tmp_path: Path, said: str, whole: str) -> None:
    data = empty_bureau(tmp_path)
    import_text(data, "one.txt", f"某局2031年总结\n一、粮食生产\n{said}\n")
    figures = {one.id: one for _, _, one in collect(data)[0].figures()}
    part = next(one for one in figures.values() if one.written == "3.2万吨")
    assert part.of and figures[part.of].written == whole


def unchanged(data: Path) -> None:
    """The example as it came."""


def lengthened(data: Path) -> None:
    """A comment added to the example's work area."""
    with (data / "work-areas/example.yml").open("a", encoding="utf-8") as file:
        file.write("# ours\n")


def halved(data: Path) -> None:
    """As an import leaves it that was killed while it took the example out."""
    (data / "documents/example.yml").unlink()


def gone(data: Path) -> None:
    """After an import that took it out."""
    import_text(data, "earlier.txt", "工作计划\n\n今年整理档案12份。\n")


EXAMPLES = [(gone, set()), (unchanged, set()), (lengthened, set(EXAMPLE)), (halved, set())]


@pytest.mark.parametrize(("done_to_it", "kept"), EXAMPLES, ids=[one.__name__ for one, _ in EXAMPLES])
def test_the_example_goes_with_the_first_import_unless_it_is_somebodys(
    done_to_it: Callable[[Path], None], kept: set[str], tmp_path: Path
) -> None:
    data = empty_bureau(tmp_path)
    done_to_it(data)
    there = {one for one in EXAMPLE if (data / one).exists()}
    said = import_text(data, "paper.txt", "工作总结\n\n今年整理资料12份。\n")
    left = {one for one in EXAMPLE if (data / one).exists()}
    assert left == kept and ("软件附带的示例（example）已经删去" in said) == (left < there)
    assert (data / "documents/paper.txt").is_file()


GUESSED = {
    # a paper, the sentences that the program can only guess the record of, and what is told of them
    "before the first heading": (
        "某局2031年总结\n上半年，全局稳中求进。\n一、企业\n加强服务。\n",
        ["上半年，全局稳中求进。"],
        True,
    ),
    "under a heading of its own": ("某局2031年总结\n一、企业\n上半年，全局稳中求进。\n", [], False),
    "no heading at all": ("某局2031年总结\n上半年，全局稳中求进。\n", [], False),
    "with what no text may hold": ("某局2031年总结\n全局推进{x}工作。\n一、企业\n加强服务。\n", [""], True),
}


@pytest.mark.parametrize("case", GUESSED)
def test_what_is_placed_by_guess_is_to_be_decided(case: str, tmp_path: Path) -> None:
    text, proposed, told = GUESSED[case]
    data = empty_bureau(tmp_path)
    said = import_text(data, "paper.txt", text)
    held = "\n".join(one.read_text("utf-8") for one in (data / "work-areas").glob("*.yml"))
    assert re.findall(rf"- zh: {UNDECIDED}(.*)\n    quote:", held) == proposed
    assert ("不在哪个标题之下" in said) is told


def test_a_sentence_under_a_title_that_is_only_alike_is_to_be_decided(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    import_text(data, "first.txt", "某局2031年总结\n一、粮食生产\n落实补贴。\n")
    import_text(data, "second.txt", "某局2032年总结\n一、粮食生产稳定\n加强服务。\n")
    import_text(data, "third.txt", "某局2033年总结\n一、粮食生产\n改良品种。\n")
    held = (data / "work-areas/liang-shi-sheng-chan.yml").read_text("utf-8")
    assert f"- zh: {UNDECIDED}加强服务。\n    quote: 加强服务\n" in held and "  - quote: 改良品种\n" in held


NAMED = {
    # the first lines of a paper without a name that could be an id, and the id that it gets
    "a year and a part of one": ("云岭区农业农村局2032年上半年工作总结", "2032-shang-ban-nian-gong-zuo-zong-jie"),
    "a year in the second line": ("云岭区农业农村局\n2032年工作总结", "2032-gong-zuo-zong-jie"),
    "a year in characters": ("某局二〇三二年度工作总结", "2032-gong-zuo-zong-jie"),
    "a year last": ("农业工作总结（2032年）", "2032-nong-ye-gong-zuo-zong-jie"),
    "no year": ("云岭区农业农村局关于春耕的通知", "ju-guan-yu-chun-geng-de-tong-zhi"),
}


@pytest.mark.parametrize("case", NAMED)
def test_an_address_keeps_the_year_and_is_told_with_the_way_to_start_over(case: str, tmp_path: Path) -> None:
    lines, ident = NAMED[case]
    data = empty_bureau(tmp_path)
    began = contents(data).keys() - set(EXAMPLE)
    said = import_text(data, "总结.txt", f"{lines}\n\n培育企业15家。\n")
    assert f"网址将是 sources/{ident}/" in said
    command = next(line for line in said.splitlines() if line.startswith("  rm "))
    subprocess.run(command, shell=True, check=True)
    assert contents(data).keys() == began


def test_a_summary_says_more_than_the_title(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    import_text(data, "paper.txt", "某局2031年总结\n一、产业项目\n投资同比增长15%，2031年完成3亿元、5亿元。\n")
    held = (data / "work-areas/chan-ye-xiang-mu.yml").read_text("utf-8")
    ids = re.findall("- id: (.*)", held)
    filled = "投资同比增长{{{}}}，2031年完成{{{}}}、{{{}}}。".format(*ids)
    assert f"  zh: {UNDECIDED}{filled}\n" in held
    decide(data)
    assert load(data)[1] == []


def test_without_any_document_one_is_asked_for(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    for one in EXAMPLE:
        (data / one).unlink()
    _, problems = load(data)
    assert [(one.place.path, one.wrong.en) for one in problems] == [
        ("data/documents", "There is no source document yet.")
    ]


KNOWN = {
    # what stood before the example went, and the figures that an erratum is asked for
    "as it came": ("", "", []),
    "after it was published": ("", "/work-areas/example/\n", ["example.sorted"]),
    "with a figure of somebody's": ("今年整理资料13份", "", ["example.sorted"]),
}


@pytest.mark.parametrize("case", KNOWN)
def test_an_erratum_is_asked_for_the_example_only_where_it_said_something(case: str, tmp_path: Path) -> None:
    figure, ledger, expected = KNOWN[case]
    before = empty_bureau(tmp_path)
    (before / "ledger.txt").write_text(ledger, "utf-8")
    if figure:
        for name in EXAMPLE[1:]:
            text = (before / name).read_text("utf-8")
            (before / name).write_text(text.replace("今年整理资料12份", figure), "utf-8")
    after = Path(shutil.copytree(before, tmp_path / "after/data"))
    for name in EXAMPLE:
        (after / name).unlink()
    import_text(after, "paper.txt", "工作总结\n\n今年整理档案12份。\n")
    told = data_changes(load_since(None, before), before, load_since(None, after), after)
    assert [one.figure for one in told.without_erratum] == expected


@pytest.mark.parametrize(
    ("published", "refused"), [("", True), ("/work-areas/example-farms/\n", True), ("/work-areas/example/\n", False)]
)
def test_the_example_does_not_stand_beside_a_document(published: str, refused: bool, tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    import_text(data, "paper.txt", "工作总结\n\n今年整理档案12份。\n")
    decide(data)
    assert load(data)[1] == []
    for name, content in shipped_example().items():
        (data / name).write_bytes(content)
    (data / "ledger.txt").write_text(published, "utf-8")
    found = [one.place.path for one in load(data)[1] if "软件附带的示例" in one.wrong.zh]
    assert found == (["data/documents/example.yml"] if refused else [])
