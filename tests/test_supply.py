"""What the site is made with: hashes, licences, the bill of materials, links to other sites, and the way out."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import cyclonedx.schema
import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource

from tests.places import ROOT
from tests.serving import running
from tests.tools.supply import links, way_out
from tests.tools.supply.bill import STEMMER, bill
from tests.tools.supply.licences import allowed, known, rows, stated
from tests.tools.supply.locks import PURPOSES, Locked, locked, locked_in, node_packages, written

ROWS = re.compile(r"^\| `(macros/[\w/]+\.py)` \|(.*)$", re.MULTILINE)
SCHEMAS = Path(cyclonedx.schema.__file__).parent / "_res"


@pytest.mark.parametrize("file", PURPOSES)
def test_every_package_has_hashes(file: str) -> None:
    found = locked_in(file)
    assert (len(found) > 20) is (file != "requirements/pip.txt") and found
    assert [one.name for one in found if not one.hashes] == []
    assert "://" not in (ROOT / file).read_text("utf-8"), "the address of a registry"


def test_a_lock_file_holds_nothing_else() -> None:
    assert locked("one==1 \\\n    --hash=sha256:" + "a" * 64)[0].hashes == ("a" * 64,)
    assert locked("one==1 ; sys_platform == 'win32' \\\n    --hash=sha256:" + "a" * 63)[0].hashes == ()
    for line in ("one>=1", "one @ git+ssh://example.org/one", "--index-url x", "-e .", "./one.whl"):
        with pytest.raises(ValueError):
            locked(line)


def test_node_packages_have_hashes() -> None:
    found = node_packages()
    assert len(found) > 20
    assert [name for name, said in found.items() if not said.get("integrity", "").startswith("sha512-")] == []


def test_the_way_out_has_no_mkdocs() -> None:
    names = {one.name for one in locked_in("requirements/properdocs.txt")}
    assert "properdocs" in names and "mkdocs" not in names


def test_the_way_out_has_the_same_versions() -> None:
    site = {(one.name, one.version) for one in locked_in("requirements/site.txt")}
    other = {(one.name, one.version) for one in locked_in("requirements/properdocs.txt")}
    assert {name for name, _ in other - site} == {"properdocs"}


def test_the_list_of_licences_is_up_to_date() -> None:
    assert written() == rows(), (
        "请运行 make licences 并提交 dependencies.md。 Run make licences and commit dependencies.md."
    )


def test_every_licence_is_allowed() -> None:
    assert len(written()) > 200
    refused = {name: found for (name, purpose), found in written().items() if not allowed(found, purpose)}
    assert refused == {}
    assert [found for found in written().values() if not known(found)] == []


@pytest.mark.parametrize(
    ("licence", "purpose", "may"),
    [
        ("MIT", "site", True),
        ("MIT OR GPL-3.0-only", "site", True),
        ("MIT AND GPL-3.0-only", "site", False),
        ("MIT AND PSF-2.0", "site", True),
        ("LGPL-3.0-only", "site", False),
        ("LGPL-3.0-only", "checks", True),
        ("AGPL-3.0-only", "checks", False),
        ("?", "checks", False),
    ],
)
def test_what_is_allowed(licence: str, purpose: str, may: bool) -> None:
    assert allowed(licence, purpose) is may


def test_a_licence_is_what_the_package_states() -> None:
    assert stated("numpy") == "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0"
    assert stated("opencc") == "Apache-2.0"
    assert stated("no-such-package") is None


def test_the_bill_of_materials_is_valid() -> None:
    schemas = [json.loads(path.read_text("utf-8")) for path in SCHEMAS.glob("*.schema.json")]
    registry: Registry[object] = Registry().with_resources((one["$id"], Resource.from_contents(one)) for one in schemas)
    (schema,) = [one for one in schemas if one["$id"].endswith("/bom-1.6.schema.json")]
    checker = Draft7Validator(schema, registry=registry)
    found = json.loads(json.dumps(bill()))
    assert [error.message[:200] for error in checker.iter_errors(found)] == []
    assert list(checker.iter_errors(found | {"specVersion": 1})) != []


def test_the_bill_of_materials_is_whole() -> None:
    found = bill()
    refs = [one["bom-ref"] for one in found["components"]]
    expected = [f"pkg:pypi/{one.name}@{one.version}" for one in locked_in("requirements/site.txt")]
    assert refs == [*expected, STEMMER]
    assert (ROOT / STEMMER).is_file()
    tree = {one["ref"]: one["dependsOn"] for one in found["dependencies"]}
    assert set(tree) == {*refs, "open-bureau"}
    assert {ref for needed in tree.values() for ref in needed} == set(refs), "something is there that nobody asked for"


def test_the_bill_of_materials_is_always_the_same(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "tests.tools.supply.bill", str(tmp_path / seed / "bill.json")]
        subprocess.run(command, cwd=ROOT, env={"PYTHONHASHSEED": seed}, check=True, capture_output=True)
    assert (tmp_path / "1/bill.json").read_bytes() == (tmp_path / "2/bill.json").read_bytes()


def test_the_stemmer_of_readers_is_of_the_version_stated() -> None:
    (stemmer,) = [one for one in bill()["components"] if one["bom-ref"] == STEMMER]
    assert version("snowballstemmer") == stemmer["version"]
    assert f"Snowball {stemmer['version']}" in (ROOT / STEMMER).read_text("utf-8")


class Answering(BaseHTTPRequestHandler):
    """Answers with the status that the path names; 302 leads on to one that is there."""

    def do_GET(self) -> None:
        status = int(self.path.strip("/"))
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/200")
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""


@pytest.fixture
def other_site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A site that answers as asked."""
    monkeypatch.setattr(links, "PAUSE", 0.0)
    with running(ThreadingHTTPServer(("127.0.0.1", 0), Answering)) as address:
        yield address


@pytest.mark.parametrize(
    ("status", "alive"), [(200, True), (302, True), (403, True), (404, False), (410, False), (429, True), (503, False)]
)
def test_a_link_is_dead_or_alive(other_site: str, status: int, alive: bool) -> None:
    assert links.alive(links.answer(f"{other_site}{status}")) is alive


def test_nobody_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "PAUSE", 0.0)
    for address in ("http://127.0.0.1:1/", "http://[", "http://nowhere.invalid/"):
        said = links.answer(address)
        assert isinstance(said, str) and said and not links.alive(said)


def test_dead_links_fail_and_are_told_with_their_pages(
    other_site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = f"""<a href="{other_site}404#part">x</a> <a href="{other_site}200">y</a> <a href="../inside/">z</a>
    <a href="https://own.example/page/">w</a> <a href="mailto:a@b.c">v</a> <a>u</a>"""
    (tmp_path / "sub").mkdir()
    (tmp_path / "index.html").write_text(page, "utf-8")
    (tmp_path / "sub/index.html").write_text(page, "utf-8")
    assert links.main([str(tmp_path), "https://own.example/"]) == 1
    told = capsys.readouterr().out
    assert f"✗ 404  {other_site}404  (index.html, sub/index.html)" in told
    assert "links to other sites: 2; 打不开 dead: 1" in told
    (tmp_path / "index.html").write_text(f'<a href="{other_site}200">y</a>', "utf-8")
    (tmp_path / "sub/index.html").unlink()
    assert links.main([str(tmp_path), "https://own.example/"]) == 0
    assert links.main([str(tmp_path / "sub")]) == 2


def test_what_differs_between_two_sites_is_told(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name / "sub").mkdir(parents=True)
        for file in ("same", "sub/changed", f"sub/only-{name}"):
            (tmp_path / name / file).write_text(f"{name if 'changed' in file else ''}", "utf-8")
    one, other = tmp_path / "one", tmp_path / "other"
    assert way_out.compare(one, one) == []
    assert way_out.compare(one, other) == ["sub/changed: changed", "sub/only-one: missing", "sub/only-other: added"]


@pytest.mark.parametrize(
    ("file", "content", "differs"),
    [
        ("build.json", '{"commit": "1", "versions": {"properdocs": "1"}}', False),
        ("build.json", '{"commit": "2", "versions": {"mkdocs": "1"}}', True),
        ("SHA256SUMS", "00  index.html\n22  build.json\n", False),
        ("SHA256SUMS", "33  index.html\n11  build.json\n", True),
        ("SHA256SUMS", "00  index.html\n11  sub/build.json\n", True),
    ],
)
def test_only_what_the_engine_is_called_may_differ(tmp_path: Path, file: str, content: str, differs: bool) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "build.json").write_text('{"commit": "1", "versions": {"mkdocs": "1"}}', "utf-8")
        (tmp_path / name / "SHA256SUMS").write_text("00  index.html\n11  build.json\n", "utf-8")
    (tmp_path / "other" / file).write_text(content, "utf-8")
    assert way_out.compare(tmp_path / "one", tmp_path / "other") == ([f"{file}: changed"] if differs else [])


def test_versions_installed_are_those_locked() -> None:
    """The tests run with what is locked, or prove nothing about it."""
    versions: dict[str, set[str]] = {}
    for one in locked_in("requirements/site.txt"):  # Some are locked at two versions, for older and newer Pythons.
        versions.setdefault(one.name, set()).add(one.version)
    installed = {one.name: one.version for one in map(installation, versions) if one}
    assert len(installed) > 30
    assert {name: found for name, found in installed.items() if found not in versions[name]} == {}


def installation(name: str) -> Locked | None:
    """The package as it is installed here, if it is."""
    try:
        return Locked(name, version(name), ())
    except PackageNotFoundError:
        return None


def test_the_page_on_the_engine_names_all_that_binds_us() -> None:
    page = (ROOT / "docs/maintainers/engine.md").read_text("utf-8")
    imported = {
        f"{path.relative_to(ROOT).as_posix()} {name}"
        for path in (ROOT / "macros").rglob("*.py")
        for name in re.findall(
            r"^\s*(?:from|import) (mkdocs[\w.]*|material[\w.]*)", path.read_text("utf-8"), re.MULTILINE
        )
    }
    listed = {f"{file} {name}" for file, row in ROWS.findall(page) for name in re.findall(r"`(mkdocs[\w.]+)`", row)}
    assert len(imported) > 5
    assert listed == imported
    events = set(re.findall(r"^def (on_\w+)", (ROOT / "macros/hooks.py").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`(on_\w+)`", "".join(row for _, row in ROWS.findall(page)))) == events
