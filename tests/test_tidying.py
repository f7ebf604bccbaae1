"""``make tidy``: one form for data files, which changes nothing that they say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.records.collecting import declared_sections
from macros.records.folder import files_of
from macros.records.kinds import DOCUMENTS, WORK_AREAS
from macros.staff.fields import every_part, fields_of, order_at, order_of
from macros.staff.tidying import comments, tidy
from macros.yaml_files.marked import marks_of
from macros.yaml_files.reader import read_bytes
from tests.commands import answer
from tests.night import some
from tests.places import DATA, FIXTURES
from tests.test_editing import HARD, value_of
from tests.yaml12 import Loader

SHIPPED = {
    one.file.relative_to(FIXTURES).as_posix(): one
    for data in (DATA, FIXTURES / "yunling/data")
    for one in files_of(data, (), declared_sections(data))[0]
}
FILES = {name: one.file.read_bytes().decode("utf-8") for name, one in SHIPPED.items()}


def tidied(text: str, name: str = "") -> str:
    """A text in its form, as that of a file or of a work area."""
    made = tidy(text.encode("utf-8"), SHIPPED[name].kind.model if name else WORK_AREAS.model, "x.yml")
    assert isinstance(made, bytes), made
    return made.decode("utf-8")


FORMS = {
    "nothing to do": ("# c\n\norder: 5\ntitle:\n  zh: 甲\n", "# c\n\norder: 5\ntitle:\n  zh: 甲\n"),
    "order": ("title:\n  en: A\n  zh: 甲\norder: 5\n", "order: 5\ntitle:\n  zh: 甲\n  en: A\n"),
    "an unknown field stays behind its neighbour": (
        "title: 甲\nlabell: x\norder: 1\n",
        "order: 1\ntitle: 甲\nlabell: x\n",
    ),
    "brackets": ('{"order": 5, "title": {"zh": "甲", "en": "A: b"}}', 'order: 5\ntitle:\n  zh: 甲\n  en: "A: b"\n'),
    "indents": (
        "title:\n     zh:   甲\nlists:\n-   id: x\n    items: []\n",
        "title:\n  zh: 甲\nlists:\n  - id: x\n    items: []\n",
    ),
    "quotes": ("title: {zh: '甲', en: '15'}\norder: '5'\n", 'order: 5\ntitle:\n  zh: 甲\n  en: "15"\n'),
    "quotes that save escapes": ('title: "a \\"b\\" c:"\n', "title: 'a \"b\" c:'\n"),
    "mark, line ends, end of file": ("\ufefforder: 5\r\ntitle: 甲  \r\n\r\n\r\n", "order: 5\ntitle: 甲\n"),
    "no end of line at the end": ("order: 5", "order: 5\n"),
    "tabs between": ("order:\t5\ntitle: \t甲\n", "order: 5\ntitle: 甲\n"),
    "blank lines": (
        "# c\n\n\n\norder: 5\n\n\ntitle:\n\n  zh: 甲\n\n\n  en: A\n",
        "# c\n\norder: 5\n\ntitle:\n  zh: 甲\n\n  en: A\n",
    ),
    "comments go with their field": (
        "# top\n\n# about the title\ntitle:\n      # about English\n      en: A\n      zh: 甲\n"
        "# about the order\norder: 5\n    # below\n# end\n",
        "# top\n\n# about the order\norder: 5\n# about the title\ntitle:\n  zh: 甲\n  # about English\n"
        "  en: A\n# below\n# end\n",
    ),
    "comments in a list": (
        "figures:\n# about x\n- id: x\n  # about its quote\n  quote: q\n  # what is left of x\n# about y\n"
        "-\n  # odd\n  id: y\n",
        "figures:\n  # about x\n  - id: x\n    # about its quote\n    quote: q\n    # what is left of x\n"
        "  # about y\n  # odd\n  - id: y\n",
    ),
    "comments between brackets": (
        "statements: [\n  # one\n  {en: A},\n  # end\n]\n",
        "statements:\n  # one\n  - en: A\n  # end\n",
    ),
    "the first of an entry moves": (
        "figures:\n  - quote: q\n    # the id\n    id: x\n",
        "figures:\n  # the id\n  - id: x\n    quote: q\n",
    ),
    "a block": (
        "title:\n    zh: |\n          甲\n            乙\n\n          丙\n    en: >-\n     a\n     b\n",
        "title:\n  zh: |\n    甲\n      乙\n\n    丙\n  en: >-\n    a\n    b\n",
    ),
    "short lists": (
        "pipeline:\n  - stage: a\n    figures:\n    - b\n    - 'c'\n",
        "pipeline:\n  - stage: a\n    figures: [b, c]\n",
    ),
    "empty": ("title:\nsummary: ''\nfigures: []\n", 'title:\nsummary: ""\nfigures: []\n'),
}


@pytest.mark.parametrize(("text", "form"), FORMS.values(), ids=FORMS)
def test_a_file_comes_into_form(text: str, form: str) -> None:
    assert tidied(text) == form and tidied(form) == form


LEFT = {
    "a comment behind a value": ("order: 5\ntitle: 甲 #1\n", "注释"),
    "what nobody sees": ("order:   5\ntitle: 甲\u200b\n", "看不见"),
    "a tab in a text": ("order:   5\ntitle: 甲\t乙\n", "制表符"),
    "one name twice": ("order: 5\norder: 6\n", "重复"),
    "an alias": ("title: &a 甲\nsummary: *a\n", "&"),
    "a text over several lines": ("order: 5\ntitle: 甲\n  乙\n", "一行"),
    "a full-width comma between brackets": ("title: {zh: 甲，乙}\n", "全角"),
    "an open bracket": ("title: {zh: 甲\n", "括号"),
    "GBK": ("title: 科技局政务公开\n".encode("gbk"), "GBK"),
    "a merge conflict": ("<<<<<<< ours\norder: 5\n", "合并冲突"),
    "no set of fields": ("- a\n", "列表"),
    "nothing": ("", "没有"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), LEFT.values(), ids=LEFT)
def test_a_file_that_might_change_is_left_and_told(text: str | bytes, said: str) -> None:
    found = tidy(text if isinstance(text, bytes) else text.encode("utf-8"), WORK_AREAS.model, "x.yml")
    assert isinstance(found, list) and any(said in one.wrong.zh for one in found), found


@pytest.mark.parametrize("name", FILES)
def test_the_files_of_the_project_have_the_form(name: str) -> None:
    assert tidied(FILES[name], name) == FILES[name]


def as_others_write(value: Any, how: str) -> str:
    """A value as another program writes it."""
    if how == "json":
        return json.dumps(value, ensure_ascii=False, indent=4)
    style = {"single": "'", "double": '"', "flow": '"'}.get(how)
    text = yaml.dump(
        value,
        allow_unicode=True,
        default_style=style,
        default_flow_style=how == "flow",
        width=10**6,
        sort_keys=how == "sorted",
        indent=4,
    )
    return f"\ufeff{text}".replace("\n", "\r\n") if how == "excel" else text


@pytest.mark.parametrize("how", ["json", "single", "double", "flow", "excel", "sorted"])
@pytest.mark.parametrize("name", some(FILES, 4))
def test_what_other_programs_wrote_comes_back_into_form(name: str, how: str) -> None:
    """Comments and blank lines are lost with them, and the order of names that are ids; all else is as it was."""
    bare = "".join(f"{line}\n" for line in FILES[name].splitlines() if line and not line.lstrip().startswith("#"))
    typed = yaml.load(bare, Loader)
    messed = as_others_write(as_typed(typed) if how != "json" else typed, how)
    made = tidied(messed, name)
    assert made == bare or (how == "sorted" and sorted(made.splitlines()) == sorted(bare.splitlines()))


def as_typed(value: Any) -> Any:
    """A value with numbers as text, to which PyYAML would give tags where it gives quotes to all."""
    if isinstance(value, dict):
        return {name: as_typed(one) for name, one in value.items()}
    return [as_typed(one) for one in value] if isinstance(value, list) else str(value)


def test_a_comment_that_is_lost_is_noticed() -> None:
    texts = ("# x\na: 1\n", "a: 1\n", "a: 1\n# y\n", 'a: "# x"\n', "a: 1\n# x\n", "a:\n    # x\n    1\n")
    found = [comments(text, marks_of(text)) for text in texts]
    assert found[0] not in found[1:4] and found[0] == found[4] == found[5]


COMMENT = st.sampled_from(["# note", "", "#", "# a: b", "## 甲"])


@given(st.sampled_from(sorted(FILES)), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8), COMMENT), max_size=6))
def test_comments_stay_and_a_second_time_changes_nothing(name: str, added: list[tuple[int, int, str]]) -> None:
    lines = FILES[name].splitlines()
    for at, indent, comment in added:
        lines.insert(min(at, len(lines)), f"{' ' * indent}{comment}" if comment else "")
    text = "\n".join(lines)
    made = tidied(text, name)
    assert value_of(made) == value_of(text) and tidied(made, name) == made
    comments = [sorted(one.strip() for one in each.splitlines() if one.strip()[:1] == "#") for each in (text, made)]
    assert comments[0] == comments[1]


@given(
    st.recursive(
        st.sampled_from(HARD) | st.text(max_size=9),
        lambda one: (
            st.lists(one, max_size=3)
            | st.dictionaries(st.sampled_from(["zh", "id", "figures", "quote", "x"]), one, max_size=3)
        ),
        max_leaves=8,
    ),
    st.booleans(),
)
def test_whatever_can_be_read_is_tidied_or_left(value: Any, flow: bool) -> None:
    data = yaml.dump({"title": value}, allow_unicode=True, default_flow_style=flow, sort_keys=False).encode("utf-8")
    made = tidy(data, WORK_AREAS.model, "x.yml")
    if isinstance(made, list):
        assert made, "it says why"
        return
    (before, _), (after, _) = read_bytes(data, "x"), read_bytes(made, "x")
    assert before and after and before.value == after.value
    assert tidy(made, WORK_AREAS.model, "x.yml") == made


@pytest.mark.parametrize(
    "part", [*every_part().values(), WORK_AREAS.model, DOCUMENTS.model], ids=lambda one: one.__name__
)
def test_the_order_has_every_field_once(part: Any) -> None:
    assert sorted(order_of(part)) == sorted(field.name for field in fields_of(part))


def test_the_order_of_a_part_by_its_place() -> None:
    assert order_at(WORK_AREAS.model, ("figures", 3))[:5] == ("id", "series", "label", "quote", "source")
    assert order_at(WORK_AREAS.model, ("figures", 0, "label")) == ("zh", "en")
    assert order_at(WORK_AREAS.model, ())[:2] == ("order", "title")
    assert order_at(WORK_AREAS.model, ("figures",)) == order_at(WORK_AREAS.model, ("nothing",)) == ()
    assert order_at(DOCUMENTS.model, ("translations", "en", "s1")) == ()


def run(data: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Runs the command."""
    return answer("tidy", "--data", data, *more)


def test_the_command_writes_what_is_untidy_and_tells_what_it_left(tmp_path: Path) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    messy, broken, outside = data / "bureau.yml", data / "work-areas/bases.yml", tmp_path / "outside.yml"
    form = messy.read_bytes()
    messy.write_bytes(b"\xef\xbb\xbf" + form.replace(b"\n", b"\r\n"))
    broken.write_bytes(b"order: 5\ntitle: {zh: \xe7\x94\xb2\n")
    outside.write_bytes(b"order:    5\n")
    link = data / "work-areas/linked.yml"
    link.symlink_to(outside)
    before = {file: file.read_bytes() for file in data.rglob("*") if file.is_file() and file != messy}
    done = run(data)
    assert done.returncode == 1 and done.stdout == "已整理 tidied: data/bureau.yml\n"
    assert "bases.yml" in done.stderr and "linked.yml" in done.stderr and "Traceback" not in done.stderr
    assert messy.read_bytes() == form and {file: file.read_bytes() for file in before} == before and link.is_symlink()


def test_one_file_alone(tmp_path: Path) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    for name in ("bureau.yml", "work-areas/bases.yml"):
        (data / name).write_bytes((data / name).read_bytes() + b"\n\n")
    done = run(data, str(data / "bureau.yml"))
    assert done.returncode == 0 and done.stdout == "已整理 tidied: data/bureau.yml\n"
    assert run(data, "data/nothing.yml").returncode == 2
    assert run(data, os.fspath(data / "work-areas/bases.yml")).returncode == 0
    assert run(data).stdout.startswith("没有需要整理的文件")


def test_a_linked_folder_is_not_followed(tmp_path: Path) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    shutil.move(data / "vocabulary", tmp_path / "elsewhere")
    file = tmp_path / "elsewhere/item-kinds.yml"
    file.write_bytes(file.read_bytes() + b"\n\n")
    (data / "vocabulary").symlink_to(tmp_path / "elsewhere")
    assert run(data).returncode == 1 and file.read_bytes().endswith(b"\n\n\n")
