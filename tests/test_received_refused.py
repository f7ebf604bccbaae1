"""Files that cannot be read are refused in plain words, in bounded time and memory, whatever they hold."""

from __future__ import annotations

import http.server
import random
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.received import pdf as pdf_reader
from macros.received.lines import LARGEST_RECEIVED, CannotReadError
from macros.received.read import read_received
from tests.received_files import W, Words, docx, ofd, packed, page_of, pdf
from tests.test_received_docx import paragraph

TEXT = [Words(72, 72, "全年办班3期。")]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
BODY = f"<w:document {W}><w:body>{paragraph('甲')}</w:body></w:document>"
DEEP = 5000


def encrypted(data: bytes) -> bytes:
    """A ZIP archive that says that its parts are locked."""
    return data.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )


def locked_pdf() -> bytes:
    """A PDF file that wants a password, with nonsense for what it is checked against."""
    lock = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32)
    return pdf(TEXT).replace(b"/Root 1 0 R", b"/Root 1 0 R/ID[<00><00>]/Encrypt " + lock)


def odt(text: str, link: str) -> bytes:
    """A file of LibreOffice with a text and a picture elsewhere."""
    kinds = {"office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible", "manifest": "manifest"}
    spaces = " ".join(f'xmlns:{at}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"' for at, kind in kinds.items())
    picture = f'<draw:image xlink:href="{link}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
    frame = f'<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char">{picture}</draw:frame>'
    kind = "application/vnd.oasis.opendocument.text"
    return packed(
        {
            "mimetype": kind,
            "content.xml": f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'office:version="1.2"><office:body><office:text><text:p>{text}{frame}</text:p></office:text></office:body>'
            "</office:document-content>",
            "META-INF/manifest.xml": f"<manifest:manifest {spaces}>"
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        }
    )


def bomb_in_pdf() -> bytes:
    """A PDF file with a page of four thousand million blanks."""
    squeezed = zlib.compressobj(9)
    data = b"".join(squeezed.compress(b" " * 10**6) for _ in range(4000)) + squeezed.flush()
    whole = pdf(TEXT)
    begin, end = whole.index(b"<</Length"), whole.index(b"endstream", whole.index(b"FlateDecode"))
    return whole[:begin] + b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\n" % (len(data), data) + whole[end:]


REFUSED: dict[str, tuple[str, bytes | Callable[[], bytes], str]] = {
    # what is wrong: the name of the file, what it holds (what takes long is made by its test), and words of the reason
    "nothing": ("a.docx", b"", "is empty"),
    "over 25 MB": ("a.pdf", lambda: b"%PDF-1.4".ljust(LARGEST_RECEIVED + 1), "over 25 MB"),
    "no text in a Word file": ("a.docx", docx("<w:p/>"), "holds no text"),
    "an archive that ends too early": ("a.docx", docx(paragraph("甲"))[:-60], "damaged"),
    "an archive that is none": ("a.docx", b"PK\x03\x04" + b"\0" * 100, "damaged"),
    "a Word file that is text": ("a.docx", "年报".encode(), "damaged"),
    "a Word file without a body": ("a.docx", packed({"word/document.xml": "<a/>"}), "damaged"),
    "XML that does not end": ("a.docx", packed({"word/document.xml": "<a>"}), "damaged"),
    "a part twice": ("a.docx", packed({"word\\Document.xml": "<a/>", "word/document.xml": BODY}), "damaged"),
    "a locked Word file": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "is locked"),
    "a locked archive": ("a.docx", encrypted(docx(paragraph("甲"))), "is locked"),
    "a bomb in a Word file": (
        "a.docx",
        lambda: packed({"word/document.xml": BODY, **{f"word/{at}.xml": " " * 22 * 2**20 for at in range(3)}}),
        "too large",
    ),
    "a large part": ("a.docx", lambda: packed({"word/document.xml": "<a>" + " " * 33 * 2**20 + "</a>"}), "too large"),
    "parts without end": (
        "a.ofd",
        lambda: packed({"OFD.xml": "<a/>", **{f"{at}": "" for at in range(10_001)}}),
        "too large",
    ),
    "entities": (
        "a.docx",
        packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "/etc/passwd">]><a><body>&b;</body></a>'}),
        "damaged",
    ),
    "elements nested without end": (
        "a.docx",
        docx("<w:sdt><w:sdtContent>" * DEEP + paragraph("甲") + "</w:sdtContent></w:sdt>" * DEEP),
        "damaged",
    ),
    "a Word file of another program's archive": ("a.docx", packed({"xl/workbook.xml": "<a/>"}), "damaged"),
    "a damaged PDF file": ("a.pdf", b"%PDF-1.4\nnothing\nstartxref\n0\n%%EOF", "damaged"),
    "half a PDF file": ("a.pdf", pdf(page_of(["字" * 900]))[:900], "damaged"),
    "a picture called a PDF file": ("a.pdf", b"\x89PNG\r\n\x1a\n", "damaged"),
    "a locked PDF file": ("a.pdf", locked_pdf(), "is locked"),
    "a scan": ("a.pdf", pdf([], picture=True), "is a scan"),
    "a scan whose text was recognised": (
        "a.pdf",
        pdf([Words(72, 72, "甲", invisible=True)], picture=True),
        "is a scan",
    ),
    "drawn text": ("a.ofd", ofd([(72, 72, 172, 72)]), "is a scan"),
    "hidden text alone": ("a.ofd", ofd([Words(72, 72, "甲", invisible=True)]), "is a scan"),
    "characters that nobody knows": ("a.ofd", ofd([Words(72, 72, "\ue000\ue001年")]), "do not tell which characters"),
    "a locked OFD file": ("a.ofd", packed({"OFD.xml": "<a/>", "Doc_0/Encryptions.xml": "<a/>"}), "is locked"),
    "an OFD file without a document": ("a.ofd", packed({"OFD.xml": "<a><DocRoot>x</DocRoot></a>"}), "damaged"),
    "a text in no encoding": ("a.txt", b"\x81\xff\x00\xfe", "in a rare encoding"),
    "a page without elements": ("a.html", b"text", "damaged"),
    "a page without text": ("a.html", b"<p><img src=a.png>", "holds no text"),
    "an archive": ("papers.zip", packed({"a.docx": docx(paragraph("甲"))}), "is an archive"),
    "an archive without an ending": ("papers", packed({"a.txt": "甲"}), "is an archive"),
    "an archive of another kind": ("papers.rar", b"Rar!\x1a\x07\x01\x00" + b"\0" * 99, "is an archive"),
    "an archive of a third kind": ("papers.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 99, "is an archive"),
    "an archive with a password": ("papers.zip", encrypted(packed({"a.txt": "甲"})), "is locked"),
    "a locked file of LibreOffice": (
        "a.odt",
        packed({"content.xml": "x", "META-INF/manifest.xml": "<manifest:encryption-data/>"}),
        "is locked",
    ),
    "a workbook": ("a.xlsx", packed({"xl/workbook.xml": "<a/>"}), "this kind are not read"),
    "a program": ("a.exe", b"MZ\0\0", "this kind are not read"),
    "an older workbook": ("a.xls", OLE, "this kind are not read"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused(case: str, tmp_path: Path) -> None:
    name, data, words = REFUSED[case]
    file = tmp_path / name
    file.write_bytes(data if isinstance(data, bytes) else data())
    begun = time.monotonic()
    with pytest.raises(CannotReadError) as refused:
        read_received(file)
    assert words in refused.value.reason.en and refused.value.reason.zh.endswith("。")
    assert time.monotonic() - begun < 60


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "none.docx"):
        with pytest.raises(CannotReadError, match="not there"):
            read_received(place)


AS_IT_IS: dict[str, tuple[str, bytes]] = {
    "a web page called .doc": ("a.doc", "<html><body><p>全年办班3期。</p></body></html>".encode()),
    "a .docx called .doc": ("a.doc", docx(paragraph("全年办班3期。"))),
    "a .docx called .wps": ("a.WPS", docx(paragraph("全年办班3期。"))),
    "a PDF file called .docx": ("a.docx", pdf(TEXT)),
    "a text in GBK": ("a.txt", "\u3000\u3000全年办班3期。\r\n".encode("gbk")),
    "a web page in GBK, of a long ending": ("a.HTM", "<p>全年办班3期。".encode("gbk")),
}


@pytest.mark.parametrize("case", AS_IT_IS)
def test_a_file_is_read_as_what_it_is(case: str, tmp_path: Path) -> None:
    name, data = AS_IT_IS[case]
    (tmp_path / name).write_bytes(data)
    assert read_received(tmp_path / name).lines == ("全年办班3期。",)


def test_a_page_without_text_among_others_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(TEXT, [], picture=True))
    read = read_received(file)
    assert (read.lines, [(one.why, one.text) for one in read.left_out]) == (("全年办班3期。",), [("empty-page", "2/2")])


def test_what_was_read_is_remembered_by_the_bytes_of_the_file(tmp_path: Path) -> None:
    """A second reading is that of the first; a changed file, or damaged memory, is read anew."""
    file = tmp_path / "a.pdf"
    text = f"办班{tmp_path.name}-{time.time_ns()}期。"  # Which no earlier run has left in memory.
    file.write_bytes(pdf([Words(72, 72, text)]))
    first = read_received(file)
    (kept,) = (one for one in pdf_reader.REMEMBERED.glob("*.json") if text[2:] in one.read_text("utf-8"))
    kept.write_bytes(kept.read_bytes().replace("办班".encode(), "讲座".encode()))
    assert read_received(file).lines == tuple(line.replace("办班", "讲座") for line in first.lines)
    kept.write_bytes(b"{}")
    assert read_received(file) == first
    file.write_bytes(file.read_bytes() + b"\n")
    assert read_received(file) == first
    kept.unlink()


@pytest.mark.night
def test_a_bomb_in_a_pdf_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(bomb_in_pdf())
    with pytest.raises(CannotReadError):
        read_received(file)


@pytest.mark.night
@pytest.mark.parametrize("ending", ["docx", "pdf", "ofd", "html", "txt"])
def test_damaged_files_are_read_or_refused(ending: str, tmp_path: Path) -> None:
    """Bytes changed or cut off at random, in one process: nothing but lines or a reason comes out."""
    whole = {
        "docx": docx(paragraph("全年办班3期。") * 3),
        "pdf": pdf(page_of(["字" * 90, "全年办班3期。"])),
        "ofd": ofd(page_of(["字" * 90, "全年办班3期。"])),
        "html": ("<p>全年办班3期。<table><tr><td>甲<td>1<tr><td>乙<td>2</table>" * 3).encode(),
        "txt": ("全年办班3期。\n" * 9).encode("gb18030"),
    }[ending]
    chance = random.Random(20)
    file = tmp_path / f"a.{ending}"
    for _ in range(40 if ending == "pdf" else 400):
        data = bytearray(whole[: chance.randrange(1, len(whole) + 1)] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        file.write_bytes(data)
        try:
            assert read_received(file).lines
        except CannotReadError as refused:
            assert refused.reason.zh and refused.reason.en


def test_the_command_refuses_in_plain_words(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf([], picture=True))
    done = subprocess.run([sys.executable, "-m", "macros", "text", str(file)], capture_output=True, check=False)
    said = (done.stdout + done.stderr).decode()
    assert done.returncode and "扫描件" in said and "is a scan" in said and "Traceback" not in said


@pytest.mark.night
def test_older_files_are_read_by_libreoffice(tmp_path: Path) -> None:
    """Which fetches nothing that they link to, leaves no folder behind, and need not be there."""
    asked: list[str] = []

    class Listening(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listening)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    link = f"http://127.0.0.1:{server.server_port}/a.png"
    file = tmp_path / "a.odt"
    file.write_bytes(odt("全年", link))
    before = set(Path(tempfile.gettempdir()).glob("open-bureau-*"))
    try:
        assert read_received(file).lines == ("全年",)
    finally:
        server.shutdown()
        server.server_close()
    assert asked == [] and set(Path(tempfile.gettempdir()).glob("open-bureau-*")) <= before


def test_without_libreoffice_older_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.doc").write_bytes(OLE)
    with pytest.raises(CannotReadError, match="LibreOffice, which is not installed"):
        read_received(tmp_path / "a.doc")
