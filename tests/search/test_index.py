"""The index as files: what is in it, that it is the same every time, and that it holds every page."""

from __future__ import annotations

import bisect
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from random import Random

import numpy as np
import pytest
from playwright.sync_api import Page

from macros.pages.site import Site
from macros.records.addresses import READINESS_PAGE, record_address
from macros.records.kinds import WORK_AREAS
from macros.register.register import Register
from macros.search.collected import NO_RESULTS, CollectedTexts
from macros.search.entries import SearchEntry, entry_kinds, search_entries
from macros.search.index import index_files, number_runs
from macros.search.page_text import PageText, page_text
from macros.search.postings import SAME_ROW, Postings, beginning, shards
from macros.search.rows import encoded, field_rows, place_rows, read_fields, row_of_fields
from macros.search.similar import fields_under
from macros.text.languages import CHINESE, ENGLISH, LANGUAGES, Language, language_of
from tests.pages import html_of, shown, site_of
from tests.places import DATA, ROOT
from tests.search import engine


def pages_of(site: Site, language: Language) -> dict[str, PageText]:
    """What the pages of a language say; prose of docs/ is left out."""
    parts: dict[str, str] = {}
    for one in shown(site.register):
        here = site.here(one.source)
        if here.language is language and here.base is None and one.macro:
            parts[here.address] = parts.get(here.address, "") + html_of(site, one)
    return {address: page_text(address, html) for address, html in parts.items()}


@pytest.fixture(scope="module", params=[CHINESE, ENGLISH], ids=lambda one: one.code)
def all_entries(request: pytest.FixtureRequest, register: Register) -> list[SearchEntry]:
    site = site_of(register)
    return search_entries(site.renderer, request.param, pages_of(site, request.param))


def test_every_figure_and_sentence_is_an_entry(all_entries: list[SearchEntry], register: Register) -> None:
    addresses = [entry.address for entry in all_entries]
    assert len(addresses) == len(set(addresses))
    assert {figure.address for figure in register.figures.values()} <= set(addresses)
    assert sum(entry.kind == "source" and entry.is_part for entry in all_entries) == len(register.sentences) == 37


def test_entries_stand_in_order_of_kind(all_entries: list[SearchEntry], register: Register) -> None:
    kinds = entry_kinds(register)
    order = [kinds.index(entry.kind) for entry in all_entries]
    assert order == sorted(order) and set(order) == set(range(len(kinds)))


def test_a_page_is_found_by_the_entries_on_it(all_entries: list[SearchEntry], register: Register) -> None:
    by_address = {entry.address: entry for entry in all_entries}
    figures = {figure.address for figure in register.figures.values()}
    translated = {register.sentence_address(figure.figure.source) for figure in register.figures.values()}
    lists = set(by_address["figures/"].lists)
    assert figures <= lists and lists - figures in (set(), translated)
    assert len(by_address["sources/h1-work-summary/"].lists) == 37
    assert not any("15000" in text for text in by_address["figures/"].passages)


def test_how_to_use_a_page_is_not_what_it_says(all_entries: list[SearchEntry]) -> None:
    said = " ".join(text for entry in all_entries for text in entry.passages if entry.kind != "page")
    for words in ("查看原句", "报告", "See the sentence", "上一个"):
        assert words not in said


def test_page_text_reads_block_by_block() -> None:
    page = page_text(
        "题",
        '<nav>路</nav><h1>大 题</h1><p>甲<a href="#">乙</a><span class="visually-hidden">丙</span></p><ul><li>丁'
        "<p>戊</p>己</li></ul><table><thead><tr><th>头</th></tr></thead><tr><td>庚</td><td>辛</td></tr></table>"
        '<p data-search="off">壬</p><div data-entry="x/#y">癸</div><!-- 注 -->'
        '<p aria-hidden="true">子</p><p>甲乙</p>尾',
    )
    assert page == PageText("题", "大 题", ("甲乙", "丁", "戊", "己", "庚", "辛", "尾"), ("x/#y",))


def test_rows_are_written_as_numbers_of_seven_bits() -> None:
    assert encoded([0, 127, 128, 300, 2**31]) == bytes([0, 127, 128, 1, 172, 2, 128, 128, 128, 128, 8])
    assert number_runs([1, 2, 3, 7, 9, 10]) == [1, 3, 7, 7, 9, 10]


def test_columns_become_rows() -> None:
    keys, fields, places = (np.array(one) for one in ([7, 3, 7, 7, 3], [0, 0, 0, 200, 201], [1, 4, 9, 2, 0]))
    assert [read_fields(row) for row in field_rows(keys, fields)] == [[0, 201], [0, 200]]
    listed = [bytes([0, 4, 146, 3, 0]), bytes([1, 2, 1, 8, 144, 3, 2])]
    at = np.argsort(keys, kind="stable")
    assert place_rows(keys[at], fields[at], places[at]) == listed
    nothing = np.array([], np.int64)
    assert field_rows(nothing, nothing) == place_rows(nothing, nothing, nothing) == []


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param([0], id="first"),
        pytest.param([200_000], id="far"),
        pytest.param([5, 200_000], id="far apart"),
        pytest.param(list(range(4000)), id="all"),
        pytest.param([*range(0, 90, 3), *range(5000, 9000, 2)], id="in heaps"),
        pytest.param(sorted(Random(3).sample(range(200_000), 500)), id="few"),
        pytest.param(sorted(Random(4).sample(range(200_000), 20_000)), id="many"),
    ],
)
def test_fields_take_few_bits_and_are_read_back(page: Page, address: str, fields: list[int]) -> None:
    row = row_of_fields(fields)
    page.goto(address)
    assert read_fields(row) == page.evaluate(engine.FIELDS, list(row)) == fields
    assert len(row) <= fields[-1] // 8 + 2 and len(row) <= 3 * len(fields) + 2


def test_what_is_listed_for_an_entry() -> None:
    rows = Postings([SearchEntry("page", "", "", ("甲乙",), ("乙1万", "x Fisheries"))]).rows
    assert rows["2^ 甲"] == bytes([0, 0])
    assert rows["2甲 乙"] == bytes([0, 1])
    assert read_fields(rows["1乙"]) == [0, 1]
    assert read_fields(rows["=10000"]) == [1] and "=1" in rows
    assert read_fields(rows["~fisheri"]) == [1]
    assert "2万 x" not in rows, "no phrase reaches from one text into the next"


def test_a_long_row_gives_way_to_rows_of_one_unit_more(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["科技局", "大科技", "科技", "科技局长"]
    found = [SearchEntry("page", "", "", (), (text,)) for text in texts]
    monkeypatch.setattr("macros.search.postings.LONG_ROW", 4)
    rows = Postings(found).rows
    assert rows["2科 技"] == b"" and read_fields(rows["3科 技"]) == [1, 3, 5, 7]
    assert rows["2科 技 局"] == bytes([2, 0, 12, 0])
    assert rows["2大 科 技"] == bytes([6, 0])
    assert rows["2技 局"] == bytes([2, 1, 12, 1]) and "2技 局 长" not in rows


def test_the_index_is_the_same_however_much_is_sorted_at_once(
    all_entries: list[SearchEntry], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.search.postings.LONG_ROW", 40)
    at_once = Postings(all_entries).rows
    assert sum(key.startswith("3") for key in at_once) > 50
    monkeypatch.setattr("macros.search.postings.BATCH", 50)
    assert Postings(all_entries).rows == at_once


def test_files_are_cut_between_keys_and_sorted_as_browsers_sort() -> None:
    listed = dict.fromkeys(("1\U00020000", "1\uffee", "1a"), b"\0" * 9)
    assert [first for first, _ in shards(listed, 20)] == ["1", "1\U00020000", "1\uffee"]


def test_no_key_that_is_not_there_leads_to_a_long_file() -> None:
    listed = {"1grow": b"\0", "1growers": b"\0" * 100, "1growth": b"\0"}
    firsts = [first for first, _ in shards(listed, 50)]
    assert firsts == ["1", "1growers", "1growers "]
    for missing, file in (("1grower", 0), ("1growing", 2), ("1growersx", 2)):
        assert bisect.bisect(firsts, missing) - 1 == file


def test_a_stem_of_one_word_leads_to_what_that_word_lists() -> None:
    texts = ["rice"] * 9 + ["rice and a base", *["bases"] * 9]
    listed = Postings([SearchEntry("page", "", "", (), (f"甲 {text}",)) for text in texts for _ in range(9)]).rows
    assert listed["~rice"] == SAME_ROW + b"1rice" and listed["~base"][:1] != SAME_ROW
    assert fields_under("~rice", listed) == fields_under("1rice", listed)
    assert len(fields_under("~base", listed)) == 90


def test_a_file_is_told_by_as_little_of_its_first_key_as_will_do() -> None:
    assert beginning("2科 技", "2科 学") == "2科 技"
    assert beginning("2科 技 局", "1丁") == "2"
    assert beginning("2科 技 局", "2科 技") == "2科 技 "


def test_a_page_that_is_not_in_the_index_ends_the_build(register: Register) -> None:
    site = site_of(register)
    site.prose, site.pages = ["index.md", "404.md"], {}
    texts = CollectedTexts(site)
    texts.add("index.md", "题", "<p>甲</p>")
    assert "search/zh/index.json" in texts.files(CHINESE)
    site.prose.append("lost/index.md")
    with pytest.raises(LookupError, match="lost/"):
        texts.files(CHINESE)


@pytest.mark.night
def test_the_index_is_the_same_every_time(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        site = tmp_path / seed / "site"
        command = [sys.executable, "-m", "macros", "build", "--data", str(DATA), "--site", str(site)]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        files = sorted(path for path in (site / "search").rglob("*") if path.is_file())
        made.append({file.relative_to(site).as_posix(): file.read_bytes() for file in files})
    assert made[0] == made[1]
    assert len(made[0]) > 30


def test_every_page_of_the_site_is_in_the_index(site: Path, register: Register) -> None:
    for language in LANGUAGES:
        folder = site / "search" / language.code
        head = json.loads((folder / "index.json").read_text("utf-8"))
        texts = [json.loads(file.read_text("utf-8")) for file in (folder / head["folder"]).glob("t*.json")]
        addresses = {one[0] for few in texts for one in few}
        root = site / language.prefix
        pages = {file.parent.relative_to(root).as_posix() for file in root.rglob("index.html")}
        pages = {page for page in pages if language_of(language.prefix + f"{page}/") is language}
        pages = {"" if page == "." else f"{page}/" for page in pages}
        elsewhere = {record_address(WORK_AREAS, area) for area in register.told}
        assert pages >= NO_RESULTS and pages - addresses == NO_RESULTS | elsewhere | {READINESS_PAGE, "staff/fields/"}


def test_files_are_small(register: Register) -> None:
    site = site_of(register)
    files = index_files(site.renderer, CHINESE, pages_of(site, CHINESE))
    assert max(len(content) for name, content in files.items() if name.endswith(".bin")) < 40_000


def test_only_what_states_its_period_is_of_one(all_entries: list[SearchEntry], register: Register) -> None:
    """That a sentence stands in a summary of half a year does not say that it is of that half."""
    (text,) = register.texts.values()
    for one in all_entries:
        if one.kind == "figure":
            assert len(one.periods) == 1
        elif one.kind == "source" and not one.is_part:
            assert one.periods == (text.document.period,)
        elif one.kind in ("work-area", "source"):
            assert one.periods == (), one.address
    assert any(one.kind == "work-area" for one in all_entries)


def test_what_stands_below_each_other_is_not_run_together_in_english(site: Path) -> None:
    """Blocks made of inline elements have a blank between them: templates are read without their line ends."""
    texts = [file.read_text("utf-8") for file in (site / "search/en").rglob("[mt]*.json")]
    assert sum("Editor’s note" in text for text in texts) > 0
    assert [found for text in texts for found in re.findall(r".{20}[a-z)][.;!?][A-Z].{20}", text)] == []
