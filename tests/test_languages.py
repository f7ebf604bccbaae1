"""Languages that a bureau chooses: Chinese alone; and five, one of them from right to left, with little translated."""

from __future__ import annotations

import csv
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser

from macros.building.build import build
from macros.building.preview import Preview
from macros.exports.table import Root
from macros.pages.fallback import quiet
from macros.pages.site import mark
from macros.records.base import BilingualText
from macros.records.ledger import parsed_ledger
from macros.register.load import load
from macros.register.register import Register
from macros.register.translated import translation_counts
from macros.rules.vanished_from_site import losses
from macros.search.page_text import page_text
from macros.staff.built_site import PublishedSite
from macros.staff.diff_texts import text_sections
from macros.staff.readiness import assess, findings_text
from macros.staff.site_diff import site_changes
from macros.text.languages import CHINESE, ENGLISH
from tests.night import some
from tests.pages import site_of
from tests.places import DISTRICT, DOCS, FIXTURES
from tests.serving import served, watched

FIVE = FIXTURES / "languages"
"""The district's bureau in five languages: zh, hant, en, ja and ug; few texts are translated."""
NAMES_OF_FORMS = frozenset("CSV JSON XLSX KB ICP JSONFeed Feed Atom UTF SHA BCP ID DCAT".split())
"""Latin words that a page in Chinese may hold: names of forms of files, and of numbers."""
BEFORE_TEXT = re.compile(r"(?m)^( *)en:.*\n(?:\1 +.*\n)*")
"""The English of a text in a data file, with what stands below it."""


def docs_for(folder: Path, own: Path) -> Path:
    """The prose of the demonstration, in Chinese and English, with the bureau's own."""
    docs = Path(shutil.copytree(DOCS, folder / "docs", ignore=shutil.ignore_patterns("outreach")))
    return Path(shutil.copytree(own, docs, dirs_exist_ok=True))


def built(data: Path, docs: Path, folder: Path) -> Path:
    """A site, really built, at an address of its own."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("DOCS", str(docs))
        patched.setenv("SITE_ADDRESS", "https://bureau.example/")
        assert build(data, folder / "site")
    return folder / "site"


def chinese_alone(data: Path) -> Path:
    """The district's data as a bureau has it that writes Chinese only."""
    shutil.copytree(DISTRICT / "data", data)
    for file in data.rglob("*.yml"):
        text = BEFORE_TEXT.sub("", file.read_text("utf-8"))
        file.write_text(text.replace("translations:\n", ""), "utf-8")
    bureau = data / "bureau.yml"
    bureau.write_text(bureau.read_text("utf-8") + "languages: [zh]\n", "utf-8")
    return data


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chinese")
    return built(chinese_alone(folder / "data"), docs_for(folder, DISTRICT / "docs"), folder)


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("five")
    return built(FIVE / "data", docs_for(folder, FIVE / "docs"), folder)


@pytest.fixture(scope="module")
def register() -> Register:
    found, problems = load(FIVE / "data")
    assert found is not None, problems
    return found


def page(site: Path, address: str) -> Any:
    return html.fromstring((site / address / "index.html").read_text("utf-8"))


def pages(site: Path) -> Iterator[tuple[str, Any]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), html.fromstring(file.read_text("utf-8"))


SEEN = ("title", "aria-label", "alt", "placeholder", "data-label", "data-name")


def latin_words(tree: Any) -> set[str]:
    """The Latin words that a reader of a page sees or hears; names of fields and files, shown as code, are none."""
    said = tree.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::code)] | //title/text()")
    said += [value for name in SEEN for value in tree.xpath(f"//@{name}")]
    said += tree.xpath("//meta[@name='description']/@content")
    files = re.compile(r"[\w-]+#\S+|\S*[/.]\S*\.\S*|[\w-]+\.(?:yml|txt|xlsx|json\w*)|https?://\S*")
    return {word for text in said for word in re.findall("[A-Za-z]{2,}", files.sub("", text))}


def test_a_site_in_chinese_alone_says_nothing_in_english(chinese: Path) -> None:
    found = {path: words for path, tree in pages(chinese) if (words := latin_words(tree) - NAMES_OF_FORMS)}
    assert found == {}


def test_a_site_in_chinese_alone_has_no_other_edition(chinese: Path) -> None:
    names = [file.relative_to(chinese).as_posix() for file in chinese.rglob("*")]
    assert not [name for name in names if re.search(r"(^|/)(en|hant|zh-hant)(/|$)", name)]
    for path, tree in pages(chinese):
        tags = {*tree.xpath("//@hreflang"), *tree.xpath("//@lang")}
        assert tags == {"zh-Hans"} or (tags <= {"zh-Hans", "zh"}), path
        assert tree.xpath("//nav[@class='languages']") == [], path
    assert "/en/" not in (chinese / "sitemap.xml").read_text("utf-8")
    assert "/en/" not in (chinese / "_nginx.conf").read_text("utf-8")


def test_open_data_in_chinese_alone_has_no_english_column(chinese: Path) -> None:
    for file in chinese.glob("data/*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            assert not [name for name in next(csv.reader(lines)) if name.endswith("_en")], file.name
    for file in (*chinese.glob("data/*.json*"), *chinese.glob("data/records/*/*.json")):
        assert not re.search(r'_en"|"en"|Bureau', file.read_text("utf-8")), file.name
    with zipfile.ZipFile(chinese / "data/all.xlsx") as book:
        names = book.read("xl/workbook.xml").decode()
        texts = book.read("xl/sharedStrings.xml").decode()
    assert "Contents" not in names and "Figures" not in texts and "label_en" not in texts
    assert not re.search(r"## (Records|Datasets)|Bureau", (chinese / "llms.txt").read_text("utf-8"))


@pytest.mark.parametrize(
    ("folder", "tag", "direction"),
    [("", "zh-Hans", None), ("zh-hant", "zh-Hant", None), ("en", "en", None), ("ja", "ja", None), ("ug", "ug", "rtl")],
    ids=["zh", "hant", "en", "ja", "ug"],
)
def test_every_edition_says_its_language_and_leads_to_the_others(
    five: Path, folder: str, tag: str, direction: str | None
) -> None:
    tree = page(five, f"{folder}/work-areas/dredging".lstrip("/"))
    assert (tree.get("lang"), tree.get("dir")) == (tag, direction)
    assert tree.xpath("//link[@rel='alternate']/@hreflang") == ["zh-Hans", "zh-Hant", "en", "ja", "ug"]
    assert tree.xpath("//nav[@class='languages']//a/@lang") == ["zh-Hans", "zh-Hant", "en", "ja", "ug"]
    assert (five / "search" / {"": "zh", "zh-hant": "hant"}.get(folder, folder) / "index.json").is_file()
    assert (five / folder / "changes/feed.json").is_file() and (five / folder / "404.html").is_file()


@pytest.mark.parametrize(
    ("address", "words", "mark"),
    [
        ("en/work-areas/patrols", "巡查保洁", "no translation yet"),
        ("ja/work-areas/patrols", "巡查保洁", "未翻訳"),
        ("ug/work-areas/patrols", "巡查河道", "تېخى تەرجىمە قىلىنمىدى"),
    ],
    ids=["en", "ja", "ug"],
)
def test_what_is_not_translated_is_chinese_and_says_so(five: Path, address: str, words: str, mark: str) -> None:
    tree = page(five, address)
    shown = tree.xpath(f"//*[@class='untranslated' and text()='{words}']")
    assert shown and {one.get("lang") for one in shown} == {"zh-Hans"}
    behind = [one.getnext() for one in shown]
    assert {one.text for one in behind} == {mark} and {one.get("class") for one in behind} == {"untranslated__mark"}
    assert {one.get("lang") for one in behind} == {address.partition("/")[0]}


@pytest.mark.parametrize(
    ("address", "amount"),
    [
        ("ja/work-areas/dredging", "12 キロメートル"),
        ("ug/work-areas/dredging", "12 كىلومېتىر"),
        ("ja/work-areas/patrols", "近300次"),
        ("ug/work-areas/patrols", "近300次"),
    ],
)
def test_a_language_without_a_grammar_prints_digits_and_its_own_unit(five: Path, address: str, amount: str) -> None:
    """Where it lacks the word for the unit, or for what qualifies the number, the source's words stand whole."""
    said = [" ".join(one.text_content().split()) for one in page(five, address).xpath("//p[@class='figure__amount']")]
    assert amount in said


def test_numbers_in_texts_stand_for_the_figure_in_every_language(register: Register) -> None:
    summary = register.work_areas["dredging"].summary
    assert summary.said_in("ja") == "今四半期に河川12 キロメートルを浚渫し、水位標8处を新設した。"
    assert register.work_areas["patrols"].summary.said_in("ug") == "بۇ پەسىلدە دەريا 近300次 كۆزىتىلدى."


def test_a_unit_without_english_stands_as_the_source_writes_it(tmp_path: Path) -> None:
    data = Path(shutil.copytree(FIVE / "data", tmp_path / "data"))
    units = "entries:\n  - id: stretch\n    zh: 河段\n    written: [河段]\n"
    (data / "vocabulary/units.yml").write_text(units, "utf-8")
    for name in ("documents/river-care.txt", "work-areas/dredging.yml"):
        file = data / name
        file.write_text(file.read_text("utf-8").replace("12公里", "12河段"), "utf-8")
    translation = data / "documents/river-care.yml"
    text = translation.read_text("utf-8")
    translation.write_text(text.replace("    s1-1: This quarter 12 kilometres of river were dredged.\n", ""), "utf-8")
    found, problems = load(data)
    assert found is not None, problems
    assert "dredged 12河段 of river" in found.work_areas["dredging"].summary.en
    shown = site_of(found).renderer
    figure = found.figures["dredging.dredged"].figure
    assert shown.amount(figure, ENGLISH).parts() == [quiet("12河段")]
    assert shown.amount(figure, CHINESE).parts() == ["12", "河段"]


def test_prose_that_nobody_wrote_in_a_language_is_shown_in_chinese(five: Path) -> None:
    tree = page(five, "ug/about")
    assert tree.xpath("//p[contains(@class, 'untranslated__page')]/text()") == [
        "بۇ بەت تېخى تەرجىمە قىلىنمىدى، تۆۋەندىكىسى خەنزۇچە."
    ]
    assert tree.xpath("//h1[ancestor::div[@lang='zh-Hans' and @dir='ltr']]")
    assert tree.xpath("//div[@lang='zh-Hans']/div[@lang='ug' and @dir='rtl']//dl")
    own = page(five, "ja/about")
    assert own.xpath("//h1/text()")[0].strip() == "このサイトについて" and not own.xpath(
        "//*[@class='untranslated__page']"
    )
    assert page(five, "ug").xpath("//p[contains(@class, 'untranslated__page')]") == []


def test_translations_are_counted(five: Path, register: Register) -> None:
    counted = {one.language.code: (one.texts, one.all_texts, one.missing) for one in translation_counts(register)}
    texts = counted["en"][1]
    assert {code: done for code, (done, _, _) in counted.items()} == {
        "en": texts - 6,
        "ja": texts - 7,
        "ug": texts - 13,
    }
    assert counted["en"][2] == 6
    told = findings_text(assess(register, Root()))
    assert f"texts {texts - 6}/{texts}, interface words" in told
    facts = [one.text_content() for one in page(five, "en/about").xpath("//dl[@class='facts']//dd")]
    assert f"translated: {texts - 6}; not yet: 6" in facts


def test_open_data_leaves_empty_what_is_not_translated(five: Path) -> None:
    rows = {row["id"]: row for row in json.loads((five / "data/figures.json").read_text("utf-8"))}
    assert rows["dredging.marks"]["label_en"] is None and rows["dredging.dredged"]["label_en"] == "River dredged"
    record = json.loads((five / "data/records/work-areas/dredging.json").read_text("utf-8"))
    assert record["title"] == {"zh": "清淤疏浚", "en": "Dredging", "ja": "浚渫", "ug": "پاتقاق تازىلاش"}
    fields = json.loads((five / "data/datapackage.json").read_text("utf-8"))["resources"][0]["schema"]["fields"]
    assert next(one for one in fields if one["name"] == "label_en").get("constraints") is None


def test_nothing_that_marks_words_is_left_in_a_page(five: Path) -> None:
    for file in (*five.rglob("*.html"), *five.rglob("*.json"), *five.rglob("*.csv"), *five.rglob("*.atom")):
        assert not re.search("[\x04-\x07]", file.read_text("utf-8")), file


WRONG = {
    "no such language": ("bureau.yml", "[zh, hant, en, ja, ug]", "[zh, fr]", 'no language "fr"'),
    "one twice": ("bureau.yml", "[zh, hant, en, ja, ug]", "[zh, en, en]", "listed twice"),
    "Chinese not first": ("bureau.yml", "[zh, hant, en, ja, ug]", "[en, zh]", "first language is not Chinese"),
    "a key of no language": ("work-areas/dredging.yml", "  ja: 浚渫\n", "  fr: dragage\n", 'no field "fr"'),
    "refused in English": ("bureau.yml", "untranslated: mark", "untranslated: refuse", 'field "en"'),
    "refused in another": ("bureau.yml", "untranslated: mark", "untranslated: refuse", 'translation into "ja"'),
    "a number typed": (
        "work-areas/dredging.yml",
        "{marks}を新設した",
        "{marks}、3を新設した",
        "only as placeholders",
    ),
    "another figure": ("work-areas/dredging.yml", "、水位標{marks}を", "、", "not what the Chinese has"),
    "no such word": ("languages/ja.yml", "  home: ", "  hoem: ", "Nothing is called"),
    "other braces in a word": ("languages/ja.yml", "home: ホーム", "home: '{count}'", "not what the Chinese has"),
    "no such unit": ("languages/ug.yml", "  kilometre: ", "  kilometer: ", "Nothing is called"),
    "no such sentence": ("documents/river-care.yml", "    s1-1: 今", "    s9-9: 今", 'no sentence "s9-9"'),
    "no direction": ("languages/ug.yml", "direction: rtl", "direction: right", "rtl"),
    "the key of the software": ("work-areas/dredging.yml", "  ja: 浚渫\n", "  others: 浚渫\n", 'no field "others"'),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_with_languages_is_told(tmp_path: Path, case: str) -> None:
    file, old, new, told = WRONG[case]
    data = Path(shutil.copytree(FIVE / "data", tmp_path / "data"))
    text = (data / file).read_text("utf-8")
    assert text.count(old) == 1
    (data / file).write_text(text.replace(old, new), "utf-8")
    found, problems = load(data)
    assert found is None and any(told in f"{one.wrong.en} {one.fix.en}" for one in problems), problems


@pytest.mark.parametrize("name", ["en", "zh", "hant", "Japanese"])
def test_a_file_of_a_language_is_named_by_a_further_code(tmp_path: Path, name: str) -> None:
    data = Path(shutil.copytree(FIVE / "data", tmp_path / "data"))
    shutil.copyfile(data / "languages/ja.yml", data / f"languages/{name}.yml")
    found, problems = load(data)
    assert found is None and problems


def test_a_text_is_typed_and_dumped_alike(register: Register) -> None:
    title = register.work_areas["patrols"].title
    assert isinstance(title, BilingualText) and title.model_dump() == {"zh": "巡查保洁"}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", some(["ug/sources/river-care/", "ug/figures/", "ug/", "en/work-areas/patrols/"], 4))
def test_a_page_fits_the_screen_in_every_direction(five: Path, browser: Browser, width: int, address: str) -> None:
    with served(five) as root:
        shown, errors = watched(browser, root, viewport={"width": width, "height": 900})
        shown.goto(root + address)
        wide = shown.evaluate("document.documentElement.scrollWidth - innerWidth")
        direction = shown.evaluate("getComputedStyle(document.querySelector('main')).direction")
        shown.close()
    assert (wide, errors) == (0, []) and direction == ("rtl" if address.startswith("ug/") else "ltr")


WORDS_OF_RESULTS = """() => {
    const words = document.createTreeWalker(document.querySelector("#search-results"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (words.nextNode()) {
        found.push([words.currentNode.data, words.currentNode.parentElement.closest("[lang]").lang]);
    }
    return found;
}"""
NOT_TRANSLATED = re.compile("巡查|保洁|本季度")


@pytest.mark.parametrize(
    ("folder", "query", "mark"),
    some([("ja/", "巡查", "未翻訳"), ("en/", "巡查", "no translation yet"), ("zh-hant/", "巡查", "")], 3, spread=True),
)
def test_search_results_mark_what_is_not_translated(
    five: Path, browser: Browser, folder: str, query: str, mark: str
) -> None:
    """As pages do: what is Chinese is marked so, and what lacks a translation says so; in Chinese there is nothing."""
    with served(five) as root:
        shown, errors = watched(browser, root)
        shown.goto(f"{root}{folder}search/?q={query}")
        shown.wait_for_selector("[data-state=done]")
        marks = shown.locator(".untranslated + .untranslated__mark").all_text_contents()
        held = shown.evaluate(WORDS_OF_RESULTS)
        shown.fill("#search-box", query[:1])
        shown.press("#search-box", "End")
        shown.type("#search-box", query[1:])
        shown.wait_for_selector("[role=option]")
        options = shown.locator("[role=option] .untranslated__mark").count()
        shown.close()
    assert errors == [] and all(chr(code) not in text for text, _ in held for code in range(4, 8))
    assert (set(marks), options > 0) == ({mark} if mark else set(), bool(mark))
    chinese = {lang for text, lang in held if NOT_TRANSLATED.search(text)}
    assert chinese == {"zh-Hant" if folder == "zh-hant/" else "zh-Hans"}
    assert folder != "ja/" or ["栏目", "zh-Hans"] in held  # a word of the interface


def test_the_text_of_a_page_keeps_what_is_chinese_apart() -> None:
    page = (
        '<h1>T</h1><p>a <span class="untranslated" lang="zh-Hans">甲<b>乙</b></span> b</p>'
        '<p><span class="chinese" lang="zh-Hans">丙</span></p>'
        '<div class="untranslated__prose" lang="zh-Hans"><p>丁</p><p>戊<em lang="en">e</em></p></div>'
    )
    marked = ("a \x04甲乙\x05 b", "\x06丙\x07", "\x04丁\x05", "\x04戊\x05e")
    assert page_text("T", page, mark=True).passages == marked
    assert page_text("T", page).passages == ("a 甲乙 b", "丙", "丁", "戊e")


def test_the_public_diff_tells_of_every_language(five: Path, tmp_path: Path) -> None:
    after = Path(shutil.copytree(five, tmp_path / "after"))
    file = after / "ug/work-areas/dredging/index.html"
    said = file.read_text("utf-8")
    file.write_text(said.replace("تازىلانغان دەريا</p>", "دەريا</p>", 1), "utf-8")
    changes = site_changes(PublishedSite(five), PublishedSite(after))
    (one,) = changes.seen
    assert (one.change.language.code, one.change.new, one.pages) == ("ug", "دەريا", ("ug/work-areas/dredging/",))
    ((title, lines),) = text_sections(changes, every=False)
    assert title.startswith("工作领域 work area: ") and lines[0] == "**ug**"


def test_a_page_that_was_published_in_a_further_language_is_missed(register: Register) -> None:
    (found,) = losses(parsed_ledger("/ug/about/ title\n/ja/about/ title\n"), {}, {}, register.languages)
    assert "/about/" in found.wrong.en and "/ug/" not in found.wrong.en
    assert "日本語" in found.wrong.en and "ئۇيغۇرچە" in found.wrong.en


def test_the_preview_makes_a_page_that_stands_in_for_a_translation(tmp_path: Path) -> None:
    docs = docs_for(tmp_path, FIVE / "docs")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("DOCS", str(docs))
        preview = Preview(FIVE / "data", tmp_path / "preview")
        made = [preview.file(path) for path in ("ug/about/index.html", "ja/about/index.html", "search/ug/index.json")]
    standing_in, own, index = (one.decode() if one else "" for one in made)
    assert "untranslated__page" in standing_in and "untranslated__page" not in own and index.startswith("{")


PAYLOAD = "<i id=x>'\"&{{ root }}</i>"


def test_no_word_of_a_further_language_acts_as_markup(tmp_path: Path) -> None:
    """Name, interface words, units, qualifiers, periods and texts, in the pages of that language and in others."""
    data = Path(shutil.copytree(FIVE / "data", tmp_path / "data"))
    language = data / "languages/ja.yml"
    typed = "'" + PAYLOAD.replace("'", "''") + "'"
    text = re.sub(r"(?m)^(  [a-z-]+: |name: ).*$", rf"\g<1>{typed}".replace("\\", "\\"), language.read_text("utf-8"))
    language.write_text(text, "utf-8")
    area = data / "work-areas/dredging.yml"
    area.write_text(area.read_text("utf-8").replace("ja: 浚渫\n", f"ja: {typed}\n", 1), "utf-8")
    found, problems = load(data)
    assert found is not None, problems
    site = site_of(found)
    pages_shown = {
        "ja/work-areas/dredging.md": mark("work_area", "dredging"),
        "ja/figures.md": mark("figures"),
        "ja/index.md": mark("home"),
        "ug/index.md": mark("home"),
        "index.md": mark("home"),
    }
    for source, content in pages_shown.items():
        shell = site.shell(source, "x", "x")
        made = "".join(shell[part] for part in ("head", "header", "footer"))
        made += site.fill_in(source, content)
        tree = html.fromstring(f"<div>{made}</div>")
        assert tree.xpath("//i | //*[@id='x']") == [] and "Root(" not in made, source
        assert PAYLOAD in tree.text_content() or not source.startswith("ja/"), source
