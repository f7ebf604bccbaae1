"""The search in the browser finds what stands there and nothing else, and folds as the builder of the index does."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Page

from macros.building.build import build
from macros.pages.site import Site
from macros.register.register import Register
from macros.search.collected import CollectedTexts
from macros.search.entries import SearchEntry, search_entries
from macros.search.folding import fold, numbers_written_out, units
from macros.search.stems import stem
from macros.text.han_scripts import simplified
from macros.text.languages import CHINESE, ENGLISH, Language, language_of
from tests.night import BOTH, some
from tests.pages import site_of
from tests.places import DATA
from tests.search import engine
from tests.search.truth import found
from tests.serving import served

FIXED = {
    "zh": [
        *(
            "15000",
            "１５０００",
            "15,000",
            "驰名商标",
            "馳名商標",
            "1万",
            "10000",
            "1萬份",
            "3000万元",
            "３０００萬",
            "30000000",
        ),
        *(
            "湖",
            "的",
            "洪湖清水蟹",
            "“洪湖清水”蟹",
            "科技 培训",
            '"科技培训"',
            '"科技 培训"',
            "zl(g)nf",
            "ZL",
            "50",
            "00",
            "%",
        ),
        *(
            "不存在的词",
            "科技局 不存在的词",
            "产学研",
            "利益共享 风险公担",
            "15",
            "上半年工作总结",
            "fishery",
            "0",
            "1 2 3",
        ),
    ],
    "en": [
        *("commissioner", "commissioners", "Commissioning", "base", "bases", "nearly CNY 30 million", "30,000,000"),
        *(
            "2.3 million",
            "alliance crab",
            '"river crab"',
            "river-crab",
            "farmers’",
            "farmer's",
            "特派员",
            "特派員",
            "s",
        ),
        *("xyzzy", "the", "15,000 copies", "techn", "technology", "tech"),
    ],
}


def read_back(site: Path, register: Register, language: Language) -> list[SearchEntry]:
    """The entries of the built site, from its pages, with whatever a page says twice."""
    ready: Site = site_of(register)
    texts = CollectedTexts(ready)
    root = site / language.prefix
    for file in root.rglob("index.html"):
        place = file.parent.relative_to(root).as_posix()
        if language_of(language.prefix + f"{place}/") is not language:
            continue
        whole = file.read_text("utf-8")
        if 'http-equiv="refresh"' in whole:
            continue  # It leads on, and is in no index.
        title = re.search("<title>(.*?)</title>", whole)
        content = re.search('<main class="page"[^>]*>(.*)</main>\\s*<', whole, re.DOTALL)
        assert title and content
        source = "" if place == "." else f"{place}/"
        texts.add(language.prefix + (f"{source}index.md"), title[1].rsplit(" - ", 1)[0], content[1])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("macros.search.entries.distinct", tuple)
        return search_entries(ready.renderer, language, texts.texts[language])


def drawn(chance: Random, all_entries: list[SearchEntry], count: int) -> list[str]:
    """Queries cut out of what is there: pieces of any length, whole texts, and pairs of pieces."""
    texts = [text for entry in all_entries for text in (*entry.names, *entry.passages) if text]
    queries = []
    for number in range(count):
        pieces = []
        for _ in range(2 if number % 4 == 0 else 1):
            text = chance.choice(texts)
            length = chance.choice([1, 2, 2, 3, 4, 5, 8, 13, 40])
            start = chance.randrange(max(1, len(text) - length + 1))
            pieces.append(" ".join(re.sub('["“”「」『』]', "", text[start : start + length]).split()))
        if number % 5 == 0 and " " not in pieces[0]:
            pieces[0] = f'"{pieces[0]}"'
        if number % 7 == 0:
            pieces.append("无此词")
        queries.append(" ".join(pieces))
    return queries


@pytest.fixture(scope="module")
def cut_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration with an index cut up as that of a very large site is."""
    folder = tmp_path_factory.mktemp("cut") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("macros.search.postings.LONG_ROW", 12)
        patch.setattr("macros.search.index.SHARD_SIZE", 700)
        patch.setattr("macros.search.index.PAGE", 5)
        patch.setattr("macros.search.index.TEXT_SIZE", 300)
        patch.setattr("macros.search.index.SMALL_SITE", 0)
        assert build(DATA, folder)
    with served(folder) as address:
        yield address


@pytest.mark.parametrize(
    ("which", "language"),
    [
        pytest.param("address", CHINESE, id="address-zh"),
        pytest.param("address", ENGLISH, id="address-en", marks=pytest.mark.night),
        pytest.param("cut_up", CHINESE, id="cut_up-zh", marks=pytest.mark.night),
        pytest.param("cut_up", ENGLISH, id="cut_up-en", marks=pytest.mark.night),
    ],
)
def test_recall_and_precision_are_1(
    page: Page, request: pytest.FixtureRequest, which: str, site: Path, register: Register, language: Language
) -> None:
    known = read_back(site, register, language)
    queries = [*FIXED[language.code], *drawn(Random(4), known, 400)]
    page.goto(request.getfixturevalue(which) + language.prefix)
    wrong = []
    hits = 0
    for query, answer in zip(queries, engine.find(page, queries), strict=True):
        expected = found(known, query, stems=language is ENGLISH)
        assert len(answer) == len(set(answer)), query
        hits += len(answer)
        if set(answer) != expected:
            wrong.append((query, sorted(expected - set(answer))[:3], sorted(set(answer) - expected)[:3]))
    assert wrong == []
    assert hits > 2000


def test_scripts_and_widths_find_the_same(page: Page, address: str) -> None:
    page.goto(address)
    alike = [("馳名商標", "驰名商标"), ("１５０００", "15,000"), ("1萬份", "10000份"), ("ZL（G）NF", "zl(g)nf")]
    for one, other in alike:
        first, second = engine.find(page, [one, other])
        assert first == second != [], one


@pytest.mark.parametrize(
    ("prefix", "query", "first"),
    some(
        [
            ("", "15000", "outreach/science-week/#figure-materials"),
            ("", "近3000万元", "work-areas/projects/#figure-outside-investment"),
            ("", "科技特派员", "work-areas/commissioners/"),
            ("", "科技下乡", "outreach/technology-to-the-countryside/"),
            ("", "产业联盟", "alliance/"),
            ("", "该批项目的实施将引导社会资金", "sources/h1-work-summary/#s5-5"),
            ("", "数据", "figures/"),
            ("en/", "Science and technology commissioners", "work-areas/commissioners/"),
            ("en/", "nearly CNY 30 million", "work-areas/projects/#figure-outside-investment"),
        ],
        3,
        spread=True,
    ),
)
def test_the_known_item_comes_first(page: Page, address: str, prefix: str, query: str, first: str) -> None:
    page.goto(address + prefix)
    (answer,) = engine.find(page, [query])
    assert answer[0] == first, answer[:5]


def test_every_title_label_and_quantity_leads_to_its_record(page: Page, address: str, register: Register) -> None:
    page.goto(address)
    wanted = {one.title.zh: f"work-areas/{ident}/" for ident, one in register.work_areas.items()}
    wanted |= {register.work_areas[ident].title.zh: one.address for ident, one in register.told.items()}
    wanted |= {one.title.zh: f"outreach/{ident}/" for ident, one in register.sections["activities"].records.items()}
    wanted |= {figure.figure.label.zh: figure.address for figure in register.figures.values()}
    labels = list(wanted)
    for label, answer in zip(labels, engine.find(page, labels), strict=True):
        assert answer[0] == wanted[label], (label, answer[:3])


@pytest.mark.parametrize("which", BOTH)
def test_the_browser_folds_as_the_builder_does(page: Page, address: str, which: str) -> None:
    """Every character that has been what it is since Unicode 3.2, in runs, and numbers of all sorts."""
    every = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]
    old = unicodedata.ucd_3_2_0.category
    known = [one for one in every if old(one) == unicodedata.category(one) not in ("Cn", "Co")]
    assert len(known) > 80_000
    chance = Random(5)
    texts = ["甲".join(known[at : at + 500]) for at in range(0, len(known), 500)]
    texts += ["".join(chance.choices("0123456789万亿.,， mMillionthousandb%十", k=30)) for _ in range(2000)]
    texts += [file.read_text("utf-8") for file in sorted(DATA.rglob("*.yml"))]
    texts = texts[::9] if which == "some" else texts
    page.goto(address)
    table = ["".join(simplified()), "".join(simplified().values())]
    for text, answer in zip(texts, engine.folded(page, texts, table), strict=True):
        assert answer["folded"] == fold(text), f"{text[:9]!r}"
        assert answer["units"] == units(fold(text))
        assert answer["counted"] == units(numbers_written_out(fold(text)))


def test_the_browser_stems_as_the_builder_does(page: Page, address: str) -> None:
    words = {unit for file in DATA.rglob("*.yml") for unit in units(fold(file.read_text("utf-8")))}
    english = sorted(word for word in words if word.isascii() and word.isalpha())
    chance = Random(6)
    endings = ["s", "es", "ies", "ed", "ing", "ly", "ation", "ational", "ness", "ful", "ize", "ment", "er", "y"]
    english += [chance.choice(english) + chance.choice(endings) for _ in range(3000)]
    page.goto(address)
    assert len(english) > 3500
    assert page.evaluate(engine.STEM, english) == [stem(one) for one in english]


@pytest.mark.parametrize(
    ("prefix", "text", "query", "marked"),
    some(
        [
            ("", "发放科技资料1万份", "10000", "发放科技资料<mark>1万</mark>份"),
            ("", "“洪湖清水”蟹", "洪湖清水蟹", "“<mark>洪湖清水”蟹</mark>"),
            ("", "發放１５，０００份", "发放15000份", "<mark>發放１５，０００份</mark>"),
            ("", "甲<b>&乙", "乙", "甲&lt;b&gt;&amp;<mark>乙</mark>"),
            ("", "科技活动周与科技下乡", "科技", "<mark>科技</mark>活动周与<mark>科技</mark>下乡"),
            ("en/", "Fisheries, not fish", "fishery", "<mark>Fisheries</mark>, not fish"),
            ("en/", "nearly CNY 30 million", "30000000", "nearly CNY <mark>30 million</mark>"),
        ],
        3,
        spread=True,
    ),
)
def test_what_was_looked_for_is_marked(
    page: Page, address: str, prefix: str, text: str, query: str, marked: str
) -> None:
    page.goto(address + prefix)
    assert page.evaluate(engine.MARKED, {"text": text, "query": query}) == marked
