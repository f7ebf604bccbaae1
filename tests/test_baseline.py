"""No style sheet and no script uses what Chromium 80 or Safari 13 does not know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.pages.assets import published_script
from tests.baseline import COMMENT, FRAGMENTS, OLDER, SCRIPTS, STYLES, flex_gaps, in_script, in_styles, scripts_of


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_a_style_sheet(file: Path) -> None:
    assert list(in_styles(file.read_text("utf-8"))) == []


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_a_script(file: Path) -> None:
    assert list(in_script(file.read_text("utf-8"))) == []


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_a_script_is_published_without_what_is_for_those_who_write_it(file: Path) -> None:
    """Comments, indents and empty lines, and nothing else; what somebody else made stays with its notice."""
    text = file.read_text("utf-8")
    made = published_script(file.name, text)

    def bare(script: str) -> str:
        return "".join(re.sub(r"^\s*//.*$", "", COMMENT.sub("", script), flags=re.MULTILINE).split())

    assert bare(made) == bare(text)
    if file.name == "english-stemmer.js":
        assert made == text and "Copyright" in made
    else:
        assert not [
            line for line in made.splitlines() if not line or line[0].isspace() or line.startswith(("/*", "//"))
        ]


@pytest.mark.parametrize("file", FRAGMENTS, ids=lambda file: file.name)
def test_the_scripts_of_a_fragment(file: Path) -> None:
    assert list(in_script(scripts_of(file))) == []


def test_gaps_of_rows_are_margins_in_old_engines() -> None:
    """Every flex container with a gap, in the style sheets of pages, has margins in older.css."""
    held = OLDER.read_text("utf-8")
    rows = {one for file in STYLES if file.parent == OLDER.parent for one in flex_gaps(file.read_text("utf-8"))}
    assert len(rows) > 15
    assert [one for one in sorted(rows) if f"{one} > :not(:last-child)" not in held] == []


@pytest.mark.parametrize(
    "style",
    [
        ".a:is(.b, .c) { color: red; }",
        ":where(.a) { color: red; }",
        "input:not(.a, .b) { color: red; }",
        ".a:focus-visible { color: red; }",
        ".a, .b:has(.c) { color: red; }",
        ".a, .a::marker { color: red; }",
        "@media (width >= 40rem) { .a { color: red; } }",
        "@layer a { .a { color: red; } }",
        ".a { &:hover { color: red; } }",
        ".a { margin-inline: auto; }",
        ".a { padding-block: 1rem 2rem; }",
        ".a { border-block: 1px solid; }",
        ".a { inset: 0; }",
        ".a { inset-inline-start: 0; }",
        ".a { aspect-ratio: 1; }",
        ".a { width: clamp(1rem, 2vw, 3rem); }",
        ":root { --size: clamp(1rem, 2vw, 3rem); }",
        ".a { color: color-mix(in srgb, red, blue); }",
        ".a { height: 100dvh; }",
        ".a { float: inline-start; }",
        ".a { font-size: 2cqi; }",
        ".a { display: flex; align-items: end; }",
        ".a { text-decoration: underline dotted 2px; }",
        ".a { appearance: none; }",
    ],
)
def test_what_is_found_in_a_style_sheet(style: str) -> None:
    assert list(in_styles(style))


@pytest.mark.parametrize(
    "style",
    [
        ".a:has(.b) { color: red; }",
        ".a:focus:not(:focus-visible) { outline: none; }",
        "@supports not ((inset: 0) or (appearance: none)) { .a > :not(:last-child) { margin-right: 1rem; } }",
        ".a { margin-inline-start: 1rem; border-inline-start: 1px solid; text-align: start; }",
        ".a { width: max(1rem, min(2vw, 3rem)); }",
        ".a { font-size: 1rem; font-size: min(1rem, 2cqi); }",
        ".a { display: grid; gap: 1rem; align-items: start; }",
        ".a { -webkit-appearance: none; appearance: none; }",
    ],
)
def test_what_may_be_used_in_a_style_sheet(style: str) -> None:
    assert list(in_styles(style)) == []


@pytest.mark.parametrize(
    "script",
    [
        "one?.two;",
        "one?.[2];",
        "one ?? two;",
        "one ||= two;",
        "class A {\n  #one() {}\n}",
        "class A {\n  one = 1;\n}",
        "class A {\n  one;\n}",
        "class A {\n  static one() {}\n}",
        "/(?<=a)b/.test(one);",
        "const one = await two;",
        "one.at(-1);",
        'one.replaceAll("a", "b");',
        "one.replaceChildren();",
        "one.findLast(two);",
        "Object.hasOwn(one, two);",
        'one.role = "option";',
        'one.style.insetInline = "0";',
        'document.querySelector("a:is(.b)");',
        'one.closest("input:not([a], [b])");',
        "one.showPopover();",
        "navigator.clipboard.writeText(one);",
    ],
)
def test_what_is_found_in_a_script(script: str) -> None:
    assert list(in_script(script))


@pytest.mark.parametrize(
    "script",
    [
        "const one = two ? .5 : three;",
        "// one?.two",
        "/* one ?? two */",
        "try { one(); } catch {}",
        "import(one).then(two);",
        "class A {\n  constructor() {\n    this.one = 1;\n  }\n}",
        "for (const { 0: text } of one.matchAll(/(?<word>a)/gu)) two(text.flat());",
    ],
)
def test_what_may_be_used_in_a_script(script: str) -> None:
    assert list(in_script(script)) == []
