"""Nothing published ever dies: what the ledger holds stays on the site, leads on, or says why it was withdrawn."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from macros.building.build import build
from macros.publishing.ledger_writing import add, anchors_in, facts_in, file_address, ledger_text, published_in
from macros.records.ledger import LEDGER, parsed_ledger, read_ledger
from macros.register.load import load
from macros.register.register import Register
from macros.rules.vanished_from_site import losses
from macros.system.atomic_write import PART_ENDING
from macros.system.checksums import FOR_HOSTS, digest_of
from macros.text.languages import LANGUAGES
from tests.conftest import Change
from tests.places import DATA, ROOT
from tests.publishing.sites import data_folder, run, small_site
from tests.serving import served

RETIRED = """addresses:
{addresses}
title:
  zh: 下乡
  en: To the countryside
{more}
"""
WITHDRAWN = "why:\n  zh: 记录有误\n  en: It was in error\ndate: 2001-08-01"


@pytest.fixture
def published(data: Path, site: Path) -> Path:
    """A copy of the demonstration whose ledger holds all that the demonstration does."""
    assert add(data, site) > 500
    return data


def retire(data: Path, name: str, addresses: list[str], more: str) -> None:
    (data / "retired").mkdir(exist_ok=True)
    listed = "\n".join(f"  - {address}" for address in addresses)
    (data / f"retired/{name}.yml").write_text(RETIRED.format(addresses=listed, more=more), "utf-8")


def without_seedlings(change: Change, data: Path) -> None:
    """Renames a figure, which loses its anchor."""
    file = "activities/technology-to-the-countryside.yml"
    change(file, "  - id: seedlings\n", "  - id: saplings\n")
    text = (data / file).read_text("utf-8")
    (data / file).write_text(text.replace("lead_figure: seedlings", "lead_figure: saplings"), "utf-8")


def test_the_ledger_of_a_real_site(site: Path, register: Register, tmp_path: Path) -> None:
    found = published_in(site)
    for language in LANGUAGES:
        for figure in register.figures.values():
            address, _, anchor = figure.address.partition("#")
            assert anchor in found[f"/{language.prefix}{address}"], figure.id
        for reference in register.sentences:
            document, _, ident = reference.partition("#")
            assert ident in found[f"/{language.prefix}sources/{document}/"]
    assert {"/", "/data/figures.csv", "/data/records/work-areas/bases.json", "/changes/feed.json"} <= found.keys()
    assert not [one for one in found if one.startswith(("/assets", "/search/zh", "/SHA256SUMS")) or "404" in one]
    anchors = {anchor for anchors in found.values() for anchor in anchors}
    assert not anchors & {"main", "sections", "elder", "search-box", "error-page"}
    assert parsed_ledger(ledger_text(found)).addresses == found
    facts = facts_in(site)
    assert facts == {fact for fact in facts if parsed_ledger(fact).facts == {fact}}
    told = parsed_ledger(ledger_text({}, facts))
    assert {
        ident: {(one.amount, one.unit, one.qualifier, one.period) for one in told.figures[ident]}
        for ident in told.figures
    } == {
        ident: {(one.figure.amount, one.figure.unit, one.figure.qualifier, one.figure.period)}
        for ident, one in register.figures.items()
    }
    assert {ident: {digest_of(BytesIO(text))} for ident, text in register.verbatim.items()} == told.documents
    assert add(tmp_path, site) > 500 and add(tmp_path, site) == 0


@pytest.mark.parametrize(
    ("name", "address"),
    [("index.html", "/"), ("en/index.html", "/en/"), ("a/index.html", "/a/"), ("a b.txt", "/a%20b.txt")],
)
def test_addresses(name: str, address: str) -> None:
    assert file_address(name) == address


def test_anchors() -> None:
    page = b"""<body><input id="elder"><article class="page" id="main"><h2 id="a">A</h2><div id=s1-2 class="x">B</div>
    <svg id="p"><title id="p-t">t</title></svg><input id="c"><tr class="r" id="d" data-entry="x/#d"><h3 id="card-a">
    </article><footer id="end">"""
    assert list(anchors_in(page)) == ["a", "s1-2"]


def test_two_ledgers_merge_line_by_line(tmp_path: Path) -> None:
    """Git joins what two branches added, even to one page or figure, and what comes out is read as both."""
    kept, ours, other = (f"figure a.b {value} copy exact first-half {value}份" for value in (1, 2, 3))

    def git(*given: str) -> None:
        identity = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
        subprocess.run(["git", "-C", str(tmp_path), *identity, *given], check=True, capture_output=True)

    def write(name: str, addresses: dict[str, set[str]], *facts: str) -> None:
        held = {one: frozenset(two) for one, two in addresses.items()}
        (tmp_path / "data/ledger.txt").write_text(ledger_text(held, facts), "utf-8")
        git("add", "-A")
        git("commit", "-m", name)

    (tmp_path / "data").mkdir()
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    git("init", "-b", "main")
    write("first", {"/a/": {"x"}, "/b/": set()}, kept)
    git("switch", "-c", "other")
    write("other", {"/a/": {"x", "y"}, "/b/": set(), "/c/": {"o"}}, kept, other)
    git("switch", "main")
    write("ours", {"/a/": {"x", "z"}, "/b/": set(), "/c/": {"p"}, "/d/": set()}, kept, ours)
    git("merge", "other")
    found = read_ledger(tmp_path / "data")
    assert found.addresses == {
        "/a/": frozenset("xyz"),
        "/b/": frozenset(),
        "/c/": frozenset("op"),
        "/d/": frozenset(),
    }
    assert found.facts == {kept, ours, other} and not found.unread


def test_a_lost_page_is_told_at_once(published: Path) -> None:
    area = published / "activities/technology-to-the-countryside.yml"
    area.rename(area.with_name("to-the-countryside.yml"))
    found = [one for one in load(published)[1] if one.place.path == "data/ledger.txt"]
    assert [one.wrong.en for one in found] == [
        "/data/records/activities/technology-to-the-countryside.json was published and is gone (简体).",
        "/outreach/technology-to-the-countryside/ was published and is gone (简体、繁體、English).",
    ]
    lines = (published / "ledger.txt").read_text("utf-8").splitlines()
    assert all(lines[one.place.line - 1].split(" ")[0].endswith(one.wrong.en.split(" ")[0]) for one in found)
    assert "retired/" in found[0].fix.zh and "moved_to" in found[0].fix.en


def test_a_lost_figure_is_told_at_once(published: Path, change: Change) -> None:
    """As a figure; where the ledger is from before it knew figures, by its address."""
    without_seedlings(change, published)

    def wrong() -> list[str]:
        return [one.wrong.zh for one in load(published)[1] if one.place.path == "data/ledger.txt"]

    name = "technology-to-the-countryside"
    assert wrong() == [f"数据 {name}.seedlings 公布过“30万”，现在没有了，也没有更正。"]
    ledger = read_ledger(published)
    (published / "ledger.txt").write_text(ledger_text(ledger.addresses), "utf-8")
    assert wrong() == [f"已经公布的网址 /outreach/{name}/#figure-seedlings 不见了（简体、繁體、English）。"]


def test_any_other_lost_anchor_fails_the_build(
    published: Path, change: Change, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change("activities/science-week.yml", "id: topics", "id: themes")
    retire(published, "astray", ["/about/#what"], "moved_to: /outreach/science-week/#list-topics")
    assert build(published, tmp_path / "site") is None
    said = capsys.readouterr().err
    assert "/outreach/science-week/#list-topics was published and is gone (简体、繁體、English)." in said
    assert "There is no /outreach/science-week/#list-topics on the site." in said
    assert "data/ledger.txt:" in said and "data/retired/astray.yml:1:1" in said
    assert "2 problems." in said and not (tmp_path / "site").exists()


def test_what_is_not_for_readers_is_not_entered(addressed: Path, tmp_path: Path) -> None:
    """A site that is built for an address and then for none lacks its sitemap; that loses nobody anything."""
    names = (*FOR_HOSTS, "sitemap.xml", "build.json", "SHA256SUMS", "en/404.html")
    assert [one for one in names if not (addressed / one).exists()] == []
    assert not {f"/{one}" for one in names} & published_in(addressed).keys()
    for name in names:
        assert list(losses(parsed_ledger(f"/{name}\n"), {}, {})) == [], name
    assert len(list(losses(parsed_ledger("/llms.txt\n/about/sitemap.xml\n"), {}, {}))) == 2


@pytest.fixture(scope="module")
def renamed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which a list and a record were renamed and a page withdrawn, and all of that is covered."""
    folder, old = tmp_path_factory.mktemp("renamed"), "technology-to-the-countryside"
    published = Path(shutil.copytree(DATA, folder / "data"))
    add(published, site)
    week = published / "activities/science-week.yml"
    week.write_text(week.read_text("utf-8").replace("id: topics", "id: themes"), "utf-8")
    page = "/outreach/science-week/"
    retire(published, "topics", [f"{page}#list-topics"], f"moved_to: {page}#list-themes")
    retire(published, "still-there", ["/about/#what"], "moved_to: /feedback/")
    with (published / "ledger.txt").open("a", encoding="utf-8") as ledger:
        ledger.write("".join(f"/{language.prefix}outreach/open-day/ figure-visitors title\n" for language in LANGUAGES))
        ledger.write("/data/records/activities/open-day.json\n")
    retire(published, "open-day", ["/outreach/open-day/", "/data/records/activities/open-day.json"], WITHDRAWN)
    (published / f"activities/{old}.yml").rename(published / "activities/to-the-countryside.yml")
    bureau = (published / "bureau.yml").read_text("utf-8")
    (published / "bureau.yml").write_text(bureau.replace(f"{old}.", "to-the-countryside."), "utf-8")
    retire(published, "page", [f"/outreach/{old}/", f"/print/#{old}"], "moved_to: /outreach/to-the-countryside/")
    file = "/data/records/activities/to-the-countryside.json"
    retire(published, "file", [f"/data/records/activities/{old}.json"], f"moved_to: {file}")
    assert build(published, folder / "site")
    return folder / "site"


def test_a_moved_page_leads_on(renamed: Path, browser: Browser) -> None:
    """On a plain file server, and in a browser without scripts."""
    old = "outreach/technology-to-the-countryside/"
    with served(renamed) as address, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for language in LANGUAGES:
            source = html.parse(str(renamed / language.prefix / old / "index.html")).getroot()
            assert source.get("lang") == language.tag
            assert source.xpath("//link[@rel='canonical']/@href") == ["../to-the-countryside/"]
            assert source.xpath("//main//a/@href") == ["../to-the-countryside/"]
            assert source.xpath("//h1")[0].text_content() and source.xpath("//header[@class='top']")
            page.goto(f"{address}{language.prefix}{old}")
            page.wait_for_url(f"{address}{language.prefix}outreach/to-the-countryside/")
    folder = renamed / "data/records/activities"
    moved, now = (folder / f"{one}.json" for one in ("technology-to-the-countryside", "to-the-countryside"))
    assert moved.read_bytes() == now.read_bytes()


def test_a_moved_anchor_stays_with_a_note(renamed: Path) -> None:
    for language in LANGUAGES:
        page = html.parse(str(renamed / language.prefix / "outreach/science-week/index.html")).getroot()
        (kept,) = page.xpath("//*[@id='list-topics']")
        assert kept.xpath(".//a/@href") == ["#list-themes"] and kept.xpath("./h3")[0].text_content()
        page = html.parse(str(renamed / language.prefix / "about/index.html")).getroot()
        assert [one.tag for one in page.xpath("//*[@id='what']")] == ["h2"], "what is still there needs no note"


def test_a_withdrawn_page_says_so_in_every_language(renamed: Path) -> None:
    for language, words in zip(LANGUAGES, ("记录有误", "記錄有誤", "It was in error"), strict=True):
        page = html.parse(str(renamed / language.prefix / "outreach/open-day/index.html")).getroot()
        said = page.xpath("//main")[0].text_content()
        assert words in said and page.xpath("//time/@datetime") == ["2001-08-01"]
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert not page.xpath("//meta[@http-equiv='refresh']")
    told = json.loads((renamed / "data/records/activities/open-day.json").read_text("utf-8"))
    assert told["withdrawn"] is True and told["why"]["en"] == "It was in error"


def test_a_withdrawn_figure_leaves_its_anchor_to_its_erratum(full_register: Register, tmp_path: Path) -> None:
    from tests.pages import Shown, html_of, site_of

    page = html_of(
        site_of(full_register), Shown("outreach/science-week.md", "section_record", ("activities", "science-week"))
    )
    assert len(html.fromstring(page).xpath("//*[@id='figure-leaflets']")) == 1
    page = html_of(site_of(full_register), Shown("corrections.md", "corrections"))
    assert not html.fromstring(page).xpath("//*[@id='figure-leaflets']")


def test_a_ledger_that_cannot_be_written_whole_stays_as_it_was(tmp_path: Path) -> None:
    """Run with a limit to the size of files, which ends a write halfway as a full disk does."""
    data = data_folder(tmp_path / "data")
    site = small_site(tmp_path / "site", "one", pages=400)
    (data / LEDGER).write_text(ledger_text({"/once/": frozenset({"here"})}), "utf-8")
    before = (data / LEDGER).read_bytes()
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before) + 4096},) * 2); "
    call = "from macros.publishing.ledger_writing import add; from pathlib import Path; "
    call += f"add(Path({str(data)!r}), Path({str(site)!r}))"
    done = run(sys.executable, "-B", "-c", limited + call)  # The limit would cut compiled modules short as well.
    assert done.returncode != 0 and "OSError" in done.stderr
    assert (data / LEDGER).read_bytes() == before
    assert sorted(path.name for path in data.iterdir()) == ["bureau.yml", LEDGER]
    assert run(sys.executable, "-c", call).returncode == 0
    assert read_ledger(data).addresses.keys() > {"/once/", "/pages/399/"}


def test_what_a_killed_run_left_beside_the_ledger_is_removed(tmp_path: Path) -> None:
    data = data_folder(tmp_path / "data")
    (data / f".{LEDGER}.abcdef{PART_ENDING}").write_text("half")
    add(data, small_site(tmp_path / "site", "one"))
    add(data, tmp_path / "site")
    assert sorted(path.name for path in data.iterdir()) == ["bureau.yml", LEDGER]


@pytest.mark.parametrize(
    ("anchor", "kept"),
    [("check-2", False), ("picture-projects-money", False), ("list-topics", True), ("figure-materials", True)],
)
def test_headings_of_the_software_may_go_and_what_data_names_may_not(anchor: str, kept: bool) -> None:
    """Those of a home page laid out otherwise, say: a bureau that takes a later release has published them."""
    found = {"/": frozenset({"title"})}
    assert len(list(losses(parsed_ledger(f"/ title {anchor}\n"), found, {}))) == kept
