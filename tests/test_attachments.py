"""Attachments and originals: which are taken, how they are published, and that what was published stays."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from macros.building.build import build
from macros.publishing.ledger_writing import add
from macros.records.attached_files import LARGEST_ATTACHED
from macros.register.load import load
from tests.places import DOCS, ROOT
from tests.received_files import Words, docx, ofd, packed, page_of, pdf
from tests.small import TEXT, few_pages, small_bureau

PAGE = (
    "<title>某局</title><div class=nav><a>首页</a> > 正文</div><h1>接待群众</h1><p>发布日期：2032-01-20　来源：某局</p>"
    "<p>上午接待群众1200人次。下午接待群众120人次。全天接待群众近1200人次。</p><script>alert(1)</script>"
)
SENTENCES = TEXT.split()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 24


def office_file(*names: str, **parts: str) -> bytes:
    """A ZIP archive that holds XML files of some names, and a further one with some text."""
    return packed({**dict.fromkeys(names, "<a/>"), **parts})


GENUINE = {
    "annex.pdf": pdf([Words(72, 72, "附件")]),
    "annex.docx": office_file("[Content_Types].xml", "word/document.xml"),
    "annex.xlsx": office_file("xl/workbook.xml"),
    "annex.ofd": office_file("OFD.xml"),
    "annex.doc": OLE,
    "annex.xls": OLE,
    "annex.wps": OLE,
    "annex.png": b"\x89PNG\r\n\x1a\n",
    "annex.jpg": b"\xff\xd8\xff\xe0",
    "annex.html": PAGE.encode(),
}


def attached(*names: str, original: str = "") -> str:
    """The fields of a document that name files."""
    listed = "".join(f"  - file: {name}\n    title:\n      zh: 附件\n      en: Annex\n" for name in names)
    return (f"attachments:\n{listed}" if names else "") + (f"original: {original}\n" if original else "")


def bureau(folder: Path, fields: str, **files: bytes) -> Path:
    """The small bureau, its document naming files; ``files`` by name."""
    data = small_bureau(folder)
    document = data / "documents/report.yml"
    document.write_text(document.read_text("utf-8").replace("translations:", f"{fields}translations:"), "utf-8")
    for name, content in files.items():
        (data / "documents" / name).write_bytes(content)
    return data


def said(data: Path) -> list[str]:
    """Where each problem of a data folder is, and what it says is wrong."""
    return [f"{one.place.path} {one.field} {one.wrong.en}" for one in load(data)[1]]


@pytest.mark.parametrize("name", GENUINE)
def test_each_kind_is_taken_and_told_from_every_other(name: str, tmp_path: Path) -> None:
    assert said(bureau(tmp_path / "right", attached(name), **{name: GENUINE[name]})) == []
    others = {content for content in GENUINE.values() if content != GENUINE[name]}
    for at, other in enumerate(sorted(others)):
        (problem,) = said(bureau(tmp_path / str(at), attached(name), **{name: other}))
        assert "attachments[0].file" in problem and f"not of the format {name.rpartition('.')[2]}" in problem


PDF = GENUINE["annex.pdf"]
MAKERS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "docx": lambda lines: docx("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)),
    "pdf": lambda lines: pdf(page_of(lines)),
    "ofd": lambda lines: ofd(page_of(lines)),
}
BLACKED = pdf([*page_of(SENTENCES), Words(72, 500, "密件"), "q 0 g 70 325 30 20 re f Q"])
"""The document, and two words below it that are covered in black and still there."""
WRONG: dict[str, tuple[str, dict[str, bytes], list[str]]] = {
    # what is wrong: the fields, the files, and words of each problem
    "a file that is not there": (attached("a.pdf"), {}, ['no file "a.pdf"']),
    "an empty file": (attached("a.pdf"), {"a.pdf": b""}, ["is empty"]),
    "a file that nobody names": ("", {"a.pdf": PDF}, ["No document names"]),
    "one that nobody names, in capitals": ("", {"a.PDF": PDF}, ["No document names"]),
    "a kind that is not published": ("", {"a.svg": b"<svg/>"}, ["Nothing reads"]),
    "a kind that is not published, named": (attached("a.svg"), {"a.svg": b"<svg/>"}, ["Nothing reads", "file"]),
    "a name with folders": (attached("../a.pdf"), {}, ["attachments[0].file"]),
    "a whole path": (attached("/etc/a.pdf"), {}, ["attachments[0].file"]),
    "a name with the other slash": (attached("'..\\a.pdf'"), {}, ["attachments[0].file"]),
    "a hidden name": (attached(".a.pdf"), {}, ["attachments[0].file"]),
    "a name that Windows keeps": (attached("con.pdf"), {"con.pdf": PDF}, ["reserved name"]),
    "a name twice": (attached("a.pdf", "a.pdf"), {"a.pdf": PDF}, ["more than once"] * 2),
    "names that differ in capitals": (
        attached("a.pdf", "A.pdf"),
        {"a.pdf": PDF, "A.pdf": PDF},
        ["in capitals alone"] * 2,
    ),
    "an original that is an attachment too": (
        attached("a.doc", original="a.doc"),
        {"a.doc": OLE},
        ["more than once"] * 2,
    ),
    "a page whose text differs": (
        attached(original="a.html"),
        {"a.html": PAGE.replace("120人次。全", "130人次。全").encode()},
        ["Line 2 of the verbatim text is not what the original says"],
    ),
    "a page that says more": (
        attached(original="a.html"),
        {"a.html": f"{PAGE}<p>更多".encode()},
        ["Line 4 of the verbatim text is not what the original says"],
    ),
    "a page as the text says": (attached(original="a.html"), {"a.html": PAGE.encode("gbk")}, []),
    **{
        f"{ending}: {case}": (attached(original=f"a.{ending}"), {f"a.{ending}": make(lines)}, words)
        for ending, make in MAKERS.items()
        for case, lines, words in (
            ("as the text says", SENTENCES, []),
            ("the text differs", [SENTENCES[0], SENTENCES[1].replace("120", "130")], ["Line 2 of the verbatim text"]),
            ("says more", [*SENTENCES, "更多。"], ["of the verbatim text is not what the original says"]),
        )
    },
    "an original that covers words": (attached(original="a.pdf"), {"a.pdf": BLACKED}, ["covers 2 characters"]),
    "an attachment that covers words": (attached("a.pdf"), {"a.pdf": BLACKED}, ["covers 2 characters"]),
    "a scan": (attached(original="a.pdf"), {"a.pdf": pdf([], picture=True)}, []),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_with_a_file_is_told(case: str, tmp_path: Path) -> None:
    fields, files, words = WRONG[case]
    found = said(bureau(tmp_path, fields, **files))
    assert len(found) == len(words), found
    assert all(any(word in one for one in found) for word in words), found


MOBILE = "13912345678"
HELD: dict[str, tuple[str, bytes | Callable[[], bytes], list[str]]] = {
    # where a number stands: the file, what it holds (what takes long is made by its test), and words of each problem
    "a page: what is hidden": ("a.html", f"<p hidden>{MOBILE}</p>".encode(), ["mobile"]),
    "a page: markup within it": ("a.html", b"<p style='display:none'>139<b>1234</b>5678", ["mobile"]),
    "a page: a comment": ("a.html", f"<p>a<!-- {MOBILE} -->".encode(), ["mobile"]),
    "a page: a script": ("a.html", f"<p>a<script>x='{MOBILE}'</script>".encode(), ["mobile"]),
    "a page: an attribute": ("a.html", f"<p><a href='tel:{MOBILE}'>a</a>".encode(), ["mobile"]),
    "a page: entities in an attribute": ("a.html", b"<p title='139&#49;2345678'>a", ["mobile"]),
    "a page: its title": ("a.html", f"<title>a {MOBILE}</title><h1>b</h1>".encode(), ["mobile"]),
    "a page: full-width, in GBK": ("a.html", "<p hidden>电话１３９１２３４５６７８".encode("gbk"), ["mobile"]),
    "a page: an identity number": ("a.html", b"<p hidden>110101190001011234", ["identity-card"]),
    "a page: a list in a script": ("a.html", b"<p>a<script>[1,3,9,1,2,3,4,5,6,7,8]</script>", []),
    "text: a paragraph in runs": (
        "a.docx",
        office_file(**{"word/document.xml": "<b><p><r><t>139</t></r><r><t>1234</t></r><r><t>5678</t></r></p></b>"}),
        ["word/document.xml"],
    ),
    "text: a tab before it": (
        "a.docx",
        office_file(**{"word/document.xml": f"<b><p><t>2</t><tab/><t>{MOBILE}</t></p></b>"}),
        ["mobile"],
    ),
    "text: a comment of a reviewer": (
        "a.docx",
        office_file("word/document.xml", **{"word/comments.xml": f"<c><p><t>{MOBILE}</t></p></c>"}),
        ["word/comments.xml"],
    ),
    "text: an address of a link": (
        "a.docx",
        office_file("word/document.xml", **{"word/_rels/document.xml.rels": f"<R><r Target='tel:{MOBILE}'/></R>"}),
        ["mobile"],
    ),
    "table: a number": (
        "a.xlsx",
        office_file("xl/workbook.xml", **{"xl/s.xml": f"<s><c><v>{MOBILE}</v></c></s>"}),
        ["xl/s.xml"],
    ),
    "table: a calculated fraction": (
        "a.xlsx",
        office_file("xl/workbook.xml", **{"xl/s.xml": "<s><c><f>A1</f><v>0.13912345678</v></c></s>"}),
        [],
    ),
    "table: shared words": (
        "a.xlsx",
        office_file(
            "xl/workbook.xml", **{"xl/sharedStrings.xml": "<s><si><r><t>139</t></r><r><t>12345678</t></r></si></s>"}
        ),
        ["mobile"],
    ),
    "table: cells are not read as one": (
        "a.xlsx",
        office_file("xl/workbook.xml", **{"xl/s.xml": "<s><c><v>139</v></c><c><v>12345678</v></c></s>"}),
        [],
    ),
    "pages: a line": ("a.pdf", pdf([Words(72, 72, f"电话：{MOBILE}。")]), ["mobile"]),
    "pages: in two rows": ("a.pdf", pdf([*page_of(["字" * 33 + MOBILE])]), ["mobile"]),
    "pages: hidden": ("a.pdf", pdf([Words(72, 72, MOBILE, invisible=True)], picture=True), ["mobile"]),
    "pages: beside the page": ("a.pdf", pdf([Words(72, -72, MOBILE)]), ["mobile"]),
    "pages: a scan": ("a.pdf", pdf([], picture=True), []),
    "pages: damaged": ("a.pdf", b"%PDF-1.7\nnone", ["cannot be searched"]),
    "page format: a line": (
        "a.ofd",
        office_file(
            "OFD.xml",
            **{"Doc_0/Pages/Page_0/Content.xml": f"<o><TextObject><TextCode>{MOBILE}</TextCode></TextObject></o>"},
        ),
        ["mobile"],
    ),
    "page format: places of many digits": (
        "a.ofd",
        office_file("OFD.xml", **{"c.xml": '<o b="69.99999999999999 0.3528" c="g 13 9.12345678"/>'}),
        [],
    ),
    "page format: a number among places": (
        "a.ofd",
        office_file("OFD.xml", **{"c.xml": f'<o b="0.5 {MOBILE}"/>'}),
        ["mobile"],
    ),
    "XML that is none": ("a.docx", office_file(**{"word/document.xml": "<a>"}), ["cannot be searched"]),
    "a bomb": (
        "a.docx",
        lambda: office_file("word/document.xml", **{"word/b.xml": "<a>" + " " * (64 * 2**20) + "</a>"}),
        ["cannot be searched"],
    ),
    "a bomb of entities": (
        "a.docx",
        office_file(
            **{
                "word/document.xml": "<!DOCTYPE a [<!ENTITY b0 'bbbbbbbbbbbbbbbb'>"
                + "".join(f"<!ENTITY b{at + 1} '{f'&b{at};' * 16}'>" for at in range(9))
                + "]><a>&b9;</a>"
            }
        ),
        ["cannot be searched"],
    ),
    "a bomb of parts": (
        "a.docx",
        lambda: office_file("word/document.xml", *(f"{at}.xml" for at in range(10_001))),
        ["cannot be"],
    ),
}


@pytest.mark.parametrize("case", HELD)
def test_personal_numbers_in_files_are_told(case: str, tmp_path: Path) -> None:
    name, content, words = HELD[case]
    held = content if isinstance(content, bytes) else content()
    found = said(bureau(tmp_path, attached(name), **{name: held}))
    assert len(found) == len(words) and all(any(word in one for one in found) for word in words), found
    assert not any(MOBILE[2:] in one for one in found)


def test_office_numbers_in_files_are_allowed(tmp_path: Path) -> None:
    data = bureau(tmp_path, attached("a.html"), **{"a.html": f"<p hidden>{MOBILE}".encode()})
    with (data / "bureau.yml").open("a", encoding="utf-8") as opened:
        opened.write(f'office_numbers:\n  - "{MOBILE}"\n')
    assert said(data) == []


def link_to_secret(file: Path) -> None:
    """A link that leads out of the folder."""
    secret = file.parent.parent.parent / "secret.pdf"
    secret.write_bytes(PDF)
    file.symlink_to(secret)


def too_large(file: Path) -> None:
    """A file of 100 MB, which takes up no room."""
    with file.open("wb") as opened:
        opened.write(PDF)
        opened.truncate(100 * 2**20)


def as_large_as_can_be(file: Path) -> None:
    """A file of the largest size taken."""
    with file.open("wb") as opened:
        opened.write(PDF.ljust(LARGEST_ATTACHED - len(end := PDF[PDF.rindex(b"startxref") :]), b"\n") + end)


ODD: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "a link": (link_to_secret, ["links are not read", "no plain file"]),
    "a folder": (Path.mkdir, ["no plain file"]),
    "100 MB": (too_large, ["over 25 MB"]),
    "the largest": (as_large_as_can_be, []),
}


@pytest.mark.parametrize("case", ODD)
def test_what_is_no_file_to_publish_is_told(case: str, tmp_path: Path) -> None:
    make, words = ODD[case]
    data = bureau(tmp_path, attached("a.pdf"))
    make(data / "documents/a.pdf")
    found = said(data)
    assert len(found) == len(words) and all(any(word in one for one in found) for word in words), found


def test_two_documents_cannot_name_one_file(tmp_path: Path) -> None:
    data = bureau(tmp_path, attached("a.pdf"), **{"a.pdf": PDF})
    second = (data / "documents/report.yml").read_text("utf-8").replace("report.txt", "second.txt")
    (data / "documents/second.yml").write_text(second, "utf-8")
    (data / "documents/second.txt").write_bytes((data / "documents/report.txt").read_bytes())
    told = [one for one in said(data) if "more than once" in one]
    assert [one.split()[0] for one in told] == ["data/documents/report.yml", "data/documents/second.yml"]


def docs_with_catalogue(folder: Path) -> Path:
    """A few pages of prose, and the catalogue."""
    few_pages(folder)
    for name in ("catalogue.md", "en/catalogue.md"):
        shutil.copyfile(DOCS / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The data folder of a bureau with a file of every kind, an original and one left alone, and its site, built."""
    folder = tmp_path_factory.mktemp("attached")
    kinds = {name: content for name, content in GENUINE.items() if name != "annex.html"}
    data = bureau(folder, attached(*kinds, original="report.html"), **kinds, **{"report.html": PAGE.encode("gbk")})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCS", str(docs_with_catalogue(folder / "docs")))
        assert build(data, folder / "site")
    return data, folder / "site"


def test_files_are_published_as_they_were_received(published: tuple[Path, Path]) -> None:
    """To the byte, and no other; a web page as text, which no browser runs."""
    data, site = published
    files = {one.name for one in (site / "sources/report").iterdir()} - {"index.html", "report.txt"}
    assert files == {*GENUINE, "report.html.txt"} - {"annex.html"}
    for name in files:
        received = data / "documents" / name.removesuffix(".txt")
        assert (site / "sources/report" / name).read_bytes() == received.read_bytes()
    sums = (site / "SHA256SUMS").read_text("utf-8")
    assert all(f"sources/report/{name}" in sums for name in files)


@pytest.mark.parametrize(
    ("folder", "words"),
    [("", ("附件", "（PDF，1 KB）", "收到的原件")), ("en/", ("Annex", "(PDF, 1 KB)", "The file as received"))],
    ids=["Chinese", "English"],
)
def test_the_page_offers_them_with_type_and_size(published: tuple[Path, Path], folder: str, words: list[str]) -> None:
    page = (published[1] / folder / "sources/report/index.html").read_text("utf-8")
    assert all(word in page for word in words)
    assert 'download="report.html"' in page and "report.html.txt" in page
    assert hashlib.sha256(PDF).hexdigest() in page


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("", ("原件中未编入正文的内容（3处）", "页面部件：", "发布信息行：", "脚本或样式：")),
        ("zh-hant/", ("發佈信息行：",)),
        ("en/", ("beside the document (3)", "part of the page: ", "line of publication: ")),
    ],
    ids=["Chinese", "Traditional", "English"],
)
def test_the_page_tells_what_was_left_out(published: tuple[Path, Path], folder: str, words: list[str]) -> None:
    page = (published[1] / folder / "sources/report/index.html").read_text("utf-8")
    assert all(word in page for word in words), words
    assert " &gt; 正文</span>" in page and "2032-01-20" in page and "alert(1)</span>" in page


def test_the_catalogue_names_them(published: tuple[Path, Path]) -> None:
    rows = json.loads((published[1] / "data/catalogue.json").read_bytes())
    (named,) = [row["files"] for row in rows if row["kind"] == "document"]
    assert set(named.split()) == {*GENUINE, "report.html"} - {"annex.html"}
    assert not any(row["files"] for row in rows if row["kind"] != "document")
    page = (published[1] / "catalogue/index.html").read_text("utf-8")
    assert all(f'download="{name}"' in page for name in named.split())


def test_the_catalogue_for_harvesters_holds_them(published: tuple[Path, Path]) -> None:
    data, site = published
    held = json.loads((site / "data/catalogue.jsonld").read_bytes())["dcat:dataset"]
    (table,) = [one for one in held if one["dct:identifier"] == "attachments"]
    files = {one["dct:title"]: one for one in table["dcat:distribution"] if one["@id"].startswith("../")}
    assert files.keys() == {*GENUINE, "report.html"} - {"annex.html"}
    for name, one in files.items():
        content = (site / "data" / one["dcat:downloadURL"]["@id"]).resolve().read_bytes()
        assert content == (data / "documents" / name).read_bytes()
        assert one["dcat:byteSize"]["@value"] == str(len(content))


def test_where_there_are_none_nothing_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records and tables are as before there were any."""
    monkeypatch.setenv("DOCS", str(few_pages(tmp_path / "docs")))
    assert build(small_bureau(tmp_path), tmp_path / "site")
    record = json.loads((tmp_path / "site/data/records/documents/report.json").read_bytes())
    assert not record.keys() & {"attachments", "original", "framing"} and record["notes"] == []
    assert "files" not in (tmp_path / "site/data/catalogue.csv").read_text("utf-8-sig").splitlines()[0].split(",")


def test_open_data_lists_them(published: tuple[Path, Path]) -> None:
    data, site = published
    rows = json.loads((site / "data/attachments.json").read_bytes())
    assert {row["file"] for row in rows} == {*GENUINE, "report.html"} - {"annex.html"}
    for row in rows:
        content = (data / "documents" / row["file"]).read_bytes()
        assert (row["bytes"], row["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    for catalogue in ("data/datapackage.json", "data/catalogue.jsonld"):
        assert "attachments.csv" in (site / catalogue).read_text("utf-8"), catalogue


def test_what_was_published_stays(published: tuple[Path, Path], tmp_path: Path) -> None:
    data, site = published
    assert add(data, site) and said(data) == []
    annex = data / "documents/annex.pdf"
    try:
        annex.write_bytes(PDF + b"\n")
        assert [one for one in said(data) if "was published" in one]
    finally:
        annex.write_bytes(PDF)
    assert said(data) == []


def test_the_text_of_a_page_is_made_by_a_command(tmp_path: Path) -> None:
    """It says what it left out, makes what the rule asks for, and overwrites nothing that differs."""
    data = bureau(tmp_path, attached(original="report.html"), **{"report.html": PAGE.encode()})
    text = data / "documents/report.txt"
    text.unlink()
    command = [sys.executable, "-m", "macros", "text", str(data / "documents/report.html")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert "首页 > 正文" in done.stdout.decode() and "发布日期" in done.stdout.decode()
    assert said(data) == []
    text.write_text("另一份\n", "utf-8")
    again = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert again.returncode != 0 and text.read_text("utf-8") == "另一份\n"
    assert b"Traceback" not in again.stderr and "not overwritten" in (again.stderr + again.stdout).decode()


def test_a_text_is_told_to_be_one_already(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("某局2031年总结".encode("gb18030"))
    done = subprocess.run(
        [sys.executable, "-m", "macros", "text", str(tmp_path / "a.txt")], cwd=ROOT, capture_output=True
    )
    told = done.stderr.decode("utf-8")
    assert done.returncode and "is a text already" in told and "Move it away" not in told
    assert (tmp_path / "a.txt").read_bytes() == "某局2031年总结".encode("gb18030")
