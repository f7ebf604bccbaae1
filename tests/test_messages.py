"""What is said to a clerk who knows Word and not YAML: the right value where it can be told, or else what to do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.problems import Place, Problem, causes, report
from macros.records import suggested_values
from macros.register.load import load
from macros.text.languages import Bilingual
from tests.edits import Edit, added, copied, moved, removed, replaced, together
from tests.night import some
from tests.test_everything_wrong import FIXTURES, FOLDERS

DOCUMENT = "documents/h1-work-summary.yml"
TEXT = "documents/h1-work-summary.zh-Hant.txt"
WEEK = "activities/science-week.yml"
PROJECTS = "work-areas/projects.yml"


def dated(value: str, field: str = "date") -> Edit:
    """A document with a date."""
    return replaced(DOCUMENT, "period: first-half\n", f"period: first-half\n{field}: {value}\n")


def unit_of_pads(data: Path) -> None:
    """A quantity in a unit that nobody has listed, in the verbatim text, in English and in the record."""
    for file in (TEXT, WEEK):
        replaced(file, "15000份", "15000沓")(data)
    replaced(DOCUMENT, "15,000 copies", "15,000 pads")(data)


def figure(more: str) -> Edit:
    """A figure with more lines."""
    return replaced(WEEK, "  - id: materials\n", f"  - id: materials\n{more}")


def reading(unit: str, value: str = "15000", qualifier: str = "exact") -> Edit:
    """A figure with a reading that a person states."""
    why = "      why:\n        zh: 另有所指\n        en: It means something else\n"
    return figure(
        f"    numeral: 科技资料\n    reading:\n      unit: {unit}\n"
        f"      value: {value}\n      qualifier: {qualifier}\n{why}"
    )


def saved(change: Callable[[bytes], bytes]) -> Edit:
    """The verbatim text as another program saves it."""
    return lambda data: (data / TEXT).write_bytes(change((data / TEXT).read_bytes()))


def linked(name: str) -> Edit:
    """A file or folder moved away, and a link in its place."""

    def edit(data: Path) -> None:
        there = (data / name).rename(data.parent / "elsewhere")
        (data / name).symlink_to(there)

    return edit


SAID: dict[str, tuple[Edit, str, str, str]] = {
    # what is done: the field or file of the first problem, and a part of what is said in Chinese and in English
    "a unit by its Chinese name": (
        reading("份"),
        "figures[0].reading.unit",
        "此处写编号：copy（“份”的编号）。",
        "Write its id: copy",
    ),
    "a unit by its English name": (
        reading("Copies"),
        "figures[0].reading.unit",
        "此处写编号：copy",
        "Write its id: copy",
    ),
    "a unit that is new": (
        unit_of_pads,
        "figures[0].quote",
        "请在 data/vocabulary/units.yml 末尾加一行（前面空两格，“…”处填写|第一行写 entries:）："
        "- {id: …, zh: 沓, en: …, written: [沓]}",
        "add a line at the end of data/vocabulary/units.yml|if there is no such file, add it|fill in each",
    ),
    "a period by its name": (
        replaced(WEEK, "period: first-half\nquote", "period: 上半年\nquote"),
        "period",
        "此处写编号：first-half",
        "Write its id: first-half",
    ),
    "a period that is new": (
        replaced(WEEK, "period: first-half\nquote", "period: 十五五\nquote"),
        "period",
        "data/vocabulary/periods.yml 末尾加一行（前面空两格，“…”处填写|"
        "- {id: …, zh: 十五五, en: …, order: …, words: [十五五]}",
        "data/vocabulary/periods.yml",
    ),
    "a qualifier by its word": (
        reading("copy", qualifier="近"),
        "figures[0].reading.qualifier",
        "允许的取值：exact、nearly",
        "Allowed: exact, nearly",
    ),
    "a stage by its name": (
        replaced(PROJECTS, "stage: funded", "stage: 获得资助"),
        "pipeline[2].stage",
        "此处写编号：funded",
        "Write its id: funded",
    ),
    "a kind of list by its name": (
        replaced(WEEK, "kind: topic", "kind: 咨询主题"),
        "lists[0].kind",
        "此处写编号：topic",
        "Write its id: topic",
    ),
    "a kind of emendation by its name": (
        replaced(DOCUMENT, "kind: insertion", "kind: 标点规范"),
        "",
        "此处写编号：punctuation",
        "Write its id: punctuation",
    ),
    "a work area by its title": (
        replaced(WEEK, "work_area: outreach", "work_area: 科普宣传与科技下乡"),
        "work_area",
        "此处写编号：outreach",
        "Write its id: outreach",
    ),
    "a work area that is new": (
        replaced(WEEK, "work_area: outreach", "work_area: wetlands"),
        "work_area",
        "请恢复 data/work-areas/wetlands.yml；还没有的，请先新建。",
        "if there is none yet, add it first",
    ),
    "a document by its title": (
        replaced("bureau.yml", "current_document: h1-work-summary", "current_document: 市科技局的上半年工作总结"),
        "current_document",
        "此处写编号：h1-work-summary",
        "Write its id: h1-work-summary",
    ),
    "a figure by its label": (
        replaced(WEEK, "\nlists:", "\nlead_figure: materials-handed-out\nlists:"),
        "lead_figure",
        "现有：advice（科技活动周接受现场咨询与服务）、materials（科技活动周发放科技资料）。",
        "There are: advice, materials.",
    ),
    **{
        f"the date {value}": (
            dated(value),
            "date",
            f"日期“{value}”的写法不对。|写成 {day}。",
            f"is not in the right form.|Write {day}.",
        )
        for value, day in (
            ("2024年6月30日", "2024-06-30"),
            ("2024年 6月 30号", "2024-06-30"),
            ("2024/6/30", "2024-06-30"),
            ("2024-6-3", "2024-06-03"),
            ("2024.6.30", "2024-06-30"),
            ("20240630", "2024-06-30"),
            ("30 June 2024", "2024-06-30"),
            ("30th of June, 2024", "2024-06-30"),
            ("June 30, 2024", "2024-06-30"),
            ("Sept. 5 2024", "2024-09-05"),
            ("30/6/2024", "2024-06-30"),
            ("6/30/2024", "2024-06-30"),
            ("２０２４-０６-３０", "2024-06-30"),
            ("二〇二四年六月三十日", "2024-06-30"),
            ("2024-06-30T09:30", "2024-06-30"),
        )
    },
    "a date that may be two": (dated("3/4/2024"), "date", "分不清月和日", "Month and day cannot be told apart"),
    "a date without a day": (dated("2024年6月"), "date", "没有写到日", "does not give the day"),
    "a day no month has": (dated("2024-06-31"), "date", "不是一个真实的日期", "is not a real date"),
    "a moment": (
        dated("2024年6月30日9时5分", "published"),
        "published",
        "写成 2024-06-30 09:05。",
        "Write 2024-06-30 09:05.",
    ),
    "a moment to the second": (
        dated("2024-06-30T09:30:00Z", "published"),
        "published",
        "写成 2024-06-30 09:30。",
        "Write 2024-06-30 09:30.",
    ),
    "a moment without its time": (
        dated("2024-06-30", "published"),
        "published",
        "写成“2024-06-30 时:分”",
        "Write 2024-06-30 hour:minute",
    ),
    "a number with its unit": (
        reading("copy", "1.5万份"),
        "figures[0].reading.value",
        "写成 15000。",
        "Write 15000.",
    ),
    "a number with a comma": (
        reading("copy", "15,000"),
        "figures[0].reading.value",
        "写成 15000。",
        "Write 15000.",
    ),
    "a number in words": (
        reading("copy", "一万五千"),
        "figures[0].reading.value",
        "写成 15000。",
        "Write 15000.",
    ),
    **{
        f"a number like {value}": (
            reading("copy", value),
            "figures[0].reading.value",
            "写成 15000。",
            "Write 15000.",
        )
        for value in ("1.5E+04", "15000.", "１５０００。")
    },
    "a fraction for a whole number": (
        replaced(WEEK, "order: 1", "order: 1.5"),
        "order",
        "“1.5”不是整数|写一个整数",
        "is not a whole number|Write a whole number",
    ),
    **{
        f"a source like {source}": (
            figure(f"    source: {source}\n"),
            "figures[0].source",
            "写成 h1-work-summary#s7-2。",
            "Write h1-work-summary#s7-2.",
        )
        for source in ("h1-work-summary#s7–2", "h1-work-summary.yml#s7-2", "h1—work－summary＃S7_2")
    },
    **{
        f"a figure like {figure}": (
            replaced("bureau.yml", "- projects.grants", f"- {figure}"),
            "key_figures[0]",
            "写成 projects.grants。",
            "Write projects.grants.",
        )
        for figure in ("projects，grants", "projects#grants", "projects.yml.grants", "projects/grants")
    },
    "a figure with a space": (
        replaced("bureau.yml", "- projects.grants", "- projects grants"),
        "key_figures[0]",
        "写作“数据编号”，或“记录编号.数据编号”。",
        "Write the figure's identifier, or record.figure.",
    ),
    "an address with a space": (
        replaced("bureau.yml", "demonstration: yes", "demonstration: yes\nsite_address: https://example.org /a"),
        "site_address",
        "写成 https://example.org/a。",
        "Write https://example.org/a.",
    ),
    "a work area by its file": (
        replaced(WEEK, "work_area: outreach", "work_area: outreach.yml"),
        "work_area",
        "此处写编号：outreach（",
        "Write its id: outreach",
    ),
    "a language by another name": (
        replaced(WEEK, "  zh: 科技活动周\n", "  cn: 科技活动周\n"),
        "title.cn",
        "是不是想写“zh”？",
        'Did you mean "zh"?',
    ),
    "Chinese for English": (
        replaced(WEEK, "en: Science and Technology Week\n", "en: 科技活动周\n"),
        "title.en",
        "英文一栏照抄了中文。|译成英文",
        "is a copy of the Chinese",
    ),
    "English for Chinese": (
        replaced(WEEK, "zh: 科技活动周\n", "zh: Science and Technology Week\n"),
        "title.zh",
        "中文一栏里大部分是英文。|写成中文",
        "is mostly English",
    ),
    "a quote with a mark at its end": (
        replaced(WEEK, "quote: 发放科技资料15000份", "quote: 发放科技资料15000份。"),
        "figures[0].quote",
        "多了“。”。",
        '"。" is too much.',
    ),
    "a quote with a mark at its beginning": (
        replaced(WEEK, "quote: 发放科技资料15000份", "quote: 、发放科技资料15000份"),
        "figures[0].quote",
        "多了“、”。",
        '"、" is too much.',
    ),
    "a quote in Traditional characters": (
        replaced(WEEK, "quote: 发放科技资料15000份", "quote: 發放科技資料15000份"),
        "figures[0].quote",
        "“發”应为“发”。",
        '"發" should be "发".',
    ),
    "a text that holds nothing": (saved(lambda data: b"\n"), "verbatim", "没有一行属于正文", "No line of the verbatim"),
    **{
        f"a link to {name}": (linked(name), name, "这是链接|本身放到这里", "links are not read|itself here")
        for name in ("ledger.txt", TEXT, "documents", "vocabulary")
    },
    "a file for a folder": (
        together(moved("documents", "../documents"), added("documents")),
        "documents",
        "应是文件夹，却是一个文件|恢复原来的文件夹",
        "A folder belongs here",
    ),
    "a folder for the ledger": (
        together(removed("ledger.txt"), lambda data: (data / "ledger.txt").mkdir()),
        "ledger.txt",
        "公布台账不是普通文件",
        "no plain file",
    ),
    "a copy of all in a folder": (
        lambda data: shutil.move(shutil.copytree(data, data.parent / "copy"), data / "data"),
        "data/activities/science-week.yml",
        "已经有 activities/science-week.yml；这里如果是副本，就删去。",
        "There is activities/science-week.yml already",
    ),
    "yes in Chinese": (
        replaced(WEEK, "  - id: topics\n", "  - id: topics\n    names_not_stated: 是\n"),
        "lists[0].names_not_stated",
        "写成 yes。",
        "Write yes.",
    ),
    "a choice in Chinese": (
        replaced(DOCUMENT, "script: zh-Hant", "script: 繁体"),
        "script",
        "写成 zh-Hant。",
        "Write zh-Hant.",
    ),
    "an id with capitals": (
        replaced(WEEK, "- id: advice", "- id: On Site Advice"),
        "figures[1].id",
        "写成 on-site-advice。",
        "Write on-site-advice.",
    ),
    "a source with a space": (
        figure("    source: h1-work-summary s7-2\n"),
        "figures[0].source",
        "写成 h1-work-summary#s7-2。",
        "Write h1-work-summary#s7-2.",
    ),
    "a telephone number in brackets": (
        replaced("bureau.yml", "demonstration: yes", "demonstration: yes\ntelephone: （0716）2420000"),
        "telephone",
        "写成 0716-2420000。",
        "Write 0716-2420000.",
    ),
    "an address without https": (
        replaced("bureau.yml", "demonstration: yes", "demonstration: yes\nsite_address: www.example.org"),
        "site_address",
        "写成 https://www.example.org。",
        "Write https://www.example.org.",
    ),
    "a note on another sentence": (
        replaced(DOCUMENT, "sentence: s2-2", "sentence: s6-1"),
        "notes[5].sentence",
        "在句子 s2-2 中：改为 s2-2",
        "stands in sentence s2-2: write that",
    ),
    "a file of a Mac": (
        added("activities/._science-week.yml"),
        "activities/._science-week.yml",
        "苹果电脑自动生成的隐藏文件|可以直接删去",
        "A Mac made this hidden file|may simply be deleted",
    ),
    "a file of Windows": (
        added("activities/Thumbs.db"),
        "activities/Thumbs.db",
        "Windows 自动生成的系统文件|可以直接删去",
        "may simply be deleted",
    ),
    "a file of Word": (
        added("documents/~$report.docx"),
        "documents/~$report.docx",
        "留下的临时文件|关闭打开着的文档",
        "Close the document, then delete",
    ),
    "a file of Word that ends like a record": (
        added("activities/~$week.yml"),
        "activities/~$week.yml",
        "留下的临时文件",
        "Close the document, then delete",
    ),
    "a backup": (
        copied(WEEK, f"{WEEK}~"),
        f"{WEEK}~",
        "编辑软件留下的备份文件|删去它",
        "An editor left this backup|Delete it.",
    ),
    "a backup that is all there is": (
        moved(WEEK, f"{WEEK}.bak"),
        f"{WEEK}.bak",
        "要用它就改名为 science-week.yml",
        "rename it science-week.yml",
    ),
    "a copy": (
        copied(WEEK, "activities/science-week (1).yml"),
        "activities/science-week (1).yml",
        "像是 science-week.yml 的副本：不需要就删去",
        "seems to be a copy of science-week.yml: delete it",
    ),
    "a copy in Chinese": (
        copied(WEEK, "activities/science-week - 副本.yml"),
        "activities/science-week - 副本.yml",
        "像是 science-week.yml 的副本",
        "seems to be a copy",
    ),
    "a copy that is all there is": (
        moved(WEEK, "activities/science-week (1).yml"),
        "activities/science-week (1).yml",
        "改名为 science-week.yml。",
        "Rename it science-week.yml.",
    ),
    "another ending": (
        moved(WEEK, "activities/science-week.yaml"),
        "activities/science-week.yaml",
        "扩展名不是 .yml|改名为 science-week.yml。",
        "Rename it science-week.yml.",
    ),
    "an ending in capitals": (
        moved(WEEK, "activities/science-week.YML"),
        "activities/science-week.YML",
        "改名为 science-week.yml。",
        "Rename it science-week.yml.",
    ),
    "an ending that Notepad added": (
        moved(WEEK, f"{WEEK}.txt"),
        f"{WEEK}.txt",
        "改名为 science-week.yml；看不到扩展名时",
        "Rename it science-week.yml; turn on",
    ),
    "a hidden record": (
        moved(WEEK, "activities/.science-week.yml"),
        "activities/.science-week.yml",
        "文件名以点开头|改名为 science-week.yml。",
        "Rename it science-week.yml.",
    ),
    "a name with a space": (
        moved(WEEK, "activities/Science Week.yml"),
        "activities/Science Week.yml",
        "改名为 science-week.yml。",
        "Rename it science-week.yml.",
    ),
    "a name in Chinese": (
        moved(WEEK, "activities/科技活动周.yml"),
        "activities/科技活动周.yml",
        "只用小写英文字母",
        "Use lower-case letters",
    ),
    "a record in another folder": (
        moved(WEEK, "documents/science-week.yml"),
        "documents/science-week.yml",
        "内容是“|移到 data/alliances/ 或 data/activities/。",
        "Move it to data/alliances/ or data/activities/.",
    ),
    "a folder misspelt": (
        moved(WEEK, "activites/science-week.yml"),
        "activites/science-week.yml",
        "是不是想放在 activities/science-week.yml？",
        "Did you mean activities/science-week.yml?",
    ),
    "a Word document": (
        added("activities/plan.docx"),
        "activities/plan.docx",
        "把它移出 data/",
        "Move it out of data/",
    ),
    "a quote with another character": (
        replaced(WEEK, "quote: 发放科技资料15000份", "quote: 发送科技资料15000份"),
        "figures[0].quote",
        "“送”应为“放”。请从原句逐字摘录。",
        '"送" should be "放". Copy the words',
    ),
    "a quote with a character too few": (
        replaced(WEEK, "quote: 发放科技资料15000份", "quote: 发放科资料15000份"),
        "figures[0].quote",
        "漏了“技”。",
        '"技" is left out.',
    ),
    "a quote with a character too many": (
        replaced(WEEK, "quote: 发放科技资料15000份", "quote: 发放了科技资料15000份"),
        "figures[0].quote",
        "多了“了”。",
        '"了" is too much.',
    ),
    "a text for a list": (
        replaced("vocabulary/periods.yml", "words: [开展科技下乡以来]", "words: 开展科技下乡以来"),
        "entries[0].words",
        "写成 [开展科技下乡以来]；或每项另起一行",
        "Write [开展科技下乡以来].",
    ),
    "a list for a text": (
        figure("    numeral: [15000份]\n"),
        "figures[0].numeral",
        "写成 15000份。",
        "Write 15000份.",
    ),
    "an omitted line that is empty": (
        replaced(DOCUMENT, "    line: 2\n", "    line: 999\n"),
        "omitted[1].line",
        "请核对行号",
        "check the number",
    ),
    "a field one level down": (
        figure("    work_area: outreach\n"),
        "figures[0].work_area",
        "是上一级的字段：减少行首空格",
        "belongs one level up",
    ),
    "a field missing": (
        replaced(WEEK, "    quote: 发放科技资料15000份\n", ""),
        "figures[0].quote",
        "没有写明这个数的原文",
        "No words of a source are named",
    ),
    "several fields missing in a reading": (
        figure("    reading:\n      value: 3\n"),
        "figures[0].reading",
        "缺少2个字段：unit、why。",
        "2 fields are missing: unit, why.",
    ),
}


@pytest.mark.parametrize("name", some(SAID, 4))
def test_what_is_said(name: str, data: Path) -> None:
    edit, place, zh, en = SAID[name]
    edit(data)
    problems = load(data)[1]
    first = causes(problems)[0].problem
    in_file = "/" in place or place.endswith(".yml") or not first.field
    where = first.place.path.removeprefix("data/") if in_file else first.field
    assert place in ("", where), report(problems)
    for said, words in ((f"{first.wrong.zh} {first.fix.zh}", zh), (f"{first.wrong.en} {first.fix.en}", en)):
        assert all(part in said for part in words.split("|")), report(problems)


NEW = [one for one in SAID if "is new" in one and one.startswith(("a unit", "a period"))]


@pytest.mark.parametrize("name", NEW)
def test_the_line_that_is_shown_can_be_added(name: str, data: Path) -> None:
    """Filled in and put where it is said to belong, it is all that was lacking; but no source states that period."""
    SAID[name][0](data)
    first = causes(load(data)[1])[0].problem
    shown = re.search(r"(vocabulary/[a-z]+\.yml).*?(- \{.*\})", first.fix.zh)
    assert shown
    english = "the 15th Five-Year Plan period" if "十五五" in shown[2] else "something"
    filled = shown[2].replace("id: …", "id: new-one").replace("order: …", "order: 99").replace("…", english)
    there = (data / shown[1]).exists()
    with (data / shown[1]).open("a", encoding="utf-8") as vocabulary:
        vocabulary.write(f"{'' if there else 'entries:' + chr(10)}  {filled}\n")
    ident = re.search("id: ([a-z-]+)", filled)
    assert ident
    field = first.field.rpartition(".")[2]
    text = (data / WEEK).read_text("utf-8")
    text = re.sub(rf"^( *){field}: (?:十五五)$", rf"\1{field}: {ident[1]}", text, flags=re.M)
    (data / WEEK).write_text(text, "utf-8")
    problems = [one for one in load(data)[1] if one.place.path != f"data/{DOCUMENT}"]
    left = [one for one in problems if not one.wrong.en.endswith('states the period "new-one".')]
    assert left == [], report(left)


@pytest.mark.parametrize("file", [".DS_Store", ".gitkeep", "activities/.DS_Store", "activities/.week.yml.swp"])
def test_hidden_files_that_can_be_no_record_are_let_be(file: str, data: Path) -> None:
    added(file)(data)
    assert load(data)[1] == []


EMPTY = re.compile(r"(?:现有|可用的字段|允许的取值|应为|可写)：。|(?:are|be|here|Allowed|of): ?\.")


def every_problem(data: Path) -> list[Problem]:
    """What is said of a site in which there is nothing to choose from."""
    for folder in ("work-areas", "alliances", "activities", "documents"):
        for file in (data / folder).iterdir():
            file.unlink()
    added(WEEK, "work_area: outreach\nunitt: x\n")(data)
    return load(data)[1]


def test_no_list_of_choices_is_empty(data: Path) -> None:
    found = [*every_problem(data), *(one for name in FOLDERS for one in load(FIXTURES / name)[1])]
    assert [one.fix for one in found if EMPTY.search(one.fix.zh) or EMPTY.search(one.fix.en)] == []


NONE = ("", "x", "2024", "12:30", "99999999", "2024-13-40", "一月", "半", "-5", "5%", "1e5", "1.5.2", "１-２")


@pytest.mark.parametrize("text", NONE)
def test_what_is_none_is_left_alone(text: str) -> None:
    assert (suggested_values.day(text), suggested_values.moment(text)) == (None, None)
    assert (
        suggested_values.yes_no(text) is None and suggested_values.allowed_value(text, ["zh-Hans", "zh-Hant"]) is None
    )


@pytest.mark.parametrize("text", ["", "x", "-5", "5%", "1e5", "1.5.2", "0x1F", "3到5", "v2"])
def test_what_is_no_number_is_left_alone(text: str) -> None:
    assert suggested_values.number(text) is None


def test_the_same_in_several_places_is_said_once() -> None:
    same = [
        Problem(Place("a.yml", line), Bilingual("甲", "A"), Bilingual("乙", "B"), excerpt=f"x{line}") for line in (1, 2)
    ]
    other = Problem(Place("a.yml", 3), Bilingual("丙", "C"), Bilingual("乙", "B"))
    said = report([*same, other], language="en")
    assert said.count("  A\n") == said.count("  C\n") == 1 and said.count("Fix: B") == 2
    assert "    x1\n" in said and "    x2\n" in said and "3 problems" in said
