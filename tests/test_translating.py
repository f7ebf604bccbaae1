"""PO files for translators: what stands in them, what comes back, what does not, and what is told."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.problems import Refused
from macros.records.collecting import collect
from macros.text.placeholders import UNDECIDED
from macros.translating.memory import memory_of
from macros.translating.po import read_translations
from macros.translating.texts import translatables
from macros.yaml_files.reader import read_file
from tests.commands import answer
from tests.night import BOTH
from tests.places import DATA, FIXTURES
from tests.test_editing import HARD

LABEL = "work-areas/projects.yml figures[grants].label.en"
SUMMARY = "work-areas/projects.yml summary.en"
AREA = "work-areas/projects.yml"


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """The demonstration's data."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A little of it."""
    for name in ("bureau.yml", AREA):
        file = tmp_path / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(DATA / name, file)
    return tmp_path / "data"


def catalog_of(data: Path, code: str = "en") -> Catalog:
    """The PO file that is written of some data, beside it."""
    done = answer("translate", "--data", data, "--to", data.parent / "po")
    assert done.returncode == 0, done.stderr
    with (data.parent / f"po/{code}.po").open("rb") as opened:
        return read_po(opened)


def message_of(catalog: Catalog, context: str) -> Message:
    """An entry of a PO file."""
    return next(one for one in catalog if one.context == context)


def taken(data: Path, catalog: Catalog, code: str = "en") -> subprocess.CompletedProcess[str]:
    """What taking a PO file back says."""
    file = data.parent / f"po/{code}.po"
    with file.open("wb") as opened:
        write_po(opened, catalog, width=0)
    return answer("translate", "--data", data, file)


def contents(data: Path) -> dict[str, bytes]:
    """Every file of some data."""
    return {one.relative_to(data).as_posix(): one.read_bytes() for one in data.rglob("*") if one.is_file()}


def said_in(data: Path, file: str) -> str:
    """The text of a file."""
    return (data / file).read_text("utf-8")


def change(data: Path, file: str, old: str, new: str) -> None:
    """Replaces what stands once in a file."""
    text = said_in(data, file)
    assert text.count(old) == 1, old
    (data / file).write_text(text.replace(old, new), "utf-8", newline="\n")


def git(data: Path, *words: str) -> None:
    """Runs git beside the data."""
    who = ("-c", "user.name=A", "-c", "user.email=a@bureau.example")
    subprocess.run(["git", *who, *words], cwd=data.parent, check=True, capture_output=True)


def commit(data: Path) -> None:
    """Commits the data as it is."""
    git(data, "init", "-q")
    git(data, "add", "data")
    git(data, "commit", "-qm", "x")


def test_an_entry_has_its_place_and_what_helps(whole: Path) -> None:
    catalog = catalog_of(whole)
    one = message_of(catalog, LABEL)
    assert (one.id, one.string) == ("获资助项目的无偿资助合计", "Total grants to the funded projects")
    assert one.locations[0][0] == "data/work-areas/projects.yml" and not one.fuzzy
    assert (
        said_in(whole, AREA).splitlines()[one.locations[0][1] - 1].strip() == "en: Total grants to the funded projects"
    )
    sentence = message_of(catalog, "documents/h1-work-summary.yml translations.en.s1-1")
    comments = "\n".join(sentence.auto_comments)
    assert "前文 before:" in comments and "后文 after:" in comments and "词语 term: " in comments
    assert "先例 earlier (" in "\n".join(message_of(catalog, "bureau.yml names_in_source[1].en").auto_comments)
    assert catalog.locale_identifier == "en"
    assert "python-" not in (whole.parent / "po/en.po").read_text("utf-8"), "our placeholders are not Python's"


def test_nothing_done_changes_nothing(data: Path) -> None:
    before = contents(data)
    done = taken(data, catalog_of(data))
    assert done.returncode == 0 and "taken: 0;" in done.stdout and contents(data) == before


@pytest.mark.parametrize("which", BOTH)
def test_every_entry_comes_back_to_its_place_and_all_else_stays(whole: Path, which: str) -> None:
    before, catalog = contents(whole), catalog_of(whole)
    tried = [one for one in catalog if one.id][:: 5 if which == "some" else 1]
    for one in tried:
        one.string = f"{one.string}✓"
    done = taken(whole, catalog)
    assert done.returncode == 0, done.stderr
    after = contents(whole)
    assert sum(text.decode("utf-8").count("✓") for text in after.values()) == len(tried) > 50
    assert {file: text.replace("✓".encode(), b"") for file, text in after.items()} == before


@pytest.mark.night
def test_what_had_no_translation_gets_one(whole: Path) -> None:
    full, held = catalog_of(whole), {one: values(whole / one) for one in contents(whole) if one.endswith(".yml")}
    with (whole / "bureau.yml").open("a", encoding="utf-8") as bureau:
        bureau.write("languages: [zh, en]\nuntranslated: mark\n")
    for file in (one for one in whole.rglob("*.yml") if one.name != "synonyms.yml"):  # Words, and no translations.
        lines = file.read_text("utf-8").split("\n")
        translated = [line for line in lines if not re.match("    s[0-9]|translations:|  en:$", line)]
        file.write_text("\n".join(line for line in translated if not line.lstrip().startswith("en: ")), "utf-8")
    catalog = catalog_of(whole)
    empty = [one for one in catalog if one.id and not one.string]
    assert len(empty) > 100
    for one in catalog:
        if one.id:
            one.string, one.flags = message_of(full, str(one.context)).string, set()
    assert taken(whole, catalog).returncode == 0
    change(whole, "bureau.yml", "languages: [zh, en]\nuntranslated: mark\n", "")
    assert {one: values(whole / one) for one in held} == held


def values(file: Path) -> object:
    """What our reader reads in a file."""
    reading, problems = read_file(file, file.name)
    assert reading and not problems
    return reading.value


def test_every_language_of_the_bureau(tmp_path: Path) -> None:
    data = Path(shutil.copytree(FIXTURES / "languages/data", tmp_path / "data"))
    catalog = catalog_of(data, "ug")
    assert {one.name for one in (tmp_path / "po").iterdir()} == {"en.po", "ja.po", "ug.po"}
    word = next(one for one in catalog if str(one.context).startswith("languages/ug.yml words.") and not one.string)
    plain = [one for one in catalog if str(one.context).startswith("work-areas/") and "{" not in str(one.id)]
    text = next(one for one in plain if not one.string)
    word.string, text.string = "سۆز", "تېكىست"
    done = taken(data, catalog, "ug")
    assert done.returncode == 0, done.stderr
    again = catalog_of(data, "ug")
    assert [message_of(again, str(one.context)).string for one in (word, text)] == ["سۆز", "تېكىست"]
    assert collect(data)[1] == []


def test_fuzzy_is_the_marker(data: Path) -> None:
    catalog = catalog_of(data)
    one = message_of(catalog, LABEL)
    one.string, one.flags = "Grants in all", {"fuzzy"}
    assert "to be decided: 1" in taken(data, catalog).stdout
    assert f"en: {UNDECIDED}Grants in all\n" in said_in(data, AREA)
    again = catalog_of(data)
    one = message_of(again, LABEL)
    assert one.string == "Grants in all" and one.fuzzy
    one.flags = set()
    assert taken(data, again).returncode == 0 and "en: Grants in all\n" in said_in(data, AREA)


def test_a_text_comes_back_to_the_letter(whole: Path) -> None:
    catalog = catalog_of(whole)
    names = [
        str(one.context) for one in catalog if str(one.context).startswith("documents/h1-work-summary.yml translations")
    ]
    hard = [one for one in HARD if one.strip("\n") and "\n" not in one and "{" not in one][: len(names)]
    for name, text in zip(names, hard, strict=False):
        message_of(catalog, name).string = text
    assert taken(whole, catalog).returncode == 0
    collection, _ = collect(whole)
    said = {one.name: one.typed for one in translatables(collection, "en")}
    assert [said[name] for name, _ in zip(names, hard, strict=False)] == hard and len(hard) > 30


def test_a_changed_text_makes_its_translation_stale(data: Path) -> None:
    commit(data)
    assert not message_of(catalog_of(data), LABEL).fuzzy
    change(data, AREA, "zh: 获资助项目的无偿资助合计", "zh: 获资助项目的资助合计")
    commit(data)
    change(data, AREA, "zh: 获得帮助的企业、单位", "zh: 获得帮助的单位")
    done = answer("translate", "--data", data, "--to", data.parent / "po")
    assert "stale 2" in done.stdout and f"{LABEL}（原为 was: 获资助项目的无偿资助合计）" in done.stdout
    catalog = catalog_of(data)
    one = message_of(catalog, LABEL)
    assert one.fuzzy and one.id == "获资助项目的资助合计"
    assert '#| msgid "获资助项目的无偿资助合计"\n' in (data.parent / "po/en.po").read_text("utf-8")
    assert message_of(catalog, "work-areas/projects.yml figures[applicants].label.en").fuzzy
    assert sum(one.fuzzy for one in catalog) == 2


def test_what_is_stale_no_more(data: Path) -> None:
    commit(data)
    change(data, AREA, "zh: 获资助项目的无偿资助合计", "zh: 获资助项目的资助合计")
    commit(data)
    catalog = catalog_of(data)
    message_of(catalog, LABEL).flags = set()
    before = contents(data)
    assert taken(data, catalog).returncode == 0 and contents(data) == before
    assert not message_of(catalog_of(data), LABEL).fuzzy, "the translator has confirmed it"
    assert not message_of(catalog_of(data), LABEL).fuzzy, "and that is remembered"
    shutil.rmtree(data.parent / "po")
    assert message_of(catalog_of(data), LABEL).fuzzy
    change(data, AREA, "Total grants to the funded projects", "Grants to the funded projects")
    commit(data)
    shutil.rmtree(data.parent / "po")
    assert not message_of(catalog_of(data), LABEL).fuzzy
    change(data, AREA, "zh: 获得帮助的企业、单位", "zh: 获得帮助的单位")
    commit(data)
    change(data, AREA, "zh: 获得帮助的单位", "zh: 获得帮助的企业、单位")
    assert not any(one.fuzzy for one in catalog_of(data)), "it says what it said when it was translated"


def in_data(file: str, old: str, new: str) -> Callable[[Path, Catalog], None]:
    """A change of the data after a PO file was written."""
    return lambda data, _: change(data, file, old, new)


def in_entry(name: str, said: str) -> Callable[[Path, Catalog], None]:
    """A translation that a translator wrote."""

    def write(_: Path, catalog: Catalog) -> None:
        message_of(catalog, name).string = said

    return write


def renamed(_: Path, catalog: Catalog) -> None:
    """An entry that names a place where no translation stands."""
    message_of(catalog, LABEL).context = "../../outside.yml figures[grants].quote"


LEFT = {
    "the Chinese has changed": (in_data(AREA, "zh: 获资助项目的无偿资助合计", "zh: 资助合计"), "中文已经改过"),
    "somebody translated it": (in_data(AREA, "Total grants to the funded projects", "Grants"), "已由别人改过"),
    "the text is gone": (in_data(AREA, "  - id: grants\n", "  - id: granted\n"), "没有这一处"),
    "a name is translated": (in_entry(SUMMARY, "It has helped {companies}."), "大括号"),
    "a figure is written out": (in_entry(SUMMARY, "It has helped 20 enterprises."), "大括号"),
    "a name in the clause that is quoted": (in_entry(f"{AREA} statements[1].en", "{grants} {grants}"), "大括号"),
    "several lines": (in_entry(SUMMARY, "One\nTwo"), "几行"),
    "no place of a translation": (renamed, "没有这一处"),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "said"), LEFT.values(), ids=LEFT)
def test_an_entry_that_does_not_fit_is_left_and_told(
    spoil: Callable[[Path, Catalog], None], said: str, data: Path
) -> None:
    catalog = catalog_of(data)
    message_of(catalog, LABEL).string = "Mine"
    other = message_of(catalog, "bureau.yml name.en")
    other.string = "The Bureau"
    spoil(data, catalog)
    before = contents(data)
    done = taken(data, catalog)
    assert done.returncode == 1 and said in done.stderr and "Traceback" not in done.stderr
    after = contents(data)
    assert "en: The Bureau\n" in after.pop("bureau.yml").decode("utf-8"), "the others are taken"
    assert ("Mine" in after[AREA].decode("utf-8")) == (said in ("大括号", "几行"))
    assert {file for file in after if after[file] != before[file]} <= {AREA}


@pytest.mark.parametrize("bad", ["x" * 5000, "a\u200bb", "a\ue000", "a\tb", "e\u0301"], ids=ascii)
def test_nothing_is_written_where_an_entry_would_break_a_file(bad: str, data: Path) -> None:
    before, catalog = contents(data), catalog_of(data)
    message_of(catalog, "bureau.yml name.en").string = "The Bureau"
    message_of(catalog, LABEL).string = bad
    done = taken(data, catalog)
    assert done.returncode == 1 and LABEL in done.stderr and "没有改动任何文件" in done.stdout
    assert contents(data) == before


ENTRY = 'msgctxt "bureau.yml name.en"\nmsgid "市科技局"\nmsgstr "x"\n'
DAMAGED = {
    "nothing": b"",
    "no text": bytes(range(256)) * 9,
    "GBK": ENTRY.encode("gbk"),
    "UTF-16": ENTRY.encode("utf-16"),
    "an open string": b'msgctxt "a"\nmsgid "b\nmsgstr "c"\n',
    "no strings": b"msgctxt a\nmsgid b\nmsgstr c\n",
    "a web page": b"<!doctype html><p>x</p>",
    "no context": b'msgid "a"\nmsgstr "b"\n',
    "a bad date": b'msgid ""\nmsgstr "POT-Creation-Date: x\\n"\n\n' + ENTRY.encode(),
    "bad plurals": b'msgid ""\nmsgstr "Plural-Forms: nplurals=x; plural=(\\n"\n\nmsgid "a"\nmsgid_plural "b"\n',
    "two entries for one text": f"{ENTRY}\n{ENTRY.replace(chr(34) + 'x', chr(34) + 'y')}".encode(),
    "plural forms": ENTRY.replace("msgstr", 'msgid_plural "y"\nmsgstr[0] "x"\nmsgstr[1]').encode(),
    "another language": b'msgid ""\nmsgstr "Language: fr\\n"\n\n' + ENTRY.encode(),
    "too large": b"# x\n" * (5 * 2**20),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_refused_in_words(name: str, data: Path) -> None:
    before = contents(data)
    (data.parent / "en.po").write_bytes(DAMAGED[name])
    done = answer("translate", "--data", data, data.parent / "en.po")
    assert done.returncode == (0 if name == "a bad date" and "taken" in done.stdout else 2)
    assert done.returncode == 0 or ("读不出来" in done.stderr and "cannot be read" in done.stderr)
    assert ("太大" in done.stderr) == (name == "too large")
    assert contents(data) == before or name == "a bad date"


GOOD = (
    'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n\n#. a\n#: b:1\n#, fuzzy\n#| msgid "c"\n'
    + ENTRY
    + '\n#~ msgid "d"\n'
).encode()


@settings(max_examples=3 * settings().max_examples)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(GOOD)),
            st.integers(0, 12),
            st.sampled_from(
                [
                    b"",
                    b'"',
                    b"\\",
                    b"\n",
                    b"msgid",
                    b"msgstr[1] ",
                    b"#",
                    b"#~ ",
                    b"\xff",
                    b"\0",
                    b": ",
                    b"charset=utf-7",
                ]
            )
            | st.binary(max_size=4),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_a_file_holds_it_is_read_or_refused(edits: list[tuple[int, int, bytes]]) -> None:
    spoiled = GOOD
    for at, length, new in edits:
        spoiled = spoiled[:at] + new + spoiled[at + length :]
    try:
        assert read_translations(spoiled, "en.po", "en")
    except Refused as refused:
        assert refused.said.zh and refused.said.en


def test_other_names_and_places_are_refused(data: Path) -> None:
    catalog_of(data)
    for arguments in (
        [data.parent / "po/fr.po"],
        [data / "bureau.yml"],
        ["--to", data / "po"],
        [data.parent / "none/en.po"],
    ):
        done = answer("translate", "--data", data, *arguments)
        assert done.returncode == 2 and done.stderr and "Traceback" not in done.stderr
    link = data.parent / "linked/en.po"
    link.parent.mkdir()
    link.symlink_to(data.parent / "po/en.po")
    assert answer("translate", "--data", data, link).returncode == 2
    assert not (data / "po").exists()


def test_a_site_in_chinese_alone_needs_no_translator(data: Path) -> None:
    with (data / "bureau.yml").open("a", encoding="utf-8") as bureau:
        bureau.write("languages: [zh]\n")
    assert "没有要翻译的" in answer("translate", "--data", data, "--to", data.parent / "po").stdout


def test_what_a_translator_wrote_is_kept_when_the_file_is_written_again(data: Path) -> None:
    catalog = catalog_of(data)
    message_of(catalog, LABEL).string = "Mine"
    message_of(catalog, SUMMARY).flags = {"fuzzy"}
    with (data.parent / "po/en.po").open("wb") as opened:
        write_po(opened, catalog)
    change(data, AREA, "en: Science and technology projects\n", "en: Projects in science\n")
    again = catalog_of(data)
    assert message_of(again, LABEL).string == "Mine" and message_of(again, SUMMARY).fuzzy
    assert message_of(again, "work-areas/projects.yml title.en").string == "Projects in science"
    change(data, AREA, "  - id: grants\n", "  - id: granted\n")
    assert message_of(catalog_of(data), LABEL).string == "Mine", "of what the data has no more"
    change(data, AREA, "  - id: granted\n", "  - id: grants\n")
    assert message_of(catalog_of(data), LABEL).string == "Mine"
    change(data, AREA, "Total grants to the funded projects", "Grants")
    again = catalog_of(data)
    one = message_of(again, LABEL)
    assert one.string == "Grants" and "译者原写 a translator had: Mine" in one.auto_comments


SERVICE = """
import json, sys
for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps({{"text": {answer}}}))
"""


def service(folder: Path, program: str) -> Mapping[str, str]:
    """The environment in which a program is the bureau's translator."""
    (folder / "service.py").write_text(program, "utf-8")
    return {"TRANSLATOR": f"'{sys.executable}' '{folder / 'service.py'}'"}


def untranslated(data: Path) -> None:
    """Takes a translation out of the data."""
    change(data, AREA, "      en: Total grants to the funded projects\n", "")


def test_the_bureaus_own_service_proposes(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    untranslated(data)
    assert message_of(catalog_of(data), LABEL).string == "", "it is off unless it is set"
    shutil.rmtree(data.parent / "po")
    program = SERVICE.format(answer='asked["to"] + " " + asked["zh"] + " " + str(sorted(asked["terms"]))')
    monkeypatch.setenv("TRANSLATOR", service(data.parent, program)["TRANSLATOR"])
    one = message_of(catalog_of(data), LABEL)
    assert str(one.string).startswith("en 获资助项目的无偿资助合计 [") and one.fuzzy
    assert taken(data, catalog_of(data)).returncode == 0 and UNDECIDED not in said_in(data, AREA), (
        "nobody has looked at it"
    )


@pytest.mark.parametrize(
    "program", ["raise SystemExit(1)", "print('x')", "", SERVICE.format(answer="5"), "print(1)"], ids=ascii
)
def test_a_service_that_fails_is_told(program: str, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    untranslated(data)
    monkeypatch.setenv("TRANSLATOR", service(data.parent, program)["TRANSLATOR"])
    done = answer("translate", "--data", data, "--to", data.parent / "po")
    assert done.returncode == 2 and "TRANSLATOR" in done.stderr and not (data.parent / "po").exists()


def test_the_memory(whole: Path) -> None:
    change(whole, AREA, "en: Total grants to the funded projects", f"en: {UNDECIDED}A guess")
    memory = memory_of(collect(whole)[0])
    exact = memory.proposals("科技项目申报。")[0]
    assert (exact.en, exact.likeness, exact.where) == (
        "Science and technology projects",
        1,
        "work-areas/projects.yml title.en",
    )
    near = memory.proposals("准备好申报材料的项目")[0]
    assert near.zh == "准备好申报材料的科技项目" and 0.6 < near.likeness < 1
    assert memory.proposals("完全没有关系的一句话") == () and memory.proposals("") == ()
    assert [one.zh for one in memory.terms("市科技局组织科技项目申报")] == ["市科技局", "科技项目申报"]
    assert "A guess" not in {one.said for one in memory.proposals("获资助项目的无偿资助合计")}


def test_as_a_command_of_its_own(data: Path) -> None:
    command = [sys.executable, "-m", "macros", "translate", "--data", str(data), "--to", str(data.parent / "po")]
    done = subprocess.run(command, cwd=FIXTURES.parent.parent, env=dict(os.environ), capture_output=True, check=True)
    assert "untranslated 0" in done.stdout.decode("utf-8") and read_po(
        io.BytesIO((data.parent / "po/en.po").read_bytes())
    )


def test_a_file_that_cannot_be_read_is_told(whole: Path) -> None:
    change(whole, AREA, "order: 5\n", "order: five\n")
    done = answer("translate", "--data", whole, "--to", whole.parent / "po")
    assert done.returncode == 1 and "data/work-areas/projects.yml" in done.stderr
    assert LABEL not in (whole.parent / "po/en.po").read_text("utf-8")
