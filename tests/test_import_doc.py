"""The demonstration as .docx and as the .doc that LibreOffice makes of it: both give the same drafts."""

from __future__ import annotations

import subprocess
from pathlib import Path

import docx
import pytest

from macros.received.office import OFFICE_SECONDS, office_program
from macros.records.collecting import collect
from macros.records.kinds import DOCUMENTS
from tests.drafts import empty_bureau, imported
from tests.places import DATA

pytestmark = [
    pytest.mark.night,
    pytest.mark.skipif(office_program() is None, reason="no LibreOffice is installed, so no .doc can be made"),
]
PAPER = "h1-work-summary"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demonstration's document, its headings in the styles of headings, as .docx and as .doc."""
    folder = tmp_path_factory.mktemp("papers")
    edition = collect(DATA)[0].of(DOCUMENTS)[PAPER].record
    levels = {one.heading.id: one.level for one in edition.sections}
    paper = docx.Document()
    for paragraph in edition.paragraphs:
        level = levels.get(paragraph[0].id)
        paper.add_paragraph("".join(one.zh for one in paragraph), f"Heading {level}" if level else None)
    paper.save(str(folder / "paper.docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        str(office_program()),
        profile,
        "--headless",
        "--convert-to",
        "doc",
        "--outdir",
        str(folder),
        "paper.docx",
    ]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=OFFICE_SECONDS)
    return folder


def drafts_of(file: Path, folder: Path) -> dict[str, str]:
    """Every file that an import writes, the received one apart, by its path."""
    folder.mkdir()
    data = empty_bureau(folder)
    imported(data, file, "--id", "paper")
    texts = {one.relative_to(data).as_posix(): one for one in data.rglob("*") if one.suffix in (".yml", ".txt")}
    return {path: one.read_text("utf-8").replace(file.name, "paper") for path, one in texts.items()}


def test_a_doc_gives_the_drafts_of_the_docx(papers: Path, tmp_path: Path) -> None:
    """Sentences, headings, quantities, and the records that these go into."""
    made = {ending: drafts_of(papers / f"paper.{ending}", tmp_path / ending) for ending in ("docx", "doc")}
    assert (papers / "paper.doc").read_bytes().startswith(b"\xd0\xcf\x11\xe0")
    assert made["doc"] == made["docx"]
    given = collect(DATA)[0]
    found = collect(tmp_path / "doc" / "data")[0]
    edition, other = given.of(DOCUMENTS)[PAPER].record, found.of(DOCUMENTS)["paper"].record
    assert [one.zh for one in other.sentences()] == [one.zh for one in edition.sentences()]
    assert [(one.heading.zh, one.level) for one in other.sections] == [
        (one.heading.zh, one.level) for one in edition.sections
    ]
    quantities = [
        [each.text for one in edition.sentences() for each in collection.sources.expressions(f"{name}#{one.id}")]
        for collection, name, edition in ((given, PAPER, edition), (found, "paper", other))
    ]
    assert quantities[0] == quantities[1] and len(quantities[0]) > 25
