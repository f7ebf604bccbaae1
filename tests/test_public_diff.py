"""What the public diff says of an edit of the data: a bureau with every field, really built, before and after.

The gate does the same with a small bureau (tests/test_diff_complete.py).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.register.load import load_since
from macros.staff.built_site import PublishedSite
from macros.staff.diff_markdown import markdown
from macros.staff.figure_changes import figure_changes
from macros.staff.public_diff import DataChanges, PublicChanges, data_changes, public_changes
from macros.staff.site_diff import site_changes
from macros.staff.untranslated import untranslated
from tests.judged_edits import EditedBureau
from tests.later import with_every_field
from tests.places import DATA, DOCS

pytestmark = pytest.mark.night

Edit = tuple[str, str, str]
"""A file, and a text in it with what takes its place."""
AREA, BUREAU, ACTIVITY = "work-areas/bases.yml", "bureau.yml", "activities/full-activity.yml"
DOCUMENT = "documents/h1-work-summary.yml"

ITEMS = (
    "      - id: binhu-crab\n        zh: 滨湖河蟹\n        en: Binhu river crab\n",
    "      - id: wulin-loach\n        zh: 乌林泥鳅\n        en: Wulin loach\n",
)

SAID: dict[str, tuple[Edit, list[str]]] = {
    "a title": ((AREA, "zh: 创新示范基地\n", "zh: 示范基地\n"), ["− ⟦创新⟧示范基地", "### 中文改了而英文没有改"]),
    "a title in English": (
        (AREA, "en: Innovation demonstration", "en: Demonstration"),
        ["**English**: ⟦Innovation demonstration⟧ → ⟦Demonstration⟧; "],
    ),
    "a summary": (
        (AREA, "zh: 以水产、水禽", "zh: 以水禽、水产"),
        [
            "### 几个页面上的文字 · Texts on several pages",
            "− 以水⟦产⟧、水⟦禽⟧、水生蔬菜",
            "（繁體相同 the same in Traditional）",
            "data/work-areas.csv",
        ],
    ),
    "punctuation": ((AREA, "innovation; its", "innovation, its"), ["innovation⟦;⟧ its", "innovation⟦,⟧ its"]),
    "a statement": (
        (AREA, "en: The bureau pushed ahead", "en: The bureau pressed ahead"),
        ["⟦pushed⟧ ahead", "⟦pressed⟧ ahead"],
    ),
    "the label of a figure": (
        (AREA, "en: Priority demonstration", "en: Chosen demonstration"),
        ["### 数据改动 · Figures changed (1)", "label&#95;en: Priority demonstration bases → Chosen"],
    ),
    "an item of a list": ((AREA, "en: Binhu river crab", "en: Binhu crab"), ["− Binhu ⟦river ⟧crab", "data/bases.csv"]),
    "the order of a list": (
        (AREA, ITEMS[0] + ITEMS[1], ITEMS[1] + ITEMS[0]),
        ["− 滨湖河蟹⟦、乌林泥鳅⟧", "移动 moved (1): Binhu river crab", "（繁體相同 the same in Traditional）"],
    ),
    "a note": (
        (ACTIVITY, "zh: 只说了收回的数。", "zh: 只说了收回的数，没有发出的数。"),
        ["＋ 说明 只说了收回的数⟦，没有发出的数⟧。", "### 数据改动 · Figures changed (1)"],
    ),
    "the order of records": (
        (AREA, "order: 3\n", "order: 30\n"),
        [
            "- 移动 moved (1): Innovation demonstration bases figures: 1",
            "order: ⟦3⟧ → order: ⟦30⟧",
            "only in another order",
        ],
    ),
    "a term": (("vocabulary/project-stages.yml", "zh: 获得资助", "zh: 得到资助"), ["− ⟦获⟧", "data/vocabulary.csv"]),
    "a period in many texts": (
        ("vocabulary/periods.yml", "en: since the countryside activities began\n", "en: since the activities began\n"),
        ["since the ⟦countryside ⟧activities began", " 处 texts [见 on "],
    ),
    "a word of the interface": (
        ("vocabulary/interface.yml", "zh: 跳到正文\n", "zh: 跳至正文\n"),
        ["### 几个页面上的文字 · Texts on several pages", "− 跳⟦到⟧正文 [见 on ", " 页 pages: /404.html, "],
    ),
    "a spelling": (
        (
            "vocabulary/traditional.yml",
            "entries:\n",
            "entries:\n  - zh: 群众\n    hant: 羣眾\n    why:\n      zh: 测试\n      en: A test\n",
        ),
        ["**繁體**", "⟦群⟧", "⟦羣⟧"],
    ),
    "a translation of the source": (
        (DOCUMENT, "s0: Half-year work summary", "s0: The half-year summary"),
        ["⟦Half-year⟧ ⟦work⟧ summary", "data/catalogue.csv"],
    ),
    "what is not stated": (
        (DOCUMENT, "en: Signature, dates", "en: The signature, dates"),
        ["⟦Signature⟧, dates", "⟦The signature⟧, dates"],
    ),
    "the reason of an emendation": (
        (DOCUMENT, "zh: 繁简机器转换把“优化”换成了“最佳化”", "zh: 机器转换把“优化”换成了“最佳化”"),
        ["⟦繁简⟧机器转换", "data/emendations.csv"],
    ),
    "the name of the bureau": (
        (BUREAU, "zh: 市科技局政务公开\n", "zh: 市科技局信息公开\n"),
        ["市科技局⟦政务⟧公开", " 页 pages: "],
    ),
    "an address of the bureau": (
        (BUREAU, "telephone: 027-00000000-801", "telephone: 027-00000000-802"),
        ["⟦027-00000000-801⟧", "− 〔链接指向 link to〕tel:"],
    ),
    "a link": (
        (BUREAU, "https://forms.example/answer", "https://forms.example/other"),
        ["〔表单提交到 form sent to〕", "forms.example/⟦answer⟧"],
    ),
    "the terms of use": (
        (BUREAU, "zh: 注明出处即可使用", "zh: 注明出处可以使用"),
        ["− 数据使用条款：注明出处⟦即⟧可", "data/datapackage.json"],
    ),
    "where the site is": (
        (BUREAU, "https://bureau.example/record/", "https://bureau.example/other/"),
        ["build.json", "bureau.example/⟦record⟧/"],
    ),
    "a correction": (
        ("errata/withdrawn-leaflets.yml", "zh: 来源文件没有这项数据", "zh: 来源文件里没有这项数据"),
        ["/corrections/"],
    ),
    "a retired address": (("retired/open-day.yml", "zh: 活动没有举行", "zh: 活动推迟举行"), ["⟦没有⟧"]),
    "a period": (("vocabulary/periods.yml", "    from: 2001-07-01\n", "    from: 2001-07-02\n"), ["2001"]),
    "an evaluation": (("evaluations/full-round.yml", "zh: ", "zh: 另一"), ["另一"]),
}
UNSAID: dict[str, Edit] = {
    "a comment": (AREA, "order: 3\n", "# 说明\norder: 3\n"),
    "an empty line": (AREA, "order: 3\n", "order: 3\n\n"),
    "the order of fields": (AREA, ITEMS[0], ITEMS[0].replace("        zh: 滨湖河蟹\n", "") + "        zh: 滨湖河蟹\n"),
    "quotes around a text": (AREA, "zh: 创新示范基地\n", 'zh: "创新示范基地"\n'),
    "quotes of another kind": (AREA, "zh: 创新示范基地\n", "zh: '创新示范基地'\n"),
    "a list on one line": (ACTIVITY, "figures: [returned]", "figures:\n      - returned"),
    "white space behind a value": (AREA, "order: 3\n", "order: 3 \n"),
}


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> EditedBureau:
    folder = tmp_path_factory.mktemp("public-diff")
    return EditedBureau(with_every_field(Path(shutil.copytree(DATA, folder / "data"))), folder, DOCS)


def replacing(edit: Edit) -> Callable[[Path], None]:
    """The edit of a data folder: the text must be there."""
    name, old, new = edit

    def change(data: Path) -> None:
        text = (data / name).read_text("utf-8")
        assert old in text, f"{name} lacks {old!r}"
        (data / name).write_text(text.replace(old, new, 1), "utf-8")

    return change


def told(bureau: EditedBureau) -> str:
    """What is printed of the edit that was judged last."""
    judged = bureau.last
    assert judged is not None, "the edit does not pass the checks"
    assert judged.faults == []
    new = PublishedSite(bureau.folder / "edited-site")
    nothing = DataChanges((), (), (), (), 0, ())
    figures, left = figure_changes(bureau.site, new), untranslated(bureau.site, new, judged.changes)
    return markdown(PublicChanges("main", nothing, judged.changes, tuple(figures), tuple(left)))


@pytest.mark.parametrize("case", SAID)
def test_an_edit_is_told(case: str, bureau: EditedBureau) -> None:
    edit, expected = SAID[case]
    bureau.judge(replacing(edit))
    said = told(bureau)
    assert "Nothing changes" not in said
    assert [text for text in expected if text not in said] == [], said


@pytest.mark.parametrize("case", UNSAID)
def test_an_edit_that_changes_nothing_public_is_not_told(case: str, bureau: EditedBureau) -> None:
    bureau.judge(replacing(UNSAID[case]))
    assert "公开内容没有变化 · Nothing changes for the public" in told(bureau)


def test_a_record_that_comes_and_one_that_goes(bureau: EditedBureau) -> None:
    """All that a new page says is told, but for what stands on every page."""

    def change(data: Path) -> None:
        shutil.copyfile(data / AREA, data / "work-areas/other.yml")
        replacing(("work-areas/other.yml", "zh: 创新示范基地\n", "zh: 另外的基地\n"))(data)

    bureau.judge(change)
    said = told(bureau)
    assert "### 新增页面 · Pages that appear (3)" in said and "- /work-areas/other/ 另外的基地" in said
    assert "＋ 大力实施了“农业科技创新示范基地建设”科技工程。" in said and "＋ 跳到正文" not in said
    assert "数据新增 · Figures added (1)" in said
    back = site_changes(PublishedSite(bureau.folder / "edited-site"), bureau.site)
    assert back.pages_gone == ("en/work-areas/other/", "work-areas/other/", "zh-hant/work-areas/other/")


@pytest.mark.parametrize(
    ("file", "old", "new", "heading"),
    [
        (AREA, "zh: 建设重点\n", "zh: 建设的重点\n", "### 工作领域 work area: 创新示范基地"),
        (ACTIVITY, "zh: 回答\n", "zh: 所作的回答\n", "### 科普活动 activity: "),
        ("alliances/river-crab.yml", "summary:\n  zh: ", "summary:\n  zh: 改动：", "### 产业联盟 alliance: "),
    ],
)
def test_records_are_named_by_their_kind(file: str, old: str, new: str, heading: str, bureau: EditedBureau) -> None:
    """Those of sections too, whether each has a page or all share one."""
    before = load_since(None, bureau.data)
    bureau.judge(replacing((file, old, new)))
    assert bureau.last is not None
    data = data_changes(before, bureau.data, load_since(None, bureau.folder / "edited"), bureau.folder / "edited")
    changed = public_changes("main", data, bureau.folder / "site", bureau.folder / "edited-site")
    assert heading in markdown(changed)
