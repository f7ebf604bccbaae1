"""Files of LibreOffice in which the text that is stored is not the text that people see; LibreOffice reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.received.office import office_program
from macros.received.read import read_received
from tests.received_files import packed

pytestmark = [
    pytest.mark.night,
    pytest.mark.skipif(office_program() is None, reason="no LibreOffice is installed"),
]
SPACES = " ".join(
    f'xmlns:{at}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
    for at, kind in {
        "office": "office",
        "text": "text",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "manifest": "manifest",
    }.items()
)
KIND = "application/vnd.oasis.opendocument.text"


def style(name: str, properties: str) -> str:
    """A style of characters."""
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'


STYLES = (
    style("H", 'text:display="none"')
    + style("W", 'fo:color="#ffffff"')
    + style("S", 'style:text-line-through-style="solid" style:text-line-through-type="single"')
    + style("T", 'fo:font-size="1pt"')
    + '<style:style style:name="X" style:family="section"><style:section-properties/></style:style>'
)


def odt(body: str) -> bytes:
    """A file of LibreOffice with a body."""
    content = f"<office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:text>{body}"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", KIND), ("content.xml", "text/xml"))
    )
    return packed(
        {
            "mimetype": KIND,
            "content.xml": f'<office:document-content {SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'office:version="1.2">{content}</office:text></office:body></office:document-content>',
            "META-INF/manifest.xml": f"<manifest:manifest {SPACES}>{entries}</manifest:manifest>",
        }
    )


def amount(inside: str) -> str:
    """资金200万元 with something before the 2."""
    return f"<text:p>资金{inside}200万元。</text:p>"


CHANGE = "<office:change-info><dc:creator>a</dc:creator><dc:date>2032-01-01T00:00:00</dc:date></office:change-info>"
DELETION = (
    '<text:tracked-changes><text:changed-region text:id="c"><text:deletion>'
    f"{CHANGE}<text:p>100</text:p></text:deletion></text:changed-region></text:tracked-changes>"
)
INSERTION = DELETION.replace("<text:p>100</text:p>", "").replace("deletion>", "insertion>")
GOOD = ["资金200万元。"]
CASES: dict[str, tuple[str, list[str]]] = {
    # the body, and its lines
    "plain": (amount(""), GOOD),
    "hidden": (amount('<text:span text:style-name="H">100</text:span>'), GOOD),
    "white": (amount('<text:span text:style-name="W">100</text:span>'), GOOD),
    "struck out": (amount('<text:span text:style-name="S">100</text:span>'), GOOD),
    "too small to be seen": (amount('<text:span text:style-name="T">100</text:span>'), GOOD),
    "deleted, and the change is kept": (DELETION + amount('<text:change text:change-id="c"/>'), GOOD),
    "inserted, and the change is kept": (
        INSERTION + amount('<text:change-start text:change-id="c"/>100<text:change-end text:change-id="c"/>'),
        ["资金100200万元。"],
    ),
    "a note beside the text": (
        amount("<office:annotation><dc:creator>a</dc:creator><text:p>100</text:p></office:annotation>"),
        GOOD,
    ),
    "a section that is hidden": (
        '<text:section text:name="a" text:style-name="X" text:display="none"><text:p>密件100。</text:p></text:section>'
        + amount(""),
        GOOD,
    ),
    "a paragraph that is hidden": (
        '<text:p><text:hidden-paragraph text:condition="ooow:TRUE" text:is-hidden="true"/>密件100。</text:p>'
        + amount(""),
        GOOD,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_seen_is_read(case: str, tmp_path: Path) -> None:
    body, lines = CASES[case]
    file = tmp_path / "a.odt"
    file.write_bytes(odt(body))
    read = read_received(file)
    assert list(read.lines) == lines
    assert all((one.why, one.text) == ("hidden", "密件100。") for one in read.left_out if "密件" in one.text)
    assert any("密件" in one.text for one in read.left_out) == ("密件" in body)
